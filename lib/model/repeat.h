/* repeat.h - rules of repetition: of RFC 5545 (3.3.10) the part that a school needs.
 *
 * FREQ=WEEKLY with INTERVAL and BYDAY; FREQ=MONTHLY with INTERVAL, BYDAY (MO, 2MO, -1FR), BYMONTHDAY
 * (15, -1); both with UNTIL or COUNT. Weeks begin on Monday.
 */
#ifndef MODEL_REPEAT_H
#define MODEL_REPEAT_H

#include <stddef.h>
#include <stdint.h>

enum repeat_every { REPEAT_WEEKLY, REPEAT_MONTHLY };

struct repeat {
	enum repeat_every every;
	int interval;                      /* each so many weeks or months */
	int count;                         /* so many days in all, left out ones too; 0: not said */
	int32_t until;                     /* the last day; DAY_NONE: not said */
	uint8_t weekdays;                  /* bit 0 Monday … 6 Sunday */
	uint16_t nth[7];                   /* of a weekday: bits 1 … 5 from the first, 6 … 10 from the last of the month */
	uint32_t monthdays, from_end;      /* bits 1 … 31, from the first and from the last day of the month */
};

enum repeat_fault {
	REPEAT_OK,
	REPEAT_BAD,                        /* not a rule */
	REPEAT_LATER,                      /* a rule of RFC 5545, but of another part of it */
};

/* Read RULE into R. Else *PART is what is wrong in it, *N bytes. */
enum repeat_fault repeat_read(const char *rule, struct repeat *r, const char **part, size_t *n);

#endif
