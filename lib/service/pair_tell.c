/* pair_tell.c - the plan of an evening as an answer, and as what is said when it is saved. */
#include <string.h>

#include "service/pairing.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

static const char *code_or(const char *const *v, uint32_t i)
{
	return i == NOTHING ? NULL : v[i];
}

enum nsi_status pairing_rows(struct pairing *p, struct meeting_rows *out)
{
	const struct cast *c = &p->cast;

	for (size_t k = 0; k < p->was.n && p->was.v[k].round < c->e.first; k++) {
		struct meeting_row *r = meeting_add(p->n, out);

		if (!r)
			return NSI_MEMORY;
		*r = p->was.v[k];
	}
	for (size_t k = 0; k < p->plan.n; k++) {
		const struct evening_row *e = &p->plan.row[k];
		struct meeting_row *r = meeting_add(p->n, out);

		if (!r)
			return NSI_MEMORY;
		*r = (struct meeting_row){ .round = e->round, .kind = pairing_kind(e->kind), .repeat = e->repeat, .changed = e->changed,
			.who = { code_or(c->code, e->a), code_or(c->code, e->b), code_or(c->code, e->c) },
			.gives = { code_or(c->thing_code, e->a_gives), code_or(c->thing_code, e->b_gives), code_or(c->thing_code, e->c_gives) } };
	}
	return NSI_OK;
}

/* Where there was a plan before, what changed stands first; both parts by rounds. */
static const struct meeting_rows *changed_first(struct pairing *p, const struct meeting_rows *rows)
{
	struct meeting_rows *v = arena_new(&p->n->scratch, struct meeting_rows);

	if (p->fresh || !v)
		return rows;
	for (int pass = 1; pass >= 0; pass--)
		for (size_t k = 0; k < rows->n; k++)
			if (rows->v[k].changed == pass) {
				struct meeting_row *r = meeting_add(p->n, v);

				if (!r)
					return rows;
				*r = rows->v[k];
			}
	return v;
}

static const char *unserved(struct pairing *p, const struct evening_unserved *u)
{
	static const char *const why[] = {
		[EV_ALL_DONE] = N_("has nothing of it to learn"), [EV_NOTHING_LEFT] = N_("waits for what the rest of it rests on"),
		[EV_NO_GIVER] = N_("nobody who comes can teach %s"), [EV_GIVERS_BUSY] = N_("who can teach %s is busy with others"),
		[EV_PARTED] = N_("may not work with who can teach %s"),
	};
	const char *text = tr(p->n->lang, why[u->why]);
	const char *at = strstr(text, "%s");

	if (!at)
		return text;
	return arena_printf(&p->n->scratch, "%.*s%s%s", (int)(at - text), text,
	                    u->unit == NOTHING ? "" : p->cast.label[u->unit], at + 2);
}

static enum nsi_status notes(struct pairing *p, struct table *t)
{
	size_t most = p->plan.nunserved, terms = 0, k = 0;
	const char **v;

	while (evening_terms[terms].name)
		terms++;
	v = arena_array(&p->n->scratch, const char *, most + terms + 1);
	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < p->plan.nunserved; i++)
		v[k++] = arena_printf(&p->n->scratch, "%s: %s", p->cast.shown[p->plan.unserved[i].person],
		                      unserved(p, &p->plan.unserved[i]));
	for (size_t i = 0; i < terms; i++)
		v[k++] = arena_printf(&p->n->scratch, "%zu. %s", i + 1, tr(p->n->lang, evening_terms[i].help));
	t->rows.notes = v;
	t->rows.nnote = k;
	return NSI_OK;
}

enum nsi_status pairing_answer(struct pairing *p, const struct meeting_rows *rows, struct table *t)
{
	static const struct nsi_column sums[] = {
		{ "gains", N_("gains"), NULL, NSI_T_INT, false }, { "bound", N_("no more than"), NULL, NSI_T_INT, false },
		{ "optimal", N_("nothing better"), NULL, NSI_T_FLAG, false }, { "people", N_("people"), NULL, NSI_T_INT, false },
		{ "rounds", N_("rounds"), NULL, NSI_T_INT, false }, { "seed", N_("seed"), NULL, NSI_T_INT, false },
	};
	enum nsi_status status = meetings_table(p->n, changed_first(p, rows), false, t);
	struct nsi_cell *c = status ? NULL : table_sums(t, p->n->lang, sums, 6);

