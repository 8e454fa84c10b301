/* iop_paper.c - individual programmes as they are printed: from rows, so that what a closed year kept prints as it did. */
#include "service/iop_paper.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "store/ask.h"
#include "store/document.h"
#include "store/journal.h"

enum { C_PERSON, C_BLOCK, C_ITEM, C_TEXT, C_WAY, C_WITH, C_DUE, C_DONE, C_WORDS, C_DETAIL, C_HOURS, C_HELD, C_WHY, C_EVIDENCE, C_PRESENTED, C_EDITION, C_PROTOCOL,
       C_ORDER, C_PERSON_ID, C_TAKEN, COUNT };

struct reading {
	struct nsi *n;
	const struct nsi_rows *rows;
	enum naming whose;
	size_t at[COUNT];                  /* where each column stands */
	const struct nsi_cell *row;
	struct iop_sheet *s;
	/* of the sheet: lists that grow */
	struct iop_request *request; struct iop_step *step, *event; struct iop_gift *gift; struct iop_approval *approval; struct iop_edition *revision;
	size_t cap_request, cap_step, cap_event, cap_gift, cap_approval, cap_revision;
	double hours;
	int32_t last;                      /* the day by which all is due */
};

/* ---- cells --------------------------------------------------------------------------------------------------- */

static const struct nsi_cell *cell(const struct reading *r, int column)
{
	return &r->row[r->at[column]];
}

static const char *text(const struct reading *r, int column)
{
	const struct nsi_cell *c = cell(r, column);

	return c->type == NSI_T_NONE || !c->s || !*c->s ? NULL : c->s;
}

static bool is(const struct reading *r, int column, const char *word)
{
	const char *s = text(r, column);

	return s && !strcmp(s, word);
}

static const char *day_shown(struct nsi *n, int32_t day)
{
	char buf[11];

	return arena_strdup(&n->scratch, n->lang == LANG_RU ? day_ru(buf, day) : day_iso(buf, day));
}

static const char *day(const struct reading *r, int column)
{
	const struct nsi_cell *c = cell(r, column);

	return c->type == NSI_T_NONE ? NULL : day_shown(r->n, (int32_t)c->i);
}

static const char *word(const struct reading *r, int column)
{
	const char *s = text(r, column);

	return s ? tr(r->n->lang, s) : NULL;
}

static const char *whole(const struct reading *r, int column)
{
	const struct nsi_cell *c = cell(r, column);

	return c->type == NSI_T_NONE ? NULL : arena_printf(&r->n->scratch, "%lld", (long long)c->i);
}

/* A private text, for those who may read it on paper. */
static const char *words(const struct reading *r)
{
	const struct nsi_cell *c = cell(r, C_WORDS);

	return c->type == NSI_T_NONE || r->whose != NAMES_ALL || !c->shown || !strcmp(c->shown, "…") ? NULL : c->shown;
}

static const char *people(const struct reading *r)
{
	const char *codes = text(r, C_WITH);

	return codes ? names_beside(r->n, r->whose, codes) : NULL;
}

static const char *number(struct nsi *n, double v)
{
	char *s = arena_printf(&n->scratch, "%.2f", v), *dot = s ? strchr(s, '.') : NULL;
	size_t len = s ? strlen(s) : 0;

	while (dot && len && (s[len - 1] == '0' || s[len - 1] == '.')) {
		bool end = s[--len] == '.';

		s[len] = '\0';
		if (end)
			return s;
	}
	if (dot && n->lang == LANG_RU)
		*dot = ',';
	return s;
}

/* ---- blocks -------------------------------------------------------------------------------------------------- */

#define ADD(r, list, many) ((r)->list = arena_grow(&(r)->n->scratch, (r)->list, &(r)->cap_##list, (r)->s->many + 1, sizeof(*(r)->list)), \
	(r)->list ? &(r)->list[(r)->s->many++] : NULL)

static void participant(struct reading *r)
{
	struct iop_sheet *s = r->s;

	if (is(r, C_ITEM, "post")) {
		s->post = text(r, C_TEXT);
	} else if (is(r, C_ITEM, "subject")) {
		s->subject = text(r, C_TEXT);
	} else if (is(r, C_ITEM, "org")) {
		s->org = text(r, C_DETAIL) ? text(r, C_DETAIL) : text(r, C_TEXT);
	} else if (is(r, C_ITEM, "edition")) {
		s->edition = text(r, C_TEXT);
	} else {
		const char *span = text(r, C_DETAIL), *slash = span ? strchr(span, '/') : NULL;

		s->year = text(r, C_TEXT);
		if (slash) {
			s->since = day_shown(r->n, day_read_iso(span, (size_t)(slash - span)));
			s->until = day_shown(r->n, day_read_iso(slash + 1, strlen(slash + 1)));
		}
	}
}

