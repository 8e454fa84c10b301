/* match.c - Edmonds' algorithm for the matching of the largest weight, with blossoms and dual weights.
 *
 * Vertices are 1 … n, blossoms n+1 … last; 0 is none. An edge between blossoms remembers its vertices.
 * Every vertex has a label; an edge is tight when the labels of its ends make up twice its weight. Trees of
 * tight edges grow from the free vertices, outer and inner in turn; two outer ones that meet are a longer
 * matching or a blossom, which then counts as one vertex. When nothing is tight, labels move. */
#include "plan/match.h"

#include <string.h>

struct edge { int16_t u, v; int64_t w; };
enum side { FREE = -1, OUTER, INNER };

struct blossoms {
	int n, last, most;                 /* most: vertices and blossoms, and 0 */
	struct edge *g;                    /* [most * most] */
	int64_t *label;
	int *mate, *slack, *in, *parent;   /* mate: a vertex; in: the outermost blossom */
	int *from;                         /* [most * most]: through which part of a blossom a vertex is reached */
	int *side, *seen, tick;
	int *ring, *size;                  /* [most * most]: the parts of a blossom, round */
	int *queue, head, tail;
};

static struct edge *edge_at(const struct blossoms *b, int u, int v)
{
	return &b->g[u * b->most + v];
}

static int *ring_of(const struct blossoms *b, int x)
{
	return &b->ring[x * b->most];
}

/* How far from tight. */
static int64_t gap(const struct blossoms *b, const struct edge *e)
{
	return b->label[e->u] + b->label[e->v] - 2 * edge_at(b, e->u, e->v)->w;
}

static void slack_try(struct blossoms *b, int u, int x)
{
	if (!b->slack[x] || gap(b, edge_at(b, u, x)) < gap(b, edge_at(b, b->slack[x], x)))
		b->slack[x] = u;
}

static void slack_set(struct blossoms *b, int x)
{
	b->slack[x] = 0;
	for (int u = 1; u <= b->n; u++)
		if (edge_at(b, u, x)->w > 0 && b->in[u] != x && b->side[b->in[u]] == OUTER)
			slack_try(b, u, x);
}

static void enqueue(struct blossoms *b, int x)
{
	if (x <= b->n)
		b->queue[b->tail++] = x;
	else
		for (int i = 0; i < b->size[x]; i++)
			enqueue(b, ring_of(b, x)[i]);
}

static void put_in(struct blossoms *b, int x, int outermost)
{
	b->in[x] = outermost;
	if (x > b->n)
		for (int i = 0; i < b->size[x]; i++)
			put_in(b, ring_of(b, x)[i], outermost);
}

static void turn(int *v, int from, int to)
{
	for (to--; from < to; from++, to--) {
		int x = v[from];

		v[from] = v[to];
		v[to] = x;
	}
}

/* Where PART stands in blossom X, the ring turned so that the way from its base is even. */
static int ring_place(struct blossoms *b, int x, int part)
{
	int *ring = ring_of(b, x), at = 0;

	while (ring[at] != part)
		at++;
	if (at % 2 == 0)
		return at;
	turn(ring, 1, b->size[x]);
	return b->size[x] - at;
}

static void mate_set(struct blossoms *b, int u, int v)
{
	struct edge e = *edge_at(b, u, v);
	int *ring = ring_of(b, u), part, at;

	b->mate[u] = e.v;
	if (u <= b->n)
		return;
	part = b->from[u * b->most + e.u];
	at = ring_place(b, u, part);
	for (int i = 0; i < at; i++)
		mate_set(b, ring[i], ring[i ^ 1]);
	mate_set(b, part, v);
	turn(ring, 0, at);                 /* the new base to the front: a rotation by AT */
	turn(ring, at, b->size[u]);
	turn(ring, 0, b->size[u]);
}

static void augment(struct blossoms *b, int u, int v)
{
	for (;;) {
		int next = b->in[b->mate[u]];

		mate_set(b, u, v);
		if (!next)
			return;
		mate_set(b, next, b->in[b->parent[next]]);
		u = b->in[b->parent[next]];
		v = next;
	}
}

static int meet(struct blossoms *b, int u, int v)
{
	for (b->tick++; u || v; ) {
		int x = u;

		if (u) {
			if (b->seen[u] == b->tick)
				return u;
			b->seen[u] = b->tick;
			u = b->in[b->mate[u]];
			if (u)
				u = b->in[b->parent[u]];
		}
		x = u;
		u = v;
		v = x;
	}
	return 0;
}