	if (!c)
		return status ? status : NSI_MEMORY;
	c[0] = cell_int(p->plan.gains);
	c[1] = cell_int(p->plan.bound);
	c[2] = cell_flag(p->plan.gains == p->plan.bound);
	c[3] = cell_int(p->cast.e.people);
	c[4] = cell_int(p->cast.e.rounds);
	c[5] = cell_int(p->asked->seed);
	t->rows.title = p->o.code;
	return p->asked->explain ? notes(p, t) : NSI_OK;
}

/* ---- saved ------------------------------------------------------------------------------------------------------ */

static const char *data(struct pairing *p, const struct meeting_rows *rows)
{
	const struct occasion *o = &p->o;
	struct buf b = { 0 };
	const char *out;

	buf_puts(&b, "{");
	buf_json_key(&b, "event", o->event);
	buf_json_key(&b, "kind", o->kind);
	buf_json_key(&b, "group", o->group);
	buf_json_key(&b, "start", o->start);
	buf_json_key(&b, "zone", o->zone);
	buf_json_key(&b, "mode", o->mode);
	buf_json_key(&b, "place", o->place);
	buf_json_key(&b, "link", o->link);
	buf_json_key(&b, "leader", o->leader);
	buf_json_key(&b, "technique", o->technique);
	buf_printf(&b, ",\"minutes\":%d,\"rounds\":%d,\"present\":[", o->minutes, p->cast.e.rounds);
	for (uint32_t i = 0; i < p->cast.e.people; i++) {
		const struct evening_person *q = &p->cast.person[i];

		buf_printf(&b, "%s{\"person\":\"%s\"", i ? "," : "", p->cast.code[i]);
		if (q->from > 1)
			buf_printf(&b, ",\"from\":%d", q->from);
		buf_puts(&b, q->outside ? ",\"outside\":true}" : "}");
	}
	buf_printf(&b, "],\"rows\":%s}", meetings_json(p->n, rows));
	out = b.oom ? NULL : arena_strndup(&p->n->scratch, b.s, b.n);
	p->n->scratch.oom |= !out;
	buf_free(&b);
	return out;
}

/* Is just that saved already? */
static bool same(struct pairing *p, const char *text)
{
	sqlite3_stmt *s = p->o.plan_seq ? db_get(p->n, SQL_USE_ENTRY_DATA) : NULL;
	enum nsi_status status = NSI_OK;
	bool is = false;

	if (!s)
		return false;
	db_int(s, ":origin", p->o.plan_origin);
	db_int(s, ":seq", p->o.plan_seq);
	if (db_row(p->n, s, &status)) {
		is = !strcmp((const char *)sqlite3_column_text(s, 0), text);
		sqlite3_reset(s);
	}
	return is;
}

static enum nsi_status nothing_more(struct nsi *n, void *x, struct outcome *done)
{
	(void)n;
	(void)x;
	(void)done;
	return NSI_OK;
}

enum nsi_status pairing_save(struct pairing *p, const struct meeting_rows *rows, unsigned flags)
{
	struct nsi *n = p->n;
	struct said say = { .verb = nsi_verb("pair"), .day = n->today, .data = data(p, rows) };
	struct said_list list;
	struct outcome done = { 0 };

	say.session = (struct said_ref){ code_id(n, "session", p->o.code), p->o.code };
	if (!say.data || !say.session.id)
		return say.data ? NSI_MACHINE : NSI_MEMORY;
	if (same(p, say.data)) {
		journal_end(n);
		return NSI_OK;
	}
	said_list(&list, n, &say, 1);
	return journal_go(n, &list.source, flags, nothing_more, NULL, &done);
}
