/* top.c - the top of a file: one list for each kind of object; and the list of all kinds. */
#include "model/calendar.h"
#include "model/people.h"
#include "model/programme.h"
#include "model/quantum.h"

const struct object *const objects[] = {
	&programme_object, &technology_object, &module_object, &unit_object, &competence_object, &technique_object,
	&org_object, &participant_object, &group_object, &quantum_object, &calendar_object, &event_object, &target_object,
	&milestone_object, &legend_object, NULL
};

struct file { struct head head; const char *format; };

#define LIST(key, object, text) { key, K_LIST, 0, 0, .help = text, K_OBJECT, &object }

static const struct field file_fields[] = {
	{ "format", K_WORD, K_MUST, offsetof(struct file, format), .help = N_("nsi/1"), .words = "nsi/1" },
	{ "programme", K_OBJECT, 0, 0, .help = N_("the programme"), .object = &programme_object },
	LIST("technologies", technology_object, N_("technologies, when they do not stand in the programme")),
	LIST("modules", module_object, N_("modules, when they do not stand in the programme")),
	LIST("units", unit_object, N_("units, when they do not stand in their module")),
	LIST("competences", competence_object, N_("competences")),
	LIST("techniques", technique_object, N_("techniques of the school's own, or other numbers for those built in")),
	LIST("organisations", org_object, N_("organisations of the network")),
	LIST("participants", participant_object, N_("participants, by code")),
	LIST("groups", group_object, N_("groups of people")),
	LIST("quanta", quantum_object, N_("quanta of practice")),
	LIST("calendar", calendar_object, N_("school years")),
	LIST("cyclogram", event_object, N_("what happens when")),
	LIST("targets", target_object, N_("how many of what the year plans")),
	LIST("milestones", milestone_object, N_("what must be there by when")),
	LIST("legend", legend_object, N_("marks of the board, where they differ from those built in")),
	{ 0 }
};

const struct object file_object = {
	"file", .help = N_("A file of definitions."), sizeof(struct file), file_fields,
};
