/* sheet.c - sheets in every spelling that people's programs have, which mean the same; and sheets that nobody can read.
 * What a single row of a list means is in tests/cmd/enrol.t, what libcsv makes of quotes in tests/unit/test_sheet.c.
 */
#include "hostile.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct plain plains[] = {
	{ "enrol", "enrol.csv", "iop enrol FILE --dry-run -f csv", BYTES_TOO, NULL, NULL },
	{ "mark", "mark.csv", "iop mark --from FILE --dry-run -f csv", ROWS, NULL, NULL },
	{ "record", "record.csv", "session record last --from FILE --dry-run -f csv", ROWS, NULL, NULL },
	{ "try", "try.csv", "quantum try --from FILE --dry-run -f csv", SPELLINGS, NULL, NULL },
	{ NULL, NULL, NULL, 0, NULL, NULL }
};

/* ---- the same in another spelling --------------------------------------------------------------------------------- */

/* The plain sheet with its separators as SEPARATOR, its lines ended by END. */
static void spell(FILE *f, const char *separator, const char *end)
{
	for (const char *p = plain->text; *p; p++)
		if (*p == ';')
			fputs(separator, f);
		else if (*p == '\n')
			fputs(end, f);
		else
			fputc(*p, f);
}

static char *spelt(const char *separator, const char *end)
{
	char *s = NULL;
	size_t n;
	FILE *f = open_memstream(&s, &n);

	spell(f, separator, end);
	fclose(f);
	return s;
}

static void encode(FILE *f, const char *encoding, const char *text)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	size_t left = strlen(text), room = 4 * left + 16;
	char *out = calloc(1, room), *at = out, *from = (char *)text;

	if (cd == (iconv_t)-1 || !out || iconv(cd, &from, &left, &at, &room) == (size_t)-1)
		exit(99);
	fwrite(out, 1, (size_t)(at - out), f);
	iconv_close(cd);
	free(out);
}

static void encoded(FILE *f, const char *mark, const char *encoding, const char *separator, const char *end)
{
	char *s = spelt(separator, end);

	fwrite(mark, 1, strlen(mark), f);
	encode(f, encoding, s);
	free(s);
}

static void commas(FILE *f) { spell(f, ",", "\n"); }
static void tabs(FILE *f) { spell(f, "\t", "\n"); }
static void crlf(FILE *f) { spell(f, ";", "\r\n"); }
static void cr(FILE *f) { spell(f, ";", "\r"); }
static void mark(FILE *f) { encoded(f, "\xef\xbb\xbf", "UTF-8", ";", "\r\n"); }
static void cp1251(FILE *f) { encoded(f, "", "CP1251", ";", "\r\n"); }
static void utf16le(FILE *f) { encoded(f, "\xff\xfe", "UTF-16LE", "\t", "\r\n"); }
static void utf16be(FILE *f) { encoded(f, "\xfe\xff", "UTF-16BE", "\t", "\r\n"); }

static void sep(FILE *f)
{
	fputs("sep=;\r\n", f);
	spell(f, ";", "\r\n");
}

static void sep_cr(FILE *f)
{
	fputs("sep=;\r", f);
	spell(f, ";", "\r");
}

static void sep_mark(FILE *f)
{
	fputs("\xef\xbb\xbfsep=,\r\n", f);
	spell(f, ",", "\r\n");
}

static void columns_empty(FILE *f) { spell(f, ";", ";;;;\r\n"); }
static void quoted(FILE *f) { fputc('"', f); spell(f, "\";\"", "\"\n\""); fputs("\"\n", f); }
static void blanks(FILE *f) { spell(f, " ; ", " \n"); }
static void nbsp(FILE *f) { spell(f, "\u00a0;\u00a0", "\u00a0\n"); }
static void lines_between(FILE *f) { spell(f, ";", "\n\n\r\n"); }

static void rows_between(FILE *f)
{
	repeat(f, "\n", MIB);
	spell(f, ";", "\n;;;;\n");
	repeat(f, " ; ;\n", MIB);
	repeat(f, "\r\n", MIB);
}

