/* year.c - school years: opened with what is left of the last one, closed as a snapshot. */
#include <string.h>

#include "service/board.h"
#include "service/load.h"
#include "store/ask.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

struct year {
	struct nsi *n;
	int year;
	const char *state;                 /* before; NULL: never spoken of */
	int32_t since, until;              /* teachers' days */
	struct entries say;
	struct table *t;
	bool dry;
};

static enum nsi_status read_year(struct year *y, const char *word)
{
	struct nsi *n = y->n;
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s;

	if (word) {
		status = resolve_year(n, word, &y->year);
	} else {
		s = db_get(n, SQL_USE_YEAR_NEWEST);
		if (!s)
			return NSI_MACHINE;
		db_common(n, s);
		y->year = (int)db_value(n, s, 0);
	}
	if (status || !y->year)
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("no calendar is loaded yet: nsi module load FOLDER"));
	s = db_get(n, SQL_USE_YEAR_READ);
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":year", y->year);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("there is no calendar for %d/%d: load one"),
		                     y->year - 1, y->year);
	y->since = sqlite3_column_int(s, 0);
	y->until = sqlite3_column_int(s, 1);
	y->state = db_string(n, s, 2);
	sqlite3_reset(s);
	return NSI_OK;
}

static enum nsi_status say_state(struct year *y, const char *state)
{
	struct said s = { .verb = nsi_verb("year"), .day = y->n->today };

	s.data = arena_printf(&y->n->scratch, "{\"year\":%d,\"state\":\"%s\"}", y->year, state);
	return entries_add(y->n, &y->say, &s);
}

/* Rows: year state opened closed, as `year list`; of a trial also what would change. */
static enum nsi_status answer(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "year", N_("School year"), NULL, NSI_T_INT, false }, { "state", N_("State"), NULL, NSI_T_WORD, false },
		{ "opened", N_("Opened"), NULL, NSI_T_DAY, false }, { "closed", N_("Closed"), NULL, NSI_T_DAY, false },
	}, sums[] = { { "said", N_("said"), NULL, NSI_T_INT, false } };
	struct year *y = x;
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_ROW);
	struct nsi_cell *c, *sum;
	enum nsi_status status = NSI_OK;

	table_begin(y->t, &n->scratch, n->lang, y->dry ? cols : cols + 1, y->dry ? 5 : 4);
	c = table_row(y->t);
	sum = table_sums(y->t, n->lang, sums, 1);
	if (!s || !c || !sum)
		return s ? NSI_MEMORY : NSI_MACHINE;
	if (y->dry)
		*c++ = cell_text(NSI_T_ID, done->said ? "~" : "=");
	db_int(s, ":year", y->year);
	c[0] = cell_int(y->year);
	if (db_row(n, s, &status)) {
		c[1] = cell_text(NSI_T_WORD, db_string(n, s, 0));
		if (sqlite3_column_type(s, 1) != SQLITE_NULL)
			c[2] = cell_day(sqlite3_column_int(s, 1));
		if (sqlite3_column_type(s, 2) != SQLITE_NULL)
			c[3] = cell_day(sqlite3_column_int(s, 2));
		sqlite3_reset(s);
	}
	*sum = cell_int((int64_t)done->said);
	return status;
}

static enum nsi_status go(struct year *y, enum nsi_status status, unsigned flags, const struct nsi_rows **out)
{
	struct nsi *n = y->n;
	struct said_list list;
	struct outcome done = { 0 };

	y->dry = flags & NSI_DRY;
	said_list(&list, n, y->say.v, y->say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, answer, y, &done);
	journal_end(n);
	*out = &y->t->rows;
	return call_end(n, status);
}

/* ---- opening ------------------------------------------------------------------------------------------- */

/* What a person has not finished of last year becomes his choice, unless he has a plan for the new
 * year or a choice that was said since it was opened. */
static enum nsi_status carry(struct year *y)
{
	struct nsi *n = y->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_CARRY);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":year", y->year);
	while (!status && db_row(n, s, &status)) {
		struct said one = { .verb = nsi_verb("set"), .day = n->today };

		one.person = (struct said_ref){ sqlite3_column_int64(s, 0), db_string(n, s, 1) };
		one.data = arena_printf(&n->scratch, "{\"key\":\"choice\",\"value\":%s}", db_string(n, s, 2));
		status = entries_add(n, &y->say, &one);
	}
	return status;
}

enum nsi_status nsi_year_open(struct nsi *n, const char *year, unsigned flags, const struct nsi_rows **out)
{
	struct year y = { .n = n };
	enum nsi_status status = answer_begin(n, &y.t, true);
	if (!status)
		status = read_year(&y, year);
	if (!status && y.state && !strcmp(y.state, "closed"))
		status = fail(&n->messages, NSI_DATA,
		              N_("the school year %d/%d is closed: to open it again, undo its closing"), y.year - 1,
		              y.year);
	if (!status && !y.state)
		status = say_state(&y, "open");
	if (!status)
		status = carry(&y);
	return go(&y, status, flags, out);
}

/* ---- closing ------------------------------------------------------------------------------------------- */

static enum nsi_status close_iops(struct year *y)
{
	struct nsi *n = y->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_IOPS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":year", y->year);
	while (!status && db_row(n, s, &status)) {
		struct said one = { .verb = nsi_verb("close"), .day = n->today };

		one.person = (struct said_ref){ sqlite3_column_int64(s, 0), db_string(n, s, 1) };
		one.data = arena_printf(&n->scratch, "{\"year\":%d,\"any\":1}", y->year);
		status = entries_add(n, &y->say, &one);
	}
	return status;
}

static enum nsi_status say_frozen(struct year *y, const char *kind, const char *rows)
{
	struct said one = { .verb = nsi_verb("snapshot"), .day = y->n->today };

	one.data = arena_printf(&y->n->scratch, "{\"year\":%d,\"kind\":\"%s\",\"rows\":%s}", y->year, kind, rows);
	return entries_add(y->n, &y->say, &one);
}

static enum nsi_status freeze(struct year *y)
{
	struct nsi *n = y->n;
	struct frozen f[FROZEN_KINDS + 1];
	const char **iops;
	struct board b;
	size_t count = 0, people = 0;
	int32_t on = n->today < y->until ? n->today : y->until;
	enum nsi_status status = board_live(n, y->year, on, 0, &(struct board_part){ .record = true, .planning = true }, &b);

	if (!status)
		status = board_freeze(n, &b, f, &count);
	f[count].kind = "list";
	if (!status)
		status = list_freeze(n, y->year, on, &f[count++].rows);
	for (size_t i = 0; i < count && !status; i++)
		status = say_frozen(y, f[i].kind, f[i].rows);
	if (!status)
		status = iop_freeze(n, y->year, on, &iops, &people);
	for (size_t i = 0; i < people && !status; i++)
		status = say_frozen(y, "iop", iops[i]);
	return status;
}

enum nsi_status nsi_year_close(struct nsi *n, const char *year, unsigned flags, const struct nsi_rows **out)
{
	struct year y = { .n = n };
	enum nsi_status status = answer_begin(n, &y.t, false);
	if (!status && !year)
		status = fail(&n->messages, NSI_USAGE, N_("say which school year, as 2027"));
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = read_year(&y, year);
	if (!status && (!y.state || strcmp(y.state, "open")))
		status = fail(&n->messages, NSI_DATA, N_("the school year %d/%d is not open"), y.year - 1, y.year);
	if (!status)
		status = freeze(&y);
	if (!status)
		status = close_iops(&y);
	if (!status)
		status = say_state(&y, "closed");
	return go(&y, status, flags, out);
}
