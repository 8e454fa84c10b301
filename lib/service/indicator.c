/* indicator.c - the figures of a summary: each counts the rows of a question, and can show them. */
#include <string.h>

#include "service/summary.h"

/* What stands in TEXT behind "-- KEY", to the end of its line; NULL: there is no such line. */
static const char *said(struct arena *a, const char *text, const char *key)
{
	const char *line = strstr(text, arena_printf(a, "\n-- %s", key));

	if (!line)
		return NULL;
	line += strlen(key) + 4;
	line += strspn(line, " ");
	return arena_strndup(a, line, strcspn(line, "\n"));
}

static const struct sql_file *file_at(size_t i)
{
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, "sum") && !i--)
			return f;
	return NULL;
}

static const struct sql_file *question_file(const char *name)
{
	const struct sql_file *f = sql_files;

	while (f->kind && (strcmp(f->kind, "ask") || strcmp(f->name, name)))
		f++;
	return f;
}

bool indicator_at(struct nsi *n, size_t i, struct indicator *out)
{
	const struct sql_file *f = file_at(i);
	struct arena *a = &n->scratch;
	char *blank;

	if (!f)
		return false;
	*out = (struct indicator){ .key = strchr(f->name, '_') + 1, .section = said(a, f->text, "section:"), .of = said(a, f->text, "of:"),
	                           .part = said(a, f->text, "part:"), .whole = said(a, f->text, "whole:"), .asks = said(a, f->text, "question:"),
	                           .yearly = said(a, f->text, "yearly") };
	question_read(&out->q, a, out->key, f->text);          /* one that only names a question has no columns, and needs none */
	if (out->asks && (blank = strchr(out->asks, ' '))) {
		*blank = '\0';
		out->filter = blank + 1;
	}
	return true;
}

/* ---- asking ------------------------------------------------------------------------------------------------ */

static const char *iso(struct nsi *n, int32_t day)
{
	char buf[11];

	return arena_strdup(&n->scratch, day_iso(buf, day));
}

/* The question whose rows those of I are. NULL: out of memory. */
static struct question *question_of(struct nsi *n, const struct indicator *i)
{
	struct question *q = arena_new(&n->scratch, struct question);

	if (q && i->asks)
		question_read(q, &n->scratch, i->asks, question_file(i->asks)->text);
	else if (q)
		*q = i->q;
	if (q)
		q->unclosed = true;
	return q;
}

/* Only what makes a figure stays in Q, or some column if nothing does: who and when is not looked up only to be counted. */
static void meant_only(struct question *q, const struct indicator *i)
{
	const char *const keys[] = { "counts", i->part, "label", "whole", "amount" };
	size_t kept = 0;

	for (size_t c = 0; c < q->ncol; c++) {
		bool keep = c + 1 == q->ncol && !kept;

		for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
			keep |= keys[k] && !strcmp(q->cols[c].key, keys[k]);
		if (!keep)
			continue;
		q->cols[kept] = q->cols[c];
		q->form[kept++] = q->form[c];
	}
	q->ncol = kept;
}

/* The rows of I over S: its parameters are those of the stretch that its question has. COUNTED: only what makes a figure. */
static enum nsi_status ask(struct nsi *n, const struct indicator *i, const struct spell *s, bool counted,
                           const struct nsi_rows **out)
{
	const struct nsi_arg all[] = {
		{ "from", iso(n, s->from) }, { "to", iso(n, s->to) }, { "on", iso(n, s->on) },
		{ "year", arena_printf(&n->scratch, "%d", s->year) },
	};
	struct question *q = question_of(n, i);
	struct nsi_arg args[sizeof(all) / sizeof(*all) + 1];
	size_t narg = 0;

	if (!q)
		return NSI_MEMORY;
	for (size_t k = 0; k < sizeof(all) / sizeof(*all); k++)
		for (size_t p = 0; p < q->nparam; p++)
			if (!strcmp(q->params[p].key, all[k].key) && (strcmp(all[k].key, "year") || s->year))
				args[narg++] = all[k];
	if (counted)
		meant_only(q, i);
	if (i->filter)
		args[narg++] = (struct nsi_arg){ "filter", i->filter };
	return ask_rows(n, q, args, narg, out);
}

static size_t column(const struct nsi_rows *r, const char *key)
{
	size_t i = 0;

	while (i < r->ncol && (!key || strcmp(r->cols[i].key, key)))
		i++;
	return i;
}

/* The columns that mean something to a figure; r->ncol: there is none. */
struct meant { size_t counts, part, label, whole, amount; };

static struct meant meant(const struct indicator *i, const struct nsi_rows *r)
{
	return (struct meant){ column(r, "counts"), column(r, i->part), column(r, "label"), column(r, "whole"), column(r, "amount") };
}

static const struct nsi_cell *cell(const struct nsi_rows *r, size_t row, size_t col)
{
	return col < r->ncol ? &r->cells[row * r->ncol + col] : NULL;
}

static const char *text_of(const struct nsi_cell *c)
{
	return c && c->type != NSI_T_NONE ? c->s : "";
}

