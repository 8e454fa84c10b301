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
