/* model.c - the model's life: new, files, items of the store, finish; lists and look-ups. */
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

#include "model/inside.h"
#include "model/yaml.h"

enum { FILE_ORDER = 1 << 30, NEAR_BUDGET = 200000, POOL = 32 << 10 };

/* ---- faults ---- */

void model_oom(struct model *md)
{
	md->oom = md->stopped = true;
}

void model_broke_off(struct model *md)
{
	md->broke_off = md->cut = true;
}

const char *model_tr(const struct model *md, const char *text)
{
	return tr(md->m->lang, text);
}

static void put(struct model *md, enum nsi_severity s, struct place p, const char *rule, const char *format, va_list ap)
{
	const char *text = arena_vprintf(&md->m->arena, tr(md->m->lang, format), ap);

	message_put(md->m, s, model_file(md, p), p.file ? (int)p.line : 0, p.file ? (int)p.column : 0, rule, text);
}

void fault(struct model *md, struct place p, const char *rule, const char *format, ...)
{
	va_list ap;

	if (md->faults++ >= FAULTS_MAX) {
		if (!md->stopped)
			message_put(md->m, NSI_ERROR, model_file(md, p), (int)p.line, (int)p.column, rule,
			            model_tr(md, N_("too many faults: the rest is not looked at")));
		md->stopped = true;
		return;
	}
	va_start(ap, format);
	put(md, NSI_ERROR, p, rule, format, ap);
	va_end(ap);
}

void caution(struct model *md, struct place p, const char *rule, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	put(md, NSI_WARNING, p, rule, format, ap);
	va_end(ap);
}

const char *quote(struct model *md, const char *s)
{
	size_t n = strlen(s), cut;
	char *t = arena_strndup(&md->m->arena, s, n < 400 ? n : 400);

	cut = text_cut(t, 40);
	for (size_t i = 0; i < cut; i++)
		if (t[i] == '\n' || t[i] == '\t')
			t[i] = ' ';
	if (!t[cut])
		return text_safe(&md->m->arena, t);
	t[cut] = '\0';
	return arena_printf(&md->m->arena, "%s…", text_safe(&md->m->arena, t));
}

const char *near_one(struct model *md, const char *word, const char *const *names, size_t n)
{
	if (n > md->near_budget || strlen(word) > 64)
		return NULL;
	md->near_budget -= n;
	return text_near(word, names, n);
}

void *pool_take(struct model *md, size_t n, size_t align)
{
	size_t skip = md->pool_left & (align - 1);
	char *p;

	if (n + skip > md->pool_left) {
		if (n > POOL / 8)
			return arena_alloc(md->a, 1, n);
		md->pool = arena_alloc(md->a, 1, POOL);
		md->pool_left = md->pool ? POOL : 0;
		skip = 0;
		if (!md->pool)
			return NULL;
	}
	p = md->pool + skip;
	md->pool += n + skip;
	md->pool_left -= n + skip;
	return p;
}

