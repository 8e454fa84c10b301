/* lines.h - the journal as canonical lines again, byte for byte as they were hashed. */
#ifndef STORE_LINES_H
#define STORE_LINES_H

#include "base/hash.h"
#include "store/said.h"

/* Put the lines of the acts of ORIGIN (a code) that are read into B, from entry FIRST (of an act) on;
 * the act's own line follows its entries. */
enum nsi_status lines_write(struct nsi *n, const char *origin, int64_t first, struct buf *b);

/* Entries FIRST … LAST of the origin with the local number ID, each with its line end. */
enum nsi_status lines_entries(struct nsi *n, struct buf *b, const char *origin, int64_t id, int64_t first,
                              int64_t last);
/* The hash of an act as its lines stand here, after the act with the link BEFORE (N bytes; 0: it is the first). */
enum nsi_status lines_hash(struct nsi *n, const char *origin, int64_t id, const struct act_head *act,
                           const void *before, size_t nbefore, unsigned char link[HASH_BYTES]);
/* Act SEQ, its strings in A; last 0: it is not here. *WHOLE: all its entries are here, *FITS: and say so. */
enum nsi_status lines_act(struct nsi *n, struct arena *a, int64_t origin, int64_t seq, struct act_head *out,
                          bool *whole, bool *fits);

#endif
