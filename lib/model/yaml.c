/* yaml.c - libyaml's events made safe: bounded, one encoding, one document, placed; the only file
 * that knows libyaml.
 */
#include "model/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/file.h"
#include "base/progress.h"
#include "model/anchor.h"
#include "model/input.h"
#include "model/inside.h"

enum { HOLE = 60 << 10 };

const struct yaml_limits yaml_standard_limits = { 256u << 20, 1u << 20, 100000, 64 };

struct yaml {
	yaml_parser_t parser;
	yaml_event_t event;
	bool held;                         /* the event is to be given back */
	bool began;                        /* there was a document */
	struct model *model;
	unsigned file;
	unsigned depth, depth_limit;
	struct input input;
	yaml_mark_t mark;                  /* end of the last event */
	enum yaml_type ended;              /* Y_END, Y_BROKEN; Y_SCALAR: neither yet */
	struct anchors anchors;
	/* libyaml's short-lived strings find room in the hole, given back before the first of them; at the
	 * end of the heap each one that is freed could make the allocator tidy up all of it */
	void *hole, *fence;
};

static struct place at(const struct yaml *y, const yaml_mark_t *m)
{
	return (struct place){ .file = y->file & 0xfff,
	                       .column = m->column < 0xfffff ? (unsigned)m->column + 1 : 0xfffff,
	                       .line = m->line < UINT32_MAX ? (unsigned)m->line + 1 : UINT32_MAX };
}

static int on_read(void *data, unsigned char *p, size_t size, size_t *out)
{
	struct yaml *y = data;

	if (y->input.f)
		progress_at(y->model->m, N_("reading the file"), (int64_t)y->input.total, y->input.size);
	return input_read(&y->input, p, size, out);
}

/* ---- what libyaml says, in words for people ---- */

/* Where libyaml's reader has come to: behind all that it has decoded. */
static struct place reader_place(const struct yaml *y)
{
	yaml_mark_t m = y->parser.mark;

	for (const unsigned char *s = y->parser.buffer.pointer; s < y->parser.buffer.last; s++) {
		if (*s == '\n') {
			m.line++;
			m.column = 0;
		} else if ((*s & 0xc0) != 0x80) {
			m.column++;
		}
	}
	return at(y, &m);
}

static void say_reader_error(struct yaml *y)
{
	const yaml_parser_t *p = &y->parser;
	struct place place = y->input.stop_event ? at(y, &y->mark) : reader_place(y);

	if (y->input.stop)
		fault(y->model, place, "syntax", "%s", model_tr(y->model, y->input.stop));
	else if (p->problem && strstr(p->problem, "control characters"))
		fault(y->model, place, "syntax", N_("the control character U+%04X cannot stand here"),
		      (unsigned)p->problem_value);
	else if (p->problem && strstr(p->problem, "incomplete"))
		fault(y->model, place, "syntax", N_("the file ends in the middle of a letter"));
	else if (like_cp1251(p->raw_buffer.pointer, (size_t)(p->raw_buffer.last - p->raw_buffer.pointer)))
		fault(y->model, place, "syntax", N_("not UTF-8, looks like cp1251: save the file as UTF-8"));
	else
		fault(y->model, place, "syntax", N_("not UTF-8: save the file as UTF-8"));
}

static void say_error(struct yaml *y)
{
	const yaml_parser_t *p = &y->parser;
	struct place place = at(y, &p->problem_mark);
	const char *words = syntax_words(p->problem);

	if (p->error == YAML_MEMORY_ERROR)
		model_oom(y->model);
	else if (p->error == YAML_READER_ERROR)
		say_reader_error(y);
	else if (words && p->context && p->context_mark.line < p->problem_mark.line)
		fault(y->model, place, "syntax", N_("%s (begun in line %zu)"), model_tr(y->model, words),
		      p->context_mark.line + 1);
	else if (words)
		fault(y->model, place, "syntax", "%s", model_tr(y->model, words));
	else
		fault(y->model, place, "syntax", N_("not YAML: %s"), p->problem ? p->problem : "?");
}

/* ---- the raw stream: aliases still stand in it ---- */

/* Does the event own memory? */
static bool owns(const yaml_event_t *e)
{
	if (e->type == YAML_SEQUENCE_START_EVENT)
		return e->data.sequence_start.anchor || e->data.sequence_start.tag;
	if (e->type == YAML_MAPPING_START_EVENT)
		return e->data.mapping_start.anchor || e->data.mapping_start.tag;
	return e->type != YAML_SEQUENCE_END_EVENT && e->type != YAML_MAPPING_END_EVENT;
}

