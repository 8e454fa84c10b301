/* torture.c - each line of a list of commands, with something going wrong at one point of it after another.
 *
 *	torture TROUBLE POINTS FOLDER SCRATCH LINES SECRET
 *
 * TROUBLE: kill, errors, memory, memory-on, disk, disk-on, descriptors, sizes, room; missing: the commands that LINES lack.
 * POINTS: so many of them a line, evenly spread, half of them where something changes on the disk; 0: all.
 * FOLDER: what each run begins with; the commands run in its folder w. LINES: a command each, blanks between its
 * words, + for one in a word; "=" before it: it changes nothing; "#": none. SECRET: who may not read the private file must not see it.
 * On standard output stands what is wrong, on standard error what was done. Exit code 77: not allowed here. */

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd.h"
#include "torture.h"

int nsi_main(int argc, char **argv);                   /* main() of the program */

struct shared *shared;
static const struct trouble *trouble;
static size_t wanted;
static const char *prepared, *scratch, *secret;
static char desk[300], look[300], out[300], err[300];
static bool room;                                      /* the trouble is that there is none: DESK is on a small disk */
static size_t tried, olds, news, halves, ends;         /* what became of the points; ENDS: untouched */

/* ---- one run -------------------------------------------------------------------------------------------- */

/* WORDS behind what stands in ARGV already. */
static int argv_of(char *words, char **argv, int n, int most)
{
	char *plus;

	for (char *rest, *w = strtok_r(words, " \n", &rest); w && n < most - 1; w = strtok_r(NULL, " \n", &rest))
		for (argv[n++] = w; (plus = strchr(w, '+')); )
			*plus = ' ';
	argv[n] = NULL;
	return n;
}

static void child(const char *folder, const char *line, const struct trouble *t, const struct point *p)
{
	char words[1000], first[] = "nsi", set[] = "-c", wait[] = "busy_timeout=300", *argv[60] = { first, set, wait };
	int argc, code;

	snprintf(words, sizeof(words), "%s", line);
	argc = argv_of(words, argv, 3, 60);
	if (chdir(folder) || chdir("w") || dup2(open("/dev/null", O_RDONLY), 0) || dup2(open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600), 1) != 1 ||
	    dup2(open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2) != 2)
		_exit(98);
	for (int fd = 3; fd < 20; fd++)
		close(fd);
	alarm(60);                                         /* one that hangs */
	if (t && t->traced && (ptrace(PTRACE_TRACEME, 0, 0, 0) || raise(SIGSTOP)))
		_exit(97);
	*shared = (struct shared){ .at = p ? p->at : 0 };
	if (t && t->child)
		t->child(p);
	code = nsi_main(argc, argv);
	shared->armed = false;
	if (t && t->traced)
		_exit(code);                               /* leaks cannot be looked for in what is traced */
	exit(code);
}

/* LINE in FOLDER; with T at P, with P NULL: what points there are, into ALL. */
static struct run run(const char *folder, const char *line, const struct trouble *t, const struct point *p, struct points *all)
{
	struct run r = { 0 };
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (!pid)
		child(folder, line, t, p);
	if (t && t->traced)
		return trace(pid, p, !strcmp(t->name, "errors"), all);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		exit(99);
	r.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
	if (t && !p && t->list)
		t->list(all);
	return r;
}

static bool empty(const char *file)
{
	struct stat st;

	return stat(file, &st) || !st.st_size;
}

/* ---- what must be so afterwards ------------------------------------------------------------------------- */

struct task { const char *line; struct state old, new; bool prints; };

static void wrong(const struct task *t, const struct point *p, const char *what, const char *which)
{
	char text[300] = "";
	FILE *f = fopen(err, "r");

	if (f) {
		if (!fgets(text, sizeof(text), f))
			*text = 0;
		fclose(f);
	}
	printf("%s at %zu%s%s", trouble ? trouble->name : "list", p ? p->at : 0, p && p->name ? " " : "", p && p->name ? p->name : "");
	if (p && p->error)
		printf(" (%s)", strerror(p->error));
	printf(": nsi %s: %s%s%s\n", t->line, what, which ? which : "", *text ? "; last said: " : "");
	if (*text)
		printf("    %s", text);
}

/* `nsi check` of what looks new to us. */
static void check(const struct task *t, const struct point *p, const struct state *s)
{
	static uint64_t seen[1 << 14];
	uint64_t sum = state_sum(s);
	static size_t n;
	struct run r;

	for (size_t i = 0; i < n; i++)
		if (seen[i] == sum)
			return;
	if (n < sizeof(seen) / sizeof(*seen))
		seen[n++] = sum;
	r = run(look, "check", NULL, NULL, NULL);
	if (r.code || !empty(out) || !empty(err))
		wrong(t, p, "nsi check has found something", NULL);
}

