/* board.h - the board in memory: read live as of a day or from what a closed year froze, then drawn as rows. */
#ifndef SERVICE_BOARD_H
#define SERVICE_BOARD_H

#include "store/handle.h"

struct board_unit {
	int64_t id;                        /* local; 0 in a frozen board */
	const char *code, *label, *module;
	int64_t can, wait;                 /* the planning half */
};
struct board_cell { const char *state; bool in, late; int earlier; };  /* state "": out; earlier: its year or 0 */
struct board_person {
	int64_t id;
	const char *code, *org, *org_short;
	const char *groups;                /* " kso sg-1 " */
	int64_t mastered, of, taught;
	struct board_cell *cells;          /* by unit */
};
struct board {
	int year;
	int32_t on;
	int64_t parts_of;                  /* a unit: its parts stand for units; 0 */
	struct board_unit *units; size_t nunit;
	struct board_person *people; size_t nperson;
	const struct nsi_legend *legend; size_t nlegend;
};

/* Whose rows of a live board are wanted, and which halves; units count everybody all the same. */
struct board_part { struct nsi_list orgs, groups; bool record, planning; };    /* ids; none: of all */
enum nsi_status board_live(struct nsi *n, int year, int32_t on, int64_t parts_of, const struct board_part *part,
                           struct board *b);
/* What closing froze; *THERE false: that year is not closed. */
enum nsi_status board_frozen(struct nsi *n, int year, struct board *b, bool *there);
/* R, a board, with the titles of what its columns are. */
enum nsi_status board_about(struct nsi *n, struct nsi_rows *r);
/* The board as the entries that freeze it: kinds and JSON arrays of rows. */
struct frozen { const char *kind, *rows; };
enum { FROZEN_KINDS = 5 };
enum nsi_status board_freeze(struct nsi *n, const struct board *b, struct frozen out[FROZEN_KINDS], size_t *count);

#endif
