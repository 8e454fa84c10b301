/* picture.c - rows as one picture, SVG that needs nothing else and brings its own ground, for a README, a slide, a letter:
 * the pictures of the answer where it has some (pictures.c), else, and of the board, its table. */
#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "format/page.h"

enum {                                     /* in tenths of a pixel */
	SIZE = 130, EDGE = 200, LINE = 240, PAD = 70, MARK = 280, WIDEST = 4600,
	TITLE = 170, GAP = 120,
};

/* Literal colours, those of a light page: not every program that shows SVG knows variables. */
static const char style[] =
	"text{font:13px \"PT Sans\",\"Liberation Sans\",Arial,\"DejaVu Sans\",sans-serif;font-size:130px;fill:#1a1a1a}.title{font-size:170px;font-weight:700}.b{font-weight:700}"
	".dim{fill:#555}.late{fill:#a80012;font-weight:700}.ground{fill:#fff;stroke:#b5b5b0;stroke-width:10}.head{fill:#eeeeea}.share{fill:#cfe3f5}"
	".line{stroke:#b5b5b0;stroke-width:10}.rule{stroke:#555;stroke-width:20}.box{stroke:#555;stroke-width:10}"
	".part{stroke:#555;stroke-width:12}.bar{fill:#4f7199}.whole{fill:none;stroke:#555;stroke-width:8}.axis,.plan,.fact{fill:none}.axis{stroke:#b5b5b0;stroke-width:10}"
	".plan{stroke:#555;stroke-width:20;stroke-dasharray:60 40}.fact{stroke:#1a1a1a;stroke-width:34}"
	".k-open{fill:#fff}.k-planned{fill:#e4e7fb}.k-started{fill:#fff0b3}.k-mastered{fill:#cdebd0}.k-passed{fill:#b5def0}.k-credited{fill:#e6daf5}.k-bearer{fill:#ffd6b0}.k-other{fill:#e6e6e2}";

struct memory { struct nsi_sink sink; struct buf b; };
struct sheet { struct page *p; int32_t *x, *w; int32_t y, width, room; };         /* of the table; of all with the title */

static int32_t wide(const char *s)
{
	return text_em(s) * SIZE / 100;
}

static const struct nsi_column *column(const struct sheet *s, size_t k)
{
	return &s->p->d.r->cols[s->p->d.v[k].at];
}

static bool is_mark(const struct sheet *s, size_t k)
{
	return column(s, k)->type == NSI_T_MARK;
}

static bool grouped(const struct sheet *s, size_t k)
{
	return is_mark(s, k) && column(s, k)->group;
}

static void text(struct sheet *s, const char *class, const char *anchor, int32_t x, int32_t y, const char *what)
{
	html_put(&s->p->h, "<text class=\"%s\" text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>", class, anchor, x, y,
	         what);
}

static void rect(struct sheet *s, const char *class, const char *kind, int32_t x, int32_t y, int32_t w, int32_t high)
{
	html_put(&s->p->h, "<rect class=\"%s%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", class, kind, x, y,
	         w, high);
}

static void line(struct sheet *s, const char *class, int32_t x, int32_t y, int32_t to_x, int32_t to_y)
{
	html_put(&s->p->h, "<path class=\"%s\" d=\"M%d %dL%d %d\"/>", class, x, y, to_x, to_y);
}

/* ---- how wide -------------------------------------------------------------------------------------------- */

/* The columns from K on under one group's name; K itself at least. */
static size_t group_end(const struct sheet *s, size_t k)
{
	size_t to = k + 1;

	while (to < s->p->d.n && !s->p->d.v[to].opens)
		to++;
	return to;
}

static void widen_group(struct sheet *s, size_t k)
{
	size_t to = group_end(s, k), last = k;
	int32_t all = 0, want = wide(column(s, k)->group) * 11 / 10 + PAD;

	for (size_t i = k; i < to; i++) {
		all += s->w[i];
		last = s->p->d.v[i].follows ? last : i;
	}
	if (all < want)
		s->w[last] += want - all;
}

