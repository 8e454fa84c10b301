/* sql.h - the SQL of schemas/sql as strings of the library; made by the build. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "sql-list.h"                      /* enum sql: SQL_USE_…, SQL_ASK_…, one a file */

/* SQL_COUNT files, FACT_COUNT of them facts */
struct sql_file { const char *kind, *name, *text; };   /* "use", "mark_add"; by enum sql */
extern const struct sql_file sql_files[];
extern const char sql_stamp[];             /* changes with every change of any file */

/* A table that is derived: what keeps it (schemas/sql/embed.awk says how each is made). */
struct derived {
	const char *name;
	const char *verbs;                 /* " start master ", of a fact: run only when one occurs */
	const char *create, *add, *remove, *clear, *less, *more;
};
extern const struct derived facts[], defines[];        /* name NULL at the end */

/* What may not be said: schemas/sql/refuse. */
struct rule {
	const char *name, *verbs;          /* "  ": whatever is said */
	int only_said;                     /* not judged again when what it leans on is undone */
	enum sql text;
};
extern const struct rule rules[];                      /* name NULL at the end */

#endif
