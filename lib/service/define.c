/* define.c - definitions looked at: checked, compared, shown, drawn as a map. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "service/load.h"
#include "service/map.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"
#include "store/title.h"

/* ---- module check --------------------------------------------------------------------------------------- */

/* The messages as rows; they are the answer then and leave the queue. */
static enum nsi_status faults(struct nsi *n, struct table *t)
{
	static const struct nsi_column cols[] = {
		{ "file", N_("File"), NULL, NSI_T_TEXT, false }, { "line", N_("Line"), NULL, NSI_T_INT, false },
		{ "column", N_("Column"), NULL, NSI_T_INT, false }, { "severity", N_("Severity"), NULL, NSI_T_WORD, false },
		{ "rule", N_("Rule"), NULL, NSI_T_ID, false }, { "message", N_("Message"), NULL, NSI_T_TEXT, false },
	};
	static const char *const severities[] = { [NSI_ERROR] = N_("error"), [NSI_WARNING] = N_("warning"), [NSI_NOTE] = N_("note") };

	table_begin(t, &n->scratch, n->lang, cols, 6);
	for (size_t i = 0; i < n->messages.n; i++) {
		const struct nsi_message *m = &n->messages.v[i];
		struct nsi_cell *c = table_row(t);

		if (!c)
			return NSI_MEMORY;
		c[0] = cell_text(NSI_T_TEXT, m->file ? arena_strdup(&n->scratch, m->file) : NULL);
		if (m->line)
			c[1] = cell_int(m->line);
		if (m->column)
			c[2] = cell_int(m->column);
		c[3] = cell_text(NSI_T_WORD, severities[m->severity]);
		c[4] = cell_text(NSI_T_ID, m->rule);
		c[5] = cell_text(NSI_T_TEXT, arena_strdup(&n->scratch, m->text));
	}
	messages_clear(&n->messages);
	return NSI_OK;
}

enum nsi_status nsi_module_check(struct nsi *n, struct nsi_list paths, unsigned flags, const struct nsi_rows **out)
{
	struct model *md;
	struct table *t;
	enum nsi_status status, rows;
	size_t warnings;

	call_begin(n);
	t = arena_new(&n->scratch, struct table);
	if (!t)
		return call_end(n, NSI_MEMORY);
	status = n->path ? nsi_open(n) : NSI_OK;           /* one that was found is asked, or nothing is judged */
	if (status)
		return call_end(n, status);
	status = load_model(n, paths, LOAD_CHECK, &md);
	warnings = n->messages.warnings;
	if (status != NSI_OK && status != NSI_DATA)
		return call_end(n, status);
	rows = faults(n, t);
	*out = &t->rows;
	if (!status && flags & NSI_STRICT && warnings)
		status = NSI_DATA;
	return call_end(n, rows ? rows : status);
}

/* ---- module diff ------------------------------------------------------------------------------------------ */

static bool is_path(const char *word)
{
	struct stat st;

	return strchr(word, '/') || !stat(word, &st);
}

/* Files as editions, only until the transaction goes back. OVER: laid over what is loaded. */
static enum nsi_status side_files(struct nsi *n, const char *path, bool over, struct editions *s)
{
	const char *one[] = { path };
	int64_t programme = n->programme, rest = n->rest;
	struct model *md;
	enum nsi_status status;
	bool new;

	if (!over)
		n->programme = n->rest = 0;
	status = load_model(n, (struct nsi_list){ 1, one }, 0, &md);
	n->programme = programme;
	n->rest = rest;
	if (!status)
		status = edition_keep(n, md, "programme", &s->programme, &new);
	return status ? status : edition_keep(n, md, "rest", &s->rest, &new);
}

/* An edition by its number (of programmes) or by the beginning of its hash. */
static enum nsi_status side_edition(struct nsi *n, const char *word, struct editions *s)
{
	sqlite3_stmt *q = db_get(n, SQL_USE_EDITION_NAMED);
	enum nsi_status status = NSI_OK;
	char *end;
	long number = strtol(word, &end, 10);
	int found = 0;

