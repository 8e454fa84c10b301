/* pairing.h - preparing an evening: what was asked (pair.c), who comes (pair_people.c, pair_busy.c), under which limits
 * (pair_limits.c), what is planned (pair_make.c), told and saved (pair_tell.c). */
#ifndef SERVICE_PAIRING_H
#define SERVICE_PAIRING_H

#include "service/evening.h"

struct pairing {
	struct nsi *n;
	const struct nsi_pair *asked;
	struct occasion o;
	bool fresh;                        /* nothing was saved of it before */
	int64_t *people; size_t npeople;   /* who is there, in the order of their codes */
	int64_t *units; size_t nunit;      /* which are exchanged; none: all */
	struct cast cast;
	uint8_t *apart, *together;         /* cast.e's, to be added to */
	struct meeting_rows was;           /* the saved plan */
	struct evening_plan plan;
};

/* Who comes: of --present, of the saved plan, of the group, else everybody; without who is absent or pauses. */
enum nsi_status pairing_people(struct pairing *p);
/* Without those who are planned in another saved session at that time; they are named in a warning. */
enum nsi_status pairing_elsewhere(struct pairing *p);
/* Who was to be there when it was saved: use/evening_present.sql, bound. */
sqlite3_stmt *pairing_saved(struct pairing *p);
/* Once the cast is read: who comes late, who is elsewhere, who is to be apart or together. */
enum nsi_status pairing_limits(struct pairing *p);

/* Once the rounds are known: a forced pair that cannot be is a fault, told by the rule that it breaks. */
enum nsi_status pairing_forced(struct pairing *p);
enum nsi_status pairing_make(struct pairing *p);
const char *pairing_kind(enum evening_kind k);         /* the word for it */
/* The meetings, those of rounds that stay too; the answer; what is said of them. */
enum nsi_status pairing_rows(struct pairing *p, struct meeting_rows *out);
enum nsi_status pairing_answer(struct pairing *p, const struct meeting_rows *rows, struct table *t);
enum nsi_status pairing_save(struct pairing *p, const struct meeting_rows *rows, unsigned flags);

#endif
