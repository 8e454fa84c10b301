/* listing_who.c - whom a row of a school's list names, and of which organisation. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "service/listing.h"
#include "store/resolve.h"

static const char *trimmed(struct listing *l, const char *s)
{
	return text_trim(&l->n->scratch, s);
}

static bool is_free(struct listing *l, const char *id)
{
	int64_t there;

	for (const struct offered *o = l->offered; o; o = o->next)
		if (!strcmp(o->id, id))
			return false;
	return strcmp(id, l->n->org) && !code_find(l->n, "org", id) && !listing_thing(l, "org", id, &there);
}

enum { MOST_OFFERED = 100 };

/* A free id made of a title's digits, for the line that is to be added; for the same title the same. NULL: of so many
 * schools that nobody knows none is meant. */
static const char *org_id_for(struct listing *l, const char *title)
{
	struct arena *a = &l->n->scratch;
	const char *digits = title + strcspn(title, "0123456789"), *id, *first, *key = text_skeleton(a, title);
	size_t n = strspn(digits, "0123456789");
	struct offered *o;

	for (o = l->offered; o; o = o->next)
		if (!strcmp(o->title, key))
			return o->id;
	if (l->noffered == MOST_OFFERED)
		return NULL;
	l->noffered++;
	id = first = n ? arena_printf(a, "s%.*s", (int)(n < 20 ? n : 20), digits) : "net-x";
	for (int k = 2; !a->oom && !is_free(l, id); k++)
		id = arena_printf(a, "%s-%d", first, k);
	o = arena_new(a, struct offered);
	if (o) {
		*o = (struct offered){ id, key, l->offered };
		l->offered = o;
	}
	return id;
}

static void read_org(struct listing *l, struct listed *r)
{
	const char *s = trimmed(l, listing_cell(l, r, COL_ORG)), *own = setting(l->n, "title");
	int64_t id;

	r->org = l->org;
	if (!*s || !strcmp(s, l->n->org) ||
	    (own && !strcmp(text_skeleton(&l->n->scratch, own), text_skeleton(&l->n->scratch, s)))) {
		r->org = *s ? l->n->org : l->org;
	} else if (listing_thing(l, "org", s, &id)) {
		r->org = code_text(l->n, id);
	} else {
		const char *offered = org_id_for(l, s);

		if (offered)
			listing_wrong(l, r, listing_column(l, COL_ORG),
			              N_("there is no organisation \"%s\": load it with the line  - {id: %s, short: %s}  in organisations"),
			              s, offered, json_text(l->n, s));
		else
			listing_wrong(l, r, listing_column(l, COL_ORG), N_("there is no organisation \"%s\""), s);
	}
	if (*s && !r->wrong)
		r->says[SAYS_ORG] = json_text(l->n, r->org);
}

/* The code in front of a name, as our own tables show people, "p07 Гречкина О. П."; *NAME is what follows. "": none. */
static const char *code_in_front(struct listing *l, const char **name)
{
	const char *s = trimmed(l, *name), *code, *bare;
	size_t n = strcspn(s, " \t\r\n\xc2");

	code = text_skeleton(&l->n->scratch, arena_strndup(&l->n->scratch, s, n));
	bare = strchr(code, '/') ? strchr(code, '/') + 1 : code;
	if (!*bare || !isdigit((unsigned char)bare[strlen(bare) - 1]) || !id_ok(bare, strlen(bare)))
		return "";
	*name = trimmed(l, s + n);
	return code;
}

static void read_who(struct listing *l, struct listed *r)
{
	const char *code = text_skeleton(&l->n->scratch, trimmed(l, listing_cell(l, r, COL_CODE))), *bare;
	const char *name = listing_cell(l, r, COL_NAME), *family = listing_cell(l, r, COL_FAMILY),
		   *given = listing_cell(l, r, COL_GIVEN);
	const char *patronymic = listing_cell(l, r, COL_PATRONYMIC);
	struct arena *a = &l->n->scratch;
	int at = listing_column(l, COL_NAME) ? listing_column(l, COL_NAME) : listing_column(l, COL_FAMILY);

	if (!*code)
		code = code_in_front(l, &name);
	bare = strchr(code, '/') ? strchr(code, '/') + 1 : code;
	if (*code && (!id_ok(bare, strlen(bare)) || id_like_month(bare, strlen(bare))))
		listing_wrong(l, r, listing_column(l, COL_CODE), N_("this is not a code such as p07"));
	else if (*code)
		r->code = code;
	if (listing_column(l, COL_FAMILY))
		r->named = name_join(a, family, given, patronymic, &r->name);
	else
		r->named = name_split(a, name, &r->name);
	if (r->named)
		r->key = name_fold(a, &r->name);
	else if (*trimmed(l, name) || *trimmed(l, family) || *trimmed(l, given))
		listing_wrong(l, r, at, N_("this is no name: surname, name, patronymic, or initials"));
	else if (!*code)
		listing_wrong(l, r, at, N_("neither a name nor a code"));
}

enum nsi_status listing_cells(struct listing *l, struct listed *r)
{
	read_who(l, r);
	read_org(l, r);
	r->curator = trimmed(l, listing_cell(l, r, COL_CURATOR));
	r->mentor = trimmed(l, listing_cell(l, r, COL_MENTOR));
	return listing_values(l, r);
}
