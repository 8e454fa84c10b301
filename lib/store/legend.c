/* legend.c - the legend of the loaded definitions. */
#include "store/legend.h"

#include "store/db.h"
#include "store/title.h"

enum nsi_status legend_read(struct nsi *n, const struct nsi_legend **out, size_t *count)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_LEGEND);
	struct nsi_legend *v = NULL;
	size_t cap = 0, k = 0;
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	while (db_row(n, s, &status)) {
		const char *state = db_string(n, s, 0), *word = db_string(n, s, 3);

		v = arena_grow(&n->scratch, v, &cap, k + 1, sizeof(*v));
		if (!v) {
			sqlite3_reset(s);
			return NSI_MEMORY;
		}
		v[k++] = (struct nsi_legend){
			state, db_string(n, s, 1), db_string(n, s, 2),
			word ? title_in(&n->scratch, n->lang, word) : tr(n->lang, state),
		};
	}
	*out = v;
	*count = k;
	return status;
}
