/* lean.c - judging what leaned on things that are taken back. */
#include "store/lean.h"

#include <string.h>

static bool known(const struct refusal *r, const struct refusal *v, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (v[i].origin == r->origin && v[i].seq == r->seq && !strcmp(v[i].rule, r->rule))
			return true;
	return false;
}

/* What is refused now and was not before: unsound things that came from elsewhere are in nobody's way. */
static void drop_known(struct refusal *v, size_t *count, const struct refusal *before, size_t nbefore)
{
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++)
		if (!known(&v[i], before, nbefore))
			v[kept++] = v[i];
	*count = kept;
}

static enum nsi_status into_span(struct nsi *n, const struct leaning *l)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < l->n && !status; i++)
		status = fold_span_add(n, l->v[i].origin, l->v[i].first, l->v[i].last);
	return status;
}

enum nsi_status lean_before(struct nsi *n, struct leaning *l)
{
	enum nsi_status status = fold_lean(n, &l->v, &l->n);

	if (!status)
		status = into_span(n, l);
	return status ? status : fold_rules(n, false, NULL, &l->before, &l->nbefore);
}

enum nsi_status lean_judge(struct nsi *n, const struct leaning *l, struct refusal **refused, size_t *count)
{
	enum nsi_status status = into_span(n, l);

	if (!status)
		status = fold_lean_add(n);
	if (!status)
		status = fold_rules(n, false, NULL, refused, count);
	if (!status)
		drop_known(*refused, count, l->before, l->nbefore);
	return status;
}
