/* pictures.c - which pictures rows give, by the keys of their columns: units by state, the load of teaching, progress
 * against the plan, what is done of what was wanted. */
#include <limits.h>
#include <string.h>

#include "base/day.h"
#include "base/tr.h"
#include "format/page.h"
#include "format/svg.h"

enum { MOST_BARS = 40 };

/* The column KEY of TYPE; r->ncol: there is none. */
static size_t column(const struct nsi_rows *r, const char *key, enum nsi_type type)
{
	size_t i = 0;

	while (i < r->ncol && (strcmp(r->cols[i].key, key) != 0 || r->cols[i].type != type))
		i++;
	return i;
}

static const struct nsi_cell *at(const struct nsi_rows *r, size_t row, size_t col)
{
	return &r->cells[row * r->ncol + col];
}

static const char *say(const struct page *p, const char *text)
{
	return p->d.st->tr(p->d.st->lang, text);
}

static void open(struct page *p, int *count, const char *title)
{
	if (!(*count)++ && !p->alone)
		html_put(&p->h, "<section class=\"pictures\">\n<h2>%s</h2>\n", say(p, N_("In pictures")));
	if (p->alone) {
		*p->alone += *count > 1 ? 200 : 0;
		html_put(&p->h, "<text class=\"b\" x=\"%d\" y=\"%d\">%s</text>\n", SVG_EDGE, *p->alone + 130, title);
		*p->alone += 220;
		return;
	}
	html_put(&p->h, "<figure>\n<figcaption><b>%s</b></figcaption>\n", title);
}

/* TEXT below the picture, where nothing else says it. */
static void shut(struct page *p, const char *text)
{
	if (p->alone)
		return;
	html_put(&p->h, text ? "<p>%s</p>\n</figure>\n" : "</figure>\n", text);
}

/* ---- units by state ----------------------------------------------------------------------------------- */

static size_t place(const struct nsi_rows *r, const char *state)
{
	size_t i = 0;

	while (i < r->nlegend && strcmp(r->legend[i].state, state) != 0)
		i++;
	return i;
}

/* Of this year, in the order of the legend. */
static void count_states(const struct page *p, struct svg_part *v)
{
	const struct nsi_rows *r = p->d.r;
	size_t state = column(r, "state", NSI_T_WORD);

	for (size_t i = 0; i < r->nrow; i++)
		for (size_t k = 0; k < r->ncol; k++) {
			const struct nsi_cell *c = at(r, i, k);
			size_t s;

			if ((r->cols[k].type != NSI_T_MARK || c->type != NSI_T_MARK) &&
			    (k != state || c->type != NSI_T_WORD))
				continue;
			s = c->flags & NSI_CELL_EARLIER || !*c->s ? r->nlegend : place(r, c->s);
			if (s < r->nlegend)
				v[s].value++;
		}
}

/* The signs of those that there are. */
static void key(struct page *p, struct svg_part *v, size_t n)
{
	size_t some = 0;

	for (size_t i = 0; i < n; i++)
		if (v[i].value)
			v[some++] = v[i];
	if (p->alone) {
		*p->alone = svg_key(&p->h, v, some, SVG_EDGE, *p->alone, SVG_WIDE, true);
		return;
	}
	html_put(&p->h, "<ul class=\"key\">\n");
	for (size_t i = 0; i < some; i++)
		html_put(&p->h, "<li><i class=\"k-%s\" aria-hidden=\"true\">%s</i> %s: %d</li>\n", v[i].kind,
		         v[i].sign, v[i].name, v[i].value);
	html_put(&p->h, "</ul>\n</figure>\n");
}

static void states(struct page *p, int *count)
{
	const struct nsi_rows *r = p->d.r;
	struct svg_part *v = arena_array(&p->h.a, struct svg_part, r->nlegend + 1);
	const char *text = "";
	int64_t all = 0;

	if (!v || !r->nlegend)
		return;
	count_states(p, v);
	for (size_t i = 0; i < r->nlegend; i++) {
		v[i].name = r->legend[i].word;
		v[i].kind = page_kind(r->legend[i].state);
		v[i].sign = p->d.st->plain ? r->legend[i].plain : r->legend[i].mark;
		all += v[i].value;
		if (v[i].value)
			text = arena_printf(&p->h.a, "%s%s%s: %d", text, *text ? "; " : "", v[i].name, v[i].value);
	}
	if (!all)
		return;
	open(p, count, say(p, N_("Units by state")));
	svg_parts(&p->h, &(struct svg){ "states", say(p, N_("Units by state")), text, p->alone }, v, r->nlegend);
	key(p, v, r->nlegend);
}

/* ---- bars --------------------------------------------------------------------------------------------- */

/* What rows give bars: the name, the number, the whole or NULL; whether each is measured by a whole of its OWN. */
struct kind { const char *name; enum nsi_type type; const char *value, *of, *title; bool board, own; };

static const struct kind kinds[] = {
	{ "person", NSI_T_ID, "taught", NULL, N_("Load of teaching: what each has passed on"), true, false },
	{ "person", NSI_T_ID, "mastered", "units", N_("Mastered, of the units of the programme"), false, false },
	{ "title", NSI_T_TEXT, "fact", "plan", N_("What is there, of what was planned"), false, true },
};

static bool fits(int64_t i)
{
	return i >= 0 && i <= INT_MAX / 2;
}

