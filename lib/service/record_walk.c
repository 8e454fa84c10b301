/* record_walk.c - a recorded evening round by round: what people had, what took place, what each gained. */
#include <stdlib.h>
#include <string.h>

#include "service/recording.h"
#include "store/db.h"
#include "store/resolve.h"

enum { MOST_TOLD = 1000 };

/* ---- what people had ------------------------------------------------------------------------------------ */

static enum nsi_status cast(struct recording *r)
{
	struct nsi *n = r->n;
	int64_t *people = arena_array(&n->scratch, int64_t, 3 * r->rows.n + 1);
	enum nsi_status status;
	size_t count = 0;

	if (!people)
		return NSI_MEMORY;
	for (size_t k = 0; k < r->rows.n; k++)
		for (size_t i = 0; i < 3; i++) {
			const char *code = r->rows.v[k].who[i];
			int64_t id = code ? code_find(n, "person", code) : 0;
			size_t j = 0;

			while (j < count && people[j] != id)
				j++;
			if (id && j == count)
				people[count++] = id;
		}
	status = cast_read(n, &r->o, people, count, NULL, 0, &r->cast);
	return status ? status : cast_later(n, &r->o, &r->cast);
}

uint32_t record_person(const struct recording *r, const char *code)
{
	for (uint32_t i = 0; code && i < r->cast.e.people; i++)
		if (!strcmp(r->cast.code[i], code))
			return i;
	return NOTHING;
}

static enum went_result result_of(const char *word)
{
	return !word ? WENT_NONE : !strcmp(word, "ok") ? WENT_OK : !strcmp(word, "absent") ? WENT_ABSENT : WENT_NOT_YET;
}

/* Who takes no part that day was not there: whatever is entered of him otherwise is a fault. */
static enum nsi_status nobody_gone(struct recording *r)
{
	struct nsi *n = r->n;
	enum nsi_status status = NSI_OK;
	char day[11];

	for (size_t k = 0; k < r->rows.n; k++)
		for (size_t i = 0; i < 3; i++) {
			const struct meeting_row *m = &r->rows.v[k];
			uint32_t p = record_person(r, m->who[i]);

			if (p == NOTHING || !r->cast.gone[p] || (m->result[i] && !strcmp(m->result[i], "absent")))
				continue;
			r->cast.gone[p] = false;       /* told once */
			message_at(&n->messages, NSI_ERROR, m->file, m->line, 0, NULL, N_("%s takes no part on %s"),
			           r->cast.shown[p],
			           n->lang == LANG_RU ? day_ru(day, r->o.day) : day_iso(day, r->o.day));
			status = NSI_DATA;
		}
	return status;
}

/* Is somebody named as checker who is not in this meeting? */
static bool another(const struct meeting_row *m, size_t i)
{
	for (const char *s = m->checked[i]; s && *s; s += strcspn(s, " "), s += *s == ' ') {
		size_t len = strcspn(s, " ");
		bool in = false;

		for (size_t k = 0; k < 3; k++)
			in |= m->who[k] && strlen(m->who[k]) == len && !memcmp(m->who[k], s, len);
		if (!in)
			return true;
	}
	return false;
}

static enum nsi_status walk(struct recording *r, bool strict)
{
	struct went_row *v = arena_array(&r->n->scratch, struct went_row, r->rows.n + 1);

	if (!v)
		return NSI_MEMORY;
	for (size_t k = 0; k < r->rows.n; k++) {
		const struct meeting_row *m = &r->rows.v[k];

		v[k].round = m->round;
		v[k].kind = m->kind;
		v[k].named = r->named[k];
		for (size_t i = 0; i < 3; i++) {
			v[k].who[i] = record_person(r, m->who[i]);
			v[k].gives[i] = m->gives[i] ? cast_thing(&r->cast, m->gives[i]) : NOTHING;
			v[k].foreign[i] = m->gives[i] && v[k].gives[i] == NOTHING;
			v[k].result[i] = result_of(m->result[i]);
			v[k].signed_twice[i] = m->checked[i] && strchr(m->checked[i], ' ');
			v[k].by_another[i] = another(m, i);
		}
	}
	return evening_went(&r->cast.e, v, r->rows.n, strict, &r->n->scratch, &r->went) ? NSI_OK : NSI_MEMORY;
}

/* ---- what did not take place --------------------------------------------------------------------------------- */

static const char *const words[] = {
	[WENT_SOMEBODY_ABSENT] = N_("absent"), [WENT_GIVER_LACKS] = N_("giver"), [WENT_TAKER_HOLDS] = N_("held"), [WENT_NOT_PLANNED] = N_("not_planned"),
	[WENT_NOT_READY] = N_("not_ready"), [WENT_TWICE] = N_("twice"),
};

/* Who of a meeting was not there, for its round. */
static const char *absent(const struct recording *r, const struct went_loss *l)
{
	const struct meeting_row *m = &r->rows.v[l->row];

	for (size_t i = 0; i < 3; i++) {
		uint32_t p = record_person(r, m->who[i]);

		if (p != NOTHING && m->result[i] && !strcmp(m->result[i], "absent"))
			return r->cast.shown[p];
	}
	return "—";
}

