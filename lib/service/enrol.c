/* enrol.c - `nsi iop enrol`: a school's list of people, or one person by options, becomes entries; the code list. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "service/listing.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/output.h"
#include "store/private.h"
#include "store/resolve.h"

static const size_t limit = (size_t)64 << 20;

/* ---- what comes back ------------------------------------------------------------------------------------ */

/* The code as people see it once the list is kept. */
static struct nsi_cell person_cell(struct listing *l, const char *code, const struct name *name, bool named)
{
	int64_t id = code_find(l->n, "person", code);
	struct nsi_cell c = cell_text(NSI_T_ID, id ? person_shown(l->n, id) : code);

	c.flags |= NSI_CELL_PERSON;
	if (named)
		c.shown = name_full(&l->n->scratch, name);
	return c;
}

static enum nsi_status row(struct listing *l, struct table *t, const char *change, const struct listed *r,
                           const struct known *k, const char *detail)
{
	struct nsi_cell *c = table_row(t);
	bool of_list = r && r->named;
	const struct name *name = of_list ? &r->name : k ? &k->name : NULL;

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_text(NSI_T_ID, change);
	c[1] = person_cell(l, r ? r->code : k->code, name, of_list || (k && k->hash));
	c[2] = cell_text(NSI_T_ID, r ? r->org : k->org);
	c[3] = cell_text(NSI_T_TEXT, detail);
	return NSI_OK;
}

static bool of_the_list(const struct listing *l, const struct known *k)
{
	for (size_t i = 0; i < l->nv; i++)
		if (l->v[i].org && !strcmp(l->v[i].org, k->org))
			return true;
	return false;
}

enum nsi_status listing_rows(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "person", N_("Person"), NULL, NSI_T_ID, false },
		{ "org", N_("School"), NULL, NSI_T_ID, false }, { "detail", N_("Detail"), NULL, NSI_T_TEXT, false },
	};
	static const struct nsi_column sums[] = {
		{ "new", N_("new"), NULL, NSI_T_INT, false }, { "changed", N_("altered"), NULL, NSI_T_INT, false },
		{ "same", N_("the same"), NULL, NSI_T_INT, false }, { "absent", N_("not in the list"), NULL, NSI_T_INT, false },
		{ "wrong", N_("left out as wrong"), NULL, NSI_T_INT, false },
	};
	struct listing *l = x;
	struct table *t = arena_new(&n->scratch, struct table);
	int64_t count[4] = { 0 };
	enum nsi_status status = NSI_OK;
	struct nsi_cell *sum;

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, cols, 4);
	for (size_t i = 0; i < l->nv && !status; i++) {
		const struct listed *r = &l->v[i];
		size_t what = r->new ? 0 : r->changes ? 1 : 2;

		if (r->wrong)
			continue;
		count[what]++;
		status = row(l, t, what == 0 ? "+" : what == 1 ? "~" : "=", r, r->is, r->left ? tr(n->lang, N_("has left; with nsi iop enrol --name … --code … he comes back")) : r->detail);
	}
	for (size_t i = 0; i < l->nknown && !status && l->file; i++) {
		const struct known *k = &l->known[i];

		if (k->taken || k->undone || k->until <= n->today || !of_the_list(l, k))
			continue;
		count[3]++;
		status = row(l, t, "-", NULL, k, tr(n->lang, N_("not in the list: nothing is done")));
	}
	sum = status ? NULL : table_sums(t, n->lang, sums, l->partial ? 5 : l->file ? 4 : 3);
	if (!sum)
		return status ? status : NSI_MEMORY;
	for (size_t i = 0; i < (l->file ? 4 : 3); i++)
		sum[i] = cell_int(count[i]);
	if (l->partial)
		sum[4] = cell_int((int64_t)l->wrong);
	done->rows = &t->rows;
	return NSI_OK;
}

/* ---- one person ---------------------------------------------------------------------------------------------------- */

/* The options as a list of one row. */
static enum nsi_status one_row(struct listing *l, const struct nsi_enrol *o)
{
	const struct { enum column column; const char *value; } v[] = {
		{ COL_CODE, o->code }, { COL_NAME, o->name }, { COL_ORG, o->org }, { COL_POST, o->post }, { COL_SUBJECT, o->subject },
		{ COL_GROUP, o->group },
	};
	const char **cells = arena_array(&l->n->scratch, const char *, sizeof(v) / sizeof(*v));

