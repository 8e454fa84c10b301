/* roster.c - the difference of two rosters as entries: enrolment, bearers, groups, choice and the rest. */
#include <string.h>

#include "model/calendar.h"
#include "model/people.h"
#include "model/programme.h"
#include "service/load.h"
#include "service/ties.h"
#include "store/db.h"
#include "store/resolve.h"

enum nsi_status entries_add(struct nsi *n, struct entries *e, const struct said *s)
{
	struct said *v = arena_grow(&n->scratch, e->v, &e->cap, e->n + 1, sizeof(*v));

	if (!v)
		return NSI_MEMORY;
	e->v = v;
	v[e->n++] = *s;
	return NSI_OK;
}

struct roster {
	struct nsi *n;
	const struct model *was, *is;
	struct entries *say;
	int32_t start;                     /* enrolment holds from then */
	struct ties ties;                  /* who is, or was, in which group */
};

static struct said_ref ref(struct nsi *n, const char *kind, const char *code)
{
	return (struct said_ref){ code_id(n, kind, code), code };
}

static enum nsi_status say(struct roster *r, const char *verb, const char *person, const char *unit, int32_t day,
                           const char *data)
{
	struct said s = { .verb = nsi_verb(verb), .day = day, .person = ref(r->n, "person", person), .data = data };

	if (unit)
		s.unit = ref(r->n, "unit", unit);
	if (!s.person.id || (unit && !s.unit.id))
		return NSI_MACHINE;
	return entries_add(r->n, r->say, &s);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* ---- enrolment -------------------------------------------------------------------------------------------- */

static const char *enrol_data(struct roster *r, const struct participant *p)
{
	struct buf b = { 0 };
	const char *out;

	buf_puts(&b, "{\"org\":");
	buf_json(&b, p->org->id);
	if (p->post) {
		buf_puts(&b, ",\"post\":");
		buf_json(&b, p->post);
	}
	if (p->subject) {
		buf_puts(&b, ",\"subject\":");
		buf_json(&b, p->subject);
	}
	buf_putc(&b, '}');
	out = arena_strndup(&r->n->scratch, b.s ? b.s : "", b.n);
	r->n->scratch.oom |= b.oom;
	buf_free(&b);
	return out;
}

static bool true_of(struct roster *r, enum sql which, const char *person)
{
	sqlite3_stmt *s = db_get(r->n, which);

	if (!s)
		return false;
	db_text(s, ":code", person);
	return db_value(r->n, s, 0);
}

static enum nsi_status say_enrol(struct roster *r, const struct participant *was, const struct participant *is)
{
	if (was && same(was->org->id, is->org->id) && same(was->post, is->post) && same(was->subject, is->subject))
		return NSI_OK;
	if (!was && true_of(r, SQL_USE_ENROLLED_EVER, is->head.id))
		return NSI_OK;                     /* a hand did it */
	return say(r, "enrol", is->head.id, NULL, was ? r->n->today : r->start, enrol_data(r, is));
}

/* ---- bearers -------------------------------------------------------------------------------------------------- */

/* Calls DO for each unit that P bears; a module stands for its units. */
struct borne { const char *unit; int32_t since; };
static size_t borne(struct roster *r, const struct participant *p, struct borne **out)
{
	const struct bearing *b = p ? p->bearer.v : NULL;
	size_t count = 0, cap = 0;

	*out = NULL;
	for (size_t i = 0; p && i < p->bearer.n; i++) {
		const struct module *m = b[i].unit->object == &module_object ? (const struct module *)b[i].unit : NULL;
		size_t k = m ? m->units.n : 1;
		struct borne *v = arena_grow(&r->n->scratch, *out, &cap, count + k, sizeof(*v));

		if (!v)
			return 0;
		*out = v;
		for (size_t u = 0; u < k; u++)
			v[count++] = (struct borne){ m ? ((const struct head *const *)m->units.v)[u]->id : b[i].unit->id, b[i].since };
	}
	return count;
}

static const struct borne *bears(const struct borne *v, size_t n, const char *unit)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(v[i].unit, unit))
			return &v[i];
	return NULL;
}

