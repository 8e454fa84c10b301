/* pair.c - preparing an evening: what is asked becomes a plan of meetings, which is shown and, if wanted, saved. */
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/pairing.h"
#include "store/resolve.h"

enum { GAP = 84, ROUNDS = 99 };            /* days before the same two meet again; most rounds of an evening */

/* ---- which evening ---------------------------------------------------------------------------------------- */

static enum nsi_status clock_ok(struct nsi *n, const char *s)
{
	size_t len = s ? strlen(s) : 5;
	const char *colon = s ? strchr(s, ':') : NULL;

	if (!s || (colon && colon > s && len - (size_t)(colon - s) == 3 && strspn(s, "0123456789:") == len && len <= 5 && atoi(s) < 24 && atoi(colon + 1) < 60))
		return NSI_OK;
	return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no time of the day, as 15:00"), s);
}

static enum nsi_status technique_ok(struct nsi *n, const char *id)
{
	sqlite3_stmt *s = id ? db_get(n, SQL_USE_TECHNIQUE_FIND) : NULL;

	if (!s)
		return id ? NSI_MACHINE : NSI_OK;
	db_common(n, s);
	db_text(s, ":technique", id);
	if (db_value(n, s, 0))
		return NSI_OK;
	return fail(&n->messages, NSI_DATA, N_("there is no technique %s in the programme"), id);
}

/* What is said by hand goes before what its event or its saved plan says. */
static enum nsi_status said_by_hand(struct pairing *p)
{
	const struct nsi_pair *a = p->asked;
	struct nsi *n = p->n;
	struct person_at at;
	enum nsi_status status = clock_ok(n, a->start);

	if (a->start)
		p->o.start = a->start;
	if (a->minutes)
		p->o.minutes = (int32_t)(a->minutes < 0 || a->minutes > 1440 ? 1440 : a->minutes);
	if (a->mode)
		p->o.mode = a->mode;
	if (a->place)
		p->o.place = a->place;
	if (a->link)
		p->o.link = a->link;
	if (a->technique)
		p->o.technique = a->technique;
	if (!status)
		status = technique_ok(n, p->o.technique);
	if (!status && a->leader) {
		status = resolve_person(n, a->leader, &at);
		p->o.leader = status ? NULL : code_text(n, at.id);
	}
	if (!status && strcmp(p->o.mode, "offline") != 0 && !p->o.link)
		return fail(&n->messages, NSI_DATA, N_("%s: people outside the room need a link: --link"), p->o.code);
	return status;
}

static enum nsi_status which(struct pairing *p)
{
	const struct nsi_pair *a = p->asked;
	struct nsi *n = p->n;
	enum nsi_status status;

	if (!n->programme)
		return fail(&n->messages, NSI_DATA, N_("no programme is loaded yet: nsi module load FOLDER"));
	if (a->session && (a->group || a->on))
		return fail(&n->messages, NSI_USAGE, N_("say either which session, or --group and --on"));
	status = a->session ? occasion_find(n, a->session, true, &p->o) : occasion_of(n, a->group, a->on, &p->o);
	if (status)
		return status;
	p->fresh = !p->o.plan_seq;
	if (!strcmp(p->o.status, "held"))
		return fail(&n->messages, NSI_DATA, N_("%s was held: nsi session record amends what is recorded of it"), p->o.code);
	if (!strcmp(p->o.status, "cancelled"))
		return fail(&n->messages, NSI_DATA, N_("%s is cancelled"), p->o.code);
	return said_by_hand(p);
}

static enum nsi_status which_units(struct pairing *p)
{
	struct nsi *n = p->n;
	const struct nsi_list asked = p->asked->units;
	sqlite3_stmt *s = asked.n || !p->o.group_id ? NULL : db_get(n, SQL_USE_EVENING_GROUP_UNITS);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;
	int64_t part;

