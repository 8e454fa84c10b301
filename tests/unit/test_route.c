/* Routes: the school's own map with the hours it promises, the rules one by one, and 2,000 random
 * maps against a second, naive implementation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/day.h"
#include "plan/route.h"
#include "plan/workday.h"

enum { MAX = 40, EDGES = 400 };

/* A map being built, and a wish on it. */
struct map {
	struct graph g;
	int32_t minutes[MAX];
	uint32_t first[MAX + 1], need[EDGES];
	const char *id[MAX];
};

struct asked {
	struct wish w;
	uint8_t want[MAX], hold[MAX];
	int32_t not_after[MAX], days[400];
};

static void map_begin(struct map *m)
{
	memset(m, 0, sizeof(*m));
	m->g = (struct graph){ 0, m->minutes, m->first, m->need };
}

static uint32_t map_find(const struct map *m, const char *id)
{
	for (uint32_t u = 0; u < m->g.n; u++)
		if (!strcmp(m->id[u], id))
			return u;
	fail_msg("no unit %s", id);
	return 0;
}

/* NEEDS: numbers of units, may be higher than this one's; -1 at the end. */
static void map_unit(struct map *m, int32_t minutes, const int *needs)
{
	uint32_t at = m->first[m->g.n];

	m->minutes[m->g.n] = minutes;
	for (; *needs >= 0; needs++)
		m->need[at++] = (uint32_t)*needs;
	m->first[++m->g.n] = at;
}

static void asked_begin(struct asked *a, const struct map *m)
{
	memset(a, 0, sizeof(*a));
	a->w = (struct wish){ .want = a->want, .hold = a->hold, .not_after = a->not_after, .days = a->days };
	for (size_t u = 0; u < m->g.n; u++)
		a->not_after[u] = INT32_MAX;
}

static void asked_days(struct asked *a, size_t n)
{
	for (size_t i = 0; i < n; i++)
		a->days[i] = 1000 + (int32_t)i * 2;     /* with gaps, as after weekends */
	a->w.ndays = n;
}

static size_t run(const struct map *m, const struct asked *a, struct step *steps, int32_t *minutes)
{
	struct arena arena = { 0 };
	size_t n = route_make(&m->g, &a->w, &arena, steps, minutes);

	assert_false(arena.oom);
	arena_free(&arena);
	return n;
}

/* ---- the school's map -------------------------------------------------------------------------- */

/* A line: module, id, minutes, what it rests on (with what its module requires). */
static const struct { const char *module, *id; int32_t minutes; const char *needs; } school[] = {
	{ "inv", "inv-priznaki", 90, "" },
	{ "inv", "inv-vidy", 90, "" },
	{ "inv", "inv-zapros", 90, "inv-priznaki" },
	{ "inv", "inv-instr", 120, "inv-vidy" },
	{ "inv", "inv-tablo", 120, "inv-zapros" },
	{ "inv", "inv-kriterii", 90, "inv-instr" },
	{ "inv", "inv-refleksia", 60, "inv-tablo inv-kriterii" },
	{ "pary", "pary-abzac", 120, "inv-vidy" },
	{ "pary", "pary-obratn", 120, "inv-vidy pary-abzac" },
	{ "pary", "pary-voz", 120, "inv-vidy" },
	{ "pary", "pary-trenazh", 90, "inv-vidy pary-voz" },
	{ "marshrut", "marshrut-karta", 120, "inv-tablo" },
	{ "marshrut", "marshrut-list", 120, "inv-tablo marshrut-karta" },
	{ "marshrut", "marshrut-svod", 120, "inv-tablo marshrut-karta pary-voz" },
	{ "rotacia", "rotacia-stancii", 120, "inv-instr" },
	{ "rotacia", "rotacia-perev", 90, "inv-instr" },
	{ "rotacia", "rotacia-dannye", 90, "inv-instr rotacia-stancii" },
	{ "online", "online-pary", 90, "inv-vidy inv-instr" },
	{ "online", "online-tablo", 90, "inv-vidy inv-instr inv-tablo" },
	{ "sobytie", "sobytie-zamysel", 120, "inv-priznaki" },
	{ "sobytie", "sobytie-komanda", 90, "inv-priznaki sobytie-zamysel" },
	{ "sobytie", "sobytie-analiz", 90, "inv-priznaki sobytie-zamysel inv-refleksia" },
	{ "vedushchiy", "vedushchiy-zapusk", 90, "inv-refleksia pary-voz" },
	{ "vedushchiy", "vedushchiy-set", 90, "inv-refleksia vedushchiy-zapusk online-pary" },
};

