/* stack.c - lists grow on one stack and are copied once. */
#include <stdlib.h>
#include <string.h>

#include "model/inside.h"

void stack_push(struct model *md, struct stack *s, const void *item, size_t size)
{
	if (s->cap - s->n < size) {
		size_t cap = s->cap ? s->cap : 4096;
		unsigned char *v;

		while (cap - s->n < size)
			cap *= 2;
		v = realloc(s->v, cap);
		if (!v) {
			model_oom(md);
			return;
		}
		s->v = v;
		s->cap = cap;
	}
	memcpy(s->v + s->n, item, size);
	s->n += size;
}

void stack_pop(struct model *md, struct stack *s, size_t from, size_t size, struct list *l)
{
	size_t bytes = s->n - from;
	void *v = bytes ? arena_alloc(item_arena(md), 1, bytes) : NULL;

	if (bytes && !v)
		model_oom(md);
	else if (bytes)
		memcpy(v, s->v + from, bytes);
	*l = (struct list){ v, v ? (uint32_t)(bytes / size) : 0 };
	s->n = from;
}
