/* test_questions.c - what the built-in questions answer, over facts put in by hand. */
#include "database.h"
#include "store/ask.h"
#include "store/legend.h"
#include "test.h"

/* Days are numbers here: the year lasts from 100 to 400, today is 200. */
static const char facts_given[] =
	"INSERT INTO code VALUES (1,'edition','e1'),(2,'edition','e2'),(10,'org','s161'),(11,'org','net-a'),"
	" (21,'person','s161/p01'),(22,'person','s161/p02'),(23,'person','net-a/p01'),(24,'person','s161/p04'),(25,'person','s161/p05'),"
	" (31,'unit','inv-a'),(32,'unit','inv-b'),(33,'unit','pary-v'),(41,'part','pary-v.k1'),(51,'module','inv'),(52,'module','pary'),"
	" (61,'technology','kso'),(62,'technology','blended'),(71,'group','sg-1'),(81,'edition','r1');"
	"INSERT INTO edition VALUES (1,'programme','h1'),(2,'programme','h2'),(81,'rest','h3');"
	"INSERT INTO programme (edition, id, title, capacity, answer_days, strict_check, evidence) VALUES (2,'p','P',2160,5,0,0);"
	"INSERT INTO module VALUES (2,51,0,'invariant','content','{\"ru\":\"Основа\",\"en\":\"Base\"}'),(2,52,1,'variative','practice','Пары');"
	"INSERT INTO unit (edition, unit, ord, module, label, title, minutes, meetings) VALUES"
	" (2,31,0,51,'И1','Виды пар',90,1),(2,32,1,51,'И2','Инструкция',60,1),(2,33,2,52,'П1','{\"ru\":\"Возврат\",\"en\":\"Return\"}',120,2);"
	"INSERT INTO need VALUES (2,32,31),(2,33,31),(2,33,32);"
	"INSERT INTO tie VALUES (2,61,51,0),(2,62,51,1),(2,61,52,0);"
	"INSERT INTO alias VALUES (2,'unit','inv-a',31),(2,'unit','inv-b',32),(2,'unit','pary-v',33),(2,'part','pary-v.k1',41),"
	" (2,'module','pary',52),(2,'technology','kso',61),(81,'org','net-a',11),(81,'group','sg-1',71);"
	"INSERT INTO calendar VALUES (81,10,1971,'c',5,100,400,-9,110,390);"
	"INSERT INTO enrol (person, day, lamport, by_, seq, bare, org, post, subject, origin) VALUES"
	" (21,0,1,'o',1,'p01',10,'учитель','физика',1),(22,0,1,'o',2,'p02',10,NULL,NULL,1),(23,0,1,'o',3,'p01',11,NULL,NULL,1),"
	" (24,0,1,'o',4,'p04',10,NULL,NULL,1),(25,0,1,'o',5,'p05',10,NULL,NULL,1),(22,150,9,'o',40,'p02',11,'завуч',NULL,1);"
	"INSERT INTO gone VALUES (24,160,20,'o',50,1);"
	"INSERT INTO member VALUES (71,21,0,1,'o',6,1,1),(71,22,0,1,'o',7,1,1),(71,22,190,30,'o',70,0,1);"
	"INSERT INTO grp (edition, grp, ord, kind, title, leader, since, until) VALUES (81,71,0,'combined','Сводная','s161/p01',100,300);"
	"INSERT INTO grp_unit VALUES (81,71,31,0),(81,71,32,1);"
	"INSERT INTO trait VALUES (22,'capacity',2,'o',8,0,'20',1);"
	"INSERT INTO year_word VALUES (1971,1,'o',9,100,'open',1),(1970,1,'o',10,10,'open',1),(1970,5,'o',30,99,'closed',1);"
	"INSERT INTO plan (person, year, lamport, by_, seq, day, edition, origin) VALUES"
	" (21,1971,3,'o',11,101,1,1),(21,1971,4,'o',12,102,2,1),(22,1971,4,'o',13,102,2,1),(24,1971,4,'o',14,102,2,1);"
	"INSERT INTO plan_unit (person, year, origin, seq, unit, ord, due, minutes, why, needed, way) VALUES"
	" (21,1971,1,11,31,0,120,90,'invariant',NULL,'pair'),"
	" (21,1971,1,12,31,0,120,90,'invariant',NULL,'pair'),(21,1971,1,12,32,1,180,60,'invariant',NULL,'pair'),"
	" (21,1971,1,12,33,2,300,120,'chosen',NULL,'launch'),"
	" (22,1971,1,13,31,0,NULL,0,'invariant',NULL,'pair'),(22,1971,1,13,32,1,250,60,'needed',33,'pair'),"
	" (22,1971,1,13,33,2,300,120,'chosen',NULL,'pair'),(24,1971,1,14,31,0,250,90,'invariant',NULL,'pair');"
	"INSERT INTO iop_word (person, year, lamport, by_, seq, day, verb, state, ordered, origin) VALUES"
	" (21,1971,6,'o',15,105,'propose','proposed',0,1),(21,1971,7,'o',16,106,'approve','approved',1,1),"
	" (24,1971,20,'o',51,160,'close','closed',0,1);"
	/* p02 bears inv-a; he taught it to p01, who mastered it, started inv-b and has a card of pary-v */
	"INSERT INTO mark (person, unit, part, step, day, tm, lamport, by_, origin, seq) VALUES"
	" (22,31,0,5,0,0,2,'o',1,17),(21,31,0,2,110,0,8,'o',1,18),(21,31,0,4,115,0,9,'o',1,19),(21,32,0,2,140,0,10,'o',1,20),"
	" (21,33,41,4,150,0,11,'o',1,21),(23,32,0,3,50,0,12,'o',1,22);"
	"INSERT INTO taught (giver, unit, learner, part, day, done, origin, seq) VALUES (22,31,21,0,110,0,1,18),(22,31,21,0,115,1,1,19);"
	"INSERT INTO edition_word (lamport, by_, seq, day, programme, rest, own, origin) VALUES (1,'o',1,100,2,81,1,1);"
	"INSERT INTO origin (id, code, own) VALUES (1,'o',1);"
	"INSERT INTO act VALUES (1,18,18,8,'methodist',86400,x''),(1,19,20,9,'s161/p05',17280000,x'');"
	"INSERT INTO entry (origin, seq, act, verb, day, person, unit, part, peer, checker, data) VALUES"
	" (1,18,18,'start',110,21,31,NULL,22,NULL,NULL),(1,19,19,'master',115,21,31,NULL,22,25,'{\"second\":\"s161/p02\",\"way\":\"pair\"}'),"
	" (1,20,19,'start',140,21,33,41,NULL,NULL,'{\"beside\":[\"net-a/p01\",\"s161/p02\"]}');"
	"INSERT INTO undoing VALUES ('o',18,13,'o',60,1,1);";

