/* paper_rounds.c - the rounds of a printed evening: what is passed on, from when to when, who sits where with whom. */
#include <stdlib.h>
#include <string.h>

#include "service/printing.h"
#include "store/db.h"
#include "store/resolve.h"
#include "store/title.h"

enum { PAUSE = 10 };                       /* minutes of a round in which nothing is passed on */

/* ---- what is passed on ---------------------------------------------------------------------------------------- */

static uint32_t thing_at(const struct printing *g, const char *code)
{
	for (uint32_t i = 0; code && i < g->nthing; i++)
		if (!strcmp(g->thing[i].code, code))
			return i;
	return NOTHING;
}

static enum nsi_status thing_add(struct printing *g, const char *code)
{
	struct nsi *n = g->n;
	sqlite3_stmt *s = thing_at(g, code) == NOTHING ? db_get(n, SQL_USE_SHEET_THING) : NULL;
	enum nsi_status status = NSI_OK;
	struct passed *t;

	if (!s)
		return thing_at(g, code) == NOTHING ? NSI_MACHINE : NSI_OK;
	g->thing = arena_grow(&n->scratch, g->thing, &g->cap_thing, g->nthing + 1, sizeof(*g->thing));
	if (!g->thing)
		return NSI_MEMORY;
	t = &g->thing[g->nthing++];
	*t = (struct passed){ .code = code, .shown = { code, NULL }, .minutes = PAUSE, .place = INT64_MAX };
	db_common(n, s);
	db_text(s, ":thing", code);
	db_text(s, ":technique", g->p->o.technique);
	if (!db_row(n, s, &status))
		return status;                 /* a quantum, or gone from the programme */
	t->shown.label = db_string(n, s, 0);
	t->shown.title = title_in(&n->scratch, n->lang,
	                          db_string(n, s, sqlite3_column_type(s, 2) == SQLITE_NULL ? 1 : 2));
	t->technique = sqlite3_column_type(s, 3) == SQLITE_NULL ? NULL
	                                                        : title_in(&n->scratch, n->lang, db_string(n, s, 3));
	t->minutes = sqlite3_column_int(s, 4);
	t->place = sqlite3_column_int64(s, 5) * 1000 + sqlite3_column_int64(s, 6);
	sqlite3_reset(s);
	return NSI_OK;
}

static int by_place(const void *x, const void *y)
{
	const struct passed *a = x, *b = y;

	return a->place != b->place ? (a->place > b->place) - (a->place < b->place) : strcmp(a->code, b->code);
}

static enum nsi_status things(struct printing *g)
{
	struct evening_page *page = &g->p->page;
	struct page_thing *shown;
	enum nsi_status status = NSI_OK;

	for (size_t k = 0; k < g->p->rows.n && !status; k++)
		for (size_t i = 0; i < 3 && !status; i++)
			if (g->p->rows.v[k].gives[i])
				status = thing_add(g, g->p->rows.v[k].gives[i]);
	if (g->nthing)
		qsort(g->thing, g->nthing, sizeof(*g->thing), by_place);
	shown = arena_array(&g->n->scratch, struct page_thing, g->nthing + 1);
	if (!shown)
		return NSI_MEMORY;
	for (size_t i = 0; i < g->nthing; i++)
		shown[i] = g->thing[i].shown;
	page->thing = shown;
	page->nthing = g->nthing;
	return status;
}

static const char *label(const struct printing *g, const char *code)
{
	uint32_t i = thing_at(g, code);

	return i == NOTHING ? NULL : g->thing[i].shown.label;
}

/* LIST and one more label, each once. */
static const char *with(struct nsi *n, const char *list, const char *one)
{
	if (one && evening_page_lists(list, one))
		return list;
	return !one ? list : list ? arena_printf(&n->scratch, "%s, %s", list, one) : one;
}

/* ---- rounds ---------------------------------------------------------------------------------------------------- */

/* How long each is, by the one rule for that. */
static enum nsi_status lengths(struct printing *g, int32_t *minutes, int32_t nround)
{
	struct arena *a = &g->n->scratch;
	struct meeting_rows *rows = &g->p->rows;
	struct evening_unit *unit = arena_array(a, struct evening_unit, g->nthing + 1);
	uint32_t *unit_of = arena_array(a, uint32_t, g->nthing + 1);
	struct evening_row *row = arena_array(a, struct evening_row, rows->n + 1);
	struct evening e = { .units = (uint32_t)g->nthing, .things = (uint32_t)g->nthing, .unit = unit, .unit_of = unit_of };

	if (!unit || !unit_of || !row)
		return NSI_MEMORY;
	for (uint32_t i = 0; i < g->nthing; i++) {
		unit[i] = (struct evening_unit){ .first = i, .n = 1, .minutes = g->thing[i].minutes };
		unit_of[i] = i;
	}
	for (size_t k = 0; k < rows->n; k++)
		row[k] = (struct evening_row){ .round = rows->v[k].round, .kind = EV_TEACH, .a = NOTHING, .b = NOTHING, .c = NOTHING,
			.a_gives = thing_at(g, rows->v[k].gives[0]), .b_gives = thing_at(g, rows->v[k].gives[1]), .c_gives = thing_at(g, rows->v[k].gives[2]) };
	for (int32_t i = 0; i < nround; i++)
		minutes[i] = evening_minutes(&e, row, rows->n, i + 1);
	return NSI_OK;
}

static const char *techniques(struct printing *g, int32_t round)
{
	const char *list = NULL;

	for (size_t k = 0; k < g->p->rows.n; k++)
		for (size_t i = 0; i < 3 && g->p->rows.v[k].round == round; i++) {
			uint32_t t = thing_at(g, g->p->rows.v[k].gives[i]);

			list = t == NOTHING ? list : with(g->n, list, g->thing[t].technique);
		}
	return list;
}

