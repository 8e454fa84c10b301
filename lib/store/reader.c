/* reader.c - the only user of libcsv. Pieces of the file are parsed into a queue of rows; next()
 * takes one and puts it through the acceptor. */
#include "store/reader.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { PIECE = 16 << 10, MOST_COLUMNS = 64, MOST_FAULTS = 1000 };
#define LIMIT ((size_t)4 << 30)

struct cell { const char *s; };
struct row { size_t first, n; int line; };

struct reader {
	struct source source;
	const struct nsi_verb *verb;
	const char *name;
	FILE *f;
	struct csv_parser csv;
	bool made, end, refused;
	struct arena piece, one;           /* cells of the parsed piece; what the last thing said needs */
	struct row *rows; size_t nrow, at, cap_row;
	struct cell *cells; size_t ncell, cap_cell;
	size_t open;                       /* cells of the row being parsed */
	int line, row_line;                /* where the parser is; where its row began */
	const struct nsi_field *columns[MOST_COLUMNS];
	size_t ncolumn;
	struct draft common;               /* values for all rows */
	enum nsi_status status;
	size_t faults;
	bool placing;                      /* looking for lines of entries: rows passed so far */
	size_t passed;
};

static void on_field(void *s, size_t len, void *x)
{
	struct reader *r = x;
	struct cell *v = arena_grow(&r->piece, r->cells, &r->cap_cell, r->ncell + 1, sizeof(*v));

	if (!v)
		return;
	r->cells = v;
	v[r->ncell++].s = arena_strndup(&r->piece, len ? s : "", len);
	r->open++;
	for (size_t i = 0; i < len; i++)
		r->line += ((const char *)s)[i] == '\n';
}

static bool blank(const struct reader *r)
{
	for (size_t i = r->ncell - r->open; i < r->ncell; i++)
		if (r->cells[i].s[strspn(r->cells[i].s, " \t")])
			return false;
	return true;
}

static void on_row(int c, void *x)
{
	struct reader *r = x;
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
	r->line += c == '\n';
	r->row_line = r->line;
}

static enum nsi_status fault(struct reader *r, int line, enum nsi_status status, const char *text)
{
	message_put(&r->source.nsi->messages, NSI_ERROR, r->name, line, 0, NULL, tr(r->source.nsi->lang, text));
	return status;
}

/* The next piece into the queue. A row that it only begins stays with the parser. */
static enum nsi_status fill(struct reader *r)
{
	char bytes[PIECE];
	const char *nul;
	size_t got;

	if (r->open) {
		/* cells of a row that is not whole move to the next piece */
		struct arena next = { 0 };
		struct cell *v = arena_array(&next, struct cell, r->open + 8);

		for (size_t i = 0; v && i < r->open; i++)
			v[i].s = arena_strdup(&next, r->cells[r->ncell - r->open + i].s);
		arena_free(&r->piece);
		r->piece = next;
		r->cells = v;
		r->ncell = r->open;
		r->cap_cell = r->open + 8;
	} else {
		arena_free(&r->piece);
		r->cells = NULL;
		r->ncell = r->cap_cell = 0;
	}
	r->rows = NULL;
	r->nrow = r->at = r->cap_row = 0;
	got = fread(bytes, 1, sizeof(bytes), r->f);
	if (got && (nul = memchr(bytes, '\0', got))) {
		for (const char *p = bytes; p < nul; p++)
			r->line += *p == '\n';
		return fault(r, r->line, NSI_DATA, N_("a NUL byte: this is not a CSV file"));
	}
	if (got && csv_parse(&r->csv, bytes, got, on_field, on_row, r) != got)
		return fault(r, r->line, NSI_DATA, N_("quotes that do not match"));
	if (!got && (ferror(r->f) || csv_fini(&r->csv, on_field, on_row, r)))
		return fault(r, r->row_line, NSI_DATA, N_("a quote is opened and never closed"));
	r->end = !got;
	return r->piece.oom ? NSI_MEMORY : NSI_OK;
}

static const struct row *next_row(struct reader *r)
{
	while (r->at == r->nrow) {
		if (r->end || (r->status = fill(r)))
			return NULL;
	}
	return &r->rows[r->at++];
}

/* ---- headers ------------------------------------------------------------------------------------------ */