const char *pooled(struct model *md, const char *s, size_t n)
{
	char *p = pool_take(md, n + 1, 1);

	if (!p)
		return "";
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

/* ---- items ---- */

const char *ref_id(const struct head *slot)
{
	struct later *l = later_of(slot);

	return l ? l->id : slot ? slot->id : NULL;
}

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

/* The items as one array. */
static struct head **in_one(struct model *md, struct kind_list *l)
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
static struct head *place_item(struct model *md, const struct prep *p, const struct head *h, size_t idlen)
{
	const struct object *o = p->object;
	size_t n = (idlen + 8) & ~(size_t)7, size = o->size;
	bool slim = md->check_only && o->slim;
	struct head *to;
	char *id;

	if (slim)
		size = pack_size(p, h);
	else if (md->check_only && o->checked && !(h->flags & HEAD_LATER))
		size = o->checked;
	id = pool_take(md, n + size, 8);
	if (!id)
		return NULL;
	to = (struct head *)(void *)(id + n);
	memcpy(id, h->id, idlen + 1);
	if (slim)
		pack(p, h, to);
	else
		memcpy(to, h, size);
	to->id = id;
	if (!slim)
		set_code(p, to);
	if (md->into == md->aside && !slim)
		place_lists(md, p, to, size);
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

void model_register(struct model *md, const struct prep *p, struct head *h)
{
	struct kind_list *l = &md->kinds[p->kind];
	struct head *first;
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
		h = p->nests ? keep_item(md, p, h) : place_item(md, p, h, n);
		if (!h || !index_add(&l->index, md->a, h, hash))
			return;
		use_spare(md, &l->index);
	}
	if (!(h->flags & HEAD_BUILTIN) && !list_item(md, l, h))
		return;
	if (!p->kind && !(h->flags & HEAD_STORED))
		md->has_programme = true;
}

/* ---- the store's items ---- */

enum nsi_status model_status(const struct model *md, size_t faults)
{
	if (md->oom || md->a->oom || md->m->arena.oom)
		return NSI_MEMORY;
	return md->faults > faults ? NSI_DATA : NSI_OK;
}

enum nsi_status model_read_item(struct model *md, const char *object, int64_t order, const char *json)
{
	const struct prep *p = prep_named(md, object);
	struct stored *v = arena_grow(md->a, md->stored, &md->stored_cap, md->nstored + 1, sizeof(*v));

	if (!v)
		return NSI_MEMORY;
	md->stored = v;
	if (!p || !p->object->edition)
		return fail(md->m, NSI_DATA, N_("the database holds an object «%s», which is not known here"), object);
	v[md->nstored++] = (struct stored){ p, (uint32_t)order & (FILE_ORDER - 1), pooled(md, json, strlen(json)) };
	return model_status(md, md->faults);
}

static void read_text(struct model *md, const char *text, const struct prep *p, uint32_t order)
{
	struct yaml *y = yaml_open(md, 0, NULL, text, strlen(text), &yaml_standard_limits);

	if (!y)
		model_oom(md);
	else if (p)
		read_stored(md, y, p, order);
	else
		read_file(md, y);
	yaml_close(y);
}

static int by_order(const void *a, const void *b)
{
	const struct head *x = *(const struct head *const *)a, *y = *(const struct head *const *)b;

	return (x->order > y->order) - (x->order < y->order);
}

static void put_in_order(struct model *md)
{
	for (size_t k = 0; objects[k]; k++) {
		struct kind_list *l = &md->kinds[k];
		struct cursor at = { 0 };
		uint32_t order = 0;

		if (md->nstored && in_one(md, l))
			qsort(l->v, l->n, sizeof(*l->v), by_order);
		for (struct head *h; (h = next_item(l, &at)); )
			h->order = ++order;
	}
}

enum nsi_status model_finish(struct model *md)
{
	for (size_t i = 0; i < md->nstored && !model_stopped(md); i++) {
		const struct stored *s = &md->stored[i];
		bool last = md->has_programme && !strcmp(s->prep->object->edition, "programme");

		read_text(md, s->json, s->prep, last ? s->order | (uint32_t)FILE_ORDER << 1 : s->order);
	}
	put_in_order(md);
	if (!model_stopped(md))
		link_all(md);
	if (!model_stopped(md) && !md->cut)
		check_all(md);
	return md->cut && !md->faults ? NSI_DATA : model_status(md, 0);
}

struct model *model_new(struct arena *a, struct messages *m)
{
	struct model *md = arena_new(a, struct model);

	if (!md)
		return NULL;
	md->a = a;
	md->m = m;
	md->into = md->aside = a;
	md->key = index_key();
	for (size_t k = 0; k < KINDS_MAX; k++)
		md->kinds[k].index.key = md->key;
	md->near_budget = NEAR_BUDGET;
	if (!preps_make(md))
		return NULL;
	md->stock = true;
	read_text(md, techniques_yaml, NULL, 0);
	md->stock = false;
	md->order = FILE_ORDER;
	return md->oom || a->oom ? NULL : md;
}

void model_check_only(struct model *md)
{
	md->check_only = true;
}

size_t model_list(const struct model *md, const char *name, const struct head *const **out)
{
	const struct prep *p = prep_named(md, name);
	struct kind_list *l = p && p->object->edition ? &((struct model *)(uintptr_t)md)->kinds[p->kind] : NULL;

	*out = l ? (const struct head *const *)in_one((struct model *)(uintptr_t)md, l) : NULL;
	return *out ? l->n : 0;
}

size_t model_builtin(const struct model *md, const char *name, struct arena *a, const struct head *const **out)
{
	const struct prep *p = prep_named(md, name);
	const struct index *ix = p && p->object->edition ? &md->kinds[p->kind].index : NULL;
	const struct head **v = arena_array(a, const struct head *, ix ? ix->n + 1 : 1);
	size_t n = 0;

	for (size_t i = 0; v && ix && i < ix->cap; i++) {
		const struct head *h = index_at(ix, i);

		if (h && h->flags & HEAD_BUILTIN)
			v[n++] = h;
	}
	if (n)
		qsort(v, n, sizeof(*v), by_order);
	*out = v;
	return n;
}

bool model_stored(const struct model *md, const struct head *h)
{
	(void)md;
	return h->flags & HEAD_STORED;
}

const struct head *model_find(const struct model *md, const char *name, const char *id)
{
	const struct prep *p = prep_named(md, name);

	size_t n = strlen(id);

	return p && p->object->edition ? index_find(&md->kinds[p->kind].index, index_hash(md->key, id, n), id, n) : NULL;
}

const char *model_file(const struct model *md, struct place p)
{
	return p.file && p.file <= md->nfiles ? md->files[p.file - 1] : NULL;
}
