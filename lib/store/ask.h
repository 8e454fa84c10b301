/* ask.h - a question: one .sql file that says what it asks, takes and gives.
 *
 *   -- First line: what it answers; the command's help.
 *   -- :name type help                    a parameter, so an option --name
 *   -- :name! type help                   an operand;  "= today" behind the help: its standard value
 *   -- :name* type help                   may be repeated: bound as a JSON array
 *   -- :name  word:a|b|c help             one of these words, in English or the user's language
 *   -- filter: person_id unit_id          hidden columns that filters may use (see filter.h)
 *   -- empty: text                        what people read instead of an answer without rows, if it was not filtered
 *   -- below: name                        people read the answer to that question, a word and a private text a row, below the
 *                                         rows of an answer of which nothing was left out; it gets the same parameters
 *   SELECT x AS key,   -- type Title      a column; keys may be quoted; (Title) = only when
 *                                         asked for; {Title} = only for people; [Title] = for scripts
 *          y AS z      -- word:a|b Title  a word: which it can be, unless literals say it (for translators)
 *
 * types of columns: id text title int real day flag word list json state mark glyph person people
 * sentence count key;
 * "title" is a text of a definition, in one language or several; "person" is a local number and "people"
 * several with blanks between (group_concat(x, ' ')), shown as codes; "list" is ids with blanks between;
 * "state" is one of the board, for people the legend's word of it, "mark" the same as its sign, "glyph"
 * the sign for machines too; "count" is a number, a blank and "one|many", shown without the number in the form that goes with
 * it, for machines always the last; "sentence" is an entry (its origin's local number, a blank, its seq) in
 * words; "private" is the hash of a private text of ours, shown as the text; a "key" is for filters and never shown. types of parameters: also person unit module org group quantum technology, resolved to local numbers before the statement
 * runs (:unit_part is the part that was named with :unit, else 0), session, year, and since: a day, of a
 * period the first. A year that is not
 * given is the one named with a person (p07@2027), else that of the day :on, else the current one.
 * Every statement also gets, when it names them: :today, :org (id of our organisation), :programme and
 * :rest (current editions), :lang, :unclosed (1: the closing of the whole year does not count).
 */
#ifndef STORE_ASK_H
#define STORE_ASK_H

#include "store/handle.h"

/* As it is; a text of a definition; a person's number, or several of them, as codes; a state of a unit, by
 * its word in the legend; the same as its mark; an entry, "origin seq" in local numbers, as its sentence; the hash of a
 * private text, as the text; whatever the statement gives. */
enum form { FORM_PLAIN, FORM_TITLE, FORM_PERSON, FORM_PEOPLE, FORM_STATE, FORM_GLYPH,
            FORM_SENTENCE, FORM_PRIVATE, FORM_COUNT, FORM_ANY };

struct question {
	const char *name, *text, *brief;
	struct nsi_field params[16];
	const char *things[16];            /* kind of the dictionary that a parameter is looked up in, or NULL */
	struct nsi_column cols[40];
	enum form form[40];                /* what a column's value still becomes */
	const char *words[40];             /* "a|b|c": which words a column can hold, or NULL */
	size_t nparam, ncol;
	const char *filters;               /* hidden columns that filters may use, or "" */
	bool unclosed;                     /* asked for the figures of a year, which its closing does not change */
	bool own;                          /* of a file of the school's: see own.h */
	int line;                          /* on which question_read() found something wrong; 0: on none */
	const char *empty;                 /* N_(): what an answer without rows means, or NULL */
	const char *below;                 /* the question whose private texts stand below the rows, or NULL */
};

/* Read the comments of TEXT into Q; texts are copied to A. NULL, or what is wrong (a test looks). */
const char *question_read(struct question *q, struct arena *a, const char *name, const char *text);

/* Ask with arguments and filters; the rows live in n->scratch, keys are among their hidden columns. */
enum nsi_status ask_rows(struct nsi *n, const struct question *q, const struct nsi_arg *args, size_t narg,
                         const struct nsi_rows **out);

/* The same of the built-in question NAME, which may be one of a file that was read. */
enum nsi_status question_ask(struct nsi *n, const char *name, const struct nsi_arg *args, size_t narg,
                             const struct nsi_rows **out);

/* In ask_cell.c: what column AT of S holds, as a cell of TYPE; R has the legend. */
struct nsi_cell ask_cell(struct nsi *n, const struct nsi_rows *r, sqlite3_stmt *s, int at, enum nsi_type type,
                         enum form form);

/* The list of programmes of YEAR on a day, as a JSON array of rows for the closing of the year to keep. */
enum nsi_status list_freeze(struct nsi *n, int year, int32_t on, const char **rows);
/* The same of the programmes themselves: COUNT arrays, one for each person, what he wrote as hashes. */
enum nsi_status iop_freeze(struct nsi *n, int year, int32_t on, const char ***rows, size_t *count);

#endif
