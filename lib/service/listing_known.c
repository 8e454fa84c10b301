/* listing_known.c - who is there, for a school's list to be matched with. */
#include <stdlib.h>
#include <string.h>

#include "service/listing.h"
#include "store/db.h"
#include "store/private.h"

static struct known *known_add(struct listing *l)
{
	struct known *v = arena_grow(&l->n->scratch, l->known, &l->cap_known, l->nknown + 1, sizeof(*v));

	if (!v)
		return NULL;
	l->known = v;
	v[l->nknown] = (struct known){ .until = 99999, .key = { "", "", "" } };
	return &v[l->nknown++];
}

static void known_name(struct listing *l, struct known *k, const char *hash)
{
	struct arena *a = &l->n->scratch;

	if (!hash || !name_split(a, private_text(l->n, hash), &k->name))
		return;
	k->hash = hash;
	k->key = name_fold(a, &k->name);
}

static int by_family(const void *a, const void *b)
{
	const struct known *x = *(const struct known *const *)a, *y = *(const struct known *const *)b;
	int c = strcmp(x->key.family, y->key.family);

	return c ? c : x < y ? -1 : x > y;
}

static int by_bare(const void *a, const void *b)
{
	const struct known *x = *(const struct known *const *)a, *y = *(const struct known *const *)b;
	int c = strcmp(x->bare, y->bare);

	return c ? c : x < y ? -1 : x > y;
}

/* Everybody known, by one thing or another. */
static struct known **sorted(struct listing *l, int (*order)(const void *, const void *))
{
	struct known **v = arena_array(&l->n->scratch, struct known *, l->nknown + 1);

	for (size_t i = 0; v && i < l->nknown; i++)
		v[i] = &l->known[i];
	if (v && l->nknown)
		qsort(v, l->nknown, sizeof(*v), order);
	return v;
}

enum nsi_status listing_known(struct listing *l)
{
	struct nsi *n = l->n;
	sqlite3_stmt *s = db_get(n, SQL_USE_KNOWN_PEOPLE);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	while (!status && db_row(n, s, &status)) {
		struct known *k = known_add(l);

		if (!k)
			return NSI_MEMORY;
		k->id = sqlite3_column_int64(s, 0);
		k->code = db_string(n, s, 1);
		k->bare = db_string(n, s, 2);
		k->org = db_string(n, s, 3);
		k->post = db_string(n, s, 4);
		k->subject = db_string(n, s, 5);
		k->until = sqlite3_column_int(s, 6);
		known_name(l, k, db_string(n, s, 7));
		k->says = db_string(n, s, 8);
	}
	s = status ? NULL : db_get(n, SQL_USE_KNOWN_UNDONE);
	while (s && !status && db_row(n, s, &status)) {
		struct known *k = known_add(l);

		if (!k)
			return NSI_MEMORY;
		k->id = sqlite3_column_int64(s, 0);
		k->code = db_string(n, s, 1);
		k->bare = strchr(k->code, '/') ? strchr(k->code, '/') + 1 : k->code;
		k->org = db_string(n, s, 2);
		k->undone = true;
		known_name(l, k, db_string(n, s, 3));
	}
	l->by_family = sorted(l, by_family);
	l->by_bare = sorted(l, by_bare);
	return l->by_family && l->by_bare ? status : NSI_MEMORY;
}
