/* listing.h - a school's list of people being read: its rows, whom they mean, what they say of them. */
#ifndef SERVICE_LISTING_H
#define SERVICE_LISTING_H

#include "base/name.h"
#include "base/sheet.h"
#include "service/column.h"
#include "service/load.h"
#include "store/journal.h"

/* What a list may say of somebody beside name and code; each a JSON text. */
enum says { SAYS_ORG, SAYS_POST, SAYS_SUBJECT, SAYS_GROUPS, SAYS_BEARER, SAYS_CHOICE, SAYS_CAPACITY, SAYS_WEEK, SAYS_ROLES, SAYS_CURATOR,
            SAYS_MENTOR, SAYS_INTERNAL, SAYS_NETWORK, SAYS_PUBLIC, SAYS };
extern const char *const says_keys[SAYS];

/* Somebody who is or was enrolled. */
struct known {
	int64_t id;
	const char *code, *bare, *org, *post, *subject;
	int32_t until;                     /* the day from which he has left */
	const char *hash;                  /* of his name; NULL: none that can be read */
	struct name name, key;             /* key: folded */
	const char *says;                  /* JSON of the last list; NULL: in none */
	bool undone;                       /* his enrolment was taken back */
	struct listed *taken;              /* the row that means him */
};

struct listed {
	int line;
	size_t ncell;
	const char *const *cells;          /* as they stand in the file */
	bool wrong, new, left;             /* left: he has, and the list does not bring him back */
	const char *error;                 /* why it is wrong */
	const char *code, *org;            /* full code; NULL: none given */
	struct name name, key;
	bool named;
	const char *says[SAYS];            /* NULL: the cell is empty */
	const char *curator, *mentor;      /* as written */
	struct known *is;
	const char *detail;                /* what is new of him */
	size_t changes;
};

/* The id that was offered for a school called so. */
struct offered { const char *id, *title; struct offered *next; };

struct listing {
	struct nsi *n;
	struct sheet *sheet; const char *leaf;     /* LEAF: the sheet of a workbook that was asked for, or NULL */
	const char *file;
	const char *org;                   /* where the file names none */
	bool partial;
	bool keeps;                        /* wrong rows are wanted to the last of them; else a thousand is enough */
	bool stopped;                      /* there was a thousand, and more is not read */
	bool hand;                         /* one person by hand: what is said replaces what stands */
	struct sheet_row header;
	enum column columns[64];
	size_t ncolumn;
	bool has[SAYS];                    /* the file has such a column */
	struct listed *v; size_t nv, cap;
	struct known *known; size_t nknown, cap_known;
	struct known **by_family, **by_bare;       /* sorted */
	struct listed **rows; size_t nrows;        /* whom a curator's name may mean, sorted by surname */
	size_t borne;                      /* units that the rows say people bear */
	struct offered *offered; size_t noffered;  /* ids for schools that nobody knows */
	size_t wrong;
	int32_t start;                     /* from when who is new takes part */
	int64_t next_code;
	struct entries say;
};

/* Row R is wrong: a message with its place; COLUMN 0: the whole row. */
void listing_wrong(struct listing *l, struct listed *r, int column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
int listing_column(const struct listing *l, enum column c);            /* 1-based; 0: there is none */

/* listing.c: the rows of the file, with their faults. */
enum nsi_status listing_read(struct listing *l);
/* listing_who.c: whom the row names; then what else its cells say. */
enum nsi_status listing_cells(struct listing *l, struct listed *r);
/* listing_cell.c: what the cells say, all but who and where. */
enum nsi_status listing_values(struct listing *l, struct listed *r);
const char *listing_cell(const struct listing *l, const struct listed *r, enum column c);      /* "": empty, or no such column */
bool listing_thing(struct listing *l, const char *kind, const char *word, int64_t *id);        /* found, without a message */
/* listing_known.c: who is there. */
enum nsi_status listing_known(struct listing *l);
/* listing_match.c: whom each row means. */
enum nsi_status listing_match(struct listing *l);
/* listing_new.c: who is new gets a code. */
enum nsi_status listing_new(struct listing *l);
/* listing_say.c: entries for what the list changed. */
enum nsi_status listing_say(struct listing *l);
/* listing_back.c: the wrong rows as a file. */
enum nsi_status listing_back(struct listing *l, const char *path);
/* enrol.c: what is told of them. */
enum nsi_status listing_rows(struct nsi *n, void *listing, struct outcome *done);

const char *json_text(struct nsi *n, const char *s);                   /* a JSON string */

#endif
