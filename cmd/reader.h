/* reader.h - what argv.c and operand.c share while they read one command line. */
#ifndef READER_H
#define READER_H

#include "cmd.h"

struct reader {
	struct nsi *n;
	const struct command *c;           /* NULL: global options */
	const struct nsi_field *own;
	struct section sections[8];
	struct words *w;
	void *base;                        /* what the sections fill, by offset */
	struct pool *pool;
	char **operands;                   /* NULL: the first one ends the reading */
	size_t noperand;
	bool filtered;
};

/* Wrong usage of this command: what, and where to read more. */
enum nsi_status usage(const struct reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool given(const struct words *w, const char *key);
enum nsi_status arg_add(struct words *w, const char *key, const char *value);
/* Check VALUE of F and add it: to the arguments, or with a BASE to the struct there. */
enum nsi_status value_add(struct reader *r, const struct nsi_field *f, void *base, const char *value);
/* The same; of a list several separated by commas. */
enum nsi_status values_add(struct reader *r, const struct nsi_field *f, void *base, const char *value);
/* Put VALUE, checked before, where F says in the struct at BASE. */
enum nsi_status field_put(struct pool *pool, void *base, const struct nsi_field *f, const char *value);
/* Place the operands, see that all is there, fill the struct of what does. */
enum nsi_status operands_read(struct reader *r);

#endif
