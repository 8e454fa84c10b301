/* take.c - takes canonical lines of any origin into the journal: stores them, reads what has no hole before it. */
#include "store/take.h"

#include <string.h>

#include "base/hash.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/line.h"
#include "store/lines.h"
#include "store/private.h"
#include "store/resolve.h"

enum { MOST_FAULTS = 100 };

struct origin_at { const char *code; int64_t id, seq, lamport, read, first, last; bool own; };
struct act_at { size_t origin; int64_t seq; int line; };       /* of which something came; of its own line, or 0 */

struct taking {
	struct nsi *nsi;
	const char *file;
	struct taken *done;
	struct origin_at *origins; size_t norigin, origin_cap, at;
	struct act_at *acts; size_t nact, act_cap;
	struct arena line;                 /* of the line being read */
	struct buf text;
	int number;                        /* of the line */
	size_t faults;
};

/* ---- storing ------------------------------------------------------------------------------------- */

static enum nsi_status origin_of(struct taking *t, const char *code, size_t *out)
{
	struct nsi *n = t->nsi;
	struct origin_at *o;
	sqlite3_stmt *s, *add;
	enum nsi_status status;

	for (size_t i = 0; i < t->norigin; i++)
		if (!strcmp(t->origins[(t->at + i) % t->norigin].code, code)) {
			*out = t->at = (t->at + i) % t->norigin;
			return NSI_OK;
		}
	o = arena_grow(&n->scratch, t->origins, &t->origin_cap, t->norigin + 1, sizeof(*o));
	add = db_get(n, SQL_USE_ORIGIN_ADD);
	s = db_get(n, SQL_USE_ORIGIN_GET);
	if (!o || !add || !s)
		return o ? NSI_MACHINE : NSI_MEMORY;
	t->origins = o;
	o += t->norigin;
	*o = (struct origin_at){ .code = arena_strdup(&n->scratch, code) };
	db_text(add, ":code", o->code);
	db_int(add, ":own", 0);
	status = db_run(n, add);
	db_text(s, ":code", o->code);
	if (!status && db_row(n, s, &status)) {
		o->id = sqlite3_column_int64(s, 0);
		o->own = o->id == n->origin;
		o->seq = sqlite3_column_int64(s, 2);
		o->lamport = sqlite3_column_int64(s, 3);
		o->read = sqlite3_column_int64(s, 4);
		sqlite3_reset(s);
	}
	*out = t->at = t->norigin++;
	return status;
}

/* Something is wrong with LINE, or with what was here before (0). */
#define FAULT(t, line, ...) \
	((t)->faults++, message_at(&(t)->nsi->messages, NSI_ERROR, (t)->file, line, 0, NULL, __VA_ARGS__))

static enum nsi_status bind_code(struct nsi *n, sqlite3_stmt *s, const char *name, const char *kind, struct said_ref r)
{
	int64_t id;

	if (!r.code)
		return NSI_OK;
	id = code_id(n, kind, r.code);
	db_int(s, name, id);
	return id ? NSI_OK : NSI_MACHINE;
}

static bool is_object(struct nsi *n, const char *data)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_JSON_OBJECT);

	if (!s || !data)
		return s;
	db_text(s, ":data", data);
	return db_value(n, s, 0);
}

static enum nsi_status put_entry(struct taking *t, const struct origin_at *o, const struct line *l, bool *new)
{
	struct nsi *n = t->nsi;
	const struct said *d = &l->said;
	const struct { const char *name, *kind; struct said_ref ref; } refs[] = {
		{ ":person", "person", d->person }, { ":unit", "unit", d->unit }, { ":part", "part", d->part }, { ":peer", "person", d->peer },
		{ ":checker", d->checker.code && !strchr(d->checker.code, '/') ? "actor" : "person", d->checker },
		{ ":session", "session", d->session }, { ":quantum", "quantum", d->quantum },
	};
	sqlite3_stmt *s = db_get(n, SQL_USE_ENTRY_TAKE);
	enum nsi_status status = s ? NSI_OK : NSI_MACHINE;

	for (size_t i = 0; i < sizeof(refs) / sizeof(*refs) && !status; i++)
		status = bind_code(n, s, refs[i].name, refs[i].kind, refs[i].ref);
	if (status)
		return status;
	db_int(s, ":origin", o->id);
	db_int(s, ":seq", l->seq);
	db_int(s, ":act", l->act.seq);
	db_text(s, ":verb", l->verb.name);
	db_day(s, ":day", d->day);
	if (d->tm)
		db_int(s, ":tm", d->tm);
	db_text(s, ":about", d->about);
	if (d->about)
		db_int(s, ":about_seq", d->about_seq);
	db_text(s, ":data", d->data);
	status = db_run(n, s);
	*new = sqlite3_changes(n->db) == 1;
	return status;
}

