/* name.c - splits the names of people into words, and the words into surname, name, patronymic. */
#include "base/name.h"

#include <stdlib.h>
#include <string.h>

#include "base/char.h"
#include "base/text.h"

enum { MOST_WORDS = 12, MOST_BYTES = 400 };

struct words { const char *v[MOST_WORDS]; size_t n; };

/* ---- words ----------------------------------------------------------------------------------------- */

static bool is_hyphen(int32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212;
}

static bool may_stand(int32_t c)
{
	enum char_kind k = char_kind(c);

	return k == CHAR_LETTER || k == CHAR_CAPITAL || k == CHAR_MARK || c == '.' || c == '\'' || c == 0x2019 ||
	       c == 0x2BC;
}

/* TEXT with one blank between words, "-" for every hyphen, a blank behind each initial; NULL: not a name. */
static const char *tidy(struct arena *a, const char *text)
{
	size_t n = strlen(text), k;
	char *out = arena_array(a, char, 2 * n + 2), *p = out;

	if (!out || n > MOST_BYTES)
		return NULL;
	for (size_t i = 0; i < n; i += k) {
		int32_t c = char_next(text + i, n - i, &k);

		if (char_is_blank(c) || c == ',') {
			if (p > out && p[-1] != ' ' && p[-1] != '-')
				*p++ = ' ';
		} else if (is_hyphen(c)) {
			p -= p > out && p[-1] == ' ';
			*p++ = '-';
		} else if (may_stand(c)) {
			if (p > out && p[-1] == '.' && c != '.')
				*p++ = ' ';
			memcpy(p, text + i, k);
			p += k;
		} else {
			return NULL;
		}
	}
	while (p > out && (p[-1] == ' ' || p[-1] == '-'))
		p--;
	*p = '\0';
	return out;
}

static size_t letters(const char *s)
{
	size_t count = 0, k;

	for (size_t i = 0, n = strlen(s); i < n; i += k) {
		enum char_kind kind = char_kind(char_next(s + i, n - i, &k));

		count += kind == CHAR_LETTER || kind == CHAR_CAPITAL;
	}
	return count;
}

/* "И.", "И", "Дж.", "А.-М." */
static bool is_initial(const char *s)
{
	size_t n = strlen(s), count = letters(s);

	return count == 1 || (count == 2 && s[n - 1] == '.');
}

static bool words_read(struct arena *a, const char *text, struct words *w)
{
	const char *s = tidy(a, text);

	w->n = 0;
	for (; s && *s; s += strspn(s, " ")) {
		size_t len = strcspn(s, " ");

		if (w->n == MOST_WORDS)
			return false;
		w->v[w->n] = arena_strndup(a, s, len);
		if (!letters(w->v[w->n]))
			return false;
		/* "А.-М." is one initial */
		if (w->n && *s == '-' && is_initial(w->v[w->n - 1]))
			w->v[w->n - 1] = arena_printf(a, "%s%s", w->v[w->n - 1], w->v[w->n]);
		else
			w->n++;
		s += len;
	}
	return w->n > 0;
}

