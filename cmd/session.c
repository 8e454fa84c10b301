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

#define PAIR(member) offsetof(struct nsi_pair, member)
static const struct nsi_field pair_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND, PAIR(session), N_("which: GROUP@DAY, all@DAY, next, last; or by --group and --on"), NULL, NULL },
	{ "group", NSI_T_GROUP, 0, PAIR(group), N_("of which group; else everybody enrolled"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, PAIR(on), N_("on which day; else the group's next session, or today"), NULL, NULL },
	{ "start", NSI_T_TEXT, 0, PAIR(start), N_("when it begins, as 15:00; else as its event has it"), NULL, NULL },
	{ "minutes", NSI_T_INT, NSI_COUNT, PAIR(minutes), N_("how long it is"), NULL, NULL },
	{ "mode", NSI_T_WORD, 0, PAIR(mode), N_("in a room, over a link, or both"), "offline online mixed", NULL },
	{ "place", NSI_T_TEXT, 0, PAIR(place), N_("where"), NULL, NULL },
	{ "link", NSI_T_TEXT, 0, PAIR(link), N_("link for those outside the room"), NULL, NULL },
	{ "leader", NSI_T_PERSON, 0, PAIR(leader), N_("who leads it; else who is responsible for it"), NULL, NULL },
	{ "present", NSI_T_PERSON, NSI_MANY | NSI_FILTER, PAIR(present), N_("who comes: codes, filters, a file with codes, all; else the group"), NULL, NULL },
	{ "absent", NSI_T_PERSON, NSI_MANY, PAIR(absent), N_("who of them does not"), NULL, NULL },
	{ "late", NSI_T_ID, NSI_MANY, PAIR(late), N_("who comes from which round on, as p11:3"), NULL, NULL },
	{ "rounds", NSI_T_INT, NSI_COUNT, PAIR(rounds), N_("how many rounds; else as many as fit"), NULL, NULL },
	{ "from_round", NSI_T_INT, NSI_COUNT, PAIR(from_round), N_("plan only from this round on; the rounds before stay"), NULL, NULL },
	{ "units", NSI_T_UNIT, NSI_MANY, PAIR(units), N_("what is exchanged; else the units of the group, or all"), NULL, NULL },
	{ "technique", NSI_T_ID, 0, PAIR(technique), N_("how it is exchanged, instead of each unit's own method"), NULL, NULL },
	{ "online", NSI_T_PERSON, NSI_MANY, PAIR(online), N_("who is outside the room of a mixed session; else people of other schools"), NULL, NULL },
	{ "apart", NSI_T_ID, NSI_MANY, PAIR(apart), N_("who does not meet, as p03-p07"), NULL, NULL },
	{ "together", NSI_T_ID, NSI_MANY, PAIR(together), N_("who meets for sure, as p03-p07"), NULL, NULL },
	{ "no_repeat", NSI_T_ID, 0, PAIR(no_repeat), N_("nobody meets whom he met in so many days or weeks, as 12w"), NULL, NULL },
	{ "seed", NSI_T_INT, 0, PAIR(seed), N_("another plan as good; the same seed gives the same"), NULL, NULL },
	{ "explain", NSI_T_FLAG, 0, PAIR(explain), N_("tell who gains nothing and why, and what counts most"), NULL, NULL },
	{ "save", NSI_T_FLAG, 0, PAIR(save), N_("keep it: it stands on the board and can be printed and recorded"), NULL, NULL },
	END
};

static enum nsi_status pair(struct call *c)
{
	const struct nsi_pair *o = c->opts;
	enum nsi_status status = nsi_session_pair(c->nsi, o, c->flags, &c->rows);

	c->saved = o->save && !status;
	return status;
}

