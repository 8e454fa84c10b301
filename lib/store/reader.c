/* reader.c - rows of a CSV file, one after the other through the acceptor. */
#include "store/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/sheet.h"
#include "format/format.h"
#include "store/output.h"
#include "store/resolve.h"

enum { MOST_COLUMNS = 64, MOST_FAULTS = 1000, MOST_LIST = 10000 };
#define LIMIT ((size_t)4 << 30)

struct reader {
	struct source source;
	const struct nsi_verb *verb;
	const char *name;
	struct sheet *sheet;
	bool refused;
	struct arena one;                  /* what the last thing said needs … */
	struct arena_mark none;            /* … behind the first block, which stays */
	const struct nsi_field *columns[MOST_COLUMNS];
	size_t ncolumn;
	struct draft common;               /* values for all rows */
	enum nsi_status status;
	size_t faults;
	int at;                            /* the column being read; 0: none */
	bool placing;                      /* looking for lines of entries: rows passed so far */
	size_t passed;
};

/* A block of a form that nobody has filled says nothing. */
static bool says_nothing(const struct reader *r, const struct sheet_row *row)
{
	for (size_t i = 0; i < r->ncolumn && !strcmp(r->verb->name, "form"); i++)
		if (r->columns[i] && !strcmp(r->columns[i]->key, "text"))
			return i >= row->n || text_blank(row->cells[i]);
	return false;
}

static const struct sheet_row *next_row(struct reader *r)
{
	const struct sheet_row *row;

	do
		row = sheet_next(r->sheet, &r->status);
	while (row && says_nothing(r, row));
	return row;
}

/* ---- headers ------------------------------------------------------------------------------------------ */

static const struct { const char *key, *title; } titles[] = {
	{ "person", N_("Person") }, { "unit", N_("Unit") }, { "state", N_("State") }, { "on", N_("Day") },
	{ "checked_by", N_("Checked by") }, { "with", N_("With whom") }, { "beside", N_("Beside") }, { "way", N_("Way") },
	{ "quantum", N_("Quantum") }, { "by", N_("Who") }, { "by", N_("Person") }, { "by", N_("By") }, { "class", N_("Class") },
	{ "result", N_("Result") }, { "changed", N_("What was changed") }, { "before", N_("Before") }, { "after", N_("After") },
	{ "block", N_("Block") }, { "block", N_("block") }, { "text", N_("Text") }, { "year", N_("Year") },
	{ "evidence", N_("Evidence") }, { "evidence", N_("Proof") }, { "session", N_("Session") }, { "reason", N_("Reason") },
	{ "on", N_("On") }, { "with", N_("With") }, { "with", N_("Taught by") },   /* as tables are headed */
};

const struct nsi_field *reader_field(struct nsi *n, const struct nsi_verb *v, const char *word)
{
	struct arena *a = &n->scratch;
	const char *folded = text_fold(a, word);

	for (const struct nsi_field *f = v->fields; f->key; f++)
		if (!strcmp(f->key, folded))
			return f;
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
			if (!strcmp(text_fold(a, tr(l, titles[i].title)), folded) && field_of(v, titles[i].key))
				return field_of(v, titles[i].key);
	return NULL;
}

static const struct nsi_field *header(struct reader *r, const char *word)
{
	return reader_field(r->source.nsi, r->verb, word);
}

/* Does a row of a workbook name two columns, or all that must be there? */
static bool is_header(void *x, const struct sheet_row *row)
{
	struct reader *r = x;
	size_t known = 0, must = 0;

	for (size_t i = 0; i < row->n && i < MOST_COLUMNS; i++)
		known += *row->cells[i] && header(r, row->cells[i]);
	for (const struct nsi_field *f = r->verb->fields; f->key; f++)
		must += (f->flags & NSI_MUST) && !draft_given(&r->common, f);
	return known && known >= (must < 2 ? must : 2);
}

