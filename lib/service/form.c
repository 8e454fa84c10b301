/* form.c - what a person writes for his programme: the form to fill, and filled ones read back, all of them or none. */
#include <stdlib.h>
#include <string.h>

#include "base/rows.h"
#include "service/form_yaml.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/document.h"
#include "store/journal.h"
#include "store/private.h"
#include "store/reader.h"
#include "store/resolve.h"

/* ---- the form --------------------------------------------------------------------------------------------- */

static enum nsi_status blocks(struct nsi *n, struct table *t, const struct person_at *p, int year)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_FORM_OF);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", p->id);
	db_int(s, ":year", p->year ? p->year : year);
	while (db_row(n, s, &status)) {
		struct nsi_cell *c = table_row(t);
		const char *hash = db_string(n, s, 1);

		if (!c) {
			sqlite3_reset(s);
			return NSI_MEMORY;
		}
		c[0] = cell_text(NSI_T_ID, person_shown(n, p->id));
		c[0].flags |= NSI_CELL_PERSON;
		c[1] = cell_text(NSI_T_WORD, db_string(n, s, 0));
		if (hash) {
			c[2] = cell_text(NSI_T_TEXT, "");
			c[2].shown = private_text(n, hash);
			c[2].flags |= NSI_CELL_SECRET;
		}
		c[3] = cell_int(p->year ? p->year : year);
	}
	return status;
}

enum nsi_status nsi_iop_form(struct nsi *n, struct nsi_list persons, const char *year, unsigned flags,
                             const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "person", N_("Person"), NULL, NSI_T_ID, false }, { "block", N_("Block"), NULL, NSI_T_WORD, false }, { "text", N_("Text"), NULL, NSI_T_TEXT, false },
		{ "year", N_("Year"), NULL, NSI_T_INT, NSI_HIDDEN },
	};
	static const struct nsi_document forms[] = { { "yaml", IN_FILE, form_yaml_write, NULL }, { NULL, IN_FILE, NULL, NULL } };
	static const struct nsi_fill fills[] = { { "text", NULL }, { NULL, NULL } };
	struct nsi_column *own;
	struct nsi_document *documents;
	const char **note;
	struct person_at *p;
	struct table *t;
	size_t count;
	bool filtered;
	int of = 0, current = 0;
	enum nsi_status status;

	call_begin(n);
	if (!persons.n && !(flags & NSI_ALL))
		return call_end(n, fail(&n->messages, NSI_USAGE,
		                        N_("say who: codes, a filter such as org:s161, or --all")));
	status = nsi_open(n);
	t = arena_new(&n->scratch, struct table);
	own = arena_array(&n->scratch, struct nsi_column, 4);
	documents = arena_array(&n->scratch, struct nsi_document, 2);
	note = arena_new(&n->scratch, const char *);
	if (!status)
		status = t && own && documents && note ? resolve_year(n, year, &of) : NSI_MEMORY;
	if (!status)
		status = resolve_year(n, NULL, &current);
	if (!status)
		status = resolve_persons(n, persons, flags & NSI_ALL, &p, &count, &filtered);
	if (status)
		return call_end(n, status);
	memcpy(own, cols, sizeof(cols));
	for (size_t i = 0; i < count; i++)
		if ((p[i].year ? p[i].year : of) != current)
			own[3].hidden = NSI_SHOWN;             /* or it would come back to the current one */
	table_begin(t, &n->scratch, n->lang, own, 4);
	for (size_t i = 0; i < count && !status; i++)
		status = blocks(n, t, &p[i], of);
	*note = tr(n->lang, N_("An empty place changes nothing; a lone dash (-) takes away what was written there before."));
	t->rows.notes = note;
	t->rows.nnote = 1;
	memcpy(documents, forms, sizeof(forms));
	documents->what = &t->rows;
	t->rows.documents = documents;
	t->rows.fills = fills;
	t->rows.each = "person";
	*out = &t->rows;
	return call_end(n, status);
}

/* ---- filled ones ------------------------------------------------------------------------------------------ */

/* Files one after the other as one source. */
struct many { struct source source; struct source **v; size_t n, at, same; size_t *said; unsigned flags; };

/* Is the text to be taken away? Its hash in the data of an entry is hexadecimal. */
static bool takes_away(const struct said *said)
{
	return said->data && strstr(said->data, "\"text\":null");
}

/* Does that stand there already, word for word? Then it is nothing new. */
static bool stands(struct nsi *n, const struct said *said)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_FORM_NOW);
	enum nsi_status status = NSI_OK;
	const char *hash = NULL;

	if (!s)
		return false;
	db_int(s, ":person", said->person.id);
	db_text(s, ":data", said->data);
	if (db_row(n, s, &status)) {
		hash = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	return takes_away(said) ? !hash : hash && private_newest_is(n, private_text(n, hash));
}

static int many_next(struct source *s, struct said *out)
{
	struct many *m = (struct many *)s;

	while (m->at < m->n) {
		int got = m->v[m->at]->next(m->v[m->at], out);

		if (got < 0)
			return got;
		if (!got) {
			m->at++;
		} else if (stands(s->nsi, out)) {
			if (!takes_away(out))
				private_unkeep(s->nsi);
			m->same++;
		} else {
			m->said[m->at]++;
			return got;
		}
	}
	return 0;
}

static bool many_rewind(struct source *s)
{
	struct many *m = (struct many *)s;

	m->at = m->same = 0;
	for (size_t i = 0; i < m->n; i++) {
		m->said[i] = 0;
		if (!m->v[i]->rewind(m->v[i]))
			return false;
	}
	return true;
}

static void many_place(struct source *s, size_t k, const char **file, int *line)
{
	struct many *m = (struct many *)s;

	for (size_t i = 0; i < m->n; i++) {
		if (k < m->said[i]) {
			m->v[i]->place(m->v[i], k, file, line);
			return;
		}
		k -= m->said[i];
	}
}

static enum nsi_status tell(struct nsi *n, void *x, struct outcome *done)
{
	const struct many *m = x;

	done->same += m->same;
	return journal_rows(n, done, m->flags);
}

enum nsi_status nsi_iop_fill(struct nsi *n, struct nsi_list files, unsigned flags, const struct nsi_rows **out)
{
	struct many m = { .source = { many_next, many_rewind, many_place, n }, .flags = flags };
	struct outcome done = { 0 };
	enum nsi_status status;
	bool *yaml;

	call_begin(n);
	status = nsi_open(n);
	yaml = arena_array(&n->scratch, bool, files.n + 1);
	m.v = arena_array(&n->scratch, struct source *, files.n + 1);
	m.said = arena_array(&n->scratch, size_t, files.n + 1);
	if (!status && (!m.v || !m.said || !yaml))
		status = NSI_MEMORY;
	if (!status)
		status = journal_begin(n);
	for (; m.n < files.n && !status; m.n++)
		status = (yaml[m.n] = form_is_yaml(n, files.v[m.n]))
		                 ? form_yaml_open(n, files.v[m.n], &m.v[m.n])
		                 : reader_open(n, nsi_verb("form"), files.v[m.n], NULL, 0, &m.v[m.n]);
	if (!status)
		status = journal_go(n, &m.source, flags, tell, &m, &done);
	if (status)
		journal_end(n);
	for (size_t i = 0; i < m.n; i++)
		if (!yaml[i])
			reader_close(m.v[i]);
	*out = done.rows;
	return call_end(n, status);
}
