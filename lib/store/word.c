/* word.c - the door for commands to base/word.h. */
#include "base/word.h"
#include "store/handle.h"

const char *nsi_word(struct nsi *n, const char *words, const char *given)
{
	return word_find(&n->keep, words, given);
}
