/* yaml_absurd.c - files of definitions that are in order, and absurd. They are stored item by item, which takes as much
 * longer as they are larger: a quarter of a mebibyte within the law, so that what takes the square of it is found.
 */
#include "hostile.h"

static const char module[] = "format: nsi/1\nmodules: [{id: m, kind: variative, title: М}]\nunits:\n";

static void units_million(FILE *f)
{
	fputs(module, f);
	number(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1}\n", MIB / 4);
}

static void units_in_a_chain(FILE *f)
{
	fputs(module, f);
	fputs("- {id: u0, module: m, label: u0, title: Е, hours: 1}\n", f);
	for (unsigned i = 1; (size_t)ftell(f) < MIB / 4; i++)
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [u%u]}\n", i, i, i - 1);
}

/* Each rests on all before it: half a million ties. */
static void units_on_units(FILE *f)
{
	fputs(module, f);
	for (unsigned i = 0; (size_t)ftell(f) < MIB / 4; i++) {
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [", i, i);
		for (unsigned k = 0; k < i; k++)
			fprintf(f, "%su%u", k ? "," : "", k);
		fputs("]}\n", f);
	}
}

static void modules_on_modules(FILE *f)
{
	fputs("format: nsi/1\nmodules:\n", f);
	for (unsigned i = 0; (size_t)ftell(f) < MIB / 4; i++) {
		fprintf(f, "- {id: m%u, kind: variative, title: М, requires: [", i);
		for (unsigned k = 0; k < i; k++)
			fprintf(f, "%sm%u", k ? "," : "", k);
		fputs("]}\n", f);
	}
}

static void people_million(FILE *f)
{
	fputs("format: nsi/1\nparticipants:\n", f);
	number(f, "- {code: x%u, org: s161}\n", MIB / 4);
}

static void people_and_groups(FILE *f)
{
	fputs("format: nsi/1\nparticipants:\n", f);
	number(f, "- {code: x%u, org: s161}\n", MIB / 4);
	fputs("groups:\n", f);
	number(f, "- {id: g%u, kind: team, title: Г}\n", MIB / 2);
}

static void group_of_thousands(FILE *f)
{
	fputs("format: nsi/1\nparticipants:\n", f);
	for (unsigned i = 1; i < 20000; i++)
		fprintf(f, "- {code: x%u, org: s161}\n", i);
	fputs("groups:\n- {id: g, kind: team, title: Г, members: [s161/x1", f);
	for (unsigned i = 2; i < 20000; i++)
		fprintf(f, ",s161/x%u", i);
	fputs("]}\n", f);
}

static void groups_of_all(FILE *f)
{
	fputs("format: nsi/1\nparticipants:\n", f);
	for (unsigned i = 1; i < 1000; i++)
		fprintf(f, "- {code: x%u, org: s161}\n", i);
	fputs("groups:\n", f);
	for (unsigned k = 0; (size_t)ftell(f) < MIB / 4; k++) {
		fprintf(f, "- {id: g%u, kind: team, title: Г, leader: s161/x1, members: [s161/x1", k);
		for (unsigned i = 2; i < 1000; i++)
			fprintf(f, ",s161/x%u", i);
		fputs("]}\n", f);
	}
}

static void choices_of_all(FILE *f)
{
	fputs(module, f);
	number(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1}\n", MIB / 8);
	fputs("participants:\n", f);
	number(f, "- {code: x%u, org: s161, choice: [m]}\n", MIB / 4);
}

static void quanta_of_all(FILE *f)
{
	fputs("format: nsi/1\nquanta:\n", f);
	number(f, "- {id: q%u, title: К, units: [inv-vidy, inv-priznaki], author: p01}\n", MIB / 4);
}

static void events_daily(FILE *f)
{
	fputs("format: nsi/1\ncyclogram:\n", f);
	number(f, "- {id: e%u, kind: workshop, title: С, from: 2026-09-01, to: 2027-05-26, repeat: FREQ=DAILY}\n", MIB / 4);
}

static void event_of_all_days(FILE *f)
{
	fputs("format: nsi/1\ncyclogram:\n- {id: e, kind: workshop, title: С, date: 2026-09-01, repeat: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30}\n"
	      "- {id: e2, kind: workshop, title: С, date: 2026-09-01, repeat: FREQ=DAILY;INTERVAL=1;COUNT=1000000000}\n", f);
}

static void milestones(FILE *f)
{
	fputs("format: nsi/1\nmilestones:\n", f);
	number(f, "- {id: t%u, title: В, due: 2027-05-26}\n", MIB / 4);
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

const struct hostile absurd_classes[] = {
	{ "units", units_million, "x.yaml", LOAD, ANSWERED, "" },
	{ "units in a chain", units_in_a_chain, "x.yaml", LOAD, ANSWERED, "" },
	{ "units that rest on all before", units_on_units, "x.yaml", LOAD, ANSWERED, "" },
	{ "modules that rest on all before", modules_on_modules, "x.yaml", LOAD, ANSWERED, "" },
	{ "people", people_million, "x.yaml", LOAD, ANSWERED, "" },
	{ "people and groups", people_and_groups, "x.yaml", LOAD, ANSWERED, "" },
	{ "a group of thousands", group_of_thousands, "x.yaml", LOAD, ANSWERED, "" },
	{ "groups of everybody", groups_of_all, "x.yaml", LOAD, ANSWERED, "" },
	{ "everybody chooses everything", choices_of_all, "x.yaml", LOAD, ANSWERED, "" },
	{ "quanta", quanta_of_all, "x.yaml", LOAD, ANSWERED, "" },
	{ "events on every day", events_daily, "x.yaml", LOAD, ANSWERED, "" },
	{ "an event without end", event_of_all_days, "x.yaml", LOAD, ANSWERED, "" },
	{ "milestones", milestones, "x.yaml", LOAD, ANSWERED, "" },
	{ NULL, NULL, NULL, NULL, 0, NULL }
};
