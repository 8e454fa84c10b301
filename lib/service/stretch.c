/* stretch.c - the days of which a summary tells, and those before them. */
#include <string.h>

#include "base/word.h"
#include "service/summary.h"
#include "store/db.h"
#include "store/resolve.h"

static const struct spell nothing = { .from = DAY_NONE, .to = DAY_NONE, .on = DAY_NONE };

static int32_t not_future(const struct nsi *n, int32_t day)
{
	return day < n->today ? day : n->today;
}

static enum nsi_status year_of(struct nsi *n, int32_t day, int *year)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_OF_DAY);

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_day(s, ":on", day);
	*year = (int)db_value(n, s, 0);
	return NSI_OK;
}

/* DAY..DAY, and as many days before. */
static enum nsi_status between(struct nsi *n, const char *word, const char *dots, struct spell *now,
                               struct spell *before)
{
	enum nsi_status status;

	if (dots == word || !dots[2])
		return fail(&n->messages, NSI_DATA,
		            N_("\"%s\" is no period (year, h1, h2, q2, 2026-09-01..2026-10-31)"), word);
	status = resolve_since(n, arena_strndup(&n->scratch, word, (size_t)(dots - word)), &now->from);

	if (!status)
		status = resolve_day(n, dots + 2, &now->to);
	if (!status && now->to < now->from)
		status = fail(&n->messages, NSI_DATA, N_("%s: its last day is before its first"), word);
	if (!status)
		status = year_of(n, now->to, &now->year);
	if (status)
		return status;
	before->to = now->from - 1;
	before->from = now->from - (now->to - now->from + 1);
	return year_of(n, before->to, &before->year);
}

static enum nsi_status unknown(struct nsi *n, const char *word, int year)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_DAYS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	if (!year)
		return fail(&n->messages, NSI_DATA, N_("no school year is open: load its calendar, or say --year"));
	db_common(n, s);
	db_int(s, ":year", year);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("there is no calendar for %d/%d: load one"), year - 1,
		                     year);
	sqlite3_reset(s);
	return fail(&n->messages, NSI_DATA,
	            N_("\"%s\" is no period of %d/%d (year, h1, h2, q2, 2026-09-01..2026-10-31)"), word, year - 1,
	            year);
}

static enum nsi_status named(struct nsi *n, const char *word, struct spell *now, struct spell *before)
{
	const char *id = word_find(&n->scratch, "year", word);
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = db_get(n, SQL_USE_STRETCH);

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":year", now->year);
	db_text(s, ":period", id ? id : text_skeleton(&n->scratch, word));
	if (!db_row(n, s, &status))
		return status ? status : unknown(n, word, now->year);
	now->quarter = !strcmp(db_string(n, s, 0), "period");
	now->from = sqlite3_column_int(s, 1);
	now->to = sqlite3_column_int(s, 2);
	if (sqlite3_column_type(s, 3) != SQLITE_NULL)
		*before = (struct spell){ .year = sqlite3_column_int(s, 3), .from = sqlite3_column_int(s, 4), .to = sqlite3_column_int(s, 5) };
	sqlite3_reset(s);
	return NSI_OK;
}

enum nsi_status stretch_read(struct nsi *n, const char *word, const char *school_year, struct spell *now,
                             struct spell *before)
{
	const char *dots = word ? strstr(word, "..") : NULL;
	enum nsi_status status;

	*now = *before = nothing;
	now->year = 0;
	if (dots) {
		status = between(n, word, dots, now, before);
	} else {
		status = school_year ? resolve_year(n, school_year, &now->year) : year_shown(n, &now->year);
		if (!status)
			status = named(n, word && *word ? word : "year", now, before);
	}
	now->on = not_future(n, now->to);
	before->on = before->to == DAY_NONE ? DAY_NONE : not_future(n, before->to);
	return status;
}