static void school_map(struct map *m)
{
	map_begin(m);
	for (size_t i = 0; i < sizeof(school) / sizeof(*school); i++) {
		char needs[80], *rest = needs;
		int list[8], n = 0;

		snprintf(needs, sizeof(needs), "%s", school[i].needs);
		for (char *w; (w = strsep(&rest, " ")); )
			if (*w)
				list[n++] = (int)map_find(m, w);
		list[n] = -1;
		m->id[i] = school[i].id;
		map_unit(m, school[i].minutes, list);
	}
}

/* MODULES chosen, as "pary sobytie"; every line of ORDER: unit, or unit<asker when it was pulled in. */
static void school_case(const char *modules, double hours, size_t units, const char *order)
{
	struct map m;
	struct asked a;
	struct step s[MAX];
	int32_t minutes;
	char got[1000] = "";
	size_t n;

	school_map(&m);
	asked_begin(&a, &m);
	asked_days(&a, 180);
	for (size_t u = 0; u < m.g.n; u++)
		a.want[u] = !strcmp(school[u].module, "inv") ? WHY_INVARIANT
		          : strstr(modules, school[u].module) ? WHY_CHOSEN : WHY_OUT;
	n = run(&m, &a, s, &minutes);
	for (size_t i = 0; i < n; i++) {
		strcat(got, i ? " " : "");
		strcat(got, m.id[s[i].unit]);
		if (s[i].needed_by != UNIT_NONE) {
			strcat(got, "<");
			strcat(got, m.id[s[i].needed_by]);
		}
		assert_int_equal(s[i].why == WHY_NEEDED, s[i].needed_by != UNIT_NONE);
		if (i)
			assert_true(s[i - 1].due <= s[i].due);
	}
	assert_string_equal(got, order);
	assert_int_equal(n, units);
	assert_int_equal(minutes, (int)(hours * 60));
	assert_int_equal(s[n - 1].due, a.days[179]);
}

#define INV "inv-priznaki inv-vidy inv-zapros inv-instr inv-tablo inv-kriterii inv-refleksia"

static void test_p07(void **state)
{
	(void)state;
	school_case("pary", 18.5, 11, INV " pary-abzac pary-obratn pary-voz pary-trenazh");
}

static void test_p09(void **state)
{
	(void)state;
	school_case("rotacia online", 19.0, 12,
	            INV " rotacia-stancii rotacia-perev rotacia-dannye online-pary online-tablo");
}

static void test_p03(void **state)
{
	(void)state;
	school_case("sobytie", 16.0, 10, INV " sobytie-zamysel sobytie-komanda sobytie-analiz");
}

static void test_p12(void **state)
{
	(void)state;
	school_case("marshrut vedushchiy", 23.5, 14, INV " pary-voz<marshrut-svod marshrut-karta marshrut-list "
	            "marshrut-svod online-pary<vedushchiy-set vedushchiy-zapusk vedushchiy-set");
}

static void test_invariant_alone(void **state)
{
	(void)state;
	school_case("", 11.0, 7, INV);
}

/* ---- order and layers -------------------------------------------------------------------------- */

