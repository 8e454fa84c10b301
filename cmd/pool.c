/* pool.c - memory of one command line: taken piece by piece, given back at once. */
#include "cmd.h"

#include <stdlib.h>
#include <string.h>

struct pool_block { struct pool_block *before; max_align_t bytes[]; };

void *pool_alloc(struct pool *p, size_t size)
{
	struct pool_block *b = calloc(1, sizeof(*b) + size);

	if (!b)
		return NULL;
	b->before = p->last;
	p->last = b;
	return b->bytes;
}

char *pool_strndup(struct pool *p, const char *s, size_t n)
{
	char *t = pool_alloc(p, n + 1);

	return t ? memcpy(t, s, n) : NULL;
}

void pool_free(struct pool *p)
{
	for (struct pool_block *b = p->last, *before; b; b = before) {
		before = b->before;
		free(b);
	}
	p->last = NULL;
}

enum nsi_status list_add(struct pool *p, struct nsi_list *l, const char *value)
{
	const char **v;

	if (!value)
		return NSI_MEMORY;
	if (!(l->n & (l->n - 1))) {        /* full at every power of two */
		v = pool_alloc(p, (l->n ? 2 * l->n : 1) * sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		if (l->n)
			memcpy(v, l->v, l->n * sizeof(*v));
	} else {
		v = (const char **)(uintptr_t)l->v;
	}
	v[l->n++] = value;
	l->v = v;
	return NSI_OK;
}
