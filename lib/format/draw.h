/* draw.h - what both drawings of a table share: the columns as people see them, and their texts. */
#ifndef FORMAT_DRAW_H
#define FORMAT_DRAW_H

#include "format/format.h"

/* A column as it is shown. */
struct shown {
	size_t at;                         /* of the rows */
	const char *title;
	int width;
	int least;                         /* with the title wrapped: texts and the longest word of the title */
	int word;                          /* the longest word of all */
	int decimals;
	bool right;
	bool label;                        /* left of the groups */
	bool opens;                        /* the first of its group */
	bool follows;                      /* written behind its left neighbour: "5 of 11" */
};

struct drawing {
	struct out o;
	struct arena a;
	const struct nsi_rows *r;
	const struct nsi_style *st;
	struct shown *v;
	size_t n;
	bool grouped;
	size_t row_at;                     /* the column that says what a row is; r->ncol: none */
	const char **texts;                /* nrow × n */
	int owed;                          /* blanks still to write, so that no line ends in them */
};

#define BOLD "\033[1m"
#define RED "\033[31m"

/* Choose the columns; ALL: also the one that says what a row is. False: out of memory. */
bool draw_columns(struct drawing *d, bool all);
/* Choose the columns, write the texts, measure both. False: out of memory. */
bool draw_prepare(struct drawing *d);
/* What a row says of itself where it is nobody's: "can teach"; NULL: its labels say it. */
const char *draw_row_word(struct drawing *d, size_t row);
bool draw_marks(const struct nsi_rows *r);             /* is there anything that the legend explains? */
const char *draw_legend(struct drawing *d, size_t i);  /* "+ mastered"; NULL: nothing to explain */
const char *draw_sum(struct drawing *d, size_t i);     /* "Hours: 27.5"; NULL: nothing there */
/* N bytes of S in the column S takes, in COLOR (NULL: none). */
void draw_cell(struct drawing *d, const struct shown *c, const char *s, size_t n, const char *color);
void draw_bar(struct drawing *d);                      /* " | " */
void draw_end(struct drawing *d);                      /* of a line */
const char *draw_alarm(const struct drawing *d, size_t row, size_t k);   /* the color of a cell */
/* How many bytes of S go on a line of WIDTH columns: up to a blank where there is one. */
size_t draw_line(const char *s, int width);
void draw_title(struct drawing *d);
void draw_footer(struct drawing *d);                   /* legend, notes, summary */

void spark_draw(struct drawing *d);                    /* on a terminal, where there is progress to see */
void grid_draw(struct drawing *d);

#endif
