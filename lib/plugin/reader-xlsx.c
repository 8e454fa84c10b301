/* reader-xlsx.c - rows of a workbook (xlsx), one after the other, for lib/base/sheet.c.
 *
 * A workbook is XML in a zip. Nothing is unpacked to a disk, no name in it is ever opened; what has a document type is
 * refused, so nothing expands; parts, rows, cells, texts have limits, so it ends. A sheet is read twice: what is merged
 * stands behind the rows.
 */
#include "workbook.h"

#include <stdlib.h>
#include <string.h>

/* ---- what is merged ----------------------------------------------------------------------------------------- */

/* "AB12": the column from 0, the row. False: it is none. */
static bool place(const char **s, int *column, int *row)
{
	long c = 0, r = 0;

	for (; **s == '$'; ++*s)
		;
	for (; (**s >= 'A' && **s <= 'Z') && c <= COLUMNS; ++*s)
		c = c * 26 + (**s - 'A' + 1);
	for (; **s == '$'; ++*s)
		;
	for (; **s >= '0' && **s <= '9' && r <= ROWS; ++*s)
		r = r * 10 + (**s - '0');
	*column = (int)c - 1;
	*row = (int)r;
	return c >= 1 && c <= COLUMNS && r <= ROWS;
}

/* Only what goes down over rows: its value is that of each of them. */
static void merge_start(struct stream *s, const char *name, const char **atts)
{
	struct book *b = s->b;
	const char *ref = strcmp(name, "mergeCell") ? NULL : attribute(atts, "ref");
	int c1, r1, c2, r2;
	struct merge *v;

	if (!ref || b->nmerge == MERGES || !place(&ref, &c1, &r1) || *ref++ != ':' || !place(&ref, &c2, &r2) ||
	    r2 <= r1 || r1 < 1)
		return;
	if (b->nmerge == b->cap_merge) {
		size_t cap = b->cap_merge * 2 + 64;

		if (!(v = realloc(b->merges, cap * sizeof(*v)))) {
			stop(s, memory);
			return;
		}
		b->merges = v;
		b->cap_merge = cap;
	}
	b->merges[b->nmerge++] = (struct merge){ r1, r2, c1, NULL };
}

static int by_row(const void *x, const void *y)
{
	const struct merge *a = x, *b = y;

	return a->from != b->from ? (a->from < b->from ? -1 : 1) : a->column - b->column;
}

static void merges_drop(struct book *b)
{
	for (size_t i = 0; i < b->nmerge; i++)
		free(b->merges[i].value);
	b->nmerge = b->next_merge = b->nactive = 0;
}

/* A row without cells before COLUMN gets empty ones. */
static bool widen(struct book *b, size_t n)
{
	if (n > b->cap_cell) {
		size_t cap = n * 2 + 16;
		size_t *off = realloc(b->off, cap * sizeof(*off));
		const char **cells;

		if (off)
			b->off = off;
		cells = off ? realloc(b->cells, cap * sizeof(*cells)) : NULL;
		if (!cells)
			return false;
		b->cells = cells;
		b->cap_cell = cap;
	}
	while (b->ncell < n)
		b->off[b->ncell++] = SIZE_MAX;
	return true;
}

