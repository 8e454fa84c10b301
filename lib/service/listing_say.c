/* listing_say.c - what a school's list changed since it was read last, as entries; what a hand set since stays. */
#include <string.h>

#include "base/progress.h"
#include "service/listing.h"
#include "store/db.h"
#include "store/private.h"
#include "store/resolve.h"

static const char *const titles[SAYS] = {
	N_("school"), N_("post"), N_("subject"), N_("groups"), N_("bearer"), N_("choice"), N_("hours a year"), N_("hours a week"), N_("roles"),
	N_("curator"), N_("mentor"), N_("consent"), N_("consent for the network"), N_("consent for the public"),
};

static enum nsi_status say(struct listing *l, struct listed *r, const char *verb, int32_t day, const char *unit,
                           const char *data)
{
	struct nsi *n = l->n;
	struct said s = { .verb = nsi_verb(verb), .day = day, .person = { code_id(n, "person", r->code), r->code }, .data = data };

	if (unit)
		s.unit = (struct said_ref){ code_id(n, "unit", unit), unit };
	if (!s.person.id || (unit && !s.unit.id))
		return NSI_MACHINE;
	s.file = l->file;
	s.line = r->line;
	return entries_add(n, &l->say, &s);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* JSON as people read it in a detail. */
static const char *plain(struct listing *l, const char *json)
{
	char *out = arena_strdup(&l->n->scratch, json ? json : "—"), *p = out;

	if (json && !strcmp(json, "true"))
		return tr(l->n->lang, N_("yes"));
	for (const char *q = out; *q; q++)
		if (!strchr("[]\"\\", *q))
			*p++ = *q;
	if (!l->n->scratch.oom)
		*p = '\0';
	return out;
}

static void changed(struct listing *l, struct listed *r, enum says i, const char *from, const char *to)
{
	const char *one = arena_printf(&l->n->scratch, "%s: %s → %s", tr(l->n->lang, titles[i]), plain(l, from),
	                               plain(l, to));

	r->changes++;
	if (!r->new)
		r->detail = r->detail ? arena_printf(&l->n->scratch, "%s; %s", r->detail, one) : one;
}

/* ---- what stands now ------------------------------------------------------------------------------------ */

/* Codes that a statement gives, as a JSON list. */
static const char *codes_of(struct listing *l, enum sql which, int64_t person)
{
	sqlite3_stmt *s = db_get(l->n, which);
	enum nsi_status status = NSI_OK;
	const char *out = NULL;

	if (!s)
		return NULL;
	db_int(s, ":person", person);
	while (db_row(l->n, s, &status))
		out = out ? arena_printf(&l->n->scratch, "%s,\"%s\"", out, (const char *)sqlite3_column_text(s, 0))
			: arena_printf(&l->n->scratch, "[\"%s\"", (const char *)sqlite3_column_text(s, 0));
	return out ? arena_printf(&l->n->scratch, "%s]", out) : NULL;
}

static const char *set_now(struct listing *l, const char *key, int64_t person)
{
	sqlite3_stmt *s = db_get(l->n, SQL_USE_SETTING_NOW);
	enum nsi_status status = NSI_OK;
	const char *out = NULL;

	if (!s)
		return NULL;
	db_int(s, ":person", person);
	db_text(s, ":key", key);
	if (db_row(l->n, s, &status)) {
		out = db_string(l->n, s, 0);
		sqlite3_reset(s);
	}
	return out && strcmp(out, "null") != 0 && strcmp(out, "[]") != 0 ? out : NULL;
}

static const char *stands(struct listing *l, const struct known *k, enum says i)
{
	if (i == SAYS_POST)
		return k->post ? json_text(l->n, k->post) : NULL;
	if (i == SAYS_SUBJECT)
		return k->subject ? json_text(l->n, k->subject) : NULL;
	if (i == SAYS_GROUPS)
		return codes_of(l, SQL_USE_GROUPS_OF, k->id);
	if (i == SAYS_BEARER)
		return codes_of(l, SQL_USE_BORNE_BY, k->id);
	return set_now(l, says_keys[i], k->id);
}

/* What the last list said; KNOWN: did it say anything of this column? */
static void said_before(struct listing *l, const struct known *k, const char *v[SAYS], bool known[SAYS])
{
	sqlite3_stmt *s = k && k->says ? db_get(l->n, SQL_USE_SAYS_READ) : NULL;
	enum nsi_status status = NSI_OK;

	for (enum says i = 0; i < SAYS; i++) {
		v[i] = NULL;
		known[i] = false;
	}
	if (!s)
		return;
	db_text(s, ":says", k->says);
	while (db_row(l->n, s, &status))
		for (enum says i = 0; i < SAYS; i++)
			if (!strcmp((const char *)sqlite3_column_text(s, 0), says_keys[i])) {
				const char *value = db_string(l->n, s, 1);

				known[i] = true;
				v[i] = strcmp(value, "null") ? value : NULL;
			}
}

/* ---- the entries ------------------------------------------------------------------------------------------ */

static bool listed_in(const char *list, const char *id, size_t n)
{
	for (const char *p = list ? list : ""; (p = strstr(p, id)); p++)
		if (p[-1] == '"' && p[n] == '"')
			return true;
	return false;
}

/* Does LIST hold every id of OF? */
static bool lists_all(struct listing *l, const char *list, const char *of)
{
	size_t n;

	for (const char *p = of; p && (p = strchr(p, '"')); p += n + 2) {
		n = strcspn(p + 1, "\"");
		if (!listed_in(list, arena_strndup(&l->n->scratch, p + 1, n), n))
			return false;
	}
	return true;
}

/* The same said of I; what is a set has no order. */
static bool same_said(struct listing *l, enum says i, const char *a, const char *b)
{
	if (i != SAYS_GROUPS && i != SAYS_BEARER && i != SAYS_ROLES)
		return same(a, b);
	return lists_all(l, a, b) && lists_all(l, b, a);
}

/* Calls for each id of NOW that is not in WAS (ON), or the other way round. */
static enum nsi_status say_ids(struct listing *l, struct listed *r, enum says i, const char *of, const char *without,
                               bool on)
{
	enum nsi_status status = NSI_OK;
	size_t n;

	for (const char *p = of; p && (p = strchr(p, '"')) && !status; p += n + 2) {
		const char *id;

		n = strcspn(p + 1, "\"");
		id = arena_strndup(&l->n->scratch, p + 1, n);
		if (listed_in(without, id, n))
			continue;
		if (i == SAYS_GROUPS)
			status = say(l, r, "member", r->new ? l->start : l->n->today, NULL,
			             arena_printf(&l->n->scratch, on ? "{\"group\":\"%s\"}" : "{\"group\":\"%s\",\"off\":1}", id));
		else
			status = say(l, r, on ? "bear" : "unbear", on && r->new ? DAY_NONE : l->n->today, id, NULL);
	}
	return status;
}

static enum nsi_status say_consent(struct listing *l, struct listed *r, enum says i, const char *now)
{
	int32_t day = now && *now == '"' ? day_read_iso(now + 1, 10) : l->n->today;

	return say(l, r, "consent", day, NULL, arena_printf(&l->n->scratch, now ? "{\"scope\":\"%s\"}" : "{\"scope\":\"%s\",\"withdraw\":1}", says_keys[i]));
}

/* One column of one person that has changed from WAS; LOOSE: nothing is taken away that no list has given. */
static enum nsi_status say_change(struct listing *l, struct listed *r, enum says i, const char *was, bool loose)
{
	const char *now = r->says[i];
	enum nsi_status status;

	if (i == SAYS_POST || i == SAYS_SUBJECT)
		return NSI_OK;                     /* with the enrolment */
	if (i == SAYS_GROUPS || i == SAYS_BEARER) {
		status = say_ids(l, r, i, now, was, true);
		return status || loose ? status : say_ids(l, r, i, was, now, false);
	}
	if (i >= SAYS_INTERNAL)
		return say_consent(l, r, i, now);
	return say(l, r, "set", l->n->today, NULL, arena_printf(&l->n->scratch, "{\"key\":\"%s\",\"value\":%s}", says_keys[i],
	           now ? now : i == SAYS_CHOICE || i == SAYS_ROLES ? "[]" : "null"));
}

static enum nsi_status say_enrol(struct listing *l, struct listed *r, const char *post, const char *subject, bool name)
{
	struct arena *a = &l->n->scratch;
	const char *data = arena_printf(a, "{\"org\":%s", json_text(l->n, r->org)), *hash;

	if (post)
		data = arena_printf(a, "%s,\"post\":%s", data, post);
	if (subject)
		data = arena_printf(a, "%s,\"subject\":%s", data, subject);
	if (name) {
		hash = private_keep_name(l->n, &r->name);
		if (!hash)
			return NSI_MACHINE;
		data = arena_printf(a, "%s,\"name\":\"%s\"", data, hash);
	}
	return say(l, r, "enrol", r->new ? l->start : l->n->today, NULL, arena_printf(a, "%s}", data));
}

static enum nsi_status say_list(struct listing *l, struct listed *r, const char *const before[SAYS],
                                const bool known[SAYS])
{
	const char *says = "";

	for (enum says i = SAYS_POST; i < SAYS; i++) {
		const char *v = l->has[i] ? r->says[i] : before[i];

		if (l->has[i] || known[i])
			says = arena_printf(&l->n->scratch, "%s%s\"%s\":%s", says, *says ? "," : "{", says_keys[i], v ? v : "null");
	}
	says = *says ? arena_printf(&l->n->scratch, "%s}", says) : "{}";
	if (r->is && r->is->says && !strcmp(r->is->says, says))
		return NSI_OK;
	return say(l, r, "roster", l->n->today, NULL, arena_printf(&l->n->scratch, "{\"says\":%s}", says));
}

/* Does the list know the name better or otherwise than it is known? */
static bool new_name(const struct listed *r)
{
	if (!r->named || !r->is)
		return r->named;
	return !r->is->hash || !name_fits(&r->key, &r->is->key) || name_is_fuller(&r->name, &r->is->name);
}

/* Since the last list somebody said otherwise: by hand, and that stands whatever lists say. */
static bool set_by_hand(struct listing *l, struct listed *r, enum says i, const char *was, const char *now)
{
	const char *one;

	if (l->hand || !r->is || i == SAYS_GROUPS || i == SAYS_BEARER || i >= SAYS_INTERNAL ||
	    same_said(l, i, was, now))
		return false;
	one = arena_printf(&l->n->scratch, "%s: %s (%s)", tr(l->n->lang, titles[i]), plain(l, now),
	                   tr(l->n->lang, N_("set by hand")));
	r->detail = r->detail ? arena_printf(&l->n->scratch, "%s; %s", r->detail, one) : one;
	return true;
}

/* Is NOW what holds of whoever has nothing of his own? A list that we wrote says so of each. */
static bool is_usual(struct listing *l, enum says i, const char *now)
{
	sqlite3_stmt *s = i == SAYS_CAPACITY && now ? db_get(l->n, SQL_USE_CAPACITY_USUAL) : NULL;
	enum nsi_status status = NSI_OK;
	bool usual = false;

	if (!s)
		return false;
	db_common(l->n, s);
	if (db_row(l->n, s, &status)) {
		usual = !strcmp(now, arena_printf(&l->n->scratch, "%.10g", sqlite3_column_double(s, 0)));
		sqlite3_reset(s);
	}
	return usual;
}

/* Which columns have changed from what; the details of that. */
static void compare(struct listing *l, struct listed *r, const char *const before[SAYS], const bool known[SAYS],
                    const char *was[SAYS], bool differs[SAYS])
{
	for (enum says i = SAYS_POST; i < SAYS; i++) {
		differs[i] = false;
		if (!l->has[i] || (!known[i] && !r->says[i] && !l->hand))
			continue;
		was[i] = !r->is ? NULL : known[i] ? before[i] : stands(l, r->is, i);
		differs[i] = !same_said(l, i, was[i], r->says[i]);
		if (differs[i] && known[i] && !same_said(l, i, r->says[i], stands(l, r->is, i)) &&
		    set_by_hand(l, r, i, was[i], stands(l, r->is, i)))
			differs[i] = false;
		if (differs[i] && r->is && !was[i] && !l->hand && is_usual(l, i, r->says[i])) {
			r->says[i] = NULL;
			differs[i] = false;
		}
		if (differs[i])
			changed(l, r, i, was[i], r->says[i]);
	}
}

static enum nsi_status say_row(struct listing *l, struct listed *r)
{
	const char *before[SAYS], *was[SAYS] = { NULL };
	const char *post = r->is && r->is->post ? json_text(l->n, r->is->post) : NULL;
	const char *subject = r->is && r->is->subject ? json_text(l->n, r->is->subject) : NULL;
	bool known[SAYS], differs[SAYS] = { false }, name = new_name(r);
	enum nsi_status status = NSI_OK;

	said_before(l, l->hand ? NULL : r->is, before, known);
	compare(l, r, before, known, was, differs);
	if (name && !r->new) {
		r->changes++;
		r->detail = r->detail ? arena_printf(&l->n->scratch, "%s; %s", tr(l->n->lang, N_("name")), r->detail)
		                      : tr(l->n->lang, N_("name"));
	}
	if (r->new || name || differs[SAYS_POST] || differs[SAYS_SUBJECT])
		status = say_enrol(l, r, differs[SAYS_POST] ? r->says[SAYS_POST] : post,
		                   differs[SAYS_SUBJECT] ? r->says[SAYS_SUBJECT] : subject, name);
	for (enum says i = SAYS_POST; i < SAYS && !status; i++)
		if (differs[i])
			status = say_change(l, r, i, was[i], !known[i] && !l->hand);
	return status || l->hand ? status : say_list(l, r, before, known);
}

enum nsi_status listing_say(struct listing *l)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < l->nv && !status; i++) {
		progress_at(&l->n->messages, N_("comparing the list with who is here"), (int64_t)i, (int64_t)l->nv);
		if (!l->v[i].wrong && !l->v[i].left)
			status = say_row(l, &l->v[i]);
	}
	return status;
}
