/* question.c - reads what a question says of itself: the comments of its .sql file. */
#include <ctype.h>
#include <string.h>

#include "store/ask.h"

enum { PARAMS = 15, COLUMNS = 39 };                    /* an empty one behind the last ends a list */

/* form: what a column's value still becomes. */
static const struct column_word { const char *word; enum nsi_type type; enum form form; } column_types[] = {
	{ "id", NSI_T_ID, FORM_PLAIN }, { "text", NSI_T_TEXT, FORM_PLAIN }, { "title", NSI_T_TEXT, FORM_TITLE },
	{ "int", NSI_T_INT, FORM_PLAIN }, { "real", NSI_T_REAL, FORM_PLAIN }, { "day", NSI_T_DAY, FORM_PLAIN },
	{ "flag", NSI_T_FLAG, FORM_PLAIN }, { "word", NSI_T_WORD, FORM_PLAIN }, { "list", NSI_T_LIST, FORM_PLAIN },
	{ "json", NSI_T_JSON, FORM_PLAIN }, { "mark", NSI_T_MARK, FORM_PLAIN }, { "person", NSI_T_ID, FORM_PERSON },
	{ "people", NSI_T_LIST, FORM_PEOPLE }, { "state", NSI_T_WORD, FORM_STATE }, { "glyph", NSI_T_TEXT, FORM_GLYPH },
	{ "sentence", NSI_T_TEXT, FORM_SENTENCE }, { "private", NSI_T_TEXT, FORM_PRIVATE },
	{ "count", NSI_T_WORD, FORM_COUNT }, { "key", NSI_T_KEY, FORM_PLAIN },
	{ NULL, NSI_T_NONE, FORM_PLAIN }
};

/* thing: looked up in the dictionary as one of these. */
static const struct param_word { const char *word; enum nsi_type type; const char *thing; } param_types[] = {
	{ "id", NSI_T_ID, NULL }, { "text", NSI_T_TEXT, NULL }, { "int", NSI_T_INT, NULL }, { "real", NSI_T_REAL, NULL },
	{ "day", NSI_T_DAY, NULL }, { "since", NSI_T_DAY, "since" }, { "flag", NSI_T_FLAG, NULL }, { "word", NSI_T_WORD, NULL }, { "person", NSI_T_PERSON, NULL },
	{ "unit", NSI_T_UNIT, NULL }, { "module", NSI_T_MODULE, "module" }, { "org", NSI_T_ORG, "org" }, { "group", NSI_T_GROUP, "group" },
	{ "quantum", NSI_T_QUANTUM, "quantum" }, { "session", NSI_T_SESSION, NULL }, { "year", NSI_T_YEAR, NULL },
	{ "technology", NSI_T_ID, "technology" }, { NULL, NSI_T_NONE, NULL }
};

/* The words of one comment. */
struct cursor { const char *s, *end; };

static void blanks(struct cursor *c)
{
	while (c->s < c->end && isblank((unsigned char)*c->s))
		c->s++;
	while (c->end > c->s && isspace((unsigned char)c->end[-1]))
		c->end--;
}

static const char *word(struct arena *a, struct cursor *c)
{
	const char *from;

	blanks(c);
	from = c->s;
	while (c->s < c->end && !isblank((unsigned char)*c->s))
		c->s++;
	return arena_strndup(a, from, (size_t)(c->s - from));
}

static const char *rest(struct arena *a, struct cursor *c)
{
	blanks(c);
	return arena_strndup(a, c->s, (size_t)(c->end - c->s));
}

static const struct column_word *column_word(const char *s)
{
	const struct column_word *w = column_types;
	size_t n = strcspn(s, ":");                        /* "word:a|b" is for translators */

	while (w->word && (strncmp(w->word, s, n) || w->word[n]))
		w++;
	return w;
}

static const struct param_word *param_word(const char *s)
{
	const struct param_word *w = param_types;

	while (w->word && strcmp(w->word, s))
		w++;
	return w;
}

