/* write.c - an answer goes out: which format, how wide, to which file. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/error.h"
#include "base/file.h"
#include "base/part.h"
#include "format/format.h"
#include "store/document.h"
#include "store/output.h"
#include "store/private_file.h"
#include "store/write_each.h"

/* Suffixes that promise more than a text table; without their format they are refused. */
static const char promises[] = " dbf docx dot htm html ics md ods pdf svg xls xlsx ";

struct file_sink { struct nsi_sink sink; FILE *f; int error; };

static void put(struct nsi_sink *sink, const char *bytes, size_t n)
{
	struct file_sink *s = (struct file_sink *)sink;

	if (s->error || fwrite(bytes, 1, n, s->f) == n)
		return;
	s->error = errno ? errno : EIO;
}

static const char *translate(const char *lang, const char *text)
{
	int l = lang_named(lang, strlen(lang));

	return tr(l < 0 ? LANG_EN : (enum lang)l, text);
}

static const char *suffix(struct nsi *n, const char *file)
{
	const char *slash = strrchr(file, '/'), *dot = strrchr(slash ? slash + 1 : file, '.');

	return dot ? text_fold(&n->scratch, dot + 1) : "";
}

/* By -f, else by the suffix of the file, else table. */
static const char *format_name(struct nsi *n, const struct nsi_rows *rows, const struct nsi_output *o)
{
	const char *s = o->format || !o->file ? "" : suffix(n, o->file);

	if (o->format)
		return o->format;
	for (const struct nsi_format *f = nsi_formats(); f->part.name; f++)
		if (!strcmp(f->suffix, s))
			return f->part.name;
	if (!strcmp(s, "htm"))
		return "html";
	if (!strcmp(s, "yml"))
		s = "yaml";
	for (const struct nsi_document *d = rows->documents; d && d->format; d++)
		if (!strcmp(d->format, s))
			return s;
	return *s && strstr(promises, arena_printf(&n->scratch, " %s ", s)) ? s : "table";
}

/* The form of this answer in that format; NULL: it is written as rows, which is what who chooses among them wants. */
static const struct nsi_document *document_of(const struct nsi_rows *rows, const char *format,
                                              const struct nsi_output *o)
{
	const struct nsi_document *d = o->columns || o->sort || o->limit ? NULL : rows->documents;

	while (d && d->format && strcmp(d->format, format) != 0)
		d++;
	return d && d->format ? d : NULL;
}

/* The format in which rows are written; a form that has no rows has nothing to choose. */
static const struct nsi_format *format_of(struct nsi *n, const struct nsi_rows *rows, const char *format, enum nsi_status *status)
{
	const struct nsi_format *known = nsi_formats();

	while (known->part.name && strcmp(known->part.name, format) != 0)
		known++;
	for (const struct nsi_document *d = known->part.name ? NULL : rows->documents; d && d->format; d++)
		if (!strcmp(d->format, format)) {
			*status = fail(&n->messages, NSI_USAGE, N_("%s is a whole form: it takes no --columns, --sort and --limit"), format);
			return NULL;
		}
	return part_find(&n->messages, N_("format"), format, nsi_formats(), sizeof(*known), offsetof(struct nsi_format, write), status);
}

static struct nsi_style style_of(struct nsi *n, const struct nsi_output *o, bool to_stdout, struct cell_room *room)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");
	bool terminal = to_stdout && isatty(STDOUT_FILENO);
	struct nsi_style st = {
		.lang = lang_name(n->lang), .no_header = o->no_header, .plain = o->plain, .tr = translate,
		.text = cell_text_of, .own = room,
	};
	struct winsize w;

	if (terminal)
		st.width = !ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) && w.ws_col >= 20 ? w.ws_col : 100;
	st.color = o->color == NSI_COLOR_ALWAYS ||
	           (o->color == NSI_COLOR_AUTO && terminal && !(no && *no) && term && strcmp(term, "dumb"));
	return st;
}

static enum nsi_status no_output(struct nsi *n, const char *file, int error)
{
	if (error == ENOMEM)
		return NSI_MEMORY;
	return fail(&n->messages, NSI_OUTPUT, "%s: %s", file ? file : tr(n->lang, N_("standard output")),
	            tr(n->lang, error_text(error)));
}

