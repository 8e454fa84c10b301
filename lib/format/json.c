/* json.c - rows as JSON, one object a line; keys in the order of the columns. */
#include <stdio.h>
#include <string.h>

#include "format/format.h"

/* Bytes at S that must not reach a terminal or a script's line reader: control characters, what
 * turns the direction of text, line separators, the byte order mark. *C: the character. */
static size_t hostile(const char *s, unsigned *c)
{
	const unsigned char *u = (const unsigned char *)s;

	*c = u[0];
	if (u[0] < 0x20 || u[0] == 0x7F)
		return 1;
	if (u[0] < 0xC2 || !u[1])
		return 0;
	*c = (u[0] & 0x1Fu) << 6 | (u[1] & 0x3Fu);
	if (u[0] == 0xC2 || u[0] == 0xD8)
		return *c < 0xA0 || *c == 0x61C ? 2 : 0;
	if (u[0] != 0xE2 && u[0] != 0xEF)
		return 0;
	*c = (u[0] & 0xFu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
	return *c == 0x200E || *c == 0x200F || (*c >= 0x2028 && *c <= 0x202E) ||
	       (*c >= 0x2066 && *c <= 0x2069) || *c == 0xFEFF ? 3 : 0;
}

/* N bytes of S with what is hostile escaped; QUOTED: S is text to be quoted, else JSON already, where
 * control characters can only stand between the values. */
static void escaped(struct out *o, const char *s, size_t length, bool quoted)
{
	const char *from = s, *end = s + length;
	char esc[8];
	unsigned c;

	while (s < end) {
		size_t n = hostile(s, &c);

		if (quoted && !n && (c == '"' || c == '\\'))
			n = 1;
		if (!n) {
			s++;
			continue;
		}
		out_put(o, from, (size_t)(s - from));
		if (!quoted && c < 0x20)
			strcpy(esc, " ");
		else if (c == '"' || c == '\\' || c == '\n' || c == '\t')
			snprintf(esc, sizeof(esc), "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : (int)c);
		else
			snprintf(esc, sizeof(esc), "\\u%04x", c & 0xFFFF);
		out_puts(o, esc);
		from = s += n;
	}
	out_put(o, from, (size_t)(s - from));
}

static void string(struct out *o, const char *s, size_t n)
{
	out_puts(o, "\"");
	escaped(o, s, n, true);
	out_puts(o, "\"");
}

/* Ids of one string, separated by blanks. */
static void list(struct out *o, const char *s)
{
	const char *separator = "";

	out_puts(o, "[");
	for (size_t n; *(s += strspn(s, " ")); s += n) {
		n = strcspn(s, " ");
		out_puts(o, separator);
		string(o, s, n);
		separator = ", ";
	}
	out_puts(o, "]");
}

static void value(struct out *o, const struct nsi_column *col, const struct nsi_cell *c)
{
	char buf[CELL_BUF];
	const char *s = cell_machine(buf, c);

	if (col->type == NSI_T_LIST && (!s || c->type == NSI_T_LIST))
		list(o, s ? s : "");
	else if (!s)
		out_puts(o, col->type == NSI_T_MARK ? "\"\"" : "null");
	else if (c->type == NSI_T_JSON)
		escaped(o, s, strlen(s), false);
	else if (s == buf && c->type != NSI_T_DAY)
		out_puts(o, s);
	else if (c->type == NSI_T_FLAG)
		out_puts(o, s);
	else
		string(o, s, strlen(s));
}

static void object(struct out *o, const char *first, const struct nsi_column *cols, size_t n,
                   const struct nsi_cell *cells)
{
	out_puts(o, "{");
	out_puts(o, first);
	for (size_t i = 0; i < n; i++) {
		out_puts(o, i || *first ? ", " : "");
		string(o, cols[i].key, strlen(cols[i].key));
		out_puts(o, ": ");
		value(o, &cols[i], &cells[i]);
	}
	out_puts(o, "}");
}

static int objects(struct nsi_sink *sink, const struct nsi_rows *r, const char *begin,
                   const char *separator, const char *end)
{
	struct out o = { .sink = sink };
	size_t n = r->nrow + (r->nsum > 0);

	out_puts(&o, n ? begin : *begin ? "[" : "");
	for (size_t k = 0; k < n; k++) {
		out_puts(&o, k ? separator : "");
		if (k < r->nrow)
			object(&o, "", r->cols, r->ncol, r->cells + k * r->ncol);
		else
			object(&o, "\"summary\": true", r->sumcols, r->nsum, r->sums);
	}
	out_puts(&o, n ? end : *begin ? "]\n" : "");
	out_flush(&o);
	return 0;
}

int json_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	(void)st;
	return objects(sink, r, "[\n", ",\n", "\n]\n");
}

int ndjson_write(struct nsi_sink *sink, const struct nsi_rows *r, const struct nsi_style *st)
{
	(void)st;
	return objects(sink, r, "", "\n", "\n");
}
