/* frozen.c - the board of a closed year: written as rows of JSON, read back as the same board. */
#include <string.h>

#include "service/board.h"
#include "store/db.h"

/* ---- writing -------------------------------------------------------------------------------------------- */

static void put_head(struct buf *b, const struct board *v)
{
	buf_printf(b, "[{\"on\":%d}]", v->on);
}

static void put_pair(struct buf *b, const char *key, const char *value, bool first)
{
	buf_puts(b, first ? "{\"" : ",\"");
	buf_puts(b, key);
	buf_puts(b, "\":");
	buf_json(b, value ? value : "");
}

static void put_units(struct buf *b, const struct board *v)
{
	for (size_t i = 0; i < v->nunit; i++) {
		buf_putc(b, i ? ',' : '[');
		put_pair(b, "unit", v->units[i].code, true);
		put_pair(b, "label", v->units[i].label, false);
		put_pair(b, "module", v->units[i].module, false);
		buf_printf(b, ",\"can\":%lld,\"wait\":%lld}", (long long)v->units[i].can, (long long)v->units[i].wait);
	}
	buf_puts(b, v->nunit ? "]" : "[]");
}

static void put_legend(struct buf *b, const struct board *v)
{
	for (size_t i = 0; i < v->nlegend; i++) {
		buf_putc(b, i ? ',' : '[');
		put_pair(b, "state", v->legend[i].state, true);
		put_pair(b, "mark", v->legend[i].mark, false);
		put_pair(b, "plain", v->legend[i].plain, false);
		put_pair(b, "word", v->legend[i].word, false);
		buf_putc(b, '}');
	}
	buf_puts(b, v->nlegend ? "]" : "[]");
}

static void put_people(struct buf *b, const struct board *v)
{
	for (size_t i = 0; i < v->nperson; i++) {
		const struct board_person *p = &v->people[i];

		buf_putc(b, i ? ',' : '[');
		put_pair(b, "person", p->code, true);
		put_pair(b, "org", p->org, false);
		put_pair(b, "short", p->org_short, false);
		put_pair(b, "groups", p->groups, false);
		buf_printf(b, ",\"mastered\":%lld,\"of\":%lld,\"taught\":%lld}", (long long)p->mastered,
		           (long long)p->of, (long long)p->taught);
	}
	buf_puts(b, v->nperson ? "]" : "[]");
}

/* Only cells that say something: person, unit, state, in, late, year of an earlier mark. */
static void put_cells(struct buf *b, const struct board *v)
{
	bool any = false;

	for (size_t i = 0; i < v->nperson; i++)
		for (size_t k = 0; k < v->nunit; k++) {
			const struct board_cell *c = &v->people[i].cells[k];

			if (!*c->state)
				continue;
			buf_printf(b, "%s[%zu,%zu,\"%s\",%d,%d,%d]", any ? "," : "[", i, k, c->state, c->in, c->late,
			           c->earlier);
			any = true;
		}
	buf_puts(b, any ? "]" : "[]");
}

enum nsi_status board_freeze(struct nsi *n, const struct board *b, struct frozen out[FROZEN_KINDS], size_t *count)
{
	static const struct { const char *kind; void (*put)(struct buf *, const struct board *); } kinds[FROZEN_KINDS] = {
		{ "head", put_head }, { "unit", put_units }, { "legend", put_legend }, { "person", put_people }, { "cell", put_cells },
	};
	struct buf text = { 0 };

	for (size_t i = 0; i < FROZEN_KINDS; i++) {
		buf_clear(&text);
		kinds[i].put(&text, b);
		out[i] = (struct frozen){ kinds[i].kind, arena_strndup(&n->scratch, text.s ? text.s : "", text.n) };
	}
	n->scratch.oom |= text.oom;
	buf_free(&text);
	*count = FROZEN_KINDS;
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

/* ---- reading -------------------------------------------------------------------------------------------- */

/* Room for so many rows of a kind. */
static size_t rows_of(struct nsi *n, int year, const char *kind)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SHOT_COUNT);

	if (!s)
		return 0;
	db_int(s, ":year", year);
	db_text(s, ":kind", kind);
	return (size_t)db_value(n, s, 0);
}

