/* legend.c - the legend of the loaded definitions. */
#include "store/legend.h"

#include <string.h>

#include "store/db.h"
#include "store/title.h"

/* The word of a state for people, where the definitions give none. */
static const char *built_in(const char *state)
{
	static const char *const words[][2] = {
		{ "open", N_("to do") }, { "planned", N_("planned") }, { "started", N_("in progress") },
		{ "mastered", N_("mastered") }, { "passed", N_("passed on") }, { "credited", N_("credited") },
		{ "bearer", N_("bearer") },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcmp(words[i][0], state))
			return words[i][1];
	return state;
}

/* What people of the handle's language read. A word that is only the built-in one in some language, as
 * definitions like to repeat it, is translated; NULL: the definitions give none. */
static const char *word_of(struct nsi *n, const char *state, const char *given)
{
	const char *ours = built_in(state), *word = given ? title_in(&n->scratch, n->lang, given) : ours;

	for (int l = 0; l < LANG_COUNT; l++)
		if (!strcmp(text_fold(&n->scratch, tr((enum lang)l, ours)), text_fold(&n->scratch, word)))
			return tr(n->lang, ours);
	return word;
}

enum nsi_status legend_read(struct nsi *n, int32_t on, const struct nsi_legend **out, size_t *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_LEGEND);
	struct nsi_legend *v = NULL;
	size_t cap = 0, k = 0;
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":on", on);
	while (db_row(n, s, &status)) {
		const char *state = db_string(n, s, 0), *word = db_string(n, s, 3);

		v = arena_grow(&n->scratch, v, &cap, k + 1, sizeof(*v));
		if (!v) {
			sqlite3_reset(s);
			return NSI_MEMORY;
		}
		v[k++] = (struct nsi_legend){
			state, db_string(n, s, 1), db_string(n, s, 2),
			word_of(n, state, word),
		};
	}
	*out = v;
	*count = k;
	return status;
}

/* Does FOLDED mean it, in any language? */
static bool means(struct nsi *n, const struct nsi_legend *l, const char *folded)
{
	if (!strcmp(text_fold(&n->scratch, l->word), folded))
		return true;
	for (int k = 0; k < LANG_COUNT; k++)
		if (!strcmp(text_fold(&n->scratch, tr((enum lang)k, built_in(l->state))), folded))
			return true;
	return false;
}

const char *legend_state(struct nsi *n, const char *word)
{
	const struct nsi_legend *v;
	const char *folded = text_fold(&n->scratch, word);
	size_t count;

	if (!n->db || legend_read(n, n->today, &v, &count))
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (means(n, &v[i], folded))
			return v[i].state;
	return NULL;
}