static void test_order(void **state)
{
	struct map m;
	struct arena a = { 0 };
	uint32_t order[MAX], layer[MAX];

	(void)state;
	map_begin(&m);
	map_unit(&m, 60, (int[]){ 3, -1 });
	map_unit(&m, 60, (int[]){ -1 });
	map_unit(&m, 60, (int[]){ 0, 1, 0, -1 });       /* named twice: no harm */
	map_unit(&m, 60, (int[]){ -1 });
	assert_int_equal(graph_order(&m.g, &a, order), 4);
	assert_memory_equal(order, ((uint32_t[]){ 1, 3, 0, 2 }), 4 * sizeof(*order));
	graph_layers(&m.g, order, layer);
	assert_memory_equal(layer, ((uint32_t[]){ 1, 0, 2, 0 }), 4 * sizeof(*layer));
	arena_free(&a);
}

static void test_cycle(void **state)
{
	struct map m;
	struct arena a = { 0 };
	uint32_t order[MAX];

	(void)state;
	map_begin(&m);
	map_unit(&m, 60, (int[]){ 2, -1 });
	map_unit(&m, 60, (int[]){ -1 });
	map_unit(&m, 60, (int[]){ 0, -1 });
	map_unit(&m, 60, (int[]){ 3, -1 });             /* rests on itself */
	assert_int_equal(graph_order(&m.g, &a, order), 1);
	assert_int_equal(order[0], 1);
	arena_free(&a);
}

static void test_empty(void **state)
{
	struct map m;
	struct asked w;
	struct step s[1];
	struct arena a = { 0 };
	uint32_t order[1];
	int32_t minutes = 7;

	(void)state;
	map_begin(&m);
	asked_begin(&w, &m);
	assert_int_equal(graph_order(&m.g, &a, order), 0);
	assert_int_equal(route_make(&m.g, &w.w, &a, s, &minutes), 0);
	assert_int_equal(minutes, 0);
	m.g.first = NULL;                               /* an empty map may have no arrays at all */
	assert_int_equal(graph_order(&m.g, &a, order), 0);
	arena_free(&a);
}

/* A long chain, the last unit first in the file: no recursion, no square. */
static void test_long_chain(void **state)
{
	enum { N = 200000 };
	struct arena a = { 0 };
	uint32_t *first = arena_array(&a, uint32_t, N + 1), *need = arena_array(&a, uint32_t, N);
	uint32_t *order = arena_array(&a, uint32_t, N);
	struct graph g = { N, NULL, first, need };

	(void)state;
	for (uint32_t u = 0; u < N; u++) {
		first[u + 1] = first[u] + (u + 1 < N);
		if (u + 1 < N)
			need[first[u]] = u + 1;
	}
	assert_int_equal(graph_order(&g, &a, order), N);
	for (uint32_t i = 0; i < N; i++)
		assert_int_equal(order[i], N - 1 - i);
	arena_free(&a);
}

/* ---- the rules one by one ---------------------------------------------------------------------- */

/* A chain 0 <- 1 <- 2 <- 3 of an hour each; 3 and 0 are wanted. */
static void chain(struct map *m, struct asked *a)
{
	map_begin(m);
	map_unit(m, 60, (int[]){ -1 });
	map_unit(m, 60, (int[]){ 0, -1 });
	map_unit(m, 60, (int[]){ 1, -1 });
	map_unit(m, 60, (int[]){ 2, -1 });
	asked_begin(a, m);
	asked_days(a, 10);
	a->want[3] = WHY_CHOSEN;
	a->want[0] = WHY_INVARIANT;
}

static void expect(const struct map *m, const struct asked *a, const char *want, int32_t hours)
{
	struct step s[MAX];
	int32_t minutes;
	char got[400] = "";
	size_t n = run(m, a, s, &minutes);

	for (size_t i = 0; i < n; i++) {
		size_t at = strlen(got);

		if (s[i].due == DAY_NONE)
			snprintf(got + at, sizeof(got) - at, "%s%u:-", i ? " " : "", s[i].unit);
		else
			snprintf(got + at, sizeof(got) - at, "%s%u:%d", i ? " " : "", s[i].unit,
			         (s[i].due - 1000) / 2 + 1);
	}
	assert_string_equal(got, want);
	assert_int_equal(minutes, hours * 60);
}

