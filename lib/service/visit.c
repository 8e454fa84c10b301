/* visit.c - lessons shown to others: given a number when they are said; who comes to see them. */
#include <stdlib.h>
#include <string.h>

#include "service/group.h"
#include "service/load.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

enum { LAST_LESSON = 14, MOST_SEATS = 999, CLASS_ROOM = 40 };

struct visiting { struct nsi *n; struct entries say; struct table *t; bool dry; const char *by; int64_t seq; };

/* ---- telling ------------------------------------------------------------------------------------------ */

static sqlite3_stmt *of_visit(struct visiting *v)
{
	sqlite3_stmt *s = db_get(v->n, SQL_USE_VISIT_SAID);

	if (!s)
		return NULL;
	db_int(s, ":seq", v->seq);
	db_text(s, ":by", v->by);
	return s;
}

static enum nsi_status added(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "visit", N_("Visit"), NULL, NSI_T_ID, false },
		{ "date", N_("Date"), NULL, NSI_T_DAY, false }, { "lesson", N_("Lesson"), NULL, NSI_T_INT, false },
		{ "class", N_("Class"), NULL, NSI_T_TEXT, false }, { "host", N_("Host"), NULL, NSI_T_ID, false },
		{ "quantum", N_("Quantum"), NULL, NSI_T_ID, false }, { "seats", N_("Seats"), NULL, NSI_T_INT, false },
		{ "guests", N_("Guests"), NULL, NSI_T_LIST, false }, { "free", N_("Free"), NULL, NSI_T_INT, false },
	};
	struct visiting *v = x;
	struct nsi_cell *c;
	sqlite3_stmt *s;
	enum nsi_status status = NSI_OK;

	v->seq = done->act;
	v->by = n->origin_code;
	table_begin(v->t, &n->scratch, n->lang, v->dry ? cols : cols + 1, v->dry ? 10 : 9);
	s = of_visit(v);
	c = table_row(v->t);
	if (!s || !c)
		return s ? NSI_MEMORY : NSI_MACHINE;
	if (v->dry)
		*c++ = cell_text(NSI_T_ID, "+");
	if (!db_row(n, s, &status))
		return status;
	c[0] = cell_text(NSI_T_ID, db_string(n, s, 0));
	c[1] = cell_day(sqlite3_column_int(s, 1));
	c[2] = cell_int(sqlite3_column_int(s, 2));
	c[3] = cell_text(NSI_T_TEXT, db_string(n, s, 3));
	c[5] = cell_text(NSI_T_ID, db_string(n, s, 5));
	if (sqlite3_column_type(s, 6) != SQLITE_NULL)
		c[6] = c[8] = cell_int(sqlite3_column_int(s, 6));
	c[7] = cell_text(NSI_T_LIST, "");
	c[4] = group_person(n, sqlite3_column_int64(s, 4));
	sqlite3_reset(s);
	return NSI_OK;
}

static enum nsi_status joined(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "visit", N_("Visit"), NULL, NSI_T_ID, false },
		{ "person", N_("Person"), NULL, NSI_T_ID, false }, { "date", N_("Date"), NULL, NSI_T_DAY, false },
		{ "lesson", N_("Lesson"), NULL, NSI_T_INT, false }, { "class", N_("Class"), NULL, NSI_T_TEXT, false },
		{ "host", N_("Host"), NULL, NSI_T_ID, false },
	};
	struct visiting *v = x;
	sqlite3_stmt *s = of_visit(v);
	enum nsi_status status = NSI_OK;
	struct nsi_cell of[4];
	const char *number;

	(void)done;
	table_begin(v->t, &n->scratch, n->lang, v->dry ? cols : cols + 1, v->dry ? 7 : 6);
	if (!s || !db_row(n, s, &status))
		return s ? status : NSI_MACHINE;
	number = db_string(n, s, 0);
	of[0] = cell_day(sqlite3_column_int(s, 1));
	of[1] = cell_int(sqlite3_column_int(s, 2));
	of[2] = cell_text(NSI_T_TEXT, db_string(n, s, 3));
	of[3] = group_person(n, sqlite3_column_int64(s, 4));
	sqlite3_reset(s);
	for (size_t i = 0; i < v->say.n; i++) {
		struct nsi_cell *c = table_row(v->t);

		if (!c)
			return NSI_MEMORY;
		if (v->dry)
			*c++ = cell_text(NSI_T_ID, "+");
		c[0] = cell_text(NSI_T_ID, number);
		c[1] = group_person(n, v->say.v[i].person.id);
		memcpy(c + 2, of, sizeof(of));
	}
	return NSI_OK;
}

static enum nsi_status say(struct visiting *v, enum nsi_status status, unsigned flags,
                           enum nsi_status (*more)(struct nsi *, void *, struct outcome *), const struct nsi_rows **out)
{
	struct said_list list;
	struct outcome done = { 0 };

	said_list(&list, v->n, v->say.v, v->say.n);
	if (!status)
		status = journal_go(v->n, &list.source, flags, more, v, &done);
	if (status)
		journal_end(v->n);
	*out = status ? NULL : &v->t->rows;
	return call_end(v->n, status);
}

/* ---- adding ------------------------------------------------------------------------------------------- */

static enum nsi_status numbers_ok(struct nsi *n, const struct nsi_visit *o)
{
	if (o->lesson < 0 || o->lesson > LAST_LESSON)
		return fail(&n->messages, NSI_DATA, N_("a lesson is a number from 0 to %d"), LAST_LESSON);
	if (o->seats < 0 || o->seats > MOST_SEATS)
		return fail(&n->messages, NSI_DATA, N_("seats are a number from 1 to %d"), MOST_SEATS);
	return NSI_OK;
}

