/* board.c - the board of record and planning as rows: people × units, below them who can teach and who waits. */
#include "service/board.h"

#include <string.h>

#include "service/evening.h"
#include "store/db.h"
#include "store/legend.h"
#include "store/resolve.h"

/* ---- as rows ----------------------------------------------------------------------------------------------- */

/* Which columns and rows are asked for. */
struct view {
	struct nsi *n;
	const struct nsi_board *asked;
	struct board b;
	size_t *units, nunit;
	int64_t parts_of;                  /* a unit: its parts are the columns; else 0 */
	struct table t;
};

static bool listed(const struct nsi_list *l, const char *word)
{
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->v[i], word))
			return true;
	return !l->n;
}

static bool in_group(const struct nsi_list *l, const char *groups)
{
	for (size_t i = 0; i < l->n; i++) {
		size_t len = strlen(l->v[i]);

		for (const char *p = groups; (p = strstr(p, l->v[i])); p += len)
			if (p > groups && p[-1] == ' ' && p[len] == ' ')
				return true;
	}
	return !l->n;
}

static enum nsi_status columns(struct view *v)
{
	static const struct nsi_column head[] = {
		{ "row", N_("Row"), NULL, NSI_T_WORD, false }, { "person", N_("Person"), NULL, NSI_T_ID, false },
		{ "org", N_("School"), NULL, NSI_T_ID, false },
	}, tail[] = {
		{ "mastered", N_("mastered"), NULL, NSI_T_INT, false }, { "of", N_("of"), NULL, NSI_T_INT, false },
		{ "taught", N_("taught"), NULL, NSI_T_INT, false }, { "late", N_("Late"), NULL, NSI_T_LIST, false },
		{ "earlier", N_("Earlier"), NULL, NSI_T_JSON, false },
	};
	struct arena *a = &v->n->scratch;
	struct nsi_column *c = arena_array(a, struct nsi_column, v->b.nunit + 8);
	size_t k = 3;

	v->units = arena_array(a, size_t, v->b.nunit + 1);
	if (!c || !v->units)
		return NSI_MEMORY;
	memcpy(c, head, sizeof(head));
	for (size_t i = 0; i < v->b.nunit; i++)
		if (listed(&v->asked->modules, v->b.units[i].module)) {
			v->units[v->nunit++] = i;
			c[k++] = (struct nsi_column){ v->b.units[i].code, v->b.units[i].label, v->b.units[i].module, NSI_T_MARK, false };
		}
	memcpy(c + k, tail, sizeof(tail));
	if (!v->nunit)
		c[k].group = "";               /* the shape of a board all the same */
	table_begin(&v->t, a, v->n->lang, c, k + 5);
	return NSI_OK;
}

static const char *earlier(struct view *v, const struct board_person *p)
{
	struct buf b = { 0 };
	const char *out;

	buf_putc(&b, '[');
	for (size_t i = 0; i < v->b.nunit; i++)
		if (p->cells[i].earlier)
			buf_printf(&b, "%s{\"unit\": \"%s\", \"state\": \"%s\", \"year\": %d}", b.n > 1 ? ", " : "",
			           v->b.units[i].code, p->cells[i].state, p->cells[i].earlier);
	buf_putc(&b, ']');
	out = b.oom ? NULL : arena_strndup(&v->n->scratch, b.s, b.n);
	v->n->scratch.oom |= b.oom;
	buf_free(&b);
	return out;
}

static const char *late(struct view *v, const struct board_person *p)
{
	const char *all = "";

	for (size_t i = 0; i < v->b.nunit; i++)
		if (p->cells[i].late)
			all = arena_printf(&v->n->scratch, "%s%s%s", all, *all ? " " : "", v->b.units[i].code);
	return all;
}

static enum nsi_status person_row(struct view *v, const struct board_person *p)
{
	struct nsi_cell *c = table_row(&v->t);

