/* plan.c - individual plans: reads the map, the choice and what is held, lets plan/route.h make the
 * route, says one entry a person. */
#include "service/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/progress.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/request.h"
#include "store/resolve.h"

/* ---- what the plan says ------------------------------------------------------------------------------------------- */

static const char *plan_data(struct planner *p, const struct step *v, size_t count)
{
	struct buf b = { 0 };
	const char *out;
	char day[11];

	buf_printf(&b, "{\"year\":%d,\"edition\":\"%s\",\"units\":[", p->year, p->edition);
	for (size_t i = 0; i < count; i++) {
		static const char *const why[] = { [WHY_INVARIANT] = "invariant", [WHY_CHOSEN] = "chosen", [WHY_NEEDED] = "needed" };

		buf_printf(&b, "%s{\"unit\":\"%s\"", i ? "," : "", p->map.code[v[i].unit]);
		if (v[i].due != DAY_NONE)
			buf_printf(&b, ",\"due\":\"%s\"", day_iso(day, v[i].due));
		buf_printf(&b, ",\"hours\":%g,\"why\":\"%s\"", v[i].minutes / 60.0, why[v[i].why]);
		if (v[i].why == WHY_NEEDED)
			buf_printf(&b, ",\"needed\":\"%s\"", p->map.code[v[i].needed_by]);
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	out = b.oom ? NULL : arena_strndup(&p->n->scratch, b.s, b.n);
	p->n->scratch.oom |= b.oom;
	buf_free(&b);
	return out;
}

static const char *why_word(struct planner *p, const struct step *t)
{
	static const char *const words[] = { [WHY_OUT] = "", [WHY_INVARIANT] = "invariant", [WHY_CHOSEN] = "chosen" };

	return t->why == WHY_NEEDED ? arena_printf(&p->n->scratch, "needed by %s", p->map.code[t->needed_by])
	                            : words[t->why];
}

/* A unit of a plan as it is told. */
struct line { const char *unit, *label, *way, *why; int32_t due, minutes; bool found; };

static enum nsi_status put(struct planner *p, const struct person_plan *q, const struct line *l, const char *change)
{
	struct nsi_cell *c = table_row(p->rows);

	if (!c)
		return NSI_MEMORY;
	if (change)
		*c++ = cell_text(NSI_T_ID, change);
	c[0] = cell_text(NSI_T_ID, q->shown);
	c[1] = cell_text(NSI_T_ID, l->unit);
	c[2] = cell_text(NSI_T_TEXT, l->label);
	c[3] = cell_text(NSI_T_WORD, l->way);
	c[4] = cell_day(l->due);
	c[5] = cell_real(l->minutes / 60.0);
	c[6] = cell_text(NSI_T_WORD, l->why);
	return NSI_OK;
}

/* The plan that stands, to compare with. */
static enum nsi_status standing(struct planner *p, const struct person_plan *q, struct line **out, size_t *count)
{
	struct nsi *n = p->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_PLAN_UNITS);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", q->id);
	db_int(s, ":year", p->year);
	while (db_row(n, s, &status)) {
		struct line *v = arena_grow(&n->scratch, *out, &cap, *count + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		*out = v;
		v[(*count)++] = (struct line){ db_string(n, s, 0), db_string(n, s, 1), db_string(n, s, 2), db_string(n, s, 5),
		                               sqlite3_column_type(s, 3) == SQLITE_NULL ? DAY_NONE : sqlite3_column_int(s, 3),
		                               sqlite3_column_int(s, 4), false };
	}
	return status;
}

static const char *change_of(const struct line *l, struct line *was, size_t nwas)
{
	for (size_t i = 0; i < nwas; i++)
		if (!strcmp(l->unit, was[i].unit)) {
			was[i].found = true;
			return l->due == was[i].due && l->minutes == was[i].minutes && !strcmp(l->why, was[i].why) &&
			       !strcmp(l->way, was[i].way) ? "=" : "~";
		}
	return "+";
}

static enum nsi_status rows(struct planner *p, const struct person_plan *q, const struct step *v, size_t count,
                            unsigned flags)
{
	struct line *was = NULL;
	size_t nwas = 0;
	enum nsi_status status = flags & NSI_DRY ? standing(p, q, &was, &nwas) : NSI_OK;

	for (size_t i = 0; i < count && !status; i++) {
		struct line l = { p->map.code[v[i].unit], p->map.label[v[i].unit], "pair", why_word(p, &v[i]), v[i].due, v[i].minutes, false };

		status = put(p, q, &l, flags & NSI_DRY ? change_of(&l, was, nwas) : NULL);
	}
	for (size_t i = 0; i < nwas && !status; i++)
		if (!was[i].found)
			status = put(p, q, &was[i], "-");
	return status;
}

static enum nsi_status too_much(struct planner *p, const struct person_plan *q, int32_t minutes)
{
	return fail(&p->n->messages, NSI_DATA,
	            N_("%s: %s hours are more than the capacity of %s (chosen: %s); choose less with --module or --unit, or raise the capacity"),
	            q->shown, hours_shown(p->n, minutes), hours_shown(p->n, q->capacity), q->choice);
}

static bool all_held(const struct planner *p, const struct person_plan *q)
{
	for (size_t i = 0; i < p->map.g.n; i++)
		if (q->want[i] == WHY_CHOSEN && q->hold[i] == HOLD_NONE)
			return false;
	return true;
}

static enum nsi_status plan_one(struct planner *p, int64_t id, unsigned flags)
{
	struct nsi *n = p->n;
	struct person_plan q;
	struct school *school;
	struct step *v;
	size_t count;
	int32_t minutes = 0;
	enum nsi_status status = person_plan_read(p, id, &q);

	if (!status)
		status = school_of(p, q.org, &school);
	v = status ? NULL : arena_array(&n->scratch, struct step, p->map.g.n + 1);
	if (!v)
		return status ? status : NSI_MEMORY;
	struct wish w = { q.want, q.hold, q.not_after, school->days, school->n,
	                  p->asked->pace && !strcmp(p->asked->pace, "early"), 60 };

	count = route_make(&p->map.g, &w, &n->scratch, v, &minutes);
	if (n->scratch.oom)
		return NSI_MEMORY;
	if (minutes > q.capacity)
		return too_much(p, &q, minutes);
	if (!q.chosen)
		warn(&n->messages, N_("%s has chosen nothing yet: the draft holds the invariant only and cannot be proposed"), q.shown);
	else if (all_held(p, &q))
		warn(&n->messages, N_("%s holds all that was chosen already"), q.shown);
	p->minutes += minutes;
	p->count += (int64_t)count;
	p->capacity += q.capacity;
	p->say[p->nsay++] = (struct said){ .verb = nsi_verb("plan"), .day = n->today, .person = { id, q.code },
	                                   .data = plan_data(p, v, count) };
	return rows(p, &q, v, count, flags);
}

/* ---- everybody ------------------------------------------------------------------------------------------------------- */

/* `--all` and filters leave alone who is proposed, approved or closed, and whose plan is not older than
 * what it rests on. */
static enum nsi_status leave_alone(struct planner *p, int64_t person, bool *alone)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_IOP_STATE_NOW);
	enum nsi_status status = NSI_OK;

	*alone = false;
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", person);
	db_int(s, ":year", p->year);
	if (db_row(p->n, s, &status)) {
		*alone = strcmp((const char *)sqlite3_column_text(s, 0), "draft") != 0;
		sqlite3_reset(s);
	}
	return status;
}

