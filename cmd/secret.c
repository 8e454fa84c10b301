/* secret.c - private texts, given so that no shell keeps them in its history. */
#include "cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECRET_MAX = 1 << 20 };

/* All of FD as one string, blank lines at the end cut. NULL: errno. */
static char *read_all(struct pool *p, int fd)
{
	size_t n = 0, cap = 4096;
	char *text = pool_alloc(p, cap);

	while (text) {
		ssize_t got = read(fd, text + n, cap - n - 1);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return NULL;
		if (!got)
			break;
		n += (size_t)got;
		if (memchr(text, 0, n) || n >= SECRET_MAX) {
			errno = n >= SECRET_MAX ? EFBIG : EILSEQ;
			return NULL;
		}
		if (n + 1 == cap) {
			char *more = pool_alloc(p, cap *= 2);

			if (!more)
				return NULL;
			text = memcpy(more, text, n);
		}
	}
	while (n && strchr(" \t\r\n", text[n - 1]))
		text[--n] = 0;
	return text;
}

/* Why there is no text. */
static void unread(struct nsi *n, const char *path)
{
	if (errno == EILSEQ)
		complain(n, NSI_USAGE, N_("%s: this is not text"), path);
	else if (errno == EFBIG)
		complain(n, NSI_USAGE, N_("%s: the text is longer than 1 MiB"), path);
	else
		complain(n, NSI_USAGE, "%s: %s", path, nsi_error_text(n, errno));
}

static char *file_text(struct pool *p, struct nsi *n, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;
	char *text = NULL;

	if (fd < 0 || fstat(fd, &st))
		complain(n, NSI_USAGE, "%s: %s", path, nsi_error_text(n, errno));
	else if (!S_ISREG(st.st_mode))
		complain(n, NSI_USAGE, N_("%s: not a regular file; - is standard input"), path);
	else if (!(text = read_all(p, fd)))
		unread(n, path);
	if (fd >= 0)
		close(fd);
	return text;
}

/* Lines that begin with '#' were ours. */
static char *without_comments(char *text)
{
	char *to = text;

	for (char *line = text, *next; *line; line = next) {
		next = line + strcspn(line, "\n");
		next += *next == '\n';
		if (*line == '#')
			continue;
		memmove(to, line, (size_t)(next - line));
		to += next - line;
	}
	while (to > text && strchr(" \t\r\n", to[-1]))
		to--;
	*to = 0;
	return text;
}

/* Run EDITOR on PATH as the shell would; true when it ended well. */
static bool edit(const char *editor, const char *path)
{
	void (*old_int)(int) = signal(SIGINT, SIG_IGN), (*old_quit)(int) = signal(SIGQUIT, SIG_IGN);
	pid_t child = fork();
	int status = -1;

	if (!child) {
		char command[4096];

		signal(SIGINT, SIG_DFL);
		signal(SIGQUIT, SIG_DFL);
		signal(SIGPIPE, SIG_DFL);
		if (snprintf(command, sizeof(command), "%s \"$1\"", editor) < (int)sizeof(command))
			execl("/bin/sh", "sh", "-c", command, editor, path, (char *)NULL);
		_exit(127);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	signal(SIGINT, old_int);
	signal(SIGQUIT, old_quit);
	return child > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
}

static const char *edited(struct pool *p, struct nsi *n, const struct nsi_field *f)
{
	const char *editor = getenv("VISUAL"), *dir = getenv("XDG_RUNTIME_DIR");
	char path[4096], *text = NULL;
	int fd;

	if (!editor || !*editor)
		editor = getenv("EDITOR");
	if (!editor || !*editor) {
		complain(n, NSI_USAGE, N_("'%s' is missing: give it as -, @FILE or a word, or set $EDITOR"), f->key);
		return NULL;
	}
	snprintf(path, sizeof(path), "%s/nsi-XXXXXX", dir && *dir == '/' ? dir : "/tmp");
	fd = mkstemp(path);
	if (fd < 0) {
		complain(n, NSI_MACHINE, "%s: %s", path, nsi_error_text(n, errno));
		return NULL;
	}
	dprintf(fd, "\n# %s: %s\n# %s\n", f->key, nsi_tr(n, f->help ? f->help : ""),
	        nsi_tr(n, N_("private; lines that begin with # are left out, an empty text gives up")));
	close(fd);
	if (edit(editor, path))
		text = file_text(p, n, path);
	else
		complain(n, NSI_USAGE, N_("the editor '%s' did not end well: nothing is done"), editor);
	unlink(path);
	if (text && !*without_comments(text)) {
		complain(n, NSI_USAGE, N_("the text is empty: nothing is done"));
		return NULL;
	}
	return text;
}

const char *secret_read(struct pool *p, struct nsi *n, const struct nsi_field *f, const char *value)
{
	char *text;

	if (!value)
		return edited(p, n, f);
	if (*value == '@')
		return file_text(p, n, value + 1);
	if (strcmp(value, "-") != 0)
		return value;
	text = read_all(p, STDIN_FILENO);
	if (!text)
		complain(n, NSI_USAGE, N_("standard input: %s"), nsi_error_text(n, errno));
	return text;
}
