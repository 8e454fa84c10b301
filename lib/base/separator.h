/* separator.h - what parts the cells of a sheet that is text. */
#ifndef BASE_SEPARATOR_H
#define BASE_SEPARATOR_H

#include <stdio.h>

/* As a first line "sep=;" says; else the first of tab, semicolon, comma that parts the heading and the row below it;
 * else what stands most often in the heading. F stands behind a mark of its encoding; START is where the heading begins,
 * LINE its line. */
char separator_find(FILE *f, long *start, int *line);

#endif
