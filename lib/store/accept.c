/* accept.c - the acceptor: every thing said passes it, from a shell, a sheet or a load. */
#include "store/accept.h"

#include <string.h>

#include "base/word.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/legend.h"
#include "store/lookup.h"
#include "store/names.h"
#include "store/private.h"
#include "store/request.h"
#include "store/resolve.h"

void draft_begin(struct draft *d, const struct nsi_verb *v)
{
	*d = (struct draft){ .verb = v, .said = { .verb = v, .day = DAY_NONE } };
}

const char *draft_json(struct nsi *n, struct arena *a, const char *s)
{
	struct buf b = { 0 };
	const char *out;

	buf_json(&b, s);
	out = b.oom ? NULL : arena_strndup(a, b.s, b.n);
	if (!out)
		n->scratch.oom = true;
	buf_free(&b);
	return out ? out : "null";
}

/* ---- values ---------------------------------------------------------------------------------------- */

/* VALUE behind what field I has as a JSON list. */
static void list_put(struct nsi *n, struct arena *a, struct draft *d, size_t i, const char *value)
{
	const char *code = draft_json(n, a, value), *was = d->data[i];

	d->data[i] = was ? arena_printf(a, "%.*s,%s]", (int)strlen(was) - 1, was, code) : arena_printf(a, "[%s]", code);
}

static enum nsi_status set_person(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	bool checker = f->at == (int)offsetof(struct said, checker);
	struct said_ref *ref;
	struct looked_up *e;
	enum nsi_status status = look_up(n, checker ? LOOK_CHECKER : LOOK_PERSON, value, &e);
	size_t i = (size_t)(f - d->verb->fields);

	if (status)
		return status;
	if (f->at < 0) {
		if (f->flags & NSI_MANY)
			list_put(n, a, d, i, e->ref.code);
		else
			d->data[i] = draft_json(n, a, e->ref.code);
		return NSI_OK;
	}
	ref = (struct said_ref *)(void *)((char *)&d->said + f->at);
	if (checker && ref->id) {
		if (d->second)
			return fail(&n->messages, NSI_DATA, N_("more than two checkers"));
		d->second = e->ref.code;
		return NSI_OK;
	}
	*ref = e->ref;
	if (f->at == (int)offsetof(struct said, person))
		d->year = e->year;
	return NSI_OK;
}

static bool word_among(const char *words, const char *value)
{
	size_t len = strlen(value);

	for (const char *w = words; len && *w; w += strcspn(w, " "), w += *w == ' ')
		if (strcspn(w, " ") == len && !memcmp(w, value, len))
			return true;
	return false;
}

/* A state by the word that the legend has for it, as lists show it. */
static const char *state_word(struct nsi *n, struct arena *a, const struct nsi_field *f, const char *value)
{
	struct arena_mark m = arena_mark(&n->scratch);
	const char *state = strcmp(f->key, "state") ? NULL : legend_state(n, value), *word = state ? word_find(a, f->words, state) : NULL;

	if (a != &n->scratch)
		arena_release(&n->scratch, m);     /* a file may have a million of them */
	return word;
}

static enum nsi_status set_word(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	const char *word = word_among(f->words, value) ? value : word_find(a, f->words, value);
	char name[16];
	size_t len;

	if (!word)
		word = state_word(n, a, f, value);
	if (!word)
		return fail(&n->messages, NSI_DATA, N_("%s \"%s\" is none of: %s"), tr(n->lang, f->key), value, word_list(&n->scratch, n->lang, f->words));
	if (!d->verb->stands || strcmp(f->key, "state")) {
		d->data[f - d->verb->fields] = draft_json(n, a, word);
		return NSI_OK;
	}
	for (const char *p = d->verb->stands; *p; p += strcspn(p, " "), p += *p == ' ') {
		len = strcspn(p, "= ");
		if (p[len] != '=' || strlen(word) != len || memcmp(p, word, len))
			continue;
		p += len + 1;
		len = strcspn(p, " ");
		if (len >= sizeof(name))
			break;
		memcpy(name, p, len);
		name[len] = '\0';
		d->picked = nsi_verb(name);
	}
	return NSI_OK;
}

/* The day of the fact, or another one in the data. */
static enum nsi_status set_day(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	struct looked_up *e;
	enum nsi_status status = look_up(n, f->flags & NSI_FIRST ? LOOK_SINCE : LOOK_DAY, value, &e);
	char iso[11];

	if (status)
		return status;
	if (f->at >= 0) {
		d->dated = true;
		d->said.day = e->day;
	} else {
		d->data[f - d->verb->fields] = draft_json(n, a, day_iso(iso, e->day));
	}
	return NSI_OK;
}

