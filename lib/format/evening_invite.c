/* evening_invite.c - an evening in a chat: a short text for each, in plain characters. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "format/evening_page.h"

/* What is left out, step by step, until it is short enough. */
enum detail { TITLES, CLOCKS, PLACES, CODES, HEAD, DETAILS };

static size_t characters(const char *s)
{
	size_t k = 0;

	for (; *s; s++)
		k += ((unsigned char)*s & 0xC0) != 0x80;
	return k;
}

static const char *title_of(const struct evening_page *p, const char *label)
{
	for (size_t i = 0; i < p->nthing; i++)
		if (!strcmp(p->thing[i].label, label))
			return p->thing[i].title;
	return NULL;
}

static void put_thing(struct buf *b, const struct evening_page *p, const char *label, enum detail d)
{
	const char *title = d == TITLES ? title_of(p, label) : NULL;

	buf_puts(b, label);
	if (title)
		buf_printf(b, p->lang == LANG_RU ? " «%s»" : " \"%s\"", title);
}

static void put_partners(struct buf *b, const struct evening_page *p, const struct page_meeting *m, uint32_t me)
{
	bool taught = !strcmp(m->kind, "launch") && m->seat[0].who != me;
	size_t put = 0;

	for (size_t i = 0; i < (taught ? 1 : m->n); i++)
		if (m->seat[i].who != me)
			buf_printf(b, "%s%s", put++ ? ", " : "", p->person[m->seat[i].who].code);
}

/* "2) 15:10 стол 3, с p07: даю П3.К5, беру П3.К2" */
static void put_round(struct buf *b, const struct evening_page *p, const struct page_round *r, uint32_t me,
                      enum detail d)
{
	const struct page_seat *s;
	const struct page_meeting *m = evening_page_seat(p, r->round, me, &s);
	enum lang l = p->lang;
	bool idle = m && !strcmp(m->kind, "idle");

	if (!m)
		return;
	buf_printf(b, "\n%d)", r->round);
	if (d < PLACES)
		buf_printf(b, " %s", r->from);
	if (d < CODES && m->where)
		buf_printf(b, " %s", m->where);
	if (idle) {
		buf_printf(b, " %s", tr(l, m->kind));
		return;
	}
	buf_printf(b, d < CODES ? ", %s " : " ", tr(l, N_("with")));
	put_partners(b, p, m, me);
	if (!s->gives && !s->takes)
		buf_printf(b, ": %s", tr(l, m->kind));
	if (s->gives) {
		buf_printf(b, d < CODES ? ": %s " : " +", tr(l, N_("you give")));
		put_thing(b, p, s->gives, d);
	}
	if (s->takes) {
		buf_printf(b, d < CODES ? "%s %s " : " -", s->gives ? "," : ":", tr(l, N_("you take")));
		put_thing(b, p, s->takes, d);
	}
}

/* What he gives must be ready before. */
static void put_prepare(struct buf *b, const struct evening_page *p, uint32_t me, enum detail d)
{
	size_t put = 0;

	for (size_t i = 0; i < p->nthing && d < HEAD; i++) {
		bool gives = false;

		for (size_t k = 0; k < p->nround && !gives; k++) {
			const struct page_seat *s;

			evening_page_seat(p, p->round[k].round, me, &s);
			gives = s && evening_page_lists(s->gives, p->thing[i].label);
		}
		if (gives && !put++)
			buf_printf(b, "\n%s: ", tr(p->lang, N_("Prepare")));
		else if (gives)
			buf_puts(b, ", ");
		if (gives)
			buf_puts(b, p->thing[i].label);
	}
	if (!put)
		buf_printf(b, "\n%s",
		           tr(p->lang, d < HEAD ? N_("Nothing to prepare; bring something to write with.")
		                                : N_("Your route lies ready for you.")));
}

static void put_text(struct buf *b, const struct evening_page *p, uint32_t me, enum detail d)
{
	enum lang l = p->lang;

	buf_printf(b, tr(l, N_("%s, you are invited to an evening of mutual learning: %s, %s–%s")),
	           p->person[me].code, p->day, p->start, p->end);
	if (p->place)
		buf_printf(b, ", %s", p->place);
	buf_puts(b, ".");
	if (p->group && d < PLACES)
		buf_printf(b, " %s.", p->group);
	if (p->link)
		buf_printf(b, "\n%s", p->link);
	for (size_t i = 0; i < p->nround && d < HEAD; i++)
		put_round(b, p, &p->round[i], me, d);
	put_prepare(b, p, me, d);
}

/* The words of S that fit into MOST characters, if not all do. */
static void cut(struct buf *b, size_t most)
{
	size_t n = 0, k = 0, space = 0;

	for (; n < b->n && k < most; n++) {
		if (strchr(" \n", b->s[n]))
			space = n;
		k += ((unsigned char)b->s[n] & 0xC0) != 0x80;
	}
	if (n < b->n && space) {
		b->n = space;
		b->s[space] = '\0';
		buf_puts(b, "…");
	}
}

const char *evening_page_invite(struct arena *a, const struct evening_page *p, uint32_t person, size_t most)
{
	struct buf b = { 0 };
	const char *out;

	for (enum detail d = TITLES; d < DETAILS; d++) {
		buf_clear(&b);
		put_text(&b, p, person, d);
		if (b.oom || characters(b.s) <= most)
			break;
	}
	if (!b.oom && characters(b.s) > most)
		cut(&b, most);
	out = b.oom ? NULL : arena_strndup(a, b.s, b.n);
	a->oom |= !out;
	buf_free(&b);
	return out;
}
