/* plan.h - what the files of planning share: who plans, for whom, on which days. */
#ifndef SERVICE_PLAN_H
#define SERVICE_PLAN_H

#include "service/map.h"
#include "store/handle.h"

/* Working days on which something can be due, for an organisation. */
struct school { int64_t org; int32_t *days; size_t n; };

/* One command of planning. */
struct planner {
	struct nsi *n;
	const struct nsi_plan *asked;
	struct map map;
	int year;
	const char *edition;               /* hash */
	int64_t *modules, *units;          /* asked for */
	size_t nmodule, nunit;
	struct school *schools;
	size_t nschool, cap_school;
	struct said *say;
	size_t nsay, left;
	struct table *rows;
	int64_t minutes, count, capacity;
	size_t faults;
};

/* One person in it. */
struct person_plan {
	int64_t id, org;
	const char *code, *shown;
	uint8_t *want, *hold;
	int32_t *not_after;
	int32_t capacity;                  /* minutes */
	bool chosen;                       /* something beside the invariant was chosen */
	const char *choice;                /* modules and their hours, for a refusal */
};

/* The days of an organisation: from the later of today and the teachers' start to the end of the pupils'
 * year, after that of the teachers'. Without a calendar of its own it has ours. */
enum nsi_status school_of(struct planner *p, int64_t org, struct school **out);
/* Hours as people of the handle's language write them: "7,5". */
const char *hours_shown(struct nsi *n, int32_t minutes);
/* Everything about person ID that a plan needs. NSI_DATA: takes no part. */
enum nsi_status person_plan_read(struct planner *p, int64_t id, struct person_plan *q);

#endif
