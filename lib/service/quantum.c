/* quantum.c - one quantum whole: its definition, its state and what the next one wants, what was said of it. */
#include <stdio.h>
#include <string.h>

#include "store/db.h"
#include "store/resolve.h"
#include "store/sentence.h"
#include "store/title.h"

/* What a key of the definition is called, what is missing, what was said. */
static const struct { const char *key, *label; } labels[] = {
	{ "id", N_("id") }, { "kind", N_("kind") }, { "title", N_("title") }, { "technology", N_("technology") }, { "units", N_("units") },
	{ "author", N_("author") }, { "problem", N_("problem") }, { "steps", N_("steps") }, { "minutes", N_("minutes") },
	{ "grades", N_("grades") }, { "subject", N_("subject") }, { "class_size", N_("pupils") }, { "materials", N_("materials") },
	{ "sign", N_("sign that it worked") }, { "limits", N_("when not to use it") }, { "variants_of", N_("variant of") },
	{ "media", N_("recordings") }, { "edition", N_("edition") },
	{ "author_trial", N_("trial by the author") }, { "independent", N_("trials by others") }, { "worked", N_("success of another") },
	{ "try", N_("trial") }, { "pass", N_("shown") }, { "adopt", N_("regular use") }, { "review", N_("review") }, { "retire", N_("retirement") },
};

struct showing { struct nsi *n; const char *code; int64_t quantum; int32_t on; const struct nsi_rows *listed; struct table *t; };

enum { C_PART, C_KEY, C_ON, C_BY, C_VALUE, C_COUNT };

static const char *label_of(struct nsi *n, const char *key)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (!strcmp(labels[i].key, key))
			return tr(n->lang, labels[i].label);
	return key;
}

/* A new row; SHOWN: what people read instead of VALUE, or NULL. NULL: out of memory. */
static struct nsi_cell *put(struct showing *s, const char *part, const char *key, const char *value, const char *shown)
{
	struct nsi_cell *c = table_row(s->t);

	if (!c)
		return NULL;
	c[C_PART] = cell_text(NSI_T_WORD, part);
	c[C_KEY] = cell_text(NSI_T_WORD, key);
	c[C_KEY].shown = label_of(s->n, key);
	c[C_VALUE] = cell_text(NSI_T_TEXT, value);
	c[C_VALUE].shown = shown;
	return c;
}

static enum nsi_status definition(struct showing *s)
{
	struct nsi *n = s->n;
	sqlite3_stmt *q = db_get(n, SQL_USE_QUANTUM_BODY);
	enum nsi_status status = NSI_OK;

	if (!q)
		return NSI_MACHINE;
	db_common(n, q);
	db_text(q, ":code", s->code);
	while (db_row(n, q, &status)) {
		const char *key = db_string(n, q, 0), *value = db_string(n, q, 1);

		if (!strcmp(key, "author")) {
			int64_t id = code_find(n, "person", value);

			value = id ? person_shown(n, id) : value;
		}
		if (!put(s, N_("definition"), key, value ? title_in(&n->scratch, n->lang, value) : NULL, NULL))
			return NSI_MEMORY;
	}
	return status;
}

/* The cell of the quantum's row in the list; NULL: no such column. */
static const struct nsi_cell *listed(const struct showing *s, const char *key)
{
	for (size_t i = 0; i < s->listed->ncol; i++)
		if (!strcmp(s->listed->cols[i].key, key))
			return &s->listed->cells[i];
	return NULL;
}

static int64_t count_of(const struct showing *s, const char *key)
{
	const struct nsi_cell *c = listed(s, key);

	return c && c->type != NSI_T_NONE ? c->i : 0;
}

static enum nsi_status figures(struct showing *s)
{
	static const struct { const char *key, *label; } keys[] = {
		{ "state", N_("state") }, { "trials", N_("trials by these steps") }, { "independent", N_("of them by others") },
		{ "worked", N_("with whom it worked") }, { "failed", N_("trials that failed") }, { "share", N_("share with whom it worked") },
		{ "reach", N_("others who ever tried it") }, { "depth", N_("longest chain") }, { "schools", N_("schools") },
		{ "days", N_("days to the first trial by another") }, { "adopted", N_("regular use, classes") },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct nsi_cell *from = listed(s, keys[i].key);
		struct nsi_cell *c;

		if (!from || from->type == NSI_T_NONE)
			continue;
		c = put(s, N_("state"), keys[i].key, NULL, NULL);
		if (!c)
			return NSI_MEMORY;
		c[C_KEY].shown = tr(s->n->lang, keys[i].label);
		c[C_VALUE] = *from;
	}
	return NSI_OK;
}

/* What is missing for the next state, in words. */
static enum nsi_status lacks(struct showing *s, const char *key, const char *state, const char *text)
{
	return put(s, N_("missing"), key, state, text) ? NSI_OK : NSI_MEMORY;
}

