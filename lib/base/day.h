/* day.h - calendar days as int32 days since 1970-01-01, and what people write for them.
 *
 * No time zone is needed for a day; the zone matters only for "which day is it now".
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DAY_MIN = -25567, DAY_MAX = 91309 };           /* 1900-01-01, 2219-12-31: what is accepted */
#define DAY_NONE INT32_MIN

int32_t day_of(int year, int month, int day);         /* DAY_NONE: no such day */
void day_split(int32_t d, int *year, int *month, int *day);
int day_weekday(int32_t d);                           /* 0 Monday … 6 Sunday */

char *day_iso(char buf[11], int32_t d);               /* "2026-11-12" */
char *day_ru(char buf[11], int32_t d);                /* "12.11.2026" */

/* What a date word may be read against. */
struct day_context {
	int32_t today;
	int32_t year_from, year_to;        /* teachers' year that dd.mm and eoy mean; DAY_NONE: none */
};
/* ISO, dd.mm.yyyy, dd.mm (in the school year), today tomorrow yesterday, -7d +2w +1m, mon…sun (the next
 * one, today included; monday … too), eow eom eoq eoy, h1 h2 (the last day of a half-year); Russian: сегодня
 * завтра вчера, пн…вс, понедельник…, -7д +2н +1м. DAY_NONE: not a day. */
int32_t day_read(const char *s, const struct day_context *c);
/* The same, but of a half-year the first day. */
int32_t day_read_first(const char *s, const struct day_context *c);
int32_t day_read_iso(const char *s, size_t n);        /* only YYYY-MM-DD */

/* An RFC 3339 instant ("2026-11-12T10:00:00+07:00", "…Z") as seconds UTC; false: not one. */
bool instant_read(const char *s, int64_t *seconds);
char *instant_write(char buf[21], int64_t seconds);   /* "2026-11-12T03:00:00Z" */
/* The day that it is at that instant in ZONE (an IANA name); DAY_NONE: no such zone. */
int32_t day_in_zone(int64_t seconds, const char *zone);
int zone_error(const char *zone);          /* 0: there is one; ENOENT: there is none; else why it cannot be read */
/* What MINUTES of the clock of ZONE on DAY are in minutes of that day of UTC: before 0, or past 1440, on another
 * day. No such zone: as if it were UTC. errno is 0, or why the zone cannot be read (ENOENT: there is none). */
int zone_utc(int32_t day, int minutes, const char *zone);

/* How many bytes of S are the day where a time of the day stands behind it, as "01.09.2026 12:00:00" of a form or a
 * cell of a workbook has it; else all of them. */
size_t day_before_time(const char *s);

#endif