static const char *clock_text(struct nsi *n, int minutes)
{
	return arena_printf(&n->scratch, "%02d:%02d", minutes / 60 % 24, minutes % 60);
}

static enum nsi_status rounds(struct printing *g)
{
	struct nsi *n = g->n;
	struct paper *p = g->p;
	int32_t count = p->o.rounds, *minutes;
	int at = occasion_start(&p->o), end = at + p->o.minutes;
	enum nsi_status status;

	for (size_t k = 0; k < p->rows.n; k++)
		if (p->rows.v[k].round > count)
			count = p->rows.v[k].round;
	g->round = arena_array(&n->scratch, struct page_round, (size_t)count + 1);
	minutes = arena_array(&n->scratch, int32_t, (size_t)count + 1);
	if (!g->round || !minutes)
		return NSI_MEMORY;
	status = lengths(g, minutes, count);
	for (int32_t i = 0; i < count && !status; i++) {
		int length = minutes[i] ? minutes[i] : PAUSE;

		g->round[i] = (struct page_round){ i + 1, clock_text(n, at), clock_text(n, at + length), techniques(g, i + 1) };
		at += length;
	}
	p->page.round = g->round;
	p->page.nround = (size_t)count;
	p->page.start = clock_text(n, occasion_start(&p->o));
	p->page.end = clock_text(n, at > end ? at : end);
	return status;
}

/* ---- meetings ---------------------------------------------------------------------------------------------------- */

static bool kind_is(const struct meeting_row *r, const char *kind)
{
	return !strcmp(r->kind, kind);
}

/* Do the rows X and Y stand as one meeting: a launch, or all who are idle? */
static bool one_meeting(const struct meeting_row *x, const struct meeting_row *y)
{
	if (x->round != y->round || strcmp(x->kind, y->kind) != 0)
		return false;
	return kind_is(x, "idle") || (kind_is(x, "launch") && !strcmp(x->who[0], y->who[0]));
}

/* What the I-th of a row takes: from all of the others who give. */
static const char *takes(struct printing *g, const struct meeting_row *r, size_t i)
{
	const char *list = NULL;

	if (kind_is(r, "co_study"))
		return label(g, r->gives[i] ? r->gives[i] : r->gives[0]);
	for (size_t k = 0; k < 3; k++)
		if (k != i && r->who[k])
			list = with(g->n, list, label(g, r->gives[k]));
	return list;
}

static struct page_seat seat_of(struct printing *g, const struct meeting_row *r, size_t i)
{
	return (struct page_seat){ .who = printing_person(g, r->who[i]), .gives = kind_is(r, "co_study") ? NULL : label(g, r->gives[i]),
		.takes = takes(g, r, i), .result = r->omitted ? "absent" : r->result[i] };
}

/* The meeting that begins with the row AT, with all rows of it. */
static enum nsi_status meeting_of(struct printing *g, size_t at, bool *done, struct page_meeting *m)
{
	const struct meeting_rows *rows = &g->p->rows;
	struct page_seat *v = arena_array(&g->n->scratch, struct page_seat, 3 * (rows->n - at) + 1);
	size_t k = 0;

	if (!v)
		return NSI_MEMORY;
	for (size_t j = at; j < rows->n; j++) {
		const struct meeting_row *r = &rows->v[j];

		if (j != at && (done[j] || !one_meeting(&rows->v[at], r)))
			continue;
		done[j] = true;
		for (size_t i = 0; i < 3; i++) {
			if (!r->who[i])
				continue;
			if (j != at && i == 0 && kind_is(r, "launch"))
				v[0].gives = with(g->n, v[0].gives, label(g, r->gives[0]));
			else
				v[k++] = seat_of(g, r, i);
		}
	}
	*m = (struct page_meeting){ .round = rows->v[at].round, .kind = rows->v[at].kind, .seat = v, .n = k };
	return NSI_OK;
}

/* Tables and rooms are counted anew in each round. */
static enum nsi_status meetings(struct printing *g)
{
	struct paper *p = g->p;
	bool *done = arena_array(&g->n->scratch, bool, p->rows.n + 1), online = !strcmp(p->o.mode, "online");
	int tables = 0, rooms = 0;
	enum nsi_status status = done ? NSI_OK : NSI_MEMORY;

	for (size_t k = 0; k < p->rows.n && !status; k++) {
		struct page_meeting *m;
		bool outside;

		if (done[k])
			continue;
		g->meeting = arena_grow(&g->n->scratch, g->meeting, &g->cap_meeting, g->nmeeting + 1,
		                        sizeof(*g->meeting));
		if (!g->meeting)
			return NSI_MEMORY;
		m = &g->meeting[g->nmeeting];
		status = meeting_of(g, k, done, m);
		if (status)
			return status;
		if (!g->nmeeting || m->round != m[-1].round)
			tables = rooms = 0;
		outside = online || g->outside[m->seat[0].who];
		g->nmeeting++;
		if (strcmp(m->kind, "idle") != 0)
			m->where = arena_printf(&g->n->scratch, tr(g->n->lang, outside ? N_("room %d") : N_("table %d")), outside ? ++rooms : ++tables);
	}
	p->page.meeting = g->meeting;
	p->page.nmeeting = g->nmeeting;
	return status;
}

enum nsi_status printing_rounds(struct printing *g)
{
	enum nsi_status status = things(g);

	if (!status)
		status = rounds(g);
	return status ? status : meetings(g);
}
