/* test_careless.c - where the core once broke: each a scenario, told by a school or by another school's lines. */
#include "store.h"
#include "speaker.h"

static const char programme[] =
	"format: nsi/1\n"
	"programme:\n"
	"  id: prog\n  title: Программа\n  capacity: 36\n"
	"  technologies: [{id: t1, title: Первая}, {id: t2, title: Вторая}]\n"
	"  modules:\n"
	"    - id: m\n      kind: invariant\n      title: Общее\n      technologies: [t1, t2]\n"
	"      units:\n"
	"        - {id: u-a, label: А, title: Первая, hours: 1, check: %s}\n"
	"        - {id: u-b, label: Б, title: Вторая, hours: 1, check: demo, after: [u-a]}\n"
	"        - {id: u-c, label: В, title: Третья, hours: 2, check: demo, parts: [{id: k1, label: К1, title: Первая}, {id: k2, label: К2, title: Вторая}]}\n"
	"    - id: v\n      kind: variative\n      title: На выбор\n      technologies: [t1]\n"
	"      units: [{id: u-d, label: Г, title: Четвёртая, hours: 1, check: demo, after: []}]\n"
	"organisations: [{id: s161, short: Школа, zone: Asia/Krasnoyarsk}, {id: net-a, short: Школа А, zone: Asia/Krasnoyarsk}]\n"
	"participants:\n"
	"  - {code: p01, org: s161, post: учитель, bearer: [%s], choice: [v]}\n"
	"  - {code: p02, org: s161, post: учитель, choice: [v]}\n"
	"  - {code: p03, org: s161, post: учитель, choice: [v]}\n"
	"  - {code: p04, org: s161, post: учитель, choice: [v]}\n"
	"  - {code: p05, org: net-a, post: учитель, choice: [v]}\n"
	"calendar:\n"
	"  - {id: k-2027, year: 2027, orgs: [s161, net-a], zone: Asia/Krasnoyarsk, week: 5, pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30}}\n"
	"  - {id: k-2028, year: 2028, orgs: [s161, net-a], zone: Asia/Krasnoyarsk, week: 5, pupils: {from: 2027-09-01, to: 2028-05-26}, teachers: {from: 2027-08-24, to: 2028-06-30}}\n";

/* ---- a school ---------------------------------------------------------------------------------------------- */

static bool done(struct nsi *n, enum nsi_status status)
{
	if (status)
		tell(n);
	return !status;
}

static bool load(struct nsi *n, const char *check_of_a, const char *bears)
{
	const struct nsi_rows *rows;
	const char *path = in_folder("school.yaml");
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fprintf(f, programme, check_of_a, bears);
	assert_int_equal(fclose(f), 0);
	return done(n, nsi_module_load(n, (struct nsi_list){ 1, &path }, 0, &rows));
}

static bool plan_all(struct nsi *n)
{
	const struct nsi_rows *rows;

	return done(n, nsi_iop_plan(n, &(struct nsi_plan){ 0 }, NSI_ALL, &rows));
}

static struct nsi *school(void)
{
	struct nsi *n = made("nsi.db");

	assert_true(load(n, "demo", "u-a, u-c"));
	assert_true(plan_all(n));
	return n;
}

/* "person=p02 unit=u-a state=mastered on=2026-10-01 with=p01": each word an argument of VERB. */
static enum nsi_status say(struct nsi *n, const char *verb, const char *words)
{
	static char text[400];
	const struct nsi_rows *rows;
	struct nsi_arg args[12];
	size_t count = 0;

	snprintf(text, sizeof(text), "%s", words);
	for (char *w = strtok(text, " "); w; w = strtok(NULL, " ")) {
		char *v = strchr(w, '=');

		*v++ = '\0';
		args[count++] = (struct nsi_arg){ w, v };
	}
	return nsi_say(n, verb, args, count, 0, &rows);
}

