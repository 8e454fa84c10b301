/* yaml.c - files of definitions that nobody in his right mind writes: without end, without bottom, of one thing a
 * million times. How single bad characters are answered is in tests/data/bad.
 */
#include "hostile.h"

#include <stdlib.h>
#include <unistd.h>

static void lists_deep(FILE *f)
{
	repeat(f, "[", 100000);
}

static void lists_deep_closed(FILE *f)
{
	fputs("format: nsi/1\nlegend: ", f);
	repeat(f, "[", 2 * MIB);
	repeat(f, "]", 2 * MIB);
}

static void dashes_deep(FILE *f)
{
	repeat(f, "- ", 4 * MIB);
}

static void maps_deep(FILE *f)
{
	repeat(f, "{a: ", 4 * MIB);
}

static void keys_deep(FILE *f)
{
	for (int i = 0; i < 2500; i++)
		fprintf(f, "%*sa:\n", i, "");
}

static void questions(FILE *f)
{
	repeat(f, "? ", 4 * MIB);
}

static void quotes_open(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: \"", f);
	repeat(f, "я ", 4 * MIB);
}

static void text_giant(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: \"", f);
	repeat(f, "я", MIB - 5000);
	fputs("\"\n", f);
}

static void plain_giant(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: ", f);
	repeat(f, "слово\n    ", 4 * MIB);
}

static void comment_giant(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "# ничего\n", 4 * MIB);
}

static void key_giant(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "a", 4 * MIB);
	fputs(": b\n", f);
}

/* Nine times nine times … */
static void bomb(FILE *f)
{
	fputs("format: nsi/1\na: &a [x,x,x,x,x,x,x,x,x]\n", f);
	for (char c = 'b'; c <= 'z'; c++)
		fprintf(f, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1,
		        c - 1, c - 1, c - 1);
}

static void merge_bomb(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n  - &a {id: s}\n", f);
	for (char c = 'b'; c <= 'z'; c++)
		fprintf(f, "  - &%c {<<: [*%c,*%c,*%c,*%c,*%c,*%c,*%c]}\n", c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
}

static void big_anchor(FILE *f)
{
	fputs("format: nsi/1\nquanta:\n- id: q\n  title: К\n  steps: &a [", f);
	repeat(f, "x,", 4 * MIB);
}

static void many_anchors(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n", f);
	number(f, "- &a%u x\n", 4 * MIB);
}

static void many_aliases(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n- &a x\n", f);
	repeat(f, "- *a\n", 4 * MIB);
}

static void units_empty(FILE *f)
{
	fputs("format: nsi/1\nunits:\n", f);
	repeat(f, "- {}\n", 4 * MIB);
}

static void keys_unknown(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n", f);
	number(f, "  k%u: 1\n", 4 * MIB);
}

static void keys_again(FILE *f)
{
	fputs("format: nsi/1\n", f);
	repeat(f, "legend: []\n", 4 * MIB);
}

static void tags(FILE *f)
{
	fputs("format: nsi/1\nlegend:\n", f);
	repeat(f, "- !x y\n", 4 * MIB);
}

static void references_unknown(FILE *f)
{
	fputs("format: nsi/1\ncompetences:\n- id: c\n  title: К\n  units: [", f);
	number(f, "u%u,", 4 * MIB);
	fputs("u]\n", f);
}

static void ids_twice(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n", f);
	repeat(f, "- {id: s}\n", 4 * MIB);
}

static void zones(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n", f);
	number(f, "- {id: s%u, zone: Asia/Krasnoyarsk%u}\n", MIB);
}

static void units_in_a_circle(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n"
	      "- {id: u0, module: m, label: u0, title: Е, hours: 1, after: [last]}\n", f);
	for (unsigned i = 1; i < 50000; i++)
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [u%u]}\n", i, i, i - 1);
	fputs("- {id: last, module: m, label: last, title: Е, hours: 1, after: [u49999]}\n", f);
}

