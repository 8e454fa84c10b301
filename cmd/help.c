/* help.c - help for everything, from the tables alone. */
#include "cmd.h"

#include <ctype.h>
#include <string.h>

enum { WIDTH = 80, TAB = 26, GLUE = '\x1f' /* a blank at which no line is broken */ };

/* ---- laying out ---------------------------------------------------------------------------------- */

static int columns_of(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

/* TEXT from column AT on, broken before column WIDTH and indented; ends the line. */
static void wrap(FILE *f, const char *text, int at, int indent)
{
	bool first = true;

	for (size_t n; *(text += strspn(text, " \n")); text += n) {
		char word[400];

		n = strcspn(text, " \n");
		snprintf(word, sizeof(word), "%.*s", (int)n, text);
		if (!first && at + 1 + columns_of(word) >= WIDTH) {
			fprintf(f, "\n%*s", indent, "");
			at = indent;
		} else if (!first) {
			fputc(' ', f);
			at++;
		}
		for (char *p = word; (p = strchr(p, GLUE)); )
			*p = ' ';
		fputs(word, f);
		at += columns_of(word);
		first = false;
	}
	fputc('\n', f);
}

/* "  LEFT    text", or text below when LEFT is long. */
void help_item(FILE *f, const char *left, const char *text, int tab)
{
	int at = 2 + columns_of(left);

	fprintf(f, "  %s", left);
	if (!*text) {
		fputc('\n', f);
		return;
	}
	if (at + 2 > tab) {
		fputc('\n', f);
		at = 0;
	}
	fprintf(f, "%*s", tab - at, "");
	wrap(f, text, tab, tab);
}

static void dashed(char *out, size_t size, const char *key)
{
	snprintf(out, size, "%s", key);
	for (; (out = strchr(out, '_')); )
		*out = '-';
}

/* Are the words of F few enough to stand for the value themselves? */
static bool few_words(const struct nsi_field *f)
{
	return f->type == NSI_T_WORD && f->words && !(f->flags & NSI_OPERAND) && strlen(f->words) <= 17;
}

/* What stands for a value, without '-': "PERSON", "record|plan". */
static void place(const struct nsi_field *f, char *out, size_t size)
{
	static const char *const types[] = {
		[NSI_T_INT] = "N", [NSI_T_REAL] = "X", [NSI_T_DAY] = "DAY", [NSI_T_TEXT] = "TEXT",
		[NSI_T_PERSON] = "PERSON", [NSI_T_UNIT] = "UNIT", [NSI_T_MODULE] = "MODULE", [NSI_T_ORG] = "ORG",
		[NSI_T_GROUP] = "GROUP", [NSI_T_QUANTUM] = "QUANTUM", [NSI_T_SESSION] = "SESSION", [NSI_T_REQUEST] = "REQUEST",
		[NSI_T_YEAR] = "YEAR", [NSI_T_FILE] = "FILE",
	};
	static const char *const keys[][2] = {
		{ "directory", "DIR" }, { "setting", "KEY=VALUE" }, { "columns", "KEY,..." }, { "sort", "KEY,..." },
	};
	const char *name = (size_t)f->type < sizeof(types) / sizeof(*types) ? types[f->type] : NULL;

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (!strcmp(keys[i][0], f->key))
			name = keys[i][1];
	if (few_words(f)) {
		snprintf(out, size, "%s", f->words);
		for (; (out = strchr(out, ' ')); )
			*out = '|';
	} else if (name && !(f->flags & NSI_OPERAND)) {
		snprintf(out, size, "%s%s", name, f->flags & NSI_MANY && f->type != NSI_T_TEXT ? ",..." : "");
	} else {
		dashed(out, size, f->key);
		for (; *out; out++)
			*out = (char)toupper((unsigned char)*out);
	}
}

const char *field_shown(const struct nsi_field *f, char *out, size_t size)
{
	char key[64], value[100];

	dashed(key, sizeof(key), f->key);
	place(f, value, sizeof(value));
	if (f->flags & NSI_OPERAND)
		snprintf(out, size, "%s%s", value, f->flags & NSI_MANY ? "..." : "");
	else if (f->type == NSI_T_FLAG)
		snprintf(out, size, "--%s", key);
	else
		snprintf(out, size, "--%s %s", key, value);
	return out;
}

/* ---- fields -------------------------------------------------------------------------------------- */

const char *words_shown(struct nsi *n, const char *words, char *out, size_t size)
{
	size_t at = 0;

	*out = 0;
	for (const char *w = words; *w && at < size; w += strcspn(w, " "), w += *w == ' ') {
		char word[64];
		const char *said;

		snprintf(word, sizeof(word), "%.*s", (int)strcspn(w, " "), w);
		said = nsi_tr(n, word);
		at += (size_t)snprintf(out + at, size - at, "%s%s", at ? ", " : "", word);
		if (strcmp(said, word) != 0 && at < size)
			at += (size_t)snprintf(out + at, size - at, " (%s)", said);
	}
	return out;
}

/* The help of F with its words and its standard value behind. */
static void help_text(struct nsi *n, const struct nsi_field *f, char *out, size_t size)
{
	const char *help = nsi_tr(n, f->help ? f->help : "");
	char list[400];
	size_t at = (size_t)snprintf(out, size, "%s", help);

	if (f->type == NSI_T_WORD && f->words && (!few_words(f) || strcmp(nsi_lang(n), "en") != 0) && at < size)
		at += (size_t)snprintf(out + at, size - at, ": %s", words_shown(n, f->words, list, sizeof(list)));
	if (f->standard && *f->standard && at < size)
		snprintf(out + at, size - at, " (%s %s)", nsi_tr(n, N_("by default")),
		         f->type == NSI_T_DAY ? nsi_tr(n, f->standard) : f->standard);
}

/* OWN: fields whose keys are left out; NULL: V are those fields. */
static void fields(struct nsi *n, FILE *f, const struct nsi_field *v, const struct nsi_field *own)
{
	for (; v->key; v++) {
		char shown[200], left[210], text[1000];
		char letter = option_letter(v->key);
		const struct nsi_field *same = own;

		while (same && same->key && strcmp(same->key, v->key) != 0)
			same++;
		if ((same && same->key) || (v->flags & NSI_INNER))
			continue;                  /* the command has its own of that name */
		field_shown(v, shown, sizeof(shown));
		snprintf(left, sizeof(left), "%c%c%s%s", letter && own ? '-' : ' ', letter && own ? letter : ' ',
		         letter && own ? ", " : "  ", shown);
		help_text(n, v, text, sizeof(text));
		help_item(f, v->flags & NSI_OPERAND ? shown : left, text, TAB);
	}
}

static void usage_line(struct nsi *n, FILE *f, const struct command *c)
{
	char line[2000], shown[200];
	int indent = (int)strlen("usage: nsi ") + columns_of(c->name) + 1 + (c->group ? columns_of(c->group) + 1 : 0);
	size_t at = 0;

	for (int operand = 1; operand >= 0; operand--)
		for (const struct nsi_field *v = command_fields(n, c); v->key && at < sizeof(line); v++) {
			bool must = v->flags & NSI_MUST;

			if ((v->flags & NSI_OPERAND ? 1 : 0) != operand || (v->flags & NSI_INNER))
				continue;
			field_shown(v, shown, sizeof(shown));
			for (char *p = shown; (p = strchr(p, ' ')); )
				*p = GLUE;
			at += (size_t)snprintf(line + at, sizeof(line) - at, must ? "%s " : "[%s] ", shown);
		}
	snprintf(line + (at < sizeof(line) ? at : sizeof(line) - 1), sizeof(line) - at, "%s",
	         c->asks && command_filtered(n, c) ? "[FILTER...]" : "");
	fprintf(f, "%s nsi %s%s%s ", nsi_tr(n, N_("usage:")), c->group ? c->group : "", c->group ? " " : "", c->name);
	indent += columns_of(nsi_tr(n, N_("usage:"))) - (int)strlen("usage:");
	wrap(f, line, indent, indent);
}

static void filters(struct nsi *n, FILE *f, const char *known)
{
	char line[400];

	snprintf(line, sizeof(line), nsi_tr(n, N_("only what fits:%s")), known);
	help_item(f, "FILTER...", line, TAB);
}

static void columns(struct nsi *n, FILE *f, const struct command *c)
{
	const struct nsi_question *q = c->asks ? nsi_question(n, c->asks) : NULL;

	if (!q || !q->cols || !q->cols->key)
		return;
	fprintf(f, "\n%s\n", nsi_tr(n, N_("Columns:")));
	for (const struct nsi_column *k = q->cols; k->key; k++) {
		char text[200];

		if (k->type == NSI_T_KEY)
			continue;
		snprintf(text, sizeof(text), k->hidden == NSI_HIDDEN ? "(%s)" : "%s", nsi_tr(n, k->title ? k->title : ""));
		help_item(f, k->key, text, 18);
	}
}

const char *sentence(const char *text, bool stop, char *out, size_t size)
{
	size_t n = (size_t)snprintf(out, size, "%s%s", text, stop ? "." : "");

	if (n >= size || !*text)
		return out;
	for (; n > 1 && out[n - 1] == '.' && (!stop || out[n - 2] == '.' || out[n - 2] == '?'); n--)
		out[n - 1] = 0;
	if ((unsigned char)out[0] == 0xd0 && (unsigned char)out[1] >= 0xb0) {          /* а … п */
		out[1] = (char)(out[1] - 0x20);
	} else if ((unsigned char)out[0] == 0xd1 && (unsigned char)out[1] < 0x90) {    /* р … я */
		out[0] = (char)0xd0;
		out[1] = (char)(out[1] + 0x20);
	}
	out[0] = (char)toupper((unsigned char)out[0]);
	return out;
}

/* ---- pages ---------------------------------------------------------------------------------------- */

void help_command(struct nsi *n, FILE *f, const struct command *c)
{
	const struct nsi_field *own = command_fields(n, c);
	struct section sections[8];
	char line[400];

	usage_line(n, f, c);
	fputc('\n', f);
	wrap(f, sentence(nsi_tr(n, command_brief(n, c)), true, line, sizeof(line)), 0, 0);
	if (own->key || (c->asks && command_filtered(n, c)))
		fputc('\n', f);
	fields(n, f, own, NULL);
	if (c->asks && command_filtered(n, c))
		filters(n, f, nsi_question(n, c->asks)->filters);
	command_sections(n, c, sections);
	for (const struct section *s = sections; s->fields; s++) {
		if (s->title)
			fprintf(f, "\n%s\n", nsi_tr(n, s->title));
		fields(n, f, s->fields, own);
		if (s->fields->key && !strcmp(s->fields->key, "format")) {
			char list[500];
			size_t at = 0;

			for (const struct nsi_format *k = nsi_formats(); k->part.name && at < sizeof(list); k++)
				at += (size_t)snprintf(list + at, sizeof(list) - at, " %s", k->part.name);
			help_item(f, nsi_tr(n, N_("    formats:")), list, TAB);
		}
	}
	columns(n, f, c);
}

/* Of a group all its commands; with WORD those of two words that begin so. */
static void brief_list(struct nsi *n, FILE *f, const char *group, const char *word)
{
	size_t len = word ? strlen(word) : 0;
	int tab = 8;

	for (const struct command *c = NULL; (c = command_next(n, group, c)); )
		if ((int)strlen(c->name) + 4 > tab)
			tab = (int)strlen(c->name) + 4;
	for (const struct command *c = NULL; (c = command_next(n, group, c)); ) {
		char text[400];

		if (word && (strncmp(c->name, word, len) || c->name[len] != ' '))
			continue;
		help_item(f, c->name, sentence(nsi_tr(n, command_brief(n, c)), false, text, sizeof(text)), tab);
	}
}

void help_group(struct nsi *n, FILE *f, const struct group *g, const char *word)
{
	char line[400];

	fprintf(f, "%s nsi %s %s%sVERB ...\n\n", nsi_tr(n, N_("usage:")), g->name, word ? word : "", word ? " " : "");
	if (!word) {
		wrap(f, sentence(nsi_tr(n, g->help), true, line, sizeof(line)), 0, 0);
		fputc('\n', f);
	}
	brief_list(n, f, g->name, word);
	fputc('\n', f);
	fprintf(f, nsi_tr(n, N_("'nsi help %s VERB' tells more about each.\n")), g->name);
}

void help_all(struct nsi *n, FILE *f)
{
	static const struct nsi_field nothing[] = { { 0 } };

	fprintf(f, "%s nsi [-C DIR] [--db FILE] [--lang ru|en] [-c KEY=VALUE] GROUP VERB ...\n\n",
	        nsi_tr(n, N_("usage:")));
	wrap(f, nsi_tr(n, N_("The methodical service of a school at a shell: programmes that teachers learn by, from each other.")), 0, 0);
	help_steps(n, f);
	fprintf(f, "\n%s\n", nsi_tr(n, N_("The workspace:")));
	brief_list(n, f, NULL, NULL);
	fprintf(f, "\n%s\n", nsi_tr(n, N_("Groups:")));
	for (const struct group *g = command_groups; g->name; g++)
		if (command_next(n, g->name, NULL))
			help_item(f, g->name, nsi_tr(n, g->help), 12);
	fprintf(f, "\n%s\n", nsi_tr(n, global_section.title));
	fields(n, f, global_section.fields, nothing);
	fprintf(f, "\n%s", nsi_tr(n, N_("'nsi help GROUP' lists the verbs of a group, 'nsi help GROUP VERB' tells all of one.\n")));
	fputs(nsi_tr(n, N_("'nsi completion bash' (zsh, fish) prints what lets the shell complete words and ids.\n")), f);
}

static int help_unknown(struct nsi *n, const char *group, const char *word)
{
	complain(n, NSI_USAGE, N_("no help on '%s%s%s'; see 'nsi help'"), group ? group : "", group ? " " : "", word);
	return nsi_exit_code(NSI_USAGE);
}

int help_main(struct nsi *n, char **argv)
{
	const struct command *c;
	const struct group *g;
	char **rest;

	if (!argv[0] || !strcmp(argv[0], "--help") || !strcmp(argv[0], "help")) {
		help_all(n, stdout);
		return 0;
	}
	if (!strcmp(argv[0], "--man"))
		return manual_print(n, argv[1] ? argv[1] : "nsi", argv[1] ? argv[2] : NULL);
	c = command_find(n, NULL, argv[0]);
	if (c && !argv[1]) {
		help_command(n, stdout, c);
		return 0;
	}
	g = group_find(argv[0]);
	if (!g || !command_next(n, g->name, NULL))
		return help_unknown(n, NULL, argv[0]);
	if (!argv[1]) {
		help_group(n, stdout, g, NULL);
		return 0;
	}
	c = command_read(n, g->name, argv + 1, &rest);
	if (!c && !argv[2] && command_begins(n, g->name, argv[1])) {
		help_group(n, stdout, g, argv[1]);
		return 0;
	}
	if (!c)
		return help_unknown(n, g->name, argv[1]);
	help_command(n, stdout, c);
	return 0;
}
