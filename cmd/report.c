/* report.c - what is shown to many: the board, the year's targets, its cyclogram. */
#include "cmd.h"

#include <stdlib.h>

#define AT(member) offsetof(struct nsi_board, member)
#define AT_C(member) offsetof(struct nsi_cyclogram, member)
#define AT_S(member) offsetof(struct nsi_summary, member)

static const struct nsi_field board_fields[] = {
	{ "module", NSI_T_MODULE, NSI_MANY, AT(modules), N_("only the units of this module"), NULL, NULL },
	{ "org", NSI_T_ORG, NSI_MANY, AT(orgs), N_("only people of this school"), NULL, NULL },
	{ "group", NSI_T_GROUP, NSI_MANY, AT(groups), N_("only people of this group"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT(on), N_("as it was on this day"), NULL, NULL },
	{ "year", NSI_T_YEAR, 0, AT(year), N_("the school year, by the year it ends in"), NULL, NULL },
	{ "unit", NSI_T_UNIT, 0, AT(unit), N_("instead of units the parts of this one: who holds which card"), NULL, NULL },
	{ "view", NSI_T_WORD, 0, AT(view), N_("only the marks, or only who can teach and who waits"), "record plan", NULL },
	{ 0 }
};

static enum nsi_status board(struct call *c)
{
	return nsi_report_board(c->nsi, c->opts, &c->rows);
}

static const struct nsi_field cyclogram_fields[] = {
	{ "layout", NSI_T_WORD, 0, AT_C(layout), N_("months by kinds, what repeats, or one week"), "month repeat week", NULL },
	{ "year", NSI_T_YEAR, 0, AT_C(year), N_("the school year, by the year it ends in"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT_C(on), N_("of a week: a day of it; else this one"), NULL, NULL },
	{ "group", NSI_T_GROUP, 0, AT_C(group), N_("only what is for this group"), NULL, NULL },
	{ "org", NSI_T_ORG, 0, AT_C(org), N_("only what this school leads"), NULL, NULL },
	{ 0 }
};

static enum nsi_status cyclogram(struct call *c)
{
	return nsi_report_cyclogram(c->nsi, c->opts, &c->rows);
}

static const struct nsi_field summary_fields[] = {
	{ "period", NSI_T_TEXT, 0, AT_S(period), N_("year, h1, h2, a period of the calendar as q2, or DAY..DAY, both inclusive"), NULL, "year" },
	{ "year", NSI_T_YEAR, 0, AT_S(year), N_("the school year, by the year it ends in"), NULL, NULL },
	{ "notes", NSI_T_FILE, 0, AT_S(notes), N_("conclusions and tasks, a text in UTF-8; - is standard input; else they are left blank"), NULL, NULL },
	{ "explain", NSI_T_TEXT, 0, AT_S(explain), N_("the rows behind the figure of this key, as many as its numerator"), NULL, NULL },
	{ 0 }
};

static enum nsi_status summary(struct call *c)
{
	return nsi_report_summary(c->nsi, c->opts, &c->rows);
}

static enum nsi_status list(struct call *c)
{
	return nsi_report_list(c->nsi, &c->rows);
}

struct run { const char *file; };

static const struct nsi_field run_fields[] = {
	{ "file", NSI_T_FILE, NSI_MUST | NSI_OPERAND, offsetof(struct run, file), N_("the file, first of all words; its options are those that its comments declare"), NULL, NULL },
	{ 0 }
};

/* Only where the file does not come first: else its question is asked. */
static enum nsi_status run_own(struct call *c)
{
	(void)c;
	return complain(c->nsi, NSI_USAGE, N_("the file comes first: nsi report run FILE.sql ..."));
}

struct iop { struct nsi_list persons; bool all; const char *year, *on; };

static const struct nsi_field iop_fields[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MANY, offsetof(struct iop, persons), N_("whose; p07@2027 names the year"), NULL, NULL },
	{ "all", NSI_T_FLAG, 0, offsetof(struct iop, all), N_("everybody enrolled, instead of PERSON"), NULL, NULL },
	{ "year", NSI_T_YEAR, 0, offsetof(struct iop, year), N_("the school year, by the year it ends in"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, offsetof(struct iop, on), N_("as it was on this day"), NULL, NULL },
	{ 0 }
};

static enum nsi_status iop(struct call *c)
{
	const struct iop *o = c->opts;

	return nsi_report_iop(c->nsi, o->persons, o->year, o->on, o->all ? NSI_ALL : 0, &c->rows);
}

struct digest { const char *since, *on; };

static const struct nsi_field digest_fields[] = {
	{ "since", NSI_T_TEXT, 0, offsetof(struct digest, since), N_("from this day on, or last: since the digest before; else a week"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, offsetof(struct digest, on), N_("as it was on this day"), NULL, NULL },
	{ 0 }
};

static enum nsi_status digest(struct call *c)
{
	const struct digest *o = c->opts;

	c->saved = o->since && nsi_word(c->nsi, "last", o->since);
	return nsi_report_digest(c->nsi, o->since, o->on, &c->rows);
}

const struct command report_commands[] = {
	{ .group = "report", .name = "board", .does = board, .fields = board_fields, .size = sizeof(struct nsi_board),
	  .help = N_("The board of record and planning: people by units, who can teach, who waits.") },
	{ .group = "report", .name = "cyclogram", .does = cyclogram, .fields = cyclogram_fields, .size = sizeof(struct nsi_cyclogram),
	  .help = N_("The cyclogram of the year: months by kinds of events, what repeats, or a week.") },
	{ .group = "report", .name = "summary", .does = summary, .fields = summary_fields, .size = sizeof(struct nsi_summary),
	  .help = N_("The figures of a year, half-year, quarter or any days: numerators, denominators, what they were before.") },
	{ .group = "report", .name = "digest", .does = digest, .fields = digest_fields, .size = sizeof(struct digest), .flags = CMD_ACT,
	  .help = N_("What happened since a day and what waits: late, to be checked, unanswered, coming within a week.") },
	{ .group = "report", .name = "list", .does = list, .help = N_("Your own reports: files of SQL in the folder reports beside the database.") },
	{ .group = "report", .name = "run", .does = run_own, .fields = run_fields, .size = sizeof(struct run), .flags = CMD_OWN,
	  .help = N_("Run a report of your own: a file of SQL, or a name that nsi report list shows. It can only read.") },
	{ .group = "report", .name = "iop", .does = iop, .fields = iop_fields, .size = sizeof(struct iop),
	  .help = N_("Individual programmes with all their blocks, to be printed.") },
	{ .group = "report", .name = "exchange", .asks = "report_exchange" },
	{ .group = "report", .name = "requests", .asks = "report_requests" },
	{ .group = "report", .name = "quanta", .asks = "report_quanta" },
	{ .group = "report", .name = "targets", .asks = "report_targets" },
	{ 0 }
};
