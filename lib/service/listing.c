/* listing.c - reads a school's list: its header, its rows, all that is wrong with them. */
#include "service/listing.h"

#include <string.h>

#include "base/text.h"
#include "format/format.h"
#include "model/people.h"
#include "store/db.h"

enum { MOST_TOLD = 1000, MOST_ROWS = 100000, MOST_BESIDE = 64 /* cells beside the header that are kept */ };

const char *const says_keys[SAYS] = {
	"org", "post", "subject", "groups", "bearer", "choice", "capacity", "hours_week", "roles", "curator", "mentor", "internal", "network", "public",
};

void listing_wrong(struct listing *l, struct listed *r, int column, const char *format, ...)
{
	struct nsi *n = l->n;
	const char *text;
	va_list ap;

	va_start(ap, format);
	text = arena_vprintf(&n->scratch, tr(n->lang, format), ap);
	va_end(ap);
	r->error = r->error ? arena_printf(&n->scratch, "%s; %s", r->error, text) : text;
	l->wrong += !r->wrong;
	r->wrong = true;
	if (n->messages.n < MOST_TOLD)
		message_put(&n->messages, l->partial ? NSI_WARNING : NSI_ERROR, l->file, r->line, column, NULL, text);
}

int listing_column(const struct listing *l, enum column c)
{
	for (size_t i = 0; i < l->ncolumn; i++)
		if (l->columns[i] == c)
			return (int)i + 1;
	return 0;
}

/* The cells of a row outlive it, in NFC, and without what kept Excel from running them. */
static const char *const *kept(struct listing *l, const struct sheet_row *row, size_t n)
{
	struct arena *a = &l->n->scratch;
	const char **v = arena_array(a, const char *, n + 1);

	for (size_t i = 0; v && i < n; i++) {
		const char *cell = cell_unguarded(row->cells[i]), *s = text_nfc(a, cell, strlen(cell));

		v[i] = s == cell ? arena_strdup(a, s) : s;
	}
	return v;
}