	l->v = arena_new(&l->n->scratch, struct listed);
	if (!cells || !l->v)
		return NSI_MEMORY;
	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (v[i].value) {
			cells[l->ncolumn] = v[i].value;
			l->columns[l->ncolumn++] = v[i].column;
		}
	l->has[SAYS_POST] = o->post;
	l->has[SAYS_SUBJECT] = o->subject;
	l->has[SAYS_GROUPS] = o->group;
	l->nv = 1;
	l->v[0].cells = cells;
	l->v[0].ncell = l->ncolumn;
	return listing_cells(l, &l->v[0]);
}

/* By hand: somebody new, or somebody who left or was undone and comes back by his code. */
static void by_hand(struct listing *l)
{
	struct listed *r = &l->v[0];

	if (r->wrong || !r->is)
		return;
	if (r->is->until > l->n->today) {
		listing_wrong(l, r, 0, N_("%s is enrolled already: nsi iop set changes what is known of him"),
		              person_shown(l->n, r->is->id));
		return;
	}
	r->new = true;
	r->left = false;
	l->start = l->n->today;
}

/* ---- the whole ------------------------------------------------------------------------------------------------------ */

static int32_t first_day(struct nsi *n)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_YEAR_SPAN);
	enum nsi_status status = NSI_OK;
	int32_t day = n->today;

	if (!s)
		return day;
	db_common(n, s);
	if (db_row(n, s, &status)) {
		if (sqlite3_column_int(s, 0) < day)
			day = sqlite3_column_int(s, 0);
		sqlite3_reset(s);
	}
	return day;
}

static bool is_yaml(const struct nsi_enrol *o)
{
	const char *dot = o->file ? strrchr(o->file, '.') : NULL;

	return o->file && (o->type ? !strcmp(o->type, "yaml") : dot && (!strcmp(dot, ".yaml") || !strcmp(dot, ".yml")));
}

static enum nsi_status options_ok(struct nsi *n, const struct nsi_enrol *o)
{
	const char *dot = o->file ? strrchr(o->file, '.') : NULL, *errors = o->errors ? strrchr(o->errors, '.') : NULL;

	if (errors && !strncasecmp(errors, ".xls", 4))
		return fail(&n->messages, NSI_USAGE, N_("--errors writes CSV: call it %.*s.csv"),
		            (int)(errors - o->errors), o->errors);
	if (!o->file == !o->name)
		return fail(&n->messages, NSI_USAGE, N_("say either a file, or --name and --org of one person"));
	if (o->name && (o->errors || o->encoding || o->type || o->partial || o->sheet))
		return fail(&n->messages, NSI_USAGE,
		            N_("--type, --sheet, --encoding, --errors and --partial are for a file"));
	if (o->file && (o->post || o->subject || o->group || o->code))
		return fail(&n->messages, NSI_USAGE, N_("--post, --subject, --group and --code are for one person; a file has columns for them"));
	if (is_yaml(o) && (o->sheet || o->encoding || o->errors || o->partial || o->org))
		return fail(&n->messages, NSI_USAGE,
		            N_("--sheet, --encoding, --errors, --partial and --org are for a table"));
	if (dot && !strcmp(dot, ".ods"))
		return fail(&n->messages, NSI_USAGE,
		            N_("%s is a workbook of another kind: save the list as .xlsx or CSV"), o->file);
	return NSI_OK;
}

static enum nsi_status read_all(struct listing *l, const struct nsi_enrol *o)
{
	enum nsi_status status;
	int64_t id;

	l->org = l->n->org;
	if (o->org) {
		status = strcmp(o->org, l->n->org) ? resolve_thing(l->n, "org", o->org, &id) : NSI_OK;
		if (status)
			return status;
		l->org = strcmp(o->org, l->n->org) ? code_text(l->n, id) : l->n->org;
	}
	if (o->file) {
		l->leaf = o->sheet;
		l->sheet = sheet_open(&l->n->messages, o->file, o->encoding, limit, &status);
		if (!l->sheet)
			return status;
		output_spares(l->n, o->file);
		status = listing_read(l);
	} else {
		status = one_row(l, o);
	}
	if (!status)
		status = listing_known(l);
	if (!status)
		status = listing_match(l);
	if (!status && !o->file)
		by_hand(l);
	return status;
}

