/* csv.c - rows for scripts: RFC 4180 with LF, and its brother with tabs; and for a double click in Russian Excel, in
 * people's words: semicolons, CRLF, decimal commas. The summary is left out. */
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "format/draw.h"

static void quoted(struct out *o, const char *s)
{
	out_puts(o, "\"");
	for (size_t n; *s; s += n) {
		n = strcspn(s, "\"");
		n += s[n] == '"';
		out_put(o, s, n);
		if (s[n - 1] == '"')
			out_puts(o, "\"");
	}
	out_puts(o, "\"");
}

static void csv_field(struct out *o, struct arena *a, const char *s, bool lonely)
{
	s = lines_safe(a, s);
	if (strpbrk(s, ",\"\n") || (lonely && !*s))    /* an empty line would be no row */
		quoted(o, s);
	else
		out_puts(o, s);
}

static void tsv_field(struct out *o, struct arena *a, const char *s, bool lonely)
{
	(void)lonely;
	out_puts(o, one_line(a, s));
}

static int separated(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st,
                     const char *separator, void (*field)(struct out *, struct arena *, const char *, bool))
{
	struct out o = { .sink = sink };
	struct arena a = { 0 };
	bool lonely = r->ncol == 1, oom;

	for (size_t i = 0; i < r->ncol && !st->no_header; i++) {
		out_puts(&o, i ? separator : "");
		field(&o, &a, r->cols[i].key, lonely);
	}
	if (!st->no_header && r->ncol)
		out_puts(&o, "\n");
	for (size_t k = 0; k < r->nrow && !a.oom; k++) {
		struct arena_mark m = arena_mark(&a);

		for (size_t i = 0; i < r->ncol; i++) {
			char buf[CELL_BUF];
			const char *s = cell_machine(buf, &r->cells[k * r->ncol + i]);

			out_puts(&o, i ? separator : "");
			field(&o, &a, s ? s : "", lonely);
		}
		out_puts(&o, "\n");
		arena_release(&a, m);
	}
	out_flush(&o);
	oom = a.oom;
	arena_free(&a);
	return oom ? ENOMEM : 0;
}

int csv_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	return separated(sink, r, st, ",", csv_field);
}

int tsv_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	return separated(sink, r, st, "\t", tsv_field);
}

/* ---- Excel ------------------------------------------------------------------------------------------ */

/* GUARD: S comes from people; what would run gets an apostrophe in front. */
static void excel_field(struct out *o, struct arena *a, const char *s, bool guard, bool lonely)
{
	s = lines_safe(a, s);
	if (guard && cell_wants_guard(s))
		s = arena_printf(a, "'%s", s);
	if (strpbrk(s, ";\"\n\t") || (lonely && !*s))
		quoted(o, s);
	else
		out_puts(o, s);
}

/* A number that people read as one, with its sign or fewer decimals. */
static bool shown_as_number(const char *s)
{
	size_t n;

	s += *s == '+' || *s == '-' ? 1 : strncmp(s, "−", 3) ? 0 : 3;
	n = strspn(s, "0123456789");
	return n && (!s[n] || (strchr(".,", s[n]) && s[n + 1] && !s[n + 1 + strspn(s + n + 1, "0123456789")]));
}

static bool of_numbers(const struct nsi_cell *c)
{
	return (c->type == NSI_T_INT || c->type == NSI_T_REAL || c->type == NSI_T_YEAR || c->type == NSI_T_DAY) &&
	       (!c->shown || shown_as_number(c->shown));
}

/* "+6" is 6 to Excel, and −6 has the minus that it counts with. */
static const char *excel_number(struct arena *a, const char *s)
{
	bool less = *s == '-' || !strncmp(s, "−", 3);
	char *out = arena_printf(a, "%s%s", less ? "-" : "", s + (*s == '+' || *s == '-' ? 1 : less ? 3 : 0)), *dot = strchr(out, '.');

	if (dot)
		*dot = ',';
	return out;
}

/* What people read, but words instead of signs, and lines in a text stay. */
static const char *excel_cell(struct arena *a, const struct nsi_rows *r, const struct nsi_style *st,
                              const struct nsi_cell *c, int decimals)
{
	struct nsi_cell plain = *c;
	struct nsi_style bare = *st;

	plain.flags &= ~(unsigned)NSI_CELL_ALARM;
	bare.words = true;
	if (of_numbers(c) && c->shown)
		return excel_number(a, c->shown);
	if (of_numbers(c))
		bare.lang = "ru";          /* whoever reads it: as that Excel takes numbers and days */
	if (c->type == NSI_T_TEXT)
		return c->shown ? c->shown : c->s;
	return cell_people(a, r, &bare, &plain, decimals);
}

int csv_excel_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	struct drawing d = { .o.sink = sink, .r = r, .st = st };
	bool oom = !draw_columns(&d, true), lonely = d.n == 1;

	out_puts(&d.o, "\uFEFF");
	for (size_t k = 0; k < d.n && !st->no_header && !oom; k++) {
		out_puts(&d.o, k ? ";" : "");
		excel_field(&d.o, &d.a, d.v[k].title, true, lonely);
	}
	if (!st->no_header && d.n)
		out_puts(&d.o, "\r\n");
	for (size_t i = 0; i < r->nrow && !d.a.oom && d.n; i++) {
		struct arena_mark m = arena_mark(&d.a);

		for (size_t k = 0; k < d.n; k++) {
			const struct nsi_cell *c = &r->cells[i * r->ncol + d.v[k].at];

			out_puts(&d.o, k ? ";" : "");
			excel_field(&d.o, &d.a, excel_cell(&d.a, r, st, c, d.v[k].decimals), !of_numbers(c), lonely);
		}
		out_puts(&d.o, "\r\n");
		arena_release(&d.a, m);
	}
	oom |= d.a.oom;
	out_flush(&d.o);
	arena_free(&d.a);
	return oom ? ENOMEM : 0;
}
