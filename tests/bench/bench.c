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

double bench_spawn(char *const argv[], int count)
{
	posix_spawn_file_actions_t away;
	double all = 0;

	posix_spawn_file_actions_init(&away);
	posix_spawn_file_actions_addopen(&away, 1, "/dev/null", O_WRONLY, 0);
	for (int i = 0; i < count; i++) {
		struct rusage used;
		pid_t pid;
		int status;

		if (posix_spawn(&pid, argv[0], &away, NULL, argv, environ))
			bench_die("%s does not start", argv[0]);
		if (wait4(pid, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status))
			bench_die("%s %s: status %d", argv[0], argv[1] ? argv[1] : "", status);
		all += seconds(&used.ru_utime) + seconds(&used.ru_stime);
	}
	posix_spawn_file_actions_destroy(&away);
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

void bench_line(const char *what, const char *to, double ours, double theirs, double goal)
{
	char want[24] = "";

	if (goal > 0)
		snprintf(want, sizeof(want), "≤ %.2f", goal);
	printf("%-44s | %-38s | %9.3f | %9.3f | %6.2f | %s\n", what, to, ours * 1e3, theirs * 1e3, ours / theirs, want);
	fflush(stdout);
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
