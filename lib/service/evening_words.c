/* evening_words.c - how people write who came late and who meets whom: "p11:3", "p03-p07". */
#include <stdlib.h>
#include <string.h>

#include "service/evening.h"
#include "store/resolve.h"

static enum nsi_status person(struct nsi *n, const char *word, size_t len, int64_t *id)
{
	struct person_at at;
	enum nsi_status status = resolve_person(n, arena_strndup(&n->scratch, word, len), &at);

	*id = status ? 0 : at.id;
	return status;
}

enum nsi_status person_from_round(struct nsi *n, const char *word, int64_t *id, int32_t *round)
{
	const char *colon = strrchr(word, ':');
	char *end = NULL;
	long k = colon ? strtol(colon + 1, &end, 10) : 0;

	*round = (int32_t)k;
	if (!colon || end == colon + 1 || *end || k < 1 || k > EVENING_ROUNDS)
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" does not say from which round: as p11:3"), word);
	return person(n, word, (size_t)(colon - word), id);
}

enum nsi_status one_or_two(struct nsi *n, const char *word, int64_t *a, int64_t *b)
{
	size_t before = n->messages.n;

	*b = 0;
	if (!person(n, word, strlen(word), a))
		return NSI_OK;
	for (const char *h = word; (h = strchr(h, '-')); h++) {
		n->messages.n = before;
		if (!person(n, word, (size_t)(h - word), a) && !person(n, h + 1, strlen(h + 1), b))
			return NSI_OK;
	}
	return NSI_DATA;
}
