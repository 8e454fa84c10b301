/* say.c - what goes to stderr: one line a message, "nsi: " first. */
#include "cmd.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Bytes of the character at S; 0: none, S is not UTF-8 here. */
static size_t character(const unsigned char *s)
{
	size_t n = *s < 0x80 ? 1 : *s >= 0xc2 && *s < 0xe0 ? 2 : *s >= 0xe0 && *s < 0xf0 ? 3 : *s >= 0xf0 && *s < 0xf5 ? 4 : 0;

	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

/* Must the character at S not reach a terminal: a control, C1 too, or a mark that turns text around? */
static bool unsafe(const unsigned char *s)
{
	if (*s < 0x20 || *s == 0x7f)
		return true;
	if (s[0] == 0xc2)
		return s[1] >= 0x80 && s[1] <= 0x9f;
	if (s[0] == 0xd8)
		return s[1] == 0x9c;
	if (s[0] == 0xe2 && s[1] == 0x80)
		return (s[2] >= 0xa8 && s[2] <= 0xae) || s[2] == 0x8e || s[2] == 0x8f;
	return s[0] == 0xe2 && s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9;
}

void put_safe(FILE *f, const char *s)
{
	for (size_t n; *s; s += n ? n : 1) {
		n = character((const unsigned char *)s);
		if (n && !unsafe((const unsigned char *)s))
			fwrite(s, 1, n, f);
		else
			fputs("\xef\xbf\xbd", f);
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

/* Line and column; in a workbook the cell, B7. */
static void put_place(const struct nsi_message *m)
{
	const char *book = strcasestr(m->file, ".xlsx");        /* "list.xlsx", or with its sheet: "list.xlsx:Педагоги" */
	char letters[8] = "", *p = letters + sizeof(letters) - 1;

	if (!m->line)
		return;
	if (!book || (book[5] && book[5] != ':')) {
		fprintf(stderr, m->column ? ":%d:%d" : ":%d", m->line, m->column);
		return;
	}
	for (int c = m->column; c > 0 && p > letters; c = (c - 1) / 26)
		*--p = (char)('A' + (c - 1) % 26);
	fprintf(stderr, ":%s%d", p, m->line);
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
			put_place(m);
			fputs(": ", stderr);
		}
		put_safe(stderr, m->text);
		fputc('\n', stderr);
	}
	nsi_message_clear(n);
}