static void bars(struct page *p, int *count, const struct kind *kind)
{
	const struct nsi_rows *r = p->d.r;
	size_t name = column(r, kind->name, kind->type), value = column(r, kind->value, NSI_T_INT);
	size_t of = kind->of ? column(r, kind->of, NSI_T_INT) : 0, n = 0;
	struct svg_bar *v = arena_array(&p->h.a, struct svg_bar, r->nrow + 1);
	const char *text = "";
	bool any = false;

	if (!v || name == r->ncol || value == r->ncol || of == r->ncol || p->d.grouped != kind->board)
		return;
	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *c = at(r, i, value), *whole = at(r, i, of), *who = at(r, i, name);

		if (who->type == NSI_T_NONE || c->type != NSI_T_INT || !fits(c->i))
			continue;
		v[n].name = cell_people(&p->h.a, r, p->d.st, who, 0);
		v[n].value = (int32_t)c->i;
		v[n].of = kind->of && whole->type == NSI_T_INT && fits(whole->i) ? (int32_t)whole->i : 0;
		any |= v[n].value || v[n].of;
		n++;
	}
	if (!n || n > MOST_BARS || !any)
		return;
	for (size_t i = 0; i < n; i++)
		text = v[i].of ? arena_printf(&p->h.a, "%s%s%s: %d / %d", text, *text ? "; " : "", v[i].name, v[i].value, v[i].of)
		               : arena_printf(&p->h.a, "%s%s%s: %d", text, *text ? "; " : "", v[i].name, v[i].value);
	open(p, count, say(p, kind->title));
	svg_bars(&p->h, &(struct svg){ kind->value, say(p, kind->title), text, p->alone }, v, n, kind->own);
	shut(p, NULL);
}

/* ---- progress ----------------------------------------------------------------------------------------- */

bool progress_rows(const struct nsi_rows *r)
{
	return column(r, "unit", NSI_T_ID) < r->ncol && column(r, "due", NSI_T_DAY) < r->ncol && column(r, "on", NSI_T_DAY) < r->ncol &&
	       column(r, "state", NSI_T_WORD) < r->ncol;
}

static bool held(const char *state)
{
	return !strcmp(state, "mastered") || !strcmp(state, "passed") || !strcmp(state, "credited") ||
	       !strcmp(state, "bearer");
}

static void sort_points(struct svg_point *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && v[k - 1].day > v[k].day; k--) {
			struct svg_point t = v[k];

			v[k] = v[k - 1];
			v[k - 1] = t;
		}
	for (size_t i = 0; i < n; i++)
		v[i].count = (int32_t)i + 1;
}

struct svg_line progress_line(struct arena *a, const struct nsi_rows *r, const char *key, bool reached)
{
	size_t day = column(r, key, NSI_T_DAY), state = column(r, "state", NSI_T_WORD), n = 0;
	struct svg_point *v = arena_array(a, struct svg_point, r->nrow + 1);

	for (size_t i = 0; v && i < r->nrow; i++) {
		const struct nsi_cell *c = at(r, i, day), *s = at(r, i, state);

		if (c->type == NSI_T_DAY && (!reached || (s->type == NSI_T_WORD && held(s->s))))
			v[n++].day = (int32_t)c->i;
	}
	if (v)
		sort_points(v, n);
	return (struct svg_line){ .n = v ? n : 0, .v = v };
}

static const char *day(struct page *p, int32_t d)
{
	return cell_people(&p->h.a, p->d.r, p->d.st, &(struct nsi_cell){ .type = NSI_T_DAY, .i = d }, 0);
}

static void progress(struct page *p, int *count)
{
	const struct nsi_rows *r = p->d.r;
	struct svg_line v[2];
	const char *days[2], *text, *title = say(p, N_("Progress against the plan"));
	int32_t from, to;

	if (!progress_rows(r))
		return;
	v[0] = progress_line(&p->h.a, r, "due", false);
	v[1] = progress_line(&p->h.a, r, "on", true);
	if (!v[0].n)
		return;
	v[0].name = say(p, N_("planned"));
	v[1].name = say(p, N_("mastered"));
	from = v[0].v[0].day;
	to = v[0].v[v[0].n - 1].day;
	if (v[1].n) {
		from = v[1].v[0].day < from ? v[1].v[0].day : from;
		to = v[1].v[v[1].n - 1].day > to ? v[1].v[v[1].n - 1].day : to;
	}
	days[0] = day(p, from);
	days[1] = day(p, to);
	text = v[1].n ? arena_printf(&p->h.a, say(p, N_("planned: %d up to %s; mastered: %d up to %s")), (int)v[0].n, day(p, v[0].v[v[0].n - 1].day), (int)v[1].n, day(p, v[1].v[v[1].n - 1].day))
	              : arena_printf(&p->h.a, say(p, N_("planned: %d up to %s; nothing is mastered yet")), (int)v[0].n, day(p, v[0].v[v[0].n - 1].day));
	open(p, count, title);
	svg_steps(&p->h, &(struct svg){ "progress", title, text, p->alone }, v, 2, days);
	shut(p, text);
}

bool page_pictures(struct page *p)
{
	int count = 0;

	states(p, &count);
	progress(p, &count);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		bars(p, &count, &kinds[i]);
	html_put(&p->h, count && !p->alone ? "</section>\n" : "");
	return count;
}
