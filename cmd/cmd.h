/* cmd.h - a command's row, what its function may use, and what the readers of the rows share.
 * The commands see only this and nsi.h. */
#ifndef CMD_H
#define CMD_H

#include <stdio.h>

#include <nsi.h>

#define N_(text) text

enum {
	CMD_NO_DB    = 1,                  /* needs no database and looks for none */
	CMD_MAY_DB   = 2,                  /* uses the workspace's database when there is one */
	CMD_WRITES   = 4,                  /* gets --dry-run and --yes */
	CMD_WIDE     = 8,                  /* may touch many people whatever words it is given */
	CMD_FILE     = 16,                 /* a saying that also takes --from FILE */
	CMD_ACT      = 32,                 /* its rows are something to act on: gets --exit-code */
	CMD_OWN      = 128,                /* its first word names a file of SQL, whose question it asks */
	CMD_FINDINGS = 64,                 /* its rows are its messages: silent when there are none */
};

struct call;
/* A row asks (a question's name), says (a verb's name) or does (a function): exactly one of them. */
struct command {
	const char *group;                 /* NULL: stands without a group, as "init" */
	const char *name;                  /* may be of two words, as "request add" */
	const char *asks;                  /* schemas/sql/ask/NAME.sql: help and options are there */
	const char *says;                  /* lib/store/verb.c: help and options are there */
	enum nsi_status (*does)(struct call *);
	const char *help;                  /* N_(); of what does */
	const struct nsi_field *fields;    /* of what does; key NULL at the end */
	size_t size;                       /* of the struct that FIELDS fill */
	unsigned flags;
};

/* One call of what does. */
struct call {
	struct nsi *nsi;
	const void *opts;                  /* its struct, filled */
	unsigned flags;                    /* NSI_DRY, NSI_ALL */
	const struct nsi_rows *rows;       /* what it answers; NULL: nothing to print */
	bool saved;                        /* of one without CMD_WRITES: it did write this time */
};

/* ---- table.c: the tables, one a file of commands; name NULL at the end ---------------------- */

extern const struct command workspace_commands[], module_commands[], iop_commands[], quantum_commands[], session_commands[], group_commands[],
                            report_commands[];
extern const struct command *const command_tables[];  /* NULL at the end */
struct group { const char *name, *help; };            /* help: N_() */
extern const struct group command_groups[];           /* in the order of the help; name NULL at the end */

const struct group *group_find(const char *name);
/* GROUP NULL: one without a group. NULL: none, or one whose question or verb is not there. */
const struct command *command_find(struct nsi *n, const char *group, const char *name);
/* The command that ARGV begins with, of one word or two, and what stands behind it; NULL: none. */
const struct command *command_read(struct nsi *n, const char *group, char **argv, char ***rest);
/* The next command of GROUP behind C (NULL: the first), in the order of the tables. */
const struct command *command_next(struct nsi *n, const char *group, const struct command *c);
bool command_begins(struct nsi *n, const char *group, const char *word);    /* is WORD the first of two that a command has? */
const struct nsi_field *command_fields(struct nsi *n, const struct command *c);
const char *command_brief(struct nsi *n, const struct command *c);    /* English */
bool command_writes(const struct command *c);
bool command_filtered(struct nsi *n, const struct command *c);        /* takes filters as words */

/* Options that many commands have: a heading (N_(), NULL: none) and its fields, which fill struct words. */
struct section { const char *title; const struct nsi_field *fields; };
/* Those of C into OUT (room for 8), ended by fields NULL. */
void command_sections(struct nsi *n, const struct command *c, struct section *out);
extern const struct section global_section;           /* before the group; fills struct globals */
char option_letter(const char *key);                  /* 0: none */

/* ---- argv.c: words become arguments ------------------------------------------------------------ */

/* Memory of one command line, given back at once; NULL when there is none left. */
struct pool { struct pool_block *last; };
void *pool_alloc(struct pool *p, size_t size);
char *pool_strndup(struct pool *p, const char *s, size_t n);
void pool_free(struct pool *p);
/* VALUE behind the others; NULL: out of memory. */
enum nsi_status list_add(struct pool *p, struct nsi_list *l, const char *value);