static bool measure(struct sheet *s)
{
	struct drawing *d = &s->p->d;
	int32_t x = EDGE;

	s->x = arena_array(&s->p->h.a, int32_t, d->n + 1);
	s->w = arena_array(&s->p->h.a, int32_t, d->n + 1);
	if (!s->x || !s->w)
		return false;
	for (size_t k = 0; k < d->n; k++) {
		int32_t w = d->st->no_header ? 0 : wide(d->v[k].title) * 11 / 10;

		if (d->v[k].follows)
			continue;
		for (size_t i = 0; i < d->r->nrow; i++) {
			int32_t one = wide(d->texts[i * d->n + k]);

			if (!k && draw_row_word(d, i))
				one = wide(draw_row_word(d, i));
			w = one > w ? one : w;
		}
		w += is_mark(s, k) ? PAD / 2 : 2 * PAD;
		s->w[k] = w > WIDEST ? WIDEST : is_mark(s, k) && w < MARK ? MARK : w;
	}
	for (size_t k = 0; k < d->n; k++)
		if (grouped(s, k) && d->v[k].opens)
			widen_group(s, k);
	for (size_t k = 0; k < d->n; x += s->w[k++])
		s->x[k] = x;
	s->x[d->n] = x;
	s->width = x - EDGE;
	s->room = s->width > s->room ? s->width : s->room;
	return true;
}

/* ---- the table ------------------------------------------------------------------------------------------- */

static bool right(const struct sheet *s, size_t k)
{
	return s->p->d.v[k].right && !s->p->d.grouped;
}

static void put(struct sheet *s, size_t k, const char *class, const char *what)
{
	bool middle = is_mark(s, k) || (s->p->d.grouped && s->p->d.v[k].right);
	int32_t x = middle ? s->x[k] + s->w[k] / 2 : right(s, k) ? s->x[k] + s->w[k] - PAD : s->x[k] + PAD;

	what = svg_cut(&s->p->h, what, SIZE, s->w[k]);
	if (*what)
		text(s, class, middle ? "middle" : right(s, k) ? "end" : "start", x, s->y + 170, what);
}

static void head(struct sheet *s)
{
	const struct drawing *d = &s->p->d;
	bool groups = false;

	for (size_t k = 0; k < d->n; k++)
		groups |= grouped(s, k);
	rect(s, "head", "", EDGE, s->y, s->width, groups ? 2 * LINE : LINE);
	for (size_t k = 0; groups && k < d->n; k++)
		if (grouped(s, k) && d->v[k].opens)
			text(s, "b", "middle", (s->x[k] + s->x[group_end(s, k)]) / 2, s->y + 170, column(s, k)->group);
	s->y += groups ? LINE : 0;
	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows)
			put(s, k, "b", d->v[k].title);
	html_put(&s->p->h, "\n");
	s->y += LINE;
}

/* As much of the cell as is done. */
static void share(struct sheet *s, size_t i, size_t k)
{
	const struct drawing *d = &s->p->d;
	const struct nsi_cell *c = &d->r->cells[i * d->r->ncol + d->v[k].at],
			      *of = &d->r->cells[i * d->r->ncol + d->v[k + 1].at];

	if (c->type == NSI_T_INT && of->type == NSI_T_INT && of->i > 0 && c->i > 0 && c->i <= of->i)
		rect(s, "share", "", s->x[k], s->y, (int32_t)(s->w[k] * c->i / of->i), LINE);
}

static void row(struct sheet *s, size_t i)
{
	struct drawing *d = &s->p->d;
	const char *word = draw_row_word(d, i);

	if (word)
		text(s, "", "start", EDGE + PAD, s->y + 170, word);
	for (size_t k = 0; k < d->n; k++) {
		const struct nsi_cell *c = &d->r->cells[i * d->r->ncol + d->v[k].at];

		if (d->v[k].follows || (word && d->v[k].label))
			continue;
		if (c->type == NSI_T_MARK && *c->s && *d->texts[i * d->n + k])
			rect(s, "k-", page_kind(c->s), s->x[k], s->y, s->w[k], LINE);
		if (k + 1 < d->n && d->v[k + 1].follows)
			share(s, i, k);
		put(s, k, draw_alarm(d, i, k) ? "late" : "", d->texts[i * d->n + k]);
	}
	html_put(&s->p->h, "\n");
	s->y += LINE;
}

static bool ruled(const struct nsi_rows *r, size_t i)
{
	for (size_t k = 0; k < r->nrule; k++)
		if (r->rules[k] == i)
			return true;
	return false;
}

/* The line at the left of column K; within a group it begins below the group's name. */
static void border(struct sheet *s, size_t k, int32_t top)
{
	const struct drawing *d = &s->p->d;
	bool inside = k < d->n && grouped(s, k) && !d->v[k].opens && !d->st->no_header;

	line(s, k && k < d->n && (d->v[k].opens || (!d->grouped && k == 1)) ? "rule" : "line", s->x[k], inside ? top + LINE : top, s->x[k], s->y);
}

