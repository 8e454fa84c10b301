/* text.c - checking, folding and measuring UTF-8; the only user of utf8proc. */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/char.h"

/* ---- code points ------------------------------------------------------------------------------ */

int32_t char_next(const char *s, size_t n, size_t *length)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t k;

	if (!((unsigned char)*s & 0x80)) {
		*length = 1;
		return *s;
	}
	k = utf8proc_iterate((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)(n < 4 ? n : 4), &c);
	*length = k > 0 ? (size_t)k : 1;
	return k > 0 ? c : -1;
}

static size_t put_char(char *to, int32_t c)
{
	return (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)to);
}

bool char_is_blank(int32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

enum char_kind char_kind(int32_t c)
{
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return CHAR_CAPITAL;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return CHAR_LETTER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CHAR_MARK;
	default:
		return CHAR_SIGN;
	}
}

int char_split(int32_t c, int32_t *v, int room)
{
	int n = (int)utf8proc_decompose_char(c, v, room, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);

	if (n >= 1 && n <= room)
		return n;
	*v = c;
	return 1;
}

size_t text_bad(const char *s, size_t n)
{
	size_t i = 0, k;
	uint64_t eight;

	while (i < n) {
		/* eight bytes of ASCII without a NUL at a time */
		if (n - i >= 8) {
			memcpy(&eight, s + i, 8);
			if (!((eight | (eight - 0x0101010101010101u)) & 0x8080808080808080u)) {
				i += 8;
				continue;
			}
		}
		if (char_next(s + i, n - i, &k) <= 0)
			return i;
		i += k;
	}
	return n;
}

int text_line(const char *text, const char *at)
{
	int line = 1;

	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

/* ---- NFC and folding -------------------------------------------------------------------------- */

enum { MOST_MARKS = 64 /* on a letter: twice as many as any text in use has */ };

/* More marks on a letter than that? To put them in order takes their number squared, and no text has them. */
static bool crowded(const char *s, size_t n)
{
	size_t k, run = 0;

	for (size_t i = 0; i < n && run <= MOST_MARKS; i += k) {
		int32_t c = char_next(s + i, n - i, &k);

		if (c < 0x300)
			run = 0;
		else if (utf8proc_get_property(c)->combining_class)
			run++;
		else if (!utf8proc_get_property(c)->ignorable)         /* those may be dropped */
			run = 0;
	}
	return run > MOST_MARKS;
}

/* S as code points after utf8proc's OPTIONS, to be freed; NULL: not UTF-8, no text, or no memory. */
static int32_t *decompose(struct arena *a, const char *s, size_t n, int options, size_t *count)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s;
	utf8proc_ssize_t k = utf8proc_decompose(bytes, (utf8proc_ssize_t)n, NULL, 0, (utf8proc_option_t)options);
	utf8proc_int32_t *v;

	if (k < 0 || crowded(s, n))
		return NULL;
	v = malloc(((size_t)k + 1) * sizeof(*v));
	if (!v) {
		a->oom = true;
		return NULL;
	}
	k = utf8proc_decompose(bytes, (utf8proc_ssize_t)n, v, k, (utf8proc_option_t)options);
	k = utf8proc_normalize_utf32(v, k, (utf8proc_option_t)options);
	*count = (size_t)k;
	return v;
}

/* No letter of these ever changes in NFC, whatever stands beside it. */
static bool stays_in_nfc(int32_t c)
{
	return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x48A && c < 0x530) ||
	       (c >= 0x2010 && c < 0x2070) || c == 0x2116 || (c >= 0x2500 && c < 0x2600);
}

const char *text_nfc(struct arena *a, const char *s, size_t n)
{
	size_t i, k, count;
	int32_t *v;
	char *out, *p;

	for (i = 0; i < n && stays_in_nfc(char_next(s + i, n - i, &k)); i += k)
		;
	if (i == n)
		return s;
	v = decompose(a, s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE, &count);
	if (!v)
		return a->oom ? "" : s;
	p = out = arena_array(a, char, count * 4 + 1);
	if (!out) {
		free(v);
		return "";
	}
	for (i = 0; i < count; i++)
		p += put_char(p, v[i]);
	free(v);
	return (size_t)(p - out) == n && !memcmp(out, s, n) ? s : out;
}

