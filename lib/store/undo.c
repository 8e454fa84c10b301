/* undo.c - taking whole commands back and giving them again, judged with everything that leans on them. */
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/journal.h"
#include "store/lean.h"
#include "store/private.h"
#include "store/resolve.h"

enum { MOST_ACTS = 1000, MOST_TOLD = 10 };

/* Acts named: by our own number of their origin and the seq of their first entry. */
struct act_name { int64_t origin, seq; const char *code; };
struct acts { struct act_name v[MOST_ACTS]; size_t n; };

static bool has(const struct acts *a, int64_t origin, int64_t seq)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].origin == origin && a->v[i].seq == seq)
			return true;
	return false;
}

/* The act that holds entry SEQ of ORIGIN (a code; NULL: our own). */
static enum nsi_status add_act(struct nsi *n, struct acts *a, const char *origin, int64_t seq, const char *word)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_OF);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":origin", origin ? origin : n->origin_code);
	db_int(s, ":seq", seq);
	if (!db_row(n, s, &status))
		return status ? status : fail(&n->messages, NSI_DATA, N_("there is no entry %s (see nsi log)"), word);
	if (!has(a, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)) && a->n < MOST_ACTS)
		a->v[a->n++] = (struct act_name){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), db_string(n, s, 2) };
	sqlite3_reset(s);
	return NSI_OK;
}

static enum nsi_status add_word(struct nsi *n, struct acts *a, const char *word)
{
	const char *colon = strrchr(word, ':'), *digits = colon ? colon + 1 : word;
	char *end;
	int64_t seq = strtoll(digits, &end, 10);

	if (*end || end == digits || seq <= 0)
		return fail(&n->messages, NSI_USAGE,
		            N_("\"%s\" is not an entry (ORIGIN:NUMBER or NUMBER, see nsi log)"), word);
	return add_act(n, a, colon ? arena_strndup(&n->scratch, word, (size_t)(colon - word)) : NULL, seq, word);
}

/* The acts that WHICH finds for this actor. */
static enum nsi_status add_newest(struct nsi *n, struct acts *a, enum sql which)
{
	sqlite3_stmt *s = db_get(n, which);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":actor", actor(n));
	while (db_row(n, s, &status))
		if (a->n < MOST_ACTS)
			a->v[a->n++] = (struct act_name){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), db_string(n, s, 2) };
	return status;
}

/* ---- one attempt -------------------------------------------------------------------------------------- */

/* The acts' entries into span. */
static enum nsi_status spans(struct nsi *n, const struct acts *a)
{
	enum nsi_status status = fold_done(n);

	for (size_t i = 0; i < a->n && !status; i++)
		status = fold_span_add(n, a->v[i].origin, a->v[i].seq, a->v[i].seq);
	return status ? status : db_do(n, SQL_USE_SPAN_WHOLE);
}

struct words { struct said *v; size_t n, cap; };

static enum nsi_status word_add(struct nsi *n, struct words *w, const char *verb, const char *code, int64_t seq,
                                const char *data)
{
	struct said *v = arena_grow(&n->scratch, w->v, &w->cap, w->n + 1, sizeof(*v));

	if (!v)
		return NSI_MEMORY;
	w->v = v;
	v[w->n++] = (struct said){ .verb = nsi_verb(verb), .day = n->today, .about = code, .about_seq = seq, .data = data };
	return NSI_OK;
}

/* What an act itself took back, as a second record of an evening does, comes back with its undoing. */
static enum nsi_status inner(struct nsi *n, struct words *w, const struct act_name *a, const char *verb,
                             const char *data)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_UNDID);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", a->origin);
	db_int(s, ":act", a->seq);
	while (db_row(n, s, &status)) {
		enum nsi_status added = word_add(n, w, verb, db_string(n, s, 0), sqlite3_column_int64(s, 1), data);

		if (added)
			return added;
	}
	return status;
}

static enum nsi_status words(struct nsi *n, const struct acts *a, const char *verb, const char *reason,
                             struct words *out)
{
	const char *data = NULL, *back = strcmp(verb, "undo") ? "undo" : "redo";
	enum nsi_status status = NSI_OK;

	*out = (struct words){ 0 };
	if (reason) {
		const char *hash;

		status = text_given(n, &n->scratch, &reason);
		hash = status ? NULL : private_keep(n, reason);
		if (!hash)
			return status ? status : NSI_MACHINE;
		data = arena_printf(&n->scratch, "{\"reason\":\"%s\"}", hash);
	}
	for (size_t i = 0; i < a->n && !status; i++)
		status = word_add(n, out, verb, a->v[i].code, a->v[i].seq, data);
	for (size_t i = 0; i < a->n && !status; i++)
		status = inner(n, out, &a->v[i], back, data);
	return status;
}

/* Say it, then judge what leaned on it and what came back. */
static enum nsi_status attempt(struct nsi *n, const struct acts *a, const struct words *said, struct outcome *done,
                               struct refusal **refused, size_t *count)
{
	struct leaning leaning = { 0 };
	struct said_list list;
	char verbs[256];
	enum nsi_status status = spans(n, a);

