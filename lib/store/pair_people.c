/* pair_people.c - who comes to an evening, from which round, in the room or not, with whom never or for sure. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "store/db.h"
#include "store/pairing.h"
#include "store/resolve.h"

enum { LIST_LIMIT = 1 << 20 };

/* ---- who ------------------------------------------------------------------------------------------------ */

static enum nsi_status add(struct pairing *p, int64_t id, size_t *cap)
{
	for (size_t i = 0; i < p->npeople; i++)
		if (p->people[i] == id)
			return NSI_OK;
	p->people = arena_grow(&p->n->scratch, p->people, cap, p->npeople + 1, sizeof(*p->people));
	if (!p->people)
		return NSI_MEMORY;
	p->people[p->npeople++] = id;
	return NSI_OK;
}

static enum nsi_status add_statement(struct pairing *p, sqlite3_stmt *s, size_t *cap)
{
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(p->n, s, &status)) {
		enum nsi_status added = add(p, sqlite3_column_int64(s, 0), cap);

		if (added)
			return added;
	}
	return status;
}

static enum nsi_status add_words(struct pairing *p, struct nsi_list words, bool all, size_t *cap)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status = resolve_persons(p->n, words, all, &v, &count, &filtered);

	for (size_t i = 0; i < count && !status; i++)
		status = add(p, v[i].id, cap);
	return status;
}

/* A file with a code a line. */
static enum nsi_status add_file(struct pairing *p, const char *path, size_t *cap)
{
	struct nsi *n = p->n;
	const char **words = NULL, *bytes;
	size_t size, k = 0, most = 0;
	enum nsi_status status = file_read(&n->messages, &n->scratch, path, LIST_LIMIT, &bytes, &size);

	if (status)
		return status;
	for (const char *s = bytes; *s; s += strcspn(s, " \t\r\n,;")) {
		s += strspn(s, " \t\r\n,;\xEF\xBB\xBF");
		if (!*s)
			break;
		words = arena_grow(&n->scratch, words, &most, k + 1, sizeof(*words));
		if (!words)
			return NSI_MEMORY;
		words[k++] = arena_strndup(&n->scratch, s, strcspn(s, " \t\r\n,;"));
	}
	if (!k)
		return fail(&n->messages, NSI_DATA, N_("%s names nobody"), path);
	return add_words(p, (struct nsi_list){ k, words }, false, cap);
}

static bool is_file(const char *word)
{
	struct stat st;

	return strchr(word, '.') && !stat(word, &st) && S_ISREG(st.st_mode);
}

static sqlite3_stmt *members(struct pairing *p)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_GROUP_MEMBERS);

	if (s) {
		db_int(s, ":group", p->o.group_id);
		db_day(s, ":on", p->o.day);
	}
	return s;
}

static sqlite3_stmt *saved(struct pairing *p)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_EVENING_PRESENT);

	if (s) {
		db_int(s, ":origin", p->o.plan_origin);
		db_int(s, ":seq", p->o.plan_seq);
	}
	return s;
}

static enum nsi_status gather(struct pairing *p)
{
	const struct nsi_list words = p->asked->present;
	size_t cap = 0;

	if (words.n == 1 && is_file(words.v[0]))
		return add_file(p, words.v[0], &cap);
	if (words.n && strcmp(words.v[0], "all") != 0 && strcmp(words.v[0], "все") != 0)
		return add_words(p, words, false, &cap);
	if (!words.n && p->o.plan_seq)
		return add_statement(p, saved(p), &cap);
	return p->o.group_id ? add_statement(p, members(p), &cap) : add_words(p, (struct nsi_list){ 0 }, true, &cap);
}

static bool among(const int64_t *v, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] == id)
			return true;
	return false;
}

/* Without those, each of whom has to be known. */
static enum nsi_status leave_out(struct pairing *p)
{
	struct person_at *v;
	int64_t *gone;
	size_t count, kept = 0;
	bool filtered;
	enum nsi_status status;

	if (!p->asked->absent.n)
		return NSI_OK;
	status = resolve_persons(p->n, p->asked->absent, false, &v, &count, &filtered);
	gone = status ? NULL : arena_array(&p->n->scratch, int64_t, count + 1);
	if (!gone)
		return status ? status : NSI_MEMORY;
	for (size_t i = 0; i < count; i++)
		gone[i] = v[i].id;
	for (size_t i = 0; i < p->npeople; i++)
		if (!among(gone, count, p->people[i]))
			p->people[kept++] = p->people[i];
	p->npeople = kept;
	return NSI_OK;
}

