/* steps.c - the first steps, as `nsi help` shows them: typed one by one they lead from nothing to a board. */
#include "cmd.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXAMPLE "school-161"

static const struct { const char *typed, *does; } steps[] = {     /* %s: the folder of the example */
	{ "nsi init school --org s161", N_("a workspace, in a new folder") },
	{ "cd school", N_("commands look for it here and above") },
	{ "nsi module load %s", N_("a programme, people and a year") },
	{ "nsi iop plan --all", N_("an individual programme for everybody") },
	{ "nsi iop propose --all", N_("the drafts go to those who approve") },
	{ "nsi iop approve --all --protocol 1", N_("they are approved by one protocol") },
	{ "nsi session pair --on today --save", N_("an evening: who teaches whom, when") },
	{ "nsi session record last --all-ok", N_("it went as it was planned") },
	{ "nsi report board", N_("who mastered what, and can teach it") },
	{ NULL, NULL },
};

/* The examples that came with this program: installed, or beside the folder where it was built. */
static void example(char *out, size_t size)
{
	static const char *const places[] = { "/../share/nsi/examples/" EXAMPLE, "/../examples/" EXAMPLE };
	char here[4096];
	ssize_t n = readlink("/proc/self/exe", here, sizeof(here) - 1);

	snprintf(out, size, "FOLDER");
	if (n <= 0)
		return;
	here[n] = 0;
	*strrchr(here, '/') = 0;
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		char path[5000], *whole;

		snprintf(path, sizeof(path), "%s%s", here, places[i]);
		whole = realpath(path, NULL);
		if (!whole)
			continue;
		snprintf(out, size, strpbrk(whole, " \t'\"\\$`") ? "\"%s\"" : "%s", whole);
		free(whole);
		return;
	}
}

void help_steps(struct nsi *n, FILE *f)
{
	char folder[5000], typed[5200];

	fprintf(f, "\n%s\n", nsi_tr(n, N_("First steps, with the example that comes with nsi:")));
	example(folder, sizeof(folder));
	for (size_t i = 0; steps[i].typed; i++) {
		snprintf(typed, sizeof(typed), steps[i].typed, folder);
		help_item(f, typed, nsi_tr(n, steps[i].does), 40);
	}
	fputs(nsi_tr(n, N_("With data of your own: 'nsi module new programme', 'nsi help iop enrol';\n"
	                 "'man nsi-tutorial' tells more.\n")), f);
}
