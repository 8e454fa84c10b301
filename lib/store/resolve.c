/* resolve.c - words become local numbers. What was found stays for the call, so that a file of a
 * million rows asks once a word. */
#include "store/resolve.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/names.h"

enum { MOST_CODE = 100 };

/* ---- the dictionary ---------------------------------------------------------------------------- */

int64_t code_find(struct nsi *n, const char *kind, const char *code)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_CODE_FIND);

	if (!s)
		return 0;
	db_text(s, ":kind", kind);
	db_text(s, ":code", code);
	return db_value(n, s, 0);
}

bool code_ok(const char *s)
{
	size_t len = strlen(s);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] <= ' ' || strchr("\"\\,;:", s[i]))
			return false;
	return len && len <= MOST_CODE && text_bad(s, len) == len && text_plain(s);
}

enum nsi_status text_given(struct nsi *n, struct arena *a, const char **text)
{
	size_t len = strlen(*text);

	if (text_bad(*text, len) != len)
		return fail(&n->messages, NSI_DATA, N_("the text is not UTF-8"));
	*text = text_nfc(a, *text, len);
	return a->oom ? NSI_MEMORY : NSI_OK;
}

int64_t code_id(struct nsi *n, const char *kind, const char *code)
{
	int64_t id = code_find(n, kind, code);
	sqlite3_stmt *s = id ? NULL : db_get(n, SQL_USE_CODE_ADD);

	if (!s)
		return id;
	db_text(s, ":kind", kind);
	db_text(s, ":code", code);
	return db_run(n, s) ? 0 : sqlite3_last_insert_rowid(n->db);
}

const char *code_text(struct nsi *n, int64_t id)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_CODE_TEXT);
	enum nsi_status status = NSI_OK;
	const char *t = NULL;

	if (!s)
		return "";
	db_int(s, ":id", id);
	if (db_row(n, s, &status)) {
		t = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return t ? t : "";
}

const char *person_shown(struct nsi *n, int64_t id)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_SHOWN);
	enum nsi_status status = NSI_OK;
	const char *t = NULL;

	if (!s)
		return "";
	db_int(s, ":id", id);
	if (db_row(n, s, &status)) {
		t = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return t ? t : "";
}

/* ---- did you mean ---------------------------------------------------------------------------------- */

/* NEAR: a statement of names to choose from, and of what each names. */
enum nsi_status name_unknown(struct nsi *n, const char *what, const char *word, sqlite3_stmt *near)
{
	enum nsi_status status = NSI_OK;
	struct arena_mark before = arena_mark(&n->scratch);        /* a sheet may hold a million unknown words */
	const char **names = NULL, **codes = NULL, *best;
	size_t count = 0, cap = 0, cap2 = 0, k = 0;

	while (near && db_row(n, near, &status)) {
		names = arena_grow(&n->scratch, names, &cap, count + 1, sizeof(*names));
		codes = arena_grow(&n->scratch, codes, &cap2, count + 1, sizeof(*codes));
		if (!names || !codes)
			return NSI_MEMORY;
		names[count] = db_string(n, near, 0);
		codes[count++] = db_string(n, near, 1);
	}
	best = text_near(word, names, count);
	while (best && names[k] != best)
		k++;
	if (best)
		fail(&n->messages, NSI_DATA, N_("there is no %s \"%s\" (did you mean %s?)"), tr(n->lang, what), word,
		     codes[k]);
	else
		fail(&n->messages, NSI_DATA, N_("there is no %s \"%s\""), tr(n->lang, what), word);
	arena_release(&n->scratch, before);
	return NSI_DATA;
}

/* ---- people ------------------------------------------------------------------------------------------ */

static sqlite3_stmt *by_bare(struct nsi *n, const char *bare)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_BARE);

	if (s)
		db_text(s, ":bare", bare);
	return s;
}

