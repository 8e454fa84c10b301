/* anchor.c - one array of kept events; an anchor is a range of it, a replay a position in it. */
#include "model/anchor.h"

#include <string.h>

enum { ANCHORS_MAX = 1000 };

struct record {
	const char *s;
	uint32_t n;
	uint8_t type;
	bool plain, escapes;
	struct place place;
};
struct anchor { const char *name; uint32_t from, to; unsigned depth; };
struct frame { uint32_t at, to; };

void anchors_begin(struct anchors *a, size_t limit)
{
	*a = (struct anchors){ .limit = limit };
}

void anchors_free(struct anchors *a)
{
	arena_free(&a->arena);
}

static bool keep(struct anchors *a, const struct yaml_event *e)
{
	struct record *r;

	bool text = e->type == Y_SCALAR;

	if (a->nrecords >= a->limit || (text && e->n > UINT32_MAX))
		return false;
	r = arena_grow(&a->arena, a->records, &a->cap, a->nrecords + 1, sizeof(*r));
	if (!r)
		return false;
	a->records = r;
	r += a->nrecords++;
	*r = (struct record){ .n = text || (int)e->type == Y_ALIAS ? (uint32_t)e->n : 0, .type = (uint8_t)e->type,
	                      .plain = text && e->plain, .escapes = text && e->escapes, .place = e->place };
	if (text)
		r->s = arena_strndup(&a->arena, e->s, e->n);
	return !a->arena.oom;
}

static bool begin(struct anchors *a, const char *name, bool scalar)
{
	struct anchor *v;
	unsigned *open;

	if (a->n >= ANCHORS_MAX)
		return false;
	v = arena_grow(&a->arena, a->v, &a->vcap, a->n + 1, sizeof(*v));
	open = arena_grow(&a->arena, a->open, &a->opencap, a->nopen + 1, sizeof(*open));
	if (!v || !open)
		return false;
	a->v = v;
	a->open = open;
	v += a->n++;
	*v = (struct anchor){ arena_strdup(&a->arena, name), (uint32_t)a->nrecords - 1, 0, a->depth };
	if (scalar)
		v->to = (uint32_t)a->nrecords;
	else
		open[a->nopen++] = (unsigned)a->n - 1;
	return true;
}

bool anchors_note(struct anchors *a, const char *name, const struct yaml_event *e)
{
	if (!name && !a->nopen)
		return true;
	if (!keep(a, e))
		return false;
	if (name && !begin(a, name, e->type == Y_SCALAR))
		return false;
	if (e->type == Y_LIST || e->type == Y_MAP) {
		a->depth++;
	} else if (e->type == Y_LIST_END || e->type == Y_MAP_END) {
		a->depth--;
		while (a->nopen && a->v[a->open[a->nopen - 1]].depth == a->depth)
			a->v[a->open[--a->nopen]].to = (uint32_t)a->nrecords;
	}
	return true;
}

int anchors_find(const struct anchors *a, const char *name)
{
	for (size_t i = a->n; i; i--)
		if (!strcmp(a->v[i - 1].name, name))
			return (int)i - 1;
	return -1;
}

bool anchors_closed(const struct anchors *a, unsigned n)
{
	return a->v[n].to != 0;
}

void anchors_unfold(struct anchors *a, unsigned n)
{
	struct frame *f;

	while (a->nframes && a->frames[a->nframes - 1].at == a->frames[a->nframes - 1].to)
		a->nframes--;
	f = arena_grow(&a->arena, a->frames, &a->framecap, a->nframes + 1, sizeof(*f));
	if (!f)
		return;
	a->frames = f;
	f[a->nframes++] = (struct frame){ a->v[n].from, a->v[n].to };
}

int anchors_next(struct anchors *a, struct yaml_event *e)
{
	const struct record *r;

	while (a->nframes && a->frames[a->nframes - 1].at == a->frames[a->nframes - 1].to)
		a->nframes--;
	if (!a->nframes)
		return 0;
	r = &a->records[a->frames[a->nframes - 1].at++];
	*e = (struct yaml_event){ .type = (enum yaml_type)r->type, .plain = r->plain, .escapes = r->escapes,
	                          .s = r->s, .n = r->n, .place = r->place };
	return ++a->unfolded > a->limit ? -1 : 1;
}
