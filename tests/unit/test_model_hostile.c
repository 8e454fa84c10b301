/* test_model_hostile.c - what people send who mean harm: answered soon, in little memory, with a word. */
#include "test.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "model/model.h"

#define MIB (1024 * 1024)
#ifdef __SANITIZE_ADDRESS__
enum { SECONDS = 20 };
#else
enum { SECONDS = 2 };
#endif

static char path[] = "/tmp/nsi-hostile-XXXXXX.yaml";

static void repeat(FILE *f, const char *s, size_t bytes)
{
	size_t n = strlen(s);

	for (size_t i = 0; i + n <= bytes; i += n)
		fputs(s, f);
}

/* FORMAT with 1, 2, 3 … until about BYTES are written. */
static void number(FILE *f, const char *format, size_t bytes)
{
	for (unsigned i = 1; (size_t)ftell(f) < bytes; i++)
		fprintf(f, format, i, i, i);
}

static void lists_deep(FILE *f)
{
	repeat(f, "[", 100000);
}

static void lists_deep_closed(FILE *f)
{
	fputs("format: nsi/1\nlegend: ", f);
	repeat(f, "[", 2 * MIB);
	repeat(f, "]", 2 * MIB);
}

static void dashes_deep(FILE *f)
{
	repeat(f, "- ", 4 * MIB);
}

static void maps_deep(FILE *f)
{
	repeat(f, "{a: ", 4 * MIB);
}

static void keys_deep(FILE *f)
{
	for (int i = 0; i < 2500; i++)
		fprintf(f, "%*sa:\n", i, "");
}

static void questions(FILE *f)
{
	repeat(f, "? ", 4 * MIB);
}

static void quotes_open(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: \"", f);
	repeat(f, "я ", 4 * MIB);
}

static void text_giant(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: \"", f);
	repeat(f, "я", MIB - 5000);
	fputs("\"\n", f);
}

static void plain_giant(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: ", f);
	repeat(f, "слово\n    ", 4 * MIB);
}

static void comment_giant(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "# ничего\n", 4 * MIB);
}

static void key_giant(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "a", 4 * MIB);
	fputs(": b\n", f);
}

/* Nine times nine times … */
static void bomb(FILE *f)
{
	fputs("format: nsi/1\na: &a [x,x,x,x,x,x,x,x,x]\n", f);
	for (char c = 'b'; c <= 'z'; c++)
		fprintf(f, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1,
		        c - 1, c - 1, c - 1);
}

static void merge_bomb(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n  - &a {id: s}\n", f);
	for (char c = 'b'; c <= 'z'; c++)
		fprintf(f, "  - &%c {<<: [*%c,*%c,*%c,*%c,*%c,*%c,*%c]}\n", c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
}

static void big_anchor(FILE *f)
{
	fputs("format: nsi/1\nquanta:\n- id: q\n  title: К\n  steps: &a [", f);
	repeat(f, "x,", 4 * MIB);
}

static void many_anchors(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n", f);
	number(f, "- &a%u x\n", 4 * MIB);
}

static void many_aliases(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n- &a x\n", f);
	repeat(f, "- *a\n", 4 * MIB);
}

static void units_empty(FILE *f)
{
	fputs("format: nsi/1\nunits:\n", f);
	repeat(f, "- {}\n", 4 * MIB);
}

static void keys_unknown(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n", f);
	number(f, "  k%u: 1\n", 4 * MIB);
}

static void keys_again(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "legend: []\n", 4 * MIB);
}

static void tags(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n", f);
	repeat(f, "- !x y\n", 4 * MIB);
}

static void references_unknown(FILE *f)
{
	fputs("format: nsi/1\ncompetences:\n- id: c\n  title: К\n  units: [", f);
	number(f, "u%u,", 4 * MIB);
	fputs("u]\n", f);
}

static void ids_twice(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n", f);
	repeat(f, "- {id: s}\n", 4 * MIB);
}

static void zones(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n", f);
	number(f, "- {id: s%u, zone: Asia/Krasnoyarsk%u}\n", 4 * MIB);
}

static void units_in_a_circle(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n"
	      "- {id: u0, module: m, label: u0, title: Е, hours: 1, after: [last]}\n", f);
	for (unsigned i = 1; i < 50000; i++)
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [u%u]}\n", i, i, i - 1);
	fputs("- {id: last, module: m, label: last, title: Е, hours: 1, after: [u49999]}\n", f);
}

