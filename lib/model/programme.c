/* programme.c - the tables of a programme's own objects. */
#include "model/programme.h"

enum { YEAR_MINUTES = 2000 * 60, UNIT_MINUTES = 500 * 60 };

#define AT(field) offsetof(struct OBJECT, field)

#define OBJECT resource
static const struct field resource_fields[] = {
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("what stands there") },
	{ "url", K_STRING, K_MUST, AT(url), .help = N_("https://…") },
	{ "scope", K_WORD, 0, AT(scope), .help = N_("inside the school or outside"), .words = "school outside", .standard = "outside" },
	{ "digital", K_BOOL, 0, AT(digital), .help = N_("is it a digital one"), .standard = "true" },
	{ "public", K_BOOL, 0, AT(public), .help = N_("may everybody see it"), .standard = "true" },
	{ 0 }
};
const struct object resource_object = {
	"resource", .help = N_("A link that hangs on a programme, module or unit."), sizeof(struct resource), resource_fields,
};
#undef OBJECT

#define OBJECT technology
static const struct field technology_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "short", K_STRING, 0, AT(short_title), .help = N_("a short name for tables") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ 0 }
};
const struct object technology_object = {
	"technology", .help = N_("A pedagogical technology of the school."), sizeof(struct technology), technology_fields,
	"technologies", "programme",
};
#undef OBJECT

#define OBJECT part
static const struct field part_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id, unique in its unit") },
	{ "label", K_LABEL, 0, AT(label), .help = N_("short label, unique in its unit; standard: the id") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "minutes", K_INT, 0, AT(minutes), .help = N_("minutes that a meeting on it takes"), .min = 1, .max = 240 },
	{ 0 }
};
const struct object part_object = {
	"part", .help = N_("What rotates in the rounds of a unit: a card, a paragraph."), sizeof(struct part), part_fields,
};
#undef OBJECT

#define OBJECT unit
static const struct field unit_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "module", K_REF, K_MUST | K_PARENT, AT(module), .help = N_("the module that it belongs to"), .of = "module" },
	{ "label", K_LABEL, K_MUST, AT(label), .help = N_("short label of the board, begins with a letter") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "hours", K_HOURS, K_MUST, AT(hours), .help = N_("all the work on it, in hours"), .min = 1, .max = UNIT_MINUTES },
	{ "meetings", K_INT, 0, AT(meetings), .help = N_("in how many meetings it is taken; standard: as many as parts, else 1"),
	  .min = 1, .max = 50 },
	{ "after", K_LIST, 0, AT(after), .help = N_("units that must be mastered before"), K_REF, .of = "unit" },
	{ "methods", K_LIST, 0, AT(methods), .help = N_("techniques; the first gives the minutes"), K_REF, .of = "technique" },
	{ "check", K_WORD, 0, AT(check), .help = N_("how mastery is seen"), .words = "observation demo product trial talk" },
	{ "result", K_TEXT, 0, AT(result), .help = N_("what the teacher has in hand then") },
	{ "competences", K_LIST, 0, AT(competences), .help = N_("competences it leads to"), K_REF, .of = "competence" },
	{ "materials", K_LIST, 0, AT(materials), .help = N_("materials"), K_TEXT },
	{ "resources", K_LIST, 0, AT(resources), .help = N_("links"), K_OBJECT, &resource_object },
	{ "parts", K_LIST, 0, AT(parts), .help = N_("cards or paragraphs"), K_OBJECT, &part_object },
	{ 0 }
};
const struct object unit_object = {
	"unit", .help = N_("The smallest thing that is mastered, marked and passed on."), sizeof(struct unit), unit_fields,
	"units", "programme", .checked = offsetof(struct unit, methods),
};
#undef OBJECT

