/* page_table.c - the table of a page: headings with their scope, groups of columns, marks as sign, colour and word. */
#include <string.h>

#include "base/text.h"
#include "base/tr.h"
#include "format/page.h"

enum { SHORT = 4 /* letters of a heading that stand upright over a mark */, WORDS = 24 /* letters of a text that is never wrapped */ };

static const struct nsi_column *column(const struct page *p, size_t k)
{
	return &p->d.r->cols[p->d.v[k].at];
}

/* The columns at the left that say whose a row is: the labels of a board, else the first one. */
static size_t leading(const struct page *p)
{
	size_t k = 0;

	while (p->d.grouped && k < p->d.n && p->d.v[k].label)
		k++;
	return k ? k : p->d.grouped ? 0 : 1;
}

static const char *class_of(const struct page *p, size_t k)
{
	switch (column(p, k)->type) {
	case NSI_T_INT: case NSI_T_REAL: case NSI_T_YEAR:
		return k + 1 < p->d.n && p->d.v[k + 1].follows ? "of" : "n";
	case NSI_T_DAY: case NSI_T_ID: case NSI_T_FLAG:
		return "w";
	case NSI_T_MARK:
		return "m";
	default:
		return p->d.v[k].width > WORDS ? "t" : "w";
	}
}

/* ---- the head --------------------------------------------------------------------------------------- */

static void title(struct page *p, const char *shown, const char *about)
{
	if (about && strcmp(about, shown) != 0)
		html_put(&p->h, "<abbr title=\"%s\">%s</abbr>", about, shown);
	else
		html_put(&p->h, "%s", shown);
}

/* One heading over the leading columns. */
static void head_leading(struct page *p, size_t lead, bool two)
{
	html_put(&p->h, two ? "<th scope=\"col\" class=\"lead\" rowspan=\"2\">" : "<th scope=\"col\" class=\"lead\">");
	for (size_t k = 0; k < lead; k++)
		html_put(&p->h, k ? " · %s" : "%s", p->d.v[k].title);
	html_put(&p->h, "</th>");
}

static void head_column(struct page *p, size_t k, bool both)
{
	const char *shown = p->d.v[k].title;
	bool turned = column(p, k)->type == NSI_T_MARK && text_width(shown) > SHORT;

	html_put(&p->h, "<th scope=\"col\" class=\"%s%s%s\"", class_of(p, k), p->d.v[k].opens ? " first" : "", turned ? " turned" : "");
	html_put(&p->h, both ? " rowspan=\"2\">" : ">");
	html_put(&p->h, turned ? "<span>" : "");
	title(p, shown, page_about(p->d.r, column(p, k)->key));
	html_put(&p->h, turned ? "</span></th>" : "</th>");
}

/* The columns of group K's that stand together. */
static int32_t span(const struct page *p, size_t k)
{
	int32_t n = 0;

	for (size_t i = k; i < p->d.n && (i == k || !p->d.v[i].opens); i++)
		n += !p->d.v[i].follows;
	return n;
}

/* Is K of a group that has a name, as a module? */
static bool in_group(const struct page *p, size_t k)
{
	return column(p, k)->group && column(p, k)->type == NSI_T_MARK;
}

