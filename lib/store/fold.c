/* fold.c - adds and removes the rows of facts by the statements that the build made of them. */
#include "store/fold.h"

#include <string.h>

#include "base/progress.h"
#include "store/db.h"
#include "store/sentence.h"
#include "store/tally.h"

enum what { ADD, REMOVE, CLEAR };

static sqlite3_stmt *statement(struct nsi *n, enum what what, size_t i)
{
	sqlite3_stmt **s = &n->fact_stmts[what][i];
	const struct derived *d = &facts[i];
	const char *text = what == ADD ? d->add : what == REMOVE ? d->remove : d->clear;

	if (!*s && sqlite3_prepare_v3(n->db, text, -1, SQLITE_PREPARE_PERSISTENT, s, NULL) != SQLITE_OK)
		db_fail(n, n->db);
	return *s;
}

/* Does one of the verbs that FACT reads occur among VERBS? */
static bool occurs(const char *of, const char *verbs)
{
	char word[32];
	size_t len;

	if (!verbs || !of[strspn(of, " ")])
		return true;
	for (const char *p = of; *p; p += len) {
		p += strspn(p, " ");
		len = strcspn(p, " ");
		if (!len || len > sizeof(word) - 3)
			break;
		word[0] = ' ';
		memcpy(word + 1, p, len);
		memcpy(word + 1 + len, " ", 2);
		if (strstr(verbs, word))
			return true;
	}
	return false;
}

enum nsi_status fold_span_add(struct nsi *n, int64_t origin, int64_t first, int64_t last)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SPAN_ADD);

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", origin);
	db_int(s, ":first", first);
	db_int(s, ":last", last);
	return db_run(n, s);
}

enum nsi_status fold_done(struct nsi *n)
{
	return db_do(n, SQL_USE_SPAN_CLEAR);
}

static enum nsi_status spans_more(struct nsi *n, const struct stretch *v, size_t count)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < count && !status; i++)
		status = fold_span_add(n, v[i].origin, v[i].first, v[i].last);
	return status;
}

static enum nsi_status spans_put(struct nsi *n, const struct stretch *v, size_t count)
{
	enum nsi_status status = fold_done(n);

	return status ? status : spans_more(n, v, count);
}

static bool is_undoing(const struct derived *d)
{
	return !strcmp(d->name, "undoing");
}

/* All facts but `undoing`, or only that one. */
static enum nsi_status each(struct nsi *n, enum what what, bool undoing, const char *verbs)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; facts[i].name && !status; i++) {
		progress_at(&n->messages, N_("working out what follows"), (int64_t)i, FACT_COUNT);
		if (is_undoing(&facts[i]) == undoing && occurs(facts[i].verbs, verbs))
			status = db_run(n, statement(n, what, i));
	}
	return status;
}

static const char *verbs_in_spans(struct nsi *n, enum nsi_status *status)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SPAN_VERBS);
	const char *all = " ";

	while (s && db_row(n, s, status))
		all = arena_printf(&n->scratch, "%s%s ", all, (const char *)sqlite3_column_text(s, 0));
	return all;
}

static enum nsi_status targets_of(struct nsi *n, struct stretch **out, size_t *count)
{
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = db_get(n, SQL_USE_SPAN_TARGETS);
	size_t cap = 0;

	*out = NULL;
	*count = 0;
	while (s && db_row(n, s, &status)) {
		struct stretch *v = arena_grow(&n->scratch, *out, &cap, *count + 1, sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		*out = v;
		v[(*count)++] = (struct stretch){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2) };
	}
	return s ? status : NSI_MACHINE;
}

enum nsi_status fold_new(struct nsi *n, const struct stretch *fresh, size_t count, const char *verbs)
{
	enum nsi_status status = spans_put(n, fresh, count);
	struct stretch *targets = NULL;
	struct tally *tally = NULL;
	size_t ntarget = 0;
	bool back;

	if (!status && !verbs)
		verbs = verbs_in_spans(n, &status);
	back = !status && (strstr(verbs, " undo ") || strstr(verbs, " redo "));
	if (back)
		status = targets_of(n, &targets, &ntarget);
	if (!status)
		status = spans_more(n, targets, ntarget);
	if (!status)
		status = tally_leave(n, &tally);
	if (!status && back) {
		/* 1. what is named leaves the facts while it still counts as live or not, as before */
		status = spans_put(n, targets, ntarget);
		if (!status)
			status = each(n, REMOVE, false, NULL);
		/* 2. the new words about acts */
		if (!status)
			status = spans_put(n, fresh, count);
		if (!status)
			status = each(n, ADD, true, NULL);
		/* 3. both: what is live now */
		if (!status)
			status = spans_more(n, targets, ntarget);
		verbs = NULL;
	}
	if (!status)
		status = each(n, ADD, false, verbs);
	return status ? status : tally_enter(n, tally);
}

static enum nsi_status definitions(struct nsi *n, bool clear)
{
	enum nsi_status status = NSI_OK;

