/* value.c - one scalar to what its field says: text, number, day, word, reference. */
#include <string.h>

#include "base/word.h"
#include "model/inside.h"
#include "model/yaml.h"

enum { STRING_MAX = 500, TEXT_MAX = 64 << 10, LABEL_LENGTH = 8 };

struct scalar {
	struct model *md;
	const struct prep_field *pf;
	const struct field *f;
	enum kind kind;
	const struct yaml_event *e;
	const char *s;
	size_t n;
	unsigned bytes;                    /* see bytes_of() */
};

static const char *written(const struct scalar *v)
{
	return quote(v->md, v->s);
}

/* ---- text ---- */

/* What stands in the bytes: ODD, letters that NFC may change; CONTROL, control characters. NFC leaves
 * alone what is below U+0300, or U+0400 to U+047F: no byte from CC on but D0 and D1. Eight at a time. */
enum { ODD = 1, CONTROL = 2 };

static unsigned eight_bytes(uint64_t x)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fu, high = ~low;
	uint64_t odd = x & ((x & low) + 0x3434343434343434u) &
	               (((x ^ 0xd0d0d0d0d0d0d0d0u) & 0x7e7e7e7e7e7e7e7eu) + low);
	uint64_t control = ~(((x & low) + 0x6060606060606060u) | x);

	return (odd & high ? ODD : 0) | (control & high ? CONTROL : 0);
}

static unsigned bytes_of(const char *s, size_t n)
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

static bool read_text(struct scalar *v, const char **slot)
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
	struct naming *naming = v->md->naming;
	bool own = naming && (const char *)slot - v->f->at == (const char *)naming->item;

	if (!own)
		return pooled(v->md, v->s, v->n);
	index_soon(naming->index, index_hash(v->md->key, v->s, v->n));
	return memcpy(v->kind == K_CODE ? naming->code : naming->id, v->s, v->n + 1);
}

static bool read_id(struct scalar *v, const char **slot)
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
		fault(v->md, v->e->place, "value", N_("«%s» looks like a date: Excel would make one of it"), written(v));
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

		if (c < 0x20 || (c < 0x7f && memchr(no, c, sizeof(no))) || (c == 0xc2 && (unsigned char)v->s[i + 1] == 0xa0))
			return 2;
		length += (c & 0xc0) != 0x80;
	}
	return length > LABEL_LENGTH ? 3 : 0;
}

static bool read_label(struct scalar *v, const char **slot)
{
	int wrong = label_fault(v);

	if (wrong == 1)
		fault(v->md, v->e->place, "value", N_("the label «%s» does not begin with a letter"), written(v));
	else if (wrong == 2)
		fault(v->md, v->e->place, "value", N_("the label «%s» is no single word of letters and digits"), written(v));
	else if (wrong)
		fault(v->md, v->e->place, "value", N_("the label «%s» is longer than %d"), written(v), LABEL_LENGTH);
	else
		*slot = pooled(v->md, v->s, v->n);
	return !wrong;
}

/* ---- numbers and days ---- */

/* Digits of V, with up to DECIMALS behind a point or comma, times 10^DECIMALS; -1: no number. */
static int64_t decimal(const char *s, size_t n, int decimals)
{
	int64_t x = 0;
	int behind = -1;

	for (size_t i = 0; i < n; i++) {
		if ((s[i] == '.' || s[i] == ',') && behind < 0 && i && i + 1 < n) {
			behind = 0;
			continue;
		}
		if (s[i] < '0' || s[i] > '9' || x > INT32_MAX || behind >= decimals)
			return -1;
		x = x * 10 + (s[i] - '0');
		behind += behind >= 0;
	}
	for (behind = behind < 0 ? 0 : behind; behind < decimals; behind++)
		x *= 10;
	return n ? x : -1;
}