	for (size_t i = 0; i < asked.n && !status; i++) {
		p->units = arena_grow(&n->scratch, p->units, &cap, p->nunit + 1, sizeof(*p->units));
		if (!p->units)
			return NSI_MEMORY;
		status = resolve_unit(n, asked.v[i], &p->units[p->nunit++], &part);
	}
	if (!s)
		return status;
	db_common(n, s);
	db_int(s, ":group", p->o.group_id);
	while (db_row(n, s, &status)) {
		p->units = arena_grow(&n->scratch, p->units, &cap, p->nunit + 1, sizeof(*p->units));
		if (!p->units)
			return NSI_MEMORY;
		p->units[p->nunit++] = sqlite3_column_int64(s, 0);
	}
	return status;
}

/* ---- the plan ---------------------------------------------------------------------------------------------- */

/* As many as fit into its minutes, by the longest technique of what is exchanged. */
static int32_t rounds(const struct pairing *p)
{
	int32_t longest = 0;

	if (p->asked->rounds)
		return (int32_t)p->asked->rounds;
	if (p->o.rounds)
		return p->o.rounds;
	for (uint32_t i = 0; i < p->cast.e.units; i++)
		if (p->cast.units[i].minutes > longest)
			longest = p->cast.units[i].minutes;
	return longest && p->o.minutes >= longest ? p->o.minutes / longest : 1;
}

static uint32_t person_of(struct pairing *p, const char *code)
{
	for (uint32_t i = 0; code && i < p->cast.e.people; i++)
		if (!strcmp(p->cast.code[i], code))
			return i;
	return NOTHING;
}

static enum evening_kind kind_of(const char *word)
{
	static const char *const words[] = { [EV_TEACH] = "teach", [EV_LAUNCH] = "launch", [EV_CO_STUDY] = "co_study", [EV_DISCUSS] = "discuss", [EV_IDLE] = "idle" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (word && !strcmp(words[i], word))
			return (enum evening_kind)i;
	return EV_DISCUSS;
}

static const char *kind_word(enum evening_kind k)
{
	switch (k) {
	case EV_TEACH: return N_("teach");
	case EV_LAUNCH: return N_("launch");
	case EV_CO_STUDY: return N_("co_study");
	case EV_DISCUSS: return N_("discuss");
	case EV_IDLE: return N_("idle");
	}
	return "idle";
}

static struct evening_row row_of(struct pairing *p, const struct meeting_row *r)
{
	const struct cast *c = &p->cast;

	return (struct evening_row){ .round = r->round, .kind = kind_of(r->kind), .repeat = r->repeat,
		.a = person_of(p, r->who[0]), .b = person_of(p, r->who[1]), .c = person_of(p, r->who[2]),
		.a_gives = r->gives[0] ? cast_thing(c, r->gives[0]) : NOTHING,
		.b_gives = r->gives[1] ? cast_thing(c, r->gives[1]) : NOTHING,
		.c_gives = r->gives[2] ? cast_thing(c, r->gives[2]) : NOTHING };
}

/* Does everybody of a saved meeting come? */
static bool all_come(struct pairing *p, const struct meeting_row *r)
{
	for (size_t i = 0; i < 3; i++)
		if (r->who[i] && person_of(p, r->who[i]) == NOTHING)
			return false;
	return true;
}

/* The saved meetings as the pairing knows them: those before FIRST as done, the others as a former plan. */
static enum nsi_status former(struct pairing *p, struct evening *e)
{
	struct evening_row *done = arena_array(&p->n->scratch, struct evening_row, p->was.n + 1);
	struct evening_row *was = arena_array(&p->n->scratch, struct evening_row, p->was.n + 1);

	if (!done || !was)
		return NSI_MEMORY;
	e->ndone = e->nwas = 0;
	for (size_t k = 0; k < p->was.n; k++) {
		const struct meeting_row *r = &p->was.v[k];

		if (!all_come(p, r))
			continue;
		if (r->round < e->first)
			done[e->ndone++] = row_of(p, r);
		else
			was[e->nwas++] = row_of(p, r);
	}
	e->done = done;
	e->was = was;
	return NSI_OK;
}

/* What the rounds before FIRST brought, if they go well. */
static enum nsi_status gained(struct pairing *p, struct evening *e)
{
	struct went_row *row = arena_array(&p->n->scratch, struct went_row, e->ndone + 1);
	struct went went;
	struct cast *c = &p->cast;

