/* functions.h - what SQL is taught: nsi_fold(text) for look-alike letters, nsi_named(word) for people whose name
 * holds a word, nsi_days(…) for the days of events, nsi_techniques() for those built in, collation nsi_order for Russian. */
#ifndef STORE_FUNCTIONS_H
#define STORE_FUNCTIONS_H

#include <sqlite3.h>

struct nsi;
int functions_add(sqlite3 *db, struct nsi *n);     /* an SQLite code; N NULL: nobody is named */

#endif
