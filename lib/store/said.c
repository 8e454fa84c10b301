/* said.c - lists of things said, and the canonical lines of entries and acts. */
#include "store/said.h"

#include <string.h>

static int list_next(struct source *s, struct said *out)
{
	struct said_list *l = (struct said_list *)s;

	if (l->at == l->n)
		return 0;
	*out = l->v[l->at++];
	return 1;
}

static bool list_rewind(struct source *s)
{
	((struct said_list *)s)->at = 0;
	return true;
}

static void list_place(struct source *s, size_t k, const char **file, int *line)
{
	const struct said_list *l = (const struct said_list *)s;

	if (k < l->n) {
		*file = l->v[k].file;
		*line = l->v[k].line;
	}
}

void said_list(struct said_list *l, struct nsi *n, const struct said *v, size_t count)
{
	*l = (struct said_list){ { list_next, list_rewind, list_place, n }, v, count, 0 };
}

static void put_int(struct buf *b, int64_t v)
{
	char digits[24], *p = digits + sizeof(digits);
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	buf_put(b, p, (size_t)(digits + sizeof(digits) - p));
}

void said_line(struct buf *b, const char *origin, int64_t seq, int64_t act, const struct said *s)
{
	char day[11];

	buf_puts(b, "{\"entry\":\"");
	buf_puts(b, origin);
	buf_putc(b, ':');
	put_int(b, seq);
	buf_puts(b, "\",\"act\":");
	put_int(b, act);
	buf_json_key(b, "verb", s->verb->name);
	buf_json_key(b, "on", s->day == DAY_NONE ? NULL : day_iso(day, s->day));
	if (s->tm) {
		buf_puts(b, ",\"tm\":");
		put_int(b, s->tm);
	}
	buf_json_key(b, "person", s->person.code);
	buf_json_key(b, "unit", s->unit.code);
	buf_json_key(b, "part", s->part.code);
	buf_json_key(b, "with", s->peer.code);
	buf_json_key(b, "checked_by", s->checker.code);
	buf_json_key(b, "session", s->session.code);
	buf_json_key(b, "quantum", s->quantum.code);
	if (s->about) {
		buf_json_key(b, "about", s->about);
		buf_puts(b, ",\"about_seq\":");
		put_int(b, s->about_seq);
	}
	if (s->data) {
		buf_puts(b, ",\"data\":");
		buf_puts(b, s->data);
	}
	buf_putc(b, '}');
}

void act_line(struct buf *b, const char *origin, const struct act_head *a)
{
	char at[21];

	buf_puts(b, "{\"act\":\"");
	buf_puts(b, origin);
	buf_putc(b, ':');
	put_int(b, a->seq);
	buf_puts(b, "\",\"last\":");
	put_int(b, a->last);
	buf_puts(b, ",\"lamport\":");
	put_int(b, a->lamport);
	buf_json_key(b, "at", instant_write(at, a->at));
	buf_json_key(b, "actor", a->actor);
	buf_json_key(b, "link", a->link);
	buf_putc(b, '}');
}
