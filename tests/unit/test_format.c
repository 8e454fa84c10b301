/* test_format.c - what each format makes of rows, to the byte. */
#include "format.h"

static void expect(const char *format, const struct nsi_rows *r, const struct nsi_style *st, const char *want)
{
	const struct nsi_format *f = nsi_formats();
	struct memory m = { .sink = { keep } };

	while (f->part.name && strcmp(f->part.name, format))
		f++;
	assert_non_null(f->part.name);
	buf_puts(&m.b, "");
	assert_int_equal(f->write(&m.sink, r, st), 0);
	if (strcmp(m.b.s, want) && getenv("SHOW"))
		printf("%s\n--- wanted\n%s\n", m.b.s, want);
	assert_string_equal(m.b.s, want);
	buf_free(&m.b);
}

/* ---- a list ------------------------------------------------------------------------------------- */

static void list_in_russian(void **state)
{
	(void)state;
	expect("table", &people, &ru,
"Код        Состояние  Единиц  Часов  Срок        Опаздывает  Опоры                Заметка           Данные\n"
"---------  ---------  ------  -----  ----------  ----------  -------------------  ----------------  ----------\n"
"p01        утверждён      11   18,5  12.11.2026  нет         inv-vidy, inv-instr  Ёлкина, «А»       {\"a\": [1]}\n"
"net-a/p09  черновик             9,0              да                               two \"lines\" here\n"
"Часов: 27,5  Единиц: 11\n");
}

static void list_in_english(void **state)
{
	struct nsi_style st = en;
	struct nsi_rows r = people;

	(void)state;
	st.no_header = true;
	r.nsum = 0;
	expect("table", &r, &st,
"p01        approved  11  18.5  2026-11-12  no   inv-vidy, inv-instr  Ёлкина, «А»       {\"a\": [1]}\n"
"net-a/p09  draft          9.0              yes                       two \"lines\" here\n");
}

static void list_for_scripts(void **state)
{
	(void)state;
	expect("csv", &people, &ru,
"person,state,units,hours,due,late,needs,note,data\n"
"p01,approved,11,18.5,2026-11-12,false,inv-vidy inv-instr,\"Ёлкина, «А»\",\"{\"\"a\"\": [1]}\"\n"
"net-a/p09,draft,,9,,true,,\"two \"\"lines\"\"\nhere\",\n");
	expect("tsv", &people, &ru,
"person\tstate\tunits\thours\tdue\tlate\tneeds\tnote\tdata\n"
"p01\tapproved\t11\t18.5\t2026-11-12\tfalse\tinv-vidy inv-instr\tЁлкина, «А»\t{\"a\": [1]}\n"
"net-a/p09\tdraft\t\t9\t\ttrue\t\ttwo \"lines\" here\t\n");
	expect("json", &people, &ru,
"[\n"
"{\"person\": \"p01\", \"state\": \"approved\", \"units\": 11, \"hours\": 18.5, \"due\": \"2026-11-12\", \"late\": false, "
"\"needs\": [\"inv-vidy\", \"inv-instr\"], \"note\": \"Ёлкина, «А»\", \"data\": {\"a\": [1]}},\n"
"{\"person\": \"net-a/p09\", \"state\": \"draft\", \"units\": null, \"hours\": 9, \"due\": null, \"late\": true, "
"\"needs\": [], \"note\": \"two \\\"lines\\\"\\nhere\", \"data\": null},\n"
"{\"summary\": true, \"hours\": 27.5, \"units\": 11}\n"
"]\n");
}

static void list_as_lines_of_json(void **state)
{
	struct nsi_rows r = people;

	(void)state;
	r.ncol = 1;
	r.nrow = 3;                                    /* the first three cells */
	expect("ndjson", &r, &ru, "{\"person\": \"p01\"}\n{\"person\": \"approved\"}\n{\"person\": 11}\n"
	       "{\"summary\": true, \"hours\": 27.5, \"units\": 11}\n");
}

static void nothing_at_all(void **state)
{
	struct nsi_rows r = { .ncol = 2, .cols = people_cols };

	(void)state;
	expect("table", &r, &ru, "Код  Состояние\n---  ---------\n");
	expect("csv", &r, &ru, "person,state\n");
	expect("json", &r, &ru, "[]\n");
	expect("ndjson", &r, &ru, "");
	r.nsum = 1;
	r.sumcols = sum_cols;
	r.sums = sum_cells;
	expect("json", &r, &ru, "[\n{\"summary\": true, \"hours\": 27.5}\n]\n");
	expect("table", &r, &ru, "Часов: 27,5\n");
}

