/* em.c - how wide text is in print, where nobody knows the typeface. */
#include <string.h>

#include "base/char.h"
#include "base/text.h"

static bool among(int32_t c, const char *letters)
{
	size_t n;

	for (size_t left = strlen(letters); left; letters += n, left -= n)
		if (char_next(letters, left, &n) == c)
			return true;
	return false;
}

int32_t text_em(const char *s)
{
	size_t left = strlen(s), n;
	int32_t all = 0;

	for (; left; s += n, left -= n) {
		int32_t c = char_next(s, left, &n);

		if (among(c, "ijlItfr.,:;|'!()[]/ -"))
			all += 36;
		else if (among(c, "жмшщюыфЖМШЩЮФЫДWMmw@%—…"))
			all += 90;
		else
			all += char_kind(c) == CHAR_CAPITAL ? 72 : c < 0x500 ? 60 : 100;
	}
	return all;
}
