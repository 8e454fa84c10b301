/* nsi.h - libnsi, whole: programmes in YAML, a journal in SQLite, questions and answers as rows.
 *
 * Conventions, once for all:
 *  - a handle is for one thread; everything a call hands back lives until the next call on that
 *    handle or nsi_close(); callers free nothing;
 *  - text is UTF-8, days are days since 1970-01-01 (proleptic Gregorian), hours are hours;
 *  - a call returns an nsi_status; what went wrong stands, placed and translated, in the
 *    messages of the handle; the library never prints and never exits;
 *  - people are codes here; names only where a field says so.
 */
#ifndef NSI_H
#define NSI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define NSI_API __attribute__((visibility("default")))

#define NSI_VERSION "0.1.0"

struct nsi;

/* What a caller can do about it; nsi_exit_code() gives the program's exit code. */
enum nsi_status {
	NSI_OK,
	NSI_DATA,                          /* the data or a name is wrong */
	NSI_USAGE,                         /* the command line is wrong */
	NSI_MACHINE,                       /* file, database, permission */
	NSI_MEMORY,                        /* out of memory: nothing was written */
	NSI_FOUND,                         /* found something to act on */
	NSI_OUTPUT,                        /* saved, but the answer was not made or did not reach its file */
};

NSI_API int nsi_exit_code(enum nsi_status status);

/* ---- fields: what a verb, a question or a command takes -------------------------------------- */

enum nsi_type {
	NSI_T_NONE,
	/* of columns, cells, fields */
	NSI_T_ID,                          /* a code: stable, English */
	NSI_T_TEXT,                        /* people's text */
	NSI_T_INT,
	NSI_T_REAL,
	NSI_T_DAY,                         /* cell: int64, days since 1970-01-01 */
	NSI_T_FLAG,                        /* cell: 0 or 1; option without a value */
	NSI_T_WORD,                        /* one of few English words; shown translated to people */
	NSI_T_LIST,                        /* ids in one string, separated by spaces; JSON: an array */
	NSI_T_JSON,                        /* a JSON value as text */
	NSI_T_MARK,                        /* a state of the board, see struct nsi_legend */
	NSI_T_KEY,                         /* a local number: for filters, never shown */
	/* of fields only: resolved before use */
	NSI_T_PERSON,
	NSI_T_UNIT,                        /* a unit or a part of one: id, label, id.part */
	NSI_T_MODULE,
	NSI_T_ORG,
	NSI_T_GROUP,
	NSI_T_QUANTUM,
	NSI_T_SESSION,
	NSI_T_REQUEST,                     /* its number, as `iop request list` shows it */
	NSI_T_YEAR,
	NSI_T_FILE,
};

enum {
	NSI_MUST    = 1,
	NSI_OPERAND = 2,                   /* stands without --key; with MUST: has to be there */
	NSI_MANY    = 4,                   /* may be repeated; also separated by commas */
	NSI_SECRET  = 8,                   /* free text: goes to the private file, never travels */
	NSI_FILTER  = 16,                  /* PERSON that also takes filters */
	NSI_INNER   = 32,                  /* of entries: the acceptor fills it, no command takes it */
	NSI_FIRST   = 64,                  /* DAY: of a period the first; else its last */
	NSI_COUNT   = 128,                 /* INT: of something that there is, so 1 or more */
};

struct nsi_field {
	const char *key;                   /* option --key, header key, JSON key; '_' shows as '-' */
	enum nsi_type type;
	unsigned flags;
	int at;                            /* offset in the struct that the reader fills; -1: none */
	const char *help;                  /* N_() */
	const char *words;                 /* of NSI_T_WORD: English words separated by spaces */
	const char *standard;              /* value when not given, or NULL */
};

struct nsi_list { size_t n; const char *const *v; };
struct nsi_arg { const char *key, *value; };   /* as the user gave it; a repeated key repeats */

/* ---- rows: every answer ----------------------------------------------------------------------- */

enum {
	NSI_CELL_LATE    = 1,              /* a mark whose due date has passed: "!" behind it */
	NSI_CELL_ALARM   = 2,              /* a number to act on: "!" behind it */
	NSI_CELL_EARLIER = 4,              /* a mark of an earlier year: in brackets; machines: "" */
	NSI_CELL_PERSON  = 8,              /* a person's code, or several with blanks between; nsi_write() may
	                                    * show the name; SHOWN is the name where it is known already */
	NSI_CELL_SECRET  = 16,             /* SHOWN has private text: machines get it only with names */
};

