/* test_model_hostile.c - an input without end, and files spoilt by chance. Other classes: tests/hostile. */
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
	const struct CMUnitTest tests[] = { cmocka_unit_test(gigabyte), cmocka_unit_test(spoilt) };

	if (mkstemps(path, 5) < 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
