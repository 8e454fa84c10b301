/* tr.c - finds a text in the catalogue that msgfmt compiled and the build embedded. */
#include "base/tr.h"

#include <stdint.h>
#include <string.h>

#include "ru.mo.h"

static const char *const names[LANG_COUNT] = { "en", "ru" };

const char *lang_name(enum lang l)
{
	return names[l];
}

int lang_named(const char *s, size_t n)
{
	for (int i = 0; i < LANG_COUNT; i++)
		if (n >= 2 && !memcmp(s, names[i], 2) && (n == 2 || strchr("_.-@", s[2])))
			return i;
	return -1;
}

static uint32_t u32(size_t at)
{
	uint32_t v;

	memcpy(&v, ru_mo + at, 4);
	return v;
}

/* The .mo file: word 2 counts the texts, words 3 and 4 say where the (length, place) of each text
 * and of each translation stand; texts are sorted by strcmp, a plural's behind its singular's NUL. */
static const char *find(const char *text, size_t *n)
{
	size_t lo = 0, hi = u32(8), texts = u32(12), translations = u32(16);

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		int c = strcmp(text, (const char *)ru_mo + u32(texts + 8 * mid + 4));

		if (!c) {
			*n = u32(translations + 8 * mid);
			return (const char *)ru_mo + u32(translations + 8 * mid + 4);
		}
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return NULL;
}

const char *tr(enum lang l, const char *text)
{
	size_t n;
	const char *s = l == LANG_RU && *text ? find(text, &n) : NULL;

	return s && *s ? s : text;
}

/* 1 занятие, 2 занятия, 5 занятий; as the catalogue's header says. */
static int form_ru(unsigned long n)
{
	if (n % 10 == 1 && n % 100 != 11)
		return 0;
	return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;
}

const char *tr_n(enum lang l, const char *one, const char *many, unsigned long n)
{
	size_t length;
	const char *s = l == LANG_RU && *one ? find(one, &length) : NULL, *end = s ? s + length : NULL;

	if (!s || !*s)
		return n == 1 ? one : many;
	for (int i = form_ru(n); i-- && s + strlen(s) < end;)
		s += strlen(s) + 1;
	return s;
}

int tr_form(enum lang l, unsigned long n)
{
	return l == LANG_RU ? form_ru(n) : n != 1;
}
