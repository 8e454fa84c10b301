/* functions.h - what SQL is taught: nsi_fold(text) for look-alike letters, nsi_days(…)
 * for the days of events, collation nsi_order for Russian. */
#ifndef STORE_FUNCTIONS_H
#define STORE_FUNCTIONS_H

#include <sqlite3.h>

int functions_add(sqlite3 *db);            /* an SQLite code */

#endif
