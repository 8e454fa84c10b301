/* journal.c - makes journals by chance, sense and nonsense alike. */
#include "journal.h"

/* ---- chance ------------------------------------------------------------------------------------------ */

static uint64_t chance;

void chance_begin(uint64_t seed)
{
	chance = seed * 0x9e3779b97f4a7c15u + 1;
}

unsigned below(unsigned n)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return (unsigned)((chance * 2685821657736338717u) >> 40) % n;
}

bool once_in(unsigned n)
{
	return !below(n);
}

/* ---- what is said --------------------------------------------------------------------------------------- */

static void mark(struct word *w)
{
	static const char *const verbs[] = { "start", "master", "master", "credit", "bear", "unbear", "bear", "unbear" };

	w->verb = ONE_OF(verbs);
	w->person = once_in(30) ? -1 : (int)below(PERSONS);
	w->unit = once_in(30) ? -1 : (int)below(UNITS);
	w->part = w->unit >= 0 && once_in(5);
	w->peer = once_in(2) ? (int)below(PERSONS) : -1;
	w->checker = once_in(2) ? (int)below(PERSONS) : -1;
	w->beside[0] = once_in(5) ? (int)below(PERSONS) : -1;
	w->beside[1] = w->beside[0] >= 0 && once_in(2) ? (int)below(PERSONS) : -1;
	w->tm = once_in(3) ? 1 + below(3) : 0;
}

static void plan(struct word *w)
{
	static const char *const whys[] = { "invariant", "chosen", "needed" }, *const ways[] = { "pair", "launch", "self-study" };

	w->verb = "plan";
	w->person = (int)below(PERSONS);
	w->year = once_in(20) ? 0 : 2027 + (int)once_in(4);
	w->edition = once_in(30) ? -1 : (int)below(EDITIONS);
	w->nplan = (int)below(PLANNED + 1);
	for (int i = 0, from = (int)below(UNITS); i < w->nplan; i++)
		w->plan[i] = (struct planned){ (from + i) % UNITS, once_in(3) ? (int)below(UNITS) : -1,
		                               once_in(4) ? 0 : 20700 + (int)below(60), 30 * (int)below(9), ONE_OF(whys), ONE_OF(ways) };
}

static void flow(struct word *w)
{
	static const char *const verbs[] = { "propose", "return", "approve", "revise", "close", "reopen" }, *const states[] = { "proposed", "approved" };

	w->verb = ONE_OF(verbs);
	w->person = (int)below(PERSONS);
	w->year = once_in(20) ? 0 : 2027 + (int)once_in(4);
	w->ordered = once_in(3);
	w->text[0] = once_in(2) ? ONE_OF(states) : NULL;
}

static void about_people(struct word *w)
{
	static const char *const orgs[] = { "s161", "net-a", "net-b" }, *const posts[] = { "учитель", "завуч", NULL };
	static const char *const keys[] = { "capacity", "choice" }, *const values[] = { "600", "null", "[\"u-a\",\"u-b\"]", "\"x\"" };
	static const char *const groups[] = { "sg-1", "sg-2" };

	w->person = once_in(30) ? -1 : (int)below(PERSONS);
	switch (below(5)) {
	case 0: case 1:
		w->verb = "enrol";
		w->text[0] = once_in(30) ? NULL : ONE_OF(orgs);
		w->text[1] = ONE_OF(posts);
		break;
	case 2:
		w->verb = "leave";
		break;
	case 3:
		w->verb = "set";
		w->text[0] = ONE_OF(keys);
		w->text[1] = once_in(20) ? NULL : ONE_OF(values);
		break;
	default:
		w->verb = "member";
		w->text[0] = ONE_OF(groups);
		w->off = once_in(2);
	}
}

static void about_years(struct word *w)
{
	static const char *const kinds[] = { "head", "person" }, *const states[] = { "open", "closed" };

	w->year = once_in(10) ? 0 : 2027;
	switch (below(4)) {
	case 0:
		w->verb = "edition";
		w->edition = (int)below(EDITIONS);
		w->rest = (int)below(EDITIONS);
		break;
	case 1:
		w->verb = "year";
		w->text[0] = ONE_OF(states);
		break;
	case 2:
		w->verb = "snapshot";
		w->text[0] = ONE_OF(kinds);
		w->text[1] = "x";
		w->text[2] = once_in(2) ? "{\"b\":1}" : NULL;
		break;
	default:
		w->verb = "dance";                         /* of a version to come */
	}
}

