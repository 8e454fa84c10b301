/* bar.c - how far a long call is, in one line of a terminal that goes away again: before anything else is written, and
 * when somebody presses Ctrl-C. */
#include "cmd.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { WIDEST = 40 /* the bar alone */, NARROWEST = 8, LINE = 1000 /* bytes */ };

static const char erase[] = "\r\033[K";
static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
static volatile sig_atomic_t shown;

static void put(const char *s, size_t n)
{
	ssize_t done = write(STDERR_FILENO, s, n);         /* it is only told */

	(void)done;
}

/* Clean the line, and end as if nobody had listened. */
static void on_end(int sig)
{
	put(erase, sizeof(erase) - 1);
	signal(sig, SIG_DFL);
	raise(sig);
}

/* A signal that is ignored stays so, as under nohup. */
static void listen_to_ends(bool on)
{
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct sigaction was, own = { .sa_handler = on ? on_end : SIG_DFL };

		if (!sigaction(ends[i], NULL, &was) && was.sa_handler != SIG_IGN)
			sigaction(ends[i], &own, NULL);
	}
}

bool bar_wanted(char **argv)
{
	const char *term = getenv("TERM");

	for (; *argv && strcmp(*argv, "--") != 0; argv++)
		if (!strcmp(*argv, "-q") || !strcmp(*argv, "--quiet"))
			return false;
	return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

void bar_erase(void)
{
	if (!shown)
		return;
	put(erase, sizeof(erase) - 1);
	listen_to_ends(false);
	shown = false;
}

/* The bytes of S that WIDTH letters take; *USED: how many letters they are. */
static size_t letters(const char *s, int width, int *used)
{
	size_t n = 0;

	for (*used = 0; s[n]; n++)
		if (((unsigned char)s[n] & 0xc0) != 0x80 && ++*used > width) {
			--*used;
			break;
		}
	return n;
}

/* "what [####····]  43%  0:12", or without a whole "what  0:12", in at most WIDTH letters. */
static size_t line(char *out, const char *what, int64_t done, int64_t total, int64_t seconds, int width)
{
	char behind[64];
	int used, room, k;
	size_t n;

	if (total > 0)
		k = snprintf(behind, sizeof(behind), " %3d%%  %lld:%02d", (int)(done * 100 / total),
		             (long long)(seconds / 60), (int)(seconds % 60));
	else
		k = snprintf(behind, sizeof(behind), "  %lld:%02d", (long long)(seconds / 60), (int)(seconds % 60));
	n = letters(what, width - k > 0 ? width - k : 0, &used);
	memcpy(out, what, n);
	room = width - k - used - 3;
	if (total > 0 && room >= NARROWEST) {
		room = room > WIDEST ? WIDEST : room;
		out[n++] = ' ';
		out[n++] = '[';
		memset(out + n, '.', (size_t)room);
		memset(out + n, '#', (size_t)(done * room / total));
		n += (size_t)room;
		out[n++] = ']';
	}
	if (width < k)
		return 0;
	memcpy(out + n, behind, (size_t)k);
	return n + (size_t)k;
}

void bar_show(void *began, const char *what, int64_t done, int64_t total)
{
	char out[LINE];
	struct winsize w;
	struct timespec now;
	int width;
	size_t n;

	if (!what || tcgetpgrp(STDERR_FILENO) != getpgrp()) {  /* in the background it would write over another's line */
		bar_erase();
		return;
	}
	width = !ioctl(STDERR_FILENO, TIOCGWINSZ, &w) && w.ws_col ? w.ws_col : 80;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!shown)
		listen_to_ends(true);
	shown = true;
	memcpy(out, "\r", 1);
	n = 1 + line(out + 1, what, done, total, (int64_t)(now.tv_sec - ((const struct timespec *)began)->tv_sec),
	             width > 200 ? 200 : width - 1);
	memcpy(out + n, "\033[K", 3);
	put(out, n + 3);
}
