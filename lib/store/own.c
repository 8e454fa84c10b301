/* own.c - questions that a school writes itself. The authorizer lets a statement read tables, views and columns and call
 * functions; whatever else it would do (write, attach, set, load) is refused when it is prepared. */
#include "store/own.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/progress.h"
#include "store/db.h"

enum { LIMIT = 1 << 20, STEPS = 20000 };

/* ---- what it may do ------------------------------------------------------------------------------------------- */

/* Behind blanks, comments and semicolons. */
static const char *skipped(const char *s)
{
	for (;;) {
		s += strspn(s, " \t\r\n;");
		if (!strncmp(s, "--", 2))
			s += strcspn(s, "\n");
		else if (!strncmp(s, "/*", 2) && strstr(s, "*/"))
			s = strstr(s, "*/") + 2;
		else
			return s;
	}
}

/* What a statement that is refused ACTION would do, in its own word; within a query only those of SQLite itself, as
 * pragma_table_info and dbstat, ask for more than to read. */
static const char *deed(struct nsi *n, const char *text, int action, bool of_sqlite)
{
	const char *s = skipped(text);
	size_t len = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	const char *word = text_fold(&n->scratch, arena_strndup(&n->scratch, s, len));

	if (strcmp(word, "with") && strcmp(word, "select") && strcmp(word, "values") && strcmp(word, "explain"))
		return word;
	if (!strcmp(word, "with") && !of_sqlite)
		return action == SQLITE_DELETE ? "delete" : action == SQLITE_INSERT ? "insert" : "update";
	return tr(n->lang, N_("tables of SQLite itself"));
}

/* The function NAME as it is refused, or NULL: which names there are is private, addresses of memory are no answer. */
static const char *refused(const char *name)
{
	static const char *const no[][2] = {
		{ "load_extension", "load_extension()" }, { "nsi_named", "nsi_named()" }, { "fts3_tokenizer", "fts3_tokenizer()" },
	};

	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		if (!strcmp(name, no[i][0]))
			return no[i][1];
	return NULL;
}

/* What was refused first: a function, else an action. */
struct denied { const char *function; int action; bool of_sqlite; };

static int may(void *first, int action, const char *a, const char *b, const char *database, const char *inside)
{
	struct denied *d = first;

	(void)database;
	(void)inside;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		d->function = refused(b);
		return d->function ? SQLITE_DENY : SQLITE_OK;
	default:
		d->of_sqlite = d->action ? d->of_sqlite : action == SQLITE_PRAGMA || (a && !strncmp(a, "sqlite_", 7));
		d->action = d->action ? d->action : action;
		return SQLITE_DENY;
	}
}

static int64_t clock_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int too_long(void *guard)
{
	struct own_guard *g = guard;

	g->late = clock_now() > g->until;
	progress_pulse(&g->n->messages);
	return g->late;
}

void own_begin(struct own_guard *g, struct nsi *n)
{
	const char *given = setting(n, "report.seconds");

	g->seconds = given && atoi(given) > 0 ? atoi(given) : OWN_SECONDS;
	g->n = n;
	g->until = clock_now() + 1000 * (int64_t)g->seconds;
	g->late = false;
	g->bytes = sqlite3_limit(n->db, SQLITE_LIMIT_LENGTH, OWN_BYTES);
	sqlite3_progress_handler(n->db, STEPS, too_long, g);
}

enum nsi_status own_end(struct own_guard *g, const char *path, enum nsi_status status)
{
	struct nsi *n = g->n;
	int code;

	db_pulse(n);
	sqlite3_limit(n->db, SQLITE_LIMIT_LENGTH, g->bytes);
	code = sqlite3_errcode(n->db) & 0xff;
	if (status == NSI_MACHINE && !g->late &&
	    (code == SQLITE_ERROR || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH)) {
		messages_clear(&n->messages);
		n->broken = NSI_OK;
		return fail(&n->messages, NSI_DATA, N_("%s: SQLite cannot compute it: %s"), path,
		            sqlite3_errmsg(n->db));
	}
	if (!g->late)
		return status;
	messages_clear(&n->messages);
	n->broken = NSI_OK;                                /* nothing is but the report */
	return fail(&n->messages, NSI_DATA, N_("%s: stopped after %d seconds"), path, g->seconds);
}

/* ---- is it one statement, and what of it is wrong where ---------------------------------------------------------- */

static enum nsi_status wrong_on(struct nsi *n, const char *path, int line, const char *what)
{
	message_put(&n->messages, NSI_ERROR, path, line, 0, NULL, what);
	return NSI_DATA;
}

static enum nsi_status wrong(struct nsi *n, const char *path, const char *text, const char *at, const char *what)
{
	return wrong_on(n, path, at ? text_line(text, at) : 0, what);
}

static enum nsi_status prepare(struct nsi *n, const char *path, const char *text, sqlite3_stmt **s)
{
	struct denied denied = { 0 };
	const char *tail = NULL, *what = NULL;
	int code, at;

