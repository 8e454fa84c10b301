/* group_show.c - a group on a day: who is in it, who can teach its units, who has to learn them, what it lacks. */
#include <string.h>

#include "service/group.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

enum nsi_status group_at(struct nsi *n, const char *word, const char *on, struct group_at *out)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_OF_DAY);
	enum nsi_status status = resolve_thing(n, "group", word, &out->id);

	out->on = n->today;
	if (!status && on)
		status = resolve_day(n, on, &out->on);
	if (status || !s)
		return status ? status : NSI_MACHINE;
	out->code = code_text(n, out->id);
	s = group_get(n, SQL_USE_GROUP_NOW, out);
	if (!s)
		return NSI_MACHINE;
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA,
		                     N_("%s is no group any more (see nsi session group list)"), out->code);
	sqlite3_reset(s);
	s = db_get(n, SQL_USE_YEAR_OF_DAY);
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":on", out->on);
	out->year = (int)db_value(n, s, 0);
	return NSI_OK;
}

const char *day_shown(const struct nsi *n, char buf[11], int32_t day)
{
	return n->lang == LANG_RU ? day_ru(buf, day) : day_iso(buf, day);
}

sqlite3_stmt *group_get(struct nsi *n, enum sql which, const struct group_at *g)
{
	sqlite3_stmt *s = db_get(n, which);

	if (!s)
		return NULL;
	db_common(n, s);
	db_int(s, ":group", g->id);
	db_text(s, ":code", g->code);
	db_day(s, ":on", g->on);
	db_int(s, ":year", g->year);
	return s;
}

struct nsi_cell group_person(struct nsi *n, int64_t id)
{
	struct nsi_cell c = cell_text(NSI_T_ID, person_shown(n, id));

	c.flags |= NSI_CELL_PERSON;
	return c;
}

/* ---- rows --------------------------------------------------------------------------------------------- */

/* Of people, or ids with what is read instead of them in the next column. */
static struct nsi_cell list_cell(struct nsi *n, sqlite3_stmt *s, int i, bool people)
{
	const char *ids = db_string(n, s, i);
	struct nsi_cell c = cell_text(NSI_T_LIST, ids ? ids : "");

	if (people && ids)
		c.flags |= NSI_CELL_PERSON;
	else
		c.shown = db_string(n, s, i + 1);
	return c;
}

enum nsi_status group_rows(struct nsi *n, const struct group_at *g, bool dry, struct table *t)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "row", N_("Row"), NULL, NSI_T_WORD, NSI_FOR_MACHINES },
		{ "person", N_("Person"), NULL, NSI_T_ID, false }, { "org", N_("School"), NULL, NSI_T_ID, false },
		{ "unit", N_("Unit"), NULL, NSI_T_ID, false }, { "teaches", N_("Can teach"), NULL, NSI_T_LIST, false },
		{ "learns", N_("Has to learn"), NULL, NSI_T_LIST, false },
	};
	sqlite3_stmt *s = group_get(n, SQL_USE_GROUP_SHOW, g);
	enum nsi_status status = NSI_OK;
	bool units = false;

	table_begin(t, &n->scratch, n->lang, dry ? cols : cols + 1, dry ? 7 : 6);
	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status)) {
		struct nsi_cell *c = table_row(t);
		bool unit = sqlite3_column_int(s, 9);
		size_t *rule = unit && !units && t->rows.nrow > 1 ? arena_new(&n->scratch, size_t) : NULL;

		if (!c)
			return NSI_MEMORY;
		if (rule) {
			*rule = t->rows.nrow - 1;
			t->rows.rules = rule;
			t->rows.nrule = 1;
		}
		units = unit;
		if (dry)
			*c++ = cell_text(NSI_T_ID, "+");
		c[0] = cell_text(NSI_T_WORD, unit ? N_("unit") : N_("member"));
		if (!unit)
			c[1] = group_person(n, sqlite3_column_int64(s, 1));
		c[2] = cell_text(NSI_T_ID, db_string(n, s, 2));
		c[3] = cell_text(NSI_T_ID, db_string(n, s, 3));
		if (unit)
			c[3].shown = db_string(n, s, 4);
		c[4] = list_cell(n, s, 5, unit);
		c[5] = list_cell(n, s, 7, unit);
	}
	return status;
}

/* ---- what it lacks ------------------------------------------------------------------------------------- */

enum nsi_status group_warn(struct nsi *n, const struct group_at *g)
{
	static const struct { const char *rule, *text; } lacks[] = {
		{ "size", N_("%s: a combined group of 4 to 12 people works best, this one has %d") },
		{ "alike", N_("%s is not combined: all are of one school and one permanent group") },
		{ "leader", N_("%s has no leader") },
		{ "span", N_("%s has no span, from and to") },
		{ "units", N_("%s has no units for which it meets") },
		{ "launch", N_("nobody in %s can teach these units, a guest or co-study launches them: %s") },
		{ "idle", N_("in %s these neither learn nor hold any of its units: %s") },
	};
	sqlite3_stmt *s = group_get(n, SQL_USE_GROUP_CLOSED, g);
	enum nsi_status status = NSI_OK;
	int32_t closed = s ? (int32_t)db_value(n, s, DAY_NONE) : DAY_NONE;
	char day[11];

	if (closed != DAY_NONE && closed <= g->on) {
		warn(&n->messages, N_("%s was dissolved on %s"), g->code, day_shown(n, day, closed));
		return NSI_OK;
	}
	s = group_get(n, SQL_USE_GROUP_LACKS, g);
	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status)) {
		const char *rule = (const char *)sqlite3_column_text(s, 0), *named = db_string(n, s, 2);
		size_t i = 0;

		while (strcmp(lacks[i].rule, rule) != 0)
			i++;
		if (!i)
			warn(&n->messages, lacks[i].text, g->code, sqlite3_column_int(s, 1));
		else
			warn(&n->messages, lacks[i].text, g->code, named);
	}
	return status;
}

enum nsi_status nsi_group_show(struct nsi *n, const char *group, const char *on, const struct nsi_rows **out)
{
	struct group_at g;
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, false);

	if (!status)
		status = group_at(n, group, on, &g);
	if (!status)
		status = group_rows(n, &g, false, t);
	if (!status)
		status = group_warn(n, &g);
	*out = status ? NULL : &t->rows;
	return call_end(n, status);
}
