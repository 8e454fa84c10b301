/* sheet.c - the only user of libcsv. Pieces of the file are parsed into a queue of rows; workbooks are read by a plugin. */
#include "base/sheet.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/decode.h"
#include "base/file.h"
#include "base/part.h"
#include "base/progress.h"
#include "base/separator.h"
#include "base/text.h"

enum { PIECE = 16 << 10, MOST_CELLS = 20000 /* in a row: more than Excel has */, MOST_ABOVE = 50 /* rows above a heading */ };

struct row { size_t first, n; int line; };

struct sheet {
	struct messages *m;
	FILE *f;
	const char *name;
	char separator;
	long start;                        /* of the rows: behind a line "sep=" and a mark */
	int start_line;
	int64_t read, size;                /* bytes */
	struct csv_parser csv;
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
};

/* The lines that end in LEN bytes of S: by LF, CRLF, or CR alone. */
static int line_ends(const char *s, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++)
		n += s[i] == '\n' || (s[i] == '\r' && !(i + 1 < len && s[i + 1] == '\n'));
	return n;
}

static void on_field(void *s, size_t len, void *x)
{
	struct sheet *r = x;
	const char **v = arena_grow(&r->piece, r->cells, &r->cap_cell, r->ncell + 1, sizeof(*v));

	if (!v)
		return;
	r->cells = v;
	v[r->ncell++] = arena_strndup(&r->piece, len ? s : "", len);
	r->open++;
	r->line += line_ends(s, len);
	r->cr = false;
}

static bool blank(const struct sheet *r)
{
	for (size_t i = r->ncell - r->open; i < r->ncell; i++)
		if (!text_blank(r->cells[i]))
			return false;
	return true;
}

static void on_row(int c, void *x)
{
	struct sheet *r = x;
	struct row *v;

	if (r->open && !blank(r)) {
		v = arena_grow(&r->piece, r->rows, &r->cap_row, r->nrow + 1, sizeof(*v));
		if (!v)
			return;
		r->rows = v;
		v[r->nrow++] = (struct row){ r->ncell - r->open, r->open, r->row_line };
	} else {
		r->ncell -= r->open;
	}
	r->open = 0;
	r->line += c == '\r' || (c == '\n' && !r->cr);
	r->cr = c == '\r';
	r->row_line = r->line;
}

static enum nsi_status fault(struct sheet *r, int line, const char *text)
{
	message_put(r->m, NSI_ERROR, r->name, line, 0, NULL, tr(r->m->lang, text));
	return NSI_DATA;
}

/* The queue is empty: cells of a row that is not whole yet move to the next piece. */
static void piece_begin(struct sheet *r)
{
	struct arena next = { 0 };
	const char **v = r->open ? arena_array(&next, const char *, r->open + 8) : NULL;

	for (size_t i = 0; v && i < r->open; i++)
		v[i] = arena_strdup(&next, r->cells[r->ncell - r->open + i]);
	arena_free(&r->piece);
	r->piece = next;
	r->cells = v;
	r->ncell = v ? r->open : 0;
	r->cap_cell = v ? r->open + 8 : 0;
	r->rows = NULL;
	r->nrow = r->at = r->cap_row = 0;
}

static enum nsi_status fill(struct sheet *r)
{
	char bytes[PIECE];
	const char *nul;
	size_t got;

	piece_begin(r);
	got = fread(bytes, 1, sizeof(bytes), r->f);
	r->read += (int64_t)got;
	progress_at(r->m, N_("reading the file"), r->read, r->size);
	if (got && (nul = memchr(bytes, '\0', got))) {
		return fault(r, r->line + line_ends(bytes, (size_t)(nul - bytes)), N_("a NUL byte: this is not a CSV file"));
	}
	if (got && csv_parse(&r->csv, bytes, got, on_field, on_row, r) != got)
		return fault(r, r->line, N_("quotes that do not match"));
	if (r->open > MOST_CELLS)
		return fault(r, r->row_line, N_("a row without end: more cells than any sheet has"));
	if (!got && (ferror(r->f) || csv_fini(&r->csv, on_field, on_row, r)))
		return fault(r, r->row_line, N_("a quote is opened and never closed"));
	r->end = !got;
	return r->piece.oom ? NSI_MEMORY : NSI_OK;
}

/* ---- workbooks ----------------------------------------------------------------------------------------- */

static const struct nsi_reader readers[] = {
	{ { NSI_PART_ABI, "xlsx", NULL }, NULL, NULL, NULL, NULL },
	{ { 0, NULL, NULL }, NULL, NULL, NULL, NULL },
};

static enum nsi_status book_fault(struct sheet *r, enum nsi_status status, const char *text)
{
	if (status == NSI_DATA)
		message_put(r->m, NSI_ERROR, r->name, r->out.line, 0, NULL, tr(r->m->lang, text));
	return status;
}

/* To the first row of sheet AT. False: there is none, or *STATUS says why. */
static bool book_to(struct sheet *r, size_t at, enum nsi_status *status)
{
	const char *name = NULL, *fault = NULL;

	r->which = at;
	r->out.line = 0;
	*status = r->book->sheet(r->own, at, &name, &fault);
	book_fault(r, *status, fault);
	r->leaf = name;
	return !*status && name;
}

