/* iop_page.c - individual programmes on paper, block by block; what is not known is a line to write on. */
#include "format/iop_page.h"

#include <string.h>

#include "format/html.h"

enum { SHORT = 1, USUAL = 3, LONG = 4, EMPTY_ROWS = 4 };       /* lines to write on; rows of a table without any */

static void heading(struct html *h, const struct iop_page *p, int number, const char *text)
{
	html_put(h, "<h2>%d. %s</h2>\n", number, tr(p->lang, text));
}

/* So many lines to write on. */
static void lines(struct html *h, const struct iop_page *p, int count)
{
	html_put(h, "<span class=\"lines%s\"><span class=\"sr\">%s</span>", count == SHORT ? " one" : "",
	         tr(p->lang, N_("to be written by hand")));
	while (count--)
		html_put(h, "<i>\u00A0</i>");
	html_put(h, "</span>");
}

/* What somebody wrote, in the lines that he wrote. */
static void paragraph(struct html *h, const char *text)
{
	html_put(h, "<p class=\"said\">");
	while (*text) {
		size_t n = strcspn(text, "\r\n");
		char *line = arena_strndup(&h->a, text, n);

		html_text(h, line);
		text += n;
		text += *text == '\r' && text[1] == '\n';
		if (*text)
			html_put(h, "<br>");
		text += *text != '\0';
	}
	html_put(h, "</p>\n");
}

/* What somebody wrote under its heading, or lines. */
static void said(struct html *h, const struct iop_page *p, const char *head, const char *text, int count)
{
	html_put(h, "<div class=\"block\"><h3>%s</h3>\n", tr(p->lang, head));
	if (text)
		paragraph(h, text);
	else
		lines(h, p, count);
	html_put(h, "</div>\n");
}

static void fact(struct html *h, const struct iop_page *p, const char *key, const char *value)
{
	html_put(h, "<dt>%s</dt><dd>", tr(p->lang, key));
	if (value)
		html_text(h, value);
	else
		lines(h, p, SHORT);
	html_put(h, "</dd>\n");
}

/* ---- tables -------------------------------------------------------------------------------------------------- */

struct column { const char *title, *kind; };           /* kind: class of its cells */

