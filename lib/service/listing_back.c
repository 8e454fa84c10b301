/* listing_back.c - the wrong rows of a school's list, for who mends them: as they stood, with what is wrong. */
#include <string.h>

#include "format/format.h"
#include "service/listing.h"
#include "store/output.h"

/* People open it in Excel: what that would run is guarded. */
static void put_cell(struct buf *b, struct arena *a, const char *s, char separator)
{
	const char special[] = { separator, '"', '\t', '\r', '\n', '\0' };

	s = lines_safe(a, s);
	if (cell_wants_guard(s))
		s = arena_printf(a, "'%s", s);
	if (!strpbrk(s, special)) {
		buf_puts(b, s);
		return;
	}
	buf_putc(b, '"');
	for (; *s; s++) {
		if (*s == '"')
			buf_putc(b, '"');
		buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

static void put_row(struct buf *b, const struct listing *l, const char *const *cells, size_t n, const char *error)
{
	char separator = sheet_separator(l->sheet);
	size_t width = n > l->ncolumn ? n : l->ncolumn;

	for (size_t i = 0; i < width; i++) {
		put_cell(b, &l->n->scratch, i < n ? cells[i] : "", separator);
		buf_putc(b, separator);
	}
	put_cell(b, &l->n->scratch, error, separator);
	buf_puts(b, "\r\n");
}

enum nsi_status listing_back(struct listing *l, const char *path)
{
	struct nsi *n = l->n;
	struct buf b = { 0 };
	struct file_new f;
	enum nsi_status status = output_create(n, path, true, &f);

	if (status)
		return status;
	buf_puts(&b, "\xef\xbb\xbf");
	put_row(&b, l, l->header.cells, l->header.n, "error");
	for (size_t i = 0; i < l->nv; i++)
		if (l->v[i].wrong)
			put_row(&b, l, l->v[i].cells, l->v[i].ncell, l->v[i].error);
	if (b.oom || fwrite(b.s, 1, b.n, f.f) != b.n) {
		file_abandon(&f);
		status = b.oom ? NSI_MEMORY : fail(&n->messages, NSI_MACHINE, N_("%s cannot be written"), path);
	} else {
		status = file_commit(&n->messages, &f);
	}
	buf_free(&b);
	return status;
}
