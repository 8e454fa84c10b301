/* actor.c - who speaks: a code, or the word of a role; never a name, which everybody could read in the journal. */
#include <string.h>

#include "store/db.h"
#include "store/journal.h"
#include "store/names.h"
#include "store/resolve.h"

static const char *given(struct nsi *n)
{
	const char *a = n->actor_given ? n->actor_given : setting(n, "actor");

	return a ? a : "methodist";
}

const char *actor(struct nsi *n)
{
	return n->actor ? n->actor : given(n);
}

static bool is_person(struct nsi *n, const char *code)
{
	sqlite3_stmt *s;
	enum nsi_status status = NSI_OK;
	bool found;

	if (strchr(code, '/'))
		return code_find(n, "person", code);
	s = db_get(n, SQL_USE_PERSON_BARE);
	if (!s)
		return false;
	db_text(s, ":bare", code);
	found = db_row(n, s, &status);
	sqlite3_reset(s);
	return found;
}

static bool ascii(const char *s)
{
	while (*s && !(*s & 0x80))
		s++;
	return !*s;
}

enum nsi_status actor_named(struct nsi *n, const char *word, const char **code)
{
	const char *key = text_skeleton(&n->scratch, word), *slash = strrchr(key, '/'), *bare = slash ? slash + 1 : key, *codes;
	size_t len = strlen(bare), named;
	int64_t id;

	*code = key;
	if (!strcmp(key, "methodist") || (n->db && is_person(n, key)))
		return NSI_OK;
	named = n->db ? names_find(n, word, &id, &codes) : 0;
	if (named > 1)
		return fail(&n->messages, NSI_USAGE, N_("so begin the surnames of several people: say which of %s"), codes);
	if (named)
		*code = person_shown(n, id);
	/* letters of another alphabet that look like a code's are a code only with its number */
	else if (!id_ok(bare, len) || !(ascii(word) || (bare[len - 1] >= '0' && bare[len - 1] <= '9')))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no code of anybody who acts, as p08"), word);
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

enum nsi_status actor_begin(struct nsi *n)
{
	const char *code = NULL;
	enum nsi_status status = actor_named(n, given(n), &code);

	if (!status && (!n->actor || strcmp(n->actor, code) != 0))
		n->actor = arena_strdup(&n->keep, code);
	return status;
}
