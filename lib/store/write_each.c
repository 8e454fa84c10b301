/* write_each.c - an answer into a folder: a file for each person in it. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/progress.h"
#include "store/document.h"
#include "store/write_each.h"

/* The rows FROM … that have the value of FROM in column AT. */
static size_t run(const struct nsi_rows *r, size_t at, size_t from)
{
	size_t to = from + 1;

	while (to < r->nrow && !strcmp(r->cells[to * r->ncol + at].s, r->cells[from * r->ncol + at].s))
		to++;
	return to;
}

/* The forms of the PART, where those of the whole are made of its rows. */
static bool documents(struct nsi *n, const struct nsi_rows *whole, struct nsi_rows *part)
{
	const struct nsi_document *from = whole->documents;
	struct nsi_document *own;
	size_t k = 0;

	while (from && from[k].format)
		k++;
	own = arena_array(&n->scratch, struct nsi_document, k + 1);
	for (size_t i = 0; own && i < k; i++) {
		own[i] = from[i];
		if (own[i].what == whole)
			own[i].what = part;
	}
	part->documents = k ? own : NULL;
	return own;
}

enum nsi_status write_each(struct nsi *n, const struct nsi_rows *rows, const struct nsi_output *o)
{
	enum nsi_status status = NSI_OK;
	size_t at = 0;

	while (at < rows->ncol && strcmp(rows->cols[at].key, rows->each) != 0)
		at++;
	if (mkdir(o->file, 0777) && errno != EEXIST)
		return fail(&n->messages, NSI_OUTPUT, "%s: %s", o->file, tr(n->lang, error_text(errno)));
	for (size_t i = 0, to; i < rows->nrow && !status; i = to) {
		struct nsi_rows part = *rows;
		struct nsi_output own = *o;
		char *code = arena_strdup(&n->scratch, rows->cells[i * rows->ncol + at].s);
		const char *format = o->format ? o->format : rows->fills ? "xlsx" : "html";

		to = run(rows, at, i);
		progress_at(&n->messages, N_("writing the files"), (int64_t)i, (int64_t)rows->nrow);
		for (char *c = code; (c = strchr(c, '/'));)
			*c = '-';
		part.each = NULL;
		part.cells = rows->cells + i * rows->ncol;
		part.nrow = to - i;
		part.title = code;
		if (!documents(n, rows, &part))
			return NSI_MEMORY;
		own.format = format;
		own.file = arena_printf(&n->scratch, "%s/%s.%s", o->file, code,
		                        strncmp(format, "csv", 3) ? format : "csv");
		status = nsi_write(n, &part, &own);
	}
	return status;
}

bool write_is_each(const struct nsi_rows *rows, const struct nsi_output *o)
{
	const char *slash, *dot;
	struct stat st;

	if (!rows->each || !o->file || !strcmp(o->file, "-"))
		return false;
	slash = strrchr(o->file, '/');
	dot = strrchr(slash ? slash + 1 : o->file, '.');
	return !stat(o->file, &st) ? S_ISDIR(st.st_mode) : !dot || !strcmp(dot, ".");
}
