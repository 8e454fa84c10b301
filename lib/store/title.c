/* title.c - picks a language out of a text of a definition. */
#include "store/title.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static const char *blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

static int hex4(const char *s)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	int v = 0;

	for (int i = 0; i < 4; i++) {
		const char *d = s[i] ? strchr(digits, s[i]) : NULL;

		if (!d)
			return -1;
		v = v * 16 + (int)((d - digits) % 16);
	}
	return v;
}

static char *utf8(char *to, uint32_t c)
{
	if (c < 0x80) {
		*to++ = (char)c;
		return to;
	}
	if (c >= 0x10000) {
		*to++ = (char)(0xF0 | c >> 18);
		*to++ = (char)(0x80 | (c >> 12 & 0x3F));
	} else if (c >= 0x800) {
		*to++ = (char)(0xE0 | c >> 12);
	}
	*to++ = c >= 0x800 ? (char)(0x80 | (c >> 6 & 0x3F)) : (char)(0xC0 | c >> 6);
	*to++ = (char)(0x80 | (c & 0x3F));
	return to;
}

/* "\uXXXX", of a pair of surrogates both; *TO moves on. NULL: broken. */
static const char *code_point(const char *s, char **to)
{
	int c = hex4(s), low;

	if (c <= 0 || (c >= 0xDC00 && c < 0xE000))
		return NULL;
	s += 4;
	if (c >= 0xD800 && c < 0xDC00) {
		low = s[0] == '\\' && s[1] == 'u' ? hex4(s + 2) : -1;
		if (low < 0xDC00 || low > 0xDFFF)
			return NULL;
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
		s += 6;
	}
	*to = utf8(*to, (uint32_t)c);
	return s;
}

/* The JSON string at S in *OUT; what follows it, or NULL: not a string. */
static const char *string(struct arena *a, const char *s, const char **out)
{
	static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
	char *to = arena_array(a, char, strlen(s) + 1);
	const char *e;

	*out = to;
	if (!to || *s++ != '"')
		return NULL;
	while (*s && *s != '"') {
		if (*s != '\\') {
			*to++ = *s++;
			continue;
		}
		if (s[1] == 'u') {
			s = code_point(s + 2, &to);
			if (!s)
				return NULL;
			continue;
		}
		e = s[1] ? strchr(from, s[1]) : NULL;
		if (!e)
			return NULL;
		*to++ = into[e - from];
		s += 2;
	}
	return *s ? s + 1 : NULL;
}

const char *title_in(struct arena *a, enum lang l, const char *s)
{
	const char *p = s, *key, *text, *best = NULL;

	if (*p != '{')
		return s;
	do {
		p = string(a, blanks(p + 1), &key);
		if (!p || *(p = blanks(p)) != ':')
			return s;
		p = string(a, blanks(p + 1), &text);
		if (!p)
			return s;
		if (!best || !strcmp(key, lang_name(l)))
			best = text;
		p = blanks(p);
	} while (*p == ',');
	return *p == '}' && !*blanks(p + 1) ? best : s;
}