	if (!db_get(n, SQL_USE_TABLES))
		return NSI_MACHINE;
	sqlite3_set_authorizer(n->db, may, &denied);
	code = sqlite3_prepare_v2(n->db, text, -1, s, &tail);
	sqlite3_set_authorizer(n->db, NULL, NULL);
	at = sqlite3_error_offset(n->db);
	if (code == SQLITE_NOMEM)
		return NSI_MEMORY;
	if (code == SQLITE_OK && *s && !sqlite3_stmt_readonly(*s))
		denied.action = SQLITE_UPDATE;
	if (denied.function || denied.action)
		what = denied.function ? denied.function : deed(n, text, denied.action, denied.of_sqlite);
	if (what)
		return wrong(n, path, text, NULL,
		             arena_printf(&n->scratch, tr(n->lang, N_("a report may only read: not %s")), what));
	if (code != SQLITE_OK)
		return wrong(n, path, text, at >= 0 ? text + at : text,
		             arena_printf(&n->scratch, tr(n->lang, N_("SQLite does not understand it: %s")),
		                          sqlite3_errmsg(n->db)));
	if (!*s)
		return wrong(n, path, text, NULL, tr(n->lang, N_("there is no statement in it")));
	tail = skipped(tail);
	return *tail ? wrong(n, path, text, tail, tr(n->lang, N_("one statement is enough: here begins another")))
	             : NSI_OK;
}

/* ---- what it says of itself ------------------------------------------------------------------------------------- */

static bool declared(struct nsi *n, const struct question *q, const char *name)
{
	static const char common[] = " :today :org :programme :rest :lang ";

	if (strstr(common, arena_printf(&n->scratch, " %s ", name)))
		return true;
	for (size_t i = 0; i < q->nparam; i++)
		if (!strcmp(name + 1, q->params[i].key) ||
		    (q->params[i].type == NSI_T_UNIT &&
		     !strcmp(name + 1, arena_printf(&n->scratch, "%s_part", q->params[i].key))))
			return true;
	return false;
}

/* All columns of the statement, in its order: those of which no comment tells are shown as they come. */
static enum nsi_status all_columns(struct nsi *n, struct question *q, struct arena *a, const char *path,
                                   sqlite3_stmt *s)
{
	size_t count = (size_t)sqlite3_column_count(s), most = sizeof(q->cols) / sizeof(*q->cols) - 1;
	struct question *told = arena_new(&n->scratch, struct question);

	if (!told)
		return NSI_MEMORY;
	*told = *q;
	if (count > most)
		return wrong(n, path, q->text, NULL, tr(n->lang, N_("too many columns")));
	for (size_t i = 0; i < count; i++) {
		const char *name = arena_strdup(a, sqlite3_column_name(s, (int)i));
		size_t k = 0;

		for (size_t j = 0; j < i; j++)
			if (!strcmp(q->cols[j].key, name))
				return wrong(n, path, q->text, NULL,
				             arena_printf(&n->scratch, tr(n->lang, N_("two columns are called %s")),
				                          name));
		while (k < told->ncol && strcmp(told->cols[k].key, name))
			k++;
		q->cols[i] = k < told->ncol ? told->cols[k] : (struct nsi_column){ .key = name, .title = name, .type = NSI_T_TEXT };
		q->form[i] = k < told->ncol ? told->form[k] : FORM_ANY;
	}
	q->ncol = count;
	for (size_t k = 0; k < told->ncol; k++) {
		size_t i = 0;

		while (i < count && strcmp(q->cols[i].key, told->cols[k].key))
			i++;
		if (i == count)
			return fail(&n->messages, NSI_DATA, N_("%s: its statement gives no column \"%s\""), path,
			            told->cols[k].key);
	}
	return NSI_OK;
}

/* Do comments and statement fit each other? */
static enum nsi_status fits(struct nsi *n, struct question *q, struct arena *a, const char *path, sqlite3_stmt *s)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(s); i++) {
		const char *name = sqlite3_bind_parameter_name(s, i);

		if (!name || !declared(n, q, name))
			return wrong(n, path, q->text, name ? strstr(q->text, name) : NULL,
			             arena_printf(&n->scratch, tr(n->lang, N_("%s is declared nowhere: a comment like \"-- %s day on which day\" declares it")),
			                          name ? name : "?", name ? name : ":on"));
	}
	for (size_t i = 0; i < q->ncol; i++)
		if (q->form[i] == FORM_PRIVATE)
			return wrong(n, path, q->text, NULL, tr(n->lang, N_("private texts are for no report")));
	return all_columns(n, q, a, path, s);
}

enum nsi_status own_read(struct nsi *n, struct question *q, struct arena *a, const char *path)
{
	const char *text, *bad;
	size_t size;
	sqlite3_stmt *s = NULL;
	enum nsi_status status = file_read(&n->messages, a, path, LIMIT, &text, &size);

	if (status)
		return status;
	if (text_bad(text, size) < size)
		return wrong(n, path, text, text + text_bad(text, size), tr(n->lang, N_("the text is not UTF-8")));
	text += strncmp(text, "\xef\xbb\xbf", 3) ? 0 : 3;
	bad = question_read(q, a, path, text);
	if (bad && strcmp(bad, "no columns"))
		return wrong_on(n, path, q->line, tr(n->lang, bad));
	q->own = true;
	status = prepare(n, path, q->text, &s);
	if (!status)
		status = fits(n, q, a, path, s);
	sqlite3_finalize(s);
	return status;
}
