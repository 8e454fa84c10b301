/* mark.c - one durable mark after the other in an open workspace, against a bare program that steps the same
 * statements on a copy and commits as durably. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "data.h"
#include "script.h"
#include "store/functions.h"

enum { MARKS = 100, PEOPLE = 401 };

static void copy(const char *dir, const char *name)
{
	char command[1000];

	snprintf(command, sizeof(command), "cd %s && rm -f %s.db* %s-private.db* && cp nsi.db %s.db && cp nsi-private.db %s-private.db",
	         dir, name, name, name, name);
	if (system(command))
		bench_die("no copy of the workspace");
}

static struct nsi *opened(const char *dir, const char *name)
{
	char path[400];
	struct nsi *n;

	snprintf(path, sizeof(path), "%s/%s.db", dir, name);
	school_done(NULL, nsi_new(&n, &(struct nsi_options){ .db = path, .lang = "en" }));
	school_done(n, nsi_open(n));
	return n;
}

static void say(struct nsi *n, int i)
{
	char person[16];
	const struct nsi_arg args[] = {
		{ "person", person }, { "unit", "u00" }, { "state", "mastered" }, { "on", "2026-10-05" },
		{ "with", "p000000" }, { "checked_by", "p000000" },
	};
	const struct nsi_rows *rows;

	snprintf(person, sizeof(person), "p%06d", 1 + i);
	school_done(n, nsi_say(n, "mark", args, sizeof(args) / sizeof(*args), 0, &rows));
}

static double ours(const char *dir)
{
	struct nsi *n;
	double from;

	copy(dir, "ours");
	n = opened(dir, "ours");
	say(n, MARKS);                             /* prepares */
	from = bench_cpu();
	for (int i = 0; i < MARKS; i++)
		say(n, i);
	from = bench_cpu() - from;
	nsi_close(n);
	return from;
}

/* What a bare program says instead of reading our table of things said: the row itself. */
static void plain(struct script *s, sqlite3 *db)
{
	sqlite3_stmt *q;

	for (size_t i = 0; i < s->n; i++) {
		struct statement *t = &s->v[i];

		if (!strstr(t->sql, "FROM said\n"))
			continue;
		if (sqlite3_prepare_v2(db, "SELECT * FROM entry WHERE origin = ?1 AND seq = ?2", -1, &q, NULL) != SQLITE_OK)
			bench_die("%s", sqlite3_errmsg(db));
		sqlite3_bind_int64(q, 1, t->values[0].i);
		sqlite3_bind_int64(q, 2, t->values[1].i);
		if (sqlite3_step(q) != SQLITE_ROW)
			bench_die("the entry is not there");
		free(t->sql);
		t->sql = strdup("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
		for (int k = 0; k < sqlite3_column_count(q); k++)
			value_set(&t->values[k], sqlite3_column_type(q, k), sqlite3_column_int64(q, k), 0,
			          sqlite3_column_type(q, k) == SQLITE_TEXT ? sqlite3_column_text(q, k) : NULL,
			          (size_t)sqlite3_column_bytes(q, k));
		sqlite3_finalize(q);
	}
}

static void record(const char *dir, struct script open[1], struct script marks[MARKS + 1])
{
	struct nsi *n;

	copy(dir, "ours");
	record_begin(open);
	n = opened(dir, "ours");
	for (int i = 0; i <= MARKS; i++) {
		record_next(&marks[i]);
		say(n, i ? i - 1 : MARKS);
	}
	record_end();
	for (int i = 0; i <= MARKS; i++)
		plain(&marks[i], n->db);
	nsi_close(n);
}

static double bare(const char *dir, const struct script *open, const struct script marks[MARKS + 1])
{
	static struct stepper p;
	char path[400];
	sqlite3 *db;
	double from;

	copy(dir, "bare");
	snprintf(path, sizeof(path), "%s/bare.db", dir);
	if (sqlite3_open(path, &db) != SQLITE_OK || functions_add(db, NULL) != SQLITE_OK)
		bench_die("%s does not open", path);
	script_step(open, &p, db, 0);
	script_step(&marks[0], &p, db, 0);
	from = bench_cpu();
	for (int i = 1; i <= MARKS; i++)
		script_step(&marks[i], &p, db, 0);
	from = bench_cpu() - from;
	stepper_free(&p);
	sqlite3_close(db);
	return from;
}

int main(int argc, char **argv)
{
	static struct script open, marks[MARKS + 1];
	double a[BENCH_RUNS], b[BENCH_RUNS];

	if (argc != 2)
		bench_die("usage: mark DIR");
	nsi_close(school_make(argv[1], PEOPLE, UNITS));
	record(argv[1], &open, marks);
	for (int i = 0; i < bench_runs(); i++) {
		a[i] = ours(argv[1]) / MARKS;
		b[i] = bare(argv[1], &open, marks) / MARKS;
	}
	bench_line("one durable mark, process apart", "bare WAL FULL commit, same statements", bench_median(a, (size_t)bench_runs()),
	           bench_median(b, (size_t)bench_runs()), 1.2);
	return 0;
}
