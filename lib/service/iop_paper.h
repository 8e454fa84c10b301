/* iop_paper.h - individual programmes as they are printed: the page of the rows of report_iop. */
#ifndef SERVICE_IOP_PAPER_H
#define SERVICE_IOP_PAPER_H

#include "format/iop_page.h"
#include "store/names.h"

/* The page of ROWS, which are those of report_iop with all their columns: a sheet a person, with the names of WHOSE, and
 * with what people wrote where all names may stand. */
enum nsi_status iop_paper(struct nsi *n, const struct nsi_rows *rows, enum naming whose, const char *note,
                          struct iop_page *out);

#endif
