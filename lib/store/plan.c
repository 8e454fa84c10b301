/* plan.c - individual plans: reads the map, the choice and what is held, lets plan/route.h make the
 * route, says one entry a person. */

#include <stdlib.h>
#include <string.h>

#include "plan/route.h"
#include "plan/workday.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/map.h"
#include "store/resolve.h"

/* ---- the days of a school year ------------------------------------------------------------------------------- */

/* Working days on which something can be due, for an organisation. */
struct school { int64_t org; int32_t *days; size_t n; };

static enum nsi_status offs(struct nsi *n, const char *calendar, struct workdays *w, int32_t from, int32_t to)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_DAYS_OFF);
	struct span_days *off = NULL;
	int32_t *extra = NULL;
	size_t cap = 0, cap2 = 0;
	enum nsi_status status = NSI_OK;

	(void)from, (void)to;
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":calendar", calendar);
	while (db_row(n, s, &status)) {
		int32_t a = sqlite3_column_int(s, 0), b = sqlite3_column_int(s, 1);

		if (sqlite3_column_int(s, 2)) {
			extra = arena_grow(&n->scratch, extra, &cap2, w->nextra + (size_t)(b - a + 1), sizeof(*extra));
			for (int32_t d = a; extra && d <= b; d++)
				extra[w->nextra++] = d;
		} else {
			off = arena_grow(&n->scratch, off, &cap, w->noff + 1, sizeof(*off));
			if (off)
				off[w->noff++] = (struct span_days){ a, b };
		}
	}
	w->off = off;
	w->extra = extra;
	return status;
}

/* From the later of today and the teachers' start to the end of the pupils' year, after that of the teachers'. */
static enum nsi_status school_days(struct nsi *n, int64_t org, int year, struct school *out)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_CALENDAR_OF);
	struct workdays w = { 0 };
	enum nsi_status status = NSI_OK;
	int32_t from, to, until;
	const char *id;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":of", org);
	db_int(s, ":year", year);
	if (!db_row(n, s, &status))
		return status ? status : fail(&n->messages, NSI_DATA, N_("there is no calendar for %d/%d: load one"), year - 1, year);
	id = db_string(n, s, 0);
	w.week = sqlite3_column_int(s, 1);
	from = sqlite3_column_int(s, 2);
	until = sqlite3_column_int(s, 3);
	to = sqlite3_column_int(s, 4);
	sqlite3_reset(s);
	if (n->today > from)
		from = n->today;
	if (from > to)
		to = until;
	status = offs(n, id, &w, from, to);
	out->org = org;
	out->days = from > to ? NULL : arena_array(&n->scratch, int32_t, (size_t)(to - from + 1));
	if (from <= to && !out->days)
		return NSI_MEMORY;
	out->n = from > to ? 0 : workdays_list(&w, from, to, out->days);
	return status;
}

/* ---- one person ------------------------------------------------------------------------------------------------ */

struct planner {
	struct nsi *n;
	const struct nsi_plan *asked;
	struct map map;
	int year;
	const char *edition;               /* hash */
	int64_t *modules, *units;          /* asked for */
	size_t nmodule, nunit;
	struct school *schools;
	size_t nschool, cap_school;
	struct said *say;
	size_t nsay, left;
	struct table *rows;
	int64_t minutes, count, capacity;
	bool faults;
};

static enum nsi_status school_of(struct planner *p, int64_t org, struct school **out)
{
	enum nsi_status status;

	for (size_t i = 0; i < p->nschool; i++)
		if (p->schools[i].org == org) {
			*out = &p->schools[i];
			return NSI_OK;
		}
	p->schools = arena_grow(&p->n->scratch, p->schools, &p->cap_school, p->nschool + 1, sizeof(*p->schools));
	if (!p->schools)
		return NSI_MEMORY;
	*out = &p->schools[p->nschool++];
	status = school_days(p->n, org, p->year, *out);
	if (status)
		p->nschool--;
	return status;
}

struct person_plan {
	int64_t id, org;
	const char *code, *shown;
	uint8_t *want, *hold;
	int32_t *not_after;
	int32_t capacity;                  /* minutes */
	bool chosen;                       /* something beside the invariant was chosen */
	const char *choice;                /* modules and their hours, for a refusal */
};

