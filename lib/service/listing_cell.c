/* listing_cell.c - what the cells of a school's list say: units, groups, hours, consents. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "base/word.h"
#include "service/listing.h"
#include "store/db.h"
#include "store/resolve.h"

enum { MOST_LIST = 10000 };

/* The cell of a column without the blanks around it; "": empty or no such column. */
const char *listing_cell(const struct listing *l, const struct listed *r, enum column c)
{
	int i = listing_column(l, c);

	return i && (size_t)i <= r->ncell ? r->cells[i - 1] : "";
}

static const char *trimmed(struct listing *l, const char *s)
{
	return text_trim(&l->n->scratch, s);
}

const char *json_text(struct nsi *n, const char *s)
{
	struct buf b = { 0 };
	const char *out;

	buf_json(&b, s);
	out = b.oom ? "" : arena_strndup(&n->scratch, b.s, b.n);
	n->scratch.oom |= b.oom;
	buf_free(&b);
	return out;
}

/* Inner blanks and line ends as one blank. */
static const char *text_value(struct listing *l, const char *s)
{
	char *out = arena_strdup(&l->n->scratch, trimmed(l, s)), *p = out;

	for (const char *q = out; *q; q++)
		if (!strchr(" \t\r\n", *q))
			*p++ = *q;
		else if (p > out && p[-1] != ' ')
			*p++ = ' ';
	if (!l->n->scratch.oom)
		*p = '\0';
	return *out ? json_text(l->n, out) : NULL;
}

static bool yes(struct listing *l, const char *s)
{
	return word_find(&l->n->scratch, "y yes true", s) || !strcmp(text_fold(&l->n->scratch, s), "истина") ||
	       !strcmp(s, "+") || !strcmp(s, "1") || !strcmp(text_fold(&l->n->scratch, s), "есть") ||
	       !strcmp(text_fold(&l->n->scratch, s), "v") || !strcmp(text_fold(&l->n->scratch, s), "имеется");
}

static bool no(struct listing *l, const char *s)
{
	return !*s || word_find(&l->n->scratch, "n no false", s) || !strcmp(text_fold(&l->n->scratch, s), "ложь") ||
	       !strcmp(s, "-") || !strcmp(s, "—") || !strcmp(s, "–") || !strcmp(s, "0");
}

/* Where the messages stood: what is looked up on trial leaves none, nor their memory. */
struct stood { size_t n, errors, cap; struct arena_mark mark; };

static struct stood stand(struct listing *l)
{
	struct messages *m = &l->n->messages;

	return (struct stood){ m->n, m->errors, m->cap, arena_mark(&m->arena) };
}

static void back(struct listing *l, struct stood s)
{
	struct messages *m = &l->n->messages;

	if (m->cap == s.cap && s.cap)
		arena_release(&m->arena, s.mark);
	m->n = s.n;
	m->errors = s.errors;
}

/* Look up without a message of its own. */
bool listing_thing(struct listing *l, const char *kind, const char *word, int64_t *id)
{
	struct stood s = stand(l);
	enum nsi_status status = resolve_thing(l->n, kind, word, id);

	back(l, s);
	return status == NSI_OK;
}

static bool find_unit(struct listing *l, const char *word, int64_t *id)
{
	struct stood s = stand(l);
	int64_t part;
	enum nsi_status status = resolve_unit(l->n, word, id, &part);

	back(l, s);
	return status == NSI_OK && !part;
}

/* ---- lists in one cell --------------------------------------------------------------------------------- */

struct ids { struct buf b; bool any; size_t n; };

static void ids_add(struct ids *v, const char *code)
{
	const char *quoted = v->any ? strstr(v->b.s, code) : NULL;
	size_t n = strlen(code);

	for (; quoted; quoted = strstr(quoted + 1, code))
		if (quoted[-1] == '"' && quoted[n] == '"')
			return;
	buf_puts(&v->b, v->any ? "," : "[");
	buf_json(&v->b, code);
	v->any = true;
	v->n++;
}