struct nsi_cell {
	enum nsi_type type;                /* NSI_T_NONE: null */
	unsigned flags;
	union {
		const char *s;             /* ID TEXT WORD LIST JSON MARK */
		int64_t i;                 /* INT DAY FLAG KEY */
		double r;                  /* REAL */
	};
	const char *shown;                 /* what people read instead; or NULL */
};

/* Who does not see a column that was not asked for by name. */
enum nsi_hidden {
	NSI_SHOWN,                         /* everybody does */
	NSI_HIDDEN,                        /* nobody does */
	NSI_FOR_PEOPLE,                    /* not in formats for scripts */
	NSI_FOR_MACHINES,                  /* only there */
};

struct nsi_column {
	const char *key;                   /* English, stable */
	const char *title;                 /* in the handle's language */
	const char *group;                 /* columns of one group stand together; or NULL */
	enum nsi_type type;
	unsigned char hidden;              /* enum nsi_hidden */
};

/* How a state is shown: glyph on a screen, plain where glyphs are not to be had, word in tables. */
struct nsi_legend { const char *state, *mark, *plain, *word; };
struct nsi_document;
/* Column KEY is for people to fill in, with one of WORDS (separated by spaces; NULL: with anything). */
struct nsi_fill { const char *key, *words; };

struct nsi_rows {
	size_t ncol, nrow;
	const struct nsi_column *cols;
	const struct nsi_cell *cells;      /* nrow × ncol, row by row */
	const char *title;                 /* heading for people, or NULL */
	size_t nrule;
	const size_t *rules;               /* rows before which people see a line, ascending */
	size_t nlegend;
	const struct nsi_legend *legend;   /* of cells of type MARK */
	size_t nnote;
	const char *const *notes;          /* lines below, for people */
	size_t nabout;
	const struct nsi_arg *about;       /* what the titles of columns and the names of groups stand for, by their keys */
	size_t nsum;                       /* the summary: one object after all rows; 0: none */
	const struct nsi_column *sumcols;
	const struct nsi_cell *sums;
	const struct nsi_fill *fills;      /* columns that people fill in, key NULL at the end; or NULL */
	bool calm;                         /* none of the rows is something to act on */
	const char *each;                  /* column by which a folder gets a file for each value of it and, where nothing is
	                                    * filled in, a workbook a sheet; or NULL */
	const struct nsi_document *documents;  /* forms of this answer that are no rows (a page to print, texts to send),
	                                    * which nsi_write() writes where their format is asked for; or NULL */
	size_t nsecret;
	const char *const *secrets;        /* notes with private text: only where all names may stand */
};

enum nsi_color { NSI_COLOR_AUTO, NSI_COLOR_ALWAYS, NSI_COLOR_NEVER };

struct nsi_output {
	const char *format;                /* NULL: by the suffix of file, else table */
	const char *file;                  /* NULL or "-": standard output; replaced atomically */
	const char *columns;               /* keys separated by commas; NULL: those not hidden */
	const char *sort;                  /* keys separated by commas, "-key" descending */
	int64_t limit;                     /* 0: all */
	bool no_header;
	bool plain;                        /* marks from the plain column of the legend */
	bool names;                        /* names beside the codes of people, also off a terminal */
	bool open;                         /* of nobody who has not agreed to that in public */
	enum nsi_color color;
	const char *heading;               /* of a page whose rows have no title; or NULL */
	const char *encoding;              /* of csv-excel: NULL or "utf-8", "cp1251" */
};

/* Write ROWS. NSI_USAGE: unknown format, column or sort key. NSI_OUTPUT: the output failed. */
NSI_API enum nsi_status nsi_write(struct nsi *n, const struct nsi_rows *rows, const struct nsi_output *o);

/* ---- the handle ------------------------------------------------------------------------------- */