	if (!row)
		return NSI_MEMORY;
	for (size_t k = 0; k < e->ndone; k++)
		row[k] = (struct went_row){ .round = e->done[k].round, .kind = kind_word(e->done[k].kind),
			.who = { e->done[k].a, e->done[k].b, e->done[k].c }, .gives = { e->done[k].a_gives, e->done[k].b_gives, e->done[k].c_gives },
			.result = { WENT_OK, WENT_OK, WENT_OK } };
	if (!evening_went(e, row, e->ndone, false, &p->n->scratch, &went))
		return NSI_MEMORY;
	for (size_t i = 0; i < went.ngain; i++) {
		const struct went_gain *g = &went.gain[i];
		size_t cell = (size_t)g->person * e->units + g->unit;

		if (g->step == WENT_PART)
			c->part[(size_t)g->person * e->things + g->thing] |= 3;
		if (g->step == WENT_STARTED && c->met[cell] < UINT8_MAX)
			c->met[cell]++;
		if (g->step == WENT_MASTERED || g->whole)
			c->state[cell] = EV_HOLDS | EV_GIVES;
	}
	return NSI_OK;
}

/* The last round in which somebody gains something; at least the first. */
static int32_t useful(const struct pairing *p)
{
	int32_t last = p->cast.e.first;

	for (size_t k = 0; k < p->plan.n; k++) {
		const struct evening_row *r = &p->plan.row[k];

		if (r->round > last && (r->a_gives != NOTHING || r->b_gives != NOTHING || r->c_gives != NOTHING))
			last = r->round;
	}
	return last;
}

/* Of "12w" the days; 0: not said. */
static enum nsi_status span_of(struct nsi *n, const char *word, int32_t *days)
{
	char *end;
	long k = word ? strtol(word, &end, 10) : 0;

	*days = 0;
	if (!word)
		return NSI_OK;
	if (end == word || k < 1 || k > 520 || (*end && !word_find(&n->scratch, "d w", end)))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no span of days or weeks, as 12w"), word);
	*days = (int32_t)k * (word_find(&n->scratch, "w", end) ? 7 : 1);
	return NSI_OK;
}

static enum nsi_status make(struct pairing *p)
{
	struct evening *e = &p->cast.e;
	const char *gap = setting(p->n, "pairing.gap");
	enum nsi_status status = span_of(p->n, p->asked->no_repeat, &e->no_repeat);

	if (status)
		return status;
	e->rounds = rounds(p);
	e->first = p->asked->from_round ? (int32_t)p->asked->from_round : 1;
	if (e->rounds < 1 || e->rounds > ROUNDS || e->first < 1 || e->first > e->rounds)
		return fail(&p->n->messages, NSI_USAGE, N_("rounds are 1 to %d, and --from-round one of them"), ROUNDS);
	e->gap = gap && atoi(gap) > 0 ? atoi(gap) : GAP;
	e->seed = (uint64_t)p->asked->seed;
	if (p->o.plan_seq)
		status = meetings_read(p->n, p->o.plan_origin, p->o.plan_seq, &p->was);
	if (!status)
		status = former(p, e);
	if (!status)
		status = gained(p, e);
	if (status)
		return status;
	if (!evening_plan(e, &p->n->scratch, &p->plan))
		return NSI_MEMORY;
	if (p->asked->rounds || p->o.rounds || useful(p) >= e->rounds)
		return NSI_OK;
	e->rounds = useful(p);             /* nobody said how many: none in which nobody gains anything */
	return evening_plan(e, &p->n->scratch, &p->plan) ? NSI_OK : NSI_MEMORY;
}

/* ---- the answer ----------------------------------------------------------------------------------------------- */

static const char *code_or(const char *const *v, uint32_t i)
{
	return i == NOTHING ? NULL : v[i];
}

static enum nsi_status planned(struct pairing *p, struct meeting_rows *out)
{
	const struct cast *c = &p->cast;

