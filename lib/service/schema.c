/* schema.c - what a definition looks like, for those who see only nsi.h. */
#include <string.h>

#include "base/rows.h"
#include "model/model.h"
#include "store/document.h"
#include "store/handle.h"

static const struct nsi_column cols[] = {
	{ .key = "name", .title = N_("Object"), .type = NSI_T_ID },
	{ .key = "title", .title = N_("What it is"), .type = NSI_T_TEXT },
	{ .key = "schema", .title = N_("Schema"), .type = NSI_T_JSON },
};

static enum nsi_status text_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                  struct nsi_sink *to)
{
	(void)n;
	(void)whose;
	(void)note;
	to->put(to, what, strlen(what));
	return NSI_OK;
}

/* T also as TEXT alone, where one of the two formats is asked for; OTHER may be NULL. */
static bool whole(struct nsi *n, struct table *t, const char *text, const char *other)
{
	struct nsi_document *own = arena_array(&n->scratch, struct nsi_document, 3);

	if (!own)
		return false;
	own[0] = (struct nsi_document){ "table", IN_FILE, text_write, text };
	own[1] = (struct nsi_document){ other, IN_FILE, text_write, text };
	own[2] = (struct nsi_document){ NULL, IN_FILE, NULL, NULL };
	t->rows.documents = own;
	return true;
}

/* The object NAME as nsi_object() tells of it; the file goes by "programme", as in schemas/. */
static bool object_named(const char *name, struct nsi_object *out)
{
	bool file = !strcmp(name, "programme");

	for (size_t i = 0; nsi_object(i, out); i++)
		if (file || !strcmp(out->name, name))
			return true;
	return false;
}

static enum nsi_status one_schema(struct nsi *n, struct table *t, const char *name)
{
	const char *dot = strchr(name, '.'), *json;            /* "programme.schema.json" is meant too */
	struct nsi_cell *c;
	struct nsi_object o;

	name = dot ? arena_strndup(&n->scratch, name, (size_t)(dot - name)) : name;
	json = name ? model_schema(&n->scratch, n->lang, name) : NULL;
	if (n->scratch.oom)
		return NSI_MEMORY;
	if (!json || !object_named(name, &o))
		return fail(&n->messages, NSI_DATA, N_("there is no definition of that name: %s"), name);
	c = table_row(t);
	if (!c || !whole(n, t, json, "json"))
		return NSI_MEMORY;
	c[0] = cell_text(NSI_T_ID, name);
	c[1] = cell_text(NSI_T_TEXT, tr(n->lang, o.help));
	c[2] = cell_text(NSI_T_JSON, json);
	return NSI_OK;
}

static enum nsi_status all_schemas(struct nsi *n, struct table *t)
{
	struct nsi_object o;

	for (size_t i = 0; nsi_object(i, &o); i++) {
		struct nsi_cell *c;

		if (i && !strcmp(o.name, "programme"))
			continue;
		c = table_row(t);
		if (!c)
			return NSI_MEMORY;
		c[0] = cell_text(NSI_T_ID, i ? o.name : "programme");
		c[1] = cell_text(NSI_T_TEXT, tr(n->lang, o.help));
	}
	return NSI_OK;
}

enum nsi_status nsi_module_schema(struct nsi *n, const char *name, const struct nsi_rows **out)
{
	struct table *t;
	enum nsi_status status = NSI_MEMORY;

	call_begin(n);
	t = arena_new(&n->scratch, struct table);
	if (t) {
		table_begin(t, &n->scratch, n->lang, cols, name ? 3 : 2);
		status = name ? one_schema(n, t, name) : all_schemas(n, t);
		*out = &t->rows;
	}
	return call_end(n, status);
}

enum nsi_status nsi_module_new(struct nsi *n, const char *kind, const struct nsi_rows **out)
{
	static const struct nsi_column two[] = {
		{ .key = "kind", .title = N_("Kind"), .type = NSI_T_ID }, { .key = "text", .title = N_("Text"), .type = NSI_T_TEXT },
	};
	struct table *t;
	struct nsi_cell *c;
	const char *text;

	call_begin(n);
	text = model_blank(&n->scratch, n->lang, kind);
	if (!text && !n->scratch.oom) {
		const char *kinds = model_blanks(&n->scratch);

		return call_end(n,
		                kinds ? fail(&n->messages, NSI_DATA, N_("no file begins with '%s': %s"), kind, kinds)
		                      : NSI_MEMORY);
	}
	t = text ? arena_new(&n->scratch, struct table) : NULL;
	if (!t)
		return call_end(n, NSI_MEMORY);
	table_begin(t, &n->scratch, n->lang, two, 2);
	c = table_row(t);
	if (!c || !whole(n, t, text, NULL))
		return call_end(n, NSI_MEMORY);
	c[0] = cell_text(NSI_T_ID, kind);
	c[1] = cell_text(NSI_T_TEXT, text);
	*out = &t->rows;
	return call_end(n, NSI_OK);
}

enum nsi_status nsi_objects(struct nsi *n, const struct nsi_rows **out)
{
	call_begin(n);
	*out = model_object_rows(&n->scratch, n->lang);
	return call_end(n, *out ? NSI_OK : NSI_MEMORY);
}
