/* data.c - makes the school: definitions through the loader, people and plans as entries of the journal. */
#include "data.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "store/resolve.h"

#define BEGIN "2026-09-01"
enum { YEAR = 2027 };

void school_done(struct nsi *n, enum nsi_status status)
{
	if (!status)
		return;
	for (size_t i = 0; i < nsi_message_count(n) && i < 10; i++)
		fprintf(stderr, "%s\n", nsi_message_at(n, i)->text);
	bench_die("status %d", status);
}

/* ---- the programme ------------------------------------------------------------------------------ */

/* Unit I rests on unit (I - 1) / 2, each third one also on the one before it. */
static void put_unit(FILE *f, int i)
{
	fprintf(f, "        - {id: u%02d, label: У%d, title: \"Единица %d\", hours: 1, check: demo, result: \"занятие\"", i, i, i);
	if (i && i % 3 == 0)
		fprintf(f, ", after: [u%02d, u%02d]", (i - 1) / 2, i - 1);
	else if (i)
		fprintf(f, ", after: [u%02d]", (i - 1) / 2);
	fputs("}\n", f);
}

static void put_programme(FILE *f, int units)
{
	fprintf(f, "format: nsi/1\nprogramme:\n  id: bench\n  title: \"Программа\"\n  capacity: %d\n  technologies:\n"
	      "    - {id: kso, title: \"КСО\"}\n    - {id: blended, title: \"СмО\"}\n  modules:\n"
	      "    - id: inv\n      kind: invariant\n      title: \"Основа\"\n      technologies: [kso, blended]\n      units:\n", 3 * units);
	for (int i = 0; i < units - 4; i++)
		put_unit(f, i);
	fputs("    - id: var\n      kind: variative\n      title: \"Выбор\"\n      technologies: [kso]\n      units:\n", f);
	for (int i = units - 4; i < units; i++)
		put_unit(f, i);
	fputs("organisations:\n  - {id: s161, title: \"Школа 161\", short: Ш161}\n"
	      "calendar:\n  - id: s161-2027\n    year: 2027\n    orgs: [s161]\n    week: 5\n"
	      "    pupils: {from: 2026-09-01, to: 2027-05-26}\n    teachers: {from: 2026-08-24, to: 2027-06-30}\n"
	      "    periods:\n      - {id: q1, title: \"1\", from: 2026-09-01, to: 2027-05-26}\n"
	      "groups:\n  - {id: g, kind: creative, title: \"Творческая группа\", technology: kso}\n", f);
}

/* ---- people and plans ----------------------------------------------------------------------------- */

/* Things said one after the other: enrolments, what person 0 bears, plans. */
struct saying {
	struct source source;
	struct school school;
	const char *org, *plan;
	int at;
	char code[32];
};

static int next(struct source *src, struct said *out)
{
	struct saying *s = (struct saying *)src;
	int n = s->school.people, units = s->school.nunit, i = s->at++;
	int32_t start = day_read_iso("2026-08-24", 10);

	if (i >= 2 * n + units)
		return 0;
	if (i < n)
		*out = (struct said){ .verb = nsi_verb("enrol"), .day = start, .data = s->org };
	else if (i < n + units)
		*out = (struct said){ .verb = nsi_verb("bear"), .day = DAY_NONE, .unit = { s->school.units[i - n], "" } };
	else
		*out = (struct said){ .verb = nsi_verb("plan"), .day = start, .data = s->plan };
	i = i < n ? i : i < n + units ? 0 : i - n - units;
	snprintf(s->code, sizeof(s->code), "s161/p%06d", i);
	out->person = (struct said_ref){ s->school.first_person + i, s->code };
	if (out->unit.id)
		out->unit.code = code_text(src->nsi, out->unit.id);
	return 1;
}

static const char *plan_data(struct nsi *n, int units)
{
	struct buf b = { 0 };
	const char *text;
	int32_t day = day_read_iso(BEGIN, 10);
	char iso[11];

	buf_printf(&b, "{\"year\":%d,\"edition\":\"%s\",\"units\":[", YEAR, code_text(n, n->programme));
	for (int i = 0; i < units; i++)
		buf_printf(&b, "%s{\"unit\":\"u%02d\",\"due\":\"%s\",\"hours\":1,\"why\":\"%s\",\"way\":\"pair\"}", i ? "," : "", i,
		           day_iso(iso, day + 240 / units * (i + 1)), i < units - 4 ? "invariant" : "chosen");
	buf_puts(&b, "]}");
	text = arena_strdup(&n->keep, b.s);
	buf_free(&b);
	return text;
}

static void school_read(struct nsi *n, struct school *s)
{
	char code[16];

	s->first_person = code_find(n, "person", "s161/p000000");
	while (s->nunit < MOST_UNITS) {
		snprintf(code, sizeof(code), "u%02d", s->nunit);
		s->units[s->nunit] = code_find(n, "unit", code);
		if (!s->units[s->nunit])
			break;
		s->nunit++;
	}
}