static void a_lonely_empty_cell_is_a_row(void **state)
{
	static const struct nsi_cell none[] = { NUL };
	struct nsi_rows r = { .ncol = 1, .nrow = 1, .cols = people_cols, .cells = none };

	(void)state;
	expect("csv", &r, &ru, "person\n\"\"\n");
}

static void list_in_markdown(void **state)
{
	static const struct nsi_cell cells[] = {
		S(TEXT, "a|b\\c `x` *y* _z_ [l](http://h) <b>&amp;~~d~~ $e$\nnext"), I(INT, -3), S(TEXT, "\u202E=1"), NUL,
	};
	static const struct nsi_column cols[] = {
		{ "t", "Т|1", NULL, NSI_T_TEXT, false }, { "n", "Ч", NULL, NSI_T_INT, false },
	};
	static const char *const lines[] = { "1. не список", "+ тоже", "| не таблица" };
	struct nsi_rows r = { .ncol = 2, .nrow = 2, .cols = cols, .cells = cells, .title = "Список <b>", .nnote = 3, .notes = lines };

	(void)state;
	expect("md", &people, &ru,
"| Код | Состояние | Единиц | Часов | Срок | Опаздывает | Опоры | Заметка | Данные |\n"
"| --- | --- | ---: | ---: | --- | --- | --- | --- | --- |\n"
"| p01 | утверждён | 11 | 18,5 | 12.11.2026 | нет | inv-vidy, inv-instr | Ёлкина, «А» | {\"a\": \\[1\\]} |\n"
"| net-a/p09 | черновик | | 9,0 | | да | | two \"lines\" here | |\n"
"\n"
"Часов: 27,5 · Единиц: 11\n");
	expect("md", &r, &ru,
"## Список &lt;b&gt;\n"
"\n"
"| Т\\|1 | Ч |\n"
"| --- | ---: |\n"
"| a\\|b\\\\c \\`x\\` \\*y\\* \\_z\\_ \\[l\\](http://h) &lt;b&gt;&amp;amp;\\~\\~d\\~\\~ \\$e\\$ next | -3 |\n"
"| \uFFFD=1 | |\n"
"\n1\\. не список\n\n\\+ тоже\n\n\\| не таблица\n");
}

static void list_for_excel(void **state)
{
	static const struct nsi_cell cells[] = {
		S(TEXT, "=1+1"), I(INT, -3), S(TEXT, "+7 391"), R(-0.5), S(TEXT, " @a;\"b\""), NUL, S(TEXT, "\t-1\r\n=2"), I(INT, 0),
		S(TEXT, "＝1"), NUL, S(TEXT, "+"), NUL, S(TEXT, "'=1"), NUL, S(TEXT, "a\u202Eb\033c"), NUL,
		{ .type = NSI_T_ID, .s = "p01", .shown = "=cmd" }, F(INT, ALARM, i, 0),
	};
	static const struct nsi_column cols[] = {
		{ "t", "=Т", NULL, NSI_T_TEXT, false }, { "n", "Ч", NULL, NSI_T_INT, false },
	};
	struct nsi_rows r = { .ncol = 2, .nrow = 9, .cols = cols, .cells = cells };
	static const char *const same =
"p01;%s;11;18,5;12.11.2026;%s;inv-vidy, inv-instr;Ёлкина, «А»;\"{\"\"a\"\": [1]}\"\r\n"
"net-a/p09;%s;;9,0;;%s;;\"two \"\"lines\"\"\nhere\";\r\n";
	static const char head[] = "\uFEFFКод;Состояние;Единиц;Часов;Срок;Опаздывает;Опоры;Заметка;Данные\r\n";
	char want[1000];

	(void)state;
	snprintf(want + sprintf(want, "%s", head), 800, same, "утверждён", "нет", "черновик", "да");
	expect("csv-excel", &people, &ru, want);
	snprintf(want + sprintf(want, "%s", head), 800, same, "approved", "no", "draft", "yes");
	expect("csv-excel", &people, &en, want);
	expect("csv-excel", &r, &ru,
"\uFEFF'=Т;Ч\r\n"
"'=1+1;-3\r\n"
"'+7 391;-0,5\r\n"
"\"' @a;\"\"b\"\"\";\r\n"
"\"'\t-1\n=2\";0\r\n"
"'＝1;\r\n"
"+;\r\n"
"''=1;\r\n"
"a\uFFFDb\uFFFDc;\r\n"
"'=cmd;0\r\n");
}

