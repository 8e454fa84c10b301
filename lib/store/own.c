/* own.c - questions that a school writes itself. The authorizer lets a statement read tables, views and columns and call
 * functions; whatever else it would do (write, attach, set, load) is refused when it is prepared. */
#include "store/own.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "store/db.h"

enum { LIMIT = 1 << 20, STEPS = 20000 };

/* ---- what it may do ------------------------------------------------------------------------------------------- */

/* What a statement would do, in words of SQL. */
static const char *deed(int action)
{
	static const struct { int action; const char *word; } words[] = {
		{ SQLITE_INSERT, "insert" }, { SQLITE_UPDATE, "update" }, { SQLITE_DELETE, "delete" }, { SQLITE_PRAGMA, "pragma" },
		{ SQLITE_ATTACH, "attach" }, { SQLITE_DETACH, "detach" }, { SQLITE_TRANSACTION, "begin" }, { SQLITE_SAVEPOINT, "savepoint" },
		{ SQLITE_ALTER_TABLE, "alter" }, { SQLITE_REINDEX, "reindex" }, { SQLITE_ANALYZE, "analyze" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (words[i].action == action)
			return words[i].word;
	return "create, drop";
}

/* DENIED gets what was refused first. */
static int may(void *denied, int action, const char *a, const char *b, const char *database, const char *inside)
{
	const char **what = denied;

	(void)a;
	(void)database;
	(void)inside;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		if (strcmp(b, "load_extension") != 0 && strcmp(b, "nsi_named") != 0)   /* which names there are is private */
			return SQLITE_OK;
		*what = *b == 'l' ? "load_extension()" : "nsi_named()";
		return SQLITE_DENY;
	default:
		*what = *what ? *what : deed(action);
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

	sqlite3_progress_handler(n->db, 0, NULL, NULL);
	sqlite3_limit(n->db, SQLITE_LIMIT_LENGTH, g->bytes);
	if (!g->late)
		return status;
	messages_clear(&n->messages);
	return fail(&n->messages, NSI_DATA, N_("%s: stopped after %d seconds"), path, g->seconds);
}

/* ---- is it one statement, and what of it is wrong where ---------------------------------------------------------- */

static int line_at(const char *text, const char *at)
{
	int line = 1;

	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

/* What stands behind the first statement; NULL: blanks, comments and semicolons only. */
static const char *more(const char *s)
{
	for (;;) {
		s += strspn(s, " \t\r\n;");
		if (!strncmp(s, "--", 2))
			s += strcspn(s, "\n");
		else if (!strncmp(s, "/*", 2) && strstr(s, "*/"))
			s = strstr(s, "*/") + 2;
		else
			return *s ? s : NULL;
	}
}

static enum nsi_status wrong(struct nsi *n, const char *path, const char *text, const char *at, const char *what)
{
	message_put(&n->messages, NSI_ERROR, path, at ? line_at(text, at) : 0, 0, NULL, what);
	return NSI_DATA;
}

static enum nsi_status prepare(struct nsi *n, const char *path, const char *text, sqlite3_stmt **s)
{
	const char *tail = NULL, *denied = NULL;
	int code, at;

	if (!db_get(n, SQL_USE_TABLES))
		return NSI_MACHINE;
	sqlite3_set_authorizer(n->db, may, &denied);
	code = sqlite3_prepare_v2(n->db, text, -1, s, &tail);
	sqlite3_set_authorizer(n->db, NULL, NULL);
	at = sqlite3_error_offset(n->db);
	if (code == SQLITE_NOMEM)
		return NSI_MEMORY;
	if (denied)
		return wrong(n, path, text, NULL, arena_printf(&n->scratch, tr(n->lang, N_("a report may only read: not %s")), denied));
	if (code != SQLITE_OK)
		return wrong(n, path, text, at >= 0 ? text + at : text, sqlite3_errmsg(n->db));
	if (!*s)
		return wrong(n, path, text, NULL, tr(n->lang, N_("there is no statement in it")));
	if ((tail = more(tail)))
		return wrong(n, path, text, tail, tr(n->lang, N_("one statement is enough: here begins another")));
	return sqlite3_stmt_readonly(*s) ? NSI_OK : wrong(n, path, text, NULL, tr(n->lang, N_("a report may only read")));
}

/* ---- what it says of itself ------------------------------------------------------------------------------------- */

static bool declared(struct nsi *n, const struct question *q, const char *name)
{
	static const char common[] = " :today :org :programme :rest :lang ";

	if (strstr(common, arena_printf(&n->scratch, " %s ", name)))
		return true;
	for (size_t i = 0; i < q->nparam; i++)
		if (!strcmp(name + 1, q->params[i].key) || (q->params[i].type == NSI_T_UNIT && !strcmp(name + 1, arena_printf(&n->scratch, "%s_part", q->params[i].key))))
			return true;
	return false;
}

/* Columns of which no comment tells: their names in the statement, shown as they come. */
static enum nsi_status bare_columns(struct nsi *n, struct question *q, struct arena *a, const char *path, sqlite3_stmt *s)
{
	size_t count = (size_t)sqlite3_column_count(s), most = sizeof(q->cols) / sizeof(*q->cols) - 1;

	if (count > most)
		return wrong(n, path, q->text, NULL, tr(n->lang, N_("too many columns")));
	for (size_t i = 0; i < count; i++) {
		const char *name = arena_strdup(a, sqlite3_column_name(s, (int)i));

		q->cols[i] = (struct nsi_column){ .key = name, .title = name, .type = NSI_T_TEXT };
		q->form[i] = FORM_ANY;
	}
	q->ncol = count;
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
	return q->ncol ? NSI_OK : bare_columns(n, q, a, path, s);
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
		return wrong(n, path, text, NULL, tr(n->lang, bad));
	q->own = true;
	status = prepare(n, path, q->text, &s);
	if (!status)
		status = fits(n, q, a, path, s);
	sqlite3_finalize(s);
	return status;
}
