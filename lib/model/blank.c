/* blank.c - a file of definitions to be filled in: one object, each key with what it wants. */
#include <string.h>

#include "base/buf.h"
#include "model/inside.h"

enum { COMMENT = 30 };                     /* the column where comments begin */

/* What stands at the top of a file, by its object; NULL: it stands inside of others only. */
static const struct field *top_of(const char *name)
{
	const struct field *f = file_object.fields;

	while (f->key && (!f->object || strcmp(f->object->name, name) != 0))
		f++;
	return f->key ? f : NULL;
}

static int width_of(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

/* What may be written there already: brackets, a standard value. */
static void write_value(struct buf *b, const struct field *f)
{
	const char *sep = "";

	if (f->kind == K_LIST) {
		buf_puts(b, " []");
	} else if (f->kind == K_OBJECT) {
		buf_puts(b, " {");
		for (const struct field *k = f->object->fields; k->key; k++)
			if (k->flags & K_MUST || k->flags & K_FOLLOWS) {
				buf_printf(b, "%s%s: ", sep, k->key);
				sep = ", ";
			}
		buf_putc(b, '}');
	} else if (f->standard) {
		buf_printf(b, " %s", f->standard);
	}
}

static void write_comment(struct buf *b, enum lang l, const struct field *f)
{
	enum kind kind = f->kind == K_LIST ? f->item : f->kind;
	const char *of = f->object ? f->object->name : f->of;

	buf_printf(b, "# %s; ", tr(l, f->help ? f->help : ""));
	if (f->kind == K_LIST)
		buf_printf(b, "%s ", tr(l, N_("a list:")));
	if (f->words)
		buf_puts(b, f->words);
	else
		buf_puts(b, tr(l, kind_name(kind)));
	if (of)
		buf_printf(b, " %s", of);
	buf_putc(b, '\n');
}

static void write_key(struct buf *b, enum lang l, const struct field *f, const char *before)
{
	struct buf line = { 0 };
	int at;

	buf_printf(&line, "%s%s%s:", before, f->flags & K_MUST ? "" : "# ", f->key);
	write_value(&line, f);
	at = line.s ? width_of(line.s) : 0;
	buf_printf(b, "%s%*s", line.s ? line.s : "", at < COMMENT ? COMMENT - at : 1, "");
	b->oom |= line.oom;
	buf_free(&line);
	write_comment(b, l, f);
}

/* What must be there comes first: a list's first line has the dash, and it must not be a comment. */
static void write_object(struct buf *b, enum lang l, const struct object *o, bool in_list)
{
	const char *before = in_list ? "  - " : "  ";

	for (const struct field *f = o->fields; f->key; f++)
		if (f->flags & K_MUST) {
			write_key(b, l, f, before);
			before = in_list ? "    " : "  ";
		}
	for (const struct field *f = o->fields; f->key; f++)
		if (!(f->flags & K_MUST))
			write_key(b, l, f, before);
}

const char *model_blank(struct arena *a, enum lang l, const char *name)
{
	const struct field *top = top_of(name);
	struct buf b = { 0 };
	const char *s;

	if (!top)
		return NULL;
	buf_printf(&b, "# %s\n", tr(l, top->object->help));
	buf_printf(&b, "# %s\n", tr(l, N_("Write behind the colons. A line that begins with # may be left out; to use it, take the # away.")));
	buf_printf(&b, "# %s\n", tr(l, N_("Then: nsi module check FILE.yaml, nsi module load FILE.yaml")));
	buf_printf(&b, "format: nsi/1\n%s:\n", top->key);
	write_object(&b, l, top->object, top->kind == K_LIST);
	s = b.oom ? NULL : arena_strndup(a, b.s, b.n);
	a->oom |= b.oom;
	buf_free(&b);
	return s;
}

const char *model_blanks(struct arena *a)
{
	struct buf b = { 0 };
	const char *s;

	for (const struct field *f = file_object.fields; f->key; f++)
		if (f->object)
			buf_printf(&b, "%s%s", b.n ? ", " : "", f->object->name);
	s = b.oom ? NULL : arena_strndup(a, b.s, b.n);
	a->oom |= b.oom;
	buf_free(&b);
	return s;
}