	for (const struct derived *d = defines; d->name && !status; d++)
		if (sqlite3_exec(n->db, clear ? d->clear : d->add, NULL, NULL, NULL) != SQLITE_OK)
			status = db_fail(n, n->db);
	return status;
}

enum nsi_status fold_edition(struct nsi *n, int64_t edition)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_LOADING_ADD);
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":edition", edition);
	status = db_run(n, s);
	if (!status)
		status = tally_drop(n);                        /* plans of it may be here before what it says */
	if (!status)
		status = definitions(n, false);
	return status ? status : db_do(n, SQL_USE_LOADING_CLEAR);
}

enum nsi_status fold_rebuild(struct nsi *n)
{
	enum nsi_status status = fold_done(n);

	if (!status)
		status = tally_drop(n);
	if (!status)
		status = db_do(n, SQL_USE_SPAN_ALL);
	if (!status)
		status = db_do(n, SQL_USE_DATA_CODES);             /* of verbs that an older version could not read */
	if (!status)
		status = each(n, CLEAR, true, NULL);
	if (!status)
		status = each(n, CLEAR, false, NULL);
	if (!status)
		status = each(n, ADD, true, NULL);
	if (!status)
		status = each(n, ADD, false, NULL);
	if (!status)
		status = definitions(n, true);
	if (!status)
		status = db_do(n, SQL_USE_LOADING_ALL);
	if (!status)
		status = definitions(n, false);
	if (!status)
		status = db_do(n, SQL_USE_LOADING_CLEAR);
	return status ? status : fold_done(n);
}

enum nsi_status fold_renew(struct nsi *n)
{
	enum nsi_status status = db_begin(n);

	if (!status)
		status = db_derive(n);
	if (!status)
		status = fold_rebuild(n);
	if (!status)
		status = handle_read(n);
	if (!status)
		return db_commit(n);
	db_rollback(n);
	return status;
}

static int64_t count_of(struct nsi *n, const char *text, enum nsi_status *status)
{
	sqlite3_stmt *s = NULL;
	int64_t off = 0;

	if (sqlite3_prepare_v2(n->db, text, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
		off = sqlite3_column_int64(s, 0);
	else
		*status = db_fail(n, n->db);
	sqlite3_finalize(s);
	return off;
}

const char *fold_compare(struct nsi *n, size_t *at, int64_t *off, enum nsi_status *status)
{
	size_t nfact = 0;

	while (facts[nfact].name)
		nfact++;
	if (!*at) {
		*status = fold_done(n);
		if (!*status)
			*status = db_do(n, SQL_USE_SPAN_ALL);
		if (!*status)
			*status = db_do(n, SQL_USE_LOADING_ALL);
	}
	while (!*status) {
		const struct derived *d = *at < nfact ? &facts[*at] : &defines[*at - nfact];

		if (!d->name)
			break;
		progress_at(&n->messages, N_("comparing what follows with the journal"), (int64_t)*at, (int64_t)nfact);
		++*at;
		*off = count_of(n, d->less, status);
		if (!*status)
			*off += count_of(n, d->more, status);
		if (!*status && *off)
			return d->name;
	}
	return NULL;
}

enum nsi_status fold_lean(struct nsi *n, struct stretch **out, size_t *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_LEAN);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;

	*out = NULL;
	*count = 0;
	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status)) {
		struct stretch one = { sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 1) };
		struct stretch *before = *count ? &(*out)[*count - 1] : NULL, *v;

		if (before && before->origin == one.origin && before->last + 1 == one.first) {
			before->last = one.last;
			continue;
		}
		v = arena_grow(&n->scratch, *out, &cap, *count + 1, sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		*out = v;
		v[(*count)++] = one;
	}
	return status;
}

enum nsi_status fold_lean_add(struct nsi *n)
{
	struct stretch *v;
	size_t count;
	enum nsi_status status = fold_lean(n, &v, &count);

	for (size_t i = 0; i < count && !status; i++)
		status = fold_span_add(n, v[i].origin, v[i].first, v[i].last);
	return status;
}

enum nsi_status fold_rules(struct nsi *n, bool said, const char *verbs, struct refusal **out, size_t *count)
{
	enum nsi_status status = NSI_OK;
	size_t cap = 0;
	int64_t nrule = 0;

	*out = NULL;
	*count = 0;
	while (rules[nrule].name)
		nrule++;
	for (const struct rule *r = rules; r->name && !status; r++) {
		sqlite3_stmt *s;

		progress_at(&n->messages, N_("judging by the rules"), r - rules, nrule);
		if ((r->only_said && !said) || !occurs(r->verbs, verbs))
			continue;
		s = db_get(n, r->text);
		if (!s)
			return NSI_MACHINE;
		db_common(n, s);
		while (db_row(n, s, &status)) {
			struct refusal *v = arena_grow(&n->scratch, *out, &cap, *count + 1, sizeof(*v));

			if (!v)
				return NSI_MEMORY;
			*out = v;
			v[(*count)++] = (struct refusal){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
			                                  r->name, sentence_of_row(n, s) };
		}
	}
	return status;
}