const char *record_because(struct recording *r, const struct went_loss *l)
{
	static const char *const texts[] = {
		[WENT_SOMEBODY_ABSENT] = N_("{absent} was not there"), [WENT_GIVER_LACKS] = N_("{giver} may not teach {thing}"),
		[WENT_TAKER_HOLDS] = N_("{person} holds {thing} already"), [WENT_NOT_PLANNED] = N_("{thing} is not in the programme of {person}"),
		[WENT_NOT_READY] = N_("what {thing} rests on {person} does not hold yet"), [WENT_TWICE] = N_("{person} or {giver} has another meeting in this round"),
	};
	const struct { const char *key, *value; } keys[] = {
		{ "{giver}", l->giver == NOTHING ? "—" : r->cast.shown[l->giver] },
		{ "{person}", l->person == NOTHING ? "—" : r->cast.shown[l->person] },
		{ "{thing}", l->thing == NOTHING ? "—" : r->cast.thing_label[l->thing] },
		{ "{absent}", absent(r, l) },
	};
	const struct meeting_row *m = &r->rows.v[l->row];
	bool missed = m->result[0] && m->result[1] && !strcmp(m->result[0], "absent") &&
	              !strcmp(m->result[1], "absent");
	const char *text = tr(r->n->lang,
	                      l->why == WENT_SOMEBODY_ABSENT && missed ? N_("they did not meet") : texts[l->why]);

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const char *at = strstr(text, keys[i].key);

		if (at)
			text = arena_printf(&r->n->scratch, "%.*s%s%s", (int)(at - text), text, keys[i].value,
			                    at + strlen(keys[i].key));
	}
	return text;
}

/* What was entered by hand and cannot have been is a fault, with its place; what was only planned is left out. */
static enum nsi_status losses(struct recording *r)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < r->went.nloss && r->n->messages.n < MOST_TOLD; i++) {
		const struct went_loss *l = &r->went.loss[i];
		struct meeting_row *m = &r->rows.v[l->row];

		m->omitted = words[l->why];
		if (!r->named[l->row] || l->why == WENT_SOMEBODY_ABSENT)
			continue;
		message_at(&r->n->messages, NSI_ERROR, m->file, m->line, 0, NULL, N_("round %d: %s"), m->round,
		           record_because(r, l));
		status = NSI_DATA;
	}
	return status;
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

static enum nsi_status strict_check(struct nsi *n, bool *strict)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_STRICT);

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	*strict = db_value(n, s, 0);
	return NSI_OK;
}

struct placed { struct meeting_row row; bool named; size_t at; };

static int by_round(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->row.round != y->row.round ? (x->row.round < y->row.round ? -1 : 1) : x->at < y->at ? -1 : x->at > y->at;
}

/* Rows stay in their order inside a round; NAMED goes along. */
static enum nsi_status sort(struct recording *r)
{
	struct placed *v = arena_array(&r->n->scratch, struct placed, r->rows.n + 1);

	if (!v)
		return NSI_MEMORY;
	for (size_t k = 0; k < r->rows.n; k++)
		v[k] = (struct placed){ r->rows.v[k], r->named[k], k };
	if (r->rows.n)
		qsort(v, r->rows.n, sizeof(*v), by_round);
	for (size_t k = 0; k < r->rows.n; k++) {
		r->rows.v[k] = v[k].row;
		r->named[k] = v[k].named;
	}
	return NSI_OK;
}

int64_t record_able(struct recording *r, uint32_t unit)
{
	sqlite3_stmt *s = db_get(r->n, SQL_USE_ABLE);

	if (!s)
		return 0;
	db_int(s, ":unit", r->cast.unit[unit]);
	db_day(s, ":on", r->n->today);
	return db_value(r->n, s, 0);
}

/* How many could teach each unit that somebody masters now, before that is said; of the others -1: nobody counts them. */
static enum nsi_status able(struct recording *r)
{
	r->able_before = arena_array(&r->n->scratch, int64_t, r->cast.e.units + 1);
	if (!r->able_before)
		return NSI_MEMORY;
	for (uint32_t u = 0; u < r->cast.e.units; u++)
		r->able_before[u] = -1;
	for (size_t i = 0; i < r->went.ngain; i++) {
		const struct went_gain *g = &r->went.gain[i];

		if ((g->step == WENT_MASTERED || g->whole) && r->able_before[g->unit] < 0)
			r->able_before[g->unit] = record_able(r, g->unit);
	}
	return NSI_OK;
}

enum nsi_status record_walk(struct recording *r)
{
	bool strict = false;
	enum nsi_status status;

	status = sort(r);
	if (!status)
		status = cast(r);
	if (!status)
		status = nobody_gone(r);
	if (!status)
		status = strict_check(r->n, &strict);
	if (!status)
		status = walk(r, strict);
	if (!status)
		status = able(r);
	if (!status)
		status = losses(r);
	return status;
}
