/* check.c - is the database what it says it is? Named checks, silent when all is well. */
#include <string.h>

#include "base/hash.h"
#include "base/progress.h"
#include "model/model.h"
#include "store/db.h"
#include "store/edition.h"
#include "store/journal.h"
#include "store/private.h"
#include "store/resolve.h"
#include "store/tally.h"

struct checking { struct nsi *n; struct table *t; unsigned flags; const char *name; };

static enum nsi_status found(struct checking *c, const char *place, const char *text)
{
	struct nsi_cell *cell = table_row(c->t);

	if (!cell)
		return NSI_MEMORY;
	cell[0] = cell_text(NSI_T_ID, c->name);
	cell[1] = cell_text(NSI_T_TEXT, place);
	cell[2] = cell_text(NSI_T_TEXT, text);
	return NSI_OK;
}

/* ---- the checks ------------------------------------------------------------------------------------------ */

static enum nsi_status integrity(struct checking *c)
{
	sqlite3_stmt *s = db_get(c->n, SQL_USE_INTEGRITY);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	while (!status && db_row(c->n, s, &status))
		if (strcmp((const char *)sqlite3_column_text(s, 0), "ok"))
			status = found(c, NULL, db_string(c->n, s, 0));
	return status;
}

/* Every act's hash anew from its lines and the link before. */
static enum nsi_status chain(struct checking *c)
{
	struct nsi *n = c->n;
	enum nsi_status status = NSI_OK;
	struct chain_state st = { 0 };
	const char *place;

	while (!status && (place = chain_broken(n, &st, &status)))
		status = found(c, place, tr(n->lang, N_("the entries of this command are not what was written")));
	chain_end(&st);
	return status;
}

/* Is TEXT what this version writes into the schema of a database? */
static bool of_ours(const char *text)
{
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if ((!strcmp(f->kind, "view") || !strcmp(f->kind, "sql")) && strstr(f->text, text))
			return true;
	for (const struct derived *d = facts; d->name; d++)
		if (strstr(d->create, text))
			return true;
	for (const struct derived *d = defines; d->name; d++)
		if (strstr(d->create, text))
			return true;
	return false;
}

static enum nsi_status schema(struct checking *c, bool *any)
{
	sqlite3_stmt *s = db_get(c->n, SQL_USE_SCHEMA);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(c->n, s, &status))
		if (!of_ours((const char *)sqlite3_column_text(s, 1))) {
			*any = true;
			status = found(c, db_string(c->n, s, 0),
			               tr(c->n->lang, N_("is not defined as this version defines it")));
		}
	return status;
}

static enum nsi_status differs(struct checking *c, const char *name, int64_t off)
{
	return found(c, name,
	             arena_printf(&c->n->scratch, tr(c->n->lang, N_("%lld rows differ from what the journal says")),
	                          (long long)off));
}

static enum nsi_status derived(struct checking *c)
{
	struct nsi *n = c->n;
	enum nsi_status status = db_begin(n);
	size_t at = 0;
	int64_t off;
	const char *name;
	bool any = false;

	if (!status)
		status = schema(c, &any);
	while (!status && (name = fold_compare(n, &at, &off, &status))) {
		any = true;
		status = differs(c, name, off);
	}
	if (!status)
		status = tally_compare(n, &off);
	if (!status && off) {
		any = true;
		status = differs(c, "tally", off);
	}
	db_rollback(n);
	if (status || !any || !(c->flags & NSI_REPAIR))
		return status;
	return fold_renew(n);
}

/* An edition is named by the hash of all that stands in it. */
static enum nsi_status editions(struct checking *c)
{
	struct nsi *n = c->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_EDITIONS);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 0);
		bool ok;

		status = edition_whole(n, id, db_string(n, s, 1), db_string(n, s, 2), &ok);
		if (!status && !ok)
			status = found(c,
			               arena_printf(&n->scratch, "%s %lld", db_string(n, s, 1),
			                            (long long)edition_number(n, id)),
			               tr(n->lang, N_("this edition of the definitions is not what was loaded")));
	}
	if (s)
		sqlite3_reset(s);
	return status;
}

static enum nsi_status references(struct checking *c)
{
	struct nsi *n = c->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_BAD_REFERENCES);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	while (!status && db_row(n, s, &status))
		status = found(c, db_string(n, s, 0), tr(n->lang, N_("names something that is not in the dictionary")));
	return status;
}

static enum nsi_status privacy(struct checking *c)
{
	struct nsi *n = c->n;
	int64_t orphans = 0, missing = 0;
	bool open = private_is_open_to_others(n, c->flags & NSI_REPAIR);
	enum nsi_status status = open ? found(c, NULL, tr(n->lang, N_("others may read the private file"))) : NSI_OK;