	said_list(&list, n, said->v, said->n);
	if (!status)
		status = lean_before(n, &leaning);
	if (!status)
		status = journal_append(n, &list.source, NULL, 0, done, verbs);
	if (!status)
		status = lean_judge(n, &leaning, refused, count);
	return status ? status : fold_done(n);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b)
{
	const struct act_name *x = a, *y = b;

	if (x->origin != y->origin)
		return x->origin < y->origin ? -1 : 1;
	return (x->seq > y->seq) - (x->seq < y->seq);
}

/* What else would have to go, as the command that takes all. */
static enum nsi_status refuse(struct nsi *n, const struct acts *asked, struct acts *all, bool whole, const char *verb)
{
	const char *line = "";

	if (!whole || all->n == asked->n || strcmp(verb, "undo"))
		return NSI_DATA;
	qsort(all->v, all->n, sizeof(*all->v), by_number);
	for (size_t i = 0; i < all->n; i++)
		line = strcmp(all->v[i].code, n->origin_code)
			? arena_printf(&n->scratch, "%s %s:%lld", line, all->v[i].code, (long long)all->v[i].seq)
			: arena_printf(&n->scratch, "%s %lld", line, (long long)all->v[i].seq);
	return fail(&n->messages, NSI_DATA, N_("other entries lean on this; to take all of them back: nsi undo%s"),
	            line);
}

static enum nsi_status act_of_refusal(struct nsi *n, struct acts *all, const struct refusal *r)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ORIGIN_CODE);
	enum nsi_status status = NSI_OK;
	const char *code = NULL;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":id", r->origin);
	if (db_row(n, s, &status)) {
		code = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return add_act(n, all, code, r->seq, "");
}

/* Try with what was asked; while something leans, try with that too, only to name it. */
static enum nsi_status settle(struct nsi *n, const struct acts *asked, const char *verb, const char *reason,
                              struct outcome *done)
{
	struct acts *all = arena_new(&n->scratch, struct acts);
	enum nsi_status status;

	if (!all)
		return NSI_MEMORY;
	*all = *asked;
	for (size_t round = 0; ; round++) {
		struct refusal *refused = NULL;
		size_t count = 0, before = all->n;
		struct words said;

		status = db_savepoint(n);
		if (!status)
			status = words(n, all, verb, reason, &said);
		if (!status)
			status = attempt(n, all, &said, done, &refused, &count);
		if (status || (!count && !round))
			return status;
		if (!round)
			journal_refuse(n, NULL, done, refused, count, MOST_TOLD);
		status = db_savepoint_back(n);
		if (!status)
			status = handle_editions(n);
		for (size_t i = 0; i < count && !status; i++)
			status = act_of_refusal(n, all, &refused[i]);
		if (status)
			return status;
		if (!count || all->n == before || all->n == MOST_ACTS)
			return refuse(n, asked, all, !count, verb);
	}
}

static enum nsi_status run(struct nsi *n, const struct acts *a, const char *verb, const char *reason, unsigned flags,
                           const struct nsi_rows **out)
{
	struct outcome done = { 0 };
	enum nsi_status status = NSI_OK;

	if (!a->n)
		return fail(&n->messages, NSI_DATA,
		            strcmp(verb, "undo") ? N_("there is nothing to redo") : N_("there is nothing to undo"));
	status = settle(n, a, verb, reason, &done);
	if (!status)
		status = journal_rows(n, &done, flags);
	*out = done.rows;
	return status;
}

enum nsi_status nsi_undo(struct nsi *n, struct nsi_list entries, bool last, const char *reason, unsigned flags,
                         const struct nsi_rows **out)
{
	struct acts *a;
	enum nsi_status status;

	call_begin(n);
	a = arena_new(&n->scratch, struct acts);
	status = a ? nsi_open(n) : NSI_MEMORY;
	if (!status && !entries.n && !last)
		status = fail(&n->messages, NSI_USAGE, N_("say which: entries (see nsi log), or --last"));
	if (!status)
		status = journal_begin(n);
	for (size_t i = 0; i < entries.n && !status; i++)
		status = add_word(n, a, entries.v[i]);
	if (!status && last)
		status = add_newest(n, a, SQL_USE_UNDO_LAST);
	if (!status)
		status = run(n, a, "undo", reason, flags, out);
	return call_end(n, journal_finish(n, status, !(flags & NSI_DRY)));
}

enum nsi_status nsi_redo(struct nsi *n, const char *reason, unsigned flags, const struct nsi_rows **out)
{
	struct acts *a;
	enum nsi_status status;

	call_begin(n);
	a = arena_new(&n->scratch, struct acts);
	status = a ? nsi_open(n) : NSI_MEMORY;
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = add_newest(n, a, SQL_USE_REDO_LAST);
	if (!status)
		status = run(n, a, "redo", reason, flags, out);
	return call_end(n, journal_finish(n, status, !(flags & NSI_DRY)));
}
