/* group.c - groups and visits: opened, joined, left, dissolved; who shows a lesson, who comes to see it. */
#include "cmd.h"

#define AT(member) offsetof(struct nsi_group, member)
#define GROUP { "group", NSI_T_GROUP, NSI_OPERAND | NSI_MUST, AT(group), N_("which group"), NULL, NULL }
#define PEOPLE(help) { "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST | NSI_MANY | NSI_FILTER, AT(members), help, NULL, NULL }
#define ON(help) { "on", NSI_T_DAY, 0, AT(on), help, NULL, NULL }
#define END { 0 }

static const struct nsi_field open_fields[] = {
	{ "group", NSI_T_ID, NSI_OPERAND | NSI_MUST, AT(group), N_("its id, as sg-3"), NULL, NULL },
	{ "title", NSI_T_TEXT, 0, AT(title), N_("its title"), NULL, NULL },
	{ "kind", NSI_T_WORD, 0, AT(kind), N_("of which kind; else combined"), "permanent creative combined team", NULL },
	{ "leader", NSI_T_PERSON, 0, AT(leader), N_("who leads it"), NULL, NULL },
	{ "members", NSI_T_PERSON, NSI_MANY | NSI_FILTER, AT(members), N_("who is in it: codes, filters such as org:s161"), NULL, NULL },
	{ "units", NSI_T_UNIT, NSI_MANY, AT(units), N_("for which units it meets"), NULL, NULL },
	{ "from", NSI_T_DAY, NSI_FIRST, AT(from), N_("its first day; else today"), NULL, NULL },
	{ "to", NSI_T_DAY, 0, AT(to), N_("its last day"), NULL, NULL },
	END
};

static enum nsi_status open_(struct call *c)
{
	return nsi_group_open(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field close_fields[] = {
	GROUP, { "reason", NSI_T_TEXT, NSI_MUST | NSI_SECRET, AT(reason), N_("why; stays in the private file"), NULL, NULL },
	ON(N_("its last day; else today")), END
};

static enum nsi_status close_(struct call *c)
{
	return nsi_group_close(c->nsi, c->opts, c->flags, &c->rows);
}

static const struct nsi_field join_fields[] = {
	GROUP, PEOPLE(N_("who joins: codes, filters such as org:s161")), ON(N_("from which day; else today")), END
};

static enum nsi_status join(struct call *c)
{
	return nsi_group_change(c->nsi, c->opts, true, c->flags, &c->rows);
}

static const struct nsi_field leave_fields[] = {
	GROUP, PEOPLE(N_("who leaves: codes, filters such as org:s161")), ON(N_("from which day; else today")), END
};

static enum nsi_status leave(struct call *c)
{
	return nsi_group_change(c->nsi, c->opts, false, c->flags, &c->rows);
}

static const struct nsi_field show_fields[] = { GROUP, ON(N_("as it was on this day; else today")), END };

static enum nsi_status show(struct call *c)
{
	const struct nsi_group *o = c->opts;

	return nsi_group_show(c->nsi, o->group, o->on, &c->rows);
}

#define VISIT(member) offsetof(struct nsi_visit, member)
static const struct nsi_field add_fields[] = {
	{ "host", NSI_T_PERSON, NSI_MUST, VISIT(host), N_("who shows the lesson"), NULL, NULL },
	{ "on", NSI_T_DAY, NSI_MUST, VISIT(on), N_("on which day"), NULL, NULL },
	{ "lesson", NSI_T_INT, NSI_MUST | NSI_COUNT, VISIT(lesson), N_("which lesson of the day"), NULL, NULL },
	{ "class", NSI_T_TEXT, NSI_MUST, VISIT(lesson_class), N_("in which class, as 7B"), NULL, NULL },
	{ "quantum", NSI_T_QUANTUM, 0, VISIT(quantum), N_("quantum that is shown"), NULL, NULL },
	{ "seats", NSI_T_INT, NSI_COUNT, VISIT(seats), N_("how many may come; else as many as want to"), NULL, NULL },
	END
};

static enum nsi_status add(struct call *c)
{
	return nsi_visit_add(c->nsi, c->opts, c->flags, &c->rows);
}

struct come { const char *visit; struct nsi_list people; };
static const struct nsi_field come_fields[] = {
	{ "visit", NSI_T_ID, NSI_OPERAND | NSI_MUST, offsetof(struct come, visit), N_("its number, as V1"), NULL, NULL },
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST | NSI_MANY | NSI_FILTER, offsetof(struct come, people), N_("who comes: codes, filters such as org:s161"), NULL, NULL },
	END
};

static enum nsi_status come(struct call *c)
{
	const struct come *o = c->opts;

	return nsi_visit_join(c->nsi, o->visit, o->people, c->flags, &c->rows);
}

const struct command group_commands[] = {
	{ .group = "session", .name = "group list", .asks = "session_group_list" },
	{ .group = "session", .name = "group show", .does = show, .fields = show_fields, .size = sizeof(struct nsi_group),
	  .help = N_("Who is in a group, who can teach its units and who has to learn them.") },
	{ .group = "session", .name = "group open", .does = open_, .fields = open_fields, .size = sizeof(struct nsi_group),
	  .help = N_("Make a group: of people of several groups or schools for stated units and a stated span."), .flags = CMD_WRITES },
	{ .group = "session", .name = "group join", .does = join, .fields = join_fields, .size = sizeof(struct nsi_group),
	  .help = N_("People join a group."), .flags = CMD_WRITES },
	{ .group = "session", .name = "group leave", .does = leave, .fields = leave_fields, .size = sizeof(struct nsi_group),
	  .help = N_("People leave a group."), .flags = CMD_WRITES },
	{ .group = "session", .name = "group close", .does = close_, .fields = close_fields, .size = sizeof(struct nsi_group),
	  .help = N_("Dissolve a group, with a reason; says what of its units is left to learn."), .flags = CMD_WRITES },
	{ .group = "session", .name = "visits list", .asks = "session_visits_list" },
	{ .group = "session", .name = "visits add", .does = add, .fields = add_fields, .size = sizeof(struct nsi_visit),
	  .help = N_("Somebody shows a lesson to others: on which day, in which class, to how many."), .flags = CMD_WRITES },
	{ .group = "session", .name = "visits join", .does = come, .fields = come_fields, .size = sizeof(struct come),
	  .help = N_("People come to see a lesson."), .flags = CMD_WRITES },
	END
};
