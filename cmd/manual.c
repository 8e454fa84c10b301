/* manual.c - the pages of the manual, from the tables and from what man/NAME.txt adds. */
#include "cmd.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "mdoc.h"

#define DATE "November 24, 2026"

/* ---- commands ------------------------------------------------------------------------------------------ */

/* A line of the synopsis begins; mdoc does that by itself below .Sh SYNOPSIS alone, in English. */
static void begin_line(struct nsi *n)
{
	if (strcmp(nsi_lang(n), "en") != 0)
		puts(".br");
}

static void name_line(const struct command *c)
{
	printf(".Nm nsi%s%s\n.Cm", c->group ? " " : "", c->group ? c->group : "");
	mdoc_word(c->name);
	putchar('\n');
}

static void title(struct nsi *n, const char *text)
{
	printf(".Sh %s\n", nsi_tr(n, text));
}

/* The section TITLE (N_()) of the page's text, where its title is in the language of the page. */
static void section(struct nsi *n, FILE *f, const char *name)
{
	mdoc_section(f, nsi_tr(n, name));
}

static void synopsis(struct nsi *n, const struct command *c)
{
	if (c != command_next(n, c->group, NULL))
		begin_line(n);
	name_line(c);
	for (const struct nsi_field *f = command_fields(n, c); f->key; f++) {
		char shown[200];

		if (!(f->flags & NSI_OPERAND) || (f->flags & NSI_INNER))
			continue;
		field_shown(f, shown, sizeof(shown));
		fputs(f->flags & NSI_MUST ? ".Ar" : ".Op Ar", stdout);
		mdoc_word(shown);
		putchar('\n');
	}
	for (const struct nsi_field *f = command_fields(n, c); f->key; f++) {
		char shown[200];

		if ((f->flags & NSI_OPERAND) || !(f->flags & NSI_MUST))
			continue;
		field_shown(f, shown, sizeof(shown));
		printf(".Fl %.*s\n", (int)strcspn(shown, " ") - 1, shown + 1);
		if (strchr(shown, ' '))
			printf(".Ar %s\n", strchr(shown, ' ') + 1);
	}
	printf(".Op Ar %s ...\n", nsi_tr(n, N_("option")));
}

static void field(struct nsi *n, const struct nsi_field *f)
{
	char list[400], shown[200], letter = option_letter(f->key);

	field_shown(f, shown, sizeof(shown));
	if (f->flags & NSI_OPERAND) {
		fputs(".It Ar", stdout);
		mdoc_words(shown);
	} else {
		fputs(".It Fl", stdout);
		if (letter)
			printf(" %c , Fl", letter);
		printf(" %.*s", (int)strcspn(shown, " ") - 1, shown + 1);
		if (strchr(shown, ' ')) {
			fputs(" Ar", stdout);
			mdoc_word(strchr(shown, ' ') + 1);
		}
	}
	putchar('\n');
	mdoc_text(nsi_tr(n, f->help ? f->help : ""), true);
	if (f->words && f->type == NSI_T_WORD && (f->flags & NSI_OPERAND || strcmp(nsi_lang(n), "en") != 0)) {
		fputs(": ", stdout);
		mdoc_text(strcmp(nsi_lang(n), "en") ? words_shown(n, f->words, list, sizeof(list)) : f->words, false);
	}
	if (f->standard && *f->standard) {
		printf("; %s ", nsi_tr(n, N_("by default")));
		mdoc_text(f->type == NSI_T_DAY ? nsi_tr(n, f->standard) : f->standard, false);
	}
	putchar('\n');
}

static void field_list(struct nsi *n, const struct nsi_field *f)
{
	if (!f->key)
		return;
	puts(".Bl -tag -width Ds -compact");
	for (; f->key; f++)
		if (!(f->flags & NSI_INNER))
			field(n, f);
	puts(".El");
}

static void columns(struct nsi *n, const struct command *c)
{
	const struct nsi_question *q = c->asks ? nsi_question(n, c->asks) : NULL;
	const char *sep = "";

	if (!q || !q->cols || !q->cols->key)
		return;
	printf(".Pp\n%s\n", nsi_tr(n, N_("Columns:")));
	for (const struct nsi_column *k = q->cols; k->key; k++) {
		if (k->type == NSI_T_KEY)
			continue;
		fputs(sep, stdout);
		mdoc_text(k->key, !*sep);
		if (k->hidden == NSI_HIDDEN)
			printf(" %s", nsi_tr(n, N_("(when asked for)")));
		sep = ",\n";
	}
	puts(".");
}

