/* schools.c - three schools speak for themselves and send each other what they have, in any order: in the end
 * all are what the naive model says, and on the way each is what it has read.
 *
 * schools [SEED [COUNT]] */
#include "journal.h"
#include "view.h"

#include "../unit/store.h"
#include "store/tally.h"

enum { SCHOOLS = 3 };

static struct view schools_view[SCHOOLS];

/* School K says something; its numbers are what its database gives. */
static bool say(struct journal *j, int k)
{
	struct nsi *n = schools_view[k].nsi;
	size_t count = 1 + (once_in(3) ? below(4) : 0);
	struct said v[4];
	struct said_list list;
	struct outcome done;
	char verbs[256];
	sqlite3_stmt *s;

	if (j->n + count > WORDS)
		return true;
	call_begin(n);
	if (journal_begin(n))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct { struct said_ref *ref; const char *kind; } refs[] = {
			{ &v[i].person, "person" }, { &v[i].unit, "unit" }, { &v[i].part, "part" }, { &v[i].peer, "person" }, { &v[i].checker, "person" },
		};

		j->v[j->n + i] = any_word(j);
		v[i] = word_said(&j->arena, &j->v[j->n + i]);
		for (size_t r = 0; r < COUNT(refs); r++)
			if (refs[r].ref->code)
				refs[r].ref->id = code_id(n, refs[r].kind, refs[r].ref->code);
	}
	for (int e = 0; e < EDITIONS; e++)
		code_id(n, "edition", edition_codes[e]);
	for (size_t i = 0; i < PERSONS; i++)
		code_id(n, "person", person_codes[i]);
	code_id(n, "org", "net-a"), code_id(n, "org", "net-b"), code_id(n, "org", "s161"), code_id(n, "group", "sg-1"), code_id(n, "group", "sg-2");
	said_list(&list, n, v, count);
	if (journal_append(n, &list.source, NULL, 0, &done, verbs) || fold_done(n) || db_commit(n))
		return false;
	sqlite3_prepare_v2(n->db, "SELECT lamport FROM act WHERE origin = ?1 AND seq = ?2", -1, &s, NULL);
	sqlite3_bind_int64(s, 1, n->origin);
	sqlite3_bind_int64(s, 2, done.act);
	sqlite3_step(s);
	for (size_t i = 0; i < count; i++) {
		struct word *w = &j->v[j->n++];

		w->origin = k;
		w->act = done.act;
		w->seq = done.act + (int64_t)i;
		w->lamport = sqlite3_column_int64(s, 0);
	}
	sqlite3_finalize(s);
	return true;
}

static int64_t read_of(struct nsi *n, int origin)
{
	sqlite3_stmt *s;
	int64_t v = 0;

	sqlite3_prepare_v2(n->db, "SELECT read FROM origin WHERE code = ?1", -1, &s, NULL);
	sqlite3_bind_text(s, 1, origin_codes[origin], -1, SQLITE_STATIC);
	if (sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

/* FROM sends what it has of ORIGIN from some act on, cut anywhere; or, with ALL, all of it. */
static bool give(const struct journal *j, int from, int to, int origin, bool all)
{
	struct nsi *a = schools_view[from].nsi, *b = schools_view[to].nsi;
	struct buf lines = { 0 };
	int64_t first = 1;
	struct taken t;
	bool ok;

	for (size_t i = 0; i < j->n && !all; i++)
		if (j->v[i].origin == origin && once_in(4))
			first = j->v[i].act;
	call_begin(a);
	ok = !lines_write(a, origin_codes[origin], first, &lines);
	while (ok && !all && lines.n && once_in(2)) {      /* the tail is lost on the way */
		lines.n--;
		while (lines.n && lines.s[lines.n - 1] != '\n')
			lines.n--;
	}
	call_begin(b);
	if (ok && lines.n && take_lines(b, lines.s, lines.n, "lines", &t)) {
		printf("# not taken: %s\n", nsi_message_count(b) ? nsi_message_at(b, 0)->text : "");
		ok = false;
	}
	buf_free(&lines);
	return ok;
}

static bool as_model(const struct journal *j, int k)
{
	bool read[WORDS];
	int64_t until[SCHOOLS];

	for (int o = 0; o < SCHOOLS; o++)
		until[o] = read_of(schools_view[k].nsi, o);
	for (size_t i = 0; i < j->n; i++)
		read[i] = j->v[i].seq <= until[j->v[i].origin];
	return same_state(&schools_view[k], j->v, j->n, read) && same_tally(schools_view[k].nsi);
}

static bool play(struct journal *j)
{
	unsigned steps = 20 + below(60);
	bool ok = true;

	for (unsigned i = 0; i < steps && ok; i++) {
		int k = (int)below(SCHOOLS), to = (int)below(SCHOOLS);

		if (once_in(2))
			ok = say(j, k);
		else if (k != to)
			ok = give(j, k, to, (int)below(SCHOOLS), false);
		if (ok && once_in(8))
			ok = as_model(j, k);
	}
	for (int o = 0; o < SCHOOLS && ok; o++)
		for (int to = 0; to < SCHOOLS && ok; to++)
			if (to != o)
				ok = give(j, o, to, o, true);
	for (int k = 0; k < SCHOOLS && ok; k++) {
		for (size_t i = 0; i < j->n && ok; i++)
			ok = j->v[i].seq <= read_of(schools_view[k].nsi, j->v[i].origin);
		if (!ok)
			printf("# school %d has not read all\n", k);
		ok = ok && as_model(j, k) && derived_anew(schools_view[k].nsi);
	}
	return ok;
}

int main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1, count = argc > 2 ? strtoull(argv[2], NULL, 10) : argc > 1 ? 1 : 25;
	uint64_t done = 0, bad = 0;

	printf("1..1\n# seeds %llu to %llu\n", (unsigned long long)seed, (unsigned long long)(seed + count - 1));
	for (; done < count && !bad; done++) {
		static struct journal j;

		memset(&j, 0, sizeof(j));
		chance_begin(seed + done);
		j.origins = SCHOOLS;
		folder_make(NULL);
		for (int k = 0; k < SCHOOLS; k++) {
			char name[24];

			snprintf(name, sizeof(name), "school%d.db", k);
			setenv("NSI_ORIGIN", origin_codes[k], 1);
			schools_view[k] = (struct view){ .nsi = made(name) };
			school(schools_view[k].nsi);
			if (k)
				tally_keep(schools_view[k].nsi);
		}
		if (!play(&j)) {
			printf("# again with: %s %llu\n", argv[0], (unsigned long long)(seed + done));
			bad++;
		}
		for (int k = 0; k < SCHOOLS; k++) {
			view_end(&schools_view[k]);
			nsi_close(schools_view[k].nsi);
		}
		folder_drop(NULL);
		journal_free(&j);
	}
	printf("%s 1 - %llu times three schools, all as the model says\n", bad ? "not ok" : "ok", (unsigned long long)done);
	return bad != 0;
}
