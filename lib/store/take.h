/* take.h - canonical lines of other origins come in, in any order, cut and repeated (lines.h gives them). */
#ifndef STORE_TAKE_H
#define STORE_TAKE_H

#include "store/handle.h"

struct taken {
	size_t entries, acts;              /* new here */
	size_t known;                      /* lines that were here already */
	size_t read;                       /* entries that came into the facts, also of earlier lines */
};

/* Store every line of TEXT once, and read what has become readable: an origin is read up to its first
 * hole and act by act; what lies behind waits. No rule judges it. A transaction of its own. NSI_DATA,
 * with places in FILE, and nothing is kept: a line that nsi does not write so; one whose number says
 * something else here (copies that have gone apart); an act whose link does not fit. */
enum nsi_status take_lines(struct nsi *n, const char *text, size_t len, const char *file, struct taken *out);

#endif
