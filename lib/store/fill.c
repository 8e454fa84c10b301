/* fill.c - what the acceptor computes of a thing said: the year, the checker, the state before, the steps of a quantum. */
#include <stdlib.h>
#include <string.h>

#include "store/accept.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/lookup.h"
#include "store/resolve.h"

/* The year of a word about a programme: said, of the person, else the current one. */
static enum nsi_status fill_year(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f)
{
	int year = d->year;
	enum nsi_status status = year ? NSI_OK : resolve_year(n, NULL, &year);

	if (status)
		return status;
	if (!year && !strcmp(d->verb->name, "credit"))
		return NSI_OK;                     /* it counts in every year */
	if (!year)
		return fail(&n->messages, NSI_DATA, N_("no school year is open: load a calendar or nsi year open"));
	d->data[f - d->verb->fields] = arena_printf(a, "%d", year);
	return NSI_OK;
}

/* A reopened programme gets the state that it had before it was closed. */
static enum nsi_status fill_state(struct nsi *n, struct arena *a, struct draft *d, const struct nsi_field *f)
{
	const struct nsi_field *year = field_of(d->verb, "year");
	sqlite3_stmt *s = db_get(n, SQL_USE_STATE_BEFORE);
	enum nsi_status status = NSI_OK;
	const char *state = "draft";

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", d->said.person.id);
	db_int(s, ":year", atoll(d->data[year - d->verb->fields]));
	if (db_row(n, s, &status)) {
		state = db_string(n, s, 0);
		sqlite3_reset(s);
	}
	d->data[f - d->verb->fields] = draft_json(n, a, state);
	return status;
}

/* What somebody is goes along to another school. */
static enum nsi_status fill_post(struct nsi *n, struct arena *a, struct draft *d)
{
	const struct nsi_field *post = field_of(d->verb, "post"), *subject = field_of(d->verb, "subject");
	sqlite3_stmt *s = db_get(n, SQL_USE_PERSON_POST);
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	db_int(s, ":person", d->said.person.id);
	if (!db_row(n, s, &status))
		return status;
	if (sqlite3_column_type(s, 0) != SQLITE_NULL)
		d->data[post - d->verb->fields] = draft_json(n, a, (const char *)sqlite3_column_text(s, 0));
	if (sqlite3_column_type(s, 1) != SQLITE_NULL)
		d->data[subject - d->verb->fields] = draft_json(n, a, (const char *)sqlite3_column_text(s, 1));
	sqlite3_reset(s);
	return NSI_OK;
}

/* What is said of a quantum is said of its steps and its author as they are now; who passes on his own needs no trial. */
static enum nsi_status fill_quantum(struct nsi *n, struct arena *a, struct draft *d)
{
	const struct nsi_field *steps = field_of(d->verb, "steps"), *own = field_of(d->verb, "author");
	sqlite3_stmt *s = db_get(n, SQL_USE_QUANTUM_NOW);
	enum nsi_status status = NSI_OK;
	int64_t author;

	if (!s)
		return NSI_MACHINE;
	db_common(n, s);
	db_int(s, ":quantum", d->said.quantum.id);
	if (!db_row(n, s, &status))
		return status ? status
		              : fail(&n->messages, NSI_DATA, N_("the quantum %s is loaded no more"),
		                     d->said.quantum.code);
	if (*(const char *)sqlite3_column_text(s, 0))
		d->data[steps - d->verb->fields] = draft_json(n, a, (const char *)sqlite3_column_text(s, 0));
	author = sqlite3_column_int64(s, 1);
	if (own && author && own->type == NSI_T_PERSON)
		d->data[own - d->verb->fields] = draft_json(n, a, code_text(n, author));
	else if (own && author && author == d->said.peer.id)
		d->data[own - d->verb->fields] = "1";
	sqlite3_reset(s);
	return NSI_OK;
}

enum nsi_status draft_fill(struct nsi *n, struct arena *a, struct draft *d)
{
	const struct nsi_verb *v = d->picked ? d->picked : d->verb;
	const struct nsi_field *year = field_of(d->verb, "year"), *state = field_of(d->verb, "state");
	enum nsi_status status = NSI_OK;

	if (!d->dated && d->said.day == DAY_NONE)
		d->said.day = n->today;
	if (year && !d->data[year - d->verb->fields])
		status = fill_year(n, a, d, year);
	if (!status && state && !strcmp(v->name, "reopen"))
		status = fill_state(n, a, d, state);
	if (!status && (!strcmp(v->name, "master") || !strcmp(v->name, "review")) && !d->said.checker.id) {
		struct looked_up *e;

		status = look_up(n, LOOK_CHECKER, actor(n), &e);
		if (!status)
			d->said.checker = e->ref;
	}
	if (!status && !strcmp(v->name, "transfer"))
		status = fill_post(n, a, d);
	if (!status && d->said.quantum.id)
		status = fill_quantum(n, a, d);
	if (!strcmp(v->name, "start")) {
		d->said.checker = (struct said_ref){ 0 };
		d->second = NULL;
	}
	return status;
}