/* May exit code 3 leave something new? A disk that fails from then on may still hold what it did not take; a file that has
 * its name may lose it again; of several files some may be whole, and wrong rows are wrong whatever becomes of the others. */
static bool may_be_new(const struct task *t, const struct point *p, const struct verdict *v)
{
	return !strcmp(trouble->name, "disk-on") || (!v->new && ((p->name && !strcmp(p->name, "fsync")) || strstr(t->line, "../forms") ||
		strstr(t->line, "--errors")));
}

/* The digest is told though its day cannot be kept, which a warning says. */
static bool warned(const struct task *t)
{
	return strstr(t->line, "digest") && !empty(err);
}

static void exit_code_judge(const struct task *t, const struct point *p, const struct run *r, const struct verdict *v)
{
	char text[80];

	snprintf(text, sizeof(text), "exit code %d", r->code);
	if (r->killed) {
		if (r->said && (v->old || v->private_old || v->out_old))
			wrong(t, p, "killed when the answer was out, and it is not kept", NULL);
		return;
	}
	if (r->code != 0 && r->code != 3 && r->code != 5 && !(r->code == 1 && !strncmp(t->line, "check", 5)))
		wrong(t, p, text, NULL);
	else if (r->code == 0 && (v->old || v->private_old || v->out_old) && !warned(t))
		wrong(t, p, "exit code 0, but not all is new", NULL);
	else if (r->code == 5 && (v->old || v->private_old))
		wrong(t, p, "exit code 5, but nothing is saved", NULL);
	else if (r->code == 3 && (v->new || v->out_new) && !may_be_new(t, p, v))
		wrong(t, p, "exit code 3, but it is done", NULL);
	if (r->code == 0 && t->prints && trouble_mute(trouble, p))
		wrong(t, p, "exit code 0, but nobody has got the answer", NULL);
	if (r->code && empty(err) && empty(out) && !trouble_deaf(trouble, p))
		wrong(t, p, text, ", and nothing is said");
}

/* Whoever comes next is not hindered: the same again makes it new; where it is new, another writes. */
static void next(const struct task *t, const struct point *p, const struct verdict *was)
{
	bool old = was->old || was->private_old || was->out_old, again = old && !was->new;
	static const char other[] = "config title Школа";
	struct run r = run(desk, old ? t->line : other, NULL, NULL, NULL);
	struct state is;
	struct verdict v;

	if (r.code && (again || !old))
		wrong(t, p, again ? "the same again fails" : "nobody can write afterwards", NULL);
	copy(desk, look);
	state_read(look, &is);
	state_judge(&is, &t->old, &t->new, &v);
	if (v.stray)
		wrong(t, p, "after the next run there is still ", v.stray);
	if (again && !r.code && (v.torn || v.old || v.private_old || v.out_old))
		wrong(t, p, "the same again is not the same: ", v.torn);
	if (again && !r.code)
		check(t, p, &is);
}

static void once(const struct task *t, const struct point *p)
{
	struct state is;
	struct verdict v;
	struct run r;
	bool touched;
	char where[200];

	copy(prepared, desk);
	if (room)
		room_leave(p->at);
	r = run(desk, t->line, trouble, p, NULL);
	if (room)
		room_free();
	touched = !same_bytes(prepared, desk);
	if (touched && state_leaks(desk, secret, where))
		wrong(t, p, "others can read what is private in ", where);
	if (touched) {
		copy(desk, look);
		state_read(look, &is);
	}
	state_judge(touched ? &is : &t->old, &t->old, &t->new, &v);
	tried++;
	*(!touched ? &ends : v.new ? &news : v.private_new || v.out_new ? &halves : &olds) += 1;
	if (v.torn)
		wrong(t, p, "neither old nor new is ", v.torn);
	if (v.private_old && v.new)
		wrong(t, p, "entries without their texts", NULL);
	exit_code_judge(t, p, &r, &v);
	if (touched && !v.torn)
		check(t, p, &is);
	if (touched)
		next(t, p, &v);
}

/* ---- all of them ------------------------------------------------------------------------------------------ */

/* N of the points that MOVES, or of all, evenly. */
static void spread(const struct points *all, size_t n, bool moves, bool *chosen)
{
	size_t of = 0, k = 0;

	for (size_t i = 0; i < all->n; i++)
		of += !moves || all->v[i].moves;
	for (size_t i = 0; i < all->n; i++)
		if (!moves || all->v[i].moves) {
			chosen[i] |= (2 * k * n + of) / (2 * of) != (2 * (k + 1) * n + of) / (2 * of);
			k++;
		}
}

