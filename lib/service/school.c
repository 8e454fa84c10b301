/* school.c - the working days of a school year. */
#include "service/plan.h"

#include "plan/workday.h"
#include "store/db.h"

static enum nsi_status offs(struct nsi *n, const char *calendar, struct workdays *w)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_DAYS_OFF);
	struct span_days *off = NULL;
	int32_t *extra = NULL;
	size_t cap = 0, cap2 = 0;
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":calendar", calendar);
	while (db_row(n, s, &status)) {
		int32_t a = sqlite3_column_int(s, 0), b = sqlite3_column_int(s, 1);

		if (sqlite3_column_int(s, 2)) {
			extra = arena_grow(&n->scratch, extra, &cap2, w->nextra + (size_t)(b - a + 1), sizeof(*extra));
			for (int32_t d = a; extra && d <= b; d++)
				extra[w->nextra++] = d;
		} else {
			off = arena_grow(&n->scratch, off, &cap, w->noff + 1, sizeof(*off));
			if (off)
				off[w->noff++] = (struct span_days){ a, b };
		}
	}
	w->off = off;
	w->extra = extra;
	return status;
}

/* From the later of today and the teachers' start to the end of the pupils' year, after that of the teachers'. */
static enum nsi_status school_days(struct nsi *n, int64_t org, int year, struct school *out)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_CALENDAR_OF);
	struct workdays w = { 0 };
	enum nsi_status status = NSI_OK;
	int32_t from, to, until;
	const char *id;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":of", org);
	db_int(s, ":year", year);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("there is no calendar for %d/%d: load one"), year - 1,
		                     year);
	id = db_string(n, s, 0);
	w.week = sqlite3_column_int(s, 1);
	from = sqlite3_column_int(s, 2);
	until = sqlite3_column_int(s, 3);
	to = sqlite3_column_int(s, 4);
	sqlite3_reset(s);
	if (n->today > from)
		from = n->today;
	if (from > to)
		to = until;
	status = offs(n, id, &w);
	out->org = org;
	out->days = from > to ? NULL : arena_array(&n->scratch, int32_t, (size_t)(to - from + 1));
	if (from <= to && !out->days)
		return NSI_MEMORY;
	out->n = from > to ? 0 : workdays_list(&w, from, to, out->days);
	return status;
}

enum nsi_status school_of(struct planner *p, int64_t org, struct school **out)
{
	enum nsi_status status;

	for (size_t i = 0; i < p->nschool; i++)
		if (p->schools[i].org == org) {
			*out = &p->schools[i];
			return NSI_OK;
		}
	p->schools = arena_grow(&p->n->scratch, p->schools, &p->cap_school, p->nschool + 1, sizeof(*p->schools));
	if (!p->schools)
		return NSI_MEMORY;
	*out = &p->schools[p->nschool++];
	status = school_days(p->n, org, p->year, *out);
	if (status)
		p->nschool--;
	return status;
}
