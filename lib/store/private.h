/* private.h - what must not leave the school: a second database beside the first, nsi-private.db, mode 0600.
 *
 * An entry holds only the salted hash of a private text; the text is keyed by that hash. Two files
 * do not commit as one: under the write lock of the main database the private rows are committed
 * first, then the main one. Private rows without an entry are invisible and swept by whoever holds
 * that lock. Who may not read the second file sees "…".
 */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include "base/name.h"
#include "store/handle.h"

/* Make the file beside a new database; never over one that is there. */
enum nsi_status private_create(struct nsi *n);
/* Keep TEXT for the act being said: its hash (hex, in the call's arena) is what the entry gets.
 * NULL: a message says why. Nothing is in the file before private_commit(). */
const char *private_keep(struct nsi *n, const char *text);
/* Inside the main transaction, before its commit: sweep what a crash left behind, then commit what
 * was kept. Free when nothing was kept. */
enum nsi_status private_commit(struct nsi *n);
/* The same of a name, which can then be found by its surname. */
const char *private_keep_name(struct nsi *n, const struct name *name);
/* The text kept last: is it TEXT? And: it is not to be kept after all. */
bool private_newest_is(const struct nsi *n, const char *text);
void private_unkeep(struct nsi *n);
bool private_kept(const struct nsi *n);    /* is anything kept for this act? */
bool private_oom(const struct nsi *n);     /* was there no memory to keep it? */
/* Entries FIRST … LAST of ORIGIN are in the journal: remember which texts they name. */
enum nsi_status private_note(struct nsi *n, int64_t origin, int64_t first, int64_t last);
void private_drop(struct nsi *n);          /* forget what was kept; also after a commit */
/* The text of HASH, or "…" when it cannot be read or is not there. */
const char *private_text(struct nsi *n, const char *hash);
/* May others than the owner (with private.group: than the group) read the file? REPAIR: then no longer. */
bool private_is_open_to_others(struct nsi *n, bool repair);
void private_close(struct nsi *n);
/* Both files for the group of their folder (0660 in 2770), or the private one for its owner only (0600). */
enum nsi_status private_share(struct nsi *n, bool group);

/* For `check`: texts without an entry, entries without a text; REPAIR sweeps the former, what a crash left
 * behind goes anyhow. */
enum nsi_status private_count(struct nsi *n, bool repair, int64_t *orphans, int64_t *missing);

#endif
