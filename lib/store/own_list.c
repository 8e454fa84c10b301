/* own_list.c - the reports that a school has written itself. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/journal.h"
#include "store/own.h"

enum { NAME, TITLE, PARAMS, COLS };

static const struct nsi_column cols[COLS] = {
	{ "report", N_("Report"), NULL, NSI_T_ID, NSI_SHOWN },
	{ "title", N_("Title"), NULL, NSI_T_TEXT, NSI_SHOWN },
	{ "params", N_("Options"), NULL, NSI_T_LIST, NSI_SHOWN },
};

static int is_sql(const struct dirent *e)
{
	size_t len = strlen(e->d_name);

	return e->d_name[0] != '.' && len > 4 && !strcmp(e->d_name + len - 4, ".sql");
}

/* A row of the file; what is wrong with it is its title. */
static enum nsi_status row(struct nsi *n, struct table *t, const char *folder, const char *name)
{
	struct question *q = arena_new(&n->scratch, struct question);
	struct nsi_cell *c = table_row(t);
	const char *params = "";
	size_t before = n->messages.n;
	enum nsi_status status;

	if (!q || !c)
		return NSI_MEMORY;
	status = own_read(n, q, &n->scratch, arena_printf(&n->scratch, "%s/%s", folder, name));
	c[NAME] = cell_text(NSI_T_ID, arena_strndup(&n->scratch, name, strlen(name) - 4));
	c[TITLE] = cell_text(NSI_T_TEXT, status && n->messages.n > before
	                                         ? arena_strdup(&n->scratch, n->messages.v[before].text)
	                                         : q->brief);
	for (size_t i = 0; i < q->nparam && !status; i++)
		params = arena_printf(&n->scratch, "%s%s--%s", params, *params ? " " : "", q->params[i].key);
	c[PARAMS] = cell_text(NSI_T_LIST, params);
	n->messages.n = before;
	return status == NSI_MEMORY ? status : NSI_OK;
}

enum nsi_status nsi_report_list(struct nsi *n, const struct nsi_rows **out)
{
	struct table *t;
	struct dirent **v = NULL;
	const char *slash, *folder;
	enum nsi_status status = answer_begin(n, &t, false);
	int count;

	if (status)
		return call_end(n, status);
	slash = strrchr(n->path, '/');
	folder = arena_printf(&n->scratch, "%.*sreports", slash ? (int)(slash - n->path + 1) : 0, n->path);
	table_begin(t, &n->scratch, n->lang, cols, COLS);
	count = scandir(folder, &v, is_sql, alphasort);
	if (count < 0 && errno == ENOMEM)
		status = NSI_MEMORY;
	for (int i = 0; i < count; i++) {
		if (!status)
			status = row(n, t, folder, v[i]->d_name);
		free(v[i]);
	}
	free(v);
	*out = &t->rows;
	return call_end(n, status);
}