struct nsi_options {
	const char *dir;                   /* where to look for a workspace; NULL: here */
	const char *db;                    /* NULL: $NSI_DB, else the nearest nsi.db here or above */
	const char *lang;                  /* "ru", "en"; NULL: the database's, else $LANG, else en */
	const char *actor;                 /* NULL: $NSI_ACTOR, else the setting, else methodist */
	struct nsi_list settings;          /* KEY=VALUE for this handle only */
	struct nsi_list defaults;          /* KEY=VALUE where the database says nothing */
	/* Told, from half a second of a call on and at most ten times a second, what it is doing (in the handle's language),
	 * how far it is and of how much (0: nobody knows); WHAT NULL: it is over. It does not call the library. */
	void (*progress)(void *data, const char *what, int64_t done, int64_t total);
	void *progress_data;
};

/* *OUT is a handle even when this fails (then only good for messages and nsi_close), but for
 * NSI_MEMORY, where it is NULL. Opens no database. */
NSI_API enum nsi_status nsi_new(struct nsi **out, const struct nsi_options *o);
NSI_API void nsi_close(struct nsi *n);

/* Open the workspace's database. Nothing is created. NSI_MACHINE: none there, not ours, newer,
 * locked, not permitted. Calling it again is free. */
NSI_API enum nsi_status nsi_open(struct nsi *n);

enum nsi_severity { NSI_ERROR, NSI_WARNING, NSI_NOTE };
struct nsi_message {
	enum nsi_severity severity;
	const char *file;                  /* NULL: no place */
	int line, column;                  /* 1-based; 0: not known */
	const char *rule;                  /* name of the check, or NULL */
	const char *text;                  /* one line, translated */
};
NSI_API size_t nsi_message_count(const struct nsi *n);
NSI_API const struct nsi_message *nsi_message_at(const struct nsi *n, size_t i);
NSI_API void nsi_message_clear(struct nsi *n);

/* ---- words ------------------------------------------------------------------------------------ */

/* TEXT (an English sentence of the source) in the handle's language. */
NSI_API const char *nsi_tr(const struct nsi *n, const char *text);
NSI_API const char *nsi_lang(const struct nsi *n);             /* "ru", "en" */

/* What an errno means, in the handle's language (N NULL: in English). */
NSI_API const char *nsi_error_text(const struct nsi *n, int error);

/* The English one of WORDS (separated by spaces) that GIVEN means, in English or in the user's
 * language, '-' and '_' equal; lives as long as the handle. NULL: none of them. */
NSI_API const char *nsi_word(struct nsi *n, const char *words, const char *given);

/* Of NAMES (NULL at the end) the one most like WORD, or NULL when none is near. */
NSI_API const char *nsi_near(const char *word, const char *const *names);

/* ---- asking: one .sql file a question --------------------------------------------------------- */

struct nsi_question {
	const char *name;                  /* group_verb, as "iop_list" */
	const char *brief;                 /* N_() */
	const struct nsi_field *params;    /* key NULL at the end */
	const struct nsi_column *cols;     /* titles in English; key NULL at the end */
	const char *filters;               /* those it takes, as " person:… +late"; empty: none */
};
/* The question NAME without running it; NULL: none of that name. */
NSI_API const struct nsi_question *nsi_question(struct nsi *n, const char *name);
NSI_API const char *nsi_question_name(size_t i);               /* NULL at the end */

/* The question of a file of SQL, or of reports/NAME.sql beside the database, read and checked: *QUESTION is what
 * nsi_question() and nsi_ask() know it by. Its comments say what it takes and gives; it can read and do nothing
 * else. NSI_DATA: it is wrong, with the line. */
NSI_API enum nsi_status nsi_question_file(struct nsi *n, const char *name, const char **question);

/* Ask NAME. ARGS: its parameters, and filters as key "filter". What will be done with the rows may be
 * said too, so that nothing more is looked for: "limit", "format", "columns" as in struct nsi_output. NSI_USAGE: a filter that it does
 * not know; NSI_DATA: nobody and nothing of that name. */
NSI_API enum nsi_status nsi_ask(struct nsi *n, const char *name, const struct nsi_arg *args,
                                size_t narg, const struct nsi_rows **out);

/* ---- saying: one row a verb -------------------------------------------------------------------- */

