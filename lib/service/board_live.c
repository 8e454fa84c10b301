/* board_live.c - the board as of a day, read from the facts: people by units, or by the parts of one unit. */
#include "service/board.h"

#include "store/db.h"
#include "store/legend.h"

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

static enum nsi_status live_people(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = as_of(n, b, SQL_USE_BOARD_PEOPLE);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	if (!s)
		return NSI_MACHINE;
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

static enum nsi_status live_cells(struct nsi *n, struct board *b, struct board_person *p)
{
	sqlite3_stmt *s = as_of(n, b, b->parts_of ? SQL_USE_BOARD_PART_CELLS : SQL_USE_BOARD_CELLS);
	enum nsi_status status = NSI_OK;

	p->cells = arena_array(&n->scratch, struct board_cell, b->nunit + 1);
	if (!s || !p->cells)
		return s ? NSI_MEMORY : NSI_MACHINE;
	for (size_t i = 0; i < b->nunit; i++)
		p->cells[i].state = "";
	db_int(s, ":person", p->id);
	while (db_row(n, s, &status)) {
		size_t i = unit_at(b, sqlite3_column_int64(s, 0));
		struct board_cell *c = &p->cells[i];

		p->of += sqlite3_column_int(s, 2);
		p->mastered += sqlite3_column_int(s, 2) && sqlite3_column_int(s, 5);
		if (i == b->nunit)
			continue;
		c->state = db_string(n, s, 1);
		c->in = sqlite3_column_int(s, 2);
		c->late = sqlite3_column_int(s, 3);
		c->earlier = sqlite3_column_int(s, 4);
	}
	return status;
}

static enum nsi_status live_planning(struct nsi *n, struct board *b, struct board_unit *u)
{
	sqlite3_stmt *s = as_of(n, b, b->parts_of ? SQL_USE_BOARD_PART_PLANNING : SQL_USE_BOARD_PLANNING);
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

enum nsi_status board_live(struct nsi *n, int year, int32_t on, int64_t parts_of, bool (*keep)(const void *x, const struct board_person *p),
                           const void *x, struct board *b)
{
	enum nsi_status status;
	size_t kept = 0;

	*b = (struct board){ .year = year, .on = on, .parts_of = parts_of };
	status = live_units(n, b);
	if (!status)
		status = live_people(n, b);
	for (size_t i = 0; i < b->nperson; i++)
		if (!keep || keep(x, &b->people[i]))
			b->people[kept++] = b->people[i];
	b->nperson = kept;
	for (size_t i = 0; i < b->nperson && !status; i++)
		status = live_cells(n, b, &b->people[i]);
	for (size_t i = 0; i < b->nunit && !status; i++)
		status = live_planning(n, b, &b->units[i]);
	return status ? status : legend_read(n, on, &b->legend, &b->nlegend);
}
