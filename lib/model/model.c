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

enum nsi_status model_read_text(struct model *md, const char *text)
{
	size_t faults = md->faults;

	read_text(md, text, NULL, 0);
	return model_status(md, faults);
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
	enum nsi_status status;

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
	status = model_status(md, 0);
	return status == NSI_OK && md->cut ? NSI_DATA : status;
}

struct model *model_new(struct arena *a, struct messages *m)
{
	struct model *md = arena_new(a, struct model);

	if (!md)
		return NULL;
	md->a = a;
	md->m = m;
	md->key = index_key();
	for (size_t k = 0; k < KINDS_MAX; k++)
		md->kinds[k].index.key = md->key;
	md->asked.key = md->key;
	md->near_budget = NEAR_BUDGET;
	if (!preps_make(md))
		return NULL;
	md->stock = true;
	read_text(md, techniques_yaml, NULL, 0);
	md->stock = false;
	md->order = FILE_ORDER;
	return md->oom || a->oom ? NULL : md;
}

void model_ask(struct model *md, const char *(*person)(void *context, const char *code), void *context, bool nobody)
{
	md->person = person;
	md->context = context;
	md->nobody = nobody;
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

	return p && p->object->edition ? index_find(&md->kinds[p->kind].index, index_hash(md->key, id, n), id, n)
	                               : NULL;
}

const char *model_file(const struct model *md, struct place p)
{
	return p.file && p.file <= md->nfiles ? md->files[p.file - 1] : NULL;
}
