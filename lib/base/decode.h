/* decode.h - files in the encodings that schools have become UTF-8. */
#ifndef BASE_DECODE_H
#define BASE_DECODE_H

#include <stdio.h>

#include "base/message.h"

/* Names of encodings that may be asked for, for messages. */
extern const char decode_names[];

/* *F, which is called NAME and can be sought, becomes UTF-8 without a mark, read from its start: itself,
 * or a nameless copy, and then the old one is closed. ENCODING NULL is found out: by the mark at the
 * start, else UTF-8 if all of it is, else cp1251. What is longer than LIMIT is never kept in memory.
 * NSI_USAGE: no such encoding; NSI_DATA: the file is not in it, with the line; *F is open in any case. */
enum nsi_status decode_file(struct messages *m, const char *name, const char *encoding, size_t limit, FILE **f);

/* Standard input as a nameless file that can be sought; NULL: no room. */
FILE *decode_input(size_t limit);

#endif
