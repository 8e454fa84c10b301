/* html.c - pieces of HTML, escaped in one place. */
#include "format/html.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

void html_text(struct html *h, const char *s)
{
	struct arena_mark m = arena_mark(&h->a);

	s = s ? text_safe(&h->a, s) : "";
	while (s && *s) {
		size_t n = strcspn(s, "&<>\"");

		out_put(&h->out, s, n);
		s += n;
		if (!*s)
			break;
		out_puts(&h->out, *s == '&' ? "&amp;" : *s == '<' ? "&lt;" : *s == '>' ? "&gt;" : "&quot;");
		s++;
	}
	arena_release(&h->a, m);
}

void html_put(struct html *h, const char *format, ...)
{
	va_list ap;
	char number[12];

	va_start(ap, format);
	while (*format) {
		size_t n = strcspn(format, "%");

		out_put(&h->out, format, n);
		format += n;
		if (!*format)
			break;
		if (format[1] == 's')
			html_text(h, va_arg(ap, const char *));
		else if (format[1] == 'd') {
			snprintf(number, sizeof(number), "%d", va_arg(ap, int));
			out_puts(&h->out, number);
		} else {
			out_puts(&h->out, "%");
		}
		format += 2;
	}
	va_end(ap);
}

int html_end(struct html *h)
{
	bool oom = h->a.oom;

	out_flush(&h->out);
	arena_free(&h->a);
	return oom ? ENOMEM : 0;
}