static void no_end(FILE *f)
{
	char *s = spelt(";", "\n");

	fwrite(s, 1, strlen(s) - 1, f);
	free(s);
}

/* й as и with a breve, ё as е with a diaeresis: as a Macintosh saves names. */
static void decomposed(FILE *f)
{
	for (const char *p = plain->text; *p; p++)
		if (!strncmp(p, "й", 2) || !strncmp(p, "ё", 2)) {
			fputs(p[1] == '\xb9' ? "и\xcc\x86" : "е\xcc\x88", f);
			p++;
		} else {
			fputc(*p, f);
		}
}

/* ---- what cannot be read ------------------------------------------------------------------------------------------- */

static void quote_open(FILE *f)
{
	spell(f, ";", "\n");
	fputs("\"", f);
	repeat(f, "а;б\n", 4 * MIB);
}

static void quote_open_first(FILE *f)
{
	fputs("\"", f);
	repeat(f, "а;б\n", 4 * MIB);
}

static void quote_inside(FILE *f)
{
	spell(f, ";", "\n");
	fputs("a\"b;c\n", f);
}

static void quotes_only(FILE *f) { repeat(f, "\"", 4 * MIB); }
static void quotes_odd(FILE *f) { repeat(f, "\"", 4 * MIB - 1); }

static void nul(FILE *f)
{
	spell(f, ";", "\n");
	fwrite("a\0b\n", 1, 4, f);
}

static void zeros(FILE *f)
{
	static const char none[4096];

	for (size_t i = 0; i < 4 * MIB; i += sizeof(none))
		fwrite(none, 1, sizeof(none), f);
}

static void cell_giant(FILE *f)
{
	spell(f, ";", "\n");
	repeat(f, "я", 4 * MIB);
	fputs("\n", f);
}

static void cells_large(FILE *f)
{
	spell(f, ";", "\n");
	repeat(f, "я", 2 * MIB);
	fputs(";", f);
	repeat(f, "я", 2 * MIB);
	fputs("\n", f);
}

static void heading_giant(FILE *f) { repeat(f, "я", 4 * MIB); }

static void row_without_end(FILE *f)
{
	spell(f, ";", "\n");
	repeat(f, "a;", 200000);
	fputs("\n", f);
}

static void heading_without_end(FILE *f) { number(f, "a%u;", 4 * MIB); }

static void headings_alike(FILE *f)
{
	const char *end = strchr(plain->text, '\n');

	fprintf(f, "%.*s;%s", (int)(end - plain->text), plain->text, plain->text);
}

static void no_heading(FILE *f) { fputs(strchr(plain->text, '\n') + 1, f); }
static void heading_only(FILE *f) { fwrite(plain->text, 1, (size_t)(strchr(plain->text, '\n') - plain->text), f); }
static void mark_only(FILE *f) { fputs("\xef\xbb\xbf", f); }
static void nothing(FILE *f) { (void)f; }
static void line_ends(FILE *f) { repeat(f, "\n", 4 * MIB); }
static void separators(FILE *f) { repeat(f, ";", 4 * MIB); }
static void half_letter(FILE *f) { encoded(f, "\xff\xfe", "UTF-16LE", "\t", "\r\n"); fputc('a', f); }

static void half_pair(FILE *f)
{
	encoded(f, "\xff\xfe", "UTF-16LE", "\t", "\r\n");
	fwrite("\x3d\xd8\x0a\0", 1, 4, f);
}

static void not_1251(FILE *f)
{
	spell(f, ";", "\n");
	fputs("\x98\n", f);
}

static void noise(FILE *f)
{
	char some[10007];

	srand(7);
	for (size_t i = 0; i < sizeof(some); i++)
		some[i] = (char)(rand() % 255 + 1);
	for (size_t i = 0; i < 4 * MIB; i += sizeof(some))
		fwrite(some, 1, sizeof(some), f);
}

static void noise_of_signs(FILE *f)
{
	char some[10007];

	srand(7);
	spell(f, ";", "\n");
	for (size_t i = 0; i < sizeof(some); i++)
		some[i] = ";\n\r,\t ab1=-@'x.+"[rand() % 16];
	for (size_t i = 0; i < 4 * MIB; i += sizeof(some))
		fwrite(some, 1, sizeof(some), f);
}

