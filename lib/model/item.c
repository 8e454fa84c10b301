/* item.c - items between their reading and their place. One waits while the next is read: large
 * models do not fit the processor's caches, and what it names comes from memory in that time.
 */
#include <string.h>

#include "model/inside.h"

void items_begin(struct items *it, struct model *md, uint32_t flags)
{
	*it = (struct items){ .md = md, .flags = flags };
	for (int i = 0; i < 3; i++)
		arena_alloc(&it->arena[i], 1, 1);           /* a block that stays */
}

/* Its references known, itself among the others. */
static void settle(struct items *it, struct item *item)
{
	bool later;

	if (!item->o)
		return;
	later = item->nreferences && link_read(it->md, item);
	item->o->flags |= it->flags | (later ? HEAD_LATER : 0);
	model_register(it->md, item);
	item->o = NULL;
	arena_release(item->aside, item->empty);
}

void items_settle(struct items *it)
{
	settle(it, &it->leaf[it->next]);
	settle(it, &it->leaf[!it->next]);
}

struct head *item_begin(struct items *it, const struct prep *p, struct item *own)
{
	struct model *md = it->md;
	struct item *item = p->nests ? own : &it->leaf[it->next];

	item->prep = p;
	item->aside = &it->arena[p->nests ? 2 : it->next];
	item->empty = arena_mark(item->aside);
	item->references = NULL;
	item->nreferences = 0;
	item->short_lived = md->check_only && (p->object->slim || p->object->checked);
	item->o = arena_alloc(p->nests ? md->a : item->aside, 1, p->object->size);
	md->item = item;
	return item->o;
}

/* What will be looked at soon, asked of the memory now. */
static void fetch(struct model *md, const struct item *item)
{
	const char *id = item->o->id;

	for (const struct reference *r = item->references; r; r = r->next)
		for (const struct prep *const *of = r->pf->of; *of; of++)
			index_next(&md->kinds[(*of)->kind].index, r->hash);
	if (id && item->prep->object->name_of)
		index_soon(&md->kinds[item->prep->kind].index, index_hash(md->key, id, strlen(id)));
}

void item_end(struct items *it, struct item *before)
{
	struct item *item = it->md->item;
	const struct object *o = item->prep->object;

	it->md->item = before;
	if (o->name_of)
		item->o->id = o->name_of(item->o, item->id) ? item->id : NULL;
	if (item->prep->nests) {
		settle(it, item);
		return;
	}
	fetch(it->md, item);
	it->next = !it->next;
	settle(it, &it->leaf[it->next]);
}

void items_end(struct items *it)
{
	items_settle(it);
	for (int i = 0; i < 3; i++) {
		if (it->arena[i].oom)
			model_oom(it->md);
		arena_free(&it->arena[i]);
	}
}
