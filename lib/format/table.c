/* table.c - rows for people: aligned columns. The board, whose columns stand in groups, is drawn with
 * lines (grid.c); any other answer is a plain list, here. On a terminal (st->width > 0) long texts are
 * wrapped; anywhere else a row is a line. */
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "format/draw.h"

enum { COMFORT = 24, NARROWEST = 12 };                 /* what a wrapped column is left with */
enum { WORD = 20 };                                    /* a longer one may be broken */

static int total_width(const struct drawing *d, int gap)
{
	int total = -gap;

	for (size_t k = 0; k < d->n; k++)
		total += d->v[k].follows ? 0 : d->v[k].width + gap;
	return total;
}

/* The widest column whose text can be wrapped further, none to less than LEAST; words stay whole if
 * they are no longer than LONGEST. NULL: all are that narrow. */
static struct shown *widest(struct drawing *d, int least, int longest)
{
	struct shown *w = NULL;

	for (size_t k = 0; k < d->n; k++) {
		struct shown *s = &d->v[k];
		enum nsi_type t = d->r->cols[s->at].type;
		int word = s->word < longest ? s->word : longest;

		if ((t == NSI_T_TEXT || t == NSI_T_LIST || t == NSI_T_JSON) && s->width > least && s->width > word &&
		    (!w || s->width > w->width))
			w = s;
	}
	return w;
}

static bool narrow(struct drawing *d, int gap, int least)
{
	struct shown *w;

	while (total_width(d, gap) > d->st->width && (w = widest(d, least, WORD)))
		w->width--;
	return total_width(d, gap) <= d->st->width;
}

/* Fit the columns into a terminal: wrap texts, then titles, then bring all together. Returns the
 * blanks between columns. */
static int fit(struct drawing *d)
{
	if (d->st->width <= 0 || narrow(d, 2, COMFORT))
		return 2;
	for (size_t k = 0; k < d->n && total_width(d, 2) > d->st->width; k++)
		if (d->v[k].least < d->v[k].width)
			d->v[k].width = d->v[k].least;
	if (narrow(d, 2, COMFORT) || narrow(d, 2, NARROWEST))
		return 2;
	return 1;
}

/* One row, of as many lines as its longest text needs; TEXTS get eaten. */
static void list_row(struct drawing *d, int gap, const char **texts, size_t row, bool head)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t k = 0; k < d->n; k++) {
			struct shown *s = &d->v[k];
			size_t n;

			if (s->follows)
				continue;
			n = d->st->width > 0 ? draw_line(texts[k], s->width) : strlen(texts[k]);
			draw_cell(d, s, texts[k], n, head ? BOLD : draw_alarm(d, row, k));
			d->owed += gap;
			texts[k] += n + strspn(texts[k] + n, " ");
			more |= *texts[k] != '\0';
		}
		draw_end(d);
	}
}

static void list_rule(struct drawing *d, int gap)
{
	bool first = true;

	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows) {
			out_pad(&d->o, first ? 0 : gap, ' ');
			out_pad(&d->o, d->v[k].width, '-');
			first = false;
		}
	out_puts(&d->o, "\n");
}

static void list(struct drawing *d)
{
	const char **titles = arena_array(&d->a, const char *, d->n + 1);
	size_t rule = 0;
	int gap = fit(d);

	if (!titles)
		return;
	for (size_t k = 0; k < d->n; k++)
		titles[k] = d->v[k].title;
	if (!d->st->no_header) {
		list_row(d, gap, titles, 0, true);
		list_rule(d, gap);
	}
	for (size_t i = 0; i < d->r->nrow; i++) {
		struct arena_mark m = arena_mark(&d->a);

		for (; rule < d->r->nrule && d->r->rules[rule] <= i; rule++)
			list_rule(d, gap);
		list_row(d, gap, d->texts + i * d->n, i, false);
		arena_release(&d->a, m);
	}
}

int table_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct drawing d = { .o = { .sink = sink }, .r = r, .st = st };
	bool oom;

	if (draw_prepare(&d)) {
		if (r->nrow || (!r->nsum && !r->nnote)) {    /* a summary or a note alone says that there is nothing */
			draw_title(&d);
			if (d.grouped)
				grid_draw(&d);
			else if (d.n)
				list(&d);
		}
		draw_footer(&d);
		spark_draw(&d);
	}
	out_flush(&d.o);
	oom = d.a.oom;
	arena_free(&d.a);
	return oom ? ENOMEM : 0;
}
