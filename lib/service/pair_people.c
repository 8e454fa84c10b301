/* pair_people.c - who comes to an evening. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "service/pairing.h"
#include "store/db.h"
#include "store/output.h"
#include "store/resolve.h"

enum { LIST_LIMIT = 1 << 20 };

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
	output_spares(n, path);
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

sqlite3_stmt *pairing_saved(struct pairing *p)
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
		return add_statement(p, pairing_saved(p), &cap);
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
			all = arena_printf(&p->n->scratch, "%s%s%s", all, *all ? ", " : "",
			                   person_shown(p->n, p->people[i]));
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
	return fail(&p->n->messages, NSI_DATA, N_("%s was dissolved on %s and does not meet any more"), p->o.group,
	            p->n->lang == LANG_RU ? day_ru(iso, day) : day_iso(iso, day));
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
	status = pairing_elsewhere(p);
	if (status)
		return status;
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
