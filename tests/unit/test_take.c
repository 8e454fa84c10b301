/* test_take.c - canonical lines: read back, taken in any order, refused when they are not sound. */
#include "store.h"
#include "speaker.h"

#include "store/line.h"
#include "store/sentence.h"

static enum nsi_status take(struct nsi *n, const char *text, size_t len, struct taken *out)
{
	call_begin(n);
	return take_lines(n, text, len, "x.lines", out);
}

static bool taken(struct nsi *n, const char *text, size_t len)
{
	struct taken t;

	if (!take(n, text, len, &t))
		return true;
	tell(n);
	return false;
}

static int64_t asked(struct nsi *n, const char *sql)
{
	sqlite3_stmt *s;
	int64_t v = -1;

	assert_int_equal(sqlite3_prepare_v2(n->db, sql, -1, &s, NULL), SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

static struct speaker school(void)
{
	struct speaker o = { .code = "net-a.1", .at = 1790000000 };

	speak_words(&o, "enrol person=net-a/p01 data={\"org\":\"net-a\",\"post\":\"учитель\"}",
	            "bear person=net-a/p01 unit=u-a", NULL);
	speak_words(&o, "master on=2026-10-01 tm=154000 person=net-a/p02 unit=u-a with=net-a/p01 checked_by=net-a/p01 "
	            "data={\"evidence\":\"\\\"а\\\" \\\\ б\"}", NULL);
	speak_words(&o, "start on=2026-10-02 person=net-a/p03 unit=u-a part=u-a.k1 session=all@2026-10-02 quantum=q-1", NULL);
	speak_words(&o, "undo on=2026-10-03 about=net-a.1:3", NULL);
	return o;
}

/* The K-th line, 1-based. */
static const char *line_at(const struct speaker *o, int k, size_t *len)
{
	const char *p = o->lines.s;

	while (--k)
		p = strchr(p, '\n') + 1;
	*len = strcspn(p, "\n") + 1;
	return p;
}

static void back_and_forth(void **state)
{
	struct speaker o = school();
	struct nsi *n = made("nsi.db");
	struct buf b = { 0 };
	struct taken t;

	(void)state;
	assert_int_equal(take(n, o.lines.s, o.lines.n, &t), NSI_OK);
	assert_int_equal(t.entries, 5);
	assert_int_equal(t.acts, 4);
	assert_int_equal(t.read, 5);
	assert_int_equal(lines_write(n, "net-a.1", 1, &b), NSI_OK);
	assert_int_equal(b.n, o.lines.n);
	assert_memory_equal(b.s, o.lines.s, b.n);
	buf_clear(&b);
	assert_int_equal(lines_write(n, "net-a.1", 4, &b), NSI_OK);
	assert_true(b.n && b.n < o.lines.n && !memcmp(b.s, o.lines.s + o.lines.n - b.n, b.n));
	assert_int_equal(take(n, o.lines.s, o.lines.n, &t), NSI_OK);
	assert_true(t.known == 9 && !t.entries && !t.acts && !t.read);
	assert_int_equal(asked(n, "SELECT count(*) FROM mark"), 2);          /* bears; started; the mastery is undone */
	assert_int_equal(asked(n, "SELECT count(*) FROM taught"), 0);
	buf_free(&b);
	buf_free(&o.lines);
	nsi_close(n);
}

/* What is said here goes elsewhere and comes back: the same lines, the same link. */
static void said_here(void **state)
{
	struct nsi *a = made("a.db"), *b = made("b.db");
	struct said v[2] = {
		{ .verb = nsi_verb("master"), .day = 20728, .person = { code_id(a, "person", "s161/p07"), "s161/p07" },
		  .unit = { code_id(a, "unit", "u-a"), "u-a" }, .checker = { code_id(a, "actor", "methodist"), "methodist" },
		  .data = "{\"evidence\":\"видео\"}" },
		{ .verb = nsi_verb("bear"), .day = DAY_NONE, .person = { code_id(a, "person", "s161/p08"), "s161/p08" },
		  .unit = { code_id(a, "unit", "u-b"), "u-b" } },
	};
	struct said_list list;
	struct outcome done;
	struct buf one = { 0 }, two = { 0 };
	struct taken t;
	char verbs[256];

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(journal_begin(a), NSI_OK);
		said_list(&list, a, v, (size_t)(i % 2 + 1));
		assert_int_equal(journal_append(a, &list.source, NULL, 0, &done, verbs), NSI_OK);
		assert_int_equal(fold_done(a), NSI_OK);
		assert_int_equal(db_commit(a), NSI_OK);
	}
	assert_int_equal(lines_write(a, a->origin_code, 1, &one), NSI_OK);
	assert_int_equal(take(b, one.s, one.n, &t), NSI_OK);
	assert_true(t.entries == 4 && t.acts == 3 && t.read == 4);
	assert_int_equal(lines_write(b, a->origin_code, 1, &two), NSI_OK);
	assert_string_equal(one.s, two.s);
	assert_int_equal(take(a, two.s, two.n, &t), NSI_OK);
	assert_int_equal(t.known, 7);
	assert_int_equal(asked(b, "SELECT count(*) FROM entry e JOIN code c ON c.id = e.checker AND c.kind = 'actor'"), 3);
	buf_free(&one);
	buf_free(&two);
	nsi_close(a);
	nsi_close(b);
}

static void not_a_line(void **state)
{
	static const char *const lines[] = {
		"x", "{}", "{\"entry\":\"net-a.1:1\"}", "\xff", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\"} ",
		" {\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\"}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\"}\r",
		"{\"entry\":\"net-a.1:0\",\"act\":0,\"verb\":\"bear\"}", "{\"entry\":\"net-a.1:01\",\"act\":1,\"verb\":\"bear\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":2,\"verb\":\"bear\"}", "{\"entry\":\"net-a.1:-1\",\"act\":1,\"verb\":\"bear\"}",
		"{\"entry\":\"net-a.1:99999999999999999999\",\"act\":1,\"verb\":\"bear\"}", "{\"entry\":\":1\",\"act\":1,\"verb\":\"bear\"}",
		"{\"entry\":\"Net a:1\",\"act\":1,\"verb\":\"bear\"}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"no such\"}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"on\":\"2026-13-01\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"unit\":\"u-a\",\"person\":\"net-a/p01\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"person\":\"\"}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"place\":\"x\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"person\":\"\\u0041\"}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"person\":\"a\\/b\"}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"person\":\"a", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"person\":\"a\\",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"data\":[1]}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"data\":{\"a\":}}",
		"{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"bear\",\"data\":}", "{\"entry\":\"net-a.1:1\",\"act\":1,\"verb\":\"undo\",\"about\":\"x\"}",
		"{\"act\":\"net-a.1:1\",\"last\":1,\"lamport\":1,\"at\":\"2026-09-21T14:13:20Z\",\"actor\":\"methodist\"}",
		"{\"act\":\"net-a.1:1\",\"last\":1,\"lamport\":1,\"at\":\"2026-09-21T14:13:20Z\",\"actor\":\"methodist\",\"link\":\"00\"}",
		"{\"act\":\"net-a.1:2\",\"last\":1,\"lamport\":1,\"at\":\"2026-09-21T14:13:20Z\",\"actor\":\"methodist\",\"link\":\"0000000000000000000000000000000000000000000000000000000000000000\"}",
		"{\"act\":\"net-a.1:1\",\"last\":1,\"lamport\":1,\"at\":\"yesterday\",\"actor\":\"methodist\",\"link\":\"0000000000000000000000000000000000000000000000000000000000000000\"}",
		"{\"act\":\"net-a.1:1\",\"last\":1,\"lamport\":9007199254740993,\"at\":\"2026-09-21T14:13:20Z\",\"actor\":\"m\",\"link\":\"0000000000000000000000000000000000000000000000000000000000000000\"}",
	};
	struct nsi *n = made("nsi.db");
	struct speaker o = school();
	struct taken t;

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct buf b = { 0 };

		buf_put(&b, o.lines.s, o.lines.n);
		buf_printf(&b, "%s\n", lines[i]);
		check(take(n, b.s, b.n, &t) == NSI_DATA && nsi_message_count(n) == 1 && nsi_message_at(n, 0)->line == 10, "%s", lines[i]);
		buf_free(&b);
	}
	assert_int_equal(asked(n, "SELECT count(*) FROM entry"), 0);
	assert_int_equal(asked(n, "SELECT count(*) FROM origin"), 1);
	buf_free(&o.lines);
	nsi_close(n);
}