static struct nsi n;

static int begin(void **state)
{
	char *wrong = NULL;

	(void)state;
	n = (struct nsi){ .lang = LANG_EN, .path = "memory", .db = database(), .today = 200, .programme = 2, .rest = 81,
	                  .org = "s161", .org_id = 10, .origin = 1 };
	if (sqlite3_exec(n.db, facts_given, NULL, NULL, &wrong) != SQLITE_OK)
		print_error("%s\n", wrong);
	return wrong != NULL;
}

static int end(void **state)
{
	(void)state;
	for (size_t i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(n.stmts[i]);
	sqlite3_close(n.db);
	messages_free(&n.messages);
	arena_free(&n.scratch);
	arena_free(&n.keep);
	return 0;
}

/* A cell as a test writes it. */
static void put_cell(struct buf *b, const struct nsi_cell *c)
{
	if (c->type == NSI_T_NONE)
		buf_puts(b, "-");
	else if (c->type == NSI_T_REAL)
		buf_printf(b, "%g", c->r);
	else if (c->type == NSI_T_INT || c->type == NSI_T_DAY || c->type == NSI_T_FLAG)
		buf_printf(b, "%lld", (long long)c->i);
	else
		buf_puts(b, c->s);
}

/* GIVEN: "NAME key=value … filter …"; the answer as lines of COLUMNS with bars between. */
static enum nsi_status answer(const char *given, const char *columns, struct buf *b)
{
	struct question *q = arena_new(&n.scratch, struct question);
	struct nsi_arg args[8];
	const struct nsi_rows *r = NULL;
	char *words = arena_strdup(&n.scratch, given), *name = strsep(&words, " "), *w;
	size_t k = 0;
	enum nsi_status status;

	while ((w = strsep(&words, " "))) {
		char *equal = strchr(w, '=');

		if (equal)
			*equal++ = '\0';
		args[k++] = (struct nsi_arg){ equal ? w : "filter", equal ? equal : w };
	}
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, "ask") && !strcmp(f->name, name))
			assert_null(question_read(q, &n.scratch, name, f->text));
	assert_non_null(q->name);
	status = ask_rows(&n, q, args, k, &r);
	if (status)
		return status;
	r = rows_view(&n.messages, &n.scratch, r, &(struct nsi_output){ .columns = columns });
	assert_non_null(r);
	buf_puts(b, "");
	for (size_t i = 0; i < r->nrow; i++)
		for (size_t c = 0; c < r->ncol; c++) {
			put_cell(b, &r->cells[i * r->ncol + c]);
			buf_puts(b, c + 1 < r->ncol ? "|" : "\n");
		}
	return NSI_OK;
}