struct nsi_verb {
	const char *name;                  /* as in the journal, or the command that stands for several */
	const char *help;                  /* N_(): the command's help; NULL: no command says it */
	const char *says;                  /* N_(): a sentence; {key} a field, [..] left out if empty */
	const struct nsi_field *fields;    /* key NULL at the end */
	const char *stands;                /* "state started=start mastered=master": this row is only a
	                                    * command; its field STATE picks the verb; or NULL */
	const char *from;                  /* states in which a filter picks people; or NULL */
};
NSI_API const struct nsi_verb *nsi_verbs(void);                /* name NULL at the end */
NSI_API const struct nsi_verb *nsi_verb(const char *name);

enum { NSI_DRY = 1, NSI_PRUNE = 2, NSI_STRICT = 4, NSI_REPAIR = 8, NSI_ALL = 16 };

/* Say VERB once a person among ARGS, as one act. Rows: entry on person unit text; with NSI_DRY
 * also change. NSI_DATA: refused, with the reasons. */
NSI_API enum nsi_status nsi_say(struct nsi *n, const char *verb, const struct nsi_arg *args, size_t narg,
                                unsigned flags, const struct nsi_rows **out);
/* The same from FILE (UTF-8 CSV, "-": standard input), headers are the verb's keys, ARGS the
 * values of columns that it lacks; one act. */
NSI_API enum nsi_status nsi_say_file(struct nsi *n, const char *verb, const char *file,
                                     const struct nsi_arg *args, size_t narg,
                                     unsigned flags, const struct nsi_rows **out);

/* ---- workspace --------------------------------------------------------------------------------- */

struct nsi_init { const char *dir, *org, *title, *lang, *zone, *actor; };
/* Make nsi.db and nsi-private.db in DIR (made if missing). NSI_MACHINE: there is one already. */
NSI_API enum nsi_status nsi_init(struct nsi *n, const struct nsi_init *i, const struct nsi_rows **out);

/* Everything, private texts too where they may be read, as one new FILE; others may write meanwhile.
 * Rows: file entries names. NSI_DATA: it is there already. */
NSI_API enum nsi_status nsi_backup(struct nsi *n, const char *file, const struct nsi_rows **out);
/* Make the workspace here of FILE, with a new origin. Rows as nsi_backup(). NSI_DATA: there is one
 * already; NSI_MACHINE: no backup. */
NSI_API enum nsi_status nsi_restore(struct nsi *n, const char *file, const struct nsi_rows **out);

/* Undo the acts that hold ENTRIES (origin:seq or seq; one act each), or with none and LAST the
 * actor's newest act that stands. REASON: private, or NULL. Rows as nsi_say(). */
NSI_API enum nsi_status nsi_undo(struct nsi *n, struct nsi_list entries, bool last, const char *reason,
                                 unsigned flags, const struct nsi_rows **out);
NSI_API enum nsi_status nsi_redo(struct nsi *n, const char *reason, unsigned flags,
                                 const struct nsi_rows **out);
/* Named checks (none: all). Rows: check place text. NSI_DATA: findings. */
NSI_API enum nsi_status nsi_check(struct nsi *n, struct nsi_list names, unsigned flags,
                                  const struct nsi_rows **out);
/* KEY NULL: all settings; VALUE NULL: read. Rows: key value. */
NSI_API enum nsi_status nsi_config(struct nsi *n, const char *key, const char *value,
                                   const struct nsi_rows **out);
/* YEAR NULL: of the newest calendar. Rows: year state opened closed. */
NSI_API enum nsi_status nsi_year_open(struct nsi *n, const char *year, unsigned flags,
                                      const struct nsi_rows **out);
NSI_API enum nsi_status nsi_year_close(struct nsi *n, const char *year, unsigned flags,
                                       const struct nsi_rows **out);

/* ---- definitions -------------------------------------------------------------------------------- */

/* Read PATHS (files, folders) and check them. Rows: file line column severity rule message.
 * NSI_DATA: errors (NSI_STRICT: or warnings). Needs no database; uses one that nsi_open() has found. */
NSI_API enum nsi_status nsi_module_check(struct nsi *n, struct nsi_list paths, unsigned flags,
                                         const struct nsi_rows **out);
/* Rows: change object id detail; summary: edition rest. */
NSI_API enum nsi_status nsi_module_load(struct nsi *n, struct nsi_list paths, unsigned flags,
                                        const struct nsi_rows **out);
