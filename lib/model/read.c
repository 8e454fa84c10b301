/* read.c - events to structs by the tables; every fault is noted, and reading goes on. */
#include <stdlib.h>
#include <string.h>

#include "model/inside.h"
#include "model/yaml.h"

enum { MERGES_MAX = 16, LANGS_MAX = 8 };

struct reader {
	struct model *md;
	struct yaml *y;
	struct stack stack;
	struct items items;
	size_t below;                      /* faults that are those of items inside the one that is read */
};

struct map {
	struct prep *p;
	unsigned char *o;
	uint64_t seen;
	struct place place;
	unsigned merges[MERGES_MAX];
	int nmerges;
	bool merged;                       /* these pairs come from a merge: what is there stays */
};

static void read_item(struct reader *r, struct prep *p, const struct yaml_event *e, struct head *parent);
static void read_inline(struct reader *r, struct prep *p, const struct yaml_event *e, struct head *o);

/* ---- values ---- */

static bool nothing(const struct yaml_event *e)
{
	return e->type == Y_SCALAR && e->plain && !e->n;
}

/* A plain scalar that begins with U+00A0: somebody indented with it. */
static bool odd_blank(struct reader *r, const struct yaml_event *e)
{
	if (!e->plain || e->n < 2 || (unsigned char)e->s[0] != 0xc2 || (unsigned char)e->s[1] != 0xa0)
		return false;
	fault(r->md, e->place, "syntax", N_("a no-break space (U+00A0) stands here: use plain blanks"));
	return true;
}

static bool language_ok(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < 'a' || s[i] > 'z')
			return false;
	return n == 2 || n == 3;
}

/* {ru: …, en: …} to one string, see text_nth(). */
static void read_languages(struct reader *r, const struct map *m, unsigned i, bool item, struct text *slot)
{
	struct yaml_event e;
	size_t from = r->stack.n, count = 0;
	char lang[4];
	bool good = true;
	const char *s;

	stack_push(r->md, &r->stack, "\1", 1);
	while (yaml_next(r->y, &e) == Y_SCALAR) {
		bool ok = language_ok(e.s, e.n) && count++ < LANGS_MAX;

		if (ok)
			memcpy(lang, e.s, e.n + 1);
		else
			fault(r->md, e.place, "value", N_("«%s» is no language: two letters, as ru or en"),
			      quote(r->md, e.s));
		yaml_next(r->y, &e);
		if (e.type != Y_SCALAR) {
			fault(r->md, e.place, "value", N_("«%s» wants text"), m->p->object->fields[i].key);
			yaml_skip(r->y, &e);
			ok = false;
		}
		good &= ok && value_read(r->md, m->p, i, item, &e, &s);
		if (good) {
			stack_push(r->md, &r->stack, lang, strlen(lang) + 1);
			stack_push(r->md, &r->stack, s, strlen(s) + 1);
		}
	}
	if (e.type != Y_MAP_END && e.type != Y_BROKEN) {
		fault(r->md, e.place, "value", N_("«%s» wants text, or texts by language"),
		      m->p->object->fields[i].key);
		yaml_skip(r->y, &e);
	}
	stack_push(r->md, &r->stack, "", 1);
	if (good && count)
		slot->s = pooled(r->md, (char *)r->stack.v + from, r->stack.n - from);
	r->stack.n = from;
}

static void wrong_type(struct reader *r, const struct field *f, enum kind kind, const struct yaml_event *e)
{
	if (kind == K_LIST)
		fault(r->md, e->place, "value", N_("«%s» wants a list ([…])"), f->key);
	else if (kind == K_OBJECT)
		fault(r->md, e->place, "value", N_("«%s» wants keys and values"), f->key);
	else
		fault(r->md, e->place, "value", N_("«%s» wants a single value"), f->key);
	yaml_skip(r->y, e);
}

static void read_list(struct reader *r, const struct map *m, unsigned i, struct list *slot)
{
	const struct field *f = &m->p->object->fields[i];
	struct prep *below = (struct prep *)m->p->f[i].object;
	_Alignas(16) unsigned char one[INLINE_MAX];
	size_t from = r->stack.n, size = item_size(f), count = 0;
	struct yaml_event e;
	struct place place = { 0 };

	while (yaml_next(r->y, &e) != Y_LIST_END && e.type != Y_BROKEN) {
		if (!count++)
			place = e.place;
		if (below && below->object->edition) {
			read_item(r, below, &e, m->p->object->edition ? (struct head *)(void *)m->o : NULL);
			continue;
		}
		memset(one, 0, sizeof(void *));
		if (below)
			read_inline(r, below, &e, (struct head *)(void *)one);
		else if (e.type == Y_MAP && f->item == K_TEXT)
			read_languages(r, m, i, true, (struct text *)(void *)one);
		else if (e.type != Y_SCALAR)
			wrong_type(r, f, f->item, &e);
		else if (!odd_blank(r, &e))
			value_read(r->md, m->p, i, true, &e, one);
		if (below || *(void **)(void *)one)
			stack_push(r->md, &r->stack, one, size);
	}
	if ((f->min || f->max) && (count < (size_t)f->min || count > (size_t)f->max))
		fault(r->md, place.line ? place : m->place, "value", N_("«%s» has %zu, wanted is %d to %d"), f->key, count,
		      (int)f->min, (int)f->max);
	if (below && below->object->edition)
		items_settle(&r->items);
	else
		stack_pop(r->md, &r->stack, from, size, slot);
}

