/* workspace.c - a workspace and its journal: making it, its settings, undoing, checking, years. */
#include "cmd.h"

struct undo { struct nsi_list entries; bool last; const char *reason; };
struct redo { const char *reason; };
struct check { struct nsi_list names; bool repair, list; };
struct config { const char *key, *value; };
struct year { const char *year; };
struct file { const char *file; };

#define AT(type, member) offsetof(struct type, member)
#define END { 0 }

static const struct nsi_field init_fields[] = {
	{ "dir", NSI_T_FILE, NSI_OPERAND, AT(nsi_init, dir), N_("the folder; made if missing"), NULL, "." },
	{ "org", NSI_T_ORG, NSI_MUST, AT(nsi_init, org), N_("id of the own school, as s161"), NULL, NULL },
	{ "title", NSI_T_TEXT, 0, AT(nsi_init, title), N_("its name"), NULL, NULL },
	{ "lang", NSI_T_WORD, 0, AT(nsi_init, lang), N_("the language of the workspace"), "ru en", NULL },
	{ "zone", NSI_T_TEXT, 0, AT(nsi_init, zone), N_("its time zone, as Asia/Krasnoyarsk"), NULL, NULL },
	{ "actor", NSI_T_PERSON, 0, AT(nsi_init, actor), N_("who acts when nobody is named"), NULL, NULL },
	END
};

static enum nsi_status init(struct call *c)
{
	c->saved = true;
	return nsi_init(c->nsi, c->opts, &c->rows);
}

static const struct nsi_field undo_fields[] = {
	{ "entry", NSI_T_ID, NSI_OPERAND | NSI_MANY, AT(undo, entries), N_("an entry of the act to undo, as nsi log shows it"), NULL, NULL },
	{ "last", NSI_T_FLAG, 0, AT(undo, last), N_("the newest act of who acts"), NULL, NULL },
	{ "reason", NSI_T_TEXT, NSI_SECRET, AT(undo, reason), N_("why; stays in the private file"), NULL, NULL },
	END
};

static enum nsi_status undo(struct call *c)
{
	const struct undo *o = c->opts;

	if (o->last == (o->entries.n > 0))
		return complain(c->nsi, NSI_USAGE, N_("undo what? name entries, or say --last; see 'nsi log'"));
	return nsi_undo(c->nsi, o->entries, o->last, o->reason, c->flags, &c->rows);
}

static const struct nsi_field redo_fields[] = {
	{ "reason", NSI_T_TEXT, NSI_SECRET, AT(redo, reason), N_("why; stays in the private file"), NULL, NULL },
	END
};

static enum nsi_status redo(struct call *c)
{
	const struct redo *o = c->opts;

	return nsi_redo(c->nsi, o->reason, c->flags, &c->rows);
}

static const struct nsi_field check_fields[] = {
	{ "name", NSI_T_ID, NSI_OPERAND | NSI_MANY, AT(check, names), N_("a check; without any: all of them"), NULL, NULL },
	{ "repair", NSI_T_FLAG, 0, AT(check, repair), N_("derive anew what does not fit the journal"), NULL, NULL },
	{ "list", NSI_T_FLAG, 0, AT(check, list), N_("list the named checks instead"), NULL, NULL },
	END
};

static enum nsi_status check(struct call *c)
{
	const struct check *o = c->opts;

	if (o->list)
		return nsi_check_list(c->nsi, false, &c->rows);
	c->saved = o->repair;
	return nsi_check(c->nsi, o->names, o->repair ? NSI_REPAIR : 0, &c->rows);
}

static const struct nsi_field config_fields[] = {
	{ "key", NSI_T_ID, NSI_OPERAND, AT(config, key), N_("a setting; without any: all of them"), NULL, NULL },
	{ "value", NSI_T_TEXT, NSI_OPERAND, AT(config, value), N_("what to set it to"), NULL, NULL },
	END
};

static enum nsi_status config(struct call *c)
{
	const struct config *o = c->opts;

	c->saved = o->value != NULL;
	return nsi_config(c->nsi, o->key, o->value, &c->rows);
}

static const struct nsi_field backup_fields[] = {
	{ "file", NSI_T_FILE, NSI_OPERAND | NSI_MUST, AT(file, file), N_("a new file"), NULL, NULL },
	END
};

static enum nsi_status backup(struct call *c)
{
	const struct file *o = c->opts;

	c->saved = true;
	return nsi_backup(c->nsi, o->file, &c->rows);
}

static const struct nsi_field restore_fields[] = {
	{ "file", NSI_T_FILE, NSI_OPERAND | NSI_MUST, AT(file, file), N_("what nsi backup made"), NULL, NULL },
	END
};

static enum nsi_status restore(struct call *c)
{
	const struct file *o = c->opts;

	c->saved = true;
	return nsi_restore(c->nsi, o->file, &c->rows);
}

static const struct nsi_field open_fields[] = {
	{ "year", NSI_T_YEAR, NSI_OPERAND, AT(year, year), N_("by the year it ends in; without: of the newest calendar"), NULL, NULL },
	END
};

static enum nsi_status year_open(struct call *c)
{
	const struct year *o = c->opts;

	return nsi_year_open(c->nsi, o->year, c->flags, &c->rows);
}

static const struct nsi_field close_fields[] = {
	{ "year", NSI_T_YEAR, NSI_OPERAND | NSI_MUST, AT(year, year), N_("by the year it ends in"), NULL, NULL },
	END
};

static enum nsi_status year_close(struct call *c)
{
	const struct year *o = c->opts;

	return nsi_year_close(c->nsi, o->year, c->flags, &c->rows);
}

const struct command workspace_commands[] = {
	{ .name = "init", .does = init, .fields = init_fields, .size = sizeof(struct nsi_init),
	  .help = N_("Make a workspace: an empty database and its private file."), .flags = CMD_NO_DB },
	{ .name = "status", .asks = "status", .flags = CMD_ACT },
	{ .name = "log", .asks = "log" },
	{ .name = "undo", .does = undo, .fields = undo_fields, .size = sizeof(struct undo),
	  .help = N_("Take back what was said, a whole command at a time."), .flags = CMD_WRITES | CMD_WIDE },
	{ .name = "redo", .does = redo, .fields = redo_fields, .size = sizeof(struct redo),
	  .help = N_("Take back the newest undo."), .flags = CMD_WRITES | CMD_WIDE },
	{ .name = "check", .does = check, .fields = check_fields, .size = sizeof(struct check),
	  .help = N_("See whether the database is sound; silent when it is."), .flags = CMD_FINDINGS | CMD_MAY_DB },
	{ .name = "config", .does = config, .fields = config_fields, .size = sizeof(struct config),
	  .help = N_("Show or change settings of the workspace.") },
	{ .name = "backup", .does = backup, .fields = backup_fields, .size = sizeof(struct file),
	  .help = N_("Copy everything into one new file, private texts too; others may write meanwhile.") },
	{ .name = "restore", .does = restore, .fields = restore_fields, .size = sizeof(struct file),
	  .help = N_("Make a workspace here of a backup; it never replaces one."), .flags = CMD_NO_DB },
	{ .group = "year", .name = "open", .does = year_open, .fields = open_fields, .size = sizeof(struct year),
	  .help = N_("Open a school year and carry people and groups over."), .flags = CMD_WRITES | CMD_WIDE },
	{ .group = "year", .name = "close", .does = year_close, .fields = close_fields, .size = sizeof(struct year),
	  .help = N_("Freeze a school year as it stands."), .flags = CMD_WRITES | CMD_WIDE },
	{ .group = "year", .name = "list", .asks = "year_list" },
	END
};
