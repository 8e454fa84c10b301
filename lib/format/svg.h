/* svg.h - three kinds of small pictures for a page: parts of a whole, bars, steps over time. Colours are classes of the
 * page, so that they follow light, dark and paper; each picture has a title, and says all that it shows as text. */
#ifndef FORMAT_SVG_H
#define FORMAT_SVG_H

#include "format/html.h"

enum { SVG_WIDE = 3600, SVG_EDGE = 200 };  /* of a picture; around those that stand in another */

/* KIND: a word of ours, "mastered": its class is k-mastered. SIGN: what stands for it elsewhere. */
struct svg_part { const char *name, *kind; int32_t value; const char *sign; };
struct svg_bar { const char *name; int32_t value, of; };       /* OF 0: there is no whole */
struct svg_point { int32_t day, count; };
struct svg_line { const char *name; size_t n; const struct svg_point *v; };    /* days ascending; holds until the next */

/* ID: unique on the page. TEXT says what the picture shows. Y: in another picture, where this one begins, and then where
 * it ends; else NULL. */
struct svg { const char *id, *title, *text; int32_t *y; };

void svg_parts(struct html *h, const struct svg *s, const struct svg_part *v, size_t n);
/* OWN: each is measured by its own whole, else all by the longest. */
void svg_bars(struct html *h, const struct svg *s, const struct svg_bar *v, size_t n, bool own);
/* The first line is dashed: the plan. DAYS: the first and the last one as people write them. */
void svg_steps(struct html *h, const struct svg *s, const struct svg_line *v, size_t n, const char *const days[2]);

/* What the signs stand for, and with COUNTS how many there are of each, in WIDTH at X, Y; returns where it ends. */
int32_t svg_key(struct html *h, const struct svg_part *v, size_t n, int32_t x, int32_t y, int32_t width, bool counts);
/* NAME, cut where letters of SIZE would be wider than ROOM. */
const char *svg_cut(struct html *h, const char *name, int32_t size, int32_t room);

#endif