static bool folded_among(struct arena *a, const char *word, const char *list)
{
	const char *s = text_fold(a, word);
	size_t n = strlen(s);

	for (const char *p = list; *p; p += strcspn(p, " "), p += *p == ' ')
		if (!strncmp(p, s, n) && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

static bool ends_in(struct arena *a, const char *word, const char *const *ends)
{
	const char *s = text_fold(a, word);
	size_t n = strlen(s);

	for (; *ends; ends++)
		if (n > strlen(*ends) && !strcmp(s + n - strlen(*ends), *ends))
			return true;
	return false;
}

static bool like_patronymic(struct arena *a, const char *word)
{
	static const char *const ends[] = { "ович", "евич", "ьич", "мич", "кич", "овна", "евна", "ична", "инична",
	                                    "оглы", "кызы", "углы", "гызы", "оглу", "улы", "уулу", NULL };

	return ends_in(a, word, ends);
}

static bool is_son_or_daughter(struct arena *a, const char *word)
{
	return folded_among(a, word, "оглы кызы углы гызы оглу улы уулу кизи");
}

static bool is_particle(struct arena *a, const char *word)
{
	return folded_among(a, word, "фон ван де да ди дер ден ла ле дю аль эль ибн бен тер");
}

/* Words FROM … TO as one text. */
static const char *joined(struct arena *a, const struct words *w, size_t from, size_t to)
{
	const char *s = from < to ? w->v[from] : "";

	for (size_t i = from + 1; i < to; i++)
		s = arena_printf(a, "%s %s", s, w->v[i]);
	return s;
}

/* "И" is written "И." */
static const char *initial(struct arena *a, const char *s)
{
	return s[strlen(s) - 1] == '.' ? s : arena_printf(a, "%s.", s);
}

/* ---- splitting --------------------------------------------------------------------------------------- */

static bool by_initials(struct arena *a, const struct words *w, struct name *out)
{
	size_t before = 0, after = 0;

	while (before < w->n && before < 2 && is_initial(w->v[before]))
		before++;
	while (after < w->n - before && after < 2 && is_initial(w->v[w->n - 1 - after]))
		after++;
	if (before == w->n || (!before && !after))
		return false;
	if (before) {
		out->family = joined(a, w, before, w->n);
		out->given = initial(a, w->v[0]);
		out->patronymic = before == 2 ? initial(a, w->v[1]) : "";
	} else {
		size_t n = w->n - after;

		/* "Иванова Анна П." */
		if (after == 1 && n > 1 && !is_particle(a, w->v[0]) && !is_initial(w->v[n - 1])) {
			out->family = joined(a, w, 0, n - 1);
			out->given = w->v[n - 1];
			out->patronymic = initial(a, w->v[w->n - 1]);
			return true;
		}
		out->family = joined(a, w, 0, n);
		out->given = initial(a, w->v[n]);
		out->patronymic = after == 2 ? initial(a, w->v[n + 1]) : "";
	}
	return true;
}

static void by_words(struct arena *a, const struct words *w, struct name *out)
{
	size_t family = 1, n = w->n, tail = 0;

	while (family < n - 1 && is_particle(a, w->v[family - 1]))
		family++;
	if (n - family >= 3 && is_son_or_daughter(a, w->v[n - 1]))
		tail = 2;                          /* "Гасан оглы" */
	else if (n - family >= 2)
		tail = 1;
	if (n == 3 && family == 1 && like_patronymic(a, w->v[1]) && !like_patronymic(a, w->v[2])) {
		*out = (struct name){ w->v[2], w->v[0], w->v[1] };       /* «Имя Отчество Фамилия» */
		return;
	}
	/* what stands before the name and a patronymic is one surname: «Иванова Петрова Анна Сергеевна» */
	if (n - family > 2 && tail == 1 && like_patronymic(a, w->v[n - 1]))
		family = n - 2;
	out->family = joined(a, w, 0, family);
	out->given = joined(a, w, family, tail == 2 ? n - 2 : family + 1);
	out->patronymic = joined(a, w, tail == 2 ? n - 2 : family + 1, n);
}

bool name_split(struct arena *a, const char *text, struct name *out)
{
	struct words w;

	*out = (struct name){ "", "", "" };
	if (!words_read(a, text, &w) || w.n < 2)
		return false;
	if (!by_initials(a, &w, out)) {
		if (is_initial(w.v[0]))
			return false;
		by_words(a, &w, out);
	}
	return letters(out->family) > 1;
}

static const char *one(struct arena *a, const char *text)
{
	struct words w;

	return text && words_read(a, text, &w) ? joined(a, &w, 0, w.n) : "";
}

bool name_join(struct arena *a, const char *family, const char *given, const char *patronymic, struct name *out)
{
	const char *f = one(a, family), *g = one(a, given), *p = one(a, patronymic);
	struct words w;

	if (!*f || !*g || (family && !tidy(a, family)) || (given && !tidy(a, given)) ||
	    (patronymic && !tidy(a, patronymic)))
		return name_split(a, arena_printf(a, "%s %s %s", family ? family : "", given ? given : "", patronymic ? patronymic : ""), out);
	if (!*p && words_read(a, given, &w) && w.n > 1) {      /* «Имя Отчество» in one cell */
		size_t at = w.n > 2 && is_son_or_daughter(a, w.v[w.n - 1]) ? w.n - 2 : w.n - 1;

		g = joined(a, &w, 0, at);
		p = joined(a, &w, at, w.n);
	}
	*out = (struct name){ f, is_initial(g) ? initial(a, g) : g, *p && is_initial(p) ? initial(a, p) : p };
	return letters(f) > 1;
}

/* ---- writing and comparing ------------------------------------------------------------------------------ */

const char *name_full(struct arena *a, const struct name *n)
{
	return arena_printf(a, "%s%s%s%s%s", n->family, *n->given ? " " : "", n->given, *n->patronymic ? " " : "", n->patronymic);
}

static const char *first_letter(struct arena *a, const char *s)
{
	size_t k;

	if (!*s || is_initial(s))
		return s;
	char_next(s, strlen(s), &k);
	return arena_printf(a, "%.*s.", (int)k, s);
}

const char *name_short(struct arena *a, const struct name *n)
{
	struct name s = { n->family, first_letter(a, n->given), first_letter(a, n->patronymic) };

	return name_full(a, &s);
}

const char *name_family_key(struct arena *a, const char *family)
{
	const char *s = tidy(a, family);

	return s ? text_fold(a, s) : "";
}

/* «Гасан-оглы» is «Гасан оглы». */
static const char *patronymic_key(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, text_fold(a, s)), *hyphen = strrchr(out, '-');

	if (hyphen && is_son_or_daughter(a, hyphen + 1))
		*hyphen = ' ';
	return out;
}

struct name name_fold(struct arena *a, const struct name *n)
{
	return (struct name){ name_family_key(a, n->family), text_fold(a, n->given), patronymic_key(a, n->patronymic) };
}

const char *name_key(struct arena *a, const struct name *n)
{
	struct name folded = name_fold(a, n);

	return name_full(a, &folded);
}

static bool initials(const char *s)
{
	return *s && s[strlen(s) - 1] == '.';
}

/* A given name or patronymic; "" says nothing of it where LOOSE. */
static bool part_fits(const char *x, const char *y, bool loose)
{
	size_t k, l;

	if (!*x || !*y)
		return loose || (!*x && !*y);
	if (initials(x) || initials(y))
		return char_next(x, strlen(x), &k) == char_next(y, strlen(y), &l);
	return !strcmp(x, y);
}

bool name_fits(const struct name *x, const struct name *y)
{
	return !strcmp(x->family, y->family) && part_fits(x->given, y->given, false) &&
	       part_fits(x->patronymic, y->patronymic, true);
}

static bool part_fuller(const char *x, const char *y)
{
	return *x && !is_initial(x) && (!*y || is_initial(y));
}

bool name_is_fuller(const struct name *x, const struct name *y)
{
	bool less = part_fuller(y->given, x->given) || part_fuller(y->patronymic, x->patronymic) ||
	            (*y->patronymic && !*x->patronymic);

	return !less && (part_fuller(x->given, y->given) || part_fuller(x->patronymic, y->patronymic) ||
	                 (*x->patronymic && !*y->patronymic));
}
