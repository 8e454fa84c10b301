/* ties.h - who is in which group, before a load and after it; membership stands with the person or with the group. */
#ifndef SERVICE_TIES_H
#define SERVICE_TIES_H

#include "model/model.h"
#include "store/handle.h"

struct tie { const char *person; const struct head *group; bool was, is; };
struct ties { struct tie *v; size_t n, cap; };     /* by person, then in the order of the groups */

/* Of the groups that IS has. */
enum nsi_status ties_read(struct nsi *n, struct ties *out, const struct model *was, const struct model *is);
size_t ties_first(const struct ties *t, const char *person);           /* T->n: there is none */

#endif
