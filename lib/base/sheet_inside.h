/* sheet_inside.h - a sheet as its own two files see it: sheet.c reads text, sheet_book.c workbooks. */
#ifndef BASE_SHEET_INSIDE_H
#define BASE_SHEET_INSIDE_H

#include <stdio.h>

#include "base/part.h"
#include "base/sheet.h"

struct csv_parser;
struct row { size_t first, n; int line; };

struct sheet {
	struct messages *m;
	FILE *f;
	const char *name;
	char separator;
	long start;                        /* of the rows: behind a line "sep=" and a mark */
	int start_line;
	int64_t read, size;                /* bytes */
	struct csv_parser *csv;
	bool made, end;
	struct arena keep, piece;          /* the name; cells of the parsed piece */
	struct row *rows; size_t nrow, at, cap_row;
	const char **cells; size_t ncell, cap_cell;
	size_t open;                       /* cells of the row being parsed */
	int line, row_line;                /* where the parser is; where its row began */
	bool cr;                           /* the last that it saw ended a line with CR */
	struct sheet_row out;
	/* of a workbook: who reads it, which of its sheets, the line of its heading (0: the first row) and its last one */
	const struct nsi_reader *book;
	void *own;
	const char *leaf;                  /* its name, as long as the book is open */
	size_t which;
	int last, heading, heading_end;
	const char **head; size_t nhead;   /* the heading, of one row or of two */
};

/* The first bytes are those of a workbook. False: they are not, or *STATUS says what it is. */
bool book_open(struct sheet *r, size_t limit, enum nsi_status *status);
/* To the first row of sheet AT. False: there is none, or *STATUS says why. */
bool book_to(struct sheet *r, size_t at, enum nsi_status *status);
const struct sheet_row *book_next(struct sheet *r, enum nsi_status *status);

#endif
