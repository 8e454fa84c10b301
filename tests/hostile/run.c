/* run.c - makes each class, gives it to the command, measures: TAP. Run by tests/cmd/classes.t in a workspace. */
#include "hostile.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SLOWER = 5, MEASURED = 0 };         /* the sanitizer keeps what is freed */
#else
enum { SLOWER = 1, MEASURED = 1 };
#endif
enum { SECONDS = 2, MEMORY = 64 /* MiB, and once the file */, MESSAGES = 1010, LINE = 2300 };

struct plain *plain;
static int tests, failed;
static double slowest, all;
static long largest;
static char slowest_name[200], largest_name[200], why[4096];

void repeat(FILE *f, const char *s, size_t bytes)
{
	size_t n = strlen(s);

	for (size_t i = 0; i + n <= bytes; i += n)
		fwrite(s, 1, n, f);
}

void number(FILE *f, const char *format, size_t bytes)
{
	size_t n = (size_t)ftell(f);

	for (unsigned i = 1; n < bytes; i++)
		n += (size_t)fprintf(f, format, i, i, i);
}

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	char *s;

	if (!f || fstat(fileno(f), &st) || !(s = calloc(1, (size_t)st.st_size + 1)))
		exit(99);
	if (fread(s, 1, (size_t)st.st_size, f) != (size_t)st.st_size)
		exit(99);
	fclose(f);
	return s;
}

#define wrong(...) (snprintf(why + strlen(why), sizeof(why) - strlen(why), "# " __VA_ARGS__), (void)0)

/* ---- one run ------------------------------------------------------------------------------------------------ */

struct ran { int code; double seconds; long mib; };

static void become(const char *command, const char *file)
{
	static char words[400];
	char *argv[40] = { NULL };
	int n = 0, fd;

	snprintf(words, sizeof(words), "nsi --lang en %s", command);
	for (char *w = strtok(words, " "); w && n < 38; w = strtok(NULL, " "))
		argv[n++] = strcmp(w, "FILE") ? w : (char *)file;
	if ((fd = open("out", O_WRONLY | O_CREAT | O_TRUNC, 0666)) < 0 || dup2(fd, 1) < 0 ||
	    (fd = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0666)) < 0 || dup2(fd, 2) < 0)
		_exit(98);
	alarm(60);
	execvp("nsi", argv);
	_exit(97);
}

static struct ran run(const char *command, const char *file)
{
	struct rusage u;
	struct ran r;
	int status;
	pid_t child = fork();

	if (!child)
		become(command, file);
	if (wait4(child, &status, 0, &u) < 0)
		exit(99);
	r.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	r.seconds = (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
	r.mib = u.ru_maxrss / 1024;
	all += r.seconds;
	return r;
}

/* ---- what must be true of any ---------------------------------------------------------------------------------- */

/* Nothing in the line that a terminal would obey. */
static bool harmless(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0x20 || c == 0x7f || (c == 0xc2 && (unsigned char)s[i + 1] < 0xa0))
			return false;
		if (c == 0xe2 && ((unsigned char)s[i + 1] == 0x80 || (unsigned char)s[i + 1] == 0x81) &&
		    memchr("\xa8\xa9\xaa\xab\xac\xad\xae\xa6\xa7", s[i + 2], (unsigned char)s[i + 1] == 0x80 ? 7 : 9))
			return false;
	}
	return true;
}

static void look_at_errors(const struct hostile *h)
{
	char *err = slurp("err"), *line = err, place[300];
	int lines = 0;
	const char *leaf = strrchr(h->file, '/');

	leaf = leaf ? leaf + 1 : h->file;
	for (char *end; (end = strchr(line, '\n')); line = end + 1, lines++) {
		size_t n = (size_t)(end - line);

		*end = '\0';
		if (strncmp(line, "nsi: ", 5) || n > LINE || !harmless(line, n))
			wrong("a line for nobody: %.200s\n", line);
		snprintf(place, sizeof(place), "%s:", leaf);
		if (h->code == 1 && strstr(line, place) && strstr(line, place)[strlen(place)] != ' ' && !strpbrk(strstr(line, place) + strlen(place), "123456789"))
			wrong("no place: %.200s\n", line);
		*end = '\n';
	}
	if (*line)
		wrong("the last line does not end: %.200s\n", line);
	if (lines > MESSAGES)
		wrong("%d lines of errors\n", lines);
	if (h->code == 1 && !lines)
		wrong("no word of it\n");
	if (h->says && !strstr(err, h->says))
		wrong("says %.*s\n", lines ? (int)strcspn(err, "\n") : 7, lines ? err : "nothing");
	free(err);
}

