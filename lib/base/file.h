/* file.h - the one place where files are read and written. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdio.h>

#include "base/arena.h"
#include "base/message.h"

/* All of PATH ("-": standard input) as bytes, a NUL behind them. Refused with a message: not a
 * regular file (fifo, folder, device), more than LIMIT bytes, not readable (NSI_DATA when the
 * name is wrong, NSI_MACHINE when the machine says no). */
enum nsi_status file_read(struct messages *m, struct arena *a, const char *path, size_t limit,
                          const char **bytes, size_t *n);
/* PATH open for reading in pieces, with the same refusals; the size in *SIZE (0 of
 * standard input, of which the caller counts what it reads). NULL: *STATUS says. */
FILE *file_open(struct messages *m, const char *path, size_t limit, size_t *size, enum nsi_status *status);

/* Bytes of what is open; 0: nobody knows, as of a pipe. */
int64_t file_size(FILE *f);

/* A file that appears whole or not at all: written beside PATH, fsync'ed, renamed by
 * file_commit(); never through a symbolic link, never over a database of SQLite or what it keeps beside one;
 * with the umask's rights, SECRET: for the owner alone. */
struct file_new { FILE *f; char *path, *temporary; };
enum nsi_status file_create(struct messages *m, struct arena *a, const char *path, bool secret, struct file_new *out);
enum nsi_status file_commit(struct messages *m, struct file_new *f);
void file_abandon(struct file_new *f);

#endif
