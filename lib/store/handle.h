/* handle.h - struct nsi from inside: what the files of the store share. */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include <sqlite3.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/message.h"
#include "base/rows.h"
#include "base/text.h"
#include "base/tr.h"
#include "nsi.h"
#include "store/sql.h"

/* A file that this call has read. */
struct spared { dev_t device; ino_t inode; const struct spared *next; };

struct nsi {
	struct arena keep;                 /* lives with the handle */
	struct arena scratch;              /* of the last public call: its rows */
	struct arena said;                 /* what the database says of itself, since handle_read() */
	struct messages messages;
	enum lang lang;
	bool lang_given;
	const char *dir, *db_given, *actor_given;
	const char *actor;                 /* who speaks in this act, as a code; NULL: nobody yet */
	struct nsi_list settings;          /* KEY=VALUE of this handle */
	struct nsi_list defaults;          /* KEY=VALUE where the database says nothing */

	const char *path;                  /* of the open database */
	sqlite3 *db;
	struct private *private;           /* the second file, opened on use; see private.h */
	sqlite3_stmt *stmts[SQL_COUNT];    /* prepared on use */
	sqlite3_stmt *fact_stmts[3][FACT_COUNT];   /* add, remove, clear of facts[] */
	struct act *act;                   /* what the table "said" reads, while it is written */
	struct nsi_arg *stored;            /* the database's settings */
	size_t nstored;
	const struct spared *spared;       /* see output.h */
	struct cache *cache;               /* words resolved by this call, see lookup.h */
	bool depth;                        /* inside a transaction */
	enum nsi_status broken;            /* of this call: a database said no, whoever has noticed; else NSI_OK */
	size_t broken_at;                  /* how many messages there were then */
	bool saved;                        /* what this call was to do is done; what fails now is only its answer */
	int64_t origin;                    /* local number of our own origin */
	const char *origin_code;
	const char *org;                   /* id of our own organisation */
	int64_t org_id;                    /* its local number; 0: no entry names it yet */
	int32_t today;                     /* NSI_TODAY, else the zone's day */
	int64_t now;                       /* seconds UTC */
	struct shown_question *questions;  /* those that nsi_question() showed */
	int64_t programme, rest;           /* local numbers of the current editions; 0: nothing is loaded */
	bool moved;                        /* these follow an act that may yet be given up */
};

/* First thing of every public call: the last call's rows and messages go. */
void call_begin(struct nsi *n);
/* STATUS, NSI_MACHINE or NSI_MEMORY, is what becomes of this call, whoever notices; returns it. */
enum nsi_status call_break(struct nsi *n, enum nsi_status status);
/* NSI_OK, or why nothing of this call may be kept: memory or a database failed, perhaps where nobody looked. */
enum nsi_status call_state(const struct nsi *n);
/* Last thing: the same, whatever STATUS says; what fails when all is saved is NSI_OUTPUT. */
enum nsi_status call_end(struct nsi *n, enum nsi_status status);

/* Is there a time zone ZONE? NSI_USAGE: no; NSI_MACHINE: it cannot be read. */
enum nsi_status zone_judge(struct nsi *n, const char *zone);
/* May KEY be set to VALUE ("": taken away)? NSI_USAGE, with a message. */
enum nsi_status setting_ok(struct nsi *n, const char *key, const char *value);
const char *setting_stored(struct nsi *n, const char *key);    /* only the database's */
const char *setting(struct nsi *n, const char *key);           /* -c, else the database's; NULL: not set */
/* After the database is open or what it says of itself changed: settings, origin, editions, today. */
enum nsi_status handle_read(struct nsi *n);
/* The editions only: after an act that changes which hold, before it is judged, and when it was given up. */
enum nsi_status handle_editions(struct nsi *n);

/* What is said here from now on is of a new origin; inside a transaction. */
enum nsi_status origin_begin(struct nsi *n, const char *org);

#endif
