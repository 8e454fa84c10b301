/* calendar.h - the school year, the cyclogram's events, targets, milestones, and the legend. */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include "model/object.h"

/* Days from…to, both included; one day written bare is from = to. */
struct span {
	struct head head;                  /* id: of a period or break; else NULL */
	struct text title;
	int32_t from, to;
};

struct calendar {
	struct head head;
	int32_t year;                      /* the school year that ends in it */
	struct list orgs;                  /* refs of org */
	const char *zone;
	int32_t week;                      /* working days from Monday: 5, 6 */
	const struct span *pupils, *teachers;
	struct list periods;               /* struct span with id */
	struct list breaks;                /* struct span with id: pupils rest, teachers work */
	struct list days_off;              /* struct span */
	struct list working_days;          /* struct span */
	struct list short_days;            /* struct span */
};

struct event {
	struct head head;
	const char *kind;
	struct text title;
	int32_t date;                      /* DAY_NONE: from…to or repeat */
	int32_t from, to;
	const char *repeat;                /* RFC 5545 rule */
	const char *weekday;               /* "mon"…"sun": each week of from…to */
	int32_t time;                      /* minutes of the day; -1 */
	const char *zone;
	int32_t minutes;                   /* 0: not said */
	const char *mode;                  /* "offline", "online", "mixed" */
	const char *place, *link;
	struct list groups;                /* refs of group */
	const struct head *responsible;    /* of participant */
	struct text product, document;
	const char *on_day_off;            /* "skip", "shift" */
};

struct target {
	struct head head;
	struct text title;
	const char *count_of;              /* "event:webinar" */
	int32_t count;
	const char *due;
	int32_t year;                      /* of a due date that is a word; 0: the newest calendar's */
};

struct milestone {
	struct head head;
	struct text title;
	const char *due;
	int32_t year;
	struct text product;
	const struct head *responsible;    /* of participant */
	const char *count_of;
	int32_t count;
	int32_t done;                      /* DAY_NONE: not yet */
};

struct legend {
	struct head head;                  /* id: the state */
	const char *mark, *plain;
	struct text word;
};

extern const struct object calendar_object, event_object, target_object, milestone_object,
	legend_object, span_object, named_span_object;

#endif