/* A and B: files, folders, or numbers or hashes of editions; NULL: what is loaded. */
NSI_API enum nsi_status nsi_module_diff(struct nsi *n, const char *a, const char *b,
                                        const struct nsi_rows **out);
NSI_API enum nsi_status nsi_module_show(struct nsi *n, const char *id, const struct nsi_rows **out);
NSI_API enum nsi_status nsi_module_map(struct nsi *n, const char *module, const struct nsi_rows **out);
/* JSON Schema (draft 2020-12) of a whole file ("programme") or of one object ("unit"), in the handle's language. Rows:
 * name title schema; as "table" and "json" the bare schema. NAME NULL: all that there are, without schema.
 * NSI_DATA: none of that name. Needs no database. */
NSI_API enum nsi_status nsi_module_schema(struct nsi *n, const char *name, const struct nsi_rows **out);
/* A file with one object of KIND ("unit") to fill in, each key with what it wants. Rows: kind text; as "table" the bare
 * YAML. NSI_DATA: nothing of that kind stands at the top of a file. Needs no database. */
NSI_API enum nsi_status nsi_module_new(struct nsi *n, const char *kind, const struct nsi_rows **out);
/* The keys of all objects. Rows: object key type must standard words help. Needs no database. */
NSI_API enum nsi_status nsi_objects(struct nsi *n, const struct nsi_rows **out);
/* The named checks of definitions and of the database. Rows: check severity help. */
NSI_API enum nsi_status nsi_check_list(struct nsi *n, bool definitions, const struct nsi_rows **out);

/* What may stand in a file of definitions, for help and manual. */
struct nsi_object {
	const char *name, *help;           /* help: N_() */
	const char *list;                  /* the key of its list at the top of a file, or NULL */
	const char *bare;                  /* the key that a bare value stands for, or NULL */
};
struct nsi_key {
	const char *key, *help;            /* help: N_() */
	const char *kind;                  /* N_(), "hours, as 1.5"; of a list: of what is in it */
	const char *of;                    /* names of the objects that it names or holds, or NULL */
	const char *words, *standard;      /* or NULL */
	bool must, list;
};
/* Object I (0: the file itself, then all that it holds) and its key K; false: no more. */
NSI_API bool nsi_object(size_t i, struct nsi_object *out);
NSI_API bool nsi_object_key(size_t i, size_t k, struct nsi_key *out);

/* ---- individual programmes ------------------------------------------------------------------------ */

struct nsi_plan {
	struct nsi_list persons;           /* codes or filters; empty with flag NSI_ALL: everybody */
	struct nsi_list modules, units;    /* replace the person's own choice where given */
	const char *request;               /* so do the units that it points to; without persons: for who asks */
	const char *pace;                  /* "even" (NULL) or "early" */
	const char *year;                  /* NULL: current */
};
/* Rows: person unit label way due hours why; summary: hours units capacity said left [refused]. NSI_DATA: nothing is
 * planned; with rows: somebody of all or of a filter is not (more hours than the capacity), all others are. */
NSI_API enum nsi_status nsi_iop_plan(struct nsi *n, const struct nsi_plan *p, unsigned flags,
                                     const struct nsi_rows **out);
/* Rows: allowed reason rule. */
NSI_API enum nsi_status nsi_iop_why(struct nsi *n, const char *giver, const char *learner,
                                    const char *unit, const struct nsi_rows **out);
struct nsi_enrol {
	const char *file;                  /* CSV or a workbook; NULL: one person */
	const char *type, *encoding, *sheet;   /* NULL: found out */
	const char *errors;                /* where the wrong rows go; NULL: nowhere */
	bool partial;                      /* what is right is taken though other rows are wrong */
	const char *org;                   /* of rows that name none; NULL: the database's */
	const char *name, *code, *post, *subject, *group;
};
/* A school's list, or one person by NAME. Rows: change person org detail; summary: new changed same absent. */
NSI_API enum nsi_status nsi_iop_enrol(struct nsi *n, const struct nsi_enrol *o, unsigned flags,
                                      const struct nsi_rows **out);
