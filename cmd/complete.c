/* complete.c - `nsi complete WORD…`: what the last word can become, a line each with what it means behind a tab;
 * the scripts of `nsi completion` ask it. Read from the tables, like help. */
#include "cmd.h"

#include <string.h>
#include <unistd.h>

/* The word being typed: BEFORE stays as it is, START is to be completed. */
struct typing { struct nsi *n; FILE *f; char before[300]; const char *start; };

static void offer(const struct typing *t, const char *word, const char *means)
{
	if (strncmp(word, t->start, strlen(t->start)) != 0)
		return;
	put_safe(t->f, t->before);
	put_safe(t->f, word);
	if (means && *means) {
		fputc('\t', t->f);
		put_safe(t->f, means);
	}
	fputc('\n', t->f);
}

/* Of WORDS with blanks between. */
static void offer_words(const struct typing *t, const char *words)
{
	for (size_t n; *(words += strspn(words, " ")); words += n) {
		char word[80];
		const char *said;

		n = strcspn(words, " ");
		snprintf(word, sizeof(word), "%.*s", (int)n, words);
		said = nsi_tr(t->n, word);
		offer(t, word, strcmp(said, word) != 0 ? said : NULL);
	}
}

/* What stands before AT stays. */
static void keep(struct typing *t, const char *at)
{
	size_t had = strlen(t->before), n = (size_t)(at - t->start);

	if (had + n >= sizeof(t->before))
		return;
	memcpy(t->before + had, t->start, n);
	t->before[had + n] = 0;
	t->start = at;
}

/* Columns WORD and MEANS of an answer, where there is one. */
static void offer_rows(const struct typing *t, enum nsi_status status, const struct nsi_rows *r, size_t word, size_t means)
{
	for (size_t i = 0; !status && i < r->nrow; i++) {
		const struct nsi_cell *c = r->cells + i * r->ncol;

		offer(t, c[word].s, c[means].type ? c[means].s : NULL);
	}
	nsi_message_clear(t->n);
}

/* Ids of the workspace; without one, or when it cannot be read, there are none. */
static void offer_ids(const struct typing *t, const char *kind)
{
	const struct nsi_arg args[] = { { "start", t->start }, { "kind", kind } };
	const struct nsi_rows *rows = NULL;
	enum nsi_status s = nsi_ask(t->n, "complete", args, kind ? 2 : 1, &rows);

	offer_rows(t, s, rows, 0, 1);
}

/* Figures of the summary; reports of one's own. */
static void offer_report(const struct typing *t, bool own)
{
	const struct nsi_summary all = { 0 };
	const struct nsi_rows *rows = NULL;
	enum nsi_status s = own ? nsi_report_list(t->n, &rows) : nsi_report_summary(t->n, &all, &rows);

	offer_rows(t, s, rows, own ? 0 : 2, 1);
}

static const char *kind_of(enum nsi_type type)
{
	switch (type) {
	case NSI_T_PERSON: return "person";
	case NSI_T_UNIT: return "part";
	case NSI_T_MODULE: return "module";
	case NSI_T_ORG: return "org";
	case NSI_T_GROUP: return "group";
	case NSI_T_QUANTUM: return "quantum";
	case NSI_T_SESSION: return "session";
	case NSI_T_REQUEST: return "request";
	case NSI_T_YEAR: return "year";
	default: return NULL;
	}
}

