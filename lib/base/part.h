/* part.h - a part: something with a name that nsi can be given more of.
 *
 * A part is a row of a table that begins with struct nsi_part. A row without its function, or a
 * name in no table, is looked for as a shared object KIND-NAME.so that exports the one row
 * `nsi_KIND_NAME`: a plugin registers nothing. Plugins link nothing of ours.
 */
#ifndef BASE_PART_H
#define BASE_PART_H

#include "base/message.h"

/* Row NAME of KIND. TABLE: its rows, SIZE bytes each, part.name NULL at the end, the function that
 * makes a row whole at offset AT. NULL: a message says why and what can be done; *STATUS then is NSI_USAGE when
 * there is no such part, NSI_MACHINE when its plugin is missing or cannot be used. */
const void *part_find(struct messages *m, const char *kind, const char *name,
                      const void *table, size_t size, size_t at, enum nsi_status *status);

#endif
