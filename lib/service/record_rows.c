/* record_rows.c - how an evening went, from its plan (or its former record) and a few options. */
#include <stdlib.h>
#include <string.h>

#include "service/recording.h"
#include "store/db.h"
#include "store/resolve.h"

enum { MOST_AWAY = 10000 };

bool meeting_takes(const struct meeting_row *m, size_t i)
{
	if (!m->who[i])
		return false;
	if (m->kind && !strcmp(m->kind, "co_study"))
		return m->gives[0] || m->gives[i];
	for (size_t k = 0; k < 3; k++)
		if (k != i && m->who[k] && m->gives[k])
			return true;
	return false;
}

/* Everything planned went well. */
static void all_ok(struct recording *r)
{
	for (size_t k = 0; k < r->rows.n; k++)
		for (size_t i = 0; i < 3; i++) {
			struct meeting_row *m = &r->rows.v[k];

			m->result[i] = meeting_takes(m, i) ? N_("ok") : NULL;
			m->omitted = NULL;
		}
}

static bool in_row(const struct meeting_row *m, const char *code)
{
	for (size_t i = 0; code && i < 3; i++)
		if (m->who[i] && !strcmp(m->who[i], code))
			return true;
	return false;
}

/* ---- who was not there ------------------------------------------------------------------------------------ */

/* PERSON in the rounds before ROUND (0: in all). */
static size_t away(struct recording *r, const char *person, int32_t round)
{
	size_t found = 0;

	if (r->naway < MOST_AWAY)
		r->away[r->naway++] = (struct away){ person, round };
	for (size_t k = 0; k < r->rows.n; k++) {
		struct meeting_row *m = &r->rows.v[k];

		if (!in_row(m, person))
			continue;
		found++;
		for (size_t i = 0; i < 3 && (!round || m->round < round); i++)
			if (m->who[i] && !strcmp(m->who[i], person))
				m->result[i] = N_("absent");
	}
	return found;
}

static enum nsi_status absent(struct recording *r)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status = NSI_OK;

	if (!r->asked->absent.n)
		return NSI_OK;
	status = resolve_persons(r->n, r->asked->absent, false, &v, &count, &filtered);
	for (size_t i = 0; i < count && !status; i++)
		if (!away(r, code_text(r->n, v[i].id), 0) && !filtered)
			status = fail(&r->n->messages, NSI_DATA, N_("%s was not planned in %s"),
			              person_shown(r->n, v[i].id), r->o.code);
	return status;
}

/* The number before the first colon of WORD; *REST behind it. */
static bool number_colon(const char *word, int32_t *number, const char **rest)
{
	char *end;
	long k = strtol(word, &end, 10);

	if (end == word || *end != ':' || k < 1 || k > EVENING_ROUNDS)
		return false;
	*number = (int32_t)k;
	*rest = end + 1;
	return true;
}

static enum nsi_status round_ok(struct recording *r, int32_t round, const char *word)
{
	if (round >= 1 && round <= r->rounds)
		return NSI_OK;
	return fail(&r->n->messages, NSI_DATA, N_("\"%s\": %s has %d rounds"), word, r->o.code, r->rounds);
}

static enum nsi_status late(struct recording *r)
{
	enum nsi_status status = NSI_OK;

	for (size_t k = 0; k < r->asked->late.n && !status; k++) {
		const char *word = r->asked->late.v[k];
		int32_t round;
		int64_t id;

		status = person_from_round(r->n, word, &id, &round);
		if (!status)
			status = round_ok(r, round, word);
		if (!status && !away(r, code_text(r->n, id), round))
			status = fail(&r->n->messages, NSI_DATA, N_("%s was not planned in %s"),
			              person_shown(r->n, id), r->o.code);
	}
	return status;
}

/* ---- what did not go well ---------------------------------------------------------------------------------- */

/* Of "p04" or "p03-p07" the full codes; *B NULL: one person only. */
static enum nsi_status codes_of(struct recording *r, const char *word, const char **a, const char **b)
{
	int64_t first, second;
	enum nsi_status status = one_or_two(r->n, word, &first, &second);

	*a = status ? NULL : code_text(r->n, first);
	*b = status || !second ? NULL : code_text(r->n, second);
	return status;
}

