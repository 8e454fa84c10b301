/* progress.h - how far a long call is, told now and then to who asked for it in struct nsi_options. Whoever works on
 * something long says so at each step; that costs a comparison when nobody listens, and else a look at a coarse clock. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include "base/message.h"

/* A call begins: nothing is told of one that ends within half a second. */
void progress_begin(struct messages *m);
/* It is over: who was told anything is told that too. */
void progress_end(struct messages *m);
/* M->progress is to be told if it is time. Returns 0, as who calls back from SQLite wants it. */
int progress_pulse(void *m);

/* WHAT (N_(), in short what is done now) stands at DONE of TOTAL (0: nobody knows). */
static inline void progress_at(struct messages *m, const char *what, int64_t done, int64_t total)
{
	struct progress *p = &m->progress;

	if (!p->tell)
		return;
	p->what = what;
	p->done = done;
	p->total = total;
	progress_pulse(m);
}

#endif
