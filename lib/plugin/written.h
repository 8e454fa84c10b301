/* written.h - a workbook (xlsx) being written: what lib/plugin/format-xlsx.c needs of its cells. */
#ifndef PLUGIN_WRITTEN_H
#define PLUGIN_WRITTEN_H

#include <stdint.h>
#include <xlsxwriter.h>

#include "nsi.h"

#define N_(s) s

enum { MOST_ROWS = 1000000, MOST_NAME = 31, MOST_TEXT = 32767, NARROW = 4, WIDE = 60, LOOKS = 64 };

/* What a cell looks like; equal looks are one format of the workbook. RIGHT: as numbers stand; LEFT: a number that does not. */
struct look { const char *number; unsigned fill; bool bold, alarm, center, right, left, wrap, open, head; };

struct book {
	lxw_workbook *wb;
	const struct nsi_rows *r;
	const struct nsi_style *st;
	struct look looks[LOOKS];
	lxw_format *formats[LOOKS];
	size_t nlook;
	size_t *cols, ncol;                /* those that people see */
	size_t row_at;                     /* what a row is, where it is nobody; ncol of R: no such column */
	size_t leaf;                       /* column by whose values there is a sheet for each; ncol of R: none */
	bool grouped;
	bool broken;
};

/* A worksheet being filled: columns COLS of the book, rows [FROM, TO); TALL: lines of text in the row being written. */
struct page { struct book *b; lxw_worksheet *ws; const size_t *cols; size_t ncol, from, to; int *width, *places, tall; lxw_row_t y; };

lxw_format *format_of(struct book *b, struct look k);
unsigned fill_of(const char *state);                   /* the colour behind a state; 0: none */
int letters(const char *s);
/* S as a workbook keeps it, cut to what a cell holds; to be freed. NULL: out of memory. */
char *kept(const char *s);
/* What people read: in a cell; of a text. Lives until the next call. */
const char *people(struct book *b, const struct nsi_cell *c);
const char *plain(struct book *b, const char *s);
void widen(struct page *p, size_t k, int n);           /* column K holds N letters */
int decimals(double v);                                /* how many of them people read of V, at most 3 */
/* Text, or a cell as what it is, at column K of the line being written; MEASURED: the column becomes as wide. */
void put(struct page *p, size_t k, const char *s, struct look look, bool measured);
void put_cell(struct page *p, size_t k, const struct nsi_cell *c, struct look look);

#endif
