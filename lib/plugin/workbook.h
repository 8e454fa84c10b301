/* workbook.h - a workbook (xlsx) being read: its parts, streamed; what lib/plugin/reader-xlsx.c needs of them. */
#ifndef PLUGIN_WORKBOOK_H
#define PLUGIN_WORKBOOK_H

#include <expat.h>
#include <stdint.h>
#include <zip.h>

#include "nsi.h"

#define N_(s) s

enum { PIECE = 32 << 10, DEEP = 64, SHEETS = 256, ROWS = 1048576, COLUMNS = 16384, STYLES = 65536, MERGES = 20000, ACTIVE = 256, RATIO = 400 };
#define MOST ((size_t)96 << 20)             /* of a part, unpacked */
enum { SMALL = 8 << 20, CELL = 1 << 20, PATH = 256, ROW_TEXT = 16 << 20, TOKEN = 1 << 20, ALL_CELLS = 64 << 20 /* of a sheet, empty ones before a full one too */ };

struct text { char *s; size_t n, cap; };
struct merge { int from, to, column; char *value; };
struct leaf { char name[128], id[64], path[PATH]; bool hidden; };     /* a worksheet */

struct book;
/* A part being read. */
struct stream {
	struct book *b;
	XML_Parser xml;
	zip_file_t *file;
	uint64_t got, packed, most;
	int depth, silent;                 /* SILENT: inside of what is not said aloud (phonetic signs), its depth */
	bool last, done;
	const char *fault;
	void (*start)(struct stream *, const char *name, const char **atts);
	void (*end)(struct stream *, const char *name);
};

struct book {
	zip_t *zip;
	size_t limit;
	struct leaf *sheets; size_t nsheet;
	char root[PATH], strings[PATH], styles[PATH];
	bool from_1904;
	struct text shared; size_t *at, nshared, cap_shared;
	unsigned char *dates; size_t nstyle; char *custom[512]; int custom_id[512]; size_t ncustom; bool xfs;
	struct merge *merges; size_t nmerge, cap_merge, next_merge, nactive; struct merge *active[ACTIVE];
	struct stream s;                   /* the sheet */
	struct text row, value; bool hears;
	size_t *off; const char **cells; size_t ncell, cap_cell;
	size_t all;                        /* cells of the sheet so far */
	int line, column, style; char type; bool ready;
	struct nsi_reader_row out;
};

/* Faults are English sentences, N_(); an empty one: out of memory. */
extern const char broken[], big[], memory[];
void stop(struct stream *s, const char *fault);
bool add(struct text *t, const char *s, size_t n);
const char *local(const char *name);                   /* without its prefix */
const char *attribute(const char **atts, const char *name);
void unescape(char *s);                                /* "_x0041_" */

/* False: there is no such part, or FAULT says. START (and END, or NULL) are then to be set. */
bool stream_open(struct book *b, struct stream *s, const char *path, size_t most, const char **fault);
bool step(struct stream *s);                           /* a piece more of it; false: it is over, S.fault or not */
void stream_close(struct stream *s);
/* All of a part at once; one that is not there says nothing. NULL, or the fault. */
const char *part_read(struct book *b, const char *path, size_t most,
                      void (*start)(struct stream *, const char *, const char **),
                      void (*end)(struct stream *, const char *), bool *there);

/* Which sheets there are, the texts that cells share, which numbers are days. FD stays the caller's. */
void workbook_open(struct book *b, int fd, const char **fault);
void workbook_close(struct book *b);
/* A number as people wrote it: a day, an hour, or with as many digits as it has. */
void number(struct book *b, char out[64], const char *s, bool day);

#endif
