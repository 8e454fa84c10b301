/* link.c - names become pointers; units find their module's list. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "model/inside.h"
#include "model/people.h"
#include "model/programme.h"

enum { LEFT_SHOWN = 20, HEAD_TWIN = 1 << 8 };               /* another participant has this code too */

struct linker {
	struct model *md;
	struct index codes;                /* participants by bare code; made when first needed */
	const struct head *item;           /* whose references are looked at */
	void (*with)(void *, const struct field *, const struct prep_field *, const struct head **);
	bool later;
	bool spare;                        /* the item is in no list */
	const char **left;                 /* people left out */
	size_t nleft, left_cap;
	struct place left_at;
};

/* ---- people by bare code ---- */

static bool make_codes(struct linker *l)
{
	const struct kind_list *people = &l->md->kinds[prep_of(l->md, &participant_object)->kind];
	struct cursor at = { 0 };

	if (l->codes.cap)
		return true;
	l->codes.codes = true;
	l->codes.key = l->md->key;
	for (struct head *h; (h = next_item(people, &at)); ) {
		const char *code = strchr(h->id, '/') + 1;
		uint64_t hash = index_hash(l->codes.key, code, strlen(code));
		struct head *twin = index_find(&l->codes, hash, code, strlen(code));

		if (twin)
			twin->flags |= HEAD_TWIN;
		else if (!index_add(&l->codes, l->md->a, h, hash))
			return false;
	}
	return true;
}

static const struct head *find_person(struct linker *l, const struct later *name)
{
	const struct head *h = NULL;
	size_t n = strlen(name->id);

	if (!strchr(name->id, '/') && make_codes(l))
		h = index_find(&l->codes, index_hash(l->codes.key, name->id, n), name->id, n);
	if (h && h->flags & HEAD_TWIN)
		fault(l->md, name->place, "link", N_("«%s» is a code of several organisations: write %s"), name->id,
		      h->id);
	return h;
}

/* Somebody whom no definition names, but the workspace knows. */
static const struct head *ask_person(struct linker *l, const char *code)
{
	struct model *md = l->md;
	const char *id = md->person ? md->person(md->context, code) : NULL;
	size_t n = id ? strlen(id) : 0, slash = id ? strcspn(id, "/") : 0;
	uint64_t hash = index_hash(md->key, id ? id : "", n);
	struct participant *p;
	struct head *h = id ? index_find(&md->asked, hash, id, n) : NULL;

	if (!id || h)
		return h;
	p = arena_new(md->a, struct participant);
	if (!p)
		return NULL;
	p->head = (struct head){ &participant_object, pooled(md, id, n), { 0 }, md->order++, HEAD_STORED | HEAD_ASKED };
	p->org = index_find(&md->kinds[prep_of(md, &org_object)->kind].index, index_hash(md->key, id, slash), id,
	                    slash);
	return index_add(&md->asked, md->a, &p->head, hash) ? &p->head : NULL;
}

/* People of a school that keeps them in a list, which is read after the definitions: named, and not there yet. */
static bool left_out(struct linker *l, const struct prep_field *pf, const struct later *name)
{
	const char **v;

	if (!l->md->nobody || pf->of[0]->object != &participant_object || l->md->kinds[pf->of[0]->kind].n)
		return false;
	for (size_t i = 0; i < l->nleft; i++)
		if (!strcmp(l->left[i], name->id))
			return true;
	v = arena_grow(l->md->a, l->left, &l->left_cap, l->nleft + 1, sizeof(*v));
	if (!v)
		return true;
	if (!l->nleft)
		l->left_at = name->place.file ? name->place : l->item->place;
	l->md->left_out = true;
	l->left = v;
	v[l->nleft++] = name->id;
	return true;
}

static void say_left_out(struct linker *l)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < l->nleft && i < LEFT_SHOWN; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", l->left[i]);
	if (l->nleft > LEFT_SHOWN)
		buf_puts(&b, ", …");
	if (b.oom)
		model_oom(l->md);
	else if (l->nleft)
		caution(l->md, l->left_at, "link", N_("nobody is enrolled yet, these people are left out: %s; enrol them, then load this again"), b.s);
	buf_free(&b);
}

/* ---- references ---- */

