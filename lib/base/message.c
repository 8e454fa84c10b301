/* message.c - the queue of placed messages. */
#include "base/message.h"

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
	                                  rule, arena_strdup(&m->arena, text) };
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
