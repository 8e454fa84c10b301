/* view.c - asks the store for all that it derived and compares it with the model. */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/test.h"
#include "store/db.h"
#include "store/fold.h"
#include "store/journal.h"
#include "store/resolve.h"
#include "store/tally.h"

static const struct { const char *table, *columns; } tables[] = {
	{ "mark", "person unit part step day tm lamport by_ origin seq" }, { "taught", "giver unit learner part day done origin seq" },
	{ "beside", "person unit other day origin seq" }, { "iop_word", "person year lamport by_ seq day verb state ordered" },
	{ "plan", "person year lamport by_ seq day edition" }, { "plan_unit", "person year origin seq unit ord due minutes why needed way" },
	{ "enrol", "person day lamport by_ seq bare org post subject" }, { "gone", "person day lamport by_ seq" },
	{ "member", "grp person day lamport by_ seq joined" }, { "trait", "person key lamport by_ seq day value" },
	{ "edition_word", "lamport by_ seq day programme rest" }, { "year_word", "year lamport by_ seq day state" },
	{ "shot", "year lamport by_ seq kind ord body" }, { "undoing", "target target_seq lamport by_ seq back" },
};
static const struct { const char *view, *columns; } views[] = {
	{ "person", "id org post" }, { "holds", "person unit part" }, { "can_teach", "person unit part" }, { "wants", "person year unit" },
	{ "iop", "person year edition" }, { "iop_state", "person year state" }, { "setting_of", "person key value" }, { "membership", "grp person" },
};

_Static_assert(COUNT(tables) + COUNT(views) == QUESTIONS, "room for the statements");

