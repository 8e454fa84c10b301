/* legend.h - how states are shown: built-in marks and words, unless the definitions give others. */
#ifndef STORE_LEGEND_H
#define STORE_LEGEND_H

#include "store/handle.h"

/* All states but "out" as of a day, lowest first, in the handle's language; lives in n->scratch. */
enum nsi_status legend_read(struct nsi *n, int32_t on, const struct nsi_legend **out, size_t *count);
/* The state whose word in the legend is WORD, in any case; NULL: none. */
const char *legend_state(struct nsi *n, const char *word);

#endif