/* About any act: one that was, one that will be, one that never is. */
static void undoing(const struct journal *j, struct word *w)
{
	w->verb = once_in(3) ? "redo" : "undo";
	if (j->n && !once_in(6)) {
		const struct word *t = &j->v[below((unsigned)j->n)];

		w->about = t->origin;
		w->about_seq = once_in(10) ? t->seq : t->act;
	} else {
		w->about = (int)below(ORIGINS + 1);
		w->about_seq = 1 + below(20);
	}
}

struct word any_word(const struct journal *j)
{
	struct word w = { .person = -1, .unit = -1, .peer = -1, .checker = -1, .beside = { -1, -1 }, .about = -1, .edition = -1, .rest = -1 };
	unsigned k = below(20);

	if (k < 7)
		mark(&w);
	else if (k < 9)
		plan(&w);
	else if (k < 12)
		flow(&w);
	else if (k < 15)
		about_people(&w);
	else if (k < 16)
		about_years(&w);
	else
		undoing(j, &w);
	w.day = ONE_OF(model_days);
	return w;
}

/* ---- as lines --------------------------------------------------------------------------------------------- */

static void put(struct buf *b, const char *format, ...)
{
	char text[200];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	buf_puts(b, b->n ? "," : "{");
	buf_puts(b, text);
}

