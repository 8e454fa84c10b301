/* listing_new.c - who is new in a school's list: told apart from the others who are, and given a code. */
#include <stdlib.h>
#include <string.h>

#include "service/listing.h"
#include "store/db.h"

static int row_by_name(const void *a, const void *b)
{
	const struct listed *x = *(const struct listed *const *)a, *y = *(const struct listed *const *)b;
	int c = strcmp(x->org, y->org);

	if (!c)
		c = strcmp(x->key.family, y->key.family);
	return c ? c : x < y ? -1 : x > y;
}

static int row_by_code(const void *a, const void *b)
{
	const struct listed *x = *(const struct listed *const *)a, *y = *(const struct listed *const *)b;
	int c = strcmp(x->code, y->code);

	return c ? c : x < y ? -1 : x > y;
}

static void same_codes(struct listing *l, struct listed **v, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (v[i]->code)
			v[n++] = v[i];
	if (n)
		qsort(v, n, sizeof(*v), row_by_code);
	for (size_t i = 1; i < n; i++)
		if (!strcmp(v[i - 1]->code, v[i]->code))
			listing_wrong(l, v[i], listing_column(l, COL_CODE), N_("line %d has this code too"),
			              v[i - 1]->line);
}

/* New people of one organisation with names that fit each other need codes. */
static void same_names(struct listing *l, struct listed **v, size_t n)
{
	if (n)
		qsort(v, n, sizeof(*v), row_by_name);
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k-- > 0 && v[i]->named && !strcmp(v[k]->org, v[i]->org) &&
		                   !strcmp(v[k]->key.family, v[i]->key.family);) {
			if ((v[k]->code && v[i]->code) || !name_fits(&v[k]->key, &v[i]->key))
				continue;
			listing_wrong(l, v[i], 0, N_("line %d may be the same person: write the names in full, or codes into a column Код"), v[k]->line);
			break;
		}
}

static enum nsi_status give_codes(struct listing *l)
{
	sqlite3_stmt *s = db_get(l->n, SQL_USE_CODE_HIGHEST);

	if (!s)
		return NSI_MACHINE;
	l->next_code = db_value(l->n, s, 0);
	for (size_t i = 0; i < l->nv; i++) {         /* also those that the file itself gives */
		const char *bare = l->v[i].code ? strchr(l->v[i].code, '/') : NULL;

		if (bare && bare[1] == 'p' && strlen(bare) < 11 && bare[2 + strspn(bare + 2, "0123456789")] == '\0' &&
		    atoll(bare + 2) > l->next_code)
			l->next_code = atoll(bare + 2);
	}
	for (size_t i = 0; i < l->nv; i++)
		if (l->v[i].new && !l->v[i].wrong && !l->v[i].code)
			l->v[i].code = arena_printf(&l->n->scratch, "%s/p%02lld", l->v[i].org,
			                            (long long)++l->next_code);
	return NSI_OK;
}

enum nsi_status listing_new(struct listing *l)
{
	struct listed **v = arena_array(&l->n->scratch, struct listed *, l->nv + 1);
	size_t n = 0;

	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < l->nv; i++)
		if (l->v[i].new && !l->v[i].wrong)
			v[n++] = &l->v[i];
	same_names(l, v, n);
	same_codes(l, v, n);
	return give_codes(l);
}
