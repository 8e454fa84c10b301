/* check_ids.c - checks of ids and labels: taken, reserved, alike, named twice. */
#include <stdlib.h>
#include <string.h>

#include "model/check.h"

void check_reserved(struct check *c)
{
	static const char *const words[] = { "row", "person", "org", "mastered", "of", "taught", "late", "earlier" };

	EACH(unit, u, c, "unit")
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (!strcmp(u->head.id, words[i]))
				found(c, u->head.place, N_("«%s» is a column of the board: no unit can have this id"), words[i]);
}

/* ---- labels and ids ---- */

struct word { const char *key, *shown; const struct head *h; };

static int by_key(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->h->order > y->h->order) - (x->h->order < y->h->order);
}

static void say_equal(struct check *c, struct word *v, size_t n)
{
	if (n)
		qsort(v, n, sizeof(*v), by_key);
	for (size_t i = 1; i < n; i++) {
		if (strcmp(v[i].key, v[i - 1].key) != 0 || v[i].h == v[i - 1].h)
			continue;
		if (strcmp(v[i].shown, v[i - 1].shown) != 0)
			found(c, v[i].h->place, N_("«%s» of «%s» and «%s» of «%s» look alike"), v[i].shown, v[i].h->id,
			      v[i - 1].shown, v[i - 1].h->id);
		else
			found(c, v[i].h->place, N_("«%s» names both «%s» and «%s»"), v[i].shown, v[i - 1].h->id, v[i].h->id);
	}
}

static void check_parts(struct check *c, const struct unit *u)
{
	struct word *v = arena_array(c->scratch, struct word, 2 * (size_t)u->parts.n + 1);
	size_t n = 0;

	if (!v)
		return;
	list_each(struct part, p, &u->parts) {
		v[n++] = (struct word){ text_skeleton(c->scratch, p->head.id), p->head.id, &p->head };
		if (p->label)
			v[n++] = (struct word){ text_skeleton(c->scratch, p->label), p->label, &p->head };
	}
	say_equal(c, v, n);
}

void check_labels(struct check *c)
{
	struct word *v = arena_array(c->scratch, struct word, 2 * unit_count(c) + 1);
	size_t n = 0;

	if (!v)
		return;
	EACH(unit, u, c, "unit") {
		v[n++] = (struct word){ text_skeleton(c->scratch, u->head.id), u->head.id, &u->head };
		v[n++] = (struct word){ text_skeleton(c->scratch, u->label), u->label, &u->head };
		if (u->parts.n)
			check_parts(c, u);
	}
	say_equal(c, v, n);
}

static void clash(struct check *c, const char *a, const char *b)
{
	EACH(head, h, c, a)
		if (model_find(c->md, b, h->id))
			found(c, h->place, N_("«%s» is the id of two things: %s and %s"), h->id, a, b);
}

void check_clash(struct check *c)
{
	clash(c, "unit", "module");
	clash(c, "event", "group");
}

static int by_kind_and_order(const void *a, const void *b)
{
	const struct head *x = *(const struct head *const *)a, *y = *(const struct head *const *)b;

	if (x->object != y->object)
		return strcmp(x->object->name, y->object->name);
	return (x->order > y->order) - (x->order < y->order);
}

static void repeated_in(struct check *c, const struct head *h, const char *key, const struct list *l)
{
	const struct head **v = arena_array(c->scratch, const struct head *, l->n);

	if (!v)
		return;
	memcpy(v, l->v, l->n * sizeof(*v));
	qsort(v, l->n, sizeof(*v), by_kind_and_order);
	for (uint32_t i = 1; i < l->n; i++)
		if (v[i] == v[i - 1] && (i < 2 || v[i] != v[i - 2]))
			found(c, h->place, N_("«%s» of «%s» names «%s» twice"), key, h->id, v[i]->id);
}

void check_repeated(struct check *c)
{
	for (size_t k = 0; objects[k]; k++) {
		EACH(head, h, c, objects[k]->name) {
			for (const struct field *f = objects[k]->fields; f->key; f++) {
				const struct list *l = (const struct list *)(const void *)((const char *)h + f->at);

				if (f->kind == K_LIST && f->item == K_REF && l->n > 1)
					repeated_in(c, h, f->key, l);
			}
		}
	}
}
