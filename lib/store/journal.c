/* journal.c - writes an act: entries, hash, facts, rules, commit. */
#include "store/journal.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/private.h"
#include "store/said_table.h"
#include "store/sentence.h"

enum { MOST_ROWS = 1000 };

enum nsi_status journal_begin(struct nsi *n)
{
	enum nsi_status status = db_begin(n);

	if (!status)
		status = handle_read(n);
	return status ? status : actor_begin(n);
}

enum nsi_status answer_begin(struct nsi *n, struct table **t, bool writes)
{
	enum nsi_status status;

	call_begin(n);
	*t = arena_new(&n->scratch, struct table);
	status = *t ? nsi_open(n) : NSI_MEMORY;
	return status || !writes ? status : journal_begin(n);
}

static enum nsi_status head_read(struct nsi *n, struct act *a)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_HEAD);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", n->origin);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_MACHINE, N_("%s is damaged: restore a backup"), n->path);
	a->seq = sqlite3_column_int64(s, 0);
	a->lamport = sqlite3_column_int64(s, 1);
	hash_begin(&a->hash);
	hash_add(&a->hash, sqlite3_column_blob(s, 2), (size_t)sqlite3_column_bytes(s, 2));
	sqlite3_reset(s);
	return NSI_OK;
}

static enum nsi_status act_write(struct nsi *n, struct act *a)
{
	struct act_head head = { a->seq, a->seq + (int64_t)a->n - 1, a->lamport, n->now, actor(n), NULL };
	unsigned char link[HASH_BYTES];
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_ADD);
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	buf_clear(&a->line);
	act_line(&a->line, n->origin_code, &head);         /* last into the hash */
	buf_putc(&a->line, '\n');
	if (a->line.oom)
		return NSI_MEMORY;
	hash_add(&a->hash, a->line.s, a->line.n);
	hash_end(&a->hash, link);
	db_int(s, ":origin", n->origin);
	db_int(s, ":act", a->seq);
	db_int(s, ":last", head.last);
	db_int(s, ":lamport", head.lamport);
	db_text(s, ":actor", head.actor);
	db_int(s, ":at", head.at);
	sqlite3_bind_blob(s, sqlite3_bind_parameter_index(s, ":link"), link, sizeof(link), SQLITE_STATIC);
	status = db_run(n, s);
	s = status ? NULL : db_get(n, SQL_USE_ORIGIN_SET);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_int(s, ":origin", n->origin);
	db_int(s, ":seq", head.last);
	db_int(s, ":lamport", head.lamport);
	return db_run(n, s);
}

enum nsi_status journal_write(struct nsi *n, struct source *src, const size_t *skip, size_t nskip, struct outcome *out,
                              char verbs[256])
{
	struct act a = { .source = src, .skip = skip, .nskip = nskip };
	enum nsi_status status = head_read(n, &a);
	sqlite3_stmt *s = status ? NULL : db_get(n, SQL_USE_ENTRY_ADD);

	*out = (struct outcome){ .same = nskip, .skip = skip, .nskip = nskip };
	if (!s)
		return status ? status : NSI_MACHINE;
	n->act = &a;
	db_int(s, ":origin", n->origin);
	db_int(s, ":act", a.seq);
	status = db_run(n, s);
	n->act = NULL;
	if (!status && a.failed)
		status = NSI_DATA;
	if (!status && a.n) {
		status = act_write(n, &a);
		if (!status && private_kept(n))
			status = private_note(n, n->origin, a.seq, a.seq + (int64_t)a.n - 1);
		out->act = a.seq;
		out->said = a.n;
		memcpy(verbs, a.verbs, sizeof(a.verbs));
	}
	buf_free(&a.line);
	return status;
}

enum nsi_status journal_append(struct nsi *n, struct source *src, const size_t *skip, size_t nskip, struct outcome *out,
                               char verbs[256])
{
	enum nsi_status status = journal_write(n, src, skip, nskip, out, verbs);
	struct stretch fresh = { n->origin, out->act, out->act + (int64_t)out->said - 1 };

	if (status || !out->act)
		return status;
	status = fold_new(n, &fresh, 1, verbs);
	n->moved |= strstr(verbs, " edition ") || strstr(verbs, " undo ") || strstr(verbs, " redo ");
	return !status && n->moved ? handle_editions(n) : status;
}

/* Which of the act's entries stand already: marks and trials said a second time. */
static enum nsi_status twins(struct nsi *n, int64_t act, size_t **skip, size_t *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_TWINS);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	*count = 0;
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":act", act);
	while (db_row(n, s, &status)) {
		size_t *v = arena_grow(&n->scratch, *skip, &cap, *count + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		*skip = v;
		v[(*count)++] = (size_t)sqlite3_column_int64(s, 0);
	}
	return status;
}