/* The same plan said again on the same day is nothing new. */
static enum nsi_status drop_same(struct planner *p)
{
	size_t kept = 0;
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < p->nsay && !status; i++) {
		sqlite3_stmt *s = db_get(p->n, SQL_USE_PLAN_NOW);
		bool same = false;

		if (!s)
			return NSI_MACHINE;
		db_int(s, ":person", p->say[i].person.id);
		db_int(s, ":year", p->year);
		if (db_row(p->n, s, &status)) {
			same = !strcmp((const char *)sqlite3_column_text(s, 0), p->say[i].data);
			sqlite3_reset(s);
		}
		if (!same)
			p->say[kept++] = p->say[i];
	}
	p->nsay = kept;
	return status;
}

/* What a request points to is chosen as if it were said by --unit. */
static enum nsi_status add_request(struct planner *p, struct nsi_list *who, bool all)
{
	struct nsi *n = p->n;
	struct said about = { 0 };
	struct nsi_list asker;
	int64_t *units, *both;
	size_t count;
	enum nsi_status status = request_find(n, p->asked->request, &about);

	if (!status)
		status = request_wishes(n, &about, &asker, &units, &count);
	if (status)
		return status;
	both = arena_array(&n->scratch, int64_t, p->nunit + count);
	if (!both)
		return NSI_MEMORY;
	if (p->nunit)
		memcpy(both, p->units, p->nunit * sizeof(*both));
	memcpy(both + p->nunit, units, count * sizeof(*both));
	p->units = both;
	p->nunit += count;
	if (!who->n && !all)
		*who = asker;
	return NSI_OK;
}

static enum nsi_status resolve_wishes(struct planner *p)
{
	struct nsi *n = p->n;
	const struct nsi_plan *a = p->asked;
	enum nsi_status status = NSI_OK;
	int64_t part;

	p->modules = arena_array(&n->scratch, int64_t, a->modules.n + 1);
	p->units = arena_array(&n->scratch, int64_t, a->units.n + 1);
	if (!p->modules || !p->units)
		return NSI_MEMORY;
	for (size_t i = 0; i < a->modules.n && !status; i++)
		status = resolve_thing(n, "module", a->modules.v[i], &p->modules[p->nmodule++]);
	for (size_t i = 0; i < a->units.n && !status; i++)
		status = resolve_unit(n, a->units.v[i], &p->units[p->nunit++], &part);
	return status;
}

