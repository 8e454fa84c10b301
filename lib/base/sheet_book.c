/* sheet_book.c - a workbook as rows: a plugin reads it; here its sheets are looked through for the heading that is meant. */
#include <string.h>

#include "base/progress.h"
#include "base/sheet_inside.h"
#include "base/text.h"

enum { MOST_ABOVE = 50 /* rows above a heading */, MOST_HEAD = 5 /* rows of one */ };

static const struct nsi_reader readers[] = {
	{ { NSI_PART_ABI, "xlsx", NULL }, NULL, NULL, NULL, NULL },
	{ { 0, NULL, NULL }, NULL, NULL, NULL, NULL },
};

static enum nsi_status book_fault(struct sheet *r, enum nsi_status status, const char *text)
{
	if (status == NSI_DATA)
		message_put(r->m, NSI_ERROR, r->name, r->out.line, 0, NULL, tr(r->m->lang, text));
	return status;
}

bool book_to(struct sheet *r, size_t at, enum nsi_status *status)
{
	const char *name = NULL, *fault = NULL;

	r->which = at;
	r->out.line = 0;
	*status = r->book->sheet(r->own, at, &name, &fault);
	book_fault(r, *status, fault);
	r->leaf = name;
	return !*status && name;
}

const struct sheet_row *book_next(struct sheet *r, enum nsi_status *status)
{
	const struct nsi_reader_row *row;
	const char *fault = NULL;
	bool blank;

	progress_at(r->m, N_("reading the file"), 0, 0);
	do {
		*status = r->book->next(r->own, &row, &fault);
		book_fault(r, *status, fault);
		if (*status || !row)
			return NULL;
		blank = true;
		for (size_t i = 0; i < row->n && blank; i++)
			blank = !*row->cells[i] || text_blank(row->cells[i]);
		blank |= row->line < r->heading || (row->line > r->heading && row->line <= r->heading_end);
	} while (blank);
	r->out = (struct sheet_row){ row->n, row->cells, row->line };
	if (r->head && row->line == r->heading)
		r->out = (struct sheet_row){ r->nhead, r->head, row->line };
	r->last = row->last;
	return &r->out;
}

bool book_open(struct sheet *r, size_t limit, enum nsi_status *status)
{
	unsigned char head[8] = { 0 };
	const char *fault = NULL;
	size_t got = fread(head, 1, sizeof(head), r->f);

	rewind(r->f);
	if (got == 8 && !memcmp(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) {
		*status = book_fault(r, NSI_DATA, N_("an old .xls, or a workbook with a password: save it as .xlsx without a password"));
		return false;
	}
	if (got < 4 || memcmp(head, "PK", 2) || head[2] > 6 || head[3] > 7)
		return false;
	r->book = part_find(r->m, N_("reader"), "xlsx", readers, sizeof(*readers), offsetof(struct nsi_reader, open),
	                    status);
	if (!r->book)
		return true;
	fflush(r->f);
	*status = r->book->open(fileno(r->f), limit, &r->own, &fault);
	book_fault(r, *status, fault);
	if (!*status && !book_to(r, 0, status) && !*status)
		*status = book_fault(r, NSI_DATA, N_("the workbook has no sheet"));
	return true;
}

/* The row is the heading, or stands below it and says more of its columns. */
static bool head_join(struct sheet *r, const struct sheet_row *row)
{
	size_t n = row->n > r->nhead ? row->n : r->nhead;
	const char **v = arena_array(&r->keep, const char *, n + 1), *over = "";

	for (size_t i = 0; v && i < n; i++) {
		const char *top = i < r->nhead ? r->head[i] : "", *sub = i < row->n ? row->cells[i] : "";

		over = text_blank(top) ? over : top;
		if (text_blank(sub) || !strcmp(sub, top))
			v[i] = top;
		else if (!r->head || !*over)
			v[i] = arena_strdup(&r->keep, sub);
		else
			v[i] = arena_printf(&r->keep, text_blank(top) ? "%s\v\v%s" : "%s\v%s", over, sub);
	}
	r->head = v;
	r->nhead = n;
	return v;
}

/* The heading, and what stands between cells of it that are merged downwards. */
static enum nsi_status head_read(struct sheet *r)
{
	enum nsi_status status = NSI_OK;
	const struct sheet_row *row = &r->out;
	int line = row->line, end = r->last;

	r->head = NULL;
	r->nhead = 0;
	for (int k = 0; row && row->line <= end && k < MOST_HEAD; k++) {
		if (!head_join(r, row))
			return NSI_MEMORY;
		end = r->last > end ? r->last : end;
		row = book_next(r, &status);
	}
	r->heading = line;
	r->heading_end = end;
	return status;
}

/* Other sheets: is there any, and would one of them have fitted too? What is wrong with them is nothing to us. */
static bool others(struct sheet *r, bool told, bool (*fits)(void *x, const struct sheet_row *row), void *x)
{
	const size_t own = r->which, before = r->m->n, errors = r->m->errors;
	const struct sheet_row *row;
	enum nsi_status status;
	size_t at = 0;

	for (; book_to(r, at, &status); at++)
		for (int k = 0; told && at != own && k < MOST_ABOVE && (row = book_next(r, &status)); k++)
			if (fits(x, row)) {
				warn(r->m, N_("%s: the sheet \"%s\" is not read, only one is"), r->name, r->leaf);
				break;
			}
	if (status) {
		r->m->n = before;
		r->m->errors = errors;
	}
	r->which = own;
	return at > 1;
}

static enum nsi_status found(struct sheet *r, bool named, bool (*fits)(void *x, const struct sheet_row *row), void *x)
{
	const char *leaf = arena_strdup(&r->keep, r->leaf);
	enum nsi_status status = head_read(r);
	const int heading = r->heading, end = r->heading_end;

	if (status)
		return status;
	r->heading = r->heading_end = 0;
	if (others(r, !named, fits, x))
		r->name = arena_printf(&r->keep, "%s:%s", r->name, leaf);
	r->heading = heading;
	r->heading_end = end;
	return sheet_again(r) && !r->keep.oom ? NSI_OK : NSI_MEMORY;
}

enum nsi_status sheet_seek(struct sheet *r, const char *named, bool (*fits)(void *x, const struct sheet_row *row),
                           void *x)
{
	enum nsi_status status = NSI_OK;
	const struct sheet_row *row;
	size_t first = 0;
	bool there = !named;

	if (!r->book)
		return named ? fail(r->m, NSI_USAGE, N_("%s is no workbook: it has no sheets"), r->name) : NSI_OK;
	r->heading = r->heading_end = 0;
	r->head = NULL;
	for (size_t at = 0; !status && book_to(r, at, &status); at++) {
		if (named && strcmp(r->leaf, named) != 0)
			continue;
		first = there ? first : at;
		there = true;
		for (int k = 0; k < MOST_ABOVE && (row = book_next(r, &status)); k++)
			if (fits(x, row))
				return found(r, named, fits, x);
	}
	if (!status && !there)
		return fail(r->m, NSI_DATA, N_("%s has no sheet \"%s\""), r->name, named);
	if (!status)
		book_to(r, first, &status);
	return status;
}
