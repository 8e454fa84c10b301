/* request.c - requests by their numbers: which one is meant, what is offered, what it points to. */
#include "store/request.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/resolve.h"
#include "store/sentence.h"

/* ---- which one ------------------------------------------------------------------------------------- */

static enum nsi_status unknown(struct nsi *n, const char *word)
{
	return fail(&n->messages, NSI_DATA, N_("there is no request %s (see nsi iop request list)"), word);
}

enum nsi_status request_find(struct nsi *n, const char *word, struct said *s)
{
	const char *colon = strrchr(word, ':'), *digits = colon ? colon + 1 : word, *all = "";
	sqlite3_stmt *q = db_get(n, SQL_USE_REQUEST_FIND);
	enum nsi_status status = NSI_OK;
	size_t found = 0;
	char *end;
	int64_t seq = strtoll(digits, &end, 10);

	if (!q)
		return NSI_MACHINE;
	if (*end || end == digits || strspn(digits, "0123456789") != strlen(digits))
		return fail(&n->messages, NSI_DATA, N_("\"%s\" is no number of a request (see nsi iop request list)"),
		            word);
	db_int(q, ":seq", seq);
	if (colon)
		db_text(q, ":by", arena_strndup(&n->scratch, word, (size_t)(colon - word)));
	while (db_row(n, q, &status)) {
		s->about = db_string(n, q, 0);
		s->about_seq = seq;
		s->person = (struct said_ref){ sqlite3_column_int64(q, 2), db_string(n, q, 3) };
		all = arena_printf(&n->scratch, "%s%s%s:%lld", all, *all ? ", " : "", s->about, (long long)seq);
		found++;
	}
	if (status || found == 1)
		return status;
	if (!found)
		return unknown(n, word);
	return fail(&n->messages, NSI_DATA, N_("%s is the number of several requests: say which of %s"), word, all);
}

/* ---- what is offered ------------------------------------------------------------------------------- */

/* The code of one word that is offered; NULL: it is none of ours. */
static const char *offered(struct nsi *n, const char *word)
{
	static const char *const kinds[] = { "unit", "module", "quantum", "group" };
	size_t before = n->messages.n;
	struct person_at person;
	int64_t id = 0;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds) && !id; i++)
		id = thing_find(n, kinds[i], word);
	if (!id && !strpbrk(word, " @") && !resolve_person(n, word, &person))
		id = person.id;
	n->messages.n = before;
	return id ? code_text(n, id) : NULL;
}

const char *request_offered(struct nsi *n, const char *value)
{
	const char *list = "";

	for (size_t len; *value; value += len + (value[len] == ',')) {
		const char *word, *code;
		size_t from = strspn(value, " \t"), to;

		len = to = strcspn(value, ",");
		while (to > from && strchr(" \t\r\n", value[to - 1]))
			to--;
		if (from >= to)
			return NULL;
		word = arena_strndup(&n->scratch, value + from, to - from);
		code = word && strlen(word) < 100 ? offered(n, word) : NULL;
		if (!code)
			return NULL;
		list = arena_printf(&n->scratch, "%s%s\"%s\"", list, *list ? "," : "", code);
	}
	return *list ? arena_printf(&n->scratch, "[%s]", list) : NULL;
}

/* ---- what it points to ----------------------------------------------------------------------------- */

static sqlite3_stmt *of_request(struct nsi *n, enum sql which, const struct said *s)
{
	sqlite3_stmt *q = db_get(n, which);

	if (!q)
		return NULL;
	db_common(n, q);
	db_int(q, ":seq", s->about_seq);
	db_text(q, ":by", s->about);
	return q;
}

enum nsi_status request_wishes(struct nsi *n, const struct said *s, struct nsi_list *people, int64_t **units,
                               size_t *count)
{
	sqlite3_stmt *q = of_request(n, SQL_USE_REQUEST_UNITS, s), *who = of_request(n, SQL_USE_REQUEST_PEOPLE, s);
	enum nsi_status status = q && who ? NSI_OK : NSI_MACHINE;
	const char **codes = NULL;
	size_t cap = 0, most = 0;

	*units = NULL;
	*count = people->n = 0;
	while (!status && db_row(n, q, &status)) {
		*units = arena_grow(&n->scratch, *units, &cap, *count + 1, sizeof(**units));
		if (!*units)
			return NSI_MEMORY;
		(*units)[(*count)++] = sqlite3_column_int64(q, 0);
	}
	while (!status && db_row(n, who, &status)) {
		codes = arena_grow(&n->scratch, codes, &most, people->n + 1, sizeof(*codes));
		if (!codes)
			return NSI_MEMORY;
		codes[people->n++] = db_string(n, who, 0);
	}
	people->v = codes;
	if (status || *count)
		return status;
	return fail(&n->messages, NSI_DATA,
	            N_("request %lld points to no unit of the programme: say --unit or --module"),
	            (long long)s->about_seq);
}

/* ---- telling --------------------------------------------------------------------------------------- */

bool is_request(const struct nsi_verb *v)
{
	return !strcmp(v->name, "request") || !strcmp(v->name, "answer") || !strcmp(v->name, "settle");
}

enum nsi_status request_rows(struct nsi *n, struct outcome *out, unsigned flags)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "request", N_("Number"), NULL, NSI_T_ID, false },
		{ "person", N_("Who asks"), NULL, NSI_T_ID, false }, { "on", N_("On"), NULL, NSI_T_DAY, false },
		{ "text", N_("What"), NULL, NSI_T_TEXT, NSI_FOR_PEOPLE },
	};
	bool dry = flags & NSI_DRY;
	struct table *t = arena_new(&n->scratch, struct table);
	sqlite3_stmt *s = db_get(n, SQL_USE_REQUEST_SAID);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;
	struct nsi_cell *c;

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, dry ? cols : cols + 1, dry ? 5 : 4);
	out->rows = &t->rows;
	if (!s)
		return status;
	db_int(s, ":origin", n->origin);
	db_int(s, ":seq", out->act);
	if (!db_row(n, s, &status))
		return status;
	c = table_row(t);
	if (!c)
		return NSI_MEMORY;
	if (dry)
		*c++ = cell_text(NSI_T_ID, "+");
	c[0] = cell_text(NSI_T_ID, db_string(n, s, 0));
	c[1] = cell_text(NSI_T_ID, db_string(n, s, 2));
	c[2] = cell_day(sqlite3_column_int(s, 1));
	sqlite3_reset(s);
	c[3] = sentence_of_entry(n, n->origin, out->act);
	return NSI_OK;
}
