/* board_live.c - the board as of a day, read from the facts: people by units, or by the parts of one unit. */
#include "service/board.h"

#include "store/db.h"
#include "store/legend.h"
#include "store/tally.h"

enum { AT_ONCE = 200 };                    /* people whose cells one statement reads */

/* Statement WHICH as of the board's day; NULL: message put. */
static sqlite3_stmt *as_of(struct nsi *n, const struct board *b, enum sql which)
{
	sqlite3_stmt *s = db_get(n, which);

	if (!s)
		return NULL;
	db_common(n, s);
	db_int(s, ":year", b->year);
	db_int(s, ":on", b->on);
	db_int(s, ":of", b->parts_of);
	return s;
}

static enum nsi_status live_units(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = as_of(n, b, b->parts_of ? SQL_USE_BOARD_PARTS : SQL_USE_BOARD_UNITS);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status)) {
		struct board_unit *v = arena_grow(&n->scratch, b->units, &cap, b->nunit + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		b->units = v;
		v[b->nunit++] = (struct board_unit){ sqlite3_column_int64(s, 0), db_string(n, s, 1), db_string(n, s, 2), db_string(n, s, 3), 0, 0 };
	}
	return status;
}

/* A list of ids as JSON; none: null, which is all of them. */
static void bind_list(struct nsi *n, sqlite3_stmt *s, const char *name, const struct nsi_list *l)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < l->n; i++) {
		buf_putc(&b, i ? ',' : '[');
		buf_json(&b, l->v[i]);
	}
	if (l->n) {
		buf_putc(&b, ']');
		db_text(s, name, arena_strndup(&n->scratch, b.s, b.n));
	}
	n->scratch.oom |= b.oom;
	buf_free(&b);
}

static enum nsi_status live_people(struct nsi *n, struct board *b, const struct board_part *part)
{
	sqlite3_stmt *s = as_of(n, b, SQL_USE_BOARD_PEOPLE);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	if (!s)
		return NSI_MACHINE;
	bind_list(n, s, ":orgs", &part->orgs);
	bind_list(n, s, ":groups", &part->groups);
	while (db_row(n, s, &status)) {
		struct board_person *v = arena_grow(&n->scratch, b->people, &cap, b->nperson + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		b->people = v;
		v[b->nperson++] = (struct board_person){
			.id = sqlite3_column_int64(s, 0), .code = db_string(n, s, 1), .org = db_string(n, s, 2),
			.org_short = db_string(n, s, 3), .groups = db_string(n, s, 4), .taught = sqlite3_column_int64(s, 5),
		};
	}
	return status;
}

static size_t unit_at(const struct board *b, int64_t id)
{
	size_t i = 0;

	while (i < b->nunit && b->units[i].id != id)
		i++;
	return i;
}

/* One row of SQL: a cell. */
static void live_cell(struct nsi *n, struct board *b, struct board_person *p, sqlite3_stmt *s)
{
	size_t i = unit_at(b, sqlite3_column_int64(s, 1));
	struct board_cell *c = &p->cells[i];

	p->of += sqlite3_column_int(s, 3);
	p->mastered += sqlite3_column_int(s, 3) && sqlite3_column_int(s, 6);
	if (i == b->nunit)
		return;
	c->state = db_string(n, s, 2);
	c->in = sqlite3_column_int(s, 3);
	c->late = sqlite3_column_int(s, 4);
	c->earlier = sqlite3_column_int(s, 5);
}

/* The cells of COUNT people, whose numbers stand in LIST. */
static enum nsi_status cells_of(struct nsi *n, struct board *b, struct board_person *p, size_t count, const char *list)
{
	sqlite3_stmt *s = as_of(n, b, b->parts_of ? SQL_USE_BOARD_PART_CELLS : SQL_USE_BOARD_CELLS);
	enum nsi_status status = NSI_OK;
	size_t at = 0;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":people", list);
	while (db_row(n, s, &status)) {
		int64_t person = sqlite3_column_int64(s, 0);

		for (size_t k = 0; k < count && p[at].id != person; k++)       /* they come one person after the other */
			at = (at + 1) % count;
		live_cell(n, b, &p[at], s);
	}
	return status;
}

static enum nsi_status live_cells(struct nsi *n, struct board *b)
{
	enum nsi_status status = NSI_OK;
	struct buf list = { 0 };

	for (size_t i = 0, k; i < b->nperson && !status; i = k) {
		buf_clear(&list);
		for (k = i; k < b->nperson && k < i + AT_ONCE; k++) {
			struct board_cell *c = arena_array(&n->scratch, struct board_cell, b->nunit + 1);

			if (!c)
				break;
			for (size_t u = 0; u < b->nunit; u++)
				c[u].state = "";
			b->people[k].cells = c;
			buf_printf(&list, "%c%lld", k == i ? '[' : ',', (long long)b->people[k].id);
		}
		buf_putc(&list, ']');
		status = list.oom || n->scratch.oom ? NSI_MEMORY : cells_of(n, b, b->people + i, k - i, list.s);
	}
	buf_free(&list);
	return status;
}

static enum nsi_status planning_of_part(struct nsi *n, struct board *b, struct board_unit *u)
{
	sqlite3_stmt *s = as_of(n, b, SQL_USE_BOARD_PART_PLANNING);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":unit", u->id);
	if (db_row(n, s, &status)) {
		u->can = sqlite3_column_int64(s, 0);
		u->wait = sqlite3_column_int64(s, 1);
		sqlite3_reset(s);
	}
	return status;
}

static enum nsi_status live_planning(struct nsi *n, struct board *b)
{
	enum nsi_status status = NSI_OK;
	struct tally_of *v;
	size_t count;

	for (size_t i = 0; b->parts_of && i < b->nunit && !status; i++)
		status = planning_of_part(n, b, &b->units[i]);
	if (status || b->parts_of)
		return status;
	status = tally_read(n, b->year, b->on, &v, &count);
	for (size_t i = 0; i < count && !status; i++) {
		size_t at = unit_at(b, v[i].unit);

		if (at < b->nunit) {
			b->units[at].can = v[i].can;
			b->units[at].wait = v[i].wait;
		}
	}
	return status;
}

enum nsi_status board_live(struct nsi *n, int year, int32_t on, int64_t parts_of, const struct board_part *part,
                           struct board *b)
{
	enum nsi_status status;

	*b = (struct board){ .year = year, .on = on, .parts_of = parts_of };
	status = live_units(n, b);
	if (!status && part->record)
		status = live_people(n, b, part);
	if (!status)
		status = live_cells(n, b);
	if (!status && part->planning)
		status = live_planning(n, b);
	return status ? status : legend_read(n, on, &b->legend, &b->nlegend);
}
