/* evening_route.c - an evening on paper: a route for each, and who was there. */
#include <string.h>

#include "format/evening_page.h"
#include "format/html.h"

enum { NAMED = 2, FEW = 5 };               /* so many partners are called by name, more by code; rounds with titles beside */

/* ---- routes ------------------------------------------------------------------------------------------------- */

static const char *title_of(const struct evening_page *p, const char *label)
{
	for (size_t i = 0; i < p->nthing; i++)
		if (!strcmp(p->thing[i].label, label))
			return p->thing[i].title;
	return NULL;
}

/* One thing with its title, several by their labels. */
static void thing(struct html *h, const struct evening_page *p, const char *head, const char *label)
{
	const char *title = label && p->nround <= FEW ? title_of(p, label) : NULL;

	html_put(h, "<td role=\"cell\" data-head=\"%s\">", tr(p->lang, head));
	if (label)
		html_put(h, "<b>%s</b>", label);
	else
		html_put(h, "<span class=\"none\">—</span>");
	if (title)
		html_put(h, " <small>%s</small>", title);
	html_put(h, "</td>");
}

/* Of a launch in which each takes another thing: who takes which. */
static void launched(struct html *h, const struct page_meeting *m, const struct evening_page *p)
{
	html_put(h, "<td role=\"cell\" data-head=\"%s\">", tr(p->lang, N_("I give")));
	for (size_t i = 1; i < m->n; i++)
		html_put(h, "<span class=\"each\"><b>%s</b> %s</span>", m->seat[i].takes,
		         p->person[m->seat[i].who].code);
	html_put(h, "</td>");
}

static void partners(struct html *h, const struct evening_page *p, const struct page_meeting *m, uint32_t me)
{
	bool taught = !strcmp(m->kind, "launch") && m->seat[0].who != me;      /* of a launch: its giver alone */
	size_t put = 0;

	for (size_t i = 0; i < (taught ? 1 : m->n); i++) {
		const struct page_person *q = &p->person[m->seat[i].who];

		if (m->seat[i].who == me)
			continue;
		if (q->name && (taught || m->n <= NAMED + 1))
			html_put(h, "<span class=\"mate\"><b class=\"code\">%s</b> <span class=\"name\">%s</span></span>", q->code, q->name);
		else
			html_put(h, "%s<b class=\"%s\">%s</b>", put++ ? ", " : "", m->n > NAMED + 1 && !taught ? "many" : "code", q->code);
	}
}