static int by_entry(const void *a, const void *b)
{
	const struct refusal *x = a, *y = b;

	if (x->origin != y->origin)
		return x->origin < y->origin ? -1 : 1;
	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	if (strcmp(x->rule, y->rule))
		return strcmp(x->rule, y->rule);
	return strcmp(x->text, y->text);
}

enum nsi_status journal_refuse(struct nsi *n, struct source *src, const struct outcome *o, struct refusal *v,
                               size_t count, size_t most)
{
	size_t skipped = 0, kept = 0;

	if (count)
		qsort(v, count, sizeof(*v), by_entry);
	for (size_t i = 0; i < count; i++)
		if (!kept || by_entry(&v[kept - 1], &v[i]) || strcmp(v[kept - 1].text, v[i].text))
			v[kept++] = v[i];
	count = kept;
	for (size_t i = 0; i < count && i < most; i++) {
		const char *file = NULL;
		int line = 0;

		if (src && src->place && v[i].origin == n->origin && v[i].seq >= o->act) {
			size_t k = (size_t)(v[i].seq - o->act);

			while (skipped < o->nskip && o->skip[skipped] <= k + skipped)
				skipped++;
			src->place(src, k + skipped, &file, &line);
		}
		if (file || !i || strcmp(v[i - 1].text, v[i].text))
			message_put(&n->messages, NSI_ERROR, file, line, 0, v[i].rule, v[i].text);
	}
	if (count > most)
		fail(&n->messages, NSI_DATA, N_("and %zu more"), count - most);
	return count ? NSI_DATA : NSI_OK;
}

enum { ROW = 6 };                          /* cells of a row, without the change */

static sqlite3_stmt *rows_of(struct nsi *n, int64_t first, int64_t last)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_ROWS);

	if (!s)
		return NULL;
	db_int(s, ":origin", n->origin);
	db_int(s, ":first", first);
	db_int(s, ":last", last);
	db_common(n, s);
	return s;
}

static void row_cells(struct nsi *n, sqlite3_stmt *s, struct nsi_cell c[ROW])
{
	c[0] = cell_text(NSI_T_ID, db_string(n, s, 1));
	if (sqlite3_column_type(s, 2) != SQLITE_NULL)
		c[1] = cell_day(sqlite3_column_int(s, 2));
	c[2] = cell_text(NSI_T_WORD, db_string(n, s, 3));
	c[3] = cell_text(NSI_T_ID, db_string(n, s, 4));
	c[4] = cell_text(NSI_T_ID, db_string(n, s, 5));
	c[5] = sentence_of_entry(n, n->origin, sqlite3_column_int64(s, 0));
}

/* Rows of what stands already, taken while it is said a second time. */
static enum nsi_status stood_rows(struct nsi *n, int64_t act, const size_t *skip, size_t nskip,
                                  const struct nsi_cell **out)
{
	struct nsi_cell *v = arena_array(&n->scratch, struct nsi_cell, nskip * ROW);
	enum nsi_status status = v ? NSI_OK : NSI_MEMORY;

	for (size_t i = 0; i < nskip && !status; i++) {
		sqlite3_stmt *s = rows_of(n, act + (int64_t)skip[i], act + (int64_t)skip[i]);

		if (!s)
			return NSI_MACHINE;
		if (db_row(n, s, &status)) {
			row_cells(n, s, v + i * ROW);
			v[i * ROW] = (struct nsi_cell){ 0 };       /* it has an entry of its own elsewhere */
			sqlite3_reset(s);
		}
	}
	*out = v;
	return status;
}

/* Those before the K-th of the source. */
static bool put_stood(struct table *t, const struct outcome *o, size_t k, size_t *at)
{
	for (; o->stood && *at < o->nskip && o->skip[*at] <= k; ++*at, k++) {
		struct nsi_cell *c = table_row(t);

		if (!c)
			return false;
		*c = cell_text(NSI_T_ID, "=");
		memcpy(c + 1, o->stood + *at * ROW, ROW * sizeof(*c));
	}
	return true;
}

