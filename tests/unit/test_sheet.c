/* Sheets: encodings, separators, quotes, lines; the same rows however the file was saved. */
#include "test.h"

#include <fcntl.h>
#include <iconv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/decode.h"
#include "base/sheet.h"

static struct messages m;
static char path[64];

static int begin(void **state)
{
	int fd;

	(void)state;
	strcpy(path, "/tmp/nsi-sheet-XXXXXX");
	fd = mkstemp(path);
	return fd < 0 ? -1 : close(fd);
}

static int done(void **state)
{
	(void)state;
	messages_free(&m);
	return unlink(path);
}

static void put(const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void put_as(const char *mark, size_t nmark, const char *encoding, const char *text)
{
	char out[4000], *at = out, *from = (char *)text;
	size_t left = strlen(text), room = sizeof(out);
	iconv_t cd = iconv_open(encoding, "UTF-8");

	memcpy(at, mark, nmark);
	at += nmark;
	room -= nmark;
	assert_int_not_equal(iconv(cd, &from, &left, &at, &room), (size_t)-1);
	iconv_close(cd);
	put(out, (size_t)(at - out));
}

/* All rows as "line:cell|cell/…", or "!" and the first message. */
static const char *rows(const char *encoding)
{
	static char out[4000];
	enum nsi_status status;
	struct sheet *s = sheet_open(&m, path, encoding, 1 << 20, &status);
	const struct sheet_row *r;
	size_t n = 0;

	out[0] = '\0';
	while (s && (r = sheet_next(s, &status))) {
		n += (size_t)snprintf(out + n, sizeof(out) - n, "%s%d:", n ? "/" : "", r->line);
		for (size_t i = 0; i < r->n; i++)
			n += (size_t)snprintf(out + n, sizeof(out) - n, "%s%s", i ? "|" : "", r->cells[i]);
	}
	sheet_close(s);
	if (status)
		snprintf(out, sizeof(out), "!%d:%d:%s", status, m.n ? m.v[0].line : -1, m.n ? m.v[0].text : "");
	messages_clear(&m);
	return out;
}

static void test_encodings(void **state)
{
	static const char text[] = "ФИО;Школа\r\nПчёлкин Семён;№ 161\r\n", want[] = "1:ФИО|Школа/2:Пчёлкин Семён|№ 161";
	static const struct { const char *mark; size_t n; const char *encoding, *told; } v[] = {
		{ "", 0, "UTF-8", NULL }, { "\xef\xbb\xbf", 3, "UTF-8", NULL }, { "", 0, "CP1251", NULL }, { "\xff\xfe", 2, "UTF-16LE", NULL },
		{ "\xfe\xff", 2, "UTF-16BE", NULL }, { "", 0, "CP1251", "Windows-1251" }, { "\xef\xbb\xbf", 3, "UTF-8", "utf8" },
		{ "", 0, "UTF-16LE", "utf-16le" }, { "\xff\xfe", 2, "UTF-16LE", "UTF-16" }, { "\xff\xfe", 2, "UTF-16LE", "utf-16le" },
		{ "", 0, "CP866//IGNORE", "cp866" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const char *got;

		put_as(v[i].mark, v[i].n, v[i].encoding, text);
		got = rows(v[i].told);
		check(!strcmp(got, want), "%zu %s: %s", i, v[i].encoding, got);
	}
}

static void test_rows(void **state)
{
	static const char *const v[][2] = {
		{ "a,b\n1,2\n", "1:a|b/2:1|2" }, { "a;b\n1;2", "1:a|b/2:1|2" }, { "a\tb\n1\t2\n", "1:a|b/2:1|2" },
		{ "sep=;\r\na,b;c\r\n1;2\r\n", "2:a,b|c/3:1|2" }, { "sep=,\na,b;c\n", "2:a|b;c" }, { "sep=;x\n1;2\n", "1:sep=|x/2:1|2" },
		{ "ФИО, полностью;Школа\n1;2\n", "1:ФИО, полностью|Школа/2:1|2" }, { "\"a;b;c\",d\n", "1:a;b;c|d" },
		{ "a;b;;\r\n1;2;;\r\n", "1:a|b||/2:1|2||" }, { "a;b\n\n;;\n1;2\n", "1:a|b/4:1|2" },
		{ "a;b\n\"1\n2\";3\n4;5\n", "1:a|b/2:1\n2|3/4:4|5" }, { "a;b\r\n\"1\r\n2\";3\r\n4;5\r\n", "1:a|b/2:1\r\n2|3/4:4|5" },
		{ "a;\"b \"\"c\"\"\"\n", "1:a|b \"c\"" }, { "a\n1\n", "1:a/2:1" }, { "", "" }, { "\n\n", "" },
		{ "a;b\r1;2\r\r3;4\r", "1:a|b/2:1|2/4:3|4" }, { "sep=;\ra,b;c\r1;2\r", "2:a,b|c/3:1|2" },
		{ "a;b\r\"1\r2\";3\r4;5", "1:a|b/2:1\r2|3/4:4|5" }, { "a;b\r1;\"2", "!1:2:a quote is opened and never closed" },
		{ "a;b\n\xc2\xa0;\xc2\xa0\n1;2\n", "1:a|b/3:1|2" },
		{ "a;b\n1;\"2", "!1:2:a quote is opened and never closed" }, { "a;b\n1;2\"3\n", "!1:2:quotes that do not match" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const char *got;

		put(v[i][0], strlen(v[i][0]));
		got = rows(NULL);
		check(!strcmp(got, v[i][1]), "%zu: %s", i, got);
	}
}

static void test_wrong(void **state)
{
	(void)state;
	put("a;b\n\0;c\n", 8);
	assert_string_equal(rows(NULL), "!1:2:a NUL byte: this is not a CSV file");
	put("a;b\r\r\0;c\n", 8);
	assert_string_equal(rows(NULL), "!1:3:a NUL byte: this is not a CSV file");
	put("имя;б\n\0;c\n", 14);
	assert_string_equal(rows(NULL), "!1:2:a NUL byte: this is not a CSV file");
	put("имя;б\nа\xd0\n", 14);
	assert_string_equal(rows(NULL), "!1:2:a letter is broken: this is not UTF-8, and the rest of the file is");
	put("\xd1\xce\xd8\xb9;b\n", 7);             /* «СОШ№» in cp1251: two of its bytes are a letter of UTF-8 */
	assert_string_equal(rows(NULL), "1:СОШ№|b");
	put("a;b\n\x98;c\n", 8);
	assert_string_equal(rows(NULL), "!1:2:this is not CP1251: save the file as UTF-8");
	put("\xff\xfe" "a\0\n", 5);
	assert_string_equal(rows(NULL), "!1:1:this is not UTF-16LE: save the file as UTF-8");
	assert_string_equal(rows("latin7"), "!2:0:no encoding \"latin7\" (utf-8, cp1251, utf-16, utf-16le, utf-16be, koi8-r, cp866)");
	assert_string_equal(rows("ooooooooooooooooooooooo"), "!2:0:no encoding \"ooooooooooooooooooooooo\" (utf-8, cp1251, utf-16, utf-16le, utf-16be, koi8-r, cp866)");
}

/* A letter, a quoted line end, a row lie across the ends of pieces. */
static void test_pieces(void **state)
{
	enum { LINES = 9000 };
	static char text[LINES * 40];
	struct sheet *s;
	const struct sheet_row *r;
	enum nsi_status status;
	size_t n = 0;
	int rows_read = 0;

	(void)state;
	for (int i = 0; i < LINES; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "ж%d;\"ёж\nв%d\";я\n", i, i);
	put(text, n);
	for (int again = 0; again < 2; again++, rows_read = 0) {
		s = sheet_open(&m, path, NULL, 1 << 24, &status);
		assert_non_null(s);
		assert_int_equal(sheet_separator(s), ';');
		for (int pass = 0; pass < 2; pass++, assert_true(sheet_again(s)))
			for (rows_read = 0; (r = sheet_next(s, &status)); rows_read++) {
				char want[40];

				snprintf(want, sizeof(want), "ёж\nв%d", rows_read);
				check(r->n == 3 && !strcmp(r->cells[1], want) && r->line == 2 * rows_read + 1, "%d: %s", r->line, r->cells[1]);
			}
		assert_int_equal(status, NSI_OK);
		assert_int_equal(rows_read, LINES);
		sheet_close(s);
		put_as("", 0, "CP1251", "");
		if (!again) {                      /* the same in cp1251 */
			static char bytes[sizeof(text)];
			char *at = bytes, *from = text;
			size_t left = n, room = sizeof(bytes);
			iconv_t cd = iconv_open("CP1251", "UTF-8");

			assert_int_not_equal(iconv(cd, &from, &left, &at, &room), (size_t)-1);
			iconv_close(cd);
			put(bytes, (size_t)(at - bytes));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_encodings, begin, done), cmocka_unit_test_setup_teardown(test_rows, begin, done),
		cmocka_unit_test_setup_teardown(test_wrong, begin, done), cmocka_unit_test_setup_teardown(test_pieces, begin, done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