static void rows_short(FILE *f)
{
	spell(f, ";", "\n");
	repeat(f, "x\n", 4 * MIB);
}

static void rows_long(FILE *f)
{
	spell(f, ";", "\n");
	repeat(f, ";;;;;;;;;;;;;;;;;;;;;;;;;;x\n", 4 * MIB);
}

/* The row again and again. */
static void rows_same(FILE *f)
{
	const char *row = strchr(plain->text, '\n') + 1;

	spell(f, ";", "\n");
	repeat(f, row, MIB / 2);
}

/* In each row every cell is a formula, without end of them. */
static void rows_of_formulas(FILE *f)
{
	spell(f, ";", "\n");
	number(f, "=cmd|'/c calc'!A%u;+1+%u;-1;@SUM(A%u)\n", 4 * MIB);
}

/* nothing is wrong with them: what they cost grows with how many they are */
static void rows_of_names(FILE *f)
{
	fputs("ФИО;Школа\n", f);
	for (unsigned i = 0; (size_t)ftell(f) < MIB / 2; i++) {
		for (unsigned k = 1; k < 1u << 20; k *= 16)
			fprintf(f, "%.2s", &"аbбвгдежзиклмнопр"[3 + (i / k % 14) * 2]);
		fputs("ов Тест Плович;s161\n", f);
	}
}

static void marks_on_a_letter(FILE *f)
{
	spell(f, ";", "\n");
	fputs("и", f);
	repeat(f, "\xcc\x86\xcc\xa3", MIB);
	fputs("\n", f);
}

/* Each word of it is looked for. */
static void words_without_end(FILE *f)
{
	fputs(plain->what == ROWS ? "person;unit;state;beside\np07;inv-vidy;started;" : "ФИО;Носитель;Группа\nРисов Тест Плович;", f);
	repeat(f, plain->what == ROWS ? "p01 p02 " : "И1, И2, ", 4 * MIB);
	fputs("\n", f);
}

/* A few words, and everybody bears everything. */
static void modules_borne(FILE *f)
{
	fputs("ФИО;Носитель\n", f);
	for (unsigned i = 1; i < 19000; i++)
		fprintf(f, "Рисов%.2s%.2s%.2s%.2s Тест Плович;inv\n", &"абвгдежзик"[i % 10 * 2], &"абвгдежзик"[i / 10 % 10 * 2],
		        &"абвгдежзик"[i / 100 % 10 * 2], &"абвгдежзик"[i / 1000 % 10 * 2]);
}

/* Everybody's curator is looked for among everybody. */
static void curators(FILE *f)
{
	fputs("ФИО;Куратор\n", f);
	for (unsigned i = 1; i < 19000; i++)
		fprintf(f, "Рисов%.2s%.2s%.2s%.2s Тест Плович;Рисов%.2s%.2s%.2s Т. П.\n", &"абвгдежзик"[i % 10 * 2], &"абвгдежзик"[i / 10 % 10 * 2],
		        &"абвгдежзик"[i / 100 % 10 * 2], &"абвгдежзик"[i / 1000 % 10 * 2], &"абвгдежзик"[i % 10 * 2], &"абвгдежзик"[i / 10 % 10 * 2],
		        &"абвгдежзик"[i / 100 % 10 * 2]);
}

static void directions(FILE *f)
{
	spell(f, ";", "\n");
	fputs("\u202eвонавИ\u202c \u200bИван\u2066;\u061c\n", f);
}

/* What is wrong with their bytes is found by what all commands that read sheets share: one of them tries it. */
#define BYTES "bytes.csv"