static enum nsi_status say_bearer(struct roster *r, const struct participant *was, const struct participant *is)
{
	struct borne *old, *now;
	size_t nold = borne(r, was, &old), nnow = borne(r, is, &now);
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < nnow && !status; i++) {
		const struct borne *b = bears(old, nold, now[i].unit);

		if (b && b->since == now[i].since)
			continue;
		status = say(r, "bear", is->head.id, now[i].unit,
		             now[i].since != DAY_NONE ? now[i].since : was ? r->n->today : DAY_NONE, NULL);
	}
	for (size_t i = 0; i < nold && !status; i++)
		if (!bears(now, nnow, old[i].unit))
			status = say(r, "unbear", is->head.id, old[i].unit, r->n->today, NULL);
	return status;
}

/* ---- what is set ------------------------------------------------------------------------------------------------ */

static const char *json_ids(struct roster *r, const struct list *l, bool refs)
{
	struct buf b = { 0 };
	const char *out;

	buf_putc(&b, '[');
	for (size_t i = 0; l && i < l->n; i++) {
		if (i)
			buf_putc(&b, ',');
		buf_json(&b, refs ? ((const struct head *const *)l->v)[i]->id : ((const char *const *)l->v)[i]);
	}
	buf_putc(&b, ']');
	out = arena_strndup(&r->n->scratch, b.s ? b.s : "", b.n);
	r->n->scratch.oom |= b.oom;
	buf_free(&b);
	return out;
}

static const char *json_hours(struct roster *r, int32_t minutes)
{
	if (!minutes)
		return "null";
	return minutes % 60 ? arena_printf(&r->n->scratch, "%d.%02d", minutes / 60, minutes % 60 * 100 / 60)
		: arena_printf(&r->n->scratch, "%d", minutes / 60);
}

static const char *json_head(struct roster *r, const struct head *h)
{
	return h ? arena_printf(&r->n->scratch, "\"%s\"", h->id) : "null";
}

enum { TRAITS = 6 };

static void traits(struct roster *r, const struct participant *p, const char *v[TRAITS])
{
	static const struct participant none;

	if (!p)
		p = &none;
	v[0] = json_ids(r, &p->choice, true);
	v[1] = json_hours(r, p->capacity);
	v[2] = json_hours(r, p->hours_week);
	v[3] = json_ids(r, &p->roles, false);
	v[4] = json_head(r, p->curator);
	v[5] = json_head(r, p->mentor);
}

static enum nsi_status say_traits(struct roster *r, const struct participant *was, const struct participant *is)
{
	static const char *const keys[TRAITS] = { "choice", "capacity", "hours_week", "roles", "curator", "mentor" };
	const char *old[TRAITS], *now[TRAITS];
	enum nsi_status status = NSI_OK;

	traits(r, was, old);
	traits(r, is, now);
	for (size_t i = 0; i < TRAITS && !status; i++)
		if (strcmp(old[i], now[i]))
			status = say(r, "set", is->head.id, NULL, r->n->today,
			             arena_printf(&r->n->scratch, "{\"key\":\"%s\",\"value\":%s}", keys[i], now[i]));
	return status;
}

/* ---- groups -------------------------------------------------------------------------------------------------------- */

static bool listed(const struct list *l, const char *id)
{
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(((const struct head *const *)l->v)[i]->id, id))
			return true;
	return false;
}

/* Nobody joins or leaves what was dissolved since. */
static bool is_dissolved(struct roster *r, const char *group)
{
	sqlite3_stmt *s = db_get(r->n, SQL_USE_GROUP_CLOSED);

	if (!s)
		return false;
	db_int(s, ":group", code_id(r->n, "group", group));
	return db_value(r->n, s, DAY_NONE) != DAY_NONE;
}

static enum nsi_status say_member(struct roster *r, const char *person, const char *group, bool on, int32_t day)
{
	if (is_dissolved(r, group))
		return NSI_OK;
	return say(r, "member", person, NULL, day,
	           arena_printf(&r->n->scratch, on ? "{\"group\":\"%s\"}" : "{\"group\":\"%s\",\"off\":1}", group));
}

static enum nsi_status say_groups(struct roster *r, const struct participant *is)
{
	bool known = model_find(r->was, "participant", is->head.id);
	enum nsi_status status = NSI_OK;

	for (size_t i = ties_first(&r->ties, is->head.id);
	     i < r->ties.n && !status && !strcmp(r->ties.v[i].person, is->head.id); i++) {
		const struct tie *t = &r->ties.v[i];

		if (t->was != t->is)
			status = say_member(r, is->head.id, t->group->id, t->is,
			                    t->was || known ? r->n->today : r->start);
	}
	return status;
}

