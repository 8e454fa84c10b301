/* session.c - which session is meant, and what is said of it: moved, cancelled, held. */
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/resolve.h"

/* ---- which ------------------------------------------------------------------------------------------- */

static void read_row(struct nsi *n, sqlite3_stmt *s, struct session_at *at)
{
	*at = (struct session_at){ db_string(n, s, 0), db_string(n, s, 1), db_string(n, s, 2), db_string(n, s, 3), sqlite3_column_int(s, 4) };
}

static enum nsi_status next_or_last(struct nsi *n, bool ahead, bool evening, struct session_at *out)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SESSION_NEXT);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":ahead", ahead);
	db_int(s, ":evening", evening);
	if (!db_row(n, s, &status))
		return status ? status : fail(&n->messages, NSI_DATA, ahead ? N_("nothing is planned from today on") : N_("nothing was planned up to today"));
	read_row(n, s, out);
	sqlite3_reset(s);
	return NSI_OK;
}

/* The day behind "@", "17.11" or "2026-11-17.2"; NSI_DATA: message put. */
static enum nsi_status day_behind(struct nsi *n, const char *word, int32_t *day, int *which)
{
	size_t before = n->messages.n, len = strlen(word);

	*which = 1;
	if (!*word)
		return fail(&n->messages, NSI_DATA, N_("which day? as sg-1@2026-11-17"));
	if (!resolve_day(n, word, day))
		return NSI_OK;
	if (len < 3 || word[len - 2] != '.' || word[len - 1] < '1' || word[len - 1] > '9')
		return NSI_DATA;
	n->messages.n = before;
	*which = word[len - 1] - '0';
	return resolve_day(n, arena_strndup(&n->scratch, word, len - 2), day);
}

/* Of what is called NAME on DAY (DAY_NONE: whenever) the WHICH-th; *COUNT says how many there are. */
static enum nsi_status find(struct nsi *n, const char *name, int32_t day, int which, struct session_at *out, int *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SESSION_FIND);
	enum nsi_status status = NSI_OK;

	*count = 0;
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":name", name);
	db_day(s, ":day", day);
	while (db_row(n, s, &status))
		if (++*count == which)
			read_row(n, s, out);
	return status;
}

static const char *shown(struct nsi *n, int32_t day)
{
	char buf[11];

	return arena_strdup(&n->scratch, n->lang == LANG_RU ? day_ru(buf, day) : day_iso(buf, day));
}

/* The last and the next day on which NAME is; alone: as it is typed. */
static const char *nearest(struct nsi *n, const char *name, bool alone)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SESSION_FIND);
	enum nsi_status status = NSI_OK;
	int32_t last = DAY_NONE, next = DAY_NONE;
	char buf[11];

	if (!s)
		return "";
	db_common(n, s);
	db_text(s, ":name", name);
	while (db_row(n, s, &status)) {
		int32_t d = sqlite3_column_int(s, 4);

		if (d <= n->today && (last == DAY_NONE || d > last))
			last = d;
		if (d > n->today && (next == DAY_NONE || d < next))
			next = d;
	}
	if (alone)
		return arena_strdup(&n->scratch, day_iso(buf, last == DAY_NONE ? next : last));
	if (last == DAY_NONE || next == DAY_NONE)
		return shown(n, last == DAY_NONE ? next : last);
	return arena_printf(&n->scratch, "%s, %s", shown(n, last), shown(n, next));
}

static sqlite3_stmt *names(struct nsi *n)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SESSION_NAMES);

	if (s)
		db_common(n, s);
	return s;
}

static enum nsi_status resolve(struct nsi *n, const char *word, bool evening, struct session_at *out)
{
	const char *at = strchr(word, '@'), *ahead = at ? NULL : word_find(&n->scratch, "last next", word), *name;
	int32_t day = DAY_NONE;
	int which = 1, count;
	enum nsi_status status = NSI_OK;

