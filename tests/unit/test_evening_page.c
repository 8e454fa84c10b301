/* test_evening_page.c - an evening on paper: what stands on it, with PAGES=FOLDER also as files to look at and to
 * measure; invitations that fit. */
#include <errno.h>

#include "base/buf.h"
#include "format/evening_page.h"
#include "test.h"

enum { PEOPLE = 31, ROUNDS = 8, MEETINGS = PEOPLE * ROUNDS, THINGS = 30, USUAL = 16 };

struct memory { struct nsi_sink sink; struct buf b; };

static void keep(struct nsi_sink *s, const char *bytes, size_t n)
{
	buf_put(&((struct memory *)s)->b, bytes, n);
}

/* ---- evenings ----------------------------------------------------------------------------------------------- */

struct made {
	struct evening_page page;
	struct page_person person[PEOPLE];
	struct page_round round[ROUNDS];
	struct page_meeting meeting[MEETINGS];
	struct page_seat seat[MEETINGS][12];
	struct page_thing thing[THINGS];
	char text[PEOPLE + THINGS][40], clock[ROUNDS][2][48];
};

static void head(struct made *m, size_t people, size_t rounds, bool named)
{
	static const char *const names[] = { "Овсянкина М.\u00A0П.", "Константинопольская-Ячменёва А.\u00A0П.", "Гречкина О.\u00A0П.", "Рис" };

	memset(m, 0, sizeof(*m));
	m->page = (struct evening_page){ .lang = LANG_RU, .session = "sg-1@2026-11-17", .plan = "1179", .group = "Сводная группа «Пары и задания»", .leader = "p03",
		.day = "вторник, 17 ноября 2026", .start = "15:00", .end = "16:20", .place = "каб. 214", .link = "https://example.org/vstrecha/sg-1?kod=0123456789",
		.note = named ? "с именами: для служебного пользования" : NULL, .round = m->round, .nround = rounds, .meeting = m->meeting,
		.person = m->person, .nperson = people, .thing = m->thing, .nthing = USUAL };
	for (size_t i = 0; i < people; i++) {
		snprintf(m->text[i], sizeof(m->text[i]), "p%02zu", i + 1);
		m->person[i] = (struct page_person){ m->text[i], named ? names[i % COUNT(names)] : NULL, i == 4 ? 2 : 1 };
	}
	for (size_t i = 0; i < THINGS; i++) {
		snprintf(m->text[PEOPLE + i], sizeof(m->text[0]), "П%zu.К%zu", 10 + i / 5, 1 + i % 5);
		m->thing[i] = (struct page_thing){ m->text[PEOPLE + i], "Что записывает партнёр и кто подписывает" };
	}
	for (size_t i = 0; i < rounds; i++) {
		snprintf(m->clock[i][0], sizeof(m->clock[i][0]), "%02zu:%02zu", 15 + i / 6, i % 6 * 10);
		snprintf(m->clock[i][1], sizeof(m->clock[i][1]), "%02zu:%02zu", 15 + (i + 1) / 6, (i + 1) % 6 * 10);
		m->round[i] = (struct page_round){ (int32_t)i + 1, m->clock[i][0], m->clock[i][1], "Взаимопередача тем, обмен заданиями" };
	}
}

static struct page_meeting *add(struct made *m, int32_t round, const char *kind, const char *where)
{
	struct page_meeting *v = &m->meeting[m->page.nmeeting];

	*v = (struct page_meeting){ round, kind, where, m->seat[m->page.nmeeting++], 0 };
	return v;
}

static void sit(struct made *m, struct page_meeting *v, uint32_t who, const char *gives, const char *takes)
{
	m->seat[v - m->meeting][v->n++] = (struct page_seat){ who, gives, takes, NULL };
}

