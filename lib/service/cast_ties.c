/* cast_ties.c - of the people of an evening: who met whom and when, who is to be apart or together. */
#include "service/evening.h"
#include "store/db.h"

static enum nsi_status set_read(struct nsi *n, const struct occasion *o, struct cast *c, uint32_t i, const char *key,
                                uint8_t *ties)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_SET);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	if (!s)
		return status;
	db_int(s, ":person", c->id[i]);
	db_text(s, ":key", key);
	db_day(s, ":on", o->day);
	while (db_row(n, s, &status)) {
		uint32_t k = cast_person(c, sqlite3_column_int64(s, 0));

		if (k != NOTHING && k != i)
			ties[(size_t)i * c->e.people + k] = ties[(size_t)k * c->e.people + i] = 1;
	}
	return status;
}

enum nsi_status cast_ties(struct nsi *n, const struct occasion *o, struct cast *c)
{
	size_t cells = (size_t)c->e.people * c->e.people;
	uint8_t *apart = arena_array(&n->scratch, uint8_t, cells + 1),
		*together = arena_array(&n->scratch, uint8_t, cells + 1);
	int32_t *ago = arena_array(&n->scratch, int32_t, cells + 1);
	enum nsi_status status = apart && together && ago ? NSI_OK : NSI_MEMORY;

	for (size_t i = 0; i < cells && !status; i++)
		ago[i] = NEVER_MET;
	for (uint32_t i = 0; i < c->e.people && !status; i++) {
		sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_MET);

		if (!s)
			return NSI_MACHINE;
		db_int(s, ":person", c->id[i]);
		db_day(s, ":on", o->day);
		while (db_row(n, s, &status)) {
			uint32_t k = cast_person(c, sqlite3_column_int64(s, 0));

			if (k != NOTHING)
				ago[(size_t)i * c->e.people + k] = o->day - sqlite3_column_int(s, 1);
		}
		if (!status)
			status = set_read(n, o, c, i, "apart", apart);
		if (!status)
			status = set_read(n, o, c, i, "together", together);
	}
	c->e.apart = apart;
	c->e.together = together;
	c->e.met_ago = ago;
	return status;
}