/* Number of people of that bare code; *ID one of them, CODES all as one text. */
static int bare_find(struct nsi *n, const char *bare, int64_t *id, const char **codes)
{
	sqlite3_stmt *s = by_bare(n, bare);
	enum nsi_status status = NSI_OK;
	int found = 0;

	while (s && db_row(n, s, &status)) {
		const char *code = db_string(n, s, 1);

		*id = sqlite3_column_int64(s, 0);
		*codes = found++ ? arena_printf(&n->scratch, "%s, %s", *codes, code) : code;
	}
	return found;
}

enum nsi_status resolve_person(struct nsi *n, const char *word, struct person_at *out)
{
	const char *at = strchr(word, '@'), *codes = "", *code;
	enum nsi_status status = NSI_OK;
	int found;

	*out = (struct person_at){ 0 };
	code = at ? arena_strndup(&n->scratch, word, (size_t)(at - word)) : word;
	if (at)
		status = resolve_year(n, at + 1, &out->year);
	if (status)
		return status;
	code = text_skeleton(&n->scratch, code);
	if (strchr(code, '/')) {
		out->id = code_find(n, "person", code);
		return out->id ? NSI_OK : name_unknown(n, N_("person"), word, db_get(n, SQL_USE_PERSON_CODES));
	}
	found = bare_find(n, code, &out->id, &codes);
	if (found > 1)
		return fail(&n->messages, NSI_DATA, N_("%s is the code of several people: say which of %s"), word,
		            codes);
	if (!found) {
		size_t named = names_find(n, at ? arena_strndup(&n->scratch, word, (size_t)(at - word)) : word,
		                          &out->id, &codes);

		if (named > 1)
			return fail(&n->messages, NSI_DATA,
			            N_("so begin the surnames of several people: say which of %s"), codes);
		found = named == 1;
	}
	return found ? NSI_OK : name_unknown(n, N_("person"), word, db_get(n, SQL_USE_PERSON_CODES));
}

/* ---- units and other things ----------------------------------------------------------------------------- */

static int64_t alias_in(struct nsi *n, enum sql which, const char *kind, const char *key)
{
	sqlite3_stmt *s = db_get(n, which);

	if (!s)
		return 0;
	db_common(n, s);
	db_text(s, ":kind", kind);
	db_text(s, ":key", key);
	return db_value(n, s, 0);
}

/* By what is loaded, then by code, then by what was loaded once: retired units keep their labels. */
int64_t thing_find(struct nsi *n, const char *kind, const char *word)
{
	const char *key = text_skeleton(&n->scratch, word);
	int64_t id = alias_in(n, SQL_USE_ALIAS_FIND, kind, key);

	if (!id)
		id = code_find(n, kind, key);
	return id ? id : alias_in(n, SQL_USE_ALIAS_FORMER, kind, key);
}

static sqlite3_stmt *aliases(struct nsi *n, const char *kind)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ALIASES);

	if (s) {
		db_common(n, s);
		db_text(s, ":kind", kind);
	}
	return s;
}

enum nsi_status resolve_unit(struct nsi *n, const char *word, int64_t *unit, int64_t *part)
{
	const char *dot = strchr(word, '.'), *code;

	*part = 0;
	if (!dot) {
		*unit = thing_find(n, "unit", word);
		return *unit ? NSI_OK : name_unknown(n, N_("unit"), word, aliases(n, "unit"));
	}
	*part = thing_find(n, "part", word);
	if (!*part)
		return name_unknown(n, N_("part"), word, aliases(n, "part"));
	code = code_text(n, *part);
	dot = strchr(code, '.');
	*unit = dot ? code_find(n, "unit", arena_strndup(&n->scratch, code, (size_t)(dot - code))) : 0;
	return *unit ? NSI_OK : name_unknown(n, N_("unit"), word, NULL);
}

enum nsi_status resolve_thing(struct nsi *n, const char *kind, const char *word, int64_t *id)
{
	static const char *const names[] = { N_("module"), N_("org"), N_("group"), N_("quantum"), N_("technology"), N_("competence"), NULL };
	const char *name = kind;

