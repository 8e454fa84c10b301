/* tally.h - how many can teach each unit and how many wait for it, counted over everybody, for any day.
 *
 * The views can_teach and wants decide it for one person and unit; asked for everybody they take ten microseconds a
 * person and unit. Here their facts are walked through once, in the order of people, and what comes of them is kept as
 * differences by day in the table tally: of a large school, since somebody first asked. From then on whatever an act
 * says of a few people is taken out before and put in after the facts have read it; an act that says something of
 * many, a new edition and a rebuild drop the table, and who asks next makes it anew.
 */
#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include "store/handle.h"

struct tally;

/* As of day ON: of a unit how many can teach it and how many wait for it in YEAR. The list lives in the call's arena. */
struct tally_of { int64_t unit, can, wait; };
enum nsi_status tally_read(struct nsi *n, int year, int32_t on, struct tally_of **out, size_t *count);

/* Inside a transaction: the people of whom the entries in span speak leave the tally. *OUT NULL: it is not kept, or no more. */
enum nsi_status tally_leave(struct nsi *n, struct tally **out);
/* They come back as the facts have them now, and the differences are written; T may be NULL. */
enum nsi_status tally_enter(struct nsi *n, struct tally *t);
enum nsi_status tally_drop(struct nsi *n);             /* it is kept no more */
enum nsi_status tally_keep(struct nsi *n);             /* it is kept from now on, however small the school */
/* How many differences are not what the facts say; 0 if it is not kept. */
enum nsi_status tally_compare(struct nsi *n, int64_t *off);

#endif