/* The nearest edges of blossom X are those of its parts. */
static void blossom_edges(struct blossoms *b, int x)
{
	for (int i = 1; i <= b->last; i++)
		edge_at(b, x, i)->w = edge_at(b, i, x)->w = 0;
	for (int i = 1; i <= b->n; i++)
		b->from[x * b->most + i] = 0;
	for (int k = 0; k < b->size[x]; k++) {
		int part = ring_of(b, x)[k];

		for (int i = 1; i <= b->last; i++)
			if (!edge_at(b, x, i)->w || gap(b, edge_at(b, part, i)) < gap(b, edge_at(b, x, i))) {
				*edge_at(b, x, i) = *edge_at(b, part, i);
				*edge_at(b, i, x) = *edge_at(b, i, part);
			}
		for (int i = 1; i <= b->n; i++)
			if (b->from[part * b->most + i])
				b->from[x * b->most + i] = part;
	}
}

static void blossom_way(struct blossoms *b, int x, int from, int base)
{
	for (int at = from, inner; at != base; at = b->in[b->parent[inner]]) {
		inner = b->in[b->mate[at]];
		ring_of(b, x)[b->size[x]++] = at;
		ring_of(b, x)[b->size[x]++] = inner;
		enqueue(b, inner);
	}
}

static void blossom_make(struct blossoms *b, int u, int base, int v)
{
	int x = b->n + 1;

	while (x <= b->last && b->in[x])
		x++;
	if (x > b->last)
		b->last = x;
	b->label[x] = 0;
	b->side[x] = OUTER;
	b->mate[x] = b->mate[base];
	b->parent[x] = b->parent[base];
	b->size[x] = 0;
	ring_of(b, x)[b->size[x]++] = base;
	blossom_way(b, x, u, base);
	turn(ring_of(b, x), 1, b->size[x]);
	blossom_way(b, x, v, base);
	put_in(b, x, x);
	blossom_edges(b, x);
	slack_set(b, x);
}

static void blossom_open(struct blossoms *b, int x)
{
	int *ring = ring_of(b, x), part, at;

	for (int i = 0; i < b->size[x]; i++)
		put_in(b, ring[i], ring[i]);
	part = b->from[x * b->most + edge_at(b, x, b->parent[x])->u];
	at = ring_place(b, x, part);
	for (int i = 0; i < at; i += 2) {
		b->parent[ring[i]] = edge_at(b, ring[i + 1], ring[i])->u;
		b->side[ring[i]] = INNER;
		b->side[ring[i + 1]] = OUTER;
		b->slack[ring[i]] = 0;
		slack_set(b, ring[i + 1]);
		enqueue(b, ring[i + 1]);
	}
	b->side[part] = INNER;
	b->parent[part] = b->parent[x];
	for (int i = at + 1; i < b->size[x]; i++) {
		b->side[ring[i]] = FREE;
		slack_set(b, ring[i]);
	}
	b->in[x] = 0;
}

/* A tight edge; true: the matching became longer. */
static bool found(struct blossoms *b, const struct edge *e)
{
	int u = b->in[e->u], v = b->in[e->v], next, base;

	if (b->side[v] == FREE) {
		b->parent[v] = e->u;
		b->side[v] = INNER;
		next = b->in[b->mate[v]];
		b->slack[v] = b->slack[next] = 0;
		b->side[next] = OUTER;
		enqueue(b, next);
	} else if (b->side[v] == OUTER) {
		base = meet(b, u, v);
		if (!base) {
			augment(b, u, v);
			augment(b, v, u);
			return true;
		}
		blossom_make(b, u, base, v);
	}
	return false;
}

static bool grow(struct blossoms *b)
{
	while (b->head < b->tail) {
		int u = b->queue[b->head++];

		if (b->side[b->in[u]] == INNER)
			continue;
		for (int v = 1; v <= b->n; v++) {
			if (edge_at(b, u, v)->w <= 0 || b->in[u] == b->in[v])
				continue;
			if (gap(b, edge_at(b, u, v)))
				slack_try(b, u, b->in[v]);
			else if (found(b, edge_at(b, u, v)))
				return true;
		}
	}
	return false;
}

