/* session.c - mutual learning and the other events of the year: what is planned, moved, cancelled, held. */
#include "cmd.h"

#define AT(member) offsetof(struct nsi_session, member)
#define REASON { "reason", NSI_T_TEXT, NSI_MUST | NSI_SECRET, AT(reason), N_("why; stays in the private file"), NULL, NULL }
#define END { 0 }

static const struct nsi_field move_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND | NSI_MUST | NSI_MANY, AT(sessions), N_("which: GROUP@DAY, EVENT@DAY, next"), NULL, NULL },
	{ "to", NSI_T_DAY, NSI_MUST, AT(to), N_("the day on which it will be"), NULL, NULL },
	REASON, END
};

static enum nsi_status move(struct call *c)
{
	return nsi_session_move(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field cancel_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND | NSI_MANY, AT(sessions), N_("which: GROUP@DAY, EVENT@DAY, next"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT(day), N_("instead: everything that is on this day"), NULL, NULL },
	{ "org", NSI_T_ORG, 0, AT(org), N_("of that day only what this school leads"), NULL, NULL },
	REASON, END
};

static enum nsi_status cancel(struct call *c)
{
	return nsi_session_cancel(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field hold_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND | NSI_MUST | NSI_MANY, AT(sessions), N_("which: an event, EVENT@DAY, GROUP@DAY, last, or a milestone"), NULL, NULL },
	{ "attended", NSI_T_PERSON, NSI_MANY, AT(attended), N_("how many were there, or who: codes, filters such as group:sg-1"), NULL, NULL },
	{ "product", NSI_T_TEXT, 0, AT(product), N_("link or name of what is there afterwards"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT(on), N_("the day, if it was another than planned; of a milestone else today"), NULL, NULL },
	END
};

static enum nsi_status hold(struct call *c)
{
	return nsi_session_hold(c->nsi, c->opts, c->flags, &c->rows);
}

const struct command session_commands[] = {
	{ .group = "session", .name = "list", .asks = "session_list" },
	{ .group = "session", .name = "move", .does = move, .fields = move_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Move a session or another event to another day, with a reason."), .flags = CMD_WRITES },
	{ .group = "session", .name = "cancel", .does = cancel, .fields = cancel_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Cancel sessions and other events, a whole day at once, with a reason."), .flags = CMD_WRITES },
	{ .group = "session", .name = "hold", .does = hold, .fields = hold_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Enter that an event was held, or a milestone reached."), .flags = CMD_WRITES },
	END
};