static bool pull(struct yaml *y)
{
	if (y->held && owns(&y->event))
		yaml_event_delete(&y->event);
	y->held = yaml_parser_parse(&y->parser, &y->event);
	if (!y->held) {
		say_error(y);
		return false;
	}
	y->input.since = 0;
	y->mark = y->event.end_mark;
	return true;
}

static bool refuse_tag(struct yaml *y, const yaml_char_t *tag, struct place place)
{
	static const char standard[] = "tag:yaml.org,2002:";
	const char *s = (const char *)tag;
	bool short_form = tag && !strncmp(s, standard, sizeof(standard) - 1);

	if (tag)
		fault(y->model, place, "syntax", N_("tags (%s%s) are not taken"), short_form ? "!!" : "",
		      quote(y->model, short_form ? s + sizeof(standard) - 1 : s));
	return !tag;
}

static void convert_scalar(const yaml_event_t *v, struct yaml_event *e)
{
	e->type = Y_SCALAR;
	e->s = (const char *)v->data.scalar.value;
	e->n = v->data.scalar.length;
	e->plain = v->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	e->escapes = v->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
}

static bool convert_alias(struct yaml *y, struct yaml_event *e)
{
	const char *name = (const char *)y->event.data.alias.anchor;
	int n = anchors_find(&y->anchors, name);

	e->type = (enum yaml_type)Y_ALIAS;
	e->n = (size_t)n;
	if (n < 0)
		fault(y->model, e->place, "syntax", N_("*%s: there is no &%s above"), quote(y->model, name),
		      quote(y->model, name));
	else if (!anchors_closed(&y->anchors, (unsigned)n))
		fault(y->model, e->place, "syntax", N_("*%s stands inside what it names"), quote(y->model, name));
	else
		return true;
	return false;
}

/* The event in Y, which is one of a node, as ours; *ANCHOR its name. */
static bool convert(struct yaml *y, struct yaml_event *e, const yaml_char_t **anchor)
{
	const yaml_event_t *v = &y->event;

	*anchor = NULL;
	switch ((int)v->type) {
	case YAML_ALIAS_EVENT:
		return convert_alias(y, e);
	case YAML_SCALAR_EVENT:
		convert_scalar(v, e);
		*anchor = v->data.scalar.anchor;
		return refuse_tag(y, v->data.scalar.tag, e->place);
	case YAML_SEQUENCE_START_EVENT:
		e->type = Y_LIST;
		*anchor = v->data.sequence_start.anchor;
		return refuse_tag(y, v->data.sequence_start.tag, e->place);
	case YAML_MAPPING_START_EVENT:
		e->type = Y_MAP;
		*anchor = v->data.mapping_start.anchor;
		return refuse_tag(y, v->data.mapping_start.tag, e->place);
	case YAML_SEQUENCE_END_EVENT:
		e->type = Y_LIST_END;
		return true;
	default:
		e->type = Y_MAP_END;
		return true;
	}
}

static bool begin_document(struct yaml *y, struct place place)
{
	const yaml_event_t *e = &y->event;
	bool directives = e->data.document_start.version_directive ||
		e->data.document_start.tag_directives.start != e->data.document_start.tag_directives.end;

	if (directives)
		fault(y->model, place, "syntax", N_("directives (%%…) are not taken"));
	else if (y->began)
		fault(y->model, place, "syntax", N_("a second document begins here: a file holds one"));
	y->began = true;
	return !directives;
}

/* The event in Y, or one behind it, that is of a node or the end. */
static bool raw_from_parser(struct yaml *y, struct yaml_event *e)
{
	const yaml_char_t *anchor;
	bool again = y->began;

	for (;;) {
		e->place = at(y, &y->event.start_mark);
		if (y->event.type == YAML_DOCUMENT_START_EVENT) {
			if (!begin_document(y, e->place) || again)
				return false;
		} else if (y->event.type == YAML_STREAM_END_EVENT) {
			e->type = Y_END;
			return true;
		} else if (y->event.type == YAML_DOCUMENT_END_EVENT) {
			again = true;
		} else if (y->event.type != YAML_STREAM_START_EVENT) {
			break;
		}
		if (!pull(y))
			return false;
	}
	if (!convert(y, e, &anchor))
		return false;
	if ((!anchor && !y->anchors.nopen) || anchors_note(&y->anchors, (const char *)anchor, e))
		return true;
	fault(y->model, e->place, "syntax", N_("too much stands under anchors (&…)"));
	return false;
}