	if (!c)
		return NSI_MEMORY;
	*c++ = cell_text(NSI_T_WORD, "person");
	*c++ = cell_text(NSI_T_ID, p->code);
	*c = cell_text(NSI_T_ID, p->org);
	c++->shown = p->org_short;
	for (size_t i = 0; i < v->nunit; i++) {
		const struct board_cell *cell = &p->cells[v->units[i]];

		*c = cell_text(NSI_T_MARK, cell->state);
		c++->flags = (cell->late ? NSI_CELL_LATE : 0) | (cell->earlier ? NSI_CELL_EARLIER : 0);
	}
	*c++ = cell_int(p->mastered);
	*c++ = cell_int(p->of);
	*c++ = cell_int(p->taught);
	*c++ = cell_text(NSI_T_LIST, late(v, p));
	*c = cell_text(NSI_T_JSON, earlier(v, p));
	return NSI_OK;
}

static enum nsi_status planning_row(struct view *v, const char *row, bool wait)
{
	struct nsi_cell *c = table_row(&v->t);

	if (!c)
		return NSI_MEMORY;
	c[0] = cell_text(NSI_T_WORD, row);
	for (size_t i = 0; i < v->nunit; i++) {
		const struct board_unit *u = &v->b.units[v->units[i]];

		c[3 + i] = cell_int(wait ? u->wait : u->can);
		if (!wait && !u->can)
			c[3 + i].flags = NSI_CELL_ALARM;
	}
	return NSI_OK;
}

static bool half(const struct view *v, const char *which)
{
	return !v->asked->view || !strcmp(v->asked->view, which);
}

static enum nsi_status fill(struct view *v)
{
	size_t *rule = arena_array(&v->n->scratch, size_t, 1);
	enum nsi_status status = rule ? NSI_OK : NSI_MEMORY;

	for (size_t i = 0; i < v->b.nperson && !status; i++)
		if (half(v, "record") && listed(&v->asked->orgs, v->b.people[i].org) &&
		    in_group(&v->asked->groups, v->b.people[i].groups))
			status = person_row(v, &v->b.people[i]);
	if (status || !half(v, "plan"))
		return status;
	*rule = v->t.rows.nrow;
	v->t.rows.rules = rule;
	v->t.rows.nrule = v->t.rows.nrow > 0;
	status = planning_row(v, "can_teach", false);
	return status ? status : planning_row(v, "wait", true);
}

/* Ids of the filters as the board has them: look-alike letters and labels are understood. */
static enum nsi_status ids(struct nsi *n, const char *kind, const struct nsi_list *in, struct nsi_list *out)
{
	const char **v = arena_array(&n->scratch, const char *, in->n + 1);
	enum nsi_status status = NSI_OK;
	int64_t id;

	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < in->n && !status; i++) {
		status = resolve_thing(n, kind, in->v[i], &id);
		v[i] = status ? "" : code_text(n, id);
	}
	*out = (struct nsi_list){ in->n, v };
	return status;
}

static void headline(struct view *v)
{
	struct nsi *n = v->n;
	char day[11];
	const char *on = n->lang == LANG_RU ? day_ru(day, v->b.on) : day_iso(day, v->b.on);
	const char *t = arena_printf(&n->scratch, tr(n->lang, N_("Board of record and planning · %d/%d · as of %s")),
	                             v->b.year - 1, v->b.year, on);

	for (size_t i = 0; i < v->asked->modules.n; i++)
		t = arena_printf(&n->scratch, "%s%s%s", t, i ? ", " : tr(n->lang, N_(" · modules: ")),
		                 v->asked->modules.v[i]);
	if (v->parts_of)
		t = arena_printf(&n->scratch, "%s · %s", t, thing_shown(n, code_text(n, v->parts_of)));
	for (size_t i = 0; i < v->asked->orgs.n; i++)
		t = arena_printf(&n->scratch, "%s%s%s", t, i ? ", " : tr(n->lang, N_(" · schools: ")),
		                 v->asked->orgs.v[i]);
	for (size_t i = 0; i < v->asked->groups.n; i++)
		t = arena_printf(&n->scratch, "%s%s%s", t, i ? ", " : tr(n->lang, N_(" · groups: ")),
		                 v->asked->groups.v[i]);
	static const char *const words[] = { N_("can_teach"), N_("wait") };
	const char **notes = arena_array(&n->scratch, const char *, 1);

	(void)words;
	if (notes) {
		notes[0] = tr(n->lang, v->nunit ? N_("! behind a mark: its due date has passed · 0!: nobody can teach it, begin by co-study, a course or a guest")
		              : N_("there are no units on this day: the programme was loaded later, or --module leaves none"));
		v->t.rows.notes = notes;
		v->t.rows.nnote = 1;
	}
	v->t.rows.title = t;
	v->t.rows.legend = v->b.legend;
	v->t.rows.nlegend = v->b.nlegend;
}