/* What is none of the workspace: formats, columns, kinds of definitions. */
static void offer_names(const struct typing *t, const struct command *c, const struct nsi_field *f)
{
	const struct nsi_question *q = c->asks ? nsi_question(t->n, c->asks) : NULL;
	struct nsi_object o;

	if (!strcmp(f->key, "format"))
		for (const struct nsi_format *k = nsi_formats(); k->part.name; k++)
			offer(t, k->part.name, nsi_tr(t->n, k->part.help));
	else if (!strcmp(f->key, "columns") || !strcmp(f->key, "sort"))
		for (const struct nsi_column *k = q ? q->cols : NULL; k && k->key; k++)
			offer(t, k->type != NSI_T_KEY ? k->key : "", nsi_tr(t->n, k->title ? k->title : ""));
	else if (!strcmp(f->key, "kind") || !strcmp(f->key, "name"))
		for (size_t i = 1; nsi_object(i, &o); i++)
			offer(t, o.list ? o.name : "", nsi_tr(t->n, o.help));
	else if (!strcmp(f->key, "id") || !strcmp(f->key, "period"))
		offer_ids(t, *f->key == 'p' ? "period" : NULL);
	else if (!strcmp(f->key, "explain") && f->type == NSI_T_TEXT)
		offer_report(t, false);
	else if (!strcmp(f->key, "file") && c->flags & CMD_OWN)
		offer_report(t, true);
	else if (!strcmp(f->key, "since"))
		offer_words(t, "last today mon eow");
}

static void offer_values(struct typing *t, const struct command *c, const struct nsi_field *f)
{
	const char *comma = strrchr(t->start, ',');

	if (comma && (f->flags & NSI_MANY || !strcmp(f->key, "columns") || !strcmp(f->key, "sort")))
		keep(t, comma + 1);
	if (f->type == NSI_T_WORD)
		offer_words(t, f->words ? f->words : "");
	else if (f->type == NSI_T_DAY)
		offer_words(t, "today tomorrow mon eow eom eoq eoy");
	else if (kind_of(f->type))
		offer_ids(t, kind_of(f->type));
	else
		offer_names(t, c, f);
}

/* ---- options and operands ----------------------------------------------------------------------------- */

enum { FIELDS_MAX = 80 };

/* All options of C; its own come first. */
static size_t options_of(struct nsi *n, const struct command *c, const struct nsi_field **v)
{
	struct section sections[8];
	size_t k = 0;

	for (const struct nsi_field *f = command_fields(n, c); f->key && k < FIELDS_MAX; f++)
		if (!(f->flags & (NSI_OPERAND | NSI_INNER)))
			v[k++] = f;
	command_sections(n, c, sections);
	for (const struct section *s = sections; s->fields; s++)
		for (const struct nsi_field *f = s->fields; f->key && k < FIELDS_MAX; f++)
			v[k++] = f;
	return k;
}

static void dashed(char *out, size_t size, const char *key)
{
	snprintf(out, size, "--%s", key);
	for (; (out = strchr(out, '_')); )
		*out = '-';
}

/* The option that WORD names, up to '='; NULL: none. */
static const struct nsi_field *option(const struct nsi_field *const *v, size_t count, const char *word)
{
	size_t n = strcspn(word, "=");

	for (size_t i = 0; i < count; i++) {
		char key[80], letter = option_letter(v[i]->key);

		dashed(key, sizeof(key), v[i]->key);
		if ((strlen(key) == n && !strncmp(key, word, n)) || (letter && word[0] == '-' && word[1] == letter && !word[2]))
			return v[i];
	}
	return NULL;
}

/* The K-th operand; where people may be several before the next one, it can be any of both. */
static void offer_operands(struct typing *t, const struct command *c, size_t k)
{
	size_t at = 0;
	bool many = false;

	for (const struct nsi_field *f = command_fields(t->n, c); f->key; f++) {
		struct typing own = *t;

		if (!(f->flags & NSI_OPERAND) || f->flags & NSI_INNER)
			continue;
		if (at == k || (at < k && f->flags & NSI_MANY) || (at < k && many))
			offer_values(&own, c, f);
		many |= (f->flags & NSI_MANY) != 0;
		at++;
	}
}

