/* names.c - from codes to names and from surnames to codes, only where the private file can be read. */
#include "store/names.h"

#include <string.h>

#include "base/name.h"
#include "store/db.h"
#include "store/private.h"
#include "store/private_file.h"
#include "store/resolve.h"

enum { MOST_FOUND = 20, SHORTEST_NAME = 8, LONGEST_ENDING = 4 /* bytes: of letters of two */ };

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

static bool agreed(struct nsi *n, int64_t person, const char *scope)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_CONSENT_NOW);
	enum nsi_status status = NSI_OK;
	bool found;

	if (!s)
		return false;
	db_int(s, ":person", person);
	db_text(s, ":scope", scope);
	db_int(s, ":on", n->today);
	found = db_row(n, s, &status);
	sqlite3_reset(s);
	return found;
}

enum naming names_allowed(struct nsi *n, enum where there, bool asked, bool open)
{
	const char *print = there == ON_PAPER && n->db ? setting(n, "names.print") : NULL;

	if (!n->db || !(asked || there == ON_SCREEN || (print && !strcmp(print, "on"))) || !private_open_quietly(n))
		return open ? NAMES_NOTHING : NAMES_NONE;
	return open ? NAMES_AGREED : NAMES_ALL;
}

const char *name_in(struct nsi *n, enum naming whose, int64_t person)
{
	switch (whose) {
	case NAMES_NONE:
	case NAMES_NOTHING:
		return NULL;
	case NAMES_AGREED:
		return agreed(n, person, "public") ? name_of(n, person) : NULL;
	case NAMES_ALL:
		break;
	}
	return name_of(n, person);
}

const char *names_note(struct nsi *n, enum naming whose, enum where there)
{
	return whose == NAMES_ALL && there != ON_SCREEN ? tr(n->lang, N_("with names: for official use only")) : NULL;
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

static const char *full_name(struct nsi *n, enum naming whose, const char *code)
{
	int64_t id = person_of(n, code);

	return id ? name_in(n, whose, id) : NULL;
}

/* A cell may bring the name along: of somebody whom this call enrols. Nobody of these has agreed to anything. */
static const char *cell_name(struct nsi *n, enum naming whose, const struct nsi_cell *c)
{
	return whose == NAMES_ALL && c->shown ? c->shown : full_name(n, whose, c->s);
}

/* "p07 Гречкина О. П." */
static const char *beside(struct nsi *n, const char *code, const char *full)
{
	struct name name;

	if (!full)
		return code;
	return arena_printf(&n->scratch, "%s %s", code,
	                    name_split(&n->scratch, full, &name) ? name_short(&n->scratch, &name) : full);
}

const char *names_beside(struct nsi *n, enum naming whose, const char *codes)
{
	const char *out = "";

	for (size_t len; *codes; codes += len + strspn(codes + len, " ")) {
		const char *code, *one;

		len = strcspn(codes, " ");
		code = arena_strndup(&n->scratch, codes, len);
		one = beside(n, code, full_name(n, whose, code));
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
static enum nsi_status add_column(struct nsi *n, struct nsi_rows *r, enum naming whose, size_t at)
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
			const char *name = cell_name(n, whose, code);

			if (name)
				to[at + 1] = (struct nsi_cell){ .type = NSI_T_TEXT, .s = name };
		}
	}
	r->cols = cols;
	r->cells = cells;
	r->ncol++;
	return NSI_OK;
}

static enum nsi_status add_note(struct nsi *n, struct nsi_rows *r, const char *note)
{
	const char **notes = arena_array(&n->scratch, const char *, r->nnote + 1);

	if (!notes)
		return NSI_MEMORY;
	if (r->nnote)
		memcpy(notes, r->notes, r->nnote * sizeof(*notes));
	notes[r->nnote++] = note;
	r->notes = notes;
	return NSI_OK;
}

/* What a cell shows to its readers. */
static void show_cell(struct nsi *n, enum naming whose, bool machine, const struct nsi_column *col, struct nsi_cell *c)
{
	if (c->flags & NSI_CELL_SECRET) {
		if (machine && whose == NAMES_ALL)
			c->s = c->shown;
		if (machine || whose != NAMES_ALL)
			c->shown = NULL;
	}
	if (!of_people(col, c))
		return;
	if (whose == NAMES_NONE || whose == NAMES_NOTHING || machine)
		c->shown = NULL;
	else if (c->shown)
		c->shown = beside(n, c->s, cell_name(n, whose, c));
	else
		c->shown = names_beside(n, whose, c->s);
}

