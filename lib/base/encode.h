/* encode.h - UTF-8 goes out as cp1251, for programs that know nothing else. */
#ifndef BASE_ENCODE_H
#define BASE_ENCODE_H

#include "base/message.h"

enum { ENCODE_TOLD = 20 };

/* A sink in front of TO, which gets bytes of cp1251; a mark of UTF-8 at the start is left out. TO NULL: it is only looked
 * at what does not fit, which is kept with the line where it first stands. */
struct encoder {
	struct nsi_sink sink;
	struct nsi_sink *to;
	char carry[4]; int have;           /* the beginning of a letter that was cut */
	bool begun;
	int line;
	size_t n;                          /* different ones that do not fit */
	struct { int32_t c; int line; } misfit[ENCODE_TOLD];
};

void encode_begin(struct encoder *e, struct nsi_sink *to);
/* NSI_DATA and a message for each that does not fit, at its place in FILE; else NSI_OK. */
enum nsi_status encode_judge(struct messages *m, const struct encoder *e, const char *file);

#endif
