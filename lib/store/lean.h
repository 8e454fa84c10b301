/* lean.h - judging what leaned on things that are taken back: asked before, judged after. */
#ifndef STORE_LEAN_H
#define STORE_LEAN_H

#include "store/fold.h"

struct leaning {
	struct stretch *v; size_t n;       /* who leans, see use/lean.sql */
	struct refusal *before; size_t nbefore;    /* unsound already: in nobody's way */
};

/* With the entries that will be taken back in span. */
enum nsi_status lean_before(struct nsi *n, struct leaning *l);
/* Once they are: what is refused now and was not before. */
enum nsi_status lean_judge(struct nsi *n, const struct leaning *l, struct refusal **refused, size_t *count);

#endif
