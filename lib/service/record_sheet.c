/* record_sheet.c - how an evening went, from a filled sheet: a row a meeting. */
#include <stdlib.h>
#include <string.h>

#include "base/sheet.h"
#include "base/word.h"
#include "format/format.h"
#include "service/recording.h"
#include "store/db.h"
#include "store/output.h"
#include "store/resolve.h"

enum { MOST_COLUMNS = 64, MOST_ROWS = 20000, MOST_FAULTS = 1000 };
#define LIMIT ((size_t)64 << 20)

enum column { ROUND, KIND, A, B, C, A_GIVES, B_GIVES, C_GIVES, A_RESULT, B_RESULT, C_RESULT, A_CHECKED, B_CHECKED, C_CHECKED, SESSION, PLAN, COLUMNS };
static const struct { const char *key, *title; } columns[COLUMNS] = {
	[ROUND] = { "round", N_("Round") }, [KIND] = { "kind", N_("Kind") },
	[A] = { "a", N_("First") }, [B] = { "b", N_("Second") }, [C] = { "c", N_("Third") },
	[A_GIVES] = { "a_gives", N_("First gives") }, [B_GIVES] = { "b_gives", N_("Second gives") }, [C_GIVES] = { "c_gives", N_("Third gives") },
	[A_RESULT] = { "a_result", N_("First took") }, [B_RESULT] = { "b_result", N_("Second took") }, [C_RESULT] = { "c_result", N_("Third took") },
	[A_CHECKED] = { "a_checked_by", N_("First checked by") }, [B_CHECKED] = { "b_checked_by", N_("Second checked by") },
	[C_CHECKED] = { "c_checked_by", N_("Third checked by") },
	[SESSION] = { "session", N_("Session") }, [PLAN] = { "plan", N_("Plan") },
};

struct filled {
	struct recording *r;
	struct sheet *sheet;
	const char *name;
	int column[COLUMNS];               /* where it stands; -1: nowhere */
	size_t ncolumn;                    /* of the header */
	size_t cap;
	bool faults;
};

static size_t column_of(struct arena *a, const char *header)
{
	const char *folded = text_fold(a, header);
	size_t k = 0;

	while (k < COLUMNS && strcmp(folded, columns[k].key) != 0 && strcmp(folded, text_fold(a, tr(LANG_RU, columns[k].title))) != 0
	       && strcmp(folded, text_fold(a, columns[k].title)) != 0)
		k++;
	return k;
}

/* Does a row of a workbook name what must be there? */
static bool is_header(void *x, const struct sheet_row *row)
{
	struct filled *f = x;
	bool round = false, first = false;

	for (size_t i = 0; i < row->n && i < MOST_COLUMNS; i++) {
		size_t k = column_of(&f->r->n->scratch, row->cells[i]);

		round |= k == ROUND;
		first |= k == A;
	}
	return round && first;
}

static enum nsi_status headers(struct filled *f, const struct sheet_row *row)
{
	struct nsi *n = f->r->n;

	for (size_t k = 0; k < COLUMNS; k++)
		f->column[k] = -1;
	for (size_t i = 0; i < row->n && i < MOST_COLUMNS; i++) {
		size_t k = column_of(&n->scratch, row->cells[i]);

		f->ncolumn = i + 1;
		if (k == COLUMNS && *row->cells[i]) {
			message_at(&n->messages, NSI_WARNING, f->name, row->line, 0, NULL, N_("column \"%s\" is ignored"), row->cells[i]);
		} else if (k < COLUMNS && f->column[k] >= 0) {
			message_at(&n->messages, NSI_ERROR, f->name, row->line, 0, NULL, N_("column \"%s\" stands twice"), row->cells[i]);
			f->faults = true;
		} else if (k < COLUMNS) {
			f->column[k] = (int)i;
		}
	}
	for (size_t k = 0; k < COLUMNS; k++)
		if (f->column[k] < 0 && (k == ROUND || k == A)) {
			message_at(&n->messages, NSI_ERROR, f->name, row->line, 0, NULL, N_("there is no column \"%s\" (%s)"), columns[k].key, tr(n->lang, columns[k].title));
			f->faults = true;
		}
	return f->faults ? NSI_DATA : NSI_OK;
}

/* The cell, without blanks around it; NULL: empty. */
static const char *cell(struct filled *f, const struct sheet_row *row, enum column k)
{
	size_t i = (size_t)f->column[k];
	const char *s = f->column[k] < 0 || i >= row->n ? "" : text_trim(&f->r->n->scratch, cell_unguarded(row->cells[i]));

	return *s ? text_nfc(&f->r->n->scratch, s, strlen(s)) : NULL;
}

