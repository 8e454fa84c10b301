/* daily.c - single commands of every day in a large workspace: their CPU time beyond that of starting nsi. */
#include <stdio.h>

#include "bench.h"
#include "data.h"

enum { LIMIT_MS = 30 };

/* In this order; what one says the next ones take back. */
static const char *const commands[] = {
	"--version",
	"iop next p000777",
	"iop show p000777",
	"iop list person:p000777",
	"iop who u05",
	"iop who u11 --limit 10",
	"iop why p000000 p000777 u10",
	"iop mark p000777 u10 mastered --on 2027-05-20 --with p000000 --checked-by p000000",
	"undo --last",
	"redo",
	"undo --last --dry-run",
	"undo --last",
	"status",
	"iop risk person:p000777",
	"log --limit 20",
	"log person:p000777",
};
enum { N = sizeof(commands) / sizeof(*commands) };

int main(int argc, char **argv)
{
	static double v[N][BENCH_RUNS];
	char command[1000];
	double start;

	if (argc != 3)
		bench_die("usage: daily DIR BUILD");
	school_env();
	for (int i = 0; i < bench_runs(); i++)
		for (int c = 0; c < N; c++) {
			snprintf(command, sizeof(command), "%s/nsi --db %s/nsi.db %s", argv[2], argv[1], commands[c]);
			v[c][i] = bench_spawn(command, 1);
		}
	start = bench_median(v[0], (size_t)bench_runs());
	for (int c = 1; c < N; c++) {
		snprintf(command, sizeof(command), "%.40s", commands[c]);
		bench_line(command, "30 ms beyond starting nsi", bench_median(v[c], (size_t)bench_runs()) - start, LIMIT_MS / 1e3, 1);
	}
	return 0;
}