	for (size_t k = 0; k < p->was.n && p->was.v[k].round < c->e.first; k++) {
		struct meeting_row *r = meeting_add(p->n, out);

		if (!r)
			return NSI_MEMORY;
		*r = p->was.v[k];
	}
	for (size_t k = 0; k < p->plan.n; k++) {
		const struct evening_row *e = &p->plan.row[k];
		struct meeting_row *r = meeting_add(p->n, out);

		if (!r)
			return NSI_MEMORY;
		*r = (struct meeting_row){ .round = e->round, .kind = kind_word(e->kind), .repeat = e->repeat, .changed = e->changed,
			.who = { code_or(c->code, e->a), code_or(c->code, e->b), code_or(c->code, e->c) },
			.gives = { code_or(c->thing_code, e->a_gives), code_or(c->thing_code, e->b_gives), code_or(c->thing_code, e->c_gives) } };
	}
	return NSI_OK;
}

/* Where there was a plan before, what changed stands first; both parts by rounds. */
static const struct meeting_rows *changed_first(struct pairing *p, const struct meeting_rows *rows)
{
	struct meeting_rows *v = arena_new(&p->n->scratch, struct meeting_rows);

	if (p->fresh || !v)
		return rows;
	for (int pass = 1; pass >= 0; pass--)
		for (size_t k = 0; k < rows->n; k++)
			if (rows->v[k].changed == pass) {
				struct meeting_row *r = meeting_add(p->n, v);

				if (!r)
					return rows;
				*r = rows->v[k];
			}
	return v;
}

static const char *unserved(struct pairing *p, const struct evening_unserved *u)
{
	static const char *const why[] = {
		[EV_ALL_DONE] = N_("has mastered all of it"), [EV_NOTHING_LEFT] = N_("waits for what the rest of it rests on"),
		[EV_NO_GIVER] = N_("nobody who comes can teach %s"), [EV_GIVERS_BUSY] = N_("who can teach %s is busy with others"),
		[EV_PARTED] = N_("may not work with who can teach %s"),
	};
	const char *text = tr(p->n->lang, why[u->why]);
	const char *at = strstr(text, "%s");

	if (!at)
		return text;
	return arena_printf(&p->n->scratch, "%.*s%s%s", (int)(at - text), text, u->unit == NOTHING ? "" : p->cast.label[u->unit], at + 2);
}

static enum nsi_status notes(struct pairing *p, struct table *t)
{
	size_t most = p->plan.nunserved, terms = 0, k = 0;
	const char **v;

	while (evening_terms[terms].name)
		terms++;
	v = arena_array(&p->n->scratch, const char *, most + terms + 1);
	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < p->plan.nunserved; i++)
		v[k++] = arena_printf(&p->n->scratch, "%s: %s", p->cast.shown[p->plan.unserved[i].person], unserved(p, &p->plan.unserved[i]));
	for (size_t i = 0; i < terms; i++)
		v[k++] = arena_printf(&p->n->scratch, "%zu. %s", i + 1, tr(p->n->lang, evening_terms[i].help));
	t->rows.notes = v;
	t->rows.nnote = k;
	return NSI_OK;
}

static enum nsi_status answer(struct pairing *p, const struct meeting_rows *rows, struct table *t)
{
	static const struct nsi_column sums[] = {
		{ "gains", N_("gains"), NULL, NSI_T_INT, false }, { "bound", N_("no more than"), NULL, NSI_T_INT, false },
		{ "optimal", N_("nothing better"), NULL, NSI_T_FLAG, false }, { "people", N_("people"), NULL, NSI_T_INT, false },
		{ "rounds", N_("rounds"), NULL, NSI_T_INT, false }, { "seed", N_("seed"), NULL, NSI_T_INT, false },
	};
	enum nsi_status status = meetings_table(p->n, changed_first(p, rows), false, t);
	struct nsi_cell *c = status ? NULL : table_sums(t, p->n->lang, sums, 6);

	if (!c)
		return status ? status : NSI_MEMORY;
	c[0] = cell_int(p->plan.gains);
	c[1] = cell_int(p->plan.bound);
	c[2] = cell_flag(p->plan.gains == p->plan.bound);
	c[3] = cell_int(p->cast.e.people);
	c[4] = cell_int(p->cast.e.rounds);
	c[5] = cell_int(p->asked->seed);
	t->rows.title = p->o.code;
	return p->asked->explain ? notes(p, t) : NSI_OK;
}

/* ---- saved ------------------------------------------------------------------------------------------------------ */