static void table(struct sheet *s)
{
	const struct drawing *d = &s->p->d;
	int32_t top = s->y, body;

	if (!d->st->no_header)
		head(s);
	body = s->y;
	for (size_t i = 0; i < d->r->nrow; i++)
		row(s, i);
	for (size_t i = 0; i <= d->r->nrow; i++)
		line(s, i && i < d->r->nrow && ruled(d->r, i) ? "rule" : "line", EDGE, body + (int32_t)i * LINE,
		     EDGE + s->width, body + (int32_t)i * LINE);
	line(s, "line", EDGE, top, EDGE + s->width, top);
	for (size_t k = 0; k <= d->n; k++)
		if (k == d->n || !d->v[k].follows)
			border(s, k, top);
	html_put(&s->p->h, "\n");
	s->y += GAP;
}

/* ---- below ------------------------------------------------------------------------------------------------ */

static void legend(struct sheet *s)
{
	const struct nsi_rows *r = s->p->d.r;
	struct svg_part *v = arena_array(&s->p->h.a, struct svg_part, r->nlegend + 1);
	size_t n = 0;

	for (size_t i = 0; v && i < r->nlegend && draw_marks(r); i++)
		if (draw_legend(&s->p->d, i))
			v[n++] = (struct svg_part){ r->legend[i].word, page_kind(r->legend[i].state), 0,
			                            s->p->d.st->plain ? r->legend[i].plain : r->legend[i].mark };
	if (n)
		s->y = svg_key(&s->p->h, v, n, EDGE, s->y, s->room, false) + GAP / 2;
}

static void told(struct sheet *s, const char *what)
{
	int letters = s->room * 10 / (SIZE * 6);

	for (size_t n; *what; what += n + strspn(what + n, " ")) {
		n = draw_line(what, letters > 10 ? letters : 10);
		text(s, "dim", "start", EDGE, s->y + 130, arena_strndup(&s->p->h.a, what, n));
		s->y += LINE * 3 / 4;
	}
}

static void notes(struct sheet *s)
{
	const struct nsi_rows *r = s->p->d.r;
	const char *sums = "", *one;

	for (size_t i = 0; i < r->nnote; i++)
		told(s, one_line(&s->p->h.a, r->notes[i]));
	for (size_t i = 0; i < r->nsum; i++)
		if ((one = draw_sum(&s->p->d, i)))
			sums = arena_printf(&s->p->h.a, "%s%s%s", sums, *sums ? " · " : "", one);
	told(s, sums);
}

/* ---- the whole -------------------------------------------------------------------------------------------- */

/* All of it below the title, into H's sink; how wide and how high it is. */
static bool draw(struct sheet *s)
{
	struct page *p = s->p;

	s->y = EDGE + 2 * TITLE;
	s->room = wide(page_heading(p)) * 13 / 10;
	s->room = s->room > SVG_WIDE ? s->room : SVG_WIDE;
	p->alone = &s->y;
	if (!p->d.grouped && page_pictures(p))
		return true;
	if (!measure(s))
		return false;
	table(s);
	legend(s);
	notes(s);
	return true;
}

static void into_buf(struct nsi_sink *sink, const char *bytes, size_t n)
{
	buf_put(&((struct memory *)sink)->b, bytes, n);
}

int svg_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct memory body = { .sink = { into_buf } };
	struct page p = { .h.out.sink = &body.sink, .d = { .r = r, .st = st } };
	struct sheet s = { .p = &p };
	bool ok = draw_prepare(&p.d) && draw(&s);
	const char *title = page_heading(&p);
	int32_t width;

	out_flush(&p.h.out);
	p.h.out.sink = sink;
	width = 2 * EDGE + s.room;
	html_put(&p.h, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\" aria-labelledby=\"what\">\n"
	         "<title id=\"what\">%s</title>\n<style>", width / 10, (s.y + EDGE) / 10, width, s.y + EDGE, st->lang, title);
	out_puts(&p.h.out, style);
	html_put(&p.h, "</style>\n<rect class=\"ground\" x=\"5\" y=\"5\" width=\"%d\" height=\"%d\" rx=\"60\"/>\n<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>\n",
	         width - 10, s.y + EDGE - 10, EDGE, EDGE + TITLE, title);
	if (body.b.n)
		out_put(&p.h.out, body.b.s, body.b.n);
	html_put(&p.h, "</svg>\n");
	ok &= !body.b.oom && !p.d.a.oom;
	buf_free(&body.b);
	arena_free(&p.d.a);
	return html_end(&p.h) || !ok ? ENOMEM : 0;
}
