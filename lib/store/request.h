/* request.h - requests by their numbers, for who answers, closes and plans. */
#ifndef STORE_REQUEST_H
#define STORE_REQUEST_H

#include "store/journal.h"

/* The request of WORD, a number or ORIGIN:NUMBER, as what S is about; its person too, if one asked.
 * NSI_DATA: message put. */
enum nsi_status request_find(struct nsi *n, const char *word, struct said *s);
/* VALUE as a JSON list, if all of it is units, modules, people, separated by commas; NULL: it is text. */
const char *request_offered(struct nsi *n, const char *value);
/* Who asked (full codes) and the units of the programme that S points to. NSI_DATA: none. */
enum nsi_status request_wishes(struct nsi *n, const struct said *s, struct nsi_list *people, int64_t **units,
                               size_t *count);

bool is_request(const struct nsi_verb *v);             /* or an answer, or the closing of one */
/* What was said of requests: change request person on text. */
enum nsi_status request_rows(struct nsi *n, struct outcome *out, unsigned flags);

#endif