static const struct { const char *key, *title; } titles[] = {
	{ "person", N_("Person") }, { "unit", N_("Unit") }, { "state", N_("State") }, { "on", N_("Day") },
	{ "checked_by", N_("Checked by") }, { "with", N_("With whom") }, { "beside", N_("Beside") }, { "way", N_("Way") },
	{ "evidence", N_("Evidence") }, { "session", N_("Session") }, { "reason", N_("Reason") },
	{ "on", N_("On") }, { "with", N_("With") },        /* as tables are headed */
};

static const struct nsi_field *header(struct reader *r, const char *word)
{
	struct arena *a = &r->source.nsi->scratch;
	const char *folded = text_fold(a, word);

	for (const struct nsi_field *f = r->verb->fields; f->key; f++)
		if (!strcmp(f->key, folded))
			return f;
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
			if (!strcmp(text_fold(a, tr(l, titles[i].title)), folded))
				return field_of(r->verb, titles[i].key);
	return NULL;
}

static enum nsi_status headers(struct reader *r)
{
	struct messages *m = &r->source.nsi->messages;
	const struct row *row = next_row(r);
	enum nsi_status status = NSI_OK;

	if (!row)
		return r->status ? r->status : fault(r, 1, NSI_DATA, N_("the file is empty: the first line names the columns"));
	for (size_t i = 0; i < row->n && i < MOST_COLUMNS; i++) {
		const char *word = r->cells[row->first + i].s;

		r->columns[i] = header(r, word);
		r->ncolumn = i + 1;
		if (!r->columns[i] && *word)
			message_at(m, NSI_WARNING, r->name, row->line, 0, NULL, N_("column \"%s\" is ignored"), word);
		for (size_t k = 0; k < i && r->columns[i]; k++)
			if (r->columns[k] == r->columns[i]) {
				message_at(m, NSI_ERROR, r->name, row->line, 0, NULL, N_("column \"%s\" stands twice"), word);
				status = NSI_DATA;
				break;
			}
	}
	for (const struct nsi_field *f = r->verb->fields; f->key; f++) {
		bool there = draft_given(&r->common, f) || (f->flags & NSI_MUST) != NSI_MUST;

		for (size_t i = 0; i < r->ncolumn; i++)
			there = there || r->columns[i] == f;
		if (!there) {
			message_at(m, NSI_ERROR, r->name, row->line, 0, NULL, N_("there is no column \"%s\" (%s)"), f->key,
			           tr(r->source.nsi->lang, f->help));
			status = NSI_DATA;
		}
	}
	return status;
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

/* A cell may hold two people: "p05 p08" or "p05,p08". */
static enum nsi_status put(struct reader *r, struct draft *d, const struct nsi_field *f, const char *cell)
{
	struct nsi *n = r->source.nsi;
	enum nsi_status status = NSI_OK;
	size_t len;

	cell += strspn(cell, " \t");
	if (!*cell)
		return NSI_OK;
	if (!(f->flags & NSI_MANY)) {
		for (len = strlen(cell); len && strchr(" \t", cell[len - 1]);)
			len--;
		return draft_set(n, &r->one, d, f, cell[len] ? arena_strndup(&r->one, cell, len) : cell);
	}
	while (*cell && !status) {
		len = strcspn(cell, " ,\t");
		if (f->at == (int)offsetof(struct said, person) && cell[len + strspn(cell + len, " ,\t")])
			return fail(&n->messages, NSI_DATA, N_("\"%s\" holds several: one person a row"), f->key);
		if (len)
			status = draft_set(n, &r->one, d, f, arena_strndup(&r->one, cell, len));
		cell += len + strspn(cell + len, " ,\t");
	}
	return status;
}

static enum nsi_status one(struct reader *r, const struct row *row, struct said *out)
{
	struct nsi *n = r->source.nsi;
	struct draft d = r->common;
	enum nsi_status status = NSI_OK;