struct globals {
	const char *dir, *db, *lang, *color, *as;
	struct nsi_list settings, defaults;
	bool quiet, verbose, version, help;
	struct pool pool;
};

struct words {
	struct nsi_output out;
	const char *color, *lang, *as, *from;
	bool dry, yes, all, exit_code, quiet, verbose, help;
	struct nsi_arg *args;              /* of what asks and says, by the keys of the fields */
	size_t narg, cap;
	void *opts;                        /* of what does */
	struct pool pool;
};

/* Read ARGV (NULL at the end). NSI_USAGE: told. Both want a zeroed struct, and pool_free() in
 * the end. globals_read() puts the first word that is not an option into *REST. */
enum nsi_status globals_read(struct globals *g, struct nsi *n, char **argv, char ***rest);
enum nsi_status words_read(struct words *w, struct nsi *n, const struct command *c, char **argv);
bool like_filter(const char *s);                      /* "group:sg-1", "+late": no name */

/* ---- config.c ------------------------------------------------------------------------------------- */

/* The user's own file of settings, if there is one, into G's defaults. */
enum nsi_status config_read(struct nsi *n, struct globals *g);

/* ---- secret.c ------------------------------------------------------------------------------------- */

/* A private text given as "-", "@FILE" or as itself; VALUE NULL: from the editor. NULL: told. */
const char *secret_read(struct pool *p, struct nsi *n, const struct nsi_field *f, const char *value);

/* ---- ask.c ---------------------------------------------------------------------------------------- */

/* Ask about each meeting of SESSION; what did not go well goes into the lists as --not and --missed have it. */
enum nsi_status ask_meetings(struct nsi *n, struct pool *p, const char *session, struct nsi_list *not_yet,
                             struct nsi_list *missed);

/* ---- say.c: what goes to stderr -------------------------------------------------------------------- */

/* One line "nsi: …", FORMAT is N_(); returns STATUS. */
enum nsi_status complain(struct nsi *n, enum nsi_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Those of the handle, which has none afterwards. */
void say_messages(struct nsi *n, bool quiet, bool verbose);
/* S without control characters and what turns text around, for a line of a terminal. */
void put_safe(FILE *f, const char *s);

/* ---- bar.c: how far a long call is ------------------------------------------------------------------ */

/* Is there a terminal to show it on, and does nobody say -q? ARGV: all words. */
bool bar_wanted(char **argv);
/* For struct nsi_options; BEGAN is a struct timespec of the monotonic clock. */
void bar_show(void *began, const char *what, int64_t done, int64_t total);
/* Before anything else goes to the terminal. */
void bar_erase(void);

/* ---- run.c ------------------------------------------------------------------------------------------ */

/* Do what the words say and print it; the program's exit code. */
int command_run(struct nsi *n, const struct command *c, const struct globals *g, char **argv);

/* ---- help.c, manual.c ------------------------------------------------------------------------------- */

void help_all(struct nsi *n, FILE *f);
void help_group(struct nsi *n, FILE *f, const struct group *g, const char *word);    /* with WORD: what begins so */
void help_command(struct nsi *n, FILE *f, const struct command *c);
/* `nsi help …`: the words behind "help"; the exit code. */
int help_main(struct nsi *n, char **argv);
/* "  LEFT    TEXT", TEXT from column TAB on, below when LEFT is long. */
void help_item(FILE *f, const char *left, const char *text, int tab);
/* steps.c: how to begin. */
void help_steps(struct nsi *n, FILE *f);
/* How a field is written: "PERSON...", "--with PERSON", "--view record|plan"; returns OUT. */
const char *field_shown(const struct nsi_field *f, char *out, size_t size);
/* TEXT with a capital first letter and with or without a full stop, whatever its table says. */
const char *sentence(const char *text, bool stop, char *out, size_t size);
/* WORDS (separated by blanks), with what they are in the user's language; returns OUT. */
const char *words_shown(struct nsi *n, const char *words, char *out, size_t size);
/* complete.c: `nsi complete WORD…`, `nsi completion SHELL`: the words behind; the exit code. */
int complete_main(struct nsi *n, char **words);
int completion_main(struct nsi *n, char **words);
/* The page of WHAT (a group, "nsi" or "nsi-programme") with the pieces of FILE; the exit code. */
int manual_print(struct nsi *n, const char *what, const char *file);

#endif