int32_t char_fold_common(int32_t c)
{
	if (c >= 0 && c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
	if (c >= 0x410 && c <= 0x42F)
		c += 0x20;
	else if (c >= 0x400 && c <= 0x40F)
		c += 0x50;
	else if (!(c >= 0x430 && c <= 0x45F) && !char_is_blank(c))
		return -1;
	return c == YO ? YE : c;
}

/* Put C behind the folded P: runs of blanks are one, none at the start (START). */
static char *put_folded(char *p, const char *start, int32_t c)
{
	if (!char_is_blank(c))
		return p + put_char(p, c);
	if (p > start && p[-1] != ' ')
		*p++ = ' ';
	return p;
}

/* The whole string by utf8proc; also drops what nobody sees (soft hyphens, joiners). */
static char *fold_all(struct arena *a, const char *s, size_t n, char **start)
{
	size_t count;
	int32_t *v = decompose(a, s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
	                       &count);
	char *p = NULL;

	if (!v)
		return NULL;
	*start = arena_array(a, char, count * 4 + 1);
	if (*start) {
		p = *start;
		for (size_t i = 0; i < count; i++)
			p = put_folded(p, *start, v[i] == YO ? YE : v[i]);
	}
	free(v);
	return p;
}

static char *fold(struct arena *a, const char *s)
{
	size_t n = strlen(s), i, k;
	char *start = arena_array(a, char, n + 1), *p = start;

	if (!start)
		return arena_strndup(a, "", 0);
	for (i = 0; i < n; i += k) {
		int32_t c = char_fold_common(char_next(s + i, n - i, &k));

		if (c < 0)
			break;
		p = put_folded(p, start, c);
	}
	if (i < n)
		p = fold_all(a, s, n, &start);
	if (!p)
		return arena_strdup(a, a->oom ? "" : s);
	if (p > start && p[-1] == ' ')
		p--;
	*p = '\0';
	return start;
}

const char *text_fold(struct arena *a, const char *s)
{
	return fold(a, s);
}

/* The Latin letter that looks like C in lower or upper case; else C. */
static int32_t look_alike(int32_t c)
{
	static const struct { int32_t cyrillic; char latin; } pairs[] = {
		{ 0x430, 'a' }, { 0x432, 'b' }, { 0x435, 'e' }, { 0x43A, 'k' }, { 0x43C, 'm' }, { 0x43D, 'h' },
		{ 0x43E, 'o' }, { 0x440, 'p' }, { 0x441, 'c' }, { 0x442, 't' }, { 0x443, 'y' }, { 0x445, 'x' },
		{ 0x455, 's' }, { 0x456, 'i' }, { 0x458, 'j' },
	};

	for (size_t i = 0; c >= 0x430 && i < sizeof(pairs) / sizeof(*pairs); i++)
		if (pairs[i].cyrillic == c)
			return pairs[i].latin;
	return c;
}

const char *text_skeleton(struct arena *a, const char *s)
{
	char *folded = fold(a, s), *p = folded;
	size_t n = strlen(folded), k;

	for (size_t i = 0; i < n; i += k) {
		int32_t c = char_next(folded + i, n - i, &k), l = look_alike(c);

		if (l != c)
			*p++ = (char)l;
		else
			for (size_t j = 0; j < k; j++)
				*p++ = folded[i + j];
	}
	if (n)
		*p = '\0';
	return folded;
}

/* ---- for the eye ------------------------------------------------------------------------------ */

static int width_of(int32_t c)
{
	return c < 0 ? 1 : c < 0x7F ? c >= 0x20 : utf8proc_charwidth(c);
}

int text_width(const char *s)
{
	size_t n = strlen(s), k;
	int width = 0;

	for (size_t i = 0; i < n; i += k)
		width += width_of(char_next(s + i, n - i, &k));
	return width;
}

size_t text_cut(const char *s, int width)
{
	size_t n = strlen(s), i, k;

	for (i = 0; i < n; i += k) {
		width -= width_of(char_next(s + i, n - i, &k));
		if (width < 0)
			break;
	}
	return i;
}

/* Controls, line separators, what turns the direction of writing, and bytes that are no text. */
/* ---- blanks ------------------------------------------------------------------------------------- */

/* The blanks at the start of S. */
static size_t blanks(const char *s, size_t n)
{
	size_t i = 0, k;

	while (i < n && char_is_blank(char_next(s + i, n - i, &k)))
		i += k;
	return i;
}

bool text_blank(const char *s)
{
	size_t n = strlen(s);

	return blanks(s, n) == n;
}

char *text_trim(struct arena *a, const char *s)
{
	size_t n = strlen(s), k = blanks(s, n), end = k, len;

	for (size_t i = k; i < n; i += len)
		if (!char_is_blank(char_next(s + i, n - i, &len)))
			end = i + len;
	return arena_strndup(a, s + k, end - k);
}

/* ---- what a reader may see ------------------------------------------------------------------------ */

static bool is_unsafe(int32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool text_plain(const char *s)
{
	size_t n = strlen(s), i, k;

	for (i = 0; i < n && !is_unsafe(char_next(s + i, n - i, &k)); i += k)
		;
	return i == n;
}

const char *text_safe(struct arena *a, const char *s)
{
	size_t n = strlen(s), i, k;
	char *out, *p;

	if (text_plain(s))
		return s;
	p = out = arena_array(a, char, n * 3 + 1);
	if (!out)
		return "";
	for (i = 0; i < n; i += k) {
		int32_t c = char_next(s + i, n - i, &k);

		p += put_char(p, is_unsafe(c) ? REPLACEMENT : c);
	}
	return out;
}