static const char *ids_end(struct listing *l, struct ids *v)
{
	const char *out;

	if (v->any)
		buf_putc(&v->b, ']');
	out = v->any && !v->b.oom ? arena_strndup(&l->n->scratch, v->b.s, v->b.n) : NULL;
	l->n->scratch.oom |= v->b.oom;
	buf_free(&v->b);
	return out;
}

/* Units of a module, in its order. */
static void add_units(struct listing *l, struct ids *v, int64_t module)
{
	sqlite3_stmt *s = db_get(l->n, SQL_USE_MODULE_UNITS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return;
	db_common(l->n, s);
	db_int(s, ":module", module);
	while (db_row(l->n, s, &status))
		ids_add(v, (const char *)sqlite3_column_text(s, 0));
}

/* One word of a list; false: nothing is called so. */
static bool list_word(struct listing *l, enum column c, const char *word, struct ids *v)
{
	int64_t id;

	if (c == COL_GROUP) {
		if (!listing_thing(l, "group", word, &id))
			return false;
		ids_add(v, code_text(l->n, id));
		return true;
	}
	if (find_unit(l, word, &id)) {
		ids_add(v, code_text(l->n, id));
		return true;
	}
	if (!listing_thing(l, "module", word, &id))
		return false;
	if (c == COL_BEARER)
		add_units(l, v, id);
	else
		ids_add(v, code_text(l->n, id));
	return true;
}

/* «И1 И2»: each word of it. */
static bool list_words(struct listing *l, enum column c, const char *words, struct ids *v)
{
	for (size_t n; *words; words += n + strspn(words + n, " ")) {
		n = strcspn(words, " ");
		if (!list_word(l, c, arena_strndup(&l->n->scratch, words, n), v))
			return false;
	}
	return true;
}

/* A cell that is no list of people's, but a file of somebody's: each word of it would be looked for. */
static bool too_long(struct listing *l, struct listed *r, enum column c)
{
	bool is = strlen(listing_cell(l, r, c)) > MOST_LIST;

	if (is)
		listing_wrong(l, r, listing_column(l, c), N_("the cell is longer than %d bytes"), MOST_LIST);
	return is;
}

/* Separated by commas, semicolons, line ends; what is not found whole, by blanks. */
static const char *list_value(struct listing *l, struct listed *r, enum column c)
{
	const char *s = listing_cell(l, r, c);
	struct ids v = { 0 };

	if (no(l, trimmed(l, s)))
		return NULL;
	if (too_long(l, r, c))
		return NULL;
	for (size_t n; *s; s += n + (s[n] != '\0')) {
		const char *word;

		n = strcspn(s, ",;\n");
		word = trimmed(l, arena_strndup(&l->n->scratch, s, n));
		if (*word && !list_word(l, c, word, &v) && !list_words(l, c, word, &v))
			listing_wrong(l, r, listing_column(l, c), c == COL_GROUP ? N_("there is no group \"%s\"")
				: N_("there is no unit or module \"%s\""), word);
	}
	if (c == COL_BEARER)
		l->borne += v.n;
	return ids_end(l, &v);
}

/* What schools call their roles, beside the words themselves; also with more behind: «завуч по УВР». */
static const char *role_called(struct listing *l, const char *word)
{
	static const struct { const char *begins, *role; } v[] = {
		{ "методист", "methodist" }, { "завуч", "head" }, { "заместител", "head" }, { "зам.", "head" }, { "зам ", "head" },
		{ "руководител", "head" }, { "директор", "head" }, { "куратор", "curator" }, { "наставни", "mentor" }, { "ведущ", "leader" },
	};
	const char *folded = text_fold(&l->n->scratch, word);

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (!strncmp(folded, v[i].begins, strlen(v[i].begins)))
			return v[i].role;
	return NULL;
}

static const char *roles_value(struct listing *l, struct listed *r)
{
	static const char words[] = "methodist curator mentor leader head";
	const char *s = listing_cell(l, r, COL_ROLE), *is = trimmed(l, listing_cell(l, r, COL_METHODIST));
	struct ids v = { 0 };

	if (too_long(l, r, COL_ROLE))
		return NULL;
	if (yes(l, is))
		ids_add(&v, "methodist");
	else if (!no(l, is))
		listing_wrong(l, r, listing_column(l, COL_METHODIST), N_("this column takes yes or no"));
	for (size_t n; *s; s += n + (s[n] != '\0')) {
		const char *word, *role;

		n = strcspn(s, ",;\n");
		word = trimmed(l, arena_strndup(&l->n->scratch, s, n));
		role = *word ? word_find(&l->n->scratch, words, word) : NULL;
		if (!role && *word)
			role = role_called(l, word);
		if (role)
			ids_add(&v, role);
		else if (!no(l, word))
			listing_wrong(l, r, listing_column(l, COL_ROLE), N_("no role is called so; there are: %s"),
			              word_list(&l->n->scratch, l->n->lang, words));
	}
	return ids_end(l, &v);
}

/* ---- single values --------------------------------------------------------------------------------------- */

/* "36", "36 ч", "1,5 часа". */
static const char *hours_value(struct listing *l, struct listed *r, enum column c, int most)
{
	char *s = (char *)trimmed(l, listing_cell(l, r, c)), *end;
	double v;

	if (no(l, s) && strcmp(s, "0") != 0)
		return NULL;
	if (strchr(s, ','))
		*strchr(s, ',') = '.';
	v = strtod(s, &end);
	if (end == s || (*end && strncmp(trimmed(l, end), "ч", 2) != 0))
		listing_wrong(l, r, listing_column(l, c), N_("this is not a number of hours"));
	else if (!(v > 0))
		listing_wrong(l, r, listing_column(l, c), N_("hours must be more than 0"));
	else if (v > most)
		listing_wrong(l, r, listing_column(l, c), N_("hours are at most %d"), most);
	else
		return arena_printf(&l->n->scratch, "%.10g", v);
	return NULL;
}

/* A day, or yes: as of today. Withdrawn or never given: nothing. */
static const char *consent_value(struct listing *l, struct listed *r, enum column c)
{
	const char *s = trimmed(l, listing_cell(l, r, c));
	size_t before = l->n->messages.n, errors = l->n->messages.errors;
	char iso[11];
	int32_t day;
	enum nsi_status status;

	if (no(l, s))
		return NULL;
	if (yes(l, s))
		return "true";
	status = resolve_day(l->n, arena_strndup(&l->n->scratch, s, day_before_time(s)), &day);
	l->n->messages.n = before;
	l->n->messages.errors = errors;
	if (status)
		listing_wrong(l, r, listing_column(l, c), N_("a consent is yes, no or the day on which it was signed"));
	else if (day > l->n->today)
		listing_wrong(l, r, listing_column(l, c), N_("%s is after today"), s);
	else
		return arena_printf(&l->n->scratch, "\"%s\"", day_iso(iso, day));
	return NULL;
}

enum nsi_status listing_values(struct listing *l, struct listed *r)
{
	r->says[SAYS_POST] = text_value(l, listing_cell(l, r, COL_POST));
	r->says[SAYS_SUBJECT] = text_value(l, listing_cell(l, r, COL_SUBJECT));
	r->says[SAYS_GROUPS] = list_value(l, r, COL_GROUP);
	r->says[SAYS_BEARER] = list_value(l, r, COL_BEARER);
	r->says[SAYS_CHOICE] = list_value(l, r, COL_CHOICE);
	r->says[SAYS_CAPACITY] = hours_value(l, r, COL_CAPACITY, 2000);
	r->says[SAYS_WEEK] = hours_value(l, r, COL_WEEK, 80);
	r->says[SAYS_ROLES] = roles_value(l, r);
	r->says[SAYS_INTERNAL] = consent_value(l, r, COL_CONSENT);
	r->says[SAYS_NETWORK] = consent_value(l, r, COL_NETWORK);
	r->says[SAYS_PUBLIC] = consent_value(l, r, COL_PUBLIC);
	return l->n->scratch.oom ? NSI_MEMORY : NSI_OK;
}
