/* memory.c - every allocation of the program and of its libraries goes through here, and may be the one that fails. */
#include "torture.h"

#ifdef __SANITIZE_ADDRESS__
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *p, size_t size);
/* seen by the libraries too, instead of those of the C library */
#pragma GCC visibility push(default)
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *p, size_t size);
#pragma GCC visibility pop

/* called before there is a sanitizer to speak of */
#define BARE __attribute__((no_sanitize("address", "undefined")))

BARE static bool fails(void)
{
	if (!shared || !shared->armed)
		return false;
	shared->count++;
	return shared->on ? shared->at && shared->count >= shared->at : shared->count == shared->at;
}

BARE void *malloc(size_t size)
{
	return fails() ? NULL : REAL(malloc)(size);
}

BARE void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : REAL(calloc)(count, size);
}

BARE void *realloc(void *p, size_t size)
{
	return fails() ? NULL : REAL(realloc)(p, size);
}
