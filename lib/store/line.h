/* line.h - a canonical line read back: an entry or an act of some origin (said.h writes them). */
#ifndef STORE_LINE_H
#define STORE_LINE_H

#include "store/said.h"

struct line {
	const char *origin;
	bool is_act;
	struct act_head act;               /* of an act; of an entry only act.seq */
	int64_t seq;                       /* of an entry */
	struct nsi_verb verb;              /* its name alone: perhaps one that this version does not know */
	struct said said;                  /* codes without local numbers */
};

/* Read N bytes at S (without the line end) into L; strings live in A. Strict: whatever would not be
 * written again byte for byte is refused. NULL, or what is wrong, an English sentence to translate. */
const char *line_read(struct arena *a, const char *s, size_t n, struct line *l);

#endif
