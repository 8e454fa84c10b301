/* word.h - the few words that a field may hold, as people write them. */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include "base/arena.h"
#include "base/tr.h"

/* The English word of WORDS (separated by spaces) that GIVEN means: written in English or in any
 * language of the catalogue, in any case; a blank, '-' and '_' are equal. In the arena; NULL: none of them. */
const char *word_find(struct arena *a, const char *words, const char *given);

/* WORDS for a reader of L: each with what it is called there, separated by commas. */
const char *word_list(struct arena *a, enum lang l, const char *words);

#endif
