/* group.c - groups from the command line: opened as definitions, joined and left as facts, dissolved. */
#include "service/group.h"

#include <string.h>

#include "service/load.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

struct grouping { struct nsi *n; struct group_at g; struct entries say; struct table *t; bool dry; };

/* ---- opening ------------------------------------------------------------------------------------------ */

static void put_day(struct buf *b, const char *key, int32_t day)
{
	char iso[11];

	if (day != DAY_NONE)
		buf_json_key(b, key, day_iso(iso, day));
}

static enum nsi_status put_members(struct nsi *n, struct buf *b, struct nsi_list words)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status = words.n ? resolve_persons(n, words, false, &v, &count, &filtered) : NSI_OK;

	if (!words.n || status)
		return status;
	buf_puts(b, ",\"members\":[");
	for (size_t i = 0; i < count; i++) {
		buf_puts(b, i ? "," : "");
		buf_json(b, code_text(n, v[i].id));
	}
	buf_puts(b, "]");
	return NSI_OK;
}

static enum nsi_status put_units(struct nsi *n, struct buf *b, struct nsi_list words)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < words.n && !status; i++) {
		int64_t unit, part;

		status = resolve_unit(n, words.v[i], &unit, &part);
		if (!status && part)
			status = fail(&n->messages, NSI_DATA, N_("%s is a part: a group meets for whole units"),
			              words.v[i]);
		if (status)
			return status;
		buf_puts(b, i ? "," : ",\"units\":[");
		buf_json(b, code_text(n, unit));
	}
	buf_puts(b, words.n ? "]" : "");
	return NSI_OK;
}

/* The group as it would stand in a file. */
static enum nsi_status definition(struct nsi *n, const struct nsi_group *o, struct buf *b, int32_t *from)
{
	struct person_at leader;
	int32_t to = DAY_NONE;
	enum nsi_status status = NSI_OK;

	*from = n->today;
	if (o->from)
		status = resolve_since(n, o->from, from);
	if (!status && o->to)
		status = resolve_day(n, o->to, &to);
	if (!status && o->leader)
		status = resolve_person(n, o->leader, &leader);
	if (status)
		return status;
	buf_puts(b, "{\"format\":\"nsi/1\",\"groups\":[{\"id\":");
	buf_json(b, o->group);
	buf_json_key(b, "kind", o->kind ? o->kind : "combined");
	buf_json_key(b, "title", o->title);
	if (o->leader)
		buf_json_key(b, "leader", code_text(n, leader.id));
	status = put_members(n, b, o->members);
	if (!status)
		status = put_units(n, b, o->units);
	put_day(b, "from", *from);
	put_day(b, "to", to);
	buf_puts(b, "}]}");
	return status ? status : b->oom ? NSI_MEMORY : NSI_OK;
}

/* An id is given once: what is dissolved stays readable under it. */
static enum nsi_status not_there(struct nsi *n, const char *word)
{
	struct group_at g = { .id = thing_find(n, "group", word) };
	sqlite3_stmt *s = g.id ? group_get(n, SQL_USE_GROUP_NOW, &g) : NULL;
	enum nsi_status status = NSI_OK;
	bool dissolved;

	if (!s)
		return g.id ? NSI_MACHINE : NSI_OK;
	if (!db_row(n, s, &status))
		return status;
	dissolved = sqlite3_column_type(s, 1) != SQLITE_NULL;
	sqlite3_reset(s);
	return fail(&n->messages, NSI_DATA, dissolved ? N_("%s was dissolved: give the new group another id") :
	            N_("there is a group %s already: nsi session group join adds people to it"), code_text(n, g.id));
}

static enum nsi_status opened(struct nsi *n, void *x, struct outcome *done)
{
	struct grouping *g = x;
	enum nsi_status status;

	(void)done;
	g->g.id = code_find(n, "group", g->g.code);
	status = group_rows(n, &g->g, g->dry, g->t);
	return status ? status : group_warn(n, &g->g);
}

static enum nsi_status define(struct grouping *g, const struct nsi_group *o)
{
	struct nsi *n = g->n;
	struct buf b = { 0 };
	int32_t from = n->today;
	enum nsi_status status = not_there(n, o->group);