static void put_plan(struct buf *b, const struct word *w)
{
	char day[11];

	put(b, "\"units\":[");
	for (int i = 0; i < w->nplan; i++) {
		const struct planned *p = &w->plan[i];

		buf_printf(b, "%s{\"unit\":\"%s\",\"hours\":%g,\"why\":\"%s\",\"way\":\"%s\"", i ? "," : "", unit_codes[p->unit], p->minutes / 60.0, p->why, p->way);
		if (p->due)
			buf_printf(b, ",\"due\":\"%s\"", day_iso(day, p->due));
		if (p->needed >= 0)
			buf_printf(b, ",\"needed\":\"%s\"", unit_codes[p->needed]);
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
}

static const char *data_of(struct arena *a, const struct word *w)
{
	static const struct { const char *verb, *keys[3]; } texts[] = {
		{ "enrol", { "org", "post", "subject" } }, { "member", { "group" } }, { "year", { "state" } }, { "reopen", { "state" } },
		{ "set", { "key" } }, { "snapshot", { "kind" } },
	};
	struct buf b = { 0 };
	const char *out;

	if (w->year)
		put(&b, "\"year\":%d", w->year);
	for (size_t i = 0; i < COUNT(texts); i++)
		for (int k = 0; k < 3 && !strcmp(texts[i].verb, w->verb); k++)
			if (texts[i].keys[k] && w->text[k])
				put(&b, "\"%s\":\"%s\"", texts[i].keys[k], w->text[k]);
	if (!strcmp(w->verb, "set") && w->text[1])
		put(&b, "\"value\":%s", w->text[1]);
	if (!strcmp(w->verb, "snapshot"))
		put(&b, "\"rows\":[\"%s\"%s%s]", w->text[1], w->text[2] ? "," : "", w->text[2] ? w->text[2] : "");
	if (w->off)
		put(&b, "\"off\":1");
	if (w->ordered)
		put(&b, "\"order\":\"45\"");
	if (w->beside[1] >= 0)
		put(&b, "\"beside\":[\"%s\",\"%s\"]", person_codes[w->beside[0]], person_codes[w->beside[1]]);
	else if (w->beside[0] >= 0)
		put(&b, "\"beside\":[\"%s\"]", person_codes[w->beside[0]]);
	if (!strcmp(w->verb, "plan"))
		put_plan(&b, w);
	if (w->edition >= 0)
		put(&b, "\"%s\":\"%s\"", strcmp(w->verb, "plan") ? "programme" : "edition", edition_codes[w->edition]);
	if (w->rest >= 0)
		put(&b, "\"rest\":\"%s\"", edition_codes[w->rest]);
	if (b.n)
		buf_putc(&b, '}');
	out = b.n ? arena_strndup(a, b.s, b.n) : NULL;
	buf_free(&b);
	return out;
}

struct said word_said(struct arena *a, const struct word *w)
{
	struct nsi_verb *verb = arena_new(a, struct nsi_verb);
	struct said s = { .verb = verb, .day = w->day ? w->day : DAY_NONE, .tm = w->tm, .data = data_of(a, w) };

	verb->name = w->verb;
	if (w->person >= 0)
		s.person.code = person_codes[w->person];
	if (w->unit >= 0)
		s.unit.code = unit_codes[w->unit];
	if (w->part)
		s.part.code = part_codes[w->unit];
	if (w->peer >= 0)
		s.peer.code = person_codes[w->peer];
	if (w->checker >= 0)
		s.checker.code = person_codes[w->checker];
	if (w->about >= 0) {
		s.about = origin_codes[w->about];
		s.about_seq = w->about_seq;
	}
	return s;
}

static void add_act(struct journal *j, int origin)
{
	struct speaker *o = &j->speakers[origin];
	size_t n = 1 + (once_in(3) ? below(4) : 0);
	int64_t lamport = o->lamport;
	struct said said[4];

	for (int i = 0; once_in(2) && i < j->origins; i++)           /* it had seen what another said */
		if (j->speakers[i].lamport > lamport)
			lamport = j->speakers[i].lamport;
	lamport += 1 + (once_in(9) ? below(4) : 0);
	o->at = once_in(9) ? 4102444800 : 1790000000 + below(9999);  /* a clock set to 2100 harms nobody */
	for (size_t i = 0; i < n; i++) {
		struct word *w = &j->v[j->n];

		*w = any_word(j);
		w->origin = origin;
		w->seq = o->seq + 1 + (int64_t)i;
		w->act = o->seq + 1;
		w->lamport = lamport;
		said[i] = word_said(&j->arena, w);
		j->n++;
	}
	speak(o, lamport, said, n);
}

void journal_make(struct journal *j, uint64_t seed)
{
	size_t acts;

	memset(j, 0, sizeof(*j));
	chance_begin(seed);
	j->origins = 2 + (int)below(ORIGINS - 1);
	acts = 8 + below(28);
	for (int i = 0; i < j->origins; i++)
		j->speakers[i] = (struct speaker){ .code = origin_codes[i], .lamport = below(4) };
	for (size_t i = 0; i < acts; i++)
		add_act(j, (int)below((unsigned)j->origins));
	for (int i = 0; i < j->origins; i++) {
		int64_t seq = 1, act = 1;

		for (const char *p = j->speakers[i].lines.s; p && *p;) {
			size_t len = strcspn(p, "\n") + 1;
			struct line_at *l = &j->lines[j->nline++];

			*l = (struct line_at){ p, len, i, act, -1 };
			if (!strncmp(p, "{\"act\"", 6))
				act = seq;
			else
				for (l->word = 0; j->v[l->word].origin != i || j->v[l->word].seq != seq;)
					l->word++;
			seq += l->word >= 0;
			p += len;
		}
	}
}

void journal_free(struct journal *j)
{
	for (int i = 0; i < ORIGINS; i++)
		buf_free(&j->speakers[i].lines);
	arena_free(&j->arena);
}

void readable(const struct journal *j, const bool *here, bool *read)
{
	memset(read, 0, WORDS * sizeof(*read));
	for (int o = 0; o < j->origins; o++) {
		bool whole = true;

		for (size_t i = 0, from = 0; i < j->nline && whole; i++) {
			if (j->lines[i].origin != o)
				continue;
			if (!i || j->lines[i - 1].origin != o)
				from = i;
			whole = here[i];
			if (j->lines[i].word >= 0)
				continue;
			for (; from < i && whole; from++)          /* the act's own line is its last */
				whole = here[from];
			for (size_t k = i; k-- && whole && j->lines[k].origin == o && j->lines[k].word >= 0;)
				read[j->lines[k].word] = true;
			from = i + 1;
		}
	}
}