static sqlite3_stmt *rows_begin(struct nsi *n, enum sql which, int year)
{
	sqlite3_stmt *s = db_get(n, which);

	if (s)
		db_int(s, ":year", year);
	return s;
}

static enum nsi_status read_units(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = rows_begin(n, SQL_USE_SHOT_UNITS, b->year);
	size_t most = rows_of(n, b->year, "unit");
	enum nsi_status status = NSI_OK;

	b->units = arena_array(&n->scratch, struct board_unit, most + 1);
	if (!s || !b->units)
		return s ? NSI_MEMORY : NSI_MACHINE;
	while (db_row(n, s, &status))
		if (b->nunit < most)
			b->units[b->nunit++] = (struct board_unit){ 0, db_string(n, s, 0), db_string(n, s, 1), db_string(n, s, 2),
			                                            sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 4) };
	return status;
}

static enum nsi_status read_legend(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = rows_begin(n, SQL_USE_SHOT_LEGEND, b->year);
	size_t most = rows_of(n, b->year, "legend");
	struct nsi_legend *v = arena_array(&n->scratch, struct nsi_legend, most + 1);
	enum nsi_status status = NSI_OK;

	if (!s || !v)
		return s ? NSI_MEMORY : NSI_MACHINE;
	while (db_row(n, s, &status))
		if (b->nlegend < most)
			v[b->nlegend++] = (struct nsi_legend){ db_string(n, s, 0), db_string(n, s, 1), db_string(n, s, 2), db_string(n, s, 3) };
	b->legend = v;
	return status;
}

static enum nsi_status read_people(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = rows_begin(n, SQL_USE_SHOT_PEOPLE, b->year);
	size_t most = rows_of(n, b->year, "person");
	enum nsi_status status = NSI_OK;

	b->people = arena_array(&n->scratch, struct board_person, most + 1);
	if (!s || !b->people)
		return s ? NSI_MEMORY : NSI_MACHINE;
	while (db_row(n, s, &status)) {
		struct board_person *p = &b->people[b->nperson];

		if (b->nperson == most)
			continue;
		*p = (struct board_person){
			0, db_string(n, s, 0), db_string(n, s, 1), db_string(n, s, 2), db_string(n, s, 3),
			sqlite3_column_int64(s, 4), sqlite3_column_int64(s, 5), sqlite3_column_int64(s, 6),
			arena_array(&n->scratch, struct board_cell, b->nunit + 1),
		};
		if (!p->cells)
			return NSI_MEMORY;
		for (size_t i = 0; i < b->nunit; i++)
			p->cells[i].state = "";
		b->nperson++;
	}
	return status;
}

static enum nsi_status read_cells(struct nsi *n, struct board *b)
{
	sqlite3_stmt *s = rows_begin(n, SQL_USE_SHOT_CELLS, b->year);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status)) {
		size_t i = (size_t)sqlite3_column_int64(s, 0), k = (size_t)sqlite3_column_int64(s, 1);

		if (i < b->nperson && k < b->nunit)
			b->people[i].cells[k] = (struct board_cell){ db_string(n, s, 2), sqlite3_column_int(s, 3),
				                                     sqlite3_column_int(s, 4),
				                                     sqlite3_column_int(s, 5) };
	}
	return status;
}

enum nsi_status board_frozen(struct nsi *n, int year, struct board *b, bool *there)
{
	sqlite3_stmt *s = rows_begin(n, SQL_USE_SHOT_HEAD, year);
	enum nsi_status status = NSI_OK;

	*there = false;
	*b = (struct board){ .year = year };
	if (!s)
		return NSI_MACHINE;
	if (!db_row(n, s, &status))
		return status;
	*there = true;
	b->on = sqlite3_column_int(s, 0);
	sqlite3_reset(s);
	status = read_units(n, b);
	if (!status)
		status = read_legend(n, b);
	if (!status)
		status = read_people(n, b);
	return status ? status : read_cells(n, b);
}