/* ---- hostile text -------------------------------------------------------------------------------- */

static void nothing_that_a_terminal_obeys(void **state)
{
	static const struct nsi_cell cells[] = {
		S(TEXT, "\033[2Jx\u202Ey\u2028z\xC2\x9B\x7F\\"), S(JSON, "{\"k\":\n\"\u202E\"}"), S(LIST, "a\u202E b\""),
	};
	static const struct nsi_column cols[] = {
		{ "t", "T", NULL, NSI_T_TEXT, false }, { "j", "J", NULL, NSI_T_JSON, false },
		{ "l", "L", NULL, NSI_T_LIST, false },
	};
	struct nsi_rows r = { .ncol = 3, .nrow = 1, .cols = cols, .cells = cells };
	static const char *const formats[] = { "table", "csv", "tsv", "json", "ndjson", "md", "csv-excel", "html", "svg" };

	(void)state;
	expect("json", &r, &ru,
	       "[\n{\"t\": \"\\u001b[2Jx\\u202ey\\u2028z\\u009b\\u007f\\\\\", \"j\": {\"k\": \"\\u202e\"}, "
	       "\"l\": [\"a\\u202e\", \"b\\\"\"]}\n]\n");
	for (size_t i = 0; i < COUNT(formats); i++) {
		const struct nsi_format *f = nsi_formats();
		struct memory m = { .sink = { keep } };

		while (strcmp(f->part.name, formats[i]))
			f++;
		assert_int_equal(f->write(&m.sink, &r, &ru), 0);
		assert_null(strchr(m.b.s, '\033'));
		assert_null(strstr(m.b.s, "\u202E"));
		assert_null(strstr(m.b.s, "\xC2\x9B"));
		buf_free(&m.b);
	}
}

/* ---- the board ------------------------------------------------------------------------------------ */

static void board_as_drawn(void **state)
{
	(void)state;
	expect("table", &board, &ru,
"Табло учёта · 2026/2027\n"
"            | И1 И2 | П1  | освоено | учил\n"
"------------+-------+-----+---------+-----\n"
"p01 Ш161    | ⊕  Н  | ○!  | 2 из 11 |    5\n"
"p09 Шк. А   | □  •  | (+) | 0 из 9  |    0\n"
"------------+-------+-----+---------+-----\n"
"могут учить | 2  3  | 0!  |         |\n"
"ждут        | 1  0  |     |         |\n"
"○ предстоит  □ запланировано  • в работе  + освоено  ⊕ передано  Н носитель  ! нужен запуск\n"
"Примечание.\n");
}

static void board_without_glyphs(void **state)
{
	struct nsi_style st = ru;
	struct nsi_rows r = board;

	(void)state;
	st.plain = true;
	r.nrow = 2;
	r.nrule = r.nnote = 0;
	expect("table", &r, &st,
"Табло учёта · 2026/2027\n"
"          | И1 И2 | П1  | освоено | учил\n"
"----------+-------+-----+---------+-----\n"
"p01 Ш161  | *  H  | o!  | 2 из 11 |    5\n"
"p09 Шк. А | p  .  | (+) | 0 из 9  |    0\n"
"o предстоит  p запланировано  . в работе  + освоено  * передано  H носитель  ! нужен запуск\n");
}

static void board_for_scripts(void **state)
{
	(void)state;
	expect("csv", &board, &ru,
"row,person,org,inv-a,inv-b,pary-voz,mastered,of,taught,late,earlier\n"
"person,p01,Ш161,passed,bearer,open,2,11,5,pary-voz,[]\n"
"person,p09,Шк. А,planned,started,,0,9,0,,\"[{\"\"unit\"\": \"\"pary-voz\"\"}]\"\n"
"can_teach,,,2,3,0,,,,,\n"
"wait,,,1,0,,,,,,\n");
	expect("ndjson", &board, &ru,
"{\"row\": \"person\", \"person\": \"p01\", \"org\": \"Ш161\", \"inv-a\": \"passed\", \"inv-b\": \"bearer\", "
"\"pary-voz\": \"open\", \"mastered\": 2, \"of\": 11, \"taught\": 5, \"late\": [\"pary-voz\"], \"earlier\": []}\n"
"{\"row\": \"person\", \"person\": \"p09\", \"org\": \"Шк. А\", \"inv-a\": \"planned\", \"inv-b\": \"started\", "
"\"pary-voz\": \"\", \"mastered\": 0, \"of\": 9, \"taught\": 0, \"late\": [], \"earlier\": [{\"unit\": \"pary-voz\"}]}\n"
"{\"row\": \"can_teach\", \"person\": null, \"org\": null, \"inv-a\": 2, \"inv-b\": 3, \"pary-voz\": 0, "
"\"mastered\": null, \"of\": null, \"taught\": null, \"late\": [], \"earlier\": null}\n"
"{\"row\": \"wait\", \"person\": null, \"org\": null, \"inv-a\": 1, \"inv-b\": 0, \"pary-voz\": \"\", "
"\"mastered\": null, \"of\": null, \"taught\": null, \"late\": [], \"earlier\": null}\n");
}