/* What goes out: a document, else rows in a format. */
struct answer {
	struct nsi *n;
	const struct nsi_document *document;
	enum naming whose; const char *note;
	const struct nsi_format *format; const struct nsi_rows *rows; const struct nsi_style *style;
	bool narrow;                       /* in cp1251 */
};

static int emit(const struct answer *a, struct nsi_sink *to)
{
	const struct cell_room *room = a->style ? a->style->own : NULL;
	int error;

	if (a->document)
		return a->document->write(a->n, a->document->what, a->whose, a->note, to) ? ENOMEM : 0;
	if (a->narrow) {
		struct encoder e;

		encode_begin(&e, to);
		error = a->format->write(&e.sink, a->rows, a->style);
	} else {
		error = a->format->write(to, a->rows, a->style);
	}
	return room->a.oom ? ENOMEM : error;
}

/* Does all of it fit into what was asked for? Looked at before anything is written. */
static enum nsi_status encoding_judge(struct nsi *n, struct answer *a, const struct nsi_output *o)
{
	struct encoder e;

	if (!o->encoding)
		return NSI_OK;
	if (a->document || strcmp(a->format->part.name, "csv-excel") != 0)
		return fail(&n->messages, NSI_USAGE, N_("--encoding is for -f csv-excel"));
	a->narrow = !strcmp(o->encoding, "cp1251");
	if (!a->narrow)
		return strcmp(o->encoding, "utf-8") ? fail(&n->messages, NSI_USAGE, N_("csv-excel is written in utf-8 or cp1251, not in \"%s\""), o->encoding) : NSI_OK;
	encode_begin(&e, NULL);
	if (a->format->write(&e.sink, a->rows, a->style))
		return NSI_MEMORY;
	return encode_judge(&n->messages, &e, o->file ? o->file : tr(n->lang, N_("standard output")));
}

/* Names and pages are asked of the database while they are written: when it fails, they are none. */
static enum nsi_status half(struct nsi *n)
{
	enum nsi_status state = call_state(n);

	return state == NSI_MACHINE ? NSI_OUTPUT : state;
}

/* To standard output, where what was written before may still wait. */
static enum nsi_status write_out(const struct answer *a)
{
	struct file_sink s = { { put }, stdout, 0 };
	int error = half(a->n) ? 0 : emit(a, &s.sink);

	errno = 0;
	if (!s.error && fflush(stdout))
		s.error = errno ? errno : EIO;
	return s.error || error ? no_output(a->n, NULL, s.error ? s.error : error) : half(a->n);
}

static enum nsi_status write_file(const struct answer *a, const char *file)
{
	struct nsi *n = a->n;
	struct file_sink s = { { put }, NULL, 0 };
	struct file_new new;
	enum nsi_status status = output_create(n, file, a->whose == NAMES_ALL, &new);
	int error;

	if (status != NSI_OK)
		return status == NSI_MEMORY ? status : NSI_OUTPUT;
	s.f = new.f;
	errno = 0;
	error = emit(a, &s.sink);
	if (s.error || error || half(n)) {
		file_abandon(&new);
		return s.error || error ? no_output(n, file, s.error ? s.error : error) : half(n);
	}
	status = file_commit(&n->messages, &new);
	return status == NSI_OK || status == NSI_MEMORY ? status : NSI_OUTPUT;
}

/* The columns that are for those who read this format. */
static void choose(struct nsi *n, struct nsi_rows *r, bool machine)
{
	struct nsi_column *cols = arena_array(&n->scratch, struct nsi_column, r->ncol);

	for (size_t i = 0; i < r->ncol && cols; i++) {
		cols[i] = r->cols[i];
		cols[i].hidden = cols[i].hidden == NSI_HIDDEN ||
		                 cols[i].hidden == (machine ? NSI_FOR_PEOPLE : NSI_FOR_MACHINES);
	}
	if (cols)
		r->cols = cols;
}

/* Columns that were asked for by name are shown, also those that people find in the marks: each
 * that would stand behind the groups becomes one of its own. */
static void regroup(struct nsi *n, struct nsi_rows *r)
{
	struct nsi_column *cols = arena_array(&n->scratch, struct nsi_column, r->ncol);
	bool grouped = false;

	for (size_t i = 0; i < r->ncol && cols; i++) {
		cols[i] = r->cols[i];
		grouped |= cols[i].group != NULL;
		if (grouped && !cols[i].group)
			cols[i].group = cols[i].key;
	}
	if (cols)
		r->cols = cols;
}