static void wrong(struct filled *f, int line, enum column k, const char *why)
{
	message_at(&f->r->n->messages, NSI_ERROR, f->name, line, sheet_is_book(f->sheet) ? f->column[k] + 1 : 0, NULL, N_("column \"%s\": %s"), tr(f->r->n->lang, columns[k].title), why);
	f->faults = true;
}

/* The newest message is of this column. */
static void wrong_word(struct filled *f, int line, enum column k, size_t before)
{
	struct messages *m = &f->r->n->messages;
	const char *why = m->n > before ? m->v[before].text : "";

	m->n = before;
	wrong(f, line, k, why);
}

static const char *person(struct filled *f, const struct sheet_row *row, enum column k)
{
	struct nsi *n = f->r->n;
	const char *at = cell(f, row, k), *word = NULL, *more = NULL;
	size_t before = n->messages.n;
	struct person_at who;
	enum nsi_status status = at ? person_word(n, &n->scratch, &at, &word) : NSI_OK;

	if (!word)
		return NULL;
	if (!status)
		status = person_word(n, &n->scratch, &at, &more);
	if (!status)
		status = resolve_person(n, more ? cell(f, row, k) : word, &who);
	if (status)
		wrong_word(f, row->line, k, before);
	return status ? NULL : code_text(n, who.id);
}

static const char *thing(struct filled *f, const struct sheet_row *row, enum column k)
{
	struct nsi *n = f->r->n;
	const char *word = cell(f, row, k);
	size_t before = n->messages.n;
	int64_t unit = 0, part = 0;
	bool quantum = word && !strncmp(word, "q:", 2);

	if (!word)
		return NULL;
	if (quantum ? resolve_thing(n, "quantum", word + 2, &unit) : resolve_unit(n, word, &unit, &part)) {
		wrong_word(f, row->line, k, before);
		return NULL;
	}
	return quantum ? arena_printf(&n->scratch, "q:%s", code_text(n, unit)) : code_text(n, part ? part : unit);
}