static enum nsi_status put_act(struct nsi *n, const struct origin_at *o, const struct act_head *a, bool *new)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_ACT_TAKE);
	unsigned char link[HASH_BYTES];
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	from_hex(a->link, link, sizeof(link));
	db_int(s, ":origin", o->id);
	db_int(s, ":act", a->seq);
	db_int(s, ":last", a->last);
	db_int(s, ":lamport", a->lamport);
	db_text(s, ":actor", a->actor);
	db_int(s, ":at", a->at);
	sqlite3_bind_blob(s, sqlite3_bind_parameter_index(s, ":link"), link, sizeof(link), SQLITE_STATIC);
	status = db_run(n, s);
	*new = sqlite3_changes(n->db) == 1;
	return status;
}

/* Does what stands here under the line's number say the same? */
static enum nsi_status same(struct taking *t, const struct origin_at *o, const struct line *l, const char *text,
                            size_t len)
{
	struct nsi *n = t->nsi;
	enum nsi_status status;

	buf_clear(&t->text);
	if (l->is_act) {
		struct act_head head;
		bool whole, fits;

		status = lines_act(n, &t->line, o->id, l->act.seq, &head, &whole, &fits);
		if (!status)
			act_line(&t->text, o->code, &head);
		buf_putc(&t->text, '\n');
	} else {
		status = lines_entries(n, &t->text, o->code, o->id, l->seq, l->seq);
	}
	t->done->known++;
	if (!status && (t->text.n != len + 1 || memcmp(t->text.s, text, len)))
		FAULT(t, t->number, N_("%s:%lld says something else here: two copies of %s have gone apart"), o->code,
		      (long long)(l->is_act ? l->act.seq : l->seq), o->code);
	return t->text.oom ? NSI_MEMORY : status;
}

/* Something came of act SEQ. */
static enum nsi_status touch(struct taking *t, size_t origin, int64_t seq, int line)
{
	struct act_at *v = t->acts;

	if (!t->nact || v[t->nact - 1].origin != origin || v[t->nact - 1].seq != seq) {
		v = arena_grow(&t->nsi->scratch, t->acts, &t->act_cap, t->nact + 1, sizeof(*v));
		if (!v)
			return NSI_MEMORY;
		t->acts = v;
		v[t->nact++] = (struct act_at){ origin, seq, 0 };
	}
	if (line)
		v[t->nact - 1].line = line;
	return NSI_OK;
}

static enum nsi_status put_line(struct taking *t, const char *text, size_t len)
{
	const char *wrong;
	struct line l;
	struct origin_at *o;
	size_t at;
	bool new;
	enum nsi_status status;

	arena_free(&t->line);
	wrong = line_read(&t->line, text, len, &l);
	if (!wrong && !is_object(t->nsi, l.said.data))
		wrong = N_("the data is not a JSON object");
	if (t->line.oom)
		return NSI_MEMORY;
	if (wrong) {
		FAULT(t, t->number, "%s", tr(t->nsi->lang, wrong));
		return NSI_OK;
	}
	status = origin_of(t, l.origin, &at);
	if (status)
		return status;
	o = &t->origins[at];
	status = l.is_act ? put_act(t->nsi, o, &l.act, &new) : put_entry(t, o, &l, &new);
	if (status || !new)
		return status ? status : same(t, o, &l, text, len);
	*(l.is_act ? &t->done->acts : &t->done->entries) += 1;
	if (l.is_act && l.act.lamport > o->lamport)
		o->lamport = l.act.lamport;
	if (!l.is_act) {
		if (l.seq > o->seq)
			o->seq = l.seq;
		if (!o->first || l.seq < o->first)
			o->first = l.seq;
		if (l.seq > o->last)
			o->last = l.seq;
	}
	if (l.act.seq <= o->read)
		FAULT(t, t->number, N_("%s:%lld says something else here: two copies of %s have gone apart"), o->code,
		      (long long)(l.is_act ? l.act.seq : l.seq), o->code);
	return touch(t, at, l.act.seq, l.is_act ? t->number : 0);
}

/* ---- reading -------------------------------------------------------------------------------------- */

static int line_of(const struct taking *t, size_t origin, int64_t seq)
{
	for (size_t i = 0; i < t->nact; i++)
		if (t->acts[i].origin == origin && t->acts[i].seq == seq && t->acts[i].line)
			return t->acts[i].line;
	return 0;
}

/* Is act SEQ here with all its entries and the act before it, and does its link fit? *LAST: its last
 * entry; 0: it waits. */
