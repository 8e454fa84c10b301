/* load.h - what the files of loading share: the model over what is stored, and what a load says. */
#ifndef SERVICE_LOAD_H
#define SERVICE_LOAD_H

#include "model/model.h"
#include "store/edition.h"
#include "store/said.h"

/* Things to say, collected. */
struct entries { struct said *v; size_t n, cap; };
enum nsi_status entries_add(struct nsi *n, struct entries *e, const struct said *s);

/* A model of the workspace: files may name whomever a school's list has enrolled. */
struct model *model_here(struct nsi *n, struct messages *m);

/* PATHS over the stored definitions, linked and checked. Stored objects that the files leave out go
 * with LOAD_PRUNE; without it they stay, but for a unit of a module that the files hold: NSI_DATA.
 * LOAD_CHECK: only to be checked; texts are not kept. */
enum { LOAD_PRUNE = 1, LOAD_CHECK = 2 };
enum nsi_status load_model(struct nsi *n, struct nsi_list paths, unsigned how, struct model **out);

/* What TEXT, objects as in a file, changes in what is loaded, as things to say; without the warnings of a load. NSI_DATA:
 * faults, which have no place. Inside a transaction. */
enum nsi_status load_text(struct nsi *n, const char *text, struct entries *say);

/* A whole call: FILE, which defines people only, is loaded as nsi_module_load() does it, and told as nsi_iop_enrol()
 * does: change person org detail; summary: new changed same. NSI_DATA: it defines something else. */
enum nsi_status load_people(struct nsi *n, const char *file, unsigned flags, const struct nsi_rows **out);

/* What the journal must know of people and groups: says only what the files changed since the last
 * live load, so it never undoes what a hand has set since. */
enum nsi_status roster_say(struct nsi *n, const struct model *md, struct entries *say);

#endif