static void table_begin(struct html *h, const struct iop_page *p, const char *kind, const char *caption,
                        const struct column *cols, size_t n)
{
	html_put(h, "<table role=\"table\" class=\"%s\"><caption>%s</caption><colgroup>", kind, tr(p->lang, caption));
	for (size_t i = 0; i < n; i++)
		html_put(h, "<col>");
	html_put(h, "</colgroup>\n<thead role=\"rowgroup\"><tr role=\"row\">");
	for (size_t i = 0; i < n; i++)
		html_put(h, "<th role=\"columnheader\" scope=\"col\">%s</th>", tr(p->lang, cols[i].title));
	html_put(h, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
}

static void table_end(struct html *h)
{
	html_put(h, "</tbody></table>\n");
}

static void cell(struct html *h, const struct iop_page *p, const struct column *c, const char *text)
{
	html_put(h, "<td role=\"cell\" class=\"%s\" data-head=\"%s\">%s</td>", c->kind, tr(p->lang, c->title), text);
}

/* A row to write in. */
static void blank(struct html *h, const struct iop_page *p, const struct column *cols, size_t n, size_t count)
{
	while (count--) {
		html_put(h, "<tr role=\"row\">");
		for (size_t i = 0; i < n; i++)
			html_put(h, "<td role=\"cell\" class=\"blank\" data-head=\"%s\"></td>",
			         tr(p->lang, cols[i].title));
		html_put(h, "</tr>\n");
	}
}

/* ---- blocks -------------------------------------------------------------------------------------------------- */

static void participant(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	heading(h, p, 1, N_("Participant"));
	html_put(h, "<dl class=\"facts\">\n<dt>%s</dt><dd><b>%s</b> %s</dd>\n", tr(p->lang, N_("Code and name")),
	         s->code, s->name);
	fact(h, p, N_("Post"), s->post);
	fact(h, p, N_("Subject"), s->subject);
	fact(h, p, N_("School"), s->org);
	html_put(h, "<dt>%s</dt><dd>%s", tr(p->lang, N_("School year and period")), s->year);
	if (s->since)
		html_put(h, ", %s – %s", s->since, s->until);
	html_put(h, "</dd>\n");
	fact(h, p, N_("Edition of the programme"), s->edition);
	html_put(h, "</dl>\n");
}

static void diagnosis(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	heading(h, p, 2, N_("Diagnosis"));
	html_put(h, "<div class=\"block\"><h3>%s</h3>\n", tr(p->lang, N_("Request to the methodical service")));
	if (!s->nrequest)
		lines(h, p, USUAL);
	for (size_t i = 0; i < s->nrequest; i++) {
		const struct iop_request *r = &s->request[i];

		html_put(h, "<p><b>%s</b> %s %s</p>\n", r->number, r->day, r->about);
		if (r->text)
			paragraph(h, r->text);
		else
			lines(h, p, USUAL - 1);
	}
	html_put(h, "</div>\n");
	said(h, p, N_("Deficits"), s->deficits, USUAL);
	said(h, p, N_("Source of the diagnosis"), s->source, SHORT);
}

static void goal(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	heading(h, p, 3, N_("Goal, tasks, expected result"));
	said(h, p, N_("goal"), s->goal, USUAL - 1);
	said(h, p, N_("tasks"), s->tasks, LONG);
	html_put(h, "<div class=\"block\"><h3>%s</h3>\n<p>%s</p>", tr(p->lang, N_("Expected result")), s->expected);
	lines(h, p, USUAL - 1);
	html_put(h, "</div>\n");
}

static void step_head(struct html *h, const struct iop_step *s, const char *unit)
{
	html_put(h, "<th role=\"rowheader\" scope=\"row\">");
	if (unit)
		html_put(h, "<b>%s</b> ", unit);
	html_put(h, "%s", s->title);
	if (s->result)
		html_put(h, "<small>→ %s</small>", s->result);
	if (s->hours)
		html_put(h, "<small>%s · %s</small>", s->hours, s->why);
	html_put(h, "</th>");
}

static void roadmap(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	static const struct column map[] = {
		{ N_("Unit"), "" }, { N_("Way"), "free" }, { N_("With"), "who" }, { N_("Due"), "day" }, { N_("Done"), "day" }, { N_("Evidence"), "free" },
		{ N_("How it is presented"), "free" },
	}, events[] = { { N_("Event"), "" }, { N_("Answers for it"), "who" }, { N_("Due"), "day" }, { N_("Done"), "day" }, { N_("How it is presented"), "free" } };

	heading(h, p, 4, N_("Roadmap"));
	table_begin(h, p, "map", N_("What is mastered: its result, hours and why it is in the programme stand below its title"), map, 7);
	for (size_t i = 0; i < s->nstep; i++) {
		const struct iop_step *v = &s->step[i];
		const char *const text[] = { v->way, v->with, v->due, v->done, v->evidence, v->presented };

		html_put(h, "<tr role=\"row\">");
		step_head(h, v, v->label);
		for (size_t k = 0; k < 6; k++)
			cell(h, p, &map[k + 1], text[k]);
		html_put(h, "</tr>\n");
	}
	blank(h, p, map, 7, s->nstep ? 0 : EMPTY_ROWS);
	table_end(h);
	html_put(h, "<h3>%s</h3>\n", tr(p->lang, N_("Events of the year")));
	table_begin(h, p, "events", N_("Meetings of the groups, and what the participant answers for"), events, 5);
	for (size_t i = 0; i < s->nevent; i++) {
		const struct iop_step *v = &s->event[i];
		const char *const text[] = { v->with, v->due, v->done, v->presented };

		html_put(h, "<tr role=\"row\">");
		step_head(h, v, NULL);
		for (size_t k = 0; k < 4; k++)
			cell(h, p, &events[k + 1], text[k]);
		html_put(h, "</tr>\n");
	}
	blank(h, p, events, 5, s->nevent ? 0 : EMPTY_ROWS / 2);
	table_end(h);
}

static void gives(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	static const struct column cols[] = { { N_("Unit or quantum"), "" }, { N_("Since"), "day" } };

	heading(h, p, 6, N_("What I give"));
	table_begin(h, p, "gives", N_("Units that the participant bears and quanta of his practice"), cols, 2);
	for (size_t i = 0; i < s->ngift; i++) {
		const struct iop_gift *v = &s->gift[i];

		html_put(h, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><b>%s</b> %s</th>", v->label,
		         v->title);
		cell(h, p, &cols[1], v->since);
		html_put(h, "</tr>\n");
	}
	blank(h, p, cols, 2, s->ngift ? 0 : EMPTY_ROWS / 2);
	table_end(h);
}

static void sign(struct html *h, const struct iop_page *p, const char *role, const char *name)
{
	html_put(h, "<li><span class=\"role\">%s</span><span class=\"at\">%s</span>", tr(p->lang, role),
	         tr(p->lang, N_("signature")));
	html_put(h, name ? "<span class=\"at known\">%s</span>" : "<span class=\"at name\">%s</span>", name ? name : tr(p->lang, N_("name in letters")));
	html_put(h, "<span class=\"at\">%s</span></li>\n", tr(p->lang, N_("date")));
}

static void approval(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	static const struct column cols[] = { { N_("Body"), "" }, { N_("Edition"), "free" }, { N_("Protocol, number"), "free" }, { N_("Date"), "day" }, { N_("Order, number"), "free" } };

	heading(h, p, 8, N_("Approval"));
	table_begin(h, p, "approved", N_("Who considered and approved the programme"), cols, 5);
	for (size_t i = 0; i < s->napproval; i++) {
		const struct iop_approval *v = &s->approval[i];

		html_put(h, "<tr role=\"row\">");
		if (v->body && *v->body)
			html_put(h, "<th role=\"rowheader\" scope=\"row\">%s</th>", v->body);
		else
			cell(h, p, &cols[0], "");          /* nobody is named: to be written by hand */
		cell(h, p, &cols[1], v->edition);
		cell(h, p, &cols[2], v->protocol);
		cell(h, p, &cols[3], v->day);
		cell(h, p, &cols[4], v->order);
		html_put(h, "</tr>\n");
	}
	blank(h, p, cols, 5, s->approved ? 0 : SHORT);
	table_end(h);
	html_put(h, "<ul class=\"signs\">\n");
	sign(h, p, N_("Participant"), s->name);
	sign(h, p, N_("Curator"), s->curator);
	sign(h, p, N_("Head of the methodical service"), NULL);
	html_put(h, "</ul>\n");
}

static void editions(struct html *h, const struct iop_page *p, const struct iop_sheet *s)
{
	heading(h, p, 9, N_("Edition"));
	html_put(h, "<div class=\"block\"><p>%s: %s</p>\n", tr(p->lang, N_("Edition of the programme")), s->edition);
	for (size_t i = 0; i < s->nrevision; i++) {
		const struct iop_edition *v = &s->revision[i];

		html_put(h, "<h3>%s %s, %s: %s</h3>\n", tr(p->lang, N_("Edition")), v->number, v->day,
		         tr(p->lang, N_("reason of the change")));
		if (v->reason)
			paragraph(h, v->reason);
		else
			lines(h, p, USUAL - 1);
	}
	if (!s->nrevision)
		said(h, p, N_("Reason of a change"), NULL, USUAL - 1);
	html_put(h, "</div>\n");
}

static void sheet(struct html *h, const struct iop_page *p, const struct iop_sheet *s, int number)
{
	html_put(h, "<section class=\"iop p%d\">\n<header><h1>%s</h1>\n<p class=\"when\"><b>%s</b> %s · %s</p></header>\n", number,
	         tr(p->lang, N_("Individual educational programme")), s->code, s->name, s->year);
	participant(h, p, s);
	diagnosis(h, p, s);
	goal(h, p, s);
	roadmap(h, p, s);
	html_put(h, "<div class=\"block\">");
	heading(h, p, 5, N_("People"));
	html_put(h, "<dl class=\"facts\">\n");
	fact(h, p, N_("Curator"), s->curator);
	fact(h, p, N_("Mentor"), s->mentor);
	html_put(h, "</dl></div>\n");
	gives(h, p, s);
	heading(h, p, 7, N_("Reflection"));
	said(h, p, N_("self-rating"), s->rating, USUAL - 1);
	said(h, p, N_("reflection"), s->reflection, LONG);
	approval(h, p, s);
	editions(h, p, s);
	html_put(h, "<footer><span>%s · %s · %s %s · %s %s</span>", s->code, s->year, tr(p->lang, N_("edition")),
	         s->edition, tr(p->lang, N_("as on")), s->taken);
	if (p->note)
		html_put(h, "<span>%s</span>", p->note);
	html_put(h, "</footer>\n</section>\n");
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

/* S inside of a string of CSS: what could end it is left out. */
static void css_text(struct html *h, const char *s)
{
	for (; s && *s; s++)
		if ((unsigned char)*s >= ' ' && !strchr("\"\\<>&", *s))
			out_put(&h->out, s, 1);
}

/* In the margin of each page whose it is, for whose eyes, and which page: pages are mixed up. */
static void margins(struct html *h, const struct iop_page *p)
{
	html_put(h, "@page{size:A4 portrait;margin:13mm 12mm 16mm 18mm;@bottom-right{font:8pt \"PT Sans\",\"Liberation Sans\",Arial,sans-serif;content:counter(page)}}\n");
	for (size_t i = 0; i < p->nsheet; i++) {
		html_put(h, ".p%d{page:p%d}@page p%d{@bottom-left{font:8pt \"PT Sans\",\"Liberation Sans\",Arial,sans-serif;content:\"", (int)i, (int)i, (int)i);
		css_text(h, p->sheet[i].code);
		css_text(h, " · ");
		css_text(h, p->sheet[i].year);
		if (p->note) {
			css_text(h, " · ");
			css_text(h, p->note);
		}
		html_put(h, "\"}}\n");
	}
}

int iop_page_html(struct nsi_sink *to, const struct iop_page *p)
{
	struct html h = { .out = { .sink = to } };

	html_put(&h, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>%s", lang_name(p->lang), tr(p->lang, N_("Individual educational programme")));
	if (p->nsheet == 1)
		html_put(&h, ", %s, %s", p->sheet->code, p->sheet->year);
	html_put(&h, "</title>\n<style>\n");
	out_puts(&h.out, iop_page_css);
	margins(&h, p);
	html_put(&h, "</style>\n</head>\n<body>\n<main>\n");
	for (size_t i = 0; i < p->nsheet; i++)
		sheet(&h, p, &p->sheet[i], (int)i);
	if (!p->nsheet)
		html_put(&h, "<section class=\"iop\"><h1>%s</h1><p>%s</p></section>\n",
		         tr(p->lang, N_("Individual educational programme")),
		         tr(p->lang, N_("nobody has a programme")));
	html_put(&h, "</main>\n</body>\n</html>\n");
	return html_end(&h);
}