static void step(struct html *h, const struct evening_page *p, const struct page_round *r, uint32_t me)
{
	const struct page_seat *s;
	const struct page_meeting *m = evening_page_seat(p, r->round, me, &s);

	html_put(h, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><b>%d</b> <small>%s–%s</small></th>", r->round, r->from, r->to);
	if (!m || !strcmp(m->kind, "idle")) {
		html_put(h, "<td role=\"cell\" colspan=\"4\" class=\"free\">%s</td></tr>\n",
		         m ? tr(p->lang, m->kind) : tr(p->lang, N_("not there yet")));
		return;
	}
	html_put(h, "<td role=\"cell\">");
	partners(h, p, m, me);
	html_put(h, " <small>%s", m->where);
	if (strcmp(m->kind, "teach") != 0)
		html_put(h, "%s<em>%s</em>", m->where ? ", " : "", tr(p->lang, m->kind));
	html_put(h, "</small>");
	html_put(h, "</td>");
	if (s->gives && strchr(s->gives, ',') && !strcmp(m->kind, "launch"))
		launched(h, m, p);
	else
		thing(h, p, N_("I give"), s->gives);
	thing(h, p, N_("I take"), s->takes);
	html_put(h, "<td role=\"cell\" class=\"tick\">");
	if (s->takes)
		evening_page_boxes(h, p, s);
	html_put(h, "</td></tr>\n");
}

/* In an evening of many rounds the titles stand below, once each. */
static void titles(struct html *h, const struct evening_page *p, uint32_t me)
{
	html_put(h, "<dl class=\"titles\">");
	for (size_t i = 0; i < p->nthing; i++) {
		bool has = false;

		for (size_t k = 0; k < p->nround && p->thing[i].title; k++) {
			const struct page_seat *s;

			evening_page_seat(p, p->round[k].round, me, &s);
			has |= s && (evening_page_lists(s->gives, p->thing[i].label) ||
			             evening_page_lists(s->takes, p->thing[i].label));
		}
		if (has)
			html_put(h, "<div><dt>%s</dt> <dd>%s</dd></div>", p->thing[i].label, p->thing[i].title);
	}
	html_put(h, "</dl>\n");
}

static void route(struct html *h, const struct evening_page *p, uint32_t me)
{
	static const char *const heads[] = { N_("Round"), N_("With whom, where"), N_("I give"), N_("I take"), N_("How it went") };
	const struct page_person *q = &p->person[me];
	enum lang l = p->lang;

	html_put(h, "<section class=\"page route%s\">\n<header><h2><b class=\"code\">%s</b>",
	         p->nround > FEW ? " long" : "", q->code);
	if (q->name)
		html_put(h, " <span class=\"name\">%s</span>", q->name);
	html_put(h, "</h2><p><b>%s</b><br>%s, %s–%s", tr(l, N_("An evening of mutual learning")), p->day, p->start,
	         p->end);
	if (p->place)
		html_put(h, "<br>%s", p->place);
	if (p->link)
		html_put(h, "<br><span class=\"link\">%s</span>", p->link);
	html_put(h, "</p></header>\n<table role=\"table\"><caption>%s</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">", tr(l, N_("My route")));
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		html_put(h, "<th role=\"columnheader\" scope=\"col\">%s</th>", tr(l, heads[i]));
	html_put(h, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
	for (size_t i = 0; i < p->nround; i++)
		step(h, p, &p->round[i], me);
	html_put(h, "</tbody>\n");
	evening_page_foot(h, p, sizeof(heads) / sizeof(*heads));
	html_put(h, "</table>\n");
	if (p->nround > FEW)
		titles(h, p, me);
	else
		html_put(h, "<p class=\"notes\">%s</p>\n", tr(l, N_("Notes")));
	html_put(h, "</section>\n");
}

void evening_page_routes(struct html *h, const struct evening_page *p)
{
	for (uint32_t i = 0; i < p->nperson; i++)
		route(h, p, i);
}

/* ---- attendance ------------------------------------------------------------------------------------------------ */

void evening_page_attendance(struct html *h, const struct evening_page *p)
{
	enum lang l = p->lang;
	bool named = evening_page_named(p);

	html_put(h, "<section class=\"page attendance\">\n<header><h2>%s</h2><p>%s, %s–%s%s%s</p></header>\n<table><caption>%s</caption>\n<thead><tr><th scope=\"col\">№</th>"
	         "<th scope=\"col\">%s</th>", tr(l, N_("Who was there")), p->day, p->start, p->end, p->place ? ", " : "", p->place,
	         tr(l, N_("Cross the box of whoever is there; who comes late or goes early writes the round.")), tr(l, N_("Code")));
	if (named)
		html_put(h, "<th scope=\"col\">%s</th>", tr(l, N_("Name")));
	html_put(h, "<th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
	         tr(l, N_("There")), tr(l, N_("From round")), tr(l, N_("To round")), tr(l, N_("Signature")));
	for (size_t i = 0; i < p->nperson; i++) {
		const struct page_person *q = &p->person[i];

		html_put(h, "<tr><td class=\"number\">%d</td><th scope=\"row\" class=\"code\">%s</th>", (int)i + 1,
		         q->code);
		if (named)
			html_put(h, "<td class=\"name\">%s</td>", q->name);
		html_put(h, "<td class=\"tick\"><span class=\"box\"></span></td><td class=\"late\">");
		if (q->since > 1)
			html_put(h, "%d", q->since);
		html_put(h, "</td><td class=\"late\"></td><td class=\"sign\"></td></tr>\n");
	}
	html_put(h, "</tbody>\n");
	evening_page_foot(h, p, named ? 7 : 6);
	html_put(h, "</table>\n<p class=\"leads\"><span>%s%s%s</span><span class=\"line\"></span></p>\n</section>\n", tr(l, N_("Led by")), p->leader ? " " : "", p->leader);
}
