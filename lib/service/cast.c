/* cast.c - who takes part in an evening and what everybody has, read for the pairing and for the record. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "service/evening.h"
#include "store/db.h"
#include "store/resolve.h"

/* ---- units and their parts ----------------------------------------------------------------------------- */

struct reading { struct nsi *n; const struct occasion *o; struct cast *c; const char *units; size_t cap_unit[4], cap_thing[4]; };

static void thing_add(struct reading *r, int64_t id, const char *code, const char *label, uint32_t unit)
{
	struct arena *a = &r->n->scratch;
	struct cast *c = r->c;
	size_t k = c->e.things + 1;

	c->thing = arena_grow(a, c->thing, &r->cap_thing[0], k, sizeof(*c->thing));
	c->thing_code = arena_grow(a, c->thing_code, &r->cap_thing[1], k, sizeof(*c->thing_code));
	c->thing_label = arena_grow(a, c->thing_label, &r->cap_thing[2], k, sizeof(*c->thing_label));
	c->unit_of = arena_grow(a, c->unit_of, &r->cap_thing[3], k, sizeof(*c->unit_of));
	if (!c->thing || !c->thing_code || !c->thing_label || !c->unit_of)
		return;
	c->thing[k - 1] = id;
	c->thing_code[k - 1] = code;
	c->thing_label[k - 1] = label;
	c->unit_of[k - 1] = unit;
	c->e.things++;
}

static enum nsi_status parts(struct reading *r, uint32_t i)
{
	struct nsi *n = r->n;
	struct cast *c = r->c;
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_PARTS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	c->units[i].first = c->e.things;
	db_common(n, s);
	db_int(s, ":unit", c->unit[i]);
	while (db_row(n, s, &status))
		thing_add(r, sqlite3_column_int64(s, 0), db_string(n, s, 1), db_string(n, s, 2), i);
	c->units[i].n = c->e.things - c->units[i].first;
	c->units[i].parts = c->units[i].n;
	if (!c->units[i].n) {
		thing_add(r, c->unit[i], c->unit_code[i], c->label[i], i);
		c->units[i].n = 1;
	}
	return status;
}

static bool unit_room(struct reading *r)
{
	struct arena *a = &r->n->scratch;
	struct cast *c = r->c;
	size_t k = c->e.units + 1;

	c->unit = arena_grow(a, c->unit, &r->cap_unit[0], k, sizeof(*c->unit));
	c->unit_code = arena_grow(a, c->unit_code, &r->cap_unit[1], k, sizeof(*c->unit_code));
	c->label = arena_grow(a, c->label, &r->cap_unit[2], k, sizeof(*c->label));
	c->units = arena_grow(a, c->units, &r->cap_unit[3], k, sizeof(*c->units));
	return c->unit && c->unit_code && c->label && c->units;
}

static enum nsi_status units_read(struct reading *r)
{
	struct nsi *n = r->n;
	struct cast *c = r->c;
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_UNITS);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_text(s, ":units", r->units);
	db_text(s, ":technique", r->o->technique);
	db_day(s, ":on", r->o->day);
	while (db_row(n, s, &status)) {
		uint32_t k = c->e.units;
		const char *pair = (const char *)sqlite3_column_text(s, 6);

		if (!unit_room(r))
			return NSI_MEMORY;
		c->unit[k] = sqlite3_column_int64(s, 0);
		c->unit_code[k] = db_string(n, s, 1);
		c->label[k] = db_string(n, s, 2);
		c->units[k] = (struct evening_unit){
			.meetings = sqlite3_column_int(s, 3), .spot = sqlite3_column_int(s, 4) && sqlite3_column_int(s, 10) < 2,
			.signed_twice = sqlite3_column_int(s, 4) && sqlite3_column_int(s, 10) > 1, .minutes = sqlite3_column_int(s, 5),
			.new_partner = !strcmp(pair, "other_text"), .swap = !strcmp(pair, "swap"), .trio = sqlite3_column_int(s, 7),
			.launch_size = sqlite3_column_int(s, 8), .somebody = sqlite3_column_int(s, 9),
		};
		c->e.units++;
	}
	for (uint32_t i = 0; i < c->e.units && !status; i++)
		status = parts(r, i);
	return status;
}

static uint32_t unit_at(const struct cast *c, int64_t id)
{
	for (uint32_t i = 0; i < c->e.units; i++)
		if (c->unit[i] == id)
			return i;
	return NOTHING;
}

