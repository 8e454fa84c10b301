/* manual.c - the pages of the manual, from the tables and from what man/NAME.txt adds. */
#include "cmd.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "mdoc.h"

#define DATE "November 24, 2026"

/* ---- commands ------------------------------------------------------------------------------------------ */

static void name_line(const struct command *c)
{
	printf(".Nm nsi%s%s\n.Cm", c->group ? " " : "", c->group ? c->group : "");
	mdoc_word(c->name);
	putchar('\n');
}

static void synopsis(struct nsi *n, const struct command *c)
{
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
	puts(".Op Ar option ...");
}

static void field(const struct nsi_field *f)
{
	char shown[200], letter = option_letter(f->key);

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
	mdoc_text(f->help ? f->help : "", true);
	if (f->words && f->type == NSI_T_WORD && (f->flags & NSI_OPERAND)) {
		fputs(": ", stdout);
		mdoc_text(f->words, false);
	}
	if (f->standard && *f->standard) {
		fputs("; by default ", stdout);
		mdoc_text(f->standard, false);
	}
	putchar('\n');
}

static void field_list(const struct nsi_field *f)
{
	if (!f->key)
		return;
	puts(".Bl -tag -width Ds -compact");
	for (; f->key; f++)
		if (!(f->flags & NSI_INNER))
			field(f);
	puts(".El");
}

static void columns(struct nsi *n, const struct command *c)
{
	const struct nsi_question *q = c->asks ? nsi_question(n, c->asks) : NULL;
	const char *sep = "";

	if (!q || !q->cols || !q->cols->key)
		return;
	fputs(".Pp\nColumns:\n", stdout);
	for (const struct nsi_column *k = q->cols; k->key; k++) {
		if (k->type == NSI_T_KEY)
			continue;
		fputs(sep, stdout);
		mdoc_text(k->key, !*sep);
		if (k->hidden == NSI_HIDDEN)
			fputs(" (when asked for)", stdout);
		sep = ",\n";
	}
	puts(".");
}

static void command(struct nsi *n, const struct command *c)
{
	struct section sections[8];
	char brief[400];

	printf(".Ss %s\n", c->name);
	mdoc_sentences(sentence(command_brief(n, c), true, brief, sizeof(brief)));
	command_sections(n, c, sections);
	if (command_fields(n, c)->key || !sections->title)
		puts(".Pp");
	field_list(command_fields(n, c));
	for (const struct section *s = sections; s->fields && !s->title; s++)
		field_list(s->fields);
	if (c->asks && command_filtered(n, c))
		printf(".Pp\nAlso takes filters:%s\n", nsi_question(n, c->asks)->filters);
	columns(n, c);
}

static void head(const char *name, int chapter, const char *help)
{
	fputs(".\\\" made by `make man` from the tables and man/*.txt; do not edit\n.Dd " DATE "\n.Dt ", stdout);
	for (const char *s = name; *s; s++)
		putchar(toupper((unsigned char)*s));
	printf(" %d\n.Os nsi %s\n.Sh NAME\n.Nm %s\n.Nd ", chapter, NSI_VERSION, name);
	mdoc_text(help, false);
	putchar('\n');
}

static void see_also(struct nsi *n, const char *except)
{
	const char *sep = "", *last = "";

	puts(".Sh SEE ALSO");
	if (strcmp(except, "nsi") != 0) {
		fputs(".Xr nsi 1", stdout);
		sep = " ,\n";
	}
	for (;;) {                             /* in the order of the alphabet */
		const char *next = NULL;

		for (const struct group *g = command_groups; g->name; g++)
			if (strcmp(g->name, last) > 0 && (!next || strcmp(g->name, next) < 0) && command_next(n, g->name, NULL))
				next = g->name;
		if (!next)
			break;
		last = next;
		if (!strcmp(next, except))
			continue;
		printf("%s.Xr nsi-%s 1", sep, next);
		sep = " ,\n";
	}
	if (strcmp(except, "programme") != 0)
		printf("%s.Xr nsi-programme 5", sep);
	putchar('\n');
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
	head(name, 1, g->help);
	puts(".Sh SYNOPSIS");
	for (const struct command *c = NULL; (c = command_next(n, g->name, c)); )
		synopsis(n, c);
	puts(".Sh DESCRIPTION");
	mdoc_section(f, NULL);
	puts(".Sh COMMANDS\nOptions of output and those understood everywhere are in\n.Xr nsi 1 .");
	commands(n, g->name);
	mdoc_section(f, "EXAMPLES");
	see_also(n, g->name);
}

