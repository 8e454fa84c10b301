/* table.c - the tables of commands and of the options that many have; looking things up there. */
#include "cmd.h"

#include <string.h>

#define AT(member) offsetof(struct words, member)
#define AT_G(member) offsetof(struct globals, member)

const struct command *const command_tables[] = {
	workspace_commands, module_commands, iop_commands, quantum_commands, session_commands, group_commands, report_commands, NULL
};

const struct group command_groups[] = {
	{ "module",  N_("the programme: modules, units, their map and editions") },
	{ "iop",     N_("individual programmes: plans, marks, approval, who teaches whom") },
	{ "quantum", N_("samples of practice: trials and how they spread") },
	{ "session", N_("mutual learning: pairs, rounds, what became of them") },
	{ "report",  N_("the board and other reports") },
	{ "year",    N_("school years: opening and closing them") },
	{ 0 }
};

/* ---- options of many ------------------------------------------------------------------------- */

static const struct nsi_field global_options[] = {
	{ "directory", NSI_T_FILE, 0, AT_G(dir), N_("act as if started in this folder"), NULL, NULL },
	{ "db", NSI_T_FILE, 0, AT_G(db), N_("the database, instead of $NSI_DB or the nearest nsi.db"), NULL, NULL },
	{ "lang", NSI_T_WORD, 0, AT_G(lang), N_("the language of the answer"), "ru en", NULL },
	{ "color", NSI_T_WORD, 0, AT_G(color), N_("colours on a terminal"), "auto always never", NULL },
	{ "setting", NSI_T_TEXT, NSI_MANY, AT_G(settings), N_("a setting for this call, KEY=VALUE"), NULL, NULL },
	{ "as", NSI_T_PERSON, 0, AT_G(as), N_("who acts, instead of $NSI_ACTOR or the setting actor"), NULL, NULL },
	{ "quiet", NSI_T_FLAG, 0, AT_G(quiet), N_("no warnings"), NULL, NULL },
	{ "verbose", NSI_T_FLAG, 0, AT_G(verbose), N_("notes too, when not on a terminal"), NULL, NULL },
	{ "version", NSI_T_FLAG, 0, AT_G(version), N_("print the version"), NULL, NULL },
	{ "help", NSI_T_FLAG, 0, AT_G(help), N_("print help"), NULL, NULL },
	{ 0 }
};
const struct section global_section = { N_("Before the command:"), global_options };

static const struct nsi_field all_option[] = {
	{ "all", NSI_T_FLAG, 0, AT(all), N_("everybody enrolled, instead of PERSON"), NULL, NULL },
	{ 0 }
};
static const struct nsi_field from_option[] = {
	{ "from", NSI_T_FILE, 0, AT(from), N_("a CSV file whose headers are the names above; - is standard input"), NULL, NULL },
	{ 0 }
};
static const struct nsi_field write_options[] = {
	{ "dry_run", NSI_T_FLAG, 0, AT(dry), N_("show what would change, write nothing"), NULL, NULL },
	{ "yes", NSI_T_FLAG, 0, AT(yes), N_("do not ask, however many people it concerns"), NULL, NULL },
	{ 0 }
};
static const struct nsi_field act_option[] = {
	{ "exit_code", NSI_T_FLAG, 0, AT(exit_code), N_("exit with 4 when there is something to act on"), NULL, NULL },
	{ 0 }
};
static const struct nsi_field output_options[] = {
	{ "format", NSI_T_ID, 0, AT(out.format), N_("how to write it; by default by the suffix of FILE, else table"), NULL, NULL },
	{ "output", NSI_T_FILE, 0, AT(out.file), N_("write to FILE, which is replaced at once and whole"), NULL, NULL },
	{ "columns", NSI_T_TEXT, 0, AT(out.columns), N_("keys of the columns to show, separated by commas"), NULL, NULL },
	{ "sort", NSI_T_TEXT, 0, AT(out.sort), N_("keys to sort by, separated by commas; -KEY: downwards"), NULL, NULL },
	{ "limit", NSI_T_INT, 0, AT(out.limit), N_("only so many rows"), NULL, NULL },
	{ "no_header", NSI_T_FLAG, 0, AT(out.no_header), N_("no line of headers"), NULL, NULL },
	{ "names", NSI_T_FLAG, 0, AT(out.names), N_("names with the codes of people, also in files and pipes"), NULL, NULL },
	{ "public", NSI_T_FLAG, 0, AT(out.open), N_("no name of anybody who has not agreed to that in public, and no private text"), NULL, NULL },
	{ "encoding", NSI_T_WORD, 0, AT(out.encoding), N_("of csv-excel: utf-8, or cp1251, where nothing is written if anything does not fit"), "utf-8 cp1251", NULL },
	{ "plain", NSI_T_FLAG, 0, AT(out.plain), N_("marks as plain letters and signs"), NULL, NULL },
	{ 0 }
};
static const struct nsi_field any_options[] = {
	{ "lang", NSI_T_WORD, 0, AT(lang), N_("the language of the answer"), "ru en", NULL },
	{ "color", NSI_T_WORD, 0, AT(color), N_("colours on a terminal"), "auto always never", NULL },
	{ "as", NSI_T_PERSON, 0, AT(as), N_("who acts, instead of $NSI_ACTOR or the setting actor"), NULL, NULL },
	{ "quiet", NSI_T_FLAG, 0, AT(quiet), N_("no warnings"), NULL, NULL },
	{ "verbose", NSI_T_FLAG, 0, AT(verbose), N_("notes too, when not on a terminal"), NULL, NULL },
	{ "help", NSI_T_FLAG, 0, AT(help), N_("print help"), NULL, NULL },
	{ 0 }
};

