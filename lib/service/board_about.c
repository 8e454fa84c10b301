/* board_about.c - what the short labels over a board's columns stand for. */
#include <string.h>

#include "service/board.h"
#include "store/db.h"
#include "store/title.h"

static const char *title_of(struct nsi *n, const char *code)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_BOARD_ABOUT);
	enum nsi_status status = NSI_OK;
	const char *title = NULL;

	if (!s)
		return NULL;
	db_common(n, s);
	db_text(s, ":code", code);
	if (db_row(n, s, &status)) {
		title = title_in(&n->scratch, n->lang, db_string(n, s, 0));
		sqlite3_reset(s);
	}
	return title;
}

enum nsi_status board_about(struct nsi *n, struct nsi_rows *r)
{
	struct nsi_arg *v = arena_array(&n->scratch, struct nsi_arg, 2 * r->ncol + 1);
	const char *group = "", *title;
	size_t k = 0;

	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < r->ncol; i++) {
		const struct nsi_column *c = &r->cols[i];

		if (c->type != NSI_T_MARK)
			continue;
		if (c->group && strcmp(c->group, group) != 0 && (title = title_of(n, c->group)))
			v[k++] = (struct nsi_arg){ c->group, title };
		group = c->group ? c->group : "";
		if ((title = title_of(n, c->key)))
			v[k++] = (struct nsi_arg){ c->key, title };
	}
	r->about = v;
	r->nabout = k;
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}
