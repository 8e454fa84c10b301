/* check_map.c - checks of the map: programme, modules, units, labels, links. */
#include <stdlib.h>
#include <string.h>

#include "model/check.h"

size_t unit_count(const struct check *c)
{
	const struct head *const *v;

	return model_list(c->md, "unit", &v);
}

static bool module_is(const struct head *module, const char *kind)
{
	const char *k = module ? ((const struct module *)module)->kind : NULL;

	return k && !strcmp(k, kind);
}

/* ---- programme and modules ---- */

void check_programme(struct check *c)
{
	const struct programme *first = NULL;

	EACH(programme, p, c, "programme") {
		if (first)
			found(c, p->head.place, N_("a second programme «%s»: there is «%s» already"), p->head.id,
			      first->head.id);
		else
			first = p;
	}
}

void check_invariant(struct check *c)
{
	const struct module *any = NULL;
	const struct head *const *v;

	for (size_t i = 0, n = model_list(c->md, "module", &v); i < n; i++) {
		if (module_is(v[i], "invariant") || v[i]->flags & HEAD_BROKEN)
			return;
		any = (const struct module *)v[i];
	}
	if (any)
		found(c, any->head.place, N_("no module is invariant: one at least is for everybody"));
}

void check_integrated(struct check *c)
{
	struct names l = { 0 };
	const char *s;

	EACH(module, m, c, "module")
		if (module_is(&m->head, "invariant") && m->technologies.n < 2)
			names_add(&l, m->head.id, m->head.place);
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("not integrated, an invariant module ties fewer than two technologies: %s"), s);
}

void check_technologies(struct check *c)
{
	const struct head *const *v;
	size_t n = model_list(c->md, "technology", &v);
	unsigned char *used = arena_array(c->scratch, unsigned char, n + 1);
	struct names l = { 0 };
	const char *s;

	if (!used || !model_list(c->md, "module", &v))
		return;
	EVERY(module, m, c, "module")
		list_refs(struct head, t, &m->technologies)
			used[t->order - 1] = 1;
	EACH(technology, t, c, "technology")
		if (!used[t->head.order - 1])
			names_add(&l, t->head.id, t->head.place);
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("no module ties these technologies: %s"), s);
}

/* ---- the graph of units ---- */

struct walk {
	const struct unit *const *units;
	unsigned char *color;              /* 0 new, 1 on the path, 2 done */
	struct step { const struct unit *u; uint32_t next; } *path;
	size_t depth;
	unsigned reported;
};

/* What U rests on, the I-th; NULL behind the last. */
static const struct unit *support(const struct unit *u, uint32_t i)
{
	const struct module *m = (const struct module *)u->module;

	if (i < u->after.n)
		return ((const struct unit *const *)u->after.v)[i];
	i -= u->after.n;
	return m && i < m->requires.n ? ((const struct unit *const *)m->requires.v)[i] : NULL;
}

static void say_cycle(struct check *c, const struct walk *w, const struct unit *again)
{
	struct buf b = { 0 };
	size_t from = w->depth, shown = 0;

	while (from && w->path[from - 1].u != again)
		from--;
	for (size_t i = from - 1; i < w->depth; i++)
		if (shown++ < 40)
			buf_printf(&b, "%s → ", w->path[i].u->head.id);
	if (shown > 40)
		buf_puts(&b, "… → ");
	buf_puts(&b, again->head.id);
	if (!b.oom)
		found(c, again->head.place, N_("unit «%s» rests on itself: %s"), again->head.id, b.s);
	buf_free(&b);
}

static void walk_from(struct check *c, struct walk *w, const struct unit *u)
{
	w->path[w->depth++] = (struct step){ u, 0 };
	w->color[u->head.order - 1] = 1;
	while (w->depth) {
		struct step *s = &w->path[w->depth - 1];
		const struct unit *need = support(s->u, s->next++);

		if (!need) {
			w->color[s->u->head.order - 1] = 2;
			w->depth--;
		} else if (!w->color[need->head.order - 1]) {
			w->color[need->head.order - 1] = 1;
			w->path[w->depth++] = (struct step){ need, 0 };
		} else if (w->color[need->head.order - 1] == 1 && w->reported++ < 20) {
			say_cycle(c, w, need);
		}
	}
}

void check_cycle(struct check *c)
{
	const struct head *const *v;
	size_t n = model_list(c->md, "unit", &v);
	struct walk w = { .units = (const struct unit *const *)v };

	w.color = arena_array(c->scratch, unsigned char, n + 1);
	w.path = arena_array(c->scratch, struct step, n + 1);
	if (!w.color || !w.path)
		return;
	for (size_t i = 0; i < n; i++)
		if (!w.color[i])
			walk_from(c, &w, w.units[i]);
}

