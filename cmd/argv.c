/* argv.c - the words of a command line become arguments, by the fields of the command and of the
 * options that many have. One reader for what asks, says and does, and for the global options. */
#include "reader.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum nsi_status usage(const struct reader *r, const char *format, ...)
{
	const struct command *c = r->c;
	char *text = NULL;
	va_list ap;

	va_start(ap, format);
	if (vasprintf(&text, nsi_tr(r->n, format), ap) < 0)
		text = NULL;
	va_end(ap);
	if (!c)
		complain(r->n, NSI_USAGE, N_("%s; see 'nsi help'"), text ? text : format);
	else
		complain(r->n, NSI_USAGE, N_("%s; see 'nsi help %s%s%s'"), text ? text : format,
		         c->group ? c->group : "", c->group ? " " : "", c->name);
	free(text);
	return NSI_USAGE;
}

/* ---- values ------------------------------------------------------------------------------------- */

enum nsi_status arg_add(struct words *w, const char *key, const char *value)
{
	if (w->narg == w->cap) {
		size_t cap = w->cap ? 2 * w->cap : 16;
		struct nsi_arg *v = pool_alloc(&w->pool, cap * sizeof(*v));

		if (!v)
			return NSI_MEMORY;
		if (w->narg)
			memcpy(v, w->args, w->narg * sizeof(*v));
		w->args = v;
		w->cap = cap;
	}
	w->args[w->narg++] = (struct nsi_arg){ key, value };
	return NSI_OK;
}

enum nsi_status field_put(struct pool *pool, void *base, const struct nsi_field *f, const char *value)
{
	void *at = (char *)base + f->at;

	if (f->flags & NSI_MANY)
		return list_add(pool, at, value);
	if (f->type == NSI_T_INT)
		*(int64_t *)at = strtoll(value, NULL, 10);
	else if (f->type == NSI_T_FLAG)
		*(bool *)at = *value == '1';
	else
		*(const char **)at = value;
	return NSI_OK;
}

bool given(const struct words *w, const char *key)
{
	for (size_t i = 0; i < w->narg; i++)
		if (!strcmp(w->args[i].key, key))
			return true;
	return false;
}

/* The English word that VALUE means, or a message that says which there are. */
static enum nsi_status word_check(const struct reader *r, const struct nsi_field *f, const char **value)
{
	const char *word = nsi_word(r->n, f->words, *value);
	char shown[200], list[400];

	if (!word)
		return usage(r, N_("%s: '%s' is none of: %s"), field_shown(f, shown, sizeof(shown)), *value,
		             words_shown(r->n, f->words, list, sizeof(list)));
	*value = pool_strndup(r->pool, word, strlen(word));    /* may outlive this handle */
	return *value ? NSI_OK : NSI_MEMORY;
}

static enum nsi_status value_check(const struct reader *r, const struct nsi_field *f, const char **value)
{
	char shown[200], *end;

	if (f->type == NSI_T_WORD && f->words)
		return word_check(r, f, value);
	if (f->type == NSI_T_FLAG) {
		const char *word = nsi_word(r->n, "yes no", *value);

		if (!word && strcmp(*value, "1") != 0 && strcmp(*value, "0") != 0)
			return usage(r, N_("%s takes yes or no"), field_shown(f, shown, sizeof(shown)));
		if (word)
			*value = *word == 'y' ? "1" : "0";
	}
	if (f->type == NSI_T_INT) {
		errno = 0;
		(void)strtoll(*value, &end, 10);
		if (errno || end == *value || *end || isspace((unsigned char)**value))
			return usage(r, N_("'%s' is no whole number, as %s wants"), *value,
			             field_shown(f, shown, sizeof(shown)));
		if (!strcmp(f->key, "limit") && **value == '-')
			return usage(r, N_("--limit is 0 or more"));
		if (f->flags & NSI_COUNT && strtoll(*value, NULL, 10) < 1)
			return usage(r, N_("%s is 1 or more"), field_shown(f, shown, sizeof(shown)));
	}
	return NSI_OK;
}

