/* keys.c - the tables of objects as readers outside of the library see them: the manual does. */
#include "model/inside.h"
#include "nsi.h"

enum { OBJECTS_MAX = 64 };

/* O and what stands inside it, each once, before what is named later. */
static size_t collect(const struct object **v, size_t n, const struct object *o)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] == o)
			return n;
	if (n == OBJECTS_MAX)
		return n;
	v[n++] = o;
	for (const struct field *f = o->fields; f->key; f++)
		if (f->object)
			n = collect(v, n, f->object);
	return n;
}

static const struct object *object_at(size_t i)
{
	const struct object *v[OBJECTS_MAX];

	return i < collect(v, 0, &file_object) ? v[i] : NULL;
}

const char *kind_name(enum kind k)
{
	switch (k) {
	case K_STRING: return N_("a line of text");
	case K_TEXT: return N_("a text, in one language or as {ru: …, en: …}");
	case K_ID: return N_("an id");
	case K_TECHNIQUE: return N_("an id, with _");
	case K_CODE: return N_("a person's code");
	case K_LABEL: return N_("a label");
	case K_INT: return N_("a whole number");
	case K_HOURS: return N_("hours, as 1.5");
	case K_BOOL: return N_("true or false");
	case K_DAY: return N_("a day, as 2026-09-01");
	case K_DUE: return N_("a day, or eoy, h1, h2, the id of a period");
	case K_TIME: return N_("a time of the day, as \"15:00\"");
	case K_REF: return N_("the id of");
	case K_OBJECT: return N_("an object");
	case K_WORD: return N_("a word");
	case K_LIST: break;
	}
	return "";
}

bool nsi_object(size_t i, struct nsi_object *out)
{
	const struct object *o = object_at(i);

	if (o)
		*out = (struct nsi_object){ o->name, o->help, o->list, o->bare };
	return o != NULL;
}

bool nsi_object_key(size_t i, size_t k, struct nsi_key *out)
{
	const struct object *o = object_at(i);
	const struct field *f = o ? o->fields : NULL;

	for (; f && f->key; f++) {
		bool list = f->kind == K_LIST;

		if (f->flags & K_PARENT || k--)
			continue;
		*out = (struct nsi_key){
			.key = f->key, .help = f->help, .kind = kind_name(list ? f->item : f->kind),
			.of = f->object ? f->object->name : f->of, .words = f->words, .standard = f->standard,
			.must = f->flags & K_MUST, .list = list,
		};
		return true;
	}
	return false;
}
