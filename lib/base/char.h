/* char.h - code points, for the files of text.h; whoever else has text uses text.h. */
#ifndef BASE_CHAR_H
#define BASE_CHAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { YO = 0x451, YE = 0x435, REPLACEMENT = 0xFFFD };

/* The code point at S (N > 0 bytes left) and its length; -1 and 1 for a byte that is not UTF-8. */
int32_t char_next(const char *s, size_t n, size_t *length);
bool char_is_blank(int32_t c);

/* Lower case, ё as е, of the letters that nearly all text is made of; -1: not one of them. */
int32_t char_fold_common(int32_t c);

enum char_kind { CHAR_SIGN, CHAR_LETTER, CHAR_CAPITAL, CHAR_MARK };
enum char_kind char_kind(int32_t c);

/* C as small letters and the marks on them, in V; how many (1 … ROOM). */
int char_split(int32_t c, int32_t *v, int room);

#endif