enum nsi_status value_add(struct reader *r, const struct nsi_field *f, void *base, const char *value)
{
	enum nsi_status s = value_check(r, f, &value);
	char shown[200];

	if (s != NSI_OK)
		return s;
	if (base)
		return field_put(r->pool, base, f, value);
	if (!(f->flags & NSI_MANY) && given(r->w, f->key))
		return usage(r, N_("%s is given twice"), field_shown(f, shown, sizeof(shown)));
	return arg_add(r->w, f->key, value);
}

bool like_filter(const char *s)
{
	size_t n = 0;

	while ((s[n] >= 'a' && s[n] <= 'z') || s[n] == '_' || (unsigned char)s[n] >= 0x80)
		n++;
	return (*s == '+' && s[1]) || (n && s[n] == ':' && s[n + 1]);
}

enum nsi_status values_add(struct reader *r, const struct nsi_field *f, void *base, const char *value)
{
	enum nsi_status s = NSI_OK;

	if (!(f->flags & NSI_MANY) || f->type == NSI_T_TEXT || f->type == NSI_T_FILE || like_filter(value))
		return value_add(r, f, base, value);
	for (size_t n; s == NSI_OK; value += n + 1) {
		n = strcspn(value, ",");
		if (n) {
			const char *one = pool_strndup(r->pool, value, n);

			s = one ? value_add(r, f, base, one) : NSI_MEMORY;
		}
		if (!value[n])
			break;
	}
	return s;
}

enum { OPTIONS_MAX = 100 };

/* ---- options ------------------------------------------------------------------------------------ */

/* Is NAME (N bytes, '-' or '_') the key? */
static bool named(const char *key, const char *name, size_t n)
{
	for (; n && *key; n--, key++, name++)
		if (*key != (*name == '-' ? '_' : *name))
			return false;
	return !n && !*key;
}

/* The option NAME or, with N 0, of the LETTER; *BASE where it goes. */
static const struct nsi_field *option_find(const struct reader *r, const char *name, size_t n, char letter, void **base)
{
	*base = NULL;
	for (const struct nsi_field *f = r->own; n && f->key; f++)
		if (!(f->flags & NSI_INNER) && named(f->key, name, n))
			return f;
	*base = r->base;
	for (const struct section *s = r->sections; s->fields; s++)
		for (const struct nsi_field *f = s->fields; f->key; f++)
			if (n ? named(f->key, name, n) : option_letter(f->key) == letter)
				return f;
	return NULL;
}

static size_t names_add(char (*keys)[48], size_t k, const struct nsi_field *f)
{
	for (; f->key && k < OPTIONS_MAX; f++) {
		if (f->flags & NSI_INNER)
			continue;
		snprintf(keys[k], sizeof(keys[k]), "%s", f->key);
		for (char *p = keys[k]; (p = strchr(p, '_')); )
			*p = '-';
		k++;
	}
	return k;
}

static enum nsi_status option_unknown(const struct reader *r, const char *name, size_t n)
{
	const char *names[OPTIONS_MAX + 1] = { NULL }, *near;
	char keys[OPTIONS_MAX][48], word[48];
	size_t k = names_add(keys, 0, r->own);

	for (const struct section *s = r->sections; s->fields; s++)
		k = names_add(keys, k, s->fields);
	for (size_t i = 0; i < k; i++)
		names[i] = keys[i];
	snprintf(word, sizeof(word), "%.*s", (int)n, name);
	near = nsi_near(word, names);
	if (near)
		return usage(r, N_("no option --%s; did you mean --%s?"), word, near);
	return usage(r, N_("no option --%s"), word);
}

static enum nsi_status long_option(struct reader *r, char ***argv)
{
	const char *name = **argv + 2;
	size_t n = strcspn(name, "=");
	const char *value = name[n] ? name + n + 1 : NULL;
	char shown[200];
	void *base;
	const struct nsi_field *f = n ? option_find(r, name, n, 0, &base) : NULL;