static void board_in_words(void **state)
{
	(void)state;
	expect("csv-excel", &board, &ru,
"\uFEFFСтрока;Код;Школа;И1;И2;П1;освоено;;учил\r\n"
"person;p01;Ш161;передано;носитель;предстоит!;2;11;5\r\n"
"person;p09;Шк. А;запланировано;в работе;(освоено);0;9;0\r\n"
"могут учить;;;2;3;0;;;\r\n"
"ждут;;;1;0;;;;\r\n");
	expect("md", &board, &ru,
"## Табло учёта · 2026/2027\n"
"\n"
"| Код | Школа | И1 | И2 | П1 | освоено | учил |\n"
"| --- | --- | :-: | :-: | :-: | --- | ---: |\n"
"| p01 | Ш161 | ⊕ | Н | ○! | 2 из 11 | 5 |\n"
"| p09 | Шк. А | □ | • | (+) | 0 из 9 | 0 |\n"
"| могут учить | | 2 | 3 | 0! | | |\n"
"| ждут | | 1 | 0 | | | |\n"
"\n"
"○ предстоит · □ запланировано · • в работе · + освоено · ⊕ передано · Н носитель · ! нужен запуск\n"
"\n"
"Примечание.\n");
}

/* ---- a terminal ----------------------------------------------------------------------------------- */

static void narrow_board_continues_below(void **state)
{
	struct nsi_style st = ru;
	struct nsi_rows r = board;

	(void)state;
	st.width = 30;
	static const char *const long_notes[] = { "! после знака: срок прошёл, начать с запуска" };

	r.nlegend = 6;
	r.notes = long_notes;
	expect("table", &r, &st,
"Табло учёта · 2026/2027\n"
"            | И1 И2 | П1\n"
"------------+-------+----\n"
"p01 Ш161    | ⊕  Н  | ○!\n"
"p09 Шк. А   | □  •  | (+)\n"
"------------+-------+----\n"
"могут учить | 2  3  | 0!\n"
"ждут        | 1  0  |\n"
"\n"
"            | освоено | учил\n"
"------------+---------+-----\n"
"p01 Ш161    | 2 из 11 |    5\n"
"p09 Шк. А   | 0 из 9  |    0\n"
"------------+---------+-----\n"
"могут учить |         |\n"
"ждут        |         |\n"
"○ предстоит  □ запланировано\n"
"• в работе  + освоено\n"
"⊕ передано  Н носитель\n"
"! после знака: срок прошёл,\n"
"начать с запуска\n");
}

static void long_text_is_wrapped_on_a_terminal(void **state)
{
	static const struct nsi_column cols[] = {
		{ "id", "Код", NULL, NSI_T_ID, false }, { "title", "Название", NULL, NSI_T_TEXT, false },
		{ "n", "Ч", NULL, NSI_T_INT, false },
	};
	static const struct nsi_cell cells[] = {
		S(ID, "inv-vidy"), S(TEXT, "Виды взаимодействия в паре и в группе"), I(INT, 2),
		S(ID, "x"), S(TEXT, "Самоочевидностьнаоборот"), I(INT, 10),
	};
	struct nsi_rows r = { .ncol = 3, .nrow = 2, .cols = cols, .cells = cells };
	struct nsi_style st = ru;

	(void)state;
	st.width = 32;
	expect("table", &r, &st,
"Код      Название              Ч\n"
"-------- -------------------- --\n"
"inv-vidy Виды взаимодействия   2\n"
"         в паре и в группе\n"
"x        Самоочевидностьнаобо 10\n"
"         рот\n");
	st.width = 40;
	expect("table", &r, &st,
"Код       Название                     Ч\n"
"--------  --------------------------  --\n"
"inv-vidy  Виды взаимодействия в паре   2\n"
"          и в группе\n"
"x         Самоочевидностьнаоборот     10\n");
	st.width = 0;                                  /* anywhere else a row is a line */
	expect("table", &r, &st,
"Код       Название                                Ч\n"
"--------  -------------------------------------  --\n"
"inv-vidy  Виды взаимодействия в паре и в группе   2\n"
"x         Самоочевидностьнаоборот                10\n");
}

