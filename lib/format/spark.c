/* spark.c - progress against the plan in two lines of a terminal, for who looks only there. */
#include <string.h>

#include "base/text.h"
#include "base/tr.h"
#include "format/page.h"
#include "format/svg.h"

enum { CELLS = 30, MARGIN = 40 /* letters around them */ };

/* LINE between two days: a block a span of them, as high as what there is by its end; blank behind the last. */
static void spark(struct drawing *d, const struct svg_line *line, int32_t from, int32_t to, int32_t most, int width)
{
	static const char *const blocks[] = { " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	int32_t last = line->n ? line->v[line->n - 1].day : from - 1, before = from;

	out_puts(&d->o, line->name);
	out_pad(&d->o, width - text_width(line->name) + 1, ' ');
	for (int i = 0; i < CELLS; i++) {
		int32_t end = from + (int32_t)((int64_t)(to - from) * (i + 1) / CELLS), count = 0;

		for (size_t k = 0; k < line->n && line->v[k].day <= end; k++)
			count = line->v[k].count;
		out_puts(&d->o, count && before <= last ? blocks[1 + (count * 7 + most - 1) / most] : blocks[0]);
		before = end + 1;
	}
	out_puts(&d->o, arena_printf(&d->a, " %zu\n", line->n));
}

void spark_draw(struct drawing *d)
{
	struct svg_line v[2];
	int32_t from, to, most;
	int width;

	if (d->st->plain || d->st->width < CELLS + MARGIN || !progress_rows(d->r))
		return;
	v[0] = progress_line(&d->a, d->r, "due", false);
	v[1] = progress_line(&d->a, d->r, "on", true);
	if (!v[0].n || !v[1].n)
		return;
	v[0].name = d->st->tr(d->st->lang, N_("planned"));
	v[1].name = d->st->tr(d->st->lang, N_("mastered"));
	from = v[0].v[0].day < v[1].v[0].day ? v[0].v[0].day : v[1].v[0].day;
	to = v[0].v[v[0].n - 1].day > v[1].v[v[1].n - 1].day ? v[0].v[v[0].n - 1].day : v[1].v[v[1].n - 1].day;
	most = (int32_t)(v[0].n > v[1].n ? v[0].n : v[1].n);
	width = text_width(v[0].name) > text_width(v[1].name) ? text_width(v[0].name) : text_width(v[1].name);
	for (size_t i = 0; i < 2; i++)
		spark(d, &v[i], from, to, most, width);
}
