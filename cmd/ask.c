/* ask.c - a meeting after the other is asked about, one key each: how did it go? */
#include "cmd.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

enum key { KEY_OK = '+', KEY_NOT = '-', KEY_FIRST = '1', KEY_SECOND = '2', KEY_MISSED = '0', KEY_BACK = '<', KEY_QUIT = 'q' };

/* One key from a terminal, without waiting for the end of a line; else the next byte that is no blank. -1: no more. */
static int key_read(void)
{
	struct termios was, raw;
	bool terminal = !tcgetattr(STDIN_FILENO, &was);
	unsigned char c = 0;
	ssize_t k;

	if (terminal) {
		raw = was;
		raw.c_lflag &= (tcflag_t)~(ICANON | ECHO);
		tcsetattr(STDIN_FILENO, TCSANOW, &raw);
	}
	do
		k = read(STDIN_FILENO, &c, 1);
	while (k == 1 && !terminal && (c == ' ' || c == '\r'));
	if (terminal)
		tcsetattr(STDIN_FILENO, TCSANOW, &was);
	return k == 1 ? c : -1;
}

struct meeting { const char *round, *a, *b, *gives[2]; int key; };
struct asked { struct nsi *n; struct pool *p; struct meeting *v; size_t count; };

static const struct nsi_cell *cell(const struct nsi_rows *r, size_t row, const char *key)
{
	for (size_t i = 0; i < r->ncol; i++)
		if (!strcmp(r->cols[i].key, key))
			return &r->cells[row * r->ncol + i];
	return NULL;
}

static const char *text(struct asked *a, const struct nsi_cell *c, bool shown)
{
	const char *s = !c || c->type == NSI_T_NONE ? NULL : shown && c->shown ? c->shown : c->s;

	return s ? pool_strndup(a->p, s, strlen(s)) : NULL;
}

static const char *joined(struct pool *p, const char *a, const char *b, const char *c)
{
	size_t na = strlen(a), nb = strlen(b), nc = strlen(c);
	char *s = pool_alloc(p, na + nb + nc + 1);

	if (!s)
		return NULL;
	memcpy(s, a, na);
	memcpy(s + na, b, nb);
	memcpy(s + na + nb, c, nc + 1);
	return s;
}

/* The meetings in which somebody was to take something. */
static enum nsi_status read_meetings(struct asked *a, const struct nsi_rows *r)
{
	a->v = pool_alloc(a->p, (r->nrow + 1) * sizeof(*a->v));
	if (!a->v)
		return NSI_MEMORY;
	for (size_t i = 0; i < r->nrow; i++) {
		struct meeting m = { .a = text(a, cell(r, i, "a"), false), .b = text(a, cell(r, i, "b"), false), .key = KEY_OK };
		const struct nsi_cell *round = cell(r, i, "round");
		char number[24];

		m.gives[0] = text(a, cell(r, i, "a_gives"), true);
		m.gives[1] = text(a, cell(r, i, "b_gives"), true);
		if (!round || round->type == NSI_T_NONE || !m.a || !m.b || (!m.gives[0] && !m.gives[1]))
			continue;
		snprintf(number, sizeof(number), "%lld", (long long)round->i);
		m.round = pool_strndup(a->p, number, strlen(number));
		a->v[a->count++] = m;
	}
	return NSI_OK;
}

static void show(const struct asked *a, size_t i)
{
	const struct meeting *m = &a->v[i];
	bool two = m->gives[0] && m->gives[1];
	const char *parts[] = { nsi_tr(a->n, N_("round")), " ", m->round, ": ", m->a, two ? " ⇄ " : m->gives[0] ? " → " : " ← ", m->b, ": ",
	                        m->gives[0] ? m->gives[0] : "", two ? " / " : "", m->gives[1] ? m->gives[1] : "", "  " };

	for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
		put_safe(stderr, parts[k]);
}

static void answer(const struct asked *a, int key)
{
	const char *word = key == KEY_OK ? N_("went well") : key == KEY_NOT ? N_("both not yet") : key == KEY_FIRST ? N_("the first not yet")
		: key == KEY_SECOND ? N_("the second not yet") : key == KEY_MISSED ? N_("did not take place") : key == KEY_BACK ? N_("back") : "?";

	put_safe(stderr, nsi_tr(a->n, word));
	fputc('\n', stderr);
}

static enum nsi_status all(struct asked *a)
{
	for (size_t i = 0; i < a->count;) {
		int key;

		show(a, i);
		key = key_read();
		if (key == '\n' || key == 'y')
			key = KEY_OK;
		if (key < 0 || key == KEY_QUIT) {
			fputc('\n', stderr);
			return complain(a->n, NSI_USAGE, N_("nothing is recorded"));
		}
		answer(a, key);
		if (key == KEY_BACK)
			i -= i > 0;
		else if (strchr("+-120", key))
			a->v[i++].key = key;
	}
	return NSI_OK;
}

/* What is answered as the options --not and --missed. */
static enum nsi_status into(struct asked *a, struct nsi_list *not_yet, struct nsi_list *missed)
{
	enum nsi_status status = NSI_OK;

	for (size_t i = 0; i < a->count && !status; i++) {
		const struct meeting *m = &a->v[i];
		const char *round = joined(a->p, m->round, ":", ""),
			   *both = round ? joined(a->p, m->a, "-", m->b) : NULL;
		const char *who = m->key == KEY_FIRST ? m->a : m->key == KEY_SECOND ? m->b : both;

		if (m->key == KEY_OK)
			continue;
		who = who ? joined(a->p, round, who, "") : NULL;
		status = who ? list_add(a->p, m->key == KEY_MISSED ? missed : not_yet, who) : NSI_MEMORY;
	}
	return status;
}

enum nsi_status ask_meetings(struct nsi *n, struct pool *p, const char *session, struct nsi_list *not_yet,
                             struct nsi_list *missed)
{
	struct asked a = { .n = n, .p = p };
	const struct nsi_rows *r;
	enum nsi_status status = nsi_session_show(n, session, &r);

	if (!status)
		status = read_meetings(&a, r);
	if (status)
		return status;
	put_safe(stderr, nsi_tr(n, N_("Enter: went well   -: both not yet   1, 2: the first, the second not yet   0: did not take place   <: back   q: give up")));
	fputc('\n', stderr);
	status = all(&a);
	return status ? status : into(&a, not_yet, missed);
}