/* The next number that no visit has or had. */
static const char *next_number(struct nsi *n)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_VISIT_HIGHEST);
	const char *number = s ? arena_printf(&n->scratch, "V%lld", (long long)db_value(n, s, 0) + 1) : NULL;

	return number && code_id(n, "visit", number) ? number : NULL;
}

/* A lesson on a day on which nobody works is a slip of the pen more often than not. */
static enum nsi_status warn_rest(struct nsi *n, int32_t day)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_RESTS_ON);
	char buf[11];

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_day(s, ":day", day);
	if (db_value(n, s, 0))
		warn(&n->messages, N_("%s is a day off"), day_shown(n, buf, day));
	return NSI_OK;
}

static const char *data_of(struct nsi *n, const struct nsi_visit *o, const char *class, int32_t day)
{
	const char *number = next_number(n), *out;
	struct buf b = { 0 };
	char iso[11];

	if (!number)
		return NULL;
	buf_printf(&b, "{\"number\":\"%s\",\"day\":\"%s\",\"lesson\":%lld,\"class\":", number, day_iso(iso, day), (long long)o->lesson);
	buf_json(&b, class);
	if (o->seats)
		buf_printf(&b, ",\"seats\":%lld", (long long)o->seats);
	buf_putc(&b, '}');
	out = b.oom ? NULL : arena_strndup(&n->scratch, b.s, b.n);
	buf_free(&b);
	n->scratch.oom |= !out;
	return out;
}

static enum nsi_status add(struct visiting *v, const struct nsi_visit *o)
{
	struct nsi *n = v->n;
	struct said s = { .verb = nsi_verb("visit"), .day = n->today };
	const char *class = o->lesson_class;
	struct person_at host;
	int64_t quantum = 0;
	int32_t day;
	enum nsi_status status = numbers_ok(n, o);

	if (!status)
		status = resolve_person(n, o->host, &host);
	if (!status)
		status = resolve_day(n, o->on, &day);
	if (!status)
		status = text_given(n, &n->scratch, &class);
	if (!status && (!class[strspn(class, " \t")] || strlen(class) > CLASS_ROOM))
		status = fail(&n->messages, NSI_DATA, N_("a class is a short word, as 7B"));
	if (!status && o->quantum)
		status = resolve_thing(n, "quantum", o->quantum, &quantum);
	if (!status)
		status = warn_rest(n, day);
	if (status)
		return status;
	s.person = person_ref(n, host.id);
	if (quantum)
		s.quantum = (struct said_ref){ quantum, code_text(n, quantum) };
	s.data = data_of(n, o, class, day);
	return s.data ? entries_add(n, &v->say, &s) : NSI_MACHINE;
}

enum nsi_status nsi_visit_add(struct nsi *n, const struct nsi_visit *o, unsigned flags, const struct nsi_rows **out)
{
	struct visiting v = { .n = n, .dry = flags & NSI_DRY };
	enum nsi_status status = answer_begin(n, &v.t, true);

	if (!status)
		status = add(&v, o);
	return say(&v, status, flags, added, out);
}

/* ---- coming -------------------------------------------------------------------------------------------- */

/* The visit of a number, "V1", or with its origin. */
static enum nsi_status find(struct visiting *v, const char *word)
{
	struct nsi *n = v->n;
	const char *colon = strrchr(word, ':'), *all = "";
	const char *number = text_skeleton(&n->scratch, colon ? colon + 1 : word);
	sqlite3_stmt *s = db_get(n, SQL_USE_VISIT_FIND);
	enum nsi_status status = NSI_OK;
	size_t found = 0;

	if (!s || !number)
		return s ? NSI_MEMORY : NSI_MACHINE;
	if (*number == 'v')
		number = arena_printf(&n->scratch, "V%s", number + 1);
	db_text(s, ":number", number);
	if (colon)
		db_text(s, ":by", arena_strndup(&n->scratch, word, (size_t)(colon - word)));
	while (db_row(n, s, &status)) {
		v->by = db_string(n, s, 0);
		v->seq = sqlite3_column_int64(s, 1);
		all = arena_printf(&n->scratch, "%s%s%s:%s", all, *all ? ", " : "", v->by, number);
		found++;
	}
	if (status || found == 1)
		return status;
	if (!found)
		return fail(&n->messages, NSI_DATA, N_("there is no visit %s (see nsi session visits list)"), word);
	return fail(&n->messages, NSI_DATA, N_("%s is the number of several visits: say which of %s"), word, all);
}

static enum nsi_status join(struct visiting *v, const char *visit, struct nsi_list people)
{
	struct nsi *n = v->n;
	struct person_at *who;
	size_t count;
	bool filtered;
	enum nsi_status status = find(v, visit);

	if (!status)
		status = resolve_persons(n, people, false, &who, &count, &filtered);
	for (size_t i = 0; !status && i < count; i++) {
		struct said s = { .verb = nsi_verb("attend"), .day = n->today, .person = person_ref(n, who[i].id),
			.about = v->by, .about_seq = v->seq };

		status = entries_add(n, &v->say, &s);
	}
	return status;
}

enum nsi_status nsi_visit_join(struct nsi *n, const char *visit, struct nsi_list people, unsigned flags,
                               const struct nsi_rows **out)
{
	struct visiting v = { .n = n, .dry = flags & NSI_DRY };
	enum nsi_status status = answer_begin(n, &v.t, true);

	if (!status)
		status = join(&v, visit, people);
	return say(&v, status, flags, joined, out);
}
