/* column.h - the columns that a school's list of people may have, by what their headers mean. */
#ifndef SERVICE_COLUMN_H
#define SERVICE_COLUMN_H

#include "base/arena.h"

enum column {
	COL_CODE, COL_NAME, COL_FAMILY, COL_GIVEN, COL_PATRONYMIC, COL_ORG, COL_POST, COL_SUBJECT, COL_GROUP, COL_BEARER, COL_CHOICE,
	COL_CAPACITY, COL_WEEK, COL_ROLE, COL_METHODIST, COL_CURATOR, COL_MENTOR, COL_CONSENT, COL_NETWORK, COL_PUBLIC,
	COL_NOTHING,                       /* known to say nothing: "№ п/п" */
	COLUMNS,
	COL_UNKNOWN = COLUMNS
};

/* HEADER in any case, with any signs, whole, longer, or abbreviated with a full stop: «Ф.И.О. педагога», «Должн.». */
enum column column_named(struct arena *a, const char *header);
/* Does HEADER not say of what it counts («Часы»)? Beside a column that does («Часов в год») it says nothing. */
bool column_loose(struct arena *a, const char *header);
const char *column_key(enum column c);     /* English, as in the entry */

#endif
