/* value.c - one scalar to what its field says: number, day, word, reference; texts are in value_text.c. */
#include <string.h>

#include "base/word.h"
#include "model/value.h"

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
		fault(v->md, v->e->place, "value", N_("«%s» is %s: at most %lld hours"), key, written(v),
		      (long long)max / 60);
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
		fault(v->md, v->e->place, "value", N_("«%s» is not «%s», it is one of: %s"), v->f->key, written(v),
		      v->f->words);
	return false;
}

static bool read_ref(struct scalar *v, const struct head **slot)
{
	struct model *md = v->md;
	struct item *item = md->item;
	const struct head *known;
	struct reference *r;
	struct later *name;

	if (!v->n || v->n > 140) {
		fault(md, v->e->place, "value", N_("«%s» wants an id (%s)"), v->f->key, v->f->of);
		return false;
	}
	item->nreferences++;
	known = v->pf->recent[recent_at(v->s, v->n)];
	if (known && id_is(known->id, v->s, v->n)) {
		*slot = known;
		return true;
	}
	r = arena_alloc(item->aside, 1, sizeof(*r) + sizeof(*name) + v->n + 1);
	if (!r)
		return false;
	r->next = item->references;
	r->pf = v->pf;
	r->hash = index_hash(md->key, v->s, v->n);
	r->n = v->n;
	name = (struct later *)(void *)(r + 1);
	name->place = v->e->place;
	memcpy(name->id, v->s, v->n);
	item->references = r;
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
