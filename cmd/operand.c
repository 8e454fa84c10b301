/* operand.c - the words that are no options: operands in order, filters, private texts, and what
 * must be there. */
#include "reader.h"

#include <string.h>
#include <unistd.h>

/* Filters go to the question, or to the people of the command; they may stand anywhere. */
static enum nsi_status filters_take(struct reader *r)
{
	static const struct nsi_field filter = { "filter", NSI_T_TEXT, NSI_MANY, -1, NULL, NULL, NULL };
	const struct nsi_field *to = &filter;
	enum nsi_status s = NSI_OK;
	size_t left = 0;

	if (!r->filtered)
		return NSI_OK;
	for (const struct nsi_field *f = r->own; !r->c->asks && f->key; f++)
		if (f->flags & NSI_FILTER)
			to = f;
	for (size_t i = 0; i < r->noperand && s == NSI_OK; i++)
		if (like_filter(r->operands[i]))
			s = value_add(r, to, NULL, r->operands[i]);
		else
			r->operands[left++] = r->operands[i];
	r->noperand = left;
	return s;
}

/* Operands in the order of the fields; the one that may be many takes what the others leave. */
static enum nsi_status operands_place(struct reader *r)
{
	size_t words = r->noperand, at = 0, fixed = 0;
	enum nsi_status s = filters_take(r);

	words = r->noperand;
	for (const struct nsi_field *f = r->own; f->key; f++)
		fixed += (f->flags & NSI_OPERAND) && !(f->flags & NSI_MANY) && !given(r->w, f->key);
	for (const struct nsi_field *f = r->own; f->key && s == NSI_OK; f++) {
		size_t take = 1;

		if (!(f->flags & NSI_OPERAND))
			continue;
		if (f->flags & NSI_MANY)
			take = words > fixed ? words - fixed : 0;
		else if (given(r->w, f->key))
			continue;
		for (; take && at < words && s == NSI_OK; take--)
			s = values_add(r, f, NULL, r->operands[at++]);
	}
	for (; at < words && r->c->asks && r->filtered && s == NSI_OK; at++)
		s = arg_add(r->w, "filter", r->operands[at]);
	if (s == NSI_OK && at < words)
		return usage(r, N_("one word too many: '%s'"), r->operands[at]);
	return s;
}

/* ---- what must be there, and private texts --------------------------------------------------------- */

static enum nsi_status secrets_read(struct reader *r, const struct nsi_field *f)
{
	for (size_t i = 0; i < r->w->narg; i++)
		if (!strcmp(r->w->args[i].key, f->key)) {
			const char *text = secret_read(r->pool, r->n, f, r->w->args[i].value);

			if (!text)
				return NSI_USAGE;
			if (!*text && (f->flags & NSI_MUST))
				return complain(r->n, NSI_USAGE, N_("the text is empty: nothing is done"));
			r->w->args[i].value = text;
		}
	return NSI_OK;
}

static enum nsi_status musts_check(struct reader *r)
{
	char shown[200];

	for (const struct nsi_field *f = r->own; f->key; f++) {
		bool people = (f->flags & NSI_FILTER) && r->w->all;

		if (people && given(r->w, f->key))
			return usage(r, N_("either --all or %s, not both"), field_shown(f, shown, sizeof(shown)));
		if ((f->flags & NSI_SECRET) && secrets_read(r, f) != NSI_OK)
			return NSI_USAGE;
		if (!(f->flags & NSI_MUST) || given(r->w, f->key) || people || r->w->from)
			continue;
		if ((f->flags & NSI_SECRET) && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
			const char *text = secret_read(r->pool, r->n, f, NULL);
			enum nsi_status s = text ? arg_add(r->w, f->key, text) : NSI_USAGE;

			if (s != NSI_OK)
				return s;
			continue;
		}
		return usage(r, N_("%s is missing (%s)"), field_shown(f, shown, sizeof(shown)),
		             nsi_tr(r->n, f->help ? f->help : ""));
	}
	return NSI_OK;
}

/* The struct of what does, from the arguments and the standard values. */
static enum nsi_status opts_fill(struct reader *r)
{
	enum nsi_status s = NSI_OK;

	r->w->opts = pool_alloc(r->pool, r->c->size ? r->c->size : 1);
	if (!r->w->opts)
		return NSI_MEMORY;
	for (const struct nsi_field *f = r->own; f->key; f++) {
		for (size_t i = 0; i < r->w->narg && s == NSI_OK; i++)
			if (!strcmp(r->w->args[i].key, f->key))
				s = field_put(r->pool, r->w->opts, f, r->w->args[i].value);
		if (s == NSI_OK && f->standard && !given(r->w, f->key))
			s = field_put(r->pool, r->w->opts, f, f->standard);
	}
	return s;
}

enum nsi_status operands_read(struct reader *r)
{
	enum nsi_status s;

	if (r->w->from && r->noperand)
		return usage(r, N_("with --from, '%s' is given as an option"), r->operands[0]);
	s = operands_place(r);
	if (s == NSI_OK)
		s = musts_check(r);
	if (s == NSI_OK && r->c->does)
		s = opts_fill(r);
	return s;
}