static bool pausing(struct pairing *p, int64_t id)
{
	sqlite3_stmt *s = db_get(p->n, SQL_USE_PAUSES);

	if (!s)
		return false;
	db_int(s, ":person", id);
	db_day(s, ":on", p->o.day);
	return db_value(p->n, s, 0);
}

static void rest(struct pairing *p)
{
	const char *all = "";
	size_t kept = 0;

	for (size_t i = 0; i < p->npeople; i++) {
		if (!pausing(p, p->people[i]))
			p->people[kept++] = p->people[i];
		else
			all = arena_printf(&p->n->scratch, "%s%s%s", all, *all ? ", " : "", person_shown(p->n, p->people[i]));
	}
	p->npeople = kept;
	if (*all)
		warn(&p->n->messages, N_("not planned, because they take a pause: %s"), all);
}

/* A dissolved group meets no more after that day. */
static enum nsi_status not_dissolved(struct pairing *p)
{
	sqlite3_stmt *s = p->o.group_id ? db_get(p->n, SQL_USE_GROUP_CLOSED) : NULL;
	int32_t day;
	char iso[11];

	if (!s)
		return p->o.group_id ? NSI_MACHINE : NSI_OK;
	db_int(s, ":group", p->o.group_id);
	day = (int32_t)db_value(p->n, s, DAY_NONE);
	if (day == DAY_NONE || p->o.day <= day)
		return NSI_OK;
	return fail(&p->n->messages, NSI_DATA, N_("%s was dissolved on %s and does not meet any more"), p->o.group, p->n->lang == LANG_RU ? day_ru(iso, day) : day_iso(iso, day));
}

struct sorted { int64_t id; const char *code; };

static int by_code(const void *a, const void *b)
{
	const char *x = ((const struct sorted *)a)->code, *y = ((const struct sorted *)b)->code;
	int bare = strcmp(strchr(x, '/') ? strchr(x, '/') : x, strchr(y, '/') ? strchr(y, '/') : y);

	return bare ? bare : strcmp(x, y);
}

enum nsi_status pairing_people(struct pairing *p)
{
	struct sorted *v;
	enum nsi_status status = not_dissolved(p);

	if (!status)
		status = gather(p);
	if (!status)
		status = leave_out(p);
	if (status)
		return status;
	rest(p);
	v = arena_array(&p->n->scratch, struct sorted, p->npeople + 1);
	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < p->npeople; i++)
		v[i] = (struct sorted){ p->people[i], code_text(p->n, p->people[i]) };
	qsort(v, p->npeople, sizeof(*v), by_code);
	for (size_t i = 0; i < p->npeople; i++)
		p->people[i] = v[i].id;
	if (!p->npeople)
		return fail(&p->n->messages, NSI_DATA, N_("%s: nobody comes"), p->o.code);
	return NSI_OK;
}

/* ---- limits ------------------------------------------------------------------------------------------------ */

/* Of "p11:3" the person and the round. */
static enum nsi_status person_round(struct pairing *p, const char *word, uint32_t *who, int32_t *round)
{
	struct nsi *n = p->n;
	const char *colon = strrchr(word, ':');
	struct person_at at;
	char *end;
	enum nsi_status status;

	if (!colon)
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" does not say from which round: as p11:3"), word);
	*round = (int32_t)strtol(colon + 1, &end, 10);
	if (*end || end == colon + 1 || *round < 1 || *round > 99)
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" does not say from which round: as p11:3"), word);
	status = resolve_person(n, arena_strndup(&n->scratch, word, (size_t)(colon - word)), &at);
	*who = status ? NOTHING : cast_person(&p->cast, at.id);
	if (!status && *who == NOTHING)
		return fail(&n->messages, NSI_DATA, N_("%s does not come to %s"), person_shown(n, at.id), p->o.code);
	return status;
}

static bool person_of(struct pairing *p, const char *word, size_t len, uint32_t *who)
{
	size_t before = p->n->messages.n;
	struct person_at at;
	bool ok = !resolve_person(p->n, arena_strndup(&p->n->scratch, word, len), &at);

	if (!ok)
		p->n->messages.n = before;
	*who = ok ? cast_person(&p->cast, at.id) : NOTHING;
	return ok;
}

/* Of "p03-p07" both; a code may have a hyphen of its own. */
static enum nsi_status pair_of(struct pairing *p, const char *word, uint32_t *a, uint32_t *b)
{
	for (const char *h = word; (h = strchr(h, '-')); h++)
		if (person_of(p, word, (size_t)(h - word), a) && person_of(p, h + 1, strlen(h + 1), b))
			return NSI_OK;
	return fail(&p->n->messages, NSI_DATA, N_("\"%s\" is no pair of people, as p03-p07"), word);
}

