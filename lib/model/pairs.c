/* pairs.c - keys with texts, from the same YAML as definitions are. */
#include "model/pairs.h"

#include <string.h>

#include "base/buf.h"
#include "model/inside.h"
#include "model/yaml.h"

enum { MOST_PAIRS = 100000 };

struct pairs { struct arena *a; struct model *md; struct pair *v; size_t n, cap, of; };

/* A text, or a list of texts as lines; E is its first event. */
static const char *text(struct pairs *p, struct yaml *y, struct yaml_event *e)
{
	struct buf b = { 0 };
	const char *out = NULL;
	bool list = e->type == Y_LIST;

	if (e->type == Y_SCALAR && memchr(e->s, 0, e->n))
		fault(p->md, e->place, "value", N_("the control character U+%04X cannot stand here"), 0u);
	if (e->type == Y_SCALAR)
		return arena_strndup(p->a, e->s, e->n);
	while (list && yaml_next(y, e) == Y_SCALAR) {
		if (b.n)
			buf_putc(&b, '\n');
		buf_put(&b, e->s, e->n);
	}
	if (list && e->type == Y_LIST_END) {
		out = arena_strndup(p->a, b.s ? b.s : "", b.n);
		p->md->oom |= b.oom;
	} else if (e->type != Y_BROKEN && e->type != Y_END) {
		fault(p->md, e->place, "value", N_("a text belongs here"));
		yaml_skip(y, e);
		while (list && yaml_next(y, e) != Y_LIST_END && e->type != Y_BROKEN && e->type != Y_END)
			yaml_skip(y, e);
	}
	buf_free(&b);
	return out;
}

static void add(struct pairs *p, const char *key, const char *value, struct place place)
{
	for (size_t i = p->n; i-- > 0 && p->v[i].of == p->of;)
		if (!strcmp(p->v[i].key, key)) {
			fault(p->md, place, "key", N_("%s stands twice, first in line %d"), quote(p->md, key),
			      p->v[i].line);
			return;
		}
	p->v = arena_grow(p->a, p->v, &p->cap, p->n + 1, sizeof(*p->v));
	if (p->v && p->n < MOST_PAIRS)
		p->v[p->n++] = (struct pair){ key, value, p->of, (int)place.line, (int)place.column };
}

/* The rest of a mapping. */
static void thing(struct pairs *p, struct yaml *y, struct yaml_event *e)
{
	while (yaml_next(y, e) == Y_SCALAR) {
		struct place place = e->place;
		const char *key = arena_strndup(p->a, e->s, e->n), *value;

		yaml_next(y, e);
		value = text(p, y, e);
		if (e->type == Y_BROKEN || e->type == Y_END)
			return;
		if (value)
			add(p, key, value, place);
	}
	p->of++;
}

static void whole(void *x, struct yaml *y)
{
	struct pairs *p = x;
	struct yaml_event e;
	bool list = yaml_next(y, &e) == Y_LIST;

	if (e.type == Y_END)
		fault(p->md, (struct place){ .file = 1, .line = 1, .column = 1 }, "key", N_("the file is empty"));
	if (list)
		yaml_next(y, &e);
	while (e.type == Y_MAP) {
		thing(p, y, &e);
		if (!list || e.type != Y_MAP_END)
			break;
		yaml_next(y, &e);
	}
	if (e.type != Y_MAP_END && e.type != Y_LIST_END && e.type != Y_BROKEN && e.type != Y_END)
		fault(p->md, e.place, "value", N_("keys with texts belong here"));
	while (e.type != Y_END && e.type != Y_BROKEN)          /* what follows is looked at by the reader itself */
		yaml_next(y, &e);
}

enum nsi_status pairs_read(struct arena *a, struct messages *m, const char *path, const struct pair **v, size_t *n)
{
	struct pairs p = { .a = a, .md = model_new(a, m) };
	enum nsi_status status = p.md ? model_read_yaml(p.md, path, whole, &p) : NSI_MEMORY;

	*v = p.v;
	*n = p.n;
	return status ? status : a->oom || p.md->oom ? NSI_MEMORY : NSI_OK;
}
