/* names.c - from codes to names and from surnames to codes, only where the private file can be read. */
#include "store/names.h"

#include <string.h>

#include "base/name.h"
#include "store/db.h"
#include "store/private.h"
#include "store/private_file.h"
#include "store/resolve.h"

enum { MOST_FOUND = 20 };

const char *name_of(struct nsi *n, int64_t person)
{
	sqlite3_stmt *s = private_open_quietly(n) ? db_get(n, SQL_USE_NAME_OF) : NULL;
	enum nsi_status status = NSI_OK;
	const char *hash = NULL, *name;

	if (!s)
		return NULL;
	db_int(s, ":person", person);
	if (db_row(n, s, &status)) {
		hash = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	name = hash ? private_text(n, hash) : NULL;
	return name && strcmp(name, "…") ? name : NULL;
}

/* ---- with codes ------------------------------------------------------------------------------------------ */

static int64_t person_of(struct nsi *n, const char *code)
{
	sqlite3_stmt *s;
	enum nsi_status status = NSI_OK;
	int64_t id = 0;

	if (strchr(code, '/'))
		return code_find(n, "person", code);
	s = db_get(n, SQL_USE_PERSON_BARE);
	if (!s)
		return 0;
	db_text(s, ":bare", code);
	if (db_row(n, s, &status)) {
		id = sqlite3_column_int64(s, 0);
		sqlite3_reset(s);
	}
	return id;
}

static const char *full_name(struct nsi *n, const char *code)
{
	int64_t id = person_of(n, code);

	return id ? name_of(n, id) : NULL;
}

/* "p07 Гречкина О. П." */
static const char *beside(struct nsi *n, const char *code, const char *full)
{
	struct name name;

	if (!full)
		return code;
	return arena_printf(&n->scratch, "%s %s", code, name_split(&n->scratch, full, &name) ? name_short(&n->scratch, &name) : full);
}

/* Several codes with blanks between. */
static const char *all_beside(struct nsi *n, const char *codes)
{
	const char *out = "";

	for (size_t len; *codes; codes += len + strspn(codes + len, " ")) {
		const char *code, *one;

		len = strcspn(codes, " ");
		code = arena_strndup(&n->scratch, codes, len);
		one = beside(n, code, full_name(n, code));
		out = *out ? arena_printf(&n->scratch, "%s, %s", out, one) : one;
	}
	return out;
}

static bool of_people(const struct nsi_column *col, const struct nsi_cell *c)
{
	return (c->type == NSI_T_ID || c->type == NSI_T_LIST || c->type == NSI_T_TEXT) && c->s &&
	       ((c->flags & NSI_CELL_PERSON) || (!strcmp(col->key, "person") && col->type == NSI_T_ID));
}

/* A column of names behind the column AT of codes. */
static enum nsi_status add_column(struct nsi *n, struct nsi_rows *r, size_t at)
{
	struct nsi_column *cols = arena_array(&n->scratch, struct nsi_column, r->ncol + 1);
	struct nsi_cell *cells = arena_array(&n->scratch, struct nsi_cell, (r->ncol + 1) * (r->nrow + 1));

	if (!cols || !cells)
		return NSI_MEMORY;
	memcpy(cols, r->cols, (at + 1) * sizeof(*cols));
	cols[at + 1] = (struct nsi_column){ "name", tr(n->lang, N_("Name")), NULL, NSI_T_TEXT, cols[at].hidden };
	memcpy(cols + at + 2, r->cols + at + 1, (r->ncol - at - 1) * sizeof(*cols));
	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *from = r->cells + i * r->ncol, *code = from + at;
		struct nsi_cell *to = cells + i * (r->ncol + 1);

		memcpy(to, from, (at + 1) * sizeof(*to));
		memcpy(to + at + 2, from + at + 1, (r->ncol - at - 1) * sizeof(*to));
		if (of_people(&r->cols[at], code)) {
			const char *name = code->shown ? code->shown : full_name(n, code->s);

			if (name)
				to[at + 1] = (struct nsi_cell){ .type = NSI_T_TEXT, .s = name };
		}
	}
	r->cols = cols;
	r->cells = cells;
	r->ncol++;
	return NSI_OK;
}

static enum nsi_status add_note(struct nsi *n, struct nsi_rows *r)
{
	const char **notes = arena_array(&n->scratch, const char *, r->nnote + 1);

	if (!notes)
		return NSI_MEMORY;
	if (r->nnote)
		memcpy(notes, r->notes, r->nnote * sizeof(*notes));
	notes[r->nnote++] = tr(n->lang, N_("with names: for official use only"));
	r->notes = notes;
	return NSI_OK;
}

const struct nsi_rows *names_shown(struct nsi *n, const struct nsi_rows *r, bool wanted, bool machine, bool paper)
{
	struct nsi_rows *out = arena_new(&n->scratch, struct nsi_rows);
	size_t count = r->ncol * r->nrow, person = r->ncol;
	struct nsi_cell *cells = arena_array(&n->scratch, struct nsi_cell, count + 1);

	if (!out || !cells)
		return NULL;
	*out = *r;
	wanted = wanted && n->db && private_open_quietly(n);
	for (size_t i = 0; i < r->ncol; i++)
		if (!strcmp(r->cols[i].key, "name"))
			machine = false;           /* there is such a column already */
	for (size_t i = r->ncol; i-- > 0;)
		if (!strcmp(r->cols[i].key, "person"))
			person = i;
	if (wanted && machine && person < r->ncol && add_column(n, out, person))
		return NULL;
	if (wanted && machine)
		return out;
	if (count)
		memcpy(cells, r->cells, count * sizeof(*cells));
	for (size_t i = 0; i < count; i++) {
		struct nsi_cell *c = &cells[i];

		if (!of_people(&r->cols[i % r->ncol], c))
			continue;
		if (!wanted)
			c->shown = NULL;
		else if (c->shown)
			c->shown = beside(n, c->s, c->shown);
		else
			c->shown = all_beside(n, c->s);
	}
	out->cells = cells;
	return wanted && paper && add_note(n, out) ? NULL : out;
}

/* ---- by surname -------------------------------------------------------------------------------------------- */

struct finding { int64_t v[MOST_FOUND]; size_t n; };

static void found(struct nsi *n, const char *hash, struct finding *f)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_NAME_HOLDERS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return;
	db_text(s, ":name", hash);
	while (db_row(n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 0);
		size_t i = 0;

		while (i < f->n && f->v[i] != id)
			i++;
		if (i == f->n && f->n < MOST_FOUND)
			f->v[f->n++] = id;
	}
}

size_t names_find(struct nsi *n, const char *word, int64_t *id, const char **codes)
{
	const char *from = name_family_key(&n->scratch, word);
	struct finding whole = { .n = 0 }, begins = { .n = 0 }, *f;
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s;

	*codes = "";
	if (!*from || !private_open_quietly(n) || !(s = private_get(n, PRIVATE_NAME_FIND)))
		return 0;
	db_text(s, ":from", from);
	db_text(s, ":to", arena_printf(&n->scratch, "%s\U0010FFFF", from));
	while (begins.n < MOST_FOUND && private_row(n, s, &status))
		found(n, (const char *)sqlite3_column_text(s, 0), sqlite3_column_int(s, 1) ? &whole : &begins);
	sqlite3_reset(s);
	f = whole.n ? &whole : &begins;
	for (size_t i = 0; i < f->n; i++) {
		*id = f->v[i];
		*codes = i ? arena_printf(&n->scratch, "%s, %s", *codes, person_shown(n, f->v[i])) : person_shown(n, f->v[i]);
	}
	return f->n;
}
