/* tr.h - the interface's words in a reader's language; English is what the source says.
 *
 * The catalogue (lib/po/ru.po, compiled by msgfmt) is built in: no locale, no file, no state.
 * N_() marks a text for the translator; tr() finds it. A plural is tr_n().
 */
#ifndef BASE_TR_H
#define BASE_TR_H

#include <stddef.h>

#define N_(text) text

enum lang { LANG_EN, LANG_RU, LANG_COUNT };

const char *lang_name(enum lang l);                   /* "en", "ru" */
int lang_named(const char *s, size_t n);              /* -1: none of ours; "ru_RU.UTF-8" is "ru" */

const char *tr(enum lang l, const char *text);
/* ONE for 1 in English, MANY else; the catalogue's plural form for N. */
const char *tr_n(enum lang l, const char *one, const char *many, unsigned long n);

/* Which form N takes: of "one|many" in English 0 or 1, in Russian 0 … 2. */
int tr_form(enum lang l, unsigned long n);

#endif
