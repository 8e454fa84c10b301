/* buf.h - a string that grows, for what is written piece by piece.
 *
 * `s` is always a string once something was put; `oom` stays set when memory ran out, and then
 * what was put since is lost. Start from { 0 }, end with buf_free().
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct buf { char *s; size_t n, cap; bool oom; };

void buf_put(struct buf *b, const char *bytes, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_json(struct buf *b, const char *s);   /* a JSON string with its quotes; only what must be is escaped */
/* "KEY":"VALUE" into an object, behind a comma unless it stands first. VALUE NULL: nothing. */
void buf_json_key(struct buf *b, const char *key, const char *value);
void buf_clear(struct buf *b);                 /* empty, memory kept */
void buf_free(struct buf *b);

#endif
