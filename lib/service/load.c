/* load.c - a programme in YAML becomes editions in the database and entries in the journal. */
#include "service/load.h"

#include <string.h>

#include "model/calendar.h"
#include "model/people.h"
#include "store/db.h"
#include "store/edition.h"
#include "store/journal.h"
#include "store/output.h"
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
	const char *const *files;

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
	for (size_t i = 0, k = md ? model_files(md, &files) : 0; i < k; i++)
		output_spares(n, files[i]);
	return status ? status : read_rest(n, md, worst, how & LOAD_PRUNE);
}

/* ---- loading --------------------------------------------------------------------------------------------------- */

struct loading {
	int64_t programme, rest;           /* as they will be */
	struct model *md;
	struct entries say;
	const char *people;                /* a file that may define people only; NULL: anything */
	struct table *differs;             /* change object id detail */
};

/* A file that defines anything but people is for nsi module load. */
static enum nsi_status only_people(struct nsi *n, const struct loading *l)
{
	const struct head *const *v;

	for (size_t i = 0; objects[i] && l->people; i++)
		for (size_t k = objects[i] == &participant_object ? 0 : model_list(l->md, objects[i]->name, &v);
		     k-- > 0;)
			if (!model_stored(l->md, v[k]))
				return fail(&n->messages, NSI_DATA,
				            N_("%s defines more than people (%s %s): nsi module load %s"), l->people,
				            tr(n->lang, objects[i]->name), v[k]->id, l->people);
	return NSI_OK;
}

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

static enum nsi_status prepare(struct nsi *n, struct loading *l, struct nsi_list paths, unsigned flags)
{
	enum nsi_status status = load_model(n, paths, flags & NSI_PRUNE ? LOAD_PRUNE : 0, &l->md);

	if (!status)
		status = only_people(n, l);
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
	                                      (struct editions){ l->programme, l->rest }, l->differs);
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
		status = roster_say(n, l.md, &l.say);
	if (!status)
		status = say_edition(n, &l);       /* last: undo tells of the first */
	*say = l.say;
	return status;
}

static enum nsi_status more(struct nsi *n, void *x, struct outcome *done)
{
	struct loading *l = x;

	done->rows = &l->differs->rows;
	return answer(n, l, done, l->differs);
}

/* ---- people alone --------------------------------------------------------------------------------------------- */

/* "+", "~", or "=" for what the load did not change. */
static const struct nsi_cell *difference(const struct loading *l, const char *id)
{
	const struct nsi_rows *r = &l->differs->rows;

	for (size_t i = 0; i < r->nrow; i++)
		if (!strcmp(r->cells[i * r->ncol + 1].s, "participant") && !strcmp(r->cells[i * r->ncol + 2].s, id))
			return &r->cells[i * r->ncol];
	return NULL;
}

static enum nsi_status people_rows(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "person", N_("Person"), NULL, NSI_T_ID, false },
		{ "org", N_("School"), NULL, NSI_T_ID, false }, { "detail", N_("Detail"), NULL, NSI_T_TEXT, false },
	};
	static const struct nsi_column sums[] = {
		{ "new", N_("new"), NULL, NSI_T_INT, false }, { "changed", N_("altered"), NULL, NSI_T_INT, false },
		{ "same", N_("the same"), NULL, NSI_T_INT, false },
	};
	struct loading *l = x;
	struct table *t = arena_new(&n->scratch, struct table);
	const struct head *const *v;
	size_t count = model_list(l->md, "participant", &v);
	int64_t sum[3] = { 0 };
	struct nsi_cell *c;

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, cols, 4);
	for (size_t i = 0; i < count; i++) {
		const struct nsi_cell *d = difference(l, v[i]->id);
		int64_t id = code_find(n, "person", v[i]->id);

		if (model_stored(l->md, v[i]))
			continue;
		if (!(c = table_row(t)))
			return NSI_MEMORY;
		sum[!d ? 2 : *d->s != '+']++;
		c[0] = cell_text(NSI_T_ID, d ? d->s : "=");
		c[1] = cell_text(NSI_T_ID, id ? person_shown(n, id) : v[i]->id);
		c[1].flags |= NSI_CELL_PERSON;
		c[2] = cell_text(NSI_T_ID, ((const struct participant *)v[i])->org->id);
		if (d)
			c[3] = d[3];
	}
	c = table_sums(t, n->lang, sums, 3);
	for (size_t i = 0; c && i < 3; i++)
		c[i] = cell_int(sum[i]);
	done->rows = &t->rows;
	return c ? NSI_OK : NSI_MEMORY;
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

static enum nsi_status load(struct nsi *n, struct nsi_list paths, const char *people, unsigned flags,
                            const struct nsi_rows **out)
{
	struct loading l = { .people = people };
	struct outcome done = { 0 };
	struct said_list list;
	enum nsi_status status = answer_begin(n, &l.differs, true);

	if (!status)
		status = prepare(n, &l, paths, flags);
	if (!status) {
		said_list(&list, n, l.say.v, l.say.n);
		status = journal_go(n, &list.source, flags, people ? people_rows : more, &l, &done);
	}
	if (status)
		journal_end(n);
	else
		*out = done.rows;
	if (!status && !(flags & NSI_DRY))
		status = handle_read(n);
	return call_end(n, status);
}

enum nsi_status load_people(struct nsi *n, const char *file, unsigned flags, const struct nsi_rows **out)
{
	return load(n, (struct nsi_list){ 1, &file }, file, flags, out);
}

enum nsi_status nsi_module_load(struct nsi *n, struct nsi_list paths, unsigned flags, const struct nsi_rows **out)
{
	return load(n, paths, NULL, flags, out);
}