/* ---- a class ------------------------------------------------------------------------------------------------------ */

static char *store;
static size_t nstore;

/* Is the database what it was? */
static bool untouched(void)
{
	struct stat st;
	char *now;
	bool same;

	if (stat("nsi.db", &st))
		return false;
	now = slurp("nsi.db");
	same = store && nstore == (size_t)st.st_size && !memcmp(now, store, nstore);
	free(store);
	store = now;
	nstore = (size_t)st.st_size;
	return same;
}

static long make(const struct hostile *h)
{
	struct stat st;
	FILE *f;

	if (h->make) {
		if (!(f = fopen(h->file, "wb")))
			exit(99);
		h->make(f);
		fclose(f);
	}
	return stat(h->file, &st) || !S_ISREG(st.st_mode) ? 0 : (long)(st.st_size >> 20);
}

static void try(const struct hostile *h)
{
	const char *command = h->command ? h->command : plain->command;
	char name[200];
	struct ran r;
	long mib;

	if (!h->make && access(h->file, F_OK)) {
		printf("ok %d - %s # SKIP %s is not there\n", ++tests, h->name, h->file);
		return;
	}
	mib = make(h);
	r = run(command, h->file);
	snprintf(name, sizeof(name), "%s%s%s", h->command ? "" : plain->name, h->command ? "" : ": ", h->name);
	why[0] = '\0';
	if (h->code == ANSWERED ? r.code != 0 && r.code != 1 : r.code != (h->code == SAME ? 0 : h->code))
		wrong("exit code %d, not %d\n", r.code, h->code);
	if (r.seconds > SECONDS * SLOWER)
		wrong("%.1f s\n", r.seconds);
	if (MEASURED && r.mib > MEMORY + mib)
		wrong("%ld MiB, its file has %ld\n", r.mib, mib);
	look_at_errors(h);
	if (h->code == SAME) {
		char *out = slurp("out");

		if (strcmp(out, plain->out))
			wrong("prints %.*s\n", (int)strcspn(out, "\n"), out);
		free(out);
	}
	if (!untouched())
		wrong("the database is another\n");
	printf("%sok %d - %s\n%s", *why ? "not " : "", ++tests, name, why);
	if (getenv("FIGURES")) {
		char *err = slurp("err");

		printf("# %.2f s %ld MiB (file %ld) code %d: %.150s\n", r.seconds, r.mib, mib, r.code, err);
		free(err);
	}
	fflush(stdout);
	failed += *why != 0;
	if (r.seconds > slowest) {
		slowest = r.seconds;
		snprintf(slowest_name, sizeof(slowest_name), "%s", name);
	}
	if (r.mib - mib > largest) {
		largest = r.mib - mib;
		snprintf(largest_name, sizeof(largest_name), "%s", name);
	}
	if (h->make)
		remove(h->file);
}

static bool wanted(const struct hostile *h)
{
	return !plain || h->code == SAME || plain->what == BYTES_TOO || (plain->what == ROWS && strcmp(h->file, "bytes.csv") != 0);
}

static void try_all(const struct hostile *h, const char *only)
{
	for (; h->name; h++)
		if ((!only || strstr(h->name, only)) && wanted(h))
			try(h);
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "", *only = argc > 2 ? argv[2] : NULL;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (access("nsi.db", F_OK)) {
		puts("1..0 # SKIP tests/cmd/classes.t makes the workspace");
		return 0;
	}
	untouched();
	if (!*what || !strcmp(what, "yaml"))
		try_all(yaml_classes, only);
	if (!*what || !strcmp(what, "absurd"))
		try_all(absurd_classes, only);
	if (!*what || !strcmp(what, "book"))
		try_all(book_classes, only);
	for (plain = plains; plain->name; plain++)
		if (!*what || !strcmp(what, plain->name)) {
			plain->text = slurp(plain->file);
			if (run(plain->command, plain->file).code) {
				fputs(slurp("err"), stderr);
				return 1;
			}
			plain->out = slurp("out");
			try_all(sheet_classes, only);
		}
	printf("1..%d\n# %.1f s in all; slowest: %s, %.2f s; largest: %s, %ld MiB beside its file\n", tests, all, slowest_name, slowest,
	       largest_name, largest);
	return failed != 0;
}
