/* model.c - the naive model: looks through the whole list for every question. */
#include "model.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const origin_codes[ORIGINS + 1] = { "net-b.7", "net-a.1", "s161.x", "net-a.0", "ghost.1" };
const char *const person_codes[PERSONS] = { "s161/p01", "s161/p02", "net-a/p01", "net-a/p03", "net-b/p04", "net-b/p05" };
const char *const unit_codes[UNITS] = { "u-a", "u-b", "u-c", "u-d", "u-e" };
const char *const part_codes[UNITS] = { "u-a.k1", "u-b.k1", "u-c.k1", "u-d.k1", "u-e.k1" };
const char *const edition_codes[EDITIONS] = { "e1", "e2", "e3" };
const int model_days[DAYS] = { 0, 20700, 20701, 20702, 20710, 20720, 20731 };

bool unit_needs(int edition, int unit, int need)
{
	switch (edition) {
	case 0: return (unit == 2 && need < 2) || (unit == 3 && need == 2);     /* c on a and b, d on c */
	case 1: return (unit == 2 && need == 4) || (unit == 3 && need == 0);    /* c on e, d on a */
	default: return false;
	}
}

/* ---- sets of lines --------------------------------------------------------------------------------- */

void set_add(struct set *s, const char *format, ...)
{
	va_list ap;

	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->v = realloc(s->v, s->cap * sizeof(*s->v));
	}
	va_start(ap, format);
	if (!s->v || vasprintf(&s->v[s->n], format, ap) < 0)
		abort();
	va_end(ap);
	s->n++;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void set_sort(struct set *s, bool unique)
{
	size_t n = 0;

	if (s->n)
		qsort(s->v, s->n, sizeof(*s->v), compare);
	for (size_t i = 0; i < s->n; i++)
		if (unique && n && !strcmp(s->v[i], s->v[n - 1]))
			free(s->v[i]);
		else
			s->v[n++] = s->v[i];
	s->n = n;
}

void set_free(struct set *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->v[i]);
	free(s->v);
	*s = (struct set){ 0 };
}

/* ---- what lives -------------------------------------------------------------------------------------- */

struct world { const struct word *v; size_t n; const bool *read; bool *live; struct set *out; };

static bool is(const struct word *w, const char *verb)
{
	return !strcmp(w->verb, verb);
}

static bool is_undoing(const struct word *w)
{
	return is(w, "undo") || is(w, "redo");
}

/* Was A said after B? The same answer everywhere. */
static bool later(const struct word *a, const struct word *b)
{
	int order = strcmp(origin_codes[a->origin], origin_codes[b->origin]);

	if (a->lamport != b->lamport)
		return a->lamport > b->lamport;
	return order ? order > 0 : a->seq > b->seq;
}

/* On a later day, or of one day said after it. */
static bool later_day(const struct word *a, const struct word *b)
{
	return a->day != b->day ? a->day > b->day : later(a, b);
}

static void find_living(struct world *x)
{
	for (size_t i = 0; i < x->n; i++) {
		const struct word *newest = NULL;

		for (size_t k = 0; k < x->n; k++) {
			const struct word *u = &x->v[k];

			if (x->read[k] && is_undoing(u) && u->about == x->v[i].origin && u->about_seq == x->v[i].act && (!newest || later(u, newest)))
				newest = u;
		}
		x->live[i] = x->read[i] && (is_undoing(&x->v[i]) || !newest || is(newest, "redo"));
	}
}

#define each_live(w) \
	for (const struct word *w = x->v; w < x->v + x->n; w++) \
		if (x->live[w - x->v])

/* ---- facts -------------------------------------------------------------------------------------------- */

