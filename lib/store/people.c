/* people.c - who is meant: codes, lists with commas, filters, everybody. */
#include <stdlib.h>
#include <string.h>

#include "store/ask.h"
#include "store/db.h"
#include "store/resolve.h"

struct people { struct person_at *v; size_t n, cap; };

static enum nsi_status add(struct nsi *n, struct people *p, struct person_at who)
{
	struct person_at *v = arena_grow(&n->scratch, p->v, &p->cap, p->n + 1, sizeof(*v));

	if (!v)
		return NSI_MEMORY;
	p->v = v;
	v[p->n++] = who;
	return NSI_OK;
}

/* Named once is enough; a list is short. */
static bool has(const struct people *p, int64_t id)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].id == id)
			return true;
	return false;
}

static enum nsi_status add_named(struct nsi *n, struct people *p, const char *words)
{
	enum nsi_status status = NSI_OK;

	while (*words && !status) {
		size_t len = strcspn(words, ", ");
		struct person_at who;

		if (len)
			status = resolve_person(n, arena_strndup(&n->scratch, words, len), &who);
		if (len && !status && !has(p, who.id))
			status = add(n, p, who);
		words += len + strspn(words + len, ", ");
	}
	return status;
}

/* All that the question "people" finds with these filters. */
static enum nsi_status add_found(struct nsi *n, struct people *p, const struct nsi_arg *filters, size_t count)
{
	const struct sql_file *f = &sql_files[SQL_ASK_PEOPLE];
	struct question q;
	const struct nsi_rows *rows;
	const char *wrong = question_read(&q, &n->scratch, f->name, f->text);
	enum nsi_status status = wrong ? fail(&n->messages, NSI_MACHINE, "%s: %s", f->name, wrong)
		: ask_rows(n, &q, filters, count, &rows);

	/* its first column is their local number */
	for (size_t i = 0; !status && i < rows->nrow; i++)
		status = add(n, p, (struct person_at){ rows->cells[i * rows->ncol].i, 0 });
	return status;
}

static bool is_filter(const char *word)
{
	return strchr(word, ':') || *word == '+';
}

enum nsi_status resolve_persons(struct nsi *n, struct nsi_list words, bool all,
                                struct person_at **out, size_t *count, bool *filtered)
{
	struct nsi_arg *filters = arena_array(&n->scratch, struct nsi_arg, words.n + 1);
	enum nsi_status status = NSI_OK;
	struct people p = { 0 };
	size_t nfilter = 0;

	if (!filters)
		return NSI_MEMORY;
	for (size_t i = 0; i < words.n && !status; i++) {
		if (is_filter(words.v[i]))
			filters[nfilter++] = (struct nsi_arg){ "filter", words.v[i] };
		else
			status = add_named(n, &p, words.v[i]);
	}
	*filtered = !p.n && (all || nfilter);
	if (!status && nfilter && p.n)
		status = fail(&n->messages, NSI_USAGE, N_("either codes or filters, not both"));
	if (!status && *filtered)
		status = add_found(n, &p, filters, nfilter);
	*out = p.v;
	*count = p.n;
	return status;
}
