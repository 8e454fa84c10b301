/* iop.c - two computed commands about people: may one teach the other, and what hangs on somebody who leaves. */
#include <string.h>

#include "service/load.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/private.h"
#include "store/resolve.h"
#include "store/title.h"

/* ---- why --------------------------------------------------------------------------------------------------- */

static enum nsi_status why_row(struct table *t, bool allowed, const char *reason, const char *rule)
{
	struct nsi_cell *c = table_row(t);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_flag(allowed);
	c[1] = cell_text(NSI_T_TEXT, reason);
	c[2] = cell_text(NSI_T_ID, rule);
	return NSI_OK;
}

/* The mark is said and judged as it would be, and taken back: so the reasons are those of the rules. */
static enum nsi_status judge(struct nsi *n, const struct said *s, struct table *t)
{
	struct said_list list;
	struct outcome done;
	struct refusal *v = NULL;
	size_t count = 0;
	char verbs[256];
	enum nsi_status status;

	said_list(&list, n, s, 1);
	status = journal_append(n, &list.source, NULL, 0, &done, verbs);
	if (!status)
		status = fold_rules(n, true, verbs, &v, &count);
	for (size_t i = 0; i < count && !status; i++)
		status = why_row(t, false, v[i].text, v[i].rule);
	if (!status && !count)
		status = why_row(t, true, NULL, NULL);
	return status;
}

enum nsi_status nsi_iop_why(struct nsi *n, const char *giver, const char *learner, const char *unit,
                            const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "allowed", N_("Allowed"), NULL, NSI_T_FLAG, false }, { "reason", N_("Reason"), NULL, NSI_T_TEXT, false },
		{ "rule", N_("Rule"), NULL, NSI_T_ID, NSI_FOR_MACHINES },
	};
	const struct nsi_arg args[] = { { "person", learner }, { "unit", unit }, { "state", "started" }, { "with", giver } };
	struct said s;
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, true);

	if (!status)
		status = draft_of(n, "mark", args, sizeof(args) / sizeof(*args), &s);
	if (!status) {
		table_begin(t, &n->scratch, n->lang, cols, 3);
		status = judge(n, &s, t);
	}
	journal_end(n);
	*out = status ? NULL : &t->rows;
	return call_end(n, status);
}

/* ---- leave -------------------------------------------------------------------------------------------------- */

struct leaving { struct nsi *n; int64_t person; int32_t on; bool dry; struct entries say; struct table *t; };

/* A unit loses its teacher; the rest wants somebody else. */
static const char *loss(struct nsi *n, sqlite3_stmt *s)
{
	const char *text = db_string(n, s, 2), *waiting = db_string(n, s, 3);

	if (strcmp((const char *)sqlite3_column_text(s, 0), "unit") != 0)
		return title_in(&n->scratch, n->lang, text);
	return waiting ? arena_printf(&n->scratch, tr(n->lang, N_("%s: nobody else can teach it, and %s wait for it")), text, waiting)
		: arena_printf(&n->scratch, tr(n->lang, N_("%s: nobody else can teach it")), text);
}

/* What hangs on the person on that day, asked before anything is said. */
static enum nsi_status hangs(struct leaving *l)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "kind", N_("Kind"), NULL, NSI_T_WORD, false },
		{ "id", N_("Id"), NULL, NSI_T_ID, false }, { "text", N_("What hangs on the person"), NULL, NSI_T_TEXT, false },
	};
	struct nsi *n = l->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_LEAVE_HANGS);
	enum nsi_status status = NSI_OK;

	table_begin(l->t, &n->scratch, n->lang, l->dry ? cols : cols + 1, l->dry ? 4 : 3);
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":person", l->person);
	db_int(s, ":on", l->on);
	while (db_row(n, s, &status)) {
		struct nsi_cell *c = table_row(l->t);

		if (!c)
			return NSI_MEMORY;
		if (l->dry)
			*c++ = cell_text(NSI_T_ID, strcmp((const char *)sqlite3_column_text(s, 0), "unit") ? "~" : "-");
		c[0] = cell_text(NSI_T_WORD, db_string(n, s, 0));
		c[1] = cell_text(NSI_T_ID, db_string(n, s, 1));
		c[2] = cell_text(NSI_T_TEXT, loss(n, s));
	}
	return status;
}

static enum nsi_status close_iops(struct leaving *l, struct said_ref person)
{
	struct nsi *n = l->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_IOPS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", person.id);
	while (!status && db_row(n, s, &status)) {
		struct said one = { .verb = nsi_verb("close"), .day = l->on, .person = person };

		one.data = arena_printf(&n->scratch, "{\"year\":%d,\"any\":1}", sqlite3_column_int(s, 0));
		status = entries_add(n, &l->say, &one);
	}
	return status;
}

static enum nsi_status rows_kept(struct nsi *n, void *x, struct outcome *done)
{
	(void)n, (void)x, (void)done;
	return NSI_OK;
}

enum nsi_status nsi_iop_leave(struct nsi *n, const char *person, const char *on, const char *reason, unsigned flags,
                              const struct nsi_rows **out)
{
	const struct nsi_arg args[] = { { "person", person }, { "on", on ? on : "today" }, { "reason", reason } };
	struct leaving l = { .n = n, .dry = flags & NSI_DRY };
	struct said_list list;
	struct outcome done;
	struct said s = { 0 };
	enum nsi_status status = answer_begin(n, &l.t, true);

	if (!status)
		status = draft_of(n, "leave", args, sizeof(args) / sizeof(*args), &s);
	l.person = s.person.id;
	l.on = s.day;
	if (!status)
		status = hangs(&l);
	if (!status)
		status = entries_add(n, &l.say, &s);
	if (!status)
		status = close_iops(&l, s.person);
	said_list(&list, n, l.say.v, l.say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, rows_kept, NULL, &done);
	if (!status && !l.dry)
		l.t->rows.title = arena_printf(&n->scratch, tr(n->lang, N_("%s has left; programmes closed: %zu")),
		                               person_shown(n, l.person), l.say.n - 1);
	journal_end(n);
	*out = status ? NULL : &l.t->rows;
	return call_end(n, status);
}
