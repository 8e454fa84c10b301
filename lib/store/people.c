/* people.c - who is meant: codes, lists with commas, filters, everybody; codes with names beside them. */
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "store/ask.h"
#include "store/db.h"
#include "store/names.h"
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

/* ---- in a cell of a sheet ------------------------------------------------------------------------------------- */

static const char between[] = " \t\r\n,";

/* Is WORD a code, or does it look like one? */
static bool is_code(struct nsi *n, const char *word)
{
	sqlite3_stmt *s = strpbrk(word, "0123456789") ? NULL : db_get(n, SQL_USE_PERSON_BARE);

	if (!s)
		return strpbrk(word, "0123456789") != NULL;
	db_text(s, ":bare", word);
	return db_value(n, s, 0) != 0;
}

/* Is NAME, whole, with initials, or a surname alone, the name of PERSON? Who may not read names believes it. */
static bool name_fits_code(struct nsi *n, const char *name, int64_t person)
{
	const char *full = name_of(n, person);
	struct name is, said;

	if (!full || !name_split(&n->scratch, full, &is))
		return true;
	if (!name_split(&n->scratch, name, &said))
		return !strcmp(name_family_key(&n->scratch, is.family), name_family_key(&n->scratch, name));
	is = name_fold(&n->scratch, &is);
	said = name_fold(&n->scratch, &said);
	return name_fits(&said, &is);
}

/* The length of what belongs to the first word of S: the words up to the next code or comma. */
static size_t name_len(struct nsi *n, const char *s, size_t first)
{
	size_t end = first;

	for (size_t k = first, len; s[k] && s[k] != ','; k += len) {
		k += strspn(s + k, " \t\r\n");
		len = strcspn(s + k, between);
		if (!len || is_code(n, arena_strndup(&n->scratch, s + k, len)))
			break;
		end = k + len;
	}
	return end;
}

/* The code of the only one whose surname is the word FAMILY and whose whole name is NAME; NULL: not one. */
static const char *by_name(struct nsi *n, const char *family, const char *name)
{
	const char *codes, *only = NULL;
	int64_t id;
	size_t count = names_find(n, family, &id, &codes), len;

	for (; count && *codes; codes += len + strspn(codes + len, between)) {
		const char *code;
		struct person_at who;

		len = strcspn(codes, between);
		code = arena_strndup(&n->scratch, codes, len);
		if (resolve_person(n, code, &who) || !name_fits_code(n, name, who.id))
			continue;
		if (only)
			return NULL;
		only = code;
	}
	return only;
}

enum nsi_status person_word(struct nsi *n, struct arena *a, const char **at, const char **word)
{
	const char *s = *at + strspn(*at, between), *name, *only;
	size_t first = strcspn(s, between), end = first;
	enum nsi_status status;
	struct person_at who;
	struct name said;

	*word = first ? arena_strndup(a, s, first) : NULL;
	*at = s + first;
	if (s[first + strspn(s + first, between)])
		end = name_len(n, s, first);
	if (end == first)
		return NSI_OK;
	if (!is_code(n, *word)) {                  /* a surname with what belongs to it, else words of their own */
		name = arena_strndup(&n->scratch, s, end);
		only = by_name(n, name_split(&n->scratch, name, &said) ? said.family : *word, name);
		*word = only ? only : *word;
		*at = only ? s + end : *at;
		return NSI_OK;
	}
	*at = s + end;
	status = resolve_person(n, *word, &who);
	for (; first < end && strchr(" \t\r\n(", s[first]); first++)
		;
	name = arena_strndup(&n->scratch, s + first, end - first - (s[end - 1] == ')'));
	if (!status && *name && !name_fits_code(n, name, who.id))
		status = fail(&n->messages, NSI_DATA, N_("the name of somebody else stands beside the code %s"), *word);
	return status;
}