	if (ahead)
		return next_or_last(n, *ahead == 'n', evening, out);
	name = text_skeleton(&n->scratch, at ? arena_strndup(&n->scratch, word, (size_t)(at - word)) : word);
	if (at)
		status = day_behind(n, at + 1, &day, &which);
	if (!status)
		status = find(n, name, day, which, out, &count);
	if (status || (at ? count >= which : count == 1))
		return status;
	if (!at && count)
		return fail(&n->messages, NSI_DATA, N_("%s is on %d days: say which, as %s@%s"), name, count, name, nearest(n, name, true));
	if (!at || find(n, name, DAY_NONE, 0, out, &count) || !count)
		return name_unknown(n, N_("session or event"), name, names(n));
	return fail(&n->messages, NSI_DATA, N_("%s is not on %s (nearest: %s)"), name, shown(n, day), nearest(n, name, false));
}

enum nsi_status resolve_session(struct nsi *n, const char *word, struct session_at *out)
{
	return resolve(n, word, false, out);
}

enum nsi_status resolve_evening(struct nsi *n, const char *word, struct session_at *out)
{
	return resolve(n, word, true, out);
}

/* ---- saying ------------------------------------------------------------------------------------------- */

struct meeting { struct nsi *n; const struct nsi_session *asked; struct draft d; struct entries say; };

static void put_data(struct meeting *m, struct draft *d, const char *key, const char *json)
{
	d->data[field_of(d->verb, key) - d->verb->fields] = json;
	m->n->scratch.oom |= !json;
}

static const char *json_text(struct nsi *n, const char *s)
{
	struct buf b = { 0 };
	const char *out;

	buf_json(&b, s);
	out = b.oom ? NULL : arena_strndup(&n->scratch, b.s, b.n);
	buf_free(&b);
	return out;
}

/* The verb's own fields, the same for every session that was named. */
static enum nsi_status begin(struct meeting *m, const char *verb)
{
	const struct nsi_session *s = m->asked;
	const struct nsi_arg args[] = { { "to", s->to }, { "reason", s->reason }, { "on", s->on }, { "product", s->product } };
	enum nsi_status status = NSI_OK;

	draft_begin(&m->d, nsi_verb(verb));
	for (size_t i = 0; i < sizeof(args) / sizeof(*args) && !status; i++) {
		const struct nsi_field *f = args[i].value ? field_of(m->d.verb, args[i].key) : NULL;

		if (f)
			status = draft_set(m->n, &m->n->scratch, &m->d, f, args[i].value);
	}
	return status;
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
	put_data(m, &d, "event", json_text(n, at->event));
	put_data(m, &d, "kind", json_text(n, at->kind));
	if (!strcmp(d.verb->name, "hold") && !d.dated) {
		d.said.day = at->day;
		d.dated = true;
	}
	status = draft_end(n, &n->scratch, &d, &one);
	return status ? status : entries_add(n, &m->say, &one);
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
		warn(&n->messages, N_("%s: %s is a day off"), at->code, shown(n, to));
	return NSI_OK;
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
		read_row(n, s, &v[count++]);
	}
	if (!status && !count)
		return fail(&n->messages, NSI_DATA, N_("nothing is planned on %s"), shown(n, day));
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
	if (words.n == 1 && words.v[0][0] && strspn(words.v[0], "0123456789") == strlen(words.v[0]) && strlen(words.v[0]) < 7) {
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
	put_data(m, &m->d, "milestone", json_text(m->n, id));
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

static enum nsi_status say(struct nsi *n, const char *verb, const struct nsi_session *asked, unsigned flags, const struct nsi_rows **out)
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

enum nsi_status nsi_session_move(struct nsi *n, const struct nsi_session *s, unsigned flags, const struct nsi_rows **out)
{
	return say(n, "move", s, flags, out);
}

enum nsi_status nsi_session_cancel(struct nsi *n, const struct nsi_session *s, unsigned flags, const struct nsi_rows **out)
{
	return say(n, "cancel", s, flags, out);
}

enum nsi_status nsi_session_hold(struct nsi *n, const struct nsi_session *s, unsigned flags, const struct nsi_rows **out)
{
	return say(n, "hold", s, flags, out);
}
