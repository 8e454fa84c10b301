/* model.h - all definitions of a programme in memory: read, linked, checked, written as items.
 *
 * Life: model_new, then any number of model_read_*, then model_finish once, then the lists are
 * good until the arena goes. Objects of files replace those of the store (model_read_item) with the
 * same kind and id; two in files are an error.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "model/object.h"

struct model;

/* Objects live in A, faults go to M (with file:line:col). NULL: out of memory. */
struct model *model_new(struct arena *a, struct messages *m);

/* A YAML file ("-": standard input) or a folder: all *.yaml, *.yml below it in order of name,
 * hidden ones and links to folders left out. NSI_DATA: faults; they are all in the messages. */
enum nsi_status model_read_path(struct model *md, const char *path);
/* TEXT as a file that has no name: faults in it have no place. */
enum nsi_status model_read_text(struct model *md, const char *text);
/* One object as the store keeps it: its name ("unit"), its order, its canonical JSON; copied, and
 * looked at by model_finish. An object of a file wins over it. */
enum nsi_status model_read_item(struct model *md, const char *object, int64_t order, const char *json);

/* PERSON tells of a code ("p07", "s161/p07") that no definition holds the id of the person whom the school's
 * list has enrolled, or NULL: files may name that person, who is in no list and is no item. NOBODY is enrolled
 * yet: where no definition holds anybody either, people whom files name are left out, with a warning. */
void model_ask(struct model *md, const char *(*person)(void *context, const char *code), void *context, bool nobody);

/* Read the store's items, resolve references, run the named checks (model/check.h). To be called though
 * reading found faults: all of them are wanted; when a file could not be read to its end, what might
 * follow from that is not said. NSI_DATA: errors. Warnings alone are NSI_OK. */
enum nsi_status model_finish(struct model *md);

/* The paths of the files that were read. */
size_t model_files(const struct model *md, const char *const **out);

/* Objects of NAME in order; each begins with struct head. */
size_t model_list(const struct model *md, const char *name, const struct head *const **out);
/* Those built in and not replaced (techniques); they are no items and in no other list. */
size_t model_builtin(const struct model *md, const char *name, struct arena *a, const struct head *const **out);
/* Is the object from the store (not replaced by a file)? */
bool model_stored(const struct model *md, const struct head *h);
/* The object NAME ID, or NULL. */
const struct head *model_find(const struct model *md, const char *name, const char *id);
const char *model_file(const struct model *md, struct place p);   /* path of a place; NULL: the store */
/* What nobody needs who only checks (titles, texts) is read but not kept; say it before reading. */
void model_check_only(struct model *md);

/* The canonical JSON of an object: keys in the order of its table, what has its standard value
 * left out, raw UTF-8; the same bytes for the same content. Nested objects that are items of
 * their own (units of a module) are left out. */
const char *model_json(struct arena *a, const struct head *h);

/* JSON Schema of a whole file (NAME "programme") or of one object; NULL: none of that name. */
const char *model_schema(struct arena *a, enum lang l, const char *name);

/* A commented file with one object NAME to fill in; NULL: nothing of that name stands at the top of a file. */
const char *model_blank(struct arena *a, enum lang l, const char *name);
const char *model_blanks(struct arena *a);             /* the names that it takes, with ", " between */

/* The tables themselves, for the manual. Rows: object key type must standard words help. NULL: out
 * of memory. */
struct nsi_rows;
const struct nsi_rows *model_object_rows(struct arena *a, enum lang l);

/* The named checks, for --list. */
struct model_check { const char *name; enum nsi_severity severity; const char *help; };
const struct model_check *model_checks(void);          /* name NULL at the end */

#endif
