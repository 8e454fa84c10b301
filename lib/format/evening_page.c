/* evening_page.c - an evening on paper: the wall sheet, and what the other pages share. */
#include "format/evening_page.h"

#include <string.h>

#include "format/html.h"

enum {
	COLUMNS = 6, FEWEST = 4,           /* pairs side by side on the wall: at most, and even if there are fewer */
	LONG = 9,                          /* bytes of a label that stands in large letters */
	MANY = 16                          /* things whose titles stand in letters of usual size */
};

const struct page_meeting *evening_page_seat(const struct evening_page *p, int32_t round, uint32_t person,
                                             const struct page_seat **seat)
{
	for (size_t k = 0; k < p->nmeeting; k++)
		for (size_t i = 0; p->meeting[k].round == round && i < p->meeting[k].n; i++)
			if (p->meeting[k].seat[i].who == person) {
				*seat = &p->meeting[k].seat[i];
				return &p->meeting[k];
			}
	*seat = NULL;
	return NULL;
}

bool evening_page_lists(const char *list, const char *label)
{
	for (const char *s = list; s; s = strstr(s, ", ") ? strstr(s, ", ") + 2 : NULL)
		if (strcspn(s, ",") == strlen(label) && !strncmp(s, label, strlen(label)))
			return true;
	return false;
}

bool evening_page_named(const struct evening_page *p)
{
	for (size_t i = 0; i < p->nperson; i++)
		if (p->person[i].name)
			return true;
	return false;
}

/* ---- boxes ------------------------------------------------------------------------------------------------- */

static void box(struct html *h, const char *word, bool ticked)
{
	html_put(h, "<span class=\"box\"><span class=\"x\">%s</span><small>%s</small></span>", ticked ? "×" : "", word);
}

void evening_page_boxes(struct html *h, const struct evening_page *p, const struct page_seat *s)
{
	const char *r = s->result ? s->result : "";

	if (!strcmp(r, "absent")) {
		html_put(h, "<span class=\"boxes none\">%s</span>", tr(p->lang, N_("absent")));
		return;
	}
	html_put(h, "<span class=\"boxes\">");
	box(h, tr(p->lang, N_("learned")), !strcmp(r, "ok"));
	box(h, tr(p->lang, N_("not yet")), !strcmp(r, "not_yet"));
	html_put(h, "</span>");
}

/* Below the table on each of its pages: which plan it is of, for whose eyes. */
void evening_page_foot(struct html *h, const struct evening_page *p, size_t cols)
{
	html_put(h, "<tfoot role=\"rowgroup\"><tr role=\"row\"><td role=\"cell\" class=\"foot\" colspan=\"%d\"><span>%s · %s %s</span>", (int)cols, p->session, tr(p->lang, N_("Plan")), p->plan);
	if (p->note)
		html_put(h, " <span>%s</span>", p->note);
	html_put(h, "</td></tr></tfoot>\n");
}

/* ---- the wall sheet ------------------------------------------------------------------------------------------ */

static bool is(const struct page_meeting *m, const char *kind)
{
	return !strcmp(m->kind, kind);
}

/* How many columns it wants: one a pair. */
static size_t span(const struct page_meeting *m)
{
	size_t takers = is(m, "launch") ? m->n - 1 : m->n, k = (takers + 1) / 2;

	if (is(m, "idle") || !k)
		return 1;
	return k > COLUMNS ? COLUMNS : k;
}

static size_t columns(const struct evening_page *p)
{
	size_t k = (p->nperson + 1) / 2;

	return k > COLUMNS ? COLUMNS : k < FEWEST ? FEWEST : k;
}

static void person(struct html *h, const struct evening_page *p, uint32_t who)
{
	const struct page_person *q = &p->person[who];

	html_put(h, "<b class=\"code\">%s</b>", q->code);
	if (q->name)
		html_put(h, " <span class=\"name\">%s</span>", q->name);
}

static void seat(struct html *h, const struct evening_page *p, const struct page_seat *s)
{
	html_put(h, "<li class=\"%s\"><span class=\"who\">", s->takes ? "takes" : "only");
	person(h, p, s->who);
	html_put(h, "</span>");
	if (s->takes)
		html_put(h, " <span class=\"thing%s\">%s</span>", strlen(s->takes) > LONG ? " more" : "", s->takes);
	else if (s->gives)
		html_put(h, " <span class=\"gives\">%s %s</span>", tr(p->lang, N_("gives")), s->gives);
	if (s->takes)
		evening_page_boxes(h, p, s);
	html_put(h, "</li>");
}

static void meeting(struct html *h, const struct evening_page *p, const struct page_meeting *m, size_t cols)
{
	bool launch = is(m, "launch"), taken = false;
	size_t first = launch ? 1 : 0;

	html_put(h, "<td role=\"cell\" class=\"%s\" colspan=\"%d\"><p class=\"head\">", m->kind, (int)cols);
	if (m->where)
		html_put(h, "<span>%s</span> ", m->where);
	if (launch)
		person(h, p, m->seat[0].who);
	if (!is(m, "teach"))
		html_put(h, " <em>%s</em>", tr(p->lang, m->kind));
	for (size_t i = first; i < m->n; i++)
		taken |= m->seat[i].takes != NULL;
	html_put(h, "</p><ul class=\"%s%d\">", taken ? "in" : "few", (int)cols);
	for (size_t i = first; i < m->n; i++)
		seat(h, p, &m->seat[i]);
	html_put(h, "</ul></td>");
}

