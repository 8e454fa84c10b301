/* session.c - what is said of a session: moved, cancelled, held. */
#include <stdlib.h>
#include <string.h>

#include "service/load.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

/* ---- saying ------------------------------------------------------------------------------------------- */

struct meeting { struct nsi *n; const struct nsi_session *asked; struct draft d; struct entries say; };

static void put_data(struct meeting *m, struct draft *d, const char *key, const char *json)
{
	d->data[field_of(d->verb, key) - d->verb->fields] = json;
	m->n->scratch.oom |= !json;
}

/* The verb's own fields, the same for every session that was named. */
static enum nsi_status begin(struct meeting *m, const char *verb)
{
	const struct nsi_session *s = m->asked;
	const struct nsi_arg args[] = { { "to", s->to }, { "reason", s->reason }, { "on", s->on }, { "product", s->product } };

	draft_begin(&m->d, nsi_verb(verb));
	return draft_args(m->n, &m->d, args, sizeof(args) / sizeof(*args));
}

static enum nsi_status add(struct meeting *m, const struct session_at *at)
{
	struct nsi *n = m->n;
	struct draft d = m->d;
	struct said one;
	enum nsi_status status;

	d.said.session = (struct said_ref){ code_id(n, "session", at->code), at->code };
	if (!d.said.session.id)
		return NSI_MACHINE;
	put_data(m, &d, "event", draft_json(n, &n->scratch, at->event));
	put_data(m, &d, "kind", draft_json(n, &n->scratch, at->kind));
	if (!strcmp(d.verb->name, "hold") && !d.dated) {
		d.said.day = at->day;
		d.dated = true;
	}
	status = draft_end(n, &n->scratch, &d, &one);
	return status ? status : entries_add(n, &m->say, &one);
}

/* Where its own group meets on that day already, too. */
static enum nsi_status warn_met(struct nsi *n, const struct session_at *at, int32_t to)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_GROUP_MEETS_ON);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":day", to);
	db_text(s, ":event", at->event);
	db_text(s, ":session", at->code);
	while (db_row(n, s, &status))
		warn(&n->messages, N_("%s: its group meets on %s already: %s"), at->code, session_day(n, to),
		     db_string(n, s, 0));
	return status;
}

/* Where a session is moved to a day on which nobody works, people should know. */
static enum nsi_status warn_rest(struct meeting *m, const struct session_at *at)
{
	struct nsi *n = m->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_RESTS_ON);
	int32_t to;
	enum nsi_status status = resolve_day(n, m->asked->to, &to);

	if (status || !s)
		return status ? status : NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":day", to);
	db_text(s, ":event", at->event);
	if (db_value(n, s, 0))
		warn(&n->messages, N_("%s: %s is a day off"), at->code, session_day(n, to));
	return warn_met(n, at, to);
}

static enum nsi_status named(struct meeting *m)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < m->asked->sessions.n && !status; i++) {
		struct session_at at;

		status = resolve_session(m->n, m->asked->sessions.v[i], &at);
		if (!status && m->asked->to)
			status = warn_rest(m, &at);
		if (!status)
			status = add(m, &at);
	}
	return status;
}

/* Everything of a day, of one organisation or of all. */
static enum nsi_status of_day(struct meeting *m)
{
	struct nsi *n = m->n;
	struct session_at *v = NULL;
	size_t count = 0, cap = 0;
	int64_t org = 0;
	int32_t day;
	enum nsi_status status = resolve_day(n, m->asked->day, &day);
	sqlite3_stmt *s;

	if (!status && m->asked->org)
		status = resolve_thing(n, "org", m->asked->org, &org);
	s = status ? NULL : db_get(n, SQL_USE_SESSIONS_OF_DAY);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":day", day);
	db_int(s, ":of", org);
	while (db_row(n, s, &status)) {
		v = arena_grow(&n->scratch, v, &cap, count + 1, sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		session_read(n, s, &v[count++]);
	}
	if (!status && !count && org)
		return fail(&n->messages, NSI_DATA, N_("nothing of %s is planned on %s"), code_text(n, org),
		            session_day(n, day));
	if (!status && !count)
		return fail(&n->messages, NSI_DATA, N_("nothing is planned on %s"), session_day(n, day));
	for (size_t i = 0; i < count && !status; i++)
		status = add(m, &v[i]);
	return status;
}

