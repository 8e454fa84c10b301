/* say.c - saying from a command: one thing for each person, as one act. */
#include <string.h>

#include "base/buf.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/reader.h"
#include "store/request.h"
#include "store/resolve.h"

/* ---- who ------------------------------------------------------------------------------------------ */

static const char *state_now(struct nsi *n, int64_t person, int year, bool *ordered, bool *chosen)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_IOP_STATE_NOW);
	enum nsi_status status = NSI_OK;
	const char *state = NULL;

	if (!s)
		return NULL;
	db_int(s, ":person", person);
	db_int(s, ":year", year);
	if (db_row(n, s, &status)) {
		state = db_string(n, s, 0);
		*ordered = sqlite3_column_int(s, 1);
		*chosen = sqlite3_column_int(s, 2);
		sqlite3_reset(s);
	}
	return state;
}

static bool among(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *w = words; *w; w += strcspn(w, " "), w += *w == ' ')
		if (strcspn(w, " ") == len && !memcmp(w, word, len))
			return true;
	return false;
}

static const char *value_of(const struct nsi_arg *args, size_t narg, const char *key)
{
	for (size_t i = 0; i < narg; i++)
		if (!strcmp(args[i].key, key))
			return args[i].value;
	return NULL;
}

/* Of people picked by a filter only those in the right state are meant: an order that comes later
 * also those who were approved without one. Who has chosen nothing yet is not proposed, and is named. */
static enum nsi_status right_state(struct nsi *n, const struct nsi_verb *v, const struct nsi_arg *args, size_t narg,
                                   struct person_at *p, size_t *count, size_t *left)
{
	bool order = value_of(args, narg, "order"), ordered = false, chosen = true,
	     propose = !strcmp(v->name, "propose");
	struct buf nothing = { 0 };
	size_t kept = 0;
	int year;
	enum nsi_status status = resolve_year(n, value_of(args, narg, "year"), &year);

	for (size_t i = 0; i < *count && !status; i++) {
		const char *state = state_now(n, p[i].id, p[i].year ? p[i].year : year, &ordered, &chosen);
		bool early = propose && state && !chosen && among(v->from, state);

		if (early)
			buf_printf(&nothing, "%s%s", nothing.n ? ", " : "", person_shown(n, p[i].id));
		if (state && !early && (among(v->from, state) || (order && !ordered && !strcmp(state, "approved"))))
			p[kept++] = p[i];
		else
			++*left;
	}
	*count = kept;
	if (nothing.n)
		warn(&n->messages, N_("not proposed, nothing is chosen yet: %s"), nothing.s ? nothing.s : "");
	buf_free(&nothing);
	return status;
}

struct saying {
	struct nsi *nsi;
	const struct nsi_verb *verb;
	unsigned flags;
	struct said *v;
	size_t n, left;
	bool filtered;                     /* LEFT says how many were in another state */
};

/* The field for those of whom VERB says something each: PERSON…, or --to P,…; NULL: it says one thing. */
static const struct nsi_field *each_of(const struct nsi_verb *v)
{
	for (const struct nsi_field *f = v->fields; f->key; f++)
		if (f->at == (int)offsetof(struct said, person) && (f->flags & NSI_MANY || !strcmp(f->key, "person")))
			return f;
	return NULL;
}

/* The fields that are the same for everybody. */
static enum nsi_status common(struct nsi *n, struct draft *d, const struct nsi_arg *args, size_t narg)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < narg && !status; i++) {
		const struct nsi_field *f = field_of(d->verb, args[i].key);

		if (!f)
			return fail(&n->messages, NSI_USAGE, N_("%s takes no %s"), d->verb->name, args[i].key);
		if (f != each_of(d->verb))
			status = draft_set(n, &n->scratch, d, f, args[i].value);
	}
	return status;
}

static enum nsi_status people(struct nsi *n, const struct nsi_verb *v, const struct nsi_arg *args, size_t narg,
                              unsigned flags, struct person_at **out, size_t *count, struct saying *s)
{
	const char **words = arena_array(&n->scratch, const char *, narg + 1);
	struct nsi_list list = { 0, words };
	enum nsi_status status;
	bool filtered;

	if (!words)
		return NSI_MEMORY;
	for (size_t i = 0; i < narg; i++)
		if (!strcmp(args[i].key, each_of(v)->key))
			words[list.n++] = args[i].value;
	if (!list.n && !(flags & NSI_ALL))
		return fail(&n->messages, NSI_USAGE, N_("say who: codes, a filter such as org:s161, or --all"));
	status = resolve_persons(n, list, flags & NSI_ALL, out, count, &filtered);
	s->filtered = filtered && v->from;
	if (!status && s->filtered)
		status = right_state(n, v, args, narg, *out, count, &s->left);
	return status;
}

