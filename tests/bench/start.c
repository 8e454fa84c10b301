/* start.c - processes: --version against an empty program, a question against a bare one that steps the same. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench.h"
#include "data.h"
#include "script.h"

enum { TIMES = 40 };

static void line(const char *what, const char *to, const char *ours, const char *theirs, double goal)
{
	double a[BENCH_RUNS], b[BENCH_RUNS];

	for (int i = 0; i < bench_runs(); i++) {
		a[i] = bench_spawn(ours, TIMES) / TIMES;
		b[i] = bench_spawn(theirs, TIMES) / TIMES;
	}
	bench_line(what, to, bench_median(a, (size_t)bench_runs()), bench_median(b, (size_t)bench_runs()), goal);
}

/* What "nsi iop next p000001" steps. */
static void record(const char *db, const char *to)
{
	const struct nsi_arg args[] = { { "person", "p000001" } };
	const struct nsi_rows *rows;
	struct script s = { 0 };
	struct nsi *n;

	record_begin(&s);
	school_done(NULL, nsi_new(&n, &(struct nsi_options){ .db = db, .lang = "en" }));
	school_done(n, nsi_ask(n, "iop_next", args, 1, &rows));
	record_end();
	if (!rows->nrow)
		bench_die("p000001 has nothing left");
	nsi_close(n);
	script_write(&s, to);
}

int main(int argc, char **argv)
{
	char version[400], empty[400], next[1000], bare[1300], db[400], script[400];

	if (argc != 3)
		bench_die("usage: start DIR BUILD");
	school_env();
	snprintf(db, sizeof(db), "%s/nsi.db", argv[1]);
	snprintf(script, sizeof(script), "%s/next.script", argv[1]);
	snprintf(version, sizeof(version), "%s/nsi --version", argv[2]);
	snprintf(empty, sizeof(empty), "%s/bench/empty", argv[2]);
	snprintf(next, sizeof(next), "%s/nsi --db %s iop next p000001", argv[2], db);
	snprintf(bare, sizeof(bare), "%s/bench/query %s %s", argv[2], db, script);
	record(db, script);
	line("start: nsi --version", "an empty program, same libraries", version, empty, 1.1);
	line("a question: nsi iop next", "a bare program, same statements", next, bare, 1.15);
	return 0;
}
