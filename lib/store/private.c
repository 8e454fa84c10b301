/* private.c - texts that stay in the school: kept under the main database's lock, swept when no entry names them. */
#include "store/private.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/private_file.h"

/* ---- keeping ------------------------------------------------------------------------------------- */

static void hash_of(const unsigned char *salt, const char *body, size_t len, char out[HASH_HEX])
{
	unsigned char sum[HASH_BYTES];
	struct hash h;

	hash_begin(&h);
	hash_add(&h, salt, SALT_BYTES);
	hash_add(&h, body, len);
	hash_end(&h, sum);
	to_hex(sum, sizeof(sum), out);
}

/* Where tests fix what a new database is called, its salts are fixed as well: by the text and by how
 * many were kept before. */
static enum nsi_status salt_of(struct nsi *n, const char *body, unsigned char salt[SALT_BYTES])
{
	const char *fixed = getenv("NSI_ORIGIN");
	unsigned char sum[HASH_BYTES];
	enum nsi_status status = NSI_OK;
	struct hash h;
	const char *number;
	sqlite3_stmt *s;

	if (!fixed || !*fixed)
		return random_bytes(salt, SALT_BYTES) ? NSI_OK
			: fail(&n->messages, NSI_MACHINE, N_("the system gives no random numbers"));
	s = private_get(n, PRIVATE_LAST);
	if (!private_row(n, s, &status))
		return status;
	number = arena_printf(&n->scratch, "%lld:", (long long)sqlite3_column_int64(s, 0) + (long long)n->private->n);
	sqlite3_reset(s);
	hash_begin(&h);
	hash_add(&h, number, strlen(number));
	hash_add(&h, body, strlen(body));
	hash_end(&h, sum);
	memcpy(salt, sum, SALT_BYTES);
	return NSI_OK;
}

const char *private_keep(struct nsi *n, const char *text)
{
	enum nsi_status status = private_open(n);
	struct private *p;
	struct kept *k;

	if (!status && n->private->hidden) {               /* who was looked for by name was then not found */
		n->private->hidden = false;
		status = fail(&n->messages, NSI_MACHINE,
		              N_("%s could not be read when people were looked for: say it again"), n->private->path);
	}
	if (status) {
		call_break(n, status);
		return NULL;
	}
	p = n->private;
	k = arena_grow(&p->arena, p->v, &p->cap, p->n + 1, sizeof(*k));
	if (k)
		p->v = k;
	k = k ? &k[p->n] : NULL;
	if (!k || salt_of(n, text, k->salt) != NSI_OK)
		return NULL;
	k->body = arena_strdup(&p->arena, text);
	hash_of(k->salt, k->body, strlen(k->body), k->hash);
	k->family = k->folded = NULL;
	if (p->arena.oom)
		n->scratch.oom = true;
	if (p->arena.oom)
		return NULL;
	p->n++;
	return arena_strdup(&n->scratch, k->hash);
}

const char *private_keep_name(struct nsi *n, const struct name *name)
{
	const char *hash = private_keep(n, name_full(&n->scratch, name));
	struct kept *k = hash ? &n->private->v[n->private->n - 1] : NULL;

	if (!k)
		return NULL;
	k->family = arena_strdup(&n->private->arena, name_family_key(&n->scratch, name->family));
	k->folded = arena_strdup(&n->private->arena, name_key(&n->scratch, name));
	return n->private->arena.oom ? NULL : hash;
}

bool private_newest_is(const struct nsi *n, const char *text)
{
	return private_kept(n) && !strcmp(n->private->v[n->private->n - 1].body, text);
}

void private_unkeep(struct nsi *n)
{
	if (private_kept(n))
		n->private->n--;
}

bool private_kept(const struct nsi *n)
{
	return n->private && n->private->n;
}

bool private_oom(const struct nsi *n)
{
	return n->private && n->private->arena.oom;
}

void private_drop(struct nsi *n)
{
	struct private *p = n->private;

	if (!p)
		return;
	arena_free(&p->arena);
	p->v = NULL;
	p->n = p->cap = 0;
}

/* The keys of data that hold a hash, as a JSON array. */
static const char *keys(struct nsi *n)
{
	const char *all = "";

	for (const struct nsi_verb *v = nsi_verbs(); v->name; v++)
		for (const struct nsi_field *f = v->fields; f && f->key; f++) {
			const char *key = f->flags & NSI_SECRET ? arena_printf(&n->scratch, "\"%s\"", f->key) : "";

			if (!strstr(all, key))
				all = arena_printf(&n->scratch, *all ? "%s,%s" : "%s%s", all, key);
		}
	return arena_printf(&n->scratch, "[%s]", all);
}

enum nsi_status private_note(struct nsi *n, int64_t origin, int64_t first, int64_t last)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SECRET_ADD);

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", origin);
	db_int(s, ":first", first);
	db_int(s, ":last", last);
	db_text(s, ":keys", keys(n));
	return n->scratch.oom ? NSI_MEMORY : db_run(n, s);
}

