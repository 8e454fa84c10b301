/* text.h - UTF-8 as people of this field write it (text.c, order.c, near.c).
 *
 * Everything that comes in passes text_bad() and text_nfc() once; after that it is valid UTF-8 in NFC.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The first byte of S (N bytes) that is not valid UTF-8, or is NUL; N when all is well. */
size_t text_bad(const char *s, size_t n);
/* The line, from 1, on which AT in TEXT stands. */
int text_line(const char *text, const char *at);
/* NFC of valid UTF-8, in the arena; the same pointer when it is NFC already. */
const char *text_nfc(struct arena *a, const char *s, size_t n);

/* For comparing words: case folded, ё = е (й stays), NBSP and runs of blanks = one blank, ends cut. */
const char *text_fold(struct arena *a, const char *s);
/* For codes and labels: folded, and Cyrillic letters that look like Latin ones (а в е к м н о р с т
 * у х …, both cases) equal to them, so that "И1" typed anyhow is one key. Never shown. */
const char *text_skeleton(struct arena *a, const char *s);
/* Bytes whose memcmp order is Russian order: blanks before signs, digits, Latin, Cyrillic; ё as е;
 * of equal ones е before ё, then small before capital letters. */
const char *text_sort_key(struct arena *a, const char *s, size_t *n);
int text_compare(const char *a, size_t na, const char *b, size_t nb);   /* the same order, no memory */

bool text_blank(const char *s);                       /* nothing but blanks, NBSP among them */
/* S without the blanks around it, NBSP among them, in the arena. */
char *text_trim(struct arena *a, const char *s);

int text_width(const char *s);                        /* columns on a terminal */
int32_t text_em(const char *s);                       /* in print: hundredths of an em, rather too many (em.c) */
size_t text_cut(const char *s, int width);            /* bytes of S that fit into WIDTH columns */
bool text_plain(const char *s);                       /* is text_safe() of S the same? */
/* S with control characters and bidi overrides made visible (U+FFFD), for any writer. */
const char *text_safe(struct arena *a, const char *s);

/* Of NAMES (N of them) the nearest to WORD by folded edits with swaps, if near enough; or NULL. */
const char *text_near(const char *word, const char *const *names, size_t n);

bool id_ok(const char *s, size_t n);                  /* [a-z][a-z0-9]*(-[a-z0-9]+)*, ≤ 64 bytes */
bool id_like_month(const char *s, size_t n);          /* mar-1, may2: Excel makes dates of them */

#endif