	if (!q)
		return NSI_MACHINE;
	db_int(q, ":number", *end ? 0 : number);
	db_text(q, ":hash", *end && strlen(word) >= 4 ? word : "?");
	*s = (struct editions){ n->programme, n->rest };
	while (db_row(n, q, &status)) {
		found++;
		if (!strcmp((const char *)sqlite3_column_text(q, 1), "programme"))
			s->programme = sqlite3_column_int64(q, 0);
		else
			s->rest = sqlite3_column_int64(q, 0);
	}
	if (!status && !found)
		return fail(&n->messages, NSI_DATA, N_("there is no edition and no file \"%s\""), word);
	return status;
}

static enum nsi_status side(struct nsi *n, const char *word, bool over, struct editions *s)
{
	return is_path(word) ? side_files(n, word, over, s) : side_edition(n, word, s);
}

static enum nsi_status sides(struct nsi *n, const char *a, const char *b, struct editions *from, struct editions *to)
{
	struct editions loaded = { n->programme, n->rest };
	sqlite3_stmt *q;
	enum nsi_status status = NSI_OK;

	*from = *to = loaded;
	if (a && b) {
		status = side(n, a, false, from);
		return status ? status : side(n, b, !is_path(a), to);
	}
	if (a)
		return is_path(a) ? side(n, a, true, to) : side(n, a, true, from);
	q = db_get(n, SQL_USE_EDITION_BEFORE);
	if (!q)
		return NSI_MACHINE;
	*from = (struct editions){ 0, 0 };
	if (db_row(n, q, &status)) {
		*from = (struct editions){ sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1) };
		sqlite3_reset(q);
	}
	return status;
}

enum nsi_status nsi_module_diff(struct nsi *n, const char *a, const char *b, const struct nsi_rows **out)
{
	struct editions from, to;
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, true);
	if (!status)
		status = sides(n, a, b, &from, &to);
	if (!status)
		status = edition_diff(n, from, to, t);
	journal_end(n);
	*out = status ? NULL : &t->rows;
	return call_end(n, status);
}

/* ---- module show --------------------------------------------------------------------------------------------- */

/* The object ID as it is loaded, or as it was in EDITION. */
static enum nsi_status show(struct nsi *n, const char *id, int64_t edition, struct table *t)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_OBJECT_SHOW);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	if (edition)
		db_int(s, ":programme", edition);
	db_text(s, ":key", text_skeleton(&n->scratch, id));
	db_text(s, ":id", id);
	while (db_row(n, s, &status)) {
		struct nsi_cell *c = table_row(t);

		if (!c)
			return NSI_MEMORY;
		for (int i = 0; i < 3; i++)
			c[i] = cell_text(i ? NSI_T_ID : NSI_T_WORD, db_string(n, s, i));
		c[3] = cell_text(NSI_T_TEXT, title_in(&n->scratch, n->lang, db_string(n, s, 3)));
	}
	return status;
}

static enum nsi_status show_former(struct nsi *n, const char *id, struct table *t)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_OBJECT_FORMER);
	enum nsi_status status = NSI_OK;
	int64_t edition;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":key", text_skeleton(&n->scratch, id));
	db_text(s, ":id", id);
	if (!db_row(n, s, &status))
		return status;
	edition = sqlite3_column_int64(s, 0);
	warn(&n->messages, N_("%s is retired: this is how it was in edition %d"), id, sqlite3_column_int(s, 2));
	sqlite3_reset(s);
	return show(n, id, edition, t);
}

enum nsi_status nsi_module_show(struct nsi *n, const char *id, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "object", N_("Object"), NULL, NSI_T_WORD, true }, { "id", N_("Id"), NULL, NSI_T_ID, true },
		{ "key", N_("Key"), NULL, NSI_T_ID, false }, { "value", N_("Value"), NULL, NSI_T_TEXT, false },
	};
	struct table *t;
	enum nsi_status status = answer_begin(n, &t, false);
	if (status)
		return call_end(n, status);
	table_begin(t, &n->scratch, n->lang, cols, 4);
	status = show(n, id, 0, t);
	if (!status && !t->rows.nrow)
		status = show_former(n, id, t);
	if (!status && !t->rows.nrow)
		status = fail(&n->messages, NSI_DATA,
		              N_("nothing loaded is called \"%s\" (see nsi module map, nsi module list)"), id);
	*out = &t->rows;
	return call_end(n, status);
}

