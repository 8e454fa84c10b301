/* record_say.c - what a recorded evening says to the journal: its record, who met whom, marks, quanta passed on. */
#include <string.h>

#include "service/recording.h"
#include "store/accept.h"
#include "store/db.h"
#include "store/resolve.h"

static struct said_ref ref(const struct recording *r, uint32_t i)
{
	return i == NOTHING ? (struct said_ref){ 0 } : (struct said_ref){ r->cast.id[i], r->cast.code[i] };
}

static enum nsi_status say(struct recording *r, const char *verb, const struct said *s)
{
	struct said one = *s;

	one.verb = nsi_verb(verb);
	one.day = r->o.day;
	one.session = (struct said_ref){ r->o.id, r->o.code };
	return entries_add(r->n, &r->say, &one);
}

static enum nsi_status met(struct recording *r, size_t k, uint32_t a, uint32_t b)
{
	const struct meeting_row *m = &r->rows.v[k];
	struct said s = { .person = ref(r, a), .peer = ref(r, b), .tm = occasion_tm(r->n, &r->o, m->round) };

	s.data = arena_printf(&r->n->scratch, "{\"round\":%d,\"kind\":\"%s\"}", m->round, m->kind);
	return say(r, "meet", &s);
}

/* Everybody with everybody of a meeting; who was alone alone. */
static enum nsi_status meetings(struct recording *r)
{
	enum nsi_status status = NSI_OK;

	for (size_t k = 0; k < r->rows.n && !status; k++) {
		uint32_t who[3];
		size_t count = 0;

		if (!r->went.took_place[k])
			continue;
		for (size_t i = 0; i < 3; i++)
			if (r->rows.v[k].who[i])
				who[count++] = record_person(r, r->rows.v[k].who[i]);
		if (count == 1)
			status = met(r, k, who[0], NOTHING);
		for (size_t i = 0; i < count && !status; i++)
			for (size_t j = i + 1; j < count && !status; j++)
				status = met(r, k, who[i], who[j]);
	}
	return status;
}

static const char *way_of(const char *kind)
{
	return !strcmp(kind, "launch") ? "launch" : !strcmp(kind, "co_study") ? "co-study" : "pair";
}

/* The others with whom it was studied. */
static const char *beside(struct recording *r, const struct went_gain *g)
{
	const struct meeting_row *m = &r->rows.v[g->row];
	const char *all = "";

	for (size_t i = 0; i < 3; i++)
		if (m->who[i] && strcmp(m->who[i], r->cast.code[g->person]) != 0)
			all = arena_printf(&r->n->scratch, "%s%s\"%s\"", all, *all ? "," : "", m->who[i]);
	return all;
}

static const char *named_checkers(struct recording *r, const struct went_gain *g)
{
	const struct meeting_row *m = &r->rows.v[g->row];

	for (size_t i = 0; i < 3; i++)
		if (m->who[i] && !strcmp(m->who[i], r->cast.code[g->person]))
			return m->checked[i];
	return NULL;
}

static enum nsi_status mark(struct recording *r, const struct went_gain *g, bool unit)
{
	struct nsi *n = r->n;
	const struct meeting_row *m = &r->rows.v[g->row];
	bool started = g->step == WENT_STARTED, check = !strcmp(m->kind, "check");
	const char *checkers = started ? NULL : named_checkers(r, g), *second = checkers ? strchr(checkers, ' ') : NULL, *data;
	struct said s = { .person = ref(r, g->person), .tm = occasion_tm(r->n, &r->o, m->round) };

	s.unit = (struct said_ref){ r->cast.unit[g->unit], r->cast.unit_code[g->unit] };
	if (!unit && r->cast.units[g->unit].parts)
		s.part = (struct said_ref){ r->cast.thing[g->thing], r->cast.thing_code[g->thing] };
	s.peer = check ? (struct said_ref){ 0 } : ref(r, g->giver);
	if (!started)
		s.checker = ref(r, g->giver);
	if (checkers) {
		s.checker.code = second ? arena_strndup(&n->scratch, checkers, (size_t)(second - checkers)) : checkers;
		s.checker.id = code_find(n, "person", s.checker.code);
	}
	data = arena_printf(&n->scratch, "{\"way\":\"%s\"", way_of(m->kind));
	if (g->giver == NOTHING)
		data = arena_printf(&n->scratch, "%s,\"beside\":[%s]", data, beside(r, g));
	if (second)
		data = arena_printf(&n->scratch, "%s,\"second\":\"%s\"", data, second + 1);
	if (g->step == WENT_MASTERED && !check && g->before)
		data = arena_printf(&n->scratch, "%s,\"after\":%d", data, g->before);
	s.data = arena_printf(&n->scratch, "%s}", data);
	return say(r, started ? "start" : "master", &s);
}

