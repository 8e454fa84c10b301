/* iop.c - individual programmes: most of it is asked or said; planning is done. */
#include "cmd.h"

struct form { struct nsi_list persons; const char *year; };
struct fill { struct nsi_list files; };
struct why { const char *giver, *learner, *unit; };
struct set { const char *person; struct nsi_list values; };
struct leave { const char *person, *on, *reason; };

#define AT(type, member) offsetof(struct type, member)
#define END { 0 }

static const struct nsi_field plan_fields[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MANY | NSI_FILTER, AT(nsi_plan, persons), N_("for whom; with --for-request: else for who asks"), NULL, NULL },
	{ "module", NSI_T_MODULE, NSI_MANY, AT(nsi_plan, modules), N_("a module chosen, instead of the person's own choice"), NULL, NULL },
	{ "unit", NSI_T_UNIT, NSI_MANY, AT(nsi_plan, units), N_("a unit chosen, instead of the person's own choice"), NULL, NULL },
	{ "for_request", NSI_T_REQUEST, 0, AT(nsi_plan, request), N_("the units that a request points to, instead of the person's own choice"), NULL, NULL },
	{ "pace", NSI_T_WORD, 0, AT(nsi_plan, pace), N_("how due dates are spread"), "even early", NULL },
	{ "year", NSI_T_YEAR, 0, AT(nsi_plan, year), N_("the school year, by the year it ends in"), NULL, NULL },
	END
};

static enum nsi_status plan(struct call *c)
{
	return nsi_iop_plan(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field why_fields[] = {
	{ "giver", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(why, giver), N_("who would teach"), NULL, NULL },
	{ "learner", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(why, learner), N_("who would learn"), NULL, NULL },
	{ "unit", NSI_T_UNIT, NSI_OPERAND | NSI_MUST, AT(why, unit), N_("a unit or a part of one"), NULL, NULL },
	END
};

static enum nsi_status why(struct call *c)
{
	const struct why *o = c->opts;

	return nsi_iop_why(c->nsi, o->giver, o->learner, o->unit, &c->rows);
}

static const struct nsi_field leave_fields[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(leave, person), N_("who leaves"), NULL, NULL },
	{ "on", NSI_T_DAY, NSI_MUST, AT(leave, on), N_("the day from which"), NULL, NULL },
	{ "reason", NSI_T_TEXT, NSI_MUST | NSI_SECRET, AT(leave, reason), N_("why; stays in the private file"), NULL, NULL },
	END
};

static enum nsi_status leave(struct call *c)
{
	const struct leave *o = c->opts;

	return nsi_iop_leave(c->nsi, o->person, o->on, o->reason, c->flags, &c->rows);
}

static const struct nsi_field enrol_fields[] = {
	{ "file", NSI_T_FILE, NSI_OPERAND, AT(nsi_enrol, file), N_("a list of people, in CSV or a workbook as the school keeps it, or in YAML; - is standard input"), NULL, NULL },
	{ "type", NSI_T_WORD, 0, AT(nsi_enrol, type), N_("what kind of file it is; else by its name"), "csv xlsx yaml", NULL },
	{ "sheet", NSI_T_TEXT, 0, AT(nsi_enrol, sheet), N_("the sheet of a workbook; else the first whose heading says who"), NULL, NULL },
	{ "encoding", NSI_T_ID, 0, AT(nsi_enrol, encoding), N_("utf-8, cp1251, utf-16 …; else found out"), NULL, NULL },
	{ "errors", NSI_T_FILE, 0, AT(nsi_enrol, errors), N_("where wrong rows are written, with why they are wrong"), NULL, NULL },
	{ "partial", NSI_T_FLAG, 0, AT(nsi_enrol, partial), N_("take what is right, though other rows are wrong"), NULL, NULL },
	{ "org", NSI_T_ORG, 0, AT(nsi_enrol, org), N_("organisation of those for whom the list names none"), NULL, NULL },
	{ "name", NSI_T_TEXT, NSI_SECRET, AT(nsi_enrol, name), N_("one person by name, which stays in the private file: -, @FILE or a word"), NULL, NULL },
	{ "code", NSI_T_ID, 0, AT(nsi_enrol, code), N_("code of that person; else the next free one"), NULL, NULL },
	{ "post", NSI_T_TEXT, 0, AT(nsi_enrol, post), N_("post of that person"), NULL, NULL },
	{ "subject", NSI_T_TEXT, 0, AT(nsi_enrol, subject), N_("subject of that person"), NULL, NULL },
	{ "group", NSI_T_GROUP, 0, AT(nsi_enrol, group), N_("group of that person"), NULL, NULL },
	END
};

static enum nsi_status enrol(struct call *c)
{
	return nsi_iop_enrol(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field set_fields[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(set, person), N_("of whom"), NULL, NULL },
	{ "value", NSI_T_TEXT, NSI_OPERAND | NSI_MUST | NSI_MANY, AT(set, values), N_("KEY=VALUE: post, subject, capacity, hours_week, curator, "
	  "mentor, bearer, choice, roles, group, apart, together (persons), load (meetings in which he teaches); KEY= takes it away"), NULL, NULL },
	END
};

static enum nsi_status set(struct call *c)
{
	const struct set *o = c->opts;

