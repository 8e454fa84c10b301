/* test_model_data.c - every case of tests/data/ok and tests/data/bad: a file or folder, and NAME.err
 * with its messages (none: it has none). ACCEPT=1 writes them.
 */
#include "test.h"

#include <dirent.h>

#include "base/buf.h"
#include "model/model.h"

static size_t failures;                             /* all cases are run before the test fails */

#define expect(condition, ...) \
	do { if (!(condition)) { failures++; print_error(__VA_ARGS__); print_error("\n"); } } while (0)

struct result { struct buf text; size_t errors; enum nsi_status status; };

static void say(struct buf *b, const struct nsi_message *m, const char *path)
{
	const char *file = m->file ? m->file : "";
	size_t n = strlen(path);

	if (!strncmp(file, path, n))
		file += file[n] == '/' ? n + 1 : n;
	if (*file)
		buf_printf(b, "%s:", file);
	buf_printf(b, "%d:%d: %s%s [%s]\n", m->line, m->column, m->severity == NSI_WARNING ? "warning: " : "", m->text,
	           m->rule ? m->rule : "");
}

/* All objects again from their own JSON: the same bytes. */
static void round_trip(const struct model *md, const char *path)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct model *again = model_new(&a, &m);

	for (size_t k = 0; objects[k]; k++) {
		const struct head *const *v;

		for (size_t i = 0, n = model_list(md, objects[k]->name, &v); i < n; i++)
			expect(model_read_item(again, objects[k]->name, v[i]->order, model_json(&a, v[i])) == NSI_OK,
			      "%s: %s %s: not read", path, objects[k]->name, v[i]->id);
	}
	expect(model_finish(again) == NSI_OK, "%s: its items are not read again: %s", path, m.n ? m.v[0].text : "?");
	for (size_t k = 0; objects[k]; k++) {
		const struct head *const *v;

		for (size_t i = 0, n = model_list(md, objects[k]->name, &v); i < n; i++) {
			const struct head *h = model_find(again, objects[k]->name, v[i]->id);
			const char *was = model_json(&a, v[i]), *is = h ? model_json(&a, h) : "";

			expect(h && !strcmp(was, is), "%s: %s\n%s", path, was, is);
			expect(!h || h->order == v[i]->order, "%s: %s %s moved", path, objects[k]->name, v[i]->id);
		}
	}
	arena_free(&a);
	messages_free(&m);
}

static struct result read_case(const char *path, bool check_only)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct model *md = model_new(&a, &m);
	struct result r = { .status = NSI_OK };

	assert_non_null(md);
	if (check_only)
		model_check_only(md);
	model_read_path(md, path);
	r.status = model_finish(md);
	for (size_t i = 0; i < m.n; i++)
		say(&r.text, &m.v[i], path);
	r.errors = m.errors;
	if (!r.errors && !check_only)
		round_trip(md, path);
	messages_free(&m);
	arena_free(&a);
	return r;
}

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "r");
	char *s = calloc(1, 1 << 16);

	if (f) {
		if (!fread(s, 1, (1 << 16) - 1, f))
			s[0] = '\0';
		fclose(f);
	}
	return s;
}

static void compare(const char *path, const char *expected, const struct result *r)
{
	const char *is = r->text.s ? r->text.s : "";
	char *was = slurp(expected);
	FILE *f;

	if (strcmp(was, is) != 0 && getenv("ACCEPT")) {
		f = *is ? fopen(expected, "w") : NULL;
		if (f) {
			fputs(is, f);
			fclose(f);
		} else {
			remove(expected);
		}
	} else {
		expect(!strcmp(was, is), "%s: expected\n%sfound\n%s", path, was, is);
	}
	free(was);
}

static void run_case(const char *folder, const char *name, bool good)
{
	char path[512], expected[512];
	const char *dot = strstr(name, ".yaml");
	int n = dot ? (int)(dot - name) : (int)strlen(name);
	struct result r, quick;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	snprintf(expected, sizeof(expected), "%s/%.*s.err", folder, n, name);
	r = read_case(path, false);
	quick = read_case(path, true);
	expect(good == (r.errors == 0) && good == (r.status == NSI_OK), "%s: %zu errors, status %d", path, r.errors, r.status);
	compare(path, expected, &r);
	expect(!strcmp(r.text.s ? r.text.s : "", quick.text.s ? quick.text.s : ""),
	      "%s: only checking, it says something else:\n%s", path, quick.text.s ? quick.text.s : "");
	buf_free(&r.text);
	buf_free(&quick.text);
}

static void run_folder(const char *folder, bool good)
{
	struct dirent **v;
	int n = scandir(folder, &v, NULL, alphasort);

	assert_true(n > 10);
	failures = 0;
	for (int i = 0; i < n; i++) {
		const char *dot = strrchr(v[i]->d_name, '.');

		if (v[i]->d_name[0] != '.' && (!dot || !strcmp(dot, ".yaml")))
			run_case(folder, v[i]->d_name, good);
		free(v[i]);
	}
	free(v);
	assert_int_equal(failures, 0);
}

static void ok(void **state)
{
	(void)state;
	run_folder("tests/data/ok", true);
}

static void bad(void **state)
{
	(void)state;
	run_folder("tests/data/bad", false);
}

static void examples(void **state)
{
	static const char *const paths[] = { "examples/school-161", "examples/next-year" };

	(void)state;
	failures = 0;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct result r = read_case(paths[i], false);

		expect(i == 1 || (r.errors == 0 && r.status == NSI_OK), "%s: %s", paths[i], r.text.s);
		buf_free(&r.text);
	}
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(ok), cmocka_unit_test(bad), cmocka_unit_test(examples) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
