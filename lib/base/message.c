/* message.c - the queue of placed messages. */
#include "base/message.h"

#include <string.h>

#include "base/text.h"

enum { MOST_BYTES = 2000 };            /* nobody reads more, and what is quoted may be a megabyte */

static const char *one_line(struct arena *a, const char *text)
{
	size_t n = strnlen(text, MOST_BYTES + 1);

	if (n <= MOST_BYTES)
		return arena_strdup(a, text_safe(a, text));
	for (n = MOST_BYTES; n && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
		;
	return arena_printf(a, "%s…", text_safe(a, arena_strndup(a, text, n)));
}

void message_put(struct messages *m, enum nsi_severity s, const char *file, int line, int column,
                 const char *rule, const char *text)
{
	struct nsi_message *v;

	if (s == NSI_ERROR)
		m->errors++;
	else if (s == NSI_WARNING)
		m->warnings++;
	if (m->limit && s == NSI_ERROR && m->errors > m->limit)
		return;
	v = arena_grow(&m->arena, m->v, &m->cap, m->n + 1, sizeof(*v));
	if (!v)
		return;
	m->v = v;
	v[m->n++] = (struct nsi_message){ s, file ? arena_strdup(&m->arena, file) : NULL, line, column,
	                                  rule, one_line(&m->arena, text) };
}

static void put(struct messages *m, enum nsi_severity s, const char *file, int line, int column,
                const char *rule, const char *format, va_list ap)
{
	message_put(m, s, file, line, column, rule, arena_vprintf(&m->arena, tr(m->lang, format), ap));
}

enum nsi_status fail(struct messages *m, enum nsi_status status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	put(m, NSI_ERROR, NULL, 0, 0, NULL, format, ap);
	va_end(ap);
	return status;
}

void warn(struct messages *m, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	put(m, NSI_WARNING, NULL, 0, 0, NULL, format, ap);
	va_end(ap);
}

void message_at(struct messages *m, enum nsi_severity s, const char *file, int line, int column,
                const char *rule, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	put(m, s, file, line, column, rule, format, ap);
	va_end(ap);
}

void messages_clear(struct messages *m)
{
	arena_free(&m->arena);
	m->v = NULL;
	m->n = m->cap = m->errors = m->warnings = 0;
}

void messages_free(struct messages *m)
{
	messages_clear(m);
}
