/* digest.c - what happened since a day and what waits: a letter on Monday. */
#include <string.h>

#include "base/word.h"
#include "service/group.h"
#include "store/ask.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

enum { WEEK = 7 };
/* Of the database, but no setting of anybody: the day of the last digest that said --since last, and since when it told. */
static const char key[] = "digest.last";

static const char *iso(struct nsi *n, int32_t day)
{
	char buf[11];

	return arena_strdup(&n->scratch, day_iso(buf, day));
}

/* When all of it is made: what is not shown is told again. */
static enum nsi_status remember(struct nsi *n, int32_t since)
{
	const char *value = arena_printf(&n->scratch, "%s %s", iso(n, n->today), iso(n, since)),
		   *kept = setting_stored(n, key);
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s;

	if (kept && !strcmp(kept, value))
		return NSI_OK;
	status = db_begin(n);
	s = status ? NULL : db_get(n, SQL_USE_SETTING_SET);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_text(s, ":key", key);
	db_text(s, ":value", value);
	status = db_run(n, s);
	if (!status)
		status = db_commit(n);
	n->saved = !status;
	if (status)
		db_rollback(n);
	return status;
}

/* Where nothing can be written the digest is told all the same, and the next one begins where this one does. */
static enum nsi_status try_to_remember(struct nsi *n, int32_t since)
{
	size_t before = n->messages.n;
	enum nsi_status status = remember(n, since);

	if (status != NSI_MACHINE || n->messages.n == before)
		return status;
	n->messages.n = before;
	n->messages.errors--;
	n->broken = NSI_OK;
	warn(&n->messages, N_("the day of this digest cannot be kept here: the next one with --since last begins where this one does"));
	return NSI_OK;
}

/* Since the digest before: on the day of it the same again, so that twice a day tells the same twice. */
static int32_t since_last(struct nsi *n)
{
	const char *kept = setting_stored(n, key);
	int32_t told = kept ? day_read_iso(kept, 10) : DAY_NONE;

	if (told != DAY_NONE && told >= n->today && strlen(kept) == 21)
		return day_read_iso(kept + 11, 10);
	return told == DAY_NONE ? n->today - WEEK : told;
}

/* What a row says where it is no title: counted, or named. */
static const char *said(struct nsi *n, const char *kind, const char *text, int64_t number)
{
	if (!strcmp(kind, "mastered"))
		return arena_printf(&n->scratch,
		                    tr_n(n->lang, "%lld unit mastered", "%lld units mastered", (unsigned long)number),
		                    (long long)number);
	if (!strcmp(kind, "joined"))
		return tr(n->lang, N_("takes part now"));
	if (!strcmp(kind, "left"))
		return tr(n->lang, N_("takes part no more"));
	if (!strcmp(kind, "held") && number)
		return arena_printf(&n->scratch, tr_n(n->lang, "%s: %lld person was there", "%s: %lld people were there", (unsigned long)number), text, (long long)number);
	if (!strcmp(kind, "request"))
		return arena_printf(&n->scratch, tr(n->lang, N_("request %s has no answer")), text);
	return text;
}

static size_t column(const struct nsi_rows *r, const char *name)
{
	size_t i = 0;

	while (i < r->ncol && strcmp(r->cols[i].key, name) != 0)
		i++;
	return i;
}

/* Of which days the letter tells. */
static const char *heading(struct nsi *n, const struct nsi_arg *args)
{
	char from[11], to[11];
	int32_t since, on;

	if (resolve_since(n, args[0].value, &since) || resolve_day(n, args[1].value, &on))
		return NULL;
	return arena_printf(&n->scratch, "%s · %s – %s", tr(n->lang, N_("What happened and what waits")),
	                    day_shown(n, from, since), day_shown(n, to, on));
}

/* A week, if nobody says since when; what ends before it begins is a slip. */
static enum nsi_status span(struct nsi *n, struct nsi_arg *args, const char *since, bool last)
{
	char from[11], to[11];
	int32_t first, on;
	enum nsi_status status = resolve_day(n, args[1].value, &on);

	if (status || last)
		return status;
	args[0].value = since ? since : iso(n, on - 7);
	status = resolve_since(n, args[0].value, &first);
	if (!status && first > on)
		status = fail(&n->messages, NSI_DATA, N_("%s: its last day is before its first"),
		              arena_printf(&n->scratch, "%s – %s", day_shown(n, from, first), day_shown(n, to, on)));
	return status;
}

/* The rows with their sentences, and whether any is to be acted on. */
static enum nsi_status told(struct nsi *n, const struct nsi_arg *args, const struct nsi_rows *r,
                            const struct nsi_rows **out)
{
	struct nsi_rows *own = arena_new(&n->scratch, struct nsi_rows);
	struct nsi_cell *cells = arena_array(&n->scratch, struct nsi_cell, r->nrow * r->ncol + 1);
	size_t kind = column(r, "kind"), text = column(r, "text"), number = column(r, "number"),
	       acts = column(r, "acts");

	if (!own || !cells)
		return NSI_MEMORY;
	memcpy(cells, r->cells, r->nrow * r->ncol * sizeof(*cells));
	*own = *r;
	own->calm = true;
	own->title = heading(n, args);
	own->cells = cells;
	for (size_t i = 0; i < r->nrow; i++) {
		struct nsi_cell *c = cells + i * r->ncol;

		c[text] = cell_text(NSI_T_TEXT,
		                    said(n, c[kind].s, c[text].type == NSI_T_NONE ? "" : c[text].s, c[number].i));
		own->calm &= !c[acts].i;
	}
	*out = own;
	return NSI_OK;
}

enum nsi_status nsi_report_digest(struct nsi *n, const char *since, const char *on, const struct nsi_rows **out)
{
	struct question *q;
	struct nsi_arg args[] = { { "since", NULL }, { "on", on ? on : "today" } };
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, false);
	bool last = !status && since && word_find(&n->scratch, "last", since);
	int32_t day = last ? since_last(n) : 0;

	if (last)
		args[0].value = iso(n, day);
	if (!status)
		status = span(n, args, since, last);
	q = status ? NULL : arena_new(&n->scratch, struct question);
	if (q && !question_read(q, &n->scratch, "report_digest", sql_files[SQL_ASK_REPORT_DIGEST].text))
		status = ask_rows(n, q, args, sizeof(args) / sizeof(*args), out);
	if (!status)
		status = told(n, args, *out, out);
	if (!status && last)
		status = try_to_remember(n, day);
	return call_end(n, status);
}
