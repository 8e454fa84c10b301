/* format-xlsx.c - rows as a workbook, on libxlsxwriter. Links nothing of ours. */
#include "written.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- a worksheet -------------------------------------------------------------------------------------------- */

static const char *fill_words(const struct nsi_rows *r, const char *key)
{
	for (const struct nsi_fill *f = r->fills; f && f->key; f++)
		if (!strcmp(f->key, key))
			return f->words ? f->words : "";
	return NULL;
}

/* Groups over their columns, then the titles. */
static void head(struct page *p)
{
	struct book *b = p->b;
	const struct nsi_column *cols = b->r->cols;
	struct look look = { .head = true, .fill = 0xE7E6E6 };

	for (size_t k = 0, end; b->grouped && k < p->ncol; k = end) {
		const char *group = cols[p->cols[k]].group;
		char *own = kept(group ? plain(b, group) : "");

		for (end = k + 1; group && end < p->ncol && cols[p->cols[end]].group && !strcmp(group, cols[p->cols[end]].group);)
			end++;
		look.center = true;
		if (!own)
			b->broken = true;
		else if (end > k + 1)
			worksheet_merge_range(p->ws, p->y, (lxw_col_t)k, p->y, (lxw_col_t)(end - 1), own, format_of(b, look));
		else
			worksheet_write_string(p->ws, p->y, (lxw_col_t)k, own, format_of(b, look));
		free(own);
	}
	p->y += b->grouped;
	for (size_t k = 0; k < p->ncol; k++) {
		const struct nsi_column *c = &cols[p->cols[k]];
		const char *s = plain(b, c->title ? c->title : c->key);

		look.center = c->type == NSI_T_MARK;
		put(p, k, s, look, false);
		widen(p, k, letters(s) + 2);           /* the arrow of the filter */
	}
	p->y++;
}

/* A row that is nobody says what it is in its first label. */
static const char *row_word(struct page *p, size_t i)
{
	const struct nsi_rows *r = p->b->r;

	if (p->b->row_at == r->ncol)
		return NULL;
	for (size_t k = 0; k < p->ncol && !r->cols[p->cols[k]].group; k++)
		if (r->cells[i * r->ncol + p->cols[k]].type != NSI_T_NONE)
			return NULL;
	return people(p->b, &r->cells[i * r->ncol + p->b->row_at]);
}

static bool of_numbers(enum nsi_type t)
{
	return t == NSI_T_INT || t == NSI_T_REAL || t == NSI_T_YEAR || t == NSI_T_DAY;
}

static void rows(struct page *p)
{
	const struct nsi_rows *r = p->b->r;

	for (size_t i = p->from; i < p->to; i++, p->y++) {
		const char *word = row_word(p, i);
		const struct look bold = { .bold = true };

		if (word)
			put(p, 0, word, bold, true);
		for (size_t k = word ? 1 : 0; k < p->ncol; k++) {
			const struct nsi_column *c = &r->cols[p->cols[k]];
			const bool center = c->group && p->b->grouped;
			const struct look look = { .open = fill_words(r, c->key), .center = center, .right = !center && of_numbers(c->type),
			                            .left = !center && !of_numbers(c->type), .wrap = c->type == NSI_T_TEXT && fill_words(r, c->key) };

			put_cell(p, k, &r->cells[i * r->ncol + p->cols[k]], look);
		}
		if (p->tall > 1)                   /* who opens it may not measure texts anew */
			worksheet_set_row(p->ws, p->y, p->tall < 27 ? p->tall * LXW_DEF_ROW_HEIGHT : 409, NULL);
		p->tall = 0;
	}
}

/* Numbers of a column have as many decimals as any of them. */
static void count_places(struct page *p)
{
	const struct nsi_rows *r = p->b->r;

	for (size_t k = 0; k < p->ncol; k++)
		for (size_t i = p->from; i < p->to && p->places[k] < 3 && r->cols[p->cols[k]].type == NSI_T_REAL; i++) {
			const struct nsi_cell *c = &r->cells[i * r->ncol + p->cols[k]];
			int n = c->type == NSI_T_REAL && !c->shown ? decimals(c->r) : 0;

			p->places[k] = n > p->places[k] ? n : p->places[k];
		}
}

