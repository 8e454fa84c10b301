/* document.h - an answer that is more than rows: the forms of it which are written as a whole, a page or texts.
 *
 * A call that has such forms sets rows.documents to an array of these; nsi_write() takes the one whose format was
 * asked for, by -f or by the suffix of the file, and the rows for every other format. So one file, one place where
 * it is replaced, one rule for names. What it needs lives as long as the rows.
 */
#ifndef STORE_DOCUMENT_H
#define STORE_DOCUMENT_H

#include "store/names.h"

struct nsi_document {
	const char *format;                /* as after -f, which is also the suffix; NULL at the end */
	enum where where;                  /* where its names stand, unless it is on the screen */
	/* All of it into TO, with the names of WHOSE. NULL: it cannot be had, WHAT is the sentence that says so, N_(). */
	enum nsi_status (*write)(struct nsi *n, const void *what, enum naming whose, const char *note,
	                         struct nsi_sink *to);
	const void *what;
};

#endif
