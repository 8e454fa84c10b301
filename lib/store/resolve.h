/* resolve.h - what people type becomes local numbers: codes, labels, look-alike letters, days.
 *
 * Each puts a message with "did you mean" and returns NSI_DATA when nothing fits.
 */
#ifndef STORE_RESOLVE_H
#define STORE_RESOLVE_H

#include "store/handle.h"

/* The message that there is no WHAT (N_()) called WORD; did you mean one of NEAR, a statement of names to
 * choose from and of what each names? NULL: none. NSI_DATA. */
enum nsi_status name_unknown(struct nsi *n, const char *what, const char *word, sqlite3_stmt *near);

struct person_at { int64_t id; int year; };            /* year 0: none was named ("p07@2027") */
enum nsi_status resolve_person(struct nsi *n, const char *word, struct person_at *out);
/* WORDS: codes (also with commas), filters ("group:sg-1"); ALL: everybody enrolled. *FILTERED: picked
 * by a filter, not named. In the order named, else of the codes; each once. */
enum nsi_status resolve_persons(struct nsi *n, struct nsi_list words, bool all,
                                struct person_at **out, size_t *count, bool *filtered);
/* The next person of a cell of a sheet, where *AT then stands behind him: a code, also with the name beside it, as
 * tables of ours have it ("p05 Пшёнкина Т. Б., p08"), or a surname. *WORD, in A, is for resolve_person(); NULL: there
 * is no more. NSI_DATA: nobody has that code, or another has that name; the message says so. */
enum nsi_status person_word(struct nsi *n, struct arena *a, const char **at, const char **word);
/* A unit by id or label, or a part by id.part or label.label. *PART 0: the whole unit. */
enum nsi_status resolve_unit(struct nsi *n, const char *word, int64_t *unit, int64_t *part);
/* KIND: "module", "org", "group", "quantum", "technology", "competence". */
enum nsi_status resolve_thing(struct nsi *n, const char *kind, const char *word, int64_t *id);
enum nsi_status resolve_day(struct nsi *n, const char *word, int32_t *day);     /* of a period the last one … */
enum nsi_status resolve_since(struct nsi *n, const char *word, int32_t *day);   /* … or the first */
/* The same without a message; 0: none. */
int64_t thing_find(struct nsi *n, const char *kind, const char *word);
enum nsi_status resolve_year(struct nsi *n, const char *word, int *year);   /* NULL: the current one; 0: none */

/* The year to look at where none is named: the current one, else the newest closed; 0: none. */
enum nsi_status year_shown(struct nsi *n, int *year);

/* A session of the cyclogram as it stands. */
struct session_at { const char *code, *event, *kind, *status; int32_t day; };
void session_read(struct nsi *n, sqlite3_stmt *s, struct session_at *at);              /* of a row of these five */
const char *session_day(struct nsi *n, int32_t day);                                  /* as people of the language write it */
/* GROUP@DAY or EVENT@DAY (the day planned or the one it was moved to; ….2 for a second one), "last", "next",
 * or a group or event alone that has only one. */
enum nsi_status resolve_session(struct nsi *n, const char *word, struct session_at *out);
/* The same, but "last" and "next" are sessions of mutual learning: no council and no webinar comes in between. */
enum nsi_status resolve_evening(struct nsi *n, const char *word, struct session_at *out);

/* On which day a school year is looked at where none is named: today, of a past one its last day. */
int32_t day_of_year(struct nsi *n, int year);

/* May S stand in the journal as a code (of who acts, of a session, of an origin)? One word of at most 100
 * bytes that any reader of canonical lines takes. */
bool code_ok(const char *s);
/* What somebody typed for text: valid UTF-8, made NFC in A. NSI_DATA: it is not UTF-8. */
enum nsi_status text_given(struct nsi *n, struct arena *a, const char **text);

/* The local number of a code, made if new (inside a transaction that writes); 0: message put. */
int64_t code_id(struct nsi *n, const char *kind, const char *code);
int64_t code_find(struct nsi *n, const char *kind, const char *code);       /* 0: none */
const char *code_text(struct nsi *n, int64_t id);                           /* in the call's arena */
/* As people see it: the bare code where it is unique in this database, else "net-a/p09". */
const char *person_shown(struct nsi *n, int64_t id);

#endif
