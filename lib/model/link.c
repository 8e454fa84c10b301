/* link.c - names become pointers; units find their module's list. */
#include <stdlib.h>
#include <string.h>

#include "model/inside.h"
#include "model/people.h"
#include "model/programme.h"

enum { HEAD_TWIN = 1 << 8 };               /* another participant has this code too */

struct linker {
	struct model *md;
	struct index codes;                /* participants by bare code; made when first needed */
	const struct head *item;           /* whose references are looked at */
	bool spare;                        /* it is in no list */
};

/* ---- people by bare code ---- */

static bool make_codes(struct linker *l)
{
	const struct head *const *v;
	size_t n = model_list(l->md, "participant", &v);

	if (l->codes.cap)
		return true;
	if (!index_begin(&l->codes, l->md->a, n, true))
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *code = ((const struct participant *)v[i])->code;
		struct head *twin = code ? index_find(&l->codes, &participant_object, code, strlen(code)) : NULL;

		if (twin)
			twin->flags |= HEAD_TWIN;
		else if (!code || !index_add(&l->codes, l->md->a, (struct head *)v[i]))
			return false;
	}
	return true;
}

static const struct head *find_person(struct linker *l, const struct later *name)
{
	const struct head *h = NULL;

	if (!strchr(name->id, '/') && make_codes(l))
		h = index_find(&l->codes, &participant_object, name->id, strlen(name->id));
	if (h && h->flags & HEAD_TWIN)
		fault(l->md, name->place, "link", N_("«%s» is a code of several organisations: write %s"), name->id, h->id);
	return h;
}

/* ---- references ---- */

static const char *nearest(struct linker *l, const struct prep *p, const char *id)
{
	const struct kind_list *k = &l->md->kinds[p->kind];
	const char **names, *near = NULL;
	size_t n = 0;

	if (k->n > l->md->near_budget)
		return NULL;
	names = malloc((k->n + 1) * sizeof(*names));
	if (!names)
		return NULL;
	for (size_t i = 0; i < k->n; i++) {
		const char *slash = strchr(k->v[i]->id, '/');

		names[n++] = slash && !strchr(id, '/') ? slash + 1 : k->v[i]->id;
	}
	near = near_one(l->md, id, names, n);
	free(names);
	return near;
}

static void say_unknown(struct linker *l, const struct field *f, const struct prep_field *pf, const struct later *name)
{
	const char *near = NULL;
	struct place place = name->place.file ? name->place : l->item->place;

	if (l->md->cut || l->spare)
		return;
	for (const struct prep *const *p = pf->of; *p && !near; p++)
		near = nearest(l, *p, name->id);
	if (near)
		fault(l->md, place, "link", N_("unknown %s «%s» in «%s» of «%s» (did you mean %s?)"),
		      tr(l->md->m->lang, pf->of[0]->object->name), quote(l->md, name->id), f->key, l->item->id, near);
	else
		fault(l->md, place, "link", N_("unknown %s «%s» in «%s» of «%s»"),
		      tr(l->md->m->lang, pf->of[0]->object->name), quote(l->md, name->id), f->key, l->item->id);
}

static void link_slot(struct linker *l, const struct field *f, const struct prep_field *pf, const struct head **slot)
{
	const struct later *name = later_of(*slot);
	const struct head *h = NULL;

	if (!name)
		return;
	for (const struct prep *const *p = pf->of; *p && !h; p++)
		h = index_find(&l->md->index, (*p)->object, name->id, strlen(name->id));
	if (!h && pf->of[0]->object == &participant_object)
		h = find_person(l, name);
	if (!h)
		say_unknown(l, f, pf, name);
	*slot = h;
}

static void link_list(struct linker *l, const struct field *f, const struct prep_field *pf, struct list *list)
{
	const struct head **v = (const struct head **)(uintptr_t)list->v;
	uint32_t n = 0;

	for (uint32_t i = 0; i < list->n; i++) {
		link_slot(l, f, pf, &v[i]);
		if (v[i])
			v[n++] = v[i];
	}
	list->n = n;
}

static void link_object(struct linker *l, const struct prep *p, unsigned char *o)
{
	for (unsigned i = 0; i < p->n; i++) {
		const struct field *f = &p->object->fields[i];
		const struct prep_field *pf = &p->f[i];
		void *slot = o + f->at;

		if (!pf->refs)
			continue;
		if (f->kind == K_REF) {
			link_slot(l, f, pf, slot);
		} else if (f->kind == K_OBJECT) {
			if (*(unsigned char **)slot)
				link_object(l, pf->object, *(unsigned char **)slot);
		} else if (f->item == K_REF) {
			link_list(l, f, pf, slot);
		} else {
			const struct list *list = slot;

			for (uint32_t k = 0; k < list->n; k++)
				link_object(l, pf->object, (unsigned char *)(uintptr_t)list->v + k * f->object->size);
		}
	}
}

/* ---- lists that follow from references ---- */

static void list_units(struct model *md)
{
	const struct head *const *v;
	size_t n = model_list(md, "unit", &v);

	for (int fill = 0; fill < 2; fill++) {
		for (size_t i = 0; i < n; i++) {
			struct module *m = (struct module *)(uintptr_t)((const struct unit *)v[i])->module;

			if (!m)
				continue;
			if (fill)
				((const struct head **)(uintptr_t)m->units.v)[m->units.n] = v[i];
			m->units.n++;
		}
		for (size_t i = 0; i < n && !fill; i++) {
			struct module *m = (struct module *)(uintptr_t)((const struct unit *)v[i])->module;

			if (!m || !m->units.n)
				continue;
			m->units.v = arena_array(md->a, const struct head *, m->units.n);
			if (!m->units.v)
				return;
			m->units.n = 0;
		}
	}
}

static void list_programme(struct model *md)
{
	const struct head *const *v, *const *of;
	size_t n = model_list(md, "programme", &v), k;

	for (size_t i = 0; i < n; i++) {
		struct programme *p = (struct programme *)(uintptr_t)v[i];

		k = model_list(md, "technology", &of);
		p->technologies = (struct list){ of, (uint32_t)k };
		k = model_list(md, "module", &of);
		p->modules = (struct list){ of, (uint32_t)k };
	}
}

static void link_item(struct linker *l, const struct prep *p, struct head *h)
{
	l->item = h;
	if (h->flags & HEAD_LATER)
		link_object(l, p, (unsigned char *)h);
	h->flags &= ~(uint32_t)HEAD_LATER;
}

void link_all(struct model *md)
{
	struct linker l = { .md = md };

	for (size_t k = 0; objects[k]; k++) {
		const struct prep *p = prep_of(md, objects[k]);

		for (size_t i = 0; i < md->kinds[k].n && !model_stopped(md); i++)
			link_item(&l, p, md->kinds[k].v[i]);
	}
	l.spare = true;                                    /* what is wrong with it was said */
	for (size_t i = 0; i < md->nspares && !model_stopped(md); i++)
		link_item(&l, md->spares[i].prep, md->spares[i].h);
	list_units(md);
	list_programme(md);
}
