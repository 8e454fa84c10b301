/* hostile.h - a class of hostile input: how its file is made, which command reads it, what must happen to it.
 *
 * Whatever the class: it is answered within SECONDS of CPU and MEMORY, errors are lines for people, at most MESSAGES of
 * them, each with its place where it has a file, and the database stays as it was.
 */
#ifndef HOSTILE_H
#define HOSTILE_H

#include <stdio.h>

#define MIB ((size_t)1024 * 1024)

enum { SAME = -2, ANSWERED = -1 };

struct hostile {
	const char *name;
	void (*make)(FILE *f);             /* NULL: the file lies there */
	const char *file, *command;        /* words of nsi; FILE among them is the file */
	int code;                          /* exit code; ANSWERED: 0 or 1; SAME: 0, and prints what PLAIN would */
	const char *says;                  /* what the errors hold; "": anything */
};

/* A command that reads sheets, and a sheet that it takes, in the simplest form: every spelling of it means the same. */
struct plain {
	const char *name, *file, *command;
	enum { BYTES_TOO, ROWS, SPELLINGS } what;      /* which classes are tried with it */
	char *text;                        /* UTF-8, semicolons, LF; the header, then rows */
	char *out;                         /* what the command prints of it */
};

/* End with a row without name. */
extern const struct hostile yaml_classes[], absurd_classes[], sheet_classes[], book_classes[];
extern struct plain plains[], *plain;              /* the one whose turn it is */

#define LOAD "module load FILE --dry-run"

void repeat(FILE *f, const char *s, size_t bytes);
/* FORMAT with 1, 2, 3 … until about BYTES are written. */
void number(FILE *f, const char *format, size_t bytes);

#endif
