/* bench.h - what the programs of the bench share: CPU time, medians, one line a ratio. */
#ifndef BENCH_H
#define BENCH_H

#include <stddef.h>
#include <stdint.h>

enum { BENCH_RUNS = 5 };                   /* room for so many */
int bench_runs(void);                      /* 5; with QUICK in the environment 3 */

double bench_cpu(void);                    /* seconds of this process */
/* CPU seconds of running COMMAND (words between blanks) COUNT times, output thrown away; ends the program if one fails. */
double bench_spawn(const char *command, int count);
double bench_median(double *v, size_t n);  /* sorts V */
/* One line of the table: WHAT, milliseconds of ours and theirs, the ratio, the goal (0: none). */
void bench_line(const char *what, const char *to, double ours, double theirs, double goal);
void bench_size(const char *what, const char *to, double ours, double theirs, double goal);   /* MiB */
void bench_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* What a connection of ours is told, for the bare ones. */
extern const char bench_pragmas[];
_Noreturn void bench_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