/* The heading of a page: of rows about one person also whose they are. */
static const char *heading_of(struct nsi *n, const struct nsi_rows *r, const struct nsi_output *o)
{
	const char *whose = NULL, *heading = o->heading;
	size_t at = 0, length = heading ? strlen(heading) : 0;

	if (length && heading[length - 1] == '.')
		heading = arena_strndup(&n->scratch, heading, length - 1);
	while (at < r->ncol && (strcmp(r->cols[at].key, "person") != 0 || !r->cols[at].hidden))
		at++;
	for (size_t i = 0; i < r->nrow && at < r->ncol; i++) {
		const struct nsi_cell *c = &r->cells[i * r->ncol + at];
		const char *s = c->type == NSI_T_ID ? c->shown ? c->shown : c->s : NULL;

		if (!s || (whose && strcmp(whose, s) != 0))
			return heading;
		whose = s;
	}
	length = whose && heading && !strncmp(heading, whose, strlen(whose)) ? strlen(whose) : 0;
	if (whose && heading && !(length && (heading[length] == '@' || !strncmp(heading + length, " · ", 4))))
		heading = arena_printf(&n->scratch, "%s · %s", whose, heading);
	return heading;
}

static enum nsi_status write_document(struct nsi *n, const struct nsi_document *d, const struct nsi_output *o,
                                      bool to_stdout, bool screen)
{
	enum where there = screen ? ON_SCREEN : d->where;
	struct answer a = { .n = n, .document = d };

	if (!d->write) {
		message_put(&n->messages, NSI_ERROR, NULL, 0, 0, NULL, tr(n->lang, d->what));
		return NSI_USAGE;
	}
	a.whose = names_allowed(n, there, o->names, o->open);
	a.note = names_note(n, a.whose, there);
	return to_stdout ? write_out(&a) : write_file(&a, o->file);
}

enum nsi_status nsi_write(struct nsi *n, const struct nsi_rows *rows, const struct nsi_output *o)
{
	static const struct nsi_output standard;
	const struct nsi_document *document;
	const struct nsi_rows *view;
	const char *format;
	struct answer a = { .n = n };
	struct cell_room room = { 0 };
	struct nsi_rows r;
	struct nsi_style st;
	bool to_stdout, terminal;
	enum where there;
	enum nsi_status status;

	if (!o)
		o = &standard;
	if (write_is_each(rows, o))
		return write_each(n, rows, o);
	to_stdout = !o->file || !strcmp(o->file, "-");
	format = format_name(n, rows, o);
	document = document_of(rows, format, o);
	if (!document)
		a.format = format_of(n, rows, format, &status);
	if (!document && !a.format)
		return status;
	terminal = to_stdout && isatty(STDOUT_FILENO) && !strcmp(format, "table");
	if (o->names && n->db && (status = private_open(n)))
		return status;
	if (document) {
		a.document = document;
		if ((status = encoding_judge(n, &a, o)))
			return status;
		status = write_document(n, document, o, to_stdout, terminal);
		return n->scratch.oom || n->messages.arena.oom ? NSI_MEMORY : status;
	}
	there = terminal ? ON_SCREEN : IN_FILE;
	a.whose = names_allowed(n, there, o->names, o->open);
	rows = names_shown(n, rows, a.whose, there, a.format->machine);
	if (!rows)
		return NSI_MEMORY;
	r = *rows;
	choose(n, &r, a.format->machine);
	view = rows_view(&n->messages, &n->scratch, &r, o);
	if (!view)
		return n->scratch.oom ? NSI_MEMORY : NSI_USAGE;
	r = *view;
	if (o->columns)
		regroup(n, &r);
	st = style_of(n, o, to_stdout, &room);
	st.heading = heading_of(n, rows, o);
	a.rows = &r;
	a.style = &st;
	status = encoding_judge(n, &a, o);
	if (!status)
		status = to_stdout ? write_out(&a) : write_file(&a, o->file);
	arena_free(&room.a);
	return n->scratch.oom || n->messages.arena.oom ? NSI_MEMORY : status;
}