const struct hostile sheet_classes[] = {
	{ "commas", commas, "x.csv", NULL, SAME, "" },
	{ "tabs", tabs, "x.csv", NULL, SAME, "" },
	{ "CRLF", crlf, "x.csv", NULL, SAME, "" },
	{ "CR", cr, "x.csv", NULL, SAME, "" },
	{ "a mark of UTF-8", mark, "x.csv", NULL, SAME, "" },
	{ "cp1251", cp1251, "x.csv", NULL, SAME, "" },
	{ "UTF-16LE with tabs", utf16le, "x.csv", NULL, SAME, "" },
	{ "UTF-16BE with tabs", utf16be, "x.csv", NULL, SAME, "" },
	{ "sep=;", sep, "x.csv", NULL, SAME, "" },
	{ "sep=; with CR", sep_cr, "x.csv", NULL, SAME, "" },
	{ "sep=, behind a mark", sep_mark, "x.csv", NULL, SAME, "" },
	{ "empty columns at the end", columns_empty, "x.csv", NULL, SAME, "" },
	{ "all in quotes", quoted, "x.csv", NULL, SAME, "" },
	{ "blanks around", blanks, "x.csv", NULL, SAME, "" },
	{ "NBSP around", nbsp, "x.csv", NULL, SAME, "" },
	{ "empty lines between", lines_between, "x.csv", NULL, SAME, "" },
	{ "a million empty lines and rows", rows_between, "x.csv", NULL, SAME, "" },
	{ "the last line does not end", no_end, "x.csv", NULL, SAME, "" },
	{ "letters in pieces", decomposed, "x.csv", NULL, SAME, "" },
	{ "a quote that stays open", quote_open, BYTES, NULL, 1, "" },
	{ "a quote that stays open from the start", quote_open_first, BYTES, NULL, 1, "" },
	{ "a quote inside", quote_inside, BYTES, NULL, 1, "quotes that do not match" },
	{ "quotes only", quotes_only, BYTES, NULL, 1, "" },
	{ "quotes only, odd", quotes_odd, BYTES, NULL, 1, "" },
	{ "a NUL", nul, BYTES, NULL, 1, "a NUL byte" },
	{ "zeros", zeros, BYTES, NULL, 1, "a NUL byte" },
	{ "a cell without end", cell_giant, "x.csv", NULL, 1, "" },
	{ "two large cells", cells_large, "x.csv", NULL, 1, "" },
	{ "a heading without end", heading_giant, BYTES, NULL, 1, "" },
	{ "a row without end", row_without_end, "x.csv", NULL, 1, "" },
	{ "headings without end", heading_without_end, BYTES, NULL, 1, "" },
	{ "the same headings twice", headings_alike, "x.csv", NULL, 1, "" },
	{ "no heading", no_heading, "x.csv", NULL, 1, "" },
	{ "a heading only", heading_only, "x.csv", NULL, ANSWERED, "" },
	{ "a mark only", mark_only, BYTES, NULL, 1, "empty" },
	{ "nothing", nothing, BYTES, NULL, 1, "empty" },
	{ "line ends", line_ends, BYTES, NULL, 1, "empty" },
	{ "separators", separators, BYTES, NULL, 1, "" },
	{ "half a letter", half_letter, BYTES, NULL, 1, "not UTF-16LE" },
	{ "half a pair", half_pair, BYTES, NULL, 1, "not UTF-16LE" },
	{ "a broken letter", not_1251, BYTES, NULL, 1, ".csv:" },
	{ "noise", noise, BYTES, NULL, 1, "" },
	{ "noise of signs", noise_of_signs, "x.csv", NULL, 1, "" },
	{ "rows too short", rows_short, "x.csv", NULL, 1, "" },
	{ "rows too long", rows_long, "x.csv", NULL, 1, "" },
	{ "the same row", rows_same, "x.csv", NULL, ANSWERED, "" },
	{ "formulas", rows_of_formulas, "x.csv", NULL, 1, "" },
	{ "people", rows_of_names, "x.csv", NULL, ANSWERED, "" },
	{ "marks on a letter", marks_on_a_letter, "x.csv", NULL, ANSWERED, "" },
	{ "directions and what has no width", directions, "x.csv", NULL, ANSWERED, "" },
	{ "words without end in a cell", words_without_end, "x.csv", NULL, 1, "" },
	{ "everybody bears everything", modules_borne, BYTES, NULL, 1, "bear more than" },
	{ "curators by name", curators, BYTES, NULL, 1, "" },
	{ NULL, NULL, NULL, NULL, 0, NULL }
};
