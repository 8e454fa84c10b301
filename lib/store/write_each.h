/* write_each.h - an answer into a folder: a file for each person in it. */
#ifndef STORE_WRITE_EACH_H
#define STORE_WRITE_EACH_H

#include "store/handle.h"

/* ROWS may be cut so, and O names a folder, there or to be made (a name without a suffix). */
bool write_is_each(const struct nsi_rows *rows, const struct nsi_output *o);
/* A file for each, as xlsx unless O says a format; rows of one stand together. */
enum nsi_status write_each(struct nsi *n, const struct nsi_rows *rows, const struct nsi_output *o);

#endif