enum nsi_status journal_rows(struct nsi *n, struct outcome *out, unsigned flags)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "entry", N_("Entry"), NULL, NSI_T_ID, true },
		{ "on", N_("Day"), NULL, NSI_T_DAY, false }, { "verb", N_("Verb"), NULL, NSI_T_WORD, true },
		{ "person", N_("Person"), NULL, NSI_T_ID, false }, { "unit", N_("Unit"), NULL, NSI_T_ID, false },
		{ "text", N_("What"), NULL, NSI_T_TEXT, false },
	};
	static const struct nsi_column sums[] = {
		{ "said", N_("said"), NULL, NSI_T_INT, false }, { "same", N_("stood already"), NULL, NSI_T_INT, false },
	};
	bool dry = flags & NSI_DRY;
	sqlite3_stmt *s = rows_of(n, out->act, out->act ? out->act + (int64_t)out->said - 1 : -1);
	enum nsi_status status = NSI_OK;
	size_t stood = 0;
	struct table t;
	struct nsi_cell *sum;

	table_begin(&t, &n->scratch, n->lang, dry ? cols : cols + 1, dry ? ROW + 1 : ROW);
	if (!s)
		return NSI_MACHINE;
	while (out->said <= MOST_ROWS && db_row(n, s, &status)) {
		size_t k = (size_t)(sqlite3_column_int64(s, 0) - out->act) + stood;
		struct nsi_cell *c = put_stood(&t, out, k, &stood) ? table_row(&t) : NULL;

		if (!c)
			return NSI_MEMORY;
		if (dry)
			*c++ = cell_text(NSI_T_ID, "+");
		row_cells(n, s, c);
	}
	sqlite3_reset(s);
	sum = table_sums(&t, n->lang, sums, 2);
	if (!sum || !put_stood(&t, out, SIZE_MAX, &stood))
		return NSI_MEMORY;
	sum[0] = cell_int((int64_t)out->said);
	sum[1] = cell_int((int64_t)out->same);
	out->rows = arena_new(&n->scratch, struct nsi_rows);
	if (!out->rows)
		return NSI_MEMORY;
	*(struct nsi_rows *)out->rows = t.rows;
	return status;
}

/* Append; what stands already is left out in a second go. */
static enum nsi_status append_once(struct nsi *n, struct source *src, struct outcome *out, char verbs[256], bool dry)
{
	const struct nsi_cell *stood = NULL;
	size_t *skip = NULL, nskip = 0;
	enum nsi_status status = db_savepoint(n);

	if (!status)
		status = journal_append(n, src, NULL, 0, out, verbs);
	if (!status && out->act && (strstr(verbs, " start ") || strstr(verbs, " master ") || strstr(verbs, " credit ") ||
	                            strstr(verbs, " try ") || strstr(verbs, " pass ") || strstr(verbs, " adopt ")))
		status = twins(n, out->act, &skip, &nskip);
	if (status || !nskip)
		return status;
	if (!src->rewind(src))
		return fail(&n->messages, NSI_MACHINE, N_("the input cannot be read a second time"));
	if (dry && nskip <= MOST_ROWS)
		status = stood_rows(n, out->act, skip, nskip, &stood);
	if (!status)
		status = db_savepoint_back(n);
	if (!status)
		status = journal_append(n, src, skip, nskip, out, verbs);
	out->stood = stood;
	return status;
}

/* What ends something may be dated before facts that need it. */
static enum nsi_status judge_later(struct nsi *n, struct refusal **refused, size_t *count)
{
	enum nsi_status status = fold_lean_add(n);

	return status ? status : fold_rules(n, false, NULL, refused, count);
}

void journal_end(struct nsi *n)
{
	enum nsi_status broken = n->broken;

	db_rollback(n);
	n->broken = NSI_OK;
	if (n->moved)
		handle_editions(n);
	if (broken)
		n->broken = broken;
	n->moved = false;
	private_drop(n);
}

enum nsi_status journal_finish(struct nsi *n, enum nsi_status status, bool keep)
{
	if (!status && keep) {
		status = private_commit(n);
		if (!status)
			status = db_commit(n);
		n->saved = !status;
	}
	journal_end(n);
	return status;
}

enum nsi_status journal_judge(struct nsi *n, struct source *src, unsigned flags, struct outcome *out,
                              struct refusal **refused, size_t *count)
{
	char verbs[256] = "";
	enum nsi_status status = append_once(n, src, out, verbs, flags & NSI_DRY);

	*refused = NULL;
	*count = 0;
	if (!status && out->act)
		status = fold_rules(n, true, verbs, refused, count);
	if (!status && !*count && (strstr(verbs, " leave ") || strstr(verbs, " unbear ") || strstr(verbs, " retire ")))
		status = judge_later(n, refused, count);
	return status;
}

enum nsi_status journal_go(struct nsi *n, struct source *src, unsigned flags,
                           enum nsi_status (*more)(struct nsi *n, void *x, struct outcome *out), void *x,
                           struct outcome *out)
{
	struct refusal *refused;
	size_t nrefused;
	enum nsi_status status = journal_judge(n, src, flags, out, &refused, &nrefused);

	if (!status)
		status = journal_refuse(n, src, out, refused, nrefused, SIZE_MAX);
	if (!status)
		status = fold_done(n);
	if (!status)
		status = more ? more(n, x, out) : journal_rows(n, out, flags);
	return journal_finish(n, status, !(flags & NSI_DRY));
}