static void table_head(struct page *p, size_t lead)
{
	bool two = false;

	for (size_t k = lead; k < p->d.n; k++)
		two |= in_group(p, k);
	html_put(&p->h, "<thead>\n<tr>");
	if (lead)
		head_leading(p, lead, two);
	for (size_t k = lead; k < p->d.n; k++) {
		const char *group = column(p, k)->group;

		if (p->d.v[k].follows)
			continue;
		if (!in_group(p, k)) {
			head_column(p, k, two);
		} else if (p->d.v[k].opens) {
			html_put(&p->h, "<th scope=\"colgroup\" class=\"group first\" colspan=\"%d\">", span(p, k));
			title(p, group, page_about(p->d.r, group));
			html_put(&p->h, "</th>");
		}
	}
	html_put(&p->h, two ? "</tr>\n<tr>" : "</tr>\n");
	for (size_t k = lead; k < p->d.n && two; k++)
		if (in_group(p, k))
			head_column(p, k, false);
	html_put(&p->h, two ? "</tr>\n</thead>\n" : "</thead>\n");
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static void row_head(struct page *p, size_t i, size_t lead)
{
	const char *word = draw_row_word(&p->d, i);
	bool any = word && *word;

	for (size_t k = 0; k < lead && !any; k++)
		any = *p->d.texts[i * p->d.n + k];
	if (lead && !any)                                     /* a heading that says nothing is none */
		html_put(&p->h, "<td class=\"lead\"></td>");
	if (!lead || !any)
		return;
	html_put(&p->h, "<th scope=\"row\" class=\"lead\">");
	if (word)
		html_put(&p->h, "%s", word);
	for (size_t k = 0; k < lead && !word; k++)
		html_put(&p->h, k ? " <small>%s</small>" : "%s", p->d.texts[i * p->d.n + k]);
	html_put(&p->h, "</th>");
}

static void mark(struct page *p, const struct nsi_cell *c, const char *shown, const char *first)
{
	bool late = c->flags & NSI_CELL_LATE, earlier = c->flags & NSI_CELL_EARLIER;
	const char *lang = p->d.st->lang;

	html_put(&p->h, "<td class=\"m k-%s%s%s\">", page_kind(c->s), late ? " late" : earlier ? " earlier" : "", first);
	html_put(&p->h, "<span aria-hidden=\"true\">%s</span><span class=\"sr\">%s%s%s</span></td>", shown, page_word(p, c->s),
	         late ? ", " : earlier ? ", " : "", late ? p->d.st->tr(lang, N_("its due date has passed")) : earlier ? p->d.st->tr(lang, N_("of an earlier year")) : "");
}

/* "5 of 11", with as much of the cell filled. */
static void share(struct page *p, size_t i, size_t k)
{
	const struct nsi_cell *c = &p->d.r->cells[i * p->d.r->ncol + p->d.v[k].at],
			      *of = &p->d.r->cells[i * p->d.r->ncol + p->d.v[k + 1].at];
	int32_t percent = c->type == NSI_T_INT && of->type == NSI_T_INT && of->i > 0 && c->i >= 0 && c->i <= of->i
	                          ? (int32_t)(c->i * 100 / of->i)
	                          : -1;

	if (percent < 0)
		html_put(&p->h, "<td class=\"of%s\">%s</td>", p->d.v[k].opens ? " first" : "",
		         p->d.texts[i * p->d.n + k]);
	else
		html_put(&p->h, "<td class=\"of%s\" style=\"--p:%d%%\">%s</td>", p->d.v[k].opens ? " first" : "",
		         percent, p->d.texts[i * p->d.n + k]);
}

static void cell(struct page *p, size_t i, size_t k)
{
	const struct nsi_cell *c = &p->d.r->cells[i * p->d.r->ncol + p->d.v[k].at];
	const char *shown = p->d.texts[i * p->d.n + k], *first = p->d.v[k].opens ? " first" : "",
		   *class = class_of(p, k);

	if (c->type == NSI_T_MARK && *c->s && *shown)
		mark(p, c, shown, first);
	else if (!strcmp(class, "of"))
		share(p, i, k);
	else
		html_put(&p->h, "<td class=\"%s%s%s\">%s</td>", class, first,
		         *shown && draw_alarm(&p->d, i, k) ? " late" : "", shown);
}

void page_table(struct page *p)
{
	const struct nsi_rows *r = p->d.r;
	size_t lead = leading(p), rule = 0;

	html_put(&p->h, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"what\">\n<table>\n<caption id=\"what\"><span>%s</span></caption>\n",
	         p->d.st->tr(p->d.st->lang, p->d.grouped ? N_("People by units; below, how many can teach each and how many wait") : N_("The table")));
	if (!p->d.st->no_header)
		table_head(p, lead);
	html_put(&p->h, r->nrow ? "<tbody>\n" : "");
	for (size_t i = 0; i < r->nrow; i++) {
		for (; rule < r->nrule && r->rules[rule] <= i; rule++)
			if (i)
				html_put(&p->h, "</tbody>\n<tbody>\n");
		html_put(&p->h, "<tr>");
		row_head(p, i, lead);
		for (size_t k = lead; k < p->d.n; k++)
			if (!p->d.v[k].follows)
				cell(p, i, k);
		html_put(&p->h, "</tr>\n");
	}
	html_put(&p->h, r->nrow ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
}
