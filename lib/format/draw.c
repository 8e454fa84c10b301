/* draw.c - columns as people see them: which, how wide, in what words. */
#include "format/draw.h"

#include <string.h>

#include "base/text.h"
#include "base/tr.h"

/* ---- what is shown ------------------------------------------------------------------------------ */

static bool same_group(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool number(enum nsi_type t)
{
	return t == NSI_T_INT || t == NSI_T_REAL || t == NSI_T_YEAR;
}

bool draw_columns(struct drawing *d, bool all)
{
	const struct nsi_rows *r = d->r;
	bool seen = false;
	const char *group = NULL;

	d->v = arena_array(&d->a, struct shown, r->ncol + 1);
	d->row_at = r->ncol;
	for (size_t i = 0; i < r->ncol; i++)
		d->grouped |= r->cols[i].group != NULL;
	for (size_t i = 0; i < r->ncol && d->v; i++) {
		const struct nsi_column *c = &r->cols[i];
		struct shown *s = &d->v[d->n];

		if (c->type == NSI_T_KEY)
			continue;
		if (!all && d->grouped && !seen && !c->group && !strcmp(c->key, "row")) {
			d->row_at = i;
			continue;
		}
		seen |= c->group != NULL;
		if (seen && !c->group && (c->type == NSI_T_LIST || c->type == NSI_T_JSON))
			continue;                             /* people see it in the marks */
		*s = (struct shown){ .at = i, .title = one_line(&d->a, c->title ? c->title : c->key) };
		s->label = d->grouped && !seen;
		s->opens = seen && (!same_group(c->group, group) || !c->group);
		s->follows = d->n && !strcmp(c->key, "of") && !s->label && number(c->type) &&
		             number(r->cols[s[-1].at].type);
		s->right = number(c->type);
		s->decimals = cell_decimals(r, i);
		group = c->group;
		d->n++;
	}
	return d->v;
}

/* "5 of 11" is one column: the right one goes into the left one. */
static void join(struct drawing *d, size_t k)
{
	const char *of = d->st->tr(d->st->lang, N_("%1$s of %2$s"));
	bool joined = false;

	for (size_t i = 0; i < d->r->nrow; i++) {
		const char **t = d->texts + i * d->n + k;
		const struct nsi_cell *left = &d->r->cells[i * d->r->ncol + d->v[k - 1].at];

		if (*t[-1] && **t && !left->shown) {       /* "5 of 11 (45%)" says it already */
			t[-1] = arena_printf(&d->a, of, t[-1], t[0]);
			joined = true;
		}
		t[0] = "";
	}
	d->v[k - 1].right &= !joined;
}

static int longest_word(struct drawing *d, const char *s)
{
	struct arena_mark m = arena_mark(&d->a);
	int longest = 0;

	for (size_t n; *s; s += n + strspn(s + n, " ")) {
		int w;

		n = strcspn(s, " ");
		w = text_width(arena_strndup(&d->a, s, n));
		longest = w > longest ? w : longest;
	}
	arena_release(&d->a, m);
	return longest;
}

static void measure(struct drawing *d)
{
	for (size_t k = 0; k < d->n; k++) {
		struct shown *s = &d->v[k];
		bool titled = !s->label && !d->st->no_header;

		if (s->follows)
			continue;
		s->width = titled ? text_width(s->title) : 0;
		s->least = s->word = titled ? longest_word(d, s->title) : 0;
		for (size_t i = 0; i < d->r->nrow; i++) {
			const char *text = d->texts[i * d->n + k];
			int w = text_width(text), word = d->st->width > 0 ? longest_word(d, text) : 0;

			s->width = w > s->width ? w : s->width;
			s->least = w > s->least ? w : s->least;
			s->word = word > s->word ? word : s->word;
		}
	}
}

bool draw_prepare(struct drawing *d)
{
	draw_columns(d, false);
	d->texts = arena_array(&d->a, const char *, d->r->nrow * d->n + 1);
	if (!d->v || !d->texts)
		return false;
	for (size_t i = 0; i < d->r->nrow; i++)
		for (size_t k = 0; k < d->n; k++)
			d->texts[i * d->n + k] = cell_people(&d->a, d->r, d->st,
				&d->r->cells[i * d->r->ncol + d->v[k].at], d->v[k].decimals);
	for (size_t k = 1; k < d->n; k++)
		if (d->v[k].follows)
			join(d, k);
	measure(d);
	return !d->a.oom;
}

const char *draw_row_word(struct drawing *d, size_t row)
{
	for (size_t k = 0; k < d->n && d->v[k].label; k++)
		if (*d->texts[row * d->n + k])
			return NULL;
	if (d->row_at == d->r->ncol)
		return NULL;
	return cell_people(&d->a, d->r, d->st, &d->r->cells[row * d->r->ncol + d->row_at], 0);
}

/* ---- writing ------------------------------------------------------------------------------------ */

static void color(struct drawing *d, const char *code)
{
	if (d->st->color)
		out_puts(&d->o, code);
}

void draw_cell(struct drawing *d, const struct shown *c, const char *s, size_t n, const char *code)
{
	int w;

	if (s[n])
		s = arena_strndup(&d->a, s, n);
	w = text_width(s);
	if (c->right)
		d->owed += c->width - w;
	if (n) {
		out_pad(&d->o, d->owed, ' ');
		d->owed = 0;
		if (code)
			color(d, code);
		out_put(&d->o, s, n);
		if (code)
			color(d, "\033[0m");
	}
	if (!c->right)
		d->owed += c->width - w;
}

void draw_bar(struct drawing *d)
{
	out_pad(&d->o, d->owed + 1, ' ');
	out_puts(&d->o, "|");
	d->owed = 1;
}

void draw_end(struct drawing *d)
{
	out_puts(&d->o, "\n");
	d->owed = 0;
}

const char *draw_alarm(const struct drawing *d, size_t row, size_t k)
{
	const struct nsi_cell *c = &d->r->cells[row * d->r->ncol + d->v[k].at];

	return c->flags & (NSI_CELL_LATE | NSI_CELL_ALARM) && c->type != NSI_T_NONE ? RED : NULL;
}

void draw_title(struct drawing *d)
{
	if (!d->r->title || d->st->no_header)
		return;
	color(d, BOLD);
	out_puts(&d->o, one_line(&d->a, d->r->title));
	color(d, "\033[0m");
	out_puts(&d->o, "\n");
}

size_t draw_line(const char *s, int width)
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

/* A note, on as many lines as a terminal wants. */
static void note(struct drawing *d, const char *s)
{
	size_t n;

	do {
		n = d->st->width > 0 ? draw_line(s, d->st->width) : strlen(s);
		out_put(&d->o, s, n);
		out_puts(&d->o, "\n");
		s += n + strspn(s + n, " ");
	} while (*s);
}

/* Parts with two blanks between them, on lines of at most WIDTH columns. */
struct flow { struct drawing *d; int used, width; };

static void flow(struct flow *f, const char *s)
{
	int w = text_width(s);

	if (f->used && f->used + 2 + w > f->width) {
		out_puts(&f->d->o, "\n");
		f->used = 0;
	}
	out_puts(&f->d->o, f->used ? "  " : "");
	out_puts(&f->d->o, s);
	f->used += (f->used ? 2 : 0) + w;
}

bool draw_marks(const struct nsi_rows *r)
{
	for (size_t i = 0; i < r->ncol; i++)
		if (r->cols[i].type == NSI_T_MARK)
			return true;
	return false;
}

const char *draw_legend(struct drawing *d, size_t i)
{
	const struct nsi_legend *l = &d->r->legend[i];
	const char *glyph = d->st->plain ? l->plain : l->mark;

	if (!glyph || !*glyph || !l->word || !*l->word)
		return NULL;
	return arena_printf(&d->a, "%s %s", one_line(&d->a, glyph), one_line(&d->a, l->word));
}

const char *draw_sum(struct drawing *d, size_t i)
{
	const struct nsi_column *c = &d->r->sumcols[i];
	struct nsi_rows one = { .ncol = 1, .nrow = 1, .cells = &d->r->sums[i] };
	const char *s = cell_people(&d->a, d->r, d->st, &d->r->sums[i], cell_decimals(&one, 0));

	if (!*s || c->hidden || c->type == NSI_T_KEY)
		return NULL;
	return arena_printf(&d->a, "%s: %s", one_line(&d->a, c->title ? c->title : c->key), s);
}

void draw_footer(struct drawing *d)
{
	const struct nsi_rows *r = d->r;
	struct flow f = { d, 0, d->st->width > 0 ? d->st->width : 100 };
	const char *s;

	for (size_t i = 0; i < r->nlegend && draw_marks(r); i++)
		if ((s = draw_legend(d, i)))
			flow(&f, s);
	out_puts(&d->o, f.used ? "\n" : "");
	for (size_t i = 0; i < r->nnote; i++)
		note(d, one_line(&d->a, r->notes[i]));
	f.used = 0;
	for (size_t i = 0; i < r->nsum; i++)
		if ((s = draw_sum(d, i)))
			flow(&f, s);
	out_puts(&d->o, f.used ? "\n" : "");
}
