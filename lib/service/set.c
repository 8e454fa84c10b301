/* set.c - `nsi iop set`: what is known of one person, by hand; read as the cells of a list are. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/listing.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

enum { MOST_TEACHING = 99 };

/* Keys that no list of a school has: with whom he never meets, always meets; how often he teaches. */
static const char *const own_keys[] = { N_("apart"), N_("together"), N_("load") };

/* People by code or surname, as a JSON list of codes, or one of them, and as it is told. NULL: refused, or none named. */
static enum nsi_status people_value(struct nsi *n, const char *words, int64_t self, bool one, const char **out,
                                    const char **told)
{
	enum nsi_status status = NSI_OK;
	const char *list = NULL;

	*told = "";
	for (size_t len; *words && !status; words += len + strspn(words + len, ", ")) {
		struct person_at p;
		const char *code;

		len = strcspn(words, ", ");
		status = len ? resolve_person(n, arena_strndup(&n->scratch, words, len), &p) : NSI_OK;
		if (status || !len)
			continue;
		if (p.id == self)
			return fail(&n->messages, NSI_DATA, N_("%s himself is not meant"), person_shown(n, self));
		if (one && list)
			return fail(&n->messages, NSI_DATA, N_("one person, not several"));
		code = json_text(n, code_text(n, p.id));
		*told = arena_printf(&n->scratch, "%s%s%s", *told, **told ? "," : "", person_shown(n, p.id));
		list = one ? code : list ? arena_printf(&n->scratch, "%s,%s", list, code) : arena_printf(&n->scratch, "[%s", code);
	}
	*out = list && !one ? arena_printf(&n->scratch, "%s]", list) : list;
	return status;
}

static enum nsi_status own_value(struct listing *l, struct listed *r, const char *key, const char *value)
{
	struct nsi *n = l->n;
	struct said s = { .verb = nsi_verb("set"), .day = n->today, .person = { r->is->id, r->is->code } };
	const char *json = NULL;
	enum nsi_status status = NSI_OK;
	char *end;
	long v;

	if (strcmp(key, "load") != 0) {
		status = people_value(n, value, r->is->id, false, &json, &value);
	} else if (*value) {
		v = strtol(value, &end, 10);
		if (*end || v < 0 || v > MOST_TEACHING)
			return fail(&n->messages, NSI_DATA, N_("load is a number of meetings, 0 to %d"), MOST_TEACHING);
		json = arena_printf(&n->scratch, "%ld", v);
	}
	if (status)
		return status;
	r->changes++;
	json = json ? json : strcmp(key, "load") ? "[]" : "null";
	r->detail = arena_printf(&n->scratch, "%s%s%s: %s", r->detail ? r->detail : "", r->detail ? "; " : "", tr(n->lang, key), value);
	s.data = arena_printf(&n->scratch, "{\"key\":\"%s\",\"value\":%s}", key, json);
	return entries_add(n, &l->say, &s);
}

static bool own_key(const char *key)
{
	for (size_t i = 0; i < sizeof(own_keys) / sizeof(*own_keys); i++)
		if (!strcmp(own_keys[i], key))
			return true;
	return false;
}

/* Which column a key names; COL_UNKNOWN: none that may be set. */
static enum column column_of(struct nsi *n, const char *key)
{
	for (enum column c = COL_POST; c <= COL_MENTOR; c++)
		if (!strcmp(column_key(c), key) && c != COL_METHODIST)
			return c;
	return !strcmp(key, "group") ? COL_GROUP : column_named(&n->scratch, key);
}