static int64_t step(const struct blossoms *b)
{
	int64_t d = INT64_MAX;

	for (int x = b->n + 1; x <= b->last; x++)
		if (b->in[x] == x && b->side[x] == INNER && b->label[x] / 2 < d)
			d = b->label[x] / 2;
	for (int x = 1; x <= b->last; x++) {
		int64_t g;

		if (b->in[x] != x || !b->slack[x] || b->side[x] == INNER)
			continue;
		g = gap(b, edge_at(b, b->slack[x], x));
		if (b->side[x] == OUTER)
			g /= 2;
		if (g < d)
			d = g;
	}
	return d;
}

/* False: a free vertex has come to 0, nothing can be gained any more. */
static bool move(struct blossoms *b, int64_t d)
{
	for (int u = 1; u <= b->n; u++)
		if (b->side[b->in[u]] == OUTER && b->label[u] <= d)
			return false;
	for (int u = 1; u <= b->n; u++)
		if (b->side[b->in[u]] != FREE)
			b->label[u] += b->side[b->in[u]] == OUTER ? -d : d;
	for (int x = b->n + 1; x <= b->last; x++)
		if (b->in[x] == x && b->side[x] != FREE)
			b->label[x] += b->side[x] == OUTER ? 2 * d : -2 * d;
	return true;
}

/* One more pair; false: there is none. */
static bool phase(struct blossoms *b)
{
	b->head = b->tail = 0;
	for (int x = 1; x <= b->last; x++) {
		b->side[x] = FREE;
		b->slack[x] = 0;
	}
	for (int x = 1; x <= b->last; x++)
		if (b->in[x] == x && !b->mate[x]) {
			b->parent[x] = 0;
			b->side[x] = OUTER;
			enqueue(b, x);
		}
	if (!b->tail)
		return false;
	for (;;) {
		if (grow(b))
			return true;
		if (!move(b, step(b)))
			return false;
		b->head = b->tail = 0;
		for (int x = 1; x <= b->last; x++) {
			struct edge *e = edge_at(b, b->slack[x], x);

			if (b->in[x] == x && b->slack[x] && b->in[b->slack[x]] != x && !gap(b, e) && found(b, e))
				return true;
		}
		for (int x = b->n + 1; x <= b->last; x++)
			if (b->in[x] == x && b->side[x] == INNER && !b->label[x])
				blossom_open(b, x);
	}
}

static bool blossoms_make(struct blossoms *b, uint32_t n, struct arena *a)
{
	size_t most = (size_t)n + n / 2 + 2;

	*b = (struct blossoms){ .n = (int)n, .last = (int)n, .most = (int)most };
	b->g = arena_array(a, struct edge, most * most);
	b->label = arena_array(a, int64_t, most);
	b->from = arena_array(a, int, most * most);
	b->ring = arena_array(a, int, most * most);
	b->mate = arena_array(a, int, most * 8);
	if (!b->g || !b->label || !b->from || !b->ring || !b->mate)
		return false;
	b->slack = b->mate + most;
	b->in = b->slack + most;
	b->parent = b->in + most;
	b->side = b->parent + most;
	b->seen = b->side + most;
	b->size = b->seen + most;
	b->queue = b->size + most;
	return true;
}

bool match(uint32_t n, const int64_t *w, struct arena *scratch, uint32_t *mate)
{
	struct arena_mark mark = arena_mark(scratch);
	struct blossoms b;
	int64_t heaviest = 0;

	if (!blossoms_make(&b, n, scratch)) {
		arena_release(scratch, mark);
		return false;
	}
	for (int u = 1; u <= b.n; u++) {
		b.in[u] = u;
		b.from[u * b.most + u] = u;
		for (int v = 1; v <= b.n; v++) {
			int64_t weight = u == v ? 0 : w[(size_t)(u - 1) * n + (size_t)(v - 1)];

			*edge_at(&b, u, v) = (struct edge){ (int16_t)u, (int16_t)v, weight };
			heaviest = weight > heaviest ? weight : heaviest;
		}
	}
	for (int u = 1; u <= b.n; u++)
		b.label[u] = heaviest;
	while (heaviest && phase(&b))
		;
	for (uint32_t u = 0; u < n; u++)
		mate[u] = b.mate[u + 1] ? (uint32_t)b.mate[u + 1] - 1 : MATCH_ALONE;
	arena_release(scratch, mark);
	return true;
}
