/* line.c - reads canonical lines: flat JSON with its keys in one order. */
#include "store/line.h"

#include <string.h>

enum { MOST_CODE = 200 };
static const int64_t most = (int64_t)1 << 53;      /* what any reader of JSON keeps exact */

struct scan { struct arena *a; const char *p, *end; bool bad; };

/* TEXT comes next. */
static bool next(struct scan *s, const char *text)
{
	size_t len = strlen(text);

	if (s->bad || (size_t)(s->end - s->p) < len || memcmp(s->p, text, len))
		return false;
	s->p += len;
	return true;
}

static void must(struct scan *s, const char *text)
{
	if (!next(s, text))
		s->bad = true;
}

/* ,"KEY": comes next. */
static bool key(struct scan *s, const char *name)
{
	const char *from = s->p;

	if (next(s, ",\"") && next(s, name) && next(s, "\":"))
		return true;
	s->p = from;
	return false;
}

static int64_t number(struct scan *s, const char *from, const char *to)
{
	int64_t v = 0;

	if (from == to || *from == '0')
		s->bad = true;
	for (; from < to && !s->bad; from++) {
		if (*from < '0' || *from > '9' || v > most / 10)
			s->bad = true;
		else
			v = v * 10 + (*from - '0');
	}
	return v <= most ? v : 0;
}

static int64_t integer(struct scan *s)
{
	const char *from = s->p;

	while (s->p < s->end && *s->p >= '0' && *s->p <= '9')
		s->p++;
	return number(s, from, s->p);
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The escapes that buf_json() writes; any other would not come out again. */
static char escape(struct scan *s)
{
	char c = s->p < s->end ? *s->p++ : '\0';

	switch (c) {
	case '"': case '\\': return c;
	case 'n': return '\n';
	case 't': return '\t';
	case 'u':
		if (s->end - s->p < 4 || s->p[0] != '0' || s->p[1] != '0' || hex(s->p[2]) < 0 || hex(s->p[3]) < 0)
			break;
		c = (char)(hex(s->p[2]) * 16 + hex(s->p[3]));
		s->p += 4;
		if (c)
			return c;
	}
	s->bad = true;
	return '\0';
}

static const char *string(struct scan *s)
{
	const char *q = s->p;
	char *out, *o;

	must(s, "\"");
	while (q < s->end && (q == s->p - 1 || *q != '"'))
		q += *q == '\\' ? 2 : 1;
	if (s->bad || q >= s->end) {
		s->bad = true;
		return "";
	}
	out = o = arena_alloc(s->a, 1, (size_t)(q - s->p) + 1);
	while (o && s->p < q && !s->bad) {
		char c = *s->p++;

		*o++ = c == '\\' ? escape(s) : c;
	}
	s->p = q + 1;
	if (!o)
		return "";
	*o = '\0';
	if (!*out || o - out > MOST_CODE)
		s->bad = true;
	return out;
}

/* "ORIGIN:SEQ" */
static const char *name_of(struct scan *s, int64_t *seq)
{
	const char *whole = string(s), *colon = strrchr(whole, ':');

	*seq = colon ? number(s, colon + 1, colon + strlen(colon)) : 0;
	if (!colon || colon == whole || whole[strspn(whole, "abcdefghijklmnopqrstuvwxyz0123456789.-")] != ':')
		s->bad = true;
	return arena_strndup(s->a, whole, colon ? (size_t)(colon - whole) : 0);
}

static void entry(struct scan *s, struct line *l)
{
	struct said *d = &l->said;
	const struct { const char *key; struct said_ref *to; } refs[] = {
		{ "person", &d->person }, { "unit", &d->unit }, { "part", &d->part }, { "with", &d->peer },
		{ "checked_by", &d->checker }, { "session", &d->session }, { "quantum", &d->quantum },
	};

	must(s, ",\"act\":");
	l->act.seq = integer(s);
	if (!key(s, "verb"))
		s->bad = true;
	l->verb.name = s->bad ? "" : string(s);
	if (l->verb.name[strspn(l->verb.name, "abcdefghijklmnopqrstuvwxyz")])
		s->bad = true;
	d->verb = &l->verb;
	d->day = DAY_NONE;
	if (key(s, "on")) {
		const char *day = string(s);

		d->day = day_read_iso(day, strlen(day));
	}
	if (key(s, "tm"))
		d->tm = integer(s);
	for (size_t i = 0; i < sizeof(refs) / sizeof(*refs); i++)
		if (key(s, refs[i].key))
			refs[i].to->code = string(s);
	if (key(s, "about")) {
		d->about = string(s);
		if (!key(s, "about_seq"))
			s->bad = true;
		d->about_seq = integer(s);
	}
	if (key(s, "data") && s->p < s->end) {
		d->data = arena_strndup(s->a, s->p, (size_t)(s->end - s->p) - 1);
		s->p = s->end - 1;
	}
	must(s, "}");
	if (l->act.seq > l->seq)
		s->bad = true;
}

static void act(struct scan *s, struct line *l)
{
	const char *at;

	must(s, ",\"last\":");
	l->act.last = integer(s);
	must(s, ",\"lamport\":");
	l->act.lamport = integer(s);
	must(s, ",\"at\":");
	at = string(s);
	if (!s->bad && !instant_read(at, &l->act.at))
		s->bad = true;
	must(s, ",\"actor\":");
	l->act.actor = string(s);
	must(s, ",\"link\":");
	l->act.link = string(s);
	must(s, "}");
	if (strlen(l->act.link) != 64 || strspn(l->act.link, "0123456789abcdef") != 64 || l->act.last < l->act.seq)
		s->bad = true;
}

const char *line_read(struct arena *a, const char *text, size_t n, struct line *l)
{
	struct scan s = { a, text, text + n, false };
	struct buf b = { 0 };
	bool same;

	*l = (struct line){ 0 };
	if (text_bad(text, n) != n)
		return N_("not UTF-8");
	if (next(&s, "{\"entry\":")) {
		l->origin = name_of(&s, &l->seq);
		entry(&s, l);
	} else if (next(&s, "{\"act\":")) {
		l->is_act = true;
		l->origin = name_of(&s, &l->act.seq);
		act(&s, l);
	} else {
		return N_("neither an entry nor an act");
	}
	if (s.bad || s.p != s.end)
		return l->is_act ? N_("not a line of an act as nsi writes it")
		                 : N_("not a line of an entry as nsi writes it");
	if (l->is_act)
		act_line(&b, l->origin, &l->act);
	else
		said_line(&b, l->origin, l->seq, l->act.seq, &l->said);
	same = !b.oom && b.n == n && !memcmp(b.s, text, n);
	if (b.oom)
		a->oom = true;
	buf_free(&b);
	return same ? NULL : l->is_act ? N_("not a line of an act as nsi writes it") : N_("not a line of an entry as nsi writes it");
}
