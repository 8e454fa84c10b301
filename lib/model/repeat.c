/* repeat.c - can a rule of repetition (RFC 5545, the part that a school needs) be read? */
#include <stdlib.h>
#include <string.h>

#include "model/check.h"

static bool is_number(const char *s, size_t n, long min, long max)
{
	char buf[12], *end;
	long x;

	if (!n || n >= sizeof(buf))
		return false;
	memcpy(buf, s, n);
	buf[n] = '\0';
	x = strtol(buf, &end, 10);
	return !*end && buf[0] != ' ' && x != 0 && x >= min && x <= max;
}

static bool is_day(const char *s, size_t n)
{
	static const char days[] = "MOTUWETHFRSASU";

	if (n < 2)
		return false;
	if (n > 2 && !is_number(s, n - 2, -53, 53))
		return false;
	for (size_t i = 0; days[i]; i += 2)
		if (!memcmp(days + i, s + n - 2, 2))
			return true;
	return false;
}

static bool is_numbers(const char *s, size_t n, long min, long max, bool days)
{
	while (n) {
		const char *comma = memchr(s, ',', n);
		size_t len = comma ? (size_t)(comma - s) : n;

		if (days ? !is_day(s, len) : !is_number(s, len, min, max))
			return false;
		s += len;
		n -= len;
		if (comma && n-- == 1)
			return false;
		s += comma != NULL;
	}
	return true;
}

static bool is_until(const char *s, size_t n)
{
	char iso[11];

	if (n != 8 && !(n == 16 && s[8] == 'T' && s[15] == 'Z'))
		return false;
	memcpy(iso, s, 4);
	iso[4] = iso[7] = '-';
	memcpy(iso + 5, s + 4, 2);
	memcpy(iso + 8, s + 6, 2);
	iso[10] = '\0';
	return day_read_iso(iso, 10) != DAY_NONE;
}

static bool starts(const char *s, size_t n, const char *key)
{
	size_t k = strlen(key);

	return n > k && !memcmp(s, key, k);
}

static bool part_ok(const char *s, size_t n)
{
	static const char *const freq[] = { "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY" };

	for (size_t i = 0; i < 4; i++)
		if (n == strlen(freq[i]) && !memcmp(s, freq[i], n))
			return true;
	if (starts(s, n, "INTERVAL="))
		return is_number(s + 9, n - 9, 1, 999);
	if (starts(s, n, "COUNT="))
		return is_number(s + 6, n - 6, 1, 9999);
	if (starts(s, n, "BYDAY="))
		return is_numbers(s + 6, n - 6, 0, 0, true);
	if (starts(s, n, "BYMONTHDAY="))
		return is_numbers(s + 11, n - 11, -31, 31, false);
	if (starts(s, n, "BYMONTH="))
		return is_numbers(s + 8, n - 8, 1, 12, false);
	if (starts(s, n, "BYSETPOS="))
		return is_numbers(s + 9, n - 9, -366, 366, false);
	if (starts(s, n, "WKST="))
		return n == 7 && is_day(s + 5, 2);
	return starts(s, n, "UNTIL=") && is_until(s + 6, n - 6);
}

/* NULL: the rule is good; else the part that is not, *N bytes. */
static const char *bad_part(const char *s, size_t *n)
{
	if (strncmp(s, "FREQ=", 5) != 0 && !strstr(s, ";FREQ=")) {
		*n = strlen(s);
		return s;
	}
	for (;; s++) {
		*n = strcspn(s, ";");
		if (!part_ok(s, *n))
			return s;
		s += *n;
		if (!*s)
			return NULL;
	}
}

void check_repeat(struct check *c)
{
	EACH(event, e, c, "event") {
		size_t n;
		const char *bad = e->repeat ? bad_part(e->repeat, &n) : NULL;

		if (bad)
			found(c, e->head.place, N_("«repeat» of «%s»: «%s» is not understood (FREQ=WEEKLY;INTERVAL=2;BYDAY=TU)"),
			      e->head.id, quote(c->md, arena_strndup(c->scratch, bad, n)));
	}
}
