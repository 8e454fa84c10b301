/* main.c - from the words of the shell to a command; what must be so before anything else. */
#include "cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Descriptors 0, 1, 2 that are closed would be taken by the next file, and messages would be
 * written into it. Opened for reading only, so that writing there does not seem to succeed. */
static int descriptors_open(void)
{
	for (;;) {
		int fd = open("/dev/null", O_RDONLY);

		if (fd < 0)
			return -1;
		if (fd > 2) {
			close(fd);
			return 0;
		}
	}
}

static void signals_set(void (*handler)(int))
{
	signal(SIGPIPE, handler);          /* a write that nobody reads says EPIPE */
	signal(SIGXFSZ, handler);          /* a file that grows too big says EFBIG */
}

/* The value of --KEY wherever it stands, so that its language speaks from the first word on. */
static const char *value_of(char **argv, const char *key)
{
	size_t n = strlen(key);

	for (; *argv && strcmp(*argv, "--") != 0; argv++)
		if (!strncmp(*argv, "--", 2) && !strncmp(*argv + 2, key, n)) {
			if ((*argv)[2 + n] == '=')
				return *argv + 3 + n;
			if (!(*argv)[2 + n] && argv[1])
				return argv[1];
		}
	return NULL;
}

/* ---- a word that is no command ------------------------------------------------------------------- */

/* `nsi foo` where nsi-foo is on PATH: run that. Returns when there is none. */
static void run_external(const struct globals *g, char **argv)
{
	char name[80] = "nsi-", *word = *argv;

	if (strspn(*argv, "abcdefghijklmnopqrstuvwxyz0123456789-_") != strlen(*argv) || strlen(*argv) > 60)
		return;
	strcat(name, *argv);
	if (g->db)
		setenv("NSI_DB", g->db, 1);
	if (g->as)
		setenv("NSI_ACTOR", g->as, 1);
	signals_set(SIG_DFL);
	argv[0] = name;
	execvp(name, argv);
	argv[0] = word;
	if (errno != ENOENT && errno != EACCES && errno != ENOTDIR)
		complain(NULL, NSI_MACHINE, "%s: %s", name, nsi_error_text(NULL, errno));
	signals_set(SIG_IGN);
}

enum { NAMES_MAX = 100 };

static size_t names_of(struct nsi *n, const char *group, const char **names, size_t k)
{
	for (const struct command *c = NULL; (c = command_next(n, group, c)) && k < NAMES_MAX - 1; )
		names[k++] = c->name;
	return k;
}

static int unknown_verb(struct nsi *n, const struct group *g, char **argv)
{
	const char *names[NAMES_MAX], *near, *word = *argv;
	char both[80];

	if (word && command_begins(n, g->name, word)) {
		if (!argv[1]) {
			complain(n, NSI_USAGE, N_("what of '%s %s'? see 'nsi help %s'"), g->name, word, g->name);
			return nsi_exit_code(NSI_USAGE);
		}
		snprintf(both, sizeof(both), "%s %s", word, argv[1]);
		word = both;
	}

	names[names_of(n, g->name, names, 0)] = NULL;
	near = word ? nsi_near(word, names) : NULL;
	if (!word)
		complain(n, NSI_USAGE, N_("which verb of '%s'? see 'nsi help %s'"), g->name, g->name);
	else if (near)
		complain(n, NSI_USAGE, N_("no verb '%s' in '%s'; did you mean 'nsi %s %s'?"), word, g->name, g->name,
		         near);
	else
		complain(n, NSI_USAGE, N_("no verb '%s' in '%s'; see 'nsi help %s'"), word, g->name, g->name);
	return nsi_exit_code(NSI_USAGE);
}

static int unknown_word(struct nsi *n, const char *word)
{
	const char *names[NAMES_MAX], *near;
	size_t k = names_of(n, NULL, names, 0);

	for (const struct group *g = command_groups; g->name; g++) {
		if (command_find(n, g->name, word)) {
			complain(n, NSI_USAGE, N_("no command '%s'; did you mean 'nsi %s %s'?"), word, g->name, word);
			return nsi_exit_code(NSI_USAGE);
		}
		if (command_next(n, g->name, NULL) && k < NAMES_MAX - 3)
			names[k++] = g->name;
	}
	names[k++] = "help";
	names[k++] = "completion";
	names[k] = NULL;
	near = nsi_near(word, names);
	if (near)
		complain(n, NSI_USAGE, N_("no command '%s'; did you mean 'nsi %s'?"), word, near);
	else
		complain(n, NSI_USAGE, N_("no command '%s'; see 'nsi help'"), word);
	return nsi_exit_code(NSI_USAGE);
}

/* ---- finding the command -------------------------------------------------------------------------- */

/* The language of the workspace, if there is one; whether there is does not matter here. */
static bool look_around(struct nsi *n)
{
	bool there = nsi_open(n) == NSI_OK;

	nsi_message_clear(n);
	return there;
}

