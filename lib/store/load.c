/* load.c - a programme in YAML becomes editions in the database and entries in the journal. */
#include "store/load.h"

#include <string.h>

#include "model/calendar.h"
#include "store/db.h"
#include "store/edition.h"
#include "store/journal.h"
#include "store/resolve.h"

/* ---- what the files no longer hold ---------------------------------------------------------------------- */

/* An item of the store as it stands in a row of use/items.sql. */
struct item { const char *kind, *id, *body, *module, *day; int64_t order; int year; };

static bool is(const struct item *i, const char *kind)
{
	return !strcmp(i->kind, kind);
}

/* Loading a year's files never touches another year: is the item of a year that the files speak of? */
static bool of_these_years(const struct model *md, const struct item *i)
{
	const struct head *const *v;
	size_t k = model_list(md, "calendar", &v);
	int32_t day = i->day ? day_read_iso(i->day, strlen(i->day)) : DAY_NONE;

	if (is(i, "calendar"))
		return false;
	if (!is(i, "event") && !is(i, "target") && !is(i, "milestone"))
		return true;
	for (size_t c = 0; c < k; c++) {
		const struct calendar *of = (const struct calendar *)v[c];

		if (day != DAY_NONE ? of->teachers && day >= of->teachers->from && day <= of->teachers->to
		                    : !i->year || i->year == of->year)
			return true;
	}
	return false;
}

/* Before the store is read MD holds the files only. They leave an item out when they hold others of
 * its kind; a unit, when they hold its module. */
static bool left_out(const struct model *md, const struct item *i, bool prune)
{
	const struct head *const *v;

	if (model_find(md, i->kind, i->id))
		return false;
	if (is(i, "unit") && i->module && model_find(md, "module", i->module))
		return true;
	return prune && model_list(md, i->kind, &v) && of_these_years(md, i);
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

static enum nsi_status read_stored(struct nsi *n, struct model *md, int64_t edition, bool prune)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ITEMS);
	enum nsi_status status = NSI_OK, worst = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":edition", edition);
	while (!status && db_row(n, s, &status)) {
		struct item i = {
			(const char *)sqlite3_column_text(s, 0), (const char *)sqlite3_column_text(s, 3),
			(const char *)sqlite3_column_text(s, 2), (const char *)sqlite3_column_text(s, 4),
			(const char *)sqlite3_column_text(s, 5), sqlite3_column_int64(s, 1), sqlite3_column_int(s, 6),
		};

		if (!left_out(md, &i, prune))
			status = model_read_item(md, i.kind, i.order, i.body);
		else if (!prune)
			worst = fail(&n->messages, NSI_DATA, N_("unit %s is loaded, but the files no longer hold it: to retire it, load with --prune"), i.id);
	}
	sqlite3_reset(s);
	return status ? status : worst;
}

/* Who is enrolled under a code, if it is one person. */
static const char *enrolled(void *context, const char *code)
{
	struct nsi *n = context;
	const char *slash = strchr(code, '/'), *id = NULL;
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_BARE);
	enum nsi_status status = NSI_OK;
	bool several = false;

	if (!s)
		return NULL;
	db_text(s, ":bare", slash ? slash + 1 : code);
	while (db_row(n, s, &status)) {
		const char *full = db_string(n, s, 1);

		if (slash && strcmp(full, code) != 0)
			continue;
		several = id != NULL;
		id = full;
	}
	return several ? NULL : id;
}

struct model *model_here(struct nsi *n, struct messages *m)
{
	struct model *md = model_new(&n->scratch, m);

	sqlite3_stmt *s = n->db ? db_get(n, SQL_USE_ANYBODY) : NULL;

	if (md && s)
		model_ask(md, enrolled, n, !db_value(n, s, 0));
	return md;
}

/* What is wrong with stored objects was said when they were loaded. */
static void drop_old_warnings(struct messages *m)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].severity != NSI_WARNING || m->v[i].file)
			m->v[kept++] = m->v[i];
		else
			m->warnings--;
	m->n = kept;
}

/* What is stored behind what was read, linked and checked. WORST: how the reading went. */
static enum nsi_status read_rest(struct nsi *n, struct model *md, enum nsi_status worst, bool prune)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < 2 && !status; i++) {
		int64_t edition = i ? n->rest : n->programme;

		/* what the files leave out is not asked of files that could not be read well */
		if (edition && worst)
			status = edition_read(n, md, edition);
		else if (edition)
			status = read_stored(n, md, edition, prune);
	}
	if (!status)
		status = model_finish(md);
	drop_old_warnings(&n->messages);
	return status ? status : worst;
}

enum nsi_status load_model(struct nsi *n, struct nsi_list paths, unsigned how, struct model **out)
{
	struct model *md = model_here(n, &n->messages);
	enum nsi_status status = md ? NSI_OK : NSI_MEMORY, worst = NSI_OK;