static void command(struct nsi *n, const struct command *c)
{
	struct section sections[8];
	char brief[400];

	printf(".Ss %s\n", c->name);
	mdoc_sentences(sentence(nsi_tr(n, command_brief(n, c)), true, brief, sizeof(brief)));
	command_sections(n, c, sections);
	if (command_fields(n, c)->key || !sections->title)
		puts(".Pp");
	field_list(n, command_fields(n, c));
	for (const struct section *s = sections; s->fields && !s->title; s++)
		field_list(n, s->fields);
	if (c->asks && command_filtered(n, c))
		printf(".Pp\n%s%s\n", nsi_tr(n, N_("Also takes filters:")), nsi_question(n, c->asks)->filters);
	columns(n, c);
}

static void head(struct nsi *n, const char *name, int chapter, const char *help)
{
	fputs(".\\\" made by `make man` from the tables and man/*.txt; do not edit\n.Dd " DATE "\n.Dt ", stdout);
	for (const char *s = name; *s; s++)
		putchar(toupper((unsigned char)*s));
	printf(" %d\n.Os nsi %s\n", chapter, NSI_VERSION);
	title(n, N_("NAME"));
	printf(".Nm %s\n.Nd ", name);
	mdoc_text(nsi_tr(n, help), false);
	putchar('\n');
}

static void see_also(struct nsi *n, const char *except)
{
	const char *sep = "", *last = "";

	title(n, N_("SEE ALSO"));
	if (strcmp(except, "nsi") != 0) {
		fputs(".Xr nsi 1", stdout);
		sep = " ,\n";
	}
	for (;;) {                             /* in the order of the alphabet */
		const char *next = NULL;

		for (const struct group *g = command_groups; g->name; g++)
			if (strcmp(g->name, last) > 0 && (!next || strcmp(g->name, next) < 0) &&
			    command_next(n, g->name, NULL))
				next = g->name;
		if (!next)
			break;
		last = next;
		if (!strcmp(next, except))
			continue;
		printf("%s.Xr nsi-%s 1", sep, next);
		sep = " ,\n";
	}
	printf("%s%s.Xr nsi-programme 5 ,\n.Xr nsi-views 5 ,\n.Xr nsi-tutorial 7\n", sep,
	       strcmp(except, "nsi") ? "" : ".Xr nsi 3 ,\n");
}

static void commands(struct nsi *n, const char *group)
{
	for (const struct command *c = NULL; (c = command_next(n, group, c)); )
		command(n, c);
}

static void group_page(struct nsi *n, const struct group *g, FILE *f)
{
	char name[80];

	snprintf(name, sizeof(name), "nsi-%s", g->name);
	head(n, name, 1, g->help);
	title(n, N_("SYNOPSIS"));
	for (const struct command *c = NULL; (c = command_next(n, g->name, c)); )
		synopsis(n, c);
	title(n, N_("DESCRIPTION"));
	mdoc_section(f, NULL);
	title(n, N_("COMMANDS"));
	printf("%s\n.Xr nsi 1 .\n", nsi_tr(n, N_("Options of output and those understood everywhere are in")));
	commands(n, g->name);
	section(n, f, N_("REPORTS OF YOUR OWN"));
	section(n, f, N_("EXAMPLES"));
	see_also(n, g->name);
}

static void main_page(struct nsi *n, FILE *f)
{
	struct section sections[8];
	const struct command *c = command_next(n, NULL, NULL);

	head(n, "nsi", 1, N_("the methodical service of a school at a shell"));
	title(n, N_("SYNOPSIS"));
	printf(".Nm\n.Op Ar %s ...\n.Ar %s\n.Op Ar %s ...\n", nsi_tr(n, N_("option")), nsi_tr(n, N_("group verb")),
	       nsi_tr(n, N_("word")));
	begin_line(n);
	printf(".Nm\n.Cm help\n.Op Ar %s\n", nsi_tr(n, N_("group Op Ar verb")));
	title(n, N_("DESCRIPTION"));
	mdoc_section(f, NULL);
	title(n, N_("OPTIONS"));
	puts(nsi_tr(n, global_section.title));
	field_list(n, global_section.fields);
	printf(".Pp\n%s\n", nsi_tr(n, N_("Behind every command, where the language, colours, who acts and -q, -v, -h may stand too:")));
	command_sections(n, c, sections);
	for (const struct section *s = sections; s->fields; s++)
		if (s->title && s[1].fields)
			field_list(n, s->fields);
	printf(".Pp\n%s\n.Bl -tag -width csv-excel -compact\n", nsi_tr(n, N_("Formats:")));
	for (const struct nsi_format *k = nsi_formats(); k->part.name; k++) {
		printf(".It Cm %s\n", k->part.name);
		mdoc_text(nsi_tr(n, k->part.help ? k->part.help : ""), true);
		putchar('\n');
	}
	puts(".El");
	title(n, N_("COMMANDS"));
	puts(nsi_tr(n, N_("Those of the groups have pages of their own.")));
	commands(n, NULL);
	section(n, f, N_("WORDS"));
	section(n, f, N_("ENVIRONMENT"));
	section(n, f, N_("FILES"));
	section(n, f, N_("EXIT STATUS"));
	section(n, f, N_("EXAMPLES"));
	see_also(n, "nsi");
}