static enum nsi_status prepare(struct planner *p, struct person_at **who, size_t *count, bool *filtered, unsigned flags)
{
	struct nsi *n = p->n;
	struct nsi_list persons = p->asked->persons;
	enum nsi_status status = NSI_OK;

	if (!n->programme)
		return fail(&n->messages, NSI_DATA, N_("no programme is loaded yet: nsi module load FOLDER"));
	status = resolve_wishes(p);
	if (!status && p->asked->request)
		status = add_request(p, &persons, flags & NSI_ALL);
	if (status)
		return status;
	if (!persons.n && !(flags & NSI_ALL))
		return fail(&n->messages, NSI_USAGE, N_("say who: codes, a filter such as org:s161, or --all"));
	status = resolve_year(n, p->asked->year, &p->year);
	if (!status)
		status = resolve_persons(n, persons, flags & NSI_ALL, who, count, filtered);
	if (!status && !p->asked->year && *count && (*who)[0].year)
		p->year = (*who)[0].year;
	if (!status && !p->year)
		status = fail(&n->messages, NSI_DATA, N_("no school year is open: load a calendar or nsi year open"));
	p->edition = code_text(n, n->programme);
	if (!status)
		status = map_read(n, &p->map);
	p->say = arena_array(&n->scratch, struct said, *count + 1);
	return status ? status : p->say ? NSI_OK : NSI_MEMORY;
}

static enum nsi_status plan_all(struct planner *p, unsigned flags)
{
	struct person_at *who;
	size_t count = 0;
	bool filtered, alone = false;
	enum nsi_status status = prepare(p, &who, &count, &filtered, flags);

	for (size_t i = 0; i < count && !status; i++) {
		progress_at(&p->n->messages, N_("planning"), (int64_t)i, (int64_t)count);
		if (filtered)
			status = leave_alone(p, who[i].id, &alone);
		if (status || alone) {
			p->left += alone;
			continue;
		}
		status = plan_one(p, who[i].id, flags);
		if (status == NSI_DATA) {
			p->faults++;
			status = NSI_OK;           /* all that is wrong is told at once */
		}
	}
	/* of many the others are planned; of those who were named all or none */
	return status ? status : p->faults && !filtered ? NSI_DATA : NSI_OK;
}

static const struct nsi_column cols[] = {
	{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "person", N_("Person"), NULL, NSI_T_ID, false },
	{ "unit", N_("Unit"), NULL, NSI_T_ID, false }, { "label", N_("Label"), NULL, NSI_T_TEXT, false },
	{ "way", N_("Way"), NULL, NSI_T_WORD, false }, { "due", N_("Due"), NULL, NSI_T_DAY, false },
	{ "hours", N_("Hours"), NULL, NSI_T_REAL, false }, { "why", N_("Why"), NULL, NSI_T_WORD, false },
};
static const struct nsi_column sums[] = {
	{ "hours", N_("hours"), NULL, NSI_T_REAL, false }, { "units", N_("units"), NULL, NSI_T_INT, false },
	{ "capacity", N_("capacity"), NULL, NSI_T_REAL, false }, { "said", N_("plans made"), NULL, NSI_T_INT, false },
	{ "left", N_("left alone"), NULL, NSI_T_INT, false }, { "refused", N_("refused"), NULL, NSI_T_INT, false },
};

static enum nsi_status sum(struct nsi *n, void *x, struct outcome *done)
{
	struct planner *p = x;
	struct nsi_cell *c = table_sums(p->rows, n->lang, sums, p->faults ? 6 : 5);

	(void)done;
	if (!c)
		return NSI_MEMORY;
	c[0] = cell_real((double)p->minutes / 60);
	c[1] = cell_int(p->count);
	c[2] = cell_real((double)p->capacity / 60);
	c[3] = cell_int((int64_t)p->nsay);         /* of a dry run too */
	c[4] = cell_int((int64_t)p->left);
	if (p->faults)
		c[5] = cell_int((int64_t)p->faults);
	return NSI_OK;
}

enum nsi_status nsi_iop_plan(struct nsi *n, const struct nsi_plan *asked, unsigned flags, const struct nsi_rows **out)
{
	struct planner p = { .n = n, .asked = asked };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status;
	bool dry = flags & NSI_DRY;

	status = answer_begin(n, &p.rows, true);
	if (!status) {
		table_begin(p.rows, &n->scratch, n->lang, dry ? cols : cols + 1, dry ? 8 : 7);
		status = plan_all(&p, flags);
	}
	if (!status)
		status = drop_same(&p);
	/* what would come of it may be asked in every state, so a dry run is not said at all */
	said_list(&list, n, p.say, dry ? 0 : p.nsay);
	if (!status)
		status = journal_go(n, &list.source, flags, sum, &p, &done);
	journal_end(n);
	if (!status)
		*out = &p.rows->rows;
	if (!status && p.faults)
		status = NSI_DATA;         /* the others are planned; who is not, has to choose again */
	return call_end(n, status);
}