/* Of "2:p04" or "2:p04-p07" the round and the codes; MEETING: both are wanted. */
static enum nsi_status round_people(struct recording *r, const char *word, bool meeting, int32_t *round,
                                    const char **a, const char **b)
{
	const char *rest;
	enum nsi_status status;

	if (!number_colon(word, round, &rest))
		return fail(&r->n->messages, NSI_USAGE,
		            N_("\"%s\" does not say who in which round: as 2:p04 or 2:p04-p07"), word);
	status = round_ok(r, *round, word);
	if (!status)
		status = codes_of(r, rest, a, b);
	if (!status && meeting && !*b)
		return fail(&r->n->messages, NSI_USAGE,
		            N_("\"%s\" names one person: a meeting is of two, as 2:p04-p07"), word);
	return status;
}

static bool was_absent(const struct meeting_row *m, size_t i)
{
	return m->result[i] && !strcmp(m->result[i], "absent");
}

static enum nsi_status not_yet(struct recording *r, const char *word)
{
	const char *a, *b;
	int32_t round;
	size_t found = 0;
	enum nsi_status status = round_people(r, word, false, &round, &a, &b);

	for (size_t k = 0; k < r->rows.n && !status; k++) {
		struct meeting_row *m = &r->rows.v[k];

		if (m->round != round || !in_row(m, a) || (b && !in_row(m, b)))
			continue;
		for (size_t i = 0; i < 3; i++)
			if (meeting_takes(m, i) && (b || !strcmp(m->who[i], a)) && !was_absent(m, i)) {
				m->result[i] = N_("not_yet");
				found++;
			}
	}
	if (!status && !found)
		return fail(&r->n->messages, NSI_DATA, N_("\"%s\": nothing was to be taken there"), word);
	return status;
}

/* A meeting of two who were there did not take place. */
static enum nsi_status missed(struct recording *r, const char *word)
{
	const char *a, *b;
	int32_t round;
	size_t found = 0;
	enum nsi_status status = round_people(r, word, true, &round, &a, &b);

	for (size_t k = 0; k < r->rows.n && !status; k++) {
		struct meeting_row *m = &r->rows.v[k];

		if (m->round != round || !in_row(m, a) || !in_row(m, b))
			continue;
		found++;
		for (size_t i = 0; i < 3; i++)
			m->result[i] = m->who[i] ? N_("absent") : NULL;
	}
	if (!status && !found)
		return fail(&r->n->messages, NSI_DATA, N_("\"%s\": they were not to meet there"), word);
	return status;
}

/* ---- what took place besides ---------------------------------------------------------------------------------- */

/* A unit, a part, or a quantum "q:ID", as entries have it; NULL word: nothing. */
static enum nsi_status thing_code(struct recording *r, const char *word, size_t len, const char **code)
{
	struct nsi *n = r->n;
	int64_t unit, part;
	enum nsi_status status;

	*code = NULL;
	if (!len)
		return NSI_OK;
	word = arena_strndup(&n->scratch, word, len);
	if (word && !strncmp(word, "q:", 2)) {
		status = resolve_thing(n, "quantum", word + 2, &unit);
		*code = status ? NULL : arena_printf(&n->scratch, "q:%s", code_text(n, unit));
		return status;
	}
	status = word ? resolve_unit(n, word, &unit, &part) : NSI_MEMORY;
	*code = status ? NULL : code_text(n, part ? part : unit);
	return status;
}

/* Who was alone or only talked in that round has worked with somebody instead. */
static void make_room(struct recording *r, int32_t round, const char *who)
{
	size_t kept = 0;

	for (size_t k = 0; k < r->rows.n; k++) {
		struct meeting_row *m = &r->rows.v[k];
		bool takes = meeting_takes(m, 0) || meeting_takes(m, 1) || meeting_takes(m, 2);
		bool away = was_absent(m, 0) || was_absent(m, 1) || was_absent(m, 2);

		if (m->round == round && in_row(m, who) && !takes && !away)
			continue;
		r->named[kept] = r->named[k];
		r->rows.v[kept++] = *m;
	}
	r->rows.n = kept;
}

static const char *shown(struct recording *r, const char *code)
{
	int64_t id = code_find(r->n, "person", code);

	return id ? person_shown(r->n, id) : code;
}

