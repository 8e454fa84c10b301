/* lookup.h - people, checkers, units, days, quanta by the words of a command or a row. */
#ifndef STORE_LOOKUP_H
#define STORE_LOOKUP_H

#include "store/said.h"

enum { LOOK_PERSON = 'p', LOOK_CHECKER = 'c', LOOK_UNIT = 'u', LOOK_DAY = 'd', LOOK_SINCE = 'f', LOOK_SESSION = 's', LOOK_QUANTUM = 'q' };

/* What a word of a type was. REF: the person, the checker, the session, the quantum, or the part; UNIT: the unit; DAY: the day, of a
 * session the one it is on, if it is planned. */
struct looked_up { struct looked_up *next; char type; struct said_ref ref, unit; int year; int32_t day; char word[]; };

/* Lives as long as the call. NSI_DATA: message put. */
enum nsi_status look_up(struct nsi *n, char type, const char *word, struct looked_up **out);

#endif
