/* lookup.c - words that were looked up in this call: a file of a million rows asks once a word. */
#include "store/lookup.h"

#include <string.h>

#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

/* One chain a bucket; it grows with the different words, not with the rows. */
struct cache { size_t n, size; struct looked_up **v; };

static size_t hash_of(char type, const char *s)
{
	uint32_t h = 2166136261u ^ (uint32_t)type;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

static bool cache_grow(struct nsi *n, struct cache *c)
{
	size_t size = c->size ? c->size * 4 : 64;
	struct looked_up **v = arena_array(&n->scratch, struct looked_up *, size);

	if (!v)
		return false;
	for (size_t i = 0; i < c->size; i++)
		for (struct looked_up *e = c->v[i], *next; e; e = next) {
			size_t at = hash_of(e->type, e->word) % size;

			next = e->next;
			e->next = v[at];
			v[at] = e;
		}
	c->v = v;
	c->size = size;
	return true;
}

static struct looked_up *cache_find(struct nsi *n, char type, const char *word)
{
	struct cache *c = n->cache;

	if (!c || !c->size)
		return NULL;
	for (struct looked_up *e = c->v[hash_of(type, word) % c->size]; e; e = e->next)
		if (e->type == type && !strcmp(e->word, word))
			return e;
	return NULL;
}

static struct looked_up *cache_add(struct nsi *n, char type, const char *word)
{
	struct cache *c = n->cache;
	size_t len = strlen(word) + 1, at;
	struct looked_up *e;

	if (!c)
		c = n->cache = arena_new(&n->scratch, struct cache);
	if (!c || (c->n >= c->size && !cache_grow(n, c)))
		return NULL;
	e = arena_alloc(&n->scratch, 1, sizeof(*e) + len);
	if (!e)
		return NULL;
	memcpy(e->word, word, len);
	e->type = type;
	at = hash_of(type, word) % c->size;
	e->next = c->v[at];
	c->v[at] = e;
	c->n++;
	return e;
}

struct said_ref person_ref(struct nsi *n, int64_t id)
{
	return (struct said_ref){ id, code_text(n, id) };
}

static enum nsi_status find_person(struct nsi *n, const char *word, struct looked_up *e)
{
	struct person_at p;
	enum nsi_status status = resolve_person(n, word, &p);

	if (!status)
		e->ref = person_ref(n, p.id);
	e->year = p.year;
	return status;
}

/* A checker may also be one who acts without taking part, as methodist. */
static enum nsi_status find_checker(struct nsi *n, const char *word, struct looked_up *e)
{
	struct looked_up *person = strcmp(word, "methodist") ? cache_find(n, LOOK_PERSON, word) : NULL;

	if (person) {
		e->ref = person->ref;
		return NSI_OK;
	}
	if (!strcmp(word, "methodist") || (!strcmp(word, actor(n)) && !code_find(n, "person", word))) {
		size_t before = n->messages.n;

		if (strcmp(word, "methodist") && !find_person(n, word, e))
			return NSI_OK;
		n->messages.n = before;
		/* a code with a slash is a person everywhere: so other schools read it */
		e->ref = (struct said_ref){ code_id(n, strchr(word, '/') ? "person" : "actor", word), e->word };
		return e->ref.id ? NSI_OK : NSI_MACHINE;
	}
	return find_person(n, word, e);
}

static enum nsi_status find_unit(struct nsi *n, const char *word, struct looked_up *e)
{
	int64_t unit, part;
	enum nsi_status status = resolve_unit(n, word, &unit, &part);

	if (status)
		return status;
	e->unit = (struct said_ref){ unit, code_text(n, unit) };
	if (part)
		e->ref = (struct said_ref){ part, code_text(n, part) };
	return NSI_OK;
}

static enum nsi_status find_quantum(struct nsi *n, const char *word, struct looked_up *e)
{
	int64_t id;
	enum nsi_status status = resolve_thing(n, "quantum", word, &id);

	if (!status)
		e->ref = (struct said_ref){ id, code_text(n, id) };
	return status;
}

/* One of the cyclogram however it is called, else the code as it is: sessions need not be planned. */
static enum nsi_status find_session(struct nsi *n, const char *word, struct looked_up *e)
{
	struct session_at at = { .code = word, .day = DAY_NONE };
	size_t before = n->messages.n;
	enum nsi_status status = resolve_session(n, word, &at);

	if (status && (status != NSI_DATA || !strchr(word, '@')))
		return status;
	n->messages.n = before;
	e->day = status ? DAY_NONE : at.day;
	e->ref = (struct said_ref){ code_id(n, "session", status ? word : at.code), status ? e->word : at.code };
	return e->ref.id ? NSI_OK : NSI_MACHINE;
}

static enum nsi_status find(struct nsi *n, char type, struct looked_up *e)
{
	switch (type) {
	case LOOK_UNIT:
		return find_unit(n, e->word, e);
	case LOOK_CHECKER:
		return find_checker(n, e->word, e);
	case LOOK_DAY:
		return resolve_day(n, e->word, &e->day);
	case LOOK_SINCE:
		return resolve_since(n, e->word, &e->day);
	case LOOK_SESSION:
		return find_session(n, e->word, e);
	case LOOK_QUANTUM:
		return find_quantum(n, e->word, e);
	default:
		return find_person(n, e->word, e);
	}
}

enum nsi_status look_up(struct nsi *n, char type, const char *word, struct looked_up **out)
{
	struct looked_up *e = cache_find(n, type, word);
	enum nsi_status status;

	*out = e;
	if (e)
		return NSI_OK;
	e = *out = cache_add(n, type, word);
	if (!e)
		return NSI_MEMORY;
	status = find(n, type, e);
	if (status)
		e->type = '\0';                    /* not found again: the message comes again */
	return status;
}
