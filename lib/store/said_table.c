/* said_table.c - the eponymous virtual table "said". */
#include "store/said_table.h"

#include <stdlib.h>
#include <string.h>

struct cursor {
	sqlite3_vtab_cursor base;
	struct said row;
	bool end;
};
struct table_of { sqlite3_vtab base; struct nsi *nsi; };

enum { C_VERB, C_DAY, C_TM, C_PERSON, C_UNIT, C_PART, C_PEER, C_CHECKER, C_SESSION, C_QUANTUM, C_ABOUT, C_ABOUT_SEQ, C_DATA };

static int connect_said(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **err)
{
	struct table_of *t;

	(void)argc, (void)argv, (void)err;
	if (sqlite3_declare_vtab(db, sql_files[SQL_USE_SAID_TABLE].text) != SQLITE_OK)
		return SQLITE_ERROR;
	t = sqlite3_malloc(sizeof(*t));
	if (!t)
		return SQLITE_NOMEM;
	memset(t, 0, sizeof(*t));
	t->nsi = aux;
	*out = &t->base;
	return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *t)
{
	sqlite3_free(t);
	return SQLITE_OK;
}

static int best_index(sqlite3_vtab *t, sqlite3_index_info *i)
{
	(void)t;
	i->estimatedCost = 1e6;
	return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *t, sqlite3_vtab_cursor **out)
{
	struct cursor *c = sqlite3_malloc(sizeof(*c));

	(void)t;
	if (!c)
		return SQLITE_NOMEM;
	memset(c, 0, sizeof(*c));
	*out = &c->base;
	return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *c)
{
	sqlite3_free(c);
	return SQLITE_OK;
}

/* One more verb that occurs in the act; facts and rules of other verbs need not run. */
static void note_verb(struct act *a, const char *name)
{
	size_t n = strlen(a->verbs), len = strlen(name);
	const char *at = a->verbs;

	while ((at = strstr(at, name)) && !(at[-1] == ' ' && at[len] == ' '))
		at += len;
	if (at || n + len + 3 > sizeof(a->verbs))
		return;
	if (!n)
		a->verbs[n++] = ' ';
	memcpy(a->verbs + n, name, len);
	memcpy(a->verbs + n + len, " ", 2);
}

static int next(sqlite3_vtab_cursor *cur)
{
	struct cursor *c = (struct cursor *)cur;
	struct nsi *n = ((struct table_of *)cur->pVtab)->nsi;
	struct act *a = n->act;
	int got;

	for (;;) {
		c->row = (struct said){ .day = DAY_NONE };
		got = a->source->next(a->source, &c->row);
		if (got < 0) {
			a->failed = true;
			c->end = true;
			return SQLITE_OK;
		}
		if (!got) {
			c->end = true;
			return SQLITE_OK;
		}
		if (a->at < a->nskip && a->skip[a->at] == a->k) {
			a->at++;
			a->k++;
			continue;
		}
		break;
	}
	a->k++;
	note_verb(a, c->row.verb->name);
	buf_clear(&a->line);
	said_line(&a->line, n->origin_code, a->seq + (int64_t)a->n, a->seq, &c->row);
	buf_putc(&a->line, '\n');
	if (a->line.oom)
		return SQLITE_NOMEM;
	hash_add(&a->hash, a->line.s, a->line.n);
	a->n++;
	return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *cur, int num, const char *str, int argc, sqlite3_value **argv)
{
	(void)num, (void)str, (void)argc, (void)argv;
	((struct cursor *)cur)->end = false;
	return next(cur);
}

static int eof(sqlite3_vtab_cursor *cur)
{
	return ((struct cursor *)cur)->end;
}

static void result_ref(sqlite3_context *c, struct said_ref r)
{
	if (r.id)
		sqlite3_result_int64(c, r.id);
}

static int column(sqlite3_vtab_cursor *cur, sqlite3_context *c, int i)
{
	const struct said *s = &((struct cursor *)cur)->row;

	switch (i) {
	case C_VERB: sqlite3_result_text(c, s->verb->name, -1, SQLITE_STATIC); break;
	case C_DAY: if (s->day != DAY_NONE) sqlite3_result_int(c, s->day); break;
	case C_TM: if (s->tm) sqlite3_result_int64(c, s->tm); break;
	case C_PERSON: result_ref(c, s->person); break;
	case C_UNIT: result_ref(c, s->unit); break;
	case C_PART: result_ref(c, s->part); break;
	case C_PEER: result_ref(c, s->peer); break;
	case C_CHECKER: result_ref(c, s->checker); break;
	case C_SESSION: result_ref(c, s->session); break;
	case C_QUANTUM: result_ref(c, s->quantum); break;
	case C_ABOUT: if (s->about) sqlite3_result_text(c, s->about, -1, SQLITE_TRANSIENT); break;
	case C_ABOUT_SEQ: if (s->about) sqlite3_result_int64(c, s->about_seq); break;
	case C_DATA: if (s->data) sqlite3_result_text(c, s->data, -1, SQLITE_TRANSIENT); break;
	}
	return SQLITE_OK;
}

/* Entries of an act are numbered 0, 1, 2 … */
static int rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *out)
{
	*out = (sqlite3_int64)((struct table_of *)cur->pVtab)->nsi->act->n - 1;
	return SQLITE_OK;
}

int said_table_add(sqlite3 *db, struct nsi *n)
{
	static const sqlite3_module module = {
		.xConnect = connect_said, .xBestIndex = best_index, .xDisconnect = disconnect, .xOpen = open_cursor,
		.xClose = close_cursor, .xFilter = filter, .xNext = next, .xEof = eof, .xColumn = column, .xRowid = rowid,
	};

	return sqlite3_create_module_v2(db, "said", &module, n, NULL);
}