	*out = md;
	if (md && how & LOAD_CHECK)
		model_check_only(md);
	for (size_t i = 0; i < paths.n && !status; i++) {
		status = model_read_path(md, paths.v[i]);
		if (status == NSI_DATA) {
			worst = status;
			status = NSI_OK;
		}
	}
	return status ? status : read_rest(n, md, worst, how & LOAD_PRUNE);
}

/* ---- loading --------------------------------------------------------------------------------------------------- */

struct loading {
	int64_t programme, rest;           /* as they will be */
	struct model *md;
	struct entries say;
};

static enum nsi_status keep(struct nsi *n, struct loading *l)
{
	bool new;
	enum nsi_status status = edition_keep(n, l->md, "programme", &l->programme, &new);

	return status ? status : edition_keep(n, l->md, "rest", &l->rest, &new);
}

static enum nsi_status say_edition(struct nsi *n, struct loading *l)
{
	struct said s = { .verb = nsi_verb("edition"), .day = n->today };

	if (l->programme == n->programme && l->rest == n->rest)
		return NSI_OK;
	s.data = arena_printf(&n->scratch, "{\"programme\":\"%s\",\"rest\":\"%s\"}", code_text(n, l->programme), code_text(n, l->rest));
	return entries_add(n, &l->say, &s);
}

/* A first calendar opens its year: the one that holds today, else the next to come, else the last. */
static enum nsi_status say_first_year(struct nsi *n, struct loading *l)
{
	struct said s = { .verb = nsi_verb("year"), .day = n->today };
	sqlite3_stmt *q = db_get(n, SQL_USE_FIRST_YEAR);
	int64_t year;

	if (!q)
		return NSI_MACHINE;
	db_int(q, ":rest", l->rest);
	db_int(q, ":org", code_id(n, "org", n->org));
	db_int(q, ":today", n->today);
	year = db_value(n, q, 0);
	if (!year)
		return NSI_OK;
	s.data = arena_printf(&n->scratch, "{\"year\":%d,\"state\":\"open\"}", (int)year);
	return entries_add(n, &l->say, &s);
}

static enum nsi_status answer(struct nsi *n, struct loading *l, const struct outcome *done, struct table *t)
{
	static const struct nsi_column sums[] = {
		{ "edition", N_("edition of the programme"), NULL, NSI_T_INT, false },
		{ "rest_edition", N_("edition of the rest"), NULL, NSI_T_INT, false },
		{ "programme", N_("hash of the programme"), NULL, NSI_T_ID, true },
		{ "rest", N_("hash of the rest"), NULL, NSI_T_ID, true },
		{ "said", N_("entries"), NULL, NSI_T_INT, false },
	};
	struct nsi_cell *c = table_sums(t, n->lang, sums, 5);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_int(edition_number(n, l->programme));
	c[1] = cell_int(edition_number(n, l->rest));
	c[2] = cell_text(NSI_T_ID, code_text(n, l->programme));
	c[3] = cell_text(NSI_T_ID, code_text(n, l->rest));
	c[4] = cell_int((int64_t)done->said);
	return NSI_OK;
}

static enum nsi_status prepare(struct nsi *n, struct loading *l, struct nsi_list paths, unsigned flags, struct table *t)
{
	enum nsi_status status = load_model(n, paths, flags & NSI_PRUNE ? LOAD_PRUNE : 0, &l->md);

	if (!status && flags & NSI_STRICT && n->messages.warnings)
		status = NSI_DATA;
	if (!status)
		status = keep(n, l);
	if (!status)
		status = say_edition(n, l);
	if (!status)
		status = roster_say(n, l->md, &l->say);
	if (!status)
		status = say_first_year(n, l);
	return status ? status : edition_diff(n, (struct editions){ n->programme, n->rest },
	                                      (struct editions){ l->programme, l->rest }, t);
}

enum nsi_status load_text(struct nsi *n, const char *text, struct entries *say)
{
	struct loading l = { .md = model_here(n, &n->messages) };
	enum nsi_status status = l.md ? model_read_text(l.md, text) : NSI_MEMORY;

	if (!status || status == NSI_DATA)
		status = read_rest(n, l.md, status, false);
	if (!status)
		status = keep(n, &l);
	if (!status)
		status = say_edition(n, &l);
	if (!status)
		status = roster_say(n, l.md, &l.say);
	*say = l.say;
	return status;
}

static enum nsi_status more(struct nsi *n, void *x, struct outcome *done)
{
	void **two = x;

	return answer(n, two[0], done, two[1]);
}

enum nsi_status nsi_module_load(struct nsi *n, struct nsi_list paths, unsigned flags, const struct nsi_rows **out)
{
	struct loading l = { 0 };
	struct outcome done = { 0 };
	struct said_list list;
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, true);
	if (!status)
		status = prepare(n, &l, paths, flags, t);
	if (!status) {
		void *two[2] = { &l, t };

		said_list(&list, n, l.say.v, l.say.n);
		status = journal_go(n, &list.source, flags, more, two, &done);
	}
	if (status)
		journal_end(n);
	else
		*out = &t->rows;
	if (!status && !(flags & NSI_DRY))
		status = handle_read(n);
	return call_end(n, status);
}
