/* param.c - reads the values of parameters by their type and binds them. */
#include "store/param.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "store/db.h"
#include "store/legend.h"
#include "store/resolve.h"

/* Text where s is set, else a real where real is, else a number. */
struct value { const char *s; bool real; double r; int64_t i, part; int year; };

static enum nsi_status read_number(struct nsi *n, const struct nsi_field *f, const char *word, struct value *v)
{
	char *end;

	errno = 0;
	if (f->type == NSI_T_INT)
		v->i = strtoll(word, &end, 10);
	else
		v->r = strtod(word, &end);
	v->real = f->type == NSI_T_REAL;
	if (end == word || *end || errno || (v->real && !(v->r - v->r == 0)))
		return fail(&n->messages, NSI_USAGE, N_("%s: \"%s\" is not a number"), f->key, word);
	return NSI_OK;
}

/* One of the field's words; of a state also the word that the legend has for it. */
static enum nsi_status read_word(struct nsi *n, const struct nsi_field *f, const char *word, struct value *v)
{
	const char *state;

	v->s = word_find(&n->scratch, f->words, word);
	if (v->s)
		return NSI_OK;
	state = legend_state(n, word);
	v->s = state ? word_find(&n->scratch, f->words, state) : NULL;
	if (v->s)
		return NSI_OK;
	return fail(&n->messages, NSI_USAGE, N_("%s: \"%s\" is none of: %s"), f->key, word,
	            word_list(&n->scratch, n->lang, f->words));
}

static enum nsi_status read_flag(struct nsi *n, const struct nsi_field *f, const char *word, struct value *v)
{
	v->i = !word || !*word || word_find(&n->scratch, "yes true 1", word);
	if (!v->i && !word_find(&n->scratch, "no false 0", word))
		return fail(&n->messages, NSI_USAGE, N_("%s: \"%s\" is neither yes nor no"), f->key, word);
	return NSI_OK;
}

static enum nsi_status read_value(struct nsi *n, const struct nsi_field *f, const char *thing, const char *word,
                                  struct value *v)
{
	enum nsi_status status;
	struct person_at person = { 0 };
	int32_t day;

	*v = (struct value){ 0 };
	if (thing && f->type != NSI_T_DAY)
		return resolve_thing(n, thing, word, &v->i);
	switch (f->type) {
	case NSI_T_PERSON:
		status = resolve_person(n, word, &person);
		v->i = person.id;
		v->year = person.year;
		return status;
	case NSI_T_UNIT:
		return resolve_unit(n, word, &v->i, &v->part);
	case NSI_T_DAY:
		status = thing ? resolve_since(n, word, &day) : resolve_day(n, word, &day);
		v->i = day;
		return status;
	case NSI_T_YEAR:
		status = resolve_year(n, word, &v->year);
		v->i = v->year;
		return status;
	case NSI_T_INT:
	case NSI_T_REAL:
		return read_number(n, f, word, v);
	case NSI_T_WORD:
		return read_word(n, f, word, v);
	case NSI_T_FLAG:
		return read_flag(n, f, word, v);
	case NSI_T_NONE:
	case NSI_T_ID:
	case NSI_T_TEXT:
	case NSI_T_LIST:
	case NSI_T_JSON:
	case NSI_T_MARK:
	case NSI_T_KEY:
	case NSI_T_MODULE:
	case NSI_T_ORG:
	case NSI_T_GROUP:
	case NSI_T_QUANTUM:
	case NSI_T_SESSION:
	case NSI_T_REQUEST:
	case NSI_T_FILE:
		v->s = word;
		return NSI_OK;
	}
	return NSI_OK;
}

static enum nsi_status bind_one(struct nsi *n, sqlite3_stmt *s, const char *name, const struct nsi_field *f,
                                const char *thing, const char *word, int *year)
{
	struct value v;
	enum nsi_status status = read_value(n, f, thing, word, &v);

	if (status)
		return status;
	if (v.s)
		db_text(s, name, v.s);
	else if (v.real)
		db_real(s, name, v.r);
	else
		db_int(s, name, v.i);
	if (f->type == NSI_T_UNIT)
		db_int(s, arena_printf(&n->scratch, "%s_part", name), v.part);
	if (v.year && year)
		*year = v.year;
	return NSI_OK;
}

static void array_put(struct buf *b, const struct value *v)
{
	buf_putc(b, b->n ? ',' : '[');
	if (v->s)
		buf_json(b, v->s);
	else if (v->real)
		buf_printf(b, "%.17g", v->r);
	else
		buf_printf(b, "%" PRId64, v->i);
}

static enum nsi_status people_array(struct nsi *n, struct nsi_list words, struct buf *b, int *year)
{
	struct person_at *v;
	size_t count;
	bool filtered;
	enum nsi_status status = resolve_persons(n, words, false, &v, &count, &filtered);

	for (size_t i = 0; i < count && !status; i++) {
		array_put(b, &(struct value){ .i = v[i].id });
		if (v[i].year && year)
			*year = v[i].year;
	}
	return status;
}

static enum nsi_status things_array(struct nsi *n, const struct nsi_field *f, const char *thing, struct nsi_list words,
                                    struct buf *b)
{
	struct value v;

	for (size_t i = 0; i < words.n; i++)
		for (const char *w = words.v[i]; *w; w += *w == ',') {
			size_t len = f->type == NSI_T_TEXT ? strlen(w) : strcspn(w, ",");
			enum nsi_status status = len ? read_value(n, f, thing, arena_strndup(&n->scratch, w, len), &v)
			                             : NSI_OK;

			if (status)
				return status;
			if (len)
				array_put(b, &v);
			w += len;
		}
	return NSI_OK;
}

enum nsi_status param_bind(struct nsi *n, sqlite3_stmt *s, const char *name, const struct nsi_field *f,
                           const char *thing, struct nsi_list values, int *year)
{
	struct buf b = { 0 };
	enum nsi_status status;

	if (!(f->flags & NSI_MANY))
		return bind_one(n, s, name, f, thing, values.v[values.n - 1], year);
	status = f->type == NSI_T_PERSON ? people_array(n, values, &b, year) : things_array(n, f, thing, values, &b);
	buf_puts(&b, b.n ? "]" : "[]");
	if (!status && b.oom)
		status = NSI_MEMORY;
	if (!status)
		db_text(s, name, arena_strdup(&n->scratch, b.s));
	buf_free(&b);
	return status;
}
