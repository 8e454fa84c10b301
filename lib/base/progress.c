/* progress.c - when who listens is told how far a call is. */
#include "base/progress.h"

#include <time.h>

enum { PATIENCE = 500, PAUSE = 100 /* milliseconds */ };

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void progress_begin(struct messages *m)
{
	struct progress *p = &m->progress;

	if (!p->tell)
		return;
	p->what = N_("working");
	p->done = p->total = 0;
	p->next = now() + PATIENCE;
}

void progress_end(struct messages *m)
{
	struct progress *p = &m->progress;

	if (p->told)
		p->tell(p->data, NULL, 0, 0);
	p->told = false;
}

int progress_pulse(void *m)
{
	struct progress *p = &((struct messages *)m)->progress;
	int64_t t = p->tell ? now() : 0;

	if (!p->tell || t < p->next)
		return 0;
	p->next = t + PAUSE;
	p->told = true;
	p->tell(p->data, tr(((struct messages *)m)->lang, p->what),
	        p->done < p->total || !p->total ? p->done : p->total, p->total);
	return 0;
}
