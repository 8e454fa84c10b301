/* wish.c - what a person is to have in a plan: the choice, what is held already, limits of hours and days. */
#include "service/plan.h"

#include <string.h>

#include "store/db.h"
#include "store/resolve.h"

const char *hours_shown(struct nsi *n, int32_t minutes)
{
	char *s = arena_printf(&n->scratch, "%g", minutes / 60.0), *dot = strchr(s, '.');

	if (dot && n->lang == LANG_RU)
		*dot = ',';
	return s;
}

static void want_module(struct planner *p, struct person_plan *q, int64_t module)
{
	int32_t minutes = 0;

	for (size_t i = 0; i < p->map.g.n; i++)
		if (p->map.module[i] == module) {
			if (q->want[i] == WHY_OUT)
				q->want[i] = WHY_CHOSEN;
			minutes += p->map.g.minutes[i];
		}
	q->chosen = true;
	q->choice = arena_printf(&p->n->scratch, "%s%s%s %s", q->choice, *q->choice ? ", " : "",
	                         code_text(p->n, module), hours_shown(p->n, minutes));
}

static void want_unit(struct planner *p, struct person_plan *q, int64_t unit)
{
	size_t i = map_index(&p->map, unit);

	if (i == p->map.g.n)
		return;
	if (q->want[i] == WHY_OUT)
		q->want[i] = WHY_CHOSEN;
	q->chosen = true;
	q->choice = arena_printf(&p->n->scratch, "%s%s%s %s", q->choice, *q->choice ? ", " : "", p->map.code[i],
	                         hours_shown(p->n, p->map.g.minutes[i]));
}

/* The choice that stands with the person: modules or units. */
static enum nsi_status own_choice(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_CHOICE_OF);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", q->id);
	db_common(p->n, s);
	while (db_row(p->n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 1);

		if (!id) {
			warn(&p->n->messages,
			     N_("%s: the choice \"%s\" is neither a module nor a unit of this edition"), q->shown,
			     (const char *)sqlite3_column_text(s, 2));
			continue;
		}
		if (sqlite3_column_int(s, 0))
			want_module(p, q, id);
		else
			want_unit(p, q, id);
	}
	return status;
}

static enum nsi_status wishes(struct planner *p, struct person_plan *q)
{
	for (size_t i = 0; i < p->map.g.n; i++)
		if (p->map.invariant[i])
			q->want[i] = WHY_INVARIANT;
	if (!p->nmodule && !p->nunit)
		return own_choice(p, q);
	for (size_t i = 0; i < p->nmodule; i++)
		want_module(p, q, p->modules[i]);
	for (size_t i = 0; i < p->nunit; i++)
		want_unit(p, q, p->units[i]);
	return NSI_OK;
}

/* What the person holds, and since which year; what stands of its parts does not count. */
static enum nsi_status holdings(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_HOLDINGS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(p->n, s);
	db_int(s, ":person", q->id);
	db_int(s, ":year", p->year);
	while (db_row(p->n, s, &status)) {
		size_t i = map_index(&p->map, sqlite3_column_int64(s, 0));

		if (i < p->map.g.n)
			q->hold[i] = (uint8_t)sqlite3_column_int(s, 1);
	}
	return status;
}

static enum nsi_status caps(struct planner *p, struct person_plan *q)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_GROUP_CAPS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(p->n, s);
	db_int(s, ":person", q->id);
	while (db_row(p->n, s, &status)) {
		size_t i = map_index(&p->map, sqlite3_column_int64(s, 0));

		if (i < p->map.g.n && sqlite3_column_int(s, 1) < q->not_after[i])
			q->not_after[i] = sqlite3_column_int(s, 1);
	}
	return status;
}

enum nsi_status person_plan_read(struct planner *p, int64_t id, struct person_plan *q)
{
	struct nsi *n = p->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_TO_PLAN);
	enum nsi_status status = NSI_OK;

	*q = (struct person_plan){ .id = id, .choice = "", .shown = person_shown(n, id), .code = code_text(n, id) };
	q->want = arena_array(&n->scratch, uint8_t, p->map.g.n + 1);
	q->hold = arena_array(&n->scratch, uint8_t, p->map.g.n + 1);
	q->not_after = arena_array(&n->scratch, int32_t, p->map.g.n + 1);
	if (!s || !q->want || !q->hold || !q->not_after)
		return s ? NSI_MEMORY : NSI_MACHINE;
	for (size_t i = 0; i < p->map.g.n; i++)
		q->not_after[i] = INT32_MAX;
	db_common(n, s);
	db_int(s, ":person", id);
	db_int(s, ":year", p->year);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("%s takes no part in %d/%d"), q->shown, p->year - 1,
		                     p->year);
	q->org = sqlite3_column_int64(s, 0);
	q->capacity = sqlite3_column_int(s, 1);
	sqlite3_reset(s);
	status = wishes(p, q);
	if (!status)
		status = holdings(p, q);
	return status ? status : caps(p, q);
}
