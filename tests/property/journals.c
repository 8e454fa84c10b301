/* journals.c - random journals of several origins, delivered in any order, cut, repeated, with lines lost:
 * the state must be what the naive model (model.c) says.
 *
 * journals [SEED [COUNT]]: COUNT journals from SEED on, each delivered in three ways. */
#include "journal.h"
#include "view.h"

#include "../unit/store.h"
#include "store/tally.h"

enum { WAYS_OF_DELIVERY = 3 };

/* ---- delivery --------------------------------------------------------------------------------------------- */

struct delivery { size_t v[8 * LINES], n; };

static void shuffle(size_t *v, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = below((unsigned)i), was = v[i - 1];

		v[i - 1] = v[k];
		v[k] = was;
	}
}

/* The lines in some order, perhaps with repetitions, perhaps without a few. */
static void deliver_how(const struct journal *j, struct delivery *d)
{
	size_t cut[LINES + 1], ncut = 0, order[LINES];
	unsigned style = below(4), most = style == 0 ? 1000 : style == 1 ? 1 : 1 + below(9);

	d->n = 0;
	for (size_t i = 0; i < j->nline;) {                /* pieces: whole origins, single lines, runs */
		size_t len = 1 + below(most), at = i;

		cut[ncut++] = i;
		while (i < j->nline && len-- && j->lines[i].origin == j->lines[at].origin)
			i++;
		if (i < j->nline && style == 0)
			while (i < j->nline && j->lines[i].origin == j->lines[at].origin)
				i++;
	}
	cut[ncut] = j->nline;
	for (size_t i = 0; i < ncut; i++)
		order[i] = i;
	if (style != 3 || once_in(2))
		shuffle(order, ncut);
	for (size_t i = 0; i < ncut; i++)
		for (unsigned times = 1 + once_in(5); times; times--) {
			size_t p = times > 1 || once_in(9) ? order[below((unsigned)i + 1)] : order[i];

			if (times == 1)
				p = order[i];
			for (size_t k = cut[p]; k < cut[p + 1]; k++)
				d->v[d->n++] = k;
		}
	for (unsigned lost = once_in(3) ? 1 + below(3) : 0; lost; lost--) {
		size_t k = below((unsigned)j->nline), n = 0;

		for (size_t i = 0; i < d->n; i++)
			if (d->v[i] != k)
				d->v[n++] = d->v[i];
		d->n = n;
	}
}

static bool deliver(struct view *x, const struct journal *j)
{
	struct nsi *n = x->nsi;
	struct delivery d;
	struct buf b = { 0 };
	bool here[LINES] = { false }, read[WORDS], ok = true;
	unsigned parts = 1 + below(6);

	deliver_how(j, &d);
	if (once_in(2))
		ok = !tally_keep(n);
	for (size_t i = 0; i < d.n && ok;) {
		size_t most = 1 + below(2 * (unsigned)d.n / parts + 1);
		struct taken t;

		buf_clear(&b);
		for (; i < d.n && most; i++, most--) {
			buf_put(&b, j->lines[d.v[i]].text, j->lines[d.v[i]].len);
			here[d.v[i]] = true;
		}
		call_begin(n);
		if (take_lines(n, b.s, b.n, "lines", &t)) {
			printf("# not taken: %s\n", nsi_message_count(n) ? nsi_message_at(n, 0)->text : "");
			ok = false;
		}
		readable(j, here, read);
		if (ok && (i == d.n || once_in(4)))
			ok = same_state(x, j->v, j->n, read) && same_tally(n);
	}
	if (ok && once_in(4))
		ok = derived_anew(n);
	buf_free(&b);
	return ok;
}

/* ---- all of it -------------------------------------------------------------------------------------------- */

static char *forget;                               /* as SQL: everything that was said */

static void forget_how(struct nsi *n)
{
	struct buf sql = { 0 };

	buf_puts(&sql, "BEGIN; DELETE FROM entry; DELETE FROM act; DELETE FROM secret; DELETE FROM origin WHERE own = 0;");
	buf_printf(&sql, "DELETE FROM code WHERE id > %lld;", (long long)code_id(n, "quantum", "q-1"));     /* the newest */
	for (const struct derived *d = facts; d->name; d++)
		buf_printf(&sql, "%s;", d->clear);
	buf_puts(&sql, "DELETE FROM tally; COMMIT;");
	forget = sql.s;
}

/* As on the first day. */
static void afresh(struct nsi *n)
{
	if (sqlite3_exec(n->db, forget, NULL, NULL, NULL) != SQLITE_OK) {
		printf("# %s\n", sqlite3_errmsg(n->db));
		exit(2);
	}
}

int main(int argc, char **argv)
{
	static struct journal j;
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1, count = argc > 2 ? strtoull(argv[2], NULL, 10) : argc > 1 ? 1 : 340;
	uint64_t done = 0, bad = 0;
	struct view x = { 0 };

	folder_make(NULL);
	x.nsi = made("nsi.db");
	school(x.nsi);
	forget_how(x.nsi);
	printf("1..1\n# seeds %llu to %llu\n", (unsigned long long)seed, (unsigned long long)(seed + count - 1));
	for (; done < count && bad < 3; done++) {
		journal_make(&j, seed + done);
		for (int way = 0; way < WAYS_OF_DELIVERY; way++) {
			afresh(x.nsi);
			if (!deliver(&x, &j)) {
				printf("# again with: %s %llu (delivery %d of %zu words)\n", argv[0], (unsigned long long)(seed + done), way, j.n);
				for (int i = 0; argc == 2 && i < j.origins; i++)
					printf("%s", j.speakers[i].lines.s ? j.speakers[i].lines.s : "");
				bad++;
				break;
			}
		}
		journal_free(&j);
	}
	free(forget);
	view_end(&x);
	nsi_close(x.nsi);
	folder_drop(NULL);
	printf("%s 1 - %llu journals, %d deliveries each, end as the model says\n", bad ? "not ok" : "ok", (unsigned long long)done, WAYS_OF_DELIVERY);
	return bad != 0;
}
