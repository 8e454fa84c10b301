/* filter.c - finds the conditions of filter words and puts them into a question's text. */
#include "store/filter.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "store/db.h"
#include "store/param.h"

static const char here[] = "/* filters */", inside[] = "/* filters: ", inner[] = "/* question */";

/* What filters are called, so that people may say them in their language too. */
static const char called[] = N_("actor") " " N_("from") " " N_("group") " " N_("kind") " " N_("late") " " N_("module") " " N_("need") " "
	N_("open") " " N_("org") " " N_("person") " " N_("quantum") " " N_("reason") " " N_("state") " " N_("status") " " N_("tech") " "
	N_("to") " " N_("unit") " " N_("unrecorded") " " N_("verb");

/* Is COLUMN one of the words of LIST? */
static bool among(const char *list, const char *column)
{
	size_t n = strlen(column);

	for (const char *p = list; *p; p += strcspn(p, " "), p += strspn(p, " "))
		if (!strncmp(p, column, n) && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

/* The word that a file is of: its name up to the first "_". */
static size_t word_length(const struct sql_file *f)
{
	return strcspn(f->name, "_");
}

static const struct sql_file *next_filter(const struct sql_file *f)
{
	for (f = f ? f + 1 : sql_files; f->kind && strcmp(f->kind, "filter"); f++)
		;
	return f->kind ? f : NULL;
}

static struct question *filter_read(struct nsi *n, const struct sql_file *f)
{
	struct question *q = arena_new(&n->scratch, struct question);

	if (q)
		question_read(q, &n->scratch, f->name, f->text);   /* it has no columns, and needs none */
	return q;
}

/* The file that gives WORD a meaning for Q; NULL: none does. FLAG: one without a value. */
static struct question *filter_find(struct nsi *n, const struct question *q, const char *word, size_t len, bool flag)
{
	for (const struct sql_file *f = NULL; (f = next_filter(f)); ) {
		struct question *file;

		if (word_length(f) != len || strncmp(f->name, word, len))
			continue;
		file = filter_read(n, f);
		if (file && (file->nparam == 0) == flag && among(q->filters, file->filters))
			return file;
	}
	return NULL;
}

const char *filter_known(struct nsi *n, const struct question *q)
{
	const char *known = "", *one;

	for (const struct sql_file *f = NULL; (f = next_filter(f)); ) {
		struct question *file = filter_read(n, f);
		int len = (int)word_length(f);

		if (!file || !among(q->filters, file->filters))
			continue;
		if (!strncmp(f->name, "search", 6))
			one = arena_printf(&n->scratch, " %s", tr(n->lang, N_("WORD")));
		else
			one = arena_printf(&n->scratch, file->nparam ? " %.*s:…" : " +%.*s", len, f->name);
		if (!strstr(known, one))                   /* a word may have a file for each kind of question */
			known = arena_printf(&n->scratch, "%s%s", known, one);
	}
	return known;
}

static enum nsi_status unknown(struct nsi *n, const struct question *q, const char *given)
{
	const char *known = filter_known(n, q);

	if (!*known)
		return fail(&n->messages, NSI_USAGE, N_("\"%s\": this question takes no filters"), given);
	return fail(&n->messages, NSI_USAGE, N_("\"%s\": this question cannot be filtered so; it knows%s"), given,
	            known);
}

static enum nsi_status add(struct nsi *n, struct filtered *out, struct question *file, const char *word,
                           const char *value)
{
	struct filter *f = NULL;
	const char **values;

	for (size_t i = 0; i < out->n && file->params[0].flags & NSI_MANY; i++)
		if (!strcmp(out->v[i].file->name, file->name))
			f = &out->v[i];                    /* said again: any of them */
	if (!f) {
		f = &out->v[out->n++];
		f->word = word;
		f->file = file;
	}
	if (!value)
		return NSI_OK;
	values = arena_array(&n->scratch, const char *, f->values.n + 1);
	if (!values)
		return NSI_MEMORY;
	for (size_t i = 0; i < f->values.n; i++)
		values[i] = f->values.v[i];
	values[f->values.n++] = value;
	f->values.v = values;
	return NSI_OK;
}

/* The filter that WORD names, in English or in the user's language. */
static struct question *filter_called(struct nsi *n, const struct question *q, const char **word, bool flag)
{
	struct question *file = filter_find(n, q, *word, strlen(*word), flag);
	const char *meant = file ? NULL : word_find(&n->scratch, called, *word);

	if (!meant)
		return file;
	*word = meant;
	return filter_find(n, q, meant, strlen(meant), flag);
}

/* How long the word before the colon of GIVEN is; 0: no filter, as "09:00" and "Вечер: пары". */
static size_t before_colon(const char *given)
{
	size_t n = 0;

	while (islower((unsigned char)given[n]) || given[n] == '_' || (unsigned char)given[n] >= 0x80)
		n++;
	return given[n] == ':' && !isspace((unsigned char)given[n + 1]) ? n : 0;
}

/* One filter as typed: WORD:VALUE, +FLAG, else a word to search for. */
static enum nsi_status read_filter(struct nsi *n, const struct question *q, const char *given, struct filtered *out)
{
	size_t len = before_colon(given);
	const char *word, *value = given;
	struct question *file;

	if (*given == '+') {
		word = given + 1;
		file = filter_called(n, q, &word, true);
		value = NULL;
	} else if (len) {
		word = arena_strndup(&n->scratch, given, len);
		file = filter_called(n, q, &word, false);
		value = given + len + 1;
	} else {
		word = N_("WORD");
		file = filter_find(n, q, "search", 6, false);
	}
	if (!file)
		return n->scratch.oom ? NSI_MEMORY : unknown(n, q, given);
	if (value && !*value)
		return fail(&n->messages, NSI_USAGE,
		            N_("\"%s\": what it is to be stands behind the colon, as org:s161"), given);
	return add(n, out, file, word, value);
}

/* The condition of a filter file without its comments; ":value" becomes ":value<I>". */
static void put_condition(struct buf *b, const char *text, size_t i)
{
	const char *at;

	while (!strncmp(text, "--", 2))
		text += strcspn(text, "\n") + 1;
	buf_puts(b, " AND (");
	for (; (at = strstr(text, ":value")); text = at + 6) {
		buf_put(b, text, (size_t)(at - text));
		buf_printf(b, ":value%zu", i);
	}
	buf_puts(b, text);
	buf_puts(b, ")");
}

const char *question_inside(struct nsi *n, enum sql around, const char *text)
{
	const char *wrap = sql_files[around].text, *in = strstr(wrap, inner),
		   *behind = strstr(in + 1, inner) + strlen(inner);
	size_t len = strlen(text);

	while (len && (isspace((unsigned char)text[len - 1]) || text[len - 1] == ';'))
		len--;
	return arena_printf(&n->scratch, "%.*s%.*s%s", (int)(in - wrap), wrap, (int)len, text, behind);
}

/* Where TEXT names columns, "filters: person_id" in such a comment, the conditions on them stand a first time, before much
 * is made of rows that nobody wants. What follows of TEXT. */
static const char *put_inside(struct buf *b, const char *text, const struct filtered *f)
{
	const char *at = strstr(text, inside), *columns, *end;
	char list[80];

	if (!at)
		return text;
	columns = at + strlen(inside);
	end = strstr(columns, " */");
	snprintf(list, sizeof(list), "%.*s", (int)(end - columns), columns);
	buf_put(b, text, (size_t)(at - text));
	for (size_t i = 0; i < f->n; i++)
		if (among(list, f->v[i].file->filters))
			put_condition(b, f->v[i].file->text, i);
	return end + 3;
}

static enum nsi_status put_conditions(struct nsi *n, const struct question *q, struct filtered *out)
{
	struct buf b = { 0 };
	const char *text = q->text, *at = strstr(text, here);

	if (!at) {
		text = question_inside(n, SQL_USE_WRAP, text);
		at = strstr(text, here);
	}
	if (!at)
		return NSI_MEMORY;
	text = put_inside(&b, text, out);
	buf_put(&b, text, (size_t)(at - text));
	for (size_t i = 0; i < out->n; i++)
		put_condition(&b, out->v[i].file->text, i);
	buf_puts(&b, at + strlen(here));
	if (!b.oom)
		out->text = arena_strndup(&n->scratch, b.s, b.n);
	else
		n->scratch.oom = true;
	buf_free(&b);
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

enum nsi_status filter_wrap(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                            struct filtered *out)
{
	enum nsi_status status = NSI_OK;

	*out = (struct filtered){ .text = q->text, .v = arena_array(&n->scratch, struct filter, narg + 1) };
	if (!out->v)
		return NSI_MEMORY;
	for (size_t i = 0; i < narg && !status; i++) {
		if (!strcmp(args[i].key, "filter"))
			status = read_filter(n, q, args[i].value, out);
		else if (!strcmp(args[i].key, "limit"))
			out->limit = strtoll(args[i].value, NULL, 10);
	}
	if (out->n && !status)
		status = put_conditions(n, q, out);
	if (out->limit > 0 && !status)
		out->text = question_inside(n, SQL_USE_LIMIT, out->text);
	return status;
}

enum nsi_status filter_bind(struct nsi *n, sqlite3_stmt *s, const struct filtered *f)
{
	if (f->limit > 0)
		db_int(s, ":limit", f->limit);
	for (size_t i = 0; i < f->n; i++) {
		struct nsi_field field = f->v[i].file->params[0];
		enum nsi_status status;

		if (!f->v[i].values.n)
			continue;
		field.key = f->v[i].word;
		status = param_bind(n, s, arena_printf(&n->scratch, ":value%zu", i), &field, f->v[i].file->things[0],
		                    f->v[i].values, NULL);
		if (status)
			return status;
	}
	return NSI_OK;
}
