/* page.c - rows as one file of HTML that needs nothing else: heading, table, legend, notes, pictures. It is for a screen,
 * wide or narrow, light or dark, and for paper. */
#include "format/page.h"

#include <errno.h>
#include <string.h>

#include "base/tr.h"

enum { MANY = 7 /* columns that still stand on an upright sheet */ };

const char *page_about(const struct nsi_rows *r, const char *key)
{
	for (size_t i = 0; i < r->nabout; i++)
		if (!strcmp(r->about[i].key, key))
			return r->about[i].value;
	return NULL;
}

const char *page_kind(const char *state)
{
	static const char *const known[] = { "open", "planned", "started", "mastered", "passed", "credited", "bearer" };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!strcmp(known[i], state))
			return known[i];
	return "other";
}

const char *page_word(const struct page *p, const char *state)
{
	for (size_t i = 0; i < p->d.r->nlegend; i++)
		if (!strcmp(p->d.r->legend[i].state, state))
			return p->d.r->legend[i].word;
	return p->d.st->tr(p->d.st->lang, state);
}

const char *page_heading(const struct page *p)
{
	const char *title = p->d.r->title ? p->d.r->title : p->d.st->heading;

	return title && *title ? title : "nsi";
}

static void head(struct page *p)
{
	struct html *h = &p->h;
	const char *sheet = p->d.grouped ? "board" : p->d.n > MANY ? "wide" : "list";

	html_put(h, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>%s</title>\n<style>\n", p->d.st->lang, page_heading(p));
	out_puts(&h->out, page_css);
	out_puts(&h->out, page_css_table);
	html_put(h, "@page{size:%s;margin:%s}\n</style>\n</head>\n<body class=\"%s\" style=\"--n:%d\">\n<main>\n<h1>%s</h1>\n",
	         p->d.grouped ? "A3 landscape" : p->d.n > MANY ? "A4 landscape" : "A4 portrait", p->d.grouped ? "10mm" : "12mm 14mm", sheet, (int)p->d.n, page_heading(p));
}

/* The signs, as they stand in the table. */
static void legend(struct page *p)
{
	const struct nsi_rows *r = p->d.r;
	bool any = false;

	for (size_t i = 0; i < r->nlegend && draw_marks(r); i++) {
		const struct nsi_legend *l = &r->legend[i];
		const char *glyph = p->d.st->plain ? l->plain : l->mark;

		if (!glyph || !*glyph || !l->word || !*l->word)
			continue;
		if (!any)
			html_put(&p->h, "<ul class=\"legend\">\n");
		any = true;
		html_put(&p->h, "<li><span class=\"m k-%s\" aria-hidden=\"true\">%s</span> %s</li>\n",
		         page_kind(l->state), one_line(&p->h.a, glyph), l->word);
	}
	html_put(&p->h, any ? "</ul>\n" : "");
}

static void notes(struct page *p)
{
	const char *sum;
	bool any = false;

	for (size_t i = 0; i < p->d.r->nnote; i++)
		html_put(&p->h, "<p class=\"note\">%s</p>\n", one_line(&p->h.a, p->d.r->notes[i]));
	for (size_t i = 0; i < p->d.r->nsum; i++)
		if ((sum = draw_sum(&p->d, i))) {
			html_put(&p->h, any ? " · %s" : "<p class=\"sums\">%s", sum);
			any = true;
		}
	html_put(&p->h, any ? "</p>\n" : "");
}

/* What the short labels of the columns stand for, a list for each group. */
static void labels(struct page *p)
{
	const struct nsi_rows *r = p->d.r;
	const char *group = NULL, *about;

	for (size_t k = 0; k < p->d.n; k++) {
		const struct nsi_column *c = &r->cols[p->d.v[k].at];

		if (!c->group || !(about = page_about(r, c->key)) || !strcmp(about, p->d.v[k].title))
			continue;
		if (!group)
			html_put(&p->h, "<section class=\"labels\">\n<h2>%s</h2>\n",
			         p->d.st->tr(p->d.st->lang, N_("What the columns are")));
		if (!group || strcmp(group, c->group) != 0)
			html_put(&p->h, group ? "</ul></div>\n<div><h3>%s</h3>\n<ul>\n" : "<div><h3>%s</h3>\n<ul>\n",
			         page_about(r, c->group) ? page_about(r, c->group) : c->group);
		group = c->group;
		html_put(&p->h, "<li><b>%s</b> %s</li>\n", p->d.v[k].title, about);
	}
	html_put(&p->h, group ? "</ul></div>\n</section>\n" : "");
}

int html_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct page p = { .h.out.sink = sink, .d = { .r = r, .st = st } };
	bool oom = !draw_prepare(&p.d);

	if (!oom) {
		head(&p);
		if (p.d.n && (r->nrow || (!r->nsum && !r->nnote)))
			page_table(&p);
		legend(&p);
		notes(&p);
		labels(&p);
		page_pictures(&p);
		html_put(&p.h, "</main>\n</body>\n</html>\n");
	}
	oom |= p.d.a.oom;
	arena_free(&p.d.a);
	return html_end(&p.h) || oom ? ENOMEM : 0;
}