static void note_columns(struct listing *l)
{
	static const struct { enum column column; enum says says; } v[] = {
		{ COL_ORG, SAYS_ORG }, { COL_POST, SAYS_POST }, { COL_SUBJECT, SAYS_SUBJECT }, { COL_GROUP, SAYS_GROUPS }, { COL_BEARER, SAYS_BEARER },
		{ COL_CHOICE, SAYS_CHOICE }, { COL_CAPACITY, SAYS_CAPACITY }, { COL_WEEK, SAYS_WEEK }, { COL_ROLE, SAYS_ROLES },
		{ COL_METHODIST, SAYS_ROLES }, { COL_CURATOR, SAYS_CURATOR }, { COL_MENTOR, SAYS_MENTOR }, { COL_CONSENT, SAYS_INTERNAL },
		{ COL_NETWORK, SAYS_NETWORK }, { COL_PUBLIC, SAYS_PUBLIC },
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (listing_column(l, v[i].column))
			l->has[v[i].says] = true;
}

/* Of two columns of one meaning, AT and an earlier one, that which says more exactly what it counts: the other says
 * nothing. False: none of them does. */
static bool exact_one(struct listing *l, size_t at, enum column c)
{
	size_t other = (size_t)listing_column(l, c) - 1;
	bool loose = column_loose(&l->n->scratch, l->header.cells[at]);

	if (loose == column_loose(&l->n->scratch, l->header.cells[other]))
		return false;
	l->columns[loose ? at : other] = COL_NOTHING;
	l->columns[loose ? other : at] = c;
	message_at(&l->n->messages, NSI_WARNING, l->file, l->header.line, (int)(loose ? at : other) + 1, NULL, N_("column \"%s\" is ignored"),
	           l->header.cells[loose ? at : other]);
	return true;
}

/* What a heading of two rows means: «Фамилия» under «ФИО» is itself; under «Согласие» stands for what; else what is
 * below adds to what is above. CONTINUES: what is above is the heading of a column further left. The heading becomes one line. */
static enum column heading_means(struct listing *l, const char **heading)
{
	struct arena *a = &l->n->scratch;
	size_t n = strcspn(*heading, "\v");
	const char *sub = *heading + n + strspn(*heading + n, "\v"), *top = arena_strndup(a, *heading, n);
	bool continues = (*heading)[n] && (*heading)[n + 1] == '\v';
	enum column above = column_named(a, top), below, both;

	if (!(*heading)[n])
		return above;
	*heading = arena_printf(a, "%s %s", top, sub);
	below = heading_means(l, &sub);                /* a third row is as good */
	both = column_named(a, *heading);
	if (above < COL_CONSENT || above > COL_PUBLIC) {
		if (below != COL_UNKNOWN && below != COL_NOTHING)
			return below;
	}
	return continues && both == above ? COL_UNKNOWN : both;
}

static enum nsi_status header(struct listing *l, const struct sheet_row *row)
{
	struct messages *m = &l->n->messages;
	enum nsi_status status = NSI_OK;
	size_t n = row->n;

	while (n && text_blank(row->cells[n - 1]))
		n--;
	if (n > sizeof(l->columns) / sizeof(*l->columns))
		n = sizeof(l->columns) / sizeof(*l->columns);
	l->header = (struct sheet_row){ n, kept(l, row, n), row->line };
	if (!l->header.cells)
		return NSI_MEMORY;
	for (size_t i = 0; i < n; i++) {
		enum column c = heading_means(l, (const char **)(uintptr_t)&l->header.cells[i]);

		if (c == COL_UNKNOWN)
			message_at(m, NSI_WARNING, l->file, row->line, (int)i + 1, NULL,
			           N_("column \"%s\" is ignored"), l->header.cells[i]);
		else if (c != COL_NOTHING && listing_column(l, c)) {
			if (exact_one(l, i, c)) {
				l->ncolumn = i + 1;
				continue;
			}
			message_at(m, NSI_ERROR, l->file, row->line, (int)i + 1, NULL, N_("column \"%s\" means the same as \"%s\""),
			           l->header.cells[i], l->header.cells[listing_column(l, c) - 1]);
			status = NSI_DATA;
		}
		l->columns[i] = c;
		l->ncolumn = i + 1;
	}
	if (listing_column(l, COL_NAME) && listing_column(l, COL_FAMILY))
		l->columns[listing_column(l, COL_NAME) - 1] = COL_NOTHING;     /* «Педагог» beside «Фамилия» */
	if (!listing_column(l, COL_NAME) && !listing_column(l, COL_FAMILY) && !listing_column(l, COL_CODE)) {
		message_at(m, NSI_ERROR, l->file, row->line, 0, NULL,
		           N_("no column says who: ФИО, or Фамилия and Имя, or Код"));
		status = NSI_DATA;
	}
	note_columns(l);
	return status;
}

/* A row that is nobody: a number waiting for a name; in a workbook also one text over all columns, as «Начальная школа». */
static bool is_nobody(struct listing *l, const struct sheet_row *row)
{
	size_t filled = 0, said = 0;
	bool who = false;
	int at = 0;

	for (size_t i = 0; i < row->n; i++) {
		enum column c = i < l->ncolumn ? l->columns[i] : COL_UNKNOWN;

		if (!*row->cells[i] || text_blank(row->cells[i]))
			continue;
		at = filled++ ? at : (int)i + 1;
		said += c != COL_NOTHING || row->cells[i][strspn(row->cells[i], "0123456789. ")];
		who |= c == COL_NAME || c == COL_FAMILY || c == COL_GIVEN || c == COL_CODE;
	}
	if (!said)
		return true;
	if (!sheet_is_book(l->sheet) || filled != 1 || who)
		return false;
	if (l->n->messages.n < MOST_TOLD)
		message_at(&l->n->messages, NSI_WARNING, l->file, row->line, at, NULL,
		           N_("a text alone in its row is nobody"));
	return true;
}

static enum nsi_status row_add(struct listing *l, const struct sheet_row *row)
{
	struct listed *r = arena_grow(&l->n->scratch, l->v, &l->cap, l->nv + 1, sizeof(*r));
	size_t n = row->n;

	if (!r)
		return NSI_MEMORY;
	l->v = r;
	r += l->nv++;
	*r = (struct listed){ .line = row->line };
	while (n && text_blank(row->cells[n - 1]))
		n--;
	r->ncell = n < l->ncolumn + MOST_BESIDE ? n : l->ncolumn + MOST_BESIDE;
	r->cells = kept(l, row, r->ncell);
	if (!r->cells)
		return NSI_MEMORY;
	if (n > l->ncolumn)
		listing_wrong(l, r, (int)l->ncolumn + 1, N_("%zu columns where the header has %zu"), n, l->ncolumn);
	return listing_cells(l, r);
}

/* The line below the table of a workbook of ours, alone in its row. */
static bool own_note(const struct sheet_row *row)
{
	const char *only = NULL;

	for (size_t i = 0; i < row->n; i++) {
		if (!row->cells[i][strspn(row->cells[i], " \t")])
			continue;
		if (only)
			return false;
		only = row->cells[i];
	}
	for (enum lang k = LANG_EN; only && k < LANG_COUNT; k++)
		if (!strcmp(only, tr(k, N_("with names: for official use only"))))
			return true;
	return false;
}

/* A heading says who, and something else; of a workbook that may have titles above it. */
static bool is_header(void *x, const struct sheet_row *row)
{
	struct listing *l = x;
	bool who = false;
	size_t known = 0;

	for (size_t i = 0; i < row->n; i++) {
		enum column c = !text_blank(row->cells[i]) ? column_named(&l->n->scratch, row->cells[i]) : COL_UNKNOWN;

		known += c != COL_UNKNOWN;
		who |= c == COL_NAME || c == COL_FAMILY || c == COL_CODE;
	}
	return who && known > 1;
}

static enum nsi_status too_many(struct listing *l, int line, const char *text, int most)
{
	message_at(&l->n->messages, NSI_ERROR, l->file, line, 0, NULL, text, most);
	return NSI_DATA;
}

enum nsi_status listing_read(struct listing *l)
{
	enum nsi_status status = sheet_seek(l->sheet, l->leaf, is_header, l);
	const struct sheet_row *row = status ? NULL : sheet_next(l->sheet, &status);

	l->file = sheet_name(l->sheet);
	if (!row && !status) {
		message_at(&l->n->messages, NSI_ERROR, l->file, 1, 0, NULL,
		           N_("the file is empty: the first line names the columns"));
		status = NSI_DATA;
	}
	if (!status)
		status = header(l, row);
	while (!status && (l->keeps || l->wrong < MOST_TOLD) && (row = sheet_next(l->sheet, &status)))
		status = own_note(row) || is_nobody(l, row) ? NSI_OK
			: l->nv == MOST_ROWS ? too_many(l, row->line, N_("a list has at most %d rows: enrol it in parts"), MOST_ROWS)
			: l->borne > MOST_BORNE ? too_many(l, row->line, N_("people bear more than %d units: enrol the list in parts"), MOST_BORNE)
			: row_add(l, row);
	l->stopped = !status && row;
	return status;
}
