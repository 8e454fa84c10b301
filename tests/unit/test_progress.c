/* test_progress.c - who is told how far a call is, when, and how often. */
#include <time.h>

#include "base/progress.h"
#include "store.h"

struct heard { int calls, ends; int64_t began, first, before, least, done, total; const char *what; };

static int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void hear(void *data, const char *what, int64_t done, int64_t total)
{
	struct heard *h = data;
	int64_t now = clock_ms();

	if (!what) {
		h->ends++;
		return;
	}
	if (!h->calls++)
		h->first = now - h->began;
	else if (now - h->before < h->least)
		h->least = now - h->before;
	h->before = now;
	h->what = what;
	h->done = done;
	h->total = total;
}

/* A step is 20 ms of the coarse clock at most, hence less than 500 and 100. */
static void patient(const struct heard *h)
{
	assert_in_range(h->first, 450, 20000);
	assert_in_range(h->least, 80, 20000);
}

static void loop(void **state)
{
	struct heard h = { .began = clock_ms(), .least = 10000 };
	struct messages m = { .lang = LANG_RU, .progress = { .tell = hear, .data = &h } };

	(void)state;
	progress_begin(&m);
	for (int64_t i = 0; clock_ms() < h.began + 400; i++)
		progress_at(&m, "checking", i, 0);
	progress_end(&m);
	assert_int_equal(h.calls + h.ends, 0);             /* nobody is told of what is short */

	h.began = clock_ms();
	progress_begin(&m);
	for (int64_t i = 1; h.calls < 4; i++)
		progress_at(&m, "checking", 2 * i, i);
	progress_end(&m);
	progress_end(&m);
	assert_int_equal(h.ends, 1);
	assert_string_equal(h.what, "проверка");
	assert_int_equal(h.done, h.total);                 /* never more than all of it */
	patient(&h);
}

static void nobody(void **state)
{
	struct messages m = { .lang = LANG_RU };

	(void)state;
	progress_begin(&m);
	progress_at(&m, "checking", 1, 2);
	assert_int_equal(progress_pulse(&m), 0);
	progress_end(&m);
	messages_free(&m);
}

static void put_file(const char *name, const char *text)
{
	FILE *f = fopen(in_folder(name), "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* One long statement of SQLite, and a question of one's own, which has a limit of its own. */
static void statement(void **state)
{
	static const char sql[] = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT max(i) AS i FROM n";
	struct heard h = { .began = clock_ms(), .least = 10000 };
	const char *limits[] = { "report.seconds=1" };
	const struct nsi_options o = { .db = in_folder("nsi.db"), .lang = "en", .settings = { 1, limits }, .progress = hear, .progress_data = &h };
	const struct nsi_rows *rows;
	const char *question;
	struct nsi *n;

	(void)state;
	nsi_close(made("nsi.db"));
	put_file("slow.sql", sql);
	assert_int_equal(nsi_new(&n, &o), NSI_OK);
	assert_int_equal(nsi_open(n), NSI_OK);
	for (int i = 0; i < 2; i++) {                      /* what one has set does not stay for the next */
		h = (struct heard){ .least = 10000 };
		assert_int_equal(nsi_question_file(n, in_folder("slow.sql"), &question), NSI_OK);
		h.began = clock_ms();
		assert_int_equal(nsi_ask(n, question, NULL, 0, &rows), NSI_DATA);
		assert_true(h.calls > 1);
		assert_int_equal(h.ends, 1);
		assert_string_equal(h.what, "working");
		assert_int_equal(h.total, 0);
		patient(&h);
	}
	nsi_message_clear(n);
	h = (struct heard){ .began = clock_ms(), .least = 10000 };
	call_begin(n);
	for (int i = 0; !h.calls; i++)
		sqlite3_exec(n->db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT max(i) FROM n", NULL, NULL, NULL);
	assert_int_equal(call_end(n, NSI_OK), NSI_OK);
	assert_int_equal(h.ends, 1);
	nsi_close(n);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(loop),
		cmocka_unit_test(nobody),
		cmocka_unit_test_setup_teardown(statement, folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
