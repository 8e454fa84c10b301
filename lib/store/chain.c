/* chain.c - walks the acts of every origin and makes their hashes anew. */
#include <string.h>

#include "base/hash.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/lines.h"

void chain_end(struct chain_state *c)
{
	sqlite3_reset(c->acts);
}

const char *chain_broken(struct nsi *n, struct chain_state *c, enum nsi_status *status)
{
	if (!c->acts && !(c->acts = db_get(n, SQL_USE_ACT_LINES))) {
		*status = NSI_MACHINE;
		return NULL;
	}
	while (db_row(n, c->acts, status)) {
		sqlite3_stmt *s = c->acts;
		const char *code = (const char *)sqlite3_column_text(s, 1);
		struct act_head head = { sqlite3_column_int64(s, 2), sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 4),
		                         sqlite3_column_int64(s, 6), (const char *)sqlite3_column_text(s, 5), NULL };
		int64_t origin = sqlite3_column_int64(s, 0);
		size_t size = (size_t)sqlite3_column_bytes(s, 7);
		unsigned char link[HASH_BYTES];
		bool same;

		*status = lines_hash(n, code, origin, &head, c->link, origin == c->origin ? sizeof(c->link) : 0, link);
		if (*status)
			return NULL;
		same = size == sizeof(link) && !memcmp(sqlite3_column_blob(s, 7), link, sizeof(link));
		memcpy(c->link, size == sizeof(link) ? sqlite3_column_blob(s, 7) : link, sizeof(c->link));
		c->origin = origin;
		if (!same)
			return arena_printf(&n->scratch, "%s:%lld", code, (long long)head.seq);
	}
	return NULL;
}