static bool counts(const struct nsi_rows *r, const struct meant *m, size_t row)
{
	const struct nsi_cell *c = cell(r, row, m->counts);

	return !c || c->i;
}

/* The figure of PART (NULL: of all), made if new. NULL: out of memory. */
static struct figure *figure_of(struct nsi *n, struct figures *f, const char *part, const char *label, size_t *cap)
{
	size_t k = 0;

	while (k < f->n && part && strcmp(f->v[k].part, part))
		k++;
	if (k < f->n)
		return &f->v[k];
	f->v = arena_grow(&n->scratch, f->v, cap, f->n + 1, sizeof(*f->v));
	if (!f->v)
		return NULL;
	f->v[f->n] = (struct figure){ .part = part, .label = label };
	return &f->v[f->n++];
}

/* A figure for each word that the column of the parts can hold, whether there is anything of it or not; without parts one. */
static enum nsi_status begin(struct nsi *n, const struct indicator *i, struct figures *f, size_t *cap)
{
	const struct question *q = question_of(n, i);
	const char *words = NULL;

	if (!q || (!i->part && !figure_of(n, f, NULL, NULL, cap)))
		return NSI_MEMORY;
	for (size_t k = 0; k < q->ncol && i->part; k++)
		if (!strcmp(q->cols[k].key, i->part))
			words = q->words[k];
	while (words && *words) {
		size_t len = strcspn(words, "|");
		const char *part = arena_strndup(&n->scratch, words, len);

		if (!part || !figure_of(n, f, part, tr(n->lang, part), cap))
			return NSI_MEMORY;
		words += len + (words[len] == '|');
	}
	return NSI_OK;
}

/* The figure that ROW belongs to. */
static struct figure *figure_at(struct nsi *n, const struct indicator *i, struct figures *f, const struct meant *m,
                                size_t row, size_t *cap)
{
	const struct nsi_cell *label = cell(f->rows, row, m->label);
	const char *part = text_of(cell(f->rows, row, m->part));

	return i->part ? figure_of(n, f, part, label ? text_of(label) : tr(n->lang, part), cap) : f->v;
}

/* The number of rows of the indicator KEY. */
static enum nsi_status rows_of(struct nsi *n, const char *key, const struct spell *s, int64_t *count)
{
	struct indicator *i = arena_new(&n->scratch, struct indicator);
	const struct nsi_rows *r;
	enum nsi_status status;

	if (!i)
		return NSI_MEMORY;
	for (size_t k = 0; indicator_at(n, k, i) && strcmp(i->key, key); k++)
		;
	status = ask(n, i, s, true, &r);
	if (!status)
		*count = (int64_t)r->nrow;
	return status;
}

enum nsi_status indicator_count(struct nsi *n, const struct indicator *i, const struct spell *s, struct figures *out)
{
	enum nsi_status status;
	struct meant m;
	size_t cap = 0;

	*out = (struct figures){ 0 };
	status = ask(n, i, s, true, &out->rows);
	if (status)
		return status;
	m = meant(i, out->rows);
	out->real = m.amount < out->rows->ncol;
	status = begin(n, i, out, &cap);
	for (size_t k = 0; k < out->rows->nrow && !status; k++) {
		const struct nsi_cell *whole = cell(out->rows, k, m.whole), *amount = cell(out->rows, k, m.amount);
		struct figure *f = figure_at(n, i, out, &m, k, &cap);

		if (!f)
			return NSI_MEMORY;
		if (counts(out->rows, &m, k))
			f->value += amount ? amount->r : 1;
		f->of = whole ? whole->i : f->of + 1;
	}
	for (size_t k = 0; k < out->n && i->of && !strcmp(i->of, "rows"); k++)
		out->v[k].of = (int64_t)out->rows->nrow;
	return !status && i->whole ? rows_of(n, i->whole, s, &out->v[0].of) : status;
}

enum nsi_status indicator_rows(struct nsi *n, const struct indicator *i, const struct spell *s, const char *part,
                               const struct nsi_rows **out)
{
	struct nsi_rows *r = arena_new(&n->scratch, struct nsi_rows);
	struct nsi_cell *cells;
	const struct nsi_rows *all;
	enum nsi_status status = ask(n, i, s, false, &all);
	struct meant m;
	size_t kept = 0;

	if (status)
		return status;
	cells = arena_array(&n->scratch, struct nsi_cell, all->nrow * all->ncol + 1);
	if (!r || !cells)
		return NSI_MEMORY;
	m = meant(i, all);
	for (size_t k = 0; k < all->nrow; k++)
		if (counts(all, &m, k) && (!part || !strcmp(part, text_of(cell(all, k, m.part)))))
			memcpy(cells + kept++ * all->ncol, all->cells + k * all->ncol, all->ncol * sizeof(*cells));
	*r = *all;
	r->nrow = kept;
	r->cells = cells;
	r->nrule = r->nnote = 0;
	*out = r;
	return NSI_OK;
}