/* Somebody whom the files hold no more stays where he is, unless a group says who is in it. */
static enum nsi_status say_unlisted(struct roster *r, const char *person)
{
	const struct head *const *g;
	size_t k = model_list(r->is, "group", &g);
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < k && !status; i++) {
		const struct group *was = (const struct group *)model_find(r->was, "group", g[i]->id);

		if (was && listed(&was->members, person) && !listed(&((const struct group *)g[i])->members, person))
			status = say_member(r, person, g[i]->id, false, r->n->today);
	}
	return status;
}

static bool is_member(struct roster *r, const char *person, const char *group)
{
	sqlite3_stmt *s = db_get(r->n, SQL_USE_GROUPS_OF);
	enum nsi_status status = NSI_OK;
	bool found = false;

	if (!s)
		return false;
	db_int(s, ":person", code_id(r->n, "person", person));
	while (db_row(r->n, s, &status))
		found |= !strcmp((const char *)sqlite3_column_text(s, 0), group);
	return found;
}

/* Members of A's groups whom only the school's list knows and who are not in B's. */
static enum nsi_status say_asked(struct roster *r, const struct model *a, const struct model *b, bool on)
{
	const struct head *const *g;
	size_t k = model_list(a, "group", &g);
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < k && !status; i++) {
		const struct group *other = (const struct group *)model_find(b, "group", g[i]->id);

		list_refs(struct head, p, &((const struct group *)g[i])->members)
			if (p->flags & HEAD_ASKED && !status && (on || other) && !(other && listed(&other->members, p->id)) &&
			    is_member(r, p->id, g[i]->id) != on)
				status = say_member(r, p->id, g[i]->id, on, on && !other ? r->start : r->n->today);
	}
	return status;
}

/* ---- the whole ----------------------------------------------------------------------------------------------------------- */

/* The start of the teachers' year that holds today; today when none does. */
static int32_t first_day(struct nsi *n, const struct model *md)
{
	const struct head *const *v;
	size_t k = model_list(md, "calendar", &v);
	const struct calendar *best = NULL;

	for (size_t i = 0; i < k; i++) {
		const struct calendar *c = (const struct calendar *)v[i];

		if (c->teachers && listed(&c->orgs, n->org) && c->teachers->to >= n->today &&
		    (!best || c->teachers->to < best->teachers->to))
			best = c;
	}
	return best && best->teachers->from < n->today ? best->teachers->from : n->today;
}

enum nsi_status roster_say(struct nsi *n, const struct model *md, struct entries *out)
{
	struct roster r = { .n = n, .is = md, .say = out };
	struct messages quiet = { .lang = n->lang };       /* what was loaded was judged when it was */
	struct model *was = model_here(n, &quiet);
	const struct head *const *v;
	size_t k = model_list(md, "participant", &v);
	enum nsi_status status = was ? NSI_OK : NSI_MEMORY;

	if (!status && n->programme)
		status = edition_read(n, was, n->programme);
	if (!status && n->rest)
		status = edition_read(n, was, n->rest);
	if (!status && model_finish(was) == NSI_MEMORY)
		status = NSI_MEMORY;
	r.was = was;
	r.start = first_day(n, md);
	if (!status)
		status = ties_read(n, &r.ties, was, md);
	for (size_t i = 0; i < k && !status; i++) {
		const struct participant *is = (const struct participant *)v[i];
		const struct participant *old = (const struct participant *)model_find(was, "participant", is->head.id);

		if (true_of(&r, SQL_USE_HAS_LEFT, is->head.id))
			continue;                  /* a roster brings nobody back */
		status = say_enrol(&r, old, is);
		if (!status)
			status = say_bearer(&r, old, is);
		if (!status)
			status = say_traits(&r, old, is);
		if (!status)
			status = say_groups(&r, is);
	}
	k = status ? 0 : model_list(was, "participant", &v);
	for (size_t i = 0; i < k && !status; i++)
		if (!model_find(md, "participant", v[i]->id))
			status = say_unlisted(&r, v[i]->id);
	if (!status)
		status = say_asked(&r, md, was, true);
	if (!status)
		status = say_asked(&r, was, md, false);
	messages_free(&quiet);
	return status;
}