static enum nsi_status verify(struct taking *t, size_t origin, int64_t seq, int64_t *last)
{
	struct origin_at *o = &t->origins[origin];
	struct nsi *n = t->nsi;
	struct act_head head;
	unsigned char before[HASH_BYTES], link[HASH_BYTES];
	char hex[HASH_HEX];
	size_t nbefore = 0;
	sqlite3_stmt *s;
	bool whole, fits;
	enum nsi_status status = lines_act(n, &t->line, o->id, seq, &head, &whole, &fits);

	*last = 0;
	if (!status && head.last && !fits)
		FAULT(t, line_of(t, origin, seq), N_("act %s:%lld and its entries do not fit together"), o->code,
		      (long long)seq);
	s = status || !whole || !fits ? NULL : db_get(n, SQL_USE_ACT_BEFORE);
	if (!s)
		return status;
	db_int(s, ":origin", o->id);
	db_int(s, ":seq", seq);
	whole = seq == 1;
	if (db_row(n, s, &status)) {
		whole = sqlite3_column_int64(s, 1) == seq - 1;
		if (sqlite3_column_bytes(s, 0) == sizeof(before))
			memcpy(before, sqlite3_column_blob(s, 0), nbefore = sizeof(before));
		sqlite3_reset(s);
	}
	if (status || !whole)
		return status;
	status = lines_hash(n, o->code, o->id, &head, before, nbefore, link);
	to_hex(link, sizeof(link), hex);
	*last = head.last;
	if (!status && strcmp(head.link, hex))
		FAULT(t, line_of(t, origin, seq), N_("the link of act %s:%lld does not fit: it or what is before it was changed"),
		      o->code, (long long)seq);
	return status;
}

/* From where it was read to its first hole. */
static enum nsi_status read_origin(struct taking *t, size_t at, struct stretch *out)
{
	struct origin_at *o = &t->origins[at];
	struct nsi *n = t->nsi;
	int64_t from = o->read + 1, last;
	enum nsi_status status;
	sqlite3_stmt *s;

	do {
		arena_free(&t->line);
		status = verify(t, at, o->read + 1, &last);
		if (last)
			o->read = last;
	} while (last && !status && !t->faults);
	*out = (struct stretch){ o->id, from, o->read };
	t->done->read += (size_t)(o->read + 1 - from);
	if (o->own && o->read < o->seq)
		FAULT(t, 0, N_("lines of %s, which is this database itself, lack what follows entry %lld"), o->code,
		      (long long)o->read);
	s = status ? NULL : db_get(n, SQL_USE_ORIGIN_TAKEN);
	if (!s)
		return status ? status : NSI_MACHINE;
	db_int(s, ":origin", o->id);
	db_int(s, ":seq", o->seq);
	db_int(s, ":lamport", o->lamport);
	db_int(s, ":read", o->read);
	status = db_run(n, s);
	return status || !o->first ? status : private_note(n, o->id, o->first, o->last);
}

static enum nsi_status read_all(struct taking *t)
{
	struct nsi *n = t->nsi;
	struct stretch *fresh = arena_array(&n->scratch, struct stretch, t->norigin + 1);
	enum nsi_status status = fresh ? fold_done(n) : NSI_MEMORY;
	size_t count = 0;
	int64_t last;

	for (size_t i = 0; i < t->norigin && !status && !t->faults; i++) {
		status = read_origin(t, i, &fresh[count]);
		if (!status && fresh[count].first <= fresh[count].last)
			count++;
	}
	for (size_t i = 0; i < t->nact && !status && !t->faults; i++)      /* what waits is looked at as far as it goes */
		if (t->acts[i].seq > t->origins[t->acts[i].origin].read)
			status = verify(t, t->acts[i].origin, t->acts[i].seq, &last);
	if (status || t->faults || !count)
		return status;
	for (size_t i = 0; i < count && !status; i++)
		status = fold_span_add(n, fresh[i].origin, fresh[i].first, fresh[i].last);
	if (!status)
		status = db_do(n, SQL_USE_DATA_CODES);
	if (!status)
		status = fold_new(n, fresh, count, NULL);
	return status ? status : fold_done(n);
}

enum nsi_status take_lines(struct nsi *n, const char *text, size_t len, const char *file, struct taken *out)
{
	struct taking t = { .nsi = n, .file = file, .done = out };
	enum nsi_status status = journal_begin(n);

	*out = (struct taken){ 0 };
	for (const char *p = text, *end = text + len; p < end && !status && t.faults < MOST_FAULTS;) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));

		t.number++;
		if (!stop)
			stop = end;
		if (stop > p)
			status = put_line(&t, p, (size_t)(stop - p));
		p = stop + 1;
	}
	if (!status && !t.faults)
		status = read_all(&t);
	if (!status && t.faults)
		status = NSI_DATA;
	if (!status)
		status = db_commit(n);
	n->saved = !status;
	if (status)
		db_rollback(n);
	arena_free(&t.line);
	buf_free(&t.text);
	return status ? status : handle_read(n);
}
