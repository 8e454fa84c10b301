/* chain.c - walks the acts of every origin and makes their hashes anew. */
#include <string.h>

#include "base/hash.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"
#include "store/said.h"

void chain_end(struct chain_state *c)
{
	sqlite3_reset(c->acts);
	buf_free(&c->line);
}

static struct said_ref ref(struct nsi *n, sqlite3_stmt *s, int column)
{
	return (struct said_ref){ sqlite3_column_type(s, column) != SQLITE_NULL, db_string(n, s, column) };
}

static void said_of(struct nsi *n, sqlite3_stmt *s, struct said *out, struct nsi_verb *verb)
{
	*verb = (struct nsi_verb){ .name = db_string(n, s, 1) };
	*out = (struct said){
		.verb = verb, .day = sqlite3_column_type(s, 2) == SQLITE_NULL ? DAY_NONE : sqlite3_column_int(s, 2),
		.tm = sqlite3_column_int64(s, 3), .person = ref(n, s, 4), .unit = ref(n, s, 5), .part = ref(n, s, 6), .peer = ref(n, s, 7),
		.checker = ref(n, s, 8), .session = ref(n, s, 9), .quantum = ref(n, s, 10), .about = db_string(n, s, 11),
		.about_seq = sqlite3_column_int64(s, 12), .data = db_string(n, s, 13),
	};
}

static enum nsi_status entries(struct nsi *n, struct chain_state *c, struct hash *h, int64_t origin, const char *code, int64_t seq, int64_t last)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ENTRY_LINES);
	enum nsi_status status = NSI_OK;
	struct arena_mark m;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", origin);
	db_int(s, ":first", seq);
	db_int(s, ":last", last);
	m = arena_mark(&n->scratch);
	while (db_row(n, s, &status)) {
		struct nsi_verb verb;
		struct said said;

		said_of(n, s, &said, &verb);
		buf_clear(&c->line);
		said_line(&c->line, code, sqlite3_column_int64(s, 0), seq, &said);
		buf_putc(&c->line, '\n');
		hash_add(h, c->line.s ? c->line.s : "", c->line.n);
		arena_release(&n->scratch, m);
	}
	return c->line.oom ? NSI_MEMORY : status;
}

const char *chain_broken(struct nsi *n, struct chain_state *c, enum nsi_status *status)
{
	unsigned char link[HASH_BYTES];

	if (!c->acts && !(c->acts = db_get(n, SQL_USE_ACT_LINES))) {
		*status = NSI_MACHINE;
		return NULL;
	}
	while (db_row(n, c->acts, status)) {
		int64_t origin = sqlite3_column_int64(c->acts, 0), seq = sqlite3_column_int64(c->acts, 2), last = sqlite3_column_int64(c->acts, 3);
		const char *code = (const char *)sqlite3_column_text(c->acts, 1);
		struct hash h;
		bool same;

		hash_begin(&h);
		if (origin == c->origin)
			hash_add(&h, c->link, sizeof(c->link));
		*status = entries(n, c, &h, origin, code, seq, last);
		if (*status)
			return NULL;
		buf_clear(&c->line);
		act_line(&c->line, code, seq, last, sqlite3_column_int64(c->acts, 4), sqlite3_column_int64(c->acts, 6),
		         (const char *)sqlite3_column_text(c->acts, 5));
		hash_add(&h, c->line.s, c->line.n);
		hash_end(&h, link);
		same = sqlite3_column_bytes(c->acts, 7) == HASH_BYTES && !memcmp(sqlite3_column_blob(c->acts, 7), link, HASH_BYTES);
		memcpy(c->link, sqlite3_column_blob(c->acts, 7), sizeof(c->link));
		c->origin = origin;
		if (!same)
			return arena_printf(&n->scratch, "%s:%lld", code, (long long)seq);
	}
	return NULL;
}
