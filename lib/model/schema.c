/* schema.c - the tables as JSON Schema (draft 2020-12), one line a key, and as rows for the manual. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/rows.h"
#include "model/inside.h"

enum { DEFS_MAX = 48 };

static const char id_pattern[] = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
static const char person_pattern[] = "^([a-z][a-z0-9]*(-[a-z0-9]+)*/)?[a-z][a-z0-9]*(-[a-z0-9]+)*$";
static const char technique_pattern[] = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";

static void write_words(struct buf *b, const char *words)
{
	buf_puts(b, "\"enum\": [");
	for (const char *w = words; *w; ) {
		size_t n = strcspn(w, " ");

		buf_printf(b, "%s\"%.*s\"", w > words ? ", " : "", (int)n, w);
		w += n + (w[n] == ' ');
	}
	buf_putc(b, ']');
}

static void write_pattern(struct buf *b, const char *pattern)
{
	buf_puts(b, "\"type\": \"string\", \"pattern\": ");
	buf_json(b, pattern);
}

static void write_reference(struct buf *b, const struct field *f)
{
	if (!strcmp(f->of, "participant"))
		write_pattern(b, person_pattern);
	else
		write_pattern(b, strcmp(f->of, "technique") != 0 ? id_pattern : technique_pattern);
}

static void write_number(struct buf *b, const struct field *f, bool hours)
{
	char min[16], max[16];

	buf_printf(b, "\"type\": \"%s\"", hours ? "number" : "integer");
	if (!f->min && !f->max)
		return;
	snprintf(min, sizeof(min), "%d", (int)f->min);
	snprintf(max, sizeof(max), "%d", (int)(hours ? f->max / 60 : f->max));
	buf_printf(b, ", \"%s\": %s, \"maximum\": %s", hours ? "exclusiveMinimum" : "minimum", hours ? "0" : min, max);
}

static void write_kind(struct buf *b, const struct field *f, enum kind kind);

static void write_list(struct buf *b, const struct field *f)
{
	buf_puts(b, "\"type\": \"array\", ");
	if (f->max)
		buf_printf(b, "\"maxItems\": %d, ", (int)f->max);
	buf_puts(b, "\"items\": {");
	write_kind(b, f, f->item);
	buf_putc(b, '}');
}

