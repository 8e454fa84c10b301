/* cell.c - what one cell looks like: to machines, and to people in their language. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "base/tr.h"
#include "format/format.h"

const char *cell_machine(char buf[CELL_BUF], const struct nsi_cell *c)
{
	switch (c->type) {
	case NSI_T_NONE:
		return NULL;
	case NSI_T_INT:
	case NSI_T_KEY:
	case NSI_T_YEAR:
		snprintf(buf, CELL_BUF, "%" PRId64, c->i);
		return buf;
	case NSI_T_REAL:
		if (!isfinite(c->r))
			return NULL;
		snprintf(buf, CELL_BUF, "%.15g", c->r);
		return buf;
	case NSI_T_DAY:
		return day_iso(buf, (int32_t)c->i);
	case NSI_T_FLAG:
		return c->i ? "true" : "false";
	case NSI_T_MARK:
		return c->flags & NSI_CELL_EARLIER ? "" : c->s;
	case NSI_T_ID:
	case NSI_T_TEXT:
	case NSI_T_WORD:
	case NSI_T_LIST:
	case NSI_T_JSON:
	case NSI_T_PERSON:
	case NSI_T_UNIT:
	case NSI_T_MODULE:
	case NSI_T_ORG:
	case NSI_T_GROUP:
	case NSI_T_QUANTUM:
	case NSI_T_SESSION:
	case NSI_T_REQUEST:
	case NSI_T_FILE:
		return c->s;
	}
	return NULL;
}

static bool whole(double v)
{
	double rest;

	if (v < 0)
		v = -v;
	rest = v < 1e15 ? v - (double)(int64_t)(v + 0.5) : 0;
	return rest > -1e-6 && rest < 1e-6;
}

int cell_decimals(const struct nsi_rows *r, size_t at)
{
	int need = 0;

	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *c = &r->cells[i * r->ncol + at];
		double v = c->r;

		if (c->type != NSI_T_REAL || !isfinite(v))
			continue;
		v *= need == 0 ? 1 : need == 1 ? 10 : need == 2 ? 100 : 1000;
		for (; need < 3 && !whole(v); need++)
			v *= 10;
	}
	return need;
}

const char *one_line(struct arena *a, const char *s)
{
	char *line;

	if (!strpbrk(s, "\n\r\t\v\f"))
		return text_safe(a, s);
	line = arena_strdup(a, s);
	for (char *p = line; (p = strpbrk(p, "\n\r\t\v\f")); )
		*p = ' ';
	return text_safe(a, line);
}

/* S with nothing in it that a terminal would obey; line breaks stay. */
const char *lines_safe(struct arena *a, const char *s)
{
	const char *out = "";
	size_t n;

	if (!strpbrk(s, "\n\r\t"))
		return text_safe(a, s);
	for (; *s; s += n) {
		char c[2] = "";

		n = strcspn(s, "\n\r\t");
		out = arena_printf(a, "%s%s", out, text_safe(a, arena_strndup(a, s, n)));
		if (s[n]) {
			c[0] = s[n++] == '\t' ? '\t' : '\n';
			n += s[n - 1] == '\r' && s[n] == '\n';
			out = arena_printf(a, "%s%s", out, c);
		}
	}
	return out;
}

static const char *real(struct arena *a, const struct nsi_style *st, double v, int decimals)
{
	char *s, *dot;

	if (!isfinite(v))
		return "";
	s = arena_printf(a, "%.*f", decimals, v);
	if (!strcmp(st->lang, "ru") && (dot = strchr(s, '.')))
		*dot = ',';
	return s;
}

static const char *mark(struct arena *a, const struct nsi_rows *r, const struct nsi_style *st,
                        const struct nsi_cell *c)
{
	const char *glyph = st->tr(st->lang, c->s);

	for (size_t i = 0; i < r->nlegend; i++)
		if (!strcmp(r->legend[i].state, c->s))
			glyph = st->words ? r->legend[i].word : st->plain ? r->legend[i].plain : r->legend[i].mark;
	glyph = one_line(a, glyph);
	if (c->flags & NSI_CELL_EARLIER && *glyph)
		return arena_printf(a, "(%s)", glyph);
	return c->flags & NSI_CELL_LATE ? arena_printf(a, "%s!", glyph) : glyph;
}

/* A word in the reader's language: a state by the legend, one that names something ("needed by X") by
 * its pattern. */
static const char *word(struct arena *a, const struct nsi_rows *r, const struct nsi_style *st, const char *s)
{
	static const char *const patterns[] = { N_("needed by %s") };
	const char *shown = st->tr(st->lang, s);

	for (size_t i = 0; i < r->nlegend; i++)
		if (!strcmp(r->legend[i].state, s))
			return r->legend[i].word;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns) && shown == s; i++) {
		size_t n = strlen(patterns[i]) - 2;

		if (!strncmp(s, patterns[i], n))
			return arena_printf(a, st->tr(st->lang, patterns[i]), s + n);
	}
	if (shown == s && strchr(s, '_')) {
		char *words = arena_strdup(a, s);

		for (char *p = words; (p = strchr(p, '_')); )
			*p = ' ';
		return words;
	}
	return shown;
}

/* Ids in one string, separated by blanks: "a, b". */
static const char *list(struct arena *a, const char *s)
{
	char *out = arena_array(a, char, 2 * strlen(s) + 1), *p = out;

	if (!out)
		return "";
	for (; *s; s++) {
		if (*s == ' ')
			*p++ = ',';
		*p++ = *s;
	}
	return out;
}

const char *cell_people(struct arena *a, const struct nsi_rows *r, const struct nsi_style *st,
                        const struct nsi_cell *c, int decimals)
{
	char buf[CELL_BUF];
	const char *s;

	if (c->shown)
		return one_line(a, c->shown);
	if (c->type == NSI_T_REAL)
		return real(a, st, c->r, decimals);
	if (c->type == NSI_T_MARK)
		return mark(a, r, st, c);
	if (c->type == NSI_T_FLAG)
		return st->tr(st->lang, c->i ? N_("yes") : N_("no"));
	if (c->type == NSI_T_DAY && !strcmp(st->lang, "ru"))
		return arena_strdup(a, day_ru(buf, (int32_t)c->i));
	s = cell_machine(buf, c);
	if (!s || !*s)
		return "";
	if (s == buf)
		return arena_printf(a, "%s%s", s, c->flags & NSI_CELL_ALARM ? "!" : "");
	if (c->type == NSI_T_WORD)
		s = word(a, r, st, s);
	return one_line(a, c->type == NSI_T_LIST ? list(a, s) : s);
}

static bool runs(const char *s)
{
	static const char *const wide[] = { "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" };

	if (*s && strchr("\t\r\n", *s))
		return true;
	s += strspn(s, " \t\r\n");
	for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (!strncmp(s, wide[i], 3))
			return true;
	return *s && strchr("=+-@", *s) && s[1];
}

bool cell_wants_guard(const char *s)
{
	return runs(s + strspn(s, "'"));
}

const char *cell_unguarded(const char *s)
{
	return s + (*s == '\'' && cell_wants_guard(s + 1));
}

const char *cell_text_of(const struct nsi_style *st, const struct nsi_rows *r, const struct nsi_cell *c)
{
	struct cell_room *room = st->own;

	if (!room->a.last) {
		arena_alloc(&room->a, 1, 1);
		room->start = arena_mark(&room->a);
	}
	arena_release(&room->a, room->start);
	return cell_people(&room->a, r, st, c, 3);
}
