/* script.h - the statements that a call of ours runs, with their values, so that a bare program can step the same. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <sqlite3.h>
#include <stddef.h>

enum { VALUES = 24 };                      /* of one statement */
struct value { int type; sqlite3_int64 i; double r; char *bytes; size_t n; };
struct statement { char *sql; struct value values[VALUES]; };
struct script { struct statement *v; size_t n, cap; };

struct statement *script_add(struct script *s, const char *sql);
void value_set(struct value *v, int type, sqlite3_int64 i, double r, const void *bytes, size_t n);
void script_write(const struct script *s, const char *path);
struct script *script_read(const char *path);
void script_free(struct script *s);

/* Step them all. Statements stay prepared in P from one script to the next. PRINT: the rows too. */
struct stepper { struct { char *sql; sqlite3_stmt *s; } v[256]; size_t n; };
void script_step(const struct script *s, struct stepper *p, sqlite3 *db, int print);
void stepper_free(struct stepper *p);

/* From here to record_end() every statement of this process is written into S: the linker puts record.c's
 * sqlite3_bind_… and sqlite3_open_v2 before SQLite's own (bench.mk). */
void record_begin(struct script *s);
void record_next(struct script *s);        /* from here on into S; what is bound stays */
void record_end(void);

#endif
