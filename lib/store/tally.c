/* tally.c - keeps the tally: read, made anew, changed by what an act says of a few people. */
#include "store/tally.h"

#include "store/db.h"
#include "store/tally_walk.h"

enum {
	LARGE = 2000,                      /* people: below it everything is counted in some milliseconds, and nothing is kept */
	FEW = 500,                         /* people in one act; of more it is cheaper to count all anew */
};

struct tally { struct differences d; int64_t *people; size_t npeople, cap; };

static enum nsi_status people_walk(struct nsi *n, struct tally *t, int sign)
{
	enum nsi_status status = NSI_OK;
	int64_t people;

	for (size_t i = 0; i < t->npeople && !status; i++)
		status = tally_walk(n, t->people[i], t->people[i], sign, &t->d, &people);
	return status;
}

/* Of whom the spans speak; at most one more than FEW. */
static enum nsi_status people_read(struct nsi *n, struct tally *t)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_TALLY_PEOPLE);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":most", FEW + 1);
	while (db_row(n, s, &status)) {
		int64_t *v = arena_grow(&n->scratch, t->people, &t->cap, t->npeople + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		t->people = v;
		v[t->npeople++] = sqlite3_column_int64(s, 0);
	}
	return status;
}

static bool kept(struct nsi *n)
{
	return db_value(n, db_get(n, SQL_USE_TALLY_WHOLE), 0);
}

enum nsi_status tally_drop(struct nsi *n)
{
	return kept(n) ? db_do(n, SQL_USE_TALLY_CLEAR) : NSI_OK;
}

enum nsi_status tally_leave(struct nsi *n, struct tally **out)
{
	struct tally *t;
	enum nsi_status status;

	*out = NULL;
	if (!kept(n))
		return NSI_OK;
	t = arena_new(&n->scratch, struct tally);
	if (!t)
		return NSI_MEMORY;
	t->d.arena = &n->scratch;
	status = people_read(n, t);
	if (!status && t->npeople > FEW)
		return tally_drop(n);
	*out = t;
	return status ? status : people_walk(n, t, -1);
}

/* The differences into the table; quietly: the first result of SQLite's that is none of its good ones. */
static int write_all(struct nsi *n, const struct differences *d)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_TALLY_ADD);
	int rc = s ? SQLITE_DONE : SQLITE_ERROR;

	for (size_t i = 0; i < d->room && rc == SQLITE_DONE; i++) {
		if (!d->v[i].n)
			continue;
		db_int(s, ":year", d->v[i].year);
		db_int(s, ":unit", d->v[i].unit);
		db_int(s, ":day", d->v[i].day);
		db_int(s, ":n", d->v[i].n);
		rc = sqlite3_step(s);
		sqlite3_reset(s);
	}
	return rc;
}

static enum nsi_status written(struct nsi *n, int rc)
{
	return rc == SQLITE_DONE ? NSI_OK : db_fail(n, n->db);
}

enum nsi_status tally_enter(struct nsi *n, struct tally *t)
{
	enum nsi_status status = t ? people_walk(n, t, 1) : NSI_OK;

	return status || !t ? status : written(n, write_all(n, &t->d));
}

static enum nsi_status everybody(struct nsi *n, struct differences *d, int64_t *people)
{
	*d = (struct differences){ .arena = &n->scratch };
	return tally_walk(n, 0, INT64_MAX, 1, d, people);
}

/* From now on the table is D. */
static int keep(struct nsi *n, const struct differences *d, int64_t people)
{
	struct differences head = { &n->scratch, NULL, 0, 0 };
	struct difference whole = { 0, 0, 0, people + 1 };
	int rc = write_all(n, d);

	head.v = &whole;
	head.room = 1;
	return rc == SQLITE_DONE ? write_all(n, &head) : rc;
}

enum nsi_status tally_keep(struct nsi *n)
{
	struct differences d;
	int64_t people;
	enum nsi_status status = tally_drop(n);

	if (!status)
		status = everybody(n, &d, &people);
	return status ? status : written(n, keep(n, &d, people));
}

/* Counted anew, and kept if that took long and nobody else writes: it will be wanted again. Who may not write has counted. */
static enum nsi_status counted(struct nsi *n, struct differences *d)
{
	bool own = db_look(n);
	int64_t people = 0;
	enum nsi_status status = everybody(n, d, &people);

	if (!status && people >= LARGE && !n->depth) {
		db_looked(n, keep(n, d, people) == SQLITE_DONE);
		if (!own)
			db_look(n);                        /* his who asked */
	} else if (own) {
		db_looked(n, false);
	}
	return status;
}

/* So many more of a unit: can teach it (YEAR 0), or wait. */
static enum nsi_status more(struct nsi *n, struct tally_of **v, size_t *count, size_t *cap, int64_t year,
                            int64_t unit, int64_t k)
{
	struct tally_of *grown;
	size_t i = 0;

	while (i < *count && (*v)[i].unit != unit)
		i++;
	if (i == *count) {
		grown = arena_grow(&n->scratch, *v, cap, i + 1, sizeof(*grown));
		if (!grown)
			return NSI_MEMORY;
		*v = grown;
		grown[(*count)++] = (struct tally_of){ unit, 0, 0 };
	}
	*(year ? &(*v)[i].wait : &(*v)[i].can) += k;
	return NSI_OK;
}

static enum nsi_status read_kept(struct nsi *n, int year, int32_t on, struct tally_of **out, size_t *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_TALLY_AS_OF);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":year", year);
	db_int(s, ":on", on);
	while (!status && db_row(n, s, &status))
		status = more(n, out, count, &cap, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
		              sqlite3_column_int64(s, 2));
	sqlite3_reset(s);
	return status;
}

enum nsi_status tally_read(struct nsi *n, int year, int32_t on, struct tally_of **out, size_t *count)
{
	struct differences d;
	enum nsi_status status;
	size_t cap = 0;

	*out = NULL;
	*count = 0;
	if (kept(n))
		return read_kept(n, year, on, out, count);
	status = counted(n, &d);
	for (size_t i = 0; i < d.room && !status; i++)
		if (d.v[i].unit && d.v[i].day <= on && (!d.v[i].year || d.v[i].year == year))
			status = more(n, out, count, &cap, d.v[i].year, d.v[i].unit, d.v[i].n);
	return status;
}

enum nsi_status tally_compare(struct nsi *n, int64_t *off)
{
	struct differences d;
	int64_t people;
	sqlite3_stmt *s;
	enum nsi_status status;

	*off = 0;
	if (!kept(n))
		return NSI_OK;
	status = everybody(n, &d, &people);
	s = status ? NULL : db_get(n, SQL_USE_TALLY_ALL);
	while (s && db_row(n, s, &status))
		difference_add(&d, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int(s, 2),
		               -sqlite3_column_int64(s, 3));
	for (size_t i = 0; i < d.room && !status; i++)
		*off += d.v[i].n != 0;
	return status ? status : s ? NSI_OK : NSI_MACHINE;
}
