/* summary.c - the figures of a period, as people print them, and the rows behind one of them. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "service/group.h"
#include "service/summary.h"
#include "store/journal.h"
#include "store/output.h"
#include "store/resolve.h"

enum { SECTION, TITLE, KEY, VALUE, OF, SHARE, PREVIOUS, PREVIOUS_OF, CHANGE, COLS };
enum { NOTES_LIMIT = 1 << 20 };

static const struct nsi_column cols[COLS] = {
	[SECTION]     = { "section", N_("Section"), NULL, NSI_T_WORD, NSI_SHOWN },
	[TITLE]       = { "title", N_("Indicator"), NULL, NSI_T_TEXT, NSI_FOR_PEOPLE },
	[KEY]         = { "indicator", N_("Key"), NULL, NSI_T_ID, NSI_FOR_MACHINES },
	[VALUE]       = { "value", N_("Value"), NULL, NSI_T_INT, NSI_SHOWN },
	[OF]          = { "of", N_("Of"), NULL, NSI_T_INT, NSI_FOR_MACHINES },
	[SHARE]       = { "share", N_("Share"), NULL, NSI_T_REAL, NSI_HIDDEN },
	[PREVIOUS]    = { "previous", N_("Before"), NULL, NSI_T_INT, NSI_SHOWN },
	[PREVIOUS_OF] = { "previous_of", N_("Of before"), NULL, NSI_T_INT, NSI_HIDDEN },
	[CHANGE]      = { "change", N_("Change"), NULL, NSI_T_INT, NSI_FOR_PEOPLE },
};

struct summary {
	struct nsi *n;
	const struct nsi_summary *asked;
	struct spell now, before;
	struct table *t;
	size_t *rules, cap;
	const char *notes;                 /* NULL: conclusions are left blank */
};

/* ---- figures as people read them ------------------------------------------------------------------------------- */

/* A number of the user's language, without a tail of zeros. */
static const char *number(struct nsi *n, double v)
{
	char *s = arena_printf(&n->scratch, "%.1f", v), *dot = strchr(s, '.');

	if (dot && dot[1] == '0')
		*dot = '\0';
	else if (dot && n->lang == LANG_RU)
		*dot = ',';
	return s;
}

/* "12 of 36 (33.3%)", its blanks ones that do not break; of nothing: a dash. Halves are rounded up, as people do. */
static const char *fraction(struct nsi *n, int64_t value, int64_t of)
{
	int64_t share = of ? (2000 * value + of) / (2 * of) : 0;       /* in thousandths */

	if (!of)
		return "—";
	return arena_printf(&n->scratch, tr(n->lang, N_("%lld of %lld (%s%%)")), (long long)value, (long long)of,
	                    arena_printf(&n->scratch, n->lang == LANG_RU ? "%lld,%lld" : "%lld.%lld",
	                                 (long long)(share / 10), (long long)(share % 10)));
}

static struct nsi_cell amount(struct nsi *n, const struct indicator *i, const struct figures *all,
                              const struct figure *f)
{
	struct nsi_cell c = all->real ? cell_real(f->value) : cell_int((int64_t)f->value);

	c.shown = i->of || i->whole ? fraction(n, (int64_t)f->value, f->of) : number(n, f->value);
	return c;
}

static struct nsi_cell change(struct nsi *n, const struct figures *all, double by)
{
	struct nsi_cell c = all->real ? cell_real(by) : cell_int((int64_t)by);

	c.shown = by > 0 ? arena_printf(&n->scratch, "+%s", number(n, by)) : by < 0 ? arena_printf(&n->scratch, "−%s", number(n, -by)) : "0";
	return c;
}

/* A row, with a line before it where its section begins. */
static struct nsi_cell *row_of(struct summary *s, const char *section)
{
	struct nsi_rows *r = &s->t->rows;
	struct nsi_cell *c = table_row(s->t);
	const char *before = c && r->nrow > 1 ? c[(int)SECTION - COLS].s : section;

	if (!c)
		return NULL;
	if (strcmp(before, section) != 0) {
		s->rules = arena_grow(&s->n->scratch, s->rules, &s->cap, r->nrule + 1, sizeof(*s->rules));
		if (!s->rules)
			return NULL;
		s->rules[r->nrule++] = r->nrow - 1;
		r->rules = s->rules;
	}
	c[SECTION] = cell_text(NSI_T_WORD, section);
	return c;
}

