/* table.c - the tables of fields made ready for reading: words cut, standards set, keys guessed. */
#include <string.h>

#include "model/inside.h"
#include "model/yaml.h"

static const char *const *cut_words(struct arena *a, const char *words, size_t *n)
{
	const char **v = NULL;
	size_t cap = 0;

	for (*n = 0; words && *words; ) {
		size_t len = strcspn(words, " ");

		v = arena_grow(a, v, &cap, *n + 1, sizeof(*v));
		if (!v)
			return NULL;
		v[(*n)++] = arena_strndup(a, words, len);
		words += len + (words[len] == ' ');
	}
	return v;
}

const struct prep *prep_of(const struct model *md, const struct object *o)
{
	for (size_t i = 0; i < md->npreps; i++)
		if (md->preps[i].object == o)
			return &md->preps[i];
	return NULL;
}

const struct prep *prep_named(const struct model *md, const char *name)
{
	for (size_t i = 0; i < md->npreps; i++)
		if (!strcmp(md->preps[i].object->name, name))
			return &md->preps[i];
	return NULL;
}

/* A place for O and for all objects below it. */
static void add(struct model *md, const struct object *o)
{
	struct prep *p;

	if (prep_of(md, o))
		return;
	p = &md->preps[md->npreps++];
	p->object = o;
	for (p->kind = 0; objects[p->kind] && objects[p->kind] != o; p->kind++)
		;
	for (const struct field *f = o->fields; f->key; f++, p->n++)
		if (f->object)
			add(md, f->object);
}

static bool names_others(const struct model *md, const struct field *f)
{
	if (f->kind == K_REF || (f->kind == K_LIST && f->item == K_REF))
		return true;
	if (!f->object || f->object->edition)
		return false;
	for (const struct field *g = f->object->fields; g->key; g++)
		if (names_others(md, g))
			return true;
	return false;
}

static bool fill_field(struct model *md, struct prep *p, unsigned i)
{
	const struct field *f = &p->object->fields[i];
	struct prep_field *g = &p->f[i];
	const char *const *of;
	size_t nof;

	g->len = (unsigned char)strlen(f->key);
	g->object = f->object ? prep_of(md, f->object) : NULL;
	p->nests |= f->object && f->object->edition;
	g->refs = names_others(md, f);
	g->words = cut_words(md->a, f->words, &g->nwords);
	of = cut_words(md->a, f->of, &nof);
	for (size_t k = 0; k < nof && k < 2; k++)
		g->of[k] = prep_named(md, of[k]);
	if (f->flags & K_MUST)
		p->must |= UINT64_C(1) << i;
	if (f->flags & K_PARENT)
		p->parent = (unsigned char)i;
	if (f->kind == K_CODE)
		p->code = (unsigned char)i;
	if (p->object->bare && !strcmp(p->object->bare, f->key))
		p->bare = (unsigned char)i;
	return !md->a->oom;
}

static void set_standard(struct model *md, struct prep *p, unsigned i, unsigned char *o)
{
	const struct field *f = &p->object->fields[i];
	struct yaml_event e = { .type = Y_SCALAR, .plain = true, .s = f->standard };

	if (f->kind == K_DAY)
		*(int32_t *)(void *)(o + f->at) = DAY_NONE;
	if (f->kind == K_TIME)
		*(int32_t *)(void *)(o + f->at) = -1;
	if (!f->standard)
		return;
	e.n = strlen(f->standard);
	value_read(md, p, i, false, &e, o + f->at);
}

bool preps_make(struct model *md)
{
	md->preps = arena_array(md->a, struct prep, KINDS_MAX + 12);
	if (!md->preps)
		return false;
	add(md, &file_object);
	for (size_t i = 0; i < md->npreps; i++) {
		struct prep *p = &md->preps[i];
		struct head *o = arena_alloc(md->a, 1, p->object->size);

		p->bare = p->parent = p->code = p->n;
		if (!o)
			return false;
		if (!p->object->headless)
			o->object = p->object;
		for (unsigned k = 0; k < p->n; k++) {
			if (!fill_field(md, p, k))
				return false;
			p->next[k] = (unsigned char)(k + 1 < p->n ? k + 1 : 0);
			set_standard(md, p, k, (unsigned char *)o);
		}
		p->next[p->n] = 0;
		p->standard = o;
	}
	return true;
}

int prep_find(struct prep *p, const char *s, size_t n, unsigned last)
{
	const struct field *f = p->object->fields;
	unsigned guess = p->next[last];

	if (p->f[guess].len == n && id_is(f[guess].key, s, n))
		return (int)guess;
	for (unsigned i = 0; i < p->n; i++) {
		if (p->f[i].len == n && !memcmp(f[i].key, s, n)) {
			p->next[last] = (unsigned char)i;
			return (int)i;
		}
	}
	return -1;
}

bool word_of(const struct object *o, const char *key, const char *s)
{
	size_t n = strlen(s);
	const struct field *f = o->fields;

	while (f->key && strcmp(f->key, key) != 0)
		f++;
	for (const char *w = f->words; w && *w; w += strcspn(w, " ") + (w[strcspn(w, " ")] != 0))
		if (strcspn(w, " ") == n && !strncmp(w, s, n))
			return true;
	return false;
}

size_t item_size(const struct field *f)
{
	return f->item == K_OBJECT ? f->object->size : sizeof(void *);
}

/* ---- texts in languages: "\1", then language and text in turn, each with its NUL, and an empty one ---- */

const char *text_nth(struct text t, size_t i, const char **lang)
{
	const char *s = t.s;

	*lang = NULL;
	if (!s || *s != 1)
		return s && !i ? s : NULL;
	for (s++; *s; s += strlen(s) + 1) {
		*lang = s;
		s += strlen(s) + 1;
		if (!i--)
			return s;
	}
	return NULL;
}

const char *text_in(struct text t, const char *lang)
{
	const char *s, *l, *first = text_nth(t, 0, &l);

	for (size_t i = 0; (s = text_nth(t, i, &l)); i++)
		if (l && lang && !strcmp(l, lang))
			return s;
	return first ? first : "";
}
