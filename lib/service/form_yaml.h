/* form_yaml.h - what people write for their programmes, as YAML for a text editor: the form, and a filled one read back. */
#ifndef SERVICE_FORM_YAML_H
#define SERVICE_FORM_YAML_H

#include "store/names.h"
#include "store/said.h"

/* The rows of iop form as YAML with comments, of several people as a list; texts as far as WHOSE allows. What is a
 * struct nsi_rows. */
enum nsi_status form_yaml_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                struct nsi_sink *to);

/* By its name; of a .txt, as editors name what is saved as text, by what it begins with. */
bool form_is_yaml(struct nsi *n, const char *path);
/* A filled one as a source of things said, which lives as long as the call. */
enum nsi_status form_yaml_open(struct nsi *n, const char *path, struct source **out);

#endif