static void test_even(void **state)
{
	struct map m;
	struct asked a;

	(void)state;
	chain(&m, &a);
	expect(&m, &a, "0:3 1:5 2:8 3:10", 4);          /* ceil of 2.5, 5, 7.5, 10 */
	asked_days(&a, 1);
	expect(&m, &a, "0:1 1:1 2:1 3:1", 4);
	asked_days(&a, 0);
	expect(&m, &a, "0:- 1:- 2:- 3:-", 4);
}

static void test_held(void **state)
{
	struct map m;
	struct asked a;

	(void)state;
	chain(&m, &a);
	a.hold[1] = HOLD_EARLIER;                       /* not pulled in, nor what it rests on */
	expect(&m, &a, "0:4 2:7 3:10", 3);
	a.want[0] = WHY_OUT;
	expect(&m, &a, "2:5 3:10", 2);
	chain(&m, &a);
	a.hold[2] = HOLD_ZERO;                          /* as a prerequisite: not pulled in either */
	expect(&m, &a, "0:5 3:10", 2);
	chain(&m, &a);
	a.hold[2] = HOLD_NOW;
	expect(&m, &a, "0:5 3:10", 2);
	chain(&m, &a);
	a.hold[0] = HOLD_ZERO;                          /* invariant: stays, without hours or date */
	expect(&m, &a, "0:- 1:4 2:7 3:10", 3);
	a.hold[0] = HOLD_NOW;                           /* stays with its hours */
	expect(&m, &a, "0:- 1:5 2:8 3:10", 4);
	a.hold[0] = HOLD_EARLIER;                       /* left out */
	expect(&m, &a, "1:4 2:7 3:10", 3);
	a.hold[3] = HOLD_ZERO;                          /* what was chosen is held: needs nothing */
	expect(&m, &a, "3:-", 0);
}

static void test_cap(void **state)
{
	struct map m;
	struct asked a;

	(void)state;
	chain(&m, &a);
	a.not_after[2] = a.days[3];                     /* and what it rests on no later */
	expect(&m, &a, "0:3 1:4 2:4 3:10", 4);
	a.not_after[2] = a.days[3] + 1;                 /* a day off: the working day before */
	expect(&m, &a, "0:3 1:4 2:4 3:10", 4);
	a.not_after[2] = a.days[0] - 1;                 /* over before it began: binds nobody */
	expect(&m, &a, "0:3 1:5 2:8 3:10", 4);
	a.not_after[2] = a.days[0];
	expect(&m, &a, "0:1 1:1 2:1 3:10", 4);
	a.not_after[2] = a.days[9] + 50;
	expect(&m, &a, "0:3 1:5 2:8 3:10", 4);
}

static void test_early(void **state)
{
	struct map m;
	struct asked a;

	(void)state;
	chain(&m, &a);
	a.w.early = true;
	a.w.minutes_a_day = 40;
	expect(&m, &a, "0:2 1:3 2:5 3:6", 4);
	a.hold[0] = HOLD_NOW;                           /* done: takes no more time */
	expect(&m, &a, "0:- 1:2 2:3 3:5", 4);
	a.w.minutes_a_day = 1;                          /* does not fit: the last day */
	expect(&m, &a, "0:- 1:10 2:10 3:10", 4);
	a.w.minutes_a_day = 0;                          /* not known: evenly */
	expect(&m, &a, "0:- 1:5 2:8 3:10", 4);
}

