/* near.c - "did you mean", and what an id may look like. */
#include <string.h>

#include "base/char.h"
#include "base/text.h"

enum { LONGEST = 64 };

/* WORD folded into V; its length, or -1 when it is too long to be a slip. */
static int letters(int32_t v[LONGEST], const char *word)
{
	size_t n = strlen(word), k;
	int len = 0;

	for (size_t i = 0; i < n; i += k) {
		int32_t c = char_next(word + i, n - i, &k), folded = char_fold_common(c);

		if (len == LONGEST)
			return -1;
		v[len++] = c == '_' ? '-' : folded < 0 ? c : folded;
	}
	return len;
}

static int min3(int a, int b, int c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* Edits (insert, drop, change, swap two neighbours) from A to B. */
static int edits(const int32_t *a, int na, const int32_t *b, int nb)
{
	int rows[3][LONGEST + 1], *before = rows[0], *last = rows[1], *now = rows[2];

	for (int j = 0; j <= nb; j++)
		last[j] = before[j] = j;
	for (int i = 1; i <= na; i++) {
		int *free_row = before;

		now[0] = i;
		for (int j = 1; j <= nb; j++) {
			now[j] = min3(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		before = last;
		last = now;
		now = free_row;
	}
	return last[nb];
}

const char *text_near(const char *word, const char *const *names, size_t n)
{
	int32_t w[LONGEST], v[LONGEST];
	int len = letters(w, word), best = 1 + (len - 1) / 4;  /* a slip in four letters */
	const char *near = NULL;

	if (len < 2)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		int m = names[i] ? letters(v, names[i]) : -1, d;

		if (m < 2 || m - len > best || len - m > best)
			continue;
		d = edits(w, len, v, m);
		if (d < best + !near) {
			best = d;
			near = names[i];
		}
	}
	return near;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool id_ok(const char *s, size_t n)
{
	if (!n || n > 64 || s[0] < 'a' || s[0] > 'z')
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_word(s[i]) && (s[i] != '-' || i + 1 == n || s[i + 1] == '-'))
			return false;
	return true;
}

bool id_like_month(const char *s, size_t n)
{
	static const char months[][10] = {
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "sept",
		"october", "november", "december",
	};
	size_t letters_n = 0, digits = 0;
	bool month = false;

	while (letters_n < n && s[letters_n] >= 'a' && s[letters_n] <= 'z')
		letters_n++;
	for (size_t i = 0; i < sizeof(months) / sizeof(*months) && !month; i++)
		month = (letters_n == 3 || letters_n == strlen(months[i])) && !strncmp(s, months[i], letters_n);
	s += letters_n;
	n -= letters_n;
	if (n && *s == '-') {
		s++;
		n--;
	}
	while (digits < n && s[digits] >= '0' && s[digits] <= '9')
		digits++;
	return month && digits && digits == n;
}
