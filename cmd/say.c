/* say.c - what goes to stderr: one line a message, "nsi: " first. */
#include "cmd.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Bytes at S that must not reach a terminal: controls, C1 controls, marks that turn text around. */
static size_t unsafe(const unsigned char *s)
{
	if (*s < 0x20 || *s == 0x7f)
		return 1;
	if (s[0] == 0xc2 && s[1] >= 0x80 && s[1] <= 0x9f)
		return 2;
	if (s[0] == 0xe2 && s[1] == 0x80 && ((s[2] >= 0xaa && s[2] <= 0xae) || s[2] == 0x8e || s[2] == 0x8f))
		return 3;
	if (s[0] == 0xe2 && s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9)
		return 3;
	return 0;
}

void put_safe(FILE *f, const char *s)
{
	for (size_t n; *s; s += n ? n : 1) {
		n = unsafe((const unsigned char *)s);
		if (n)
			fputs("\xef\xbf\xbd", f);
		else
			fputc(*s, f);
	}
}

enum nsi_status complain(struct nsi *n, enum nsi_status status, const char *format, ...)
{
	char *text = NULL;
	va_list ap;

	va_start(ap, format);
	if (vasprintf(&text, n ? nsi_tr(n, format) : format, ap) < 0)
		text = NULL;
	va_end(ap);
	fputs("nsi: ", stderr);
	put_safe(stderr, text ? text : format);
	fputc('\n', stderr);
	free(text);
	return status;
}

void say_messages(struct nsi *n, bool quiet, bool verbose)
{
	verbose |= isatty(STDERR_FILENO);
	for (size_t i = 0; i < nsi_message_count(n); i++) {
		const struct nsi_message *m = nsi_message_at(n, i);

		if ((m->severity == NSI_WARNING && quiet) || (m->severity == NSI_NOTE && (quiet || !verbose)))
			continue;
		fputs(m->severity == NSI_WARNING ? "nsi: warning: " : "nsi: ", stderr);
		if (m->file) {
			put_safe(stderr, m->file);
			if (m->line)
				fprintf(stderr, ":%d", m->line);
			if (m->line && m->column)
				fprintf(stderr, ":%d", m->column);
			fputs(": ", stderr);
		}
		put_safe(stderr, m->text);
		fputc('\n', stderr);
	}
	nsi_message_clear(n);
}
