/* record_tell.c - the summary of a recorded evening: who gained what, who passed on, what did not take place and why. */
#include "service/recording.h"
#include "store/db.h"

static struct nsi_cell person_cell(const struct recording *r, uint32_t i)
{
	struct nsi_cell c = cell_text(NSI_T_ID, i == NOTHING ? NULL : r->cast.shown[i]);

	c.flags |= i == NOTHING ? 0 : NSI_CELL_PERSON;
	return c;
}

static struct nsi_cell *row(struct recording *r, struct table *t, const char *kind, uint32_t person, const char *unit,
                            const char *label, uint32_t with, int32_t round, const char *text)
{
	struct nsi_cell *c = table_row(t);

	if (!c)
		return NULL;
	if (r->dry)
		*c++ = cell_text(NSI_T_ID, r->stood ? "=" : "+");
	c[0] = cell_text(NSI_T_WORD, kind);
	c[1] = person_cell(r, person);
	c[2] = cell_text(NSI_T_ID, unit);
	c[2].shown = label;
	c[3] = person_cell(r, with);
	if (round)
		c[4] = cell_int(round);
	c[5] = cell_text(NSI_T_TEXT, text);
	return c;
}

size_t record_gains(const struct recording *r)
{
	size_t count = 0;

	for (size_t i = 0; i < r->went.ngain; i++)
		count += r->went.gain[i].giver != NOTHING;     /* what two began together nobody gave */
	return count;
}

static bool gains(struct recording *r, struct table *t)
{
	bool ok = true;

	for (size_t i = 0; i < r->went.ngain && ok; i++) {
		const struct went_gain *g = &r->went.gain[i];
		const char *kind = g->step == WENT_STARTED ? N_("started") : g->step == WENT_PART ? N_("part") : N_("mastered");
		int32_t round = r->rows.v[g->row].round;

		ok = row(r, t, kind, g->person, r->cast.thing_code[g->thing], r->cast.thing_label[g->thing], g->giver,
		         round, g->later ? tr(r->n->lang, N_("mastered later, as is entered already")) : NULL);
		if (ok && g->whole)
			ok = row(r, t, "mastered", g->person, r->cast.unit_code[g->unit], r->cast.label[g->unit],
			         g->giver, round, NULL);
	}
	for (size_t i = 0; i < r->went.ngain && ok; i++) {
		const struct went_gain *g = &r->went.gain[i];

		if (g->owed)
			ok = row(r, t, N_("owed"), g->person, r->cast.unit_code[g->unit], r->cast.label[g->unit],
			         NOTHING, 0, tr(r->n->lang, N_("its check is still to come")));
	}
	return ok;
}

static bool omitted(struct recording *r, struct table *t)
{
	bool ok = true;

	for (size_t i = 0; i < r->went.nloss && ok; i++) {
		const struct went_loss *l = &r->went.loss[i];
		bool thing = l->thing != NOTHING;

		ok = row(r, t, N_("omitted"), l->person, thing ? r->cast.thing_code[l->thing] : NULL, thing ? r->cast.thing_label[l->thing] : NULL, l->giver,
		         r->rows.v[l->row].round, arena_printf(&r->n->scratch, tr(r->n->lang, N_("did not take place: %s")), record_because(r, l)));
	}
	return ok;
}

/* The same thing to the same person twice in an evening counts once, as it does on the board. */
static bool again(const struct recording *r, size_t k)
{
	const struct went_gain *g = &r->went.gain[k];

	for (size_t i = 0; i < k; i++)
		if (r->went.gain[i].giver == g->giver && r->went.gain[i].person == g->person &&
		    r->went.gain[i].thing == g->thing)
			return true;
	return false;
}

/* Who passed on how much. */
static bool taught(struct recording *r, struct table *t)
{
	bool ok = true;

	for (uint32_t p = 0; p < r->cast.e.people && ok; p++) {
		unsigned long count = 0;

		for (size_t i = 0; i < r->went.ngain; i++)
			count += r->went.gain[i].giver == p && !again(r, i);
		if (count)
			ok = row(r, t, N_("taught"), p, NULL, NULL, NOTHING, 0,
			         arena_printf(&r->n->scratch,
			                      tr_n(r->n->lang, "passed on %lu thing", "passed on %lu things", count),
			                      count));
	}
	return ok;
}

static bool changed(struct recording *r, struct table *t)
{
	bool ok = true;

	for (uint32_t u = 0; u < r->cast.e.units && ok; u++) {
		int64_t was = r->able_before[u], now = was < 0 ? was : record_able(r, u);

		if (now != was)
			ok = row(r, t, N_("able"), NOTHING, r->cast.unit_code[u], r->cast.label[u], NOTHING, 0,
			         arena_printf(&r->n->scratch, tr(r->n->lang, N_("%s: %lld can teach it (were %lld)")), r->cast.label[u],
			                      (long long)now, (long long)was));
	}
	return ok;
}

enum nsi_status record_table(struct recording *r, struct table *t)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "kind", N_("Kind"), NULL, NSI_T_WORD, false }, { "person", N_("Person"), NULL, NSI_T_ID, false },
		{ "unit", N_("Unit"), NULL, NSI_T_ID, false }, { "with", N_("With"), NULL, NSI_T_ID, false },
		{ "round", N_("Round"), NULL, NSI_T_INT, false }, { "text", N_("What"), NULL, NSI_T_TEXT, false },
	};

	table_begin(t, &r->n->scratch, r->n->lang, r->dry ? cols : cols + 1, r->dry ? 7 : 6);
	return gains(r, t) && omitted(r, t) && taught(r, t) && changed(r, t) ? NSI_OK : NSI_MEMORY;
}
