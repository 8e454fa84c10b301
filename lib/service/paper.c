/* paper.c - what a printed evening holds: whose it is, who comes, what they are called. */
#include <string.h>

#include "base/name.h"
#include "service/printing.h"
#include "store/db.h"
#include "store/resolve.h"
#include "store/title.h"

/* ---- people ------------------------------------------------------------------------------------------------ */

uint32_t printing_person(const struct printing *g, const char *code)
{
	for (uint32_t i = 0; i < g->npeople; i++)
		if (!strcmp(g->p->code[i], code))
			return i;
	return NOTHING;
}

static enum nsi_status person_add(struct printing *g, int64_t id, const char *code, int32_t since, bool outside)
{
	struct arena *a = &g->n->scratch;
	struct paper *p = g->p;
	size_t k = g->npeople;

	if (printing_person(g, code) != NOTHING)
		return NSI_OK;
	p->person = arena_grow(a, p->person, &g->cap_person, k + 1, sizeof(*p->person));
	p->id = arena_grow(a, p->id, &g->cap_id, k + 1, sizeof(*p->id));
	p->code = arena_grow(a, p->code, &g->cap_code, k + 1, sizeof(*p->code));
	g->outside = arena_grow(a, g->outside, &g->cap_outside, k + 1, sizeof(*g->outside));
	if (!p->person || !p->id || !p->code || !g->outside)
		return NSI_MEMORY;
	p->person[k] = (struct page_person){ .code = id ? person_shown(g->n, id) : code, .since = since };
	p->id[k] = id;
	p->code[k] = code;
	g->outside[k] = outside;
	g->npeople++;
	return NSI_OK;
}

/* Who was to come, then whoever else was there. */
static enum nsi_status people(struct printing *g)
{
	const struct occasion *o = &g->p->o;
	sqlite3_stmt *s = o->plan_seq ? db_get(g->n, SQL_USE_EVENING_PRESENT) : NULL;
	enum nsi_status status = s || !o->plan_seq ? NSI_OK : NSI_MACHINE;

	if (s) {
		db_int(s, ":origin", o->plan_origin);
		db_int(s, ":seq", o->plan_seq);
	}
	while (s && !status && db_row(g->n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 0);

		status = person_add(g, id, code_text(g->n, id), sqlite3_column_int(s, 1), sqlite3_column_int(s, 3));
		if (status)
			sqlite3_reset(s);
	}
	for (size_t k = 0; k < g->p->rows.n && !status; k++)
		for (size_t i = 0; i < 3 && !status; i++)
			if (g->p->rows.v[k].who[i])
				status = person_add(g, code_find(g->n, "person", g->p->rows.v[k].who[i]),
				                    g->p->rows.v[k].who[i], 1, false);
	return status;
}

/* ---- its head ------------------------------------------------------------------------------------------------------ */

/* The I-th of the words of LIST in the reader's language, behind the one that says what they are. */
static const char *word_at(struct nsi *n, const char *list, int i)
{
	const char *s = tr(n->lang, list);

	while (i-- >= 0)
		s += strcspn(s, " ") + 1;
	return arena_strndup(&n->scratch, s, strcspn(s, " "));
}

static const char *day_text(struct nsi *n, int32_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	return arena_printf(&n->scratch, "%s, %d %s %d", word_at(n, N_("days: Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), day_weekday(day)), d,
		word_at(n, N_("months: January February March April May June July August September October November December"), m - 1), y);
}

static const char *group_text(struct nsi *n, const struct occasion *o)
{
	sqlite3_stmt *s = o->group_id ? db_get(n, SQL_USE_GROUP_TITLE) : NULL;
	enum nsi_status status = NSI_OK;
	const char *title = NULL;

	if (!s)
		return o->group;
	db_common(n, s);
	db_int(s, ":group", o->group_id);
	if (db_row(n, s, &status)) {
		title = title_in(&n->scratch, n->lang, db_string(n, s, 0));
		sqlite3_reset(s);
	}
	return title && *title ? title : o->group;
}

static const char *some(const char *s)
{
	return s && *s ? s : NULL;
}

static void head(struct printing *g)
{
	struct nsi *n = g->n;
	const struct occasion *o = &g->p->o;
	struct evening_page *page = &g->p->page;
	int64_t leader = o->leader ? code_find(n, "person", o->leader) : 0;

	page->lang = n->lang;
	page->session = o->code;
	page->plan = o->plan_seq ? arena_printf(&n->scratch, "%lld", (long long)o->plan_seq) : "—";
	page->group = group_text(n, o);
	page->leader = leader ? person_shown(n, leader) : NULL;
	page->day = day_text(n, o->day);
	page->place = strcmp(o->mode, "online") != 0 ? some(o->place) : NULL;
	page->link = strcmp(o->mode, "offline") != 0 ? some(o->link) : NULL;
	page->person = g->p->person;
	page->nperson = g->npeople;
}

/* ---- the whole ------------------------------------------------------------------------------------------------------- */

enum nsi_status paper_read(struct nsi *n, const char *session, struct paper *out)
{
	struct printing g = { .n = n, .p = out };
	struct occasion *o = &out->o;
	enum nsi_status status;

	*out = (struct paper){ 0 };
	status = occasion_find(n, session, false, o);
	if (!status && !o->record_seq && !o->plan_seq)
		status = fail(&n->messages, NSI_DATA, N_("nothing is planned for %s yet: nsi session pair %s --save"),
		              o->code, o->code);
	if (!status)
		status = meetings_read(n, o->record_seq ? o->record_origin : o->plan_origin, o->record_seq ? o->record_seq : o->plan_seq, &out->rows);
	if (!status)
		status = people(&g);
	if (!status)
		status = printing_rounds(&g);
	if (!status)
		head(&g);
	return status ? status : n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

/* "Гречкина О. П.", whose initials stay together. */
static const char *short_name(struct nsi *n, const char *full)
{
	struct name name;
	const char *s = name_split(&n->scratch, full, &name) ? name_short(&n->scratch, &name) : full;
	const char *last = strrchr(s, ' ');

	return !last || last == s || last[-1] != '.'
	               ? s
	               : arena_printf(&n->scratch, "%.*s\u00A0%s", (int)(last - s), s, last + 1);
}

void paper_names(struct nsi *n, struct paper *p, enum naming whose, const char *note)
{
	bool any = false;

	for (size_t i = 0; i < p->page.nperson; i++) {
		const char *full = p->id[i] ? name_in(n, whose, p->id[i]) : NULL;

		p->person[i].name = full ? short_name(n, full) : NULL;
		any |= full != NULL;
	}
	p->page.note = any ? note : NULL;
}
