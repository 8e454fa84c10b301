/* edition.c - one row an object; the name of an edition is the hash of all its items. */
#include "store/edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/progress.h"
#include "store/db.h"
#include "store/fold.h"
#include "store/resolve.h"
#include "store/title.h"

enum nsi_status edition_read(struct nsi *n, struct model *md, int64_t edition)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ITEMS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":edition", edition);
	while (db_row(n, s, &status)) {
		status = model_read_item(md, (const char *)sqlite3_column_text(s, 0), sqlite3_column_int64(s, 1),
		                         db_string(n, s, 2));
		if (status) {
			sqlite3_reset(s);
			break;
		}
	}
	return status;
}

/* ---- keeping ------------------------------------------------------------------------------------------ */

struct piece { const char *kind, *id, *body; int64_t ord; };

static int by_name(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;
	int c = strcmp(x->kind, y->kind);

	if (c)
		return c;
	if (x->ord != y->ord)
		return x->ord < y->ord ? -1 : 1;
	return strcmp(x->id, y->id);
}

/* The items in the order that the hash takes them: by kind, then as in the files. */
static enum nsi_status pieces(struct nsi *n, const struct model *md, const char *kind,
                              struct piece **out, size_t *count)
{
	size_t cap = 0;

	*out = NULL;
	*count = 0;
	for (const struct object *const *o = objects; *o; o++) {
		const struct head *const *v;
		size_t k = (*o)->edition && !strcmp((*o)->edition, kind) ? model_list(md, (*o)->name, &v) : 0;

		for (size_t i = 0; i < k; i++) {
			struct piece *p = arena_grow(&n->scratch, *out, &cap, *count + 1, sizeof(*p));

			if (!p)
				return NSI_MEMORY;
			*out = p;
			p[(*count)++] = (struct piece){ (*o)->name, v[i]->id, model_json(&n->scratch, v[i]), (int64_t)i };
		}
	}
	if (*count)
		qsort(*out, *count, sizeof(**out), by_name);
	return NSI_OK;
}

static enum nsi_status item_add(struct nsi *n, int64_t edition, const struct piece *p)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ITEM_ADD);

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":edition", edition);
	db_text(s, ":kind", p->kind);
	db_text(s, ":id", p->id);
	db_int(s, ":ord", p->ord);
	db_text(s, ":body", p->body);
	return db_run(n, s);
}

static enum nsi_status make(struct nsi *n, int64_t id, const char *kind, const char *hash, const struct piece *v,
                            size_t count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_EDITION_ADD);
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":id", id);
	db_text(s, ":kind", kind);
	db_text(s, ":hash", hash);
	status = db_run(n, s);
	for (size_t i = 0; i < count && !status; i++) {
		progress_at(&n->messages, N_("keeping the definitions"), (int64_t)i, (int64_t)count);
		status = item_add(n, id, &v[i]);
	}
	s = status ? NULL : db_get(n, SQL_USE_EDITION_CODES);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_int(s, ":edition", id);
	status = db_run(n, s);
	return status ? status : fold_edition(n, id);
}

/* What the hash that names an edition is made of. */
static void put_piece(struct buf *all, const char *kind, const char *id, const char *body)
{
	buf_puts(all, kind);
	buf_putc(all, '\t');
	buf_puts(all, id);
	buf_putc(all, '\t');
	buf_puts(all, body);
	buf_putc(all, '\n');
}

enum nsi_status edition_keep(struct nsi *n, const struct model *md, const char *kind, int64_t *id, bool *new)
{
	struct piece *v;
	size_t count;
	struct buf all = { 0 };
	char hash[HASH_HEX];
	enum nsi_status status = pieces(n, md, kind, &v, &count);
	sqlite3_stmt *s;

	buf_printf(&all, "%s\n", kind);
	for (size_t i = 0; i < count && !status; i++)
		put_piece(&all, v[i].kind, v[i].id, v[i].body);
	if (!status && all.oom)
		status = NSI_MEMORY;
	if (!status)
		sha256_hex(all.s, all.n, hash);
	buf_free(&all);
	if (status)
		return status;
	*id = code_id(n, "edition", hash);
	s = *id ? db_get(n, SQL_USE_EDITION_THERE) : NULL;
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":id", *id);
	*new = !db_value(n, s, 0);
	return *new ? make(n, *id, kind, hash, v, count) : NSI_OK;
}

enum nsi_status edition_whole(struct nsi *n, int64_t id, const char *kind, const char *hash, bool *ok)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ITEMS);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;
	char now[HASH_HEX] = "";
	struct buf all = { 0 };

	buf_printf(&all, "%s\n", kind);
	if (s)
		db_int(s, ":edition", id);
	while (!status && db_row(n, s, &status))
		put_piece(&all, (const char *)sqlite3_column_text(s, 0), (const char *)sqlite3_column_text(s, 3),
		          (const char *)sqlite3_column_text(s, 2));
	if (!status && all.oom)
		status = NSI_MEMORY;
	if (!status)
		sha256_hex(all.s, all.n, now);
	buf_free(&all);
	*ok = !strcmp(now, hash);
	return status;
}

int64_t edition_number(struct nsi *n, int64_t id)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_EDITION_NUMBER);

	if (!s)
		return 0;
	db_int(s, ":id", id);
	return db_value(n, s, 0);
}

/* ---- what differs ---------------------------------------------------------------------------------------- */

enum nsi_status edition_diff(struct nsi *n, struct editions from, struct editions to, struct table *t)
{
	static const struct nsi_column cols[] = {
		{ "change", N_("Change"), NULL, NSI_T_ID, false }, { "object", N_("Object"), NULL, NSI_T_WORD, false },
		{ "id", N_("Id"), NULL, NSI_T_ID, false }, { "detail", N_("What"), NULL, NSI_T_TEXT, false },
	};
	sqlite3_stmt *s = db_get(n, SQL_USE_EDITION_DIFF);
	enum nsi_status status = NSI_OK;

	table_begin(t, &n->scratch, n->lang, cols, 4);
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":a", from.programme);
	db_int(s, ":a2", from.rest);
	db_int(s, ":b", to.programme);
	db_int(s, ":b2", to.rest);
	while (db_row(n, s, &status)) {
		struct nsi_cell *c = table_row(t);

		if (!c) {
			sqlite3_reset(s);
			return NSI_MEMORY;
		}
		c[0] = cell_text(NSI_T_ID, db_string(n, s, 0));
		c[1] = cell_text(NSI_T_WORD, db_string(n, s, 1));
		c[2] = cell_text(NSI_T_ID, db_string(n, s, 2));
		c[3] = cell_text(NSI_T_TEXT, title_in(&n->scratch, n->lang, db_string(n, s, 3)));
	}
	return status;
}
