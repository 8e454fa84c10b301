/* md.c - rows as a table of Markdown (GitHub's), for a chat, a wiki, a letter: what people see, nothing of it markup. */
#include <errno.h>
#include <string.h>

#include "format/draw.h"

/* S with all that Markdown would obey made harmless. */
static void text(struct out *o, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, "\\|`*_[]<>&~$");

		out_put(o, s, n);
		s += n;
		if (!*s)
			return;
		if (*s == '&' || *s == '<' || *s == '>') {
			out_puts(o, *s == '&' ? "&amp;" : *s == '<' ? "&lt;" : "&gt;");
		} else {
			out_puts(o, "\\");
			out_put(o, s, 1);
		}
		s++;
	}
}

/* A line of its own, which must begin no list, heading or quotation. */
static void paragraph(struct out *o, const char *s)
{
	size_t digits = strspn(s, "0123456789");

	out_puts(o, "\n");
	if (digits && (s[digits] == '.' || s[digits] == ')')) {
		out_put(o, s, digits);
		s += digits;
		out_puts(o, "\\");
	} else if (strchr("+-#=", *s) && *s) {
		out_puts(o, "\\");
	}
	text(o, s);
	out_puts(o, "\n");
}

static void cell(struct out *o, const char *s)
{
	out_puts(o, " ");
	text(o, s);
	out_puts(o, *s ? " |" : "|");
}

static void head(struct drawing *d)
{
	out_puts(&d->o, "|");
	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows)
			cell(&d->o, d->st->no_header ? "" : d->v[k].title);
	out_puts(&d->o, "\n|");
	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows)
			out_puts(&d->o, d->v[k].right ? " ---: |" : d->r->cols[d->v[k].at].type == NSI_T_MARK ? " :-: |" : " --- |");
	out_puts(&d->o, "\n");
}

static void row(struct drawing *d, size_t i)
{
	const char *word = draw_row_word(d, i);

	out_puts(&d->o, "|");
	for (size_t k = 0; k < d->n; k++)
		if (!d->v[k].follows)
			cell(&d->o, word && !k ? word : d->texts[i * d->n + k]);
	out_puts(&d->o, "\n");
}

/* Behind LINE the PART, if there is one. */
static const char *add(struct drawing *d, const char *line, const char *part)
{
	return part ? arena_printf(&d->a, "%s%s%s", line, *line ? " · " : "", part) : line;
}

static void foot(struct drawing *d)
{
	const struct nsi_rows *r = d->r;
	const char *legend = "", *sums = "";

	for (size_t i = 0; i < r->nlegend && draw_marks(r); i++)
		legend = add(d, legend, draw_legend(d, i));
	for (size_t i = 0; i < r->nsum; i++)
		sums = add(d, sums, draw_sum(d, i));
	if (*legend)
		paragraph(&d->o, legend);
	for (size_t i = 0; i < r->nnote; i++)
		paragraph(&d->o, one_line(&d->a, r->notes[i]));
	if (*sums)
		paragraph(&d->o, sums);
}

int md_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct drawing d = { .o.sink = sink, .r = r, .st = st };
	bool oom = !draw_prepare(&d);

	if (!oom && r->title && !st->no_header) {
		out_puts(&d.o, "## ");
		text(&d.o, one_line(&d.a, r->title));
		out_puts(&d.o, "\n\n");
	}
	if (!oom && d.n) {
		head(&d);
		for (size_t i = 0; i < r->nrow; i++)
			row(&d, i);
	}
	if (!oom)
		foot(&d);
	oom |= d.a.oom;
	out_flush(&d.o);
	arena_free(&d.a);
	return oom ? ENOMEM : 0;
}