const struct nsi_rows *names_shown(struct nsi *n, const struct nsi_rows *r, enum naming whose, enum where there,
                                   bool machine)
{
	struct nsi_rows *out = arena_new(&n->scratch, struct nsi_rows);
	const char *note = machine ? NULL : names_note(n, whose, there);
	size_t person = r->ncol, count;
	bool named = false;
	struct nsi_cell *cells;

	if (!out)
		return NULL;
	*out = *r;
	for (size_t i = r->ncol; i-- > 0;) {
		named |= !strcmp(r->cols[i].key, "name");          /* there is such a column already */
		if (!strcmp(r->cols[i].key, "person"))
			person = i;
	}
	if ((whose == NAMES_ALL || whose == NAMES_AGREED) && machine && !named && person < r->ncol &&
	    add_column(n, out, whose, person))
		return NULL;
	count = out->ncol * out->nrow;
	cells = arena_array(&n->scratch, struct nsi_cell, count + 1);
	if (!cells)
		return NULL;
	if (count)
		memcpy(cells, out->cells, count * sizeof(*cells));
	for (size_t i = 0; i < count; i++)
		show_cell(n, whose, machine, &out->cols[i % out->ncol], &cells[i]);
	out->cells = cells;
	for (size_t i = 0; i < r->nsecret && whose == NAMES_ALL && !machine; i++)
		if (add_note(n, out, r->secrets[i]))
			return NULL;
	return note && add_note(n, out, note) ? NULL : out;
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

/* Letters that endings of cases are made of: «-ой», «-ых», «-ого», but not «-ка». */
static bool is_ending(const char *s)
{
	static const char letters[] = "а е и о у ы ю я й ь м х г";

	for (; *s; s += 2)
		if (!s[1] || !strstr(letters, (const char[]){ s[0], s[1], '\0' }))
			return false;
	return true;
}

/* Is WORD the surname of PERSON, but for an ending of up to two letters? */
static bool is_family(struct nsi *n, const char *word, int64_t person)
{
	const char *full = name_of(n, person), *family;
	struct name name;
	size_t common = 0, most;

	if (!full || !name_split(&n->scratch, full, &name))
		return false;
	family = name_family_key(&n->scratch, name.family);
	while (word[common] && word[common] == family[common])
		common++;
	while (common && (word[common] & 0xc0) == 0x80)
		common--;
	most = common + LONGEST_ENDING;
	return strlen(word) <= most && strlen(family) <= most && is_ending(word + common);
}

const char *names_in(struct nsi *n, const char *text)
{
	static const char between[] = " \t\r\n.,;:!?()\"/";
	const char *word, *key, *codes;
	size_t len, stem;
	int64_t id;

	for (text += strspn(text, between); *text; text += len + strspn(text + len, between)) {
		len = strcspn(text, between);
		word = arena_strndup(&n->scratch, text, len);
		key = name_family_key(&n->scratch, word);
		stem = strlen(key);
		if (stem < SHORTEST_NAME)
			continue;
		stem -= stem >= SHORTEST_NAME + LONGEST_ENDING ? LONGEST_ENDING : 0;
		if (names_find(n, key, &id, &codes) == 1 && is_family(n, key, id))
			return word;
		if (names_find(n, arena_strndup(&n->scratch, key, stem), &id, &codes) && is_family(n, key, id))
			return word;
	}
	return NULL;
}

const char *names_like(struct nsi *n, const char *word)
{
	const char *folded = name_family_key(&n->scratch, word), *out;
	sqlite3_stmt *s = *folded && private_open_quietly(n) ? private_get(n, PRIVATE_NAME_LIKE) : NULL, *who;
	enum nsi_status status = NSI_OK;
	struct buf b = { 0 };

	if (s)
		db_text(s, ":word", folded);
	while (s && private_row(n, s, &status) && (who = db_get(n, SQL_USE_NAME_HOLDERS))) {
		db_text(who, ":name", (const char *)sqlite3_column_text(s, 0));
		while (db_row(n, who, &status))
			buf_printf(&b, "%s%lld", b.n ? "," : "[", (long long)sqlite3_column_int64(who, 0));
	}
	if (s)
		sqlite3_reset(s);
	buf_puts(&b, b.n ? "]" : "[]");
	out = b.oom ? NULL : arena_strndup(&n->scratch, b.s, b.n);
	n->scratch.oom |= b.oom;
	buf_free(&b);
	return out ? out : "[]";
}
