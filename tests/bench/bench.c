/* bench.c - CPU time of this process and of others, medians, the lines that are printed. */
#include "bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

const char bench_pragmas[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
	" PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-65536";

extern char **environ;

int bench_runs(void)
{
	const char *quick = getenv("QUICK");

	return quick && *quick ? 3 : BENCH_RUNS;
}

double bench_cpu(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(const struct timeval *t)
{
	return (double)t->tv_sec + (double)t->tv_usec / 1e6;
}

double bench_spawn(const char *command, int count)
{
	char *words = strdup(command), *rest = words, *argv[32];
	posix_spawn_file_actions_t away;
	double all = 0;
	int n = 0;

	while (n < 31 && (argv[n] = strsep(&rest, " ")))
		n++;
	argv[n] = NULL;
	posix_spawn_file_actions_init(&away);
	posix_spawn_file_actions_addopen(&away, 1, "/dev/null", O_WRONLY, 0);
	for (int i = 0; i < count; i++) {
		struct rusage used;
		pid_t pid;
		int status;

		if (posix_spawn(&pid, argv[0], &away, NULL, argv, environ))
			bench_die("%s does not start", argv[0]);
		if (wait4(pid, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status))
			bench_die("%s: status %d", command, status);
		all += seconds(&used.ru_utime) + seconds(&used.ru_stime);
	}
	posix_spawn_file_actions_destroy(&away);
	free(words);
	return all;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

double bench_median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_size);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static void line(const char *what, const char *to, double ours, double theirs, const char *unit, double goal)
{
	char want[24] = "";

	if (goal > 0)
		snprintf(want, sizeof(want), "<= %.2f", goal);
	printf("%-40s | %-38s | %10.3f | %10.3f | %-3s | %6.2f | %s\n", what, to, ours, theirs, unit, ours / theirs, want);
	fflush(stdout);
}

void bench_line(const char *what, const char *to, double ours, double theirs, double goal)
{
	line(what, to, ours * 1e3, theirs * 1e3, "ms", goal);
}

void bench_size(const char *what, const char *to, double ours, double theirs, double goal)
{
	line(what, to, ours, theirs, "MiB", goal);
}

void bench_note(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
}

void bench_die(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	fputs("bench: ", stderr);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}