static void put(struct buf *b, const char *key, const char *value)
{
	if (!value)
		return;
	buf_printf(b, "%s\"%s\":", b->n > 1 ? "," : "", key);
	buf_json(b, value);
}

static const char *data(struct pairing *p, const struct meeting_rows *rows)
{
	const struct occasion *o = &p->o;
	struct buf b = { 0 };
	const char *out;

	buf_puts(&b, "{");
	put(&b, "event", o->event);
	put(&b, "kind", o->kind);
	put(&b, "group", o->group);
	put(&b, "start", o->start);
	put(&b, "zone", o->zone);
	put(&b, "mode", o->mode);
	put(&b, "place", o->place);
	put(&b, "link", o->link);
	put(&b, "leader", o->leader);
	put(&b, "technique", o->technique);
	buf_printf(&b, ",\"minutes\":%d,\"rounds\":%d,\"present\":[", o->minutes, p->cast.e.rounds);
	for (uint32_t i = 0; i < p->cast.e.people; i++) {
		const struct evening_person *q = &p->cast.person[i];

		buf_printf(&b, "%s{\"person\":\"%s\"", i ? "," : "", p->cast.code[i]);
		if (q->from > 1)
			buf_printf(&b, ",\"from\":%d", q->from);
		buf_puts(&b, q->outside ? ",\"outside\":true}" : "}");
	}
	buf_printf(&b, "],\"rows\":%s}", meetings_json(p->n, rows));
	out = b.oom ? NULL : arena_strndup(&p->n->scratch, b.s, b.n);
	p->n->scratch.oom |= !out;
	buf_free(&b);
	return out;
}

/* Is just that saved already? */
static bool same(struct pairing *p, const char *text)
{
	sqlite3_stmt *s = p->o.plan_seq ? db_get(p->n, SQL_USE_ENTRY_DATA) : NULL;
	enum nsi_status status = NSI_OK;
	bool is = false;

	if (!s)
		return false;
	db_int(s, ":origin", p->o.plan_origin);
	db_int(s, ":seq", p->o.plan_seq);
	if (db_row(p->n, s, &status)) {
		is = !strcmp((const char *)sqlite3_column_text(s, 0), text);
		sqlite3_reset(s);
	}
	return is;
}

static enum nsi_status nothing_more(struct nsi *n, void *x, struct outcome *done)
{
	(void)n;
	(void)x;
	(void)done;
	return NSI_OK;
}

static enum nsi_status save(struct pairing *p, const struct meeting_rows *rows, unsigned flags)
{
	struct nsi *n = p->n;
	struct said say = { .verb = nsi_verb("pair"), .day = n->today, .data = data(p, rows) };
	struct said_list list;
	struct outcome done = { 0 };

	say.session = (struct said_ref){ code_id(n, "session", p->o.code), p->o.code };
	if (!say.data || !say.session.id)
		return say.data ? NSI_MACHINE : NSI_MEMORY;
	if (same(p, say.data)) {
		journal_end(n);
		return NSI_OK;
	}
	said_list(&list, n, &say, 1);
	return journal_go(n, &list.source, flags, nothing_more, NULL, &done);
}

enum nsi_status nsi_session_pair(struct nsi *n, const struct nsi_pair *asked, unsigned flags, const struct nsi_rows **out)
{
	struct pairing p = { .n = n, .asked = asked };
	struct meeting_rows rows = { 0 };
	struct table *t;
	bool keep = asked->save && !(flags & NSI_DRY);
	enum nsi_status status = answer_begin(n, &t, keep);

	if (!status)
		status = which(&p);
	if (!status)
		status = which_units(&p);
	if (!status)
		status = pairing_people(&p);
	if (!status)
		status = cast_read(n, &p.o, p.people, p.npeople, p.units, p.nunit, &p.cast);
	if (!status)
		status = cast_ties(n, &p.o, &p.cast);
	if (!status)
		status = pairing_limits(&p);
	if (!status)
		status = make(&p);
	if (!status)
		status = planned(&p, &rows);
	if (!status)
		status = answer(&p, &rows, t);
	if (!status && keep)
		status = save(&p, &rows, flags);
	else if (keep)
		journal_end(n);
	if (!status)
		*out = &t->rows;
	return call_end(n, status);
}
