/* svg.h - three kinds of small pictures for a page: parts of a whole, bars, steps over time. Colours are classes of the
 * page, so that they follow light, dark and paper; each picture has a title, and says all that it shows as text. */
#ifndef FORMAT_SVG_H
#define FORMAT_SVG_H

#include "format/html.h"

struct svg_part { const char *name, *kind; int32_t value; };   /* KIND: a word of ours, "mastered": its class is k-mastered */
struct svg_bar { const char *name; int32_t value, of; };       /* OF 0: there is no whole */
struct svg_point { int32_t day, count; };
struct svg_line { const char *name; size_t n; const struct svg_point *v; };    /* days ascending; holds until the next */

/* ID: unique on the page. TEXT says what the picture shows. */
struct svg { const char *id, *title, *text; };

void svg_parts(struct html *h, const struct svg *s, const struct svg_part *v, size_t n);
/* OWN: each is measured by its own whole, else all by the longest. */
void svg_bars(struct html *h, const struct svg *s, const struct svg_bar *v, size_t n, bool own);
/* The first line is dashed: the plan. DAYS: the first and the last one as people write them. */
void svg_steps(struct html *h, const struct svg *s, const struct svg_line *v, size_t n, const char *const days[2]);

#endif
