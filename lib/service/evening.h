/* evening.h - an evening of mutual learning as the store has it: which one, when and where, who and what, its meetings. */
#ifndef SERVICE_EVENING_H
#define SERVICE_EVENING_H

#include "plan/evening.h"
#include "plan/went.h"
#include "store/handle.h"
#include "store/said.h"

/* One session: as it was saved, else as its event in the cyclogram has it, else by the settings session.*. */
struct occasion {
	const char *code; int64_t id;      /* id 0: nothing was ever said of it */
	const char *event, *kind, *status; /* "": no event; status "": it is nowhere yet */
	int32_t day;
	const char *group; int64_t group_id;   /* NULL: everybody */
	const char *start; int32_t minutes;    /* "15:00"; 0: not known */
	const char *zone, *mode, *place, *link;
	const char *leader;                /* full code, or NULL */
	const char *technique;             /* NULL: each unit's own */
	int32_t rounds;                    /* of the saved plan */
	int64_t plan_origin, plan_seq;     /* its entry; seq 0: none is saved */
	int64_t record_origin, record_seq; const char *record_by;      /* that of its record; seq 0: not recorded */
	int year;                          /* school year of the day */
};
/* The session that WORD names; NSI_DATA: none. With MAKE also one that is nowhere yet: GROUP@DAY, all@DAY. */
enum nsi_status occasion_find(struct nsi *n, const char *word, bool make, struct occasion *out);
/* Of a group (NULL: everybody) on a day (NULL: the next one of the group, else today). */
enum nsi_status occasion_of(struct nsi *n, const char *group, const char *on, struct occasion *out);
/* Order inside the day (architecture: tm) of a round: (start in UTC minutes of the day + 1440) * 100 + round. */
int64_t occasion_tm(struct nsi *n, const struct occasion *o, int32_t round);
int64_t occasion_minute(struct nsi *n, const struct occasion *o);     /* when it begins, in minutes since 1970 UTC */
int occasion_start(const struct occasion *o);                               /* in minutes of its day */

/* ---- as people write it (evening_words.c) ------------------------------------------------------------- */

enum { EVENING_ROUNDS = 99 };              /* most rounds of an evening */
/* Of "p11:3" who and from which round. NSI_USAGE, NSI_DATA: told. */
enum nsi_status person_from_round(struct nsi *n, const char *word, int64_t *id, int32_t *round);
/* Of "p04" one, of "p03-p07" both; a code may have a hyphen of its own. *B 0: one person. NSI_DATA: told. */
enum nsi_status one_or_two(struct nsi *n, const char *word, int64_t *a, int64_t *b);

/* ---- who takes part ------------------------------------------------------------------------------------ */

/* The numbers of the pairing and what they stand for. */
struct cast {
	struct evening e;
	struct evening_person *person;     /* e.person, while it is read */
	int64_t *id;                       /* of people */
	const char **code, **shown;        /* full codes; as people see them */
	int64_t *unit;
	const char **unit_code, **label;
	int64_t *thing;                    /* part, or unit */
	const char **thing_code, **thing_label;
	bool *elsewhere;                   /* people of other organisations than ours */
	bool *paused;
	bool *gone;                        /* takes no part on that day: there in no round */
	struct evening_unit *units;
	uint32_t *unit_of;
	uint8_t *state, *met, *part;
};
/* What PEOPLE (local numbers, in order) have on the day of O, of UNITS (none: all of the programme). Everybody is
 * there from round 1 to the end, who takes no part on that day (gone) in none. */
enum nsi_status cast_read(struct nsi *n, const struct occasion *o, const int64_t *people, size_t count,
                          const int64_t *units, size_t nunit, struct cast *out);
/* NSI_DATA: one of them takes no part on that day; told. */
enum nsi_status cast_all_there(struct nsi *n, const struct occasion *o, const struct cast *c);
/* What they hold only since a later moment than O: EV_LATER in the state of units, 4 in that of parts. */
enum nsi_status cast_later(struct nsi *n, const struct occasion *o, struct cast *c);
/* Who met whom when, who is to be apart or together by what is set of him. */
enum nsi_status cast_ties(struct nsi *n, const struct occasion *o, struct cast *c);
uint32_t cast_person(const struct cast *c, int64_t id);            /* NOTHING: not among them */
uint32_t cast_thing(const struct cast *c, const char *code);       /* NOTHING */

/* A meeting as an entry holds it. Codes are full; gives: "inv-vidy", "pary-voz.k1", "q:kv-1", or NULL. */
struct meeting_row {
	int32_t round;
	const char *kind;
	const char *who[3], *gives[3], *result[3], *checked[3];
	bool repeat, changed;
	const char *omitted;               /* enum went_why as a word: it did not take place; or NULL */
	const char *file; int line;        /* where it was read */
};
struct meeting_rows { struct meeting_row *v; size_t n, cap; };
struct meeting_row *meeting_add(struct nsi *n, struct meeting_rows *r);     /* NULL: no memory */
/* Of the entry of a plan or a record. */
enum nsi_status meetings_read(struct nsi *n, int64_t origin, int64_t seq, struct meeting_rows *out);
const char *meetings_json(struct nsi *n, const struct meeting_rows *r);     /* NULL: no memory */
/* As an answer: round a b a_gives b_gives kind repeat, with RESULTS also the results. */
enum nsi_status meetings_table(struct nsi *n, const struct meeting_rows *r, bool results, struct table *t);
const char *thing_shown(struct nsi *n, const char *code);                   /* by its label, as П3.К1 */

#endif