/* PAIRS: KEY=VALUE, what is known of one person from now on; nothing behind the sign: no more. Rows as nsi_iop_enrol(). */
NSI_API enum nsi_status nsi_iop_set(struct nsi *n, const char *person, struct nsi_list pairs, unsigned flags,
                                    const struct nsi_rows **out);
/* What PERSONS (codes, filters; flag NSI_ALL: everybody) write for their programmes, to be filled in and, into a folder, a
 * file for each; as yaml with comments. Rows: person block text, of another year than the current one also year. */
NSI_API enum nsi_status nsi_iop_form(struct nsi *n, struct nsi_list persons, const char *year, unsigned flags,
                                     const struct nsi_rows **out);
/* Filled ones, CSV, workbooks or YAML, all or none; an empty text says nothing, a lone dash takes it away. Rows as nsi_say(). */
NSI_API enum nsi_status nsi_iop_fill(struct nsi *n, struct nsi_list files, unsigned flags, const struct nsi_rows **out);
/* Rows: kind id text, what hangs on the person. */
NSI_API enum nsi_status nsi_iop_leave(struct nsi *n, const char *person, const char *on,
                                      const char *reason, unsigned flags, const struct nsi_rows **out);

/* ---- quanta of practice ---------------------------------------------------------------------------- */

/* All of one quantum. ON: as of a day, NULL: today. Rows: part key on by value; part: definition, state,
 * missing (value: the state that it is missing for), journal (key: the verb; value: result, giver or class). */
NSI_API enum nsi_status nsi_quantum_show(struct nsi *n, const char *quantum, const char *on,
                                         const struct nsi_rows **out);

/* ---- sessions -------------------------------------------------------------------------------------- */

struct nsi_session {
	struct nsi_list sessions;          /* GROUP@DAY, EVENT@DAY, EVENT, last, next; of hold also milestones */
	const char *day, *org;             /* instead: all of that day, led by that organisation */
	const char *to, *reason, *on;
	struct nsi_list attended;          /* who was there, or how many */
	const char *product;
};
/* What was planned is on another day, or not at all, or was held. Rows as nsi_say(). NSI_DATA: no such
 * session, or refused. */
NSI_API enum nsi_status nsi_session_move(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                         const struct nsi_rows **out);
NSI_API enum nsi_status nsi_session_cancel(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                           const struct nsi_rows **out);
NSI_API enum nsi_status nsi_session_hold(struct nsi *n, const struct nsi_session *s, unsigned flags,
                                         const struct nsi_rows **out);

struct nsi_pair {
	const char *session;               /* or, of a group or of everybody on a day: */
	const char *group, *on;
	const char *start, *mode, *place, *link, *leader, *technique;  /* NULL: as its event has it, else settings session.* */
	int64_t minutes, rounds, from_round, seed;     /* 0: as many as the session has; as many rounds as fit; all; 0 */
	struct nsi_list present, absent;   /* codes, filters, a file with codes, all; NULL: as saved, the group, everybody */
	struct nsi_list late;              /* "p11:3": from which round */
	struct nsi_list units;             /* NULL: those of the group, else all */
	struct nsi_list online;            /* who is outside the room of a mixed one */
	struct nsi_list apart, together;   /* "p03-p07" */
	const char *no_repeat;             /* "12w": not those who met less than so long ago */
	bool explain, save;
};
/* Who works with whom, round by round. Rows: round a b a_gives b_gives kind repeat (c c_gives); summary: gains bound
 * optimal people rounds seed. With SAVE it is said. NSI_DATA: it cannot be planned. */
NSI_API enum nsi_status nsi_session_pair(struct nsi *n, const struct nsi_pair *p, unsigned flags,
                                         const struct nsi_rows **out);

struct nsi_record {
	const char *session, *file;        /* FILE: a filled sheet, CSV */
	struct nsi_list absent, late;      /* as above */
	struct nsi_list not_yet;           /* "2:p04", "2:p04-p07" */
	struct nsi_list missed;            /* "2:p04-p07": that meeting did not take place */
	struct nsi_list add;               /* "4:p01-p02:inv-vidy/inv-instr" */
	bool all_ok;
	bool ask;                          /* for who calls: the library asks nobody */
};
/* How an evening went: all planned meetings of those who were there, but for what is named. Rows: kind person unit
 * with round text; what was recorded before is replaced. NSI_USAGE: nothing is said of it; NSI_DATA: refused. */