static void columns_without_room_continue_below(void **state)
{
	static const struct nsi_column cols[] = {
		{ "id", "Код", NULL, NSI_T_ID, false }, { "a", "Первый", NULL, NSI_T_ID, false }, { "n", "Ч", NULL, NSI_T_INT, false },
		{ "on", "День", NULL, NSI_T_DAY, false }, { "what", "Что", NULL, NSI_T_WORD, false },
	};
	static const struct nsi_cell cells[] = {
		S(ID, "p01"), S(ID, "inv-refleksia"), I(INT, 2), I(DAY, 20769), S(WORD, "занятие, по которому ничего не внесено"),
		S(ID, "p02"), NUL, I(INT, 10), NUL, S(WORD, "урок"),
	};
	static const size_t rules[] = { 1 };
	struct nsi_rows r = { .ncol = 5, .nrow = 2, .cols = cols, .cells = cells, .nrule = 1, .rules = rules };
	struct nsi_style st = ru;

	(void)state;
	st.width = 30;
	expect("table", &r, &st,
"Код Первый         Ч\n"
"--- ------------- --\n"
"p01 inv-refleksia  2\n"
"--- ------------- --\n"
"p02               10\n"
"\n"
"Код День\n"
"--- ----------\n"
"p01 12.11.2026\n"
"--- ----------\n"
"p02\n"
"\n"
"Код Что\n"
"--- ------------------------\n"
"p01 занятие, по которому\n"
"    ничего не внесено\n"
"--- ------------------------\n"
"p02 урок\n");
	r.ncol = 2;                                    /* as wide as the terminal */
	st.width = 18;
	expect("table", &r, &st, "Код  Первый\n---  -------------\np01  inv-refleksia\n---  -------------\n2    12.11.2026\n");
	r.ncol = 1;
	r.nrule = 0;
	st.width = 2;
	expect("table", &r, &st, "Код\n-------------\np01\ninv-refleksia\n");
}

static void words_that_name_something(void **state)
{
	static const struct nsi_column cols[] = { { "why", "Почему", NULL, NSI_T_WORD, false } };
	static const struct nsi_cell cells[] = { S(WORD, "needed by pary-voz"), S(WORD, "unknown %s") };
	struct nsi_rows r = { .ncol = 1, .nrow = 2, .cols = cols, .cells = cells };

	(void)state;
	expect("table", &r, &ru, "Почему\n------------------\nнужна для pary-voz\nunknown %s\n");
	expect("csv", &r, &ru, "why\nneeded by pary-voz\nunknown %s\n");
}

static void color_is_modest(void **state)
{
	static const struct nsi_cell cells[] = { S(ID, "p01"), F(INT, ALARM, i, 0) };
	static const struct nsi_column cols[] = {
		{ "id", "Код", NULL, NSI_T_ID, false }, { "n", "N", NULL, NSI_T_INT, false },
	};
	struct nsi_rows r = { .ncol = 2, .nrow = 1, .cols = cols, .cells = cells };
	struct nsi_style st = ru;

	(void)state;
	st.color = true;
	expect("table", &r, &st,
	       "\033[1mКод\033[0m   \033[1mN\033[0m\n---  --\np01  \033[31m0!\033[0m\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list_in_russian),
		cmocka_unit_test(list_in_english),
		cmocka_unit_test(list_for_scripts), cmocka_unit_test(list_in_markdown), cmocka_unit_test(list_for_excel), cmocka_unit_test(board_in_words),
		cmocka_unit_test(list_as_lines_of_json),
		cmocka_unit_test(nothing_at_all),
		cmocka_unit_test(a_lonely_empty_cell_is_a_row),
		cmocka_unit_test(nothing_that_a_terminal_obeys),
		cmocka_unit_test(board_as_drawn),
		cmocka_unit_test(board_without_glyphs),
		cmocka_unit_test(board_for_scripts),
		cmocka_unit_test(narrow_board_continues_below),
		cmocka_unit_test(long_text_is_wrapped_on_a_terminal), cmocka_unit_test(columns_without_room_continue_below),
		cmocka_unit_test(words_that_name_something),
		cmocka_unit_test(color_is_modest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
