/* place.c - where an item that was read stays: in memory, in the list of its kind, in the index. */
#include <string.h>

#include "model/inside.h"

static void say_twice(struct model *md, const struct head *first, const struct head *h)
{
	if (first->place.file == h->place.file)
		fault(md, h->place, "twice", N_("%s «%s» stands twice: first in line %u"), tr(md->m->lang, h->object->name), h->id,
		      first->place.line);
	else
		fault(md, h->place, "twice", N_("%s «%s» stands twice: first in %s:%u"), tr(md->m->lang, h->object->name), h->id,
		      model_file(md, first->place), first->place.line);
}

/* What the store has and a file too: the file's word holds, at the store's place in the order. */
static void stay_in_order(struct model *md, const struct prep *p, struct head *of_file, uint32_t order)
{
	if (!md->has_programme || strcmp(p->object->edition, "programme") != 0)
		of_file->order = order;
}

/* Of an item that has no place among the others: what it names is linked all the same, because those
 * that stand in it look at it. */
static void keep_spare(struct model *md, const struct prep *p, struct head *h)
{
	struct spare *v;

	if (!p->nests || !(h->flags & HEAD_LATER))
		return;
	v = arena_grow(md->a, md->spares, &md->spares_cap, md->nspares + 1, sizeof(*v));
	if (!v)
		return;
	md->spares = v;
	v[md->nspares++] = (struct spare){ p, h };
}

static bool list_item(struct model *md, struct kind_list *l, struct head *h)
{
	uint32_t cap = !l->last ? 8 : l->last->cap < 500 ? 2 * l->last->cap : l->last->cap;
	struct chunk *c = l->last;

	if (!c || c->n == c->cap) {
		c = arena_alloc(md->a, 1, sizeof(*c) + cap * sizeof(*c->v));
		if (!c)
			return false;
		c->cap = cap;
		*(l->last ? &l->last->next : &l->first) = c;
		l->last = c;
	}
	c->v[c->n++] = h;
	l->n++;
	l->v = NULL;
	return true;
}

struct head *next_item(const struct kind_list *l, struct cursor *at)
{
	if (!at->list)
		at->chunk = l->first;
	at->list = l;
	if (l->v)
		return at->i < l->n ? l->v[at->i++] : NULL;
	if (at->chunk && at->i == at->chunk->n) {
		at->chunk = at->chunk->next;
		at->i = 0;
	}
	return at->chunk ? at->chunk->v[at->i++] : NULL;
}

struct head **in_one(struct model *md, struct kind_list *l)
{
	struct cursor at = { 0 };
	struct head **v = l->v || !l->n ? NULL : arena_array(md->a, struct head *, l->n);

	for (size_t i = 0; v && i < l->n; i++)
		v[i] = next_item(l, &at);
	if (v)
		l->v = v;
	return l->v;
}

static void set_code(const struct prep *p, struct head *h)
{
	if (p->code < p->n)
		*(const char **)(void *)((char *)h + p->object->fields[p->code].at) = strchr(h->id, '/') + 1;
}

/* The lists in the first SIZE bytes of H leave the place for the time being too. */
static void place_lists(struct model *md, const struct prep *p, struct head *h, size_t size)
{
	for (const struct field *f = p->object->fields; f->key; f++) {
		struct list *l = (struct list *)(void *)((char *)h + f->at);
		void *v;

		if (f->kind != K_LIST || f->at >= size || !l->n)
			continue;
		v = pool_take(md, l->n * item_size(f), 8);
		if (v)
			memcpy(v, l->v, l->n * item_size(f));
		*l = (struct list){ v, v ? l->n : 0 };
	}
}

/* H, which was read into a place for the time being, where it stays: its id and itself side by side. */
static struct head *place_item(struct model *md, const struct item *item, size_t idlen)
{
	const struct prep *p = item->prep;
	const struct head *h = item->o;
	size_t n = (idlen + 8) & ~(size_t)7, size = p->object->size;
	bool slim = md->check_only && p->object->slim;
	struct head *to;
	char *id;

	if (slim)
		size = pack_size(p, h);
	else if (md->check_only && p->object->checked && !(h->flags & HEAD_LATER))
		size = p->object->checked;
	id = pool_take(md, n + size, 8);
	if (!id)
		return NULL;
	memcpy(id, h->id, idlen + 1);
	to = (struct head *)(void *)(id + n);
	if (slim) {
		pack(p, h, to);
	} else {
		memcpy(to, h, size);
		if (item->short_lived)
			place_lists(md, p, to, size);
	}
	to->id = id;
	if (!slim)
		set_code(p, to);
	return to;
}

/* Items stand in H: its place is known to them, and it stays there. */
static struct head *keep_item(struct model *md, const struct prep *p, struct head *h)
{
	h->id = pooled(md, h->id, strlen(h->id));
	set_code(p, h);
	return *h->id ? h : NULL;
}

/* The memory of a smaller index that has been left. */
static void use_spare(struct model *md, struct index *ix)
{
	if (ix->spare_n > md->pool_left) {
		md->pool = ix->spare;
		md->pool_left = ix->spare_n;
	}
	ix->spare_n = 0;
}

void model_register(struct model *md, const struct item *item)
{
	const struct prep *p = item->prep;
	struct kind_list *l = &md->kinds[p->kind];
	struct head *h = item->o, *first;
	uint64_t hash;
	size_t n;

	h->order = md->order++;
	if (!h->id) {
		h->id = "?";
		keep_spare(md, p, h);
		return;
	}
	n = strlen(h->id);
	hash = index_hash(md->key, h->id, n);
	first = index_find(&l->index, hash, h->id, n);
	if (first && !(first->flags & HEAD_BUILTIN)) {
		if (!(h->flags & HEAD_STORED))
			say_twice(md, first, h);
		else
			stay_in_order(md, p, first, h->order);
		h->id = first->id;
		keep_spare(md, p, h);
		return;
	}
	if (first) {
		h->id = first->id;
		h = memcpy(first, h, p->object->size);
	} else {
		h = p->nests ? keep_item(md, p, h) : place_item(md, item, n);
		if (!h || !index_add(&l->index, md->a, h, hash))
			return;
		use_spare(md, &l->index);
	}
	if (!(h->flags & HEAD_BUILTIN) && !list_item(md, l, h))
		return;
	if (!p->kind && !(h->flags & HEAD_STORED))
		md->has_programme = true;
}