#define OBJECT module
static const struct field module_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "kind", K_WORD, K_MUST, AT(kind), .help = N_("for everybody, or chosen"), .words = "invariant variative" },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "focus", K_WORD, 0, AT(focus), .help = N_("what it is about"), .words = "content practice", .standard = "content" },
	{ "technologies", K_LIST, 0, AT(technologies), .help = N_("the technologies that it ties together"), K_REF, .of = "technology" },
	{ "requires", K_LIST, 0, AT(requires), .help = N_("units on which all of its units rest"), K_REF, .of = "unit" },
	{ "resources", K_LIST, 0, AT(resources), .help = N_("links"), K_OBJECT, &resource_object },
	{ "units", K_LIST, 0, AT(units), .help = N_("its units, in order"), K_OBJECT, &unit_object },
	{ 0 }
};
const struct object module_object = {
	"module", .help = N_("Units that are taken together."), sizeof(struct module), module_fields, "modules", "programme",
};
#undef OBJECT

#define OBJECT programme
static const struct field programme_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "capacity", K_HOURS, 0, AT(capacity), .help = N_("hours a year of an individual programme, unless the roster says otherwise"),
	  .standard = "36", .min = 1, .max = YEAR_MINUTES },
	{ "answer_days", K_INT, 0, AT(answer_days), .help = N_("days within which a request is to be answered"), .standard = "5",
	  .min = 1, .max = 365 },
	{ "strict_check", K_BOOL, 0, AT(strict_check), .help = N_("nobody checks his own learner alone"), .standard = "false" },
	{ "evidence", K_WORD, 0, AT(evidence), .help = N_("must a check name its evidence"), .words = "optional required",
	  .standard = "optional" },
	{ "credit_years", K_INT, 0, AT(credit_years), .help = N_("how old a credited result may be, in years"), .min = 1, .max = 50 },
	{ "chain_limit", K_INT, 0, AT(chain_limit), .help = N_("how often a unit may be handed on from its bearer"), .min = 1, .max = 100 },
	{ "resources", K_LIST, 0, AT(resources), .help = N_("links"), K_OBJECT, &resource_object },
	{ "technologies", K_LIST, 0, AT(technologies), .help = N_("the technologies of the school"), K_OBJECT, &technology_object },
	{ "modules", K_LIST, 0, AT(modules), .help = N_("modules, in order"), K_OBJECT, &module_object },
	{ 0 }
};
const struct object programme_object = {
	"programme", .help = N_("The integrated programme by which a teacher grows into an innovative practice."),
	sizeof(struct programme), programme_fields, "programme", "programme",
};
#undef OBJECT

#define OBJECT competence
static const struct field competence_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "levels", K_LIST, 0, AT(levels), .help = N_("levels, lowest first"), K_TEXT, .max = 9 },
	{ "units", K_LIST, 0, AT(units), .help = N_("units that lead to it"), K_REF, .of = "unit" },
	{ 0 }
};
const struct object competence_object = {
	"competence", .help = N_("What a teacher can do, in levels."), sizeof(struct competence), competence_fields, "competences",
	"programme",
};
#undef OBJECT

#define OBJECT technique
static const struct field technique_fields[] = {
	{ "id", K_TECHNIQUE, K_MUST, AT(head.id), .help = N_("id, words joined by \"_\"") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "exchange", K_TEXT, 0, AT(exchange), .help = N_("what goes from hand to hand") },
	{ "roles", K_LIST, 0, AT(roles), .help = N_("roles in a meeting"), K_TEXT, .max = 9 },
	{ "pair", K_WORD, 0, AT(pair), .help = N_("whom one meets: anybody, one with another text, one who gives something back"),
	  .words = "any other_text swap", .standard = "any" },
	{ "minutes", K_INT, K_MUST, AT(minutes), .help = N_("minutes of a meeting"), .min = 1, .max = 240 },
	{ "signatures", K_INT, 0, AT(signatures), .help = N_("how many different people sign a result"), .standard = "1", .min = 1,
	  .max = 2 },
	{ "launch_size", K_INT, 0, AT(launch_size), .help = N_("learners of one launch"), .standard = "6", .min = 1, .max = 30 },
	{ "trio", K_BOOL, 0, AT(trio), .help = N_("may three work together when one is left over"), .standard = "false" },
	{ 0 }
};
const struct object technique_object = {
	"technique", .help = N_("How two people work in a meeting."), sizeof(struct technique), technique_fields, "techniques",
	"programme",
};
#undef OBJECT