static void offer_filters(struct typing *t, const struct command *c)
{
	static const char *const kinds[] = { "person", "unit", "module", "org", "group", "quantum", NULL };
	const char *colon = strchr(t->start, ':');
	char known[500];

	for (size_t i = 0; colon && kinds[i]; i++)
		if (!strncmp(t->start, kinds[i], (size_t)(colon - t->start)) && strlen(kinds[i]) == (size_t)(colon - t->start)) {
			keep(t, strrchr(colon, ',') ? strrchr(colon, ',') + 1 : colon + 1);
			offer_ids(t, kinds[i]);
			return;
		}
	snprintf(known, sizeof(known), "%s", nsi_question(t->n, c->asks)->filters);
	for (char *s = strtok(known, " "); s; s = strtok(NULL, " ")) {
		char *dots = strstr(s, ":…");

		if (dots)
			dots[1] = 0;
		if (dots || *s == '+')
			offer(t, s, NULL);
	}
}

static void complete_command(struct typing *t, const struct command *c, char **words)
{
	const struct nsi_field *v[FIELDS_MAX], *waits = NULL;
	size_t count = options_of(t->n, c, v), operands = 0;
	const char *equals = strchr(t->start, '=');

	for (; words[1]; words++) {
		waits = waits ? NULL : **words == '-' ? option(v, count, *words) : NULL;
		if (waits && (waits->type == NSI_T_FLAG || strchr(*words, '=')))
			waits = NULL;
		operands += !waits && **words != '-' && !like_filter(*words);
	}
	if (!waits && *t->start == '-' && equals) {
		waits = option(v, count, t->start);
		keep(t, equals + 1);
	}
	if (waits) {
		offer_values(t, c, waits);
	} else if (*t->start == '-') {
		for (size_t i = 0; i < count; i++) {
			char key[80];

			dashed(key, sizeof(key), v[i]->key);
			if (option(v, i, key) == NULL)
				offer(t, key, nsi_tr(t->n, v[i]->help ? v[i]->help : ""));
		}
	} else {
		offer_operands(t, c, operands);
		if (c->asks && command_filtered(t->n, c))
			offer_filters(t, c);
	}
}

/* ---- commands ------------------------------------------------------------------------------------------- */

/* Those of GROUP (NULL: without one) that begin with what was typed; BEGUN: their first word. */
static void offer_commands(struct typing *t, const char *group, const char *begun)
{
	size_t len = begun ? strlen(begun) : 0;
	char last[80] = "";

	for (const struct command *c = NULL; (c = command_next(t->n, group, c)); ) {
		char word[80], brief[400];
		const char *name = c->name;

		if (begun && (strncmp(name, begun, len) != 0 || name[len] != ' '))
			continue;
		snprintf(word, sizeof(word), "%s", begun ? name + len + 1 : name);
		if (!begun)
			word[strcspn(word, " ")] = 0;
		if (strcmp(word, last) != 0)
			offer(t, word, sentence(nsi_tr(t->n, command_brief(t->n, c)), false, brief, sizeof(brief)));
		snprintf(last, sizeof(last), "%s", word);
	}
}

static void complete_first(struct typing *t)
{
	for (const struct nsi_field *f = global_section.fields; *t->start == '-' && f->key; f++) {
		char key[80];

		dashed(key, sizeof(key), f->key);
		offer(t, key, nsi_tr(t->n, f->help));
	}
	if (*t->start == '-')
		return;
	offer_commands(t, NULL, NULL);
	for (const struct group *g = command_groups; g->name; g++)
		if (command_next(t->n, g->name, NULL))
			offer(t, g->name, nsi_tr(t->n, g->help));
	offer_words(t, "help completion");
}

/* Options before the command; a folder holds, a database was known to main(). NULL: the word typed is a value of one. */
static char **globals_skip(char **words)
{
	for (; words[1] && **words == '-'; words++) {
		bool dir = !strcmp(*words, "-C") || !strcmp(*words, "--directory");

		if (!dir && strcmp(*words, "--db") && strcmp(*words, "-c") && strcmp(*words, "--setting") && strcmp(*words, "--lang") &&
		    strcmp(*words, "--as") && strcmp(*words, "--color"))
			continue;
		words++;
		if (!words[1] || (dir && chdir(*words)))
			return NULL;
	}
	return words;
}

