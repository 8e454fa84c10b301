/* message.h - what went wrong, with its place: a queue that the caller reads when it likes.
 *
 * Texts are one line, lower case, without a full stop; they name people by code only. What is quoted
 * in them is made harmless here (text_safe), and a text of more than 2000 bytes is cut.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/arena.h"
#include "base/tr.h"
#include "nsi.h"

/* Eight bytes: every model object keeps one. file: 1-based in a table of the reader's; 0: none. */
struct place { unsigned file : 12, column : 20; unsigned line; };

/* Who is told how far a call is (tell NULL: nobody), see progress.h. */
struct progress {
	void (*tell)(void *data, const char *what, int64_t done, int64_t total);
	void *data;
	int64_t next;                      /* when to tell again */
	const char *what;                  /* how far it was last */
	int64_t done, total;
	bool told;
};

struct messages {
	struct arena arena;                /* of the texts */
	enum lang lang;
	struct nsi_message *v;
	size_t n, cap;
	size_t errors, warnings;
	size_t limit;                      /* 0: none; after so many errors the rest is counted only */
	struct progress progress;          /* what is told before anything is wrong */
};

/* Put one. FORMAT is English, marked N_(), looked up here. Returns STATUS, so that
 * `return fail(m, NSI_DATA, N_("…"))` reads well. */
enum nsi_status fail(struct messages *m, enum nsi_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void warn(struct messages *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One with a place: FILE is copied; LINE and COLUMN 0 when not known; RULE a static name or NULL. */
void message_at(struct messages *m, enum nsi_severity s, const char *file, int line, int column,
                const char *rule, const char *format, ...) __attribute__((format(printf, 7, 8)));
/* One whose TEXT is ready. */
void message_put(struct messages *m, enum nsi_severity s, const char *file, int line, int column,
                 const char *rule, const char *text);
void messages_clear(struct messages *m);
void messages_free(struct messages *m);

#endif
