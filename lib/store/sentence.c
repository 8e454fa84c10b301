/* sentence.c - sentences about entries, for refusals, answers and the log. */
#include "store/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/private.h"
#include "store/verb.h"

/* HIDE: secret text is not to be seen; SECRET: there was some. WHAT, MORE: of an undo or redo, what its act says first,
 * and how many more entries it has. */
struct about { struct nsi *nsi; sqlite3_stmt *entry, *extra; bool hide, secret; const char *what, *more; };

static const char *of_statement(struct nsi *n, sqlite3_stmt *s, const char *key)
{
	for (int i = 0, k = sqlite3_column_count(s); i < k; i++)
		if (!strcmp(sqlite3_column_name(s, i), key))
			return db_string(n, s, i);
	return NULL;
}

/* A day as people of that language write it. */
static const char *shown_day(struct nsi *n, const char *iso)
{
	int32_t d = day_read_iso(iso, strlen(iso));
	char buf[11];

	return d == DAY_NONE || n->lang != LANG_RU ? iso : arena_strdup(&n->scratch, day_ru(buf, d));
}

static const char *of_data(struct nsi *n, const char *data, const char *key)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_DATA_KEY);
	enum nsi_status status = NSI_OK;
	const char *v = NULL;

	if (!s || !data)
		return NULL;
	db_text(s, ":data", data);
	db_text(s, ":key", key);
	if (db_row(n, s, &status)) {
		v = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return v;
}

static const char *value_of(struct about *a, const char *key)
{
	struct nsi *n = a->nsi;
	const char *v = a->extra ? of_statement(n, a->extra, key) : NULL;
	const struct nsi_verb *verb;

	if (!strcmp(key, "what") || !strcmp(key, "more"))
		return *key == 'w' ? a->what : a->more;
	if (!v)
		v = of_statement(n, a->entry, key);
	if (!v)
		v = of_data(n, of_statement(n, a->entry, "data"), key);
	if (!v)
		return NULL;
	verb = nsi_verb(of_statement(n, a->entry, "verb"));
	for (const struct nsi_field *f = verb ? verb->fields : NULL; f && f->key; f++)
		if (!strcmp(f->key, key)) {
			if (f->flags & NSI_SECRET) {
				/* another school's entry may name a text of ours: it is not its text */
				a->secret = of_statement(n, a->entry, "own");
				return a->secret && !a->hide ? private_text(n, v) : "…";
			}
			if (f->type == NSI_T_FLAG)
				return "";             /* that it stands says it all */
			if (f->type == NSI_T_WORD)
				return tr(n->lang, v);
			if (f->type == NSI_T_YEAR && !strchr(v, '/'))
				return arena_printf(&n->scratch, "%d/%s", atoi(v) - 1, v);
		}
	if (!strcmp(key, "state") || !strcmp(key, "check"))
		return tr(n->lang, v);
	return strlen(v) == 10 ? shown_day(n, v) : v;
}

/* One {key} or plain stretch; *P is moved behind it. False: a key that has no value. */
static bool piece(struct about *a, const char **p, struct buf *b)
{
	char key[32];
	size_t len = strcspn(*p, "{[]");
	const char *v;

	if (len) {
		buf_put(b, *p, len);
		*p += len;
		return true;
	}
	len = strcspn(++*p, "}");
	if (len >= sizeof(key))
		return false;
	memcpy(key, *p, len);
	key[len] = '\0';
	*p += len + ((*p)[len] == '}');
	v = value_of(a, key);
	buf_puts(b, v ? v : "—");
	return v != NULL;
}

static const char *filled(struct about *a, const char *text, int64_t origin, int64_t seq)
{
	struct nsi *n = a->nsi;
	struct buf b = { 0 };
	enum nsi_status status = NSI_OK;
	const char *out;

	a->entry = db_get(n, SQL_USE_ENTRY_SHOWN);
	if (!a->entry)
		return "";
	db_int(a->entry, ":origin", origin);
	db_int(a->entry, ":seq", seq);
	db_common(n, a->entry);
	if (!db_row(n, a->entry, &status))
		return "";
	for (const char *p = text; *p;) {
		size_t from = b.n;
		bool all = true;

		if (*p != '[') {
			if (*p == ']')
				p++;
			else
				piece(a, &p, &b);
			continue;
		}
		for (p++; *p && *p != ']';)
			all = piece(a, &p, &b) && all;
		if (!all && !b.oom) {
			b.n = from;
			b.s[from] = '\0';
		}
	}
	sqlite3_reset(a->entry);
	out = b.oom ? NULL : arena_strndup(&n->scratch, b.s ? b.s : "", b.n);
	if (!out)
		n->scratch.oom = true;
	buf_free(&b);
	return out ? out : "";
}

const char *sentence(struct nsi *n, const char *text, int64_t origin, int64_t seq, sqlite3_stmt *extra)
{
	return filled(&(struct about){ .nsi = n, .extra = extra, .hide = true }, text, origin, seq);
}

const char *sentence_of_row(struct nsi *n, sqlite3_stmt *row)
{
	return sentence(n, tr(n->lang, db_string(n, row, 2)), sqlite3_column_int64(row, 0),
	                sqlite3_column_int64(row, 1), row);
}

/* Of the act that an undo or redo is about. */
static void read_about(struct about *a, int64_t origin, int64_t seq)
{
	struct nsi *n = a->nsi;
	struct about act = { .nsi = n, .hide = a->hide };
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_ABOUT);
	enum nsi_status status = NSI_OK;
	const struct nsi_verb *v;
	int64_t of, first;

	if (!s)
		return;
	db_int(s, ":origin", origin);
	db_int(s, ":seq", seq);
	if (!db_row(n, s, &status))
		return;
	of = sqlite3_column_int64(s, 0);
	first = sqlite3_column_int64(s, 1);
	v = nsi_verb((const char *)sqlite3_column_text(s, 2));
	a->more = db_string(n, s, 3);
	sqlite3_reset(s);
	if (v && v->says)
		a->what = filled(&act, tr(n->lang, v->says), of, first);
	a->secret |= act.secret;
}

static const char *entry_says(struct about *a, const char *says, int64_t origin, int64_t seq)
{
	if (strstr(says, "{what}"))
		read_about(a, origin, seq);
	return filled(a, tr(a->nsi->lang, says), origin, seq);
}

struct nsi_cell sentence_of_entry(struct nsi *n, int64_t origin, int64_t seq)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ENTRY_VERB);
	struct about a = { .nsi = n, .hide = true };
	const struct nsi_verb *v = NULL;
	enum nsi_status status = NSI_OK;
	struct nsi_cell c;

	if (!s)
		return cell_text(NSI_T_TEXT, "");
	db_int(s, ":origin", origin);
	db_int(s, ":seq", seq);
	if (db_row(n, s, &status)) {
		v = nsi_verb((const char *)sqlite3_column_text(s, 0));
		sqlite3_reset(s);
	}
	if (!v || !v->says)
		return cell_text(NSI_T_TEXT, "");
	c = cell_text(NSI_T_TEXT, entry_says(&a, v->says, origin, seq));
	if (a.secret) {
		a.hide = false;
		c.shown = entry_says(&a, v->says, origin, seq);
		c.flags |= NSI_CELL_SECRET;
	}
	return c;
}
