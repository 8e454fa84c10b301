/* Evenings: launches, beginnings, meetings of three, the soft order, former plans, and why somebody gains nothing. */
#include "test.h"

#include "evening_reader.h"

/* ---- launches ---------------------------------------------------------------------------------- */

/* One bearer, six cards: a launch gives each his own, then they exchange; that is all in six rounds. */
static void launch_of_cards(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;
	uint32_t cards = 0;

	(void)unused;
	school_begin(&s, 7, 1);
	school_unit(&s, 6);
	school_open(&s);
	school_bears(&s, 3, 0);
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_LAUNCH), 6);
	for (size_t i = 0; i < plan.n; i++) {
		assert_int_equal(plan.row[i].a, 3);
		cards |= 1u << plan.row[i].a_gives;
	}
	assert_int_equal(cards, 63);
	s.e.rounds = 3;
	for (uint32_t p = 0; p < 7; p++)
		s.person[p].to = 3;
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_LAUNCH), 6);      /* from the second round on they teach each other */
	assert_int_equal(plan.gains, 17);                  /* 6; 6, the bearer left over; 5, another one */
	school_close(&s);
}

static void launch_size(void **unused)
{
	static const struct { uint32_t people; int32_t size; bool giver; int launched; } t[] = {
		{ 9, 6, false, 6 },                /* two are left, and talk */
		{ 10, 6, false, 5 },               /* rather than a chair for one of three */
		{ 5, 6, false, 4 }, { 3, 6, false, 2 },
		{ 2, 6, false, 0 },                /* one learner: a pair */
		{ 8, 3, false, 3 }, { 8, 0, false, 0 },
		{ 8, 6, true, 0 },                 /* another can teach it */
	};

	(void)unused;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct evening_plan plan;
		struct school s;
		struct story story;

		school_begin(&s, t[i].people, 1);
		school_unit(&s, 0)->launch_size = t[i].size;
		school_open(&s);
		school_bears(&s, 0, 0);
		if (t[i].giver)
			school_state(&s, 1, 0, EV_HOLDS | EV_GIVES);
		plan = read_by(&s, &story);
		check(count(&plan, EV_LAUNCH) == t[i].launched, "case %d: %d launched", (int)i, count(&plan, EV_LAUNCH));
		school_close(&s);
	}
}

/* ---- beginnings -------------------------------------------------------------------------------- */

static void begin_together(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_begin(&s, 4, 2);
	school_unit(&s, 0);
	school_unit(&s, 3);
	school_needs(&s, 1, 0);
	school_open(&s);
	plan = read_by(&s, &story);                        /* all begin the first, none the second, none twice */
	assert_int_equal(count(&plan, EV_CO_STUDY), 2);
	assert_int_equal(count(&plan, EV_DISCUSS), 2);
	assert_int_equal(plan.gains, 0);
	assert_int_equal(plan.nunserved, 4);
	assert_int_equal(plan.unserved[0].why, EV_NO_GIVER);
	assert_int_equal(plan.unserved[0].unit, 0);
	s.unit[0].somebody = true;
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_CO_STUDY), 0);
	s.unit[0].somebody = false;
	school_state(&s, 0, 0, EV_HOLDS);                  /* holds it and may not teach it; is open for the second, alone */
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_CO_STUDY), 1);
	school_close(&s);
}

/* Before the exchange, but by one pair only. */
static void begin_first(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_begin(&s, 6, 2);
	school_unit(&s, 6);
	school_unit(&s, 0);
	school_open(&s);
	for (uint32_t p = 0; p < 6; p++)
		school_part(&s, p, p);
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_CO_STUDY), 1);
	assert_int_equal(plan.gains, 10);
	school_close(&s);
}

/* ---- three ------------------------------------------------------------------------------------- */

static void three(void **unused)
{
	struct evening_plan plan;
	struct school s;
	struct story story;

	(void)unused;
	school_cards(&s, 5, 5, 2);
	s.unit[0].trio = true;
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_IDLE), 0);
	assert_true(plan.gains >= 9);
	s.unit[0].trio = false;
	plan = read_by(&s, &story);
	assert_int_equal(count(&plan, EV_IDLE), 2);
	assert_int_equal(plan.gains, 8);
	school_close(&s);
}

/* ---- the soft order ---------------------------------------------------------------------------- */

