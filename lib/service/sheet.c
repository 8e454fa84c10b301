/* sheet.c - an evening on paper and in a chat: the sheet that comes back filled, invitations. */
#include <string.h>

#include "service/paper.h"
#include "service/recording.h"
#include "store/journal.h"
#include "store/resolve.h"

enum { MOST = 500 };                       /* characters of an invitation */

/* ---- the sheet ---------------------------------------------------------------------------------------------- */

enum { S_SESSION, S_PLAN, S_ROUND, S_KIND, S_WHO, S_GIVES = S_WHO + 3, S_RESULT = S_GIVES + 3, S_CHECKED = S_RESULT + 3, S_COLS = S_CHECKED + 3 };

static const struct nsi_column cols[S_COLS] = {
	{ "session", N_("Session"), NULL, NSI_T_ID, false }, { "plan", N_("Plan"), NULL, NSI_T_INT, false },
	{ "round", N_("Round"), NULL, NSI_T_INT, false }, { "kind", N_("Kind"), NULL, NSI_T_WORD, false },
	{ "a", N_("First"), NULL, NSI_T_ID, false }, { "b", N_("Second"), NULL, NSI_T_ID, false }, { "c", N_("Third"), NULL, NSI_T_ID, false },
	{ "a_gives", N_("First gives"), NULL, NSI_T_ID, false }, { "b_gives", N_("Second gives"), NULL, NSI_T_ID, false },
	{ "c_gives", N_("Third gives"), NULL, NSI_T_ID, false },
	{ "a_result", N_("First took"), NULL, NSI_T_WORD, false }, { "b_result", N_("Second took"), NULL, NSI_T_WORD, false },
	{ "c_result", N_("Third took"), NULL, NSI_T_WORD, false },
	{ "a_checked_by", N_("First checked by"), NULL, NSI_T_LIST, false }, { "b_checked_by", N_("Second checked by"), NULL, NSI_T_LIST, false },
	{ "c_checked_by", N_("Third checked by"), NULL, NSI_T_LIST, false },
};

/* A third one, and who checked, have columns only where there is any. */
static bool sheet_begin(struct nsi *n, const struct meeting_rows *rows, struct table *t)
{
	struct nsi_column *v = arena_array(&n->scratch, struct nsi_column, S_COLS);
	bool trio = false, checked = false;

	if (!v)
		return false;
	memcpy(v, cols, sizeof(cols));
	for (size_t k = 0; k < rows->n; k++) {
		trio |= rows->v[k].who[2] != NULL;
		for (size_t i = 0; i < 3; i++)
			checked |= rows->v[k].checked[i] != NULL;
	}
	for (size_t i = 0; i < 3; i++)
		v[S_CHECKED + i].hidden = checked ? NSI_SHOWN : NSI_HIDDEN;
	v[S_WHO + 2].hidden = v[S_GIVES + 2].hidden = v[S_RESULT + 2].hidden = trio ? NSI_SHOWN : NSI_HIDDEN;
	v[S_CHECKED + 2].hidden = trio && checked ? NSI_SHOWN : NSI_HIDDEN;
	table_begin(t, &n->scratch, n->lang, v, S_COLS);
	return true;
}

/* Codes as people see them, of a list too. */
static struct nsi_cell people_cell(struct nsi *n, enum nsi_type type, const char *codes)
{
	const char *shown = NULL;
	struct nsi_cell c;

	for (size_t len; codes && *codes; codes += len + strspn(codes + len, " ")) {
		const char *one;
		int64_t id;

		len = strcspn(codes, " ");
		one = arena_strndup(&n->scratch, codes, len);
		id = one ? code_find(n, "person", one) : 0;
		one = id ? person_shown(n, id) : one;
		shown = shown ? arena_printf(&n->scratch, "%s %s", shown, one) : one;
	}
	c = cell_text(type, shown);
	c.flags |= shown ? NSI_CELL_PERSON : 0;
	return c;
}

static enum nsi_status sheet_rows(struct nsi *n, const struct paper *p, struct table *t)
{
	if (!sheet_begin(n, &p->rows, t))
		return NSI_MEMORY;
	for (size_t k = 0; k < p->rows.n; k++) {
		const struct meeting_row *r = &p->rows.v[k];
		struct nsi_cell *c = table_row(t);

		if (!c)
			return NSI_MEMORY;
		c[S_SESSION] = cell_text(NSI_T_ID, p->o.code);
		if (p->o.plan_seq)
			c[S_PLAN] = cell_int(p->o.plan_seq);
		c[S_ROUND] = cell_int(r->round);
		c[S_KIND] = cell_text(NSI_T_WORD, r->kind);
		for (size_t i = 0; i < 3; i++) {
			bool gone = r->omitted && r->result[i];        /* it did not take place */

			c[S_WHO + i] = people_cell(n, NSI_T_ID, r->who[i]);
			c[S_GIVES + i] = cell_text(NSI_T_ID, r->gives[i]);
			c[S_GIVES + i].shown = r->gives[i] ? thing_shown(n, r->gives[i]) : NULL;
			c[S_RESULT + i] = cell_text(NSI_T_WORD, gone ? "absent" : r->result[i]);
			c[S_CHECKED + i] = people_cell(n, NSI_T_LIST, r->checked[i]);
		}
	}
	return NSI_OK;
}

static enum nsi_status page_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                  struct nsi_sink *to)
{
	struct paper p = *(const struct paper *)what;

