/* own.h - questions that a school writes itself: files of SQL, which can read and do nothing else. */
#ifndef STORE_OWN_H
#define STORE_OWN_H

#include "store/ask.h"

/* Rows, seconds and bytes of a value after which an own question is stopped. */
enum { OWN_ROWS = 1000000, OWN_SECONDS = 60, OWN_BYTES = 16000000 };

/* Read and check the question of the file PATH ("-" is no file) into Q, whose texts live in A. NSI_DATA: a message says
 * what is wrong and on which line: more than one statement, one that does more than read, a parameter that is
 * declared nowhere. Columns without comments are shown as they come. */
enum nsi_status own_read(struct nsi *n, struct question *q, struct arena *a, const char *path);

/* Around the running of one. */
struct own_guard { struct nsi *n; int64_t until; int seconds, bytes; bool late; };
void own_begin(struct own_guard *g, struct nsi *n);
/* STATUS, or why it was stopped; PATH is for the message. */
enum nsi_status own_end(struct own_guard *g, const char *path, enum nsi_status status);

#endif