static void read_value(struct reader *r, struct map *m, unsigned i, const struct yaml_event *e)
{
	const struct field *f = &m->p->object->fields[i];
	struct prep *below = (struct prep *)m->p->f[i].object;
	void *slot = m->o + f->at;

	if (nothing(e)) {
		m->seen &= ~(UINT64_C(1) << i);
	} else if (f->kind == K_LIST) {
		if (e->type == Y_LIST)
			read_list(r, m, i, slot);
		else
			wrong_type(r, f, K_LIST, e);
	} else if (f->kind == K_OBJECT && below->object->edition) {
		read_item(r, below, e, NULL);
	} else if (f->kind == K_OBJECT) {
		struct head *o = arena_alloc(item_arena(r->md), 1, below->object->size);

		if (!o)
			return;
		*(struct head **)slot = o;
		read_inline(r, below, e, o);
	} else if (e->type == Y_MAP && f->kind == K_TEXT) {
		read_languages(r, m, i, false, slot);
	} else if (e->type != Y_SCALAR) {
		wrong_type(r, f, f->kind, e);
	} else if (!odd_blank(r, e)) {
		value_read(r->md, m->p, i, false, e, slot);
	}
}

/* ---- mappings ---- */

static void unknown_key(struct reader *r, const struct map *m, const struct yaml_event *e)
{
	static const char *const personal[] = { "name", "fio", "surname", "phone", "email", "birthday", NULL };
	const char *names[FIELDS_MAX], *near;

	for (size_t i = 0; personal[i]; i++)
		if (!strcmp(e->s, personal[i])) {
			fault(r->md, e->place, "key", N_("«%s»: definitions hold codes of people, never names or contacts"),
			      personal[i]);
			return;
		}
	for (unsigned i = 0; i < m->p->n; i++)
		names[i] = m->p->object->fields[i].key;
	near = near_one(r->md, e->s, names, m->p->n);
	if (near)
		fault(r->md, e->place, "key", N_("unknown key «%s» in %s (did you mean %s?)"), quote(r->md, e->s),
		      tr(r->md->m->lang, m->p->object->name), near);
	else
		fault(r->md, e->place, "key", N_("unknown key «%s» in %s"), quote(r->md, e->s),
		      tr(r->md->m->lang, m->p->object->name));
}

/* The key in E: its field, or -1 and a fault. */
static int read_key(struct reader *r, struct map *m, const struct yaml_event *e, unsigned last)
{
	int i = prep_find(m->p, e->s, e->n, last);

	if (i < 0) {
		if (!odd_blank(r, e) && !m->merged)
			unknown_key(r, m, e);
	} else if (m->seen >> i & 1) {
		if (!m->merged)
			fault(r->md, e->place, "key", N_("«%s» stands twice"), e->s);
		i = -1;
	} else if (m->p->object->fields[i].flags & K_PARENT && *(void **)(void *)(m->o + m->p->object->fields[i].at)) {
		fault(r->md, e->place, "key", N_("«%s» is where it stands: it is not to be said again"), e->s);
		i = -1;
	}
	return i;
}

static bool is_merge(const struct yaml_event *e)
{
	return e->plain && e->n == 2 && e->s[0] == '<' && e->s[1] == '<';
}

static void read_pairs(struct reader *r, struct map *m)
{
	struct yaml_event e;
	unsigned last = m->p->n;
	int i;

	while (yaml_next(r->y, &e) != Y_MAP_END && e.type != Y_BROKEN) {
		if (e.type != Y_SCALAR) {
			fault(r->md, e.place, "key", N_("a key is a word, not a list or mapping"));
			yaml_skip(r->y, &e);
			i = -1;
		} else if (is_merge(&e)) {
			int n = yaml_merge(r->y, m->merges + m->nmerges, MERGES_MAX - m->nmerges);

			if (n < 0)
				return;
			m->nmerges += n;
			continue;
		} else {
			i = read_key(r, m, &e, last);
		}
		if (yaml_next(r->y, &e) == Y_BROKEN)
			return;
		if (i < 0) {
			yaml_skip(r->y, &e);
			continue;
		}
		m->seen |= UINT64_C(1) << i;
		last = (unsigned)i;
		read_value(r, m, last, &e);
	}
}

