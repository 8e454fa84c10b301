/* Evenings: what the facts about cards promise, an opening evening, and the rules one by one. */
#include "test.h"

#include "evening_reader.h"

static int times(const struct evening_plan *plan, uint32_t a, uint32_t b)
{
	int n = 0;

	for (size_t i = 0; i < plan->n; i++)
		n += (plan->row[i].a == a && plan->row[i].b == b) || (plan->row[i].a == b && plan->row[i].b == a);
	return n;
}

/* N people with N cards need N - 1 rounds, or N with everybody left over once. */
static void cards(void **unused)
{
	(void)unused;
	for (uint32_t n = 2; n <= 30; n++)
		for (uint64_t seed = 1; seed <= 20; seed++) {
			struct evening_plan plan;
			struct school s;
			struct story story;

			school_cards(&s, n, n, (int32_t)(n - 1 + n % 2));
			s.e.seed = seed;
			plan = read_by(&s, &story);
			check(plan.gains == (int32_t)(n * (n - 1)), "%u cards, seed %d: %d gains", n, (int)seed, (int)plan.gains);
			assert_int_equal(plan.bound, plan.gains);
			for (uint32_t p = 0; p < n; p++)
				assert_int_equal(story.idles[p], n % 2);
			school_close(&s);
		}
}

/* Everybody who is there gains something in every round; two of them once more, in other rings, after half the rounds. */
static void rings(void **unused)
{
	static const struct { uint32_t n, m; int32_t rounds, gains; } t[] = {
		{ 6, 6, 5, 30 }, { 12, 6, 5, 60 }, { 18, 6, 5, 90 }, { 9, 9, 9, 72 }, { 6, 6, 3, 18 }, { 9, 9, 4, 32 }, { 16, 4, 3, 48 },
	};

	(void)unused;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct evening_plan plan;
		struct school s;
		struct story story;

		school_cards(&s, t[i].n, t[i].m, t[i].rounds);
		plan = read_by(&s, &story);
		check(plan.gains == t[i].gains, "%u people, %u cards: %d gains", t[i].n, t[i].m, (int)plan.gains);
		school_close(&s);
	}
}

/* A school as it opens: five bear some units, two of them nobody; seven are new. */
static void school_new(struct school *s, uint32_t n, uint64_t seed)
{
	static const struct { uint32_t who, unit; } bears[] = { { 0, 0 }, { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 1 }, { 4, 4 }, { 4, 7 } };

	school_begin(s, n, 4);
	s->e.seed = seed;
	for (uint32_t u = 0; u < 11; u++) {
		struct evening_unit *unit = school_unit(s, u == 4 ? 4 : 0);

		unit->spot = u % 2;
		unit->meetings = u == 4 ? 4 : 1 + (u == 3);
	}
	school_needs(s, 2, 0);
	school_needs(s, 5, 1);
	school_needs(s, 7, 1);
	school_needs(s, 8, 7);
	school_open(s);
	for (size_t i = 0; i < COUNT(bears); i++)
		school_bears(s, bears[i].who, bears[i].unit);
	for (uint32_t p = 0; p < n; p++) {
		s->person[p].org = p / 5;
		s->person[p].technologies = 1u << p % 3;
	}
}

static void opening(void **unused)
{
	(void)unused;
	for (uint64_t seed = 0; seed < 40; seed++)
		for (uint32_t n = 11; n <= 12; n++) {
			struct evening_plan plan, again;
			struct school s;
			struct story story;

			school_new(&s, n, seed);
			plan = read_by(&s, &story);
			read_idles(&story);
			check(plan.nunserved <= 1, "seed %d: %d of %u gain nothing", (int)seed, (int)plan.nunserved, n);
			assert_true(count(&plan, EV_LAUNCH) > 1);
			assert_int_equal(plan.row[0].kind, EV_LAUNCH);
			again = school_plan(&s);
			assert_int_equal(plan.n, again.n);
			assert_memory_equal(plan.row, again.row, plan.n * sizeof(*plan.row));
			school_close(&s);
		}
}

static void few(void **unused)
{
	static const int gains[] = { 0, 0, 2, 6 }, idle[] = { 0, 3, 0, 3 };

	(void)unused;
	for (uint32_t n = 0; n <= 3; n++) {
		struct evening_plan plan;
		struct school s;
		struct story story;

		school_cards(&s, n, 3, 3);
		plan = read_by(&s, &story);
		assert_int_equal(plan.gains, gains[n]);
		assert_int_equal(plan.bound, plan.gains);
		assert_int_equal(count(&plan, EV_IDLE), idle[n]);
		school_close(&s);
	}
}

/* An empty programme: all talk, nobody has anything left. */
static void nothing(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_begin(&s, 4, 2);
	school_open(&s);
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_DISCUSS), 4);
	assert_int_equal(plan.nunserved, 4);
	assert_int_equal(plan.unserved[3].why, EV_ALL_DONE);
	assert_int_equal(plan.unserved[3].unit, NOTHING);
	school_close(&s);
}