static void want_module(struct planner *p, struct person_plan *q, int64_t module)
{
	int32_t minutes = 0;

	for (size_t i = 0; i < p->map.g.n; i++)
		if (p->map.module[i] == module) {
			if (q->want[i] == WHY_OUT)
				q->want[i] = WHY_CHOSEN;
			minutes += p->map.g.minutes[i];
		}
	q->chosen = true;
	q->choice = arena_printf(&p->n->scratch, "%s%s%s %g", q->choice, *q->choice ? ", " : "", code_text(p->n, module), minutes / 60.0);
}

static void want_unit(struct planner *p, struct person_plan *q, int64_t unit)
{
	size_t i = map_index(&p->map, unit);

	if (i == p->map.g.n)
		return;
	if (q->want[i] == WHY_OUT)
		q->want[i] = WHY_CHOSEN;
	q->chosen = true;
	q->choice = arena_printf(&p->n->scratch, "%s%s%s %g", q->choice, *q->choice ? ", " : "", p->map.code[i], p->map.g.minutes[i] / 60.0);
}

/* The choice that stands with the person: modules or units. */
static enum nsi_status own_choice(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_CHOICE_OF);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", q->id);
	db_common(p->n, s);
	while (db_row(p->n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 1);

		if (!id) {
			warn(&p->n->messages, N_("%s: the choice \"%s\" is neither a module nor a unit of this edition"), q->shown, (const char *)sqlite3_column_text(s, 2));
			continue;
		}
		if (sqlite3_column_int(s, 0))
			want_module(p, q, id);
		else
			want_unit(p, q, id);
	}
	return status;
}

static enum nsi_status wishes(struct planner *p, struct person_plan *q)
{
	for (size_t i = 0; i < p->map.g.n; i++)
		if (p->map.invariant[i])
			q->want[i] = WHY_INVARIANT;
	if (!p->nmodule && !p->nunit)
		return own_choice(p, q);
	for (size_t i = 0; i < p->nmodule; i++)
		want_module(p, q, p->modules[i]);
	for (size_t i = 0; i < p->nunit; i++)
		want_unit(p, q, p->units[i]);
	return NSI_OK;
}

/* What the person holds, and since which year; what stands of its parts does not count. */
static enum nsi_status holdings(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_HOLDINGS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(p->n, s);
	db_int(s, ":person", q->id);
	db_int(s, ":year", p->year);
	while (db_row(p->n, s, &status)) {
		size_t i = map_index(&p->map, sqlite3_column_int64(s, 0));

		if (i < p->map.g.n)
			q->hold[i] = (uint8_t)sqlite3_column_int(s, 1);
	}
	return status;
}

static enum nsi_status caps(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_GROUP_CAPS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(p->n, s);
	db_int(s, ":person", q->id);
	while (db_row(p->n, s, &status)) {
		size_t i = map_index(&p->map, sqlite3_column_int64(s, 0));

		if (i < p->map.g.n && sqlite3_column_int(s, 1) < q->not_after[i])
			q->not_after[i] = sqlite3_column_int(s, 1);
	}
	return status;
}

static enum nsi_status read_person(struct planner *p, int64_t id, struct person_plan *q)
{
	struct nsi *n = p->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_TO_PLAN);
	enum nsi_status status = NSI_OK;

	*q = (struct person_plan){ .id = id, .choice = "", .shown = person_shown(n, id), .code = code_text(n, id) };
	q->want = arena_array(&n->scratch, uint8_t, p->map.g.n + 1);
	q->hold = arena_array(&n->scratch, uint8_t, p->map.g.n + 1);
	q->not_after = arena_array(&n->scratch, int32_t, p->map.g.n + 1);
	if (!s || !q->want || !q->hold || !q->not_after)
		return s ? NSI_MEMORY : NSI_MACHINE;
	for (size_t i = 0; i < p->map.g.n; i++)
		q->not_after[i] = INT32_MAX;
	db_common(n, s);
	db_int(s, ":person", id);
	db_int(s, ":year", p->year);
	if (!db_row(n, s, &status))
		return status ? status : fail(&n->messages, NSI_DATA, N_("%s takes no part in %d/%d"), q->shown, p->year - 1, p->year);
	q->org = sqlite3_column_int64(s, 0);
	q->capacity = sqlite3_column_int(s, 1);
	sqlite3_reset(s);
	status = wishes(p, q);
	if (!status)
		status = holdings(p, q);
	return status ? status : caps(p, q);
}