static bool has_entry(struct nsi *n, const char *hash, enum nsi_status *status)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SECRET_FIND);
	bool found = false;

	if (!s) {
		*status = NSI_MACHINE;
		return true;
	}
	db_text(s, ":hash", hash);
	found = db_row(n, s, status);
	sqlite3_reset(s);
	return found || *status;
}

/* Texts that no entry names: how many; with AWAY they go. Only under the lock of the main database:
 * without it the entry of a text may just be on its way. */
static enum nsi_status orphans(struct nsi *n, bool all, bool away, int64_t *count)
{
	sqlite3_stmt *s = private_get(n, PRIVATE_NEW), *drop = away ? private_get(n, PRIVATE_DROP) : NULL;
	enum nsi_status status = s && (drop || !away) ? NSI_OK : NSI_MACHINE;

	*count = 0;
	if (status)
		return status;
	db_int(s, ":all", all);
	while (!status && private_row(n, s, &status)) {
		if (has_entry(n, (const char *)sqlite3_column_text(s, 1), &status))
			continue;
		++*count;
		if (!away)
			continue;
		db_int(drop, ":id", sqlite3_column_int64(s, 0));
		status = private_run(n, drop);
	}
	sqlite3_reset(s);
	return status || !away ? status : private_run(n, private_get(n, PRIVATE_SWEPT));
}

static enum nsi_status add(struct nsi *n, const struct kept *k)
{
	sqlite3_stmt *s = private_get(n, PRIVATE_ADD);
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":hash", k->hash);
	sqlite3_bind_blob(s, sqlite3_bind_parameter_index(s, ":salt"), k->salt, SALT_BYTES, SQLITE_STATIC);
	db_text(s, ":body", k->body);
	status = private_run(n, s);
	if (status || !k->family)
		return status;
	s = private_get(n, PRIVATE_NAME_ADD);
	if (!s)
		return NSI_MACHINE;
	db_text(s, ":hash", k->hash);
	db_text(s, ":family", k->family);
	db_text(s, ":folded", k->folded);
	return private_run(n, s);
}

static enum nsi_status end(struct nsi *n, enum nsi_status status)
{
	if (!status)
		status = private_exec(n, "COMMIT");
	if (status && !sqlite3_get_autocommit(n->private->db))
		sqlite3_exec(n->private->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

enum nsi_status private_commit(struct nsi *n)
{
	struct private *p = n->private;
	enum nsi_status status;
	int64_t count;

	if (!private_kept(n))
		return NSI_OK;
	status = call_state(n);
	if (status)
		return status;
	status = private_exec(n, "BEGIN IMMEDIATE");
	if (status)
		return status;
	status = orphans(n, false, true, &count);          /* before the new ones, whose entries may yet fail */
	for (size_t i = 0; i < p->n && !status; i++)
		if (has_entry(n, p->v[i].hash, &status) && !status)
			status = add(n, &p->v[i]);
	return end(n, status);
}

/* ---- reading ------------------------------------------------------------------------------------- */

/* Body of HASH, in the call's arena; NULL: none, or it was changed. */
static const char *body_of(struct nsi *n, const char *hash)
{
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = private_get(n, PRIVATE_GET);
	const char *body = NULL;
	char sum[HASH_HEX];

	if (!s)
		return NULL;
	db_text(s, ":hash", hash);
	if (private_row(n, s, &status) && sqlite3_column_bytes(s, 0) == SALT_BYTES) {
		const char *t = (const char *)sqlite3_column_text(s, 1);
		size_t len = (size_t)sqlite3_column_bytes(s, 1);

		hash_of(sqlite3_column_blob(s, 0), t, len, sum);
		body = strcmp(sum, hash) ? NULL : arena_strndup(&n->scratch, t, len);
	}
	sqlite3_reset(s);
	return body;
}

const char *private_text(struct nsi *n, const char *hash)
{
	const char *body = NULL;

	for (size_t i = private_kept(n) ? n->private->n : 0; i-- > 0;)
		if (!strcmp(n->private->v[i].hash, hash))
			return arena_strdup(&n->scratch, n->private->v[i].body);
	if (private_open_quietly(n))
		body = body_of(n, hash);
	return body ? body : "…";
}

static enum nsi_status missing_count(struct nsi *n, int64_t *missing)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SECRET_OWN);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(n, s, &status))
		if (!body_of(n, (const char *)sqlite3_column_text(s, 0)))
			++*missing;
	return status;
}

enum nsi_status private_count(struct nsi *n, bool repair, int64_t *orphan, int64_t *missing)
{
	bool locked = n->depth;
	enum nsi_status status = repair && private_of(n) && !db_is_there(n->private->path) ? private_create(n)
	                                                                                   : private_open(n);

	*orphan = *missing = 0;
	if (!status)
		status = orphans(n, true, false, orphan);
	if (!status && *orphan) {                          /* perhaps their entries are just being written: wait */
		status = locked ? NSI_OK : db_begin(n);
		if (!status)
			status = private_exec(n, "BEGIN IMMEDIATE");
		if (!status)                               /* what a crash left behind is no finding */
			status = orphans(n, false, true, orphan);
		if (!status)
			status = orphans(n, true, repair, orphan);
		status = end(n, status);
		if (!locked)
			db_rollback(n);
	}
	return status ? status : missing_count(n, missing);
}