static bool diagnosis(struct reading *r)
{
	struct nsi *n = r->n;
	struct iop_sheet *s = r->s;
	struct iop_request *q;
	const char *from;

	if (is(r, C_ITEM, "deficits")) {
		s->deficits = words(r);
		from = arena_printf(&n->scratch, tr(n->lang, N_("what the participant wrote on %s")), day(r, C_DONE));
	} else {
		q = ADD(r, request, nrequest);
		if (!q)
			return false;
		*q = (struct iop_request){ text(r, C_ITEM), day(r, C_DONE), text(r, C_DETAIL) ? text(r, C_DETAIL) : text(r, C_TEXT), words(r) };
		from = arena_printf(&n->scratch, tr(n->lang, N_("request %s")), q->number);
	}
	s->source = s->source ? arena_printf(&n->scratch, "%s; %s", s->source, from) : from;
	return true;
}

static bool roadmap(struct reading *r)
{
	struct nsi *n = r->n;
	struct iop_step *v = ADD(r, step, nstep);
	const struct nsi_cell *hours = cell(r, C_HOURS), *due = cell(r, C_DUE);
	const char *held = is(r, C_HELD, "mastered") ? NULL : word(r, C_HELD), *done = day(r, C_DONE);

	if (!v)
		return false;
	*v = (struct iop_step){ text(r, C_ITEM), text(r, C_TEXT), text(r, C_DETAIL), NULL, word(r, C_WHY), word(r, C_WAY), people(r), day(r, C_DUE), done,
		text(r, C_EVIDENCE), word(r, C_PRESENTED) };
	if (held)
		v->done = done ? arena_printf(&n->scratch, "%s %s", done, held) : held;
	if (hours->type != NSI_T_NONE) {
		r->hours += hours->r;
		v->hours = arena_printf(&n->scratch, tr(n->lang, N_("%s h")), number(n, hours->r));
	}
	if (due->type != NSI_T_NONE && due->i > r->last)
		r->last = (int32_t)due->i;
	return true;
}

static bool row(struct reading *r)
{
	struct iop_sheet *s = r->s;

	if (is(r, C_BLOCK, "participant")) {
		participant(r);
	} else if (is(r, C_BLOCK, "diagnosis")) {
		return diagnosis(r);
	} else if (is(r, C_BLOCK, "goal")) {
		*(is(r, C_ITEM, "goal") ? &s->goal : &s->tasks) = words(r);
	} else if (is(r, C_BLOCK, "roadmap")) {
		return roadmap(r);
	} else if (is(r, C_BLOCK, "events")) {
		struct iop_step *v = ADD(r, event, nevent);

		if (!v)
			return false;
		*v = (struct iop_step){ .title = text(r, C_TEXT), .with = people(r), .due = day(r, C_DUE), .done = day(r, C_DONE), .presented = text(r, C_DETAIL) };
	} else if (is(r, C_BLOCK, "people")) {
		*(is(r, C_ITEM, "curator") ? &s->curator : &s->mentor) = people(r);
	} else if (is(r, C_BLOCK, "gives")) {
		struct iop_gift *v = ADD(r, gift, ngift);

		if (!v)
			return false;
		*v = (struct iop_gift){ text(r, C_ITEM), text(r, C_TEXT), day(r, C_DONE) };
	} else if (is(r, C_BLOCK, "reflection")) {
		*(is(r, C_ITEM, "reflection") ? &s->reflection : &s->rating) = words(r);
	} else if (is(r, C_BLOCK, "edition")) {
		struct iop_edition *v = ADD(r, revision, nrevision);

		if (!v)
			return false;
		*v = (struct iop_edition){ text(r, C_ITEM), day(r, C_DONE), words(r) };
	} else {
		/* an order that comes later belongs to the approval before it */
		bool later = s->napproval && !text(r, C_DETAIL) && !text(r, C_PROTOCOL) && text(r, C_ORDER);
		struct iop_approval *v = later ? &r->approval[s->napproval - 1] : ADD(r, approval, napproval);

		if (!v)
			return false;
		if (!later)
			*v = (struct iop_approval){ text(r, C_DETAIL), whole(r, C_EDITION), text(r, C_PROTOCOL), day(r, C_DONE), NULL };
		v->order = text(r, C_ORDER);
	}
	return true;
}

