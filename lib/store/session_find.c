/* session_find.c - which session is meant: sg-1@17.11, an event's id, last, next. */
#include <string.h>

#include "base/word.h"
#include "store/db.h"
#include "store/resolve.h"

void session_read(struct nsi *n, sqlite3_stmt *s, struct session_at *at)
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
	session_read(n, s, out);
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
			session_read(n, s, out);
	return status;
}

const char *session_day(struct nsi *n, int32_t day)
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
		return session_day(n, last == DAY_NONE ? next : last);
	return arena_printf(&n->scratch, "%s, %s", session_day(n, last), session_day(n, next));
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
	const char *at = strchr(word, '@'), *ahead = at ? NULL : word_find(&n->scratch, "last next", word), *name,
		   *typed;
	int32_t day = DAY_NONE;
	int which = 1, count;
	enum nsi_status status = NSI_OK;

	if (ahead)
		return next_or_last(n, *ahead == 'n', evening, out);
	typed = at ? arena_strndup(&n->scratch, word, (size_t)(at - word)) : word;
	name = text_skeleton(&n->scratch, typed);
	if (at)
		status = day_behind(n, at + 1, &day, &which);
	if (!status)
		status = find(n, name, day, which, out, &count);
	if (status || (at ? count >= which : count == 1))
		return status;
	if (!at && count)
		return fail(&n->messages, NSI_DATA, N_("%s is on %d days: say which, as %s@%s"), name, count, name,
		            nearest(n, name, true));
	if (!at || find(n, name, DAY_NONE, 0, out, &count) || !count)
		return name_unknown(n, N_("session or event"), typed, names(n));
	return fail(&n->messages, NSI_DATA, N_("%s is not on %s (nearest: %s)"), name, session_day(n, day),
	            nearest(n, name, false));
}

enum nsi_status resolve_session(struct nsi *n, const char *word, struct session_at *out)
{
	return resolve(n, word, false, out);
}

enum nsi_status resolve_evening(struct nsi *n, const char *word, struct session_at *out)
{
	return resolve(n, word, true, out);
}