static enum nsi_status set_thing(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	int64_t id;
	enum nsi_status status = resolve_thing(n, f->type == NSI_T_ORG ? "org" : "group", value, &id);

	d->data[f - d->verb->fields] = draft_json(n, a, status ? "" : code_text(n, id));
	return status;
}

static enum nsi_status set_unit(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	struct looked_up *e;
	enum nsi_status status = look_up(n, LOOK_UNIT, value, &e);

	if (status)
		return status;
	if (f->at < 0) {
		list_put(n, a, d, (size_t)(f - d->verb->fields), e->unit.code);
		return NSI_OK;
	}
	d->said.unit = e->unit;
	d->said.part = e->ref;
	return NSI_OK;
}

/* An id of the definitions, one of several. */
static enum nsi_status set_id(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	int64_t id;
	enum nsi_status status = resolve_thing(n, f->key, value, &id);

	if (!status)
		list_put(n, a, d, (size_t)(f - d->verb->fields), code_text(n, id));
	return status;
}

/* What is offered may be ids, which everybody may read. */
static bool set_offered(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	const struct nsi_field *ids = strcmp(f->key, "offer") ? NULL : field_of(d->verb, "offered");
	const char *list = ids ? request_offered(n, value) : NULL;

	if (list)
		d->data[ids - d->verb->fields] = arena_strdup(a, list);
	return list;
}

static enum nsi_status set_session(struct nsi *n, struct draft *d, const char *value)
{
	struct looked_up *e;
	enum nsi_status status;

	if (!code_ok(value))
		return fail(&n->messages, NSI_DATA, N_("\"%s\" is no session: a code without blanks, as all@2026-10-02"), value);
	status = look_up(n, LOOK_SESSION, value, &e);
	if (status)
		return status;
	d->said.session = e->ref;
	if (!d->dated && !strcmp(d->verb->name, "pass") && e->day != DAY_NONE && e->day <= n->today)
		d->said.day = e->day;              /* it was shown there and then */
	return NSI_OK;
}

static enum nsi_status set_quantum(struct nsi *n, struct draft *d, const char *value)
{
	struct looked_up *e;
	enum nsi_status status = look_up(n, LOOK_QUANTUM, value, &e);

	if (!status)
		d->said.quantum = e->ref;
	return status;
}

static enum nsi_status set_year(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	int year;
	enum nsi_status status = resolve_year(n, value, &year);

	d->data[f - d->verb->fields] = arena_printf(a, "%d", year);
	return status;
}

/* Free text, and ids that are given as one: what is secret goes to the private file, its hash stays here. */
static enum nsi_status set_text(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	enum nsi_status status;
	const char *name;

	if (!value[strspn(value, " \t\r\n")] || set_offered(n, a, d, f, value))
		return NSI_OK;                     /* nothing was said, or ids */
	if (f->type == NSI_T_ID && f->flags & NSI_MANY)
		return set_id(n, a, d, f, value);
	status = text_given(n, a, &value);
	if (status)
		return status;
	if (f->flags & NSI_SECRET) {
		value = private_keep(n, value);
		if (!value)
			return NSI_MACHINE;
	}
	if (!strcmp(f->key, "theme") && (name = names_in(n, value)))
		warn(&n->messages, N_("%s says \"%s\", and everybody may read that: is it a surname?"), f->key, name);
	d->data[f - d->verb->fields] = draft_json(n, a, value);
	return NSI_OK;
}

enum nsi_status draft_set(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *value)
{
	switch (f->type) {
	case NSI_T_PERSON:
		return set_person(n, a, d, f, value);
	case NSI_T_UNIT:
		return set_unit(n, a, d, f, value);
	case NSI_T_REQUEST:
		return request_find(n, value, &d->said);
	case NSI_T_QUANTUM:
		return set_quantum(n, d, value);
	case NSI_T_DAY:
		return set_day(n, a, d, f, value);
	case NSI_T_ORG:
	case NSI_T_GROUP:
		return set_thing(n, a, d, f, value);
	case NSI_T_WORD:
		return set_word(n, a, d, f, value);
	case NSI_T_YEAR:
		return set_year(n, a, d, f, value);
	case NSI_T_SESSION:
		return set_session(n, d, value);
	case NSI_T_JSON:
		d->data[f - d->verb->fields] = value;
		return NSI_OK;
	case NSI_T_FLAG:
		d->data[f - d->verb->fields] = "1";
		return NSI_OK;
	default:
		return set_text(n, a, d, f, value);
	}
}