static int step_of(const struct word *w)
{
	static const struct { const char *verb; int step; } steps[] = {
		{ "unbear", 0 }, { "start", 2 }, { "credit", 3 }, { "master", 4 }, { "bear", 5 },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (is(w, steps[i].verb) && w->person >= 0 && w->unit >= 0)
			return steps[i].step;
	return -1;
}

static const char *part_of(const struct word *w)
{
	return w->part ? part_codes[w->unit] : "0";
}

static const char *or_dash(const char *s)
{
	return s ? s : "-";
}

static const char *state_of(const struct word *w)
{
	return is(w, "propose") ? "proposed" : is(w, "approve") ? "approved" : is(w, "close") ? "closed"
		: is(w, "reopen") && w->text[0] ? w->text[0] : "draft";
}

static bool is_flow(const struct word *w)
{
	return w->person >= 0 && w->year && (is(w, "propose") || is(w, "return") || is(w, "approve") || is(w, "revise") ||
	                                     is(w, "close") || is(w, "reopen"));
}

static void facts_of_units(struct world *x)
{
	each_live(w) {
		const char *o = origin_codes[w->origin];
		long long seq = w->seq;
		bool met = is(w, "start") || is(w, "master");

		if (step_of(w) >= 0)
			set_add(x->out, "mark|%s|%s|%s|%d|%d|%lld|%lld|%s|%s|%lld", person_codes[w->person], unit_codes[w->unit], part_of(w),
			        step_of(w), w->day, (long long)w->tm, (long long)w->lamport, o, o, seq);
		if (met && w->person >= 0 && w->unit >= 0 && w->peer >= 0)
			set_add(x->out, "taught|%s|%s|%s|%s|%d|%d|%s|%lld", person_codes[w->peer], unit_codes[w->unit], person_codes[w->person],
			        part_of(w), w->day, is(w, "master") || w->tm, o, seq);
		for (int a = -1; met && w->person >= 0 && w->unit >= 0 && a < 2; a++)      /* each of them with each other */
			for (int b = -1; b < 2; b++) {
				int one = a < 0 ? w->person : w->beside[a], other = b < 0 ? w->person : w->beside[b];

				if (one >= 0 && other >= 0 && one != other)
					set_add(x->out, "beside|%s|%s|%s|%d|%s|%lld", person_codes[one], unit_codes[w->unit], person_codes[other],
					        w->day, o, seq);
			}
	}
}

static void facts_of_plans(struct world *x)
{
	each_live(w) {
		const char *o = origin_codes[w->origin];
		long long seq = w->seq, lamport = w->lamport;

		if (is_flow(w))
			set_add(x->out, "iop_word|%s|%d|%lld|%s|%lld|%d|%s|%s|%d", person_codes[w->person], w->year, lamport, o, seq, w->day,
			        w->verb, state_of(w), w->ordered);
		if (!is(w, "plan") || w->person < 0 || !w->year)
			continue;
		if (w->edition >= 0)
			set_add(x->out, "plan|%s|%d|%lld|%s|%lld|%d|%s", person_codes[w->person], w->year, lamport, o, seq, w->day, edition_codes[w->edition]);
		for (int i = 0; i < w->nplan; i++) {
			const struct planned *p = &w->plan[i];
			char due[16] = "-";

			if (p->due)
				snprintf(due, sizeof(due), "%d", p->due);
			set_add(x->out, "plan_unit|%s|%d|%s|%lld|%s|%d|%s|%d|%s|%s|%s", person_codes[w->person], w->year, o, seq,
			        unit_codes[p->unit], i, due, p->minutes, p->why, p->needed < 0 ? "-" : unit_codes[p->needed], p->way);
		}
	}
}

static void facts_of_people(struct world *x)
{
	each_live(w) {
		const char *o = origin_codes[w->origin], *p = w->person < 0 ? NULL : person_codes[w->person];
		long long seq = w->seq, lamport = w->lamport;

		if (is(w, "enrol") && p && w->text[0])
			set_add(x->out, "enrol|%s|%d|%lld|%s|%lld|%s|%s|%s|%s", p, w->day, lamport, o, seq, strchr(p, '/') + 1, w->text[0],
			        or_dash(w->text[1]), or_dash(w->text[2]));
		if (is(w, "leave") && p)
			set_add(x->out, "gone|%s|%d|%lld|%s|%lld", p, w->day, lamport, o, seq);
		if (is(w, "member") && p && w->text[0])
			set_add(x->out, "member|%s|%s|%d|%lld|%s|%lld|%d", w->text[0], p, w->day, lamport, o, seq, !w->off);
		if (is(w, "set") && p && w->text[0] && w->text[1])
			set_add(x->out, "trait|%s|%s|%lld|%s|%lld|%d|%s", p, w->text[0], lamport, o, seq, w->day, w->text[1]);
		if (is(w, "edition") && w->edition >= 0 && w->rest >= 0)
			set_add(x->out, "edition_word|%lld|%s|%lld|%d|%s|%s", lamport, o, seq, w->day, edition_codes[w->edition], edition_codes[w->rest]);
		if (is(w, "year") && w->year && w->text[0])
			set_add(x->out, "year_word|%d|%lld|%s|%lld|%d|%s", w->year, lamport, o, seq, w->day, w->text[0]);
		for (int i = 1; i <= 2 && is(w, "snapshot") && w->year && w->text[0]; i++)
			if (w->text[i])
				set_add(x->out, "shot|%d|%lld|%s|%lld|%s|%d|%s", w->year, lamport, o, seq, w->text[0], i - 1, w->text[i]);
		if (is_undoing(w))
			set_add(x->out, "undoing|%s|%lld|%lld|%s|%lld|%d", origin_codes[w->about], (long long)w->about_seq, lamport, o, seq, is(w, "undo"));
	}
}

/* ---- as of a day ---------------------------------------------------------------------------------------- */

/* Mastered or credited by then, or borne: of bearing and no longer bearing the newest up to that day. */
static bool holds(const struct world *x, int person, int unit, bool part, int day)
{
	const struct word *newest = NULL;
	bool held = false;

	each_live(w) {
		int step = step_of(w);

		if (step < 0 || w->person != person || w->unit != unit || w->part != part || w->day > day)
			continue;
		held |= step == 3 || step == 4;
		if ((step == 0 || step == 5) && (!newest || later_day(w, newest)))
			newest = w;
	}
	return held || (newest && is(newest, "bear"));
}

/* The newest enrolment up to that day, unless a later word says that he has left by then. */
static const struct word *takes_part(const struct world *x, int person, int day)
{
	const struct word *newest = NULL;

	each_live(w)
		if (is(w, "enrol") && w->person == person && w->text[0] && w->day <= day && (!newest || later_day(w, newest)))
			newest = w;
	each_live(w)
		if (newest && is(w, "leave") && w->person == person && w->day <= day && later(w, newest))
			return NULL;
	return newest;
}

/* The word said last, of those said up to that day. */
static const struct word *plan_of(const struct world *x, int person, int year, int day)
{
	const struct word *newest = NULL;

	each_live(w)
		if (is(w, "plan") && w->person == person && w->year == year && w->edition >= 0 && w->day <= day && (!newest || later(w, newest)))
			newest = w;
	return newest;
}

static bool wants(const struct world *x, int person, int unit, int edition, int day)
{
	if (holds(x, person, unit, false, day))
		return false;
	for (int need = 0; need < UNITS; need++)
		if (unit_needs(edition, unit, need) && !holds(x, person, need, false, day))
			return false;
	return true;
}

/* The view `wants` knows one stretch of days only: of bearing that ended, it is right from then on. */
static bool bears_no_more_later(const struct world *x, int person, int day)
{
	each_live(w)
		if (step_of(w) == 0 && w->person == person && !w->part && w->day > day)
			return true;
	return false;
}

static void plans_on(struct world *x, int person, int day)
{
	const char *p = person_codes[person];

	for (int year = 2027; year <= 2028; year++) {
		const struct word *plan = plan_of(x, person, year, day), *newest = NULL;

		if (plan)
			set_add(x->out, "iop on %d|%s|%d|%s", day, p, year, edition_codes[plan->edition]);
		for (int i = 0; plan && i < plan->nplan; i++)
			if (!bears_no_more_later(x, person, day) && wants(x, person, plan->plan[i].unit, plan->edition, day))
				set_add(x->out, "wants on %d|%s|%d|%s", day, p, year, unit_codes[plan->plan[i].unit]);
		each_live(w)
			if (is_flow(w) && w->person == person && w->year == year && w->day <= day && (!newest || later(w, newest)))
				newest = w;
		if (newest)
			set_add(x->out, "iop_state on %d|%s|%d|%s", day, p, year, state_of(newest));
	}
}

static void person_on(struct world *x, int person, int day)
{
	static const char *const keys[] = { "capacity", "choice" }, *const groups[] = { "sg-1", "sg-2" };
	const struct word *part = takes_part(x, person, day);
	const char *p = person_codes[person];

	if (part)
		set_add(x->out, "person on %d|%s|%s|%s", day, p, part->text[0], or_dash(part->text[1]));
	for (int unit = 0; unit < UNITS; unit++)
		for (int k = 0; k < 2; k++)
			if (holds(x, person, unit, k, day)) {
				set_add(x->out, "holds on %d|%s|%s|%s", day, p, unit_codes[unit], k ? part_codes[unit] : "0");
				if (part)
					set_add(x->out, "can_teach on %d|%s|%s|%s", day, p, unit_codes[unit], k ? part_codes[unit] : "0");
			}
	for (int k = 0; k < 2; k++) {
		const struct word *trait = NULL, *member = NULL;

		each_live(w) {
			if (is(w, "set") && w->person == person && w->text[0] && w->text[1] && !strcmp(w->text[0], keys[k]) && w->day <= day &&
			    (!trait || later(w, trait)))
				trait = w;
			if (is(w, "member") && w->person == person && w->text[0] && !strcmp(w->text[0], groups[k]) && w->day <= day &&
			    (!member || later_day(w, member)))
				member = w;
		}
		if (trait)
			set_add(x->out, "setting_of on %d|%s|%s|%s", day, p, keys[k], trait->text[1]);
		if (member && !member->off)
			set_add(x->out, "membership on %d|%s|%s", day, groups[k], p);
	}
}

void model_state(const struct word *v, size_t n, const bool *read, struct set *out)
{
	struct world w = { v, n, read, calloc(n + 1, sizeof(bool)), out }, *x = &w;

	if (!w.live)
		abort();
	find_living(x);
	facts_of_units(x);
	facts_of_plans(x);
	facts_of_people(x);
	for (int d = 0; d < DAYS; d++)
		for (int person = 0; person < PERSONS; person++) {
			plans_on(x, person, model_days[d]);
			person_on(x, person, model_days[d]);
		}
	free(w.live);
	set_sort(out, true);
}
