/* The matching of the largest weight against all matchings of small graphs, and its size on large ones. */
#include "test.h"

#include "plan/match.h"

static uint64_t state;

static uint32_t random_below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % n);
}

static void graph(int64_t *w, uint32_t n, uint32_t percent, uint32_t most)
{
	memset(w, 0, (size_t)n * n * sizeof(*w));
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = i + 1; k < n; k++)
			if (random_below(100) < percent)
				w[i * n + k] = w[k * n + i] = 1 + random_below(most);
}

static int64_t best(const int64_t *w, uint32_t n, uint32_t used)
{
	uint32_t i = 0;
	int64_t most;

	while (i < n && used >> i & 1)
		i++;
	if (i == n)
		return 0;
	most = best(w, n, used | 1u << i);
	for (uint32_t k = i + 1; k < n; k++)
		if (w[i * n + k] && !(used >> k & 1)) {
			int64_t with = w[i * n + k] + best(w, n, used | 1u << i | 1u << k);

			most = with > most ? with : most;
		}
	return most;
}

/* SUM: its weight. False: not a matching of the graph. */
static bool valid(const int64_t *w, uint32_t n, const uint32_t *mate, uint64_t *sum)
{
	*sum = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (mate[i] == MATCH_ALONE)
			continue;
		if (mate[i] >= n || mate[mate[i]] != i || !w[i * n + mate[i]])
			return false;
		*sum += mate[i] > i ? (uint64_t)w[i * n + mate[i]] : 0;
	}
	return true;
}

static void small(void **unused)
{
	static const uint32_t most[] = { 1, 2, 5, 100 }, percent[] = { 20, 40, 60, 100 };
	struct arena a = { 0 };

	(void)unused;
	for (state = 1; state < 12000; ) {
		uint64_t seed = state;
		uint32_t n = random_below(11), mate[16];
		int64_t w[256];
		uint64_t got;

		graph(w, n, percent[random_below(4)], most[random_below(4)]);
		assert_true(match(n, w, &a, mate));
		check(valid(w, n, mate, &got), "seed %d: no matching", (int)seed);
		check(got == (uint64_t)best(w, n, 0), "seed %d: %d people: %d, not %d", (int)seed, (int)n, (int)got,
		      (int)best(w, n, 0));
		state = seed + 1;
	}
	arena_free(&a);
}

/* Long odd rings and the heaviest edges: everybody but one is matched. */
static void large(void **unused)
{
	static int64_t w[MATCH_MOST * MATCH_MOST];
	static uint32_t mate[MATCH_MOST];
	struct arena a = { 0 };

	(void)unused;
	for (uint32_t n = 3; n <= MATCH_MOST; n += 25) {
		uint32_t alone = 0;
		uint64_t sum;

		memset(w, 0, sizeof(w));
		for (uint32_t i = 0; i < n; i++)
			w[i * n + (i + 1) % n] = w[(i + 1) % n * n + i] = MATCH_HEAVIEST - (int64_t)i;
		assert_true(match(n, w, &a, mate));
		assert_true(valid(w, n, mate, &sum));
		for (uint32_t i = 0; i < n; i++)
			alone += mate[i] == MATCH_ALONE;
		assert_int_equal(alone, n % 2);
	}
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(small), cmocka_unit_test(large) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
