/* table.c - rows for people: aligned columns. The board, whose columns stand in groups, is drawn with
 * lines (grid.c); any other answer is a plain list, here. On a terminal (st->width > 0) long texts are
 * wrapped, and what is still too wide continues below; anywhere else a row is a line. */
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

		if ((t == NSI_T_TEXT || t == NSI_T_LIST || t == NSI_T_JSON || (t == NSI_T_WORD && s->width > COMFORT)) && s->width > least && s->width > word &&
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

/* The columns that stand side by side: the first of all, and those from FROM up to TO. */
struct band { size_t from, to; int gap; };

static bool beside(const struct band *b, const struct drawing *d, size_t k)
{
	return !d->v[k].follows && (!k || (b->from <= k && k < b->to));
}

/* As many as a terminal is wide for, one at least. */
static size_t band_end(const struct drawing *d, size_t from, int gap)
{
	int used = d->v[0].width;
	size_t k = from;

	for (; k < d->n; k++) {
		used += d->v[k].follows ? 0 : d->v[k].width + gap;
		if (d->st->width > 0 && used > d->st->width && k > from)
			break;
	}
	return k;
}

/* One row, of as many lines as its longest text needs. */
static void list_row(struct drawing *d, const struct band *b, const char *const *all, size_t row, bool head)
{
	const char **texts = arena_array(&d->a, const char *, d->n + 1);
	bool more = texts;

	for (size_t k = 0; texts && k < d->n; k++)
		texts[k] = all[k];

	while (more) {
		more = false;
		for (size_t k = 0; k < d->n; k++) {
			struct shown *s = &d->v[k];
			size_t n;

			if (!beside(b, d, k))
				continue;
			n = d->st->width > 0 ? draw_line(texts[k], s->width) : strlen(texts[k]);
			draw_cell(d, s, texts[k], n, head ? BOLD : draw_alarm(d, row, k));
			d->owed += b->gap;
			texts[k] += n + strspn(texts[k] + n, " ");
			more |= *texts[k] != '\0';
		}
		draw_end(d);
	}
}

static void list_rule(struct drawing *d, const struct band *b)
{
	for (size_t k = 0; k < d->n; k++)
		if (beside(b, d, k)) {
			out_pad(&d->o, k ? b->gap : 0, ' ');
			out_pad(&d->o, d->v[k].width, '-');
		}
	out_puts(&d->o, "\n");
}

static void list_band(struct drawing *d, const struct band *b, const char *const *titles)
{
	size_t rule = 0;

	if (!d->st->no_header) {
		list_row(d, b, titles, 0, true);
		list_rule(d, b);
	}
	for (size_t i = 0; i < d->r->nrow; i++) {
		struct arena_mark m = arena_mark(&d->a);

		for (; rule < d->r->nrule && d->r->rules[rule] <= i; rule++)
			list_rule(d, b);
		list_row(d, b, d->texts + i * d->n, i, false);
		arena_release(&d->a, m);
	}
}

static void list(struct drawing *d)
{
	const char **titles = arena_array(&d->a, const char *, d->n + 1);
	struct band b = { .from = 1, .gap = fit(d) };

	if (!titles)
		return;
	for (size_t k = 0; k < d->n; k++)
		titles[k] = d->v[k].title;
	do {
		b.to = band_end(d, b.from, b.gap);
		list_band(d, &b, titles);
		if (b.to < d->n)
			draw_end(d);
		b.from = b.to;
	} while (b.to < d->n);
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
