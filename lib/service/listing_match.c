/* listing_match.c - whom each row of a school's list means: by code, else by name and organisation. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/progress.h"
#include "service/listing.h"
#include "store/db.h"
#include "store/private.h"
#include "store/resolve.h"

/* ---- among those who are there --------------------------------------------------------------------------------- */

/* The first of those with that surname; the end when there is none. */
static struct known **family_first(const struct listing *l, const char *family)
{
	size_t from = 0, to = l->nknown;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (strcmp(l->by_family[mid]->key.family, family) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return l->by_family + from;
}

/* ---- by code ------------------------------------------------------------------------------------------------- */

/* The first of those with that bare code; the end when there is none. */
static struct known **bare_first(const struct listing *l, const char *bare)
{
	size_t from = 0, to = l->nknown;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (strcmp(l->by_bare[mid]->bare, bare) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return l->by_bare + from;
}

#define EACH_BARE(k, l, code) \
	for (struct known **k = bare_first(l, code); k < (l)->by_bare + (l)->nknown && !strcmp((*k)->bare, code); k++)

/* Of people of that bare code the one of the row's organisation, by birth or now; else the only one, if
 * the row names no organisation, or is of nobody else. */
static struct known *find_code(struct listing *l, const struct listed *r)
{
	const char *slash = strchr(r->code, '/'), *bare = slash ? slash + 1 : r->code;
	const char *full = slash ? r->code : arena_printf(&l->n->scratch, "%s/%s", r->org, r->code);
	struct known *only = NULL;
	size_t count = 0;

	EACH_BARE(k, l, bare)
		if (!strcmp((*k)->code, full))
			return *k;
	if (slash)
		return NULL;
	EACH_BARE(k, l, bare)
		if (!(*k)->undone) {
			if (!strcmp((*k)->org, r->org))
				return *k;
			only = *k;
			count++;
		}
	return count == 1 && (!r->says[SAYS_ORG] || !r->named || name_fits(&r->key, &only->key)) ? only : NULL;
}

static void take(struct listing *l, struct listed *r, struct known *k)
{
	if (k->taken) {
		listing_wrong(l, r, 0, N_("line %d means %s too: put a code on each of them"), k->taken->line,
		              person_shown(l->n, k->id));
		return;
	}
	k->taken = r;
	r->is = k;
	r->code = k->code;
	r->org = k->org;
}

/* ---- by name -------------------------------------------------------------------------------------------------- */

static bool same_name(const struct name *x, const struct name *y)
{
	return !strcmp(x->family, y->family) && !strcmp(x->given, y->given) && !strcmp(x->patronymic, y->patronymic);
}

static bool shortened(const struct name *x)
{
	return !*x->patronymic || x->given[strlen(x->given) - 1] == '.' ||
	       x->patronymic[strlen(x->patronymic) - 1] == '.';
}

struct found { struct known *one; size_t n; const char *codes; };

/* Those who have the name (EXACT) or may have it. */
static struct found find_name(struct listing *l, const struct listed *r, bool exact, bool undone)
{
	struct found f = { NULL, 0, "" };
	struct known **end = l->by_family + l->nknown;