/* Each single changed byte of a journal is noticed, at the latest when it is read. */
static void changed(void **state)
{
	struct speaker o = school();
	struct nsi *n = made("nsi.db");
	struct taken t;

	(void)state;
	for (size_t i = 0; i < o.lines.n - 1; i++) {
		char was = o.lines.s[i];

		o.lines.s[i] ^= i % 3 ? 1 : 4;
		check(take(n, o.lines.s, o.lines.n, &t) == NSI_DATA || !t.read || t.read < 5, "byte %zu", i);
		if (asked(n, "SELECT count(*) FROM entry")) {              /* a cut: lines that seem to be of another origin wait */
			char command[200];

			nsi_close(n);
			snprintf(command, sizeof(command), "rm -f %s/*", folder);
			assert_int_equal(system(command), 0);
			n = made("nsi.db");
		}
		o.lines.s[i] = was;
	}
	assert_true(taken(n, o.lines.s, o.lines.n));
	buf_free(&o.lines);
	nsi_close(n);
}

static void forks(void **state)
{
	struct speaker o = school(), p = { .code = "net-a.1", .at = 1790000000 };
	struct nsi *n = made("nsi.db");
	struct taken t;
	size_t len;
	const char *line;

	(void)state;
	assert_true(taken(n, o.lines.s, o.lines.n));
	speak_words(&p, "enrol person=net-a/p01 data={\"org\":\"net-a\",\"post\":\"завуч\"}", NULL);
	for (int k = 1; k <= 2; k++) {
		line = line_at(&p, k, &len);
		assert_int_equal(take(n, line, len, &t), NSI_DATA);
		assert_int_equal(nsi_message_count(n), 1);
		assert_non_null(strstr(nsi_message_at(n, 0)->text, "gone apart"));
		assert_string_equal(nsi_message_at(n, 0)->file, "x.lines");
		assert_int_equal(nsi_message_at(n, 0)->line, 1);
	}
	line = "{\"act\":\"net-a.1:2\",\"last\":2,\"lamport\":1,\"at\":\"2026-09-21T14:13:20Z\",\"actor\":\"methodist\",\"link\":"
	       "\"0000000000000000000000000000000000000000000000000000000000000000\"}\n";           /* inside an act that is read */
	assert_int_equal(take(n, line, strlen(line), &t), NSI_DATA);
	assert_true(taken(n, o.lines.s, o.lines.n));
	buf_free(&o.lines);
	buf_free(&p.lines);
	nsi_close(n);
}

