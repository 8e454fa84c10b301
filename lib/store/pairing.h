/* pairing.h - preparing an evening: what was asked, who comes, what is planned; shared by pair.c and pair_people.c. */
#ifndef STORE_PAIRING_H
#define STORE_PAIRING_H

#include "store/evening.h"

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
/* Once the cast is read: who comes late, who is elsewhere, who is to be apart or together. */
enum nsi_status pairing_limits(struct pairing *p);

#endif
