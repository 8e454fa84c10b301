/* format.h - rows that tests of formats write: a list, a board; and where they go. */
#include "base/buf.h"
#include "format/format.h"
#include "test.h"

#define NUL { .type = NSI_T_NONE }
#define S(t, x) { .type = NSI_T_##t, .s = x }
#define I(t, x) { .type = NSI_T_##t, .i = x }
#define R(x) { .type = NSI_T_REAL, .r = x }
#define M(x) S(MARK, x)
#define F(cell_type, flag, member, x) { .type = NSI_T_##cell_type, .flags = NSI_CELL_##flag, .member = x }

struct memory { struct nsi_sink sink; struct buf b; };

static void keep(struct nsi_sink *s, const char *bytes, size_t n)
{
	buf_put(&((struct memory *)s)->b, bytes, n);
}

/* The catalogue of these tests. */
static const char *words(const char *lang, const char *text)
{
	static const char *const ru[][2] = {
		{ "yes", "да" }, { "no", "нет" }, { "approved", "утверждён" }, { "draft", "черновик" },
		{ "can_teach", "могут учить" }, { "wait", "ждут" }, { "%1$s of %2$s", "%1$s из %2$s" },
		{ "needed by %s", "нужна для %s" },
	};

	for (size_t i = 0; i < COUNT(ru) && !strcmp(lang, "ru"); i++)
		if (!strcmp(ru[i][0], text))
			return ru[i][1];
	return text;
}

static const struct nsi_style ru = { .lang = "ru", .tr = words }, en = { .lang = "en", .tr = words };

static const struct nsi_column people_cols[] = {
	{ "person", "Код", NULL, NSI_T_ID, false },
	{ "state", "Состояние", NULL, NSI_T_WORD, false },
	{ "units", "Единиц", NULL, NSI_T_INT, false },
	{ "hours", "Часов", NULL, NSI_T_REAL, false },
	{ "due", "Срок", NULL, NSI_T_DAY, false },
	{ "late", "Опаздывает", NULL, NSI_T_FLAG, false },
	{ "needs", "Опоры", NULL, NSI_T_LIST, false },
	{ "note", "Заметка", NULL, NSI_T_TEXT, false },
	{ "data", "Данные", NULL, NSI_T_JSON, false },
};
static const struct nsi_cell people_cells[] = {
	S(ID, "p01"), S(WORD, "approved"), I(INT, 11), R(18.5), I(DAY, 20769), I(FLAG, 0),
	S(LIST, "inv-vidy inv-instr"), S(TEXT, "Ёлкина, «А»"), S(JSON, "{\"a\": [1]}"),
	S(ID, "net-a/p09"), S(WORD, "draft"), NUL, R(9), NUL, I(FLAG, 1),
	NUL, S(TEXT, "two \"lines\"\nhere"), NUL,
};
static const struct nsi_column sum_cols[] = {
	{ "hours", "Часов", NULL, NSI_T_REAL, false }, { "units", "Единиц", NULL, NSI_T_INT, false },
};
static const struct nsi_cell sum_cells[] = { R(27.5), I(INT, 11) };
static const struct nsi_rows people = {
	.ncol = 9, .nrow = 2, .cols = people_cols, .cells = people_cells,
	.nsum = 2, .sumcols = sum_cols, .sums = sum_cells,
};

static const struct nsi_column board_cols[] = {
	{ "row", "Строка", NULL, NSI_T_WORD, false },
	{ "person", "Код", NULL, NSI_T_ID, false },
	{ "org", "Школа", NULL, NSI_T_ID, false },
	{ "inv-a", "И1", "inv", NSI_T_MARK, false },
	{ "inv-b", "И2", "inv", NSI_T_MARK, false },
	{ "pary-voz", "П1", "pary", NSI_T_MARK, false },
	{ "mastered", "освоено", "mastered", NSI_T_INT, false },
	{ "of", "", "mastered", NSI_T_INT, false },
	{ "taught", "учил", "taught", NSI_T_INT, false },
	{ "late", "Опаздывают", NULL, NSI_T_LIST, false },
	{ "earlier", "Ранее", NULL, NSI_T_JSON, false },
};
static const struct nsi_cell board_cells[] = {
	S(WORD, "person"), S(ID, "p01"), S(ID, "Ш161"), M("passed"), M("bearer"), F(MARK, LATE, s, "open"),
	I(INT, 2), I(INT, 11), I(INT, 5), S(LIST, "pary-voz"), S(JSON, "[]"),
	S(WORD, "person"), S(ID, "p09"), S(ID, "Шк. А"), M("planned"), M("started"), F(MARK, EARLIER, s, "mastered"),
	I(INT, 0), I(INT, 9), I(INT, 0), S(LIST, ""), S(JSON, "[{\"unit\": \"pary-voz\"}]"),
	S(WORD, "can_teach"), NUL, NUL, I(INT, 2), I(INT, 3), F(INT, ALARM, i, 0), NUL, NUL, NUL, NUL, NUL,
	S(WORD, "wait"), NUL, NUL, I(INT, 1), I(INT, 0), NUL, NUL, NUL, NUL, NUL, NUL,
};
static const size_t board_rules[] = { 2 };
static const struct nsi_legend legend[] = {
	{ "open", "○", "o", "предстоит" }, { "planned", "□", "p", "запланировано" }, { "started", "•", ".", "в работе" },
	{ "mastered", "+", "+", "освоено" }, { "passed", "⊕", "*", "передано" }, { "bearer", "Н", "H", "носитель" },
	{ "out", "", "", "" }, { "", "!", "!", "нужен запуск" },
};
static const char *const notes[] = { "Примечание." };
static const struct nsi_rows board = {
	.ncol = 11, .nrow = 4, .cols = board_cols, .cells = board_cells, .title = "Табло учёта · 2026/2027",
	.nrule = 1, .rules = board_rules, .nlegend = COUNT(legend), .legend = legend, .nnote = 1, .notes = notes,
};