static void everything_rests_on_all(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	for (unsigned i = 0; i < 1000; i++) {
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [u%u", i, i, (i + 1) % 1000);
		for (unsigned k = 0; k < 700; k++)
			fprintf(f, ",u%u", (i + k + 2) % 1000);
		fputs("]}\n", f);
	}
}

static void labels_alike(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	number(f, "- {id: u%u, module: m, label: A, title: Е, hours: 1}\n", 4 * MIB);
}

static void bearers_of_all(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	number(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1}\n", MIB);
	fputs("participants:\n", f);
	number(f, "- {code: p%u, org: s, bearer: [m]}\n", 4 * MIB);
}

static void group_of_all(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\nparticipants:\n", f);
	number(f, "- {code: p%u, org: s}\n", 2 * MIB);
	fputs("groups:\n- {id: g, kind: combined, leader: p1, members: [p1", f);
	for (unsigned i = 2; i < 70000; i++)
		fprintf(f, ",p%u", i);
	fputs("]}\n", f);
}

static void days_off(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\ncalendar:\n- id: k\n  year: 2027\n  orgs: [s]\n"
	      "  pupils: {from: 2026-09-01, to: 2027-05-26}\n  teachers: {from: 2026-08-24, to: 2027-06-30}\n  breaks:\n", f);
	number(f, "  - {id: b%u, from: 2026-09-01, to: 2027-05-26}\n", 4 * MIB);
}

static void noise(FILE *f)
{
	srand(7);
	fputs("format: nsi/1\nlegend:\n- ", f);
	for (size_t i = 0; i < 4 * MIB; i++)
		fputc(" \n-:[]{},\"'|>&*!%#?aя~<"[rand() % 24], f);
}

static void commas(FILE *f)
{
	fputs("format: nsi/1\nlegend: [", f);
	repeat(f, "a,", 4 * MIB);
}

static void colons(FILE *f)
{
	repeat(f, "a: ", 4 * MIB);
}

static void breaks(FILE *f)
{
	repeat(f, "\n", 4 * MIB);
}

static void zeros(FILE *f)
{
	for (size_t i = 0; i < 4 * MIB; i++)
		fputc(0, f);
}

/* How it ends: STATUS and a word of its first message; or either of both (WORD NULL). */
static const struct { const char *name; void (*make)(FILE *); const char *word; } cases[] = {
	{ "lists_deep", lists_deep, "deeper" }, { "lists_deep_closed", lists_deep_closed, "deeper" },
	{ "dashes_deep", dashes_deep, "deeper" }, { "maps_deep", maps_deep, "deeper" },
	{ "keys_deep", keys_deep, "unknown key" }, { "questions", questions, "" },
	{ "quotes_open", quotes_open, "does not end" }, { "text_giant", text_giant, "too long" },
	{ "plain_giant", plain_giant, "does not end" }, { "comment_giant", comment_giant, "does not end" },
	{ "key_giant", key_giant, "" }, { "bomb", bomb, "unknown key" }, { "merge_bomb", merge_bomb, "short list" },
	{ "big_anchor", big_anchor, "anchors" }, { "many_anchors", many_anchors, "wants keys" },
	{ "many_aliases", many_aliases, "wants keys" }, { "units_empty", units_empty, "missing" },
	{ "keys_unknown", keys_unknown, "unknown key" }, { "keys_again", keys_again, "twice" }, { "tags", tags, "tags" },
	{ "references_unknown", references_unknown, "unknown unit" }, { "ids_twice", ids_twice, "twice" },
	{ "zones", zones, "time zone" }, { "units_in_a_circle", units_in_a_circle, "rests on itself" },
	{ "everything_rests_on_all", everything_rests_on_all, "rests on itself" },
	{ "labels_alike", labels_alike, "names both" }, { "bearers_of_all", bearers_of_all, NULL },
	{ "group_of_all", group_of_all, NULL }, { "days_off", days_off, "overlap" }, { "noise", noise, "" },
	{ "commas", commas, "wants keys" }, { "colons", colons, "" }, { "breaks", breaks, "" }, { "zeros", zeros, "" },
};

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool says(const struct messages *m, const char *word)
{
	for (size_t i = 0; i < m->n; i++)
		if (strstr(m->v[i].text, word))
			return true;
	return false;
}