static void presence(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 7, 7, 4);
	s.person[2].from = 0;
	s.person[3].from = 3;
	s.person[4].to = 1;
	plan = read_by(&s, &story);
	assert_null(row_of(&plan, 1, 2));
	assert_null(row_of(&plan, 2, 3));
	assert_non_null(row_of(&plan, 3, 3));
	assert_null(row_of(&plan, 2, 4));
	school_close(&s);
}

static void forbidden(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 6, 6, 4);
	school_pair(&s, s.apart, 0, 1);
	school_pair(&s, s.together, 2, 3);
	school_pair(&s, s.together, 2, 4);
	plan = read_by(&s, &story);
	assert_int_equal(times(&plan, 0, 1), 0);
	assert_int_equal(times(&plan, 2, 3), 1);
	assert_int_equal(times(&plan, 2, 4), 1);
	school_close(&s);
}

/* Forced pairs are kept though they have nothing to give each other, however many they are. */
static void forced(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	for (uint64_t seed = 0; seed < 20; seed++) {
		school_new(&s, 11, seed);
		for (uint32_t p = 7; p < 11; p++)
			school_pair(&s, s.together, 6, p);
		plan = read_by(&s, &story);
		for (uint32_t p = 7; p < 11; p++)
			check(times(&plan, 6, p) > 0, "seed %d: 6 and %u", (int)seed, p);
		school_close(&s);
	}
}

static void rule_of_forced(void **unused)
{
	struct school s;

	(void)unused;
	school_cards(&s, 6, 6, 2);
	school_pair(&s, s.apart, 0, 1);
	s.person[2].from = 0;
	s.person[3].to = 1;
	s.person[4].from = 2;
	s.person[5].outside = true;
	s.met_ago[1 * 6 + 3] = s.met_ago[3 * 6 + 1] = 5;
	s.e.no_repeat = 7;
	assert_int_equal(evening_forced(&s.e, 0, 0), EV_RULE_SELF);
	assert_int_equal(evening_forced(&s.e, 1, 0), EV_RULE_APART);
	assert_int_equal(evening_forced(&s.e, 0, 2), EV_RULE_PRESENT);
	assert_int_equal(evening_forced(&s.e, 3, 4), EV_RULE_PRESENT);
	assert_int_equal(evening_forced(&s.e, 0, 5), EV_RULE_NONE);
	s.e.mixed = true;
	assert_int_equal(evening_forced(&s.e, 0, 5), EV_RULE_ROOM);
	assert_int_equal(evening_forced(&s.e, 1, 3), EV_RULE_REPEAT);
	s.e.no_repeat = 5;
	assert_int_equal(evening_forced(&s.e, 1, 3), EV_RULE_NONE);
	school_pair(&s, s.together, 3, 0);
	school_pair(&s, s.together, 3, 1);
	assert_int_equal(evening_forced(&s.e, 3, 1), EV_RULE_ROUNDS);
	school_close(&s);
}

/* Five in the room and three outside: one of each is left over in every round. */
static void rooms(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 8, 8, 3);
	s.e.mixed = true;
	for (uint32_t p = 5; p < 8; p++)
		s.person[p].outside = true;
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_IDLE), 6);
	assert_int_equal(plan.gains, 18);
	assert_int_equal(plan.bound, 18);
	school_close(&s);
}

static void loads(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 4, 4, 3);
	s.person[0].load = 1;
	plan = read_by(&s, &story);
	assert_int_equal(story.taught[0], 1);
	assert_int_equal(story.gained[0], 3);
	assert_true(plan.gains >= 9);
	school_close(&s);
}

/* Hard: four people meet nobody twice, so the fourth round is empty. */
static void repeats(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 4, 4, 4);
	s.e.no_repeat = 84;
	plan = read_by(&s, &story);
	assert_int_equal(plan.gains, 12);
	assert_int_equal(count(&plan, EV_IDLE), 4);
	s.e.no_repeat = 0;                                 /* soft: they talk */
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_DISCUSS), 2);
	assert_true(plan.row[plan.n - 1].repeat);
	s.e.gap = 14;
	for (uint32_t p = 1; p < 4; p++)
		s.met_ago[p] = s.met_ago[p * 4] = p == 3 ? 13 : 14;
	plan = read_by(&s, &story);
	for (size_t i = 0; i < plan.n && plan.row[i].round < 4; i++)
		assert_int_equal(plan.row[i].repeat, plan.row[i].a == 0 && plan.row[i].b == 3);
	school_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cards), cmocka_unit_test(rings), cmocka_unit_test(opening), cmocka_unit_test(few),
		cmocka_unit_test(nothing), cmocka_unit_test(presence), cmocka_unit_test(forbidden), cmocka_unit_test(forced),
		cmocka_unit_test(rule_of_forced), cmocka_unit_test(rooms), cmocka_unit_test(loads), cmocka_unit_test(repeats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
