/* page.h - rows as a page of HTML: what its parts share. */
#ifndef FORMAT_PAGE_H
#define FORMAT_PAGE_H

#include "format/draw.h"
#include "format/html.h"
#include "format/svg.h"

struct page {
	struct html h;
	struct drawing d;                  /* columns and texts; its own buffer is not used */
	int32_t *alone;                    /* of a picture without a page: where the next thing stands; or NULL */
};

extern const char page_css[], page_css_table[];

/* What is said of KEY, a column or a group of columns; NULL: nothing. */
const char *page_about(const struct nsi_rows *r, const char *key);
/* The class of a state, "k-" aside: a word of ours whatever the state is. */
const char *page_kind(const char *state);
const char *page_heading(const struct page *p);
const char *page_word(const struct page *p, const char *state);        /* its word in the legend */
void page_table(struct page *p);
bool page_pictures(struct page *p);                    /* false: the rows give none */

/* Do the rows say what was due and what was reached of it? When: one more on each day. */
bool progress_rows(const struct nsi_rows *r);
struct svg_line progress_line(struct arena *a, const struct nsi_rows *r, const char *key, bool reached);

#endif