/* The row is whole: merges that begin in it take its values, those that go through it give theirs. */
static bool merge(struct book *b)
{
	bool any = false;
	size_t kept = 0;

	b->out.last = b->line;
	for (size_t i = 0; i < b->ncell; i++)
		any |= b->off[i] != SIZE_MAX && b->row.s[b->off[i]];
	for (size_t i = 0; i < b->nactive; i++)
		if (b->active[i]->to >= b->line)
			b->active[kept++] = b->active[i];
	b->nactive = kept;
	for (size_t i = 0; i < b->nactive && any; i++) {
		struct merge *m = b->active[i];

		if (!m->value || !widen(b, (size_t)m->column + 1))
			continue;
		b->off[m->column] = b->row.n;
		if (!add(&b->row, m->value, strlen(m->value) + 1))
			return false;
	}
	for (; b->next_merge < b->nmerge && b->merges[b->next_merge].from <= b->line; b->next_merge++) {
		struct merge *m = &b->merges[b->next_merge];
		bool here = m->from == b->line && (size_t)m->column < b->ncell && b->off[m->column] != SIZE_MAX;

		if (here && m->to > b->out.last)
			b->out.last = m->to;
		free(m->value);
		m->value = here ? strdup(b->row.s + b->off[m->column]) : NULL;
		if (m->value && b->nactive < ACTIVE)
			b->active[b->nactive++] = m;
	}
	return true;
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

static void row_begin(struct stream *s, const char **atts)
{
	struct book *b = s->b;
	const char *r = attribute(atts, "r");
	long line = r ? strtol(r, NULL, 10) : b->line + 1;

	b->ncell = b->row.n = 0;
	b->column = -1;
	if (line <= b->line || line > ROWS) {
		stop(s, N_("the rows of the workbook do not stand one below the other"));
		return;
	}
	b->line = (int)line;
}

static void cell_begin(struct stream *s, const char **atts)
{
	struct book *b = s->b;
	const char *r = attribute(atts, "r"), *t = attribute(atts, "t"), *style = attribute(atts, "s");
	int row;

	b->column++;
	if ((r && !place(&r, &b->column, &row)) || b->column >= COLUMNS) {
		stop(s, N_("a row without end: more cells than any sheet has"));
		return;
	}
	b->type = !t ? 'n' : !strcmp(t, "inlineStr") ? 'i' : !strcmp(t, "str") ? 't' : *t;     /* n, s, b, e, d */
	b->style = style ? atoi(style) : 0;
	b->value.n = 0;
	if (!add(&b->value, "", 0))
		stop(s, memory);
}

static void row_start(struct stream *s, const char *name, const char **atts)
{
	struct book *b = s->b;

	b->hears = !strcmp(name, "v") || (!strcmp(name, "t") && b->type == 'i');
	if (!strcmp(name, "row"))
		row_begin(s, atts);
	else if (!strcmp(name, "c"))
		cell_begin(s, atts);
}

static void cell_end(struct stream *s)
{
	struct book *b = s->b;
	const char *v = b->value.s;
	char buf[64];

	if (b->type == 's' && b->value.n) {
		char *end;
		unsigned long k = strtoul(v, &end, 10);

		if (*end || k >= b->nshared) {
			stop(s, broken);
			return;
		}
		v = b->shared.s + b->at[k];
	} else if (b->type == 'b') {
		v = !strcmp(v, "1") ? "true" : !strcmp(v, "0") ? "false" : v;
	} else if (b->type == 'n' && b->value.n) {
		number(b, buf, v, b->style >= 0 && (size_t)b->style < b->nstyle && b->dates[b->style]);
		v = buf;
	} else if (b->type == 'd' && b->value.n == 19 && !strcmp(v + 10, "T00:00:00")) {
		b->value.s[10] = '\0';
	} else if (b->type == 't' || b->type == 'i') {
		unescape(b->value.s);
	}
	if (b->row.n + b->value.n > ROW_TEXT)
		stop(s, N_("a row without end: more cells than any sheet has"));
	else if (!widen(b, (size_t)b->column + 1))
		stop(s, memory);
	else {
		b->off[b->column] = b->row.n;
		if (!add(&b->row, v, strlen(v) + 1))
			stop(s, memory);
	}
}

static void row_end(struct stream *s, const char *name)
{
	struct book *b = s->b;

	b->hears = false;
	if (!strcmp(name, "c"))
		cell_end(s);
	if (strcmp(name, "row") != 0 || s->fault)
		return;
	b->ready = true;
	XML_StopParser(s->xml, XML_TRUE);
}

/* ---- the interface ------------------------------------------------------------------------------------------ */

static enum nsi_status told(const char **fault)
{
	return !*fault ? NSI_OK : **fault ? NSI_DATA : NSI_MEMORY;
}

static enum nsi_status book_open(int fd, size_t limit, void **out, const char **fault)
{
	struct book *b = calloc(1, sizeof(*b));

	*out = b;
	if (!b)
		return NSI_MEMORY;
	b->limit = limit < MOST ? limit : MOST;
	b->s.b = b;
	workbook_open(b, fd, fault);
	return told(fault);
}

static enum nsi_status book_sheet(void *x, size_t at, const char **name, const char **fault)
{
	struct book *b = x;
	size_t i = 0;

	*name = NULL;
	for (; i < b->nsheet; i++)
		if (!b->sheets[i].hidden && *b->sheets[i].path && !at--)
			break;
	stream_close(&b->s);
	merges_drop(b);
	if (i == b->nsheet)
		return NSI_OK;
	*fault = part_read(b, b->sheets[i].path, b->limit, merge_start, NULL, NULL);
	if (*fault)
		return told(fault);
	if (b->nmerge)
		qsort(b->merges, b->nmerge, sizeof(*b->merges), by_row);
	b->line = 0;
	b->all = 0;
	b->ready = b->hears = false;
	b->type = 'n';
	*name = b->sheets[i].name;
	if (!stream_open(b, &b->s, b->sheets[i].path, b->limit, fault) && !*fault)
		*fault = broken;
	b->s.start = row_start;
	b->s.end = row_end;
	return told(fault);
}

static enum nsi_status book_next(void *x, const struct nsi_reader_row **out, const char **fault)
{
	struct book *b = x;
	bool more = true;

	*out = NULL;
	b->ready = false;
	while (b->s.xml && more && !b->ready)
		more = step(&b->s);
	*fault = b->s.fault;
	if (*fault || !b->ready)
		return told(fault);
	if (!merge(b))
		return NSI_MEMORY;
	if ((b->all += b->ncell) > ALL_CELLS) {
		*fault = big;
		return told(fault);
	}
	for (size_t i = 0; i < b->ncell; i++)
		b->cells[i] = b->off[i] == SIZE_MAX ? "" : b->row.s + b->off[i];
	b->out.n = b->ncell;
	b->out.cells = b->cells;
	b->out.line = b->line;
	*out = &b->out;
	return NSI_OK;
}

static void book_close(void *x)
{
	struct book *b = x;

	if (!b)
		return;
	stream_close(&b->s);
	merges_drop(b);
	workbook_close(b);
	free(b->merges);
	free(b->row.s);
	free(b->value.s);
	free(b->off);
	free(b->cells);
	free(b);
}

NSI_API extern const struct nsi_reader nsi_reader_xlsx;
const struct nsi_reader nsi_reader_xlsx = { { NSI_PART_ABI, "xlsx", N_("a workbook of Excel") }, book_open, book_sheet, book_next, book_close };
