/* value.h - for the files that read scalars: what is read, and into what. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "model/inside.h"
#include "model/yaml.h"

struct scalar {
	struct model *md;
	const struct prep_field *pf;
	const struct field *f;
	enum kind kind;
	const struct yaml_event *e;
	const char *s;
	size_t n;
	unsigned bytes;                    /* see bytes_of() */
};

enum { STRING_MAX = 500 };                 /* bytes of a K_STRING */

/* What stands in the bytes: ODD, letters that NFC may change; CONTROL, control characters. */
enum { ODD = 1, CONTROL = 2 };
unsigned bytes_of(const char *s, size_t n);

/* Each fills its slot, or puts a fault and says false. */
bool read_text(struct scalar *v, const char **slot);
bool read_id(struct scalar *v, const char **slot);
bool read_label(struct scalar *v, const char **slot);

static inline const char *written(const struct scalar *v)
{
	return quote(v->md, v->s);
}

#endif
