/* arena.h - memory that is given back all at once.
 *
 * Memory comes zeroed and aligned for any type. When the system has none left, `oom` is set and
 * stays set: structs and arrays come back NULL (callers check), strings come back "" (callers
 * need not; who owns the arena looks at `oom` before it believes a result).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;
struct arena {
	struct arena_block *last;
	size_t total;                      /* bytes asked of the system */
	bool oom;
};

void *arena_alloc(struct arena *a, size_t count, size_t size);
#define arena_new(a, type) ((type *)arena_alloc(a, 1, sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_alloc(a, n, sizeof(type)))

char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_strdup(struct arena *a, const char *s);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list ap);

/* Grow ARRAY (of SIZE-byte things, *CAP of them) so that it holds WANT; the old place is left
 * behind in the arena, so use it for short lists. NULL when out of memory. */
void *arena_grow(struct arena *a, void *array, size_t *cap, size_t want, size_t size);

/* Give back everything allocated since the mark. */
struct arena_mark { struct arena_block *last; size_t used; };
struct arena_mark arena_mark(const struct arena *a);
void arena_release(struct arena *a, struct arena_mark m);

void arena_free(struct arena *a);          /* all of it; the arena can be used again, oom is cleared */

#endif