/* Without any minutes to divide by, and before any are used up, it is the first day. */
static void test_no_minutes(void **state)
{
	struct map m;
	struct asked a;

	(void)state;
	map_begin(&m);
	map_unit(&m, 0, (int[]){ -1 });
	map_unit(&m, 60, (int[]){ 0, -1 });
	asked_begin(&a, &m);
	asked_days(&a, 10);
	a.want[0] = WHY_CHOSEN;
	expect(&m, &a, "0:1", 0);
	a.want[1] = WHY_CHOSEN;
	expect(&m, &a, "0:1 1:10", 1);
}

/* Two ask for the same; the one that comes first in order is named, not the first in the file. */
static void test_asker(void **state)
{
	struct map m;
	struct asked a;
	struct step s[MAX];
	int32_t minutes;

	(void)state;
	map_begin(&m);
	map_unit(&m, 60, (int[]){ 1, 3, -1 });
	map_unit(&m, 60, (int[]){ -1 });
	map_unit(&m, 60, (int[]){ 1, -1 });
	map_unit(&m, 60, (int[]){ -1 });
	asked_begin(&a, &m);
	a.want[0] = a.want[2] = WHY_CHOSEN;
	assert_int_equal(run(&m, &a, s, &minutes), 4);
	assert_int_equal(s[0].unit, 1);
	assert_int_equal(s[0].needed_by, 2);
	assert_int_equal(s[2].unit, 3);
	assert_int_equal(s[2].needed_by, 0);
}

/* ---- against a naive one ----------------------------------------------------------------------- */

static uint32_t seed;

static uint32_t dice(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static bool needs(const struct graph *g, uint32_t u, uint32_t v)
{
	for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++)
		if (g->need[e] == v)
			return true;
	return false;
}

/* Numbers of units are shuffled, so that prerequisites stand behind as often as before. */
static void random_map(struct map *m)
{
	int name[MAX], n = 1 + (int)dice(MAX - 1), density = 1 + (int)dice(8);

	map_begin(m);
	for (int i = 0; i < n; i++)
		name[i] = i;
	for (int i = n - 1; i > 0; i--) {
		int j = (int)dice((uint32_t)i + 1), t = name[i];

		name[i] = name[j];
		name[j] = t;
	}
	for (int u = 0; u < n; u++) {
		int list[MAX], k = 0;

		for (int v = 0; v < n && k < 9; v++)
			if (name[v] < name[u] && dice(10) < (uint32_t)density)
				list[k++] = v;
		list[k] = -1;
		map_unit(m, 15 * (1 + (int32_t)dice(12)), list);
	}
}

static void random_wish(struct asked *a, const struct map *m)
{
	asked_begin(a, m);
	asked_days(a, dice(5) ? 1 + dice(200) : 0);
	for (size_t u = 0; u < m->g.n; u++) {
		static const uint8_t want[] = { WHY_OUT, WHY_OUT, WHY_OUT, WHY_INVARIANT, WHY_CHOSEN };
		static const uint8_t hold[] = { 0, 0, 0, 0, 0, 0, HOLD_EARLIER, HOLD_ZERO, HOLD_NOW };

		a->want[u] = want[dice(5)];
		a->hold[u] = hold[dice(9)];
		if (!dice(6))
			a->not_after[u] = 990 + (int32_t)dice(300);
	}
	a->w.early = !dice(4);
	a->w.minutes_a_day = (int32_t)dice(60);
}

/* In the plan? By asking again and again until nothing changes. */
static void naive_closure(const struct graph *g, const struct asked *a, bool *in)
{
	bool more = true;

	for (uint32_t u = 0; u < g->n; u++)
		in[u] = a->want[u] != WHY_OUT && a->hold[u] != HOLD_EARLIER;
	while (more) {
		more = false;
		for (uint32_t u = 0; u < g->n; u++)
			for (uint32_t v = 0; v < g->n; v++)
				if (in[u] && !a->hold[u] && needs(g, u, v) && !in[v] && !a->hold[v])
					in[v] = more = true;
	}
}

