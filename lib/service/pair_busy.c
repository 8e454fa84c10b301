/* pair_busy.c - nobody is in two sessions that overlap, in whatever zones they are. */
#include <string.h>

#include "service/pairing.h"
#include "store/db.h"
#include "store/resolve.h"

struct other { int64_t origin, seq; const char *code; };

static bool comes(const struct pairing *p, int64_t id)
{
	for (size_t i = 0; i < p->npeople; i++)
		if (p->people[i] == id)
			return true;
	return false;
}

/* Who of those who come is planned there: they do not. */
static enum nsi_status take_out(struct pairing *p, const struct other *o)
{
	struct nsi *n = p->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_PRESENT);
	enum nsi_status status = NSI_OK;
	const char *all = "";

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":origin", o->origin);
	db_int(s, ":seq", o->seq);
	while (db_row(n, s, &status)) {
		int64_t id = sqlite3_column_int64(s, 0);
		size_t kept = 0;

		if (!comes(p, id))
			continue;
		all = arena_printf(&n->scratch, "%s%s%s", all, *all ? ", " : "", person_shown(n, id));
		for (size_t i = 0; i < p->npeople; i++)
			if (p->people[i] != id)
				p->people[kept++] = p->people[i];
		p->npeople = kept;
	}
	if (*all)
		warn(&n->messages, N_("not planned, because they are in %s at that time: %s"), o->code, all);
	return status;
}

static bool overlap(struct nsi *n, const struct occasion *a, const struct occasion *b)
{
	int64_t a0 = occasion_minute(n, a), b0 = occasion_minute(n, b);

	return a0 < b0 + b->minutes && b0 < a0 + a->minutes;
}

enum nsi_status pairing_elsewhere(struct pairing *p)
{
	struct nsi *n = p->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_OTHERS);
	enum nsi_status status = NSI_OK;
	struct other *v = NULL;
	size_t count = 0, cap = 0;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":session", p->o.code);
	db_day(s, ":on", p->o.day);
	while (db_row(n, s, &status)) {
		struct occasion o = { .code = db_string(n, s, 2), .day = sqlite3_column_int(s, 3), .start = db_string(n, s, 4),
		                      .minutes = sqlite3_column_int(s, 5), .zone = db_string(n, s, 6) };

		if (!overlap(n, &p->o, &o))
			continue;
		v = arena_grow(&n->scratch, v, &cap, count + 1, sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		v[count++] = (struct other){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), o.code };
	}
	for (size_t i = 0; i < count && !status; i++)
		status = take_out(p, &v[i]);
	return status;
}
