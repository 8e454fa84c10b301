/* pack.c - slim items: a head and, behind it, the references alone, as bytes.
 *
 * Bytes: number of a field, and its pointer; or, of a list, how many (one byte, or 255 and four) and
 * the pointers, or objects in the same form; 255 ends an object.
 */
#include <string.h>

#include "model/inside.h"

enum { END = 255, MANY = 255 };

struct out { unsigned char *p; size_t n; };            /* p NULL: only count */

static void put(struct out *o, const void *bytes, size_t n)
{
	if (o->p)
		memcpy(o->p + o->n, bytes, n);
	o->n += n;
}

static void put_byte(struct out *o, unsigned char c)
{
	put(o, &c, 1);
}

static void put_count(struct out *o, uint32_t n)
{
	put_byte(o, n < MANY ? (unsigned char)n : MANY);
	if (n >= MANY)
		put(o, &n, sizeof(n));
}

static void put_object(struct out *out, const struct prep *p, const unsigned char *o)
{
	for (unsigned i = 0; i < p->n; i++) {
		const struct field *f = &p->object->fields[i];
		const struct list *l = (const struct list *)(const void *)(o + f->at);

		if (!p->f[i].refs)
			continue;
		if (f->kind == K_REF) {
			if (*(void *const *)(const void *)l) {
				put_byte(out, (unsigned char)i);
				put(out, l, sizeof(void *));
			}
			continue;
		}
		if (!l->n)
			continue;
		put_byte(out, (unsigned char)i);
		put_count(out, l->n);
		if (f->item == K_REF)
			put(out, l->v, l->n * sizeof(void *));
		for (uint32_t k = 0; f->item == K_OBJECT && k < l->n; k++)
			put_object(out, p->f[i].object, (const unsigned char *)l->v + k * f->object->size);
	}
	put_byte(out, END);
}

size_t pack_size(const struct prep *p, const struct head *h)
{
	struct out o = { 0 };

	put_object(&o, p, (const unsigned char *)h);
	return sizeof(*h) + o.n;
}

void pack(const struct prep *p, const struct head *h, struct head *to)
{
	struct out o = { (unsigned char *)(to + 1), 0 };

	*to = *h;
	to->flags |= HEAD_PACKED;
	put_object(&o, p, (const unsigned char *)h);
}

static uint32_t get_count(unsigned char **at)
{
	uint32_t n = *(*at)++;

	if (n == MANY) {
		memcpy(&n, *at, sizeof(n));
		*at += sizeof(n);
	}
	return n;
}

/* ---- whole again ---- */

static void get_object(const struct prep *p, unsigned char **at, unsigned char *o, struct arena *a);

/* N references to V; those that named nothing are left out. */
static uint32_t get_references(unsigned char **at, uint32_t n, const struct head **v)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++, *at += sizeof(*v)) {
		memcpy(&v[kept], *at, sizeof(*v));
		kept += v[kept] != NULL;
	}
	return kept;
}

static void get_list(const struct prep *p, unsigned i, unsigned char **at, struct list *l, struct arena *a)
{
	const struct field *f = &p->object->fields[i];
	uint32_t n = get_count(at);
	unsigned char *v = arena_alloc(a, n, item_size(f));

	if (!v)
		return;
	*l = (struct list){ v, n };
	if (f->item == K_REF)
		l->n = get_references(at, n, (const struct head **)(void *)v);
	for (uint32_t k = 0; f->item == K_OBJECT && k < n; k++)
		get_object(p->f[i].object, at, v + k * f->object->size, a);
}

static void get_object(const struct prep *p, unsigned char **at, unsigned char *o, struct arena *a)
{
	memcpy(o, p->standard, p->object->size);
	while (**at != END && !a->oom) {
		unsigned i = *(*at)++;
		const struct field *f = &p->object->fields[i];

		if (f->kind == K_REF)
			get_references(at, 1, (const struct head **)(void *)(o + f->at));
		else
			get_list(p, i, at, (struct list *)(void *)(o + f->at), a);
	}
	++*at;
}

const void *unpack(const struct model *md, const struct head *h, struct arena *a)
{
	const struct prep *p = prep_of(md, h->object);
	unsigned char *at = (unsigned char *)(uintptr_t)(h + 1), *o;

	if (!(h->flags & HEAD_PACKED))
		return h;
	o = arena_alloc(a, 1, p->object->size);
	if (!o)
		return NULL;
	get_object(p, &at, o, a);
	*(struct head *)(void *)o = *h;
	return o;
}

/* ---- in place ---- */

struct visit {
	void (*with)(void *, const struct field *, const struct prep_field *, const struct head **);
	void *context;
};

static void visit_object(const struct visit *v, const struct prep *p, unsigned char **at)
{
	while (**at != END) {
		unsigned i = *(*at)++;
		const struct field *f = &p->object->fields[i];
		uint32_t n = f->kind == K_REF ? 1 : get_count(at);
		bool references = f->kind == K_REF || f->item == K_REF;

		for (uint32_t k = 0; k < n; k++) {
			const struct head *slot;

			if (!references) {
				visit_object(v, p->f[i].object, at);
				continue;
			}
			memcpy(&slot, *at, sizeof(slot));
			v->with(v->context, f, &p->f[i], &slot);
			memcpy(*at, &slot, sizeof(slot));
			*at += sizeof(slot);
		}
	}
	++*at;
}

void packed_references(const struct prep *p, struct head *h,
                       void (*with)(void *, const struct field *, const struct prep_field *, const struct head **),
                       void *context)
{
	struct visit v = { with, context };
	unsigned char *at = (unsigned char *)(h + 1);

	visit_object(&v, p, &at);
}
