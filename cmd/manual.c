/* manual.c - the pages of the manual in mdoc, from the tables and from what man/NAME.txt adds.
 *
 * man/NAME.txt is plain text: "= TITLE" begins a section, blank lines part paragraphs, lines that
 * begin with a tab are shown as they are, lines that begin with '%' are for the tests. What
 * stands before the first title is the DESCRIPTION.
 */
#include "cmd.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#define DATE "November 24, 2026"

/* S as text of a page, escaped; at the beginning of a line also what would be a request. */
static void text(const char *s, bool begins)
{
	if (begins && (*s == '.' || *s == '\''))
		fputs("\\&", stdout);
	for (; *s; s++) {
		if (*s == '\\')
			fputs("\\e", stdout);
		else if (*s == '-')
			fputs("\\-", stdout);
		else
			putchar(*s);
	}
}

/* The same, of people's text: each sentence begins a line, as mdoc likes it. */
static void sentences(const char *s)
{
	char one[2000];

	for (size_t n; *s; s += n) {
		for (n = 0; s[n]; n++)
			if (strchr(".:?!", s[n]) && s[n + 1] == ' ' && isupper((unsigned char)s[n + 2])) {
				n += 2;
				break;
			}
		snprintf(one, sizeof(one), "%.*s", (int)n, s);
		if (s[n])
			one[strcspn(one, "\n")] = 0, one[strlen(one) - 1] = 0;
		text(one, true);
		putchar('\n');
	}
}

/* A word of a request line: what mdoc would take for a macro or a delimiter is made text. */
static void word(const char *s)
{
	putchar(' ');
	if (strlen(s) <= 3 || ispunct((unsigned char)*s))
		fputs("\\&", stdout);
	text(s, false);
}

static void words(const char *s)
{
	char one[200];

	for (size_t n; *(s += strspn(s, " ")); s += n) {
		n = strcspn(s, " ");
		snprintf(one, sizeof(one), "%.*s", (int)n, s);
		word(one);
	}
}

/* ---- what man/NAME.txt adds ------------------------------------------------------------------------- */

static void section_line(FILE *f, char *line, bool *literal, bool *blank)
{
	bool shown = *line == '\t';

	if (!*line) {                          /* inside a block only when the block goes on */
		int c = getc(f);

		ungetc(c, f);
		if (*literal && c == '\t')
			putchar('\n');
		*blank = !*literal || c != '\t';
		if (!*literal || c == '\t')
			return;
	}
	if (*literal && !shown) {
		puts(".Ed");
		*literal = false;
	}
	if (!*line)
		return;
	if (shown && !*literal) {
		puts(".Bd -literal -offset 2n");
		*literal = true;
	} else if (!shown && *blank) {
		puts(".Pp");
	}
	*blank = false;
	if (shown) {
		text(line + 1, true);
		putchar('\n');
	} else {
		sentences(line);
	}
}

/* Print the section TITLE of F (NULL: what stands before the first one); false: there is none. */
static bool section(FILE *f, const char *title)
{
	char line[2000];
	bool in = !title, found = false, literal = false, blank = false;

	rewind(f);
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = 0;
		if (!strncmp(line, "= ", 2)) {
			if (in && (found || !title))
				break;
			in = title && !strcmp(line + 2, title);
			continue;
		}
		if (!in || *line == '%' || (!found && !*line))
			continue;
		if (!found && title)
			printf(".Sh %s\n", title);
		found = true;
		section_line(f, line, &literal, &blank);
	}
	if (literal)
		puts(".Ed");
	return found;
}

/* ---- commands ------------------------------------------------------------------------------------------ */

static void name_line(const struct command *c)
{
	printf(".Nm nsi%s%s\n.Cm", c->group ? " " : "", c->group ? c->group : "");
	word(c->name);
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
		word(shown);
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
		words(shown);
	} else {
		fputs(".It Fl", stdout);
		if (letter)
			printf(" %c , Fl", letter);
		printf(" %.*s", (int)strcspn(shown, " ") - 1, shown + 1);
		if (strchr(shown, ' ')) {
			fputs(" Ar", stdout);
			word(strchr(shown, ' ') + 1);
		}
	}
	putchar('\n');
	text(f->help ? f->help : "", true);
	if (f->words && f->type == NSI_T_WORD && (f->flags & NSI_OPERAND)) {
		fputs(": ", stdout);
		text(f->words, false);
	}
	if (f->standard && *f->standard) {
		fputs("; by default ", stdout);
		text(f->standard, false);
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
		text(k->key, !*sep);
		if (k->hidden)
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
	sentences(sentence(command_brief(n, c), true, brief, sizeof(brief)));
	command_sections(n, c, sections);
	if (command_fields(n, c)->key || !sections->title)
		puts(".Pp");
	field_list(command_fields(n, c));
	for (const struct section *s = sections; s->fields && !s->title; s++)
		field_list(s->fields);
	if (c->asks && command_filtered(n, c))
		fputs(".Pp\nAlso takes filters as\n.Ar person:p07\nor\n.Ar +late .\n", stdout);
	columns(n, c);
}

static void head(const char *name, int chapter, const char *help)
{
	fputs(".\\\" made by `make man` from the tables and man/*.txt; do not edit\n.Dd " DATE "\n.Dt ", stdout);
	for (const char *s = name; *s; s++)
		putchar(toupper((unsigned char)*s));
	printf(" %d\n.Os nsi %s\n.Sh NAME\n.Nm %s\n.Nd ", chapter, NSI_VERSION, name);
	text(help, false);
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
	section(f, NULL);
	puts(".Sh COMMANDS\nOptions of output and those understood everywhere are in\n.Xr nsi 1 .");
	commands(n, g->name);
	section(f, "EXAMPLES");
	see_also(n, g->name);
}

static void main_page(struct nsi *n, FILE *f)
{
	struct section sections[8];
	const struct command *c = command_next(n, NULL, NULL);

	head("nsi", 1, N_("the methodical service of a school at a shell"));
	puts(".Sh SYNOPSIS\n.Nm\n.Op Ar option ...\n.Ar group verb\n.Op Ar word ...\n.Nm\n.Cm help\n.Op Ar group Op Ar verb");
	puts(".Sh DESCRIPTION");
	section(f, NULL);
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
		text(k->part.help ? k->part.help : "", true);
		putchar('\n');
	}
	puts(".El\n.Sh COMMANDS\nThose of the groups have pages of their own.");
	commands(n, NULL);
	section(f, "WORDS");
	section(f, "ENVIRONMENT");
	section(f, "FILES");
	section(f, "EXIT STATUS");
	section(f, "EXAMPLES");
	see_also(n, "nsi");
}

int manual_print(struct nsi *n, const char *what, const char *path)
{
	const struct group *g = group_find(what);
	FILE *f = path ? fopen(path, "r") : NULL;

	if (!f)
		complain(n, NSI_USAGE, "%s: %s", path ? path : "nsi help --man PAGE FILE", strerror(path ? errno : EINVAL));
	else if (g && command_next(n, g->name, NULL))
		group_page(n, g, f);
	else if (!strcmp(what, "nsi"))
		main_page(n, f);
	else
		complain(n, NSI_USAGE, N_("no page '%s'"), what);
	if (f)
		fclose(f);
	return f ? 0 : nsi_exit_code(NSI_USAGE);
}