/* What people write for a result beside its own words; «н» is how a school's register says that somebody was not there. */
static const char *result_called(struct arena *a, const char *given)
{
	static const struct { const char *said, *result; } v[] = {         /* _ is a blank */
		{ "освоено освоила освоил(а) освоили получилось да +", "ok" },
		{ "ещё_нет не_успел не_успела не_освоено не_освоил не_освоила не_получилось", "not_yet" },
		{ "отсутствует отсутствовал отсутствовала не_был не_была не_явился не_явилась не_пришёл не_пришла н нб н/б", "absent" },
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (word_find(a, v[i].said, given))
			return v[i].result;
	return NULL;
}

static const char *word(struct filled *f, const struct sheet_row *row, enum column k, const char *words)
{
	struct nsi *n = f->r->n;
	const char *given = cell(f, row, k), *found = given ? word_find(&n->scratch, words, given) : NULL;

	if (given && !found)                   /* «ОК» in Cyrillic letters */
		found = word_find(&n->scratch, words, text_skeleton(&n->scratch, given));
	if (given && !found && k >= A_RESULT && k <= C_RESULT)
		found = result_called(&n->scratch, given);
	if (given && !found)
		wrong(f, row->line, k, arena_printf(&n->scratch, tr(n->lang, N_("\"%s\" is none of: %s")), given, word_list(&n->scratch, n->lang, words)));
	return found;
}

/* Two codes, "p05 p08", as entries have them. */
static const char *checkers(struct filled *f, const struct sheet_row *row, enum column k)
{
	struct nsi *n = f->r->n;
	const char *given = cell(f, row, k), *all = NULL;
	size_t before = n->messages.n;
	struct person_at who;

	for (const char *at = given, *one; at; all = arena_printf(&n->scratch, "%s%s%s", all ? all : "", all ? " " : "", code_text(n, who.id))) {
		enum nsi_status status = person_word(n, &n->scratch, &at, &one);

		if (!status && !one)
			break;
		if (status || resolve_person(n, one, &who)) {
			wrong_word(f, row->line, k, before);
			return NULL;
		}
	}
	return all;
}

/* A sheet of another evening, or of a plan that was changed since, is no sheet of this one. */
static void belongs(struct filled *f, const struct sheet_row *row)
{
	struct recording *r = f->r;
	const char *session = cell(f, row, SESSION), *plan = cell(f, row, PLAN);
	const char *ours = r->o.plan_seq ? arena_printf(&r->n->scratch, "%lld", (long long)r->o.plan_seq) : "";

	if (session && strcmp(session, r->o.code) != 0)
		wrong(f, row->line, SESSION, arena_printf(&r->n->scratch, tr(r->n->lang, N_("this is a sheet of %s, not of %s")), session, r->o.code));
	if (plan && !*ours)
		wrong(f, row->line, PLAN, arena_printf(&r->n->scratch, tr(r->n->lang, N_("this sheet is of a plan (%s) that is no more")), plan));
	else if (plan && strcmp(plan, ours) != 0)
		wrong(f, row->line, PLAN, arena_printf(&r->n->scratch, tr(r->n->lang, N_("this sheet is of a former plan (%s); the plan is %s now")), plan, ours));
}

static bool checks_himself(const char *checkers, const char *who)
{
	const char *at = strstr(checkers, who);
	size_t len = strlen(who);

	return at && (at == checkers || at[-1] == ' ') && (!at[len] || at[len] == ' ');
}

static void results(struct filled *f, const struct sheet_row *row, struct meeting_row *m)
{
	for (size_t i = 0; i < 3; i++) {
		enum column k = (enum column)(A_RESULT + i);

		m->result[i] = word(f, row, k, RESULTS);
		m->checked[i] = checkers(f, row, (enum column)(A_CHECKED + i));
		if (m->checked[i] && m->who[i] && checks_himself(m->checked[i], m->who[i]))
			wrong(f, row->line, (enum column)(A_CHECKED + i), tr(f->r->n->lang, N_("nobody checks himself")));
		if (m->result[i] && !m->who[i])
			wrong(f, row->line, k, tr(f->r->n->lang, N_("nobody stands there")));
		else if (!m->result[i] && !cell(f, row, k) && meeting_takes(m, i))
			wrong(f, row->line, k, tr(f->r->n->lang, N_("it is empty: ok, not_yet or absent")));
	}
}

static enum nsi_status one(struct filled *f, const struct sheet_row *row)
{
	struct recording *r = f->r;
	struct meeting_row *m = meeting_add(r->n, &r->rows);
	const char *round = cell(f, row, ROUND), *kind = word(f, row, KIND, KINDS);
	size_t filled = row->n;
	char *end = NULL;

	if (!m)
		return NSI_MEMORY;
	while (filled && text_blank(row->cells[filled - 1]))
		filled--;
	if (filled > f->ncolumn && !sheet_is_book(f->sheet)) {
		message_at(&r->n->messages, NSI_ERROR, f->name, row->line, 0, NULL, N_("%zu columns where the header has %zu"), filled, f->ncolumn);
		f->faults = true;
	}
	m->file = f->name;
	m->line = row->line;
	m->round = round ? (int32_t)strtol(round, &end, 10) : 0;
	if (!round || *end || m->round < 1 || m->round > EVENING_ROUNDS || (r->o.rounds && m->round > r->o.rounds))
		wrong(f, row->line, ROUND, r->o.rounds ? arena_printf(&r->n->scratch, tr(r->n->lang, N_("rounds are 1 to %d")), r->o.rounds)
			: tr(r->n->lang, N_("a number of a round is wanted")));
	for (size_t i = 0; i < 3; i++) {
		m->who[i] = person(f, row, (enum column)(A + i));
		m->gives[i] = thing(f, row, (enum column)(A_GIVES + i));
	}
	m->kind = kind ? kind : m->who[1] ? "teach" : "idle";
	if (!m->who[0] && !cell(f, row, A))
		wrong(f, row->line, A, tr(r->n->lang, N_("nobody stands there")));
	for (size_t i = 0; i < 3; i++)
		for (size_t k = i + 1; k < 3; k++)
			if (m->who[i] && m->who[k] && !strcmp(m->who[i], m->who[k]))
				wrong(f, row->line, (enum column)(A + k), tr(r->n->lang, N_("the same person stands twice")));
	belongs(f, row);
	results(f, row, m);
	if (m->round > r->rounds)
		r->rounds = m->round;
	return NSI_OK;
}

static enum nsi_status too_many(struct filled *f, int line)
{
	message_at(&f->r->n->messages, NSI_ERROR, f->name, line, 0, NULL, N_("an evening has at most %d meetings"), MOST_ROWS);
	return NSI_DATA;
}

static enum nsi_status all(struct filled *f)
{
	enum nsi_status status = sheet_seek(f->sheet, NULL, is_header, f);
	const struct sheet_row *row = status ? NULL : sheet_next(f->sheet, &status);

	f->name = arena_strdup(&f->r->n->messages.arena, sheet_name(f->sheet));
	if (!row && !status) {
		message_at(&f->r->n->messages, NSI_ERROR, f->name, 1, 0, NULL, N_("the file is empty: the first line names the columns"));
		return NSI_DATA;
	}
	if (!status)
		status = headers(f, row);
	while (!status && f->r->n->messages.n < MOST_FAULTS && (row = sheet_next(f->sheet, &status))) {
		bool empty = true;

		for (size_t i = 0; i < row->n; i++)
			empty &= text_blank(row->cells[i]);
		if (sheet_is_book(f->sheet) && !cell(f, row, ROUND) && !cell(f, row, A))
			empty = true;              /* what stands below the table */
		if (!empty)
			status = f->r->rows.n < MOST_ROWS ? one(f, row) : too_many(f, row->line);
	}
	return status ? status : f->faults ? NSI_DATA : NSI_OK;
}

static bool same_people(const struct meeting_row *x, const struct meeting_row *y)
{
	for (size_t i = 0; i < 3; i++)
		if (!x->who[i] != !y->who[i] || (x->who[i] && strcmp(x->who[i], y->who[i]) != 0))
			return false;
	return x->round == y->round;
}

/* Whether they had met before stands in the plan, not on its sheet. */
static enum nsi_status repeats(struct recording *r)
{
	struct meeting_rows plan = { 0 };
	enum nsi_status status = r->o.plan_seq ? meetings_read(r->n, r->o.plan_origin, r->o.plan_seq, &plan) : NSI_OK;

	for (size_t k = 0; k < r->rows.n; k++)
		for (size_t i = 0; i < plan.n; i++)
			if (plan.v[i].repeat && same_people(&r->rows.v[k], &plan.v[i]))
				r->rows.v[k].repeat = true;
	return status;
}

static bool in_sheet(const struct recording *r, const struct meeting_row *m)
{
	for (size_t k = 0; k < r->rows.n; k++) {
		const struct meeting_row *s = &r->rows.v[k];
		bool all = s->round == m->round;

		for (size_t i = 0; i < 3 && all; i++)
			all = !m->who[i] || (s->who[0] && !strcmp(s->who[0], m->who[i])) || (s->who[1] && !strcmp(s->who[1], m->who[i])) ||
			      (s->who[2] && !strcmp(s->who[2], m->who[i]));
		if (all)
			return true;
	}
	return false;
}

/* What was planned and does not stand in the sheet did not take place, and is told of. */
static enum nsi_status add_missing(struct recording *r)
{
	struct meeting_rows plan = { 0 };
	enum nsi_status status = r->o.plan_seq ? meetings_read(r->n, r->o.plan_origin, r->o.plan_seq, &plan) : NSI_OK;
	size_t had = r->rows.n;

	for (size_t k = 0; k < plan.n && !status; k++) {
		struct meeting_row *m;
		size_t now = r->rows.n;
		bool there;

		r->rows.n = had;
		there = in_sheet(r, &plan.v[k]);
		r->rows.n = now;
		if (there || !plan.v[k].who[1])
			continue;
		m = meeting_add(r->n, &r->rows);
		if (!m)
			return NSI_MEMORY;
		*m = plan.v[k];
		for (size_t i = 0; i < 3; i++)
			m->result[i] = m->who[i] ? N_("absent") : NULL;
	}
	return status;
}

enum nsi_status record_sheet(struct recording *r)
{
	size_t filled;

	struct filled f = { .r = r };
	enum nsi_status status = NSI_OK;

	f.sheet = sheet_open(&r->n->messages, r->asked->file, NULL, LIMIT, &status);
	if (!f.sheet)
		return status;
	output_spares(r->n, r->asked->file);
	status = all(&f);
	sheet_close(f.sheet);
	if (!status && !r->rows.n)
		return fail(&r->n->messages, NSI_DATA, N_("%s holds no meetings"), r->asked->file);
	if (!status)
		status = repeats(r);
	filled = r->rows.n;
	if (!status)
		status = add_missing(r);
	r->named = arena_array(&r->n->scratch, bool, r->rows.n + 1);
	if (!r->named)
		return NSI_MEMORY;
	for (size_t k = 0; k < filled; k++)
		r->named[k] = true;
	return status;
}