void check_support(struct check *c)
{
	EACH(unit, u, c, "unit") {
		const struct unit *need;

		if (!module_is(u->module, "invariant"))
			continue;
		for (uint32_t i = 0; (need = support(u, i)); i++)
			if (module_is(need->module, "variative"))
				found(c, u->head.place,
				      N_("the invariant unit «%s» rests on «%s», which not everybody takes"),
				      u->head.id, need->head.id);
	}
}

void check_entry(struct check *c)
{
	const struct unit *entry = NULL;
	size_t n = 0, all = 0;

	EACH(unit, u, c, "unit") {
		all++;
		if (support(u, 0))
			continue;
		entry = u;
		if (++n > 1)
			return;
	}
	if (n == 1 && all > 1)
		found(c, entry->head.place, N_("one single entry, «%s»: such a map cannot be launched in parallel"),
		      entry->head.id);
}

/* ---- units ---- */

void check_unit_check(struct check *c)
{
	struct names l = { 0 };
	const char *s;

	EACH(unit, u, c, "unit")
		if (!u->check)
			names_add(&l, u->head.id, u->head.place);
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("«check» is missing, so mastery cannot be seen: %s"), s);
}

bool borne_begin(const struct check *c, struct borne *b)
{
	const struct head *const *v;

	b->nunits = unit_count(c);
	b->nmodules = model_list(c->md, "module", &v);
	b->units = arena_array(c->scratch, unsigned char, b->nunits + 1);
	b->modules = arena_array(c->scratch, unsigned char, b->nmodules + 1);
	b->mark = 1;
	return b->units && b->modules;
}

void borne_clear(struct borne *b)
{
	if (++b->mark)
		return;
	memset(b->units, 0, b->nunits);
	memset(b->modules, 0, b->nmodules);
	b->mark = 1;
}

void borne_by(struct borne *b, const struct participant *x)
{
	list_each(struct bearing, one, &x->bearer) {
		if (one->unit && one->unit->object == &unit_object)
			b->units[one->unit->order - 1] = b->mark;
		else if (one->unit)
			b->modules[one->unit->order - 1] = b->mark;
	}
}

bool is_borne(const struct borne *b, const struct unit *u)
{
	/* a module whose id was taken is in no list and has no number */
	size_t m = u->module ? u->module->order - 1 : b->nmodules;

	return b->units[u->head.order - 1] == b->mark || (m < b->nmodules && b->modules[m] == b->mark);
}

void check_bearer(struct check *c)
{
	struct names l = { 0 };
	struct borne b;
	bool people = false;
	const char *s;

	if (!borne_begin(c, &b))
		return;
	EVERY(participant, p, c, "participant") {
		borne_by(&b, p);
		people = true;
	}
	if (!people)
		return;
	EACH(unit, u, c, "unit")
		if (!is_borne(&b, u))
			names_add(&l, u->head.id, u->head.place);
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("nobody bears these units, they begin by co-study, a course or a guest: %s"), s);
}

void check_capacity(struct check *c)
{
	int64_t minutes = 0;
	char sum[16], limit[16];

	EACH(unit, u, c, "unit")
		if (module_is(u->module, "invariant"))
			minutes += u->hours;
	EACH(programme, p, c, "programme")
		if (minutes > p->capacity)
			found(c, p->head.place, N_("the invariant modules take %s hours, the year has %s"),
			      hours_text(sum, minutes > INT32_MAX ? INT32_MAX : (int32_t)minutes),
			      hours_text(limit, p->capacity));
}

/* ---- links ---- */

static void check_address(struct check *c, struct place p, const char *url)
{
	if (url && strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0)
		found(c, p, N_("«%s» does not begin with https:// or http://"), quote(c->md, url));
	else if (url && strpbrk(url, " \"<>\\"))
		found(c, p, N_("«%s» holds what no address can hold"), quote(c->md, url));
}

static void check_resources(struct check *c, const struct list *l)
{
	list_each(struct resource, r, l)
		check_address(c, r->head.place, r->url);
}

void check_url(struct check *c)
{
	EACH(programme, p, c, "programme")
		check_resources(c, &p->resources);
	EACH(module, m, c, "module")
		check_resources(c, &m->resources);
	EACH(unit, u, c, "unit")
		check_resources(c, &u->resources);
	EACH(quantum, q, c, "quantum")
		list_each(struct media, m, &q->media)
			check_address(c, m->head.place, m->url);
	EACH(event, e, c, "event")
		check_address(c, e->head.place, e->link);
}
