/* evening_trio.c - whoever is left over becomes the third of a meeting where its technique allows three. */
#include "plan/evening_inside.h"

/* What P gives in a row, and whether he is in it. */
bool row_has(const struct evening_row *r, uint32_t p, uint32_t *gives)
{
	*gives = r->a == p ? r->a_gives : r->b == p ? r->b_gives : r->c == p ? r->c_gives : NOTHING;
	return r->a == p || r->b == p || (r->c == p && p != NOTHING);
}

enum { WAS = 8 };                          /* more than any gains */
struct trio { uint32_t who[3], gives[3]; };

static int takes(const struct night *n, const struct trio *t, int i)
{
	int count = 0;

	for (int g = 0; g < 3; g++)
		count += g != i && t->gives[g] != NOTHING && may_give(n, t->who[g], t->who[i], t->gives[g]);
	return count;
}

/* Gains of three, or -1 when one of them would take two things. */
static int trio_gains(const struct night *n, const struct trio *t)
{
	int sum = 0;

	for (int i = 0; i < 3; i++) {
		int own = takes(n, t, i);

		if (own > 1)
			return -1;
		sum += own;
	}
	return sum;
}

/* Let I give something to K, the rarest first, if that is one gain more and does nobody harm. */
static void trio_more(const struct night *n, struct trio *t, int i, int k)
{
	int before = trio_gains(n, t);

	if (t->gives[i] != NOTHING)
		return;
	for (uint32_t at = 0; at < n->e->things; at++) {
		t->gives[i] = n->thing_at[at];
		if (unit_at(n->e, t->gives[i])->trio && may_give(n, t->who[i], t->who[k], t->gives[i])
		    && trio_gains(n, t) > before)
			return;
	}
	t->gives[i] = NOTHING;
}

/* What three gave each other in the former plan, if all of it is still wanted. */
static bool trio_was(const struct night *n, const struct evening_row *was, struct trio *t)
{
	struct trio as = *t;

	for (int i = 0; i < 3; i++)
		row_has(was, t->who[i], &as.gives[i]);
	for (int i = 0; i < 3; i++) {
		bool taken = as.gives[i] == NOTHING;

		for (int k = 0; k < 3 && !taken; k++)
			taken = k != i && may_give(n, as.who[i], as.who[k], as.gives[i]);
		if (!taken)
			return false;
	}
	if (!trio_gains(n, &as) || trio_gains(n, &as) < trio_gains(n, t))
		return false;
	*t = as;
	return true;
}

/* R with X as its third; false: cannot be. GAIN: how many gains more. */
static bool join(const struct night *n, const struct evening_row *r, uint32_t x, struct evening_row *out, int *gain)
{
	const struct evening_row *was = n->was[x];
	struct trio t = { { r->a, r->b, x }, { r->a_gives, r->b_gives, NOTHING } };
	uint32_t unused;
	bool together = was && was->c != NOTHING && row_has(was, r->a, &unused) && row_has(was, r->b, &unused);

	*out = *r;
	out->c = x;
	*gain = 0;
	if (!may_meet(n, r->a, x) || !may_meet(n, r->b, x))
		return false;
	if (r->kind == EV_CO_STUDY) {
		out->c_gives = r->a_gives;
		*gain = together && was->kind == EV_CO_STUDY ? WAS : 0;
		return co_begins(n, x, n->e->unit_of[r->a_gives]) && things_trio(n->e, r);
	}
	if (together && was->kind != EV_CO_STUDY && trio_was(n, was, &t))
		*gain = WAS;
	if (trio_gains(n, &t) < 0)
		t.gives[n->served[r->a]] = NOTHING;        /* one gain for another, but nobody on a chair */
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 3; k++)
			if (i != k && *gain < WAS)
				trio_more(n, &t, i, k);
	*out = (struct evening_row){ .kind = EV_TEACH, .a = r->a, .b = r->b, .c = x, .repeat = r->repeat,
		.a_gives = t.gives[0], .b_gives = t.gives[1], .c_gives = t.gives[2] };
	*gain += trio_gains(n, &t) - (r->a_gives != NOTHING) - (r->b_gives != NOTHING);
	if (!trio_gains(n, &t))
		out->kind = EV_DISCUSS;
	return trio_gains(n, &t) >= 0 && things_trio(n->e, out);
}

/* In the order of their numbers, with what they give. */
void row_sort(struct evening_row *r)
{
	uint32_t *who[] = { &r->a, &r->b, &r->c }, *gives[] = { &r->a_gives, &r->b_gives, &r->c_gives };

	if (r->kind == EV_LAUNCH)
		return;
	for (int k = 1; k < 3; k++)
		for (int i = k; i > 0 && *who[i] < *who[i - 1]; i--) {
			uint32_t w = *who[i], g = *gives[i];

			*who[i] = *who[i - 1];
			*gives[i] = *gives[i - 1];
			*who[i - 1] = w;
			*gives[i - 1] = g;
		}
}

void round_left_over(struct night *n, size_t from, uint32_t x)
{
	struct evening_row best = { 0 }, r;
	size_t at = n->n;
	int most = 0, gain;

	for (size_t i = from; i < n->n; i++)
		if (n->row[i].kind != EV_LAUNCH && n->row[i].kind != EV_IDLE && n->row[i].c == NOTHING
		    && join(n, &n->row[i], x, &r, &gain) && (at == n->n || gain > most)) {
			at = i;
			best = r;
			most = gain;
		}
	if (at == n->n) {
		night_row(n, (struct evening_row){ .kind = EV_IDLE, .a = x, .b = NOTHING, .c = NOTHING,
			.a_gives = NOTHING, .b_gives = NOTHING, .c_gives = NOTHING });
		return;
	}
	row_sort(&best);
	n->n--;                                            /* anew in its place, with its repeats */
	r = n->row[n->n];
	night_row(n, best);
	best = n->row[n->n - 1];
	n->row[n->n - 1] = r;
	n->row[at] = best;
}
