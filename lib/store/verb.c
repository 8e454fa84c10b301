/* verb.c - the table of verbs: what can be said, in which fields, as which sentence. */
#include "store/verb.h"

#include <string.h>

#include "base/tr.h"
#include "store/said.h"

#define AT(member) (int)offsetof(struct said, member)
enum { DATA = -1, WHO = NSI_OPERAND | NSI_MUST | NSI_MANY };

#define PEOPLE   { "person", NSI_T_PERSON, WHO, AT(person), N_("who: codes, separated by blanks or commas"), NULL, NULL }
#define CHOSEN   { "person", NSI_T_PERSON, WHO | NSI_FILTER, AT(person), N_("who: codes, filters such as org:s161, or --all"), NULL, NULL }
#define PERSON   { "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(person), N_("who"), NULL, NULL }
#define UNIT     { "unit", NSI_T_UNIT, NSI_OPERAND | NSI_MUST, AT(unit), N_("unit or part: id or label, as inv-vidy, И2, pary-voz.k1"), NULL, NULL }
#define ON       { "on", NSI_T_DAY, 0, AT(day), N_("day of the fact"), NULL, N_("today") }
#define SAID_ON  { "on", NSI_T_DAY, 0, AT(day), N_("day on which it was decided"), NULL, N_("today") }
#define REASON   { "reason", NSI_T_TEXT, NSI_MUST | NSI_SECRET, DATA, N_("why; kept in the private file: -, @FILE, or typed in the editor"), NULL, NULL }
#define WHY      { "reason", NSI_T_TEXT, NSI_SECRET, DATA, N_("why; kept in the private file: -, @FILE or a word"), NULL, NULL }
#define EVIDENCE { "evidence", NSI_T_TEXT, 0, DATA, N_("link or name of what proves it"), NULL, NULL }
#define WITH     { "with", NSI_T_PERSON, 0, AT(peer), N_("who taught it"), NULL, NULL }
#define BESIDE   { "beside", NSI_T_PERSON, NSI_MANY, DATA, N_("with whom it was studied together"), NULL, NULL }
#define CHECKED  { "checked_by", NSI_T_PERSON, NSI_MANY, AT(checker), N_("who checked it, not the person; two for two signatures; else who acts"), NULL, NULL }
#define SESSION  { "session", NSI_T_SESSION, 0, AT(session), N_("in which session"), NULL, NULL }
#define MEETING  { "session", NSI_T_SESSION, NSI_OPERAND | NSI_MUST, AT(session), N_("which: GROUP@DAY or EVENT@DAY"), NULL, NULL }
#define EVENT    INNER("event", NSI_T_ID, N_("event of the cyclogram")), INNER("kind", NSI_T_WORD, N_("kind of the event"))
#define WAY      { "way", NSI_T_WORD, 0, DATA, N_("in which way"), WAYS, NULL }
#define YEAR     { "year", NSI_T_YEAR, 0, DATA, N_("school year, by the year in which it ends; else the current one"), NULL, NULL }
#define INNER(key, type, help) { key, type, NSI_INNER, DATA, help, NULL, NULL }
#define END      { NULL, NSI_T_NONE, 0, 0, NULL, NULL, NULL }