static size_t naive_order(const struct graph *g, const bool *in, uint32_t *order)
{
	bool done[MAX] = { false };
	size_t n = 0;

	for (uint32_t u = 0; u < g->n; u++) {           /* after each one: from the start again */
		bool can = in[u] && !done[u];

		for (uint32_t v = 0; v < g->n && can; v++)
			if (in[v] && !done[v] && needs(g, u, v))
				can = false;
		if (can) {
			done[u] = true;
			order[n++] = u;
			u = UINT32_MAX;
		}
	}
	return n;
}

/* The date by counting the days one by one, caps by pulling until nothing moves. */
static void naive_due(const struct graph *g, const struct asked *a, size_t n, const uint32_t *order,
                      int32_t *due)
{
	int64_t all = 0, upto = 0, rate = a->w.early ? a->w.minutes_a_day : 0;

	for (size_t i = 0; i < n; i++)
		all += a->hold[order[i]] == HOLD_ZERO ? 0 : g->minutes[order[i]];
	for (size_t i = 0; i < n; i++) {
		uint32_t u = order[i];
		size_t d = 1;

		upto += a->hold[u] == HOLD_ZERO || (rate && a->hold[u]) ? 0 : g->minutes[u];
		due[u] = DAY_NONE;
		if (a->hold[u] || !a->w.ndays)
			continue;
		while (d < a->w.ndays && (rate ? (int64_t)d * rate < upto
		                               : (int64_t)d * all < (int64_t)a->w.ndays * upto))
			d++;
		while (d > 1 && a->not_after[u] >= a->days[0] && a->days[d - 1] > a->not_after[u])
			d--;
		due[u] = a->days[d - 1];
	}
	for (size_t pass = 0; pass < n; pass++)
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < n; j++) {
				uint32_t u = order[i], v = order[j];

				if (needs(g, u, v) && due[u] != DAY_NONE && due[v] > due[u])
					due[v] = due[u];
			}
}

static void compare(const struct map *m, const struct asked *a)
{
	struct step s[MAX];
	bool in[MAX];
	uint32_t order[MAX];
	int32_t due[MAX], minutes, sum = 0;
	size_t n = run(m, a, s, &minutes), want;

	naive_closure(&m->g, a, in);
	want = naive_order(&m->g, in, order);
	assert_int_equal(n, want);
	naive_due(&m->g, a, n, order, due);
	for (size_t i = 0; i < n; i++) {
		uint32_t u = order[i], asker = UNIT_NONE;

		assert_int_equal(s[i].unit, u);
		assert_int_equal(s[i].due, due[u]);
		assert_int_equal(s[i].why, a->want[u] ? a->want[u] : WHY_NEEDED);
		for (size_t j = n; j-- > 0; )
			if (!a->want[u] && !a->hold[order[j]] && needs(&m->g, order[j], u))
				asker = order[j];
		assert_int_equal(s[i].needed_by, asker);
		sum += s[i].minutes;
		for (size_t j = 0; j < i; j++)
			if (needs(&m->g, u, order[j]) && due[u] != DAY_NONE)
				assert_true(due[order[j]] <= due[u]);
	}
	assert_int_equal(minutes, sum);
}

static void test_random(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 2000; i++) {
		struct map m;
		struct asked a;

		seed = i;
		random_map(&m);
		random_wish(&a, &m);
		compare(&m, &a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_p07),
		cmocka_unit_test(test_p09),
		cmocka_unit_test(test_p03),
		cmocka_unit_test(test_p12),
		cmocka_unit_test(test_invariant_alone),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_cycle),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_long_chain),
		cmocka_unit_test(test_even),
		cmocka_unit_test(test_held),
		cmocka_unit_test(test_cap),
		cmocka_unit_test(test_early),
		cmocka_unit_test(test_no_minutes),
		cmocka_unit_test(test_asker),
		cmocka_unit_test(test_random),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
