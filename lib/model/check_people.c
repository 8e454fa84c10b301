/* check_people.c - checks of organisations, participants, groups and quanta. */
#include <errno.h>
#include <string.h>

#include "model/check.h"

enum { COMBINED_MIN = 4, COMBINED_MAX = 12 };

/* ---- organisations ---- */

void check_host(struct check *c)
{
	EACH(org, o, c, "org") {
		const struct org *host = (const struct org *)o->hosted_by;

		if (host == o)
			found(c, o->head.place, N_("«%s» hosts itself"), o->head.id);
		else if (host && host->hosted_by)
			found(c, o->head.place, N_("«%s» is hosted by «%s», which is hosted itself"), o->head.id,
			      host->head.id);
	}
}

/* Zones already asked for: there are few, and each costs a file. */
struct zones { const char *name[32]; bool ok[32]; size_t n; };

static void check_one_zone(struct check *c, struct zones *z, const struct head *h, const char *zone)
{
	size_t i = 0;

	if (!zone)
		return;
	while (i < z->n && strcmp(z->name[i], zone) != 0)
		i++;
	if (i == z->n) {
		if (z->n < 32)
			z->n++;
		else
			i = 31;
		z->name[i] = zone;
		z->ok[i] = zone_error(zone) != ENOENT;     /* what cannot be read now is no fault of who wrote it */
	}
	if (!z->ok[i])
		found(c, h->place, N_("«%s»: there is no time zone «%s» (Asia/Krasnoyarsk is one)"), h->id,
		      quote(c->md, zone));
}

void check_zone(struct check *c)
{
	struct zones z = { 0 };

	EACH(org, o, c, "org")
		check_one_zone(c, &z, &o->head, o->zone);
	EACH(calendar, k, c, "calendar")
		check_one_zone(c, &z, &k->head, k->zone);
	EACH(event, e, c, "event")
		check_one_zone(c, &z, &e->head, e->zone);
}

/* ---- participants and groups ---- */

void check_person(struct check *c)
{
	EACH(participant, p, c, "participant") {
		if (p->curator && !strcmp(p->curator->id, p->head.id))
			found(c, p->head.place, N_("«%s» is his own curator"), p->head.id);
		if (p->mentor && !strcmp(p->mentor->id, p->head.id))
			found(c, p->head.place, N_("«%s» is his own mentor"), p->head.id);
	}
}

/* A few words may mean everybody and everything: that is said before each of it becomes an entry. */
void check_borne(struct check *c)
{
	size_t all = 0;

	EACH(participant, p, c, "participant") {
		size_t before = all;

		for (size_t i = 0; i < p->bearer.n; i++) {
			const struct head *h = ((const struct bearing *)p->bearer.v)[i].unit;

			all += h && h->object == &module_object ? ((const struct module *)h)->units.n : 1;
		}
		if (all > MOST_BORNE && before <= MOST_BORNE)
			found(c, p->head.place,
			      N_("up to «%s» people bear more than %d units: load them in several files"), p->head.id,
			      MOST_BORNE);
	}
}

static bool is_lasting(const struct head *group)
{
	const char *kind = ((const struct group *)group)->kind;

	return kind && (!strcmp(kind, "permanent") || !strcmp(kind, "creative"));
}

static const struct head *lasting_group(const struct participant *p)
{
	list_refs(struct head, g, &p->groups)
		if (is_lasting(g))
			return g;
	return NULL;
}

/* From different schools, or from different permanent groups? */
static bool is_mixed(struct check *c, const struct group *g)
{
	const struct head *org = NULL, *group = NULL;

	list_refs(struct head, h, &g->members) {
		const struct participant *p = unpack(c->md, h, c->whole);
		const struct head *own = p ? lasting_group(p) : NULL;

		if (!p)
			return true;
		if (org && p->org && p->org != org)
			return true;
		if (group && own && own != group)
			return true;
		org = p->org ? p->org : org;
		group = own ? own : group;
	}
	return false;
}

static bool wrong_size(struct check *c, const struct group *g)
{
	(void)c;
	return g->members.n < COMBINED_MIN || g->members.n > COMBINED_MAX;
}

static bool not_mixed(struct check *c, const struct group *g)
{
	return g->members.n > 1 && !is_mixed(c, g);
}

static bool no_leader(struct check *c, const struct group *g)
{
	(void)c;
	return !g->leader;
}

static bool no_units(struct check *c, const struct group *g)
{
	(void)c;
	return !g->units.n;
}

static bool no_span(struct check *c, const struct group *g)
{
	(void)c;
	return g->from == DAY_NONE || g->to == DAY_NONE;
}

void check_combined(struct check *c)
{
	static const struct { bool (*is)(struct check *, const struct group *); const char *text; } lacks[] = {
		{ wrong_size, N_("combined groups of 4 to 12 people work best, not so: %s") },
		{ not_mixed, N_("not combined, all members are of one school and one permanent group: %s") },
		{ no_leader, N_("combined groups without a leader: %s") },
		{ no_units, N_("combined groups without units for which they meet: %s") },
		{ no_span, N_("combined groups without a span, from and to: %s") },
	};

	for (size_t i = 0; i < sizeof(lacks) / sizeof(*lacks) && !c->md->left_out; i++) {
		struct names l = { 0 };
		const char *s;

		EACH(group, g, c, "group")
			if (!strcmp(g->kind, "combined") && lacks[i].is(c, g))
				names_add(&l, g->head.id, g->head.place);
		s = names_done(c, &l);
		if (l.n)
			found(c, l.place, lacks[i].text, s);
	}
}

void check_launch(struct check *c)
{
	struct borne b;

	if (c->md->left_out || !borne_begin(c, &b))
		return;
	EACH(group, g, c, "group") {
		struct names l = { 0 };
		bool asked = false;        /* what those bear is not known here */
		const char *s;

		if (strcmp(g->kind, "combined") != 0 || !g->members.n)
			continue;
		borne_clear(&b);
		list_refs(struct head, h, &g->members) {
			const struct participant *p = unpack(c->md, h, c->whole);

			if (p)
				borne_by(&b, p);
			asked |= h->flags & HEAD_ASKED;
		}
		list_refs(struct unit, u, &g->units)
			if (!asked && !is_borne(&b, u))
				names_add(&l, u->head.id, g->head.place);
		s = names_done(c, &l);
		if (l.n)
			found(c, l.place,
			      N_("nobody in «%s» bears these units, a guest or co-study launches them: %s"),
			      g->head.id, s);
	}
}

/* ---- quanta ---- */

void check_quantum(struct check *c)
{
	EACH(quantum, q, c, "quantum") {
		const struct quantum *of = (const struct quantum *)q->variant_of;

		if (of == q)
			found(c, q->head.place, N_("«%s» is a variant of itself"), q->head.id);
		if (strcmp(q->kind, "lesson") != 0 && (q->grades || q->subject || q->class_size))
			found(c, q->head.place,
			      N_("«%s» is no lesson: grades, subject and class_size do not belong to it"),
			      q->head.id);
	}
}

void check_media(struct check *c)
{
	struct names l = { 0 };
	const char *s;

	EACH(quantum, q, c, "quantum") {
		bool all = true;

		list_each(struct media, m, &q->media)
			all &= m->consent;
		if (!all)
			names_add(&l, q->head.id, q->head.place);
	}
	s = names_done(c, &l);
	if (l.n)
		found(c, l.place, N_("recordings without «consent: true» of those who are seen: %s"), s);
}