/* Is it said that PERSON was not there in ROUND, now or, of all rounds, by what is recorded? */
static bool was_away(struct recording *r, const char *person, int32_t round)
{
	bool any = false, there = false;

	for (size_t i = 0; i < r->naway; i++)
		if (!strcmp(r->away[i].person, person) && (!r->away[i].until || round < r->away[i].until))
			return true;
	for (size_t k = 0; k < r->rows.n; k++)
		for (size_t i = 0; i < 3; i++)
			if (r->rows.v[k].who[i] && !strcmp(r->rows.v[k].who[i], person)) {
				any = true;
				there |= !was_absent(&r->rows.v[k], i) || r->asked->missed.n;
			}
	return any && !there;
}

static enum nsi_status add(struct recording *r, const char *word)
{
	const char *rest, *colon, *slash, *a, *b, *gives[2];
	struct meeting_row *m;
	int32_t round;
	enum nsi_status status;

	if (!number_colon(word, &round, &rest) || !(colon = strchr(rest, ':')))
		return fail(&r->n->messages, NSI_USAGE, N_("\"%s\" does not say who gave what: as 4:p01-p02:inv-vidy or 4:p01-p02:inv-vidy/inv-instr"), word);
	slash = strchr(colon, '/');
	status = round_ok(r, round, word);
	if (!status)
		status = codes_of(r, arena_strndup(&r->n->scratch, rest, (size_t)(colon - rest)), &a, &b);
	if (!status && !b)
		return fail(&r->n->messages, NSI_USAGE, N_("\"%s\" does not say who gave what: as 4:p01-p02:inv-vidy or 4:p01-p02:inv-vidy/inv-instr"), word);
	if (!status)
		status = thing_code(r, colon + 1, slash ? (size_t)(slash - colon - 1) : strlen(colon + 1), &gives[0]);
	if (!status)
		status = thing_code(r, slash ? slash + 1 : "", slash ? strlen(slash + 1) : 0, &gives[1]);
	if (status)
		return status;
	for (size_t i = 0; i < 2; i++)
		if (was_away(r, i ? b : a, round))
			return fail(&r->n->messages, NSI_DATA, N_("\"%s\": %s was not there"), word,
			            shown(r, i ? b : a));
	make_room(r, round, a);
	make_room(r, round, b);
	m = meeting_add(r->n, &r->rows);
	if (!m)
		return NSI_MEMORY;
	*m = (struct meeting_row){ .round = round, .kind = "teach", .who = { a, b }, .gives = { gives[0], gives[1] } };
	for (size_t i = 0; i < 2; i++)
		m->result[i] = meeting_takes(m, i) ? N_("ok") : NULL;
	r->named[r->rows.n - 1] = true;
	return NSI_OK;
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

enum nsi_status record_rows(struct recording *r)
{
	const struct nsi_record *a = r->asked;
	bool again = r->o.record_seq && !a->all_ok;
	enum nsi_status status;

	if (!again && !r->o.plan_seq)
		return fail(&r->n->messages, NSI_DATA,
		            N_("nothing is planned for %s: nsi session pair %s --save, or --from FILE"), r->o.code,
		            r->o.code);
	status = again ? meetings_read(r->n, r->o.record_origin, r->o.record_seq, &r->rows)
		: meetings_read(r->n, r->o.plan_origin, r->o.plan_seq, &r->rows);
	r->named = arena_array(&r->n->scratch, bool, r->rows.n + a->add.n + 1);
	r->away = arena_array(&r->n->scratch, struct away, MOST_AWAY);
	if (!r->away)
		return NSI_MEMORY;
	if (status || !r->named)
		return status ? status : NSI_MEMORY;
	r->rounds = r->o.rounds;
	for (size_t k = 0; k < r->rows.n; k++)
		if (r->rows.v[k].round > r->rounds)
			r->rounds = r->rows.v[k].round;
	if (!again)
		all_ok(r);
	status = absent(r);
	if (!status)
		status = late(r);
	for (size_t k = 0; k < a->not_yet.n && !status; k++)
		status = not_yet(r, a->not_yet.v[k]);
	for (size_t k = 0; k < a->missed.n && !status; k++)
		status = missed(r, a->missed.v[k]);
	for (size_t k = 0; k < a->add.n && !status; k++)
		status = add(r, a->add.v[k]);
	return status;
}