static const char *nearest(struct linker *l, const struct prep *p, const char *id)
{
	const struct kind_list *k = &l->md->kinds[p->kind];
	const char **names, *near = NULL;
	struct cursor at = { 0 };
	size_t n = 0;

	if (k->n > l->md->near_budget)
		return NULL;
	names = malloc((k->n + 1) * sizeof(*names));
	if (!names)
		return NULL;
	for (const struct head *h; (h = next_item(k, &at)); ) {
		const char *slash = strchr(h->id, '/');

		names[n++] = slash && !strchr(id, '/') ? slash + 1 : h->id;
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

static void link_slot(void *context, const struct field *f, const struct prep_field *pf, const struct head **slot)
{
	struct linker *l = context;
	const struct later *name = later_of(*slot);
	const struct head *h = NULL;
	uint64_t hash;
	size_t n;

	if (!name)
		return;
	n = strlen(name->id);
	hash = index_hash(l->md->key, name->id, n);
	for (const struct prep *const *p = pf->of; *p && !h; p++)
		h = index_find(&l->md->kinds[(*p)->kind].index, hash, name->id, n);
	if (!h && pf->of[0]->object == &participant_object)
		h = find_person(l, name);
	if (!h && pf->of[0]->object == &participant_object)
		h = ask_person(l, name->id);
	if (!h && !left_out(l, pf, name))
		say_unknown(l, f, pf, name);
	*slot = h;
}

/* What was read to what is known; what is not known stays a name. */
static void link_read_slot(void *context, const struct field *f, const struct prep_field *pf, const struct head **slot)
{
	struct linker *l = context;
	const struct later *read = later_of(*slot);
	const struct reference *r;
	const struct head *h = NULL;
	struct later *name;

	(void)f;
	if (!read)
		return;
	r = (const struct reference *)(const void *)read - 1;
	for (const struct prep *const *p = pf->of; *p && !h; p++)
		h = index_find(&l->md->kinds[(*p)->kind].index, r->hash, read->id, r->n);
	*slot = h;
	if (h) {
		((struct prep_field *)(uintptr_t)pf)->recent[recent_at(read->id, r->n)] = h;
		return;
	}
	name = pool_take(l->md, sizeof(*name) + r->n + 1, 8);
	if (!name)
		return;
	name->place = read->place;
	memcpy(name->id, read->id, r->n + 1);
	*slot = (struct head *)((uintptr_t)name | 1);
	l->later = true;
}

static int by_kind_and_order(const void *a, const void *b)
{
	const struct head *x = *(const struct head *const *)a, *y = *(const struct head *const *)b;

	if (x->object != y->object)
		return strcmp(x->object->name, y->object->name);
	return (x->order > y->order) - (x->order < y->order);
}

/* All of V are known: is one there twice? */
static void look_for_twins(struct linker *l, const struct field *f, const struct head *const *v, uint32_t n)
{
	const struct head *few[16], **copy = n <= 16 ? few : malloc(n * sizeof(*copy));

	if (!copy) {
		model_oom(l->md);
		return;
	}
	memcpy(copy, v, n * sizeof(*copy));
	qsort(copy, n, sizeof(*copy), by_kind_and_order);
	for (uint32_t i = 1; i < n; i++)
		if (copy[i] == copy[i - 1] && (i < 2 || copy[i] != copy[i - 2]))
			fault(l->md, l->item->place, "twice", N_("«%s» of «%s» names «%s» twice"), f->key,
			      l->item->id ? l->item->id : "?", copy[i]->id);
	if (copy != few)
		free(copy);
}

static void link_list(struct linker *l, const struct field *f, const struct prep_field *pf, struct list *list)
{
	const struct head **v = (const struct head **)(uintptr_t)list->v;
	uint32_t n = 0;
	bool later = false;

	for (uint32_t i = 0; i < list->n; i++) {
		l->with(l, f, pf, &v[i]);
		later |= later_of(v[i]) != NULL;
		if (v[i])
			v[n++] = v[i];
	}
	list->n = n;
	if (n > 1 && !later)
		look_for_twins(l, f, v, n);
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
			l->with(l, f, pf, slot);
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

bool link_read(struct model *md, const struct item *item)
{
	struct linker l = { .md = md, .with = link_read_slot, .item = item->o };

	link_object(&l, item->prep, (unsigned char *)item->o);
	md->later |= l.later;
	return l.later;
}

static void link_item(struct linker *l, const struct prep *p, struct head *h)
{
	l->item = h;
	if (h->flags & HEAD_LATER && h->flags & HEAD_PACKED)
		packed_references(p, h, link_slot, l);
	else if (h->flags & HEAD_LATER)
		link_object(l, p, (unsigned char *)h);
	h->flags &= ~(uint32_t)HEAD_LATER;
}

void link_all(struct model *md)
{
	struct linker l = { .md = md, .with = link_slot };

	for (size_t k = 0; objects[k] && md->later; k++) {
		const struct prep *p = prep_of(md, objects[k]);
		struct cursor at = { 0 };

		for (struct head *h; (h = next_item(&md->kinds[k], &at)) && !model_stopped(md); )
			link_item(&l, p, h);
	}
	l.spare = true;                                    /* what is wrong with it was said */
	for (size_t i = 0; i < md->nspares && !model_stopped(md); i++)
		link_item(&l, md->spares[i].prep, md->spares[i].h);
	say_left_out(&l);
	if (!md->check_only)
		list_units(md);
	list_programme(md);
}
