/* evening_ring.c - "n people, one card each": whom everybody meets when, by the circle method.
 *
 * With m cards and everybody holding one of them, groups in which every card is held once go round: all meet all in
 * m - 1 rounds (m even), or in m with one left over in turn (m odd). No plan of less rounds exists. */
#include "plan/evening_inside.h"

/* The only part of UNIT that he may give, of those who still lack it; NOTHING: none, or several. */
static uint32_t only_card(const struct evening *e, uint32_t p, uint32_t unit)
{
	const struct evening_unit *u = &e->unit[unit];
	uint32_t card = NOTHING;

	if (!(e->state[at_unit(e, p, unit)] & EV_LACKS) || !e->part)
		return NOTHING;
	for (uint32_t t = u->first; t < u->first + u->n; t++)
		if (e->part[at_thing(e, p, t)] & GIVES_PART) {
			if (card != NOTHING)
				return NOTHING;
			card = t;
		}
	return card;
}

/* The unit of which most have one card; NOTHING: fewer than three. */
static uint32_t ring_unit(const struct evening *e)
{
	uint32_t best = NOTHING, most = 2;

	for (uint32_t u = 0; u < e->units; u++) {
		uint32_t count = 0;

		for (uint32_t p = 0; e->unit[u].parts && p < e->people; p++)
			count += e->person[p].from > 0 && only_card(e, p, u) != NOTHING;
		if (count > most) {
			most = count;
			best = u;
		}
	}
	return best;
}

/* WHO: N people in one ring. One who sits out is the place of the number of the round, so those who were left over
 * more often on evenings before come later. */
static void ring_turn(const struct evening *e, const uint32_t *who, uint32_t n, uint32_t *with)
{
	uint32_t even = n + n % 2;

	for (int32_t r = e->first; r <= e->rounds && n > 1; r++) {
		uint32_t *row = with + (size_t)(r - e->first) * e->people, at = (uint32_t)(r - 1) % (even - 1);

		for (uint32_t k = 0; k < even / 2; k++) {
			uint32_t a = (at + k) % (even - 1), b = k ? (at + even - 1 - k) % (even - 1) : even - 1;

			if (a < n && b < n) {
				row[who[a]] = who[b];
				row[who[b]] = who[a];
			}
		}
	}
}

static uint64_t mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

/* Everybody who has one card, mixed by the seed, then by idle rounds of evenings before. */
static uint32_t ring_people(const struct evening *e, uint32_t unit, uint32_t *who)
{
	uint32_t n = 0, at;

	for (uint32_t p = 0; p < e->people; p++) {
		if (e->person[p].from <= 0 || only_card(e, p, unit) == NOTHING)
			continue;
		at = (uint32_t)(mix(e->seed + p + 1) % (n + 1));
		who[n] = who[at];
		who[at] = p;
		n++;
	}
	for (uint32_t i = 1; i < n; i++)
		for (at = i; at > 0 && e->person[who[at]].idle < e->person[who[at - 1]].idle; at--) {
			uint32_t x = who[at];

			who[at] = who[at - 1];
			who[at - 1] = x;
		}
	return n;
}

const uint32_t *evening_ring(const struct evening *e, struct arena *a)
{
	uint32_t unit = ring_unit(e), n, left;
	uint32_t *who, *ring, *copy, *with;

	if (unit == NOTHING || e->rounds < e->first)
		return NULL;
	who = arena_array(a, uint32_t, e->people);
	ring = arena_array(a, uint32_t, e->people);
	copy = arena_array(a, uint32_t, e->people);
	with = arena_array(a, uint32_t, (size_t)(e->rounds - e->first + 1) * e->people);
	if (!who || !ring || !copy || !with)
		return NULL;
	for (size_t i = 0; i < (size_t)(e->rounds - e->first + 1) * e->people; i++)
		with[i] = NOTHING;
	n = left = ring_people(e, unit, who);
	for (uint32_t i = 0; i < n; i++)                   /* ring k: those who hold a card as its k-th */
		for (uint32_t k = 0; k < i; k++)
			copy[i] += only_card(e, who[k], unit) == only_card(e, who[i], unit);
	for (uint32_t k = 0; left; k++) {
		uint32_t size = 0;

		for (uint32_t i = 0; i < n; i++)
			if (copy[i] == k)
				ring[size++] = who[i];
		ring_turn(e, ring, size, with);
		left -= size;
	}
	return with;
}