	if (!f)
		return option_unknown(r, name, n);
	if (!value && f->type == NSI_T_FLAG)
		value = "1";
	if (!value && (*argv)[1])
		value = *++*argv;
	if (!value)
		return usage(r, N_("a value is missing behind %s"), field_shown(f, shown, sizeof(shown)));
	return values_add(r, f, base, value);
}

/* "-n", "-f json", "-fjson", "-qn". */
static enum nsi_status short_options(struct reader *r, char ***argv)
{
	enum nsi_status s = NSI_OK;
	char shown[200];

	for (const char *p = **argv + 1; *p && s == NSI_OK; p++) {
		void *base;
		const struct nsi_field *f = option_find(r, NULL, 0, *p, &base);
		const char *value = p[1] ? p + 1 : (*argv)[1];

		if (!f)
			return usage(r, N_("no option -%s"), p);
		if (f->type == NSI_T_FLAG) {
			s = values_add(r, f, base, "1");
			continue;
		}
		if (!value)
			return usage(r, N_("a value is missing behind %s"), field_shown(f, shown, sizeof(shown)));
		if (!p[1])
			++*argv;
		return values_add(r, f, base, value);
	}
	return s;
}

/* All options of ARGV; operands are kept apart, or, of global options, end it. */
static enum nsi_status options_read(struct reader *r, char ***argv)
{
	enum nsi_status s = NSI_OK;
	bool ended = false;

	for (; **argv && s == NSI_OK; ++*argv) {
		char *word = **argv;

		if (!ended && !strcmp(word, "--"))
			ended = true;
		else if (!ended && word[0] == '-' && word[1] == '-')
			s = long_option(r, argv);
		else if (!ended && word[0] == '-' && word[1] && !isdigit((unsigned char)word[1]))
			s = short_options(r, argv);
		else if (!r->operands)
			break;
		else
			r->operands[r->noperand++] = word;
	}
	return s;
}

/* A question need not look further than what will be printed, unless that is sorted first. */
static enum nsi_status hints_add(struct reader *r)
{
	struct words *w = r->w;
	const char *dot = w->out.file ? strrchr(w->out.file, '.') : NULL;
	char limit[24];
	enum nsi_status s;

	if (!r->c->asks || w->out.sort)
		return NSI_OK;
	s = arg_add(w, "format", w->out.format ? w->out.format : dot ? dot + 1 : "table");
	if (s == NSI_OK && w->out.columns)
		s = arg_add(w, "columns", w->out.columns);
	if (s != NSI_OK || !w->out.limit)
		return s;
	snprintf(limit, sizeof(limit), "%lld", (long long)w->out.limit);
	return arg_add(w, "limit", pool_strndup(r->pool, limit, strlen(limit)));
}

enum nsi_status words_read(struct words *w, struct nsi *n, const struct command *c, char **argv)
{
	struct reader r = { .n = n, .c = c, .own = command_fields(n, c), .w = w, .base = w, .pool = &w->pool };
	size_t count = 0;
	enum nsi_status s;

	while (argv[count])
		count++;
	r.operands = pool_alloc(r.pool, (count + 1) * sizeof(*r.operands));
	if (!r.operands)
		return NSI_MEMORY;
	r.filtered = command_filtered(n, c);
	command_sections(n, c, r.sections);
	s = options_read(&r, &argv);
	if (s != NSI_OK || w->help)
		return s;
	s = operands_read(&r);
	return s == NSI_OK ? hints_add(&r) : s;
}

enum nsi_status globals_read(struct globals *g, struct nsi *n, char **argv, char ***rest)
{
	static const struct nsi_field none[] = { { 0 } };
	struct reader r = { .n = n, .own = none, .base = g, .pool = &g->pool, .sections = { global_section, { NULL, NULL } } };
	enum nsi_status s = options_read(&r, &argv);

	*rest = argv;
	return s;
}