	if (!status)
		status = definition(n, o, &b, &from);
	if (!status)
		status = load_text(n, b.s, &g->say);
	buf_free(&b);
	/* who is in a group that has begun already belongs to it since then */
	for (size_t i = 0; i < g->say.n && from < n->today; i++)
		if (!strcmp(g->say.v[i].verb->name, "member"))
			g->say.v[i].day = from;
	return status;
}

static enum nsi_status year_now(struct nsi *n, struct group_at *g)
{
	g->on = n->today;
	return resolve_year(n, NULL, &g->year);
}

enum nsi_status nsi_group_open(struct nsi *n, const struct nsi_group *o, unsigned flags, const struct nsi_rows **out)
{
	struct grouping g = { .n = n, .g.code = o->group, .dry = flags & NSI_DRY };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status = answer_begin(n, &g.t, true);

	if (!status)
		status = define(&g, o);
	if (!status)
		status = year_now(n, &g.g);
	said_list(&list, n, g.say.v, g.say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, opened, &g, &done);
	if (status)
		journal_end(n);
	if (!status && !(flags & NSI_DRY))
		status = handle_read(n);
	*out = status ? NULL : &g.t->rows;
	return call_end(n, status);
}

/* ---- joining and leaving --------------------------------------------------------------------------------- */

static enum nsi_status belongs(struct grouping *g, int64_t person, bool *takes_part, bool *is_in)
{
	sqlite3_stmt *s = group_get(g->n, SQL_USE_GROUP_BELONGS, &g->g);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", person);
	if (db_row(g->n, s, &status)) {
		*takes_part = sqlite3_column_int(s, 0);
		*is_in = sqlite3_column_type(s, 1) != SQLITE_NULL;
		sqlite3_reset(s);
	}
	return status;
}

static enum nsi_status say_member(struct grouping *g, struct said_ref person, bool on, int32_t day)
{
	struct said s = { .verb = nsi_verb("member"), .day = day, .person = person };

	s.data = arena_printf(&g->n->scratch, on ? "{\"group\":\"%s\"}" : "{\"group\":\"%s\",\"off\":1}", g->g.code);
	return entries_add(g->n, &g->say, &s);
}

static enum nsi_status change(struct grouping *g, int64_t person, bool join)
{
	struct nsi *n = g->n;
	bool takes_part = false, is_in = false;
	char iso[11];
	enum nsi_status status = belongs(g, person, &takes_part, &is_in);

	if (status)
		return status;
	if (join && !takes_part)
		return fail(&n->messages, NSI_DATA, N_("%s takes no part on %s"), person_shown(n, person),
		            day_shown(n, iso, g->g.on));
	if (!join && !is_in)
		return fail(&n->messages, NSI_DATA, N_("%s is not in %s"), person_shown(n, person), g->g.code);
	if (join && is_in) {
		warn(&n->messages, N_("%s is in %s already"), person_shown(n, person), g->g.code);
		return NSI_OK;
	}
	return say_member(g, person_ref(n, person), join, g->g.on);
}

static enum nsi_status changed(struct nsi *n, void *x, struct outcome *done)
{
	struct grouping *g = x;
	enum nsi_status status = journal_rows(n, done, g->dry ? NSI_DRY : 0);

	return status ? status : group_warn(n, &g->g);
}

enum nsi_status nsi_group_change(struct nsi *n, const struct nsi_group *o, bool join, unsigned flags,
                                 const struct nsi_rows **out)
{
	struct grouping g = { .n = n, .dry = flags & NSI_DRY };
	struct said_list list;
	struct outcome done = { 0 };
	struct person_at *v = NULL;
	size_t count = 0;
	bool filtered;
	enum nsi_status status = answer_begin(n, &g.t, true);

	if (!status)
		status = group_at(n, o->group, o->on, &g.g);
	if (!status)
		status = resolve_persons(n, o->members, false, &v, &count, &filtered);
	for (size_t i = 0; i < count && !status; i++)
		status = change(&g, v[i].id, join);
	said_list(&list, n, g.say.v, g.say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, changed, &g, &done);
	if (status)
		journal_end(n);
	*out = status ? NULL : done.rows;
	return call_end(n, status);
}

/* ---- dissolving -------------------------------------------------------------------------------------------- */

static const struct nsi_column left_cols[] = {
	{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "kind", N_("What is left"), NULL, NSI_T_WORD, false },
	{ "person", N_("Person"), NULL, NSI_T_ID, false }, { "unit", N_("Unit"), NULL, NSI_T_ID, false },
	{ "label", N_("Label"), NULL, NSI_T_TEXT, false }, { "session", N_("Session"), NULL, NSI_T_ID, false },
	{ "command", N_("Command"), NULL, NSI_T_TEXT, false },
};

