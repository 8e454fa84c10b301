/* route.c - the order of units (Kahn's algorithm with a heap, so that the order of the file
 * decides between equals), a person's closure over prerequisites, and due dates. */
#include "plan/route.h"

#include "base/day.h"

/* ---- the smallest first ------------------------------------------------------------------------ */

struct heap { uint32_t *v; size_t n; };

static void heap_put(struct heap *h, uint32_t x)
{
	size_t i = h->n++;

	for (; i > 0 && h->v[(i - 1) / 2] > x; i = (i - 1) / 2)
		h->v[i] = h->v[(i - 1) / 2];
	h->v[i] = x;
}

static uint32_t heap_take(struct heap *h)
{
	uint32_t top = h->v[0], x = h->v[--h->n];
	size_t i = 0;

	for (size_t kid; (kid = 2 * i + 1) < h->n; i = kid) {
		if (kid + 1 < h->n && h->v[kid + 1] < h->v[kid])
			kid++;
		if (h->v[kid] >= x)
			break;
		h->v[i] = h->v[kid];
	}
	h->v[i] = x;
	return top;
}

/* ---- order ------------------------------------------------------------------------------------- */

/* What opens when a unit is done: the edges of G turned round. */
struct opens { uint32_t *first, *to; };

static bool opens_make(const struct graph *g, struct arena *a, struct opens *o)
{
	size_t edges = g->n ? g->first[g->n] : 0;
	uint32_t *at = arena_array(a, uint32_t, g->n + 1);

	o->first = arena_array(a, uint32_t, g->n + 1);
	o->to = arena_array(a, uint32_t, edges + 1);
	if (!at || !o->first || !o->to)
		return false;
	for (size_t e = 0; e < edges; e++)
		o->first[g->need[e] + 1]++;
	for (size_t u = 0; u < g->n; u++) {
		o->first[u + 1] += o->first[u];
		at[u] = o->first[u];
	}
	for (uint32_t u = 0; u < g->n; u++)
		for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++)
			o->to[at[g->need[e]]++] = u;
	return true;
}

static size_t order_in(const struct graph *g, struct arena *a, uint32_t *order)
{
	struct opens o;
	struct heap ready = { arena_array(a, uint32_t, g->n + 1), 0 };
	uint32_t *left = arena_array(a, uint32_t, g->n + 1);   /* prerequisites still to come */
	size_t n = 0;

	if (!ready.v || !left || !opens_make(g, a, &o))
		return 0;
	for (uint32_t u = 0; u < g->n; u++) {
		left[u] = g->first[u + 1] - g->first[u];
		if (!left[u])
			heap_put(&ready, u);
	}
	while (ready.n) {
		uint32_t u = heap_take(&ready);

		order[n++] = u;
		for (uint32_t e = o.first[u]; e < o.first[u + 1]; e++)
			if (!--left[o.to[e]])
				heap_put(&ready, o.to[e]);
	}
	return n;
}

/* ---- closure ----------------------------------------------------------------------------------- */

/* WHY[u] for every unit; WHY_OUT: not in the plan. STACK: n places. */
static void close_over(const struct graph *g, const struct wish *w, uint8_t *why, uint32_t *stack)
{
	size_t n = 0;

	for (uint32_t u = 0; u < g->n; u++) {
		why[u] = w->hold[u] == HOLD_EARLIER ? WHY_OUT : w->want[u];
		if (why[u] != WHY_OUT && w->hold[u] == HOLD_NONE)
			stack[n++] = u;
	}
	while (n) {
		uint32_t u = stack[--n];

		for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++) {
			uint32_t v = g->need[e];

			if (why[v] == WHY_OUT && w->hold[v] == HOLD_NONE) {
				why[v] = WHY_NEEDED;
				stack[n++] = v;
			}
		}
	}
}

/* The units of the plan alone, numbered anew in the order of the file, with the needs among them. */
struct part_of { struct graph g; uint32_t *unit; };

static bool part_make(const struct graph *g, const uint8_t *why, struct arena *a, struct part_of *p)
{
	uint32_t *number = arena_array(a, uint32_t, g->n + 1);
	uint32_t *first = arena_array(a, uint32_t, g->n + 1);
	uint32_t *need = arena_array(a, uint32_t, (g->n ? g->first[g->n] : 0) + 1);
	uint32_t n = 0, edges = 0;

	p->unit = arena_array(a, uint32_t, g->n + 1);
	if (!number || !first || !need || !p->unit)
		return false;
	for (uint32_t u = 0; u < g->n; u++)
		if (why[u] != WHY_OUT) {
			number[u] = n;
			p->unit[n++] = u;
		}
	for (uint32_t i = 0; i < n; i++) {
		uint32_t u = p->unit[i];

		first[i] = edges;
		for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++)
			if (why[g->need[e]] != WHY_OUT)
				need[edges++] = number[g->need[e]];
	}
	first[n] = edges;
	p->g = (struct graph){ .n = n, .first = first, .need = need };
	return true;
}

