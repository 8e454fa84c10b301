/* filter.h - words that narrow a question: person:p07 module:pary +late, bare words in titles.
 *
 * One file a word, schemas/sql/filter/WORD.sql, or WORD_X.sql where a word means another condition on
 * another column:
 *
 *   -- Its help, one line.
 *   -- :value* person                     what stands behind the colon; a flag (+late) has none
 *   -- filter: person_id                  the column of the question that it needs
 *   q.person_id IN (SELECT value FROM json_each(:value))
 *
 * A condition may also use :year and :on of questions that have them; what it needs may then be a mere
 * name, as "programme". A word applies to a question that declares the column ("-- filter: person_id …"). The condition goes
 * around the question, or where the question says so with a comment "filters" between slashes and
 * stars (behind WHERE …, with q as the alias): inside a GROUP BY it is much faster.
 */
#ifndef STORE_FILTER_H
#define STORE_FILTER_H

#include "store/ask.h"

struct filter {
	const char *word;
	struct question *file;             /* as question_read() reads it */
	struct nsi_list values;
};
struct filtered { const char *text; struct filter *v; size_t n; int64_t limit; };

/* The filters that Q takes, as people write them, each behind a blank; of the call. */
const char *filter_known(struct nsi *n, const struct question *q);

/* The text of Q under the filters (key "filter") and the limit of rows (key "limit") among ARGS. NSI_USAGE: one that Q cannot apply; the
 * message names those it knows. */
enum nsi_status filter_wrap(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                            struct filtered *out);
/* TEXT, a question's, in its place in the statement AROUND: between two comments that say "question". */
const char *question_inside(struct nsi *n, enum sql around, const char *text);
enum nsi_status filter_bind(struct nsi *n, sqlite3_stmt *s, const struct filtered *f);

#endif
