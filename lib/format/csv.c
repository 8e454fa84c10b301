/* csv.c - rows for scripts: RFC 4180 with LF, and its brother with tabs. The summary is left out. */
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "format/format.h"

/* S with nothing in it that a terminal would obey; line breaks stay. */
static const char *safe(struct arena *a, const char *s)
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
	s = safe(a, s);
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