static void read_merges(struct reader *r, struct map *m)
{
	struct yaml_event e;

	m->merged = true;
	for (int i = 0; i < m->nmerges; i++) {
		yaml_unfold(r->y, m->merges[i]);
		if (yaml_next(r->y, &e) == Y_MAP)
			read_pairs(r, m);
		else if (e.type != Y_BROKEN) {
			fault(r->md, e.place, "syntax", N_("\"<<\" names this, which is no mapping"));
			yaml_skip(r->y, &e);
		}
	}
}

static void complete(struct reader *r, struct map *m, bool bare)
{
	const struct field *f = m->p->object->fields;
	uint64_t missing = bare ? 0 : m->p->must & ~m->seen;

	for (unsigned i = 0; i < m->p->n; i++) {
		if (missing >> i & 1)
			fault(r->md, m->place, "key", N_("«%s» is missing in %s"), f[i].key,
			      tr(r->md->m->lang, m->p->object->name));
		if (f[i].flags & K_FOLLOWS && !(m->seen >> i & 1))
			memcpy(m->o + f[i].at, m->o + f[i - 1].at, sizeof(int32_t));
	}
}

/* The node that E begins to O. */
static void read_object(struct reader *r, struct prep *p, const struct yaml_event *e, struct head *o,
                        struct head *parent)
{
	struct map m = { .p = p, .o = (unsigned char *)o, .place = e->place };
	size_t faults = r->md->faults - r->below;
	bool bare = e->type == Y_SCALAR && p->bare < p->n;

	memcpy(o, p->standard, p->object->size);
	if (!p->object->headless)
		o->place = e->place;
	if (parent && p->parent < p->n)
		*(struct head **)(void *)(m.o + p->object->fields[p->parent].at) = parent;
	if (bare) {
		m.seen = UINT64_C(1) << p->bare;
		read_value(r, &m, p->bare, e);
	} else if (e->type != Y_MAP) {
		fault(r->md, e->place, "value", N_("%s wants keys and values"), tr(r->md->m->lang, p->object->name));
		yaml_skip(r->y, e);
		bare = true;
	} else {
		read_pairs(r, &m);
		read_merges(r, &m);
	}
	if (parent && p->parent < p->n)
		m.seen |= UINT64_C(1) << p->parent;
	if (!model_stopped(r->md) && !r->md->broke_off)
		complete(r, &m, bare);
	if ((r->md->faults - r->below != faults || r->md->broke_off) && !p->object->headless)
		o->flags |= HEAD_BROKEN;
}

static void read_inline(struct reader *r, struct prep *p, const struct yaml_event *e, struct head *o)
{
	read_object(r, p, e, o, NULL);
}

static void read_item(struct reader *r, struct prep *p, const struct yaml_event *e, struct head *parent)
{
	struct model *md = r->md;
	size_t faults = md->faults, below = r->below;
	struct item own, *before = md->item;
	struct head *o = item_begin(&r->items, p, &own);

	if (o)
		read_object(r, p, e, o, parent);
	else
		model_oom(md);
	if (o)
		item_end(&r->items, before);
	md->item = before;
	r->below = below + (md->faults - faults);
}

static void begin(struct reader *r, struct model *md, struct yaml *y, uint32_t flags)
{
	*r = (struct reader){ .md = md, .y = y };
	items_begin(&r->items, md, flags);
	md->broke_off = false;
}

static void end(struct reader *r)
{
	items_end(&r->items);
	free(r->stack.v);
}

void read_file(struct model *md, struct yaml *y)
{
	struct reader r;
	struct prep *p = (struct prep *)prep_of(md, &file_object);
	struct head *file = arena_alloc(md->a, 1, p->object->size);
	struct yaml_event e;

	if (!file) {
		model_oom(md);
		return;
	}
	begin(&r, md, y, md->stock ? HEAD_BUILTIN : 0);
	if (yaml_next(y, &e) == Y_END)
		fault(md, (struct place){ .file = (unsigned)md->nfiles & 0xfff, .line = 1, .column = 1 }, "key",
		      N_("the file is empty: it begins with \"format: nsi/1\""));
	else if (e.type != Y_BROKEN)
		read_object(&r, p, &e, file, NULL);
	while (yaml_next(y, &e) != Y_END && e.type != Y_BROKEN)
		;
	end(&r);
}

void read_stored(struct model *md, struct yaml *y, const struct prep *p, uint32_t order)
{
	struct reader r;
	struct yaml_event e;

	begin(&r, md, y, HEAD_STORED);
	md->order = order;
	if (yaml_next(y, &e) != Y_BROKEN && e.type != Y_END)
		read_item(&r, (struct prep *)p, &e, NULL);
	end(&r);
}
