/* db.h - the one place that opens databases, and the few words that a statement needs. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "store/handle.h"

enum { DB_APPLICATION_ID = 0x6e736931, DB_MIGRATIONS = 1 };

/* Statement WHICH (one file of schemas/sql), prepared once, reset and with no values bound.
 * NULL: the message is put. Not for two uses at a time. */
sqlite3_stmt *db_get(struct nsi *n, enum sql which);

/* Bind by name (":on"); a name that the statement lacks is left alone. */
void db_int(sqlite3_stmt *s, const char *name, int64_t v);
void db_real(sqlite3_stmt *s, const char *name, double v);
void db_text(sqlite3_stmt *s, const char *name, const char *v);     /* NULL binds null; kept, not copied */
void db_day(sqlite3_stmt *s, const char *name, int32_t v);          /* DAY_NONE binds null */

/* Bind what any statement may name: :today, :org, :programme, :rest, :lang. */
void db_common(struct nsi *n, sqlite3_stmt *s);

/* One step: true for a row; at the end or on an error false, the statement is reset and *STATUS
 * set (left NSI_OK at the end; an error puts its message). */
bool db_row(struct nsi *n, sqlite3_stmt *s, enum nsi_status *status);
/* Run to the end, rows ignored. */
enum nsi_status db_run(struct nsi *n, sqlite3_stmt *s);
enum nsi_status db_do(struct nsi *n, enum sql which);               /* db_get + db_run */
/* The first column of the first row; STANDARD when there is no row or it is null. */
int64_t db_value(struct nsi *n, sqlite3_stmt *s, int64_t standard);
/* A column's text copied to the call's arena; NULL for null. */
const char *db_string(struct nsi *n, sqlite3_stmt *s, int column);

/* What SQLite says of DB as one message: NSI_MEMORY or NSI_MACHINE. */
enum nsi_status db_fail(struct nsi *n, sqlite3 *db);
enum nsi_status db_fail_at(struct nsi *n, sqlite3 *db, const char *path);    /* of another file than the main one */

/* A transaction that writes (BEGIN IMMEDIATE on the main database); see journal.h for acts. */
/* Who listens to how far a call is hears it while long statements run, too. */
void db_pulse(struct nsi *n);
enum nsi_status db_begin(struct nsi *n);
enum nsi_status db_commit(struct nsi *n);
void db_rollback(struct nsi *n);
/* A transaction in which nothing is said: what several statements read is of one moment. False: there is one already. */
bool db_look(struct nsi *n);
void db_looked(struct nsi *n, bool keep);              /* KEEP: what was written in it, if that can be; no message */
enum nsi_status db_savepoint(struct nsi *n);                         /* one level */
enum nsi_status db_savepoint_back(struct nsi *n);                    /* to it; it stays */

/* Open PATH, which is ours and no newer; used by nsi_open(). */
enum nsi_status db_open(struct nsi *n, const char *path);
/* Make a new database at PATH (which is not there) with all tables. */
enum nsi_status db_create(struct nsi *n, const char *path);
void db_close(struct nsi *n);

/* For any file of ours. Told by its first 100 bytes, before SQLite may touch it; NSI_MACHINE: not
 * there, not ours (FOREIGN says so), newer than NEWEST. */
enum nsi_status db_ours(struct nsi *n, const char *path, unsigned application_id, unsigned newest,
                        const char *foreign);
/* A connection with our settings; *OUT is to be closed even when this fails. FLAGS: SQLITE_OPEN_CREATE
 * for a file that is being made. */
enum nsi_status db_connect(struct nsi *n, const char *path, int flags, sqlite3 **out);
bool db_on_network(const char *path);      /* there WAL is not safe: the rollback journal it is */
const char *db_resolved(struct nsi *n, const char *path);            /* the folder may be a link, the file may not */
bool db_is_there(const char *path);
int db_move(struct arena *a, const char *from, const char *to);      /* never over anything; lasting; an errno */

/* Drop and make again (empty) all that is derived; inside a transaction. See fold.h for filling it. */
enum nsi_status db_derive(struct nsi *n);
void db_forget_statements(struct nsi *n);

#endif
