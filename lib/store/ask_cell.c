/* ask_cell.c - what a statement gives becomes a cell, in the form that its question says. */
#include <stdlib.h>
#include <string.h>

#include "store/ask.h"
#include "store/db.h"
#include "store/private.h"
#include "store/resolve.h"
#include "store/sentence.h"
#include "store/title.h"

/* Codes of people whose numbers stand in S, with blanks between; what is no number is a code already. */
static const char *people(struct nsi *n, const char *s)
{
	const char *out = "";

	for (char *end; *s; s = end + strspn(end, " ")) {
		const char *code = person_shown(n, strtoll(s, &end, 10));

		if (end == s)
			return s;
		out = *out ? arena_printf(&n->scratch, "%s %s", out, code) : code;
	}
	return out;
}

static const char *glyph(const struct nsi_rows *r, const char *state)
{
	for (size_t i = 0; i < r->nlegend; i++)
		if (!strcmp(r->legend[i].state, state))
			return r->legend[i].mark;
	return state;
}

static struct nsi_cell entry(struct nsi *n, const char *s)
{
	char *blank;
	int64_t origin = strtoll(s, &blank, 10);

	return sentence_of_entry(n, origin, strtoll(blank, NULL, 10));
}

/* A private text: for people only. */
static struct nsi_cell secret(struct nsi *n, const char *hash)
{
	struct nsi_cell c = cell_text(NSI_T_TEXT, "…");

	c.shown = private_text(n, hash);
	c.flags |= NSI_CELL_SECRET;
	return c;
}

/* "3 unit|units": of the forms that people's language has the one for 3; for machines the last. */
static struct nsi_cell counted(struct nsi *n, const char *text)
{
	char *forms;
	unsigned long number = strtoul(text, &forms, 10);
	const char *last, *form = tr(n->lang, forms += *forms == ' '), *bar;
	struct nsi_cell c;

	last = strrchr(forms, '|');
	c = cell_text(NSI_T_WORD, last ? last + 1 : forms);
	for (int i = tr_form(n->lang, number); i-- && (bar = strchr(form, '|')); )
		form = bar + 1;
	c.shown = arena_strndup(&n->scratch, form, strcspn(form, "|"));
	return c;
}

static const char *formed(struct nsi *n, const struct nsi_rows *r, enum form form, const char *text)
{
	switch (form) {
	case FORM_PLAIN:
	case FORM_STATE:
	case FORM_SENTENCE:
	case FORM_PRIVATE:
	case FORM_ANY:
	case FORM_COUNT:
		break;
	case FORM_TITLE:
		return title_in(&n->scratch, n->lang, text);
	case FORM_PERSON:
	case FORM_PEOPLE:
		return people(n, text);
	case FORM_GLYPH:
		return glyph(r, text);
	}
	return text;
}

struct nsi_cell ask_cell(struct nsi *n, const struct nsi_rows *r, sqlite3_stmt *s, int at, enum nsi_type type,
                         enum form form)
{
	struct nsi_cell cell;

	if (sqlite3_column_type(s, at) == SQLITE_NULL)
		return (struct nsi_cell){ 0 };
	if (form == FORM_ANY && sqlite3_column_type(s, at) == SQLITE_INTEGER)
		return cell_int(sqlite3_column_int64(s, at));
	if (form == FORM_ANY && sqlite3_column_type(s, at) == SQLITE_FLOAT)
		return cell_real(sqlite3_column_double(s, at));
	switch (type) {
	case NSI_T_INT:
		return cell_int(sqlite3_column_int64(s, at));
	case NSI_T_REAL:
		return cell_real(sqlite3_column_double(s, at));
	case NSI_T_DAY:
		return cell_day((int32_t)sqlite3_column_int64(s, at));
	case NSI_T_FLAG:
		return cell_flag(sqlite3_column_int64(s, at) != 0);
	case NSI_T_KEY:
		return (struct nsi_cell){ .type = NSI_T_KEY, .i = sqlite3_column_int64(s, at) };
	case NSI_T_NONE:
	case NSI_T_ID:
	case NSI_T_TEXT:
	case NSI_T_WORD:
	case NSI_T_LIST:
	case NSI_T_JSON:
	case NSI_T_MARK:
	case NSI_T_PERSON:
	case NSI_T_UNIT:
	case NSI_T_MODULE:
	case NSI_T_ORG:
	case NSI_T_GROUP:
	case NSI_T_QUANTUM:
	case NSI_T_SESSION:
	case NSI_T_YEAR:
	case NSI_T_REQUEST:
	case NSI_T_FILE:
		break;
	}
	if (form == FORM_SENTENCE || form == FORM_PRIVATE)
		return form == FORM_SENTENCE ? entry(n, db_string(n, s, at)) : secret(n, db_string(n, s, at));
	if (form == FORM_COUNT)
		return counted(n, db_string(n, s, at));
	cell = cell_text(type, formed(n, r, form, db_string(n, s, at)));
	if (form == FORM_PERSON || form == FORM_PEOPLE)
		cell.flags |= NSI_CELL_PERSON;
	return cell;
}