/* ---- holding -------------------------------------------------------------------------------------------- */

/* How many were there, or who. */
static enum nsi_status attended(struct meeting *m)
{
	struct nsi *n = m->n;
	struct nsi_list words = m->asked->attended;
	struct person_at *v;
	const char *all = "";
	size_t count;
	bool filtered;
	enum nsi_status status;

	if (!words.n)
		return NSI_OK;
	if (words.n == 1 && words.v[0][0] && strspn(words.v[0], "0123456789") == strlen(words.v[0]) &&
	    strlen(words.v[0]) < 7) {
		put_data(m, &m->d, "present", arena_printf(&n->scratch, "%ld", strtol(words.v[0], NULL, 10)));
		return NSI_OK;
	}
	status = resolve_persons(n, words, false, &v, &count, &filtered);
	if (status)
		return status;
	for (size_t i = 0; i < count; i++)
		all = arena_printf(&n->scratch, "%s%s\"%s\"", all, i ? "," : "", code_text(n, v[i].id));
	put_data(m, &m->d, "present", arena_printf(&n->scratch, "%zu", count));
	put_data(m, &m->d, "attended", arena_printf(&n->scratch, "[%s]", all));
	return NSI_OK;
}

/* WORD when it is a milestone; NULL: none. */
static const char *milestone(struct nsi *n, const char *word)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_MILESTONE_FIND);
	enum nsi_status status = NSI_OK;
	const char *id = NULL;

	if (!s)
		return NULL;
	db_common(n, s);
	db_text(s, ":name", text_skeleton(&n->scratch, word));
	if (db_row(n, s, &status)) {
		id = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return id;
}

static enum nsi_status reach(struct meeting *m, const char *id)
{
	struct said one;
	enum nsi_status status;

	if (m->asked->attended.n)
		return fail(&m->n->messages, NSI_USAGE, N_("%s is a milestone: nobody attends it"), id);
	status = begin(m, "reach");
	if (status)
		return status;
	put_data(m, &m->d, "milestone", draft_json(m->n, &m->n->scratch, id));
	status = draft_end(m->n, &m->n->scratch, &m->d, &one);
	return status ? status : entries_add(m->n, &m->say, &one);
}

/* ---- the three -------------------------------------------------------------------------------------------- */

static enum nsi_status gather(struct meeting *m, const char *verb)
{
	const struct nsi_session *s = m->asked;
	bool hold = !strcmp(verb, "hold");
	const char *reached = hold && s->sessions.n == 1 ? milestone(m->n, s->sessions.v[0]) : NULL;
	enum nsi_status status;

	if (!s->sessions.n == !s->day)
		return fail(&m->n->messages, NSI_USAGE, N_("say which: a session as sg-1@2026-11-17, or all of a day"));
	if (s->org && !s->day)
		return fail(&m->n->messages, NSI_USAGE, N_("an organisation goes with a day"));
	if (reached)
		return reach(m, reached);
	status = begin(m, verb);
	if (!status && hold)
		status = attended(m);
	if (status)
		return status;
	return s->day ? of_day(m) : named(m);
}

static enum nsi_status say(struct nsi *n, const char *verb, const struct nsi_session *asked, unsigned flags,
                           const struct nsi_rows **out)
{
	struct meeting m = { .n = n, .asked = asked };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status;

	call_begin(n);
	status = nsi_open(n);
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = gather(&m, verb);
	if (!status) {
		said_list(&list, n, m.say.v, m.say.n);
		status = journal_go(n, &list.source, flags, NULL, NULL, &done);
	}
	if (status)
		journal_end(n);
	*out = done.rows;
	return call_end(n, status);
}

enum nsi_status nsi_session_move(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                 const struct nsi_rows **out)
{
	return say(n, "move", s, flags, out);
}

enum nsi_status nsi_session_cancel(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                   const struct nsi_rows **out)
{
	return say(n, "cancel", s, flags, out);
}

enum nsi_status nsi_session_hold(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                 const struct nsi_rows **out)
{
	return say(n, "hold", s, flags, out);
}
