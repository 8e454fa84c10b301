/* html.h - pieces of HTML: whatever comes from data is text there, never markup. */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "format/format.h"

struct html { struct out out; struct arena a; };

/* FORMAT is markup; %s a text, escaped and safe to show (NULL: empty); %d an int32_t; %% a percent sign. */
void html_put(struct html *h, const char *format, ...);
void html_text(struct html *h, const char *s);
/* The rest goes out, memory is given back. 0, or an errno. */
int html_end(struct html *h);

#endif
