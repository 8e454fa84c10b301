/* torture.h - a command of nsi run in a child where something goes wrong at one point of it, and what is judged
 * afterwards: all was old or all was new, and the exit code said which. */
#ifndef TORTURE_H
#define TORTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* ---- trouble.c: what can go wrong -------------------------------------------------------------------- */

struct point {
	size_t at;                         /* which of them, from 1; of descriptors: bits; of sizes and room: how much */
	int error;                         /* what it answers instead; 0: as the trouble likes */
	bool moves;                        /* it is there that something changes on the disk */
	const char *name;                  /* of the system call; NULL: has none */
};
struct points { size_t n, cap; struct point *v; };
void points_add(struct points *to, struct point p);

struct trouble {
	const char *name;
	bool traced;                       /* the parent looks at each system call */
	void (*child)(const struct point *);   /* in the child, before the command; POINT NULL: only counts */
	void (*list)(struct points *);     /* after a run that only counted; of what is traced trace() lists */
};

extern const struct trouble troubles[];                /* name NULL at the end */
/* At that point: can nobody read the answer, nor what is said of errors? */
bool trouble_mute(const struct trouble *t, const struct point *p);
bool trouble_deaf(const struct trouble *t, const struct point *p);

/* FOLDER becomes a small disk of its own, where so many pages are left. False: not allowed. */
bool room_begin(const char *folder);
void room_leave(size_t pages);
void room_free(void);

/* Told to the child and by it. */
struct shared { size_t at, count; bool on, armed; };
extern struct shared *shared;

struct run {
	int code;                          /* exit code; minus the signal that ended it */
	bool killed;                       /* by us */
	bool said;                         /* the answer was out before */
};

/* ---- trace.c: system calls ----------------------------------------------------------------------------- */

/* Let CHILD, which waits to be traced, run: POINT NULL: into ALL every call, or with ERRORS every call with every
 * error of it; else the call of POINT is answered with its error, or is its end. */
struct run trace(pid_t child, const struct point *point, bool errors, struct points *all);
bool trace_allowed(void);

/* ---- memory.c, disk.c: each allocation, each request of SQLite to its files ---------------------------------- */

void disk_wrap(void);

/* ---- state.c: what there is -------------------------------------------------------------------------------- */

enum { FILES = 64 };
struct file {
	char path[200];
	mode_t mode;
	bool database;
	uint64_t what;                     /* what is in it, without what is random (salts, hashes) */
	uint64_t exactly;
};
struct state { size_t n; struct file v[FILES]; };

void copy(const char *from, const char *to);           /* folders, whole; TO is made anew */
bool same_bytes(const char *a, const char *b);
/* What is in the folder, databases as their tables. It may change them: SQLite ends there what was not ended. */
void state_read(const char *folder, struct state *s);
uint64_t state_sum(const struct state *s);
/* Has a file that others may read, or the main database, SECRET in it? Into WHERE. */
bool state_leaks(const char *folder, const char *secret, char where[200]);

struct verdict {
	bool old, new;                     /* some database is as before, as afterwards: not the private one */
	bool out_old, out_new;             /* some other file is */
	bool private_old, private_new;
	const char *torn, *stray;          /* a file that is neither; one that there never is; NULL: none */
};
void state_judge(const struct state *is, const struct state *old, const struct state *new, struct verdict *v);

#endif
