/* cmd.h - a command's row, and what its function may use. The commands see only this and nsi.h. */
#ifndef CMD_H
#define CMD_H

#include <nsi.h>

#define N_(text) text

enum {
	CMD_NO_DB    = 1,                  /* works without a database */
	CMD_WRITES   = 2,                  /* gets --dry-run and --yes */
	CMD_PERSONS  = 4,                  /* PERSON… also takes filters and --all */
	CMD_FILE     = 8,                  /* a saying that also takes --from FILE */
};

struct call;
/* A row asks (a question's name), says (a verb's name) or does (a function). Exactly one of them. */
struct command {
	const char *group;                 /* NULL: stands without a group, as "init" */
	const char *name;
	const char *asks;                  /* schemas/sql/ask/NAME.sql: help and options are there */
	const char *says;                  /* lib/store/verb.c: help and options are there */
	enum nsi_status (*does)(struct call *);
	const char *help;                  /* N_(); of what does */
	const struct nsi_field *fields;    /* of what does; key NULL at the end */
	size_t size;                       /* of the struct that FIELDS fill */
	unsigned flags;
	unsigned writes;                   /* suffixes and formats are the library's; unused bits 0 */
};

/* One call of a command: what main made of the words. */
struct call {
	struct nsi *nsi;
	const struct command *command;
	const void *opts;                  /* of what does: its struct, filled */
	unsigned flags;                    /* NSI_DRY … */
	const struct nsi_rows *rows;       /* what it answers; NULL: nothing to print */
};

/* The tables, one a group; name NULL at the end. */
extern const struct command workspace_commands[], module_commands[], iop_commands[], report_commands[];
extern const struct command *const command_tables[];  /* NULL at the end */
struct group { const char *name, *help; };            /* help: N_() */
extern const struct group command_groups[];           /* in the order of the help; name NULL at the end */

#endif
