/* written_cell.c - the cells of a workbook that is written: their looks, texts that nothing runs, real numbers and days. */
#include "written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- looks -------------------------------------------------------------------------------------------------- */

static bool same(const struct look *a, const struct look *b)
{
	return (a->number == b->number || (a->number && b->number && !strcmp(a->number, b->number))) && a->fill == b->fill && a->bold == b->bold &&
	       a->alarm == b->alarm && a->center == b->center && a->right == b->right && a->left == b->left && a->wrap == b->wrap &&
	       a->open == b->open && a->head == b->head;
}

lxw_format *format_of(struct book *b, struct look k)
{
	lxw_format *f;

	for (size_t i = 0; i < b->nlook; i++)
		if (same(&b->looks[i], &k))
			return b->formats[i];
	if (b->nlook == LOOKS || !(f = workbook_add_format(b->wb)))
		return NULL;
	if (k.number)
		format_set_num_format(f, k.number);
	if (k.fill)
		format_set_bg_color(f, k.fill);
	if (k.fill || k.open || k.head) {
		format_set_border(f, LXW_BORDER_THIN);
		format_set_border_color(f, 0xBFBFBF);
	}
	if (k.bold || k.head)
		format_set_bold(f);
	if (k.alarm) {
		format_set_bold(f);
		format_set_font_color(f, 0xB00020);
	}
	if (k.center)
		format_set_align(f, LXW_ALIGN_CENTER);
	if (k.right || k.left)
		format_set_align(f, k.right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	if (k.right)
		format_set_indent(f, 1);           /* the next column begins at its left edge */
	if (k.wrap)
		format_set_text_wrap(f);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	if (k.open)
		format_set_unlocked(f);
	b->looks[b->nlook] = k;
	b->formats[b->nlook++] = f;
	return f;
}

/* Light enough for black letters; a word stands there too, so nothing hangs on the colour. */
unsigned fill_of(const char *state)
{
	static const struct { const char *state; unsigned color; } v[] = {
		{ "planned", 0xDDEBF7 }, { "started", 0xFFF2CC }, { "credited", 0xD9EAD3 }, { "mastered", 0xC6EFCE },
		{ "passed", 0x9FD8A4 }, { "bearer", 0xE4DFEC },
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (!strcmp(v[i].state, state))
			return v[i].color;
	return 0;
}

/* ---- texts -------------------------------------------------------------------------------------------------- */

int letters(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += (*s & 0xC0) != 0x80;
	return n;
}

static bool hex4(const char *s)
{
	return strspn(s, "0123456789abcdefABCDEF") >= 4 && s[4] == '_';
}

/* S as a workbook keeps it: "_x0041_" would be read as "A", so its first sign is written as such a thing itself;
 * more than a cell holds, in units of UTF-16, is cut. To be freed. */
char *kept(const char *s)
{
	size_t n = strlen(s), extra = 0, k = 0, units = 0, fits = 0;
	char *out;

	for (const char *p = s; (p = strstr(p, "_x")); p += 2)
		extra += hex4(p + 2) ? 6 : 0;
	out = malloc(n + extra + 4);
	for (; out && *s; s++) {
		bool begins = (*s & 0xC0) != 0x80, named = s[0] == '_' && s[1] == 'x' && hex4(s + 2);

		if (begins && units < MOST_TEXT)
			fits = k;                  /* here the dots still have room */
		units += begins ? 1 + ((unsigned char)*s >= 0xF0) + (named ? 6 : 0) : 0;
		if (units > MOST_TEXT) {
			memcpy(out + fits, "…", 3);
			k = fits + 3;
			break;
		}
		if (named) {
			memcpy(out + k, "_x005F", 6);
			k += 6;
		}
		out[k++] = *s;
	}
	if (out)
		out[k] = '\0';
	return out;
}

const char *people(struct book *b, const struct nsi_cell *c)
{
	return b->st->text(b->st, b->r, c);
}

const char *plain(struct book *b, const char *s)
{
	const struct nsi_cell c = { .type = NSI_T_TEXT, .s = s };

	return people(b, &c);
}

void widen(struct page *p, size_t k, int n)
{
	if (k < p->ncol && n > p->width[k])
		p->width[k] = n;
}

/* How many lines S takes in a column as wide as such texts get, with some room for letters that are wider; *N: the
 * letters of its longest. */
static int count_lines(const char *s, int *n)
{
	enum { FIT = WIDE * 5 / 6 };
	int count = 0;

	*n = 0;
	for (size_t len; *s; s += len + (s[len] == '\n')) {
		int own = 0;

		len = strcspn(s, "\n");
		for (size_t i = 0; i < len; i++)
			own += (s[i] & 0xC0) != 0x80;
		count += own > WIDE ? (own + FIT - 1) / FIT : 1;
		*n = own > *n ? own : *n;
	}
	return count;
}

/* Text at column K of the line being written. What Excel would run when somebody edits it is marked as text. */
void put(struct page *p, size_t k, const char *s, struct look look, bool measured)
{
	char *own = kept(s);
	int n, count = count_lines(s, &n);

	look.wrap |= measured && count > 1;
	if (measured)
		widen(p, k, count > 1 ? n + n / 5 : n + look.right);
	if (look.wrap && count > p->tall)
		p->tall = count;
	if (*s && strchr("=+-@\t\r", *s))
		look.number = "@";
	if (!own || worksheet_write_string(p->ws, p->y, (lxw_col_t)k, own, format_of(p->b, look)))
		p->b->broken = true;
	free(own);
}

/* A text of several lines, each of them safe. To be freed. */
static char *lines(struct book *b, const char *s)
{
	char *all = NULL;
	size_t n = 0;

	for (;;) {
		size_t len = strcspn(s, "\n");
		char *line = strndup(s, len), *v;
		const char *safe = line ? plain(b, line) : "";
		size_t more = strlen(safe);

		v = line ? realloc(all, n + more + 2) : NULL;
		if (!v) {
			free(line);
			free(all);
			return NULL;
		}
		all = v;
		memcpy(all + n, safe, more);
		n += more;
		free(line);
		if (!s[len])
			break;
		all[n++] = '\n';
		s += len + 1;
	}
	all[n] = '\0';
	return all;
}

/* ---- cells -------------------------------------------------------------------------------------------------- */

static void put_number(struct page *p, size_t k, double v, struct look look, int width)
{
	widen(p, k, width + look.right);
	if (worksheet_write_number(p->ws, p->y, (lxw_col_t)k, v, format_of(p->b, look)))
		p->b->broken = true;
}

static void put_mark(struct page *p, size_t k, const struct nsi_cell *c, struct look look)
{
	const struct nsi_cell word = { .type = NSI_T_WORD, .s = c->s };
	const char *s = *c->s ? people(p->b, &word) : "";
	char text[512];

	look.center = true;
	look.fill = c->flags & NSI_CELL_EARLIER ? 0 : fill_of(c->s);
	look.alarm = c->flags & NSI_CELL_LATE;
	if (!*s)
		return;
	snprintf(text, sizeof(text), c->flags & NSI_CELL_EARLIER ? "(%s)" : c->flags & NSI_CELL_LATE ? "%s!" : "%s", s);
	put(p, k, text, look, true);
}

int decimals(double v)
{
	int k = 0;

	for (v = v < 0 ? -v : v; k < 3 && v < 1e12; k++, v *= 10) {
		double rest = v - (double)(int64_t)(v + 0.5);

		if (rest > -1e-6 && rest < 1e-6)
			break;
	}
	return k;
}

/* A number that people read as a number: its sign, where it is always written, and the digits behind its comma. */
static bool shown_as_number(const char *s, bool *sign, int *places)
{
	size_t n;

	*sign = *s == '+' || !strncmp(s, "−", 3);
	s += *sign ? *s == '+' ? 1 : 3 : *s == '-';
	n = strspn(s, "0123456789");
	*places = n && s[n] && strchr(".,", s[n]) ? (int)strspn(s + n + 1, "0123456789") : 0;
	return n && !s[n + (*places ? 1 + (size_t)*places : 0)];
}

static const char *format_number(bool sign, int places)
{
	static const char *const v[2][4] = {
		{ "0", "0.0", "0.00", "0.000" },
		{ "+0;−0;0", "+0.0;−0.0;0", "+0.00;−0.00;0", "+0.000;−0.000;0" },
	};

	return v[sign][places > 3 ? 3 : places];
}

static bool whole(const struct nsi_cell *c)
{
	return (c->type == NSI_T_INT || c->type == NSI_T_YEAR) && c->i < INT64_C(1) << 53 && c->i > -(INT64_C(1) << 53);
}

/* Numbers and days are such to Excel too; one that people read as more, "5 of 11", is a text. */
static bool put_as_number(struct page *p, size_t k, const struct nsi_cell *c, struct look look)
{
	double v = c->type == NSI_T_REAL ? c->r : (double)c->i;
	int places = c->type == NSI_T_REAL && k < p->ncol && p->places ? p->places[k] : 0;
	bool sign = false;

	if (c->type == NSI_T_DAY && !c->shown) {       /* Excel believes in 29.02.1900 */
		look.number = strcmp(p->b->st->lang, "ru") ? "yyyy-mm-dd" : "dd.mm.yyyy";
		put_number(p, k, v + 25569 - (v < -25508), look, 10);
		return true;
	}
	if (!whole(c) && c->type != NSI_T_REAL)
		return false;
	if (c->type == NSI_T_REAL && !(v > -1e300 && v < 1e300))
		return !c->shown;
	if (c->shown && !shown_as_number(c->shown, &sign, &places))
		return false;
	look.number = look.alarm ? "0\"!\"" : format_number(sign, places);
	put_number(p, k, v, look, snprintf(NULL, 0, "%.*f", places, v) + look.alarm + sign);
	return true;
}

void put_cell(struct page *p, size_t k, const struct nsi_cell *c, struct look look)
{
	const char *s;

	look.alarm = c->flags & (NSI_CELL_ALARM | NSI_CELL_LATE) && c->type != NSI_T_NONE;
	if (c->type == NSI_T_MARK && !c->shown) {
		put_mark(p, k, c, look);
		return;
	}
	if (put_as_number(p, k, c, look))
		return;
	s = c->type == NSI_T_TEXT ? c->shown ? c->shown : c->s : "";
	if (strchr(s, '\n')) {
		char *all = lines(p->b, s);

		if (all)
			put(p, k, all, look, true);
		else
			p->b->broken = true;
		free(all);
		return;
	}
	s = people(p->b, c);
	if (*s || look.open)
		put(p, k, s, look, true);
}
