/* output.h - the files that answers are written to: never one of the workspace, never one that this call has read. */
#ifndef STORE_OUTPUT_H
#define STORE_OUTPUT_H

#include "base/file.h"
#include "store/handle.h"

/* This call reads PATH ("-": standard input); also through links it will not be written over. */
void output_spares(struct nsi *n, const char *path);
/* May PATH be written, as far as this database and what is being read go? NSI_DATA: a message. */
enum nsi_status output_allowed(struct nsi *n, const char *path);
/* file_create() of what may be replaced; SECRET: names or private texts are in it. */
enum nsi_status output_create(struct nsi *n, const char *path, bool secret, struct file_new *out);

#endif
