/* test_page.c - rows as a page: what it says, where it stands, the pictures. */
#include "format.h"

#include <math.h>

#include "format/page.h"

/* A page without its style: what it says. */
static void page(const struct nsi_rows *r, const struct nsi_style *st, struct memory *m)
{
	const struct nsi_format *f = nsi_formats();
	char *from, *to;

	while (strcmp(f->part.name, "html"))
		f++;
	*m = (struct memory){ .sink = { keep } };
	assert_int_equal(f->write(&m->sink, r, st), 0);
	from = strstr(m->b.s, "<style>");
	to = strstr(m->b.s, "</style>");
	assert_true(from && to && !strstr(to + 1, "<style"));
	assert_null(strstr(m->b.s, "<script"));
	assert_null(strstr(m->b.s, "url("));
	assert_null(strstr(m->b.s, "src="));
	assert_null(strstr(m->b.s, "href="));
	memmove(from, to + strlen("</style>"), strlen(to + strlen("</style>")) + 1);
}

static void has(const struct memory *m, const char *piece)
{
	if (!strstr(m->b.s, piece) && getenv("SHOW"))
		printf("%s\n--- lacks\n%s\n", m->b.s, piece);
	assert_non_null(strstr(m->b.s, piece));
}

static void list_as_a_page(void **state)
{
	struct nsi_style st = ru;
	struct memory m;

	(void)state;
	st.heading = "Люди <всех> & \"школ\"";
	page(&people, &st, &m);
	has(&m, "<html lang=\"ru\">");
	has(&m, "<title>Люди &lt;всех&gt; &amp; &quot;школ&quot;</title>");
	has(&m, "<h1>Люди &lt;всех&gt; &amp; &quot;школ&quot;</h1>");
	has(&m, "<thead>\n<tr><th scope=\"col\" class=\"lead\">Код</th><th scope=\"col\" class=\"w\">Состояние</th><th scope=\"col\" class=\"n\">Единиц</th>");
	has(&m, "<tr><th scope=\"row\" class=\"lead\">p01</th><td class=\"w\">утверждён</td><td class=\"n\">11</td><td class=\"n\">18,5</td><td class=\"w\">12.11.2026</td>"
	        "<td class=\"w\">нет</td><td class=\"w\">inv-vidy, inv-instr</td><td class=\"w\">Ёлкина, «А»</td><td class=\"w\">{&quot;a&quot;: [1]}</td></tr>\n");
	has(&m, "<td class=\"n\"></td><td class=\"n\">9,0</td><td class=\"w\"></td>");
	has(&m, "<p class=\"sums\">Часов: 27,5 · Единиц: 11</p>");
	assert_null(strstr(m.b.s, "<svg"));
	buf_free(&m.b);
}