/* Three want what only 0 can give: who gets it? */
static void soft_learner(void **unused)
{
	struct school s;
	struct evening_plan plan;
	struct story story;
	struct evening_row done = { .round = 1, .kind = EV_TEACH, .a = 1, .b = 2, .c = NOTHING, .a_gives = 0, .b_gives = 0,
		.c_gives = NOTHING };

	(void)unused;
	school_begin(&s, 4, 2);
	school_unit(&s, 0)->launch_size = 0;
	s.unit[0].meetings = 9;
	school_open(&s);
	school_bears(&s, 0, 0);
	s.e.first = 2;
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 2, 0), 1);
	s.e.done = &done;                                  /* 1 and 2 have gained something before */
	s.e.ndone = 1;
	plan = school_plan(&s);
	assert_int_equal(partner(&plan, 2, 0), 3);
	s.e.ndone = 0;
	s.e.gap = 14;
	s.met_ago[1] = s.met_ago[4] = s.met_ago[3] = s.met_ago[12] = 13;
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 2, 0), 2);
	s.e.gap = 13;
	s.person[1].org = s.person[2].org = 0;
	s.person[3].org = 1;
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 2, 0), 3);
	school_close(&s);
}

/* One learner 0 and givers: what, and from whom? */
static void soft_giver(void **unused)
{
	struct school s;
	struct evening_plan plan;
	struct story story;

	(void)unused;
	school_begin(&s, 4, 1);
	school_unit(&s, 0);
	school_unit(&s, 0);
	school_open(&s);
	for (uint32_t p = 1; p < 4; p++) {
		school_state(&s, p, 0, EV_HOLDS | EV_GIVES);
		school_state(&s, p, 1, p == 3 ? EV_HOLDS | EV_GIVES : EV_HOLDS);
	}
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 1, 0), 3);         /* the rarest */
	assert_int_equal(row_of(&plan, 1, 0)->b_gives, 1);
	school_state(&s, 3, 1, EV_HOLDS);
	s.person[1].taught = s.person[3].taught = 4;
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 1, 0), 2);         /* who has taught least */
	s.person[1].taught = 0;
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 1, 0), 1);         /* by code */
	school_state(&s, 2, 1, EV_LACKS);
	school_state(&s, 0, 1, EV_HOLDS | EV_GIVES);
	plan = read_by(&s, &story);
	assert_int_equal(partner(&plan, 1, 0), 2);         /* two-way */
	assert_int_equal(plan.gains, 2);
	school_close(&s);
}

/* Two gains in one meeting, or one each in two: 0 and 1 could exchange, 2 and 3 only take. */
static void soft_two_way(void **unused)
{
	struct school s;
	struct evening_plan plan;
	struct story story;

	(void)unused;
	school_begin(&s, 4, 1);
	school_unit(&s, 2)->launch_size = 0;
	school_open(&s);
	school_part(&s, 0, 0);
	school_part(&s, 1, 1);
	s.part[2 * 2 + 1] = s.part[3 * 2] = 1;             /* hold the other card and may not give it */
	s.person[2].org = s.person[3].org = 1;             /* which counts less */
	plan = read_by(&s, &story);
	assert_int_equal(plan.gains, 2);
	assert_int_equal(partner(&plan, 1, 0), 1);
	school_close(&s);
}

/* The odd one out comes before all of that: the fewest idle rounds, then who can be spared. */
static void odd_one_out(void **unused)
{
	struct school s;
	struct evening_plan plan;
	struct story story;

	(void)unused;
	school_cards(&s, 5, 2, 1);
	for (uint32_t t = 0; t < 2; t++)
		school_part(&s, 4, t);                     /* needs nothing, gives no more than the others */
	plan = read_by(&s, &story);
	assert_int_equal(row_of(&plan, 1, 4)->kind, EV_IDLE);
	s.person[4].idle = 1;
	plan = read_by(&s, &story);
	assert_int_not_equal(row_of(&plan, 1, 4)->kind, EV_IDLE);
	school_close(&s);
}

static void another_partner(void **unused)
{
	struct school s;
	struct evening_plan plan;
	struct story story;
	struct evening_row before = { .round = 1, .kind = EV_TEACH, .a = 0, .b = 1, .c = NOTHING, .a_gives = 0,
		.b_gives = NOTHING, .c_gives = NOTHING };

	(void)unused;
	school_begin(&s, 2, 3);
	school_unit(&s, 0)->meetings = 3;
	school_open(&s);
	school_state(&s, 0, 0, EV_HOLDS | EV_GIVES);
	plan = read_by(&s, &story);
	assert_int_equal(plan.gains, 3);
	s.unit[0].new_partner = true;
	plan = read_by(&s, &story);
	assert_int_equal(plan.gains, 1);
	s.e.before = &before;
	s.e.nbefore = 1;
	plan = school_plan(&s);
	assert_int_equal(plan.gains, 0);
	school_close(&s);
}

/* ---- what opens -------------------------------------------------------------------------------- */

