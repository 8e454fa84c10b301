/* raw.c - an eponymous virtual table that computes its rows; nothing is parsed, looked up or hashed. */
#include "raw.h"

#include <stdlib.h>
#include <string.h>

struct table_of { sqlite3_vtab base; struct raw *raw; };
struct cursor { sqlite3_vtab_cursor base; int at, n; };

static int connect_raw(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **err)
{
	struct table_of *t = sqlite3_malloc(sizeof(*t));

	(void)argc, (void)argv, (void)err;
	if (!t)
		return SQLITE_NOMEM;
	memset(t, 0, sizeof(*t));
	t->raw = aux;
	*out = &t->base;
	return sqlite3_declare_vtab(db, "CREATE TABLE raw (seq, day, person, unit, peer)");
}

static int disconnect(sqlite3_vtab *t)
{
	sqlite3_free(t);
	return SQLITE_OK;
}

static int best_index(sqlite3_vtab *t, sqlite3_index_info *i)
{
	(void)t;
	i->estimatedCost = 1e6;
	return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *t, sqlite3_vtab_cursor **out)
{
	struct cursor *c = sqlite3_malloc(sizeof(*c));

	(void)t;
	if (!c)
		return SQLITE_NOMEM;
	memset(c, 0, sizeof(*c));
	*out = &c->base;
	return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *c)
{
	sqlite3_free(c);
	return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *cur, int num, const char *str, int argc, sqlite3_value **argv)
{
	struct cursor *c = (struct cursor *)cur;

	(void)num, (void)str, (void)argc, (void)argv;
	c->at = 0;
	c->n = (((struct table_of *)cur->pVtab)->raw->school.people - 1) * MARKED;
	return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *cur)
{
	((struct cursor *)cur)->at++;
	return SQLITE_OK;
}

static int eof(sqlite3_vtab_cursor *cur)
{
	struct cursor *c = (struct cursor *)cur;

	return c->at >= c->n;
}

/* The k-th entry; rows of "taught" come in the order of givers, units, learners. */
static int entry_of(const struct raw *r, int k)
{
	int first, pair, giver;

	if (r->of != RAW_TAUGHT || r->order == ONE_DAY)
		return k;
	giver = k / (2 * MARKED);
	first = 2 * giver + 1;
	if (first + 1 >= r->school.people)
		return k;
	pair = k % (2 * MARKED);
	return (first + pair % 2 - 1) * MARKED + pair / 2;
}

static int column(sqlite3_vtab_cursor *cur, sqlite3_context *c, int i)
{
	const struct raw *r = ((struct table_of *)cur->pVtab)->raw;
	int k = entry_of(r, ((struct cursor *)cur)->at), person = 1 + k / MARKED, unit = k % MARKED;
	int giver = r->order == ONE_DAY ? person - 1 : mark_giver(person);

	switch (i) {
	case 0: sqlite3_result_int64(c, r->seq + k); break;
	case 1: sqlite3_result_int(c, r->order == ONE_DAY ? 20731 : mark_day(person, unit)); break;
	case 2: sqlite3_result_int64(c, r->school.first_person + person); break;
	case 3: sqlite3_result_int64(c, r->school.units[unit]); break;
	case 4: sqlite3_result_int64(c, r->school.first_person + giver); break;
	}
	return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *out)
{
	*out = ((struct cursor *)cur)->at;
	return SQLITE_OK;
}

int raw_add(sqlite3 *db, struct raw *r)
{
	static const sqlite3_module module = {
		.xConnect = connect_raw, .xBestIndex = best_index, .xDisconnect = disconnect, .xOpen = open_cursor,
		.xClose = close_cursor, .xFilter = filter, .xNext = next, .xEof = eof, .xColumn = column, .xRowid = rowid,
	};

	return sqlite3_create_module_v2(db, "raw", &module, r, NULL);
}

const char *raw_insert(enum raw_of of)
{
	static const char *const text[] = {
		[RAW_ENTRY] = "INSERT INTO entry (origin, seq, act, verb, day, person, unit, peer, checker)"
			" SELECT :origin, seq, :act, 'master', day, person, unit, peer, peer FROM raw",
		[RAW_MARK] = "INSERT INTO mark (person, unit, part, step, day, tm, origin, seq, lamport, by_)"
			" SELECT person, unit, 0, 4, day, 0, :origin, seq, :lamport, :by FROM raw",
		[RAW_TAUGHT] = "INSERT INTO taught (giver, unit, learner, part, day, origin, seq, done)"
			" SELECT peer, unit, person, 0, day, :origin, seq, 1 FROM raw",
	};

	return text[of];
}
