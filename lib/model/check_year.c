/* check_year.c - checks of calendars, events, targets, milestones and the legend. */
#include <stdlib.h>
#include <string.h>

#include "model/check.h"
#include "model/repeat.h"

/* ---- spans ---- */

/* WHAT of ID, or, WHAT NULL, ID itself. */
static void check_span_of(struct check *c, struct place p, const char *id, const char *what, int32_t from, int32_t to)
{
	char a[11], b[11];

	if (from == DAY_NONE || to == DAY_NONE || from <= to)
		return;
	if (what)
		found(c, p, N_("«%s» of «%s» ends before it begins: %s to %s"), what, id, day_iso(a, from),
		      day_iso(b, to));
	else
		found(c, p, N_("«%s» ends before it begins: %s to %s"), id, day_iso(a, from), day_iso(b, to));
}

static void check_spans_of(struct check *c, const char *id, const char *what, const struct list *l)
{
	list_each(struct span, s, l)
		check_span_of(c, s->head.place, id, s->head.id ? s->head.id : what, s->from, s->to);
}

void check_span(struct check *c)
{
	EACH(calendar, k, c, "calendar") {
		check_span_of(c, k->pupils->head.place, k->head.id, "pupils", k->pupils->from, k->pupils->to);
		check_span_of(c, k->teachers->head.place, k->head.id, "teachers", k->teachers->from, k->teachers->to);
		check_spans_of(c, k->head.id, "periods", &k->periods);
		check_spans_of(c, k->head.id, "breaks", &k->breaks);
		check_spans_of(c, k->head.id, "days_off", &k->days_off);
		check_spans_of(c, k->head.id, "working_days", &k->working_days);
		check_spans_of(c, k->head.id, "short_days", &k->short_days);
	}
	EACH(event, e, c, "event")
		check_span_of(c, e->head.place, e->head.id, NULL, e->from, e->to);
	EACH(group, g, c, "group")
		check_span_of(c, g->head.place, g->head.id, NULL, g->from, g->to);
}

static int by_day(const void *a, const void *b)
{
	const struct span *x = *(const struct span *const *)a, *y = *(const struct span *const *)b;

	return (x->from > y->from) - (x->from < y->from);
}

/* Periods and breaks in order of their first day; reversed ones are left out. */
static size_t sorted(struct check *c, const struct calendar *k, const struct span ***out)
{
	const struct span **v = arena_array(c->scratch, const struct span *, (size_t)k->periods.n + k->breaks.n + 1);
	size_t n = 0;

	*out = v;
	if (!v)
		return 0;
	list_each(struct span, p, &k->periods)
		if (p->from <= p->to)
			v[n++] = p;
	list_each(struct span, b, &k->breaks)
		if (b->from <= b->to)
			v[n++] = b;
	qsort(v, n, sizeof(*v), by_day);
	return n;
}

static bool is_break(const struct calendar *k, const struct span *s)
{
	list_each(struct span, b, &k->breaks)
		if (b == s)
			return true;
	return false;
}

/* Those that share one day, or else more; a break may lie inside a trimester. */
static void overlaps(struct check *c, bool one)
{
	char a[11], b[11];

	EACH(calendar, k, c, "calendar") {
		const struct span **v, *latest = NULL;
		size_t n = sorted(c, k, &v);

		for (size_t i = 0; i < n; i++) {
			int32_t until = latest && latest->to < v[i]->to ? latest->to : v[i]->to;
			bool share = latest && v[i]->from <= latest->to;

			if (share && v[i]->to <= latest->to && v[i]->from > latest->from && is_break(k, v[i]) &&
			    !is_break(k, latest))
				continue;
			if (share && one && until == v[i]->from)
				found(c, v[i]->head.place, N_("«%s» and «%s» share the day %s"), latest->head.id,
				      v[i]->head.id, day_iso(a, until));
			else if (share && !one && until > v[i]->from)
				found(c, v[i]->head.place, N_("«%s» and «%s» overlap: %s to %s"), latest->head.id,
				      v[i]->head.id, day_iso(a, v[i]->from), day_iso(b, until));
			if (!latest || v[i]->to > latest->to)
				latest = v[i];
		}
	}
}

