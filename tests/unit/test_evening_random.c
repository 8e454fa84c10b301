/* Evenings by chance: every plan is read against the rules, small ones are compared with the best of all plans. */
#include "test.h"

#include "evening_reader.h"

static uint64_t state;

static uint32_t below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % n);
}

static bool one_in(uint32_t n)
{
	return !below(n);
}

static void units_by_chance(struct school *s, uint32_t units)
{
	for (uint32_t i = 0; i < units; i++) {
		struct evening_unit *u = school_unit(s, one_in(3) ? 2 + below(5) : 0);

		u->spot = one_in(2);
		if (!u->parts)
			u->meetings = 1 + (int32_t)below(3);
		u->launch_size = (int32_t)below(7);
		u->new_partner = one_in(4);
		u->swap = one_in(4);
		u->somebody = one_in(5);
		for (uint32_t k = 0; k < i && u->nneed < 2; k++)
			if (one_in(4))
				school_needs(s, i, k);
	}
}

static void people_by_chance(struct school *s, uint32_t easy)
{
	uint32_t givers = 2 + below(8);

	for (uint32_t p = 0; p < s->e.people; p++) {
		struct evening_person *who = &s->person[p];

		who->org = below(3);
		who->technologies = 1u << below(3);
		who->taught = (int32_t)below(5);
		who->idle = (int32_t)below(2);
		if (!easy && one_in(6))
			who->from = (int32_t)below((uint32_t)s->e.rounds + 1);
		if (!easy && one_in(8))
			who->to = who->from + (int32_t)below(2);
		if (!easy && one_in(6))
			who->load = 1 + (int32_t)below(2);
		who->outside = one_in(3);
		for (uint32_t u = 0; u < s->e.units; u++) {
			if (one_in(givers))
				school_state(s, p, u, one_in(3) ? EV_HOLDS | EV_GIVES | EV_BEARS : EV_HOLDS | EV_GIVES);
			else if (one_in(6))
				school_state(s, p, u, one_in(2) ? EV_HOLDS : 0);
			else if (!s->unit[u].parts)
				s->met[p * s->e.units + u] = (uint8_t)(one_in(4) ? below(3) : 0);
			for (uint32_t t = 0; s->unit[u].parts && t < s->unit[u].n; t++)
				if (s->state[p * s->e.units + u] == EV_LACKS && one_in(4))
					s->part[p * s->e.things + s->unit[u].first + t] = one_in(3) ? 1 : 3;
		}
	}
}

/* EASY: everybody is there all the time, nothing is forbidden. */
static void school_by_chance(struct school *s, uint64_t seed, uint32_t most, bool easy, bool trio)
{
	uint32_t n, units;

	state = seed * 7919 + 1;
	below(2);
	n = below(most + 1);
	units = 1 + below(9);
	school_begin(s, n, 1 + (int32_t)below(5));
	s->e.seed = seed;
	units_by_chance(s, units);
	for (uint32_t u = 0; u < units; u++)
		s->unit[u].trio = trio && !one_in(3);
	school_open(s);
	people_by_chance(s, easy);
	s->e.gap = (int32_t)below(40);
	s->e.mixed = !easy && one_in(4);
	s->e.no_repeat = !easy && one_in(4) ? 20 : 0;
	for (uint32_t a = 0; a < n; a++)
		for (uint32_t b = 0; b < a; b++) {
			if (one_in(3))
				s->met_ago[a * n + b] = s->met_ago[b * n + a] = (int32_t)below(60);
			if (!easy && one_in(12))
				school_pair(s, s->apart, a, b);
		}
}

static bool same_plan(const struct evening_plan *a, const struct evening_plan *b)
{
	return a->n == b->n && a->gains == b->gains && (!a->n || !memcmp(a->row, b->row, a->n * sizeof(*a->row)));
}

/* All has gone as planned until some round: the rest of the plan stays. */
static void go_on(struct school *s, const struct evening_plan *plan, struct story *story)
{
	struct evening_plan rest;
	struct story later;
	int32_t until = 1 + (int32_t)below((uint32_t)s->e.rounds);
	size_t n = 0;

	while (n < plan->n && plan->row[n].round <= until)
		n++;
	read_rows(&s->e, plan->row, n, &s->a, story);
	s->e.state = story->state;
	s->e.met = story->met;
	s->e.part = story->part;
	s->e.first = until + 1;
	s->e.done = plan->row;
	s->e.ndone = n;
	s->e.was = plan->row + n;
	s->e.nwas = plan->n - n;
	rest = school_plan(s);
	read_plan(&s->e, &rest, &s->a, &later);
	check(rest.n == plan->n - n && rest.gains == plan->gains - story->gains, "seed %d: another rest after round %d",
	      (int)s->e.seed, (int)until);
	for (size_t i = 0; i < rest.n; i++)
		check(!memcmp(&rest.row[i], &plan->row[n + i], sizeof(*rest.row)), "seed %d: row %d", (int)s->e.seed, (int)i);
	s->e.nwas = 0;                                     /* and without the former plan it is planned by the rules */
	rest = school_plan(s);
	read_plan(&s->e, &rest, &s->a, &later);
}

/* Some stay away, come late or go early: by the rules, and better than nothing. */
static void somebody_missing(struct school *s, const struct evening_plan *plan, struct story *story)
{
	struct evening_plan next;

	s->e.was = plan->row;
	s->e.nwas = plan->n;
	for (uint32_t k = below(3) + 1; k && s->e.people; k--) {
		struct evening_person *who = &s->person[below(s->e.people)];

		if (one_in(2))
			who->from = one_in(2) ? 0 : who->from + 1;
		else
			who->to--;
	}
	next = school_plan(s);
	read_plan(&s->e, &next, &s->a, story);
	s->e.nwas = 0;
}

static void rules(void **unused)
{
	int32_t gains = 0, bound = 0;

	(void)unused;
	for (uint64_t seed = 1; seed <= 600; seed++) {
		bool easy = seed % 3 == 0;
		struct evening_plan plan, again;
		struct school s;
		struct story story;

		school_by_chance(&s, seed, seed % 50 ? 13 : 60, easy, seed % 2);
		plan = school_plan(&s);
		read_plan(&s.e, &plan, &s.a, &story);
		if (easy)
			read_idles(&story);
		gains += plan.gains;
		bound += plan.bound;
		again = school_plan(&s);
		check(same_plan(&plan, &again), "seed %d: another plan", (int)seed);
		s.e.was = plan.row;                        /* nothing has happened: nothing changes */
		s.e.nwas = plan.n;
		again = school_plan(&s);
		check(same_plan(&plan, &again), "seed %d: changed for nothing", (int)seed);
		s.e.nwas = 0;
		if (seed % 2)
			somebody_missing(&s, &plan, &story);
		else
			go_on(&s, &plan, &story);
		school_close(&s);
	}
	print_message("gains %d of at most %d\n", (int)gains, (int)bound);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