/* ---- what the plan says ------------------------------------------------------------------------------------------- */

static const char *way_of(const struct planner *p, const struct step *t)
{
	(void)p, (void)t;
	return "pair";
}

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

	return t->why == WHY_NEEDED ? arena_printf(&p->n->scratch, "needed by %s", p->map.code[t->needed_by]) : words[t->why];
}

static enum nsi_status rows(struct planner *p, const struct person_plan *q, const struct step *v, size_t count, unsigned flags)
{
	for (size_t i = 0; i < count; i++) {
		struct nsi_cell *c = table_row(p->rows);

		if (!c)
			return NSI_MEMORY;
		if (flags & NSI_DRY)
			*c++ = cell_text(NSI_T_ID, "+");
		c[0] = cell_text(NSI_T_ID, q->shown);
		c[1] = cell_text(NSI_T_ID, p->map.code[v[i].unit]);
		c[2] = cell_text(NSI_T_TEXT, p->map.label[v[i].unit]);
		c[3] = cell_text(NSI_T_WORD, way_of(p, &v[i]));
		c[4] = cell_day(v[i].due);
		c[5] = cell_real(v[i].minutes / 60.0);
		c[6] = cell_text(NSI_T_WORD, why_word(p, &v[i]));
	}
	return NSI_OK;
}

static enum nsi_status too_much(struct planner *p, const struct person_plan *q, int32_t minutes)
{
	return fail(&p->n->messages, NSI_DATA,
	            N_("%s: %g hours are more than the capacity of %g (chosen: %s); choose less with --module or --unit, or raise the capacity"),
	            q->shown, minutes / 60.0, q->capacity / 60.0, q->choice);
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
	enum nsi_status status = read_person(p, id, &q);

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
	enum nsi_status status = NSI_OK;

	if (!n->programme)
		return fail(&n->messages, NSI_DATA, N_("no programme is loaded yet: nsi module load FOLDER"));
	if (!p->asked->persons.n && !(flags & NSI_ALL))
		return fail(&n->messages, NSI_USAGE, N_("say who: codes, a filter such as org:s161, or --all"));
	status = resolve_year(n, p->asked->year, &p->year);
	if (!status)
		status = resolve_persons(n, p->asked->persons, flags & NSI_ALL, who, count, filtered);
	if (!status && !p->asked->year && *count && (*who)[0].year)
		p->year = (*who)[0].year;
	if (!status && !p->year)
		status = fail(&n->messages, NSI_DATA, N_("no school year is open: load a calendar or nsi year open"));
	p->edition = code_text(n, n->programme);
	if (!status)
		status = map_read(n, &p->map);
	if (!status)
		status = resolve_wishes(p);
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
		if (filtered)
			status = leave_alone(p, who[i].id, &alone);
		if (status || alone) {
			p->left += alone;
			continue;
		}
		status = plan_one(p, who[i].id, flags);
		if (status == NSI_DATA) {
			p->faults = true;
			status = NSI_OK;           /* all that is wrong is told at once */
		}
	}
	return status ? status : p->faults ? NSI_DATA : NSI_OK;
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
	{ "left", N_("left alone"), NULL, NSI_T_INT, false },
};

static enum nsi_status sum(struct nsi *n, void *x, struct outcome *done)
{
	struct planner *p = x;
	struct nsi_cell *c = table_sums(p->rows, n->lang, sums, 5);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_real((double)p->minutes / 60);
	c[1] = cell_int(p->count);
	c[2] = cell_real((double)p->capacity / 60);
	c[3] = cell_int((int64_t)done->said);
	c[4] = cell_int((int64_t)p->left);
	return NSI_OK;
}

enum nsi_status nsi_iop_plan(struct nsi *n, const struct nsi_plan *asked, unsigned flags, const struct nsi_rows **out)
{
	struct planner p = { .n = n, .asked = asked };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status;
	bool dry = flags & NSI_DRY;

	call_begin(n);
	p.rows = arena_new(&n->scratch, struct table);
	status = p.rows ? nsi_open(n) : NSI_MEMORY;
	if (!status)
		status = journal_begin(n);
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
	return call_end(n, status);
}