static bool in_range(const struct scalar *v, int64_t x)
{
	int64_t min = v->f->min, max = v->f->max;
	const char *key = v->f->key;

	if (!min && !max)
		max = INT32_MAX;
	if (v->kind == K_HOURS && x < 1 && min > 0)
		fault(v->md, v->e->place, "value", N_("«%s» must be more than 0"), key);
	else if (v->kind == K_HOURS && (x < min || x > max))
		fault(v->md, v->e->place, "value", N_("«%s» is %s: at most %lld hours"), key, written(v), (long long)max / 60);
	else if (x < min || x > max)
		fault(v->md, v->e->place, "value", N_("«%s» is %s: wanted is %lld to %lld"), key, written(v),
		      (long long)min, (long long)max);
	else
		return true;
	return false;
}

static bool read_int(struct scalar *v, int32_t *slot)
{
	bool minus = v->n > 1 && v->s[0] == '-';
	int64_t x = decimal(v->s + minus, v->n - minus, 0);

	if (x < 0)
		fault(v->md, v->e->place, "value", N_("«%s» wants a whole number, not «%s»"), v->f->key, written(v));
	if (x < 0 || !in_range(v, minus ? -x : x))
		return false;
	*slot = (int32_t)(minus ? -x : x);
	return true;
}

static bool read_hours(struct scalar *v, int32_t *slot)
{
	int64_t x = decimal(v->s, v->n, 4);

	if (x < 0)
		fault(v->md, v->e->place, "value", N_("«%s» wants hours (1.5), not «%s»"), v->f->key, written(v));
	if (x < 0 || !in_range(v, (x * 60 + 5000) / 10000))
		return false;
	*slot = (int32_t)((x * 60 + 5000) / 10000);
	return true;
}

static bool read_bool(struct scalar *v, bool *slot)
{
	if (!strcmp(v->s, "true") || !strcmp(v->s, "yes"))
		*slot = true;
	else if (!strcmp(v->s, "false") || !strcmp(v->s, "no"))
		*slot = false;
	else {
		fault(v->md, v->e->place, "value", N_("«%s» wants true or false, not «%s»"), v->f->key, written(v));
		return false;
	}
	return true;
}

/* 2026-09-01 or 01.09.2026; DAY_NONE. */
static int32_t day_given(const char *s, size_t n)
{
	int64_t d, m, y;
	const char *dot = memchr(s, '.', n), *dot2 = dot ? memchr(dot + 1, '.', n - (size_t)(dot + 1 - s)) : NULL;

	if (!dot2)
		return day_read_iso(s, n);
	d = decimal(s, (size_t)(dot - s), 0);
	m = decimal(dot + 1, (size_t)(dot2 - dot - 1), 0);
	y = decimal(dot2 + 1, n - (size_t)(dot2 + 1 - s), 0);
	return d < 1 || d > 31 || m < 1 || m > 12 || y < 1000 || y > 9999 ? DAY_NONE : day_of((int)y, (int)m, (int)d);
}

static bool read_day(struct scalar *v, int32_t *slot)
{
	*slot = day_given(v->s, v->n);
	if (*slot == DAY_NONE)
		fault(v->md, v->e->place, "value", N_("«%s» wants a day of the calendar (2026-09-01), not «%s»"),
		      v->f->key, written(v));
	return *slot != DAY_NONE;
}

static bool read_due(struct scalar *v, const char **slot)
{
	int32_t day = day_given(v->s, v->n);
	char iso[11];

	if (day != DAY_NONE) {
		day_iso(iso, day);
		*slot = pooled(v->md, iso, 10);
	} else if (id_ok(v->s, v->n)) {
		*slot = pooled(v->md, v->s, v->n);
	} else {
		fault(v->md, v->e->place, "value", N_("«%s» wants a day (2026-09-01), eoy, h1, h2 or a period, not «%s»"),
		      v->f->key, written(v));
		return false;
	}
	return true;
}

static bool read_time(struct scalar *v, int32_t *slot)
{
	const char *colon = memchr(v->s, ':', v->n);
	size_t n = colon ? (size_t)(colon - v->s) : 0;
	int64_t h = colon ? decimal(v->s, n, 0) : -1, m = colon ? decimal(colon + 1, v->n - n - 1, 0) : -1;

	if (n < 1 || n > 2 || v->n - n != 3 || h < 0 || h > 23 || m < 0 || m > 59) {
		fault(v->md, v->e->place, "value", N_("«%s» wants a time (15:00), not «%s»"), v->f->key, written(v));
		return false;
	}
	*slot = (int32_t)(h * 60 + m);
	return true;
}