	arena_free(&r->one);
	for (size_t i = 0; i < row->n && i < r->ncolumn && !status; i++) {
		const char *cell = r->cells[row->first + i].s;
		size_t len = strlen(cell);

		if (!r->columns[i])
			continue;
		if (text_bad(cell, len) < len)
			return fail(&n->messages, NSI_DATA, N_("not UTF-8 in column \"%s\""), r->columns[i]->key);
		status = put(r, &d, r->columns[i], text_nfc(&r->one, cell, len));
	}
	if (!status && row->n > r->ncolumn)
		status = fail(&n->messages, NSI_DATA, N_("%zu columns where the header has %zu"), row->n, r->ncolumn);
	if (!status)
		status = draft_end(n, &r->one, &d, out);
	out->file = r->name;
	out->line = row->line;
	return status;
}

/* Messages of a wrong row get its place. */
static void place_messages(struct reader *r, size_t from, int line)
{
	struct messages *m = &r->source.nsi->messages;

	for (size_t i = from; i < m->n; i++)
		if (!m->v[i].file) {
			m->v[i].file = r->name;
			m->v[i].line = line;
		}
}

/* A wrong row does not end the reading: all that is wrong is told at once. */
static int next(struct source *s, struct said *out)
{
	struct reader *r = (struct reader *)s;
	const struct row *row;

	while ((row = next_row(r))) {
		size_t from = s->nsi->messages.n;

		r->status = one(r, row, out);
		if (!r->status && !r->refused)
			return 1;
		if (r->status && r->status != NSI_DATA)
			return -1;
		if (r->status) {
			place_messages(r, from, row->line);
			r->refused = true;
			if (++r->faults == MOST_FAULTS)
				return -1;
		}
	}
	return r->status || r->refused ? -1 : 0;
}

static bool from_start(struct reader *r)
{
	unsigned char bom[3];

	if (fseek(r->f, 0, SEEK_SET))
		return false;
	if (fread(bom, 1, 3, r->f) != 3 || memcmp(bom, "\xef\xbb\xbf", 3))
		rewind(r->f);
	if (r->made)
		csv_free(&r->csv);
	r->made = !csv_init(&r->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	if (!r->made)
		return false;
	csv_set_space_func(&r->csv, NULL);
	arena_free(&r->piece);
	r->cells = NULL;
	r->rows = NULL;
	r->nrow = r->at = r->cap_row = r->ncell = r->cap_cell = r->open = 0;
	r->line = r->row_line = 1;
	r->end = false;
	return true;
}

static bool again(struct source *s)
{
	struct reader *r = (struct reader *)s;

	return from_start(r) && next_row(r);               /* behind the header */
}

/* Asked for in ascending order this reads the file once. */
static void place(struct source *s, size_t k, const char **file, int *line)
{
	struct reader *r = (struct reader *)s;
	const struct row *row = NULL;

	if (!r->placing || k < r->passed) {
		if (!again(s))
			return;
		r->placing = true;
		r->passed = 0;
	}
	while (r->passed <= k && (row = next_row(r)))
		r->passed++;
	if (row) {
		*file = r->name;
		*line = row->line;
	}
}

/* Standard input is kept in a nameless file, so that it can be read again. */
static FILE *spool(struct nsi *n)
{
	FILE *f = tmpfile();
	char bytes[PIECE];
	size_t got;

	while (f && (got = fread(bytes, 1, sizeof(bytes), stdin)))
		if (fwrite(bytes, 1, got, f) != got) {
			fclose(f);
			f = NULL;
		}
	if (!f)
		fail(&n->messages, NSI_MACHINE, N_("no room for the standard input in the folder for temporary files"));
	return f;
}

enum nsi_status reader_open(struct nsi *n, const struct nsi_verb *v, const char *file,
                            const struct nsi_arg *args, size_t narg, struct source **out)
{
	struct reader *r = calloc(1, sizeof(*r));
	enum nsi_status status = NSI_OK;
	size_t size;

	*out = r ? &r->source : NULL;
	if (!r)
		return NSI_MEMORY;
	r->source = (struct source){ next, again, place, n };
	r->verb = v;
	r->name = arena_strdup(&n->scratch, strcmp(file, "-") ? file : "<stdin>");
	r->f = strcmp(file, "-") ? file_open(&n->messages, file, LIMIT, &size, &status) : spool(n);
	if (!r->f)
		return status ? status : NSI_MACHINE;
	draft_begin(&r->common, v);
	for (size_t i = 0; i < narg && !status; i++) {
		const struct nsi_field *f = field_of(v, args[i].key);

		status = f ? draft_set(n, &n->scratch, &r->common, f, args[i].value)
			: fail(&n->messages, NSI_USAGE, N_("%s takes no %s"), v->name, args[i].key);
	}
	if (!status && !from_start(r))
		status = NSI_MEMORY;
	return status ? status : headers(r);
}

void reader_close(struct source *s)
{
	struct reader *r = (struct reader *)s;

	if (!r)
		return;
	if (r->made)
		csv_free(&r->csv);
	if (r->f)
		fclose(r->f);
	arena_free(&r->piece);
	arena_free(&r->one);
	free(r);
}
