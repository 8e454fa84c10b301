/* ask.c - asks a question: its parameters are resolved, its statement runs, its columns become rows. */
#include "store/ask.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/filter.h"
#include "store/legend.h"
#include "store/own.h"
#include "store/param.h"
#include "store/resolve.h"

/* ---- what was given ------------------------------------------------------------------------------- */

static bool same_key(const char *a, const char *b)
{
	for (; *a && (*a == *b || (*a == '_' && *b == '-')); a++, b++)
		;
	return *a == *b;
}

static enum nsi_status check_args(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg)
{
	for (size_t k = 0; k < narg; k++) {
		static const char *const others[] = { "filter", "limit", "format", "columns" };
		size_t i = 0, o = 0;

		while (o < sizeof(others) / sizeof(*others) && strcmp(others[o], args[k].key))
			o++;
		while (i < q->nparam && !same_key(q->params[i].key, args[k].key))
			i++;
		if (i == q->nparam && o == sizeof(others) / sizeof(*others))
			return fail(&n->messages, NSI_USAGE, N_("%s has no parameter \"%s\""), q->name, args[k].key);
	}
	return NSI_OK;
}

static bool given(const struct nsi_arg *args, size_t narg, const char *key)
{
	while (narg && strcmp(args[narg - 1].key, key))
		narg--;
	return narg;
}

/* The values of F among ARGS, else its standard one. */
static struct nsi_list values_of(struct nsi *n, const struct nsi_field *f, const struct nsi_arg *args, size_t narg)
{
	const char **v = arena_array(&n->scratch, const char *, narg + 1);
	struct nsi_list list = { 0, v };

	for (size_t i = 0; i < narg && v; i++)
		if (same_key(f->key, args[i].key))
			v[list.n++] = args[i].value;
	if (!list.n && f->standard && v)
		v[list.n++] = f->standard;
	return list;
}

/* The school year that is asked about where none was given. */
static enum nsi_status year_standard(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                                     int named, int *year)
{
	for (size_t i = 0; i < narg && !named; i++)
		for (size_t k = 0; k < q->nparam; k++) {
			sqlite3_stmt *s;
			int32_t day;

			if (strcmp(args[i].key, "on") || strcmp(q->params[k].key, "on"))
				continue;
			if (resolve_day(n, args[i].value, &day) || !(s = db_get(n, SQL_USE_YEAR_OF_DAY)))
				return NSI_DATA;
			db_common(n, s);
			db_day(s, ":on", day);
			named = (int)db_value(n, s, 0);
		}
	*year = named;
	return named ? NSI_OK : year_shown(n, year);
}

static enum nsi_status bind_params(struct nsi *n, const struct question *q, sqlite3_stmt *s, const struct nsi_arg *args,
                                   size_t narg)
{
	const struct nsi_field *year_field = NULL;
	enum nsi_status status = NSI_OK;
	int named = 0, year;

	for (size_t i = 0; i < q->nparam && !status; i++) {
		const struct nsi_field *f = &q->params[i];
		struct nsi_list values = values_of(n, f, args, narg);

		if (!values.v)
			return NSI_MEMORY;
		if (values.n)
			status = param_bind(n, s, arena_printf(&n->scratch, ":%s", f->key), f, q->things[i], values, &named);
		else if (f->flags & NSI_MUST)
			status = fail(&n->messages, NSI_USAGE, N_("%s: %s is missing"), q->name, f->key);
		else if (f->type == NSI_T_YEAR)
			year_field = f;
		else if (f->type == NSI_T_FLAG)
			db_int(s, arena_printf(&n->scratch, ":%s", f->key), 0);
	}
	if (year_field && !status)
		status = year_standard(n, q, args, narg, named, &year);
	if (year_field && !status)
		db_int(s, arena_printf(&n->scratch, ":%s", year_field->key), year);
	/* a past year that was named is looked at as it ended */
	if (named && !status && !given(args, narg, "on"))
		db_int(s, ":on", day_of_year(n, named));
	return status;
}

/* ---- what comes back ------------------------------------------------------------------------------ */

/* What will be done with the rows, as far as the asker says. */
struct hints { const char *columns; bool known, machine; };

static struct hints read_hints(const struct nsi_arg *args, size_t narg)
{
	struct hints h = { 0 };

	for (size_t i = 0; i < narg; i++) {
		if (!strcmp(args[i].key, "columns") && *args[i].value)
			h.columns = args[i].value;
		if (strcmp(args[i].key, "format"))
			continue;
		for (const struct nsi_format *f = nsi_formats(); f->part.name; f++)
			if (!strcmp(f->part.name, args[i].value)) {
				h.known = true;
				h.machine = f->machine;
			}
	}
	return h;
}

