/* load.c - a programme in YAML becomes editions in the database and entries in the journal. */
#include "store/load.h"

#include <string.h>

#include "model/calendar.h"
#include "model/programme.h"
#include "store/db.h"
#include "store/edition.h"
#include "store/journal.h"
#include "store/resolve.h"

/* ---- what the files no longer hold ---------------------------------------------------------------------- */

static bool in_files(const struct model *md, const char *name)
{
	const struct head *const *v;
	size_t k = model_list(md, name, &v);

	for (size_t i = 0; i < k; i++)
		if (!model_stored(md, v[i]))
			return true;
	return false;
}

/* The day by which an object of a year is known; DAY_NONE: it belongs to no year. */
static int32_t day_of_object(const struct head *h)
{
	if (h->object == &event_object) {
		const struct event *e = (const struct event *)h;

		return e->date != DAY_NONE ? e->date : e->from;
	}
	if (h->object == &milestone_object || h->object == &target_object) {
		const char *due = h->object == &target_object ? ((const struct target *)h)->due : ((const struct milestone *)h)->due;

		return due ? day_read_iso(due, strlen(due)) : DAY_NONE;
	}
	return DAY_NONE;
}

/* Loading a year's files never touches another year. */
static bool of_these_years(const struct model *md, const struct head *h)
{
	const struct head *const *v;
	size_t k = model_list(md, "calendar", &v);
	int32_t day = day_of_object(h);

	if (h->object == &calendar_object)
		return false;
	if (h->object != &event_object && h->object != &target_object && h->object != &milestone_object)
		return true;
	for (size_t i = 0; i < k; i++) {
		const struct calendar *c = (const struct calendar *)v[i];

		if (!model_stored(md, v[i]) && c->teachers && (day == DAY_NONE || (day >= c->teachers->from && day <= c->teachers->to)))
			return true;
	}
	return false;
}

/* Stored objects that the files leave out although they hold others of their kind (units: of their module). */
static enum nsi_status absent(struct nsi *n, const struct model *md, bool prune, struct gone *gone)
{
	const struct head **v = NULL;
	size_t cap = 0;

	for (const struct object *const *o = objects; *o; o++) {
		const struct head *const *list;
		size_t k = (*o)->edition && in_files(md, (*o)->name) ? model_list(md, (*o)->name, &list) : 0;
		bool unit = *o == &unit_object;

		for (size_t i = 0; i < k && (prune || unit); i++) {
			const struct head *m = unit ? ((const struct unit *)list[i])->module : NULL;

			if (!model_stored(md, list[i]) || !of_these_years(md, list[i]) || *o == &technique_object)
				continue;
			if (unit && !prune && m && model_stored(md, m))
				continue;
			v = arena_grow(&n->scratch, v, &cap, gone->n + 1, sizeof(*v));
			if (!v)
				return NSI_MEMORY;
			v[gone->n++] = list[i];
			gone->v = v;
		}
	}
	return NSI_OK;
}

static enum nsi_status refuse_absent(struct nsi *n, const struct gone *gone)
{
	for (size_t i = 0; i < gone->n; i++)
		fail(&n->messages, NSI_DATA, N_("unit %s is loaded, but the files no longer hold it: to retire it, load with --prune"), gone->v[i]->id);
	return NSI_DATA;
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

enum nsi_status load_model(struct nsi *n, struct nsi_list paths, struct model **out)
{
	struct model *md = model_new(&n->scratch, &n->messages);
	enum nsi_status status = md ? NSI_OK : NSI_MEMORY, worst = NSI_OK;

	*out = md;
	if (!status && n->programme)
		status = edition_read(n, md, n->programme);
	if (!status && n->rest)
		status = edition_read(n, md, n->rest);
	for (size_t i = 0; i < paths.n && !status; i++) {
		status = model_read_path(md, paths.v[i]);
		if (status == NSI_DATA) {
			worst = status;
			status = NSI_OK;
		}
	}
	if (!status && !worst)
		status = model_finish(md);
	return status ? status : worst;
}

/* ---- loading --------------------------------------------------------------------------------------------------- */

struct loading {
	int64_t programme, rest;           /* as they will be */
	struct model *md;
	struct gone gone;
	struct entries say;
};

static enum nsi_status keep(struct nsi *n, struct loading *l)
{
	bool new;
	enum nsi_status status = edition_keep(n, l->md, "programme", &l->gone, &l->programme, &new);

	return status ? status : edition_keep(n, l->md, "rest", &l->gone, &l->rest, &new);
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
	struct nsi_cell *c = arena_array(&n->scratch, struct nsi_cell, 5);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_int(edition_number(n, l->programme));
	c[1] = cell_int(edition_number(n, l->rest));
	c[2] = cell_text(NSI_T_ID, code_text(n, l->programme));
	c[3] = cell_text(NSI_T_ID, code_text(n, l->rest));
	c[4] = cell_int((int64_t)done->said);
	t->rows.nsum = 5;
	t->rows.sumcols = sums;
	t->rows.sums = c;
	return NSI_OK;
}

static enum nsi_status prepare(struct nsi *n, struct loading *l, struct nsi_list paths, unsigned flags, struct table *t)
{
	enum nsi_status status = load_model(n, paths, &l->md);

	if (!status && flags & NSI_STRICT && n->messages.warnings)
		status = NSI_DATA;
	if (!status)
		status = absent(n, l->md, flags & NSI_PRUNE, &l->gone);
	if (!status && l->gone.n && !(flags & NSI_PRUNE))
		status = refuse_absent(n, &l->gone);
	if (!status)
		status = keep(n, l);
	if (!status)
		status = say_edition(n, l);
	if (!status)
		status = roster_say(n, l->md, &l->gone, &l->say);
	if (!status)
		status = say_first_year(n, l);
	edition_diff_begin(n, t);
	if (!status)
		status = edition_diff(n, n->programme, l->programme, t);
	return status ? status : edition_diff(n, n->rest, l->rest, t);
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
	enum nsi_status status;

	call_begin(n);
	t = arena_new(&n->scratch, struct table);
	status = t ? nsi_open(n) : NSI_MEMORY;
	if (!status)
		status = journal_begin(n);
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
