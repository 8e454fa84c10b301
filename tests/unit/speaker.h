/* speaker.h - an origin that a test speaks for: its acts as canonical lines, numbered and linked. */
#ifndef TEST_SPEAKER_H
#define TEST_SPEAKER_H

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/lines.h"
#include "store/said.h"
#include "store/take.h"
#include "store/verb.h"

struct speaker {
	const char *code;
	int64_t seq, lamport, at;          /* of the newest act; clock of the next */
	unsigned char link[HASH_BYTES];
	struct buf lines;
};

/* "master on=2026-10-01 person=s161/p07 with=s161/p01 unit=u-a data={…}": data comes last. */
static inline struct said said_words(struct arena *a, const char *words)
{
	char *w = arena_strdup(a, words), *data = strstr(w, " data=");
	struct said s = { .day = DAY_NONE };
	struct nsi_verb *verb = arena_new(a, struct nsi_verb);

	if (data) {
		*data = '\0';
		s.data = data + 6;
	}
	verb->name = strtok(w, " ");
	s.verb = verb;
	for (char *k; (k = strtok(NULL, " "));) {
		const struct { const char *key; struct said_ref *to; } refs[] = {
			{ "person", &s.person }, { "unit", &s.unit }, { "part", &s.part }, { "with", &s.peer },
			{ "checked_by", &s.checker }, { "session", &s.session }, { "quantum", &s.quantum },
		};
		char *v = strchr(k, '=');

		*v++ = '\0';
		if (!strcmp(k, "on"))
			s.day = day_read_iso(v, strlen(v));
		else if (!strcmp(k, "tm"))
			s.tm = atoll(v);
		else if (!strcmp(k, "about")) {
			s.about_seq = atoll(strrchr(v, ':') + 1);
			*strrchr(v, ':') = '\0';
			s.about = v;
		}
		for (size_t i = 0; i < sizeof(refs) / sizeof(*refs); i++)
			if (!strcmp(k, refs[i].key))
				refs[i].to->code = v;
	}
	return s;
}

/* One act of N things; its lines are added to o->lines. Returns the seq of its first entry. */
static inline int64_t speak(struct speaker *o, int64_t lamport, const struct said *v, size_t n)
{
	struct act_head head = { o->seq + 1, o->seq + (int64_t)n, lamport, o->at, "methodist", NULL };
	size_t from = o->lines.n;
	char hex[HASH_HEX];
	struct hash h;

	hash_begin(&h);
	if (o->seq)
		hash_add(&h, o->link, sizeof(o->link));
	for (size_t i = 0; i < n; i++) {
		said_line(&o->lines, o->code, head.seq + (int64_t)i, head.seq, &v[i]);
		buf_putc(&o->lines, '\n');
	}
	hash_add(&h, o->lines.s + from, o->lines.n - from);
	from = o->lines.n;
	act_line(&o->lines, o->code, &head);
	buf_putc(&o->lines, '\n');
	hash_add(&h, o->lines.s + from, o->lines.n - from);
	hash_end(&h, o->link);
	to_hex(o->link, sizeof(o->link), hex);
	head.link = hex;
	o->lines.n = from;
	act_line(&o->lines, o->code, &head);
	buf_putc(&o->lines, '\n');
	o->seq = head.last;
	o->lamport = lamport;
	return head.seq;
}

/* The same of words, NULL at the end. */
static inline int64_t speak_words(struct speaker *o, const char *first, ...)
{
	struct arena a = { 0 };
	struct said v[16];
	size_t n = 0;
	int64_t seq;
	va_list ap;

	va_start(ap, first);
	for (const char *w = first; w && n < 16; w = va_arg(ap, const char *))
		v[n++] = said_words(&a, w);
	va_end(ap);
	seq = speak(o, o->lamport + 1, v, n);
	arena_free(&a);
	return seq;
}

#endif
