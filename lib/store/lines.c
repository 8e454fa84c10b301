/* lines.c - canonical lines out of the tables. */
#include "store/lines.h"

#include "store/db.h"

static const char *text_at(sqlite3_stmt *s, int column)
{
	return (const char *)sqlite3_column_text(s, column);
}

/* A row of entry_codes.sql; its strings live until the next row. */
static void row_line(struct buf *b, const char *origin, sqlite3_stmt *s)
{
	struct nsi_verb verb = { .name = text_at(s, 2) };
	struct said d = {
		.verb = &verb, .day = sqlite3_column_type(s, 3) == SQLITE_NULL ? DAY_NONE : sqlite3_column_int(s, 3),
		.tm = sqlite3_column_int64(s, 4), .person.code = text_at(s, 5), .unit.code = text_at(s, 6), .part.code = text_at(s, 7),
		.peer.code = text_at(s, 8), .checker.code = text_at(s, 9), .session.code = text_at(s, 10), .quantum.code = text_at(s, 11),
		.about = text_at(s, 12), .about_seq = sqlite3_column_int64(s, 13), .data = text_at(s, 14),
	};

	said_line(b, origin, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), &d);
}

static sqlite3_stmt *entries_of(struct nsi *n, int64_t id, int64_t first, int64_t last)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ENTRY_LINES);

	if (!s)
		return NULL;
	db_int(s, ":origin", id);
	db_int(s, ":first", first);
	db_int(s, ":last", last);
	return s;
}

enum nsi_status lines_entries(struct nsi *n, struct buf *b, const char *origin, int64_t id, int64_t first, int64_t last)
{
	sqlite3_stmt *s = entries_of(n, id, first, last);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(n, s, &status)) {
		row_line(b, origin, s);
		buf_putc(b, '\n');
	}
	return b->oom ? NSI_MEMORY : status;
}

/* Line by line: an act may have a million entries. */
enum nsi_status lines_hash(struct nsi *n, const char *origin, int64_t id, const struct act_head *act,
                           const void *before, size_t nbefore, unsigned char link[HASH_BYTES])
{
	struct act_head head = *act;
	sqlite3_stmt *s = entries_of(n, id, act->seq, act->last);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;
	struct buf b = { 0 };
	struct hash h;

	hash_begin(&h);
	hash_add(&h, before, nbefore);
	while (!status && db_row(n, s, &status)) {
		buf_clear(&b);
		row_line(&b, origin, s);
		buf_putc(&b, '\n');
		hash_add(&h, b.s ? b.s : "", b.n);
	}
	head.link = NULL;
	buf_clear(&b);
	act_line(&b, origin, &head);
	buf_putc(&b, '\n');
	hash_add(&h, b.s ? b.s : "", b.n);
	hash_end(&h, link);
	if (b.oom)
		status = NSI_MEMORY;
	buf_free(&b);
	return status;
}

enum nsi_status lines_act(struct nsi *n, struct arena *a, int64_t origin, int64_t seq, struct act_head *out,
                          bool *whole, bool *fits)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_GET);
	enum nsi_status status = NSI_OK;
	int64_t here, mine;

	*out = (struct act_head){ 0 };
	*whole = *fits = false;
	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", origin);
	db_int(s, ":seq", seq);
	if (!db_row(n, s, &status))
		return status;
	*out = (struct act_head){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2),
	                          sqlite3_column_int64(s, 3), arena_strdup(a, text_at(s, 4)), arena_strdup(a, text_at(s, 5)) };
	here = sqlite3_column_int64(s, 6);
	mine = sqlite3_column_int64(s, 7);
	sqlite3_reset(s);
	*whole = here == out->last - out->seq + 1;
	*fits = here == mine;
	return a->oom ? NSI_MEMORY : NSI_OK;
}

enum nsi_status lines_write(struct nsi *n, const char *origin, int64_t first, struct buf *b)
{
	struct arena a = { 0 };
	sqlite3_stmt *s = db_get(n, SQL_USE_ORIGIN_GET), *acts = db_get(n, SQL_USE_ACT_READ);
	enum nsi_status status = s && acts ? NSI_OK : NSI_MACHINE;
	int64_t id;

	if (status)
		return status;
	db_text(s, ":code", origin);
	id = db_value(n, s, 0);
	db_int(acts, ":origin", id);
	db_int(acts, ":first", first);
	while (!status && db_row(n, acts, &status)) {
		struct act_head head;
		bool whole, fits;

		status = lines_act(n, &a, id, sqlite3_column_int64(acts, 0), &head, &whole, &fits);
		if (!status)
			status = lines_entries(n, b, origin, id, head.seq, head.last);
		if (!status) {
			act_line(b, origin, &head);
			buf_putc(b, '\n');
		}
		arena_free(&a);
	}
	sqlite3_reset(acts);
	return b->oom ? NSI_MEMORY : status;
}