static void board_as_a_page(void **state)
{
	static const struct nsi_arg about[] = { { "inv", "Самое нужное" }, { "inv-a", "Как \"узнать\"" }, { "inv-b", "И2" } };
	struct nsi_rows r = board;
	struct memory m;

	(void)state;
	r.about = about;
	r.nabout = COUNT(about);
	page(&r, &ru, &m);
	has(&m, "<th scope=\"col\" class=\"lead\" rowspan=\"2\">Код · Школа</th><th scope=\"colgroup\" class=\"group first\" colspan=\"2\"><abbr title=\"Самое нужное\">inv</abbr></th>"
	        "<th scope=\"colgroup\" class=\"group first\" colspan=\"1\">pary</th><th scope=\"col\" class=\"of first\" rowspan=\"2\">освоено</th>"
	        "<th scope=\"col\" class=\"n first\" rowspan=\"2\">учил</th></tr>\n"
	        "<tr><th scope=\"col\" class=\"m first\"><abbr title=\"Как &quot;узнать&quot;\">И1</abbr></th><th scope=\"col\" class=\"m\">И2</th>");
	has(&m, "<tr><th scope=\"row\" class=\"lead\">p01 <small>Ш161</small></th>"
	        "<td class=\"m k-passed first\"><span aria-hidden=\"true\">⊕</span><span class=\"sr\">передано</span></td>"
	        "<td class=\"m k-bearer\"><span aria-hidden=\"true\">Н</span><span class=\"sr\">носитель</span></td>"
	        "<td class=\"m k-open late first\"><span aria-hidden=\"true\">○!</span><span class=\"sr\">предстоит, its due date has passed</span></td>"
	        "<td class=\"of first\" style=\"--p:18%\">2 из 11</td><td class=\"n first\">5</td></tr>\n");
	has(&m, "<td class=\"m k-mastered earlier first\"><span aria-hidden=\"true\">(+)</span><span class=\"sr\">освоено, of an earlier year</span></td>");
	has(&m, "</tbody>\n<tbody>\n<tr><th scope=\"row\" class=\"lead\">могут учить</th><td class=\"m first\">2</td><td class=\"m\">3</td><td class=\"m first late\">0!</td>");
	has(&m, "<li><span class=\"m k-passed\" aria-hidden=\"true\">⊕</span> передано</li>\n");
	has(&m, "<p class=\"note\">Примечание.</p>");
	has(&m, "<h3>Самое нужное</h3>\n<ul>\n<li><b>И1</b> Как &quot;узнать&quot;</li>\n</ul>");
	has(&m, "<desc id=\"states-d\">предстоит: 1; запланировано: 1; в работе: 1; передано: 1; носитель: 1</desc>");
	has(&m, "<desc id=\"taught-d\">p01: 5; p09: 0</desc>");
	buf_free(&m.b);
}

/* A hundred people and sixty units, to be printed: PAGES=FOLDER keeps it as board-large.html. */
static void large_board_as_a_page(void **state)
{
	enum { UNITS = 60, PEOPLE = 100, COLS = UNITS + 6 };
	static struct nsi_column cols[COLS];
	static struct nsi_cell cells[(PEOPLE + 2) * COLS];
	static char text[UNITS + PEOPLE][3][24];
	static const size_t rules[] = { PEOPLE };
	struct nsi_rows r = board;
	const char *folder = getenv("PAGES");
	struct nsi_style st = ru;
	struct memory m;

	(void)state;
	memcpy(cols, board_cols, 3 * sizeof(*cols));
	memcpy(cols + 3 + UNITS, board_cols + 6, 3 * sizeof(*cols));
	for (int i = 0; i < UNITS; i++) {
		snprintf(text[i][0], 24, "unit-%d", i);
		snprintf(text[i][1], 24, i % 10 ? "%c%d" : "long-label-%c%d", 'A' + i / 10, i % 10);
		snprintf(text[i][2], 24, "module-%d", i / 10);
		cols[3 + i] = (struct nsi_column){ text[i][0], text[i][1], text[i][2], NSI_T_MARK, false };
	}
	for (int i = 0; i < PEOPLE; i++) {
		struct nsi_cell *c = cells + i * COLS;

		snprintf(text[UNITS + i][0], 24, "p%02d", i);
		c[0] = (struct nsi_cell)S(WORD, "person");
		c[1] = (struct nsi_cell)S(ID, text[UNITS + i][0]);
		c[2] = (struct nsi_cell)S(ID, "Школа 161");
		for (int k = 0; k < UNITS; k++)
			c[3 + k] = (struct nsi_cell){ .type = NSI_T_MARK, .flags = (i + k) % 9 ? 0 : NSI_CELL_LATE, .s = legend[(i * 7 + k * k) % 7].state };
		c[3 + UNITS] = (struct nsi_cell)I(INT, i % 50);
		c[4 + UNITS] = (struct nsi_cell)I(INT, 60);
		c[5 + UNITS] = (struct nsi_cell)I(INT, i);
	}
	cells[PEOPLE * COLS] = (struct nsi_cell)S(WORD, "can_teach");
	cells[(PEOPLE + 1) * COLS] = (struct nsi_cell)S(WORD, "wait");
	for (int k = 0; k < 2 * UNITS; k++)
		cells[(PEOPLE + k / UNITS) * COLS + 3 + k % UNITS] = (struct nsi_cell)I(INT, k % UNITS * 2);
	r.ncol = COLS;
	r.nrow = PEOPLE + 2;
	r.cols = cols;
	r.cells = cells;
	r.rules = rules;
	page(&r, &st, &m);
	has(&m, "<th scope=\"col\" class=\"m first turned\"><span>long-label-A0</span></th>");
	buf_free(&m.b);
	if (folder) {
		const struct nsi_format *f = nsi_formats();
		char path[500];
		FILE *to;

		while (strcmp(f->part.name, "html"))
			f++;
		m = (struct memory){ .sink = { keep } };
		assert_int_equal(f->write(&m.sink, &r, &st), 0);
		snprintf(path, sizeof(path), "%s/board-large.html", folder);
		to = fopen(path, "w");
		assert_non_null(to);
		fwrite(m.b.s, 1, m.b.n, to);
		assert_int_equal(fclose(to), 0);
		buf_free(&m.b);
	}
}

