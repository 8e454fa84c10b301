/* view.h - what the store makes of a journal, in the model's words. */
#ifndef PROPERTY_VIEW_H
#define PROPERTY_VIEW_H

#include "model.h"

#include "store/handle.h"

enum { QUESTIONS = 22 };
struct view { struct nsi *nsi; sqlite3_stmt *questions[QUESTIONS]; };

/* The definitions that the model knows: two editions of a programme. */
void school(struct nsi *n);
/* Every fact and every view on each day against the model; differences are printed. */
bool same_state(struct view *x, const struct word *v, size_t n, const bool *read);
/* Who can teach and who waits, counted by the views and by the tally, kept or not. */
bool same_tally(struct nsi *n);
/* Nothing else comes out when all is derived anew. */
bool derived_anew(struct nsi *n);
void view_end(struct view *x);

#endif