static void people_add(struct nsi *n, int people)
{
	struct saying s = { .source = { .next = next, .nsi = n }, .school.people = people, .org = "{\"org\":\"s161\"}" };
	struct outcome done;
	char verbs[256];
	enum nsi_status status = db_begin(n);

	for (int i = 0; i < people && !status; i++) {
		snprintf(s.code, sizeof(s.code), "s161/p%06d", i);
		if (!code_id(n, "person", s.code))
			status = NSI_MACHINE;
	}
	school_read(n, &s.school);
	s.plan = plan_data(n, s.school.nunit);
	if (!status)
		status = journal_append(n, &s.source, NULL, 0, &done, verbs);
	if (!status)
		status = fold_done(n);
	school_done(n, status ? status : db_commit(n));
}

void school_env(void)
{
	setenv("NSI_TODAY", "2027-05-31", 1);
	unsetenv("NSI_NOW");
	unsetenv("NSI_ACTOR");
	unsetenv("NSI_ORIGIN");
}

struct nsi *school_make(const char *dir, int people, int units)
{
	const struct nsi_rows *rows;
	char path[400], db[400];
	const char *paths[] = { path };
	struct nsi *n;
	FILE *f;

	school_env();
	snprintf(db, sizeof(db), "%s/nsi.db", dir);
	school_done(NULL, nsi_new(&n, &(struct nsi_options){ .db = db, .lang = "en" }));
	school_done(n, nsi_init(n, &(struct nsi_init){ .dir = dir, .org = "s161" }, &rows));
	snprintf(path, sizeof(path), "%s/programme.yaml", dir);
	f = fopen(path, "w");
	if (!f)
		bench_die("%s cannot be written", path);
	put_programme(f, units);
	fclose(f);
	school_done(n, nsi_module_load(n, (struct nsi_list){ 1, paths }, 0, &rows));
	people_add(n, people);
	return n;
}

int64_t school_number(struct nsi *n, const char *sql)
{
	sqlite3_stmt *s;
	int64_t v = -1;

	if (sqlite3_prepare_v2(n->db, sql, -1, &s, NULL) != SQLITE_OK)
		bench_die("%s: %s", sql, sqlite3_errmsg(n->db));
	if (sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

struct nsi *school_open(const char *dir, struct school *s)
{
	char path[400];
	struct nsi *n;

	school_env();
	snprintf(path, sizeof(path), "%s/nsi.db", dir);
	school_done(NULL, nsi_new(&n, &(struct nsi_options){ .db = path, .lang = "en" }));
	school_done(n, nsi_open(n));
	school_read(n, s);
	s->people = (int)school_number(n, "SELECT count(*) FROM enrol");
	return n;
}

/* ---- marks ------------------------------------------------------------------------------------------ */

static int level(int person)
{
	int l = 0;

	for (person++; person > 1; person /= 2)
		l++;
	return l;
}

int mark_giver(int person)
{
	return (person - 1) / 2;
}

int32_t mark_day(int person, int unit)
{
	return day_read_iso(BEGIN, 10) + 17 * unit + level(person);
}

static void put_mark(FILE *f, int k, enum order order)
{
	int person = 1 + k / MARKED, unit = k % MARKED, giver = order == ONE_DAY ? person - 1 : mark_giver(person);
	char day[11];

	fprintf(f, "p%06d,u%02d,mastered,%s,p%06d,p%06d\n", person, unit,
	        order == ONE_DAY ? "2026-10-05" : day_iso(day, mark_day(person, unit)), giver, giver);
}

const char *marks_file(const char *dir, int people, enum order order, char path[400])
{
	static const char *const names[] = { "sorted", "shuffled", "one-day" };
	int n = (people - 1) * MARKED, *at = malloc((size_t)n * sizeof(*at));
	uint64_t random = 161;
	FILE *f;

	snprintf(path, 400, "%s/%s.csv", dir, names[order]);
	f = fopen(path, "w");
	if (!f || !at)
		bench_die("%s cannot be written", path);
	for (int i = 0; i < n; i++)
		at[i] = i;
	for (int i = n - 1; i > 0 && order == SHUFFLED; i--) {
		int k, other;

		random = random * 6364136223846793005u + 1442695040888963407u;
		k = (int)((random >> 33) % (uint64_t)(i + 1));
		other = at[i];
		at[i] = at[k];
		at[k] = other;
	}
	fputs("person,unit,state,on,with,checked_by\n", f);
	for (int i = 0; i < n; i++)
		put_mark(f, at[i], order);
	free(at);
	if (fclose(f))
		bench_die("%s cannot be written", path);
	return path;
}