char option_letter(const char *key)
{
	static const struct { char letter; const char *key; } letters[] = {
		{ 'C', "directory" }, { 'c', "setting" }, { 'f', "format" }, { 'h', "help" }, { 'n', "dry_run" },
		{ 'o', "output" }, { 'q', "quiet" }, { 'v', "verbose" }, { 'y', "yes" }, { 0, NULL }
	};

	for (size_t i = 0; letters[i].key; i++)
		if (!strcmp(letters[i].key, key))
			return letters[i].letter;
	return 0;
}

static bool picks_people(const struct nsi_field *f)
{
	for (; f->key; f++)
		if (f->flags & NSI_FILTER)
			return true;
	return false;
}

void command_sections(struct nsi *n, const struct command *c, struct section *out)
{
	if (!c->asks && picks_people(command_fields(n, c)))
		*out++ = (struct section){ NULL, all_option };
	if (c->flags & CMD_FILE)
		*out++ = (struct section){ NULL, from_option };
	if (command_writes(c))
		*out++ = (struct section){ NULL, write_options };
	if (c->flags & CMD_ACT)
		*out++ = (struct section){ NULL, act_option };
	*out++ = (struct section){ N_("Output:"), output_options };
	*out++ = (struct section){ N_("Everywhere:"), any_options };
	*out = (struct section){ NULL, NULL };
}

/* ---- looking up -------------------------------------------------------------------------------- */

static bool ready(struct nsi *n, const struct command *c)
{
	return c->asks ? nsi_question(n, c->asks) != NULL : !c->says || nsi_verb(c->says);
}

static bool in_group(const struct command *c, const char *group)
{
	return group ? c->group && !strcmp(c->group, group) : !c->group;
}

const struct group *group_find(const char *name)
{
	for (const struct group *g = command_groups; g->name; g++)
		if (!strcmp(g->name, name))
			return g;
	return NULL;
}

const struct command *command_find(struct nsi *n, const char *group, const char *name)
{
	for (size_t t = 0; command_tables[t]; t++)
		for (const struct command *c = command_tables[t]; c->name; c++)
			if (in_group(c, group) && !strcmp(c->name, name))
				return ready(n, c) ? c : NULL;
	return NULL;
}

const struct command *command_read(struct nsi *n, const char *group, char **argv, char ***rest)
{
	const struct command *c = argv[0] ? command_find(n, group, argv[0]) : NULL;
	char both[80];

	*rest = argv + 1;
	if (c || !argv[0] || !argv[1])
		return c;
	*rest = argv + 2;
	snprintf(both, sizeof(both), "%s %s", argv[0], argv[1]);
	return command_find(n, group, both);
}

const struct command *command_next(struct nsi *n, const char *group, const struct command *after)
{
	for (size_t t = 0; command_tables[t]; t++)
		for (const struct command *c = command_tables[t]; c->name; c++)
			if (c == after)
				after = NULL;
			else if (!after && in_group(c, group) && ready(n, c))
				return c;
	return NULL;
}

bool command_begins(struct nsi *n, const char *group, const char *word)
{
	size_t len = strlen(word);

	for (const struct command *c = NULL; (c = command_next(n, group, c)); )
		if (!strncmp(c->name, word, len) && c->name[len] == ' ')
			return true;
	return false;
}

const struct nsi_field *command_fields(struct nsi *n, const struct command *c)
{
	static const struct nsi_field none[] = { { 0 } };

	if (c->asks)
		return nsi_question(n, c->asks)->params;
	if (c->says)
		return nsi_verb(c->says)->fields;
	return c->fields ? c->fields : none;
}

const char *command_brief(struct nsi *n, const struct command *c)
{
	const char *s = c->asks ? nsi_question(n, c->asks)->brief : c->says ? nsi_verb(c->says)->help : c->help;

	return s ? s : "";
}

bool command_writes(const struct command *c)
{
	return c->says || (c->flags & CMD_WRITES);
}

bool command_filtered(struct nsi *n, const struct command *c)
{
	return c->asks ? *nsi_question(n, c->asks)->filters : picks_people(command_fields(n, c));
}