int complete_main(struct nsi *n, char **words)
{
	struct typing t = { .n = n, .f = stdout };
	const struct command *c;
	const struct group *g;
	char **rest, *last;

	words = words[0] ? globals_skip(words) : NULL;
	if (!words)
		return 0;
	nsi_open(n);                               /* its language, its ids; without one there are none */
	nsi_message_clear(n);
	if (!strcmp(*words, "help") && words[1])
		words++;
	for (rest = words; rest[1]; rest++)
		continue;
	last = *rest;
	t.start = last;
	if (!words[1]) {
		complete_first(&t);
		return 0;
	}
	*rest = NULL;                              /* the word typed is no part of a command yet */
	g = group_find(words[0]);
	c = g ? command_read(n, g->name, words + 1, &rest) : command_find(n, NULL, words[0]);
	if (!g)
		rest = words + 1;
	if (c) {
		char **all = rest;

		while (*all)
			all++;
		*all = last;
		complete_command(&t, c, rest);
	} else if (g) {
		offer_commands(&t, g->name, words[1]);
	} else if (!strcmp(words[0], "completion")) {
		offer_words(&t, "bash zsh fish");
	}
	return 0;
}

/* ---- scripts ---------------------------------------------------------------------------------------------- */

static const struct { const char *shell, *script; } scripts[] = {
	{ "bash",
	  "# nsi completion bash: eval \"$(nsi completion bash)\" in ~/.bashrc\n"
	  "_nsi() {\n"
	  "\tlocal line=${COMP_LINE:0:COMP_POINT} cur cut\n"
	  "\tlocal -a words\n"
	  "\tread -ra words <<<\"$line\"\n"
	  "\t[[ $line == *[[:space:]] ]] && words+=('')\n"
	  "\tcur=${words[-1]}\n"
	  "\tcut=${cur%\"${cur##*[:=]}\"}\n"
	  "\tmapfile -t COMPREPLY < <(\"${words[0]}\" complete \"${words[@]:1}\" 2>/dev/null | cut -f1)\n"
	  "\tCOMPREPLY=(\"${COMPREPLY[@]#\"$cut\"}\")\n"
	  "\t[[ ${#COMPREPLY[@]} -eq 1 && $COMPREPLY == *: ]] && compopt -o nospace\n"
	  "}\n"
	  "complete -o default -F _nsi nsi\n" },
	{ "zsh",
	  "#compdef nsi\n"
	  "# nsi completion zsh: eval \"$(nsi completion zsh)\" in ~/.zshrc, behind compinit\n"
	  "_nsi() {\n"
	  "\tlocal -a found shown\n"
	  "\tlocal line\n"
	  "\tfor line in ${(f)\"$(${words[1]} complete \"${(@)words[2,CURRENT]}\" 2>/dev/null)\"}; do\n"
	  "\t\tfound+=(${line%%$'\\t'*}) shown+=(\"${line/$'\\t'/  -- }\")\n"
	  "\tdone\n"
	  "\tif (( $#found )); then compadd -l -d shown -- $found; else _files; fi\n"
	  "}\n"
	  "compdef _nsi nsi\n" },
	{ "fish",
	  "# nsi completion fish: nsi completion fish | source in config.fish\n"
	  "function __nsi_complete\n"
	  "\tset -l words (commandline -opc)\n"
	  "\tset -l word (commandline -ct)\n"
	  "\t$words[1] complete $words[2..-1] \"$word\" 2>/dev/null\n"
	  "end\n"
	  "complete -c nsi -a '(__nsi_complete)'\n" },
};

int completion_main(struct nsi *n, char **words)
{
	for (size_t i = 0; words[0] && !words[1] && i < sizeof(scripts) / sizeof(*scripts); i++)
		if (!strcmp(words[0], scripts[i].shell)) {
			fputs(scripts[i].script, stdout);
			return 0;
		}
	complain(n, NSI_USAGE, N_("which shell? nsi completion bash, zsh or fish"));
	return nsi_exit_code(NSI_USAGE);
}
