/* grid.c - a table whose columns stand in groups, as the board: lines between the groups, what a row is
 * at the left without a heading. On a terminal that is too narrow it continues below. */
#include <string.h>

#include "base/text.h"
#include "format/draw.h"

/* The width of all labels together. */
static int label_width(struct drawing *d)
{
	int width = 0, word = 0;

	for (size_t k = 0; k < d->n && d->v[k].label; k++)
		width += (k > 0) + d->v[k].width;
	for (size_t i = 0; i < d->r->nrow; i++) {
		const char *s = draw_row_word(d, i);
		int w = s ? text_width(s) : 0;

		word = w > word ? w : word;
	}
	return width > word ? width : word;
}

/* The column behind the last one that fits on a terminal, beginning with FROM; groups stay whole
 * where they can. */
static size_t band(const struct drawing *d, size_t from, int label)
{
	int used = label;
	size_t opened = from;

	for (size_t k = from; k < d->n; k++) {
		if (d->v[k].follows)
			continue;
		used += (k == from || d->v[k].opens ? 3 : 1) + d->v[k].width;
		if (d->v[k].opens)
			opened = k;
		if (d->st->width > 0 && used > d->st->width && k > from)
			return opened > from ? opened : k;
	}
	return d->n;
}

static void labels(struct drawing *d, size_t row, int width)
{
	const char *word = draw_row_word(d, row);
	struct shown whole = { .width = width };
	int used = 0;

	if (word) {
		draw_cell(d, &whole, word, strlen(word), NULL);
		return;
	}
	for (size_t k = 0; k < d->n && d->v[k].label; k++) {
		const char *s = d->texts[row * d->n + k];

		d->owed += k > 0;
		draw_cell(d, &d->v[k], s, strlen(s), draw_alarm(d, row, k));
		used += (k > 0) + d->v[k].width;
	}
	d->owed += width - used;
}

static void gap(struct drawing *d, size_t k, size_t from, int label)
{
	if (k == from ? label > 0 : d->v[k].opens)
		draw_bar(d);
	else if (k > from)
		d->owed++;
}

static void grid_rule(struct drawing *d, size_t from, size_t to, int label)
{
	out_pad(&d->o, label, '-');
	for (size_t k = from; k < to; k++) {
		if (d->v[k].follows)
			continue;
		if (k == from ? label > 0 : d->v[k].opens)
			out_puts(&d->o, "-+-");
		else if (k > from)
			out_puts(&d->o, "-");
		out_pad(&d->o, d->v[k].width, '-');
	}
	draw_end(d);
}

static void grid_head(struct drawing *d, size_t from, size_t to, int label)
{
	d->owed = label;
	for (size_t k = from; k < to; k++)
		if (!d->v[k].follows) {
			gap(d, k, from, label);
			draw_cell(d, &d->v[k], d->v[k].title, strlen(d->v[k].title), BOLD);
		}
	draw_end(d);
	grid_rule(d, from, to, label);
}

static void grid_band(struct drawing *d, size_t from, size_t to, int label)
{
	size_t rule = 0;

	if (!d->st->no_header)
		grid_head(d, from, to, label);
	for (size_t i = 0; i < d->r->nrow; i++) {
		for (; rule < d->r->nrule && d->r->rules[rule] <= i; rule++)
			grid_rule(d, from, to, label);
		labels(d, i, label);
		for (size_t k = from; k < to; k++) {
			const char *s = d->texts[i * d->n + k];

			if (d->v[k].follows)
				continue;
			gap(d, k, from, label);
			draw_cell(d, &d->v[k], s, strlen(s), draw_alarm(d, i, k));
		}
		draw_end(d);
	}
}

void grid_draw(struct drawing *d)
{
	int label = label_width(d);
	size_t from = 0, to;

	while (from < d->n && d->v[from].label)
		from++;
	for (; from < d->n; from = to) {
		to = band(d, from, label);
		grid_band(d, from, to, label);
		if (to < d->n)
			draw_end(d);
	}
}