/* An origin is read up to its first hole, act by act; the rest waits, and is read once. */
static void holes(void **state)
{
	static const struct { int line; int64_t read, marks; } steps[] = {
		{ 9, 0, 0 }, { 7, 0, 0 }, { 6, 0, 0 }, { 3, 0, 0 }, { 1, 0, 0 }, { 2, 2, 1 },
		{ 5, 2, 1 }, { 4, 4, 3 }, { 9, 4, 3 }, { 8, 5, 2 },
	};
	struct speaker o = school();
	struct nsi *n = made("nsi.db");

	(void)state;
	for (size_t i = 0; i < COUNT(steps); i++) {
		size_t len;
		const char *line = line_at(&o, steps[i].line, &len);

		check(taken(n, line, len), "line %d", steps[i].line);
		check(asked(n, "SELECT read FROM origin WHERE code = 'net-a.1'") == steps[i].read, "line %d", steps[i].line);
		check(asked(n, "SELECT count(*) FROM mark") == steps[i].marks, "line %d", steps[i].line);
		check(!asked(n, "SELECT count(*) FROM span"), "line %d", steps[i].line);
	}
	buf_free(&o.lines);
	nsi_close(n);
}

/* A link that does not fit is found when the act before it is there, at once or later. */
static void links(void **state)
{
	struct speaker o = school(), p = { .code = "net-a.1", .at = 1790000000 };
	struct nsi *n = made("nsi.db");
	struct taken t;
	size_t len, head;
	const char *line;

	(void)state;
	speak_words(&p, "enrol person=net-a/p09 data={\"org\":\"net-a\"}", "bear person=net-a/p01 unit=u-a", NULL);
	speak_words(&p, "master on=2026-10-01 person=net-a/p02 unit=u-a", NULL);
	line = line_at(&p, 4, &len);                       /* the second act of another history */
	head = (size_t)(line - p.lines.s);
	assert_true(taken(n, line, p.lines.n - head));
	line = line_at(&o, 4, &len);
	assert_int_equal(take(n, o.lines.s, (size_t)(line - o.lines.s), &t), NSI_DATA);
	assert_non_null(strstr(nsi_message_at(n, 0)->text, "net-a.1:3"));
	assert_true(taken(n, p.lines.s, p.lines.n));
	buf_free(&o.lines);
	buf_free(&p.lines);
	nsi_close(n);
}