static bool raw(struct yaml *y, struct yaml_event *e)
{
	int replayed = y->anchors.nframes ? anchors_next(&y->anchors, e) : 0;
	const yaml_event_t *v = &y->event;

	if (replayed < 0)
		fault(y->model, at(y, &y->mark), "syntax", N_("the aliases (*…) up to here unfold to too much"));
	if (replayed)
		return replayed > 0;
	if (model_stopped(y->model) || !pull(y))
		return false;
	if (v->type != YAML_SCALAR_EVENT || v->data.scalar.anchor || v->data.scalar.tag || y->anchors.nopen)
		return raw_from_parser(y, e);
	/* nearly all that comes */
	e->place = at(y, &v->start_mark);
	convert_scalar(v, e);
	return true;
}

/* ---- exported ---- */

static enum yaml_type broken(struct yaml *y, struct yaml_event *e)
{
	if (y->ended != Y_BROKEN)
		model_broke_off(y->model);
	return y->ended = e->type = Y_BROKEN;
}

enum yaml_type yaml_next(struct yaml *y, struct yaml_event *e)
{
	if (y->ended != Y_SCALAR)
		return e->type = y->ended;
	if (y->hole) {
		free(y->hole);
		y->hole = NULL;
	}
	do {
		if (!raw(y, e))
			return broken(y, e);
		if (e->type == Y_SCALAR)
			return Y_SCALAR;
		if ((int)e->type == Y_ALIAS)
			anchors_unfold(&y->anchors, (unsigned)e->n);
	} while ((int)e->type == Y_ALIAS);
	if (e->type == Y_END)
		y->ended = Y_END;
	else if (e->type == Y_LIST_END || e->type == Y_MAP_END)
		y->depth--;
	else if (++y->depth > y->depth_limit) {
		fault(y->model, e->place, "syntax", N_("nested deeper than %u"), y->depth_limit);
		return broken(y, e);
	}
	return e->type;
}

void yaml_skip(struct yaml *y, const struct yaml_event *e)
{
	unsigned depth = y->depth;
	struct yaml_event next;

	if (e->type != Y_LIST && e->type != Y_MAP)
		return;
	while (y->depth >= depth && yaml_next(y, &next) != Y_BROKEN && next.type != Y_END)
		;
}

int yaml_merge(struct yaml *y, unsigned *anchors, int max)
{
	struct yaml_event e;
	bool list = false;
	int n = 0;

	for (;;) {
		if (!raw(y, &e))
			break;
		if ((int)e.type == Y_ALIAS && n < max)
			anchors[n++] = (unsigned)e.n;
		else if (e.type == Y_LIST && !list)
			list = true;
		else if (!list || e.type != Y_LIST_END) {
			fault(y->model, e.place, "syntax",
			      N_("\"<<\" wants *NAME of something above, or a short list of such"));
			break;
		}
		if (!list || e.type == Y_LIST_END)
			return n;
	}
	broken(y, &e);
	return -1;
}

void yaml_unfold(struct yaml *y, unsigned anchor)
{
	anchors_unfold(&y->anchors, anchor);
}

struct yaml *yaml_open(struct model *md, unsigned file, FILE *f, const char *text, size_t n,
                       const struct yaml_limits *l)
{
	struct yaml *y = calloc(1, sizeof(*y));

	if (!y || !yaml_parser_initialize(&y->parser)) {
		free(y);
		return NULL;
	}
	y->hole = f ? malloc(HOLE) : NULL;
	y->fence = f ? malloc(HOLE) : NULL;
	y->model = md;
	y->file = file;
	y->input = (struct input){ .f = f, .text = text, .left = n, .limit = l->bytes, .silent = l->silent,
	                           .size = f ? file_size(f) : 0 };
	y->depth_limit = l->depth;
	y->ended = Y_SCALAR;
	anchors_begin(&y->anchors, l->unfolded);
	yaml_parser_set_encoding(&y->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&y->parser, on_read, y);
	return y;
}

void yaml_close(struct yaml *y)
{
	if (!y)
		return;
	if (y->held)
		yaml_event_delete(&y->event);
	if (y->anchors.arena.oom)
		model_oom(y->model);
	yaml_parser_delete(&y->parser);
	anchors_free(&y->anchors);
	free(y->hole);
	free(y->fence);
	free(y);
}