static void main_page(struct nsi *n, FILE *f)
{
	struct section sections[8];
	const struct command *c = command_next(n, NULL, NULL);

	head("nsi", 1, N_("the methodical service of a school at a shell"));
	puts(".Sh SYNOPSIS\n.Nm\n.Op Ar option ...\n.Ar group verb\n.Op Ar word ...\n.Nm\n.Cm help\n.Op Ar group Op Ar verb");
	puts(".Sh DESCRIPTION");
	mdoc_section(f, NULL);
	puts(".Sh OPTIONS\nBefore the command:");
	field_list(global_section.fields);
	puts(".Pp\nBehind every command, where the language, colours, who acts and -q, -v, -h may stand too:");
	command_sections(n, c, sections);
	for (const struct section *s = sections; s->fields; s++)
		if (s->title && s[1].fields)
			field_list(s->fields);
	puts(".Pp\nFormats:\n.Bl -tag -width csv-excel -compact");
	for (const struct nsi_format *k = nsi_formats(); k->part.name; k++) {
		printf(".It Cm %s\n", k->part.name);
		mdoc_text(k->part.help ? k->part.help : "", true);
		putchar('\n');
	}
	puts(".El\n.Sh COMMANDS\nThose of the groups have pages of their own.");
	commands(n, NULL);
	mdoc_section(f, "WORDS");
	mdoc_section(f, "ENVIRONMENT");
	mdoc_section(f, "FILES");
	mdoc_section(f, "EXIT STATUS");
	mdoc_section(f, "EXAMPLES");
	see_also(n, "nsi");
}

/* One key: what it is, and what it means. */
static void key(const struct nsi_key *k)
{
	printf(".It Cm %s\n", k->key);
	if (k->list)
		puts("a list;");
	if (k->words)
		mdoc_text(k->words, true);
	else
		mdoc_text(k->kind, true);
	if (k->of) {
		fputs(k->words ? ", of " : " ", stdout);
		mdoc_text(k->of, false);
	}
	fputs(k->must ? "; must be there" : "", stdout);
	if (k->standard) {
		fputs("; by default ", stdout);
		mdoc_text(k->standard, false);
	}
	puts(".\n.br");
	mdoc_sentences(k->help ? k->help : "");
}

static void programme_page(FILE *f)
{
	struct nsi_object o;
	struct nsi_key k;

	head("nsi-programme", 5, N_("files of definitions: a programme and the year around it"));
	puts(".Sh DESCRIPTION");
	mdoc_section(f, NULL);
	puts(".Sh OBJECTS");
	for (size_t i = 0; nsi_object(i, &o); i++) {
		printf(".Ss %s\n", o.name);
		mdoc_sentences(o.help ? o.help : "");
		if (o.list)
			printf("Its key at the top of a file is\n.Cm %s .\n", o.list);
		if (o.bare)
			printf("A bare value is its\n.Cm %s .\n", o.bare);
		puts(".Bl -tag -width Ds");
		for (size_t j = 0; nsi_object_key(i, j, &k); j++)
			key(&k);
		puts(".El");
	}
	mdoc_section(f, "EXAMPLES");
	puts(".Sh SEE ALSO\n.Xr nsi 1 ,\n.Xr nsi-module 1");
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
		programme_page(f);
	else
		complain(n, NSI_USAGE, N_("no page '%s'"), what);
	if (f)
		fclose(f);
	return f ? 0 : nsi_exit_code(NSI_USAGE);
}
