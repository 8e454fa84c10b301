/* printing.h - reading a printed evening: shared by paper.c (people, head) and paper_rounds.c (things, rounds, meetings). */
#ifndef SERVICE_PRINTING_H
#define SERVICE_PRINTING_H

#include "service/paper.h"

/* One thing that is passed on. */
struct passed { const char *code, *technique; struct page_thing shown; int32_t minutes; int64_t place; };

struct printing {
	struct nsi *n;
	struct paper *p;
	bool *outside;                     /* of the page's people: not in the room of a mixed one */
	size_t npeople, cap_person, cap_id, cap_code, cap_outside;
	struct passed *thing; size_t nthing, cap_thing;
	struct page_round *round;
	struct page_meeting *meeting; size_t nmeeting, cap_meeting;
};

uint32_t printing_person(const struct printing *g, const char *code);       /* NOTHING: not on it */
/* Once people are there: things that are passed on, rounds with their times, who sits where. */
enum nsi_status printing_rounds(struct printing *g);

#endif