	for (const char *const *k = names; *k; k++)
		if (!strcmp(*k, kind))
			name = *k;
	if (!strcmp(kind, "quantum") && !strncmp(word, "q:", 2))
		word += 2;                         /* as a meeting names what it gave */
	*id = thing_find(n, kind, word);
	return *id ? NSI_OK : name_unknown(n, name, word, aliases(n, kind));
}

/* ---- days and years ------------------------------------------------------------------------------------------ */

enum nsi_status resolve_year(struct nsi *n, const char *word, int *year)
{
	sqlite3_stmt *s;
	char *end;
	long y;

	*year = 0;
	if (!word || !*word) {
		s = db_get(n, SQL_USE_YEAR_NOW);
		if (!s)
			return NSI_MACHINE;
		*year = (int)db_value(n, s, 0);
		return NSI_OK;
	}
	y = strtol(word, &end, 10);
	if (*end == '/')
		y = strtol(end + 1, &end, 10);
	if (*end || y < 1900 || y > 2219)
		return fail(&n->messages, NSI_DATA, N_("\"%s\" is not a school year (2027 or 2026/2027)"), word);
	*year = (int)y;
	return NSI_OK;
}

enum nsi_status year_shown(struct nsi *n, int *year)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_SHOWN);

	if (!s)
		return NSI_MACHINE;
	*year = (int)db_value(n, s, 0);
	return NSI_OK;
}

int32_t day_of_year(struct nsi *n, int year)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_READ);
	enum nsi_status status = NSI_OK;
	int32_t last = n->today;

	if (!s)
		return last;
	db_common(n, s);
	db_int(s, ":year", year);
	if (db_row(n, s, &status)) {
		last = sqlite3_column_int(s, 1);
		sqlite3_reset(s);
	}
	return last < n->today ? last : n->today;
}

/* The last or first day of the period or break that WORD names; DAY_NONE: none does. */
static int32_t period_day(struct nsi *n, const char *word, bool first, enum nsi_status *status)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_PERIOD_DAY);

	if (!s) {
		*status = NSI_MACHINE;
		return DAY_NONE;
	}
	db_common(n, s);
	db_text(s, ":period", text_skeleton(&n->scratch, word));
	db_int(s, ":first", first);
	return (int32_t)db_value(n, s, DAY_NONE);
}

/* WORD is no day; perhaps it is a period of somebody else's calendar, or of another year. */
static enum nsi_status no_day(struct nsi *n, const char *word)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_PERIOD_WHOSE);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":period", text_skeleton(&n->scratch, word));
	if (db_row(n, s, &status)) {
		const char *org = db_string(n, s, 0);
		int year = sqlite3_column_int(s, 1);

		sqlite3_reset(s);
		return fail(&n->messages, NSI_DATA, N_("\"%s\" is a period of the calendar of %s for %d/%d, not of ours for this year: say a day"),
		            word, org, year - 1, year);
	}
	return status ? status : fail(&n->messages, NSI_DATA, N_("\"%s\" is not a day (2026-11-12, 12.11.2026, 12.11, today, -7d, mon, eom, q2)"), word);
}

/* Of a word for several days the first or the last. */
static enum nsi_status day_of_word(struct nsi *n, const char *word, bool first, int32_t *day)
{
	struct day_context c = { n->today, DAY_NONE, DAY_NONE };
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_SPAN);

	*day = n->today;
	if (!word || !*word || !strcmp(word, "today"))
		return NSI_OK;
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	if (db_row(n, s, &status)) {
		c.year_from = sqlite3_column_int(s, 0);
		c.year_to = sqlite3_column_int(s, 1);
		sqlite3_reset(s);
	}
	*day = first ? day_read_first(word, &c) : day_read(word, &c);
	if (*day == DAY_NONE)
		*day = period_day(n, word, first, &status);
	return *day == DAY_NONE && !status ? no_day(n, word) : status;
}

enum nsi_status resolve_day(struct nsi *n, const char *word, int32_t *day)
{
	return day_of_word(n, word, false, day);
}

enum nsi_status resolve_since(struct nsi *n, const char *word, int32_t *day)
{
	return day_of_word(n, word, true, day);
}