static void on_a_terminal(const struct nsi_rows *r)
{
	static const char want[] =
"planned  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆█ 3\n"
"mastered  ▄▆                            2\n";
	struct nsi_style st = en;
	struct memory m = { .sink = { keep } };

	st.width = 100;
	assert_int_equal(table_write(&m.sink, r, &st), 0);
	has(&m, want);
	buf_clear(&m.b);
	st.plain = true;
	assert_int_equal(table_write(&m.sink, r, &st), 0);
	assert_null(strstr(m.b.s, "▄"));
	buf_clear(&m.b);
	st.plain = false;
	st.width = 0;                              /* no terminal */
	assert_int_equal(table_write(&m.sink, r, &st), 0);
	assert_null(strstr(m.b.s, "▄"));
	buf_free(&m.b);
}

static void progress_as_a_picture(void **state)
{
	static const struct nsi_column cols[] = {
		{ "unit", "Единица", NULL, NSI_T_ID, false }, { "due", "Срок", NULL, NSI_T_DAY, false },
		{ "on", "Дата", NULL, NSI_T_DAY, false }, { "state", "Состояние", NULL, NSI_T_WORD, false },
	};
	static const struct nsi_cell cells[] = {
		S(ID, "a"), I(DAY, 20700), I(DAY, 20710), S(WORD, "mastered"),
		S(ID, "b"), I(DAY, 20750), I(DAY, 20690), S(WORD, "started"),
		S(ID, "c"), I(DAY, 20800), I(DAY, 20705), S(WORD, "bearer"),
		S(ID, "d"), NUL, NUL, S(WORD, "open"),
	};
	struct nsi_rows r = { .ncol = 4, .nrow = 4, .cols = cols, .cells = cells, .nlegend = COUNT(legend), .legend = legend };
	struct memory m;

	(void)state;
	page(&r, &en, &m);
	has(&m, "planned: 3 up to 2026-12-13; mastered: 2 up to 2026-09-14</desc>");
	has(&m, "<path class=\"plan\" d=\"M300 1290H300V890H1930V490H3560V90\"/>");
	has(&m, "<path class=\"fact\" d=\"M300 1290H463V890H626V490\"/>");
	has(&m, "<desc id=\"states-d\">предстоит: 1; в работе: 1; освоено: 1; носитель: 1</desc>");
	buf_free(&m.b);
	on_a_terminal(&r);
	r.nrow = 0;
	page(&r, &en, &m);
	assert_null(strstr(m.b.s, "<svg"));
	assert_null(strstr(m.b.s, "<tbody>"));
	buf_free(&m.b);
}

