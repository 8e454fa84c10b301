/* actor.c - who speaks: a code, or the word of a role; never a name, which everybody could read in the journal. */
#include <string.h>

#include "base/word.h"
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

/* Who acts and takes no part. Another word could be a surname, in whatever letters. */
static const char *const roles[] = {
	N_("methodist"), N_("curator"), N_("mentor"), N_("leader"), N_("head"), N_("director"), N_("zavuch"), N_("deputy"),
	N_("secretary"), N_("admin"), NULL
};

static const char *role_named(struct nsi *n, const char *word)
{
	const char *role = NULL;

	for (size_t i = 0; roles[i] && !role; i++)
		role = word_find(&n->scratch, roles[i], word);
	return role;
}

static enum nsi_status nobody(struct nsi *n, const char *word)
{
	const char *all = "";

	for (size_t i = 0; roles[i]; i++)
		all = arena_printf(&n->scratch, "%s%s%s", all, i ? ", " : "", roles[i]);
	return fail(&n->messages, NSI_USAGE,
	            N_("\"%s\" is nobody who acts: a code, as p08, or the word of a role (%s)"), word, all);
}

enum nsi_status actor_named(struct nsi *n, const char *word, const char **code)
{
	const char *key = text_skeleton(&n->scratch, word), *slash = strrchr(key, '/'),
		   *bare = slash ? slash + 1 : key, *codes;
	const char *role = role_named(n, word);
	size_t len = strlen(bare), named;
	int64_t id;

	*code = role ? role : key;
	if (role || (n->db && is_person(n, key)))
		return NSI_OK;
	named = n->db ? names_find(n, word, &id, &codes) : 0;
	if (named > 1)
		return fail(&n->messages, NSI_USAGE, N_("so begin the surnames of several people: say which of %s"),
		            codes);
	if (named)
		*code = person_shown(n, id);
	/* who is not enrolled, or not yet: a new code ends in a digit, and no surname does */
	else if (!id_ok(bare, len) || bare[len - 1] < '0' || bare[len - 1] > '9')
		return nobody(n, word);
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