static void write_kind(struct buf *b, const struct field *f, enum kind kind)
{
	switch (kind) {
	case K_STRING:
	case K_LABEL:
		buf_puts(b, "\"type\": \"string\"");
		break;
	case K_TEXT:
		buf_puts(b, "\"$ref\": \"#/$defs/text\"");
		break;
	case K_ID:
	case K_CODE:
	case K_DUE:
		write_pattern(b, kind == K_DUE ? "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$" : id_pattern);
		break;
	case K_TECHNIQUE:
		write_pattern(b, technique_pattern);
		break;
	case K_INT:
	case K_HOURS:
		write_number(b, f, kind == K_HOURS);
		break;
	case K_BOOL:
		buf_puts(b, "\"type\": \"boolean\"");
		break;
	case K_DAY:
		write_pattern(b, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
		break;
	case K_TIME:
		write_pattern(b, "^[0-9]{1,2}:[0-9]{2}$");
		break;
	case K_WORD:
		write_words(b, f->words);
		break;
	case K_REF:
		write_reference(b, f);
		break;
	case K_OBJECT:
		buf_printf(b, "\"$ref\": \"#/$defs/%s\"", f->object->name);
		break;
	case K_LIST:
		write_list(b, f);
		break;
	}
}

static void write_standard(struct buf *b, const struct field *f)
{
	if (!f->standard)
		return;
	buf_puts(b, ", \"default\": ");
	if (f->kind == K_INT || f->kind == K_HOURS || f->kind == K_BOOL)
		buf_puts(b, f->standard);
	else
		buf_json(b, f->standard);
}

static void write_mapping(struct buf *b, enum lang l, const struct object *o)
{
	bool first = true;

	buf_puts(b, "\"type\": \"object\", \"additionalProperties\": false, \"required\": [");
	for (const struct field *f = o->fields; f->key; f++) {
		if (!(f->flags & K_MUST) || f->flags & K_PARENT)
			continue;
		buf_printf(b, "%s\"%s\"", first ? "" : ", ", f->key);
		first = false;
	}
	buf_puts(b, "], \"properties\": {\n");
	for (const struct field *f = o->fields; f->key; f++) {
		buf_printf(b, "\t\t\t\"%s\": {", f->key);
		write_kind(b, f, f->kind);
		write_standard(b, f);
		buf_puts(b, ", \"description\": ");
		buf_json(b, tr(l, f->help));
		buf_puts(b, f[1].key ? "},\n" : "}\n");
	}
	buf_puts(b, "\t\t}");
}

static void write_def(struct buf *b, enum lang l, const struct object *o)
{
	const struct field *bare = o->fields;

	buf_printf(b, ",\n\t\t\"%s\": {\"description\": ", o->name);
	buf_json(b, tr(l, o->help));
	buf_puts(b, ", ");
	while (o->bare && strcmp(bare->key, o->bare) != 0)
		bare++;
	if (o->bare) {
		buf_puts(b, "\"anyOf\": [{");
		write_kind(b, bare, bare->kind);
		buf_puts(b, "}, {");
	}
	write_mapping(b, l, o);
	buf_puts(b, o->bare ? "}]}" : "}");
}

static void collect(const struct object *o, const struct object **v, size_t *n)
{
	for (size_t i = 0; i < *n; i++)
		if (v[i] == o)
			return;
	v[(*n)++] = o;
	for (const struct field *f = o->fields; f->key; f++)
		if (f->object)
			collect(f->object, v, n);
}

const char *model_schema(struct arena *a, enum lang l, const char *name)
{
	const struct object *v[DEFS_MAX], *top = NULL;
	struct buf b = { 0 };
	size_t n = 0;
	const char *s;

	collect(&file_object, v, &n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(v[i]->name, strcmp(name, "programme") ? name : "file"))
			top = v[i];
	if (!top)
		return NULL;
	buf_puts(&b, "{\n\t\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
	buf_printf(&b, "\t\"title\": \"nsi/1 %s\",\n\t\"$ref\": \"#/$defs/%s\",\n\t\"$defs\": {\n", top->name, top->name);
	buf_puts(&b, "\t\t\"text\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"minProperties\": 1, "
	             "\"propertyNames\": {\"pattern\": \"^[a-z]{2,3}$\"}, "
	             "\"additionalProperties\": {\"type\": \"string\"}}], \"description\": ");
	buf_json(&b, tr(l, N_("one language, or several: {ru: …, en: …}")));
	buf_putc(&b, '}');
	n = 0;
	collect(top, v, &n);
	for (size_t i = 0; i < n; i++)
		write_def(&b, l, v[i]);
	buf_puts(&b, "\n\t}\n}\n");
	s = b.oom ? NULL : arena_strndup(a, b.s, b.n);
	a->oom |= b.oom;
	buf_free(&b);
	return s;
}

/* ---- rows ---- */

static const char *const kind_names[] = {
	[K_STRING] = "string", [K_TEXT] = "text", [K_ID] = "id", [K_TECHNIQUE] = "id", [K_CODE] = "code",
	[K_LABEL] = "label", [K_INT] = "number", [K_HOURS] = "hours", [K_BOOL] = "true or false", [K_DAY] = "day",
	[K_DUE] = "due", [K_TIME] = "time", [K_WORD] = "word", [K_REF] = "reference", [K_OBJECT] = "object",
	[K_LIST] = "list",
};

static const char *kind_text(struct arena *a, const struct field *f, enum kind kind)
{
	if (kind == K_LIST)
		return arena_printf(a, "list of %s", kind_text(a, f, f->item));
	if (kind == K_REF)
		return arena_printf(a, "id of %s", f->of);
	return kind == K_OBJECT ? f->object->name : kind_names[kind];
}

const struct nsi_rows *model_object_rows(struct arena *a, enum lang l)
{
	static const struct nsi_column cols[] = {
		{ .key = "object", .title = N_("Object"), .type = NSI_T_ID },
		{ .key = "key", .title = N_("Key"), .type = NSI_T_ID },
		{ .key = "type", .title = N_("Type"), .type = NSI_T_TEXT },
		{ .key = "must", .title = N_("Must"), .type = NSI_T_FLAG },
		{ .key = "standard", .title = N_("Standard"), .type = NSI_T_TEXT },
		{ .key = "words", .title = N_("Words"), .type = NSI_T_TEXT },
		{ .key = "help", .title = N_("Help"), .type = NSI_T_TEXT },
	};
	const struct object *v[DEFS_MAX];
	struct nsi_rows *rows = arena_new(a, struct nsi_rows);
	struct table t;
	size_t n = 0;

	collect(&file_object, v, &n);
	table_begin(&t, a, l, cols, sizeof(cols) / sizeof(*cols));
	for (size_t i = 0; i < n; i++) {
		for (const struct field *f = v[i]->fields; f->key; f++) {
			struct nsi_cell *c = table_row(&t);

			if (!c)
				return NULL;
			c[0] = cell_text(NSI_T_ID, v[i]->name);
			c[1] = cell_text(NSI_T_ID, f->key);
			c[2] = cell_text(NSI_T_TEXT, kind_text(a, f, f->kind));
			c[3] = cell_flag(f->flags & K_MUST);
			c[4] = cell_text(NSI_T_TEXT, f->standard);
			c[5] = cell_text(NSI_T_TEXT, f->words);
			c[6] = cell_text(NSI_T_TEXT, tr(l, f->help));
		}
	}
	if (!rows || a->oom)
		return NULL;
	*rows = t.rows;
	return rows;
}