static const struct figure *same_part(const struct figures *all, const char *part)
{
	for (size_t k = 0; k < all->n; k++)
		if (!part || !strcmp(all->v[k].part, part))
			return &all->v[k];
	return NULL;
}

/* The figure of a part of which there is nothing in ALL. */
static struct figure nothing_of(const struct indicator *i, const struct figures *all, const struct figure *f)
{
	bool rows = i->of && !strcmp(i->of, "rows") && all->rows;

	return (struct figure){ f->part, f->label, 0, rows ? (int64_t)all->rows->nrow : 0 };
}

static const char *key_of(struct nsi *n, const struct indicator *i, const struct figure *f)
{
	return f->part ? arena_printf(&n->scratch, "%s:%s", i->key, f->part) : i->key;
}

static enum nsi_status put(struct summary *s, const struct indicator *i, const struct figures *now,
                           const struct figure *f, const struct figures *before)
{
	const struct figure none = nothing_of(i, before, f);
	struct nsi *n = s->n;
	bool known = s->before.from != DAY_NONE;
	const struct figure *b = known ? same_part(before, f->part) : NULL;
	struct nsi_cell *c = row_of(s, i->section);
	const char *title = tr(n->lang, i->q.brief);

	if (!c)
		return NSI_MEMORY;
	c[TITLE] = cell_text(NSI_T_TEXT, f->part ? arena_printf(&n->scratch, "%s: %s", title, f->label) : title);
	c[KEY] = cell_text(NSI_T_ID, key_of(n, i, f));
	c[VALUE] = amount(n, i, now, f);
	if (i->of || i->whole)
		c[OF] = cell_int(f->of);
	if ((i->of || i->whole) && f->of)
		c[SHARE] = cell_real(f->value / (double)f->of);
	if (!known) {
		c[PREVIOUS].shown = c[CHANGE].shown = "—";
		return NSI_OK;
	}
	b = b ? b : &none;
	c[PREVIOUS] = amount(n, i, now, b);
	if (i->of || i->whole)
		c[PREVIOUS_OF] = cell_int(b->of);
	c[CHANGE] = change(n, now, f->value - b->value);
	return NSI_OK;
}

static enum nsi_status figures(struct summary *s)
{
	struct indicator *i = arena_new(&s->n->scratch, struct indicator);
	enum nsi_status status = i ? NSI_OK : NSI_MEMORY;

	for (size_t k = 0; !status && indicator_at(s->n, k, i); k++) {
		struct figures now, before = { 0 };

		if (i->yearly && s->now.quarter)
			continue;
		status = indicator_count(s->n, i, &s->now, &now);
		if (!status && s->before.from != DAY_NONE)
			status = indicator_count(s->n, i, &s->before, &before);
		for (size_t f = 0; f < now.n && !status; f++)
			status = put(s, i, &now, &now.v[f], &before);
		for (size_t f = 0; f < before.n && !status; f++)
			if (!same_part(&now, before.v[f].part))        /* there was some, and is none any more */
				status = put(s, i, &now, (struct figure[]){ nothing_of(i, &now, &before.v[f]) }, &before);
	}
	return status;
}

/* ---- conclusions -------------------------------------------------------------------------------------------------- */

static enum nsi_status conclusion(struct summary *s, const char *text)
{
	struct nsi_cell *c = row_of(s, N_("conclusions"));

	if (!c)
		return NSI_MEMORY;
	c[KEY] = cell_text(NSI_T_ID, "conclusions");
	c[TITLE] = cell_text(NSI_T_TEXT, text ? text : tr(s->n->lang, N_("(to be written by hand)")));
	c[VALUE] = cell_text(NSI_T_TEXT, text);
	if (text)
		c[VALUE].shown = "";
	return NSI_OK;
}

/* The text of --notes, before anything is counted. */
static enum nsi_status read_notes(struct summary *s)
{
	struct nsi *n = s->n;
	const char *path = s->asked->notes, *text;
	size_t size, bad;
	enum nsi_status status;

	if (!path)
		return NSI_OK;
	status = file_read(&n->messages, &n->scratch, path, NOTES_LIMIT, &text, &size);
	if (status)
		return status;
	output_spares(n, path);
	bad = text_bad(text, size);
	if (bad < size) {
		message_put(&n->messages, NSI_ERROR, path, text_line(text, text + bad), 0, NULL,
		            tr(n->lang, N_("the text is not UTF-8")));
		return NSI_DATA;
	}
	text += strncmp(text, "\xef\xbb\xbf", 3) ? 0 : 3;
	s->notes = text_nfc(&n->scratch, text, strlen(text));
	return s->notes ? NSI_OK : NSI_MEMORY;
}

