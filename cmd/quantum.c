/* quantum.c - quanta of practice: tried, shown to others, adopted, reviewed, retired. */
#include "cmd.h"

struct show { const char *quantum, *on; };

#define AT(member) offsetof(struct show, member)
#define END { 0 }

static const struct nsi_field show_fields[] = {
	{ "quantum", NSI_T_QUANTUM, NSI_OPERAND | NSI_MUST, AT(quantum), N_("which quantum"), NULL, NULL },
	{ "on", NSI_T_DAY, 0, AT(on), N_("as it was on this day"), NULL, NULL },
	END
};

static enum nsi_status show(struct call *c)
{
	const struct show *o = c->opts;

	return nsi_quantum_show(c->nsi, o->quantum, o->on, &c->rows);
}

const struct command quantum_commands[] = {
	{ .group = "quantum", .name = "list", .asks = "quantum_list" },
	{ .group = "quantum", .name = "show", .does = show, .fields = show_fields, .size = sizeof(struct show),
	  .help = N_("The whole quantum: what it is, its state and what the next one wants, who tried it and who has it from whom.") },
	{ .group = "quantum", .name = "try", .says = "try", .flags = CMD_FILE },
	{ .group = "quantum", .name = "pass", .says = "pass" },
	{ .group = "quantum", .name = "adopt", .says = "adopt" },
	{ .group = "quantum", .name = "review", .says = "review" },
	{ .group = "quantum", .name = "retire", .says = "retire" },
	END
};