/* Where a group may ask in place of a person. */
static bool group_asks(struct nsi *n, struct draft *d, const struct nsi_arg *args, size_t narg)
{
	const struct nsi_field *f = strcmp(d->verb->name, "request") ? NULL : field_of(d->verb, "group");
	const char *word = value_of(args, narg, "person");
	int64_t group = f && word ? thing_find(n, "group", word) : 0;

	if (group)
		d->data[f - d->verb->fields] = arena_printf(&n->scratch, "\"%s\"", code_text(n, group));
	return group;
}

/* What is said of nobody, or of whom it is about. */
static enum nsi_status one_thing(struct nsi *n, struct saying *s, struct draft *d, const struct nsi_arg *args,
                                 size_t narg)
{
	enum nsi_status status = common(n, d, args, narg);

	s->v = arena_new(&n->scratch, struct said);
	if (!s->v)
		return NSI_MEMORY;
	if (!status)
		status = draft_end(n, &n->scratch, d, s->v);
	s->n = !status;
	return status;
}

/* Everything that is to be said; under the write lock, so that nobody changes what it rests on. */
static enum nsi_status gather(struct nsi *n, struct saying *s, const struct nsi_arg *args, size_t narg, unsigned flags)
{
	struct person_at *who;
	size_t count;
	struct draft d;
	enum nsi_status status;

	draft_begin(&d, s->verb);
	if (!each_of(s->verb) || group_asks(n, &d, args, narg))
		return one_thing(n, s, &d, args, narg);
	status = people(n, s->verb, args, narg, flags, &who, &count, s);
	if (!status)
		status = common(n, &d, args, narg);
	if (status)
		return status;
	s->v = arena_array(&n->scratch, struct said, count + 1);
	if (!s->v)
		return NSI_MEMORY;
	for (size_t i = 0; i < count && !status; i++) {
		struct draft one = d;

		one.said.person = person_ref(n, who[i].id);
		one.year = who[i].year;
		status = draft_end(n, &n->scratch, &one, &s->v[s->n]);
		s->n += !status;
	}
	return status;
}

/* Of a filter also how many were not meant. */
static enum nsi_status tell(struct nsi *n, void *x, struct outcome *done)
{
	static const struct nsi_column sums[] = {
		{ "said", N_("said"), NULL, NSI_T_INT, false }, { "same", N_("stood already"), NULL, NSI_T_INT, false },
		{ "left", N_("left alone"), NULL, NSI_T_INT, false },
	};
	const struct saying *s = x;
	enum nsi_status status = is_request(s->verb) ? request_rows(n, done, s->flags)
	                                             : journal_rows(n, done, s->flags);
	struct table *t;
	struct nsi_cell *c;

	if (status || !s->filtered)
		return status;
	t = arena_new(&n->scratch, struct table);
	if (!t)
		return NSI_MEMORY;
	*t = (struct table){ .arena = &n->scratch, .rows = *done->rows };
	c = table_sums(t, n->lang, sums, 3);
	if (!c)
		return NSI_MEMORY;
	c[0] = cell_int((int64_t)done->said);
	c[1] = cell_int((int64_t)done->same);
	c[2] = cell_int((int64_t)s->left);
	done->rows = &t->rows;
	return NSI_OK;
}

enum nsi_status nsi_say(struct nsi *n, const char *verb, const struct nsi_arg *args, size_t narg, unsigned flags,
                        const struct nsi_rows **out)
{
	struct saying s = { .nsi = n, .verb = nsi_verb(verb), .flags = flags };
	struct said_list list;
	struct outcome done = { 0 };
	enum nsi_status status;

	call_begin(n);
	if (!s.verb)
		return fail(&n->messages, NSI_USAGE, N_("there is no verb \"%s\""), verb);
	status = nsi_open(n);
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = gather(n, &s, args, narg, flags);
	if (!status) {
		said_list(&list, n, s.v, s.n);
		status = journal_go(n, &list.source, flags, tell, &s, &done);
	}
	if (status)
		journal_end(n);
	*out = done.rows;
	return call_end(n, status);
}

enum nsi_status nsi_say_file(struct nsi *n, const char *verb, const char *file, const struct nsi_arg *args, size_t narg,
                             unsigned flags, const struct nsi_rows **out)
{
	const struct nsi_verb *v = nsi_verb(verb);
	struct source *src = NULL;
	struct outcome done = { 0 };
	enum nsi_status status;

	call_begin(n);
	if (!v)
		return fail(&n->messages, NSI_USAGE, N_("there is no verb \"%s\""), verb);
	status = nsi_open(n);
	if (!status)
		status = journal_begin(n);
	if (!status)
		status = reader_open(n, v, file, args, narg, &src);
	if (!status)
		status = journal_go(n, src, flags, NULL, NULL, &done);
	if (status)
		journal_end(n);
	reader_close(src);
	*out = done.rows;
	return call_end(n, status);
}
