/* name.h - names of people as schools write them, split and folded so that they can be compared.
 *
 * «Фамилия Имя Отчество», «Фамилия И. О.», «И. О. Фамилия», without a patronymic, with hyphens, with
 * оглы and кызы; blanks, hyphens, case and ё as anybody types them.
 */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include "base/arena.h"

struct name { const char *family, *given, *patronymic; };     /* "": not given; initials end in "." */

/* TEXT (valid UTF-8) split; false: no name of a person (one word, digits, no letters). */
bool name_split(struct arena *a, const char *text, struct name *out);
/* Three cells of a sheet, any of which may hold more than its own part. */
bool name_join(struct arena *a, const char *family, const char *given, const char *patronymic, struct name *out);

const char *name_full(struct arena *a, const struct name *n);         /* "Иванова Анна Петровна", "Иванова А. П." */
const char *name_short(struct arena *a, const struct name *n);        /* "Иванова А. П." */
const char *name_key(struct arena *a, const struct name *n);          /* equal for the same full name */
const char *name_family_key(struct arena *a, const char *family);     /* of a surname or its beginning */

struct name name_fold(struct arena *a, const struct name *n);         /* each part as it is compared */
/* Of folded names: may both be the same person? Initials and a missing patronymic fit whatever begins so. */
bool name_fits(const struct name *x, const struct name *y);
/* Says X more than Y: given names where Y has initials, a patronymic where Y has none? */
bool name_is_fuller(const struct name *x, const struct name *y);

#endif
