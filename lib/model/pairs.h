/* pairs.h - YAML that is no definition: keys with texts, of one thing or, in a list, of several. */
#ifndef MODEL_PAIRS_H
#define MODEL_PAIRS_H

#include "base/arena.h"
#include "base/message.h"

/* A text as it was written (of a list its texts, line by line), and where its key stands. OF: the how manieth thing it
 * belongs to, from 0. */
struct pair { const char *key, *text; size_t of; int line, column; };

/* The pairs of the file PATH ("-": standard input), in A. NSI_DATA: it is none of that kind; M says where. */
enum nsi_status pairs_read(struct arena *a, struct messages *m, const char *path, const struct pair **v, size_t *n);

#endif