	paper_names(n, &p, whose, note);
	return evening_page_html(to, &p.page) ? NSI_MEMORY : NSI_OK;
}

/* The session's paper, which lives as long as the answer. */
static enum nsi_status paper_of(struct nsi *n, const char *session, struct table **t, struct paper **p)
{
	enum nsi_status status = answer_begin(n, t, false);

	if (status)
		return status;
	*p = arena_new(&n->scratch, struct paper);
	return *p ? paper_read(n, session, *p) : NSI_MEMORY;
}

/* T with the forms V (ended by a row of nothing) of WHAT. */
static enum nsi_status documents(struct nsi *n, struct table *t, const struct nsi_document *v, size_t count,
                                 const void *what)
{
	struct nsi_document *own = arena_array(&n->scratch, struct nsi_document, count);

	if (!own)
		return NSI_MEMORY;
	memcpy(own, v, count * sizeof(*own));
	for (size_t i = 0; i < count; i++)
		if (own[i].write)
			own[i].what = what;
	t->rows.documents = own;
	return NSI_OK;
}

enum nsi_status nsi_session_sheet(struct nsi *n, const char *session, const struct nsi_rows **out)
{
	static const struct nsi_document forms[] = {
		{ "html", ON_PAPER, page_write, NULL },
		{ NULL, ON_PAPER, NULL, NULL },
	};
	static const struct nsi_fill fills[] = {
		{ "a_result", RESULTS }, { "b_result", RESULTS }, { "c_result", RESULTS }, { "a_checked_by", NULL }, { "b_checked_by", NULL },
		{ "c_checked_by", NULL }, { NULL, NULL },
	};
	struct table *t;
	struct paper *p;
	enum nsi_status status = paper_of(n, session, &t, &p);

	if (!status)
		status = sheet_rows(n, p, t);
	if (!status)
		status = documents(n, t, forms, sizeof(forms) / sizeof(*forms), p);
	if (status)
		return call_end(n, status);
	t->rows.title = p->o.code;
	t->rows.fills = fills;
	*out = &t->rows;
	return call_end(n, NSI_OK);
}

/* ---- invitations ----------------------------------------------------------------------------------------------- */

struct texts { size_t n; const char **v; };

static enum nsi_status texts_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                   struct nsi_sink *to)
{
	const struct texts *all = what;

	(void)n;
	(void)whose;
	(void)note;
	for (size_t i = 0; i < all->n; i++) {
		if (i)
			to->put(to, "\n", 1);
		to->put(to, all->v[i], strlen(all->v[i]));
		to->put(to, "\n", 1);
	}
	return NSI_OK;
}

/* Which of the page's people are asked for: all, or each of PERSONS. */
static enum nsi_status asked(struct nsi *n, const struct paper *p, struct nsi_list persons, bool *is)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < p->page.nperson && !persons.n; i++)
		is[i] = true;
	for (size_t k = 0; k < persons.n && !status; k++) {
		struct person_at at;
		size_t i = 0;

		status = resolve_person(n, persons.v[k], &at);
		while (!status && i < p->page.nperson && p->id[i] != at.id)
			i++;
		if (!status && i == p->page.nperson)
			status = fail(&n->messages, NSI_DATA, N_("%s does not come to %s"), person_shown(n, at.id),
			              p->o.code);
		if (!status)
			is[i] = true;
	}
	return status;
}

static enum nsi_status invitations(struct nsi *n, const struct paper *p, const bool *is, struct table *t,
                                   struct texts *all)
{
	static const struct nsi_column two[] = { { "person", N_("Person"), NULL, NSI_T_ID, false }, { "text", N_("Text"), NULL, NSI_T_TEXT, false } };

	all->v = arena_array(&n->scratch, const char *, p->page.nperson + 1);
	if (!all->v)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, two, 2);
	for (uint32_t i = 0; i < p->page.nperson; i++) {
		const char *text = is[i] ? evening_page_invite(&n->scratch, &p->page, i, MOST) : NULL;
		struct nsi_cell *c = text ? table_row(t) : NULL;

		if (is[i] && !c)
			return NSI_MEMORY;
		if (!is[i])
			continue;
		c[0] = cell_text(NSI_T_ID, p->person[i].code);
		c[0].flags |= NSI_CELL_PERSON;
		c[1] = cell_text(NSI_T_TEXT, text);
		all->v[all->n++] = text;
	}
	return NSI_OK;
}

enum nsi_status nsi_session_invite(struct nsi *n, const char *session, struct nsi_list persons,
                                   const struct nsi_rows **out)
{
	static const struct nsi_document forms[] = { { "table", IN_FILE, texts_write, NULL }, { NULL, IN_FILE, NULL, NULL } };
	struct table *t;
	struct paper *p;
	struct texts *all;
	bool *is = NULL;
	enum nsi_status status = paper_of(n, session, &t, &p);

	if (!status) {
		all = arena_new(&n->scratch, struct texts);
		is = arena_array(&n->scratch, bool, p->page.nperson + 1);
		status = all && is ? asked(n, p, persons, is) : NSI_MEMORY;
	}
	if (!status)
		status = invitations(n, p, is, t, all);
	if (!status)
		status = documents(n, t, forms, sizeof(forms) / sizeof(*forms), all);
	if (!status)
		*out = &t->rows;
	return call_end(n, status);
}
