/* paper.h - a saved evening as it is printed and sent: its page, read from the database. */
#ifndef SERVICE_PAPER_H
#define SERVICE_PAPER_H

#include "format/evening_page.h"
#include "service/evening.h"
#include "store/document.h"

struct paper {
	struct occasion o;
	struct meeting_rows rows;          /* as recorded, else as planned */
	struct evening_page page;
	struct page_person *person;        /* those of the page, to be named */
	int64_t *id;                       /* local numbers of these */
	const char **code;                 /* full codes */
};
/* Of the SESSION so named. NSI_DATA: there is none, or nothing is saved of it. */
enum nsi_status paper_read(struct nsi *n, const char *session, struct paper *out);
/* People get their names as far as WHOSE allows, in short. */
void paper_names(struct nsi *n, struct paper *p, enum naming whose, const char *note);

#endif
