/* test_model.c - definitions: items of the store beside files, order, texts, tables as schema. */
#include "test.h"

#include "base/buf.h"
#include "base/rows.h"
#include "model/inside.h"
#include "model/people.h"
#include "model/programme.h"

struct fixture { struct arena a; struct messages m; struct model *md; };

static int setup(void **state)
{
	struct fixture *x = calloc(1, sizeof(*x));

	x->md = model_new(&x->a, &x->m);
	*state = x;
	return !x->md;
}

static int teardown(void **state)
{
	struct fixture *x = *state;

	arena_free(&x->a);
	messages_free(&x->m);
	free(x);
	return 0;
}

static enum nsi_status read_text(struct fixture *x, const char *text)
{
	char path[] = "/tmp/nsi-test-XXXXXX";
	int fd = mkstemp(path);
	FILE *f = fdopen(fd, "w");
	enum nsi_status status;

	fputs("format: nsi/1\n", f);
	fputs(text, f);
	fclose(f);
	status = model_read_path(x->md, path);
	remove(path);
	return status;
}

static const char *ids(struct fixture *x, const char *name)
{
	const struct head *const *v;
	const char *s = "";

	for (size_t i = 0, n = model_list(x->md, name, &v); i < n; i++)
		s = arena_printf(&x->a, "%s%s%s", s, i ? " " : "", v[i]->id);
	return s;
}

static const char *first_message(struct fixture *x)
{
	return x->m.n ? x->m.v[0].text : "";
}

/* ---- values ---- */

static void hours(void **state)
{
	static const struct { int32_t minutes; const char *text; } cases[] = {
		{ 60, "1" }, { 90, "1.5" }, { 2160, "36" }, { 1, "0.02" }, { 20, "0.33" }, { 45, "0.75" }, { 6, "0.1" },
		{ 3, "0.05" }, { 59, "0.98" }, { 119, "1.98" }, { 120000, "2000" },
	};
	char buf[16];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check(!strcmp(hours_text(buf, cases[i].minutes), cases[i].text), "%d: %s", (int)cases[i].minutes, buf);
	for (int32_t m = 1; m < 600; m++) {
		double h = atof(hours_text(buf, m));

		check((int32_t)(h * 60 + 0.5) == m, "%d minutes are written %s", (int)m, buf);
	}
}

static void texts(void **state)
{
	const struct text one = { "Пары" }, two = { "\1ru\0Пары\0en\0Pairs\0" };
	const char *lang;

	(void)state;
	assert_string_equal(text_in(one, "en"), "Пары");
	assert_string_equal(text_in(two, "en"), "Pairs");
	assert_string_equal(text_in(two, "ru"), "Пары");
	assert_string_equal(text_in(two, "de"), "Пары");
	assert_string_equal(text_in(two, NULL), "Пары");
	assert_string_equal(text_in((struct text){ NULL }, "ru"), "");
	assert_string_equal(text_nth(two, 1, &lang), "Pairs");
	assert_string_equal(lang, "en");
	assert_null(text_nth(two, 2, &lang));
	assert_null(text_nth(one, 1, &lang));
}

