/* mdoc.c - text as mdoc wants it, and the pieces of man/NAME.txt.
 *
 * man/NAME.txt is plain text: "= TITLE" begins a section, blank lines part paragraphs, lines that
 * begin with a tab are shown as they are, lines that begin with '%' are for the tests. What
 * stands before the first title is the DESCRIPTION.
 */
#include "mdoc.h"

#include <ctype.h>
#include <string.h>

void mdoc_text(const char *s, bool begins)
{
	if (begins && (*s == '.' || *s == '\''))
		fputs("\\&", stdout);
	for (; *s; s++) {
		if (*s == '\\')
			fputs("\\e", stdout);
		else if (*s == '-')
			fputs("\\-", stdout);
		else
			putchar(*s);
	}
}

/* A capital, Latin or Cyrillic. */
static bool capital(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	return isupper(u[0]) || (u[0] == 0xd0 && (u[1] == 0x81 || (u[1] >= 0x90 && u[1] < 0xb0)));
}

void mdoc_sentences(const char *s)
{
	char one[2000];

	for (size_t n; *s; s += n) {
		for (n = 0; s[n]; n++)
			if (strchr(".:?!", s[n]) && s[n + 1] == ' ' && capital(s + n + 2)) {
				n += 2;
				break;
			}
		snprintf(one, sizeof(one), "%.*s", (int)n, s);
		if (s[n])
			one[strcspn(one, "\n")] = 0, one[strlen(one) - 1] = 0;
		mdoc_text(one, true);
		putchar('\n');
	}
}

void mdoc_word(const char *s)
{
	putchar(' ');
	if (strlen(s) <= 3 || ispunct((unsigned char)*s))
		fputs("\\&", stdout);
	mdoc_text(s, false);
}

void mdoc_words(const char *s)
{
	char one[200];

	for (size_t n; *(s += strspn(s, " ")); s += n) {
		n = strcspn(s, " ");
		snprintf(one, sizeof(one), "%.*s", (int)n, s);
		mdoc_word(one);
	}
}

/* ---- what man/NAME.txt adds ------------------------------------------------------------------------- */

static void section_line(FILE *f, char *line, bool *literal, bool *blank)
{
	bool shown = *line == '\t';

	if (!*line) {                          /* inside a block only when the block goes on */
		int c = getc(f);

		ungetc(c, f);
		if (*literal && c == '\t')
			putchar('\n');
		*blank = !*literal || c != '\t';
		if (!*literal || c == '\t')
			return;
	}
	if (*literal && !shown) {
		puts(".Ed");
		*literal = false;
	}
	if (!*line)
		return;
	if (shown && !*literal) {
		puts(".Bd -literal -offset 2n");
		*literal = true;
	} else if (!shown && *blank) {
		puts(".Pp");
	}
	*blank = false;
	if (shown) {
		mdoc_text(line + 1, true);
		putchar('\n');
	} else {
		mdoc_sentences(line);
	}
}

bool mdoc_section(FILE *f, const char *title)
{
	char line[2000];
	bool in = !title, found = false, literal = false, blank = false;

	rewind(f);
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = 0;
		if (!strncmp(line, "= ", 2)) {
			if (in && (found || !title))
				break;
			in = title && !strcmp(line + 2, title);
			continue;
		}
		if (!in || *line == '%' || (!found && !*line))
			continue;
		if (!found && title)
			printf(".Sh %s\n", title);
		found = true;
		section_line(f, line, &literal, &blank);
	}
	if (literal)
		puts(".Ed");
	return found;
}

void mdoc_rest(FILE *f)
{
	char line[2000], name[200];
	long at = 0;

	rewind(f);
	while (fseek(f, at, SEEK_SET) == 0 && fgets(line, sizeof(line), f)) {
		at = ftell(f);
		if (strncmp(line, "= ", 2) != 0)
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(line + 2, "\n"), line + 2);
		mdoc_section(f, name);
	}
}
