/* journal.h - random journals: what several origins say, as words for the model and as lines for the store. */
#ifndef PROPERTY_JOURNAL_H
#define PROPERTY_JOURNAL_H

#include "model.h"

#include "../unit/speaker.h"
#include "../unit/test.h"

enum { WORDS = 160, LINES = 2 * WORDS };

/* Numbers by chance, the same ones of the same seed. */
void chance_begin(uint64_t seed);
unsigned below(unsigned n);
bool once_in(unsigned n);
#define ONE_OF(v) ((v)[below(COUNT(v))])

struct line_at { const char *text; size_t len; int origin; int64_t act; int word; };      /* word -1: the act's own */

struct journal {
	struct arena arena;
	struct word v[WORDS]; size_t n;
	struct line_at lines[LINES]; size_t nline;
	struct speaker speakers[ORIGINS];
	int origins;
};

void journal_make(struct journal *j, uint64_t seed);
void journal_free(struct journal *j);
/* Which words can be read when the lines HERE have come: of each origin whole acts up to the first hole. */
void readable(const struct journal *j, const bool *here, bool *read);

/* Something that may be said after what is in J; its place is not filled in. */
struct word any_word(const struct journal *j);
struct said word_said(struct arena *a, const struct word *w);

#endif
