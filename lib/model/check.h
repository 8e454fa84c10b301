/* check.h - the named checks of definitions. A new one is a row here and its function in the file
 * of its field: check_map.c, check_ids.c, check_people.c, check_year.c.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "base/buf.h"
#include "model/calendar.h"
#include "model/inside.h"
#include "model/people.h"
#include "model/programme.h"
#include "model/quantum.h"

#define CHECKS(X) \
	X(programme, ERROR, N_("there is one programme")) \
	X(invariant, ERROR, N_("there is at least one invariant module")) \
	X(integrated, WARNING, N_("every invariant module ties at least two technologies")) \
	X(technologies, WARNING, N_("every technology is tied by some module")) \
	X(cycle, ERROR, N_("no unit rests on itself")) \
	X(support, ERROR, N_("no invariant unit rests on a variative one")) \
	X(unit_check, WARNING, N_("every unit says how its mastery is seen")) \
	X(bearer, WARNING, N_("every unit has a bearer who can launch it")) \
	X(entry, WARNING, N_("the map has more than one entry")) \
	X(capacity, WARNING, N_("the invariant modules fit into the year's hours")) \
	X(labels, ERROR, N_("labels differ from each other and from ids, look-alike letters too")) \
	X(reserved, ERROR, N_("no unit has the name of a column of the board")) \
	X(clash, ERROR, N_("ids that are typed in the same place differ: units and modules, groups and events")) \
	X(url, ERROR, N_("links begin with https:// or http://")) \
	X(host, ERROR, N_("a hosted organisation is hosted by one that has nsi itself")) \
	X(zone, ERROR, N_("time zones exist")) \
	X(person, ERROR, N_("nobody is his own curator or mentor")) \
	X(borne, ERROR, N_("all that people bear is at most 100000 units, a module being its units")) \
	X(combined, WARNING, N_("a combined group has 4 to 12 people from different groups or schools, units, a span, a leader")) \
	X(launch, WARNING, N_("for each unit of a combined group somebody in it bears it")) \
	X(quantum, ERROR, N_("a quantum is no variant of itself; classes belong to lessons only")) \
	X(media, WARNING, N_("recordings are there with the consent of those who are seen")) \
	X(span, ERROR, N_("no span ends before it begins")) \
	X(overlap, ERROR, N_("periods and breaks do not overlap")) \
	X(touch, WARNING, N_("periods and breaks share no day")) \
	X(year, ERROR, N_("a calendar's year is the one in which it ends; one calendar a school and year")) \
	X(inside, WARNING, N_("dates lie in a school year, periods and breaks in theirs")) \
	X(event, ERROR, N_("an event has a date, or from and to; a repeated one has its span")) \
	X(repeat, ERROR, N_("rules of repetition can be read")) \
	X(online, WARNING, N_("what is online has a link")) \
	X(count_of, ERROR, N_("what is counted is something that nsi counts")) \
	X(due, ERROR, N_("due words are eoy, h1, h2 or a period of a calendar")) \
	X(legend, ERROR, N_("marks of the board are one column wide"))

struct check {
	struct model *md;
	const struct model_check *info;
	struct arena *scratch;             /* of this check */
	struct arena *whole;               /* of packed items that are looked at */
	struct arena_mark empty;           /* of it */
};

#define CHECK_DECLARE(name, severity, help) void check_##name(struct check *c);
CHECKS(CHECK_DECLARE)
#undef CHECK_DECLARE

/* A finding of the check that runs. */
void found(const struct check *c, struct place p, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* All sound objects of a kind. */
const void *next_sound(const struct check *c, const char *name, struct cursor *at, bool broken);
#define EACH(type, x, c, name) \
	struct cursor x##_at = { 0 }; \
	for (const struct type *x; (x = next_sound(c, name, &x##_at, false)); )
/* Those with faults too: what they lack may be NULL. */
#define EVERY(type, x, c, name) \
	struct cursor x##_at = { 0 }; \
	for (const struct type *x; (x = next_sound(c, name, &x##_at, true)); )

/* Ids for one message: the first ones, and how many more there are. */
struct names { struct buf text; size_t n; struct place place; };
void names_add(struct names *l, const char *id, struct place p);
const char *names_done(const struct check *c, struct names *l);   /* frees; the text lives in scratch */

/* Who bears what: a mark for each unit and module by its number (order - 1). */
struct borne { unsigned char *units, *modules, mark; size_t nunits, nmodules; };
bool borne_begin(const struct check *c, struct borne *b);         /* false: out of memory */
void borne_clear(struct borne *b);
void borne_by(struct borne *b, const struct participant *x);
bool is_borne(const struct borne *b, const struct unit *u);
size_t unit_count(const struct check *c);

#endif