struct expected { const char *given, *columns, *want; };

static void same(const struct expected *v, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf b = { 0 };
		enum nsi_status status = answer(v[i].given, v[i].columns, &b);

		if (status)
			print_error("%s: %s\n", v[i].given, n.messages.n ? n.messages.v[n.messages.n - 1].text : "");
		assert_int_equal(status, NSI_OK);
		if (strcmp(b.s, v[i].want))
			print_error("%s:\n%s", v[i].given, b.s);
		assert_string_equal(b.s, v[i].want);
		buf_free(&b);
	}
}

#define CASES(...) \
	(void)state; \
	static const struct expected cases[] = { __VA_ARGS__ }; \
	same(cases, sizeof(cases) / sizeof(*cases))

static void programmes(void **state)
{
	static const char all[] = "person,org,state,edition,units,mastered,hours,capacity,due,late";

	CASES({ "iop_list", all,
	        "net-a/p01|net-a|-|-|0|0|-|36|-|0\n"
	        "s161/p01|s161|approved|1|3|1|4.5|36|180|1\n"
	        "p02|net-a|draft|1|3|1|3|20|250|0\n"
	        "p04|s161|closed|1|1|0|1.5|36|250|0\n"
	        "p05|s161|-|-|0|0|-|36|-|0\n" },
	      { "iop_list on=1970-05-01", all,                /* day 120: before the due date, still at his first school */
	        "net-a/p01|net-a|-|-|0|0|-|36|-|0\n"
	        "s161/p01|s161|approved|1|3|1|4.5|36|180|0\n"
	        "p02|s161|draft|1|3|1|3|20|250|0\n"
	        "p04|s161|draft|1|1|0|1.5|36|250|0\n"
	        "p05|s161|-|-|0|0|-|36|-|0\n" },
	      { "iop_list on=1970-04-12", "person,state,edition,units,mastered",    /* day 101: the first plan */
	        "net-a/p01|-|-|0|0\ns161/p01|draft|1|1|0\np02|-|-|0|0\np04|-|-|0|0\np05|-|-|0|0\n" },
	      { "iop_list year=1970", "person,state", "net-a/p01|-\ns161/p01|-\np02|-\np05|-\n" },
	      { "iop_list org:net-a", "person", "net-a/p01\np02\n" },
	      { "iop_list +late", "person", "s161/p01\n" },
	      { "iop_list state:draft,closed", "person", "p02\np04\n" },
	      { "iop_list group:sg-1", "person", "s161/p01\n" },                    /* p02 left the group */
	      { "iop_list person:p02,s161/p01 person:p04", "person", "s161/p01\np02\np04\n" },
	      { "iop_list ФИЗИКА", "person", "s161/p01\n" },
	      { "iop_list физика state:draft", "person", "" },
	      { "iop_list unit:pary-v", "person", "s161/p01\np02\n" },
	      { "iop_list unit:pary-v on=1970-04-12", "person", "" },
	      { "iop_list module:pary state:approved", "person", "s161/p01\n" },
	      { "iop_list tech:kso", "person", "s161/p01\np02\np04\n" });
}