#define RECORD(member) offsetof(struct nsi_record, member)
static const struct nsi_field record_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND | NSI_MUST, RECORD(session), N_("which: GROUP@DAY, EVENT@DAY, last"), NULL, NULL },
	{ "all_ok", NSI_T_FLAG, 0, RECORD(all_ok), N_("all planned meetings of those who were there took place and went well"), NULL, NULL },
	{ "absent", NSI_T_PERSON, NSI_MANY, RECORD(absent), N_("who was not there"), NULL, NULL },
	{ "late", NSI_T_ID, NSI_MANY, RECORD(late), N_("who was there from which round on, as p11:3"), NULL, NULL },
	{ "not", NSI_T_ID, NSI_MANY, RECORD(not_yet), N_("what was not yet learned: in round 2 by p04: 2:p04; by both: 2:p04-p07"), NULL, NULL },
	{ "missed", NSI_T_ID, NSI_MANY, RECORD(missed), N_("which meeting did not take place, as 2:p04-p07"), NULL, NULL },
	{ "add", NSI_T_ID, NSI_MANY, RECORD(add), N_("what took place besides, as 4:p01-p02:inv-vidy/inv-instr: the first gave the first"), NULL, NULL },
	{ "ask", NSI_T_FLAG, 0, RECORD(ask), N_("be asked about each meeting, one key each"), NULL, NULL },
	{ "from", NSI_T_FILE, 0, RECORD(file), N_("a filled sheet in CSV; - is standard input"), NULL, NULL },
	END
};

static enum nsi_status record(struct call *c)
{
	struct nsi_record r = *(const struct nsi_record *)c->opts;
	struct pool p = { 0 };
	enum nsi_status status = NSI_OK;

	if (r.ask) {
		status = ask_meetings(c->nsi, &p, r.session, &r.not_yet, &r.missed);
		r.all_ok = true;
	}
	if (!status)
		status = nsi_session_record(c->nsi, &r, c->flags, &c->rows);
	pool_free(&p);
	return status;
}

struct show { const char *session; struct nsi_list persons; bool sheet, invite; };
static const struct nsi_field show_fields[] = {
	{ "session", NSI_T_SESSION, NSI_OPERAND | NSI_MUST, offsetof(struct show, session), N_("which: GROUP@DAY, EVENT@DAY, next, last"), NULL, NULL },
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MANY, offsetof(struct show, persons), N_("whose invitation; else those of all who come"), NULL, NULL },
	{ "sheet", NSI_T_FLAG, 0, offsetof(struct show, sheet), N_("to be printed (-o FILE.html) or filled (-o FILE.xlsx, FILE.csv): rounds and pairs, a route for each, signatures"), NULL, NULL },
	{ "invite", NSI_T_FLAG, 0, offsetof(struct show, invite), N_("a short text for a chat, for each who comes or for PERSON"), NULL, NULL },
	END
};

static enum nsi_status show(struct call *c)
{
	const struct show *o = c->opts;

	if (o->sheet && o->invite)
		return complain(c->nsi, NSI_USAGE, N_("either --sheet or --invite"));
	if (o->persons.n && !o->invite)
		return complain(c->nsi, NSI_USAGE, N_("people may be named only with --invite"));
	if (o->invite)
		return nsi_session_invite(c->nsi, o->session, o->persons, &c->rows);
	return o->sheet ? nsi_session_sheet(c->nsi, o->session, &c->rows)
	                : nsi_session_show(c->nsi, o->session, &c->rows);
}

const struct command session_commands[] = {
	{ .group = "session", .name = "pair", .does = pair, .fields = pair_fields, .size = sizeof(struct nsi_pair),
	  .help = N_("Plan who works with whom in an evening of mutual learning, round by round.") },
	{ .group = "session", .name = "show", .does = show, .fields = show_fields, .size = sizeof(struct show),
	  .help = N_("The meetings of a session as they are planned, or as they went; print them, invite to them.") },
	{ .group = "session", .name = "record", .does = record, .fields = record_fields, .size = sizeof(struct nsi_record),
	  .help = N_("Enter how an evening went: who was there, what went well; replaces what was recorded of it."), .flags = CMD_WRITES },
	{ .group = "session", .name = "pending", .asks = "session_pending" },
	{ .group = "session", .name = "list", .asks = "session_list" },
	{ .group = "session", .name = "move", .does = move, .fields = move_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Move a session or another event to another day, with a reason."), .flags = CMD_WRITES },
	{ .group = "session", .name = "cancel", .does = cancel, .fields = cancel_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Cancel sessions and other events, a whole day at once, with a reason."), .flags = CMD_WRITES },
	{ .group = "session", .name = "hold", .does = hold, .fields = hold_fields, .size = sizeof(struct nsi_session),
	  .help = N_("Enter that an event was held, or a milestone reached."), .flags = CMD_WRITES },
	END
};
