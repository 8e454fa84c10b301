/* sheet.h - a CSV file, or a workbook of Excel, as rows, read piece by piece: any encoding of decode.h; commas, semicolons or tabs,
 * found out by the first row or told by its line "sep=;"; quotes, line ends in cells. */
#ifndef BASE_SHEET_H
#define BASE_SHEET_H

#include "base/message.h"

struct sheet;
/* A row that is not blank; LINE is the physical line on which it begins (of a workbook, the row's number). Lives until the next one is asked for. */
struct sheet_row { size_t n; const char *const *cells; int line; };

/* NAME "-": standard input. LIMIT: more bytes are refused. NULL: *STATUS and a message say why. */
struct sheet *sheet_open(struct messages *m, const char *name, const char *encoding, size_t limit,
                         enum nsi_status *status);
/* NULL: no more, or *STATUS and a message say why. */
const struct sheet_row *sheet_next(struct sheet *s, enum nsi_status *status);
/* Of a workbook, in which titles stand above the heading and other sheets before it: the first row that FITS is the
 * next one, without what is merged below it. None fits, or it is no workbook: the first row.
 * A heading of two rows is one: where "ФИО" stands over "Фамилия" and "Имя", these are "ФИО\vФамилия" and, as the
 * upper one began further left, "ФИО\v\vИмя". Of another sheet that would fit too a warning says that it was not read.
 * NAMED: only the sheet of that name, or NULL. */
enum nsi_status sheet_seek(struct sheet *s, const char *named, bool (*fits)(void *x, const struct sheet_row *row),
                           void *x);
bool sheet_is_book(const struct sheet *s);
bool sheet_again(struct sheet *s);         /* back to the first row, or to what was sought */
/* For messages: the file; of a workbook of several sheets, once one is found, "list.xlsx:Педагоги". */
const char *sheet_name(const struct sheet *s);
char sheet_separator(const struct sheet *s);
void sheet_close(struct sheet *s);         /* NULL is fine */

#endif
