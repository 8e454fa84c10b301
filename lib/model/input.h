/* input.h - the bytes of a definition before any parser sees them: bounded, UTF-8, plain line ends. */
#ifndef MODEL_INPUT_H
#define MODEL_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct input {
	FILE *f;                           /* NULL: `text`, `left` bytes of it */
	const char *text;
	size_t left;
	size_t limit, silent;              /* see struct yaml_limits */
	int64_t size;                      /* of F; 0: nobody knows */
	size_t total, since;               /* bytes read: in all, since the parser's last event */
	unsigned char carry[4];            /* the end of a piece that may be half of U+2028 */
	size_t ncarry;
	const char *stop;                  /* why the input ended before its end: N_(), or NULL */
	bool stop_event;                   /* the place to show is the end of the last event */
};

/* Up to SIZE bytes (at least 16) to P; *OUT 0: the end. False: `stop` says why. */
bool input_read(struct input *in, unsigned char *p, size_t size, size_t *out);

/* Are these bytes, which are not UTF-8, Russian in cp1251? */
bool like_cp1251(const unsigned char *p, size_t n);

/* What libyaml calls PROBLEM, in words for people: N_(), or NULL. */
const char *syntax_words(const char *problem);

#endif
