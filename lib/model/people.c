/* people.c - the tables of organisations, participants and groups. */
#include "model/people.h"

#include <string.h>

#include "model/inside.h"

#define AT(field) offsetof(struct OBJECT, field)

#define OBJECT org
static const struct field org_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "short", K_STRING, 0, AT(short_title), .help = N_("a short name for tables") },
	{ "title", K_TEXT, 0, AT(title), .help = N_("full name") },
	{ "zone", K_STRING, 0, AT(zone), .help = N_("time zone: Asia/Krasnoyarsk") },
	{ "hosted_by", K_REF, 0, AT(hosted_by), .help = N_("the school that speaks for it, if it has no nsi"), .of = "org" },
	{ "week", K_INT, 0, AT(week), .help = N_("working days a week, from Monday"), .min = 5, .max = 6 },
	{ 0 }
};
const struct object org_object = {
	"org", .help = N_("A school or another institution of the network."), sizeof(struct org), org_fields, "organisations", "rest",
};
#undef OBJECT

#define OBJECT bearing
static const struct field bearing_fields[] = {
	{ "unit", K_REF, K_MUST, AT(unit), .help = N_("unit or module"), .of = "unit module" },
	{ "since", K_DAY, 0, AT(since), .help = N_("from this day; standard: from before all days") },
	{ 0 }
};
static const struct object bearing_object = {
	"bearing", .help = N_("A unit that the participant owns already and can launch."), sizeof(struct bearing), bearing_fields,
	.bare = "unit", .headless = true,
};
#undef OBJECT

#define OBJECT participant
static const struct field participant_fields[] = {
	{ "code", K_CODE, K_MUST, AT(code), .help = N_("code, unique in the organisation; never a name") },
	{ "org", K_REF, K_MUST, AT(org), .help = N_("organisation"), .of = "org" },
	{ "post", K_STRING, K_UNSEEN, AT(post), .help = N_("post") },
	{ "subject", K_STRING, K_UNSEEN, AT(subject), .help = N_("subject") },
	{ "roles", K_LIST, 0, AT(roles), .help = N_("roles in the service"), K_WORD,
	  .words = "methodist curator mentor leader head" },
	{ "bearer", K_LIST, 0, AT(bearer), .help = N_("what he owns: units or modules, or {unit, since}"), K_OBJECT, &bearing_object },
	{ "groups", K_LIST, 0, AT(groups), .help = N_("groups he is in"), K_REF, .of = "group" },
	{ "choice", K_LIST, 0, AT(choice), .help = N_("what he chose: modules or units"), K_REF, .of = "unit module" },
	{ "curator", K_REF, 0, AT(curator), .help = N_("curator"), .of = "participant" },
	{ "mentor", K_REF, 0, AT(mentor), .help = N_("mentor"), .of = "participant" },
	{ "capacity", K_HOURS, 0, AT(capacity), .help = N_("hours a year; standard: as the programme says"), .min = 1, .max = 2000 * 60 },
	{ "hours_week", K_HOURS, 0, AT(hours_week), .help = N_("hours a week"), .min = 1, .max = 80 * 60 },
	{ 0 }
};

/* A person is known by organisation and code. */
static bool participant_name(const void *object, char *id)
{
	const struct participant *p = object;
	const char *org = ref_id(p->org);

	if (!org || !p->code || strlen(org) + strlen(p->code) + 2 > ID_ROOM)
		return false;
	id = stpcpy(id, org);
	*id++ = '/';
	strcpy(id, p->code);
	return true;
}

const struct object participant_object = {
	"participant", .help = N_("A person, by code."), sizeof(struct participant), participant_fields, "participants", "rest",
	.name_of = participant_name, .slim = true,
};
#undef OBJECT

#define OBJECT group
static const struct field group_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "kind", K_WORD, 0, AT(kind), .help = N_("kind"), .words = "permanent creative combined team", .standard = "permanent" },
	{ "title", K_TEXT, 0, AT(title), .help = N_("title") },
	{ "technology", K_REF, 0, AT(technology), .help = N_("the technology that it works on"), .of = "technology" },
	{ "leader", K_REF, 0, AT(leader), .help = N_("leader"), .of = "participant" },
	{ "members", K_LIST, 0, AT(members), .help = N_("members"), K_REF, .of = "participant" },
	{ "units", K_LIST, 0, AT(units), .help = N_("the units for which a combined group meets"), K_REF, .of = "unit" },
	{ "from", K_DAY, 0, AT(from), .help = N_("first day") },
	{ "to", K_DAY, 0, AT(to), .help = N_("last day") },
	{ 0 }
};
const struct object group_object = {
	"group", .help = N_("People who work together: for good, or for some units and a span."), sizeof(struct group), group_fields,
	"groups", "rest",
};
#undef OBJECT
