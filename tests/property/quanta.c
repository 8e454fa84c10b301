/* quanta.c - random histories of quanta through the public calls: files changed, trials, passings, adoptions, reviews,
 * retirements, undone and given again. What is taken, what is refused and what the list says must be what the naive
 * model (quanta_model.c) says.
 *
 * quanta [SEED [COUNT]] */
#include "quanta_model.h"

#include "../unit/store.h"

enum { STEPS_MOST = 60, TODAY = 20769 };           /* 2026-11-12 */

static const char *const quantum_names[QUANTA] = { "q-a", "q-b", "q-c" };
static const char *const people[TEACHERS + 1] = { "p01", "p02", "p03", "p04", "p05", "methodist" };
static const char *const result_words[] = { "worked", "changed", "failed" };

/* ---- chance ---------------------------------------------------------------------------------------------- */

static uint64_t chance;

static unsigned below(unsigned n)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return (unsigned)((chance * 0x2545f4914f6cdd1dULL) >> 33) % n;
}

static bool once_in(unsigned n)
{
	return !below(n);
}

/* ---- the school ------------------------------------------------------------------------------------------- */

static struct nsi *n;
static int64_t base_seq, seq_of[DEEDS + 1];
static char *forget;                               /* as SQL: everything since the first load */
static bool talk;                                  /* tell each step */
/* What was seen, so that one knows it was: states told, deeds taken and refused, undos taken and refused. */
static const char *const states[] = { "draft", "described", "tried", "sample", "retired" };
static unsigned long seen[COUNT(states)], deeds[2], undos[2];

static const char programme[] =
	"format: nsi/1\n"
	"programme: {id: p, title: П, technologies: [{id: t, title: Т}, {id: s, title: С}],\n"
	"  modules: [{id: m, kind: invariant, title: М, technologies: [t, s], units: [{id: u-a, label: А1, title: Е, hours: 1, check: demo}]}]}\n"
	"organisations: [{id: s161}]\n"
	"participants: [{code: p01, org: s161}, {code: p02, org: s161}, {code: p03, org: s161}, {code: p04, org: s161},\n"
	"  {code: p05, org: s161, roles: [methodist]}]\n"
	"calendar: [{id: c, year: 2027, orgs: [s161], week: 5, pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30},\n"
	"  periods: [{id: q1, title: Ч, from: 2026-09-01, to: 2027-05-26}]}]\n";

static void put_quantum(FILE *f, int q, struct definition d)
{
	static const char *const steps[] = { "", ", steps: [Раз]", ", steps: [Раз, Два]" };

	fprintf(f, "  - {id: %s, title: К, kind: %s, technology: t, units: [u-a], problem: П, minutes: 10, limits: Н%s%s",
	        quantum_names[q], d.lesson ? "lesson" : "management", d.whole ? ", sign: З" : "", steps[d.steps]);
	if (d.author != NOBODY)
		fprintf(f, ", author: %s", people[d.author]);
	fprintf(f, "}\n");
}

static bool load(const struct definition files[QUANTA], bool first)
{
	const char *path = in_folder("quanta.yaml");
	const struct nsi_rows *rows;
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(first ? programme : "format: nsi/1\n", f);
	fputs("quanta:\n", f);
	for (int q = 0; q < QUANTA; q++)
		put_quantum(f, q, files[q]);
	fclose(f);
	return !nsi_module_load(n, (struct nsi_list){ 1, &path }, 0, &rows);
}

