/* data.h - the school of the bench: a programme of 12 units, N people with plans, ten marks a person. */
#ifndef DATA_H
#define DATA_H

#include "store/db.h"
#include "store/journal.h"

enum { UNITS = 12, MARKED = 10, MOST_UNITS = 60 };     /* units of a plan; those of them that are marked */

/* Person I teaches 2I+1 and 2I+2, later by a day; person 0 bears everything. */
struct school { int people, nunit; int64_t first_person, units[MOST_UNITS]; };

void school_env(void);                     /* a fixed day; nothing else that a user may have set */
struct nsi *school_make(const char *dir, int people, int units);   /* a new workspace in DIR */
struct nsi *school_open(const char *dir, struct school *s);    /* the numbers of people and units too */
int64_t school_number(struct nsi *n, const char *sql);         /* what SQL gives first */
void school_done(struct nsi *n, enum nsi_status status);       /* ends the program with the messages */

enum order { SORTED, SHUFFLED, ONE_DAY };
/* DIR/NAME.csv: (people - 1) × 10 marks. */
const char *marks_file(const char *dir, int people, enum order order, char path[400]);

int32_t mark_day(int person, int unit);    /* of SORTED and SHUFFLED */
int mark_giver(int person);

#endif
