/* cyclogram.c - the year's events as people hang them up: months by kinds, what repeats, a week. */
#include <stdlib.h>
#include <string.h>

#include "model/repeat.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"
#include "store/title.h"

enum { KINDS = 20 };
static const char *const weekdays[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

struct happening { const char *session, *kind, *title, *start; int32_t day, until; };
struct cyclogram {
	struct nsi *n;
	const struct nsi_cyclogram *asked;
	int year;
	int32_t from, to;
	struct happening *v;
	size_t count, cap;
	struct table *t;
};

static void bind(struct cyclogram *c, sqlite3_stmt *s, int64_t group, int64_t org)
{
	db_common(c->n, s);
	db_day(s, ":from", c->from);
	db_day(s, ":to", c->to);
	db_int(s, ":group", group);
	db_int(s, ":of", org);
}

/* The statement with its days, group and organisation. */
static enum nsi_status statement(struct cyclogram *c, enum sql which, sqlite3_stmt **s)
{
	int64_t group = 0, org = 0;
	enum nsi_status status = NSI_OK;

	if (c->asked->group)
		status = resolve_thing(c->n, "group", c->asked->group, &group);
	if (!status && c->asked->org)
		status = resolve_thing(c->n, "org", c->asked->org, &org);
	*s = status ? NULL : db_get(c->n, which);
	if (*s)
		bind(c, *s, group, org);
	return *s ? NSI_OK : status ? status : NSI_MACHINE;
}

static enum nsi_status read_all(struct cyclogram *c)
{
	struct nsi *n = c->n;
	sqlite3_stmt *s;
	enum nsi_status status = statement(c, SQL_USE_CYCLOGRAM, &s);

	while (!status && db_row(n, s, &status)) {
		c->v = arena_grow(&n->scratch, c->v, &c->cap, c->count + 1, sizeof(*c->v));
		if (!c->v)
			return NSI_MEMORY;
		c->v[c->count++] = (struct happening){
			db_string(n, s, 0), db_string(n, s, 2), title_in(&n->scratch, n->lang, db_string(n, s, 3)), db_string(n, s, 4),
			sqlite3_column_int(s, 5), sqlite3_column_int(s, 6),
		};
	}
	return status;
}

/* More of a cell that lists sessions: their ids for programs, SHOWN for people. */
static void cell_more(struct nsi *n, struct nsi_cell *c, const char *id, const char *shown, const char *between)
{
	*c = (struct nsi_cell){
		.type = NSI_T_LIST,
		.s = c->s && *c->s ? arena_printf(&n->scratch, "%s %s", c->s, id) : id,
		.shown = c->shown && *c->shown ? arena_printf(&n->scratch, "%s%s%s", c->shown, between, shown) : shown,
	};
}

static void cells_empty(struct nsi_cell *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		c[i] = (struct nsi_cell){ .type = NSI_T_LIST, .s = "", .shown = "" };
}

static const char *day_shown(struct nsi *n, int32_t day)
{
	char buf[11];

	return arena_strdup(&n->scratch, n->lang == LANG_RU ? day_ru(buf, day) : day_iso(buf, day));
}

/* ---- months by kinds --------------------------------------------------------------------------------------- */

static const char *const months[12] = {
	N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
	N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/* "22", of some days "1–5", into the next month "29–2". */
static const char *in_month(struct nsi *n, const struct happening *h)
{
	int y, m, from, to;

	day_split(h->day, &y, &m, &from);
	day_split(h->until, &y, &m, &to);
	return h->until > h->day ? arena_printf(&n->scratch, "%d–%d", from, to) : arena_printf(&n->scratch, "%d", from);
}

static size_t kinds_of(const struct cyclogram *c, struct nsi_column cols[KINDS + 1])
{
	size_t k = 1;

	for (size_t i = 0; i < c->count; i++) {
		size_t j = 1;

		while (j < k && strcmp(cols[j].key, c->v[i].kind) != 0)
			j++;
		if (j == k && k <= KINDS)
			cols[k++] = (struct nsi_column){ .key = c->v[i].kind, .title = c->v[i].kind, .type = NSI_T_LIST };
	}
	return k;
}

static enum nsi_status by_month(struct cyclogram *c)
{
	struct nsi *n = c->n;
	struct nsi_column cols[KINDS + 1] = { { .key = "month", .title = N_("Month"), .type = NSI_T_ID } };
	size_t ncol = kinds_of(c, cols);
	struct nsi_cell *row = NULL;
	int at = 0;

	table_begin(c->t, &n->scratch, n->lang, cols, ncol);
	for (size_t i = 0; i < c->count; i++) {
		const struct happening *h = &c->v[i];
		int year, month, day;
		size_t k = 1;

		day_split(h->day, &year, &month, &day);
		if (year * 12 + month != at) {
			at = year * 12 + month;
			row = table_row(c->t);
			if (!row)
				return NSI_MEMORY;
			row[0] = cell_text(NSI_T_ID, arena_printf(&n->scratch, "%d-%02d", year, month));
			row[0].shown = arena_printf(&n->scratch, "%s %d", tr(n->lang, months[month - 1]), year);
			cells_empty(row + 1, ncol - 1);
		}
		while (k < ncol && strcmp(cols[k].key, h->kind) != 0)
			k++;
		if (k < ncol)
			cell_more(n, &row[k], h->session, in_month(n, h), ", ");
	}
	return NSI_OK;
}

/* ---- what repeats ------------------------------------------------------------------------------------------ */

/* "tue", "2 mon", "15": the days of a rule in language L. */
static const char *days_of_rule(struct nsi *n, enum lang l, const struct repeat *r, int32_t first)
{
	int year, month, day;
	const char *s = "";

	for (int i = 0; i < 7; i++) {
		if (r->weekdays >> i & 1)
			s = arena_printf(&n->scratch, "%s%s%s", s, *s ? ", " : "", tr(l, weekdays[i]));
		for (int k = 1; k <= 10; k++)
			if (r->nth[i] >> k & 1)
				s = arena_printf(&n->scratch, "%s%s%d %s", s, *s ? ", " : "", k <= 5 ? k : 5 - k, tr(l, weekdays[i]));
	}
	for (int k = 1; k <= 31; k++) {
		if (r->monthdays >> k & 1)
			s = arena_printf(&n->scratch, "%s%s%d", s, *s ? ", " : "", k);
		if (r->from_end >> k & 1)
			s = arena_printf(&n->scratch, "%s%s%d", s, *s ? ", " : "", -k);
	}
	if (*s)
		return s;
	day_split(first, &year, &month, &day);
	return r->every == REPEAT_WEEKLY ? tr(l, weekdays[day_weekday(first)]) : arena_printf(&n->scratch, "%d", day);
}

/* On which days: for programs, and for people. */
static struct nsi_cell on_days(struct nsi *n, const struct repeat *r, int32_t begins, int32_t first, int32_t last)
{
	char a[11], b[11];
	const char *iso = arena_printf(&n->scratch, "%s%s%s", day_iso(a, first), last > first ? " " : "", last > first ? day_iso(b, last) : "");
	struct nsi_cell c = cell_text(NSI_T_TEXT, r ? days_of_rule(n, LANG_EN, r, begins) : iso);

	if (r)
		c.shown = days_of_rule(n, n->lang, r, begins);
	else
		c.shown = last > first ? arena_printf(&n->scratch, "%s – %s", day_shown(n, first), day_shown(n, last))
		                       : day_shown(n, first);
	return c;
}

static const char *how_often(const struct repeat *r, bool ruled)
{
	if (!ruled)
		return N_("yearly");
	if (r->every == REPEAT_WEEKLY)
		return N_("weekly");
	return r->interval == 3 ? N_("quarterly") : N_("monthly");
}

static enum nsi_status repeat_row(struct cyclogram *c, sqlite3_stmt *s, const char *wanted)
{
	struct nsi *n = c->n;
	const char *rule = (const char *)sqlite3_column_text(s, 0), *part;
	struct repeat r;
	size_t len;
	bool ruled = rule && repeat_read(rule, &r, &part, &len) == REPEAT_OK;
	struct nsi_cell *row;
	int32_t first = sqlite3_column_int(s, 7), last = sqlite3_column_int(s, 8);

	if (strcmp(how_often(&r, ruled), wanted) != 0)
		return NSI_OK;
	row = table_row(c->t);
	if (!row)
		return NSI_MEMORY;
	row[0] = cell_text(NSI_T_WORD, wanted);
	if (ruled)
		row[1] = cell_int(r.interval);
	row[2] = on_days(n, ruled ? &r : NULL, sqlite3_column_int(s, 10), first, last);
	row[3] = cell_text(NSI_T_TEXT, db_string(n, s, 4));
	row[4] = cell_text(NSI_T_ID, db_string(n, s, 1));
	row[5] = cell_text(NSI_T_WORD, db_string(n, s, 2));
	row[6] = cell_text(NSI_T_TEXT, title_in(&n->scratch, n->lang, db_string(n, s, 3)));
	row[7] = cell_text(NSI_T_LIST, db_string(n, s, 6));
	row[8] = cell_int(sqlite3_column_int64(s, 9));
	row[9] = cell_day(first);
	row[10] = cell_day(last);
	return NSI_OK;
}

static enum nsi_status repeating(struct cyclogram *c)
{
	static const struct nsi_column cols[] = {
		{ "repeat", N_("Repeated"), NULL, NSI_T_WORD, NSI_SHOWN }, { "every", N_("Each"), NULL, NSI_T_INT, NSI_SHOWN },
		{ "on", N_("Day"), NULL, NSI_T_TEXT, NSI_SHOWN }, { "start", N_("Start"), NULL, NSI_T_TEXT, NSI_SHOWN },
		{ "event", N_("Event"), NULL, NSI_T_ID, NSI_SHOWN }, { "kind", N_("Kind"), NULL, NSI_T_WORD, NSI_FOR_MACHINES },
		{ "title", N_("Title"), NULL, NSI_T_TEXT, NSI_SHOWN }, { "group", N_("Group"), NULL, NSI_T_LIST, NSI_SHOWN },
		{ "times", N_("Times"), NULL, NSI_T_INT, NSI_SHOWN }, { "first", N_("First day"), NULL, NSI_T_DAY, NSI_FOR_MACHINES },
		{ "last", N_("Last day"), NULL, NSI_T_DAY, NSI_FOR_MACHINES },
	};
	static const char *const order[] = { "weekly", "monthly", "quarterly", "yearly" };
	enum nsi_status status = NSI_OK;

	table_begin(c->t, &c->n->scratch, c->n->lang, cols, sizeof(cols) / sizeof(*cols));
	for (size_t i = 0; i < sizeof(order) / sizeof(*order) && !status; i++) {
		sqlite3_stmt *s;

		status = statement(c, SQL_USE_CYCLOGRAM_EVENTS, &s);
		while (!status && db_row(c->n, s, &status))
			status = repeat_row(c, s, order[i]);
	}
	return status;
}

/* ---- a week -------------------------------------------------------------------------------------------------- */

static int by_start(const void *a, const void *b)
{
	const struct happening *x = a, *y = b;
	int c = strcmp(x->start ? x->start : "", y->start ? y->start : "");

	return c ? c : (x->day > y->day) - (x->day < y->day);
}

static enum nsi_status week(struct cyclogram *c)
{
	struct nsi *n = c->n;
	struct nsi_column cols[8] = { { .key = "start", .title = N_("Start"), .type = NSI_T_TEXT } };
	struct nsi_cell *row = NULL;
	int last = 4;

	for (size_t i = 0; i < c->count; i++)
		if (c->v[i].until - c->from > last)
			last = c->v[i].until > c->to ? 6 : (int)(c->v[i].until - c->from);
	for (int i = 0; i <= last; i++)
		cols[i + 1] = (struct nsi_column){ .key = weekdays[i], .type = NSI_T_LIST,
			.title = arena_printf(&n->scratch, "%s %.5s", tr(n->lang, weekdays[i]), day_shown(n, c->from + i) + (n->lang == LANG_RU ? 0 : 5)) };
	table_begin(c->t, &n->scratch, n->lang, cols, (size_t)last + 2);
	if (c->count)
		qsort(c->v, c->count, sizeof(*c->v), by_start);
	for (size_t i = 0; i < c->count; i++) {
		const struct happening *h = &c->v[i];

		if (!i || strcmp(h->start ? h->start : "", h[-1].start ? h[-1].start : "") != 0) {
			row = table_row(c->t);
			if (!row)
				return NSI_MEMORY;
			row[0] = cell_text(NSI_T_TEXT, h->start);
			cells_empty(row + 1, (size_t)last + 1);
		}
		for (int32_t d = h->day > c->from ? h->day : c->from; d <= h->until && d <= c->to; d++)
			cell_more(n, &row[1 + d - c->from], h->session, h->title, "; ");
	}
	return NSI_OK;
}

/* ---- the whole ----------------------------------------------------------------------------------------------- */

/* The days to look at: of a week those around a day, else of a school year. */
static enum nsi_status span(struct cyclogram *c, bool one_week)
{
	struct nsi *n = c->n;
	int32_t day = n->today;
	enum nsi_status status = c->asked->on ? resolve_day(n, c->asked->on, &day) : NSI_OK;
	sqlite3_stmt *s;

	if (status)
		return status;
	if (one_week) {
		c->from = day - day_weekday(day);
		c->to = c->from + 6;
		c->t->rows.title = arena_printf(&n->scratch, "%s · %s – %s", tr(n->lang, N_("Cyclogram")),
		                                day_shown(n, c->from), day_shown(n, c->to));
		return NSI_OK;
	}
	status = c->asked->year ? resolve_year(n, c->asked->year, &c->year) : year_shown(n, &c->year);
	if (!status && !c->year)
		return fail(&n->messages, NSI_DATA, N_("no school year is open: load its calendar, or say --year"));
	s = status ? NULL : db_get(n, SQL_USE_YEAR_DAYS);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":year", c->year);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("there is no calendar for %d/%d: load one"),
		                     c->year - 1, c->year);
	c->from = sqlite3_column_int(s, 0);
	c->to = sqlite3_column_int(s, 1);
	sqlite3_reset(s);
	c->t->rows.title = arena_printf(&n->scratch, "%s · %d/%d", tr(n->lang, N_("Cyclogram")), c->year - 1, c->year);
	return NSI_OK;
}

enum nsi_status nsi_report_cyclogram(struct nsi *n, const struct nsi_cyclogram *asked, const struct nsi_rows **out)
{
	struct cyclogram c = { .n = n, .asked = asked };
	const char *layout = asked->layout ? asked->layout : "month", *title;
	enum nsi_status status = answer_begin(n, &c.t, false);
	if (!status)
		status = span(&c, !strcmp(layout, "week"));
	if (status)
		return call_end(n, status);
	title = c.t->rows.title;
	if (strcmp(layout, "repeat") != 0)
		status = read_all(&c);
	if (!status)
		status = !strcmp(layout, "week") ? week(&c) : !strcmp(layout, "repeat") ? repeating(&c) : by_month(&c);
	c.t->rows.title = title;
	*out = &c.t->rows;
	return call_end(n, status);
}