static int64_t number(const char *sql)
{
	sqlite3_stmt *s;
	int64_t v = 0;

	assert_int_equal(sqlite3_prepare_v2(n->db, sql, -1, &s, NULL), SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

static void drafts(struct definition files[QUANTA])
{
	for (int q = 0; q < QUANTA; q++)
		files[q] = (struct definition){ NOBODY, 0, false, q != QUANTA - 1 };
}

static void begin(void)
{
	static const char *const said[] = { "trial", "passing", "adoption", "quantum_word", "undoing", "secret" };
	struct definition files[QUANTA];
	struct buf b = { 0 };

	drafts(files);
	folder_make(NULL);
	n = made("nsi.db");
	if (!load(files, true)) {
		tell(n);
		exit(2);
	}
	base_seq = number("SELECT seq FROM origin WHERE own = 1");
	buf_printf(&b, "BEGIN; DELETE FROM entry WHERE seq > %lld; DELETE FROM act WHERE seq > %lld; DELETE FROM edition_word WHERE seq > %lld;",
	           (long long)base_seq, (long long)base_seq, (long long)base_seq);
	for (size_t i = 0; i < COUNT(said); i++)
		buf_printf(&b, "DELETE FROM %s;", said[i]);
	buf_printf(&b, "UPDATE origin SET seq = %lld, read = %lld, lamport = %lld; COMMIT;", (long long)base_seq, (long long)base_seq,
	           (long long)number("SELECT lamport FROM origin WHERE own = 1"));
	forget = b.s;
}

static void afresh(struct history *h)
{
	struct deed first = { .kind = LOAD };

	if (sqlite3_exec(n->db, forget, NULL, NULL, NULL) != SQLITE_OK || handle_editions(n)) {
		printf("# %s\n", sqlite3_errmsg(n->db));
		exit(2);
	}
	memset(h, 0, sizeof(*h));
	h->today = TODAY;
	drafts(first.files);
	say_it(h, &first, 1);
}

/* ---- one step ---------------------------------------------------------------------------------------------- */

static const char *day_word(int day)
{
	static char words[4][11];
	static int at;

	return day_iso(words[at++ % 4], day);
}

static bool put_deeds(const struct deed *v, size_t count)
{
	static const char *const verbs[] = { [TRY] = "try", [PASS] = "pass", [ADOPT] = "adopt", [REVIEW] = "review", [RETIRE] = "retire" };
	struct nsi_arg a[10];
	const struct nsi_rows *rows;
	size_t k = 0;
	enum nsi_status status;

	a[k++] = (struct nsi_arg){ "quantum", quantum_names[v->quantum] };
	a[k++] = (struct nsi_arg){ v->kind == ADOPT ? "since" : "on", day_word(v->day) };
	if (v->kind == TRY || v->kind == ADOPT)
		a[k++] = (struct nsi_arg){ "by", people[v->person] };
	if ((v->kind == TRY || v->kind == ADOPT) && v->class_)
		a[k++] = (struct nsi_arg){ "class", v->class_ == 1 ? "7А" : "8Б" };
	if (v->kind == TRY)
		a[k++] = (struct nsi_arg){ "result", result_words[v->result] };
	if (v->kind == PASS)
		a[k++] = (struct nsi_arg){ "from", people[v->giver] };
	for (size_t i = 0; i < count && v->kind == PASS; i++)
		a[k++] = (struct nsi_arg){ "to", people[v[i].person] };
	n->actor_given = v->kind == REVIEW ? people[v->person] : "methodist";
	status = nsi_say(n, verbs[v->kind], a, k, 0, &rows);
	n->actor_given = "methodist";
	for (size_t i = 0; i < k && talk; i++)
		printf("%s %s%s", i ? "" : verbs[v->kind], a[i].value, i + 1 < k ? "" : v->kind == REVIEW ? people[v->person] : "");
	if (talk)
		printf(": %s %s\n", status ? "refused" : "taken", status ? nsi_message_at(n, 0)->text : "");
	if (status && status != NSI_DATA)
		tell(n);
	return !status;
}

static size_t any_deeds(struct deed v[2])
{
	static const enum kind kinds[] = { TRY, TRY, TRY, TRY, TRY, PASS, PASS, ADOPT, REVIEW, REVIEW, RETIRE, RETIRE };
	struct deed d = { .kind = kinds[below(COUNT(kinds))], .quantum = once_in(5) ? (int)below(QUANTA) : 0, .day = TODAY - (int)below(8) };

	if (once_in(25))
		d.day = TODAY + 1;
	d.person = (int)below(d.kind == REVIEW ? TEACHERS + 1 : TEACHERS);
	d.giver = (int)below(TEACHERS);
	d.result = once_in(2) ? IT_WORKED : (enum result)below(3);
	if (d.kind == TRY || d.kind == ADOPT)
		d.class_ = d.quantum == QUANTA - 1 ? once_in(6) : once_in(6) ? 0 : 1 + (int)below(2);
	if (d.kind == RETIRE && !once_in(4))
		d.day = TODAY;
	if (d.kind == TRY && once_in(5))
		d.person = 0;
	if (d.kind == REVIEW && once_in(2))
		d.person = METHODIST;
	v[0] = v[1] = d;
	v[1].person = (d.person + 1 + (int)below(TEACHERS - 1)) % TEACHERS;
	return d.kind == PASS ? 1 + below(2) : 1;
}

static struct definition any_definition(int q)
{
	struct definition d = { 0, 1, !once_in(6), q != QUANTA - 1 };

	if (once_in(4))
		d.steps = (int)below(3);
	if (once_in(6))
		d.author = (int)below(4) - 1;
	return d;
}

/* The store said something new, or not, as the model did. */
static bool counted(const struct history *h, int acts)
{
	int64_t newest = number("SELECT max(seq) FROM act");

	if (h->acts == acts)
		return true;
	if (newest == seq_of[acts] || (acts == 1 && newest <= base_seq))
		return false;
	seq_of[h->acts] = newest;
	return true;
}

static bool files_step(struct history *h)
{
	struct deed d = { .kind = LOAD };
	bool other = false;
	int q = once_in(2) ? 0 : (int)below(QUANTA), acts = h->acts;

	for (int i = 0; i < QUANTA; i++) {
		struct definition was = now(h, i);

		d.files[i] = i == q ? any_definition(i) : was;
		other = other || memcmp(&d.files[i], &was, offsetof(struct definition, whole)) || d.files[i].whole != was.whole;
	}
	if (talk)
		printf("load %s: author %d steps %d whole %d\n", quantum_names[q], d.files[q].author, d.files[q].steps, d.files[q].whole);
	if (!load(d.files, false)) {
		tell(n);
		return false;
	}
	if (other)
		say_it(h, &d, 1);
	return counted(h, acts);
}

static bool undo_step(struct history *h)
{
	const struct nsi_rows *rows;
	char word[24];
	const char *words = word;
	int act = 2 + (int)below((unsigned)h->acts);
	bool taken;

	if (h->acts < 2 || act > h->acts || h->undone[act])
		return true;
	snprintf(word, sizeof(word), "%lld", (long long)seq_of[act]);
	taken = !nsi_undo(n, (struct nsi_list){ 1, &words }, false, NULL, 0, &rows);
	if (talk)
		printf("undo %s: %s %s\n", word, taken ? "taken" : "refused", taken ? "" : nsi_message_at(n, 0)->text);
	undos[taken]++;
	return taken == undo_it(h, act);
}

static bool step(struct history *h)
{
	const struct nsi_rows *rows;
	struct deed v[2];
	size_t count;
	int acts = h->acts;
	bool taken;

	if (h->n == 1 || once_in(20))
		return files_step(h);
	if (once_in(10))
		return undo_step(h);
	if (once_in(12)) {
		taken = !nsi_redo(n, NULL, 0, &rows);
		if (talk)
			printf("redo: %s\n", taken ? "taken" : nsi_message_at(n, 0)->text);
		return taken == redo_it(h);
	}
	count = any_deeds(v);
	taken = put_deeds(v, count);
	deeds[taken]++;
	return taken == say_it(h, v, count) && counted(h, acts);
}

/* ---- what is told ------------------------------------------------------------------------------------------- */

static bool cell_is(const struct nsi_rows *r, size_t row, const char *key, const char *want, int number_wanted)
{
	for (size_t c = 0; c < r->ncol; c++)
		if (!strcmp(r->cols[c].key, key)) {
			const struct nsi_cell *cell = &r->cells[row * r->ncol + c];
			bool same = want ? !strcmp(cell->s, want) : cell->i == number_wanted;

			if (!same && want)
				printf("# %s: the list says %s %s, the model %s\n", quantum_names[row], key, cell->s, want);
			if (!same && !want)
				printf("# %s: the list says %s %lld, the model %d\n", quantum_names[row], key, (long long)cell->i, number_wanted);
			return same;
		}
	return false;
}

static bool told_so(const struct history *h, int on)
{
	const struct nsi_arg a[] = { { "on", day_word(on) } };
	const struct nsi_rows *r;
	bool ok = true;

	if (nsi_ask(n, "quantum_list", a, 1, &r) || r->nrow != QUANTA) {
		tell(n);
		return false;
	}
	for (int q = 0; q < QUANTA; q++) {
		struct told t = tell_of(h, q, on);

		for (size_t i = 0; i < COUNT(states); i++)
			seen[i] += !strcmp(states[i], t.state);
		ok = cell_is(r, (size_t)q, "state", t.state, 0) && cell_is(r, (size_t)q, "trials", NULL, t.trials) &&
		     cell_is(r, (size_t)q, "independent", NULL, t.independent) && cell_is(r, (size_t)q, "worked", NULL, t.worked) &&
		     cell_is(r, (size_t)q, "reach", NULL, t.reach) && cell_is(r, (size_t)q, "depth", NULL, t.depth) && ok;
	}
	if (!ok)
		printf("# on day %d (today %d)\n", on, TODAY);
	return ok;
}

static bool play(uint64_t seed)
{
	static struct history h;
	unsigned steps;
	bool ok = true;

	chance = (seed + 1) * 0x9e3779b97f4a7c15ULL;
	for (int i = 0; i < 8; i++)
		below(2);
	afresh(&h);
	seq_of[1] = base_seq;
	steps = 10 + below(STEPS_MOST - 10);
	for (unsigned i = 0; i < steps && ok; i++) {
		ok = step(&h);
		if (ok && (i + 1 == steps || once_in(14)))
			ok = told_so(&h, TODAY) && told_so(&h, TODAY - (int)below(9));
	}
	if (!ok)
		printf("# again with: quanta %llu\n", (unsigned long long)seed);
	return ok;
}

int main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1, count = argc > 2 ? strtoull(argv[2], NULL, 10) : argc > 1 ? 1 : 100;
	uint64_t done = 0, bad = 0;

	talk = argc == 2;
	begin();
	printf("1..1\n# seeds %llu to %llu\n", (unsigned long long)seed, (unsigned long long)(seed + count - 1));
	for (; done < count && bad < 3; done++)
		bad += !play(seed + done);
	for (size_t i = 0; i < COUNT(states); i++)
		printf("%s%s %lu", i ? ", " : "# told: ", states[i], seen[i]);
	printf("; taken %lu, refused %lu; undone %lu, not undone %lu\n", deeds[1], deeds[0], undos[1], undos[0]);
	printf("%s 1 - %llu histories, all as the model says\n", bad ? "not ok" : "ok", (unsigned long long)done);
	free(forget);
	nsi_close(n);
	folder_drop(NULL);
	return bad != 0;
}