/* Columns that people fill in: a list to choose from; all else is locked, without a password. */
static void to_fill(struct page *p, lxw_row_t first, lxw_row_t last)
{
	struct book *b = p->b;
	lxw_protection free_hand = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .autofilter = LXW_TRUE, .sort = LXW_TRUE };
	bool any = false;

	for (size_t k = 0; k < p->ncol && p->y > first; k++) {
		const char *words = fill_words(b->r, b->r->cols[p->cols[k]].key);
		char *list[17] = { NULL };
		size_t n = 0;
		lxw_data_validation v = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = list, .error_type = LXW_VALIDATION_ERROR_TYPE_STOP };

		any |= words != NULL;
		if (words && !*words && b->r->cols[p->cols[k]].type == NSI_T_TEXT)
			widen(p, k, WIDE);
		for (size_t len; words && *words && n < 16; words += len + strspn(words + len, " ")) {
			char word[64];
			const struct nsi_cell c = { .type = NSI_T_WORD, .s = word };

			len = strcspn(words, " ");
			snprintf(word, sizeof(word), "%.*s", (int)len, words);
			if (!(list[n] = kept(people(b, &c))))
				b->broken = true;
			else
				widen(p, k, letters(list[n++]) + 2);
		}
		if (n)
			worksheet_data_validation_range(p->ws, first, (lxw_col_t)k, last, (lxw_col_t)k, &v);
		while (n)
			free(list[--n]);
	}
	if (any)
		worksheet_protect(p->ws, NULL, &free_hand);
}

/* The summary, what the marks mean, notes: below, apart from the table. */
static void foot(struct page *p)
{
	struct book *b = p->b;
	const struct nsi_rows *r = b->r;
	const struct look bold = { .bold = true };
	const struct look none = { 0 };

	p->y += r->nsum > 0;
	for (size_t i = 0; i < r->nsum; i++, p->y++) {
		put(p, 0, plain(b, r->sumcols[i].title ? r->sumcols[i].title : r->sumcols[i].key), bold, true);
		if (p->places && p->ncol > 1)
			p->places[1] = r->sums[i].type == NSI_T_REAL ? decimals(r->sums[i].r) : 0;
		put_cell(p, 1, &r->sums[i], none);
	}
	p->y += r->nlegend > 0;
	for (size_t i = 0; i < r->nlegend; i++, p->y++) {
		const struct nsi_cell word = { .type = NSI_T_WORD, .s = r->legend[i].state };
		const struct look look = { .fill = fill_of(r->legend[i].state), .center = true };

		put(p, 0, people(b, &word), look, true);
		put(p, 1, plain(b, r->legend[i].mark ? r->legend[i].mark : ""), none, false);
	}
	p->y += r->nnote > 0;
	for (size_t i = 0; i < r->nnote; i++, p->y++)
		put(p, 0, plain(b, r->notes[i]), none, false);
}

/* What a sheet may be called, and no other of the book is: NAME 2 where that is. To be freed. */
static char *sheet_name(struct book *b, const char *s)
{
	char *out = malloc(4 * MOST_NAME + 16), end[16] = "";
	int n = 0, most = MOST_NAME;
	size_t k = 0;

	for (int i = 2; out && i < 1000; i++) {
		for (k = 0, n = 0; s[k]; k++) {
			n += (s[k] & 0xC0) != 0x80;
			if (n > most)
				break;
			out[k] = strchr("[]:*?/\\", s[k]) || (!k && s[k] == '\'') ? '-' : s[k];
		}
		for (; k && (out[k - 1] == '\'' || out[k - 1] == ' '); k--)
			;
		strcpy(out + k, end);
		if (!workbook_get_worksheet_by_name(b->wb, out) && strcasecmp(out, "history") != 0)    /* that one Excel keeps for itself */
			return out;
		most = MOST_NAME - snprintf(end, sizeof(end), " %d", i);
	}
	return out;
}