/* The unit whose parts are asked for. */
static enum nsi_status one_unit(struct view *v)
{
	int64_t part = 0;
	sqlite3_stmt *s;
	enum nsi_status status = v->asked->unit ? resolve_unit(v->n, v->asked->unit, &v->parts_of, &part) : NSI_OK;

	if (status || !v->asked->unit)
		return status;
	s = db_get(v->n, SQL_USE_EVENING_PARTS);
	if (!s)
		return NSI_MACHINE;
	db_common(v->n, s);
	db_int(s, ":unit", v->parts_of);
	return db_value(v->n, s, 0) ? NSI_OK : fail(&v->n->messages, NSI_DATA, N_("%s has no parts"), v->asked->unit);
}

/* The year of a day: the calendar that holds it, else the next. */
static enum nsi_status when(struct nsi *n, const struct nsi_board *a, int *year, int32_t *on)
{
	enum nsi_status status = resolve_day(n, a->on, on);
	sqlite3_stmt *s;

	if (!status && (a->year || !a->on))
		status = a->year ? resolve_year(n, a->year, year) : year_shown(n, year);
	if (!status && a->year && !a->on)
		*on = day_of_year(n, *year);
	if (status || a->year || !a->on)
		return status;
	s = db_get(n, SQL_USE_YEAR_OF);
	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":on", *on);
	*year = (int)db_value(n, s, 0);
	return *year ? NSI_OK : year_shown(n, year);
}

static enum nsi_status read_board(struct view *v, int year, int32_t on)
{
	const struct board_part part = { v->asked->orgs, v->asked->groups, half(v, "record"), half(v, "plan") };
	bool there = false;
	enum nsi_status status = v->parts_of ? NSI_OK : board_frozen(v->n, year, &v->b, &there);

	return status || there ? status : board_live(v->n, year, on, v->parts_of, &part, &v->b);
}

static enum nsi_status answer(struct view *v, const struct nsi_board *asked)
{
	struct nsi *n = v->n;
	struct nsi_board a = *asked;
	int year = 0;
	int32_t on;
	enum nsi_status status = when(n, asked, &year, &on);

	v->asked = &a;
	if (!status && !year)
		status = fail(&n->messages, NSI_DATA, N_("no school year is open: load a calendar or nsi year open"));
	if (!status)
		status = ids(n, "module", &asked->modules, &a.modules);
	if (!status)
		status = ids(n, "org", &asked->orgs, &a.orgs);
	if (!status)
		status = ids(n, "group", &asked->groups, &a.groups);
	if (!status)
		status = one_unit(v);
	if (!status)
		status = read_board(v, year, on);
	if (!status)
		status = columns(v);
	if (!status)
		status = fill(v);
	if (!status)
		headline(v);
	return status ? status : board_about(n, &v->t.rows);
}

enum nsi_status nsi_report_board(struct nsi *n, const struct nsi_board *asked, const struct nsi_rows **out)
{
	struct view *v;
	enum nsi_status status;

	call_begin(n);
	v = arena_new(&n->scratch, struct view);
	status = v ? nsi_open(n) : NSI_MEMORY;
	if (status)
		return call_end(n, status);
	v->n = n;
	db_look(n);
	status = answer(v, asked);
	db_looked(n, false);
	*out = &v->t.rows;
	return call_end(n, status);
}
