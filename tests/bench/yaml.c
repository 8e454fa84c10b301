/* yaml.c - reading and checking definitions against the bare event loop of libyaml.
 *
 * yaml DIR MIB: writes a programme with its people in Russian, then runs both in turns, each in a process
 * of its own; CPU time, and memory beyond that of the loop against the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml.h>

#include "bench.h"
#include "model/model.h"

static char path[400];

static const char *const titles[] = {
	"Признаки учебной самостоятельности: как увидеть её на занятии",
	"Письменная инструкция, по которой можно работать без учителя",
	"Сводные группы на занятии: сбор, работа, роспуск",
	"Как по данным платформы собрать пары и группы",
	"Рефлексия занятия и перенос в свой предмет",
};
static const char *const results[] = { "карта наблюдения одного занятия", "проведено занятие", "лист запроса ИОП" };
static const char *const checks[] = { "observation", "demo", "product", "trial", "talk" };
static const char *const methods[] = { "task_exchange", "drill", "discuss", "topic_transfer", "mutual_check" };
static const char *const posts[] = { "учитель математики", "учитель русского языка", "педагог-организатор", "учитель физики" };

static void write_unit(FILE *f, unsigned m, unsigned u)
{
	unsigned x = m * 13 + u * 7;

	fprintf(f, "        - {id: m%u-u%u, label: М%uЕ%u, title: \"%s\", hours: %s, after: [", m, u, m, u, titles[x % 5],
	        x % 3 ? "1.5" : "2");
	if (u)
		fprintf(f, "m%u-u%u", m, u - 1);
	fprintf(f, "], methods: [%s, %s], check: %s, result: \"%s\"}\n", methods[x % 5], methods[(x + 1) % 5], checks[x % 5],
	        results[x % 3]);
}

static void write_file(size_t bytes)
{
	FILE *f = fopen(path, "w");
	unsigned m = 0, p = 0;

	fputs("format: nsi/1\nprogramme:\n  id: bench\n  title: Программа\n  capacity: 2000\n  technologies:\n"
	      "    - {id: kso, title: Коллективное обучение}\n    - {id: blended, title: Смешанное обучение}\n  modules:\n", f);
	for (; (size_t)ftell(f) < bytes / 100 * 82; m++) {
		fprintf(f, "    - id: m%u\n      kind: %s\n      title: \"Учебная самостоятельность\"\n"
		           "      technologies: [kso, blended]\n      units:\n", m, m ? "variative" : "invariant");
		for (unsigned u = 0; u < 10; u++)
			write_unit(f, m, u);
	}
	fputs("organisations:\n", f);
	for (unsigned i = 0; i < 1000; i++)
		fprintf(f, "  - {id: s%u, short: \"Школа %u\", zone: Asia/Krasnoyarsk}\n", i, i);
	fputs("participants:\n", f);
	for (; (size_t)ftell(f) < bytes; p++)
		fprintf(f, "  - {code: p%u, org: s%u, post: \"%s\", bearer: [m%u-u%u, m%u-u%u], choice: [m%u]}\n", p, p % 1000,
		        posts[p % 4], p % m, p % 10, (p * 7) % m, (p * 3) % 10, (p * 11) % m);
	fclose(f);
}

static int bare_loop(void)
{
	FILE *f = fopen(path, "r");
	yaml_parser_t parser;
	yaml_event_t e;
	int done = 0;

	yaml_parser_initialize(&parser);
	yaml_parser_set_input_file(&parser, f);
	while (!done) {
		if (!yaml_parser_parse(&parser, &e))
			return 1;
		done = e.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&parser);
	fclose(f);
	return 0;
}

static int checked(bool only)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct model *md = model_new(&a, &m);
	int status;

	if (only)
		model_check_only(md);
	model_read_path(md, path);
	status = model_finish(md) != NSI_OK;
	if (status)
		for (size_t i = 0; i < m.n && i < 5; i++)
			fprintf(stderr, "%d:%d: %s\n", m.v[i].line, m.v[i].column, m.v[i].text);
	messages_free(&m);
	arena_free(&a);
	return status;
}

struct cost { double seconds; double mib; };

/* WHAT in a process of its own. */
static struct cost run(int what)
{
	struct rusage u;
	pid_t child = fork();
	int status;

	if (!child)
		_exit(what ? checked(what == 1) : bare_loop());
	wait4(child, &status, 0, &u);
	if (status)
		bench_die("run %d failed", what);
	return (struct cost){ (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	                      (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6, (double)u.ru_maxrss / 1024 };
}

int main(int argc, char **argv)
{
	double time[3][BENCH_RUNS], median[3], memory[3];
	size_t mib;

	if (argc != 3)
		bench_die("usage: yaml DIR MIB");
	mib = (size_t)atoi(argv[2]);
	snprintf(path, sizeof(path), "%s/large.yaml", argv[1]);
	write_file(mib << 20);
	for (int i = 0; i < bench_runs(); i++)
		for (int what = 0; what < 3; what++) {
			struct cost c = run(what);

			time[what][i] = c.seconds;
			memory[what] = c.mib;
		}
	for (int what = 0; what < 3; what++)
		median[what] = bench_median(time[what], (size_t)bench_runs());
	bench_line("definitions: checked", "libyaml's bare event loop", median[1], median[0], 1.4);
	bench_line("definitions: read for loading", "libyaml's bare event loop", median[2], median[0], 0);
	bench_size("definitions: memory of checking", "the file", memory[1] - memory[0], (double)mib, 1);
	bench_size("definitions: memory of reading", "the file", memory[2] - memory[0], (double)mib, 0);
	remove(path);
	return 0;
}