/* ---- the end ------------------------------------------------------------------------------------------ */

/* What stands where a field must be there: a group asks, ids are offered. */
static const struct nsi_field *stand_in(const struct nsi_verb *v, const struct nsi_field *f)
{
	if (!strcmp(v->name, "request") && !strcmp(f->key, "person"))
		return field_of(v, "group");
	return !strcmp(f->key, "offer") ? field_of(v, "offered") : NULL;
}

enum nsi_status draft_written(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f, const char *text)
{
	static const char blank[] = " \t\r\n";
	static const char *const dashes[] = { "-", "–", "—" };
	size_t len;

	text += strspn(text, blank);
	for (len = strlen(text); len && strchr(blank, text[len - 1]);)
		len--;
	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++)
		if (strlen(dashes[i]) == len && !memcmp(dashes[i], text, len)) {
			d->data[f - d->verb->fields] = "null";
			return NSI_OK;
		}
	return draft_set(n, a, d, f, arena_strndup(a, text, len));
}

bool draft_given(const struct draft *d, const struct nsi_field *f)
{
	const struct nsi_field *other = stand_in(d->verb, f);

	if (other && d->data[other - d->verb->fields])
		return true;
	if (f->type == NSI_T_REQUEST)
		return d->said.about;
	if (f->at == (int)offsetof(struct said, day))
		return d->dated;
	if (f->at >= 0)
		return ((const struct said_ref *)(const void *)((const char *)&d->said + f->at))->id;
	return d->data[f - d->verb->fields] || (d->verb->stands && !strcmp(f->key, "state") && d->picked);
}

/* A list of people said for each of them, as --beside, means the others. */
static enum nsi_status without_oneself(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f)
{
	const char **data = &d->data[f - d->verb->fields], *own = draft_json(n, a, d->said.person.code), *at = *data;
	size_t len = strlen(own);

	while ((at = strstr(at, own))) {
		const char *rest = at + len + (at[len] == ',');
		size_t before = (size_t)(at - *data) - (at[len] == ']' && at[-1] == ',');

		*data = arena_printf(a, "%.*s%s", (int)before, *data, rest);
		at = *data + before;
	}
	if (strcmp(*data, "[]"))
		return NSI_OK;
	return fail(&n->messages, NSI_DATA, N_("%s is not beside himself"), person_shown(n, d->said.person.id));
}

enum nsi_status draft_end(struct nsi *n, struct arena *a, struct draft *d, struct said *out)
{
	struct buf b = { 0 };
	enum nsi_status status;

	for (const struct nsi_field *f = d->verb->fields; f->key; f++)
		if (f->flags & NSI_MUST && !draft_given(d, f))
			return fail(&n->messages, NSI_DATA, N_("\"%s\" is missing (%s)"), f->key, tr(n->lang, f->help));
	status = draft_fill(n, a, d);
	if (status)
		return status;
	d->said.verb = d->picked ? d->picked : d->verb;
	for (const struct nsi_field *f = d->verb->fields; f->key && !status; f++)
		if (f->type == NSI_T_PERSON && f->flags & NSI_MANY && f->at < 0 && d->data[f - d->verb->fields])
			status = without_oneself(n, a, d, f);
	if (status)
		return status;
	for (const struct nsi_field *f = d->verb->fields; f->key; f++)
		if (d->data[f - d->verb->fields])
			buf_printf(&b, "%s\"%s\":%s", b.n ? "," : "{", f->key, d->data[f - d->verb->fields]);
	if (d->second)
		buf_printf(&b, "%s\"second\":%s", b.n ? "," : "{", draft_json(n, a, d->second));
	if (b.n)
		buf_putc(&b, '}');
	*out = d->said;
	out->data = b.n ? arena_strndup(a, b.s, b.n) : NULL;
	if (b.oom)
		n->scratch.oom = true;
	buf_free(&b);
	return NSI_OK;
}

enum nsi_status draft_args(struct nsi *n, struct draft *d, const struct nsi_arg *v, size_t count)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < count && !status; i++) {
		const struct nsi_field *f = v[i].value ? field_of(d->verb, v[i].key) : NULL;

		if (f)
			status = draft_set(n, &n->scratch, d, f, v[i].value);
	}
	return status;
}

enum nsi_status draft_of(struct nsi *n, const char *verb, const struct nsi_arg *v, size_t count, struct said *out)
{
	struct draft d;
	enum nsi_status status;

	draft_begin(&d, nsi_verb(verb));
	status = draft_args(n, &d, v, count);
	return status ? status : draft_end(n, &n->scratch, &d, out);
}
