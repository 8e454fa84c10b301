/* trouble.c - the table of what can go wrong, but for the system calls: memory, SQLite's files, descriptors, sizes, room. */
#include "torture.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

void points_add(struct points *to, struct point p)
{
	if (to->n == to->cap && !(to->v = realloc(to->v, (to->cap = 2 * to->cap + 64) * sizeof(*to->v))))
		exit(99);
	to->v[to->n++] = p;
}

static void add_each(struct points *p, const size_t *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		points_add(p, (struct point){ .at = v[i], .moves = true });
}
#define ADD_EACH(p, v) add_each(p, v, sizeof(v) / sizeof(*(v)))

/* ---- each allocation, each request to a file --------------------------------------------------------- */

static void each_counted(struct points *p)
{
	for (size_t i = 1, n = shared->count; i <= n; i++)
		points_add(p, (struct point){ .at = i, .moves = true });
}

static void memory(const struct point *p) { (void)p, shared->armed = true; }
static void memory_on(const struct point *p) { memory(p), shared->on = true; }
static void disk(const struct point *p) { (void)p, disk_wrap(); }
static void disk_on(const struct point *p) { disk(p), shared->on = true; }

/* ---- descriptors ------------------------------------------------------------------------------------- */

enum { OUT_FULL = 8, ERR_FULL = 16 };      /* bits 0, 1, 2: closed */

static void descriptors(const struct point *p)
{
	int full = open("/dev/full", O_WRONLY);

	if (p && p->at & OUT_FULL)
		dup2(full, 1);
	if (p && p->at & ERR_FULL)
		dup2(full, 2);
	close(full);
	for (int fd = 0; p && fd < 3; fd++)
		if (p->at & 1U << fd)
			close(fd);
}

static void each_descriptor(struct points *p)
{
	static const size_t which[] = { 1, 2, 3, 4, 5, 6, 7, OUT_FULL, ERR_FULL, OUT_FULL | ERR_FULL };

	ADD_EACH(p, which);
}

bool trouble_mute(const struct trouble *t, const struct point *p)
{
	return t->child == descriptors && p->at & (2 | OUT_FULL);
}

/* ---- how large a file may be, how much a disk takes ----------------------------------------------------- */

static void sizes(const struct point *p)
{
	struct rlimit limit = { p ? p->at : RLIM_INFINITY, RLIM_INFINITY };

	setrlimit(RLIMIT_FSIZE, &limit);
}

static void each_size(struct points *p)
{
	static const size_t bytes[] = { 0, 1000, 4096, 8192, 16384, 24576, 28672, 32768, 36864, 40960, 49152, 65536, 98304, 131072, 204800,
		409600, 634880, 638976, 700000 };

	ADD_EACH(p, bytes);
}

bool trouble_deaf(const struct trouble *t, const struct point *p)
{
	return t->child == descriptors ? p->at & (4 | ERR_FULL) : t->child == sizes && p->at < 1000;
}

static void each_room(struct points *p)
{
	static const size_t pages[] = { 0, 1, 2, 3, 4, 6, 8, 9, 10, 12, 14, 16, 20, 24, 32, 48, 64, 100, 160, 180, 200 };

	ADD_EACH(p, pages);
}

static char filler[300];

bool room_begin(const char *folder)
{
	snprintf(filler, sizeof(filler), "%s/full", folder);
	return !unshare(CLONE_NEWNS) && !mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) && !mkdir(folder, 0700) &&
	       !mount("none", folder, "tmpfs", 0, "size=8m");
}

void room_leave(size_t pages)
{
	struct statvfs fs;
	int fd = open(filler, O_WRONLY | O_CREAT | O_EXCL, 0600);

	if (fd < 0 || fstatvfs(fd, &fs) || fs.f_bfree < pages || posix_fallocate(fd, 0, (off_t)((fs.f_bfree - pages) * fs.f_bsize)))
		exit(99);
	close(fd);
}

void room_free(void)
{
	unlink(filler);
}

const struct trouble troubles[] = {
	{ "kill", true, NULL, NULL },
	{ "errors", true, NULL, NULL },
	{ "memory", false, memory, each_counted },
	{ "memory-on", false, memory_on, each_counted },
	{ "disk", false, disk, each_counted },
	{ "disk-on", false, disk_on, each_counted },
	{ "descriptors", false, descriptors, each_descriptor },
	{ "sizes", false, sizes, each_size },
	{ "room", false, NULL, each_room },
	{ 0 }
};
