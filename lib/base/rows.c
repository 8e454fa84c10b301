/* rows.c - tables that grow, and the view of one: columns, order, limit. */
#include "base/rows.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"

/* COLS with titles in the reader's language. */
static const struct nsi_column *translated(struct arena *a, enum lang l, const struct nsi_column *cols, size_t n)
{
	struct nsi_column *copy = arena_array(a, struct nsi_column, n);

	for (size_t i = 0; copy && i < n; i++) {
		copy[i] = cols[i];
		copy[i].title = cols[i].title ? tr(l, cols[i].title) : NULL;
	}
	return copy;
}

void table_begin(struct table *t, struct arena *a, enum lang l, const struct nsi_column *cols, size_t n)
{
	*t = (struct table){ .arena = a };
	t->rows.cols = translated(a, l, cols, n);
	t->rows.ncol = t->rows.cols ? n : 0;
}

struct nsi_cell *table_sums(struct table *t, enum lang l, const struct nsi_column *cols, size_t n)
{
	struct nsi_cell *cells = arena_array(t->arena, struct nsi_cell, n);

	t->rows.sumcols = translated(t->arena, l, cols, n);
	t->rows.sums = cells;
	t->rows.nsum = t->rows.sumcols && cells ? n : 0;
	return t->rows.sumcols ? cells : NULL;
}

struct nsi_cell *table_row(struct table *t)
{
	size_t n = t->rows.ncol;
	struct nsi_cell *cells;

	if (!t->rows.cols)
		return NULL;                               /* table_begin() found no memory */
	cells = arena_grow(t->arena, t->cells, &t->cap, t->rows.nrow + 1, n * sizeof(*cells));
	if (!cells)
		return NULL;
	t->rows.cells = t->cells = cells;
	return cells + n * t->rows.nrow++;
}

struct nsi_cell cell_text(enum nsi_type t, const char *s)
{
	return s ? (struct nsi_cell){ .type = t, .s = s } : (struct nsi_cell){ 0 };
}

struct nsi_cell cell_int(int64_t i)
{
	return (struct nsi_cell){ .type = NSI_T_INT, .i = i };
}

struct nsi_cell cell_real(double r)
{
	return (struct nsi_cell){ .type = NSI_T_REAL, .r = r };
}

struct nsi_cell cell_day(int32_t d)
{
	return d == DAY_NONE ? (struct nsi_cell){ 0 } : (struct nsi_cell){ .type = NSI_T_DAY, .i = d };
}

struct nsi_cell cell_flag(bool b)
{
	return (struct nsi_cell){ .type = NSI_T_FLAG, .i = b };
}

/* ---- the keys that were asked for --------------------------------------------------------------- */

/* Keys as typed: "_" and "-" are equal. */
static bool same_key(const char *key, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((key[i] == '_' ? '-' : key[i]) != (s[i] == '_' ? '-' : s[i]))
			return false;
	return !key[n];
}

static void unknown(struct messages *m, struct arena *a, const struct nsi_rows *r, const char *s, size_t n)
{
	const char **keys = arena_array(a, const char *, r->ncol + 1), *word = arena_strndup(a, s, n), *near;
	size_t known = 0, length = 1;
	char *list, *p;

	if (!keys)
		return;
	for (size_t i = 0; i < r->ncol; i++)
		if (r->cols[i].type != NSI_T_KEY) {
			keys[known++] = r->cols[i].key;
			length += strlen(r->cols[i].key) + 1;
		}
	list = p = arena_array(a, char, length);
	if (!list)
		return;
	for (size_t i = 0; i < known; i++) {
		if (i)
			*p++ = ' ';
		p = stpcpy(p, keys[i]);
	}
	near = text_near(word, keys, known);
	if (near)
		fail(m, NSI_USAGE, N_("there is no column \"%s\" (did you mean \"%s\"?); known are: %s"), word, near,
		     list);
	else
		fail(m, NSI_USAGE, N_("there is no column \"%s\"; known are: %s"), word, list);
}

struct pick { size_t column; bool down; };

/* The columns that LIST names, "-key" downwards if SIGNED; false: a message says which is unknown. */
static bool read_keys(struct messages *m, struct arena *a, const struct nsi_rows *r, const char *list,
                      bool with_sign, struct pick **out, size_t *n)
{
	size_t most = 1, c;
	bool ok = true;

	for (const char *s = list; *s; s++)
		most += *s == ',';
	*out = arena_array(a, struct pick, most);
	*n = 0;
	if (!*out)
		return false;
	for (const char *s = list, *end; ; s = end + 1) {
		size_t len, skip = strspn(s, " ");
		bool down;

		s += skip;
		end = s + strcspn(s, ",");
		down = with_sign && *s == '-';
		s += down;
		len = (size_t)(end - s);
		while (len && s[len - 1] == ' ')
			len--;
		for (c = 0; c < r->ncol; c++)
			if (r->cols[c].type != NSI_T_KEY && same_key(r->cols[c].key, s, len))
				break;
		if (c < r->ncol) {
			(*out)[(*n)++] = (struct pick){ c, down };
		} else if (len || *end || s != list) {
			unknown(m, a, r, s, len);
			ok = false;
		}
		if (!*end)
			return ok;
	}
}

/* ---- order -------------------------------------------------------------------------------------- */

struct order { const struct nsi_rows *r; const struct pick *keys; size_t n; };

static bool is_text(enum nsi_type t)
{
	return t == NSI_T_ID || t == NSI_T_TEXT || t == NSI_T_WORD || t == NSI_T_LIST || t == NSI_T_JSON ||
	       t == NSI_T_MARK;
}

