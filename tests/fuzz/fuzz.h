/* fuzz.h - what the targets share: each is LLVMFuzzerTestOneInput() for bytes of anybody. */
#ifndef FUZZ_H
#define FUZZ_H

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/message.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
extern const char *const fuzz_seeds[];             /* files and folders; NULL at the end */

/* A law that is broken ends the run, as a crash does. */
#define law(condition) \
	do { if (!(condition)) { fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); abort(); } } while (0)

/* BYTES as a file; its path, the same each time. */
static inline const char *fuzz_file(const uint8_t *bytes, size_t n)
{
	static char path[32];
	static int fd = -1;

	if (fd < 0) {
		fd = memfd_create("fuzz", 0);
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	if (ftruncate(fd, 0) || pwrite(fd, bytes, n, 0) != (ssize_t)n)
		abort();
	return path;
}

/* What is told to people is one line of text that a terminal may show. */
static inline void fuzz_text(const char *s)
{
	size_t n = strlen(s);

	law(n && n <= 2003);
	law(text_bad(s, n) == n);
	for (size_t i = 0; i < n; i++)
		law((unsigned char)s[i] >= 0x20 && s[i] != 0x7f);
}

#endif
