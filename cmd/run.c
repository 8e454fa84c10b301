/* run.c - one command from its words to its exit code: open, read, ask if it is wide, do, print. */
#include "cmd.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDE = 20 };                        /* people; more are asked about */

static enum nsi_status call_once(struct call *call, const struct command *c, const struct words *w)
{
	struct nsi *n = call->nsi;

	if (c->asks)
		return nsi_ask(n, c->asks, w->args, w->narg, &call->rows);
	call->saved = command_writes(c) && !(call->flags & NSI_DRY);
	if (c->says && w->from)
		return nsi_say_file(n, c->says, w->from, w->args, w->narg, call->flags, &call->rows);
	if (c->says)
		return nsi_say(n, c->says, w->args, w->narg, call->flags, &call->rows);
	return c->does(call);
}

/* ---- wide changes ---------------------------------------------------------------------------------- */

/* May these words concern more people than anybody would name by hand? */
static bool wide_words(struct nsi *n, const struct command *c, const struct words *w)
{
	size_t people = 0;

	if ((c->flags & CMD_WIDE) || w->all || w->from)
		return true;
	for (const struct nsi_field *f = command_fields(n, c); f->key; f++)
		for (size_t i = 0; (f->flags & NSI_FILTER) && i < w->narg; i++)
			if (!strcmp(w->args[i].key, f->key)) {
				if (like_filter(w->args[i].value))
					return true;
				people++;
			}
	return people > WIDE;
}

static size_t column_of(const struct nsi_rows *r, const char *key)
{
	size_t i = 0;

	while (i < r->ncol && strcmp(r->cols[i].key, key) != 0)
		i++;
	return i;
}

static int text_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* How many people the rows of a dry run would change. */
static size_t people_changed(const struct nsi_rows *r)
{
	size_t person = column_of(r, "person"), change = column_of(r, "change"), count = 0, people = 0;
	const char **seen = person < r->ncol ? calloc(r->nrow + 1, sizeof(*seen)) : NULL;

	for (size_t i = 0; seen && i < r->nrow; i++) {
		const struct nsi_cell *row = r->cells + i * r->ncol;

		if (change < r->ncol && row[change].type != NSI_T_NONE && !strcmp(row[change].s, "="))
			continue;
		if (row[person].type != NSI_T_NONE)
			seen[count++] = row[person].s;
	}
	if (seen)
		qsort(seen, count, sizeof(*seen), text_order);
	for (size_t i = 0; i < count; i++)
		people += !i || strcmp(seen[i - 1], seen[i]) != 0;
	free(seen);
	return people;
}

/* On a terminal a wide change is tried first, counted, and asked about. NSI_OK: go on. */
static enum nsi_status wide_asked(struct nsi *n, const struct command *c, const struct words *w, unsigned flags)
{
	struct call dry = { .nsi = n, .opts = w->opts, .flags = flags | NSI_DRY };
	enum nsi_status s;
	char answer[100];
	size_t people;

	if (!command_writes(c) || (flags & NSI_DRY) || w->yes || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO) ||
	    (w->from && !strcmp(w->from, "-")) || !wide_words(n, c, w))
		return NSI_OK;
	s = call_once(&dry, c, w);
	bar_erase();
	if (s != NSI_OK || !dry.rows)
		return NSI_OK;                 /* the real call will say why */
	people = people_changed(dry.rows);
	if (people <= WIDE)
		return NSI_OK;
	fprintf(stderr, nsi_tr(n, N_("This concerns %zu people. Go on? [y/N] ")), people);
	if (fgets(answer, sizeof(answer), stdin)) {
		answer[strcspn(answer, "\r\n")] = 0;
		if (nsi_word(n, "y yes", answer))
			return NSI_OK;
	}
	return complain(n, NSI_DATA, N_("nothing is done"));
}

/* ---- printing ---------------------------------------------------------------------------------------- */

/* Has the reader of our standard output gone away, as `head` does? Then there is nobody to tell. */
static bool reader_gone(const struct nsi_output *o)
{
	struct pollfd p = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return (!o->file || !strcmp(o->file, "-")) && poll(&p, 1, 0) == 1 && (p.revents & POLLERR);
}

static bool for_people(const struct nsi_output *o)
{
	return !o->file && (!o->format || !strcmp(o->format, "table"));
}

static const char *operand_said(const struct command *c, const struct words *w, const struct nsi_field *f)
{
	for (size_t i = 0; i < w->narg && !c->does; i++)
		if (!strcmp(w->args[i].key, f->key))
			return w->args[i].value;
	return c->does && w->opts && f->at >= 0 && !(f->flags & NSI_MANY)
	               ? *(const char *const *)(const void *)((const char *)w->opts + f->at)
	               : NULL;
}

/* The heading of a page: "p07 · What a person has left": of whom or what, as long as it is a code; what the command does. */
static void heading_put(char *out, size_t size, struct nsi *n, const struct command *c, const struct words *w)
{
	const enum nsi_type called[] = { NSI_T_PERSON, NSI_T_UNIT, NSI_T_MODULE, NSI_T_ORG, NSI_T_GROUP, NSI_T_QUANTUM, NSI_T_SESSION, NSI_T_ID };
	size_t len = 0;

	*out = '\0';
	for (const struct nsi_field *f = command_fields(n, c); f && f->key && !command_writes(c); f++) {
		const char *s = f->flags & NSI_OPERAND ? operand_said(c, w, f) : NULL;
		size_t k = 0;

		while (k < sizeof(called) / sizeof(*called) && called[k] != f->type)
			k++;
		if (!s || k == sizeof(called) / sizeof(*called) || strlen(s) > 60 ||
		    ((f->type == NSI_T_PERSON || f->type == NSI_T_SESSION) && !strpbrk(s, "0123456789")))
			continue;                      /* by surname nobody is named */
		len += (size_t)snprintf(out + len, size - len, "%s%s", len ? ", " : "", s);
	}
	snprintf(out + len, size - len, "%s%s", len ? " · " : "", nsi_tr(n, command_brief(n, c)));
}

