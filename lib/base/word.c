/* word.c - the few words that a field may hold, as people write them. */
#include "base/word.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/tr.h"

static const char *plain(struct arena *a, const char *s)
{
	char *t = arena_strdup(a, text_fold(a, s));

	for (char *p = t; *(p += strcspn(p, "- ")); )
		*p = '_';
	return t;
}

/* What makes a Russian noun the adjective beside a module, a unit: инвариант, инвариантный, инвариантная. */
static bool adjective(const char *end)
{
	static const char *const ends[] = { "ный", "ная", "ное", "ные" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (!strcmp(end, ends[i]))
			return true;
	return false;
}

static bool means(struct arena *a, const char *word, const char *given)
{
	for (int l = 0; l < LANG_COUNT; l++) {
		const char *said = plain(a, tr(l, word));
		size_t n = strlen(said);

		if (!strcmp(said, given) || (l == LANG_RU && !strncmp(said, given, n) && adjective(given + n)))
			return true;
	}
	return false;
}

const char *word_find(struct arena *a, const char *words, const char *given)
{
	const char *want = plain(a, given);

	for (size_t n; *words; words += n, words += *words == ' ') {
		n = strcspn(words, " ");
		const char *word = arena_strndup(a, words, n);

		if (n && means(a, word, want))
			return word;
	}
	return NULL;
}

const char *word_list(struct arena *a, enum lang l, const char *words)
{
	const char *out = "";

	for (size_t n; *words; words += n, words += *words == ' ') {
		n = strcspn(words, " ");
		const char *word = arena_strndup(a, words, n), *shown = tr(l, word);

		out = arena_printf(a, strcmp(word, shown) ? "%s%s%s (%s)" : "%s%s%s", out, *out ? ", " : "", word, shown);
	}
	return out;
}