/* The meetings from AT on that stand in one line; those of the round after them begin at the answer. */
static size_t line(const struct evening_page *p, size_t at, size_t cols)
{
	size_t used = 0, k = at;

	while (k < p->nmeeting && p->meeting[k].round == p->meeting[at].round) {
		size_t want = span(&p->meeting[k]);

		want = want > cols ? cols : want;
		if (used + want > cols)
			break;
		used += want;
		k++;
	}
	return k;
}

/* The head of the first line of a round, and of those that go on with it, maybe on another page. */
static void round_head(struct html *h, const struct evening_page *p, const struct page_round *r, bool first)
{
	html_put(h, "<th role=\"rowheader\" scope=\"row\" class=\"%s\"><span class=\"sr\">%s </span><b>%d</b>", first ? "first" : "on", tr(p->lang, N_("Round")), r->round);
	if (first)
		html_put(h, " <span class=\"clock\">%s–%s</span>", r->from, r->to);
	if (first && r->technique)
		html_put(h, " <small>%s</small>", r->technique);
	html_put(h, "</th>");
}

static void round_lines(struct html *h, const struct evening_page *p, const struct page_round *r, size_t cols)
{
	size_t k = 0;

	while (k < p->nmeeting && p->meeting[k].round != r->round)
		k++;
	html_put(h, "<tbody role=\"rowgroup\">\n");
	for (bool first = true; k < p->nmeeting && p->meeting[k].round == r->round; first = false) {
		size_t next = line(p, k, cols), used = 0;

		html_put(h, "<tr role=\"row\">");
		round_head(h, p, r, first);
		for (; k < next; k++) {
			size_t want = span(&p->meeting[k]);

			want = want > cols ? cols : want;
			meeting(h, p, &p->meeting[k], want);
			used += want;
		}
		if (used < cols)
			html_put(h, "<td role=\"cell\" class=\"empty\" colspan=\"%d\"></td>", (int)(cols - used));
		html_put(h, "</tr>\n");
	}
	html_put(h, "</tbody>\n");
}

static void fact(struct html *h, const char *key, const char *value)
{
	if (value)
		html_put(h, "<div><dt>%s</dt><dd>%s</dd></div>", key, value);
}

static void wall_head(struct html *h, const struct evening_page *p)
{
	html_put(h, "<header><div><h1>%s</h1><p class=\"when\">%s, %s–%s</p></div>\n<dl>",
	         tr(p->lang, N_("An evening of mutual learning")), p->day, p->start, p->end);
	fact(h, tr(p->lang, N_("Where")), p->place);
	fact(h, tr(p->lang, N_("Link")), p->link);
	fact(h, tr(p->lang, N_("Group")), p->group);
	if (p->leader)
		html_put(h, "<div><dt>%s</dt><dd class=\"code\">%s</dd></div>", tr(p->lang, N_("Led by")), p->leader);
	fact(h, tr(p->lang, N_("Plan")), p->plan);
	html_put(h, "</dl></header>\n");
}

static void legend(struct html *h, const struct evening_page *p)
{
	if (!p->nthing)
		return;
	html_put(h, "<section class=\"legend%s\"><h2>%s</h2>\n<dl>", p->nthing > MANY ? " many" : "",
	         tr(p->lang, N_("What is passed on")));
	for (size_t i = 0; i < p->nthing; i++)
		html_put(h, "<div><dt>%s</dt> <dd>%s</dd></div>\n", p->thing[i].label, p->thing[i].title);
	html_put(h, "</dl></section>\n");
}

static void wall(struct html *h, const struct evening_page *p)
{
	size_t cols = columns(p);

	html_put(h, "<section class=\"page wall%s\">\n", evening_page_named(p) ? " named" : "");
	wall_head(h, p);
	html_put(h, "<table role=\"table\"><caption>%s</caption>\n<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">%s</th>"
	         "<th role=\"columnheader\" scope=\"colgroup\" colspan=\"%d\">%s</th></tr></thead>\n",
	         tr(p->lang, N_("Below a code stands what he takes. Put a cross: learned, or not yet.")), tr(p->lang, N_("Round")), (int)cols, tr(p->lang, N_("Who works with whom")));
	for (size_t i = 0; i < p->nround; i++)
		round_lines(h, p, &p->round[i], cols);
	evening_page_foot(h, p, cols + 1);
	html_put(h, "</table>\n");
	legend(h, p);
	html_put(h, "</section>\n");
}

int evening_page_html(struct nsi_sink *to, const struct evening_page *p)
{
	struct html h = { .out = { .sink = to } };

	html_put(&h, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>%s, %s</title>\n<style>\n", lang_name(p->lang), p->session, p->day);
	out_puts(&h.out, evening_page_css);
	html_put(&h, "</style>\n</head>\n<body>\n<main>\n");
	wall(&h, p);
	evening_page_routes(&h, p);
	evening_page_attendance(&h, p);
	html_put(&h, "</main>\n</body>\n</html>\n");
	return html_end(&h);
}