static bool asks_help(const char *word)
{
	return !strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "help");
}

static int run_group(struct nsi *n, const struct globals *g, const struct group *group, char **argv)
{
	char **rest;
	const struct command *c = command_read(n, group->name, argv, &rest);

	if (c)
		return command_run(n, c, g, rest);
	look_around(n);
	if (*argv && asks_help(*argv)) {
		help_group(n, stdout, group, NULL);
		return 0;
	}
	if (*argv && argv[1] && asks_help(argv[1]) && command_begins(n, group->name, *argv)) {
		help_group(n, stdout, group, *argv);
		return 0;
	}
	return unknown_verb(n, group, argv);
}

static int dispatch(struct nsi *n, const struct globals *g, char **argv)
{
	const struct command *c = *argv ? command_find(n, NULL, *argv) : NULL;
	const struct group *group = *argv ? group_find(*argv) : NULL;
	bool there;

	if (g->help && *argv) {
		look_around(n);
		return help_main(n, argv);
	}
	if (*argv && !strcmp(*argv, "complete"))
		return complete_main(n, argv + 1);
	if (*argv && !strcmp(*argv, "completion"))
		return completion_main(n, argv + 1);
	if (c)
		return command_run(n, c, g, argv + 1);
	if (group && command_next(n, group->name, NULL))
		return run_group(n, g, group, argv + 1);
	if (*argv && strcmp(*argv, "help") != 0)
		run_external(g, argv);
	there = look_around(n);
	if (*argv && !strcmp(*argv, "help"))
		return help_main(n, argv + 1);
	if (*argv)
		return unknown_word(n, *argv);
	c = command_find(n, NULL, "status");
	if (there && c && !g->help)
		return command_run(n, c, g, argv);
	help_all(n, stdout);
	return 0;
}

static int globals_use(struct nsi *n, const struct globals *g)
{
	if (g->dir && chdir(g->dir)) {
		complain(n, NSI_MACHINE, "%s: %s", g->dir, nsi_error_text(n, errno));
		return nsi_exit_code(NSI_MACHINE);
	}
	for (size_t i = 0; i < g->settings.n; i++)
		if (!strchr(g->settings.v[i], '=')) {
			complain(n, NSI_USAGE, N_("'%s' is no KEY=VALUE, as -c wants; see 'nsi help'"),
			         g->settings.v[i]);
			return nsi_exit_code(NSI_USAGE);
		}
	return 0;
}

/* A handle, or its exit code. The first one is for reading the words that the second is made by. */
static int handle_new(struct nsi **n, const struct nsi_options *o)
{
	enum nsi_status s;

	nsi_close(*n);
	*n = NULL;
	s = nsi_new(n, o);
	if (!*n)
		complain(NULL, NSI_MEMORY, "out of memory");
	else if (s != NSI_OK)
		say_messages(*n, false, false);
	return nsi_exit_code(s);
}

int main(int argc, char **argv)
{
	struct globals g = { 0 };
	struct nsi *n = NULL;
	struct nsi_options o;
	struct timespec began;
	char **rest;
	int code;

	signals_set(SIG_IGN);
	if (descriptors_open()) {
		if (fcntl(STDERR_FILENO, F_GETFD) >= 0)
			complain(NULL, NSI_MACHINE, "/dev/null: %s", nsi_error_text(NULL, errno));
		return nsi_exit_code(NSI_MACHINE);
	}
	argv += argc > 0;
	o = (struct nsi_options){ .lang = value_of(argv, "lang") };
	code = handle_new(&n, &o);
	if (!code)
		code = nsi_exit_code(globals_read(&g, n, argv, &rest));
	if (!code && !g.version)
		code = nsi_exit_code(config_read(n, &g));
	if (!code && g.version)
		puts("nsi " NSI_VERSION);
	else if (!code && !(code = globals_use(n, &g))) {
		const char *typed = *rest && !strcmp(*rest, "complete") ? value_of(rest, "db") : NULL;

		o = (struct nsi_options){ .db = typed ? typed : g.db, .lang = g.lang ? g.lang : o.lang, .settings = g.settings, .defaults = g.defaults,
		                          .actor = g.as ? g.as : value_of(rest, "as") };
		if (bar_wanted(argv) && !clock_gettime(CLOCK_MONOTONIC, &began)) {
			o.progress = bar_show;
			o.progress_data = &began;
		}
		code = handle_new(&n, &o);
		if (!code)
			code = dispatch(n, &g, rest);
	}
	if (fflush(stdout) && !code) {                    /* what nsi_write() writes was flushed there */
		if (errno != EPIPE)
			complain(n, NSI_MACHINE, N_("standard output: %s"), nsi_error_text(n, errno));
		code = nsi_exit_code(NSI_MACHINE);
	}
	nsi_close(n);
	pool_free(&g.pool);
	return code;
}
