/* module.c - the programme: its files, its editions, its map. */
#include "cmd.h"

struct check { struct nsi_list paths; bool strict, list; };
struct load { struct nsi_list paths; bool prune; };
struct diff { const char *a, *b; };
struct one { const char *name; };

#define AT(type, member) offsetof(struct type, member)
#define END { 0 }

static const struct nsi_field check_fields[] = {
	{ "path", NSI_T_FILE, NSI_OPERAND | NSI_MANY, AT(check, paths), N_("a YAML file, or a folder of them"), NULL, NULL },
	{ "strict", NSI_T_FLAG, 0, AT(check, strict), N_("warnings count as errors"), NULL, NULL },
	{ "list", NSI_T_FLAG, 0, AT(check, list), N_("list the named checks instead"), NULL, NULL },
	END
};

static enum nsi_status check(struct call *c)
{
	const struct check *o = c->opts;

	if (o->list)
		return nsi_check_list(c->nsi, true, &c->rows);
	if (!o->paths.n)
		return complain(c->nsi, NSI_USAGE, N_("which files or folders? see 'nsi help module check'"));
	return nsi_module_check(c->nsi, o->paths, o->strict ? NSI_STRICT : 0, &c->rows);
}

static const struct nsi_field load_fields[] = {
	{ "path", NSI_T_FILE, NSI_OPERAND | NSI_MANY | NSI_MUST, AT(load, paths), N_("a YAML file, or a folder of them"), NULL, NULL },
	{ "prune", NSI_T_FLAG, 0, AT(load, prune), N_("take out what the files no longer hold"), NULL, NULL },
	END
};

static enum nsi_status load(struct call *c)
{
	const struct load *o = c->opts;

	return nsi_module_load(c->nsi, o->paths, c->flags | (o->prune ? NSI_PRUNE : 0), &c->rows);
}

static const struct nsi_field diff_fields[] = {
	{ "a", NSI_T_FILE, NSI_OPERAND, AT(diff, a), N_("files or an edition; compared with what is loaded"), NULL, NULL },
	{ "b", NSI_T_FILE, NSI_OPERAND, AT(diff, b), N_("files or an edition, instead of what is loaded"), NULL, NULL },
	END
};

static enum nsi_status diff(struct call *c)
{
	const struct diff *o = c->opts;

	return nsi_module_diff(c->nsi, o->a, o->b, &c->rows);
}

static const struct nsi_field show_fields[] = {
	{ "id", NSI_T_ID, NSI_OPERAND | NSI_MUST, AT(one, name), N_("a module, a unit or any other object"), NULL, NULL },
	END
};

static enum nsi_status show(struct call *c)
{
	const struct one *o = c->opts;

	return nsi_module_show(c->nsi, o->name, &c->rows);
}

static const struct nsi_field map_fields[] = {
	{ "module", NSI_T_MODULE, 0, AT(one, name), N_("only this module"), NULL, NULL },
	END
};

static enum nsi_status map(struct call *c)
{
	const struct one *o = c->opts;

	return nsi_module_map(c->nsi, o->name, &c->rows);
}

static const struct nsi_field schema_fields[] = {
	{ "name", NSI_T_ID, NSI_OPERAND, AT(one, name), N_("programme: a whole file; or one object, as unit; without it all names"), NULL, NULL },
	END
};

static enum nsi_status schema(struct call *c)
{
	const struct one *o = c->opts;

	return nsi_module_schema(c->nsi, o->name, &c->rows);
}

static const struct nsi_field new_fields[] = {
	{ "kind", NSI_T_ID, NSI_OPERAND | NSI_MUST, AT(one, name), N_("what is defined: programme, module, unit, org, participant, quantum"), NULL, NULL },
	END
};

static enum nsi_status blank(struct call *c)
{
	const struct one *o = c->opts;

	return nsi_module_new(c->nsi, o->name, &c->rows);
}

const struct command module_commands[] = {
	{ .group = "module", .name = "check", .does = check, .fields = check_fields, .size = sizeof(struct check),
	  .help = N_("Find every fault of programme files, with its place."), .flags = CMD_MAY_DB | CMD_FINDINGS },
	{ .group = "module", .name = "load", .does = load, .fields = load_fields, .size = sizeof(struct load),
	  .help = N_("Take programme files in; what they change makes a new edition."), .flags = CMD_WRITES | CMD_WIDE },
	{ .group = "module", .name = "list", .asks = "module_list" },
	{ .group = "module", .name = "show", .does = show, .fields = show_fields, .size = sizeof(struct one),
	  .help = N_("One object of the programme, whole.") },
	{ .group = "module", .name = "map", .does = map, .fields = map_fields, .size = sizeof(struct one),
	  .help = N_("The map: what rests on what, who bears it.") },
	{ .group = "module", .name = "diff", .does = diff, .fields = diff_fields, .size = sizeof(struct diff),
	  .help = N_("What differs between files, editions or both."), .flags = CMD_ACT },
	{ .group = "module", .name = "schema", .does = schema, .fields = schema_fields, .size = sizeof(struct one),
	  .help = N_("What may stand in a file, as JSON Schema for editors."), .flags = CMD_MAY_DB },
	{ .group = "module", .name = "new", .does = blank, .fields = new_fields, .size = sizeof(struct one),
	  .help = N_("A commented YAML to fill in."), .flags = CMD_MAY_DB },
	END
};