/* What a person concludes stands behind all figures: a row a paragraph, or an empty one to write into. */
static enum nsi_status conclusions(struct summary *s)
{
	const char *text = s->notes;
	enum nsi_status status = text ? NSI_OK : conclusion(s, NULL);

	while (!status && text && *text) {
		size_t len = strcspn(text, "\r\n");
		const char *line = arena_strndup(&s->n->scratch, text, len);

		if (line[strspn(line, " \t")])
			status = conclusion(s, line);
		text += len + strspn(text + len, "\r\n");
	}
	return status;
}

/* ---- of which days ----------------------------------------------------------------------------------------------------- */

static const char *heading(struct summary *s)
{
	struct nsi *n = s->n;
	char from[11], to[11], on[11];
	const char *days = arena_printf(&n->scratch, "%s – %s", day_shown(n, from, s->now.from),
	                                day_shown(n, to, s->now.to));

	if (s->now.on < s->now.to)
		days = arena_printf(&n->scratch, tr(n->lang, N_("%s · as of %s")), days, day_shown(n, on, s->now.on));
	return arena_printf(&n->scratch, "%s · %s", tr(n->lang, N_("Summary")), days);
}

/* ---- the rows behind one figure --------------------------------------------------------------------------------------- */

static enum nsi_status unknown(struct nsi *n, const char *key, size_t count, struct indicator *i)
{
	const char **names = arena_array(&n->scratch, const char *, count + 1);
	const char *near = NULL;

	for (size_t k = 0; names && indicator_at(n, k, i); k++)
		names[k] = i->key;
	if (names)
		near = nsi_near(key, names);
	if (near)
		return fail(&n->messages, NSI_DATA, N_("there is no figure \"%s\"; did you mean %s?"), key, near);
	return fail(&n->messages, NSI_DATA, N_("there is no figure \"%s\": nsi report summary --columns indicator"),
	            key);
}

static enum nsi_status explain(struct summary *s, const struct nsi_rows **out)
{
	struct nsi *n = s->n;
	const char *given = s->asked->explain, *colon = strchr(given, ':'), *part = colon ? colon + 1 : NULL;
	const char *key = colon ? arena_strndup(&n->scratch, given, (size_t)(colon - given)) : given;
	struct indicator *i = arena_new(&n->scratch, struct indicator);
	struct figures all;
	struct nsi_rows *own;
	enum nsi_status status;
	size_t k = 0;

	if (!i)
		return NSI_MEMORY;
	while (indicator_at(n, k, i) && strcmp(i->key, key) != 0)
		k++;
	if (!indicator_at(n, k, i))
		return unknown(n, key, k, i);
	if (part && !i->part)
		return fail(&n->messages, NSI_DATA, N_("%s has no parts: --explain %s"), key, key);
	status = indicator_count(n, i, &s->now, &all);
	if (!status && part && !same_part(&all, part) && s->before.from != DAY_NONE)
		status = indicator_count(n, i, &s->before, &all);
	if (!status && part && !same_part(&all, part))
		return fail(&n->messages, NSI_DATA,
		            N_("there is no figure \"%s\": nsi report summary --columns indicator"), given);
	if (!status)
		status = indicator_rows(n, i, &s->now, part, out);
	if (!status && (own = arena_new(&n->scratch, struct nsi_rows))) {
		*own = **out;
		own->title = arena_printf(&n->scratch, part ? "%s · %s: %s" : "%s · %s", heading(s), tr(n->lang, i->q.brief), part ? same_part(&all, part)->label : NULL);
		*out = own;
	}
	return status;
}

/* ---- the whole ----------------------------------------------------------------------------------------------------- */

enum nsi_status nsi_report_summary(struct nsi *n, const struct nsi_summary *asked, const struct nsi_rows **out)
{
	struct summary s = { .n = n, .asked = asked };
	enum nsi_status status = answer_begin(n, &s.t, false);

	if (!status)
		status = stretch_read(n, asked->period, asked->year, &s.now, &s.before);
	if (status || asked->explain)
		return call_end(n, status ? status : explain(&s, out));
	status = read_notes(&s);
	if (status)
		return call_end(n, status);
	table_begin(s.t, &n->scratch, n->lang, cols, COLS);
	status = figures(&s);
	if (!status)
		status = conclusions(&s);
	s.t->rows.title = heading(&s);
	*out = status ? NULL : &s.t->rows;
	return call_end(n, status);
}