static void long_texts(void **state)
{
	struct fixture *x = *state;
	char *text = calloc(1, 100000), *yaml = calloc(1, 200000);
	const struct org *o;

	memset(text, 'a', 60000);
	sprintf(yaml, "organisations: [{id: s, title: {ru: %s, en: %s}}]\n", text, text);
	assert_int_equal(read_text(x, yaml), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	o = (const struct org *)model_find(x->md, "org", "s");
	assert_string_equal(text_in(o->title, "en"), text);
	assert_int_equal(strlen(model_json(&x->a, &o->head)), 2 * 60000 + strlen("{\"id\":\"s\",\"title\":{\"ru\":\"\",\"en\":\"\"}}"));
	free(text);
	free(yaml);
}

static void kept_as_written(void **state)
{
	struct fixture *x = *state;
	static const char *const as[] = { "no", "012", "14:30", "1.10", "~", "2026-01-01", "0x10", "1e3", "йога" };
	struct buf b = { 0 };

	buf_puts(&b, "organisations:\n");
	for (size_t i = 0; i < COUNT(as); i++)
		buf_printf(&b, "  - {id: o%zu, short: %s}\n", i, as[i]);
	assert_int_equal(read_text(x, b.s), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	for (size_t i = 0; i < COUNT(as); i++) {
		const struct org *o = (const struct org *)model_find(x->md, "org", arena_printf(&x->a, "o%zu", i));

		assert_string_equal(o->short_title, as[i]);
	}
	buf_free(&b);
}

static void becomes_nfc(void **state)
{
	struct fixture *x = *state;

	assert_int_equal(read_text(x, "organisations: [{id: s, short: \"и\u0306од е\u0308ж\"}]\n"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(((const struct org *)model_find(x->md, "org", "s"))->short_title, "йод ёж");
}

/* ---- the store beside files ---- */

static void file_wins(void **state)
{
	struct fixture *x = *state;
	const struct head *h;

	model_read_item(x->md, "org", 1, "{\"id\":\"a\",\"short\":\"А\"}");
	model_read_item(x->md, "org", 2, "{\"id\":\"b\",\"short\":\"Б\"}");
	model_read_item(x->md, "org", 3, "{\"id\":\"c\",\"short\":\"В\"}");
	assert_int_equal(read_text(x, "organisations: [{id: z, hosted_by: c}, {id: b, short: Новая}]\n"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(ids(x, "org"), "a b c z");
	h = model_find(x->md, "org", "b");
	assert_false(model_stored(x->md, h));
	assert_string_equal(model_json(&x->a, h), "{\"id\":\"b\",\"short\":\"Новая\"}");
	assert_true(model_stored(x->md, model_find(x->md, "org", "a")));
	assert_int_equal(h->order, 2);
}

static void programme_orders(void **state)
{
	struct fixture *x = *state;
	static const char text[] =
		"programme:\n  id: p\n  title: П\n  modules:\n"
		"    - {id: m, kind: invariant, title: М, units: [{id: c, label: С, title: Е, hours: 1}, {id: a, label: А, title: Е, hours: 1}]}\n";
	const struct module *m;

	model_read_item(x->md, "unit", 1, "{\"id\":\"a\",\"module\":\"m\",\"label\":\"А\",\"title\":\"Е\",\"hours\":1}");
	model_read_item(x->md, "unit", 2, "{\"id\":\"b\",\"module\":\"m\",\"label\":\"Б\",\"title\":\"Е\",\"hours\":1}");
	model_read_item(x->md, "unit", 3, "{\"id\":\"c\",\"module\":\"m\",\"label\":\"С\",\"title\":\"Е\",\"hours\":1}");
	assert_int_equal(read_text(x, text), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(ids(x, "unit"), "c a b");
	m = (const struct module *)model_find(x->md, "module", "m");
	assert_int_equal(m->units.n, 3);
	assert_string_equal(((const struct head *const *)m->units.v)[2]->id, "b");
	assert_int_equal(((const struct programme *)model_find(x->md, "programme", "p"))->modules.n, 1);
}

static void one_unit_alone(void **state)
{
	struct fixture *x = *state;

	model_read_item(x->md, "module", 1, "{\"id\":\"m\",\"kind\":\"invariant\",\"title\":\"М\"}");
	model_read_item(x->md, "unit", 1, "{\"id\":\"a\",\"module\":\"m\",\"label\":\"А\",\"title\":\"Е\",\"hours\":1}");
	model_read_item(x->md, "unit", 2, "{\"id\":\"b\",\"module\":\"m\",\"label\":\"Б\",\"title\":\"Е\",\"hours\":1}");
	assert_int_equal(read_text(x, "units: [{id: a, module: m, label: А, title: Новое, hours: 2}]\n"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(ids(x, "unit"), "a b");
	assert_false(model_stored(x->md, model_find(x->md, "unit", "a")));
}

static void listed_while_reading(void **state)
{
	struct fixture *x = *state;
	const struct head *const *v;

	assert_int_equal(read_text(x, "organisations: [{id: b}]\n"), NSI_OK);
	assert_int_equal(model_list(x->md, "org", &v), 1);
	assert_int_equal(read_text(x, "organisations: [{id: c}, {id: d}]\n"), NSI_OK);
	model_read_item(x->md, "org", 1, "{\"id\":\"a\"}");
	assert_int_equal(model_list(x->md, "org", &v), 3);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(ids(x, "org"), "a b c d");
}

static void unknown_item(void **state)
{
	struct fixture *x = *state;

	assert_int_equal(model_read_item(x->md, "wizard", 1, "{}"), NSI_DATA);
	assert_int_equal(model_read_item(x->md, "bearing", 1, "{}"), NSI_DATA);
	assert_int_equal(model_read_item(x->md, "org", 1, "{\"id\": 5"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_DATA);
	assert_string_not_equal(first_message(x), "");
}

static void techniques(void **state)
{
	struct fixture *x = *state;
	const struct head *const *v;
	size_t n = model_builtin(x->md, "technique", &x->a, &v);

	assert_int_equal(n, 7);
	assert_string_equal(v[0]->id, "paragraph_study");
	assert_int_equal(((const struct technique *)v[2])->minutes, 20);
	assert_int_equal(((const struct technique *)v[2])->launch_size, 6);
	assert_string_equal(text_in(((const struct technique *)v[3])->title, "ru"), "Взаимотренаж");
	assert_int_equal(read_text(x, "techniques: [{id: drill, title: Тренаж, minutes: 5}]\n"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_string_equal(ids(x, "technique"), "drill");
	assert_int_equal(model_builtin(x->md, "technique", &x->a, &v), 6);
	assert_int_equal(((const struct technique *)model_find(x->md, "technique", "drill"))->minutes, 5);
	assert_int_equal(((const struct technique *)model_find(x->md, "technique", "discuss"))->minutes, 8);
}

static void people(void **state)
{
	struct fixture *x = *state;
	const struct participant *p;

	assert_int_equal(read_text(x, "participants: [{code: p02, org: s, mentor: p01}, {code: p01, org: s}]\n"
	                              "organisations: [{id: s}]\n"), NSI_OK);
	assert_int_equal(model_finish(x->md), NSI_OK);
	p = (const struct participant *)model_find(x->md, "participant", "s/p02");
	assert_string_equal(p->code, "p02");
	assert_string_equal(p->mentor->id, "s/p01");
	assert_string_equal(model_json(&x->a, &p->head), "{\"code\":\"p02\",\"org\":\"s\",\"mentor\":\"s/p01\"}");
}

static void finds_nothing(void **state)
{
	struct fixture *x = *state;
	const struct head *const *v;

	assert_int_equal(model_finish(x->md), NSI_OK);
	assert_null(model_find(x->md, "unit", "a"));
	assert_null(model_find(x->md, "wizard", "a"));
	assert_int_equal(model_list(x->md, "unit", &v), 0);
	assert_int_equal(model_list(x->md, "span", &v), 0);
	assert_null(model_file(x->md, (struct place){ .file = 7 }));
}

static void paths(void **state)
{
	struct fixture *x = *state;

	assert_int_equal(model_read_path(x->md, "/nowhere/at-all.yaml"), NSI_DATA);
	assert_int_equal(model_read_path(x->md, "tests/unit/nothing"), NSI_DATA);
	assert_int_equal(model_read_path(x->md, "/dev/zero"), NSI_DATA);
	assert_int_equal(model_read_path(x->md, "lib/model"), NSI_DATA);           /* no *.yaml in it */
	assert_int_equal(model_finish(x->md), NSI_DATA);
}

/* ---- the tables ---- */

static void schema_is_fresh(void **state)
{
	static const char path[] = "schemas/programme.schema.json";
	struct fixture *x = *state;
	const char *is = model_schema(&x->a, LANG_EN, "programme");
	char *was = calloc(1, 1 << 20);
	FILE *f = fopen(path, "r");

	if (f && !fread(was, 1, (1 << 20) - 1, f))
		was[0] = '\0';
	if (f)
		fclose(f);
	if (strcmp(is, was) != 0 && getenv("ACCEPT") && (f = fopen(path, "w"))) {
		fputs(is, f);
		fclose(f);
	} else {
		check(!strcmp(is, was), "%s is stale: ACCEPT=1 build/tests/test_model", path);
	}
	free(was);
}

static void schemas(void **state)
{
	struct fixture *x = *state;

	assert_null(model_schema(&x->a, LANG_EN, "wizard"));
	for (size_t k = 0; objects[k]; k++) {
		const char *s = model_schema(&x->a, LANG_RU, objects[k]->name);
		struct arena a = { 0 };
		struct messages m = { 0 };
		struct model *md = model_new(&a, &m);

		/* JSON is YAML: it can be parsed, though its keys mean nothing here */
		model_read_item(md, "org", 1, s);
		model_finish(md);
		for (size_t i = 0; i < m.n; i++)
			check(strcmp(m.v[i].rule, "syntax") != 0, "%s: %s", objects[k]->name, m.v[i].text);
		arena_free(&a);
		messages_free(&m);
	}
}

static void tables_as_rows(void **state)
{
	struct fixture *x = *state;
	const struct nsi_rows *r = model_object_rows(&x->a, LANG_RU);
	size_t units = 0;

	assert_non_null(r);
	assert_int_equal(r->ncol, 7);
	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *c = r->cells + i * r->ncol;

		units += !strcmp(c[0].s, "unit");
		assert_true(c[2].s && *c[2].s && c[6].s && *c[6].s);
	}
	assert_int_equal(units, 14);
}

static void from_outside(void **state)
{
	struct nsi *n;
	const struct nsi_rows *rows;

	(void)state;
	assert_int_equal(nsi_new(&n, &(struct nsi_options){ .lang = "en" }), NSI_OK);
	assert_int_equal(nsi_module_schema(n, NULL, &rows), NSI_OK);
	assert_string_equal(rows->cells[0].s, "programme");
	assert_true(rows->nrow > 10 && rows->ncol == 2);
	assert_int_equal(nsi_module_schema(n, "programme", &rows), NSI_OK);
	assert_non_null(strstr(rows->cells[2].s, "\"cyclogram\""));
	assert_int_equal(nsi_module_schema(n, "part", &rows), NSI_OK);
	assert_null(strstr(rows->cells[2].s, "\"cyclogram\""));
	assert_int_equal(nsi_module_schema(n, "wizard", &rows), NSI_DATA);
	assert_int_equal(nsi_message_count(n), 1);
	assert_int_equal(nsi_module_new(n, "quantum", &rows), NSI_OK);
	assert_non_null(strstr(rows->cells[1].s, "quanta:\n  - id:"));
	assert_int_equal(nsi_module_new(n, "part", &rows), NSI_DATA);
	assert_int_equal(nsi_objects(n, &rows), NSI_OK);
	assert_true(rows->nrow > 100);
	nsi_close(n);
}

static void checks_are_listed(void **state)
{
	size_t n = 0;

	(void)state;
	for (const struct model_check *c = model_checks(); c->name; c++, n++)
		assert_true(*c->help);
	assert_true(n > 30);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(hours), CASE(texts), CASE(long_texts), CASE(kept_as_written), CASE(becomes_nfc),
		CASE(file_wins), CASE(programme_orders), CASE(one_unit_alone), CASE(listed_while_reading), CASE(unknown_item), CASE(techniques),
		CASE(people), CASE(finds_nothing), CASE(paths),
		CASE(schema_is_fresh), CASE(schemas), CASE(tables_as_rows), CASE(from_outside), CASE(checks_are_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
