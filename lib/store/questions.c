/* questions.c - the built-in questions by name, for everybody; and the one whose answer a closing year keeps. */
#include <string.h>

#include "store/ask.h"
#include "store/db.h"
#include "store/filter.h"
#include "store/own.h"

enum nsi_status list_freeze(struct nsi *n, int year, int32_t on, const char **rows)
{
	const char *text = question_inside(n, SQL_USE_LIST_FREEZE, sql_files[SQL_ASK_IOP_LIST].text);
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = NULL;

	*rows = "[]";
	if (sqlite3_prepare_v2(n->db, text, -1, &s, NULL) != SQLITE_OK)
		return db_fail(n, n->db);
	db_common(n, s);
	db_int(s, ":year", year);
	db_int(s, ":on", on);
	if (db_row(n, s, &status))
		*rows = db_string(n, s, 0);
	sqlite3_finalize(s);
	return status;
}

/* The rows of one person are one text. */
enum nsi_status iop_freeze(struct nsi *n, int year, int32_t on, const char ***rows, size_t *count)
{
	const char *text = question_inside(n, SQL_USE_IOP_FREEZE, sql_files[SQL_ASK_REPORT_IOP].text);
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = NULL;
	struct buf b = { 0 };
	int64_t whose = 0;
	size_t cap = 0;

	*rows = NULL;
	*count = 0;
	if (sqlite3_prepare_v2(n->db, text, -1, &s, NULL) != SQLITE_OK)
		return db_fail(n, n->db);
	db_common(n, s);
	db_int(s, ":year", year);
	db_int(s, ":on", on);
	for (bool row = true; row && !status;) {
		row = db_row(n, s, &status);
		if (b.n && (!row || sqlite3_column_int64(s, 0) != whose)) {
			buf_putc(&b, ']');
			*rows = arena_grow(&n->scratch, *rows, &cap, *count + 1, sizeof(**rows));
			if (!*rows)
				status = NSI_MEMORY;
			else
				(*rows)[(*count)++] = arena_strndup(&n->scratch, b.s, b.n);
			buf_clear(&b);
		}
		if (!row)
			break;
		buf_putc(&b, b.n ? ',' : '[');
		buf_puts(&b, (const char *)sqlite3_column_text(s, 1));
		whose = sqlite3_column_int64(s, 0);
	}
	n->scratch.oom |= b.oom;
	buf_free(&b);
	sqlite3_finalize(s);
	return status ? status : n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

static const struct sql_file *question_file(const char *name)
{
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, "ask") && !strcmp(f->name, name))
			return f;
	return NULL;
}

const char *nsi_question_name(size_t i)
{
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, "ask") && !i--)
			return f->name;
	return NULL;
}

/* A question as everybody sees it, kept with the handle. */
struct shown_question {
	struct nsi_question shown;
	struct question read;
	struct nsi_column cols[sizeof(((struct question *)0)->cols) / sizeof(struct nsi_column)];
	struct shown_question *next;
};

/* That of a file which was read before; NULL: none. */
static const struct question *own_question(struct nsi *n, const char *name)
{
	for (struct shown_question *k = n->questions; k; k = k->next)
		if (k->read.own && !strcmp(k->read.name, name))
			return &k->read;
	return NULL;
}

static void show(struct nsi *n, struct shown_question *k)
{
	size_t count = 0;

	for (size_t i = 0; i < k->read.ncol; i++)
		if (k->read.cols[i].type != NSI_T_KEY)
			k->cols[count++] = k->read.cols[i];
	k->shown = (struct nsi_question){ k->read.name, k->read.brief, k->read.params, k->cols, arena_strdup(&n->keep, filter_known(n, &k->read)) };
	k->next = n->questions;
	n->questions = k;
}

/* A bare NAME is reports/NAME.sql beside the database. */
static const char *own_path(struct nsi *n, const char *name)
{
	const char *slash = strrchr(n->path, '/');

	if (strchr(name, '/') || strchr(name, '.'))
		return name;
	return arena_printf(&n->scratch, "%.*sreports/%s.sql", slash ? (int)(slash - n->path + 1) : 0, n->path, name);
}

