/* listing_cell.c - what the cells of a school's list say: names, organisations, units, hours, consents. */
#include <ctype.h>
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
static const char *cell(const struct listing *l, const struct listed *r, enum column c)
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
	return word_find(&l->n->scratch, "y yes true", s) || !strcmp(text_fold(&l->n->scratch, s), "истина") || !strcmp(s, "+") || !strcmp(s, "1") || !strcmp(text_fold(&l->n->scratch, s), "есть") ||
	       !strcmp(text_fold(&l->n->scratch, s), "v") || !strcmp(text_fold(&l->n->scratch, s), "имеется");
}

static bool no(struct listing *l, const char *s)
{
	return !*s || word_find(&l->n->scratch, "n no false", s) || !strcmp(text_fold(&l->n->scratch, s), "ложь") || !strcmp(s, "-") || !strcmp(s, "—") || !strcmp(s, "–") || !strcmp(s, "0");
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
static bool find_thing(struct listing *l, const char *kind, const char *word, int64_t *id)
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
		if (!find_thing(l, "group", word, &id))
			return false;
		ids_add(v, code_text(l->n, id));
		return true;
	}
	if (find_unit(l, word, &id)) {
		ids_add(v, code_text(l->n, id));
		return true;
	}
	if (!find_thing(l, "module", word, &id))
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
	bool is = strlen(cell(l, r, c)) > MOST_LIST;

	if (is)
		listing_wrong(l, r, listing_column(l, c), N_("the cell is longer than %d bytes"), MOST_LIST);
	return is;
}

/* Separated by commas, semicolons, line ends; what is not found whole, by blanks. */
static const char *list_value(struct listing *l, struct listed *r, enum column c)
{
	const char *s = cell(l, r, c);
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
	const char *s = cell(l, r, COL_ROLE), *is = trimmed(l, cell(l, r, COL_METHODIST));
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
			listing_wrong(l, r, listing_column(l, COL_ROLE), N_("no role is called so; there are: %s"), word_list(&l->n->scratch, l->n->lang, words));
	}
	return ids_end(l, &v);
}

/* ---- single values --------------------------------------------------------------------------------------- */

/* "36", "36 ч", "1,5 часа". */
static const char *hours_value(struct listing *l, struct listed *r, enum column c, int most)
{
	char *s = (char *)trimmed(l, cell(l, r, c)), *end;
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
	const char *s = trimmed(l, cell(l, r, c));
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

static bool is_free(struct listing *l, const char *id)
{
	int64_t there;

	for (const struct offered *o = l->offered; o; o = o->next)
		if (!strcmp(o->id, id))
			return false;
	return strcmp(id, l->n->org) && !code_find(l->n, "org", id) && !find_thing(l, "org", id, &there);
}

enum { MOST_OFFERED = 100 };

/* A free id made of a title's digits, for the line that is to be added; for the same title the same. NULL: of so many
 * schools that nobody knows none is meant. */
static const char *org_id_for(struct listing *l, const char *title)
{
	struct arena *a = &l->n->scratch;
	const char *digits = title + strcspn(title, "0123456789"), *id, *first, *key = text_skeleton(a, title);
	size_t n = strspn(digits, "0123456789");
	struct offered *o;

	for (o = l->offered; o; o = o->next)
		if (!strcmp(o->title, key))
			return o->id;
	if (l->noffered == MOST_OFFERED)
		return NULL;
	l->noffered++;
	id = first = n ? arena_printf(a, "s%.*s", (int)(n < 20 ? n : 20), digits) : "net-x";
	for (int k = 2; !a->oom && !is_free(l, id); k++)
		id = arena_printf(a, "%s-%d", first, k);
	o = arena_new(a, struct offered);
	if (o) {
		*o = (struct offered){ id, key, l->offered };
		l->offered = o;
	}
	return id;
}

static void read_org(struct listing *l, struct listed *r)
{
	const char *s = trimmed(l, cell(l, r, COL_ORG)), *own = setting(l->n, "title");
	int64_t id;

	r->org = l->org;
	if (!*s || !strcmp(s, l->n->org) || (own && !strcmp(text_skeleton(&l->n->scratch, own), text_skeleton(&l->n->scratch, s)))) {
		r->org = *s ? l->n->org : l->org;
	} else if (find_thing(l, "org", s, &id)) {
		r->org = code_text(l->n, id);
	} else {
		const char *offered = org_id_for(l, s);

		if (offered)
			listing_wrong(l, r, listing_column(l, COL_ORG),
			              N_("there is no organisation \"%s\": load it with the line  - {id: %s, short: %s}  in organisations"),
			              s, offered, json_text(l->n, s));
		else
			listing_wrong(l, r, listing_column(l, COL_ORG), N_("there is no organisation \"%s\""), s);
	}
	if (*s && !r->wrong)
		r->says[SAYS_ORG] = json_text(l->n, r->org);
}

/* The code in front of a name, as our own tables show people, "p07 Гречкина О. П."; *NAME is what follows. "": none. */
static const char *code_in_front(struct listing *l, const char **name)
{
	const char *s = trimmed(l, *name), *code, *bare;
	size_t n = strcspn(s, " \t\r\n\xc2");

	code = text_skeleton(&l->n->scratch, arena_strndup(&l->n->scratch, s, n));
	bare = strchr(code, '/') ? strchr(code, '/') + 1 : code;
	if (!*bare || !isdigit((unsigned char)bare[strlen(bare) - 1]) || !id_ok(bare, strlen(bare)))
		return "";
	*name = trimmed(l, s + n);
	return code;
}

static void read_who(struct listing *l, struct listed *r)
{
	const char *code = text_skeleton(&l->n->scratch, trimmed(l, cell(l, r, COL_CODE))), *bare;
	const char *name = cell(l, r, COL_NAME), *family = cell(l, r, COL_FAMILY), *given = cell(l, r, COL_GIVEN);
	const char *patronymic = cell(l, r, COL_PATRONYMIC);
	struct arena *a = &l->n->scratch;
	int at = listing_column(l, COL_NAME) ? listing_column(l, COL_NAME) : listing_column(l, COL_FAMILY);

	if (!*code)
		code = code_in_front(l, &name);
	bare = strchr(code, '/') ? strchr(code, '/') + 1 : code;
	if (*code && (!id_ok(bare, strlen(bare)) || id_like_month(bare, strlen(bare))))
		listing_wrong(l, r, listing_column(l, COL_CODE), N_("this is not a code such as p07"));
	else if (*code)
		r->code = code;
	if (listing_column(l, COL_FAMILY))
		r->named = name_join(a, family, given, patronymic, &r->name);
	else
		r->named = name_split(a, name, &r->name);
	if (r->named)
		r->key = name_fold(a, &r->name);
	else if (*trimmed(l, name) || *trimmed(l, family) || *trimmed(l, given))
		listing_wrong(l, r, at, N_("this is no name: surname, name, patronymic, or initials"));
	else if (!*code)
		listing_wrong(l, r, at, N_("neither a name nor a code"));
}

enum nsi_status listing_cells(struct listing *l, struct listed *r)
{
	read_who(l, r);
	read_org(l, r);
	r->curator = trimmed(l, cell(l, r, COL_CURATOR));
	r->mentor = trimmed(l, cell(l, r, COL_MENTOR));
	return listing_values(l, r);
}

enum nsi_status listing_values(struct listing *l, struct listed *r)
{
	r->says[SAYS_POST] = text_value(l, cell(l, r, COL_POST));
	r->says[SAYS_SUBJECT] = text_value(l, cell(l, r, COL_SUBJECT));
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