static enum nsi_status marks(struct recording *r)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < r->went.ngain && !status; i++) {
		status = mark(r, &r->went.gain[i], false);
		if (!status && r->went.gain[i].whole)
			status = mark(r, &r->went.gain[i], true);
	}
	return status;
}

/* A quantum shown to somebody, as nsi quantum pass says it. */
static enum nsi_status pass(struct recording *r, const struct meeting_row *m, size_t from, size_t to)
{
	struct nsi *n = r->n;
	const char *id = m->gives[from] + 2;
	struct draft d;
	struct said one;
	enum nsi_status status;

	draft_begin(&d, nsi_verb("pass"));
	d.said.person = ref(r, record_person(r, m->who[to]));
	d.said.peer = ref(r, record_person(r, m->who[from]));
	d.said.quantum = (struct said_ref){ code_id(n, "quantum", id), id };
	d.said.session = (struct said_ref){ r->o.id, r->o.code };
	d.said.day = r->o.day;
	d.dated = true;
	status = draft_end(n, &n->scratch, &d, &one);
	one.tm = occasion_tm(r->n, &r->o, m->round);
	return status ? status : entries_add(n, &r->say, &one);
}

/* Quanta that were shown are passed on. */
static enum nsi_status quanta(struct recording *r)
{
	enum nsi_status status = NSI_OK;

	for (size_t k = 0; k < r->rows.n && !status; k++) {
		const struct meeting_row *m = &r->rows.v[k];

		for (size_t from = 0; from < 3; from++)
			for (size_t to = 0; to < 3 && !status; to++)
				if (from != to && m->who[to] && m->gives[from] && !strncmp(m->gives[from], "q:", 2) &&
				    r->went.took_place[k])
					status = pass(r, m, from, to);
	}
	return status;
}

/* What was recorded before is taken back by the same act. */
static enum nsi_status former(struct recording *r)
{
	struct said s = { .verb = nsi_verb("undo"), .day = r->n->today, .about = r->o.record_by, .about_seq = r->o.record_seq };

	return entries_add(r->n, &r->say, &s);
}

static const char *attended(struct recording *r, size_t *count)
{
	const char *all = "";

	*count = 0;
	for (uint32_t i = 0; i < r->cast.e.people; i++) {
		bool there = false;

		for (size_t k = 0; k < r->rows.n; k++)
			for (size_t j = 0; j < 3; j++) {
				const struct meeting_row *m = &r->rows.v[k];

				if (m->who[j] && !strcmp(m->who[j], r->cast.code[i]))
					there |= !m->result[j] || strcmp(m->result[j], "absent") != 0;
			}
		if (!there)
			continue;
		all = arena_printf(&r->n->scratch, "%s%s\"%s\"", all, *all ? "," : "", r->cast.code[i]);
		++*count;
	}
	return all;
}

/* The head of the record: everything of the evening in one entry. */
static enum nsi_status head(struct recording *r)
{
	struct nsi *n = r->n;
	struct said s = { 0 };
	size_t count;
	const char *who = attended(r, &count);

	r->text = arena_printf(&n->scratch, "{\"event\":%s,\"kind\":%s,%s%s%s\"start\":%s,\"mode\":\"%s\",\"rounds\":%d,\"present\":%zu,\"attended\":[%s],\"rows\":%s}",
	                       draft_json(n, &n->scratch, r->o.event), draft_json(n, &n->scratch, r->o.kind), r->o.group ? "\"group\":" : "", r->o.group ? draft_json(n, &n->scratch, r->o.group) : "",
	                       r->o.group ? "," : "", draft_json(n, &n->scratch, r->o.start), r->o.mode, r->rounds, count, who, meetings_json(n, &r->rows));
	s.data = r->text;
	return r->text ? say(r, "record", &s) : NSI_MEMORY;
}

enum nsi_status record_say(struct recording *r)
{
	enum nsi_status status = head(r);

	if (!status && r->o.record_seq)
		status = former(r);
	if (!status)
		status = meetings(r);
	if (!status)
		status = marks(r);
	return status ? status : quanta(r);
}