static enum nsi_status needs(struct reading *r, uint32_t i)
{
	struct nsi *n = r->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_EVENING_NEEDS);
	enum nsi_status status = NSI_OK;
	uint32_t *v = NULL;
	size_t count = 0, cap = 0;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":unit", r->c->unit[i]);
	while (db_row(n, s, &status)) {
		uint32_t need = unit_at(r->c, sqlite3_column_int64(s, 0));

		if (need == NOTHING)
			continue;                  /* not looked at: evening_lacks.sql says whether it is held */
		v = arena_grow(&n->scratch, v, &cap, count + 1, sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		v[count++] = need;
	}
	r->c->units[i].need = v;
	r->c->units[i].nneed = count;
	return status;
}

/* ---- people ---------------------------------------------------------------------------------------------- */

static sqlite3_stmt *of_person(struct reading *r, enum sql which, uint32_t i)
{
	sqlite3_stmt *s = db_get(r->n, which);

	if (!s)
		return NULL;
	db_common(r->n, s);
	db_int(s, ":person", r->c->id[i]);
	db_int(s, ":year", r->o->year);
	db_day(s, ":on", r->o->day);
	db_day(s, ":day", r->o->day);
	db_int(s, ":tm", occasion_tm(r->n, r->o, 0));
	db_text(s, ":units", r->units);
	return s;
}

/* A bit for each technology, by the order in which they are met. */
static uint64_t technologies(struct nsi *n, const char *list, const char **seen, size_t *nseen)
{
	uint64_t bits = 0;

	for (const char *p = list; (p = strchr(p, '"'));) {
		size_t len = strcspn(++p, "\""), k = 0;

		while (k < *nseen && (strlen(seen[k]) != len || memcmp(seen[k], p, len)))
			k++;
		if (k == *nseen && k < 64)
			seen[(*nseen)++] = arena_strndup(&n->scratch, p, len);
		bits |= k < 64 ? UINT64_C(1) << k : 0;
		p += len + (p[len] == '"');
	}
	return bits;
}

/* How often he teaches at most: nothing is said of it, or 0 times. */
static int32_t load_set(sqlite3_stmt *s)
{
	if (sqlite3_column_type(s, 3) == SQLITE_NULL || !strcmp((const char *)sqlite3_column_text(s, 3), "null"))
		return 0;
	return sqlite3_column_int(s, 3) ? sqlite3_column_int(s, 3) : -1;
}

static enum nsi_status person_read(struct reading *r, uint32_t i, const char **seen, size_t *nseen)
{
	struct nsi *n = r->n;
	struct cast *c = r->c;
	sqlite3_stmt *s = of_person(r, SQL_USE_EVENING_PERSON, i);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	if (!db_row(n, s, &status)) {
		c->gone[i] = true;
		return status;
	}
	c->person[i] = (struct evening_person){
		.from = 1, .to = INT_MAX, .org = (uint32_t)sqlite3_column_int64(s, 0), .idle = sqlite3_column_int(s, 1),
		.taught = sqlite3_column_int(s, 2), .load = load_set(s),
		.technologies = technologies(n, (const char *)sqlite3_column_text(s, 4), seen, nseen),
	};
	c->paused[i] = sqlite3_column_int(s, 5);
	c->elsewhere[i] = !sqlite3_column_int(s, 6);
	sqlite3_reset(s);
	return NSI_OK;
}

/* What WHICH tells of a person, as unit, part and step: the bits for a whole unit and for a part of one. */
static enum nsi_status bits_read(struct reading *r, enum sql which, uint32_t i, uint8_t whole, uint8_t some)
{
	struct cast *c = r->c;
	sqlite3_stmt *s = of_person(r, which, i);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(r->n, s, &status)) {
		uint32_t u = unit_at(c, sqlite3_column_int64(s, 0));
		int64_t part = sqlite3_column_int64(s, 1);

		if (u == NOTHING)
			continue;
		if (!part)
			c->state[(size_t)i * c->e.units + u] |=
				whole | (sqlite3_column_int(s, 2) == 5 && whole & EV_GIVES ? EV_BEARS : 0);
		for (uint32_t t = c->units[u].first; part && t < c->units[u].first + c->units[u].n; t++)
			if (c->thing[t] == part)
				c->part[(size_t)i * c->e.things + t] |= some;
	}
	return status;
}