/* A verb of a later version is kept, hashed and handed on, and means nothing here. */
static void unknown_verb(void **state)
{
	struct speaker o = { .code = "net-a.1" };
	struct nsi *n = made("nsi.db");
	struct buf b = { 0 };

	(void)state;
	speak_words(&o, "dance on=2026-10-01 person=net-a/p01 with=net-a/p02 data={\"tune\":[1,{\"a\":null}]}", "bear person=net-a/p01 unit=u-a", NULL);
	assert_true(taken(n, o.lines.s, o.lines.n));
	assert_int_equal(asked(n, "SELECT count(*) FROM mark"), 1);
	assert_int_equal(lines_write(n, "net-a.1", 1, &b), NSI_OK);
	assert_string_equal(b.s, o.lines.s);
	buf_free(&b);
	buf_free(&o.lines);
	nsi_close(n);
}

/* Whatever another origin puts into its data, it breaks nothing. */
static void odd_data(void **state)
{
	static const char *const words[] = {
		"plan person=net-a/p01 data={\"year\":\"abc\",\"edition\":\"e\",\"units\":[]}", "plan person=net-a/p01 data={\"year\":1e300,\"edition\":\"e\",\"units\":[]}",
		"plan person=net-a/p01 data={\"year\":[1],\"edition\":{\"a\":1},\"units\":[1]}", "plan person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":[1,\"x\",null,[2],{\"unit\":3}]}",
		"plan person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":{\"unit\":\"u-a\"}}", "plan person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":\"u-a\"}",
		"plan person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":[{\"unit\":\"u-a\",\"due\":\"never\",\"hours\":\"x\",\"why\":7,\"way\":[],\"needed\":{}}]}",
		"plan person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":[{\"unit\":\"u-a\",\"hours\":1e308,\"due\":1e9}]}",
		"plan person=net-a/p01", "plan data={\"year\":2027,\"edition\":\"e\",\"units\":[{\"unit\":\"u-a\"}]}", "plan person=net-a/p01 data={\"year\":null}",
		"propose person=net-a/p01 data={\"year\":\"x\"}", "approve person=net-a/p01 data={\"year\":2.5,\"order\":[]}", "reopen person=net-a/p01 data={\"year\":2027,\"state\":7}",
		"reopen person=net-a/p01 data={\"year\":{},\"state\":{\"a\":[]}}", "close", "year data={\"year\":\"x\",\"state\":\"open\"}", "year data={\"year\":2027,\"state\":5}",
		"year data={\"year\":true,\"state\":[]}", "snapshot data={\"year\":\"x\",\"kind\":\"head\",\"rows\":[1]}", "snapshot data={\"year\":2027,\"kind\":5,\"rows\":\"x\"}",
		"snapshot data={\"year\":2027,\"kind\":\"head\",\"rows\":{\"a\":1,\"b\":null}}", "snapshot data={\"year\":2027,\"kind\":{},\"rows\":[[],{}]}",
		"set person=net-a/p01 data={\"key\":5,\"value\":null}", "set person=net-a/p01 data={\"key\":{\"a\":1},\"value\":[]}", "set data={\"key\":\"k\",\"value\":1}",
		"member person=net-a/p01 data={\"group\":5}", "member person=net-a/p01 data={\"group\":[\"g\"],\"off\":{}}", "member data={\"group\":\"g\"}",
		"enrol person=net-a/p01 data={\"org\":5}", "enrol person=net-a/p01 data={\"org\":{\"a\":1},\"post\":[1],\"subject\":{}}", "enrol person=p data={\"org\":\"net-a\",\"post\":5}",
		"enrol data={\"org\":\"net-a\"}", "edition data={\"programme\":5,\"rest\":[]}", "edition data={\"programme\":\"a\"}", "edition",
		"start person=net-a/p01 unit=u-a data={\"beside\":\"net-a/p02\"}", "start person=net-a/p01 unit=u-a data={\"beside\":[1,null,{\"a\":2},\"net-a/p02\"]}",
		"master person=net-a/p01", "master unit=u-a", "bear", "leave", "undo", "redo on=2026-10-01", "undo about=nowhere:5", "undo about=net-a.1:1", "credit with=x unit=y",
	};
	struct nsi *n = made("nsi.db");
	struct speaker o = { .code = "net-a.1" };
	size_t from = 0, at = 0;
	int64_t off;
	enum nsi_status status;

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		speak_words(&o, words[i], NULL);
		check(taken(n, o.lines.s + from, o.lines.n - from), "%s", words[i]);
		from = o.lines.n;
	}
	assert_int_equal(journal_begin(n), NSI_OK);
	for (const char *fact; (fact = fold_compare(n, &at, &off, &status));)
		check(false, "%s: %d rows", fact, (int)off);
	assert_int_equal(status, NSI_OK);
	db_rollback(n);
	assert_int_equal(journal_begin(n), NSI_OK);
	assert_int_equal(fold_rebuild(n), NSI_OK);
	db_rollback(n);
	buf_free(&o.lines);
	nsi_close(n);
}

/* Codes that a journal names come into the dictionary before facts join it. */
static void codes_first(void **state)
{
	struct speaker o = { .code = "net-a.1" };
	struct nsi *n = made("nsi.db");

	(void)state;
	speak_words(&o, "enrol person=net-a/p01 data={\"org\":\"net-z\"}", "member person=net-a/p01 data={\"group\":\"sg-9\"}",
	            "plan person=net-a/p01 data={\"year\":2027,\"edition\":\"abc\",\"units\":[{\"unit\":\"u-x\",\"needed\":\"u-y\"}]}",
	            "start person=net-a/p01 unit=u-x data={\"beside\":[\"net-b/p77\"]}", NULL);
	assert_true(taken(n, o.lines.s, o.lines.n));
	assert_int_equal(asked(n, "SELECT count(*) FROM enrol"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM member"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM plan"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM plan_unit WHERE needed IS NOT NULL"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM beside"), 2);
	buf_free(&o.lines);
	nsi_close(n);
}

/* Private texts of our own entries keep their entries when a restored copy gets its lines back; another
 * school's entry that names our text does not show it. */
static void secrets(void **state)
{
	struct nsi *n = made("nsi.db");
	struct said said = { .verb = nsi_verb("leave"), .day = n->today, .person = { code_id(n, "person", "s161/p07"), "s161/p07" } };
	struct said_list list;
	struct outcome done;
	struct buf lines = { 0 };
	struct speaker o = { .code = "net-a.1" };
	int64_t orphans, missing;
	char verbs[256];

	(void)state;
	assert_int_equal(journal_begin(n), NSI_OK);
	said.data = arena_printf(&n->keep, "{\"reason\":\"%s\"}", private_keep(n, "текст"));
	said_list(&list, n, &said, 1);
	assert_int_equal(journal_append(n, &list.source, NULL, 0, &done, verbs), NSI_OK);
	assert_int_equal(fold_done(n) | private_commit(n) | db_commit(n), NSI_OK);
	private_drop(n);
	assert_int_equal(lines_write(n, n->origin_code, 1, &lines), NSI_OK);
	assert_null(strstr(lines.s, "текст"));

	assert_int_equal(sqlite3_exec(n->db, "DELETE FROM secret; DELETE FROM entry; DELETE FROM act; UPDATE origin SET seq = 0, read = 0", NULL, NULL, NULL), SQLITE_OK);
	assert_true(taken(n, lines.s, lines.n));
	assert_int_equal(private_count(n, true, &orphans, &missing), NSI_OK);
	assert_true(!orphans && !missing);
	assert_string_equal(sentence_of_entry(n, n->origin, 1).shown, "p07: left: текст");
	speak_words(&o, arena_printf(&n->keep, "leave person=net-a/p02 data=%s", said.data), NULL);
	assert_true(taken(n, o.lines.s, o.lines.n));
	assert_string_equal(sentence_of_entry(n, asked(n, "SELECT id FROM origin WHERE own = 0"), 1).s, "p02: left: …");
	buf_free(&lines);
	buf_free(&o.lines);
	nsi_close(n);
}

/* Of our own origin nothing is taken that leaves a hole: the next thing said here would stand behind it. */
static void own_hole(void **state)
{
	struct nsi *n = made("nsi.db");
	struct speaker o = { .code = arena_strdup(&n->keep, n->origin_code) };
	struct taken t;
	size_t len;
	const char *line;

	(void)state;
	speak_words(&o, "bear person=s161/p01 unit=u-a", NULL);
	speak_words(&o, "bear person=s161/p01 unit=u-b", NULL);
	line = line_at(&o, 3, &len);
	assert_int_equal(take(n, line, o.lines.n - (size_t)(line - o.lines.s), &t), NSI_DATA);
	assert_int_equal(asked(n, "SELECT count(*) FROM entry"), 0);
	assert_true(taken(n, o.lines.s, o.lines.n));
	buf_free(&o.lines);
	nsi_close(n);
}

#define T(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(back_and_forth), T(said_here), T(not_a_line), T(changed), T(forks), T(holes), T(links), T(unknown_verb),
		T(odd_data), T(codes_first), T(secrets), T(own_hole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
