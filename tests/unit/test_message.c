/* test_message.c - what is quoted in a message is one harmless line, and not a megabyte. */
#include "test.h"

#include "base/message.h"
#include "base/text.h"

static void harmless(void **state)
{
	struct messages m = { 0 };

	(void)state;
	fail(&m, NSI_DATA, "there is no \"%s\"", "a\nb\x1b[31m\xe2\x80\xae\xff");
	assert_string_equal(m.v[0].text, "there is no \"a\xef\xbf\xbd" "b\xef\xbf\xbd[31m\xef\xbf\xbd\xef\xbf\xbd\"");
	message_put(&m, NSI_ERROR, "x.csv", 3, 0, NULL, "b\rc");
	assert_string_equal(m.v[1].text, "b\xef\xbf\xbd" "c");
	messages_free(&m);
}

static void short_enough(void **state)
{
	struct messages m = { 0 };
	char *s = malloc(1 << 20);
	size_t n;

	(void)state;
	for (size_t i = 0; i < 1 << 20; i++)
		s[i] = i % 2 ? '\x8f' : '\xd1';
	s[(1 << 20) - 1] = '\0';
	for (int shift = 0; shift < 2; shift++) {
		fail(&m, NSI_DATA, shift ? "x%s" : "%s", s);
		n = strlen(m.v[shift].text);
		assert_true(n > 1900 && n <= 2003);
		assert_int_equal(text_bad(m.v[shift].text, n), n);
		assert_string_equal(m.v[shift].text + n - 3, "…");
	}
	free(s);
	messages_free(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(harmless), cmocka_unit_test(short_enough) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