static const struct nsi_field mark[] = {
	PEOPLE, UNIT,
	{ "state", NSI_T_WORD, NSI_OPERAND | NSI_MUST, DATA, N_("what was reached"), "started mastered", NULL },
	ON, WITH, BESIDE, CHECKED, SESSION, EVIDENCE, WAY, END
};
static const struct nsi_field start[] = { PERSON, UNIT, ON, WITH, BESIDE, SESSION, EVIDENCE, WAY, END };
static const struct nsi_field master[] = {
	PERSON,  UNIT,     ON,  WITH, BESIDE, CHECKED, INNER("second", NSI_T_PERSON, N_("who signed second")),
	SESSION, EVIDENCE, WAY, END
};
static const struct nsi_field credit[] = { PEOPLE, UNIT, REASON, EVIDENCE, ON, YEAR, END };
static const struct nsi_field bear[] = { PERSON, UNIT, ON, END };
static const struct nsi_field enrol[] = {
	PERSON, ON, INNER("org", NSI_T_ORG, N_("organisation")), INNER("post", NSI_T_TEXT, N_("post")),
	INNER("subject", NSI_T_TEXT, N_("subject")),
	{ "name", NSI_T_TEXT, NSI_INNER | NSI_SECRET, DATA, N_("surname, name, patronymic"), NULL, NULL }, END
};
static const struct nsi_field roster[] = { PERSON, ON, INNER("says", NSI_T_JSON, N_("what the list says")), END };
static const struct nsi_field transfer[] = {
	PERSON,
	{ "org", NSI_T_ORG, NSI_OPERAND | NSI_MUST, DATA, N_("to which organisation"), NULL, NULL },
	ON, INNER("post", NSI_T_TEXT, N_("post")), INNER("subject", NSI_T_TEXT, N_("subject")), END
};
static const struct nsi_field pause[] = {
	PEOPLE,
	{ "from", NSI_T_DAY, NSI_MUST | NSI_FIRST, DATA, N_("the first day"), NULL, NULL },
	{ "to", NSI_T_DAY, NSI_MUST, DATA, N_("the last day"), NULL, NULL }, END
};
static const struct nsi_field consent[] = {
	CHOSEN,
	{ "scope", NSI_T_WORD, NSI_MUST, DATA, N_("for use in the school, in the network, or in public"), "internal network public", NULL },
	{ "on", NSI_T_DAY, 0, AT(day), N_("day on which it was signed"), NULL, N_("today") },
	{ "withdraw", NSI_T_FLAG, 0, DATA, N_("it is taken back"), NULL, NULL }, END
};
static const struct nsi_field set[] = {
	PERSON, ON, INNER("key", NSI_T_ID, N_("what is set")), INNER("value", NSI_T_JSON, N_("to what")), END
};
static const struct nsi_field member[] = {
	PERSON, ON, INNER("group", NSI_T_GROUP, N_("group")), INNER("off", NSI_T_FLAG, N_("belongs to it no more")), END
};
static const struct nsi_field dissolve[] = {
	{ "group", NSI_T_GROUP, NSI_OPERAND | NSI_MUST, DATA, N_("which group"), NULL, NULL }, REASON, SAID_ON, END
};
static const struct nsi_field leave[] = { PERSON, ON, REASON, END };
static const struct nsi_field edition[] = {
	ON, INNER("programme", NSI_T_ID, N_("edition of the programme")), INNER("rest", NSI_T_ID, N_("edition of the rest")), END
};
static const struct nsi_field year[] = { ON, YEAR, INNER("state", NSI_T_ID, N_("open or closed")), END };
static const struct nsi_field snapshot[] = {
	ON, YEAR, INNER("kind", NSI_T_ID, N_("of what")), INNER("rows", NSI_T_JSON, N_("the rows")), END
};
static const struct nsi_field plan[] = {
	PERSON, ON, YEAR, INNER("edition", NSI_T_ID, N_("edition of the programme")), INNER("units", NSI_T_JSON, N_("units and due days")), END
};
static const struct nsi_field propose[] = { CHOSEN, YEAR, SAID_ON, END };
static const struct nsi_field back[] = { CHOSEN, YEAR, REASON, SAID_ON, END };
static const struct nsi_field approve[] = {
	CHOSEN, YEAR,
	{ "body", NSI_T_TEXT, 0, DATA, N_("who approves, as methodical council"), NULL, NULL },
	{ "protocol", NSI_T_TEXT, 0, DATA, N_("number of the protocol"), NULL, NULL },
	{ "order", NSI_T_TEXT, 0, DATA, N_("number of the order; may be added later"), NULL, NULL },
	SAID_ON, END
};
static const struct nsi_field close_[] = { CHOSEN, YEAR, WHY, SAID_ON, INNER("any", NSI_T_FLAG, N_("from any state")), END };
static const struct nsi_field reopen[] = { CHOSEN, YEAR, WHY, SAID_ON, INNER("state", NSI_T_ID, N_("the state it had")), END };
static const struct nsi_field move[] = {
	MEETING, { "to", NSI_T_DAY, NSI_MUST, DATA, N_("the day on which it will be"), NULL, NULL }, REASON, SAID_ON, EVENT, END
};
static const struct nsi_field cancel[] = { MEETING, REASON, SAID_ON, EVENT, END };
static const struct nsi_field hold[] = {
	MEETING, ON, INNER("present", NSI_T_INT, N_("how many were there")), INNER("attended", NSI_T_JSON, N_("who was there")),
	{ "product", NSI_T_TEXT, 0, DATA, N_("link or name of what is there afterwards"), NULL, NULL }, EVENT, END
};
static const struct nsi_field pair[] = {
	MEETING, ON, INNER("rounds", NSI_T_INT, N_("how many rounds")), INNER("group", NSI_T_GROUP, N_("group")),
	INNER("start", NSI_T_TEXT, N_("when it begins")), INNER("minutes", NSI_T_INT, N_("how long it is")),
	INNER("zone", NSI_T_TEXT, N_("time zone")), INNER("mode", NSI_T_WORD, N_("offline, online or mixed")),
	INNER("place", NSI_T_TEXT, N_("where")), INNER("link", NSI_T_TEXT, N_("link of an online one")),
	INNER("leader", NSI_T_PERSON, N_("who leads it")), INNER("technique", NSI_T_ID, N_("technique")),
	INNER("present", NSI_T_JSON, N_("who is there, from and to which round")), INNER("rows", NSI_T_JSON, N_("the meetings")),
	EVENT, END
};
static const struct nsi_field record[] = {
	MEETING, ON, INNER("present", NSI_T_INT, N_("how many were there")), INNER("attended", NSI_T_JSON, N_("who was there")),
	INNER("rounds", NSI_T_INT, N_("how many rounds")), INNER("group", NSI_T_GROUP, N_("group")),
	INNER("start", NSI_T_TEXT, N_("when it began")), INNER("mode", NSI_T_WORD, N_("offline, online or mixed")),
	INNER("rows", NSI_T_JSON, N_("the meetings as they went")), EVENT, END
};
static const struct nsi_field meet[] = {
	PERSON, ON, MEETING, { "with", NSI_T_PERSON, NSI_INNER, AT(peer), N_("with whom"), NULL, NULL },
	INNER("round", NSI_T_INT, N_("in which round")), INNER("kind", NSI_T_WORD, N_("what they did")), END
};
static const struct nsi_field visit[] = {
	PERSON, ON, INNER("number", NSI_T_ID, N_("its number")), INNER("day", NSI_T_DAY, N_("on which day it is")),
	INNER("lesson", NSI_T_INT, N_("which lesson of the day")), INNER("class", NSI_T_TEXT, N_("in which class")),
	{ "quantum", NSI_T_QUANTUM, NSI_INNER, AT(quantum), N_("quantum that is shown"), NULL, NULL },
	INNER("seats", NSI_T_INT, N_("how many may come")), END
};
static const struct nsi_field attend[] = { PERSON, ON, END };
static const struct nsi_field reach[] = {
	INNER("milestone", NSI_T_ID, N_("milestone")), ON,
	{ "product", NSI_T_TEXT, 0, DATA, N_("link or name of what is there afterwards"), NULL, NULL }, END
};
static const struct nsi_field request[] = {
	{ "person", NSI_T_PERSON, NSI_OPERAND | NSI_MUST, AT(person), N_("who asks: a person, or a group such as a team"), NULL, NULL },
	{ "text", NSI_T_TEXT, NSI_OPERAND | NSI_MUST | NSI_SECRET, DATA, N_("what is asked; kept in the private file: -, @FILE, or typed in the editor"), NULL, NULL },
	INNER("group", NSI_T_GROUP, N_("the group that asks")),
	{ "unit", NSI_T_UNIT, NSI_MANY, DATA, N_("units that it points to"), NULL, NULL },
	{ "competence", NSI_T_ID, NSI_MANY, DATA, N_("competences that it points to"), NULL, NULL },
	{ "theme", NSI_T_TEXT, 0, DATA, N_("a theme that no unit has, in a few words; not private, so without names"), NULL, NULL },
	{ "taken_by", NSI_T_PERSON, 0, DATA, N_("who takes it; else who answers first"), NULL, NULL },
	ON, END
};
#define REQUEST { "request", NSI_T_REQUEST, NSI_OPERAND | NSI_MUST, AT(about), N_("its number, as nsi iop request list shows it"), NULL, NULL }
static const struct nsi_field answer[] = {
	REQUEST,
	{ "offer", NSI_T_TEXT, NSI_MUST | NSI_SECRET, DATA, N_("what is offered: units, modules, people, separated by commas; any other text is kept in the private file"), NULL, NULL },
	INNER("offered", NSI_T_LIST, N_("units, modules, people offered")), ON, END
};
static const struct nsi_field settle[] = { REQUEST, WHY, ON, END };
#define QUANTUM { "quantum", NSI_T_QUANTUM, NSI_OPERAND | NSI_MUST, AT(quantum), N_("which quantum"), NULL, NULL }
#define STEPS   INNER("steps", NSI_T_ID, N_("by which steps: their hash"))
#define BY      { "by", NSI_T_PERSON, NSI_MUST, AT(person), N_("who"), NULL, NULL }
#define CLASS   { "class", NSI_T_TEXT, 0, DATA, N_("in which class; only of a quantum for lessons"), NULL, NULL }
static const struct nsi_field try_[] = {
	QUANTUM, BY, ON, CLASS,
	{ "result", NSI_T_WORD, NSI_MUST, DATA, N_("did it work, only with changes, or not"), "worked changed failed", NULL },
	{ "changed", NSI_T_TEXT, NSI_SECRET, DATA, N_("what was changed; kept in the private file: -, @FILE or a word"), NULL, NULL },
	{ "before", NSI_T_TEXT, 0, DATA, N_("measure before, as 9/24: so many pupils of so many"), NULL, NULL },
	{ "after", NSI_T_TEXT, 0, DATA, N_("the same measure afterwards"), NULL, NULL },
	EVIDENCE, STEPS, END
};
static const struct nsi_field pass[] = {
	QUANTUM,
	{ "from", NSI_T_PERSON, NSI_MUST, AT(peer), N_("who showed it: the author, or one who has tried it"), NULL, NULL },
	{ "to", NSI_T_PERSON, NSI_MUST | NSI_MANY, AT(person), N_("to whom"), NULL, NULL },
	SESSION, ON, STEPS, INNER("author", NSI_T_FLAG, N_("it is by who showed it")), END
};
static const struct nsi_field adopt[] = {
	QUANTUM, BY, CLASS, { "since", NSI_T_DAY, NSI_MUST | NSI_FIRST, AT(day), N_("since when"), NULL, NULL }, STEPS, END
};
static const struct nsi_field review[] = { QUANTUM, ON, INNER("checked_by", NSI_T_PERSON, N_("who reviewed it")), STEPS, END };
static const struct nsi_field retire[] = { QUANTUM, WHY, ON, STEPS, INNER("author", NSI_T_PERSON, N_("its author")), END };
static const struct nsi_field form[] = {
	PERSON,
	{ "block", NSI_T_WORD, NSI_OPERAND | NSI_MUST, DATA, N_("which part of the form"), "goal tasks deficits self_rating reflection", NULL },
	{ "text", NSI_T_TEXT, NSI_OPERAND | NSI_MUST | NSI_SECRET, DATA, N_("what is written there; kept in the private file"), NULL, NULL },
	YEAR, ON, END
};
static const struct nsi_field undo[] = { ON, WHY, END };

