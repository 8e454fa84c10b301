/* pair_limits.c - of those who come: from which round, in the room or not, with whom never or for sure. */
#include <stdlib.h>
#include <string.h>

#include "service/pairing.h"
#include "store/db.h"
#include "store/resolve.h"

/* Of "p11:3" one of those who come, and the round. */
static enum nsi_status late(struct pairing *p, const char *word, uint32_t *who, int32_t *round)
{
	struct nsi *n = p->n;
	int64_t id;
	enum nsi_status status = person_from_round(n, word, &id, round);

	*who = status ? NOTHING : cast_person(&p->cast, id);
	if (!status && *who == NOTHING)
		return fail(&n->messages, NSI_DATA, N_("%s does not come to %s"), person_shown(n, id), p->o.code);
	return status;
}

/* Of "p03-p07" both; NOTHING: that one does not come. */
static enum nsi_status pair_of(struct pairing *p, const char *word, uint32_t *a, uint32_t *b)
{
	int64_t first, second;
	enum nsi_status status = one_or_two(p->n, word, &first, &second);

	if (!status && !second)
		status = fail(&p->n->messages, NSI_DATA, N_("\"%s\" is no pair of people, as p03-p07"), word);
	*a = status ? NOTHING : cast_person(&p->cast, first);
	*b = status ? NOTHING : cast_person(&p->cast, second);
	return status;
}

static enum nsi_status ties(struct pairing *p, struct nsi_list words, uint8_t *matrix)
{
	uint32_t a, b, people = p->cast.e.people;
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < words.n && !status; i++) {
		status = pair_of(p, words.v[i], &a, &b);
		if (!status && a != NOTHING && b != NOTHING)
			matrix[(size_t)a * people + b] = matrix[(size_t)b * people + a] = 1;
	}
	return status;
}

/* A forced pair that cannot be is a fault, told by the rule that it breaks. */
enum nsi_status pairing_forced(struct pairing *p)
{
	static const char *const why[] = {
		[EV_RULE_SELF] = N_("%s and %s are one person"), [EV_RULE_APART] = N_("%s and %s are to be together and apart"),
		[EV_RULE_PRESENT] = N_("%s and %s are not there in one round"), [EV_RULE_ROOM] = N_("%s and %s are not in one room"),
		[EV_RULE_REPEAT] = N_("%s and %s met too short a time ago"), [EV_RULE_ROUNDS] = N_("%s and %s: more pairs are forced than there are rounds"),
	};
	struct cast *c = &p->cast;
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < p->asked->together.n; i++) {
		enum evening_rule rule;
		uint32_t a, b;

		if (pair_of(p, p->asked->together.v[i], &a, &b))
			return NSI_DATA;
		if (a == NOTHING || b == NOTHING)
			return fail(&p->n->messages, NSI_DATA, N_("%s: not both of them come"),
			            p->asked->together.v[i]);
		rule = evening_forced(&c->e, a, b);
		if (rule)
			status = fail(&p->n->messages, NSI_DATA, why[rule], c->shown[a], c->shown[b]);
	}
	return status;
}

/* Whoever was to come late in the saved plan still does, unless it is said anew. */
static enum nsi_status as_saved(struct pairing *p)
{
	sqlite3_stmt *s = p->o.plan_seq ? pairing_saved(p) : NULL;
	enum nsi_status status = NSI_OK;

	while (s && db_row(p->n, s, &status)) {
		uint32_t i = cast_person(&p->cast, sqlite3_column_int64(s, 0));

		if (i == NOTHING)
			continue;
		p->cast.person[i].from = sqlite3_column_int(s, 1);
		if (sqlite3_column_type(s, 2) != SQLITE_NULL)
			p->cast.person[i].to = sqlite3_column_int(s, 2);
		p->cast.person[i].outside = sqlite3_column_int(s, 3);
	}
	return status;
}

static enum nsi_status outside(struct pairing *p)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status;

	if (strcmp(p->o.mode, "mixed") != 0)
		return NSI_OK;
	if (!p->asked->online.n) {
		for (uint32_t i = 0; i < p->cast.e.people && !p->o.plan_seq; i++)
			p->cast.person[i].outside = p->cast.elsewhere[i];
		return NSI_OK;
	}
	status = resolve_persons(p->n, p->asked->online, false, &v, &count, &filtered);
	for (uint32_t i = 0; i < p->cast.e.people; i++)
		p->cast.person[i].outside = false;
	for (size_t i = 0; i < count && !status; i++) {
		uint32_t k = cast_person(&p->cast, v[i].id);

		if (k != NOTHING)
			p->cast.person[k].outside = true;
	}
	return status;
}

enum nsi_status pairing_limits(struct pairing *p)
{
	size_t cells = (size_t)p->cast.e.people * p->cast.e.people;
	enum nsi_status status = as_saved(p);

	if (!status)
		status = outside(p);
	for (size_t i = 0; i < p->asked->late.n && !status; i++) {
		uint32_t who;
		int32_t round;

		status = late(p, p->asked->late.v[i], &who, &round);
		if (!status)
			p->cast.person[who].from = round;
	}
	p->apart = arena_array(&p->n->scratch, uint8_t, cells + 1);
	p->together = arena_array(&p->n->scratch, uint8_t, cells + 1);
	if (!p->apart || !p->together)
		return NSI_MEMORY;
	memcpy(p->apart, p->cast.e.apart, cells);
	memcpy(p->together, p->cast.e.together, cells);
	p->cast.e.apart = p->apart;
	p->cast.e.together = p->together;
	p->cast.e.mixed = !strcmp(p->o.mode, "mixed");
	if (!status)
		status = ties(p, p->asked->apart, p->apart);
	if (!status)
		status = ties(p, p->asked->together, p->together);
	return status;
}