static bool mark(struct nsi *n, const char *words)
{
	return done(n, say(n, "mark", words));
}

/* Refused, with the sentence SAYS among the reasons. */
static bool refused(struct nsi *n, enum nsi_status status, const char *says)
{
	for (size_t i = 0; status == NSI_DATA && i < nsi_message_count(n); i++)
		if (strstr(nsi_message_at(n, i)->text, says))
			return true;
	print_error("not refused by \"%s\":\n", says);
	tell(n);
	return false;
}

static bool no_mark(struct nsi *n, const char *words, const char *says)
{
	return refused(n, say(n, "mark", words), says);
}

static enum nsi_status undo(struct nsi *n, const char *entry)
{
	const struct nsi_rows *rows;

	return nsi_undo(n, (struct nsi_list){ entry != NULL, &entry }, !entry, NULL, 0, &rows);
}

static enum nsi_status redo(struct nsi *n)
{
	const struct nsi_rows *rows;

	return nsi_redo(n, NULL, 0, &rows);
}

/* The number of the newest entry. */
static const char *newest(struct nsi *n)
{
	static char v[4][32];
	static int at;
	sqlite3_stmt *s;

	at = (at + 1) % 4;
	assert_int_equal(sqlite3_prepare_v2(n->db, "SELECT act FROM entry e JOIN origin o ON o.id = e.origin AND o.own = 1 ORDER BY e.seq DESC LIMIT 1", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	snprintf(v[at], sizeof(v[at]), "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return v[at];
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

#define PERSON(code) "(SELECT id FROM code WHERE kind = 'person' AND code = '" code "')"
#define UNIT(code) "(SELECT id FROM code WHERE kind = 'unit' AND code = '" code "')"
#define MARKS(person, unit) "SELECT count(*) FROM mark WHERE person = " PERSON(person) " AND unit = " UNIT(unit)

static void sound(struct nsi *n)
{
	enum nsi_status status;
	size_t at = 0;
	int64_t off = 0;
	const char *fact;

	call_begin(n);
	assert_int_equal(journal_begin(n), NSI_OK);
	fact = fold_compare(n, &at, &off, &status);
	check(!fact && !status, "%s: %d other rows", fact ? fact : "", (int)off);
	db_rollback(n);
}

/* ---- another school's lines ------------------------------------------------------------------------------------ */

static void taken(struct nsi *n, struct speaker *o)
{
	struct taken t;

	call_begin(n);
	assert_true(done(n, take_lines(n, o->lines.s, o->lines.n, "lines", &t)));
	buf_free(&o->lines);
}

/* How many of the newest acts' entries, from entry FIRST of O on, the rules refuse, and whether RULE is among them. */
static int judged(struct nsi *n, const struct speaker *o, int64_t first, const char *rule)
{
	struct refusal *v;
	size_t count;
	char sql[100];
	int found = 0;

	snprintf(sql, sizeof(sql), "SELECT id FROM origin WHERE code = '%s'", o->code);
	assert_int_equal(journal_begin(n), NSI_OK);
	assert_int_equal(fold_done(n), NSI_OK);
	assert_int_equal(fold_span_add(n, asked(n, sql), first, o->seq), NSI_OK);
	assert_int_equal(fold_rules(n, true, NULL, &v, &count), NSI_OK);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(v[i].rule, rule))
			found++;
		else
			print_error("%s: %s\n", v[i].rule, v[i].text), found = -100;
	db_rollback(n);
	return found;
}

/* ---- definitions ------------------------------------------------------------------------------------------------ */

/* A definition that changed before the undo leaves nothing of the mark behind. */
static void definition_changed(void **state)
{
	struct nsi *n = school();

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-01 with=p01"));
	const char *entry = newest(n);

	assert_true(load(n, "product", "u-a, u-c"));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 1);
	assert_true(done(n, undo(n, entry)));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 0);
	assert_int_equal(asked(n, "SELECT count(*) FROM taught"), 0);
	sound(n);
	nsi_close(n);
}

/* Bearers named in the YAML stand in the journal: another school with it knows who can teach. */
static void bearers_travel(void **state)
{
	struct nsi *a = school(), *b = made("b.db");
	struct buf lines = { 0 };
	struct taken t;

	(void)state;
	assert_int_equal(lines_write(a, a->origin_code, 1, &lines), NSI_OK);
	assert_true(done(b, take_lines(b, lines.s, lines.n, "lines", &t)));
	assert_int_equal(asked(b, "SELECT count(*) FROM can_teach WHERE person = " PERSON("s161/p01") " AND since <= 20000 AND until = 99999"), 0);
	assert_int_equal(asked(b, "SELECT count(*) FROM can_teach WHERE person = " PERSON("s161/p01") " AND since <= 20728 AND until = 99999"), 2);
	assert_int_equal(asked(b, "SELECT count(*) FROM can_teach"), 2);
	buf_free(&lines);
	nsi_close(a);
	nsi_close(b);
}

/* Named in the load that enrols him: from before all days. Named later: from the day on which it is said. */
static void bearers_since(void **state)
{
	struct nsi *n = school();

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=started on=2026-08-24 with=p01"));
	assert_true(load(n, "demo", "u-a, u-c, u-d, {unit: u-b, since: 2026-11-01}"));
	assert_true(plan_all(n));
	assert_true(no_mark(n, "person=p03 unit=u-d state=started on=2026-11-11 with=p01", "did not hold"));
	assert_true(mark(n, "person=p03 unit=u-d state=started on=2026-11-12 with=p01"));
	assert_true(mark(n, "person=p04 unit=u-a state=mastered on=2026-10-01 with=p01"));
	assert_true(no_mark(n, "person=p04 unit=u-b state=started on=2026-10-31 with=p01", "did not hold"));
	assert_true(mark(n, "person=p04 unit=u-b state=started on=2026-11-01 with=p01"));
	nsi_close(n);
}

/* ---- bearing and no more -------------------------------------------------------------------------------------- */

static void bears_no_more(void **state)
{
	struct nsi *n = school();

	(void)state;
	setenv("NSI_TODAY", "2026-10-10", 1);
	nsi_close(n);
	n = opened("nsi.db");
	assert_true(load(n, "demo", "u-c"));               /* p01 bears u-a no more */
	setenv("NSI_TODAY", "2026-11-12", 1);
	nsi_close(n);
	n = opened("nsi.db");
	assert_true(mark(n, "person=p02 unit=u-a state=started on=2026-10-09 with=p01"));
	assert_true(no_mark(n, "person=p03 unit=u-a state=started on=2026-10-11 with=p01", "did not hold"));
	assert_true(no_mark(n, "person=p03 unit=u-a state=started on=2026-11-12 with=p01", "did not hold"));
	assert_int_equal(asked(n, "SELECT count(*) FROM can_teach WHERE unit = " UNIT("u-a") " AND until = 99999"), 0);
	assert_true(load(n, "demo", "u-a, u-c"));          /* and bears it again */
	assert_true(mark(n, "person=p03 unit=u-a state=started on=2026-11-12 with=p01"));
	assert_true(no_mark(n, "person=p04 unit=u-a state=started on=2026-11-11 with=p01", "did not hold"));
	assert_int_equal(asked(n, "SELECT count(*) FROM can_teach WHERE unit = " UNIT("u-a") " AND until = 99999"), 1);
	sound(n);
	nsi_close(n);
}

/* ---- two schools ------------------------------------------------------------------------------------------------ */

/* One meeting recorded by two schools: the word of one that is taken back leaves the other's. */
static void recorded_twice(void **state)
{
	struct speaker a = { .code = "net-a.1" }, b = { .code = "net-b.1" };
	struct nsi *n = made("nsi.db");

	(void)state;
	speak_words(&a, "master on=2026-10-01 person=net-a/p01 with=net-b/p02 unit=u-a checked_by=net-b/p02", NULL);
	speak_words(&b, "master on=2026-10-01 person=net-a/p01 with=net-b/p02 unit=u-a checked_by=net-b/p02", NULL);
	taken(n, &a);
	taken(n, &b);
	assert_int_equal(asked(n, "SELECT count(*) FROM taught"), 2);
	speak_words(&a, "undo about=net-a.1:1", NULL);
	taken(n, &a);
	assert_int_equal(asked(n, "SELECT count(*) FROM taught"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM mark"), 1);
	sound(n);
	nsi_close(n);
}

/* Of words of one lamport the origin's code decides, whatever number the origin has here. */
static void ties(void **state)
{
	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		struct speaker a = { .code = "net-a.1" }, b = { .code = "net-b.1" };
		struct nsi *n = made(turn ? "one.db" : "two.db");

		speak_words(&a, "set person=net-a/p01 data={\"key\":\"capacity\",\"value\":600}", "bear on=2026-10-01 person=net-a/p01 unit=u-a",
		            "propose person=net-a/p01 data={\"year\":2027}", "undo about=net-c.1:1", NULL);
		speak_words(&b, "set person=net-a/p01 data={\"key\":\"capacity\",\"value\":900}", "unbear on=2026-10-01 person=net-a/p01 unit=u-a",
		            "return person=net-a/p01 data={\"year\":2027}", "redo about=net-c.1:1", NULL);
		taken(n, turn ? &a : &b);
		taken(n, turn ? &b : &a);
		assert_int_equal(asked(n, "SELECT value FROM setting_of WHERE until = 99999 AND key = 'capacity'"), 900);
		assert_int_equal(asked(n, "SELECT count(*) FROM holds WHERE until = 99999"), 0);
		assert_int_equal(asked(n, "SELECT state = 'draft' FROM iop_state WHERE until = 99999"), 1);
		assert_int_equal(asked(n, "SELECT count(*) FROM undone"), 0);
		buf_free(&a.lines);
		buf_free(&b.lines);
		nsi_close(n);
	}
}

/* A plan is its head: one of no units still replaces the former. */
static void empty_plan(void **state)
{
	struct speaker a = { .code = "net-a.1" };
	struct nsi *n = made("nsi.db");

	(void)state;
	speak_words(&a, "plan on=2026-09-01 person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":[{\"unit\":\"u-a\"},{\"unit\":\"u-b\"}]}", NULL);
	speak_words(&a, "plan on=2026-09-10 person=net-a/p01 data={\"year\":2027,\"edition\":\"e\",\"units\":[]}", NULL);
	taken(n, &a);
	assert_int_equal(asked(n, "SELECT count(*) FROM iop WHERE until = 99999"), 1);
	assert_int_equal(asked(n, "SELECT count(*) FROM iop_unit WHERE until = 99999"), 0);
	assert_int_equal(asked(n, "SELECT count(*) FROM iop_unit WHERE since <= 20705 AND 20705 < until"), 2);     /* as of 9 September */
	nsi_close(n);
}

/* ---- order inside a day ------------------------------------------------------------------------------------------- */

/* What another school's lines say, judged as if it were said here. TM: (minutes + 1440) × 100 + round. */
static void order_in_a_day(void **state)
{
	static const struct { const char *what, *lines[4]; int refused; } cases[] = {
		{ "an evening follows a morning", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=250001 person=s161/p03 unit=u-a with=s161/p02" }, 0 },
		{ "a later round follows an earlier", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=200002 person=s161/p03 unit=u-a with=s161/p02" }, 0 },
		{ "not in the same round", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=200001 person=s161/p03 unit=u-a with=s161/p02" }, 1 },
		{ "nor before it", { "start on=2026-10-01 tm=200001 person=s161/p03 unit=u-a with=s161/p02",
		  "master on=2026-10-01 tm=250001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01" }, 1 },
		{ "before midnight in UTC is still earlier", { "master on=2026-10-01 tm=142001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=144501 person=s161/p03 unit=u-a with=s161/p02" }, 0 },
		{ "without a time it fits", { "start on=2026-10-01 person=s161/p03 unit=u-a with=s161/p02",
		  "master on=2026-10-01 tm=250001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01" }, 0 },
		{ "an evening after a launch without a time", { "master on=2026-10-01 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "master on=2026-10-01 tm=250001 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p02" }, 0 },
		{ "an evening after a launch with one", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "master on=2026-10-01 tm=250001 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p02",
		  "start on=2026-10-01 tm=250002 person=s161/p04 unit=u-a with=s161/p03" }, 0 },
		{ "a circle of two", { "master on=2026-10-01 person=s161/p02 unit=u-a with=s161/p03 checked_by=s161/p03",
		  "master on=2026-10-01 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p02" }, 2 },
		{ "a circle with times", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p03 checked_by=s161/p03",
		  "master on=2026-10-01 tm=200002 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p02" }, 2 },
		{ "a circle of three through a mark without a time", { "master on=2026-10-01 tm=250001 person=s161/p02 unit=u-a with=s161/p04 checked_by=s161/p01",
		  "master on=2026-10-01 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p01",
		  "master on=2026-10-01 tm=200001 person=s161/p04 unit=u-a with=s161/p03 checked_by=s161/p01" }, 3 },
		{ "late through a mark without a time", { "master on=2026-10-01 tm=250001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "master on=2026-10-01 person=s161/p03 unit=u-a with=s161/p02 checked_by=s161/p01",
		  "master on=2026-10-01 tm=200001 person=s161/p04 unit=u-a with=s161/p03 checked_by=s161/p01" }, 1 },
		{ "a holder of one card gives another", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-c part=u-c.k1 with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=250001 person=s161/p03 unit=u-c part=u-c.k2 with=s161/p02" }, 1 },
		{ "his own card he gives", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-c part=u-c.k1 with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=250001 person=s161/p03 unit=u-c part=u-c.k1 with=s161/p02" }, 0 },
		{ "on a later day too only his own", { "master on=2026-10-01 person=s161/p02 unit=u-c part=u-c.k1 with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-02 person=s161/p03 unit=u-c part=u-c.k2 with=s161/p02", "start on=2026-10-02 person=s161/p04 unit=u-c with=s161/p02" }, 2 },
		{ "nor who was only started by one of that day", { "master on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01 checked_by=s161/p01",
		  "start on=2026-10-01 tm=200002 person=s161/p03 unit=u-a with=s161/p02", "start on=2026-10-01 tm=250001 person=s161/p04 unit=u-a with=s161/p03" }, 1 },
		{ "who was only started gives nothing", { "start on=2026-10-01 tm=200001 person=s161/p02 unit=u-a with=s161/p01",
		  "start on=2026-10-01 tm=250001 person=s161/p03 unit=u-a with=s161/p02" }, 1 },
	};

	(void)state;
	nsi_close(school());
	for (size_t i = 0; i < COUNT(cases); i++)
		for (int back = 0; back < 2; back++) {     /* the order of the rows does not matter */
			const char *const *w = cases[i].lines;
			struct speaker o = { .code = "net-a.1" };
			struct nsi *n;
			int found;

			assert_int_equal(in_shell("cp nsi.db x.db"), 0);
			n = opened("x.db");
			if (!back || !w[1])
				speak_words(&o, w[0], w[1], w[2], w[3], NULL);
			else
				speak_words(&o, w[2] ? w[2] : w[1], w[2] ? w[1] : w[0], w[2] ? w[0] : NULL, NULL);
			taken(n, &o);
			found = judged(n, &o, 1, "giver");
			check(found == cases[i].refused, "%s%s: %d refused, not %d", cases[i].what, back ? " (backwards)" : "", found, cases[i].refused);
			nsi_close(n);
			assert_int_equal(unlink(in_folder("x.db")), 0);
		}
}

/* ---- undo and what leans ----------------------------------------------------------------------------------------- */

static void leaning(void **state)
{
	struct nsi *n = school();
	const char *first, *second, *third;
	char wanted[100];

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-01 with=p01"));
	first = newest(n);
	assert_true(mark(n, "person=p03 unit=u-a state=mastered on=2026-10-02 with=p02"));
	second = newest(n);
	assert_true(mark(n, "person=p03 unit=u-b state=started on=2026-10-03"));
	third = newest(n);
	snprintf(wanted, sizeof(wanted), "nsi undo %s %s %s", first, second, third);
	assert_true(refused(n, undo(n, first), "p02 did not hold А before teaching it to p03"));
	assert_true(refused(n, undo(n, first), wanted));           /* the one command that would take all */
	assert_true(refused(n, undo(n, second), "Б rests on А"));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 1);
	assert_true(done(n, undo(n, third)));
	assert_true(done(n, undo(n, second)));
	assert_true(done(n, undo(n, first)));
	assert_int_equal(asked(n, "SELECT count(*) FROM taught"), 0);
	sound(n);
	nsi_close(n);
}

/* A redo is judged as well: by now another mark may stand there, or the giver may not hold it any more. */
static void redone(void **state)
{
	struct nsi *n = school();
	const char *first;

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-01 with=p01"));
	first = newest(n);
	assert_true(mark(n, "person=p03 unit=u-a state=mastered on=2026-10-02 with=p02"));
	assert_true(done(n, undo(n, NULL)));               /* p03's */
	assert_true(done(n, undo(n, first)));
	assert_true(done(n, redo(n)));                     /* p02's: of the newest undo */
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 1);
	assert_int_equal(asked(n, MARKS("s161/p03", "u-a")), 0);
	nsi_close(n);
}

static void redo_judged(void **state)
{
	struct nsi *n = school();

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-02 with=p01"));
	assert_true(done(n, undo(n, NULL)));
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-03 with=p01 checked_by=p04"));
	assert_true(refused(n, redo(n), "mastered А already"));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 1);
	sound(n);
	nsi_close(n);
}

/* An undo is not undone: undo --last goes on to the next living act. */
static void undo_last(void **state)
{
	struct nsi *n = school();

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2026-10-01 with=p01"));
	assert_true(mark(n, "person=p03 unit=u-a state=mastered on=2026-10-02 with=p01"));
	assert_true(done(n, undo(n, NULL)));
	assert_int_equal(asked(n, MARKS("s161/p03", "u-a")), 0);
	assert_true(done(n, undo(n, NULL)));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 0);
	assert_true(done(n, redo(n)));
	assert_int_equal(asked(n, MARKS("s161/p02", "u-a")), 1);
	nsi_close(n);
}

/* A load on which plans stand is not undone. */
static void load_undone(void **state)
{
	struct nsi *n = made("nsi.db");
	const char *entry;

	(void)state;
	assert_true(load(n, "demo", "u-a, u-c"));
	entry = newest(n);
	assert_true(plan_all(n));
	assert_true(refused(n, undo(n, entry), "p01"));
	assert_true(done(n, undo(n, NULL)));               /* the plans */
	assert_true(done(n, undo(n, entry)));
	assert_int_equal(asked(n, "SELECT count(*) FROM person"), 0);
	sound(n);
	nsi_close(n);
}

/* ---- who takes part, which year ----------------------------------------------------------------------------------- */

static void left(void **state)
{
	const struct nsi_rows *rows;
	struct nsi *n = school();

	(void)state;
	assert_true(done(n, nsi_iop_leave(n, "p01", "2026-10-10", "переезд", 0, &rows)));
	assert_true(mark(n, "person=p02 unit=u-a state=started on=2026-10-09 with=p01"));
	assert_true(no_mark(n, "person=p02 unit=u-a state=started on=2026-10-10 with=p01", "takes no part"));
	assert_true(no_mark(n, "person=p01 unit=u-d state=started on=2026-10-11", "had left"));
	assert_int_equal(asked(n, "SELECT count(*) FROM can_teach WHERE person = " PERSON("s161/p01") " AND until = 99999"), 0);
	assert_true(no_mark(n, "person=p03 unit=u-a state=started on=2026-08-23 with=p02", "takes no part"));
	nsi_close(n);
}

/* The year of a day is that whose teachers' range holds it, else the next one. */
static void year_of_a_day(void **state)
{
	const struct nsi_rows *rows;
	struct nsi *n = school();
	const char *p02 = "p02";

	(void)state;
	nsi_close(n);
	setenv("NSI_TODAY", "2027-07-20", 1);
	n = opened("nsi.db");
	assert_true(mark(n, "person=p02 unit=u-a state=mastered on=2027-06-30 with=p01"));
	assert_true(no_mark(n, "person=p02 unit=u-d state=started on=2027-07-10", "before the school year"));
	nsi_close(n);
	setenv("NSI_TODAY", "2027-09-10", 1);
	n = opened("nsi.db");
	assert_true(no_mark(n, "person=p02 unit=u-d state=started on=2027-09-05", "not in the programme of p02 for 2027/2028"));
	assert_true(done(n, nsi_iop_plan(n, &(struct nsi_plan){ .persons = { 1, &p02 }, .year = "2028" }, 0, &rows)));
	assert_true(mark(n, "person=p02 unit=u-d state=started on=2027-09-05"));
	assert_true(no_mark(n, "person=p02 unit=u-a state=started on=2027-09-05 with=p01", "mastered А already"));
	assert_true(mark(n, "person=p02 unit=u-d state=started on=2027-06-29"));   /* by the programme of the year before */
	nsi_close(n);
}

/* Who gave one card has taught, not passed: for that he has to hold the whole unit. */
static void gave_a_card(void **state)
{
	const struct nsi_rows *rows;
	struct nsi *n = school();

	(void)state;
	assert_true(mark(n, "person=p02 unit=u-c.k1 state=mastered on=2026-10-01 with=p01 checked_by=p01"));
	assert_true(mark(n, "person=p03 unit=u-c.k1 state=mastered on=2026-10-02 with=p02 checked_by=p02"));
	assert_true(mark(n, "person=p03 unit=u-c state=mastered on=2026-10-03 with=p01 checked_by=p01"));
	for (int turn = 0; turn < 2; turn++) {
		const char *state_of_it = NULL;

		assert_true(done(n, nsi_ask(n, "iop_show", (struct nsi_arg[]){ { "person", "p02" } }, 1, &rows)));
		for (size_t r = 0; r < rows->nrow; r++)
			for (size_t c = 0, mine = 0; c < rows->ncol; c++) {
				const struct nsi_cell *cell = &rows->cells[r * rows->ncol + c];

				if (!strcmp(rows->cols[c].key, "unit"))
					mine = cell->s && !strcmp(cell->s, "u-c");
				if (mine && !strcmp(rows->cols[c].key, "state"))
					state_of_it = cell->s;
			}
		assert_non_null(state_of_it);
		assert_string_equal(state_of_it, turn ? "passed" : "started");
		if (!turn)
			assert_true(mark(n, "person=p02 unit=u-c state=mastered on=2026-10-05 checked_by=p01"));
	}
	nsi_close(n);
}

#define T(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(definition_changed), T(bearers_travel), T(bearers_since), T(bears_no_more), T(recorded_twice), T(ties), T(empty_plan),
		T(order_in_a_day), T(leaning), T(redone), T(redo_judged), T(undo_last), T(load_undone), T(left), T(year_of_a_day), T(gave_a_card),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
