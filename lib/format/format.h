/* format.h - what the writers of rows share: their table, a buffer before the sink, texts of cells. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "base/arena.h"
#include "nsi.h"

/* A buffer in front of a sink. */
struct out { struct nsi_sink *sink; size_t n; char b[8192]; };
void out_put(struct out *o, const char *s, size_t n);
void out_puts(struct out *o, const char *s);
void out_pad(struct out *o, int n, char c);            /* N times C */
void out_flush(struct out *o);

enum { CELL_BUF = 32 };
/* A cell for machines: a dot in numbers, ISO days, English words, "true" and "false", the state of a
 * mark ("" if it is of an earlier year). NULL: null. Text is the cell's own, nothing is escaped. */
const char *cell_machine(char buf[CELL_BUF], const struct nsi_cell *c);

/* A cell for people: words in their language, days and decimals as their country writes them, the
 * mark of a state; DECIMALS of a real. One line, safe to print. Null is "". */
const char *cell_people(struct arena *a, const struct nsi_rows *r, const struct nsi_style *st,
                        const struct nsi_cell *c, int decimals);
/* The same for struct nsi_style.text, whose own is a struct cell_room, empty at first; who made it frees its arena. */
struct cell_room { struct arena a; struct arena_mark start; };
const char *cell_text_of(const struct nsi_style *st, const struct nsi_rows *r, const struct nsi_cell *c);
/* How many decimals the reals of column AT need, at most three. */
int cell_decimals(const struct nsi_rows *r, size_t at);
/* S as one line that is safe to print: what breaks lines is a blank. */
const char *one_line(struct arena *a, const char *s);

/* The same with its lines: LF ends them, tabs stay. */
const char *lines_safe(struct arena *a, const char *s);

/* Would a program of sheets run S as a formula, or take its apostrophe for a guard? Then it gets one in front. */
bool cell_wants_guard(const char *s);
/* A cell as it was before that. */
const char *cell_unguarded(const char *s);

int table_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int csv_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int tsv_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int csv_excel_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int html_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int svg_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int md_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int json_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);
int ndjson_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st);

#endif