static struct nsi_cell *left_row(struct grouping *g, const char *change, const char *kind)
{
	struct nsi_cell *c = table_row(g->t);

	if (!c)
		return NULL;
	if (g->dry)
		*c++ = cell_text(NSI_T_ID, change);
	c[0] = cell_text(NSI_T_WORD, kind);
	return c;
}

/* What its members have still to learn: it goes back to their programmes, without a group. */
static enum nsi_status units_left(struct grouping *g)
{
	sqlite3_stmt *s = group_get(g->n, SQL_USE_GROUP_LEFT, &g->g);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(g->n, s, &status)) {
		struct nsi_cell *c = left_row(g, "~", N_("unit"));

		if (!c)
			return NSI_MEMORY;
		c[1] = group_person(g->n, sqlite3_column_int64(s, 0));
		c[2] = cell_text(NSI_T_ID, db_string(g->n, s, 1));
		c[3] = cell_text(NSI_T_TEXT, db_string(g->n, s, 2));
	}
	return status;
}

/* Announced sessions go by themselves; what was said of others stands until they are cancelled. */
static enum nsi_status sessions_left(struct grouping *g)
{
	sqlite3_stmt *s = group_get(g->n, SQL_USE_GROUP_SESSIONS, &g->g);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(g->n, s, &status)) {
		const char *session = db_string(g->n, s, 0);
		bool announced = !strcmp((const char *)sqlite3_column_text(s, 1), "announced");
		struct nsi_cell *c = left_row(g, announced ? "-" : "~", announced ? N_("announced") : N_("session"));

		if (!c)
			return NSI_MEMORY;
		c[4] = cell_text(NSI_T_ID, session);
		if (!announced)
			c[5] = cell_text(NSI_T_TEXT, arena_printf(&g->n->scratch, "nsi session cancel %s", session));
	}
	return status;
}

static enum nsi_status everybody_off(struct grouping *g)
{
	sqlite3_stmt *s = group_get(g->n, SQL_USE_GROUP_EVERYBODY, &g->g);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(g->n, s, &status)) {
		int32_t since = sqlite3_column_int(s, 2);
		enum nsi_status said = say_member(g, (struct said_ref){ sqlite3_column_int64(s, 0), db_string(g->n, s, 1) }, false,
		                                  since > g->g.on ? since : g->g.on);

		if (said)
			return said;
	}
	return status;
}

static enum nsi_status dissolve(struct grouping *g, const struct nsi_group *o)
{
	struct nsi *n = g->n;
	const struct nsi_arg args[] = { { "group", o->group }, { "reason", o->reason }, { "on", o->on ? o->on : "today" } };
	struct said s;
	enum nsi_status status = draft_of(n, "dissolve", args, sizeof(args) / sizeof(*args), &s);

	return status ? status : entries_add(n, &g->say, &s);
}

static enum nsi_status kept(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column sums[] = { { "said", N_("said"), NULL, NSI_T_INT, false } };
	struct grouping *g = x;
	struct nsi_cell *c = table_sums(g->t, n->lang, sums, 1);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_int((int64_t)done->said);
	return NSI_OK;
}

enum nsi_status nsi_group_close(struct nsi *n, const struct nsi_group *o, unsigned flags, const struct nsi_rows **out)
{
	struct grouping g = { .n = n, .dry = flags & NSI_DRY };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status = answer_begin(n, &g.t, true);

	table_begin(g.t, &n->scratch, n->lang, g.dry ? left_cols : left_cols + 1, g.dry ? 7 : 6);
	if (!status)
		status = group_at(n, o->group, o->on, &g.g);
	if (!status && g.g.on > n->today)
		status = fail(&n->messages, NSI_DATA,
		              N_("a group is dissolved today or was on a day before, not later"));
	if (!status)
		status = units_left(&g);
	if (!status)
		status = sessions_left(&g);
	if (!status)
		status = dissolve(&g, o);
	if (!status)
		status = everybody_off(&g);
	said_list(&list, n, g.say.v, g.say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, kept, &g, &done);
	if (status)
		journal_end(n);
	*out = status ? NULL : &g.t->rows;
	return call_end(n, status);
}
