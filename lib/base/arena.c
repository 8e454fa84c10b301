/* arena.c - blocks of doubling size in one chain; a mark is a block and how full it was. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 8 << 10, LARGEST = 4 << 20, ALIGN = 16 };

struct arena_block {
	struct arena_block *before;
	size_t size, used;
	_Alignas(ALIGN) unsigned char bytes[];
};

static struct arena_block *block_add(struct arena *a, size_t need)
{
	size_t size = a->last ? a->last->size * 2 : FIRST;
	struct arena_block *b;

	if (size > LARGEST)
		size = LARGEST;
	if (size < need)
		size = need;
	b = malloc(sizeof(*b) + size);
	if (!b) {
		a->oom = true;
		return NULL;
	}
	b->before = a->last;
	b->size = size;
	b->used = 0;
	a->last = b;
	a->total += size;
	return b;
}

static unsigned char *take(struct arena *a, size_t bytes)
{
	struct arena_block *b = a->last;
	unsigned char *p;

	bytes = (bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!b || b->size - b->used < bytes)
		b = block_add(a, bytes);
	if (!b)
		return NULL;
	p = b->bytes + b->used;
	b->used += bytes;
	return p;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	unsigned char *p;

	if (size && count > (SIZE_MAX / 2) / size) {
		a->oom = true;
		return NULL;
	}
	size *= count;
	p = take(a, size ? size : 1);
	return p ? memset(p, 0, size) : NULL;
}

static char empty[1];

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = n < SIZE_MAX / 2 ? (char *)take(a, n + 1) : NULL;

	if (!p) {
		a->oom = true;
		empty[0] = '\0';
		return empty;
	}
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *format, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, ap);
	p = n < 0 ? NULL : (char *)take(a, (size_t)n + 1);
	if (p)
		vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	if (p)
		return p;
	a->oom = true;
	empty[0] = '\0';
	return empty;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap;
	char *p;

	va_start(ap, format);
	p = arena_vprintf(a, format, ap);
	va_end(ap);
	return p;
}

void *arena_grow(struct arena *a, void *array, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap ? *cap : 8;
	void *p;

	if (want <= *cap)
		return array;
	if (want > SIZE_MAX / 4) {
		a->oom = true;
		return NULL;
	}
	while (n < want)
		n *= 2;
	p = arena_alloc(a, n, size);
	if (!p)
		return NULL;
	if (*cap)
		memcpy(p, array, *cap * size);
	*cap = n;
	return p;
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){ a->last, a->last ? a->last->used : 0 };
}

void arena_release(struct arena *a, struct arena_mark m)
{
	while (a->last != m.last) {
		struct arena_block *b = a->last;

		a->last = b->before;
		a->total -= b->size;
		free(b);
	}
	if (a->last)
		a->last->used = m.used;
}

void arena_free(struct arena *a)
{
	arena_release(a, (struct arena_mark){ NULL, 0 });
	a->oom = false;
}
