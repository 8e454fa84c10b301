/* quantum.c - the table of a quantum of practice. */
#include "model/quantum.h"

#define AT(field) offsetof(struct OBJECT, field)

#define OBJECT media
static const struct field media_fields[] = {
	{ "title", K_TEXT, 0, AT(title), .help = N_("what it shows") },
	{ "url", K_STRING, K_MUST, AT(url), .help = N_("https://…") },
	{ "consent", K_BOOL, 0, AT(consent), .help = N_("have all who are seen agreed"), .standard = "false" },
	{ 0 }
};
static const struct object media_object = {
	"media", .help = N_("A recording or picture."), sizeof(struct media), media_fields, .bare = "url",
};
#undef OBJECT

#define OBJECT quantum
static const struct field quantum_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "kind", K_WORD, 0, AT(kind), .help = N_("for a lesson, for methodists, for school teams"),
	  .words = "lesson methodical management", .standard = "lesson" },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "technology", K_REF, 0, AT(technology), .help = N_("technology"), .of = "technology" },
	{ "units", K_LIST, 0, AT(units), .help = N_("units that it belongs to"), K_REF, .of = "unit" },
	{ "author", K_REF, 0, AT(author), .help = N_("author"), .of = "participant" },
	{ "problem", K_TEXT, 0, AT(problem), .help = N_("which difficulty it answers") },
	{ "steps", K_LIST, 0, AT(steps), .help = N_("steps, at most 7"), K_TEXT, .max = 7 },
	{ "minutes", K_INT, 0, AT(minutes), .help = N_("minutes, at most 45"), .min = 1, .max = 45 },
	{ "grades", K_STRING, 0, AT(grades), .help = N_("grades: 5-9") },
	{ "subject", K_STRING, 0, AT(subject), .help = N_("subject") },
	{ "class_size", K_STRING, 0, AT(class_size), .help = N_("for how many pupils: 16-30") },
	{ "materials", K_LIST, 0, AT(materials), .help = N_("materials"), K_TEXT },
	{ "sign", K_TEXT, 0, AT(sign), .help = N_("how one sees that it worked") },
	{ "limits", K_TEXT, 0, AT(limits), .help = N_("when not to use it") },
	{ "variants_of", K_REF, 0, AT(variant_of), .help = N_("the quantum of which this is a variant"), .of = "quantum" },
	{ "media", K_LIST, 0, AT(media), .help = N_("recordings, with consent"), K_OBJECT, &media_object },
	{ "edition", K_INT, 0, AT(edition), .help = N_("changed steps begin a new one"), .standard = "1", .min = 1, .max = 999 },
	{ 0 }
};
const struct object quantum_object = {
	"quantum", .help = N_("The smallest piece of practice that another teacher can try in one lesson."), sizeof(struct quantum),
	quantum_fields, "quanta", "rest",
};
#undef OBJECT
