/* value_text.c - scalars that stay text: texts, ids, codes, labels. */
#include <string.h>

#include "model/value.h"

enum { TEXT_MAX = 64 << 10, LABEL_LENGTH = 8 };

/* NFC leaves alone what is below U+0300, or U+0400 to U+047F: no byte from CC on but D0 and D1. */

static unsigned eight_bytes(uint64_t x)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fu, high = ~low;
	uint64_t odd = x & ((x & low) + 0x3434343434343434u) &
	               (((x ^ 0xd0d0d0d0d0d0d0d0u) & 0x7e7e7e7e7e7e7e7eu) + low);
	uint64_t control = ~(((x & low) + 0x6060606060606060u) | x);

	return (odd & high ? ODD : 0) | (control & high ? CONTROL : 0);
}

unsigned bytes_of(const char *s, size_t n)
{
	unsigned found = 0;
	uint64_t x;

	if (n < 8) {
		x = 0x2020202020202020u;
		for (size_t i = 0; i < n; i++)
			x = x << 8 | (unsigned char)s[i];
		return eight_bytes(x);
	}
	for (size_t i = 0; i + 8 < n; i += 8) {
		memcpy(&x, s + i, 8);
		found |= eight_bytes(x);
	}
	memcpy(&x, s + n - 8, 8);
	return found | eight_bytes(x);
}

/* A control character, or, not LINES, a line break or tab. */
static bool control(const struct scalar *v, bool lines)
{
	if (!(v->bytes & CONTROL))
		return false;
	for (size_t i = 0; i < v->n; i++) {
		unsigned char c = (unsigned char)v->s[i];

		if (c < 0x20 && !(lines && (c == '\n' || c == '\t')))
			return true;
	}
	return false;
}

bool read_text(struct scalar *v, const char **slot)
{
	bool lines = v->kind == K_TEXT;
	size_t limit = lines ? TEXT_MAX : STRING_MAX;

	while (lines && v->n && v->s[v->n - 1] == '\n')
		v->n--;
	if (!v->n && !(v->f->flags & K_EMPTY)) {
		fault(v->md, v->e->place, "value", N_("«%s» is empty"), v->f->key);
	} else if (v->n > limit) {
		fault(v->md, v->e->place, "value", N_("«%s» is too long: at most %zu bytes"), v->f->key, limit);
	} else if (v->e->escapes && control(v, lines)) {
		fault(v->md, v->e->place, "value", N_("«%s» holds a control character or line break"), v->f->key);
	} else if (!lines && v->bytes & CONTROL && memchr(v->s, '\n', v->n)) {
		fault(v->md, v->e->place, "value", N_("«%s» is one line"), v->f->key);
	} else {
		*slot = v->md->check_only && (lines || v->f->flags & K_UNSEEN) ? "?" : pooled(v->md, v->s, v->n);
		return true;
	}
	return false;
}

/* ---- ids, codes, labels ---- */

bool technique_ok(const char *s, size_t n)
{
	if (!n || n > 64 || s[0] < 'a' || s[0] > 'z' || s[n - 1] == '_')
		return false;
	for (size_t i = 1; i < n; i++)
		if (!((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || (s[i] == '_' && s[i - 1] != '_')))
			return false;
	return true;
}

/* Would it be an id if its Cyrillic letters were the Latin ones that they look like? */
static bool looks_like_id(const struct scalar *v)
{
	struct arena scratch = { 0 };
	bool ascii = true, like;
	const char *s;

	for (size_t i = 0; i < v->n; i++)
		ascii &= !(v->s[i] & 0x80);
	if (ascii || v->n > 128)
		return false;
	s = text_skeleton(&scratch, v->s);
	like = id_ok(s, strlen(s));
	arena_free(&scratch);
	return like;
}

/* An item's own id or code waits for the item's name. */
static const char *keep_id(struct scalar *v, const void *slot)
{
	struct item *item = v->md->item;
	bool own = item && (const char *)slot - v->f->at == (const char *)item->o;

	if (!own)
		return pooled(v->md, v->s, v->n);
	index_soon(&v->md->kinds[item->prep->kind].index, index_hash(v->md->key, v->s, v->n));
	return memcpy(v->kind == K_CODE ? item->code : item->id, v->s, v->n + 1);
}

bool read_id(struct scalar *v, const char **slot)
{
	bool ok = v->kind == K_TECHNIQUE ? technique_ok(v->s, v->n) : id_ok(v->s, v->n);

	if (!ok && looks_like_id(v))
		fault(v->md, v->e->place, "value", N_("«%s» has Cyrillic letters that look like Latin ones: ids are Latin"),
		      written(v));
	else if (!ok && v->kind == K_TECHNIQUE)
		fault(v->md, v->e->place, "value", N_("«%s» is no id of a technique: a-z, 0-9 and single \"_\", a letter first"),
		      written(v));
	else if (!ok)
		fault(v->md, v->e->place, "value", N_("«%s» is no id: a-z, 0-9 and single \"-\", a letter first, at most 64"),
		      written(v));
	else if (id_like_month(v->s, v->n))
		fault(v->md, v->e->place, "value", N_("«%s» looks like a date: Excel would make one of it"),
		      written(v));
	else {
		*slot = keep_id(v, slot);
		return true;
	}
	return false;
}

/* A letter, then letters and digits, at most LABEL_LENGTH; 0, or what is wrong. */
static int label_fault(const struct scalar *v)
{
	static const char no[] = " .,:;/@|\"";
	unsigned char first = v->n ? (unsigned char)v->s[0] : 0;
	size_t length = 0;

	if (!((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || (first >= 0xc3 && first < 0xe2)))
		return 1;
	for (size_t i = 0; i < v->n; i++) {
		unsigned char c = (unsigned char)v->s[i];

		if (c < 0x20 || (c < 0x7f && memchr(no, c, sizeof(no))) ||
		    (c == 0xc2 && (unsigned char)v->s[i + 1] == 0xa0))
			return 2;
		length += (c & 0xc0) != 0x80;
	}
	return length > LABEL_LENGTH ? 3 : 0;
}

bool read_label(struct scalar *v, const char **slot)
{
	int wrong = label_fault(v);

	if (wrong == 1)
		fault(v->md, v->e->place, "value", N_("the label «%s» does not begin with a letter"), written(v));
	else if (wrong == 2)
		fault(v->md, v->e->place, "value", N_("the label «%s» is no single word of letters and digits"),
		      written(v));
	else if (wrong)
		fault(v->md, v->e->place, "value", N_("the label «%s» is longer than %d"), written(v), LABEL_LENGTH);
	else
		*slot = pooled(v->md, v->s, v->n);
	return !wrong;
}
