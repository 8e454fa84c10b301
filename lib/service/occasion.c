/* occasion.c - which session is meant, when and where it is; the order of its rounds inside the day. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "service/evening.h"
#include "store/db.h"
#include "store/resolve.h"

enum { START = 15 * 60, MINUTES = 90 };                /* where nothing says when it begins, how long it is */

static int clock_minutes(const char *s)
{
	int h = s && strlen(s) >= 4 ? atoi(s) : -1, m = s && strchr(s, ':') ? atoi(strchr(s, ':') + 1) : -1;

	return h < 0 || h > 23 || m < 0 || m > 59 ? START : h * 60 + m;
}

int occasion_start(const struct occasion *o)
{
	return clock_minutes(o->start);
}

/* When it begins, in minutes of its day of UTC. */
static int utc(struct nsi *n, const struct occasion *o)
{
	const char *zone = o->zone ? o->zone : "UTC";
	int minutes = zone_utc(o->day, clock_minutes(o->start), zone);

	if (errno == ENOMEM)
		call_break(n, NSI_MEMORY);
	else if (errno && errno != ENOENT)
		call_break(n, fail(&n->messages, NSI_MACHINE, "%s: %s", zone, tr(n->lang, error_text(errno))));
	return minutes;
}

int64_t occasion_tm(struct nsi *n, const struct occasion *o, int32_t round)
{
	return ((int64_t)utc(n, o) + 1440) * 100 + round;
}

int64_t occasion_minute(struct nsi *n, const struct occasion *o)
{
	return (int64_t)o->day * 1440 + utc(n, o);
}

static enum nsi_status year_of(struct nsi *n, struct occasion *o)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_OF_DAY);

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":on", o->day);
	o->year = (int)db_value(n, s, 0);
	return NSI_OK;
}

/* What neither its plan nor its event says. */
static void by_settings(struct nsi *n, struct occasion *o)
{
	const char *minutes = setting(n, "session.minutes"), *start = setting(n, "session.start");

	if (!o->start)
		o->start = start ? start : "15:00";
	if (!o->minutes)
		o->minutes = minutes && atoi(minutes) > 0 ? atoi(minutes) : MINUTES;
	if (!o->zone)
		o->zone = setting(n, "zone");
	if (!o->mode)
		o->mode = setting(n, "session.mode");
	if (!o->mode)
		o->mode = "offline";
	if (!o->place)
		o->place = setting(n, "session.place");
	if (!o->link)
		o->link = setting(n, "session.link");
}

static enum nsi_status leader(struct nsi *n, struct occasion *o)
{
	sqlite3_stmt *s = o->leader || !o->group_id ? NULL : db_get(n, SQL_USE_GROUP_LEADER);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_OK;
	db_common(n, s);
	db_int(s, ":group", o->group_id);
	if (db_row(n, s, &status)) {
		o->leader = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return status;
}

static enum nsi_status recorded(struct nsi *n, struct occasion *o)
{
	sqlite3_stmt *s = o->id ? db_get(n, SQL_USE_OCCASION_RECORDED) : NULL;
	enum nsi_status status = NSI_OK;