enum nsi_status nsi_question_file(struct nsi *n, const char *name, const char **question)
{
	struct shown_question *k;
	enum nsi_status status;

	call_begin(n);
	status = nsi_open(n);
	if (status)
		return call_end(n, status);
	k = arena_new(&n->keep, struct shown_question);
	status = k ? own_read(n, &k->read, &n->keep, own_path(n, name)) : NSI_MEMORY;
	if (!status) {
		show(n, k);
		*question = k->read.name;
	}
	return call_end(n, status);
}

const struct nsi_question *nsi_question(struct nsi *n, const char *name)
{
	const struct sql_file *f;
	struct shown_question *k;

	for (k = n->questions; k; k = k->next)
		if (!strcmp(k->shown.name, name))
			return &k->shown;
	f = question_file(name);
	k = f ? arena_new(&n->keep, struct shown_question) : NULL;
	if (!k || question_read(&k->read, &n->keep, name, f->text))
		return NULL;
	show(n, k);
	return &k->shown;
}

/* "goal: …", a text of several lines as several. */
static enum nsi_status below_lines(struct nsi *n, const struct nsi_rows *r, struct nsi_rows *out)
{
	const char **v = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *c = &r->cells[i * r->ncol];
		const char *text = c[r->ncol - 1].shown, *head = tr(n->lang, c->s), *sep = ": ";

		for (size_t len; text && *text && strcmp(text, "…") != 0;
		     text += len + (text[len] == '\n'), head = "", sep = "  ") {
			len = strcspn(text, "\n");
			v = arena_grow(&n->scratch, v, &cap, out->nsecret + 1, sizeof(*v));
			if (!v)
				return NSI_MEMORY;
			v[out->nsecret++] = arena_printf(&n->scratch, "%s%s%.*s", head, sep, (int)len, text);
		}
	}
	out->secrets = v;
	return NSI_OK;
}

/* What stands below the rows of Q, unless somebody wants only some of these. */
static enum nsi_status below(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                             const struct nsi_rows **out)
{
	struct nsi_arg *same = arena_array(&n->scratch, struct nsi_arg, narg + 1);
	struct nsi_rows *own = arena_new(&n->scratch, struct nsi_rows);
	const struct nsi_rows *texts;
	enum nsi_status status;
	size_t count = 0;

	if (!same || !own)
		return NSI_MEMORY;
	for (size_t i = 0; i < narg; i++) {
		if (!strcmp(args[i].key, "filter") || !strcmp(args[i].key, "columns"))
			return NSI_OK;
		if (strcmp(args[i].key, "format") && strcmp(args[i].key, "limit"))
			same[count++] = args[i];
	}
	status = question_ask(n, q->below, same, count, &texts);
	*own = **out;
	*out = own;
	return status ? status : below_lines(n, texts, own);
}

enum nsi_status question_ask(struct nsi *n, const char *name, const struct nsi_arg *args, size_t narg,
                             const struct nsi_rows **out)
{
	const struct question *own = own_question(n, name);
	const struct sql_file *f = own ? NULL : question_file(name);
	struct question *q;
	enum nsi_status status;

	if (own)
		return ask_rows(n, own, args, narg, out);
	q = f ? arena_new(&n->scratch, struct question) : NULL;
	if (f && !q)
		return NSI_MEMORY;
	if (!f || question_read(q, &n->scratch, name, f->text))
		return fail(&n->messages, NSI_USAGE, N_("there is no question \"%s\""), name);
	status = ask_rows(n, q, args, narg, out);
	return status || !q->below ? status : below(n, q, args, narg, out);
}

enum nsi_status nsi_ask(struct nsi *n, const char *name, const struct nsi_arg *args, size_t narg,
                        const struct nsi_rows **out)
{
	enum nsi_status status;

	*out = NULL;
	call_begin(n);
	status = nsi_open(n);
	return call_end(n, status ? status : question_ask(n, name, args, narg, out));
}