/* ---- module map ------------------------------------------------------------------------------------------------ */

static const char *list_of(struct nsi *n, enum sql which, int64_t unit)
{
	sqlite3_stmt *s = db_get(n, which);
	enum nsi_status status = NSI_OK;
	const char *all = "";

	if (!s)
		return NULL;
	db_common(n, s);
	db_int(s, ":unit", unit);
	while (db_row(n, s, &status))
		all = arena_printf(&n->scratch, "%s%s%s", all, *all ? " " : "",
		                   (const char *)sqlite3_column_text(s, 0));
	return all;
}

static enum nsi_status map_row(struct nsi *n, const struct map *m, size_t i, uint32_t layer, struct table *t)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_UNIT_TITLE);
	struct nsi_cell *c = table_row(t);
	enum nsi_status status = NSI_OK;

	if (!s || !c)
		return s ? NSI_MEMORY : NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":unit", m->unit[i]);
	c[0] = cell_int(layer);
	c[1] = cell_text(NSI_T_ID, code_text(n, m->module[i]));
	c[2] = cell_text(NSI_T_ID, m->code[i]);
	c[3] = cell_text(NSI_T_TEXT, m->label[i]);
	if (db_row(n, s, &status)) {
		c[4] = cell_text(NSI_T_TEXT, title_in(&n->scratch, n->lang, db_string(n, s, 0)));
		sqlite3_reset(s);
	}
	c[5] = cell_real(m->g.minutes[i] / 60.0);
	c[6] = cell_text(NSI_T_LIST, list_of(n, SQL_USE_MAP_AFTER, m->unit[i]));
	c[7] = cell_text(NSI_T_LIST, list_of(n, SQL_USE_MAP_OPENS, m->unit[i]));
	c[8] = cell_text(NSI_T_LIST, list_of(n, SQL_USE_MAP_BEARERS, m->unit[i]));
	c[9] = cell_text(NSI_T_LIST, list_of(n, SQL_USE_MAP_TECHNOLOGIES, m->module[i]));
	return status;
}

enum nsi_status nsi_module_map(struct nsi *n, const char *module, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "layer", N_("Layer"), NULL, NSI_T_INT, false }, { "module", N_("Module"), NULL, NSI_T_ID, false },
		{ "unit", N_("Unit"), NULL, NSI_T_ID, false }, { "label", N_("Label"), NULL, NSI_T_TEXT, false },
		{ "title", N_("Title"), NULL, NSI_T_TEXT, false }, { "hours", N_("Hours"), NULL, NSI_T_REAL, false },
		{ "after", N_("Rests on"), NULL, NSI_T_LIST, false }, { "opens", N_("Opens"), NULL, NSI_T_LIST, false },
		{ "bearers", N_("Bearers"), NULL, NSI_T_LIST, false }, { "technologies", N_("Technologies"), NULL, NSI_T_LIST, false },
	};
	struct map m;
	struct table *t;
	uint32_t *order, *layer;
	int64_t only = 0;
	enum nsi_status status = answer_begin(n, &t, false);
	if (!status && module)
		status = resolve_thing(n, "module", module, &only);
	if (!status)
		status = map_read(n, &m);
	if (status)
		return call_end(n, status);
	order = arena_array(&n->scratch, uint32_t, m.g.n + 1);
	layer = arena_array(&n->scratch, uint32_t, m.g.n + 1);
	if (!order || !layer)
		return call_end(n, NSI_MEMORY);
	graph_order(&m.g, &n->scratch, order);
	graph_layers(&m.g, order, layer);
	table_begin(t, &n->scratch, n->lang, cols, 10);
	for (size_t i = 0; i < m.g.n && !status; i++)
		if (!only || m.module[i] == only)
			status = map_row(n, &m, i, layer[i], t);
	*out = &t->rows;
	return call_end(n, status);
}