static void paper(struct page *p, lxw_row_t first)
{
	struct book *b = p->b;
	char *title = b->r->title ? kept(plain(b, b->r->title)) : NULL, header[256] = "&L";
	size_t k = 2;

	for (const char *s = title; s && *s && k < sizeof(header) - 8; s++) {
		if (k > 180 && (*s & 0xC0) != 0x80)
			break;
		header[k++] = *s;
		if (*s == '&')
			header[k++] = '&';
	}
	header[k] = '\0';
	if (k > 2)
		worksheet_set_header(p->ws, header);
	free(title);
	worksheet_set_footer(p->ws, "&R&P / &N");
	worksheet_set_landscape(p->ws);
	worksheet_set_paper(p->ws, b->grouped ? 8 : 9);            /* A3, A4 */
	worksheet_fit_to_pages(p->ws, 1, 0);
	if (first)
		worksheet_repeat_rows(p->ws, 0, first - 1);
}

static void page(struct book *b, const char *name, const size_t *cols, size_t ncol, size_t from, size_t to)
{
	struct page p = { .b = b, .cols = cols, .ncol = ncol, .from = from, .to = to };
	char *own = sheet_name(b, name);
	lxw_row_t first, last;
	size_t labels = 0, filtered = to;

	p.width = calloc(ncol + 1, sizeof(*p.width));
	p.places = calloc(ncol + 1, sizeof(*p.places));
	p.ws = own && p.width && p.places ? workbook_add_worksheet(b->wb, *own ? own : NULL) : NULL;
	free(own);
	if (!p.ws) {
		free(p.width);
		free(p.places);
		b->broken = true;
		return;
	}
	count_places(&p);
	if (!b->st->no_header)
		head(&p);
	first = p.y;
	rows(&p);
	last = p.y ? p.y - 1 : 0;
	to_fill(&p, first, last);
	if (b->grouped && b->r->nrule && b->r->rules[0] > from)
		filtered = b->r->rules[0];
	if (first && filtered > from && ncol)
		worksheet_autofilter(p.ws, first - 1, 0, first - 1 + (lxw_row_t)(filtered - from), (lxw_col_t)(ncol - 1));
	while (b->grouped && labels < ncol && !b->r->cols[cols[labels]].group)
		labels++;
	if (first)
		worksheet_freeze_panes(p.ws, first, (lxw_col_t)labels);
	if (to == b->r->nrow || b->leaf < b->r->ncol)
		foot(&p);
	for (size_t k = 0; k < ncol; k++)
		worksheet_set_column(p.ws, (lxw_col_t)k, (lxw_col_t)k, (p.width[k] < NARROW ? NARROW : p.width[k] > WIDE ? WIDE : p.width[k]) + 1, NULL);
	paper(&p, first);
	free(p.width);
	free(p.places);
}

/* ---- the workbook ------------------------------------------------------------------------------------------- */

/* As in the table on a screen: what people see in the marks is no column of its own. */
static void choose(struct book *b)
{
	const struct nsi_rows *r = b->r;
	bool seen = false;

	b->row_at = b->leaf = r->ncol;
	for (size_t i = 0; r->each && !r->fills && i < r->ncol; i++)
		b->leaf = !strcmp(r->cols[i].key, r->each) && r->cols[i].type == NSI_T_ID ? i : b->leaf;
	for (size_t i = 0; i < r->ncol; i++)
		b->grouped |= r->cols[i].group != NULL;
	for (size_t i = 0; i < r->ncol; i++) {
		const struct nsi_column *c = &r->cols[i];

		if (b->grouped && !seen && !c->group && !strcmp(c->key, "row")) {
			b->row_at = i;
			continue;
		}
		seen |= c->group != NULL;
		if (c->type != NSI_T_KEY && !(seen && !c->group && (c->type == NSI_T_LIST || c->type == NSI_T_JSON)))
			b->cols[b->ncol++] = i;
	}
}