/* What was wanted of each is its own measure; more than all of it is all of it; a long name stands above, and is cut. */
static void targets_as_bars(void **state)
{
	static const struct nsi_column cols[] = {
		{ "title", "Название", NULL, NSI_T_TEXT, false }, { "plan", "План", NULL, NSI_T_INT, false }, { "fact", "Факт", NULL, NSI_T_INT, false },
	};
	static const struct nsi_cell cells[] = {
		S(TEXT, "Вебинары"), I(INT, 4), I(INT, 1), S(TEXT, "Запуск"), I(INT, 10), I(INT, 12), S(TEXT, "Ролик"), I(INT, 1), I(INT, 0),
		S(TEXT, "Интегрированная комплексная программа становления педагога школы"), I(INT, 2), I(INT, 1),
	};
	struct nsi_rows r = { .ncol = 3, .nrow = 3, .cols = cols, .cells = cells };
	struct memory m;

	(void)state;
	page(&r, &en, &m);
	has(&m, "x=\"10\" y=\"145\">Вебинары</text><rect class=\"whole\" x=\"748\" y=\"35\" width=\"2330\" height=\"130\"/>"
	        "<rect class=\"bar\" x=\"748\" y=\"55\" width=\"582\" height=\"90\"/>");
	has(&m, "<rect class=\"bar\" x=\"748\" y=\"255\" width=\"2330\" height=\"90\"/><text text-anchor=\"start\" x=\"3128\" y=\"345\">12 / 10</text>");
	has(&m, "width=\"2330\" height=\"130\"/><text text-anchor=\"start\" x=\"3128\" y=\"545\">0 / 1</text>");
	buf_free(&m.b);
	r.nrow = 4;
	page(&r, &en, &m);
	has(&m, "<rect class=\"whole\" x=\"10\" y=\"235\"");
	has(&m, "…</text><rect class=\"whole\" x=\"10\" y=\"1435\"");
	buf_free(&m.b);
}

/* ---- colours ----------------------------------------------------------------------------------------- */

static double light(const char *css, const char *name)
{
	double sum = 0;
	char key[24];
	const char *at;
	unsigned rgb = 0;
	size_t digits;

	snprintf(key, sizeof(key), "--%s:#", name);
	at = strstr(css, key);
	assert_non_null(at);
	at += strlen(key);
	digits = strspn(at, "0123456789abcdef");
	assert_true(digits == 3 || digits == 6);
	for (size_t i = 0; i < 6; i++) {
		char c = at[digits == 6 ? i : i / 2];

		rgb = rgb << 4 | (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
	}
	for (int i = 0; i < 3; i++) {
		double v = (rgb >> (16 - 8 * i) & 255) / 255.0;

		v = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
		sum += v * (i == 0 ? 0.2126 : i == 1 ? 0.7152 : 0.0722);
	}
	return sum;
}

static double contrast(const char *css, const char *a, const char *b)
{
	double x = light(css, a) + 0.05, y = light(css, b) + 0.05;

	return x > y ? x / y : y / x;
}

/* Letters on all that they stand on, on a light and a dark screen and on paper; bars beside what is around them. */
static void colours_can_be_told_apart(void **state)
{
	static const char *const grounds[] = {
		"paper", "head", "bar", "open", "planned", "started", "mastered", "passed", "credited", "bearer", "other",
	};
	const char *css = strstr(page_css, ":root{");
	int schemes = 0;

	(void)state;
	for (; css; css = strstr(css + 1, ":root{"), schemes++) {
		for (size_t i = 0; i < COUNT(grounds); i++) {
			assert_true(contrast(css, "ink", grounds[i]) >= 4.5);
			if (i > 2)
				assert_true(contrast(css, "alarm", grounds[i]) >= 4.5);
		}
		assert_true(contrast(css, "dim", "paper") >= 4.5);
		assert_true(contrast(css, "alarm", "paper") >= 4.5);
		assert_true(contrast(css, "fill", "paper") >= 3);
		assert_true(contrast(css, "strong", "paper") >= 3);
	}
	assert_int_equal(schemes, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list_as_a_page),
		cmocka_unit_test(board_as_a_page),
		cmocka_unit_test(large_board_as_a_page),
		cmocka_unit_test(progress_as_a_picture),
		cmocka_unit_test(targets_as_bars),
		cmocka_unit_test(colours_can_be_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
