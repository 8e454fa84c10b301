/* recording.h - recording an evening: shared by record.c (what was asked), record_rows.c (options), record_sheet.c
 * (a filled sheet), record_say.c (what it means, said). */
#ifndef SERVICE_RECORDING_H
#define SERVICE_RECORDING_H

#include "service/evening.h"
#include "service/load.h"
#include "store/journal.h"

enum { RESULT_NONE, RESULT_OK, RESULT_NOT_YET, RESULT_ABSENT };
#define RESULTS "ok not_yet absent"
#define KINDS "teach launch co_study discuss " N_("drill") " " N_("check") " " N_("visit") " " N_("show") " idle"

struct recording {
	struct nsi *n;
	const struct nsi_record *asked;
	struct occasion o;
	int32_t rounds;                    /* of the plan, or the last one of the sheet */
	struct meeting_rows rows;          /* as they went */
	bool *named;                       /* per row: entered by hand, so it must have taken place */
	struct away { const char *person; int32_t until; } *away; size_t naway;    /* said to be absent, before round UNTIL (0: in all) */
	struct cast cast;
	struct went went;
	size_t *row_of;                    /* per row of WENT: that of ROWS */
	const char *text;                  /* the data of its entry */
	struct entries say;
	bool dry, stood;                   /* only to be shown; just that is recorded already */
	int64_t *able_before;              /* per unit of the cast: how many could teach it */
};

/* The rows from what was planned or recorded and the options. NSI_DATA, NSI_USAGE: told. */
enum nsi_status record_rows(struct recording *r);
/* The rows of a filled sheet. */
enum nsi_status record_sheet(struct recording *r);
/* With rows: read what people had, walk through the rounds. NSI_DATA: what was entered by hand cannot have been. */
enum nsi_status record_walk(struct recording *r);
/* Then: collect what is to be said, the former record's undoing with it. */
enum nsi_status record_say(struct recording *r);
uint32_t record_person(const struct recording *r, const char *code);   /* NOTHING: not among them */
const char *record_because(struct recording *r, const struct went_loss *l);
/* The summary: kind person unit with round text. */
enum nsi_status record_table(struct recording *r, struct table *t);
/* How many can teach a unit today, as the facts are now. */
int64_t record_able(struct recording *r, uint32_t unit);
/* Pairs of learner and thing, without what was begun together. */
size_t record_gains(const struct recording *r);
/* Does the I-th of the three take something in this row? */
bool meeting_takes(const struct meeting_row *m, size_t i);

#endif