/* Each group of columns on a sheet of its own, behind the labels; V has room for all columns. */
static void groups(struct book *b, size_t *v)
{
	const struct nsi_column *cols = b->r->cols;
	size_t labels = 0, last = 0, count = 0;

	while (labels < b->ncol && !cols[b->cols[labels]].group)
		labels++;
	for (size_t k = labels; k < b->ncol; k++)
		count += cols[b->cols[k]].group && (k == labels || !cols[b->cols[k - 1]].group || strcmp(cols[b->cols[k]].group, cols[b->cols[k - 1]].group) != 0);
	for (size_t k = labels; k < b->ncol && count > 1 && count < 200; k = last) {
		const char *group = cols[b->cols[k]].group;
		size_t n = labels;

		memcpy(v, b->cols, labels * sizeof(*v));
		for (last = k; last < b->ncol && (last == k || (group && cols[b->cols[last]].group && !strcmp(group, cols[b->cols[last]].group))); last++)
			v[n++] = b->cols[last];
		if (group && cols[b->cols[k]].type == NSI_T_MARK)
			page(b, plain(b, group), v, n, 0, b->r->nrow);
	}
}

/* The row behind those that stand on the sheet which FROM begins; NAME: what it is called, to be freed. */
static size_t leaf_end(const struct book *b, size_t from, char **name)
{
	const struct nsi_rows *r = b->r;
	const char *one = from < r->nrow ? r->cells[from * r->ncol + b->leaf].s : NULL;
	size_t to = from + (from < r->nrow);

	while (one && to < r->nrow && r->cells[to * r->ncol + b->leaf].s && !strcmp(r->cells[to * r->ncol + b->leaf].s, one))
		to++;
	if (one) {
		free(*name);
		*name = kept(one);
	}
	return to;
}

static void fill(struct book *b, size_t *room)
{
	const struct nsi_rows *r = b->r;
	char *name = kept(b->grouped ? b->st->tr(b->st->lang, N_("All")) : r->title ? plain(b, r->title) : "nsi"), *more;
	lxw_doc_properties about = { .title = r->title ? (char *)(uintptr_t)r->title : NULL, .created = 946684800 };   /* always the same: equal rows are equal bytes */
	size_t from = 0;

	more = name && letters(name) > MOST_NAME ? strstr(name, " · ") : NULL;
	if (more)                                                  /* "Summary", not half of its days; they stand in the header */
		*more = '\0';
	workbook_set_properties(b->wb, &about);
	do {
		bool leaf = b->leaf < r->ncol;
		size_t to = leaf ? leaf_end(b, from, &name) : r->nrow - from > MOST_ROWS ? from + MOST_ROWS : r->nrow;

		page(b, (from && !leaf) || !name ? "" : name, b->cols, b->ncol, from, to);
		from = to;
	} while (from < r->nrow && !b->broken);
	free(name);
	if (b->grouped && r->nrow <= MOST_ROWS)
		groups(b, room);
}

static int copy(struct nsi_sink *sink, int fd)
{
	char bytes[65536];
	ssize_t n;

	if (lseek(fd, 0, SEEK_SET) < 0)
		return errno;
	while ((n = read(fd, bytes, sizeof(bytes))) > 0)
		sink->put(sink, bytes, (size_t)n);
	return n < 0 ? errno : 0;
}

static int write_book(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct book b = { .r = r, .st = st };
	int fd = memfd_create("nsi.xlsx", MFD_CLOEXEC), error = 0;
	size_t *room = calloc(2 * (r->ncol + 1), sizeof(*room));
	char path[64];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);      /* the library writes to a name only */
	b.cols = room;
	b.wb = fd >= 0 && room ? workbook_new(path) : NULL;
	if (!b.wb) {
		error = fd < 0 ? errno : ENOMEM;
	} else {
		choose(&b);
		fill(&b, room + r->ncol + 1);
		errno = 0;
		if (workbook_close(b.wb))
			error = errno ? errno : EIO;
		else if (b.broken)
			error = ENOMEM;
	}
	if (!error)
		error = copy(sink, fd);
	if (fd >= 0)
		close(fd);
	free(room);
	return error;
}

NSI_API extern const struct nsi_format nsi_format_xlsx;
const struct nsi_format nsi_format_xlsx = { { NSI_PART_ABI, "xlsx", N_("a workbook of Excel, for people") }, "xlsx", false, write_book };
