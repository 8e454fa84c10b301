/* sheet.c - the only user of libcsv. Pieces of the file are parsed into a queue of rows; workbooks are read by a plugin. */
#include "base/sheet_inside.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/decode.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/separator.h"
#include "base/text.h"

enum { PIECE = 16 << 10, MOST_CELLS = 20000 /* in a row: more than Excel has */ };

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
		return fault(r, r->line + line_ends(bytes, (size_t)(nul - bytes)),
		             N_("a NUL byte: this is not a CSV file"));
	}
	if (got && csv_parse(r->csv, bytes, got, on_field, on_row, r) != got)
		return fault(r, r->line, N_("quotes that do not match"));
	if (r->open > MOST_CELLS)
		return fault(r, r->row_line, N_("a row without end: more cells than any sheet has"));
	if (!got && (ferror(r->f) || csv_fini(r->csv, on_field, on_row, r)))
		return fault(r, r->row_line, N_("a quote is opened and never closed"));
	r->end = !got;
	return r->piece.oom ? NSI_MEMORY : NSI_OK;
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
		csv_free(r->csv);
	r->made = !csv_init(r->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	if (!r->made)
		return false;
	csv_set_space_func(r->csv, NULL);
	csv_set_blk_size(r->csv, PIECE);          /* a cell of megabytes does not grow by 128 bytes */
	csv_set_delim(r->csv, (unsigned char)r->separator);
	r->open = 0;
	r->cr = false;
	piece_begin(r);
	r->read = r->start;
	r->line = r->row_line = r->start_line;
	r->end = false;
	return true;
}

struct sheet *sheet_open(struct messages *m, const char *name, const char *encoding, size_t limit,
                         enum nsi_status *status)
{
	struct sheet *r = calloc(1, sizeof(*r));
	size_t size;

	*status = r ? NSI_OK : NSI_MEMORY;
	if (!r)
		return NULL;
	r->m = m;
	r->csv = arena_new(&r->keep, struct csv_parser);
	if (!r->csv) {
		free(r);
		*status = NSI_MEMORY;
		return NULL;
	}
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
		csv_free(r->csv);
	if (r->own)
		r->book->close(r->own);
	if (r->f)
		fclose(r->f);
	arena_free(&r->piece);
	arena_free(&r->keep);
	free(r);
}