/* One KEY=VALUE into the row; what only a hand sets is said at once. */
static enum nsi_status pair(struct listing *l, struct listed *r, const char **cells, const char *text)
{
	static const enum says says[COLUMNS] = {
		[COL_POST] = SAYS_POST, [COL_SUBJECT] = SAYS_SUBJECT, [COL_GROUP] = SAYS_GROUPS, [COL_BEARER] = SAYS_BEARER,
		[COL_CHOICE] = SAYS_CHOICE, [COL_CAPACITY] = SAYS_CAPACITY, [COL_WEEK] = SAYS_WEEK, [COL_ROLE] = SAYS_ROLES,
		[COL_CURATOR] = SAYS_CURATOR, [COL_MENTOR] = SAYS_MENTOR,
	};
	struct nsi *n = l->n;
	const char *equals = strchr(text, '='), *key, *value = equals ? equals + 1 : NULL;
	enum column c;

	if (!equals)
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is not KEY=VALUE"), text);
	key = arena_strndup(&n->scratch, text, (size_t)(equals - text));
	if (own_key(key))
		return own_value(l, r, key, value);
	c = column_of(n, key);
	if (c == COL_UNKNOWN || !says[c])
		return fail(&n->messages, NSI_USAGE, N_("nothing is called %s that can be set; there are: %s"), key,
		            "post subject capacity hours_week curator mentor bearer choice roles group apart together load");
	if (l->has[says[c]])
		return fail(&n->messages, NSI_USAGE, N_("%s is given twice"), key);
	l->has[says[c]] = true;
	if (c == COL_CURATOR || c == COL_MENTOR)
		return people_value(n, value, r->is->id, true, &r->says[says[c]], &value);
	cells[l->ncolumn] = value;
	l->columns[l->ncolumn++] = c;
	return NSI_OK;
}

static enum nsi_status known_read(struct nsi *n, int64_t id, struct known *k)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_KNOWN_PERSON);
	enum nsi_status status = NSI_OK;

	*k = (struct known){ .id = id, .key = { "", "", "" } };
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", id);
	if (!db_row(n, s, &status))
		return status ? status : fail(&n->messages, NSI_DATA, N_("%s is not enrolled"), person_shown(n, id));
	k->code = db_string(n, s, 0);
	k->bare = db_string(n, s, 1);
	k->org = db_string(n, s, 2);
	k->post = db_string(n, s, 3);
	k->subject = db_string(n, s, 4);
	k->until = sqlite3_column_int(s, 5);
	sqlite3_reset(s);
	return k->until > n->today ? NSI_OK : fail(&n->messages, NSI_DATA, N_("%s has left"), person_shown(n, id));
}

static enum nsi_status gather(struct listing *l, const char *person, struct nsi_list pairs)
{
	struct nsi *n = l->n;
	struct listed *r = arena_new(&n->scratch, struct listed);
	const char **cells = arena_array(&n->scratch, const char *, pairs.n + 1);
	struct known *k = arena_new(&n->scratch, struct known);
	struct person_at who;
	enum nsi_status status = r && cells && k ? resolve_person(n, person, &who) : NSI_MEMORY;

	if (!status)
		status = known_read(n, who.id, k);
	if (status)
		return status;
	*r = (struct listed){ .is = k, .code = k->code, .org = k->org, .cells = cells };
	l->v = r;
	l->nv = 1;
	for (size_t i = 0; i < pairs.n && !status; i++)
		status = pair(l, r, cells, pairs.v[i]);
	r->ncell = l->ncolumn;
	if (!status)
		status = listing_values(l, r);
	if (!status && r->wrong)
		status = NSI_DATA;
	return status ? status : listing_say(l);
}

enum nsi_status nsi_iop_set(struct nsi *n, const char *person, struct nsi_list pairs, unsigned flags,
                            const struct nsi_rows **out)
{
	struct listing l = { .n = n, .hand = true };
	struct outcome done = { 0 };
	struct said_list list;
	enum nsi_status status;

	call_begin(n);
	status = nsi_open(n);
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = gather(&l, person, pairs);
	said_list(&list, n, l.say.v, l.say.n);
	if (!status)
		status = journal_go(n, &list.source, flags, listing_rows, &l, &done);
	if (status)
		journal_end(n);
	*out = status ? NULL : done.rows;
	return call_end(n, status);
}
