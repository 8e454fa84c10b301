/* tally_walk.c - walks through the facts in the order of people and says what each of them counts for.
 *
 * The same as the views can_teach and wants with the view person, for everybody at once: four statements that come in
 * the order of people are read side by side. Whoever changes those views changes this; tests/property compares them. */
#include "store/tally_walk.h"

#include "base/progress.h"
#include "store/db.h"

enum { NEVER = 99999 };                    /* the day that does not come, as the views have it */

/* ---- the set --------------------------------------------------------------------------------------------- */

static struct difference *place(const struct differences *d, int64_t year, int64_t unit, int32_t day)
{
	uint64_t h = ((uint64_t)unit * 4096 + (uint64_t)day) * 64 + (uint64_t)year;

	h *= 0x9e3779b97f4a7c15u;
	for (size_t i = (size_t)(h >> 20);; i++) {
		struct difference *p = &d->v[i & (d->room - 1)];

		if (!p->unit || (p->unit == unit && p->day == day && p->year == year))
			return p;
	}
}

static bool grow(struct differences *d)
{
	struct differences new = { d->arena, NULL, d->n, d->room ? 2 * d->room : 256 };

	new.v = arena_array(d->arena, struct difference, new.room);
	for (size_t i = 0; new.v && i < d->room; i++)
		if (d->v[i].unit)
			*place(&new, d->v[i].year, d->v[i].unit, d->v[i].day) = d->v[i];
	if (new.v)
		*d = new;
	return new.v;
}

void difference_add(struct differences *d, int64_t year, int64_t unit, int32_t day, int64_t n)
{
	struct difference *p;

	if (d->n * 2 >= d->room && !grow(d))
		return;                            /* the arena knows */
	p = place(d, year, unit, day);
	d->n += !p->unit;
	*p = (struct difference){ year, unit, day, p->n + n };
}

/* ---- one person -------------------------------------------------------------------------------------------- */

struct span { int64_t year, unit; int32_t since, until; };         /* until: the first day on which it is no more */
struct spans { struct span *v; size_t n, cap; };
struct head { int64_t year, origin, seq, edition; int32_t since, until; };     /* of a plan */
struct need { int64_t edition, unit, need; };

/* A statement that comes in the order of people. */
struct stream { sqlite3_stmt *s; int64_t person; bool more; };

struct walk {
	struct nsi *n;
	struct differences *d;
	int sign;
	enum nsi_status status;
	struct stream taking, holding, planning, units;
	struct spans taken, held, what;            /* of the person: takes part, holds, counts as */
	struct head *heads; size_t nhead, headcap;
	struct need *needs; size_t nneed, needcap;
};

static bool put(struct walk *w, struct spans *to, struct span one)
{
	struct span *v = arena_grow(&w->n->scratch, to->v, &to->cap, to->n + 1, sizeof(*v));

	if (!v)
		return false;
	to->v = v;
	v[to->n++] = one;
	return true;
}

/* ONE as far as the person takes part. */
static void count_as(struct walk *w, struct span one)
{
	for (size_t i = 0; i < w->taken.n; i++) {
		const struct span *t = &w->taken.v[i];
		struct span both = { one.year, one.unit, one.since > t->since ? one.since : t->since, one.until < t->until ? one.until : t->until };

		if (both.since < both.until && !put(w, &w->what, both))
			w->status = NSI_MEMORY;
	}
}

/* The day from which the person holds UNIT for good. */
static int32_t held_since(const struct walk *w, int64_t unit)
{
	size_t low = 0, high = w->held.n;
	int32_t day = NEVER;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (w->held.v[mid].unit < unit)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < w->held.n && w->held.v[low].unit == unit; low++)
		if (w->held.v[low].until == NEVER && w->held.v[low].since < day)
			day = w->held.v[low].since;
	return day;
}

/* The day from which the person holds all that UNIT rests on. */
static int32_t ready_since(const struct walk *w, int64_t edition, int64_t unit)
{
	size_t low = 0, high = w->nneed;
	int32_t day = 0;

	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct need *m = &w->needs[mid];

		if (m->edition < edition || (m->edition == edition && m->unit < unit))
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < w->nneed && w->needs[low].edition == edition && w->needs[low].unit == unit; low++) {
		int32_t since = held_since(w, w->needs[low].need);

		day = since > day ? since : day;
	}
	return day;
}

static void waits(struct walk *w, const struct head *h, int64_t unit)
{
	int32_t held = held_since(w, unit), ready = ready_since(w, h->edition, unit);

	count_as(w, (struct span){ h->year, unit, h->since > ready ? h->since : ready, h->until < held ? h->until : held });
}

static bool before(const struct span *a, const struct span *b)
{
	if (a->year != b->year)
		return a->year < b->year;
	return a->unit != b->unit ? a->unit < b->unit : a->since < b->since;
}

