/* encode.c - cp1251 by its table: what is below 0x80 and the Russian letters follow a rule. */
#include "base/encode.h"

#include <string.h>

#include "base/text.h"

/* What 0x80 … 0xBF mean; 0: nothing. */
static const uint16_t middle[64] = {
	0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
	0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x0000, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
	0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
	0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
};

/* The byte for C; -1: there is none. */
static int byte_of(int32_t c)
{
	if (c < 0x80)
		return (int)c;
	if (c >= 0x410 && c <= 0x44F)
		return (int)(c - 0x410 + 0xC0);
	for (int i = 0; i < 64; i++)
		if (middle[i] == c)
			return 0x80 + i;
	return -1;
}

static int length(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static int32_t letter(const char *s, int n)
{
	int32_t c = (unsigned char)*s & (n == 1 ? 0x7F : 0xFF >> (n + 1));

	for (int i = 1; i < n; i++)
		c = c << 6 | ((unsigned char)s[i] & 0x3F);
	return c;
}

static void missed(struct encoder *e, int32_t c)
{
	for (size_t i = 0; i < e->n && i < ENCODE_TOLD; i++)
		if (e->misfit[i].c == c)
			return;
	if (e->n < ENCODE_TOLD) {
		e->misfit[e->n].c = c;
		e->misfit[e->n].line = e->line;
	}
	e->n++;
}

static void one(struct encoder *e, int32_t c)
{
	int b = byte_of(c);
	char out = (char)b;

	if (c == 0xFEFF && !e->begun)
		return;
	e->begun = true;
	if (b < 0)
		missed(e, c);
	else if (e->to)
		e->to->put(e->to, &out, 1);
	e->line += c == '\n';
}

static void put(struct nsi_sink *sink, const char *bytes, size_t n)
{
	struct encoder *e = (struct encoder *)sink;

	for (size_t i = 0; i < n; i++) {
		e->carry[e->have++] = bytes[i];
		if (e->have == length((unsigned char)*e->carry)) {
			one(e, letter(e->carry, e->have));
			e->have = 0;
		}
	}
}

void encode_begin(struct encoder *e, struct nsi_sink *to)
{
	*e = (struct encoder){ .sink = { put }, .to = to, .line = 1 };
}

enum nsi_status encode_judge(struct messages *m, const struct encoder *e, const char *file)
{
	for (size_t i = 0; i < e->n && i < ENCODE_TOLD; i++) {
		int32_t c = e->misfit[i].c;
		char s[5] = { 0 };

		if (c < 0x800) {
			s[0] = (char)(0xC0 | c >> 6);
			s[1] = (char)(0x80 | (c & 0x3F));
		} else if (c < 0x10000) {
			s[0] = (char)(0xE0 | c >> 12);
			s[1] = (char)(0x80 | (c >> 6 & 0x3F));
			s[2] = (char)(0x80 | (c & 0x3F));
		} else {
			s[0] = (char)(0xF0 | c >> 18);
			s[1] = (char)(0x80 | (c >> 12 & 0x3F));
			s[2] = (char)(0x80 | (c >> 6 & 0x3F));
			s[3] = (char)(0x80 | (c & 0x3F));
		}
		message_at(m, NSI_ERROR, file, e->misfit[i].line, 0, NULL, N_("cp1251 has no \"%s\" (U+%04X)"), s,
		           (unsigned)c);
	}
	if (e->n > ENCODE_TOLD)
		fail(m, NSI_DATA, N_("and %zu more that cp1251 has not"), e->n - ENCODE_TOLD);
	return e->n ? fail(m, NSI_DATA, N_("nothing is written: without --encoding cp1251 all of it fits")) : NSI_OK;
}