/* Nothing there: always at the end. */
static bool is_void(const struct nsi_cell *c)
{
	return c->type == NSI_T_NONE || (is_text(c->type) && !*c->s);
}

/* Marks go as the legend does. */
static size_t rank(const struct nsi_rows *r, const char *state)
{
	size_t i = 0;

	while (i < r->nlegend && strcmp(r->legend[i].state, state))
		i++;
	return i;
}

static int compare_cells(const struct nsi_rows *r, const struct nsi_cell *a, const struct nsi_cell *b)
{
	if (is_text(a->type) != is_text(b->type))
		return is_text(a->type) ? 1 : -1;
	if (a->type == NSI_T_MARK && b->type == NSI_T_MARK) {
		size_t x = rank(r, a->s), y = rank(r, b->s);

		if (x != y)
			return x < y ? -1 : 1;
	}
	if (is_text(a->type))
		return text_compare(a->s, strlen(a->s), b->s, strlen(b->s));
	if (a->type == NSI_T_REAL || b->type == NSI_T_REAL) {
		double x = a->type == NSI_T_REAL ? a->r : (double)a->i, y = b->type == NSI_T_REAL ? b->r : (double)b->i;

		return (x > y) - (x < y);
	}
	return (a->i > b->i) - (a->i < b->i);
}

static int compare_rows(const struct order *o, size_t x, size_t y)
{
	const struct nsi_cell *a = o->r->cells + x * o->r->ncol, *b = o->r->cells + y * o->r->ncol;

	for (size_t k = 0; k < o->n; k++) {
		size_t c = o->keys[k].column;
		bool no_a = is_void(a + c), no_b = is_void(b + c);
		int sign;

		if (no_a != no_b)
			return no_a ? 1 : -1;
		sign = no_a ? 0 : compare_cells(o->r, a + c, b + c);
		if (sign)
			return o->keys[k].down ? -sign : sign;
	}
	return 0;
}

/* Stable: merges halves; SPARE holds as many. */
static void sort_rows(const struct order *o, size_t *v, size_t n, size_t *spare)
{
	size_t half = n / 2, i = 0, j = half, k = 0;

	if (n < 2)
		return;
	sort_rows(o, v, half, spare);
	sort_rows(o, v + half, n - half, spare);
	memcpy(spare, v, half * sizeof(*v));
	while (i < half && j < n)
		v[k++] = compare_rows(o, v[j], spare[i]) < 0 ? v[j++] : spare[i++];
	while (i < half)
		v[k++] = spare[i++];
}

/* The rows in the order of O; what a line parts stays parted. NULL: out of memory. */
static size_t *ordered(struct arena *a, const struct order *o)
{
	size_t n = o->r->nrow, from = 0, *v = arena_array(a, size_t, n), *spare = arena_array(a, size_t, n);

	if (!v || !spare)
		return NULL;
	for (size_t i = 0; i < n; i++)
		v[i] = i;
	for (size_t i = 0; i <= o->r->nrule && o->n; i++) {
		size_t to = i < o->r->nrule ? o->r->rules[i] : n;

		if (to > n || to < from)
			to = n;
		sort_rows(o, v + from, to - from, spare);
		from = to;
	}
	return v;
}

/* ---- the view ----------------------------------------------------------------------------------- */

/* What is not hidden, when no columns were asked for. */
static bool not_hidden(struct arena *a, const struct nsi_rows *r, struct pick **out, size_t *n)
{
	*out = arena_array(a, struct pick, r->ncol);
	*n = 0;
	for (size_t c = 0; *out && c < r->ncol; c++)
		if (!r->cols[c].hidden && r->cols[c].type != NSI_T_KEY)
			(*out)[(*n)++].column = c;
	return *out;
}

const struct nsi_rows *rows_view(struct messages *m, struct arena *a, const struct nsi_rows *r,
                                 const struct nsi_output *o)
{
	struct order order = { .r = r };
	struct nsi_rows *view = arena_new(a, struct nsi_rows);
	struct nsi_column *cols;
	struct nsi_cell *cells;
	struct pick *picks, *keys = NULL;
	size_t ncol, *rows;
	bool ok;

	if (o->limit < 0) {
		fail(m, NSI_USAGE, N_("the limit must not be negative"));
		return NULL;
	}
	ok = o->columns && *o->columns ? read_keys(m, a, r, o->columns, false, &picks, &ncol)
	                               : not_hidden(a, r, &picks, &ncol);
	ok = (!o->sort || read_keys(m, a, r, o->sort, true, &keys, &order.n)) && ok;
	order.keys = keys;
	rows = ok ? ordered(a, &order) : NULL;
	if (!rows || !view)
		return NULL;
	*view = *r;
	view->ncol = ncol;
	if (o->limit && (uint64_t)o->limit < view->nrow)
		view->nrow = (size_t)o->limit;
	while (view->nrule && view->rules[view->nrule - 1] >= view->nrow)
		view->nrule--;
	view->cols = cols = arena_array(a, struct nsi_column, ncol);
	view->cells = cells = arena_array(a, struct nsi_cell, view->nrow * ncol);
	if (!cols || !cells)
		return NULL;
	for (size_t c = 0; c < ncol; c++) {
		cols[c] = r->cols[picks[c].column];
		cols[c].hidden = false;
	}
	for (size_t i = 0; i < view->nrow; i++)
		for (size_t c = 0; c < ncol; c++)
			*cells++ = r->cells[rows[i] * r->ncol + picks[c].column];
	return view;
}