static const struct nsi_verb verbs[] = {
	{ "mark", N_("enter what people have started or mastered"), NULL, mark, "state started=start mastered=master", NULL },
	{ "start", NULL, N_("{person}: {unit} started[, taught by {with}][, together with {beside}]"), start, NULL, NULL },
	{ "master", NULL, N_("{person}: {unit} mastered[, taught by {with}], checked by {checked_by}[ and {second}]"), master, NULL, NULL },
	{ "credit", N_("accept what a person learned before, with a reason"), N_("{person}: {unit} credited[: {reason}]"), credit, NULL, NULL },
	{ "bear", NULL, N_("{person}: bears {unit}"), bear, NULL, NULL },
	{ "unbear", NULL, N_("{person}: bears {unit} no more"), bear, NULL, NULL },
	{ "enrol", NULL, N_("{person}: enrolled in {org}[, {post}]"), enrol, NULL, NULL },
	{ "set", NULL, N_("{person}: {key} set to {value}"), set, NULL, NULL },
	{ "member", NULL, N_("{person}: membership of group {group}[, ended{off}]"), member, NULL, NULL },
	{ "dissolve", NULL, N_("group {group} dissolved[: {reason}]"), dissolve, NULL, NULL },
	{ "roster", NULL, N_("{person}: as the list of the school has it"), roster, NULL, NULL },
	{ "transfer", N_("move a person to another organisation; code, marks and programmes go along"),
	  N_("{person}: moved to {org}"), transfer, NULL, NULL },
	{ "pause", N_("let people take no part in meetings for a while"), N_("{person}: takes no part from {from} to {to}"), pause, NULL, NULL },
	{ "consent", N_("note who agreed to the use of his name and data, or took it back"),
	  N_("{person}: consent for {scope} use[, withdrawn{withdraw}]"), consent, NULL, NULL },
	{ "leave", NULL, N_("{person}: left[: {reason}]"), leave, NULL, NULL },
	{ "edition", NULL, N_("definitions: programme {programme}, rest {rest}"), edition, NULL, NULL },
	{ "year", NULL, N_("school year {year}: {state}"), year, NULL, NULL },
	{ "snapshot", NULL, N_("school year {year}: kept as it was ({kind})"), snapshot, NULL, NULL },
	{ "plan", NULL, N_("{person}: programme for {year} planned"), plan, NULL, NULL },
	{ "propose", N_("propose individual programmes for approval"), N_("{person}: programme for {year} proposed"), propose, NULL, "draft" },
	{ "return", N_("send proposed programmes back to draft, with a reason"), N_("{person}: programme for {year} returned[: {reason}]"), back, NULL, "proposed" },
	{ "approve", N_("approve proposed programmes, one order for many"),
	  N_("{person}: programme for {year} approved[, {body}][, protocol {protocol}][, order {order}]"), approve, NULL, "proposed" },
	{ "revise", N_("send approved programmes back to draft as their next edition, with a reason"),
	  N_("{person}: programme for {year} under revision[: {reason}]"), back, NULL, "approved" },
	{ "close", N_("close approved programmes"), N_("{person}: programme for {year} closed[: {reason}]"), close_, NULL, "approved" },
	{ "reopen", N_("give closed programmes the state they had"), N_("{person}: programme for {year} reopened[: {reason}]"), reopen, NULL, "closed" },
	{ "pair", NULL, N_("{session}: planned, {rounds} rounds[, led by {leader}]"), pair, NULL, NULL },
	{ "record", NULL, N_("{session}: recorded, {present} were there"), record, NULL, NULL },
	{ "meet", NULL, N_("{session}, round {round}: {person}[ with {with}] ({kind})"), meet, NULL, NULL },
	{ "move", NULL, N_("{session}: moved to {to}[: {reason}]"), move, NULL, NULL },
	{ "cancel", NULL, N_("{session}: cancelled[: {reason}]"), cancel, NULL, NULL },
	{ "hold", NULL, N_("{session}: held[, {present} were there][, {product}]"), hold, NULL, NULL },
	{ "visit", NULL, N_("{number}: {person} shows lesson {lesson} of {day}, {class}[, {quantum}][, {seats} may come]"), visit, NULL, NULL },
	{ "attend", NULL, N_("{person} comes to {number}"), attend, NULL, NULL },
	{ "reach", NULL, N_("{milestone}: reached[, {product}]"), reach, NULL, NULL },
	{ "request", N_("enter what somebody asks of the methodical service"),
	  N_("request {number}: {asker} asks[ about {theme}]: {text}"), request, NULL, NULL },
	{ "answer", N_("answer a request: what is offered"), N_("request {number} of {asker} answered[, offered: {offered}][: {offer}]"), answer, NULL, NULL },
	{ "settle", N_("close a request"), N_("request {number} of {asker} closed[: {reason}]"), settle, NULL, NULL },
	{ "try", N_("enter that somebody tried a quantum, and how it went"),
	  N_("{quantum}: tried by {person}[ in {class}]: {result}[, {before} → {after}][: {changed}]"), try_, NULL, NULL },
	{ "pass", N_("enter that somebody showed a quantum to others"), N_("{quantum}: {with} showed it to {person}[, {session}]"), pass, NULL, NULL },
	{ "adopt", N_("enter that a teacher uses a quantum regularly"), N_("{quantum}: {person} uses it regularly[ in {class}] since {on}"), adopt, NULL, NULL },
	{ "review", N_("enter that you, a methodist, have reviewed a quantum"), N_("{quantum}: reviewed by {checked_by}"), review, NULL, NULL },
	{ "retire", N_("retire a quantum that was a sample"), N_("{quantum}: retired[: {reason}]"), retire, NULL, NULL },
	{ "form", NULL, N_("{person}: {block} for {year}[: {text}]"), form, NULL, NULL },
	{ "undo", NULL, N_("taken back[: {what}][, and {more} more][; {reason}] ({about})"), undo, NULL, NULL },
	{ "redo", NULL, N_("given again[: {what}][, and {more} more][; {reason}] ({about})"), undo, NULL, NULL },
	{ NULL, NULL, NULL, NULL, NULL, NULL }
};

const struct nsi_verb *nsi_verbs(void)
{
	return verbs;
}

const struct nsi_verb *nsi_verb(const char *name)
{
	for (const struct nsi_verb *v = verbs; v->name; v++)
		if (!strcmp(v->name, name))
			return v;
	return NULL;
}

const struct nsi_field *field_of(const struct nsi_verb *v, const char *key)
{
	for (const struct nsi_field *f = v->fields; f->key; f++)
		if (!strcmp(f->key, key))
			return f;
	return NULL;
}
