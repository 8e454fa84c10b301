/* bulk.c - a million marks from a file: journal, facts and rules apart, against the bare insert of the same rows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "base/hash.h"
#include "raw.h"
#include "store/accept.h"
#include "store/reader.h"

struct parts { double journal, facts, rules; };

/* ---- the chain may be left out: the linker puts these before the library's own -------------------------- */

static bool chainless;

void __real_hash_add(struct hash *h, const void *bytes, size_t n);
void __wrap_hash_add(struct hash *h, const void *bytes, size_t n);
void __wrap_hash_add(struct hash *h, const void *bytes, size_t n)
{
	if (!chainless)
		__real_hash_add(h, bytes, n);
}

void __real_said_line(struct buf *b, const char *origin, int64_t seq, int64_t act, const struct said *s);
void __wrap_said_line(struct buf *b, const char *origin, int64_t seq, int64_t act, const struct said *s);
void __wrap_said_line(struct buf *b, const char *origin, int64_t seq, int64_t act, const struct said *s)
{
	if (!chainless)
		__real_said_line(b, origin, seq, act, s);
}

/* ---- ours ------------------------------------------------------------------------------------------------ */

static struct parts ours(struct nsi *n, const char *file, bool keep)
{
	struct source *src;
	struct outcome out;
	struct refusal *refused;
	size_t count = 0;
	char verbs[256];
	struct parts p;
	double t[4];
	enum nsi_status status;

	call_begin(n);
	t[0] = bench_cpu();
	status = db_begin(n);
	if (!status)
		status = reader_open(n, nsi_verb("mark"), file, NULL, 0, &src);
	if (!status)
		status = journal_write(n, src, NULL, 0, &out, verbs);
	t[1] = bench_cpu();
	if (!status)
		status = fold_new(n, &(struct stretch){ n->origin, out.act, out.act + (int64_t)out.said - 1 }, 1, verbs);
	t[2] = bench_cpu();
	if (!status)
		status = fold_rules(n, true, verbs, &refused, &count);
	t[3] = bench_cpu();
	school_done(n, status);
	if (count)
		bench_die("%zu refused: %s", count, refused[0].text);
	reader_close(src);
	p = (struct parts){ t[1] - t[0], t[2] - t[1], t[3] - t[2] };
	if (!keep) {
		db_rollback(n);
		return p;
	}
	school_done(n, fold_done(n));
	school_done(n, db_commit(n));
	return p;
}

/* ---- bare ------------------------------------------------------------------------------------------------ */

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		bench_die("%s: %s", sql, sqlite3_errmsg(db));
}

static double insert(sqlite3 *db, struct raw *r, enum raw_of of, const char *by)
{
	double from = bench_cpu();
	sqlite3_stmt *s;

	r->of = of;
	if (sqlite3_prepare_v2(db, raw_insert(of), -1, &s, NULL) != SQLITE_OK)
		bench_die("%s", sqlite3_errmsg(db));
	sqlite3_bind_int64(s, sqlite3_bind_parameter_index(s, ":origin"), r->origin);
	sqlite3_bind_int64(s, sqlite3_bind_parameter_index(s, ":act"), r->seq);
	sqlite3_bind_int64(s, sqlite3_bind_parameter_index(s, ":lamport"), 1000);
	sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, ":by"), by, -1, SQLITE_STATIC);
	if (sqlite3_step(s) != SQLITE_DONE)
		bench_die("%s", sqlite3_errmsg(db));
	sqlite3_finalize(s);
	return bench_cpu() - from;
}

static struct parts bare(const char *path, struct raw *r, const char *by)
{
	struct parts p = { 0 };
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK || raw_add(db, r) != SQLITE_OK)
		bench_die("%s does not open", path);
	run(db, bench_pragmas);
	run(db, "BEGIN IMMEDIATE");
	p.journal = insert(db, r, RAW_ENTRY, by);
	p.facts = insert(db, r, RAW_MARK, by) + insert(db, r, RAW_TAUGHT, by);
	run(db, "ROLLBACK");
	sqlite3_close(db);
	return p;
}

/* ---- all ------------------------------------------------------------------------------------------------- */

enum { BARE, SORT, SHUFFLE, ONE, CHAINLESS, KINDS };

static double total(const struct parts *p)
{
	return p->journal + p->facts + p->rules;
}

static struct parts median(const struct parts *p)
{
	double v[BENCH_RUNS];
	struct parts m;

	for (int i = 0; i < bench_runs(); i++) v[i] = p[i].journal;
	m.journal = bench_median(v, (size_t)bench_runs());
	for (int i = 0; i < bench_runs(); i++) v[i] = p[i].facts;
	m.facts = bench_median(v, (size_t)bench_runs());
	for (int i = 0; i < bench_runs(); i++) v[i] = p[i].rules;
	m.rules = bench_median(v, (size_t)bench_runs());
	return m;
}

static void print(struct parts m[KINDS])
{
	struct parts *s = &m[SORT], *o = &m[ONE], *b = &m[BARE];

	bench_line("marks: journal", "bare insert of the same entries", s->journal, b->journal, 0);
	bench_line("marks: facts", "bare insert of the same rows", s->facts, b->facts, 0);
	bench_line("marks: journal + facts", "bare insert of both", s->journal + s->facts, b->journal + b->facts, 1.4);
	bench_line("marks: journal + facts", "journal alone", s->journal + s->facts, s->journal, 2.3);
	bench_line("marks: rules, givers of earlier days", "journal + facts", s->rules, s->journal + s->facts, 1.2);
	bench_line("marks: rules, chains of one day", "journal + facts", o->rules, o->journal + o->facts, 0);
	bench_line("marks: shuffled", "sorted", total(&m[SHUFFLE]), total(s), 2);
	bench_line("marks: hash chain", "the same without it", total(s), total(&m[CHAINLESS]), 1.1);
}

int main(int argc, char **argv)
{
	static struct parts got[KINDS][BENCH_RUNS];
	struct parts m[KINDS];
	char paths[3][400];
	struct raw raw = { .origin = 1 };
	struct nsi *n;

	if (argc != 3)
		bench_die("usage: bulk DIR PEOPLE");
	n = school_make(argv[1], atoi(argv[2]), UNITS);
	nsi_close(n);
	n = school_open(argv[1], &raw.school);
	for (int o = SORTED; o <= ONE_DAY; o++)
		marks_file(argv[1], raw.school.people, (enum order)o, paths[o]);
	raw.seq = school_number(n, "SELECT max(seq) + 1 FROM origin");
	raw.origin = n->origin;
	for (int i = 0; i < bench_runs(); i++) {
		got[BARE][i] = bare(n->path, &raw, n->origin_code);
		got[SORT][i] = ours(n, paths[SORTED], false);
		got[SHUFFLE][i] = ours(n, paths[SHUFFLED], false);
		got[ONE][i] = ours(n, paths[ONE_DAY], false);
		chainless = true;
		got[CHAINLESS][i] = ours(n, paths[SORTED], false);
		chainless = false;
	}
	for (int k = 0; k < KINDS; k++)
		m[k] = median(got[k]);
	print(m);
	ours(n, paths[SORTED], true);
	nsi_close(n);
	return 0;
}
