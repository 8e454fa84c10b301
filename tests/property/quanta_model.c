/* quanta_model.c - the rules of a quantum's life, each as a loop over everything that was said. */
#include "quanta_model.h"

#include <string.h>

static bool live(const struct history *h, size_t i)
{
	return !h->undone[h->v[i].act];
}

static bool is(const struct history *h, size_t i, enum kind kind, int quantum)
{
	return live(h, i) && h->v[i].kind == kind && h->v[i].quantum == quantum;
}

/* The newest load that stands says it. */
struct definition now(const struct history *h, int quantum)
{
	struct definition d = { NOBODY, 0, false, quantum != QUANTA - 1 };

	for (size_t i = 0; i < h->n; i++)
		if (live(h, i) && h->v[i].kind == LOAD)
			d = h->v[i].files[quantum];
	return d;
}

/* Is deed I about the steps of today? A trial of what had no steps is about the first that came later. */
static bool of_today(const struct history *h, size_t i)
{
	const struct deed *d = &h->v[i];
	int steps = now(h, d->quantum).steps;

	if (d->steps == steps)
		return true;
	if (d->steps || d->kind != TRY)
		return false;
	for (size_t k = i + 1; k < h->n; k++)
		if (live(h, k) && h->v[k].kind == LOAD && h->v[k].files[d->quantum].steps)
			return h->v[k].files[d->quantum].steps == steps;
	return false;
}

static bool before(const struct history *h, size_t a, size_t b)
{
	return h->v[a].day < h->v[b].day || (h->v[a].day == h->v[b].day && a < b);
}

/* The first trial of a teacher, by whatever steps; h->n: none. */
static size_t first_trial(const struct history *h, int quantum, int person)
{
	size_t first = h->n;

	for (size_t i = 0; i < h->n; i++)
		if (is(h, i, TRY, quantum) && h->v[i].person == person && (first == h->n || before(h, i, first)))
			first = i;
	return first;
}

/* Has PERSON the quantum from GIVER: shown to him, then tried for the first time, up to that day? */
static bool has_from(const struct history *h, int quantum, int giver, int person, int on)
{
	size_t first = first_trial(h, quantum, person), his = first_trial(h, quantum, giver);
	int author = now(h, quantum).author;

	if (first == h->n || h->v[first].day > on || person == author)
		return false;
	if (giver != author && (his == h->n || !before(h, his, first)))
		return false;
	for (size_t i = 0; i < h->n; i++)
		if (is(h, i, PASS, quantum) && h->v[i].giver == giver && h->v[i].person == person && h->v[i].day <= h->v[first].day)
			return true;
	return false;
}

static int depth_from(const struct history *h, int quantum, int giver, int on)
{
	int deepest = 0;

	for (int p = 0; p < TEACHERS; p++)
		if (has_from(h, quantum, giver, p, on)) {
			int depth = 1 + depth_from(h, quantum, p, on);

			deepest = depth > deepest ? depth : deepest;
		}
	return deepest;
}

/* The state without looking at retirement, and the counts. */
static struct told counted(const struct history *h, int quantum, int on)
{
	struct definition d = now(h, quantum);
	struct told t = { "draft", 0, 0, 0, 0, 0 };
	bool tried = false, reviewed = false, reached[TEACHERS] = { false }, other[TEACHERS] = { false }, worked[TEACHERS] = { false };

	for (size_t i = 0; i < h->n; i++) {
		const struct deed *e = &h->v[i];

		if (!live(h, i) || e->kind == LOAD || e->quantum != quantum || e->day > on)
			continue;
		if (e->kind == REVIEW && of_today(h, i))
			reviewed = true;
		if (e->kind != TRY)
			continue;
		if (e->person != d.author)
			reached[e->person] = true;
		if (!of_today(h, i))
			continue;
		t.trials++;
		if (e->person == d.author)
			tried = true;
		else
			other[e->person] = true;
		if (e->person != d.author && e->result == IT_WORKED)
			worked[e->person] = true;
	}
	for (int p = 0; p < TEACHERS; p++) {
		int depth = depth_from(h, quantum, p, on);

		t.reach += reached[p];
		t.independent += other[p];
		t.worked += worked[p];
		t.depth = depth > t.depth ? depth : t.depth;
	}
	if (!d.whole || !d.steps || d.author == NOBODY)
		return t;
	t.state = "described";
	if (tried)
		t.state = "tried";
	if (tried && t.independent >= 2 && t.worked >= 1 && reviewed)
		t.state = "sample";
	return t;
}

struct told tell_of(const struct history *h, int quantum, int on)
{
	struct told t = counted(h, quantum, on);

	for (size_t i = 0; i < h->n; i++)
		if (is(h, i, RETIRE, quantum) && h->v[i].day <= on && of_today(h, i) && !strcmp(t.state, "sample"))
			t.state = "retired";
	return t;
}

/* ---- what may be -------------------------------------------------------------------------------------- */