static enum nsi_status missing_keys(struct showing *s)
{
	struct nsi *n = s->n;
	const struct nsi_cell *c = listed(s, "missing");
	enum nsi_status status = NSI_OK;

	for (const char *k = c && c->type != NSI_T_NONE ? c->s : ""; *k && !status;
	     k += strcspn(k, " "), k += *k == ' ') {
		const char *key = arena_strndup(&n->scratch, k, strcspn(k, " "));

		status = lacks(s, key, "described",
		               arena_printf(&n->scratch, tr(n->lang, N_("to be described it lacks: %s")),
		                            label_of(n, key)));
	}
	return status;
}

static enum nsi_status missing(struct showing *s)
{
	struct nsi *n = s->n;
	const char *state = listed(s, "state")->s;
	int others = (int)count_of(s, "independent");
	enum nsi_status status = NSI_OK;

	if (!strcmp(state, "draft"))
		return missing_keys(s);
	if (!strcmp(state, "described"))
		return lacks(s, "author_trial", "tried", tr(n->lang, N_("its author has not tried it yet")));
	if (strcmp(state, "tried") != 0)
		return NSI_OK;
	if (others < 2)
		status = lacks(s, "independent", "sample",
		               arena_printf(&n->scratch,
		                            tr(n->lang, N_("a sample is tried by two others; by now: %d")), others));
	if (!status && !count_of(s, "worked"))
		status = lacks(s, "worked", "sample", tr(n->lang, N_("it has worked with nobody but its author yet")));
	if (!status && !count_of(s, "reviewed"))
		status = lacks(s, "review", "sample", tr(n->lang, N_("no methodist has reviewed it yet")));
	return status;
}

static enum nsi_status said_of_it(struct showing *s)
{
	struct nsi *n = s->n;
	sqlite3_stmt *q = db_get(n, SQL_USE_QUANTUM_JOURNAL);
	enum nsi_status status = NSI_OK;

	if (!q)
		return NSI_MACHINE;
	db_int(q, ":quantum", s->quantum);
	db_int(q, ":on", s->on);
	while (db_row(n, q, &status)) {
		struct nsi_cell said = sentence_of_entry(n, sqlite3_column_int64(q, 3), sqlite3_column_int64(q, 4));
		struct nsi_cell *c = put(s, N_("journal"), db_string(n, q, 0), db_string(n, q, 5),
		                         said.shown ? said.shown : said.s);

		if (!c)
			return NSI_MEMORY;
		c[C_ON] = cell_day(sqlite3_column_int(q, 1));
		c[C_BY] = cell_text(NSI_T_ID, db_string(n, q, 2));
		c[C_BY].flags |= NSI_CELL_PERSON;
		c[C_VALUE].flags |= said.flags;
	}
	return status;
}

enum nsi_status nsi_quantum_show(struct nsi *n, const char *quantum, const char *on, const struct nsi_rows **out)
{
	static const struct nsi_column cols[C_COUNT] = {
		{ "part", N_("Part"), NULL, NSI_T_WORD, NSI_SHOWN }, { "key", N_("What"), NULL, NSI_T_WORD, NSI_SHOWN },
		{ "on", N_("On"), NULL, NSI_T_DAY, NSI_SHOWN }, { "by", N_("Who"), NULL, NSI_T_ID, NSI_SHOWN },
		{ "value", N_("Value"), NULL, NSI_T_TEXT, NSI_SHOWN },
	};
	struct showing s = { .n = n };
	char filter[128];                  /* outlives the asking */
	const struct nsi_arg args[2] = { { "on", on ? on : "today" }, { "filter", filter } };
	enum nsi_status status;

	*out = NULL;
	call_begin(n);
	status = nsi_open(n);
	if (!status)
		status = resolve_thing(n, "quantum", quantum, &s.quantum);
	if (status)
		return call_end(n, status);
	snprintf(filter, sizeof(filter), "quantum:%s", code_text(n, s.quantum));
	status = nsi_ask(n, "quantum_list", args, 2, &s.listed);
	if (!status && !s.listed->nrow)
		status = fail(&n->messages, NSI_DATA, N_("the quantum %s is loaded no more"),
		              filter + strlen("quantum:"));
	if (!status)
		status = resolve_day(n, args[0].value, &s.on);
	s.t = status ? NULL : arena_new(&n->scratch, struct table);
	if (!s.t)
		return call_end(n, status ? status : NSI_MEMORY);
	s.code = code_text(n, s.quantum);
	table_begin(s.t, &n->scratch, n->lang, cols, C_COUNT);
	status = definition(&s);
	if (!status)
		status = figures(&s);
	if (!status)
		status = missing(&s);
	if (!status)
		status = said_of_it(&s);
	*out = &s.t->rows;
	return call_end(n, status);
}
