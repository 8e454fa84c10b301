/* order.c - the Russian order of texts: letters, then the marks on them, then capitals. */
#include <string.h>

#include "base/char.h"
#include "base/text.h"

/* First bytes of the weights of kinds of characters, in their order. Those of LONG ones are
 * followed by the code point. Every Cyrillic letter leaves room for those that stand behind it. */
enum {
	W_END = 0x01, W_BLANK = 0x02, W_SIGN = 0x03, W_DIGIT = 0x10, W_LATIN = 0x20, W_LATIN_MORE = 0x3A,
	W_CYRILLIC = 0x40, W_CYRILLIC_MORE = 0x80, W_LETTER = 0x90,
	S_PLAIN = 0x02, S_MARK = 0x03,             /* second level: a letter, a mark on it */
	C_SMALL = 0x02, C_CAPITAL = 0x03,          /* third level */
};

static uint32_t weight(int byte, int32_t c)
{
	return (uint32_t)byte << 24 | (uint32_t)c;
}

static bool is_long(uint32_t w)
{
	unsigned b = w >> 24;

	return b == W_SIGN || b == W_LATIN_MORE || b >= W_CYRILLIC_MORE || (b >= W_CYRILLIC && b & 1);
}

/* Letters of neighbours, behind the Russian letter where their readers look for them. */
static int32_t behind(int32_t c)
{
	static const int32_t pairs[][2] = {
		{ 0x4D9, 0x430 }, { 0x491, 0x433 }, { 0x493, 0x433 }, { 0x454, 0x435 }, { 0x456, 0x438 }, { 0x458, 0x438 },
		{ 0x49B, 0x43A }, { 0x459, 0x43B }, { 0x4A3, 0x43D }, { 0x45A, 0x43D }, { 0x4E9, 0x43E }, { 0x455, 0x441 },
		{ 0x4AF, 0x443 }, { 0x4B1, 0x443 }, { 0x4BB, 0x445 }, { 0x45F, 0x447 },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (pairs[i][0] == c)
			return pairs[i][1];
	return 0;
}

static uint32_t primary(int32_t c)
{
	enum char_kind kind;
	int32_t base;

	if (char_is_blank(c))
		return weight(W_BLANK, 0);
	if (c >= '0' && c <= '9')
		return weight(W_DIGIT + (c - '0'), 0);
	if (c >= 'a' && c <= 'z')
		return weight(W_LATIN + (c - 'a'), 0);
	if (c >= 0x430 && c <= 0x44F)
		return weight(W_CYRILLIC + 2 * (c - 0x430), 0);
	kind = char_kind(c);
	if (kind != CHAR_LETTER && kind != CHAR_CAPITAL)
		return weight(W_SIGN, c);
	if (c < 0x400)
		return weight(W_LATIN_MORE, c);
	if (c >= 0x530)
		return weight(W_LETTER, c);
	base = behind(c);
	return base ? weight(W_CYRILLIC + 2 * (base - 0x430) + 1, c) : weight(W_CYRILLIC_MORE, c);
}

/* Goes through a text, one element at a time: a letter (first != 0) or a mark (only second). */
struct walk {
	const char *s;
	size_t n;
	int32_t v[24];                             /* the character as letters and marks */
	int have, at;
	bool capital;
};
struct element { uint32_t first, second, third; };

static void refill(struct walk *w)
{
	size_t k;
	int32_t c = char_next(w->s, w->n, &k), folded = char_fold_common(c);

	if (c < 0)                                 /* not UTF-8: somewhere among the signs, but safe */
		folded = c = 0xDC00 + (unsigned char)*w->s;
	w->s += k;
	w->n -= k;
	w->at = 0;
	w->have = 1;
	w->v[0] = folded;
	w->capital = folded >= 0 && folded != c && !char_is_blank(c) && c != YO;
	if (c == YO || c == YO - 0x50) {
		w->v[w->have++] = 0x308;
	} else if (folded < 0 || (folded >= 0x450 && folded < 0xDC00)) {
		w->capital = char_kind(c) == CHAR_CAPITAL;
		w->have = char_split(c, w->v, sizeof(w->v) / sizeof(*w->v));
	}
}

static bool step(struct walk *w, struct element *e)
{
	int32_t c;

	*e = (struct element){ 0 };
	if (w->at == w->have) {
		if (!w->n)
			return false;
		refill(w);
	}
	c = w->v[w->at++];
	if (c >= 0x300 && char_kind(c) == CHAR_MARK) {
		e->second = weight(S_MARK, c);
	} else {
		e->first = primary(c);
		e->second = weight(S_PLAIN, 0);
		e->third = weight(w->capital ? C_CAPITAL : C_SMALL, 0);
	}
	return true;
}

static uint32_t level_of(const struct element *e, int level)
{
	return level == 0 ? e->first : level == 1 ? e->second : e->third;
}

/* The next weight that counts on LEVEL; 0 at the end. */
static uint32_t next_weight(struct walk *w, int level)
{
	struct element e;

	while (step(w, &e))
		if (level_of(&e, level))
			return level_of(&e, level);
	return 0;
}

/* Is byte AT of S within a character? */
static bool inside(const char *s, size_t n, size_t at)
{
	return at < n && (s[at] & 0xC0) == 0x80;
}

int text_compare(const char *a, size_t na, const char *b, size_t nb)
{
	size_t most = na < nb ? na : nb, same = 0;
	int c;

	while (same < most && a[same] == b[same])
		same++;
	if (same == na && same == nb)
		return 0;
	while (same && (inside(a, na, same) || inside(b, nb, same)))
		same--;
	a += same;
	b += same;
	na -= same;
	nb -= same;
	for (int level = 0; level < 3; level++) {
		struct walk wa = { .s = a, .n = na }, wb = { .s = b, .n = nb };
		uint32_t x, y;

		do {
			x = next_weight(&wa, level);
			y = next_weight(&wb, level);
		} while (x && x == y);
		if (x != y)
			return x < y ? -1 : 1;
	}
	c = memcmp(a, b, most - same);
	return c ? (c < 0 ? -1 : 1) : na < nb ? -1 : 1;
}

/* The three levels, each cut where only the lightest weights follow, then the text itself. */
const char *text_sort_key(struct arena *a, const char *s, size_t *n)
{
	size_t len = strlen(s), elements = 0;
	struct walk count = { .s = s, .n = len };
	struct element e;
	unsigned char *key, *p;

	while (step(&count, &e))
		elements++;
	key = p = arena_array(a, unsigned char, elements * 9 + len + 4);
	if (!key) {
		*n = 0;
		return "";
	}
	for (int level = 0; level < 3; level++) {
		struct walk w = { .s = s, .n = len };
		unsigned char *end = p;
		uint32_t x;

		while ((x = next_weight(&w, level))) {
			*p++ = (unsigned char)(x >> 24);
			if (level == 0 ? is_long(x) : x >> 24 == S_MARK && level == 1) {
				*p++ = (unsigned char)(x >> 16);
				*p++ = (unsigned char)(x >> 8);
				*p++ = (unsigned char)x;
			}
			if (level == 0 || x >> 24 != S_PLAIN)
				end = p;
		}
		p = end;
		*p++ = W_END;
	}
	memcpy(p, s, len);
	*n = (size_t)(p - key) + len;
	return (const char *)key;
}
