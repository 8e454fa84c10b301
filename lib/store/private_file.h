/* private_file.h - the second file from inside, for private.c: its connection and statements. */
#ifndef STORE_PRIVATE_FILE_H
#define STORE_PRIVATE_FILE_H

#include "base/hash.h"
#include "store/private.h"

enum { SALT_BYTES = 16 };

/* schemas/sql/private */
enum { PRIVATE_LAST, PRIVATE_GET, PRIVATE_ADD, PRIVATE_NEW, PRIVATE_DROP, PRIVATE_SWEPT, PRIVATE_NAME_ADD, PRIVATE_NAME_FIND, PRIVATE_NAME_LIKE,
       PRIVATE_STATEMENTS };

/* FAMILY, FOLDED: of a text that is a name; else NULL. */
struct kept { char hash[HASH_HEX]; unsigned char salt[SALT_BYTES]; const char *body, *family, *folded; };

struct private {
	sqlite3 *db;
	sqlite3_stmt *stmts[PRIVATE_STATEMENTS];
	const char *path;
	bool hidden;                       /* could not be read when a text was looked for */
	struct arena arena;                /* of what is kept for this act */
	struct kept *v;
	size_t n, cap;
};

/* NULL: out of memory. What is of n->path nsi.db is nsi-private.db. */
struct private *private_of(struct nsi *n);
enum nsi_status private_open(struct nsi *n);           /* once; free when it is open */
bool private_open_quietly(struct nsi *n);              /* for readers: who may not open it is told nothing */

/* As those of db.h, on this file. */
enum nsi_status private_exec(struct nsi *n, const char *sql);
sqlite3_stmt *private_get(struct nsi *n, int which);
bool private_row(struct nsi *n, sqlite3_stmt *s, enum nsi_status *status);      /* S NULL: NSI_MACHINE */
enum nsi_status private_run(struct nsi *n, sqlite3_stmt *s);

#endif