/* Everybody in a pair in which both take, three where one is left over. */
static void pairs(struct made *m)
{
	size_t n = m->page.nperson;

	for (size_t r = 0; r < m->page.nround; r++)
		for (size_t i = 0; i + 1 < n; i += 2) {
			struct page_meeting *v = add(m, (int32_t)r + 1, "teach", "стол 12");
			const char *x = m->thing[(i + r) % m->page.nthing].label, *y = m->thing[(i + r + 1) % m->page.nthing].label;
			bool trio = n % 2 && i + 3 == n;

			sit(m, v, (uint32_t)((i + r) % n), x, y);
			sit(m, v, (uint32_t)((i + r + 1) % n), y, x);
			if (trio)
				sit(m, v, (uint32_t)((i + r + 2) % n), NULL, "П10.К1, П10.К2");
		}
}

/* Two launches of half of them each: as many boxes as there can be. */
static void launches(struct made *m)
{
	for (size_t r = 0; r < m->page.nround; r++)
		for (size_t k = 0; k < 2; k++) {
			size_t half = m->page.nperson / 2;
			struct page_meeting *v = add(m, (int32_t)r + 1, "launch", "стол 1");

			sit(m, v, (uint32_t)(k * half), "П10.К1", NULL);
			for (size_t i = 1; i < half; i++)
				sit(m, v, (uint32_t)(k * half + i), NULL, "П10.К1");
		}
}

static struct buf html(const struct made *m)
{
	struct memory to = { .sink = { keep } };

	assert_int_equal(evening_page_html(&to.sink, &m->page), 0);
	return to.b;
}

static size_t times(const char *s, const char *what)
{
	size_t k = 0;

	for (; (s = strstr(s, what)); s += strlen(what))
		k++;
	return k;
}

/* ---- pages -------------------------------------------------------------------------------------------------- */

static struct made m;

static const struct { const char *name; size_t people, rounds; bool named, launched, titles; } kinds[] = {
	{ "pairs", 12, 4, false, false, false }, { "launches", 12, 4, false, true, false }, { "named", 12, 4, true, false, false }, { "named-launches", 12, 4, true, true, false },
	{ "titles", 12, 4, false, false, true }, { "odd", 11, 4, false, false, false }, { "few", 3, 2, false, false, false }, { "large", 31, 8, true, false, false },
};

static void holds_everybody(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(kinds); k++) {
		struct buf b;
		size_t taken = 0;
		const char *folder = getenv("PAGES");

		head(&m, kinds[k].people, kinds[k].rounds, kinds[k].named);
		for (size_t i = 0; i < THINGS && kinds[k].titles; i++)
			m.thing[i].title = "Признаки учебной самостоятельности: как увидеть её на занятии";
		m.page.nthing = kinds[k].titles ? THINGS : USUAL;
		if (kinds[k].launched)
			launches(&m);
		else
			pairs(&m);
		b = html(&m);
		for (size_t i = 0; i < m.page.nmeeting; i++)
			for (size_t j = 0; j < m.page.meeting[i].n; j++)
				taken += m.page.meeting[i].seat[j].takes != NULL;
		assert_int_equal(times(b.s, "<section class=\"page route"), kinds[k].people);
		assert_int_equal(times(b.s, "<span class=\"boxes\">"), 2 * taken);     /* on the wall and in each one's hands */
		assert_int_equal(times(b.s, "<td class=\"sign\">"), kinds[k].people);
		assert_int_equal(times(b.s, "для служебного пользования") > 0, kinds[k].named);
		assert_null(strstr(b.s, "<script"));
		assert_null(strstr(b.s, "src="));
		assert_null(strstr(b.s, "url("));
		if (folder) {
			char path[4096];
			FILE *f;

			snprintf(path, sizeof(path), "%s/%s.html", folder, kinds[k].name);
			f = fopen(path, "w");
			assert_non_null(f);
			fwrite(b.s, 1, b.n, f);
			fclose(f);
		}
		buf_free(&b);
	}
}

static void data_is_no_markup(void **state)
{
	struct buf b;

	(void)state;
	head(&m, 3, 1, true);
	pairs(&m);
	m.page.place = "<b>каб. & \"214\"\x1b[31m</b>";
	m.person[0].name = "<script>";
	b = html(&m);
	assert_null(strstr(b.s, "<script"));
	assert_null(strchr(b.s, 0x1b));
	assert_non_null(strstr(b.s, "&lt;b&gt;каб. &amp; &quot;214&quot;"));
	buf_free(&b);
}

