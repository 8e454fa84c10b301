/* trace.c - looks at every system call of a child, and ends it there or answers for the kernel. */
#include "torture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOVES = 1, ERRORS = 6 };

/* What a call may answer where a disk, a right or the kernel's own tables are at their end. */
static const struct call { long number; const char *name; bool moves; int errors[ERRORS]; } calls[] = {
	{ SYS_write, "write", true, { ENOSPC, EIO, EDQUOT, EFBIG, EINTR } },
	{ SYS_pwrite64, "pwrite", true, { ENOSPC, EIO, EDQUOT, EFBIG, EINTR } },
	{ SYS_fsync, "fsync", true, { EIO, ENOSPC, EDQUOT } },
	{ SYS_fdatasync, "fdatasync", true, { EIO, ENOSPC, EDQUOT } },
	{ SYS_ftruncate, "ftruncate", true, { EIO, EROFS } },
	{ SYS_renameat2, "renameat2", true, { EACCES, ENOSPC, EROFS, EIO } },
	{ SYS_unlinkat, "unlinkat", true, { EACCES, EROFS, EIO } },
	{ SYS_mkdirat, "mkdirat", true, { EACCES, ENOSPC, EROFS } },
	{ SYS_fchmod, "fchmod", true, { EPERM, EROFS } },
	{ SYS_openat, "openat", true, { EMFILE, ENFILE, EACCES, ENOSPC, EROFS, EIO } },
#ifdef SYS_rename
	{ SYS_rename, "rename", true, { EACCES, ENOSPC, EROFS, EIO } },
	{ SYS_unlink, "unlink", true, { EACCES, EROFS, EIO } },
	{ SYS_mkdir, "mkdir", true, { EACCES, ENOSPC, EROFS } },
	{ SYS_chmod, "chmod", true, { EPERM, EROFS } },
	{ SYS_open, "open", true, { EMFILE, EACCES, ENOSPC, EROFS } },
	{ SYS_access, "access", false, { EACCES, EIO } },
	{ SYS_readlink, "readlink", false, { EACCES, EIO } },
#endif
	{ SYS_read, "read", false, { EIO, EINTR } },
	{ SYS_pread64, "pread", false, { EIO, EINTR } },
	{ SYS_newfstatat, "stat", false, { EACCES, EIO } },
	{ SYS_fcntl, "fcntl", false, { ENOLCK, EINTR, EIO } },
	{ SYS_flock, "flock", false, { ENOLCK, EINTR } },
#ifndef __SANITIZE_ADDRESS__                               /* which asks for its own memory so, at times that vary */
	{ SYS_mmap, "mmap", false, { ENOMEM } },
#endif
	{ SYS_close, "close", false, { EIO, EINTR } },
	{ SYS_lseek, "lseek", false, { EIO } },
	{ SYS_getdents64, "getdents", false, { EIO } },
	{ SYS_getcwd, "getcwd", false, { EACCES } },
};

static const struct call *call_of(unsigned long long number)
{
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		if ((unsigned long long)calls[i].number == number)
			return &calls[i];
	return NULL;
}

static void list(struct points *all, size_t at, const struct call *c, bool errors)
{
	if (!errors)
		points_add(all, (struct point){ at, 0, c && c->moves, c ? c->name : "another call" });
	for (size_t i = 0; errors && c && i < ERRORS && c->errors[i]; i++)
		points_add(all, (struct point){ at, c->errors[i], c->moves, c->name });
}

/* The call at which PID stands is not made, and has failed with ERROR. False: this machine cannot. */
static bool answer(pid_t pid, int error, bool enters)
{
#ifdef __x86_64__
	return enters ? !ptrace(PTRACE_POKEUSER, pid, offsetof(struct user, regs.orig_rax), -1L)
		: !ptrace(PTRACE_POKEUSER, pid, offsetof(struct user, regs.rax), -(long)error);
#else
	(void)pid, (void)error, (void)enters;
	return false;
#endif
}

static int go_on(pid_t pid, int signal)
{
	int status;

	/* who is just being killed cannot go on, but be waited for */
	if ((ptrace(PTRACE_SYSCALL, pid, 0, signal) && errno != ESRCH) || waitpid(pid, &status, __WALL) != pid) {
		perror("torture: ptrace");
		exit(99);
	}
	return status;
}

struct run trace(pid_t pid, const struct point *point, bool errors, struct points *all)
{
	struct __ptrace_syscall_info info;
	struct run r = { 0 };
	bool writes = false, answered = false;
	int status, signal;
	size_t at = 0;

	waitpid(pid, &status, 0);                          /* it has stopped itself */
	ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	for (status = go_on(pid, 0); WIFSTOPPED(status); status = go_on(pid, signal)) {
		signal = WSTOPSIG(status) == (SIGTRAP | 0x80) ? 0 : WSTOPSIG(status);
		if (signal || ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(info), &info) <= 0)
			continue;
		if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
			const struct call *c = call_of(info.entry.nr);

			at++;
			writes = info.entry.nr == SYS_write && info.entry.args[0] == STDOUT_FILENO;
			if (!point)
				list(all, at, c, errors);
			answered = point && point->at == at && point->error && c && !strcmp(c->name, point->name);
			if (answered)
				answer(pid, point->error, true);
			else if (point && point->at == at && !point->error)
				kill(pid, SIGKILL), r.killed = true;
		} else if (answered) {
			answer(pid, point->error, false);
			answered = false;
		} else if (writes && info.exit.rval > 0) {
			r.said = true;
		}
	}
	r.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
	return r;
}

bool trace_allowed(void)
{
	pid_t pid = fork();
	int status;
	bool stopped;

	if (!pid)
		_exit(ptrace(PTRACE_TRACEME, 0, 0, 0) || raise(SIGSTOP));
	stopped = pid > 0 && waitpid(pid, &status, 0) == pid && WIFSTOPPED(status);
	if (stopped) {
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
	}
	return stopped;
}