NSI_API enum nsi_status nsi_session_record(struct nsi *n, const struct nsi_record *r, unsigned flags,
                                           const struct nsi_rows **out);
/* The meetings of a session as they are saved, or as they went. Rows as nsi_session_pair(), and a_result b_result
 * c_result omitted. NSI_DATA: nothing is saved of it. */
NSI_API enum nsi_status nsi_session_show(struct nsi *n, const char *session, const struct nsi_rows **out);
/* The sheet of a session that nsi_session_record() takes back. Rows: session plan round kind a b c a_gives b_gives
 * c_gives a_result b_result c_result; as "html" what hangs on the wall and lies in everybody's hands. */
NSI_API enum nsi_status nsi_session_sheet(struct nsi *n, const char *session, const struct nsi_rows **out);
/* What to send to those who come (PERSONS; none: all of them), each at most 500 characters. Rows: person text; as
 * "table" the bare texts with empty lines between. NSI_DATA: one of them does not come. */
NSI_API enum nsi_status nsi_session_invite(struct nsi *n, const char *session, struct nsi_list persons,
                                           const struct nsi_rows **out);

struct nsi_group {
	const char *group;                 /* its id */
	const char *kind, *title, *leader; /* of a new one; kind NULL: combined */
	const char *from, *to;             /* its span; from NULL: today */
	struct nsi_list members, units;    /* MEMBERS: also who joins or leaves */
	const char *on, *reason;           /* of joining, leaving, dissolving; on NULL: today */
};
/* A new group among the definitions, as if a file with it were loaded, and its members, as one act. Rows: row person
 * org unit teaches learns; what it lacks are warnings. NSI_DATA: there is one of that id, or faults. */
NSI_API enum nsi_status nsi_group_open(struct nsi *n, const struct nsi_group *o, unsigned flags,
                                       const struct nsi_rows **out);
/* MEMBERS join or leave it. Rows as nsi_say(). */
NSI_API enum nsi_status nsi_group_change(struct nsi *n, const struct nsi_group *o, bool join, unsigned flags,
                                         const struct nsi_rows **out);
/* It is dissolved and everybody leaves it. Rows: kind person unit label session command, what its members have still to
 * learn, and its later sessions: those only announced go with it, the others are to be cancelled. */
NSI_API enum nsi_status nsi_group_close(struct nsi *n, const struct nsi_group *o, unsigned flags,
                                        const struct nsi_rows **out);
NSI_API enum nsi_status nsi_group_show(struct nsi *n, const char *group, const char *on, const struct nsi_rows **out);

struct nsi_visit {
	const char *host, *on;             /* who shows the lesson, on which day */
	const char *lesson_class, *quantum;    /* quantum NULL: none */
	int64_t lesson, seats;             /* seats 0: as many as come */
};
/* Somebody shows a lesson to others. Rows: visit date lesson class host quantum seats guests free. NSI_DATA: refused. */
NSI_API enum nsi_status nsi_visit_add(struct nsi *n, const struct nsi_visit *v, unsigned flags,
                                      const struct nsi_rows **out);
/* PEOPLE come to see it; VISIT: its number, V1. Rows: visit person date lesson class host. */
NSI_API enum nsi_status nsi_visit_join(struct nsi *n, const char *visit, struct nsi_list people, unsigned flags,
                                       const struct nsi_rows **out);

/* ---- reports ---------------------------------------------------------------------------------------- */

struct nsi_board {
	struct nsi_list modules, orgs, groups;
	const char *on;                    /* a day; NULL: today, of a past year its last day */
	const char *year;                  /* NULL: the year of that day */
	const char *view;                  /* "record", "plan", NULL: both */
	const char *unit;                  /* instead of units the parts of this one; not of a closed year; or NULL */
};
NSI_API enum nsi_status nsi_report_board(struct nsi *n, const struct nsi_board *b, const struct nsi_rows **out);

