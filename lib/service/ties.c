/* ties.c - who is in which group, before a load and after it. */
#include <stdlib.h>
#include <string.h>

#include "model/people.h"
#include "service/ties.h"

struct reading { struct arena *a; const struct model *is; struct ties *out; };

static int by_person(const void *a, const void *b)
{
	const struct tie *x = a, *y = b;
	int c = strcmp(x->person, y->person);

	return c ? c : x->group->order != y->group->order ? (x->group->order < y->group->order ? -1 : 1) : 0;
}

static enum nsi_status tie(struct reading *r, const struct model *md, const char *person, const char *group)
{
	struct ties *t = r->out;
	const struct head *g = model_find(r->is, "group", group);
	struct tie *v = g ? arena_grow(r->a, t->v, &t->cap, t->n + 1, sizeof(*v)) : NULL;

	if (!g)
		return NSI_OK;
	if (!v)
		return NSI_MEMORY;
	t->v = v;
	v[t->n++] = (struct tie){ person, g, md != r->is, md == r->is };
	return NSI_OK;
}

static enum nsi_status ties_of(struct reading *r, const struct model *md)
{
	const struct head *const *v;
	enum nsi_status status = NSI_OK;
	size_t k = model_list(md, "group", &v);

	for (size_t i = 0; i < k; i++)
		list_refs(struct head, p, &((const struct group *)v[i])->members)
			if (!status)
				status = tie(r, md, p->id, v[i]->id);
	k = model_list(md, "participant", &v);
	for (size_t i = 0; i < k; i++)
		list_refs(struct head, g, &((const struct participant *)v[i])->groups)
			if (!status)
				status = tie(r, md, v[i]->id, g->id);
	return status;
}

enum nsi_status ties_read(struct nsi *n, struct ties *t, const struct model *was, const struct model *is)
{
	struct reading r = { &n->scratch, is, t };
	enum nsi_status status = ties_of(&r, was);
	size_t kept = 0;

	if (!status)
		status = ties_of(&r, is);
	if (!status && t->n)
		qsort(t->v, t->n, sizeof(*t->v), by_person);
	for (size_t i = 0; i < t->n; i++)
		if (kept && !by_person(&t->v[kept - 1], &t->v[i])) {
			t->v[kept - 1].was |= t->v[i].was;
			t->v[kept - 1].is |= t->v[i].is;
		} else {
			t->v[kept++] = t->v[i];
		}
	t->n = kept;
	return status;
}

size_t ties_first(const struct ties *t, const char *person)
{
	size_t from = 0, to = t->n;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (strcmp(t->v[mid].person, person) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}