static bool wanted(const struct nsi_column *c, const struct hints *h)
{
	size_t n = strlen(c->key);

	if (!strcmp(c->key, "person"))
		return true;                       /* whose it is, for a heading */
	if (c->type == NSI_T_KEY || (!h->known && !h->columns))
		return true;
	if (!h->columns)
		return c->hidden == NSI_SHOWN || c->hidden == (h->machine ? NSI_FOR_MACHINES : NSI_FOR_PEOPLE);
	for (const char *p = h->columns; p; p = strchr(p, ',')) {
		p += *p == ',';
		if (!strncmp(p, c->key, n) && (!p[n] || p[n] == ','))
			return true;
	}
	return strchr(h->columns, ' ') || strchr(h->columns, '-');   /* typed otherwise: look closer later */
}

/* Where each column of Q stands in the statement. */
static enum nsi_status find_columns(struct nsi *n, const struct question *q, sqlite3_stmt *s, int *at)
{
	int have = sqlite3_column_count(s);

	for (size_t i = 0; i < q->ncol; i++) {
		for (at[i] = 0; at[i] < have; at[i]++)
			if (!strcmp(sqlite3_column_name(s, at[i]), q->cols[i].key))
				break;
		if (at[i] == have)
			return fail(&n->messages, NSI_DATA, N_("%s: its statement gives no column \"%s\""), q->name, q->cols[i].key);
	}
	return NSI_OK;
}

/* The legend, where there are states of units to show. */
static enum nsi_status read_legend(struct nsi *n, const struct question *q, struct nsi_rows *r)
{
	for (size_t i = 0; i < q->ncol; i++)
		if (q->cols[i].type == NSI_T_MARK || q->form[i] == FORM_STATE || q->form[i] == FORM_GLYPH)
			return legend_read(n, n->today, &r->legend, &r->nlegend);
	return NSI_OK;
}

/* Nothing is well in a year that nobody has a calendar of. NULL: none was named, or it has one. */
static const char *no_calendar(struct nsi *n, const struct nsi_arg *args, size_t narg)
{
	sqlite3_stmt *s = given(args, narg, "year") ? db_get(n, SQL_USE_YEAR_DAYS) : NULL;
	enum nsi_status status = NSI_OK;
	int year = 0;

	for (size_t i = 0; i < narg && s; i++)
		if (!strcmp(args[i].key, "year"))
			status = resolve_year(n, args[i].value, &year);
	if (!s || status)
		return NULL;
	db_common(n, s);
	db_int(s, ":year", year);
	if (db_row(n, s, &status)) {
		sqlite3_reset(s);
		return NULL;
	}
	return arena_printf(&n->scratch, tr(n->lang, N_("there is no calendar for %d/%d: load one")), year - 1, year);
}

/* What people read where there is no row; under filters it may not be so. */
static void note_empty(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg, struct nsi_rows *r)
{
	const char **note = r->nrow || !q->empty || given(args, narg, "filter") ? NULL : arena_new(&n->scratch, const char *);

	if (!note)
		return;
	*note = no_calendar(n, args, narg);
	if (!*note)
		*note = q->own ? q->empty : tr(n->lang, q->empty);
	r->notes = note;
	r->nnote = 1;
}

static enum nsi_status read_rows(struct nsi *n, const struct question *q, sqlite3_stmt *s, const struct nsi_arg *args, size_t narg,
                                 const struct nsi_rows **out)
{
	const struct hints h = read_hints(args, narg);
	struct table *t = arena_new(&n->scratch, struct table);
	int at[sizeof(q->cols) / sizeof(*q->cols)];
	enum nsi_status status = find_columns(n, q, s, at);

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, q->own ? LANG_EN : n->lang, q->cols, q->ncol);      /* in words of their own */
	if (!status)
		status = read_legend(n, q, &t->rows);
	while (!status && db_row(n, s, &status)) {
		struct nsi_cell *row = table_row(t);

		if (!row)
			return NSI_MEMORY;
		if (q->own && t->rows.nrow > OWN_ROWS)
			return fail(&n->messages, NSI_DATA, N_("%s: more than %d rows"), q->name, OWN_ROWS);
		for (size_t i = 0; i < q->ncol; i++)
			if (wanted(&q->cols[i], &h))
				row[i] = ask_cell(n, &t->rows, s, at[i], q->cols[i].type, q->form[i]);
	}
	note_empty(n, q, args, narg, &t->rows);
	*out = status ? NULL : &t->rows;
	return status;
}

enum nsi_status ask_rows(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                         const struct nsi_rows **out)
{
	struct own_guard guard;
	struct filtered f;
	sqlite3_stmt *s = NULL;
	enum nsi_status status = check_args(n, q, args, narg);

	if (!status)
		status = filter_wrap(n, q, args, narg, &f);
	if (!status && sqlite3_prepare_v2(n->db, f.text, -1, &s, NULL) != SQLITE_OK)
		status = db_fail(n, n->db);
	if (!status) {
		db_common(n, s);
		db_int(s, ":unclosed", q->unclosed);
		status = bind_params(n, q, s, args, narg);
	}
	if (!status)
		status = filter_bind(n, s, &f);
	if (!status && q->own) {
		own_begin(&guard, n);
		status = own_end(&guard, q->name, read_rows(n, q, s, args, narg, out));
	} else if (!status) {
		status = read_rows(n, q, s, args, narg, out);
	}
	sqlite3_finalize(s);
	return status;
}
