/* region.c - makes the region: 60 units, everybody has marks of all but the last one, a group of a hundred. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "data.h"

enum { GROUP = 100 };

/* Marks of everybody but person 0, in the order of people; or who belongs to the group. */
struct saying {
	struct source source;
	struct school school;
	const char *group;                 /* NULL: marks */
	int at;
	char code[32], giver[32], unit[16];
};

static struct said_ref person(const struct saying *s, int i, char code[32])
{
	snprintf(code, 32, "s161/p%06d", i);
	return (struct said_ref){ s->school.first_person + i, code };
}

static int next(struct source *src, struct said *out)
{
	struct saying *s = (struct saying *)src;
	int marked = s->school.nunit - 1, k = s->at++, who = 1 + k / marked, unit = k % marked;

	if (s->group) {
		*out = (struct said){ .verb = nsi_verb("member"), .day = day_read_iso("2026-08-24", 10), .data = s->group };
		out->person = person(s, (int)((int64_t)k * s->school.people / GROUP), s->code);
		return k < GROUP;
	}
	if (who >= s->school.people)
		return 0;
	*out = (struct said){ .verb = nsi_verb("master"), .day = mark_day(who, 0) + 4 * unit };
	out->person = person(s, who, s->code);
	out->peer = out->checker = person(s, mark_giver(who), s->giver);
	snprintf(s->unit, sizeof(s->unit), "u%02d", unit);
	out->unit = (struct said_ref){ s->school.units[unit], s->unit };
	return 1;
}

static void say(struct nsi *n, const struct school *school, const char *group)
{
	struct saying s = { .source = { .next = next, .nsi = n }, .school = *school, .group = group };
	struct outcome done;
	char verbs[256];
	enum nsi_status status = db_begin(n);

	if (!status)
		status = journal_append(n, &s.source, NULL, 0, &done, verbs);
	if (!status)
		status = fold_done(n);
	school_done(n, status ? status : db_commit(n));
}

int main(int argc, char **argv)
{
	struct school school = { 0 };
	struct nsi *n;

	if (argc != 3)
		bench_die("usage: region DIR PEOPLE");
	nsi_close(school_make(argv[1], atoi(argv[2]), MOST_UNITS));
	n = school_open(argv[1], &school);
	say(n, &school, "{\"group\":\"g\"}");
	say(n, &school, NULL);
	nsi_close(n);
	return 0;
}
