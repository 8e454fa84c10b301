/* meetings.c - the meetings of an evening between an entry, which holds them as JSON, and an answer's rows. */
#include <string.h>

#include "service/evening.h"
#include "store/db.h"
#include "store/resolve.h"

struct meeting_row *meeting_add(struct nsi *n, struct meeting_rows *r)
{
	struct meeting_row *v = arena_grow(&n->scratch, r->v, &r->cap, r->n + 1, sizeof(*v));

	if (!v)
		return NULL;
	r->v = v;
	v += r->n++;
	*v = (struct meeting_row){ 0 };
	return v;
}

enum nsi_status meetings_read(struct nsi *n, int64_t origin, int64_t seq, struct meeting_rows *out)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_ROWS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", origin);
	db_int(s, ":seq", seq);
	while (db_row(n, s, &status)) {
		struct meeting_row *r = meeting_add(n, out);

		if (!r)
			return NSI_MEMORY;
		r->round = sqlite3_column_int(s, 0);
		r->kind = db_string(n, s, 1);
		for (int i = 0; i < 3; i++) {
			r->who[i] = db_string(n, s, 2 + i);
			r->gives[i] = db_string(n, s, 5 + i);
			r->result[i] = db_string(n, s, 8 + i);
			r->checked[i] = db_string(n, s, 13 + i);
		}
		r->repeat = sqlite3_column_int(s, 11);
		r->omitted = db_string(n, s, 12);
	}
	return status;
}

const char *meetings_json(struct nsi *n, const struct meeting_rows *rows)
{
	static const char *const who[] = { "a", "b", "c" }, *const gives[] = { "a_gives", "b_gives", "c_gives" },
		*const result[] = { "a_result", "b_result", "c_result" }, *const checked[] = { "a_checked_by", "b_checked_by", "c_checked_by" };
	struct buf b = { 0 };
	const char *out;

	buf_putc(&b, '[');
	for (size_t k = 0; k < rows->n; k++) {
		const struct meeting_row *r = &rows->v[k];

		buf_printf(&b, "%s{\"round\":%d", k ? "," : "", r->round);
		buf_json_key(&b, "kind", r->kind);
		for (size_t i = 0; i < 3; i++)
			buf_json_key(&b, who[i], r->who[i]);
		for (size_t i = 0; i < 3; i++)
			buf_json_key(&b, gives[i], r->gives[i]);
		for (size_t i = 0; i < 3; i++)
			buf_json_key(&b, result[i], r->result[i]);
		for (size_t i = 0; i < 3; i++)
			buf_json_key(&b, checked[i], r->checked[i]);
		buf_json_key(&b, "omitted", r->omitted);
		buf_puts(&b, r->repeat ? ",\"repeat\":true}" : "}");
	}
	buf_putc(&b, ']');
	out = b.oom ? NULL : arena_strndup(&n->scratch, b.s, b.n);
	n->scratch.oom |= !out;
	buf_free(&b);
	return out;
}

/* ---- as an answer ------------------------------------------------------------------------------------- */

const char *thing_shown(struct nsi *n, const char *code)
{
	sqlite3_stmt *s = code ? db_get(n, SQL_USE_THING_LABEL) : NULL;
	enum nsi_status status = NSI_OK;
	const char *label = code;

	if (!s)
		return code;
	db_common(n, s);
	db_text(s, ":thing", code);
	if (db_row(n, s, &status)) {
		label = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return label ? label : code;
}

static struct nsi_cell person_cell(struct nsi *n, const char *code)
{
	int64_t id = code ? code_find(n, "person", code) : 0;
	struct nsi_cell c = cell_text(NSI_T_ID, id ? person_shown(n, id) : code);

	c.flags |= code ? NSI_CELL_PERSON : 0;
	return c;
}

static struct nsi_cell thing_cell(struct nsi *n, const char *code)
{
	struct nsi_cell c = cell_text(NSI_T_ID, code);

	if (code)
		c.shown = thing_shown(n, code);
	return c;
}

static const struct nsi_column cols[] = {
	{ "round", N_("Round"), NULL, NSI_T_INT, false }, { "a", N_("First"), NULL, NSI_T_ID, false },
	{ "b", N_("Second"), NULL, NSI_T_ID, false }, { "a_gives", N_("First gives"), NULL, NSI_T_ID, false },
	{ "b_gives", N_("Second gives"), NULL, NSI_T_ID, false }, { "kind", N_("Kind"), NULL, NSI_T_WORD, false },
	{ "repeat", N_("Again"), NULL, NSI_T_FLAG, false }, { "c", N_("Third"), NULL, NSI_T_ID, false },
	{ "c_gives", N_("Third gives"), NULL, NSI_T_ID, false },
}, ends[] = {
	{ "a_result", N_("First took"), NULL, NSI_T_WORD, false }, { "b_result", N_("Second took"), NULL, NSI_T_WORD, false },
	{ "c_result", N_("Third took"), NULL, NSI_T_WORD, true }, { "omitted", N_("Did not take place"), NULL, NSI_T_WORD, false },
};
enum { COLS = sizeof(cols) / sizeof(*cols), ENDS = sizeof(ends) / sizeof(*ends) };

enum nsi_status meetings_table(struct nsi *n, const struct meeting_rows *rows, bool results, struct table *t)
{
	struct nsi_column *v = arena_array(&n->scratch, struct nsi_column, COLS + ENDS);
	bool trio = false;

	if (!v)
		return NSI_MEMORY;
	memcpy(v, cols, sizeof(cols));
	memcpy(v + COLS, ends, sizeof(ends));
	for (size_t k = 0; k < rows->n; k++)
		trio |= rows->v[k].who[2] != NULL;
	v[7].hidden = v[8].hidden = trio ? NSI_SHOWN : NSI_HIDDEN;
	table_begin(t, &n->scratch, n->lang, v, results ? COLS + ENDS : COLS);
	for (size_t k = 0; k < rows->n; k++) {
		const struct meeting_row *r = &rows->v[k];
		struct nsi_cell *c = table_row(t);

		if (!c)
			return NSI_MEMORY;
		c[0] = cell_int(r->round);
		c[1] = person_cell(n, r->who[0]);
		c[2] = person_cell(n, r->who[1]);
		c[3] = thing_cell(n, r->gives[0]);
		c[4] = thing_cell(n, r->gives[1]);
		c[5] = cell_text(NSI_T_WORD, r->kind);
		c[6] = cell_flag(r->repeat);
		c[7] = person_cell(n, r->who[2]);
		c[8] = thing_cell(n, r->gives[2]);
		for (size_t i = 0; i < 3 && results; i++)
			c[COLS + i] = cell_text(NSI_T_WORD, r->result[i]);
		if (results)
			c[COLS + 3] = cell_text(NSI_T_WORD, r->omitted);
	}
	return NSI_OK;
}