	if (!status)
		status = private_count(n, c->flags & NSI_REPAIR, &orphans, &missing);
	if (!status && missing)
		status = found(c, NULL, arena_printf(&n->scratch, tr(n->lang, N_("entries whose private text is missing: %lld")), (long long)missing));
	return status;
}

/* Whatever is unsound although it is stored: it came from elsewhere. */
static enum nsi_status sound(struct checking *c)
{
	struct nsi *n = c->n;
	struct refusal *v;
	size_t count = 0;
	enum nsi_status status = db_begin(n);

	if (!status)
		status = fold_done(n);
	if (!status)
		status = db_do(n, SQL_USE_SPAN_ALL);
	if (!status)
		status = fold_rules(n, false, NULL, &v, &count);
	for (size_t i = 0; i < count && !status; i++)
		status = found(c, arena_printf(&n->scratch, "%s:%lld", v[i].origin == n->origin ? n->origin_code : "", (long long)v[i].seq), v[i].text);
	db_rollback(n);
	return status;
}

static const struct { const char *name, *help; enum nsi_status (*run)(struct checking *); } checks[] = {
	{ "integrity", N_("the file is whole, as SQLite sees it"), integrity },
	{ "chain", N_("no entry was changed since it was written"), chain },
	{ "editions", N_("no definition was changed since it was loaded"), editions },
	{ "derived", N_("everything derived is what the journal gives"), derived },
	{ "references", N_("every entry names what there is"), references },
	{ "sound", N_("no entry breaks a rule"), sound },
	{ "private", N_("each entry has its private text, and no others read it"), privacy },
};
enum { CHECKS = sizeof(checks) / sizeof(*checks) };

enum nsi_status nsi_check(struct nsi *n, struct nsi_list names, unsigned flags, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "check", N_("Check"), NULL, NSI_T_ID, false }, { "place", N_("Place"), NULL, NSI_T_TEXT, false },
		{ "text", N_("What"), NULL, NSI_T_TEXT, false },
	};
	static const char *const known[CHECKS + 1] = { "integrity", "chain", "editions", "derived", "references", "sound", "private" };
	struct checking c = { .n = n, .flags = flags };
	enum nsi_status status = answer_begin(n, &c.t, false);
	if (status)
		return call_end(n, status);
	table_begin(c.t, &n->scratch, n->lang, cols, 3);
	for (size_t i = 0; i < names.n && !status; i++) {
		size_t k = 0;

		while (k < CHECKS && strcmp(checks[k].name, names.v[i]))
			k++;
		if (k == CHECKS) {
			const char *near = text_near(names.v[i], known, CHECKS);

			status = fail(&n->messages, NSI_USAGE, N_("there is no check \"%s\" (did you mean %s?)"),
			              names.v[i], near ? near : known[0]);
		}
	}
	for (size_t k = 0; k < CHECKS && !status; k++) {
		bool wanted = !names.n;

		for (size_t i = 0; i < names.n; i++)
			wanted |= !strcmp(checks[k].name, names.v[i]);
		c.name = checks[k].name;
		progress_at(&n->messages, N_("checking"), (int64_t)k, CHECKS);
		if (wanted)
			status = checks[k].run(&c);
	}
	*out = &c.t->rows;
	return call_end(n, status ? status : c.t->rows.nrow ? NSI_DATA : NSI_OK);
}

enum nsi_status nsi_check_list(struct nsi *n, bool definitions, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "check", N_("Check"), NULL, NSI_T_ID, false }, { "severity", N_("Severity"), NULL, NSI_T_WORD, false },
		{ "help", N_("What"), NULL, NSI_T_TEXT, false },
	};
	struct table *t;
	struct nsi_cell *c;

	call_begin(n);
	t = arena_new(&n->scratch, struct table);
	if (!t)
		return call_end(n, NSI_MEMORY);
	table_begin(t, &n->scratch, n->lang, cols, 3);
	for (const struct model_check *k = model_checks(); definitions && k->name && (c = table_row(t)); k++) {
		c[0] = cell_text(NSI_T_ID, k->name);
		c[1] = cell_text(NSI_T_WORD, k->severity == NSI_ERROR ? N_("error") : N_("warning"));
		c[2] = cell_text(NSI_T_TEXT, tr(n->lang, k->help));
	}
	for (size_t k = 0; !definitions && k < CHECKS && (c = table_row(t)); k++) {
		c[0] = cell_text(NSI_T_ID, checks[k].name);
		c[1] = cell_text(NSI_T_WORD, N_("error"));
		c[2] = cell_text(NSI_T_TEXT, tr(n->lang, checks[k].help));
	}
	*out = &t->rows;
	return call_end(n, NSI_OK);
}