static bool has_tried(const struct history *h, int quantum, int person, int day)
{
	for (size_t i = 0; i < h->n; i++)
		if (is(h, i, TRY, quantum) && h->v[i].person == person && h->v[i].day <= day)
			return true;
	return false;
}

/* Does what made a sample of it stand, by its steps and author when it was retired? What was tried before there were
 * steps may have been by these. */
static bool was_sample(const struct history *h, const struct deed *d)
{
	bool author = false, worked = false, reviewed = false, other[TEACHERS] = { false };
	int others = 0;

	for (size_t i = 0; i < h->n; i++) {
		const struct deed *e = &h->v[i];

		if (is(h, i, REVIEW, d->quantum) && e->steps == d->steps && e->day <= d->day)
			reviewed = true;
		if (!is(h, i, TRY, d->quantum) || e->day > d->day || (e->steps && e->steps != d->steps))
			continue;
		if (e->person == d->author)
			author = true;
		else
			other[e->person] = true;
		if (e->person != d->author && e->result == IT_WORKED)
			worked = true;
	}
	for (int p = 0; p < TEACHERS; p++)
		others += other[p];
	return author && worked && reviewed && others >= 2;
}

/* What must hold at all times, whatever is undone under it. */
static bool sound(const struct history *h, size_t i)
{
	const struct deed *d = &h->v[i];

	if (d->kind == LOAD)
		return true;
	if (d->kind == PASS && (d->giver == d->person || (d->giver != d->author && !has_tried(h, d->quantum, d->giver, d->day))))
		return false;
	if (d->kind == ADOPT && !has_tried(h, d->quantum, d->person, d->day))
		return false;
	if (d->kind == RETIRE && !was_sample(h, d))
		return false;
	for (size_t k = 0; k < h->n; k++)
		if (is(h, k, RETIRE, d->quantum) && h->v[k].steps == d->steps && (d->kind == RETIRE ? k < i : before(h, k, i)))
			return false;
	return true;
}

/* What is looked at only when it is said. */
static bool sayable(const struct history *h, const struct deed *d)
{
	struct definition q;

	if (d->kind == LOAD)
		return true;
	q = now(h, d->quantum);
	if (d->day > h->today)
		return false;
	if (!q.lesson && (d->kind == TRY || d->kind == ADOPT) && d->class_)
		return false;
	if (q.lesson && d->kind == ADOPT && !d->class_)
		return false;
	if (d->kind == RETIRE && strcmp(counted(h, d->quantum, d->day).state, "sample") != 0)
		return false;
	return d->kind != REVIEW || (d->person != q.author && (d->person == METHODIST || d->person == ROLE));
}

static bool stands(const struct history *h, const struct deed *d)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct deed *e = &h->v[i];

		if (!live(h, i) || e->kind != d->kind || e->quantum != d->quantum || e->person != d->person || e->day != d->day)
			continue;
		if ((d->kind == TRY && e->result == d->result && e->class_ == d->class_ && e->steps == d->steps) ||
		    (d->kind == PASS && e->giver == d->giver) || (d->kind == ADOPT && e->class_ == d->class_))
			return true;
	}
	return false;
}

/* Which stand that may not. */
static void look(const struct history *h, bool *bad)
{
	for (size_t i = 0; i < h->n; i++)
		bad[i] = live(h, i) && !sound(h, i);
}

bool say_it(struct history *h, const struct deed *v, size_t n)
{
	struct history was = *h;
	bool bad[DEEDS], bad_before[DEEDS] = { false };
	size_t first = h->n;

	look(h, bad_before);
	for (size_t i = 0; i < n; i++) {
		struct deed *d = &h->v[h->n];

		*d = v[i];
		d->act = h->acts + 1;
		if (d->kind != LOAD) {
			d->steps = now(&was, d->quantum).steps;
			d->author = now(&was, d->quantum).author;
		}
		if (!stands(h, d))
			h->n++;
	}
	h->acts += h->n > first;
	look(h, bad);
	for (size_t i = 0; i < h->n; i++)
		if (h->v[i].kind != LOAD && h->v[first].kind != LOAD && ((i >= first && !sayable(&was, &h->v[i])) || (bad[i] && !bad_before[i]))) {
			*h = was;
			return false;
		}
	return true;
}

/* Taken back or given again; refused when something stands then that may not, and did not before. */
static bool turn(struct history *h, int act, bool undone)
{
	bool bad[DEEDS], bad_before[DEEDS];
	size_t first = 0;

	while (h->v[first].act != act)
		first++;
	look(h, bad_before);
	h->undone[act] = undone;
	look(h, bad);
	for (size_t i = 0; i < h->n && h->v[first].kind != LOAD; i++)
		if (bad[i] && !bad_before[i]) {
			h->undone[act] = !undone;
			return false;
		}
	return true;
}

bool undo_it(struct history *h, int act)
{
	if (!turn(h, act, true))
		return false;
	h->undos[h->nundo++] = act;
	return true;
}

bool redo_it(struct history *h)
{
	for (size_t i = h->nundo; i; i--)
		if (h->undone[h->undos[i - 1]])
			return turn(h, h->undos[i - 1], false);
	return false;
}
