/* iop_page.h - individual programmes on paper: all blocks of each, and what is empty as lines to write on. No database.
 *
 * A4 portrait, each person's begins on a page of its own; one file for itself: no script, nothing is fetched. Texts are
 * in the reader's language already; NULL: not known, or not for this reader.
 */
#ifndef FORMAT_IOP_PAGE_H
#define FORMAT_IOP_PAGE_H

#include "base/tr.h"
#include "nsi.h"

/* A request to the methodical service: its number, its day, the units it points to or its theme, its words. */
struct iop_request { const char *number, *day, *about, *text; };
/* A unit, or what happens in the year: RESULT of a unit, product of the other. */
struct iop_step { const char *label, *title, *result, *hours, *why, *way, *with, *due, *done, *evidence, *presented; };
struct iop_gift { const char *label, *title, *since; };
struct iop_approval { const char *body, *edition, *protocol, *day, *order; };   /* of which edition it was */
struct iop_edition { const char *number, *day, *reason; };

struct iop_sheet {
	const char *code, *name, *post, *subject, *org, *year, *since, *until, *edition;
	const struct iop_request *request; size_t nrequest;
	const char *deficits, *source, *goal, *tasks, *expected;
	const struct iop_step *step; size_t nstep;
	const struct iop_step *event; size_t nevent;
	const char *curator, *mentor;
	const struct iop_gift *gift; size_t ngift;
	const char *rating, *reflection;
	const struct iop_approval *approval; size_t napproval;
	bool approved;                     /* the last of these is of this edition */
	const struct iop_edition *revision; size_t nrevision;
	const char *taken;                 /* "12.11.2026": as it was on this day */
};

struct iop_page {
	enum lang lang;
	const char *note;                  /* for whose eyes it is, or NULL */
	const struct iop_sheet *sheet; size_t nsheet;
};

/* HTML for a browser and its printer. 0, or an errno. */
int iop_page_html(struct nsi_sink *to, const struct iop_page *p);

extern const char iop_page_css[];

#endif
