/* lines.c - any bytes as canonical lines: what is read is written again byte for byte; and as words of a
 * command: days, filters, words.
 */
#include "fuzz.h"

#include "base/day.h"
#include "base/word.h"
#include "store/line.h"

const char *const fuzz_seeds[] = { "tests/fuzz/lines", NULL };

static void words(const char *s, size_t n)
{
	struct arena a = { 0 };
	struct day_context c = { 20728, 20697, 20999 };
	int32_t day = day_read(s, &c), iso = day_read_iso(s, n);
	int64_t at;
	char buf[24];

	law(day == DAY_NONE || (day >= DAY_MIN && day <= DAY_MAX));
	law(iso == DAY_NONE || (n == 10 && !memcmp(day_iso(buf, iso), s, 10)));
	if (instant_read(s, &at)) {
		int64_t again;

		law(instant_read(instant_write(buf, at), &again) && again == at);
	}
	if (text_bad(s, n) == n) {
		const char *nfc = text_nfc(&a, s, n), *fold = text_fold(&a, nfc), *safe = text_safe(&a, nfc);
		size_t len;

		law(text_bad(nfc, strlen(nfc)) == strlen(nfc) && text_bad(fold, strlen(fold)) == strlen(fold));
		law(!strcmp(text_nfc(&a, nfc, strlen(nfc)), nfc));
		law(!strcmp(text_fold(&a, fold), fold));
		law(text_bad(safe, strlen(safe)) == strlen(safe));
		text_skeleton(&a, nfc);
		text_sort_key(&a, nfc, &len);
		law(text_compare(nfc, strlen(nfc), nfc, strlen(nfc)) == 0);
		law(text_cut(nfc, 5) <= strlen(nfc));
	}
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *copy = malloc(n + 1);

	memcpy(copy, bytes, n);
	copy[n] = '\0';
	for (char *p = copy, *end = copy + n; p <= end;) {
		struct arena a = { 0 };
		struct line l;
		size_t len = strcspn(p, "\n");

		line_read(&a, p, len, &l);                     /* compares with what it would write */
		arena_free(&a);
		if (len < 5000 && p[len] == '\n') {
			p[len] = '\0';
			words(p, len);
		} else if (len < 5000) {
			words(p, len);
		}
		p += len + 1;
	}
	free(copy);
	return 0;
}
