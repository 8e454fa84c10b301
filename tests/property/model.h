/* model.h - what a journal means, told a second time as plainly as possible: no SQL, no store, no order of
 * arrival. It knows only the list of all that was said, and which of it has been read. */
#ifndef PROPERTY_MODEL_H
#define PROPERTY_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ORIGINS = 4, PERSONS = 6, UNITS = 5, EDITIONS = 3, DAYS = 7, PLANNED = 4 };

/* Names of what a word holds by number. */
extern const char *const origin_codes[ORIGINS + 1];      /* the last is of nobody */
extern const char *const person_codes[PERSONS], *const unit_codes[UNITS], *const part_codes[UNITS];
extern const char *const edition_codes[EDITIONS];        /* of the last no definition is known */
extern const int model_days[DAYS];                       /* on which things happen; 0: before all days */
/* What unit U rests on in edition E. */
bool unit_needs(int edition, int unit, int need);

struct planned { int unit, needed, due, minutes; const char *why, *way; };      /* needed -1, due 0: none */

/* One thing said. Numbers -1, texts NULL, days 0: not said. */
struct word {
	const char *verb;
	int origin;
	int64_t seq, act, lamport, tm;
	int day, person, unit, peer, checker, about, edition, rest, year;
	int beside[2];
	bool part, ordered, off;
	int64_t about_seq;
	const char *text[3];               /* enrol: org post subject; set: key value; member: group; year, reopen: state;
	                                    * snapshot: kind and two rows */
	struct planned plan[PLANNED];
	int nplan;
};

/* Lines of text, sorted by set_sort(). */
struct set { char **v; size_t n, cap; };
void set_add(struct set *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void set_sort(struct set *s, bool unique);
void set_free(struct set *s);

/* What the words V that are READ (by number) come to. */
void model_state(const struct word *v, size_t n, const bool *read, struct set *out);

#endif