	if (!s)
		return o->id ? NSI_MACHINE : NSI_OK;
	db_int(s, ":session", o->id);
	if (db_row(n, s, &status)) {
		o->record_origin = sqlite3_column_int64(s, 0);
		o->record_seq = sqlite3_column_int64(s, 1);
		o->record_by = db_string(n, s, 2);
		sqlite3_reset(s);
	}
	return status;
}

/* Everything that is known of O->code. */
static enum nsi_status fill(struct nsi *n, struct occasion *o)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_OCCASION);
	enum nsi_status status = NSI_OK;
	int32_t day = o->day;

	if (!s)
		return NSI_MACHINE;
	o->event = o->kind = o->status = "";
	db_common(n, s);
	db_text(s, ":session", o->code);
	if (db_row(n, s, &status)) {
		o->event = db_string(n, s, 0);
		o->kind = db_string(n, s, 1);
		o->status = db_string(n, s, 2);
		o->day = sqlite3_column_int(s, 3);
		if (!o->group)
			o->group = db_string(n, s, 4);
		o->start = db_string(n, s, 5);
		o->minutes = sqlite3_column_int(s, 6);
		o->zone = db_string(n, s, 7);
		o->mode = db_string(n, s, 8);
		o->place = db_string(n, s, 9);
		o->link = db_string(n, s, 10);
		o->leader = db_string(n, s, 11);
		o->rounds = sqlite3_column_int(s, 12);
		o->plan_origin = sqlite3_column_int64(s, 13);
		o->plan_seq = sqlite3_column_int64(s, 14);
		o->technique = db_string(n, s, 15);
		sqlite3_reset(s);
	} else {
		o->day = day;
	}
	o->event = o->event ? o->event : "";
	o->kind = o->kind && *o->kind ? o->kind : o->group ? "combined_group" : "seminar";
	o->id = code_find(n, "session", o->code);
	o->group_id = o->group ? code_find(n, "group", o->group) : 0;
	by_settings(n, o);
	if (!status)
		status = leader(n, o);
	if (!status)
		status = recorded(n, o);
	return status ? status : year_of(n, o);
}

/* Of "17.11" the day; of "17.11.2" also that it is the second of the day. */
static enum nsi_status which_day(struct nsi *n, const char *word, int32_t *day, char *second)
{
	size_t before = n->messages.n, len = strlen(word);

	*second = '\0';
	if (!resolve_day(n, word, day))
		return NSI_OK;
	if (len < 3 || word[len - 2] != '.' || word[len - 1] < '2' || word[len - 1] > '9')
		return NSI_DATA;
	n->messages.n = before;
	*second = word[len - 1];
	return resolve_day(n, arena_strndup(&n->scratch, word, len - 2), day);
}

/* GROUP@DAY or all@DAY of which nothing is known yet; ….2 is a second one of the day. */
static enum nsi_status made(struct nsi *n, const char *word, struct occasion *o)
{
	const char *at = strchr(word, '@'), *name = at ? arena_strndup(&n->scratch, word, (size_t)(at - word)) : NULL;
	char iso[11], second;
	enum nsi_status status;

	if (!name)
		return NSI_DATA;
	if (strcmp(text_skeleton(&n->scratch, name), "all") != 0) {
		o->group_id = thing_find(n, "group", name);
		if (!o->group_id)
			return NSI_DATA;
		o->group = code_text(n, o->group_id);
	}
	status = which_day(n, at + 1, &o->day, &second);
	if (!status)
		o->code = arena_printf(&n->scratch, second ? "%s@%s.%c" : "%s@%s", o->group ? o->group : "all", day_iso(iso, o->day), second);
	return status;
}

enum nsi_status occasion_find(struct nsi *n, const char *word, bool make, struct occasion *out)
{
	size_t before = n->messages.n;
	struct session_at at;
	enum nsi_status status = resolve_evening(n, word, &at);

	*out = (struct occasion){ 0 };
	if (!status) {
		out->code = at.code;
		out->day = at.day;
		return fill(n, out);
	}
	if (status != NSI_DATA || !make || made(n, word, out))
		return status;
	n->messages.n = before;
	return fill(n, out);
}

enum nsi_status occasion_of(struct nsi *n, const char *group, const char *on, struct occasion *out)
{
	sqlite3_stmt *s = on || !group ? NULL : db_get(n, SQL_USE_SESSION_NEXT_OF);
	int64_t id = 0;
	int32_t day = n->today;
	enum nsi_status status = group ? resolve_thing(n, "group", group, &id) : NSI_OK;
	const char *code = NULL;
	char iso[11];

	if (!status && on)
		status = resolve_day(n, on, &day);
	if (status)
		return status;
	if (s) {
		db_common(n, s);
		db_text(s, ":group", code_text(n, id));
		if (db_row(n, s, &status)) {
			code = db_string(n, s, 0);
			sqlite3_reset(s);
		}
	}
	if (status)
		return status;
	if (!code)
		code = arena_printf(&n->scratch, "%s@%s", group ? code_text(n, id) : "all", day_iso(iso, day));
	return occasion_find(n, code, true, out);
}
