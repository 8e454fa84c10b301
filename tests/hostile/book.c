/* book.c - what must happen to the workbooks that books.py makes. */
#include "hostile.h"

#define ENROL "iop enrol FILE --dry-run"
#define BROKEN "the workbook is broken"
#define ENTITIES "the workbook declares entities"

const struct hostile book_classes[] = {
	{ "a workbook in order", NULL, "fine.xlsx", ENROL, 0, "" },
	{ "empty rows", NULL, "rows.xlsx", ENROL, 0, "" },
	{ "rows of numbers", NULL, "numbers.xlsx", ENROL, 1, "numbers.xlsx:A2: " },
	{ "rows of numbers as marks", NULL, "numbers.xlsx", "iop mark --from FILE --dry-run", 1, "there is no column" },
	{ "the same row number", NULL, "backwards.xlsx", ENROL, 1, "do not stand one below the other" },
	{ "cells without end", NULL, "cells.xlsx", ENROL, 1, "a row without end" },
	{ "cells in the last column", NULL, "far.xlsx", ENROL, 1, "unpacks to more" },
	{ "merged cells", NULL, "merges.xlsx", ENROL, 0, "is nobody" },
	{ "empty texts", NULL, "texts.xlsx", ENROL, 1, "texts.xlsx:A2: " },
	{ "a text without end", NULL, "text.xlsx", ENROL, 1, "a cell holds more text" },
	{ "attributes without end", NULL, "attributes.xlsx", ENROL, 1, BROKEN },
	{ "a comment without end", NULL, "comment.xlsx", ENROL, 1, BROKEN },
	{ "elements in elements", NULL, "deep.xlsx", ENROL, 1, "nests deeper" },
	{ "sheets", NULL, "sheets.xlsx", ENROL, 0, "" },
	{ "a zip bomb", NULL, "bomb.xlsx", ENROL, 1, "unpacks to more" },
	{ "a zip bomb as a form", NULL, "bomb.xlsx", "iop fill FILE --dry-run", 1, "unpacks to more" },
	{ "a billion laughs in the relations", NULL, "laughs-rels.xlsx", ENROL, 1, ENTITIES },
	{ "a billion laughs in the book", NULL, "laughs-workbookxml.xlsx", ENROL, 1, ENTITIES },
	{ "a billion laughs in its relations", NULL, "laughs-workbookxmlrels.xlsx", ENROL, 1, ENTITIES },
	{ "a billion laughs in the sheet", NULL, "laughs-sheet1xml.xlsx", ENROL, 1, ENTITIES },
	{ "a billion laughs in a form", NULL, "laughs-sheet1xml.xlsx", "iop fill FILE --dry-run", 1, ENTITIES },
	{ "a billion laughs in what is not read", NULL, "laughs-Content_Typesxml.xlsx", ENROL, 0, "" },
	{ "a file of the machine", NULL, "outside.xlsx", ENROL, 1, ENTITIES },
	{ "a part above the zip", NULL, "dots.xlsx", ENROL, 1, BROKEN },
	{ "a part from the root", NULL, "root.xlsx", ENROL, 1, BROKEN },
	{ "a part twice", NULL, "twice.xlsx", ENROL, 1, BROKEN },
	{ "other content types", NULL, "types.xlsx", ENROL, 0, "" },
	{ "no content types", NULL, "no-types.xlsx", ENROL, 0, "" },
	{ "no book", NULL, "no-book.xlsx", ENROL, 1, "no workbook of Excel" },
	{ "no sheet", NULL, "no-sheet.xlsx", ENROL, 1, BROKEN },
	{ "no relations", NULL, "no-relations.xlsx", ENROL, 1, "has no sheet" },
	{ "long names of parts", NULL, "names.xlsx", ENROL, 0, "" },
	{ "many parts", NULL, "members.xlsx", ENROL, 0, "" },
	{ "nothing but the mark of a zip", NULL, "cut-4.xlsx", ENROL, 1, BROKEN },
	{ "the first hundred bytes", NULL, "cut-100.xlsx", ENROL, 1, BROKEN },
	{ "the first half", NULL, "cut-2.xlsx", ENROL, 1, BROKEN },
	{ "all but ten bytes", NULL, "cut-1.xlsx", ENROL, 1, BROKEN },
	{ "a program before it", NULL, "exe.xlsx", ENROL, 1, "a NUL byte" },
	{ "an .ods that is called .xlsx", NULL, "ods.xlsx", ENROL, 1, "no workbook of Excel" },
	{ "an .xls that is called .xlsx, or a password", NULL, "xls.xlsx", ENROL, 1, "an old .xls, or a workbook with a password" },
	{ "a CSV that is called .xlsx", NULL, "csv.xlsx", ENROL, 0, "" },
	{ "a page that is called .xlsx", NULL, "html.xlsx", ENROL, 1, "no column says who" },
	{ "an empty file", NULL, "nothing.xlsx", ENROL, 1, "the file is empty" },
	{ NULL, NULL, NULL, NULL, 0, NULL }
};
