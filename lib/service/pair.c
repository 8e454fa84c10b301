/* pair.c - preparing an evening: what is asked becomes a plan of meetings, which is shown and, if wanted, saved. */
#include <stdlib.h>
#include <string.h>

#include "service/pairing.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/resolve.h"

/* ---- which evening ---------------------------------------------------------------------------------------- */

static enum nsi_status clock_ok(struct nsi *n, const char *s)
{
	size_t len = s ? strlen(s) : 5;
	const char *colon = s ? strchr(s, ':') : NULL;

	if (!s || (colon && colon > s && len - (size_t)(colon - s) == 3 && strspn(s, "0123456789:") == len &&
	           len <= 5 && atoi(s) < 24 && atoi(colon + 1) < 60))
		return NSI_OK;
	return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no time of the day, as 15:00"), s);
}

static enum nsi_status technique_ok(struct nsi *n, const char *id)
{
	sqlite3_stmt *s = id ? db_get(n, SQL_USE_TECHNIQUE_FIND) : NULL;

	if (!s)
		return id ? NSI_MACHINE : NSI_OK;
	db_common(n, s);
	db_text(s, ":technique", id);
	if (db_value(n, s, 0))
		return NSI_OK;
	return fail(&n->messages, NSI_DATA, N_("there is no technique %s in the programme"), id);
}

/* What is said by hand goes before what its event or its saved plan says. */
static enum nsi_status said_by_hand(struct pairing *p)
{
	const struct nsi_pair *a = p->asked;
	struct nsi *n = p->n;
	struct person_at at;
	enum nsi_status status = clock_ok(n, a->start);

	if (a->start)
		p->o.start = a->start;
	if (a->minutes)
		p->o.minutes = (int32_t)(a->minutes < 0 || a->minutes > 1440 ? 1440 : a->minutes);
	if (a->mode)
		p->o.mode = a->mode;
	if (a->place)
		p->o.place = a->place;
	if (a->link)
		p->o.link = a->link;
	if (a->technique)
		p->o.technique = a->technique;
	if (!status)
		status = technique_ok(n, p->o.technique);
	if (!status && a->leader) {
		status = resolve_person(n, a->leader, &at);
		p->o.leader = status ? NULL : code_text(n, at.id);
	}
	if (!status && strcmp(p->o.mode, "offline") != 0 && !p->o.link)
		return fail(&n->messages, NSI_DATA, N_("%s: people outside the room need a link: --link"), p->o.code);
	return status;
}

static enum nsi_status which(struct pairing *p)
{
	const struct nsi_pair *a = p->asked;
	struct nsi *n = p->n;
	enum nsi_status status;

	if (!n->programme)
		return fail(&n->messages, NSI_DATA, N_("no programme is loaded yet: nsi module load FOLDER"));
	if (a->session && (a->group || a->on))
		return fail(&n->messages, NSI_USAGE, N_("say either which session, or --group and --on"));
	status = a->session ? occasion_find(n, a->session, true, &p->o) : occasion_of(n, a->group, a->on, &p->o);
	if (status)
		return status;
	p->fresh = !p->o.plan_seq;
	if (!strcmp(p->o.status, "held"))
		return fail(&n->messages, NSI_DATA,
		            N_("%s was held: nsi session record amends what is recorded of it"), p->o.code);
	if (!strcmp(p->o.status, "cancelled"))
		return fail(&n->messages, NSI_DATA, N_("%s is cancelled"), p->o.code);
	return said_by_hand(p);
}

static enum nsi_status which_units(struct pairing *p)
{
	struct nsi *n = p->n;
	const struct nsi_list asked = p->asked->units;
	sqlite3_stmt *s = asked.n || !p->o.group_id ? NULL : db_get(n, SQL_USE_EVENING_GROUP_UNITS);
	enum nsi_status status = NSI_OK;
	size_t cap = 0;
	int64_t part;

	for (size_t i = 0; i < asked.n && !status; i++) {
		p->units = arena_grow(&n->scratch, p->units, &cap, p->nunit + 1, sizeof(*p->units));
		if (!p->units)
			return NSI_MEMORY;
		status = resolve_unit(n, asked.v[i], &p->units[p->nunit++], &part);
	}
	if (!s)
		return status;
	db_common(n, s);
	db_int(s, ":group", p->o.group_id);
	while (db_row(n, s, &status)) {
		p->units = arena_grow(&n->scratch, p->units, &cap, p->nunit + 1, sizeof(*p->units));
		if (!p->units)
			return NSI_MEMORY;
		p->units[p->nunit++] = sqlite3_column_int64(s, 0);
	}
	return status;
}

enum nsi_status nsi_session_pair(struct nsi *n, const struct nsi_pair *asked, unsigned flags,
                                 const struct nsi_rows **out)
{
	struct pairing p = { .n = n, .asked = asked };
	struct meeting_rows rows = { 0 };
	struct table *t;
	bool keep = asked->save && !(flags & NSI_DRY);
	enum nsi_status status = answer_begin(n, &t, keep);

	if (!status)
		status = which(&p);
	if (!status)
		status = which_units(&p);
	if (!status)
		status = pairing_people(&p);
	if (!status)
		status = cast_read(n, &p.o, p.people, p.npeople, p.units, p.nunit, &p.cast);
	if (!status)
		status = cast_all_there(n, &p.o, &p.cast);
	if (!status)
		status = cast_ties(n, &p.o, &p.cast);
	if (!status)
		status = pairing_limits(&p);
	if (!status)
		status = pairing_make(&p);
	if (!status)
		status = pairing_rows(&p, &rows);
	if (!status)
		status = pairing_answer(&p, &rows, t);
	if (!status && keep)
		status = pairing_save(&p, &rows, flags);
	else if (keep)
		journal_end(n);
	if (!status)
		*out = &t->rows;
	return call_end(n, status);
}
