/* Tiny evenings against the best of all their plans. */
#include "test.h"

#include "evening_reader.h"

static uint64_t state;

static uint32_t below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % n);
}

/* No beginnings, no meetings of three; everybody is there. */
static void school_tiny(struct school *s, uint64_t seed, uint32_t people, int32_t rounds)
{
	state = seed * 7919 + 1;
	school_begin(s, people, rounds);
	s->e.seed = seed;
	for (uint32_t u = 0; u < 3; u++) {
		struct evening_unit *unit = school_unit(s, below(2) ? 2 + below(2) : 0);

		unit->spot = below(2);
		unit->launch_size = 0;
		unit->somebody = true;
		if (u && !below(3))
			school_needs(s, u, u - 1);
	}
	school_open(s);
	for (uint32_t p = 0; p < people; p++)
		for (uint32_t u = 0; u < 3; u++) {
			if (!below(5))
				school_state(s, p, u, below(2) ? EV_HOLDS | EV_GIVES | EV_BEARS : EV_HOLDS | EV_GIVES);
			for (uint32_t t = 0; s->unit[u].parts && t < s->unit[u].n && s->state[p * 3 + u] == EV_LACKS; t++)
				if (!below(3))
					school_part(s, p, s->unit[u].first + t);
		}
	for (uint32_t a = 0; a < people; a++)
		for (uint32_t b = 0; b < a; b++)
			if (rounds == 1 && !below(9))
				school_pair(s, s->apart, a, b);
}

struct move { uint32_t a, b, ab, ba; };

static int32_t best_from(const struct story *s, int32_t round, struct arena *a);

/* The round is full: it goes well, and the next begins. */
static int32_t best_after(const struct story *s, int32_t round, const struct move *move, uint32_t n, struct arena *a)
{
	struct arena_mark mark = arena_mark(a);
	struct story next;
	int32_t most;

	story_copy(&next, s, a);
	next.gains = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (move[i].ab != NOTHING)
			naive_took(&next, s, move[i].a, move[i].b, move[i].ab);
		if (move[i].ba != NOTHING)
			naive_took(&next, s, move[i].b, move[i].a, move[i].ba);
	}
	most = next.gains + best_from(&next, round + 1, a);
	arena_release(a, mark);
	return most;
}

/* Every pair of the rest, with everything that they could give each other. Full meetings only: who could gain, gains. */
static int32_t best_pairs(const struct story *s, int32_t round, uint32_t used, struct move *move, uint32_t n, struct arena *a)
{
	uint32_t p = 0, things = s->e->things;
	int32_t most, with;

	while (p < s->e->people && used >> p & 1)
		p++;
	if (p == s->e->people)
		return best_after(s, round, move, n, a);
	most = best_pairs(s, round, used | 1u << p, move, n, a);
	for (uint32_t q = p + 1; q < s->e->people; q++) {
		bool any = false;

		if (used >> q & 1 || !naive_meet(s, p, q))
			continue;
		for (uint32_t x = 0; x <= things; x++)
			for (uint32_t y = 0; y <= things; y++) {
				bool xs = x < things, ys = y < things;

				if ((xs && !naive_teach(s, p, q, x)) || (ys && !naive_teach(s, q, p, y)) || (!xs && !ys && any))
					continue;
				any = true;
				move[n] = (struct move){ p, q, xs ? x : NOTHING, ys ? y : NOTHING };
				with = best_pairs(s, round, used | 1u << p | 1u << q, move, n + 1, a);
				most = with > most ? with : most;
			}
	}
	return most;
}

static int32_t best_from(const struct story *s, int32_t round, struct arena *a)
{
	struct move move[8];

	return round > s->e->rounds ? 0 : best_pairs(s, round, 0, move, 0, a);
}

/* The share of the best, per mille. */
static int compare_best(uint32_t people, int32_t rounds, uint64_t seeds)
{
	int32_t planned = 0, possible = 0, fewer = 0;

	for (uint64_t seed = 1; seed <= seeds; seed++) {
		struct evening_plan plan;
		struct school s;
		struct story story;
		int32_t best;

		school_tiny(&s, seed, people, rounds);
		plan = school_plan(&s);
		read_plan(&s.e, &plan, &s.a, &story);
		story_begin(&story, &s.e, &s.a);
		best = best_from(&story, 1, &s.a);
		check(plan.gains <= best && best <= plan.bound, "seed %d: %d gains, best %d, bound %d", (int)seed,
		      (int)plan.gains, (int)best, (int)plan.bound);
		planned += plan.gains;
		possible += best;
		fewer += plan.gains < best;
		school_close(&s);
	}
	print_message("%u people, %d rounds: %d of %d gains, %d of %d evenings below the best\n", people, (int)rounds,
	              (int)planned, (int)possible, (int)fewer, (int)seeds);
	return (int)(1000 * (int64_t)planned / (possible ? possible : 1));
}

static void one_round(void **unused)
{
	(void)unused;
	for (uint32_t people = 2; people <= 6; people++)
		assert_int_equal(compare_best(people, 1, 300), 1000);
}

static void two_rounds(void **unused)
{
	(void)unused;
	assert_true(compare_best(4, 2, 200) >= 990);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(one_round), cmocka_unit_test(two_rounds) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