static void sheet_end(struct reading *r)
{
	struct nsi *n = r->n;
	struct iop_sheet *s = r->s;

	s->request = r->request;
	s->step = r->step;
	s->event = r->event;
	s->gift = r->gift;
	s->approval = r->approval;
	s->approved = s->napproval && s->edition && r->approval[s->napproval - 1].edition &&
	              !strcmp(r->approval[s->napproval - 1].edition, s->edition);
	s->revision = r->revision;
	if (s->nstep && r->last)
		s->expected = arena_printf(&n->scratch, tr(n->lang, N_("Units: %d, hours: %s, by %s; the result of each stands in the roadmap.")), (int)s->nstep,
			number(n, r->hours), day_shown(n, r->last));
}

static void sheet_begin(struct reading *r, struct iop_sheet *s)
{
	const struct nsi_cell *id = cell(r, C_PERSON_ID);

	r->s = s;
	r->request = NULL, r->step = r->event = NULL, r->gift = NULL, r->approval = NULL, r->revision = NULL;
	r->cap_request = r->cap_step = r->cap_event = r->cap_gift = r->cap_approval = r->cap_revision = 0;
	r->hours = 0;
	r->last = 0;
	r->s->code = text(r, C_PERSON);
	r->s->name = name_in(r->n, r->whose, id->i);
	r->s->taken = day_shown(r->n, (int32_t)cell(r, C_TAKEN)->i);
}

enum nsi_status iop_paper(struct nsi *n, const struct nsi_rows *rows, enum naming whose, const char *note,
                          struct iop_page *out)
{
	static const char *const keys[COUNT] = { "person", "block", "item", "text", "way", "with", "due", "done", "words", "detail", "hours", "held", "why",
		"evidence", "presented", "edition", "protocol", "order", "person_id", "taken" };
	struct reading r = { .n = n, .rows = rows, .whose = whose };
	struct iop_sheet *v = arena_array(&n->scratch, struct iop_sheet, rows->nrow + 1);
	bool named = false;

	*out = (struct iop_page){ .lang = n->lang, .sheet = v };
	if (!v)
		return NSI_MEMORY;
	for (size_t k = 0; k < COUNT; k++)
		while (strcmp(rows->cols[r.at[k]].key, keys[k]) != 0)
			r.at[k]++;
	for (size_t i = 0; i < rows->nrow; i++) {
		const struct nsi_cell *before = r.row;

		r.row = &rows->cells[i * rows->ncol];
		if (!before || before[r.at[C_PERSON_ID]].i != cell(&r, C_PERSON_ID)->i) {
			if (before)
				sheet_end(&r);
			sheet_begin(&r, &v[out->nsheet++]);
			named |= r.s->name != NULL;
		}
		if (!row(&r))
			return NSI_MEMORY;
	}
	if (r.row)
		sheet_end(&r);
	out->note = named || whose == NAMES_ALL ? note : NULL;
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

/* ---- the answer ---------------------------------------------------------------------------------------------- */

static enum nsi_status page_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                  struct nsi_sink *to)
{
	struct iop_page page;
	enum nsi_status status = iop_paper(n, what, whose, note, &page);

	return status ? status : iop_page_html(to, &page) ? NSI_MEMORY : NSI_OK;
}

enum nsi_status nsi_report_iop(struct nsi *n, struct nsi_list persons, const char *year, const char *on,
                               unsigned flags, const struct nsi_rows **out)
{
	static const struct nsi_document forms[] = { { "html", ON_PAPER, page_write, NULL }, { NULL, ON_PAPER, NULL, NULL } };
	struct nsi_arg *args;
	struct nsi_document *own;
	const struct nsi_rows *rows;
	struct nsi_rows *answer;
	size_t count = 0;
	enum nsi_status status;

	*out = NULL;
	call_begin(n);
	if (!persons.n == !(flags & NSI_ALL))
		return call_end(n, fail(&n->messages, NSI_USAGE, N_("say whose: PERSON or --all")));
	status = nsi_open(n);
	args = arena_array(&n->scratch, struct nsi_arg, persons.n + 2);
	own = arena_array(&n->scratch, struct nsi_document, 2);
	answer = arena_new(&n->scratch, struct nsi_rows);
	if (!status && (!args || !own || !answer))
		status = NSI_MEMORY;
	if (status)
		return call_end(n, status);
	for (size_t i = 0; i < persons.n; i++)
		args[count++] = (struct nsi_arg){ "person", persons.v[i] };
	if (year)
		args[count++] = (struct nsi_arg){ "year", year };
	if (on)
		args[count++] = (struct nsi_arg){ "on", on };
	status = question_ask(n, "report_iop", args, count, &rows);
	if (status)
		return call_end(n, status);
	memcpy(own, forms, sizeof(forms));
	*answer = *rows;
	own->what = answer;
	answer->each = "person";
	answer->documents = own;
	*out = answer;
	return call_end(n, NSI_OK);
}
