/* format.c - the table of formats, and the buffer that all of them write through. */
#include "format/format.h"

#include <string.h>

#include "base/tr.h"

static const struct nsi_format formats[] = {
	{ { NSI_PART_ABI, "table", N_("aligned columns, for people") }, "txt", false, table_write },
	{ { NSI_PART_ABI, "csv", N_("comma-separated, English keys and states, for scripts") }, "csv", true, csv_write },
	{ { NSI_PART_ABI, "tsv", N_("as csv, separated by tabs") }, "tsv", true, tsv_write },
	{ { NSI_PART_ABI, "json", N_("an array of objects") }, "json", true, json_write },
	{ { NSI_PART_ABI, "ndjson", N_("an object a line") }, "ndjson", true, ndjson_write },
	{ { NSI_PART_ABI, "md", N_("a table of Markdown, as people read it") }, "md", false, md_write },
	{ { NSI_PART_ABI, "csv-excel", N_("for a double click in Russian Excel: people's words, semicolons, decimal commas") }, "csv", false, csv_excel_write },
	{ { NSI_PART_ABI, "xlsx", N_("a workbook of Excel, for people") }, "xlsx", false, NULL },      /* a plugin */
	{ { NSI_PART_ABI, "html", N_("a page for a screen, a telephone and paper, which needs nothing else") }, "html", false, html_write },
	{ { NSI_PART_ABI, "svg", N_("one picture, for a README, a slide, a letter") }, "svg", false, svg_write },
	{ { 0 }, NULL, false, NULL }
};

void out_flush(struct out *o)
{
	if (o->n)
		o->sink->put(o->sink, o->b, o->n);
	o->n = 0;
}

void out_put(struct out *o, const char *s, size_t n)
{
	if (n > sizeof(o->b) - o->n)
		out_flush(o);
	if (n > sizeof(o->b)) {
		o->sink->put(o->sink, s, n);
		return;
	}
	memcpy(o->b + o->n, s, n);
	o->n += n;
}

void out_puts(struct out *o, const char *s)
{
	out_put(o, s, strlen(s));
}

void out_pad(struct out *o, int n, char c)
{
	while (n-- > 0)
		out_put(o, &c, 1);
}

const struct nsi_format *nsi_formats(void)
{
	return formats;
}
