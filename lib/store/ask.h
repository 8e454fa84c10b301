/* ask.h - a question: one .sql file that says what it asks, takes and gives.
 *
 *   -- First line: what it answers; the command's help.
 *   -- :name type help                    a parameter, so an option --name
 *   -- :name! type help                   an operand;  "= today" behind the help: its standard value
 *   -- :name* type help                   may be repeated: bound as a JSON array
 *   -- filter: person_id unit_id          hidden columns that filters may use (see filter.h)
 *   SELECT x AS key,   -- type Title      a column; (Title) = only when asked for; keys may be quoted
 *
 * types of columns: id text title int real day flag word list json mark key; "title" is a text of a
 * definition, in one language or several. types of parameters: also person unit module org group
 * quantum session year, resolved to local numbers before the statement runs. Every statement also
 * gets, when it names them: :today, :org (id of our organisation), :programme and :rest (current
 * editions), :lang.
 */
#ifndef STORE_ASK_H
#define STORE_ASK_H

#include "store/handle.h"

struct question {
	const char *name, *text, *brief;
	struct nsi_field params[16];
	struct nsi_column cols[40];
	bool titled[40];                   /* column holds a text of a definition */
	size_t nparam, ncol;
	const char *filters;               /* hidden columns that filters may use, or "" */
};

/* Read the comments of TEXT into Q; texts are copied to A. NULL, or what is wrong (a test looks). */
const char *question_read(struct question *q, struct arena *a, const char *name, const char *text);

/* Ask with arguments and filters; the rows live in n->scratch. */
enum nsi_status ask_rows(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                         const struct nsi_rows **out);

#endif