/* The column of names that our own files have with --names: codes say the same. */
static bool is_name(struct reader *r, const char *word)
{
	const char *folded = text_fold(&r->source.nsi->scratch, word);

	return !strcmp(folded, "name") ||
	       !strcmp(folded, text_fold(&r->source.nsi->scratch, tr(r->source.nsi->lang, N_("Name"))));
}

static enum nsi_status headers(struct reader *r)
{
	struct messages *m = &r->source.nsi->messages;
	const struct sheet_row *row = (r->status = sheet_seek(r->sheet, NULL, is_header, r)) ? NULL : next_row(r);
	enum nsi_status status = NSI_OK;

	r->name = sheet_name(r->sheet);
	if (!row && !r->status) {
		message_at(m, NSI_ERROR, r->name, 1, 0, NULL,
		           N_("the file is empty: the first line names the columns"));
		r->status = NSI_DATA;
	}
	if (!row)
		return r->status;
	for (size_t i = 0; i < row->n && i < MOST_COLUMNS; i++) {
		const char *under = strrchr(row->cells[i], '\v'), *word = under ? under + 1 : row->cells[i];

		r->columns[i] = header(r, word);
		r->ncolumn = i + 1;
		if (!r->columns[i] && *word && !is_name(r, word))
			message_at(m, NSI_WARNING, r->name, row->line, 0, NULL, N_("column \"%s\" is ignored"), word);
		for (size_t k = 0; k < i && r->columns[i]; k++)
			if (r->columns[k] == r->columns[i]) {
				message_at(m, NSI_ERROR, r->name, row->line, 0, NULL,
				           N_("column \"%s\" stands twice"), word);
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

/* A cell may hold two people, "p05 p08" or "p05,p08", and their names beside the codes. */
static enum nsi_status put_people(struct reader *r, struct draft *d, const struct nsi_field *f, const char *cell)
{
	struct nsi *n = r->source.nsi;
	bool one = f->at == (int)offsetof(struct said, person) || !(f->flags & NSI_MANY);
	const char *word, *first = NULL;
	enum nsi_status status = person_word(n, &r->one, &cell, &word);

	for (; word && !status; status = person_word(n, &r->one, &cell, &word)) {
		if (first && one)
			return fail(&n->messages, NSI_DATA, N_("\"%s\" holds several: one person a row"), f->key);
		first = word;
		if (!one)
			status = draft_set(n, &r->one, d, f, word);
		if (status)
			return status;
	}
	return status || !one || !first ? status : draft_set(n, &r->one, d, f, first);
}

static enum nsi_status put(struct reader *r, struct draft *d, const struct nsi_field *f, const char *cell)
{
	struct nsi *n = r->source.nsi;
	enum nsi_status status = NSI_OK;
	size_t len;

	cell = text_trim(&r->one, cell_unguarded(cell));
	if (!*cell)
		return NSI_OK;
	if ((f->type == NSI_T_PERSON || f->flags & NSI_MANY) && strlen(cell) > MOST_LIST)      /* each word of it would be looked for */
		return fail(&n->messages, NSI_DATA, N_("\"%s\": the cell is longer than %d bytes"), f->key, MOST_LIST);
	if (f->type == NSI_T_PERSON)
		return put_people(r, d, f, cell);
	if (!strcmp(r->verb->name, "form") && f->flags & NSI_SECRET)
		return draft_written(n, &r->one, d, f, cell);
	if (!(f->flags & NSI_MANY))
		return draft_set(n, &r->one, d, f,
		                 f->type == NSI_T_DAY ? arena_strndup(&r->one, cell, day_before_time(cell)) : cell);
	while (*cell && !status) {
		len = strcspn(cell, " ,\t");
		if (len)
			status = draft_set(n, &r->one, d, f, arena_strndup(&r->one, cell, len));
		cell += len + strspn(cell + len, " ,\t");
	}
	return status;
}

static enum nsi_status one(struct reader *r, const struct sheet_row *row, struct said *out)
{
	struct nsi *n = r->source.nsi;
	struct draft d = r->common;
	enum nsi_status status = NSI_OK;
	size_t filled = row->n;

	arena_release(&r->one, r->none);
	while (filled && text_blank(row->cells[filled - 1]))
		filled--;                          /* Excel likes to write more columns than there are */
	for (size_t i = 0; i < filled && i < r->ncolumn && !status; i++) {
		const char *cell = row->cells[i];
		size_t len = strlen(cell);

		if (!r->columns[i])
			continue;
		r->at = (int)i + 1;
		status = put(r, &d, r->columns[i], text_nfc(&r->one, cell, len));
	}
	if (!status)
		r->at = 0;
	if (!status && filled > r->ncolumn)
		status = fail(&n->messages, NSI_DATA, N_("%zu columns where the header has %zu"), filled, r->ncolumn);
	if (!status)
		status = draft_end(n, &r->one, &d, out);
	if (r->one.oom)
		status = NSI_MEMORY;
	out->file = r->name;
	out->line = row->line;
	return status;
}

/* Messages of a wrong row get its place. */
static void place_messages(struct reader *r, size_t from, int line, int column)
{
	struct messages *m = &r->source.nsi->messages;
	const char *name = arena_strdup(&m->arena, r->name);       /* messages outlive the sheet */

	for (size_t i = from; i < m->n; i++)
		if (!m->v[i].file) {
			m->v[i].file = name;
			m->v[i].line = line;
			m->v[i].column = sheet_is_book(r->sheet) ? column : 0;
		}
}

/* A wrong row does not end the reading: all that is wrong is told at once. */
static int next(struct source *s, struct said *out)
{
	struct reader *r = (struct reader *)s;
	const struct sheet_row *row;

	while ((row = next_row(r))) {
		size_t from = s->nsi->messages.n;

		r->status = one(r, row, out);
		if (!r->status && !r->refused)
			return 1;
		if (r->status && r->status != NSI_DATA)
			return -1;
		if (r->status) {
			place_messages(r, from, row->line, r->at);
			r->refused = true;
			if (++r->faults == MOST_FAULTS)
				return -1;
		}
	}
	return r->status || r->refused ? -1 : 0;
}

static bool again(struct source *s)
{
	struct reader *r = (struct reader *)s;

	return sheet_again(r->sheet) && next_row(r);               /* behind the header */
}

/* Asked for in ascending order this reads the file once. */
static void place(struct source *s, size_t k, const char **file, int *line)
{
	struct reader *r = (struct reader *)s;
	const struct sheet_row *row = NULL;

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

enum nsi_status reader_open(struct nsi *n, const struct nsi_verb *v, const char *file,
                            const struct nsi_arg *args, size_t narg, struct source **out)
{
	struct reader *r = calloc(1, sizeof(*r));
	enum nsi_status status = NSI_OK;

	*out = r ? &r->source : NULL;
	if (!r)
		return NSI_MEMORY;
	r->source = (struct source){ next, again, place, n };
	r->verb = v;
	r->sheet = sheet_open(&n->messages, file, NULL, LIMIT, &status);
	if (!r->sheet)
		return status;
	output_spares(n, file);
	r->name = sheet_name(r->sheet);
	arena_alloc(&r->one, 1, 1);
	r->none = arena_mark(&r->one);
	draft_begin(&r->common, v);
	for (size_t i = 0; i < narg && !status; i++) {
		const struct nsi_field *f = field_of(v, args[i].key);

		status = f ? draft_set(n, &n->scratch, &r->common, f, args[i].value)
			: fail(&n->messages, NSI_USAGE, N_("%s takes no %s"), v->name, args[i].key);
	}
	return status ? status : headers(r);
}

void reader_close(struct source *s)
{
	struct reader *r = (struct reader *)s;

	if (!r)
		return;
	sheet_close(r->sheet);
	arena_free(&r->one);
	free(r);
}
