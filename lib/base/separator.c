/* separator.c - what parts the cells of a sheet that is text. */
#include "base/separator.h"

#include <stdbool.h>
#include <string.h>

static const char separators[] = "\t;,";          /* a heading may hold those behind the one that parts it */

/* How often each stands outside quotes in the next line that is not blank; false: there is none. */
static bool count_line(FILE *f, size_t count[3])
{
	bool quoted = false, any = false;
	int c;

	memset(count, 0, 3 * sizeof(*count));
	while ((c = getc(f)) != EOF && (quoted || (c != '\n' && c != '\r') || !any)) {
		const char *k = c && !quoted ? strchr(separators, c) : NULL;

		quoted ^= c == '"';
		any |= !strchr(" \r\n", c);
		count[k ? k - separators : 0] += k != NULL;
	}
	return any;
}

/* Is the first line "sep=;", and nothing else? F then stands behind it. */
static bool told(FILE *f, char *separator)
{
	char sep[8] = "";
	int c;

	if (fread(sep, 1, 5, f) != 5 || strncmp(sep, "sep=", 4))
		return false;
	c = getc(f);
	if (c == '\r' && (c = getc(f)) != '\n' && c != EOF) {
		ungetc(c, f);
		c = '\n';
	}
	*separator = sep[4];
	return c == '\n' || c == EOF;
}

char separator_find(FILE *f, long *start, int *line)
{
	size_t head[3], row[3], best = 0;
	char separator = ',';

	*start = ftell(f);
	*line = 1;
	if (told(f, &separator)) {
		*start = ftell(f);
		*line = 2;
		return separator;
	}
	fseek(f, *start, SEEK_SET);
	count_line(f, head);
	if (!count_line(f, row))
		memcpy(row, head, sizeof(row));
	for (size_t i = 0; i < 3; i++)
		if (head[i] && row[i])
			return separators[i];
	separator = ',';
	for (size_t i = 0; i < 3; i++)
		if (head[i] > best) {
			best = head[i];
			separator = separators[i];
		}
	return separator;
}