/* Who, in order, asks first for what was pulled in. */
static void name_askers(const struct graph *g, const struct wish *w, size_t n, struct step *steps,
                        uint32_t *asker)
{
	for (uint32_t u = 0; u < g->n; u++)
		asker[u] = UNIT_NONE;
	for (size_t i = n; i-- > 0; ) {                /* backwards: the first one has the last word */
		uint32_t u = steps[i].unit;

		if (w->hold[u] == HOLD_NONE)
			for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++)
				asker[g->need[e]] = u;
	}
	for (size_t i = 0; i < n; i++)
		steps[i].needed_by = steps[i].why == WHY_NEEDED ? asker[steps[i].unit] : UNIT_NONE;
}

/* ---- due dates --------------------------------------------------------------------------------- */

/* Place among DAYS of the last one up to CAP. The caller knows that the first is not after it. */
static size_t last_up_to(const struct wish *w, int32_t cap)
{
	size_t low = 0, high = w->ndays;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (w->days[middle] <= cap)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* DUE: per unit, a place among DAYS; NOT_DUE for those without a date. */
#define NOT_DUE UINT32_MAX

static void spread(const struct wish *w, size_t n, const struct step *steps, int64_t all, uint32_t *due)
{
	bool early = w->early && w->minutes_a_day > 0;
	int64_t day = (int64_t)w->ndays, upto = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t u = steps[i].unit;
		int64_t number;                        /* 1 is the first day */

		if (!early || w->hold[u] == HOLD_NONE)
			upto += steps[i].minutes;
		if (w->hold[u] != HOLD_NONE)
			continue;
		if (early)
			number = (upto + w->minutes_a_day - 1) / w->minutes_a_day;
		else
			number = all ? (day * upto + all - 1) / all : 1;
		if (number < 1)
			number = 1;
		if (number > day)
			number = day;
		due[u] = (uint32_t)(number - 1);
		if (w->not_after[u] >= w->days[0] && w->not_after[u] < w->days[due[u]])
			due[u] = (uint32_t)last_up_to(w, w->not_after[u]);
	}
}

/* A date that was drawn forward draws what it rests on with it. */
static void draw_forward(const struct graph *g, size_t n, const struct step *steps, uint32_t *due)
{
	for (size_t i = n; i-- > 0; ) {
		uint32_t u = steps[i].unit;

		if (due[u] == NOT_DUE)
			continue;
		for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++) {
			uint32_t v = g->need[e];

			if (due[v] != NOT_DUE && due[v] > due[u])
				due[v] = due[u];
		}
	}
}

static size_t route_in(const struct graph *g, const struct wish *w, struct arena *a,
                       struct step *steps, int32_t *minutes)
{
	uint8_t *why = arena_array(a, uint8_t, g->n + 1);
	uint32_t *order = arena_array(a, uint32_t, g->n + 1);
	uint32_t *per_unit = arena_array(a, uint32_t, g->n + 1);
	struct part_of p;
	int64_t all = 0;
	size_t n;

	if (!why || !order || !per_unit)
		return 0;
	close_over(g, w, why, order);
	if (!part_make(g, why, a, &p))
		return 0;
	n = graph_order(&p.g, a, order);
	for (size_t i = 0; i < n; i++) {
		uint32_t u = p.unit[order[i]];

		steps[i] = (struct step){ .unit = u, .why = why[u], .due = DAY_NONE,
			.minutes = w->hold[u] == HOLD_ZERO ? 0 : g->minutes[u] };
		all += steps[i].minutes;
	}
	name_askers(g, w, n, steps, per_unit);
	for (uint32_t u = 0; u < g->n; u++)
		per_unit[u] = NOT_DUE;
	if (w->ndays) {
		spread(w, n, steps, all, per_unit);
		draw_forward(g, n, steps, per_unit);
	}
	for (size_t i = 0; i < n; i++)
		if (per_unit[steps[i].unit] != NOT_DUE)
			steps[i].due = w->days[per_unit[steps[i].unit]];
	*minutes = all > INT32_MAX ? INT32_MAX : (int32_t)all;
	return n;
}

/* ---- exported ---------------------------------------------------------------------------------- */

size_t graph_order(const struct graph *g, struct arena *scratch, uint32_t *order)
{
	struct arena_mark m = arena_mark(scratch);
	size_t n = order_in(g, scratch, order);

	arena_release(scratch, m);
	return n;
}

void graph_layers(const struct graph *g, const uint32_t *order, uint32_t *layer)
{
	for (size_t i = 0; i < g->n; i++) {
		uint32_t u = order[i];

		layer[u] = 0;
		for (uint32_t e = g->first[u]; e < g->first[u + 1]; e++)
			if (layer[g->need[e]] >= layer[u])
				layer[u] = layer[g->need[e]] + 1;
	}
}

size_t route_make(const struct graph *g, const struct wish *w, struct arena *scratch,
                  struct step *steps, int32_t *minutes)
{
	struct arena_mark m = arena_mark(scratch);
	size_t n;

	*minutes = 0;
	n = route_in(g, w, scratch, steps, minutes);
	arena_release(scratch, m);
	return scratch->oom ? 0 : n;
}