/* What closing keeps is what the list then says, whatever comes after; only the state goes on. */
static void a_closed_year_is_what_it_was(void **state)
{
	static const char all[] = "person,org,post,state,edition,units,mastered,hours,capacity,due,late";
	struct buf before = { 0 }, after = { 0 };
	const char *rows;

	(void)state;
	assert_int_equal(answer("iop_list year=1971", all, &before), NSI_OK);
	assert_int_equal(list_freeze(&n, 1971, 200, &rows), NSI_OK);
	assert_int_equal(sqlite3_exec(n.db, arena_printf(&n.scratch,
		"INSERT INTO shot (year, lamport, by_, seq, kind, ord, body, origin)"
		" SELECT 1971, 50, 'o', 90, 'list', key, value, 1 FROM json_each('%s');"
		"INSERT INTO year_word VALUES (1971,50,'o',91,200,'closed',1);", rows), NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(answer("iop_list year=1971", all, &after), NSI_OK);
	assert_string_equal(after.s, before.s);
	assert_int_equal(sqlite3_exec(n.db,
		"INSERT INTO mark (person, unit, part, step, day, tm, lamport, by_, origin, seq) VALUES (21,32,0,4,195,0,60,'o',1,95);"
		"INSERT INTO enrol (person, day, lamport, by_, seq, bare, org, origin) VALUES (21,210,61,'o',96,'p01',11,1);"
		"DELETE FROM plan_unit WHERE person = 22;", NULL, NULL, NULL), SQLITE_OK);
	buf_clear(&after);
	assert_int_equal(answer("iop_list year=1971 on=1971-02-05", all, &after), NSI_OK);
	assert_string_equal(after.s, before.s);
	buf_clear(&after);
	assert_int_equal(sqlite3_exec(n.db, "INSERT INTO iop_word (person, year, lamport, by_, seq, day, verb, state, ordered, origin)"
		" VALUES (21,1971,62,'o',97,200,'close','closed',0,1)", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(answer("iop_list year=1971 state:closed org:s161", "person", &after), NSI_OK);
	assert_string_equal(after.s, "s161/p01\np04\n");
	buf_free(&before);
	buf_free(&after);
}

static void people(void **state)
{
	CASES({ "people", NULL, "net-a/p01|net-a|-\ns161/p01|s161|учитель\np02|net-a|завуч\np05|s161|-\n" },
	      { "people state:draft", "person", "p02\n" },
	      { "people +late", "person", "s161/p01\n" },
	      { "people module:pary org:net-a", "person", "p02\n" },
	      { "people on=1970-05-01 org:s161", "person", "s161/p01\np02\np04\np05\n" });
}

static void one_programme(void **state)
{
	CASES({ "iop_show person=s161/p01", "person,unit,label,way,due,hours,why,state,mark,on,with,checked_by,parts",
	        "s161/p01|inv-a|И1|pair|120|1.5|invariant|mastered|+|115|p02|p05 p02|-\n"
	        "s161/p01|inv-b|И2|pair|180|1|invariant|started|•|140|-|-|-\n"
	        "s161/p01|pary-v|П1|launch|300|2|chosen|started|•|150|-|-|k1\n" },
	      { "iop_show person=p02", "unit,why,state,mark,on,late",
	        "inv-a|invariant|bearer|Н|-|0\ninv-b|needed by pary-v|open|○|-|0\npary-v|chosen|open|○|-|0\n" },
	      { "iop_show person=s161/p01@1970", "unit", "" },
	      { "iop_show person=s161/p01@1970 year=1971", "unit", "inv-a\ninv-b\npary-v\n" },
	      { "iop_show person=s161/p01 on=1970-04-22", "unit,state", "inv-a|started\ninv-b|open\npary-v|open\n" },
	      { "iop_show person=s161/p01 +late", "unit", "inv-b\n" },
	      { "iop_show person=s161/p01 возврат", "unit,title", "pary-v|Return\n" },
	      { "iop_show person=s161/p01 module:pary", "unit", "pary-v\n" });
}

static void what_is_next(void **state)
{
	CASES({ "iop_next person=s161/p01", NULL, "inv-b|И2|Инструкция|1|-|net-a/p01\npary-v|П1|Return|0|inv-b|-\n" },
	      { "iop_next person=p02", "unit,ready,waiting_for", "inv-b|1|-\npary-v|0|inv-b\n" },
	      { "iop_next person=s161/p01 on=1970-04-22", "unit,ready,waiting_for,teachers",
	        "inv-a|1|-|p02\ninv-b|0|inv-a|net-a/p01\npary-v|0|inv-a inv-b|-\n" });
}

static void who_can_teach(void **state)
{
	CASES({ "iop_who unit=inv-a", NULL, "p02|net-a|bearer|1|115\ns161/p01|s161|mastered|0|-\n" },
	      { "iop_who unit=inv-b", NULL, "net-a/p01|net-a|credited|0|-\n" },
	      { "iop_who unit=pary-v", NULL, "" },
	      { "iop_who unit=pary-v.k1", NULL, "s161/p01|s161|mastered|0|-\n" },
	      { "iop_who unit=inv-a org:net-a", "person", "p02\n" });
}

/* p02 waits for inv-b that net-a/p01 can teach; of p01 the card and his marks of day 150 are the last that had a partner. */
static void who_may_fall_behind(void **state)
{
	CASES({ "iop_risk", NULL, "s161/p01|-|145|55|no_meeting\ns161/p01|inv-b|180|20|late\n" },
	      { "iop_risk reason:late", "person,unit", "s161/p01|inv-b\n" },
	      { "iop_risk on=1970-05-26", NULL, "" },         /* day 145: the last on which p01 has met somebody in time */
	      { "iop_risk on=1970-05-27", NULL, "s161/p01|-|145|1|no_meeting\n" },
	      { "iop_risk org:net-a", "person", "" },
	      { "iop_risk on=1970-09-09", "person,unit,due,reason",
	        "s161/p01|-|145|no_meeting\ns161/p01|inv-b|180|late\np02|inv-b|250|late\n" },
	      { "iop_risk on=1970-09-09 module:inv +late person:p02", "person,unit", "p02|inv-b\n" },
	      { "iop_untaught", NULL, "pary-v|П1|Return|2|0\n" },
	      { "iop_untaught unit:inv-a", "unit", "" });
}

static void modules_and_years(void **state)
{
	CASES({ "module_list", NULL, "inv|invariant|Base|2|2.5|kso blended|2\npary|variative|Пары|1|2|kso|2\n" },
	      { "module_list tech:kso module:pary", "module", "pary\n" },
	      { "module_list осно", "module", "inv\n" },
	      { "year_list", NULL, "1970|closed|10|99\n1971|open|100|-\n" },
	      { "year_list state:closed", "year", "1970\n" });
}

static void journal(void **state)
{
	CASES({ "log", "entry,at,on,actor,verb,person,unit,session,quantum,data,undone",
	        "o:19|1970-07-20T00:00:00Z|115|s161/p05|master|s161/p01|inv-a|-|-|"
	        "{\"way\":\"pair\",\"with\":\"p02\",\"checked_by\":\"p05 p02\"}|0\n"
	        "o:20|1970-07-20T00:00:00Z|140|s161/p05|start|s161/p01|pary-v|-|-|"
	        "{\"beside\":[\"net-a/p01\",\"p02\"],\"part\":\"k1\"}|0\n"
	        "o:18|1970-01-02T00:00:00Z|110|methodist|start|s161/p01|inv-a|-|-|{\"with\":\"p02\"}|1\n" },
	      { "log verb:start,credit from:1970-05-01", "entry", "o:20\n" },
	      { "log unit:inv-a", "entry", "o:19\no:18\n" },
	      { "log actor:methodist", "entry", "o:18\n" });
}

/* q-a of p01: tried by him on 120, by p02 and net-a/p01; q-b has no steps yet. p02 has it from p01, net-a/p01 from p02. */
static void quanta(void **state)
{
	static const char given[] =
		"INSERT INTO code VALUES (91,'quantum','q-a'),(92,'quantum','q-b');"
		"INSERT INTO alias VALUES (81,'quantum','q-a',91),(81,'quantum','q-b',92);"
		"INSERT INTO quantum VALUES (81,91,0,'lesson','{\"ru\":\"Круг\",\"en\":\"Circle\"}','s161/p01','aa',2,10,''),"
		" (81,92,1,'management','Час',NULL,'',1,NULL,' author steps');"
		"INSERT INTO quantum_unit VALUES (81,91,0,32),(81,91,1,31);"
		"INSERT INTO tie VALUES (81,61,91,0);"
		"INSERT INTO trial (quantum, person, day, origin, seq, lamport, by_, steps, result) VALUES"
		" (91,21,120,1,80,80,'o','aa','failed'),(91,22,130,1,81,81,'o','aa','failed'),(91,23,140,1,82,82,'o','aa','worked'),"
		" (91,22,150,1,83,83,'o','aa','worked'),(91,25,110,1,84,84,'o','zz','worked'),(92,25,110,1,85,85,'o','','worked');"
		"INSERT INTO passing (quantum, giver, person, day, origin, seq, lamport, by_) VALUES"
		" (91,21,22,115,1,86,86,'o'),(91,22,23,131,1,87,87,'o'),(91,23,22,140,1,88,88,'o'),(91,25,24,140,1,89,89,'o');"
		"INSERT INTO quantum_word VALUES (91,'review',145,90,'o',90,'aa',1),(91,'retire',190,91,'o',91,'aa',1),(91,'retire',100,92,'o',92,'zz',1);"
		"INSERT INTO adoption (quantum, person, class, day, origin, seq, lamport, by_) VALUES (91,22,'7',150,1,93,93,'o'),(91,22,'7',151,1,94,94,'o');";

	(void)state;
	assert_int_equal(sqlite3_exec(n.db, given, NULL, NULL, NULL), SQLITE_OK);
	CASES({ "quantum_list", NULL, "q-a|Circle|kso|inv-b inv-a|s161/p01|retired|4|2|2|3|2\nq-b|Час|-|-|-|draft|1|1|1|1|0\n" },
	      { "quantum_list kind:management", "kind,failed,schools,days,share,adopted,reviewed,edition,missing", "management|0|1|-|1|0|0|1|author steps\n" },
	      { "quantum_list state:retired", "kind,failed,schools,days,share,adopted,reviewed,edition,missing", "lesson|2|2|-10|1|1|1|2|\n" },
	      { "quantum_list on=1970-05-27 quantum:q-a", "state,trials,independent,worked,reach,depth,share,reviewed", "sample|3|2|1|3|2|0.5|1\n" },
	      { "quantum_list on=1970-05-25 quantum:q-a", "state,independent", "tried|2\n" },
	      { "quantum_list on=1970-04-30 quantum:q-a", "state,trials,reach", "described|0|1\n" },
	      { "quantum_list tech:kso person:p05 unit:inv-a module:inv", "quantum", "q-a\n" },
	      { "quantum_list person:p02", "quantum", "q-a\n" });
}

static void groups(void **state)
{
	/* p02 left it on day 190; p01 holds inv-a, but not inv-b */
	CASES({ "session_group_list", "group,title,kind,leader,members,from,to,units,state", "sg-1|Сводная|combined|s161/p01|s161/p01|100|300|inv-a inv-b|small\n" },
	      { "session_group_list on=1970-07-01", "group,members,state", "sg-1|s161/p01 p02|small\n" },
	      { "session_group_list on=1970-11-01", "group,state", "sg-1|over\n" },
	      { "session_group_list state:small person:p02", "group", "" },
	      { "session_group_list unit:inv-b org:s161", "group", "sg-1\n" });
}

static void legend_in_two_languages(void **state)
{
	static const struct { enum lang l; const char *state, *mark, *word; } cases[] = {
		{ LANG_RU, "open", "○", "предстоит" },     { LANG_EN, "open", "○", "to do" },
		{ LANG_RU, "mastered", "+", "освоено" },   { LANG_EN, "mastered", "+", "mastered" },   /* repeated */
		{ LANG_RU, "passed", "»", "отдано" },      { LANG_EN, "passed", "»", "отдано" },       /* their own */
		{ LANG_RU, "bearer", "Н", "источник" },    { LANG_EN, "bearer", "Н", "source" },       /* in both */
	};

	(void)state;
	assert_int_equal(sqlite3_exec(n.db, "INSERT INTO legend VALUES (81,'mastered',NULL,NULL,'Освоено'),"
		" (81,'passed','»','>','отдано'),(81,'bearer',NULL,NULL,'{\"ru\":\"источник\",\"en\":\"source\"}')", NULL, NULL, NULL), SQLITE_OK);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct nsi_legend *v;
		size_t count, k = 0;

		n.lang = cases[i].l;
		assert_int_equal(legend_read(&n, 200, &v, &count), NSI_OK);
		assert_int_equal(count, 7);
		while (strcmp(v[k].state, cases[i].state))
			k++;
		check(!strcmp(v[k].mark, cases[i].mark) && !strcmp(v[k].word, cases[i].word), "%zu: %s %s", i, v[k].mark, v[k].word);
		assert_string_equal(legend_state(&n, cases[i].word), cases[i].state);
	}
	assert_null(legend_state(&n, "nonsense"));
	same(&(struct expected){ "iop_show person=s161/p01 state:Освоено", "unit", "inv-a\n" }, 1);
}

static void refused(void **state)
{
	static const struct { const char *given; enum nsi_status status; const char *text; } cases[] = {
		{ "iop_show", NSI_USAGE, "person is missing" },
		{ "iop_show person=p99", NSI_DATA, "p99" },
		{ "iop_show person=p01", NSI_DATA, "several people" },
		{ "iop_show person=p02 colour=red", NSI_USAGE, "colour" },
		{ "iop_list state:nonsense", NSI_USAGE, "state: \"nonsense\" is none of" },
		{ "iop_list org:s99", NSI_DATA, "s99" },
		{ "iop_list on=nonsense", NSI_DATA, "nonsense" },
		{ "iop_list quantum:x", NSI_USAGE, "it knows" },
		{ "iop_who unit=inv-z", NSI_DATA, "inv-z" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf b = { 0 };

		assert_int_equal(answer(cases[i].given, NULL, &b), cases[i].status);
		assert_non_null(strstr(n.messages.v[n.messages.n - 1].text, cases[i].text));
		buf_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(programmes, begin, end),
		cmocka_unit_test_setup_teardown(a_closed_year_is_what_it_was, begin, end),
		cmocka_unit_test_setup_teardown(people, begin, end),
		cmocka_unit_test_setup_teardown(one_programme, begin, end),
		cmocka_unit_test_setup_teardown(what_is_next, begin, end),
		cmocka_unit_test_setup_teardown(who_can_teach, begin, end),
		cmocka_unit_test_setup_teardown(who_may_fall_behind, begin, end),
		cmocka_unit_test_setup_teardown(modules_and_years, begin, end),
		cmocka_unit_test_setup_teardown(groups, begin, end),
		cmocka_unit_test_setup_teardown(journal, begin, end),
		cmocka_unit_test_setup_teardown(quanta, begin, end),
		cmocka_unit_test_setup_teardown(legend_in_two_languages, begin, end),
		cmocka_unit_test_setup_teardown(refused, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