void check_overlap(struct check *c)
{
	overlaps(c, false);
}

void check_touch(struct check *c)
{
	overlaps(c, true);
}

/* ---- the year ---- */

static int year_in_which(int32_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	return y;
}

static void check_one_year(struct check *c, const struct calendar *k)
{
	int ends = year_in_which(k->teachers->to);

	if (ends != k->year)
		found(c, k->head.place, N_("«%s»: year is %d, but the teachers' year ends in %d"), k->head.id,
		      (int)k->year, ends);
	if (k->teachers->from == k->teachers->to || k->pupils->from == k->pupils->to)
		found(c, k->head.place, N_("«%s»: a year of one day: «to» is missing"), k->head.id);
	if (k->pupils->from < k->teachers->from || k->pupils->to > k->teachers->to)
		found(c, k->pupils->head.place, N_("«%s»: the pupils' year is not inside the teachers'"), k->head.id);
}

struct org_year { const struct head *org; const struct calendar *k; };

static int by_org_year(const void *a, const void *b)
{
	const struct org_year *x = a, *y = b;

	if (x->org != y->org)
		return (x->org->order > y->org->order) - (x->org->order < y->org->order);
	if (x->k->year != y->k->year)
		return (x->k->year > y->k->year) - (x->k->year < y->k->year);
	return (x->k->head.order > y->k->head.order) - (x->k->head.order < y->k->head.order);
}

void check_year(struct check *c)
{
	size_t n = 0, cap = 0;
	struct org_year *v = NULL;

	EACH(calendar, k, c, "calendar") {
		check_one_year(c, k);
		v = arena_grow(c->scratch, v, &cap, n + k->orgs.n, sizeof(*v));
		if (!v)
			return;
		list_refs(struct head, o, &k->orgs)
			v[n++] = (struct org_year){ o, k };
	}
	if (n)
		qsort(v, n, sizeof(*v), by_org_year);
	for (size_t i = 1; i < n; i++)
		if (v[i].org == v[i - 1].org && v[i].k->year == v[i - 1].k->year && v[i].k != v[i - 1].k)
			found(c, v[i].k->head.place, N_("«%s» and «%s» are both the year %d of «%s»"), v[i - 1].k->head.id,
			      v[i].k->head.id, (int)v[i].k->year, v[i].org->id);
}

static bool in_some_year(const struct check *c, int32_t from, int32_t to)
{
	EACH(calendar, k, c, "calendar")
		if (from >= k->teachers->from && to <= k->teachers->to)
			return true;
	return false;
}

static void check_inside_calendar(struct check *c, const struct calendar *k)
{
	list_each(struct span, p, &k->periods)
		if (p->from < k->pupils->from || p->to > k->pupils->to)
			found(c, p->head.place, N_("the period «%s» is not inside the pupils' year"), p->head.id);
	list_each(struct span, b, &k->breaks)
		if (b->from < k->teachers->from || b->to > k->teachers->to)
			found(c, b->head.place, N_("the break «%s» is not inside the teachers' year"), b->head.id);
}

void check_inside(struct check *c)
{
	struct names l = { 0 };
	const struct head *const *v;
	const char *s;

	if (!model_list(c->md, "calendar", &v))
		return;
	EACH(calendar, k, c, "calendar")
		check_inside_calendar(c, k);
	EACH(event, e, c, "event") {
		int32_t from = e->date != DAY_NONE ? e->date : e->from, to = e->date != DAY_NONE ? e->date : e->to;

		if (to == DAY_NONE)
			to = from;
		if (from != DAY_NONE && to != DAY_NONE && !in_some_year(c, from, to))
			names_add(&l, e->head.id, e->head.place);
	}
	EACH(milestone, m, c, "milestone") {
		int32_t due = day_read_iso(m->due, strlen(m->due));

		if (due != DAY_NONE && !in_some_year(c, due, due))
			names_add(&l, m->head.id, m->head.place);
	}
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("these lie in no school year of a calendar: %s"), s);
}

/* ---- events ---- */