	for (struct known **k = family_first(l, r->key.family); k < end && !strcmp((*k)->key.family, r->key.family);
	     k++) {
		if ((*k)->undone != undone || (r->org && strcmp((*k)->org, r->org) != 0))
			continue;
		if (!(exact ? same_name(&(*k)->key, &r->key) : name_fits(&(*k)->key, &r->key)))
			continue;
		if (f.one && f.one->until <= l->n->today && (*k)->until > l->n->today)
			f = (struct found){ NULL, 0, "" };             /* who takes part goes before who has left */
		else if (f.one && f.one->until > l->n->today && (*k)->until <= l->n->today)
			continue;
		f.one = *k;
		f.codes = f.n++ ? arena_printf(&l->n->scratch, "%s, %s", f.codes, person_shown(l->n, (*k)->id))
		                : person_shown(l->n, (*k)->id);
	}
	return f;
}

/* Whom else the row's name belongs to, of any school: written in full it must be the same; NULL: nobody. */
static const char *others_name(struct listing *l, const struct listed *r, const struct known *but)
{
	struct listed want = { .key = r->key };
	struct found f = { 0 };

	if (r->named)
		f = find_name(l, &want, !shortened(&r->key), false);
	if (f.n == 1)
		return f.one == but || f.one->until <= l->n->today ? NULL : f.codes;
	return f.n > 1 ? f.codes : NULL;
}

/* Somebody of any school with the row's code. */
static const struct known *bearer_of(const struct listing *l, const struct listed *r)
{
	EACH_BARE(k, l, r->code)
		if (!(*k)->undone)
			return *k;
	return NULL;
}

static bool numbered(const char *code)
{
	size_t n = strlen(code);

	return n && code[n - 1] >= '0' && code[n - 1] <= '9';
}

static void match_code(struct listing *l, struct listed *r)
{
	struct known *k = find_code(l, r);
	int column = listing_column(l, COL_CODE);
	const struct known *bearer = k ? k : bearer_of(l, r);
	const char *other = NULL;

	if (bearer && !bearer->undone && r->named && bearer->hash && !name_fits(&r->key, &bearer->key))
		other = others_name(l, r, bearer);
	if (other) {
		listing_wrong(l, r, column, N_("the code %s and the name are of two people: %s is called so"),
		              person_shown(l->n, bearer->id), other);
	} else if (k && !k->undone && r->says[SAYS_ORG] && strcmp(k->org, r->org) != 0) {
		listing_wrong(l, r, listing_column(l, COL_ORG), N_("%s is in %s: nsi iop transfer %s %s"), person_shown(l->n, k->id), k->org,
		              person_shown(l->n, k->id), r->org);
	} else if (k && !k->undone) {
		take(l, r, k);
	} else if (k && k->taken) {
		listing_wrong(l, r, column, N_("line %d has this code too"), k->taken->line);
	} else if (!k && !numbered(r->code)) {
		listing_wrong(l, r, column,
		              N_("a new code ends in a digit, as p13: a name in it could be read by everybody"));
	} else if (!r->named && (listing_column(l, COL_NAME) || listing_column(l, COL_FAMILY))) {
		listing_wrong(l, r, column, N_("nobody has this code, and there is no name"));
	} else {
		if (k)
			k->taken = r;              /* the code of somebody undone, said again */
		r->new = true;
		if (!strchr(r->code, '/'))
			r->code = arena_printf(&l->n->scratch, "%s/%s", r->org, r->code);
	}
}

static void match_name(struct listing *l, struct listed *r)
{
	int column = listing_column(l, COL_NAME) ? listing_column(l, COL_NAME) : listing_column(l, COL_FAMILY);
	struct found f = find_name(l, r, !shortened(&r->key), false), undone;
	const char *other;

	if (!f.n && !shortened(&r->key))
		f = find_name(l, r, false, false);
	if (f.n > 1) {
		listing_wrong(l, r, column, N_("this may be any of %s: write the code into a column Код"), f.codes);
	} else if (f.n) {
		take(l, r, f.one);
	} else {
		undone = find_name(l, r, false, true);
		if (undone.n)
			listing_wrong(l, r, column, N_("this was %s, whose enrolment was undone: nsi redo, or write that code into a column Код"), undone.codes);
		else if (!shortened(&r->key) && (other = others_name(l, r, NULL)))
			listing_wrong(l, r, column, N_("%s of another school is called so: write that code into a column Код, or a new one if this is somebody else"), other);
		else
			r->new = true;
	}
}

/* ---- curators and mentors ---------------------------------------------------------------------------------------- */

static int row_by_family(const void *a, const void *b)
{
	const struct listed *x = *(const struct listed *const *)a, *y = *(const struct listed *const *)b;
	int c = strcmp(x->key.family, y->key.family);

	return c ? c : x < y ? -1 : x > y;
}

/* Rows that are named, new or wrong: whom a helper's name may mean. */
static enum nsi_status rows_by_family(struct listing *l)
{
	l->rows = arena_array(&l->n->scratch, struct listed *, l->nv + 1);
	l->nrows = 0;
	if (!l->rows)
		return NSI_MEMORY;
	for (size_t i = 0; i < l->nv; i++)
		if ((l->v[i].new || l->v[i].wrong) && l->v[i].named)
			l->rows[l->nrows++] = &l->v[i];
	if (l->nrows)
		qsort(l->rows, l->nrows, sizeof(*l->rows), row_by_family);
	return NSI_OK;
}

static size_t row_first(const struct listing *l, const char *family)
{
	size_t from = 0, to = l->nrows;

	while (from < to) {
		size_t mid = (from + to) / 2;

		if (strcmp(l->rows[mid]->key.family, family) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* Somebody by code or name, known or new in this list; NULL: nobody, or several. WRONG: his own row is. */
static const char *somebody(struct listing *l, const struct listed *r, const char *word, bool *wrong)
{
	struct listed want = { .org = r->org, .code = text_skeleton(&l->n->scratch, word) };
	struct known *k = find_code(l, &want);
	struct found f = { 0 };
	const char *code = NULL;
	size_t count = 0;

	*wrong = false;
	if (k && !k->undone)
		return k->code;
	if (!name_split(&l->n->scratch, word, &want.name))
		return NULL;
	want.key = name_fold(&l->n->scratch, &want.name);
	want.org = NULL;                           /* of any school */
	f = find_name(l, &want, false, false);
	for (size_t i = row_first(l, want.key.family);
	     i < l->nrows && !strcmp(l->rows[i]->key.family, want.key.family); i++)
		if (name_fits(&l->rows[i]->key, &want.key)) {
			*wrong |= l->rows[i]->wrong;
			code = l->rows[i]->code;
			count++;
		}
	return f.n + count != 1 ? NULL : f.n ? f.one->code : code;
}

static void helpers(struct listing *l, struct listed *r)
{
	const char *words[2] = { r->curator, r->mentor };

	for (size_t i = 0; i < 2; i++) {
		enum column c = i ? COL_MENTOR : COL_CURATOR;
		const char *code;
		bool wrong;

		if (!*words[i] || !strcmp(words[i], "-") || !strcmp(words[i], "—"))
			continue;
		code = somebody(l, r, words[i], &wrong);
		if (wrong)
			continue;                  /* told there */
		if (!code)
			listing_wrong(l, r, listing_column(l, c),
			              N_("this is nobody of the list, or several: write the code"));
		else if (r->code && !strcmp(code, r->code))
			listing_wrong(l, r, listing_column(l, c), N_("nobody is his own curator or mentor"));
		else
			r->says[i ? SAYS_MENTOR : SAYS_CURATOR] = json_text(l->n, code);
	}
}

enum nsi_status listing_match(struct listing *l)
{
	enum nsi_status status;

	for (size_t i = 0; i < l->nv; i++)
		if (!l->v[i].wrong && l->v[i].code)
			match_code(l, &l->v[i]);
	for (size_t i = 0; i < l->nv; i++) {
		progress_at(&l->n->messages, N_("looking for the people of the list"), (int64_t)i, (int64_t)l->nv);
		if (!l->v[i].wrong && !l->v[i].code && !l->v[i].is)
			match_name(l, &l->v[i]);
	}
	status = listing_new(l);
	if (!status)
		status = rows_by_family(l);
	for (size_t i = 0; i < l->nv && !status; i++)
		if (!l->v[i].wrong)
			helpers(l, &l->v[i]);
	for (size_t i = 0; i < l->nv; i++)
		l->v[i].left = l->v[i].is && l->v[i].is->until <= l->n->today;
	return status;
}