struct nsi_cyclogram {
	const char *layout;                /* "month" (NULL): month and a key a kind; "repeat": repeat every on start event kind
	                                    * title group times first last; "week": start mon … sun */
	const char *year;                  /* NULL: the current one */
	const char *on;                    /* a day of the week; NULL: today */
	const char *group, *org;           /* only these; NULL: all */
};
/* The year's events but for the cancelled ones; lists are sessions, as nsi session list names them. */
NSI_API enum nsi_status nsi_report_cyclogram(struct nsi *n, const struct nsi_cyclogram *c, const struct nsi_rows **out);

struct nsi_summary {
	const char *period;                /* "year" (NULL), "h1", "h2", an id of the calendar, "D..D" */
	const char *year;                  /* NULL: the current one */
	const char *notes;                 /* a file: the conclusions; NULL: they are left blank */
	const char *explain;               /* the key of a figure ("approved", "staff:s161"): the rows behind it; NULL: all figures */
};
/* Rows: section indicator value of previous; value and previous are counts of the rows behind them, or their sum. */
NSI_API enum nsi_status nsi_report_summary(struct nsi *n, const struct nsi_summary *s, const struct nsi_rows **out);

/* The files of SQL in reports/ beside the database. Rows: report title params. */
NSI_API enum nsi_status nsi_report_list(struct nsi *n, const struct nsi_rows **out);
/* SINCE: a day, NULL: a week ago, "last": the digest before that said "last" on an earlier day, which the database keeps
 * beside its settings. ON: NULL: today. Rows: kind person unit session due text; calm: nobody has to do anything. */
NSI_API enum nsi_status nsi_report_digest(struct nsi *n, const char *since, const char *on,
                                          const struct nsi_rows **out);
/* Individual programmes with all their blocks, of PERSONS (codes) or, with flag NSI_ALL, of everybody. YEAR, ON: NULL: the
 * current one, today. Rows: person block item text way with due done; as html the form to print. */
NSI_API enum nsi_status nsi_report_iop(struct nsi *n, struct nsi_list persons, const char *year, const char *on, unsigned flags,
                                       const struct nsi_rows **out);

/* ---- formats and plugins ------------------------------------------------------------------------------ */

enum { NSI_PART_ABI = 1 };
/* What every row of a table that plugins may extend begins with. */
struct nsi_part { unsigned abi; const char *name, *help; };

/* Where a format writes; failures are remembered and reported once. */
struct nsi_sink { void (*put)(struct nsi_sink *, const char *bytes, size_t n); };
/* What a format may know beside the rows. */
struct nsi_style {
	const char *lang;
	bool no_header, plain, color;
	bool words;                        /* of marks, instead of glyphs */
	int width;                         /* of the terminal; 0: none */
	const char *heading;               /* where the rows have no title; or NULL */
	const char *(*tr)(const char *lang, const char *text);
	/* What people read in a cell: one line, safe to show; lives until the next call. Of plugins, which link nothing. */
	const char *(*text)(const struct nsi_style *, const struct nsi_rows *, const struct nsi_cell *);
	void *own;                         /* of text() */
};

struct nsi_format {
	struct nsi_part part;
	const char *suffix;                /* of files, "csv" */
	bool machine;                      /* for scripts: never translated */
	/* 0, or an errno. ROWS hold only the columns to write, in order. */
	int (*write)(struct nsi_sink *, const struct nsi_rows *, const struct nsi_style *);
};
NSI_API const struct nsi_format *nsi_formats(void);            /* part.name NULL at the end */

/* A row of a table in a file that is no text; LINE from 1; LAST: how far down goes what is merged in it. */
struct nsi_reader_row { size_t n; const char *const *cells; int line, last; };
/* Reads such a file. What is wrong with it is an English sentence in *FAULT; rows live until the next call. */
struct nsi_reader {
	struct nsi_part part;
	/* FD stays the caller's and open. LIMIT: bytes, unpacked. *OUT is to be closed in any case. */
	enum nsi_status (*open)(int fd, size_t limit, void **out, const char **fault);
	/* To the first row of sheet AT (from 0) of those that people see; *NAME NULL: there is none. */
	enum nsi_status (*sheet)(void *book, size_t at, const char **name, const char **fault);
	enum nsi_status (*next)(void *book, const struct nsi_reader_row **row, const char **fault);    /* *ROW NULL: no more */
	void (*close)(void *book);
};

#ifdef __cplusplus
}
#endif
#endif