static void opens(void **unused)
{
	static const struct { bool spot; int32_t gains; } t[] = { { true, 2 }, { false, 1 } };

	(void)unused;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct school s;
		struct evening_plan plan;
		struct story story;

		school_begin(&s, 2, 3);
		school_unit(&s, 0)->spot = t[i].spot;
		school_unit(&s, 0);
		school_needs(&s, 1, 0);
		school_open(&s);
		school_bears(&s, 0, 0);
		school_bears(&s, 0, 1);
		plan = read_by(&s, &story);
		assert_int_equal(plan.gains, t[i].gains);
		assert_int_equal(plan.bound, t[i].gains);
		school_close(&s);
	}
}

/* ---- why --------------------------------------------------------------------------------------- */

static void reasons(void **unused)
{
	static const enum evening_why why[] = { EV_ALL_DONE, EV_GIVERS_BUSY, EV_NOTHING_LEFT, EV_NO_GIVER, EV_PARTED };
	struct school s;
	struct evening_plan plan;
	struct story story;

	(void)unused;
	school_begin(&s, 6, 1);                            /* 0 gives unit 0; 5 gets it, 1 not */
	for (uint32_t u = 0; u < 3; u++)
		school_unit(&s, 0)->launch_size = 0;
	school_needs(&s, 1, 0);
	school_open(&s);
	for (uint32_t p = 0; p < 6; p++)
		for (uint32_t u = 0; u < 3; u++)
			school_state(&s, p, u, p ? 0 : EV_HOLDS);
	school_bears(&s, 0, 0);
	school_state(&s, 1, 0, EV_LACKS);
	school_state(&s, 2, 1, EV_LACKS);
	school_state(&s, 3, 2, EV_LACKS);
	school_state(&s, 4, 0, EV_LACKS);
	school_state(&s, 5, 0, EV_LACKS);
	school_pair(&s, s.apart, 0, 4);
	s.e.gap = 9;
	s.met_ago[1] = s.met_ago[6] = 1;
	plan = read_by(&s, &story);
	for (size_t i = 0; i < plan.nunserved; i++)
		check(plan.unserved[i].why == why[plan.unserved[i].person], "%u: %d", plan.unserved[i].person,
		      (int)plan.unserved[i].why);
	assert_int_equal(plan.nunserved, 5);
	assert_int_equal(story.gained[5], 1);
	school_close(&s);
}

static void minutes(void **unused)
{
	struct school s;
	struct evening_plan plan;

	(void)unused;
	school_begin(&s, 4, 1);
	school_unit(&s, 0)->minutes = 20;
	school_unit(&s, 0)->minutes = 8;
	school_open(&s);
	school_state(&s, 0, 0, EV_HOLDS | EV_GIVES);
	school_state(&s, 1, 1, EV_HOLDS | EV_GIVES);
	plan = school_plan(&s);
	assert_int_equal(evening_minutes(&s.e, plan.row, plan.n, 1), 20);
	assert_int_equal(evening_minutes(&s.e, plan.row, plan.n, 2), 0);
	school_close(&s);
}

/* ---- a former plan ----------------------------------------------------------------------------- */

/* Somebody stays away and somebody comes late: only their rounds change, and only as far as they must. */
static void again(void **unused)
{
	struct school s;
	struct evening_plan plan, next;
	struct story story;

	(void)unused;
	for (uint64_t seed = 0; seed < 30; seed++) {
		uint32_t with;
		size_t changed = 0;

		school_cards(&s, 20, 20, 4);
		s.e.seed = seed;
		plan = school_plan(&s);
		s.e.was = plan.row;
		s.e.nwas = plan.n;
		s.person[3].from = 0;
		s.person[11].from = 3;
		next = read_by(&s, &story);
		for (size_t i = 0; i < next.n; i++)
			changed += next.row[i].changed;
		check(changed <= 10, "seed %d: %d changed", (int)seed, (int)changed);
		with = partner(&plan, 1, 3);
		if (with != 11)                            /* both were left alone, and meet */
			assert_int_equal(partner(&next, 1, with), partner(&plan, 1, 11));
		for (uint32_t p = 0; p < 20; p++)
			if (p != with && p != 3 && p != 11 && p != partner(&plan, 1, 11))
				assert_false(row_of(&next, 1, p)->changed);
		school_close(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(launch_of_cards), cmocka_unit_test(launch_size), cmocka_unit_test(begin_together),
		cmocka_unit_test(begin_first), cmocka_unit_test(three), cmocka_unit_test(soft_learner),
		cmocka_unit_test(soft_giver), cmocka_unit_test(soft_two_way), cmocka_unit_test(odd_one_out),
		cmocka_unit_test(another_partner), cmocka_unit_test(opens), cmocka_unit_test(reasons),
		cmocka_unit_test(minutes), cmocka_unit_test(again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