/* A row as "name|a|b|c", local numbers as codes. */
static sqlite3_stmt *question(sqlite3 *db, const char *name, const char *columns, bool on_day)
{
	static const char codes[] = " id person giver learner other unit needed org grp edition programme rest ";
	struct buf b = { 0 };
	sqlite3_stmt *s;

	buf_printf(&b, on_day ? "SELECT DISTINCT '%s on ' || ?1" : "SELECT '%s'", name);
	for (const char *c = columns; *c; c += strcspn(c, " "), c += *c == ' ') {
		char column[20], padded[24];

		snprintf(column, sizeof(column), "%.*s", (int)strcspn(c, " "), c);
		snprintf(padded, sizeof(padded), " %s ", column);
		if (strstr(codes, padded))
			buf_printf(&b, " || '|' || coalesce((SELECT code FROM code WHERE id = x.%s), '-')", column);
		else if (!strcmp(column, "part"))
			buf_puts(&b, " || '|' || coalesce((SELECT code FROM code WHERE id = x.part), 0)");
		else if (!strcmp(column, "origin"))
			buf_puts(&b, " || '|' || (SELECT code FROM origin WHERE id = x.origin)");
		else
			buf_printf(&b, " || '|' || coalesce(x.%s, '-')", column);
	}
	buf_printf(&b, " FROM %s x%s", name, on_day ? " WHERE since <= ?1 AND ?1 < until" : "");
	if (!strcmp(name, "wants"))                        /* see bears_no_more_later() of the model */
		buf_puts(&b, " AND NOT EXISTS (SELECT 1 FROM mark z WHERE z.person = x.person AND z.part = 0 AND z.step = 0 AND z.day > ?1)");
	if (sqlite3_prepare_v3(db, b.s, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK) {
		printf("# %s: %s\n", b.s, sqlite3_errmsg(db));
		exit(2);
	}
	buf_free(&b);
	return s;
}

static void answers(sqlite3_stmt *s, struct set *out)
{
	while (sqlite3_step(s) == SQLITE_ROW)
		set_add(out, "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_reset(s);
}

static void state_of(struct view *x, struct set *out)
{
	for (size_t i = 0; i < COUNT(tables); i++) {
		if (!x->questions[i])
			x->questions[i] = question(x->nsi->db, tables[i].table, tables[i].columns, false);
		answers(x->questions[i], out);
	}
	for (size_t i = COUNT(tables); i < QUESTIONS; i++) {
		if (!x->questions[i])
			x->questions[i] = question(x->nsi->db, views[i - COUNT(tables)].view, views[i - COUNT(tables)].columns, true);
		for (int d = 0; d < DAYS; d++) {
			sqlite3_bind_int(x->questions[i], 1, model_days[d]);
			answers(x->questions[i], out);
		}
	}
	set_sort(out, false);
}

static void show(const char *what, const struct set *s, const struct set *other)
{
	size_t shown = 0;

	for (size_t i = 0, k = 0; i < s->n && shown < 20; i++) {
		while (k < other->n && strcmp(other->v[k], s->v[i]) < 0)
			k++;
		if (k == other->n || strcmp(other->v[k], s->v[i]))
			printf("# %s: %s\n", what, s->v[i]), shown++;
	}
}

bool same_state(struct view *x, const struct word *v, size_t n, const bool *read)
{
	struct set mine = { 0 }, theirs = { 0 };
	bool same;

	model_state(v, n, read, &mine);
	state_of(x, &theirs);
	same = mine.n == theirs.n;
	for (size_t i = 0; i < mine.n && same; i++)
		same = !strcmp(mine.v[i], theirs.v[i]);
	if (!same) {
		show("only in the model", &mine, &theirs);
		show("only in the store", &theirs, &mine);
	}
	set_free(&mine);
	set_free(&theirs);
	return same;
}

/* How many can teach a unit and wait for it, by the views. */
static const char planning[] =
	"SELECT (SELECT count(DISTINCT t.person) FROM can_teach t WHERE t.unit = ?1 AND t.part = 0 AND t.since <= ?3 AND ?3 < t.until),"
	" (SELECT count(DISTINCT w.person) FROM wants w WHERE w.unit = ?1 AND w.year = ?2 AND w.since <= ?3 AND ?3 < w.until"
	" AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= ?3 AND ?3 < p.until))";

static bool same_counts(struct nsi *n, sqlite3_stmt *s, int year, int day)
{
	struct tally_of *v;
	size_t count;
	bool same = !tally_read(n, year, day, &v, &count);

	for (int u = 0; u < UNITS && same; u++) {
		struct tally_of is = { 0 };
		int64_t id = code_find(n, "unit", unit_codes[u]);

		for (size_t i = 0; i < count; i++)
			if (v[i].unit == id)
				is = v[i];
		sqlite3_bind_int64(s, 1, id);
		sqlite3_bind_int(s, 2, year);
		sqlite3_bind_int(s, 3, day);
		same = sqlite3_step(s) == SQLITE_ROW && sqlite3_column_int64(s, 0) == is.can && sqlite3_column_int64(s, 1) == is.wait;
		if (!same)
			printf("# %s in %d on %d: %lld can teach, %lld wait; tally: %lld, %lld\n", unit_codes[u], year, day,
			       (long long)sqlite3_column_int64(s, 0), (long long)sqlite3_column_int64(s, 1), (long long)is.can, (long long)is.wait);
		sqlite3_reset(s);
	}
	return same;
}

bool same_tally(struct nsi *n)
{
	int64_t off = 0;
	sqlite3_stmt *s;
	bool same = sqlite3_prepare_v2(n->db, planning, -1, &s, NULL) == SQLITE_OK;

	for (int d = 0; d < DAYS && same; d++)
		same = same_counts(n, s, 2027, model_days[d]) && same_counts(n, s, 2028, model_days[d]);
	sqlite3_finalize(s);
	if (same && (tally_compare(n, &off) || off)) {
		printf("# %lld differences of the tally are others when counted anew\n", (long long)off);
		same = false;
	}
	return same;
}

bool derived_anew(struct nsi *n)
{
	enum nsi_status status;
	size_t at = 0;
	int64_t off;
	const char *fact;

	if (journal_begin(n))
		return false;
	fact = fold_compare(n, &at, &off, &status);
	db_rollback(n);
	if (fact || status)
		printf("# derived anew, %s has %lld other rows\n", fact ? fact : "?", (long long)off);
	return !fact && !status;
}

/* A school with two editions of a programme, and nothing said. */
void school(struct nsi *n)
{
	struct buf sql = { 0 };

	for (int u = 0; u < UNITS; u++)
		code_id(n, "unit", unit_codes[u]);
	code_id(n, "module", "m");
	for (int e = 0; e < EDITIONS - 1; e++) {
		int64_t id = code_id(n, "edition", edition_codes[e]);

		buf_clear(&sql);
		buf_printf(&sql, "INSERT INTO edition VALUES (%lld, 'programme', '%s');", (long long)id, edition_codes[e]);
		for (int u = 0; u < UNITS; u++) {
			buf_printf(&sql, "INSERT INTO item VALUES (%lld, 'unit', '%s', %d, '{\"module\":\"m\",\"title\":\"t\",\"hours\":1,\"after\":[",
			           (long long)id, unit_codes[u], u);
			for (int k = 0, any_yet = 0; k < UNITS; k++)
				if (unit_needs(e, u, k))
					buf_printf(&sql, "%s\"%s\"", any_yet++ ? "," : "", unit_codes[k]);
			buf_puts(&sql, "]}');");
		}
		assert_int_equal(sqlite3_exec(n->db, sql.s, NULL, NULL, NULL), SQLITE_OK);
		assert_int_equal(fold_edition(n, id), NSI_OK);
	}
	sqlite3_exec(n->db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
	buf_free(&sql);
}

void view_end(struct view *x)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		sqlite3_finalize(x->questions[i]);
}