/* A person counts once, however often something says so; what comes is nearly in order. */
static void differences_of(struct walk *w)
{
	struct span *v = w->what.v;

	for (size_t i = 1; i < w->what.n; i++) {
		struct span one = v[i];
		size_t k = i;

		for (; k > 0 && before(&one, &v[k - 1]); k--)
			v[k] = v[k - 1];
		v[k] = one;
	}
	for (size_t i = 0, k; i < w->what.n; i = k) {
		int32_t until = v[i].until;

		for (k = i + 1;
		     k < w->what.n && v[k].year == v[i].year && v[k].unit == v[i].unit && v[k].since <= until; k++)
			until = v[k].until > until ? v[k].until : until;
		difference_add(w->d, v[i].year, v[i].unit, v[i].since, w->sign);
		if (until != NEVER)
			difference_add(w->d, v[i].year, v[i].unit, until, -w->sign);
	}
}

/* ---- everybody ------------------------------------------------------------------------------------------------ */

static void step(struct walk *w, struct stream *s)
{
	s->more = !w->status && db_row(w->n, s->s, &w->status);
	if (s->more)
		s->person = sqlite3_column_int64(s->s, 0);
}

static void begin(struct walk *w, struct stream *s, enum sql which, int64_t from, int64_t to)
{
	s->s = w->status ? NULL : db_get(w->n, which);
	if (!s->s) {
		w->status = w->status ? w->status : NSI_MACHINE;
		return;
	}
	db_int(s->s, ":from", from);
	db_int(s->s, ":to", to);
	step(w, s);
}

/* Is the stream's next row one of PERSON? Rows of people before him are of nobody who ever took part. */
static bool of(struct walk *w, struct stream *s, int64_t person)
{
	while (s->more && s->person < person)
		step(w, s);
	return s->more && s->person == person;
}

static void read_needs(struct walk *w)
{
	sqlite3_stmt *s = db_get(w->n, SQL_USE_TALLY_NEEDS);

	if (!s)
		w->status = NSI_MACHINE;
	while (s && db_row(w->n, s, &w->status)) {
		struct need *v = arena_grow(&w->n->scratch, w->needs, &w->needcap, w->nneed + 1, sizeof(*v));

		if (!v) {
			w->status = NSI_MEMORY;
			sqlite3_reset(s);
			return;
		}
		w->needs = v;
		v[w->nneed++] = (struct need){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2) };
	}
}

static void read_heads(struct walk *w, int64_t person)
{
	sqlite3_stmt *s = w->planning.s;

	for (w->nhead = 0; of(w, &w->planning, person); step(w, &w->planning)) {
		struct head *v = arena_grow(&w->n->scratch, w->heads, &w->headcap, w->nhead + 1, sizeof(*v));

		if (!v) {
			w->status = NSI_MEMORY;
			return;
		}
		w->heads = v;
		v[w->nhead++] = (struct head){ sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2), sqlite3_column_int64(s, 3),
		                               sqlite3_column_int64(s, 4), sqlite3_column_int(s, 5), sqlite3_column_int(s, 6) };
	}
}

static const struct head *head_of(const struct walk *w, sqlite3_stmt *s)
{
	int64_t year = sqlite3_column_int64(s, 1), origin = sqlite3_column_int64(s, 2),
		seq = sqlite3_column_int64(s, 3);

	for (size_t i = 0; i < w->nhead; i++)
		if (w->heads[i].seq == seq && w->heads[i].origin == origin && w->heads[i].year == year)
			return &w->heads[i];
	return NULL;
}

static void one_person(struct walk *w, int64_t person)
{
	w->taken.n = w->held.n = w->what.n = 0;
	for (; of(w, &w->taking, person); step(w, &w->taking))
		if (!put(w, &w->taken, (struct span){ 0, 0, sqlite3_column_int(w->taking.s, 1), sqlite3_column_int(w->taking.s, 2) }))
			w->status = NSI_MEMORY;
	for (; of(w, &w->holding, person); step(w, &w->holding)) {
		sqlite3_stmt *s = w->holding.s;
		struct span one = { 0, sqlite3_column_int64(s, 1), sqlite3_column_int(s, 2), sqlite3_column_int(s, 3) };

		count_as(w, one);
		if (!put(w, &w->held, one))
			w->status = NSI_MEMORY;
	}
	read_heads(w, person);
	for (; of(w, &w->units, person); step(w, &w->units)) {
		const struct head *h = head_of(w, w->units.s);

		if (h)
			waits(w, h, sqlite3_column_int64(w->units.s, 4));
	}
	if (!w->status)
		differences_of(w);
}

enum nsi_status tally_walk(struct nsi *n, int64_t from, int64_t to, int sign, struct differences *d, int64_t *people)
{
	struct walk w = { .n = n, .d = d, .sign = sign };
	struct stream *all[] = { &w.taking, &w.holding, &w.planning, &w.units };

	*people = 0;
	read_needs(&w);
	begin(&w, &w.taking, SQL_USE_TALLY_TAKING, from, to);
	begin(&w, &w.holding, SQL_USE_TALLY_HOLDS, from, to);
	begin(&w, &w.planning, SQL_USE_TALLY_PLANS, from, to);
	begin(&w, &w.units, SQL_USE_TALLY_UNITS, from, to);
	for (; w.taking.more && !w.status; ++*people) {
		if (*people % 1000 == 999)
			progress_at(&n->messages, N_("counting everybody"), *people, 0);
		one_person(&w, w.taking.person);
	}
	for (size_t i = 0; i < 4; i++)
		if (all[i]->s)
			sqlite3_reset(all[i]->s);
	return w.status ? w.status : n->scratch.oom ? NSI_MEMORY : NSI_OK;
}