static enum nsi_status ties(struct pairing *p, struct nsi_list words, uint8_t *matrix)
{
	uint32_t a, b, people = p->cast.e.people;
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < words.n && !status; i++) {
		status = pair_of(p, words.v[i], &a, &b);
		if (!status && a != NOTHING && b != NOTHING)
			matrix[(size_t)a * people + b] = matrix[(size_t)b * people + a] = 1;
	}
	return status;
}

/* A forced pair that cannot be is a fault, told by the rule that it breaks. */
static enum nsi_status forced(struct pairing *p)
{
	static const char *const why[] = {
		[EV_RULE_SELF] = N_("%s and %s are one person"), [EV_RULE_APART] = N_("%s and %s are to be together and apart"),
		[EV_RULE_PRESENT] = N_("%s and %s are not there in one round"), [EV_RULE_ROOM] = N_("%s and %s are not in one room"),
		[EV_RULE_REPEAT] = N_("%s and %s met too short a time ago"), [EV_RULE_ROUNDS] = N_("%s and %s: more pairs are forced than there are rounds"),
	};
	struct cast *c = &p->cast;
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < p->asked->together.n; i++) {
		enum evening_rule rule;
		uint32_t a, b;

		if (pair_of(p, p->asked->together.v[i], &a, &b))
			return NSI_DATA;
		if (a == NOTHING || b == NOTHING)
			return fail(&p->n->messages, NSI_DATA, N_("%s: not both of them come"), p->asked->together.v[i]);
		rule = evening_forced(&c->e, a, b);
		if (rule)
			status = fail(&p->n->messages, NSI_DATA, why[rule], c->shown[a], c->shown[b]);
	}
	return status;
}

/* Whoever was to come late in the saved plan still does, unless it is said anew. */
static enum nsi_status as_saved(struct pairing *p)
{
	sqlite3_stmt *s = p->o.plan_seq ? saved(p) : NULL;
	enum nsi_status status = NSI_OK;

	while (s && db_row(p->n, s, &status)) {
		uint32_t i = cast_person(&p->cast, sqlite3_column_int64(s, 0));

		if (i == NOTHING)
			continue;
		p->cast.person[i].from = sqlite3_column_int(s, 1);
		if (sqlite3_column_type(s, 2) != SQLITE_NULL)
			p->cast.person[i].to = sqlite3_column_int(s, 2);
		p->cast.person[i].outside = sqlite3_column_int(s, 3);
	}
	return status;
}

static enum nsi_status outside(struct pairing *p)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status;

	if (strcmp(p->o.mode, "mixed") != 0)
		return NSI_OK;
	if (!p->asked->online.n) {
		for (uint32_t i = 0; i < p->cast.e.people && !p->o.plan_seq; i++)
			p->cast.person[i].outside = p->cast.elsewhere[i];
		return NSI_OK;
	}
	status = resolve_persons(p->n, p->asked->online, false, &v, &count, &filtered);
	for (uint32_t i = 0; i < p->cast.e.people; i++)
		p->cast.person[i].outside = false;
	for (size_t i = 0; i < count && !status; i++) {
		uint32_t k = cast_person(&p->cast, v[i].id);

		if (k != NOTHING)
			p->cast.person[k].outside = true;
	}
	return status;
}

enum nsi_status pairing_limits(struct pairing *p)
{
	size_t cells = (size_t)p->cast.e.people * p->cast.e.people;
	enum nsi_status status = as_saved(p);

	if (!status)
		status = outside(p);
	for (size_t i = 0; i < p->asked->late.n && !status; i++) {
		uint32_t who = NOTHING;
		int32_t round = 1;

		status = person_round(p, p->asked->late.v[i], &who, &round);
		if (!status)
			p->cast.person[who].from = round;
	}
	p->apart = arena_array(&p->n->scratch, uint8_t, cells + 1);
	p->together = arena_array(&p->n->scratch, uint8_t, cells + 1);
	if (!p->apart || !p->together)
		return NSI_MEMORY;
	memcpy(p->apart, p->cast.e.apart, cells);
	memcpy(p->together, p->cast.e.together, cells);
	p->cast.e.apart = p->apart;
	p->cast.e.together = p->together;
	p->cast.e.mixed = !strcmp(p->o.mode, "mixed");
	if (!status)
		status = ties(p, p->asked->apart, p->apart);
	if (!status)
		status = ties(p, p->asked->together, p->together);
	return status ? status : forced(p);
}