/* One key: what it is, and what it means. */
static void key(struct nsi *n, const struct nsi_key *k)
{
	char list[800];

	printf(".It Cm %s\n", k->key);
	if (k->list)
		puts(nsi_tr(n, N_("a list;")));
	if (k->words)
		mdoc_text(strcmp(nsi_lang(n), "en") ? words_shown(n, k->words, list, sizeof(list)) : k->words, true);
	else
		mdoc_text(nsi_tr(n, k->kind), true);
	if (k->of) {
		fputs(k->words ? nsi_tr(n, N_(", of ")) : " ", stdout);
		mdoc_text(k->of, false);
	}
	fputs(k->must ? nsi_tr(n, N_("; must be there")) : "", stdout);
	if (k->standard) {
		printf("; %s ", nsi_tr(n, N_("by default")));
		mdoc_text(k->standard, false);
	}
	puts(".\n.br");
	mdoc_sentences(nsi_tr(n, k->help ? k->help : ""));
}

static void programme_page(struct nsi *n, FILE *f)
{
	struct nsi_object o;
	struct nsi_key k;

	head(n, "nsi-programme", 5, N_("files of definitions: a programme and the year around it"));
	title(n, N_("DESCRIPTION"));
	mdoc_section(f, NULL);
	title(n, N_("OBJECTS"));
	for (size_t i = 0; nsi_object(i, &o); i++) {
		printf(".Ss %s\n", o.name);
		mdoc_sentences(nsi_tr(n, o.help ? o.help : ""));
		if (o.list)
			printf("%s\n.Cm %s .\n", nsi_tr(n, N_("Its key at the top of a file is")), o.list);
		if (o.bare)
			printf("%s\n.Cm %s .\n", nsi_tr(n, N_("A bare value is its")), o.bare);
		puts(".Bl -tag -width Ds");
		for (size_t j = 0; nsi_object_key(i, j, &k); j++)
			key(n, &k);
		puts(".El");
	}
	section(n, f, N_("EXAMPLES"));
	title(n, N_("SEE ALSO"));
	puts(".Xr nsi 1 ,\n.Xr nsi-module 1");
}

/* Pages that are text alone. */
static const struct { const char *name; int chapter; const char *help, *also; } texts[] = {
	{ "views", 5, N_("tables of the database for SQL of one's own"), ".Xr nsi 1 ,\n.Xr nsi-report 1 ,\n.Xr sqlite3 1" },
	{ "tutorial", 7, N_("a September, to the first evening of mutual learning"),
	  ".Xr nsi 1 ,\n.Xr nsi-iop 1 ,\n.Xr nsi-session 1 ,\n.Xr nsi-programme 5" },
};

/* False: no such page. */
static bool text_page(struct nsi *n, const char *what, FILE *f)
{
	char name[80];

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		if (strcmp(texts[i].name, what) != 0)
			continue;
		snprintf(name, sizeof(name), "nsi-%s", what);
		head(n, name, texts[i].chapter, texts[i].help);
		title(n, N_("DESCRIPTION"));
		mdoc_section(f, NULL);
		mdoc_rest(f);
		title(n, N_("SEE ALSO"));
		puts(texts[i].also);
		return true;
	}
	return false;
}

int manual_print(struct nsi *n, const char *what, const char *path)
{
	const struct group *g = group_find(what);
	FILE *f = path ? fopen(path, "r") : NULL;

	if (!f)
		complain(n, NSI_USAGE, "%s: %s", path ? path : "nsi help --man PAGE FILE", nsi_error_text(n, path ? errno : EINVAL));
	else if (g && command_next(n, g->name, NULL))
		group_page(n, g, f);
	else if (!strcmp(what, "nsi"))
		main_page(n, f);
	else if (!strcmp(what, "programme"))
		programme_page(n, f);
	else if (!text_page(n, what, f))
		complain(n, NSI_USAGE, N_("no page '%s'"), what);
	if (f)
		fclose(f);
	return f ? 0 : nsi_exit_code(NSI_USAGE);
}