/* What LINE does when nothing goes wrong; true: it is as it should be. */
static bool learn(struct task *t, bool changes)
{
	struct run r;

	copy(prepared, desk);
	copy(prepared, look);
	state_read(look, &t->old);
	r = run(desk, t->line, NULL, NULL, NULL);
	copy(desk, look);
	state_read(look, &t->new);
	t->prints = !empty(out);
	if (r.code)
		wrong(t, NULL, "fails though nothing is wrong", NULL);
	else if (changes == (state_sum(&t->old) == state_sum(&t->new)))
		wrong(t, NULL, changes ? "changes nothing" : "changes something", NULL);
	check(t, NULL, &t->new);
	return !r.code;
}

static void torture(const char *line)
{
	static struct task t;
	struct points all = { 0 };
	bool changes = *line != '=', *chosen;
	size_t only = getenv("AT") ? (size_t)atol(getenv("AT")) : 0;   /* to look at one again */
	size_t n;

	t.line = line + (changes ? 0 : strspn(line, "= "));
	if (!learn(&t, changes))
		return;
	copy(prepared, desk);
	run(desk, t.line, trouble, NULL, &all);
	n = !wanted || wanted > all.n ? all.n : changes ? wanted : (wanted + 2) / 3;
	chosen = calloc(all.n + 1, sizeof(*chosen));
	spread(&all, n, false, chosen);
	if (n < all.n) {
		memset(chosen, 0, all.n);
		spread(&all, n - n / 2, true, chosen);
		spread(&all, n / 2, false, chosen);
	}
	tried = olds = news = halves = ends = 0;
	for (size_t i = 0; i < all.n; i++)
		if (only ? all.v[i].at == only : chosen[i])
			once(&t, &all.v[i]);
	fprintf(stderr, "%s: nsi %s: %zu points, %zu tried: nothing touched %zu, old %zu, half %zu, new %zu\n", trouble->name, t.line, all.n, tried,
	        ends, olds, halves, news);
	free(chosen);
	free(all.v);
}

/* Is LINE of that command? Of one that writes it has to change something. */
static bool speaks_of(const char *line, const struct command *c, const char *name)
{
	size_t n = strlen(name);

	if (*line == '=' && command_writes(c))
		return false;
	line += strspn(line, "= ");
	if (!strncmp(line, "-C ", 3))
		line += 3 + strcspn(line + 3, " ") + 1;
	return !strncmp(line, name, n) && (!line[n] || line[n] == ' ');
}

/* Rows of the program's tables that say or do something, of which no line speaks. */
static void missing(char **lines, size_t n)
{
	for (size_t i = 0; command_tables[i]; i++)
		for (const struct command *c = command_tables[i]; c->name; c++) {
			char name[200];
			size_t k = 0;

			snprintf(name, sizeof(name), "%s%s%s", c->group ? c->group : "", c->group ? " " : "", c->name);
			while (k < n && !speaks_of(lines[k], c, name))
				k++;
			if (k == n && !c->asks)
				printf("no line says: nsi %s\n", name);
		}
}

static size_t lines_read(const char *path, char **lines, size_t most)
{
	FILE *f = fopen(path, "r");
	char line[1000];
	size_t n = 0;

	while (f && n < most && fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = 0;
		if (*line && *line != '#')
			lines[n++] = strdup(line);
	}
	if (f)
		fclose(f);
	return n;
}

/* Where things happen; false: what it takes is not allowed here. */
static bool begin(void)
{
	room = !strcmp(trouble->name, "room");
	snprintf(desk, sizeof(desk), room ? "%s/disk" : "%s", scratch);
	if ((room && !room_begin(desk)) || (trouble->traced && !trace_allowed()))
		return false;
	strcat(desk, "/desk");
	snprintf(look, sizeof(look), "%s/look", scratch);
	snprintf(out, sizeof(out), "%s/out", scratch);
	snprintf(err, sizeof(err), "%s/err", scratch);
	return true;
}

int main(int argc, char **argv)
{
	static char *lines[200];
	size_t n;

	if (argc != 7)
		return 2;
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	wanted = (size_t)atol(argv[2]), prepared = argv[3], scratch = argv[4], secret = argv[6];
	n = lines_read(argv[5], lines, 200);
	for (trouble = troubles; trouble->name && strcmp(trouble->name, argv[1]) != 0; trouble++)
		;
	if (shared == MAP_FAILED || !n || (!trouble->name && strcmp(argv[1], "missing") != 0))
		return 2;
	if (trouble->name && !begin())
		return 77;
	if (!trouble->name)
		missing(lines, n);
	for (size_t i = 0; trouble->name && i < n; i++)
		torture(lines[i]);
	while (n)
		free(lines[--n]);
	return 0;
}