/* ":name!* type help = standard"; a type word:a|b|c has these words. */
static const char *read_param(struct question *q, struct arena *a, struct cursor c)
{
	struct nsi_field *f = &q->params[q->nparam];
	char *key = (char *)word(a, &c), *type = (char *)word(a, &c), *help, *p;

	if (q->nparam == PARAMS)
		return N_("too many parameters");
	f->at = -1;
	for (size_t n = strlen(key); n && strchr("!*", key[n - 1]); key[--n] = '\0')
		f->flags |= key[n - 1] == '!' ? NSI_MUST | NSI_OPERAND : NSI_MANY;
	f->key = key;
	if ((p = strchr(type, ':'))) {
		*p++ = '\0';
		f->words = p;
		while ((p = strchr(p, '|')))
			*p = ' ';
	}
	f->type = param_word(type)->type;
	q->things[q->nparam++] = param_word(type)->thing;
	if (!*key || !f->type || (f->type == NSI_T_WORD) != (f->words != NULL))
		return N_("a parameter needs a name and a type (id, text, int, real, day, since, flag, person, unit, module, org, group, quantum, session, year, technology, word:a|b)");
	help = (char *)rest(a, &c);
	if ((p = strstr(help, " = "))) {
		f->standard = p + 3;
		while (p > help && p[-1] == ' ')
			p--;
		*p = '\0';
	}
	f->help = help;
	return NULL;
}

/* The key in front of a column's comment: "… AS key," or "… AS "key","; NULL: there is none. */
static const char *column_key(struct arena *a, const char *line, const char *end)
{
	const char *from, *as;
	bool quoted;

	while (end > line && (isspace((unsigned char)end[-1]) || end[-1] == ','))
		end--;
	quoted = end > line && end[-1] == '"';
	end -= quoted;
	for (from = end; from > line && (isalnum((unsigned char)from[-1]) || from[-1] == '_'); )
		from--;
	as = from - quoted;
	if (from == end || as <= line || (quoted && *as != '"'))
		return NULL;
	while (as > line && isspace((unsigned char)as[-1]))
		as--;
	if (as - line < 2 || strncmp(as - 2, "AS", 2) || as == from - quoted ||
	    (as - line > 2 && !isspace((unsigned char)as[-3])))
		return NULL;
	return arena_strndup(a, from, (size_t)(end - from));
}

static const char *read_column(struct question *q, struct arena *a, const char *line, struct cursor c)
{
	const char *key = column_key(a, line, c.s - 3), *said = word(a, &c), *words = strchr(said, ':');
	const struct column_word *type = column_word(said);
	struct nsi_column *col = &q->cols[q->ncol];
	static const char brackets[] = "() [] {}";
	const char *open;
	char *title;
	size_t n;

	if (!key || !type->type)
		return NULL;                               /* an ordinary comment */
	if (q->ncol == COLUMNS)
		return N_("too many columns");
	col->key = key;
	col->type = type->type;
	q->words[q->ncol] = words ? words + 1 : NULL;
	q->form[q->ncol++] = type->form;
	title = (char *)rest(a, &c);
	n = strlen(title);
	if (n > 1 && (open = strchr(brackets, title[0])) && title[n - 1] == open[1]) {
		col->hidden = open == brackets ? NSI_HIDDEN : open[0] == '[' ? NSI_FOR_MACHINES : NSI_FOR_PEOPLE;
		title[n - 1] = '\0';
		title++;
	}
	if (col->type == NSI_T_KEY)
		col->hidden = NSI_HIDDEN;
	col->title = title;
	return *title || col->type == NSI_T_KEY ? NULL : N_("a column without a title");
}

static const char *read_line(struct question *q, struct arena *a, const char *line, const char *end)
{
	const char *comment = memmem(line, (size_t)(end - line), "-- ", 3);
	struct cursor c;

	if (!comment)
		return NULL;
	c = (struct cursor){ comment + 3, end };
	if (comment > line)
		return read_column(q, a, line, c);
	if (*c.s == ':') {
		c.s++;
		return read_param(q, a, c);
	}
	if (!strncmp(c.s, "filter:", 7)) {
		c.s += 7;
		q->filters = rest(a, &c);
	} else if (!strncmp(c.s, "empty:", 6)) {
		c.s += 6;
		q->empty = rest(a, &c);
	} else if (!strncmp(c.s, "below:", 6)) {
		c.s += 6;
		q->below = rest(a, &c);
	} else if (line == q->text) {
		q->brief = rest(a, &c);
	}
	return NULL;                                       /* prose */
}

const char *question_read(struct question *q, struct arena *a, const char *name, const char *text)
{
	memset(q, 0, sizeof(*q));
	q->name = arena_strdup(a, name);
	q->text = text = arena_strdup(a, text);
	q->filters = q->brief = "";
	for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
		const char *wrong;

		q->line++;
		end = line + strcspn(line, "\n");
		wrong = read_line(q, a, line, end);
		if (wrong)
			return wrong;
	}
	q->line = 0;
	return q->ncol ? NULL : "no columns";
}
