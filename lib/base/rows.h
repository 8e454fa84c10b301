/* rows.h - building an answer row by row, and what any answer can have done to it. */
#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include "base/arena.h"
#include "base/message.h"

/* A table that grows; cells of a row are set by column, in any order. */
struct table {
	struct arena *arena;
	struct nsi_rows rows;              /* what to hand back when done */
	struct nsi_cell *cells;
	size_t cap;                        /* of rows */
};

/* COLS: NSI_T_NONE key at the end is not needed, N says how many; titles are N_() and get
 * translated here. */
void table_begin(struct table *t, struct arena *a, enum lang l, const struct nsi_column *cols, size_t n);
struct nsi_cell *table_row(struct table *t);          /* a new row of nulls; NULL: out of memory */
/* The summary: cells for N columns (titles as above) to be filled; NULL: out of memory. */
struct nsi_cell *table_sums(struct table *t, enum lang l, const struct nsi_column *cols, size_t n);
/* Cells; strings are kept, not copied. */
struct nsi_cell cell_text(enum nsi_type t, const char *s);      /* NULL: null */
struct nsi_cell cell_int(int64_t i);
struct nsi_cell cell_real(double r);
struct nsi_cell cell_day(int32_t d);                            /* DAY_NONE: null */
struct nsi_cell cell_flag(bool b);

/* The rows with only the columns asked for, sorted, limited (see struct nsi_output); a new struct
 * in the arena. NULL: a message says which key is unknown, or out of memory. */
const struct nsi_rows *rows_view(struct messages *m, struct arena *a, const struct nsi_rows *r,
                                 const struct nsi_output *o);

#endif