/* Faults are found in several goes: they are told in the order of the lines. */
static void sort_messages(struct messages *m)
{
	for (size_t i = 1; i < m->n; i++) {
		struct nsi_message one = m->v[i];
		size_t k = i;

		for (; k && (m->v[k - 1].line > one.line ||
		             (m->v[k - 1].line == one.line && m->v[k - 1].column > one.column));
		     k--)
			m->v[k] = m->v[k - 1];
		m->v[k] = one;
	}
}

/* Rows stand in the order of their lines. */
static struct listed *row_at(const struct listing *l, int line)
{
	size_t from = 0, to = l->nv;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (l->v[mid].line < line)
			from = mid + 1;
		else
			to = mid;
	}
	return from < l->nv && l->v[from].line == line ? &l->v[from] : NULL;
}

/* What the rules refuse: its row is wrong too. False: something that is of no row. */
static bool refuse(struct listing *l, int64_t act, const struct refusal *v)
{
	size_t k = (size_t)(v->seq - act);
	struct listed *r;

	if (v->origin != l->n->origin || v->seq < act || k >= l->say.n)
		return false;
	r = row_at(l, l->say.v[k].line);
	if (r && !(r->error && strstr(r->error, v->text)))
		listing_wrong(l, r, 0, "%s", v->text);
	return true;
}

/* All rows that can be read are said; the rules name those among them that cannot be. */
static enum nsi_status judge(struct listing *l, struct said_list *list, unsigned flags, struct outcome *done)
{
	struct refusal *v;
	size_t count = 0, others = 0;
	enum nsi_status status;

	l->say.n = 0;
	for (size_t i = 0; i < l->nv; i++) {
		l->v[i].changes = 0;
		l->v[i].detail = NULL;
	}
	status = listing_say(l);
	said_list(list, l->n, l->say.v, l->say.n);
	if (!status)
		status = journal_judge(l->n, &list->source, flags, done, &v, &count);
	for (size_t i = 0; i < count && !status; i++)
		if (!refuse(l, done->act, &v[i]))
			v[others++] = v[i];
	return status ? status : journal_refuse(l->n, NULL, done, v, others, SIZE_MAX);
}

static enum nsi_status tell_wrong(struct listing *l, const struct nsi_enrol *o, unsigned flags)
{
	enum nsi_status status = NSI_OK;

	sort_messages(&l->n->messages);
	if (l->wrong && o->errors && !(flags & NSI_DRY))
		status = listing_back(l, o->errors);
	if (!l->wrong || l->partial)
		return status;
	if (l->stopped)
		fail(&l->n->messages, NSI_DATA,
		     N_("wrong rows: %zu of the first %zu, more is not read; nobody is enrolled"), l->wrong, l->nv);
	else if (l->nv > 1)
		fail(&l->n->messages, NSI_DATA, N_("wrong rows: %zu of %zu; nobody is enrolled"), l->wrong, l->nv);
	return status ? status : NSI_DATA;
}

static enum nsi_status enrol(struct listing *l, const struct nsi_enrol *o, unsigned flags, struct outcome *done)
{
	struct said_list list;
	enum nsi_status status = read_all(l, o), told;
	size_t readable;

	if (status) {
		sort_messages(&l->n->messages);
		return status;
	}
	do {                                       /* what is right without what is wrong may lean on it */
		readable = l->wrong;
		status = judge(l, &list, flags, done);
		if (!status && l->partial && l->wrong > readable) {
			status = db_savepoint_back(l->n);
			private_drop(l->n);
		}
	} while (!status && l->partial && l->wrong > readable);
	told = tell_wrong(l, o, flags);
	status = status ? status : told;
	if (!status)
		status = fold_done(l->n);
	if (!status)
		status = listing_rows(l->n, l, done);
	return journal_finish(l->n, status, !(flags & NSI_DRY));
}

enum nsi_status nsi_iop_enrol(struct nsi *n, const struct nsi_enrol *o, unsigned flags, const struct nsi_rows **out)
{
	struct listing l = { .n = n, .partial = o->partial, .keeps = o->partial || o->errors };
	struct outcome done = { 0 };
	enum nsi_status status;

	call_begin(n);
	status = options_ok(n, o);
	if (!status && is_yaml(o))
		return load_people(n, o->file, flags, out);
	if (!status)
		status = nsi_open(n);
	if (!status)
		status = journal_begin(n);
	if (!status) {
		l.start = first_day(n);
		status = enrol(&l, o, flags, &done);
	}
	if (status)
		journal_end(n);
	sheet_close(l.sheet);
	*out = status ? NULL : done.rows;
	return call_end(n, status);
}
