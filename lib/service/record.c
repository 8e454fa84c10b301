/* record.c - how an evening went, entered: from options or a filled sheet; what was recorded of it before is replaced. */
#include <string.h>

#include "service/recording.h"
#include "store/db.h"
#include "store/lean.h"
#include "store/private.h"
#include "store/resolve.h"

static bool asked_nothing(const struct nsi_record *a)
{
	return !a->all_ok && !a->file && !a->absent.n && !a->late.n && !a->not_yet.n && !a->missed.n && !a->add.n;
}

static enum nsi_status which(struct recording *r)
{
	const struct nsi_record *a = r->asked;
	struct nsi *n = r->n;
	enum nsi_status status;

	if (asked_nothing(a))
		return fail(&n->messages, NSI_USAGE,
		            N_("say how it went: --all-ok, --absent, --not, --add, or --from FILE"));
	if (a->file && (a->all_ok || a->absent.n || a->late.n || a->not_yet.n || a->missed.n || a->add.n))
		return fail(&n->messages, NSI_USAGE, N_("--from FILE says all of it: no other option goes with it"));
	status = occasion_find(n, a->session, a->file, &r->o);
	if (status)
		return status;
	if (r->o.day > n->today)
		return fail(&n->messages, NSI_DATA, N_("%s is still to come"), r->o.code);
	r->o.id = code_id(n, "session", r->o.code);
	return r->o.id ? NSI_OK : NSI_MACHINE;
}

static enum nsi_status append_undo(struct recording *r)
{
	struct nsi *n = r->n;
	struct said s = { .verb = nsi_verb("undo"), .day = n->today, .about = r->o.record_by, .about_seq = r->o.record_seq };
	struct said_list list;
	struct outcome done;
	char verbs[256];
	enum nsi_status status;

	said_list(&list, n, &s, 1);
	status = journal_append(n, &list.source, NULL, 0, &done, verbs);
	return status ? status : fold_done(n);
}

/* What people had is what they have without the former record of this evening: it is taken back for a look. */
static enum nsi_status look(struct recording *r)
{
	enum nsi_status status = r->o.record_seq ? db_savepoint(r->n) : NSI_OK;

	if (!status && r->o.record_seq)
		status = append_undo(r);
	if (!status)
		status = record_walk(r);
	if (!status && r->o.record_seq)
		status = db_savepoint_back(r->n);
	return status;
}

/* Is just that recorded already? */
static bool same(struct recording *r)
{
	sqlite3_stmt *s = r->o.record_seq ? db_get(r->n, SQL_USE_ENTRY_DATA) : NULL;
	enum nsi_status status = NSI_OK;
	bool is = false;

	if (!s)
		return false;
	db_int(s, ":origin", r->o.record_origin);
	db_int(s, ":seq", r->o.record_seq);
	if (db_row(r->n, s, &status)) {
		is = !strcmp((const char *)sqlite3_column_text(s, 0), r->text);
		sqlite3_reset(s);
	}
	return is;
}

/* One act: append, judge what is new by all rules, what leaned on the former record by those that hold for good. */
static enum nsi_status go(struct recording *r, struct table *t)
{
	struct nsi *n = r->n;
	struct leaning leaning = { 0 };
	struct refusal *refused = NULL, *later = NULL;
	size_t count = 0, nlater = 0;
	struct said_list list;
	struct outcome done = { 0 };
	char verbs[256] = "";
	enum nsi_status status = fold_done(n);

	said_list(&list, n, r->say.v, r->say.n);
	if (!status && r->o.record_seq) {
		status = fold_span_add(n, r->o.record_origin, r->o.record_seq, r->o.record_seq);
		if (!status)
			status = db_do(n, SQL_USE_SPAN_WHOLE);
		if (!status)
			status = lean_before(n, &leaning);
	}
	if (!status)
		status = journal_append(n, &list.source, NULL, 0, &done, verbs);
	if (!status)
		status = fold_rules(n, true, verbs, &refused, &count);
	if (!status && r->o.record_seq)
		status = lean_judge(n, &leaning, &later, &nlater);
	if (!status)
		status = journal_refuse(n, &list.source, &done, refused, count, SIZE_MAX);
	if (!status)
		status = journal_refuse(n, NULL, &done, later, nlater, SIZE_MAX);
	if (nlater)
		fail(&n->messages, NSI_DATA, N_("this rests on the evening as it was recorded: amend or take that back first (see nsi log)"));
	if (!status)
		status = fold_done(n);
	return status ? status : record_table(r, t);
}

static enum nsi_status sums(struct recording *r, struct table *t)
{
	static const struct nsi_column cols[] = {
		{ "said", N_("said"), NULL, NSI_T_INT, false }, { "same", N_("stood already"), NULL, NSI_T_INT, false },
		{ "gains", N_("gained"), NULL, NSI_T_INT, false }, { "omitted", N_("did not take place"), NULL, NSI_T_INT, false },
	};
	struct nsi_cell *c = table_sums(t, r->n->lang, cols, 4);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_int(r->stood ? 0 : (int64_t)r->say.n);
	c[1] = cell_int(r->stood ? 1 : 0);
	c[2] = cell_int((int64_t)record_gains(r));
	c[3] = cell_int((int64_t)r->went.nloss);
	t->rows.title = r->o.code;
	return NSI_OK;
}

enum nsi_status nsi_session_record(struct nsi *n, const struct nsi_record *asked, unsigned flags,
                                   const struct nsi_rows **out)
{
	struct recording r = { .n = n, .asked = asked, .dry = flags & NSI_DRY };
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, true);

	if (!status)
		status = which(&r);
	if (!status)
		status = asked->file ? record_sheet(&r) : record_rows(&r);
	if (!status)
		status = look(&r);
	if (!status)
		status = record_say(&r);
	if (!status)
		r.stood = same(&r);
	if (!status)
		status = r.stood ? record_table(&r, t) : go(&r, t);
	if (!status)
		status = sums(&r, t);
	status = journal_finish(n, status, !r.stood && !r.dry);
	if (!status)
		*out = &t->rows;
	return call_end(n, status);
}

enum nsi_status nsi_session_show(struct nsi *n, const char *session, const struct nsi_rows **out)
{
	struct meeting_rows rows = { 0 };
	struct occasion o;
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, false);

	if (!status)
		status = occasion_find(n, session, false, &o);
	if (!status && !o.record_seq && !o.plan_seq)
		status = fail(&n->messages, NSI_DATA, N_("nothing is planned for %s yet: nsi session pair %s --save"),
		              o.code, o.code);
	if (!status)
		status = meetings_read(n, o.record_seq ? o.record_origin : o.plan_origin, o.record_seq ? o.record_seq : o.plan_seq, &rows);
	if (!status)
		status = meetings_table(n, &rows, true, t);
	if (status)
		return call_end(n, status);
	t->rows.title = o.code;
	*out = &t->rows;
	return call_end(n, NSI_OK);
}
