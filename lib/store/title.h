/* title.h - texts of definitions, which may be given in several languages. */
#ifndef STORE_TITLE_H
#define STORE_TITLE_H

#include "base/arena.h"
#include "base/tr.h"

/* S as stored, plain or {"ru": "…", "en": "…"}, in language L, else in the first one there. */
const char *title_in(struct arena *a, enum lang l, const char *s);

#endif