static void everything_rests_on_all(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	for (unsigned i = 0; i < 1000; i++) {
		fprintf(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1, after: [u%u", i, i, (i + 1) % 1000);
		for (unsigned k = 0; k < 700; k++)
			fprintf(f, ",u%u", (i + k + 2) % 1000);
		fputs("]}\n", f);
	}
}

static void labels_alike(FILE *f)
{
	fputs("format: nsi/1\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	number(f, "- {id: u%u, module: m, label: A, title: Е, hours: 1}\n", 4 * MIB);
}

static void bearers_of_all(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\nmodules: [{id: m, kind: invariant, title: М}]\nunits:\n", f);
	number(f, "- {id: u%u, module: m, label: u%u, title: Е, hours: 1}\n", MIB);
	fputs("participants:\n", f);
	number(f, "- {code: p%u, org: s, bearer: [m]}\n", 4 * MIB);
}

static void group_of_all(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\nparticipants:\n", f);
	number(f, "- {code: p%u, org: s}\n", 2 * MIB);
	fputs("groups:\n- {id: g, kind: combined, leader: p1, members: [p1", f);
	for (unsigned i = 2; i < 70000; i++)
		fprintf(f, ",p%u", i);
	fputs("]}\n", f);
}

static void days_off(FILE *f)
{
	fputs("format: nsi/1\norganisations: [{id: s}]\ncalendar:\n- id: k\n  year: 2027\n  orgs: [s]\n"
	      "  pupils: {from: 2026-09-01, to: 2027-05-26}\n  teachers: {from: 2026-08-24, to: 2027-06-30}\n  breaks:\n", f);
	number(f, "  - {id: b%u, from: 2026-09-01, to: 2027-05-26}\n", 4 * MIB);
}

static void noise(FILE *f)
{
	srand(7);
	fputs("format: nsi/1\nlegend:\n- ", f);
	for (size_t i = 0; i < MIB; i++)
		fputc(" \n-:[]{},\"'|>&*!%#?aя~<"[rand() % 24], f);
}

static void commas(FILE *f)
{
	fputs("format: nsi/1\nlegend: [", f);
	repeat(f, "a,", 4 * MIB);
}

static void colons(FILE *f)
{
	repeat(f, "a: ", 4 * MIB);
}

static void breaks(FILE *f)
{
	repeat(f, "\n", 4 * MIB);
}

static void zeros(FILE *f)
{
	static const char none[4096];

	for (size_t i = 0; i < 4 * MIB; i += sizeof(none))
		fwrite(none, 1, sizeof(none), f);
}


/* ---- what else does not end ------------------------------------------------------------------------------------------ */

static void merges(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n- &a {id: s0", f);
	for (unsigned i = 0; i < 1000; i++)
		fprintf(f, ", k%u: v", i);
	fputs("}\n", f);
	number(f, "- {<<: *a, id: s%u}\n", 4 * MIB);
}

static void letters(FILE *f)
{
	srand(7);
	fputs("format: nsi/1\nlegend:\n- ", f);
	for (size_t i = 0; i < MIB; i++)
		fputc(" \n-:[]{},\"'|>&*!%#?a<"[rand() % 20], f);
}

static void literal(FILE *f)
{
	fputs("format: nsi/1\nprogramme:\n  title: |\n", f);
	repeat(f, "    строка\n", 4 * MIB);
}

static void titles_long(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n", f);
	for (unsigned i = 0; (size_t)ftell(f) < 4 * MIB; i++) {
		fprintf(f, "- {id: x%u, title: \"", i);
		repeat(f, "й", 60000);
		fputs("\"}\n", f);
	}
}

static void marks_on_letters(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n- {id: x, title: \"и", f);
	repeat(f, "\xcc\x86\xcc\xa3", 60000);
	fputs("\"}\n", f);
}

static void ids_long(FILE *f)
{
	fputs("format: nsi/1\norganisations:\n- {id: ", f);
	repeat(f, "a", 900000);
	fputs("}\n", f);
}

static void nothing_large(FILE *f)
{
	fputs("format: nsi/1\n", f);
	if (ftruncate(fileno(f), 257 << 20))
		exit(99);
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

const struct hostile yaml_classes[] = {
	{ "lists in lists", lists_deep, "x.yaml", LOAD, 1, "deeper" },
	{ "lists in lists that end", lists_deep_closed, "x.yaml", LOAD, 1, "deeper" },
	{ "block lists in each other", dashes_deep, "x.yaml", LOAD, 1, "deeper" },
	{ "mappings in mappings", maps_deep, "x.yaml", LOAD, 1, "deeper" },
	{ "block mappings in each other", keys_deep, "x.yaml", LOAD, 1, "unknown key" },
	{ "keys that are keys of keys", questions, "x.yaml", LOAD, 1, "" },
	{ "quotes that stay open", quotes_open, "x.yaml", LOAD, 1, "does not end" },
	{ "a quoted text of a megabyte", text_giant, "x.yaml", LOAD, 1, "too long" },
	{ "a plain text without end", plain_giant, "x.yaml", LOAD, 1, "does not end" },
	{ "a comment without end", comment_giant, "x.yaml", LOAD, 1, "does not end" },
	{ "a key without end", key_giant, "x.yaml", LOAD, 1, "" },
	{ "a billion laughs", bomb, "x.yaml", LOAD, 1, "unknown key" },
	{ "a billion laughs of merge keys", merge_bomb, "x.yaml", LOAD, 1, "short list" },
	{ "all of it under an anchor", big_anchor, "x.yaml", LOAD, 1, "anchors" },
	{ "a name at each anchor", many_anchors, "x.yaml", LOAD, 1, "wants keys" },
	{ "the same alias", many_aliases, "x.yaml", LOAD, 1, "wants keys" },
	{ "empty units", units_empty, "x.yaml", LOAD, 1, "missing" },
	{ "unknown keys", keys_unknown, "x.yaml", LOAD, 1, "unknown key" },
	{ "the same key", keys_again, "x.yaml", LOAD, 1, "twice" },
	{ "tags", tags, "x.yaml", LOAD, 1, "tags" },
	{ "unknown units", references_unknown, "x.yaml", LOAD, 1, "unknown unit" },
	{ "the same id", ids_twice, "x.yaml", LOAD, 1, "twice" },
	{ "unknown zones", zones, "x.yaml", LOAD, 1, "time zone" },
	{ "units in a circle", units_in_a_circle, "x.yaml", LOAD, 1, "rests on itself" },
	{ "units that rest on all others", everything_rests_on_all, "x.yaml", LOAD, 1, "rests on itself" },
	{ "the same label", labels_alike, "x.yaml", LOAD, 1, "names both" },
	{ "everybody bears everything", bearers_of_all, "x.yaml", LOAD, 1, "bear more than" },
	{ "everybody in a group", group_of_all, "x.yaml", LOAD, ANSWERED, "" },
	{ "breaks on the same days", days_off, "x.yaml", LOAD, 1, "overlap" },
	{ "noise", noise, "x.yaml", LOAD, 1, "" },
	{ "commas", commas, "x.yaml", LOAD, 1, "wants keys" },
	{ "colons", colons, "x.yaml", LOAD, 1, "" },
	{ "line ends", breaks, "x.yaml", LOAD, 1, "" },
	{ "zeros", zeros, "x.yaml", LOAD, 1, "" },
	{ "merges", merges, "x.yaml", LOAD, 1, "" },
	{ "noise of letters", letters, "x.yaml", LOAD, 1, "" },
	{ "a literal text without end", literal, "x.yaml", LOAD, 1, "" },
	{ "long titles", titles_long, "x.yaml", LOAD, ANSWERED, "" },
	{ "a hundred thousand marks on a letter", marks_on_letters, "x.yaml", LOAD, ANSWERED, "" },
	{ "a long id", ids_long, "x.yaml", LOAD, 1, "" },
	{ "a hole larger than any file", nothing_large, "x.yaml", LOAD, 1, "" },
	{ "a folder inside itself", NULL, "loop/x.yaml", "module load loop --dry-run", 0, "" },
	{ "a folder with a link to nowhere", NULL, "hole/x.yaml", "module load hole --dry-run", 1, "hole/x2.yaml: there is no such file" },
	{ NULL, NULL, NULL, NULL, 0, NULL }
};