static void results_are_crossed(void **state)
{
	struct buf b;

	(void)state;
	head(&m, 3, 1, false);
	pairs(&m);
	m.seat[0][0].result = "ok";
	m.seat[0][1].result = "absent";
	b = html(&m);
	assert_int_equal(times(b.s, "×</span><small>освоил"), 2);
	assert_int_equal(times(b.s, "×</span><small>не успели"), 0);
	assert_int_equal(times(b.s, "<span class=\"boxes none\">не было"), 2);
	buf_free(&b);
}

/* ---- invitations --------------------------------------------------------------------------------------------- */

static size_t characters(const char *s)
{
	size_t k = 0;

	for (; *s; s++)
		k += ((unsigned char)*s & 0xC0) != 0x80;
	return k;
}

static void invitations_fit(void **state)
{
	struct arena a = { 0 };
	char *link = NULL;

	(void)state;
	for (size_t rounds = 1; rounds <= ROUNDS; rounds++)
		for (size_t most = 120; most <= 1000; most += 10) {
			head(&m, 12, rounds, false);
			pairs(&m);
			for (uint32_t i = 0; i < 12; i++) {
				const char *s = evening_page_invite(&a, &m.page, i, most);

				assert_non_null(s);
				assert_true(characters(s) <= most);
				assert_int_equal(strncmp(s, m.person[i].code, 3), 0);
			}
			arena_free(&a);
		}
	link = arena_alloc(&a, 2000, 1);
	memset(link, 'x', 1999);
	m.page.link = link;
	assert_true(characters(evening_page_invite(&a, &m.page, 0, 500)) <= 500);
	arena_free(&a);
}

/* The more there is, the less of it: titles go first, then times and places. */
static void invitations_are_short(void **state)
{
	struct arena a = { 0 };

	(void)state;
	head(&m, 12, 2, false);
	pairs(&m);
	assert_string_equal(evening_page_invite(&a, &m.page, 0, 600),
		"p01, приглашаем на занятие взаимного обучения: вторник, 17 ноября 2026, 15:00–16:20, каб. 214. Сводная группа «Пары и задания».\n"
		"https://example.org/vstrecha/sg-1?kod=0123456789\n"
		"1) 15:00 стол 12, с p02: даёте П10.К1 «Что записывает партнёр и кто подписывает», берёте П10.К2 «Что записывает партнёр и кто подписывает»\n"
		"2) 15:10 стол 12, с p12: даёте П12.К3 «Что записывает партнёр и кто подписывает», берёте П12.К2 «Что записывает партнёр и кто подписывает»\n"
		"Подготовьте: П10.К1, П12.К3");
	assert_string_equal(evening_page_invite(&a, &m.page, 0, 340),
		"p01, приглашаем на занятие взаимного обучения: вторник, 17 ноября 2026, 15:00–16:20, каб. 214. Сводная группа «Пары и задания».\n"
		"https://example.org/vstrecha/sg-1?kod=0123456789\n"
		"1) 15:00 стол 12, с p02: даёте П10.К1, берёте П10.К2\n"
		"2) 15:10 стол 12, с p12: даёте П12.К3, берёте П12.К2\n"
		"Подготовьте: П10.К1, П12.К3");
	assert_string_equal(evening_page_invite(&a, &m.page, 0, 222),
		"p01, приглашаем на занятие взаимного обучения: вторник, 17 ноября 2026, 15:00–16:20, каб. 214.\n"
		"https://example.org/vstrecha/sg-1?kod=0123456789\n"
		"1) p02 +П10.К1 -П10.К2\n"
		"2) p12 +П12.К3 -П12.К2\n"
		"Подготовьте: П10.К1, П12.К3");
	assert_string_equal(evening_page_invite(&a, &m.page, 0, 100), "p01, приглашаем на занятие взаимного обучения: вторник, 17 ноября 2026, 15:00–16:20, каб. 214.…");
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_everybody), cmocka_unit_test(data_is_no_markup), cmocka_unit_test(results_are_crossed),
		cmocka_unit_test(invitations_fit), cmocka_unit_test(invitations_are_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