	return nsi_iop_set(c->nsi, o->person, o->values, c->flags, &c->rows);
}

static const struct nsi_field form_fields[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MANY | NSI_FILTER, AT(form, persons), N_("who: codes, filters such as org:s161, or --all"), NULL, NULL },
	{ "year", NSI_T_YEAR, 0, AT(form, year), N_("school year, by the year in which it ends; else the current one"), NULL, NULL },
	END
}, fill_fields[] = {
	{ "file", NSI_T_FILE, NSI_OPERAND | NSI_MUST | NSI_MANY, AT(fill, files), N_("filled forms, workbooks, CSV or YAML; all of them or none"), NULL, NULL },
	END
};

static enum nsi_status form(struct call *c)
{
	const struct form *o = c->opts;

	return nsi_iop_form(c->nsi, o->persons, o->year, c->flags, &c->rows);
}

static enum nsi_status fill(struct call *c)
{
	const struct fill *o = c->opts;

	return nsi_iop_fill(c->nsi, o->files, c->flags, &c->rows);
}

const struct command iop_commands[] = {
	{ .group = "iop", .name = "enrol", .does = enrol, .fields = enrol_fields, .size = sizeof(struct nsi_enrol),
	  .help = N_("Take people from a list of the school, or one person; gives codes."), .flags = CMD_WRITES | CMD_WIDE },
	{ .group = "iop", .name = "set", .does = set, .fields = set_fields, .size = sizeof(struct set),
	  .help = N_("Set what is known of a person."), .flags = CMD_WRITES },
	{ .group = "iop", .name = "list", .asks = "iop_list" },
	{ .group = "iop", .name = "show", .asks = "iop_show" },
	{ .group = "iop", .name = "plan", .does = plan, .fields = plan_fields, .size = sizeof(struct nsi_plan),
	  .help = N_("Draw up programmes: which units, why, in what order, due when."), .flags = CMD_WRITES },
	{ .group = "iop", .name = "propose", .says = "propose" },
	{ .group = "iop", .name = "return", .says = "return" },
	{ .group = "iop", .name = "approve", .says = "approve" },
	{ .group = "iop", .name = "revise", .says = "revise" },
	{ .group = "iop", .name = "close", .says = "close" },
	{ .group = "iop", .name = "reopen", .says = "reopen" },
	{ .group = "iop", .name = "mark", .says = "mark", .flags = CMD_FILE },
	{ .group = "iop", .name = "credit", .says = "credit" },
	{ .group = "iop", .name = "next", .asks = "iop_next" },
	{ .group = "iop", .name = "who", .asks = "iop_who" },
	{ .group = "iop", .name = "why", .does = why, .fields = why_fields, .size = sizeof(struct why),
	  .help = N_("May this person teach that one this unit, and if not, why not?") },
	{ .group = "iop", .name = "risk", .asks = "iop_risk", .flags = CMD_ACT },
	{ .group = "iop", .name = "untaught", .asks = "iop_untaught", .flags = CMD_ACT },
	{ .group = "iop", .name = "request add", .says = "request" },
	{ .group = "iop", .name = "request list", .asks = "iop_request_list" },
	{ .group = "iop", .name = "request answer", .says = "answer" },
	{ .group = "iop", .name = "request close", .says = "settle" },
	{ .group = "iop", .name = "form", .does = form, .fields = form_fields, .size = sizeof(struct form),
	  .help = N_("What people write for their programmes, to be filled in; -o FOLDER: a workbook for each, with -f yaml a text.") },
	{ .group = "iop", .name = "fill", .does = fill, .fields = fill_fields, .size = sizeof(struct fill),
	  .help = N_("Read filled forms back."), .flags = CMD_WRITES },
	{ .group = "iop", .name = "transfer", .says = "transfer" },
	{ .group = "iop", .name = "pause", .says = "pause" },
	{ .group = "iop", .name = "consent", .says = "consent" },
	{ .group = "iop", .name = "leave", .does = leave, .fields = leave_fields, .size = sizeof(struct leave),
	  .help = N_("Somebody leaves; says what hangs on that person."), .flags = CMD_WRITES },
	END
};