static enum nsi_status lacks_read(struct reading *r, uint32_t i)
{
	struct cast *c = r->c;
	sqlite3_stmt *s = of_person(r, SQL_USE_EVENING_LACKS, i);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(r->n, s, &status)) {
		uint32_t u = unit_at(c, sqlite3_column_int64(s, 0));
		uint8_t *state = u == NOTHING ? NULL : &c->state[(size_t)i * c->e.units + u];

		if (state && !(*state & EV_HOLDS) && sqlite3_column_int(s, 1))
			*state |= EV_LACKS;
	}
	s = status ? NULL : of_person(r, SQL_USE_EVENING_MEETINGS, i);
	if (!s)
		return status ? status : NSI_MACHINE;
	while (db_row(r->n, s, &status)) {
		uint32_t u = unit_at(c, sqlite3_column_int64(s, 0));
		int k = sqlite3_column_int(s, 1);

		if (u != NOTHING)
			c->met[(size_t)i * c->e.units + u] = (uint8_t)(k < UINT8_MAX ? k : UINT8_MAX);
	}
	return status;
}

static bool people_room(struct reading *r, size_t count)
{
	struct arena *a = &r->n->scratch;
	struct cast *c = r->c;

	c->person = arena_array(a, struct evening_person, count + 1);
	c->id = arena_array(a, int64_t, count + 1);
	c->code = arena_array(a, const char *, count + 1);
	c->shown = arena_array(a, const char *, count + 1);
	c->elsewhere = arena_array(a, bool, count + 1);
	c->paused = arena_array(a, bool, count + 1);
	c->gone = arena_array(a, bool, count + 1);
	c->state = arena_array(a, uint8_t, count * c->e.units + 1);
	c->met = arena_array(a, uint8_t, count * c->e.units + 1);
	c->part = arena_array(a, uint8_t, count * c->e.things + 1);
	return c->person && c->id && c->code && c->shown && c->elsewhere && c->paused && c->gone && c->state &&
	       c->met && c->part;
}

static enum nsi_status people_read(struct reading *r, const int64_t *people, size_t count)
{
	const char *seen[64];
	size_t nseen = 0;
	enum nsi_status status = NSI_OK;

	if (!people_room(r, count))
		return NSI_MEMORY;
	r->c->e.people = (uint32_t)count;
	for (uint32_t i = 0; i < count && !status; i++) {
		r->c->id[i] = people[i];
		r->c->code[i] = code_text(r->n, people[i]);
		r->c->shown[i] = person_shown(r->n, people[i]);
		status = person_read(r, i, seen, &nseen);
		if (!status)
			status = bits_read(r, SQL_USE_EVENING_HOLDS, i, EV_HOLDS | EV_GIVES, 3);
		if (!status)
			status = lacks_read(r, i);
	}
	return status;
}

/* ---- the whole -------------------------------------------------------------------------------------------- */

enum nsi_status cast_read(struct nsi *n, const struct occasion *o, const int64_t *people, size_t count,
                          const int64_t *units, size_t nunit, struct cast *out)
{
	struct reading r = { .n = n, .o = o, .c = out };
	enum nsi_status status;

	*out = (struct cast){ 0 };
	for (size_t i = 0; i < nunit; i++)
		r.units = arena_printf(&n->scratch, "%s%s%lld", r.units ? r.units : "[", i ? "," : "", (long long)units[i]);
	if (nunit)
		r.units = arena_printf(&n->scratch, "%s]", r.units);
	status = units_read(&r);
	for (uint32_t i = 0; i < out->e.units && !status; i++)
		status = needs(&r, i);
	if (!status)
		status = people_read(&r, people, count);
	out->e.person = out->person;
	out->e.unit = out->units;
	out->e.unit_of = out->unit_of;
	out->e.state = out->state;
	out->e.met = out->met;
	out->e.part = out->part;
	return status ? status : n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

enum nsi_status cast_later(struct nsi *n, const struct occasion *o, struct cast *c)
{
	struct reading r = { .n = n, .o = o, .c = c };
	enum nsi_status status = NSI_OK;

	for (uint32_t i = 0; i < c->e.people && !status; i++)
		status = bits_read(&r, SQL_USE_EVENING_LATER, i, EV_LATER, 4);
	return status;
}

uint32_t cast_person(const struct cast *c, int64_t id)
{
	for (uint32_t i = 0; i < c->e.people; i++)
		if (c->id[i] == id)
			return i;
	return NOTHING;
}

uint32_t cast_thing(const struct cast *c, const char *code)
{
	for (uint32_t t = 0; t < c->e.things; t++)
		if (!strcmp(c->thing_code[t], code))
			return t;
	return NOTHING;
}

enum nsi_status cast_all_there(struct nsi *n, const struct occasion *o, const struct cast *c)
{
	enum nsi_status status = NSI_OK;
	char day[11];

	for (uint32_t i = 0; i < c->e.people; i++)
		if (c->gone[i])
			status = fail(&n->messages, NSI_DATA, N_("%s takes no part on %s"), c->shown[i],
			              n->lang == LANG_RU ? day_ru(day, o->day) : day_iso(day, o->day));
	return status;
}
