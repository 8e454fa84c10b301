/* anchor.h - what anchors hold and aliases unfold: events kept once, replayed, bounded. */
#ifndef MODEL_ANCHOR_H
#define MODEL_ANCHOR_H

#include "model/yaml.h"

enum { Y_ALIAS = Y_BROKEN + 1 };           /* an event of the raw stream; n: number of the anchor */

struct anchors {
	struct arena arena;
	struct record *records;            /* all events that stand below some anchor, in order */
	size_t nrecords, cap;
	struct anchor *v;
	size_t n, vcap;
	unsigned *open;                    /* anchors whose node has not ended, outermost first */
	size_t nopen, opencap;
	struct frame *frames;              /* what is being replayed, innermost last */
	size_t nframes, framecap;
	unsigned depth;                    /* of the recorded events */
	size_t unfolded, limit;
};

void anchors_begin(struct anchors *a, size_t limit);
void anchors_free(struct anchors *a);

/* Keep E if it stands below an anchor, or begins one of its own: NAME. False: too much. */
bool anchors_note(struct anchors *a, const char *name, const struct yaml_event *e);
int anchors_find(const struct anchors *a, const char *name);       /* the newest of that name; -1: none */
bool anchors_closed(const struct anchors *a, unsigned n);

void anchors_unfold(struct anchors *a, unsigned n);                /* its events are what comes next */
/* The next replayed event: 1; 0: nothing is replayed; -1: that would be too much. */
int anchors_next(struct anchors *a, struct yaml_event *e);

#endif
