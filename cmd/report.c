/* report.c - what is shown to many: the board, the year's targets, its cyclogram. */
#include "cmd.h"

#define AT(member) offsetof(struct nsi_board, member)

static const struct nsi_field board_fields[] = {
	{ "module", NSI_T_MODULE, NSI_MANY, AT(modules), N_("only the units of this module"), NULL, NULL },
	{ "org", NSI_T_ORG, NSI_MANY, AT(orgs), N_("only people of this school"), NULL, NULL },
	{ "group", NSI_T_GROUP, NSI_MANY, AT(groups), N_("only people of this group"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT(on), N_("as it was on this day"), NULL, NULL },
	{ "year", NSI_T_YEAR, 0, AT(year), N_("the school year, by the year it ends in"), NULL, NULL },
	{ "view", NSI_T_WORD, 0, AT(view), N_("only the marks, or only who can teach and who waits"), "record plan", NULL },
	{ 0 }
};

static enum nsi_status board(struct call *c)
{
	return nsi_report_board(c->nsi, c->opts, &c->rows);
}

const struct command report_commands[] = {
	{ .group = "report", .name = "board", .does = board, .fields = board_fields, .size = sizeof(struct nsi_board),
	  .help = N_("The board of record and planning: people by units, who can teach, who waits.") },
	{ .group = "report", .name = "targets", .asks = "report_targets" },
	{ 0 }
};
