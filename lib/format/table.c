/* table.c - rows for people: aligned columns. The board, whose columns stand in groups, is drawn with
 * lines (grid.c); any other answer is a plain list, here. On a terminal (st->width > 0) long texts are
 * wrapped; anywhere else a row is a line. */
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "format/draw.h"

enum { NARROWEST = 12 };                               /* what a wrapped column is left with */

/* Take columns of text together until a line fits the terminal. */
static void narrow(struct drawing *d)
{
	int total = -2;

	for (size_t k = 0; k < d->n; k++)
		total += d->v[k].follows ? 0 : d->v[k].width + 2;
	while (d->st->width > 0 && total > d->st->width) {
		struct shown *widest = NULL;
		int least;

		for (size_t k = 0; k < d->n; k++) {
			enum nsi_type t = d->r->cols[d->v[k].at].type;

			if ((t == NSI_T_TEXT || t == NSI_T_LIST || t == NSI_T_JSON) &&
			    d->v[k].width > NARROWEST && (!widest || d->v[k].width > widest->width))
				widest = &d->v[k];
		}
		if (!widest)
			return;
		least = widest->width - (total - d->st->width);
		least = least < widest->width / 2 ? widest->width / 2 : least;
		least = least < NARROWEST ? NARROWEST : least;
		total -= widest->width - least;
		widest->width = least;
	}
}

/* How much of S goes on a line of WIDTH columns: up to a blank where there is one. */
static size_t line_of(const char *s, int width)
{
	size_t n = text_cut(s, width), k = n;

	if (!s[n] || s[n] == ' ')
		return n;
	while (k && s[k - 1] != ' ')
		k--;
	while (k && s[k - 1] == ' ')
		k--;
	if (k)
		return k;
	return n ? n : strlen(s);
}

/* One row, of as many lines as its longest text needs; TEXTS get eaten. */
static void list_row(struct drawing *d, const char **texts, size_t row, bool head)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t k = 0; k < d->n; k++) {
			struct shown *s = &d->v[k];
			size_t n;

			if (s->follows)
				continue;
			n = d->st->width > 0 ? line_of(texts[k], s->width) : strlen(texts[k]);
			draw_cell(d, s, texts[k], n, head ? BOLD : draw_alarm(d, row, k));
			d->owed += 2;
			texts[k] += n + strspn(texts[k] + n, " ");
			more |= *texts[k] != '\0';
		}
		draw_end(d);
	}
}

static void list_rule(struct drawing *d)
{
	const char *gap = "";

	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows) {
			out_puts(&d->o, gap);
			out_pad(&d->o, d->v[k].width, '-');
			gap = "  ";
		}
	out_puts(&d->o, "\n");
}

static void list(struct drawing *d)
{
	const char **titles = arena_array(&d->a, const char *, d->n + 1);
	size_t rule = 0;

	if (!titles)
		return;
	narrow(d);
	for (size_t k = 0; k < d->n; k++)
		titles[k] = d->v[k].title;
	if (!d->st->no_header) {
		list_row(d, titles, 0, true);
		list_rule(d);
	}
	for (size_t i = 0; i < d->r->nrow; i++) {
		struct arena_mark m = arena_mark(&d->a);

		for (; rule < d->r->nrule && d->r->rules[rule] <= i; rule++)
			list_rule(d);
		list_row(d, d->texts + i * d->n, i, false);
		arena_release(&d->a, m);
	}
}

int table_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct drawing d = { .o = { .sink = sink }, .r = r, .st = st };
	bool oom;

	if (draw_prepare(&d)) {
		if (r->nrow || !r->nsum) {                   /* a summary alone says that there is nothing */
			draw_title(&d);
			if (d.grouped)
				grid_draw(&d);
			else if (d.n)
				list(&d);
		}
		draw_footer(&d);
	}
	out_flush(&d.o);
	oom = d.a.oom;
	arena_free(&d.a);
	return oom ? ENOMEM : 0;
}