/* Does its rule say when it is over? */
static bool rule_ends(const struct event *e)
{
	struct repeat r;
	const char *part;
	size_t n;

	return e->repeat && repeat_read(e->repeat, &r, &part, &n) == REPEAT_OK && (r.count || r.until != DAY_NONE);
}

void check_event(struct check *c)
{
	EACH(event, e, c, "event") {
		bool date = e->date != DAY_NONE, from = e->from != DAY_NONE, to = e->to != DAY_NONE;
		struct place p = e->head.place;
		const char *id = e->head.id;

		if (date && (from || to))
			found(c, p, N_("event «%s» has a date and from or to: one of both"), id);
		else if (!date && !from)
			found(c, p, N_("event «%s» has no day: date, or from and to"), id);
		else if (!date && !to && !rule_ends(e))
			found(c, p, N_("event «%s» has from without to"), id);
		if (date && (e->repeat || e->weekday))
			found(c, p, N_("event «%s» is repeated, so it has from and to, not a date"), id);
		if (e->repeat && e->weekday)
			found(c, p, N_("event «%s» has repeat and weekday: one of both"), id);
	}
}

void check_online(struct check *c)
{
	struct names l = { 0 };
	const char *s;

	EACH(event, e, c, "event")
		if (e->mode && !strcmp(e->mode, "online") && !e->link)
			names_add(&l, e->head.id, e->head.place);
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("online, but without a link: %s"), s);
}

/* ---- what is counted, what is due ---- */

static bool counts(const char *s)
{
	static const char *const whole[] = { "iop:approved", "org:active", "quantum:sample" };

	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (!strcmp(s, whole[i]))
			return true;
	if (!strncmp(s, "document:", 9))
		return technique_ok(s + 9, strlen(s + 9)) || id_ok(s + 9, strlen(s + 9));
	if (strncmp(s, "event:", 6) != 0 || strchr(s + 6, ' '))
		return false;
	return word_of(&event_object, "kind", s + 6);
}

static void check_one_count(struct check *c, const struct head *h, const char *s)
{
	if (s && !counts(s))
		found(c, h->place, N_("«%s» of «%s» is not counted: event:KIND, iop:approved, quantum:sample, org:active, document:KIND"),
		      quote(c->md, s), h->id);
}

void check_count_of(struct check *c)
{
	EACH(target, t, c, "target")
		check_one_count(c, &t->head, t->count_of);
	EACH(milestone, m, c, "milestone") {
		check_one_count(c, &m->head, m->count_of);
		if (m->count && !m->count_of)
			found(c, m->head.place, N_("milestone «%s» has count without count_of"), m->head.id);
	}
}

static bool is_due_word(const struct check *c, const char *due)
{
	const struct head *const *v;
	bool any = false;

	if (!strcmp(due, "eoy") || !strcmp(due, "h1") || !strcmp(due, "h2") ||
	    day_read_iso(due, strlen(due)) != DAY_NONE)
		return true;
	for (size_t i = 0, n = model_list(c->md, "calendar", &v); i < n; i++) {
		const struct calendar *k = (const struct calendar *)v[i];

		any = true;
		list_each(struct span, p, &k->periods)
			if (p->head.id && !strcmp(p->head.id, due))
				return true;
	}
	return !any;
}

static void check_one_due(struct check *c, const struct head *h, const char *due)
{
	if (!is_due_word(c, due))
		found(c, h->place, N_("«due» of «%s» is «%s»: no day, not eoy, h1, h2, and no calendar has such a period"), h->id,
		      quote(c->md, due));
}

void check_due(struct check *c)
{
	EACH(target, t, c, "target")
		check_one_due(c, &t->head, t->due);
	EACH(milestone, m, c, "milestone")
		check_one_due(c, &m->head, m->due);
}

/* ---- legend ---- */

static void check_mark(struct check *c, const struct legend *l, const char *mark)
{
	if (mark && *mark && text_width(mark) != 1)
		found(c, l->head.place, N_("the mark «%s» of «%s» is not one column wide"), quote(c->md, mark),
		      l->head.id);
}

void check_legend(struct check *c)
{
	EACH(legend, l, c, "legend") {
		check_mark(c, l, l->mark);
		check_mark(c, l, l->plain);
	}
}
