/* svg.c - small pictures, in whole tenths of a pixel: 3600 is the width of a telephone. */
#include "format/svg.h"

#include <string.h>

#include "base/text.h"

enum { WIDE = SVG_WIDE, LINE = 200, SIZE = 130 /* of letters, as the page has it */, BESIDE = 1300 /* the longest name beside its bar */ };

static int32_t wide(const char *s)
{
	return text_em(s) * SIZE / 100;
}

static void begin(struct html *h, const struct svg *s, int32_t high)
{
	if (s->y) {
		html_put(h, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", SVG_EDGE, *s->y, WIDE, high);
		*s->y += high + 60;
	} else {
		html_put(h, "<svg");
	}
	html_put(h, " viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\"><title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>\n",
	         WIDE, high, s->id, s->id, s->id, s->title, s->id, s->text);
}

static void rect(struct html *h, const char *class, const char *kind, int32_t x, int32_t y, int32_t w, int32_t high)
{
	html_put(h, "<rect class=\"%s%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", class, kind, x, y, w, high);
}

static void text(struct html *h, const char *anchor, int32_t x, int32_t y, const char *s)
{
	html_put(h, "<text text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>", anchor, x, y, s);
}

static const char *number(struct html *h, int32_t i)
{
	return arena_printf(&h->a, "%d", i);
}

/* ---- parts ------------------------------------------------------------------------------------------ */

void svg_parts(struct html *h, const struct svg *s, const struct svg_part *v, size_t n)
{
	int64_t all = 0, before = 0;

	for (size_t i = 0; i < n; i++)
		all += v[i].value;
	begin(h, s, 320);
	for (size_t i = 0; i < n && all; i++) {
		int32_t x = (int32_t)(before * (WIDE - 20) / all),
			to = (int32_t)((before + v[i].value) * (WIDE - 20) / all);
		const char *value = number(h, v[i].value);

		before += v[i].value;
		if (!v[i].value)
			continue;
		rect(h, "part k-", v[i].kind, x + 10, 10, to - x, 300);
		if (to - x > wide(value) + 60)
			text(h, "middle", (x + to) / 2 + 10, 205, value);
		html_put(h, "\n");
	}
	html_put(h, "</svg>\n");
}

int32_t svg_key(struct html *h, const struct svg_part *v, size_t n, int32_t x, int32_t y, int32_t width, bool counts)
{
	int32_t at = x;

	for (size_t i = 0; i < n; i++) {
		const char *name = counts ? arena_printf(&h->a, "%s: %d", v[i].name, v[i].value) : v[i].name;
		int32_t w = 330 + wide(name);

		if (at > x && at + w > x + width) {
			at = x;
			y += LINE + 30;
		}
		rect(h, "box k-", v[i].kind, at, y, 220, 180);
		text(h, "middle", at + 110, y + 138, v[i].sign);
		text(h, "start", at + 270, y + 138, name);
		at += w + 60;
	}
	html_put(h, "\n");
	return y + LINE + 30;
}

/* ---- bars ------------------------------------------------------------------------------------------- */

const char *svg_cut(struct html *h, const char *name, int32_t size, int32_t room)
{
	const char *s = name;

	for (int width = text_width(name); text_em(s) * size / 100 > room && width > 1; width--)
		s = arena_printf(&h->a, "%.*s…", (int)text_cut(name, width - 1), name);
	return s;
}

/* What stands behind a bar. */
static const char *told(struct html *h, const struct svg_bar *v)
{
	return v->of ? arena_printf(&h->a, "%d / %d", v->value, v->of) : number(h, v->value);
}

/* How long N of MOST is in ROOM. */
static int32_t part(int32_t n, int32_t most, int32_t room)
{
	return (int32_t)((int64_t)(n < most ? n : most) * room / most);
}

static void bar(struct html *h, const struct svg_bar *v, int32_t left, int32_t room, int32_t most, int32_t y)
{
	int32_t w = part(v->value, most, room), whole = part(v->of, most, room);

	if (whole)
		rect(h, "whole", "", left + 10, y + 35, whole, LINE - 70);
	if (w)
		rect(h, "bar", "", left + 10, y + 55, w, LINE - 110);
	text(h, "start", left + 60 + (w > whole ? w : whole), y + 145, told(h, v));
}

void svg_bars(struct html *h, const struct svg *s, const struct svg_bar *v, size_t n, bool own)
{
	int32_t most = 1, label = 0, behind = 0, left;
	bool above;

	for (size_t i = 0; i < n; i++) {
		int32_t w = wide(v[i].name), k = wide(told(h, &v[i]));

		most = v[i].value > most ? v[i].value : most;
		most = v[i].of > most ? v[i].of : most;
		label = w > label ? w : label;
		behind = k > behind ? k : behind;
	}
	above = label > BESIDE;                    /* long names stand above their bars */
	left = above ? 0 : label + 60;
	begin(h, s, (int32_t)n * (above ? 2 * LINE : LINE) + 20);
	for (size_t i = 0; i < n; i++) {
		int32_t y = (int32_t)i * (above ? 2 * LINE : LINE);

		text(h, "start", 10, y + 145, above ? svg_cut(h, v[i].name, SIZE, WIDE - 20) : v[i].name);
		bar(h, &v[i], left, WIDE - left - behind - 80, own && v[i].of ? v[i].of : most, above ? y + LINE : y);
		html_put(h, "\n");
	}
	html_put(h, "</svg>\n");
}

/* ---- steps ------------------------------------------------------------------------------------------ */

enum { LEFT = 300, RIGHT = 3560, TOP = 90, BOTTOM = 1290 };

static void path(struct html *h, const struct svg_line *l, const char *class, int32_t from, int32_t to, int32_t most)
{
	int32_t before = 0;

	html_put(h, "<path class=\"%s\" d=\"M%d %d", class, LEFT, BOTTOM);
	for (size_t i = 0; i < l->n; i++) {
		int32_t x = LEFT +
		            (int32_t)((int64_t)(l->v[i].day - from) * (RIGHT - LEFT) / (to > from ? to - from : 1));
		int32_t y = BOTTOM - (int32_t)((int64_t)l->v[i].count * (BOTTOM - TOP) / most);

		if (l->v[i].count != before)
			html_put(h, "H%dV%d", x, y);
		else
			html_put(h, "H%d", x);
		before = l->v[i].count;
	}
	html_put(h, "\"/>\n");
}

void svg_steps(struct html *h, const struct svg *s, const struct svg_line *v, size_t n, const char *const days[2])
{
	int32_t from = INT32_MAX, to = INT32_MIN, most = 1, x = LEFT;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n; k++) {
			const struct svg_point *p = &v[i].v[k];

			from = p->day < from ? p->day : from;
			to = p->day > to ? p->day : to;
			most = p->count > most ? p->count : most;
		}
	begin(h, s, 1700);
	html_put(h, "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>", LEFT, TOP, BOTTOM, RIGHT);
	text(h, "end", LEFT - 50, TOP + 45, number(h, most));
	text(h, "end", LEFT - 50, BOTTOM + 10, "0");
	text(h, "start", LEFT, BOTTOM + 160, days[0]);
	text(h, "end", RIGHT, BOTTOM + 160, days[1]);
	for (size_t i = 0; i < n; i++)
		path(h, &v[i], i ? "fact" : "plan", from, to, most);
	for (size_t i = 0; i < n; i++) {
		html_put(h, "<path class=\"%s\" d=\"M%d 1600h300\"/>", i ? "fact" : "plan", x);
		text(h, "start", x + 360, 1645, v[i].name);
		x += 500 + wide(v[i].name);
	}
	html_put(h, "</svg>\n");
}
