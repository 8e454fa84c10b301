/* map.c - the map of the programme that holds: units, what they rest on. */
#include "service/map.h"

#include "store/db.h"

size_t map_index(const struct map *m, int64_t unit)
{
	size_t i = 0;

	while (i < m->g.n && m->unit[i] != unit)
		i++;
	return i;
}

static enum nsi_status map_units(struct nsi *n, struct map *m)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_MAP_UNITS);
	enum nsi_status status = NSI_OK;
	size_t cap, i = 0;
	int32_t *minutes;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	cap = (size_t)db_value(n, s, 0);
	m->unit = arena_array(&n->scratch, int64_t, cap + 1);
	m->module = arena_array(&n->scratch, int64_t, cap + 1);
	m->code = arena_array(&n->scratch, const char *, cap + 1);
	m->label = arena_array(&n->scratch, const char *, cap + 1);
	m->invariant = arena_array(&n->scratch, uint8_t, cap + 1);
	minutes = arena_array(&n->scratch, int32_t, cap + 1);
	if (!m->unit || !m->module || !m->code || !m->label || !m->invariant || !minutes)
		return NSI_MEMORY;
	while (db_row(n, s, &status) && i < cap) {
		m->unit[i] = sqlite3_column_int64(s, 1);
		m->module[i] = sqlite3_column_int64(s, 2);
		m->code[i] = db_string(n, s, 3);
		m->label[i] = db_string(n, s, 4);
		minutes[i] = sqlite3_column_int(s, 5);
		m->invariant[i] = (uint8_t)sqlite3_column_int(s, 6);
		i++;
	}
	sqlite3_reset(s);
	m->g.n = i;
	m->g.minutes = minutes;
	return status;
}

static enum nsi_status map_needs(struct nsi *n, struct map *m)
{
	uint32_t *first = arena_array(&n->scratch, uint32_t, m->g.n + 1), *need = NULL;
	size_t cap = 0, count = 0;
	enum nsi_status status = NSI_OK;

	if (!first)
		return NSI_MEMORY;
	for (size_t i = 0; i < m->g.n && !status; i++) {
		sqlite3_stmt *s = db_get(n, SQL_USE_MAP_NEEDS);

		if (!s)
			return NSI_MACHINE;
		db_common(n, s);
		db_int(s, ":unit", m->unit[i]);
		while (db_row(n, s, &status)) {
			size_t k = map_index(m, sqlite3_column_int64(s, 0));

			need = arena_grow(&n->scratch, need, &cap, count + 1, sizeof(*need));
			if (!need)
				return NSI_MEMORY;
			if (k < m->g.n)
				need[count++] = (uint32_t)k;
		}
		first[i + 1] = (uint32_t)count;
	}
	m->g.first = first;
	m->g.need = need;
	return status;
}

enum nsi_status map_read(struct nsi *n, struct map *m)
{
	enum nsi_status status = map_units(n, m);

	return status ? status : map_needs(n, m);
}