static const struct sheet_row *book_next(struct sheet *r, enum nsi_status *status)
{
	const struct nsi_reader_row *row;
	const char *fault = NULL;
	bool blank;

	progress_at(r->m, N_("reading the file"), 0, 0);
	do {
		*status = r->book->next(r->own, &row, &fault);
		book_fault(r, *status, fault);
		if (*status || !row)
			return NULL;
		blank = true;
		for (size_t i = 0; i < row->n && blank; i++)
			blank = text_blank(row->cells[i]);
		blank |= row->line < r->heading || (row->line > r->heading && row->line <= r->heading_end);
	} while (blank);
	r->out = (struct sheet_row){ row->n, row->cells, row->line };
	r->last = row->last;
	return &r->out;
}

/* The first bytes are those of a workbook. False: they are not, or *STATUS says what it is. */
static bool book_open(struct sheet *r, size_t limit, enum nsi_status *status)
{
	unsigned char head[8] = { 0 };
	const char *fault = NULL;
	size_t got = fread(head, 1, sizeof(head), r->f);

	rewind(r->f);
	if (got == 8 && !memcmp(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) {
		*status = book_fault(r, NSI_DATA, N_("an old .xls, or a workbook with a password: save it as .xlsx without a password"));
		return false;
	}
	if (got < 4 || memcmp(head, "PK", 2) || head[2] > 6 || head[3] > 7)
		return false;
	r->book = part_find(r->m, N_("reader"), "xlsx", readers, sizeof(*readers), offsetof(struct nsi_reader, open), status);
	if (!r->book)
		return true;
	fflush(r->f);
	*status = r->book->open(fileno(r->f), limit, &r->own, &fault);
	book_fault(r, *status, fault);
	if (!*status && !book_to(r, 0, status) && !*status)
		*status = book_fault(r, NSI_DATA, N_("the workbook has no sheet"));
	return true;
}

enum nsi_status sheet_seek(struct sheet *r, const char *named, bool (*fits)(void *x, const struct sheet_row *row), void *x)
{
	enum nsi_status status = NSI_OK;
	const struct sheet_row *row;
	size_t first = 0;
	bool there = !named;

	if (!r->book)
		return named ? fail(r->m, NSI_USAGE, N_("%s is no workbook: it has no sheets"), r->name) : NSI_OK;
	r->heading = r->heading_end = 0;
	for (size_t at = 0; !status && book_to(r, at, &status); at++) {
		if (named && strcmp(r->leaf, named) != 0)
			continue;
		first = there ? first : at;
		there = true;
		for (int k = 0; k < MOST_ABOVE && (row = book_next(r, &status)); k++)
			if (fits(x, row)) {
				r->heading = row->line;
				r->heading_end = r->last;
				return sheet_again(r) ? NSI_OK : NSI_MEMORY;
			}
	}
	if (!status && !there)
		return fail(r->m, NSI_DATA, N_("%s has no sheet \"%s\""), r->name, named);
	if (!status)
		book_to(r, first, &status);
	return status;
}

bool sheet_is_book(const struct sheet *r)
{
	return r->book;
}

/* ---- rows ----------------------------------------------------------------------------------------------- */

const struct sheet_row *sheet_next(struct sheet *r, enum nsi_status *status)
{
	const struct row *row;

	if (r->book)
		return book_next(r, status);
	while (r->at == r->nrow) {
		if (r->end || (*status = fill(r)))
			return NULL;
	}
	row = &r->rows[r->at++];
	r->out = (struct sheet_row){ row->n, r->cells + row->first, row->line };
	return &r->out;
}

/* ---- opening ------------------------------------------------------------------------------------------- */

bool sheet_again(struct sheet *r)
{
	enum nsi_status status;

	if (r->book)
		return book_to(r, r->which, &status);
	if (fseek(r->f, r->start, SEEK_SET))
		return false;
	if (r->made)
		csv_free(&r->csv);
	r->made = !csv_init(&r->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	if (!r->made)
		return false;
	csv_set_space_func(&r->csv, NULL);
	csv_set_delim(&r->csv, (unsigned char)r->separator);
	r->open = 0;
	r->cr = false;
	piece_begin(r);
	r->read = r->start;
	r->line = r->row_line = r->start_line;
	r->end = false;
	return true;
}

struct sheet *sheet_open(struct messages *m, const char *name, const char *encoding, size_t limit, enum nsi_status *status)
{
	struct sheet *r = calloc(1, sizeof(*r));
	size_t size;

	*status = r ? NSI_OK : NSI_MEMORY;
	if (!r)
		return NULL;
	r->m = m;
	r->name = arena_strdup(&r->keep, strcmp(name, "-") ? name : "<stdin>");
	r->f = strcmp(name, "-") ? file_open(m, name, limit, &size, status) : decode_input(limit);
	if (!r->f && !*status)
		*status = fail(m, NSI_MACHINE, N_("no room for the standard input in the folder for temporary files"));
	if (!*status && book_open(r, limit, status)) {
		if (!*status)
			return r;
		sheet_close(r);
		return NULL;
	}
	if (!*status)
		*status = decode_file(m, r->name, encoding, limit, &r->f);
	if (!*status) {
		r->separator = separator_find(r->f, &r->start, &r->start_line);
		r->size = file_size(r->f);
		if (!sheet_again(r))
			*status = NSI_MEMORY;
	}
	if (!*status)
		return r;
	sheet_close(r);
	return NULL;
}

const char *sheet_name(const struct sheet *r)
{
	return r->name;
}

char sheet_separator(const struct sheet *r)
{
	return r->book ? ';' : r->separator;
}

void sheet_close(struct sheet *r)
{
	if (!r)
		return;
	if (r->made)
		csv_free(&r->csv);
	if (r->own)
		r->book->close(r->own);
	if (r->f)
		fclose(r->f);
	arena_free(&r->piece);
	arena_free(&r->keep);
	free(r);
}
