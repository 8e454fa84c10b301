/* accept.h - from the words of a command or a row to a thing said, field by field of its verb. */
#ifndef STORE_ACCEPT_H
#define STORE_ACCEPT_H

#include "store/said.h"
#include "store/verb.h"

enum { ACCEPT_FIELDS = 20 };

/* A thing being said. Values of fields without a column wait as JSON until the end. */
struct draft {
	const struct nsi_verb *verb;       /* as asked for: may stand for several */
	const struct nsi_verb *picked;     /* by its state field; else NULL */
	struct said said;
	const char *data[ACCEPT_FIELDS];   /* JSON value by field; NULL: not given */
	const char *second;                /* second signature, full code */
	bool dated;
	int year;                          /* of "p07@2027"; 0: not given */
};

void draft_begin(struct draft *d, const struct nsi_verb *v);
/* Put VALUE into field F; a repeated field adds. Strings made live in A (which may be given back once
 * the thing is said) or, when looked up, until the call ends. NSI_DATA: message put. */
enum nsi_status draft_set(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f,
                          const char *value);
/* The same of what somebody wrote on a form: without the blanks around it; a lone dash takes away what was written there. */
enum nsi_status draft_written(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f,
                              const char *text);
bool draft_given(const struct draft *d, const struct nsi_field *f);
/* Check that all that must be is there, fill what is computed (year, state, checker, day). */
enum nsi_status draft_end(struct nsi *n, struct arena *a, struct draft *d, struct said *out);
/* Each of V that has a value, into the field of its key; keys that the verb does not have are left out. */
enum nsi_status draft_args(struct nsi *n, struct draft *d, const struct nsi_arg *v, size_t count);
/* All of a thing said: VERB with V. */
enum nsi_status draft_of(struct nsi *n, const char *verb, const struct nsi_arg *v, size_t count, struct said *out);
/* In fill.c: what of it is computed. */
enum nsi_status draft_fill(struct nsi *n, struct arena *a, struct draft *d);
/* S as JSON in A. */
const char *draft_json(struct nsi *n, struct arena *a, const char *s);
/* A persons's full code as a reference. */
struct said_ref person_ref(struct nsi *n, int64_t id);

#endif