static enum nsi_status unprinted(struct nsi *n)
{
	return complain(n, NSI_OUTPUT, N_("what was said is saved; only the output failed"));
}

static enum nsi_status rows_print(struct nsi *n, const struct command *c, const struct words *w,
                                  const struct nsi_rows *rows, bool saved, bool quiet)
{
	struct nsi_output out = w->out;
	char heading[1000];
	enum nsi_status s;

	if (!rows || ((c->flags & CMD_FINDINGS) && !rows->nrow && !rows->nsum && for_people(&w->out)))
		return NSI_OK;
	heading_put(heading, sizeof(heading), n, c, w);
	out.heading = heading;
	s = nsi_write(n, rows, &out);
	bar_erase();
	if (s == NSI_MEMORY && saved)
		complain(n, s, N_("out of memory"));
	if (s == NSI_MEMORY || (s == NSI_OUTPUT && reader_gone(&w->out)))
		nsi_message_clear(n);
	say_messages(n, quiet, w->verbose);
	if (s == NSI_OK)
		return s;
	if (saved)
		return unprinted(n);
	return s == NSI_OUTPUT ? NSI_MACHINE : s;
}

static enum nsi_status run(struct nsi *n, const struct command *c, const struct globals *g, const struct words *w)
{
	unsigned flags = (w->dry ? NSI_DRY : 0) | (w->all ? NSI_ALL : 0);
	struct call call = { .nsi = n, .opts = w->opts, .flags = flags };
	bool quiet = g->quiet || w->quiet, verbose = g->verbose || w->verbose;
	enum nsi_status s = wide_asked(n, c, w, flags), printed;

	if (s != NSI_OK)
		return s;
	s = call_once(&call, c, w);
	bar_erase();
	if (s == NSI_MEMORY) {
		nsi_message_clear(n);                   /* what was found on the way may come from the lack */
		return s;
	}
	if (s == NSI_OUTPUT) {
		say_messages(n, quiet, verbose);
		return unprinted(n);
	}
	if (s == NSI_MACHINE ||
	    (s != NSI_OK && call.rows && (!call.rows->nrow || !(command_writes(c) || (c->flags & CMD_FINDINGS)))))
		call.rows = NULL;                       /* half an answer, or none: there is nothing to show but why */
	if (!(c->flags & CMD_FINDINGS) || !call.rows) {
		say_messages(n, quiet, verbose);
		nsi_message_clear(n);
	}
	printed = rows_print(n, c, w, call.rows, s == NSI_OK && call.saved, quiet);
	if (s == NSI_OK && printed == NSI_OK && w->exit_code && call.rows && call.rows->nrow && !call.rows->calm)
		return NSI_FOUND;
	return s != NSI_OK ? s : printed;
}

/* A command that asks the question of a file becomes one that asks it: its options are the file's. */
static enum nsi_status own_named(struct nsi *n, struct command *c, char ***argv)
{
	const char *word = **argv;
	enum nsi_status s;

	if (!(c->flags & CMD_OWN) || !word || *word == '-')
		return NSI_OK;
	*c = (struct command){ .group = c->group, .name = c->name };
	s = nsi_question_file(n, word, &c->asks);
	if (s != NSI_OK && s != NSI_MEMORY)
		say_messages(n, false, false);
	nsi_message_clear(n);
	++*argv;
	return s;
}

/* ---- the whole --------------------------------------------------------------------------------------- */

/* The database first, quietly: its language is the language of what follows. */
static enum nsi_status open_quietly(struct nsi *n, const struct command *c, const struct globals *g)
{
	enum nsi_status s = c->flags & CMD_NO_DB ? NSI_OK : nsi_open(n);

	bar_erase();
	nsi_message_clear(n);
	if (s != NSI_MEMORY && c->flags & CMD_MAY_DB && !g->db && !getenv("NSI_DB"))
		return NSI_OK;
	return s;
}

static enum nsi_color color_named(const char *word)
{
	if (!word)
		return NSI_COLOR_AUTO;
	return !strcmp(word, "always") ? NSI_COLOR_ALWAYS : !strcmp(word, "never") ? NSI_COLOR_NEVER : NSI_COLOR_AUTO;
}

int command_run(struct nsi *n, const struct command *c, const struct globals *g, char **argv)
{
	enum nsi_status opened = open_quietly(n, c, g), s;
	struct words w = { .color = g->color };
	struct command own = *c;

	s = own_named(n, &own, &argv);
	c = own.asks ? &own : c;
	if (s == NSI_OK)
		s = words_read(&w, n, c, argv);
	w.out.color = color_named(w.color);
	if (s == NSI_OK && w.help) {
		help_command(n, stdout, c);
	} else if (s == NSI_OK && opened != NSI_OK && (s = nsi_open(n)) != NSI_OK) {
		if (s != NSI_MEMORY)
			say_messages(n, g->quiet, g->verbose);
	} else if (s == NSI_OK) {
		s = run(n, c, g, &w);
	}
	if (s == NSI_MEMORY)
		complain(n, s, N_("out of memory"));
	pool_free(&w.pool);
	return nsi_exit_code(s);
}