#define expect(condition, ...) \
	do { if (!(condition)) { failures++; print_error(__VA_ARGS__); print_error("\n"); } } while (0)

static void is_answered(void **state)
{
	size_t failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena a = { 0 };
		struct messages m = { 0 };
		struct model *md = model_new(&a, &m);
		FILE *f = fopen(path, "w");
		double began, took;
		size_t size;
		enum nsi_status status;

		assert_non_null(f);
		cases[i].make(f);
		size = (size_t)ftell(f);
		fclose(f);
		began = seconds();
		model_read_path(md, path);
		status = model_finish(md);
		took = seconds() - began;
		expect(took < SECONDS, "%s: %.1f s", cases[i].name, took);
		expect(a.total + m.arena.total < 64 * (size_t)MIB + size, "%s: %zu MiB", cases[i].name, (a.total + m.arena.total) / MIB);
		if (cases[i].word) {
			expect(status == NSI_DATA, "%s: status %d", cases[i].name, status);
			expect(says(&m, cases[i].word), "%s: says %s", cases[i].name, m.n ? m.v[0].text : "nothing");
		}
		for (size_t k = 0; k < m.n; k++)
			expect(!m.v[k].file || m.v[k].line > 0, "%s: no line: %s", cases[i].name, m.v[k].text);
		arena_free(&a);
		messages_free(&m);
	}
	remove(path);
	assert_int_equal(failures, 0);
}

/* A quoted text of a gigabyte, through a pipe: nobody waits for its end. */
static void gigabyte(void **state)
{
	static char piece[1 << 16];
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct model *md = model_new(&a, &m);
	int end[2], stdin_was = dup(0);
	double began = seconds();
	pid_t child;

	(void)state;
	memset(piece, 'a', sizeof(piece));
	assert_int_equal(pipe(end), 0);
	child = fork();
	if (!child) {
		signal(SIGPIPE, SIG_DFL);
		close(end[0]);
		if (write(end[1], "format: nsi/1\nprogramme:\n  title: \"", 35) == 35)
			for (int i = 0; i < 16384; i++)
				if (write(end[1], piece, sizeof(piece)) < 0)
					break;
		_exit(0);
	}
	close(end[1]);
	dup2(end[0], 0);
	close(end[0]);
	assert_int_equal(model_read_path(md, "-"), NSI_DATA);
	dup2(stdin_was, 0);
	close(stdin_was);
	waitpid(child, NULL, 0);
	assert_int_equal(model_finish(md), NSI_DATA);
	assert_true(says(&m, "does not end"));
	assert_int_equal(m.v[0].line, 3);
	assert_int_equal(m.v[0].column, 8);
	assert_true(seconds() - began < SECONDS);
	assert_true(a.total < 4 * MIB);
	arena_free(&a);
	messages_free(&m);
}

/* The example, spoilt a little in many ways: never a crash, and never good status with errors. */
static void spoilt(void **state)
{
	static const char marks[] = "\n -:[]{},\"'|>&*!%#?\t\xd0\xff\0<~az09";
	char *text = calloc(1, 1 << 16);
	FILE *f = fopen("examples/school-161/programma.yaml", "r");
	size_t n;

	(void)state;
	assert_non_null(f);
	n = fread(text, 1, 1 << 16, f);
	fclose(f);
	srand(161);
	for (int round = 0; round < 400; round++) {
		struct arena a = { 0 };
		struct messages m = { 0 };
		struct model *md = model_new(&a, &m);
		enum nsi_status status;

		f = fopen(path, "w");
		assert_non_null(f);
		for (size_t i = 0; i < n; i++) {
			int what = rand() % 6000;

			if (what == 1)
				fputc(marks[(size_t)rand() % sizeof(marks)], f);
			else if (what == 2)
				i += (size_t)rand() % 40;
			if (what != 3 && i < n)
				fputc(text[i], f);
		}
		fclose(f);
		model_read_path(md, path);
		status = model_finish(md);
		check((status == NSI_OK) == !m.errors, "round %d: status %d, %zu errors", round, status, m.errors);
		arena_free(&a);
		messages_free(&m);
	}
	free(text);
	remove(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(is_answered), cmocka_unit_test(gigabyte), cmocka_unit_test(spoilt) };

	if (mkstemps(path, 5) < 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