/* ---- words and references ---- */

/* As people write it in any language; the one of WORDS that it means. */
static const char *word_meant(const struct scalar *v)
{
	struct arena a = { 0 };
	const char *const *w = v->pf->words, *found = v->n <= STRING_MAX ? word_find(&a, v->f->words, v->s) : NULL;
	size_t i = 0;

	while (found && i < v->pf->nwords && strcmp(w[i], found))
		i++;
	arena_free(&a);
	return found && i < v->pf->nwords ? w[i] : NULL;
}

static bool read_word(struct scalar *v, const char **slot)
{
	const char *const *w = v->pf->words, *near;

	for (size_t i = 0; i < v->pf->nwords; i++) {
		if (!strncmp(w[i], v->s, v->n) && !w[i][v->n]) {
			*slot = w[i];
			return true;
		}
	}
	*slot = word_meant(v);
	if (*slot)
		return true;
	near = near_one(v->md, v->s, w, v->pf->nwords);
	if (near)
		fault(v->md, v->e->place, "value", N_("«%s» is not «%s» (did you mean %s?): %s"), v->f->key, written(v), near,
		      v->f->words);
	else
		fault(v->md, v->e->place, "value", N_("«%s» is not «%s», it is one of: %s"), v->f->key, written(v), v->f->words);
	return false;
}

static bool read_ref(struct scalar *v, const struct head **slot)
{
	struct model *md = v->md;
	struct reference *r;
	struct later *name;

	if (!v->n || v->n > 140) {
		fault(md, v->e->place, "value", N_("«%s» wants an id (%s)"), v->f->key, v->f->of);
		return false;
	}
	md->nreferences++;
	for (int i = 0; i < 2; i++) {
		const struct head *h = v->pf->last[i];

		if (h && id_is(h->id, v->s, v->n)) {
			*slot = h;
			return true;
		}
	}
	r = arena_alloc(md->aside, 1, sizeof(*r) + sizeof(*name) + v->n + 1);
	if (!r)
		return false;
	r->next = md->references;
	r->pf = v->pf;
	r->hash = index_hash(md->key, v->s, v->n);
	r->n = v->n;
	name = (struct later *)(void *)(r + 1);
	name->place = v->e->place;
	memcpy(name->id, v->s, v->n);
	md->references = r;
	for (const struct prep *const *p = v->pf->of; *p; p++)
		index_soon(&md->kinds[(*p)->kind].index, r->hash);
	*slot = (struct head *)((uintptr_t)name | 1);
	return true;
}

bool value_read(struct model *md, const struct prep *p, unsigned i, bool item, const struct yaml_event *e,
                void *slot)
{
	const struct field *f = &p->object->fields[i];
	struct scalar v = { md, &p->f[i], f, item ? f->item : f->kind, e, e->s, e->n, bytes_of(e->s, e->n) };

	if (v.bytes & CONTROL && e->escapes && strlen(e->s) != e->n) {
		fault(md, e->place, "value", N_("«%s» holds a NUL"), f->key);
		return false;
	}
	if (v.bytes & ODD) {
		v.s = text_nfc(md->a, v.s, v.n);
		v.n = v.s == e->s ? e->n : strlen(v.s);
	}
	switch (v.kind) {
	case K_STRING:
	case K_TEXT:
		return read_text(&v, slot);
	case K_ID:
	case K_TECHNIQUE:
	case K_CODE:
		return read_id(&v, slot);
	case K_LABEL:
		return read_label(&v, slot);
	case K_INT:
		return read_int(&v, slot);
	case K_HOURS:
		return read_hours(&v, slot);
	case K_BOOL:
		return read_bool(&v, slot);
	case K_DAY:
		return read_day(&v, slot);
	case K_DUE:
		return read_due(&v, slot);
	case K_TIME:
		return read_time(&v, slot);
	case K_WORD:
		return read_word(&v, slot);
	case K_REF:
		return read_ref(&v, slot);
	case K_OBJECT:
	case K_LIST:
		break;
	}
	return false;
}
