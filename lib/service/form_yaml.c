/* form_yaml.c - forms for a text editor: comments say what belongs where, texts stand below their words. */
#include "service/form_yaml.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/pairs.h"
#include "store/accept.h"
#include "store/output.h"
#include "store/reader.h"

/* ---- the form ------------------------------------------------------------------------------------------------ */

static const struct { const char *block, *what; } asks[] = {
	{ "goal", N_("What do you want to reach in this school year?") },
	{ "tasks", N_("By which steps? One a line.") },
	{ "deficits", N_("What is difficult, what do you miss? Only those read it who see names.") },
	{ "self_rating", N_("How do you rate yourself now: what do you do well, what not yet?") },
	{ "reflection", N_("At the end of the year: what has changed, what was it due to?") },
};

static const char *what_of(struct nsi *n, const char *block)
{
	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++)
		if (!strcmp(asks[i].block, block))
			return tr(n->lang, asks[i].what);
	return "";
}

/* Can it stand as it is, line by line? Else it stands in quotes. */
static bool plain(const char *s)
{
	size_t n = strlen(s);

	if (!n || strchr(" \t\n", *s) || strchr(" \t\n", s[n - 1]))
		return false;
	for (; *s; s++)
		if (((unsigned char)*s < ' ' && *s != '\n') || *s == 0x7f || (unsigned char)*s == 0xc2 || !strncmp(s, "\xe2\x80\xa8", 3) ||
		    !strncmp(s, "\xe2\x80\xa9", 3) || !strncmp(s, "\xef\xbb\xbf", 3))
			return false;
	return true;
}

static void quoted(struct buf *b, const char *s)
{
	static const struct { const char *bytes, *written; } signs[] = {
		{ "\xc2\x85", "\\u0085" }, { "\xe2\x80\xa8", "\\u2028" }, { "\xe2\x80\xa9", "\\u2029" }, { "\xef\xbb\xbf", "\\ufeff" }, { "\x7f", "\\u007f" },
	};
	struct buf json = { 0 };

	buf_json(&json, s);
	for (const char *p = json.s ? json.s : ""; *p;) {
		size_t i = 0;

		while (i < sizeof(signs) / sizeof(*signs) && strncmp(p, signs[i].bytes, strlen(signs[i].bytes)) != 0)
			i++;
		if (i < sizeof(signs) / sizeof(*signs)) {
			buf_puts(b, signs[i].written);
			p += strlen(signs[i].bytes);
		} else {
			buf_putc(b, *p++);
		}
	}
	b->oom |= json.oom;
	buf_free(&json);
}

static void block(struct nsi *n, struct buf *b, const char *indent, const char *name, const char *text)
{
	buf_printf(b, "\n%s# %s\n%s%s:", indent, what_of(n, name), indent, tr(n->lang, name));
	if (text && *text && !plain(text)) {
		buf_putc(b, ' ');
		quoted(b, text);
		buf_putc(b, '\n');
		return;
	}
	buf_puts(b, " |\n");
	while (text && *text) {
		size_t len = strcspn(text, "\n");

		buf_printf(b, len ? "%s  %.*s\n" : "\n", indent, (int)len, text);
		text += len + (text[len] == '\n');
	}
}

enum nsi_status form_yaml_write(struct nsi *n, const void *what, enum naming whose, const char *note,
                                struct nsi_sink *to)
{
	const struct nsi_rows *r = what;
	const char *before = "", *indent;
	struct buf b = { 0 };
	bool many = false;

	for (size_t i = 1; i < r->nrow; i++)
		many |= strcmp(r->cells[i * r->ncol].s, r->cells[0].s) != 0;
	indent = many ? "  " : "";
	buf_printf(&b, "# %s\n# %s\n# %s\n", tr(n->lang, N_("Write below each word, two blanks further to the right, and save as text in UTF-8.")),
	           tr(n->lang, N_("An empty place changes nothing; a lone dash (-) takes away what was written there before.")),
	           tr(n->lang, N_("Then it goes back to the methodical service, who reads it with nsi iop fill.")));
	if (note)
		buf_printf(&b, "# %s\n", note);
	for (size_t i = 0; i < r->nrow; i++) {
		const struct nsi_cell *c = &r->cells[i * r->ncol];

		if (strcmp(before, c[0].s) != 0)
			buf_printf(&b, "\n%s%s: %s\n%s%s: %d\n", many ? "- " : "",
			           text_fold(&n->scratch, tr(n->lang, N_("Person"))), c[0].s, indent,
			           text_fold(&n->scratch, tr(n->lang, N_("Year"))), (int)c[3].i);
		before = c[0].s;
		block(n, &b, indent, c[1].s,
		      whose == NAMES_ALL && c[2].shown && strcmp(c[2].shown, "…") ? c[2].shown : NULL);
	}
	if (!b.oom && b.n)
		to->put(to, b.s, b.n);
	n->scratch.oom |= b.oom;
	buf_free(&b);
	return n->scratch.oom ? NSI_MEMORY : NSI_OK;
}

/* ---- a filled one -------------------------------------------------------------------------------------------- */

struct filled { struct source source; const char *name; const struct pair *v; size_t n, at, said; size_t *of; bool wrong; };

/* Is KEY: the first thing that is said in there, as in a form that an editor saved as .txt? */
static bool begins_as_form(struct nsi *n, const char *path)
{
	struct messages unheard = { 0 };
	enum nsi_status status;
	size_t size, end;
	char line[400], *p;
	FILE *f = file_open(&unheard, path, SIZE_MAX, &size, &status);
	bool is = false;

	while (f && fgets(line, sizeof(line), f)) {
		p = line + (strncmp(line, "\xef\xbb\xbf", 3) ? 0 : 3);
		p += strspn(p, " -\r\n");
		if (!*p || *p == '#')
			continue;
		end = strcspn(p, ":");
		is = p[end] == ':';
		p[end] = '\0';
		is = is && reader_field(n, nsi_verb("form"), p);
		break;
	}
	if (f)
		fclose(f);
	arena_free(&unheard.arena);
	return is;
}

bool form_is_yaml(struct nsi *n, const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');

	if (dot && !strcmp(dot, ".txt"))
		return begins_as_form(n, path);
	return dot && (!strcmp(dot, ".yaml") || !strcmp(dot, ".yml"));
}

/* Is the pair a block to be filled, not whose it is? */
static bool is_block(struct nsi *n, const struct pair *p)
{
	const struct nsi_field *f = reader_field(n, nsi_verb("form"), p->key);

	return !f || (strcmp(f->key, "person") && strcmp(f->key, "year"));
}

static bool empty(const char *s)
{
	return !s[strspn(s, " \t\r\n")];
}

/* What is said by the pair P, of the person whom its neighbours name; WRONG is the pair that is at fault. */
static enum nsi_status one(struct filled *v, const struct pair *p, struct said *out, const struct pair **wrong)
{
	struct nsi *n = v->source.nsi;
	const struct nsi_verb *verb = nsi_verb("form");
	struct draft d;
	enum nsi_status status = NSI_OK;

	*wrong = p;
	draft_begin(&d, verb);
	for (const struct pair *q = v->v; q < v->v + v->n && !status; q++) {
		const struct nsi_field *f = q->of == p->of && !is_block(n, q) ? reader_field(n, verb, q->key) : NULL;

		if (f && !empty(q->text))
			status = draft_set(n, &n->scratch, &d, f, q->text);
		if (status)
			*wrong = q;
	}
	if (!status)
		status = draft_set(n, &n->scratch, &d, field_of(verb, "block"), p->key);
	if (!status)
		status = draft_written(n, &n->scratch, &d, field_of(verb, "text"), p->text);
	return status ? status : draft_end(n, &n->scratch, &d, out);
}

/* Messages of a wrong pair get its place. */
static void place_messages(struct filled *v, size_t from, const struct pair *p)
{
	struct messages *m = &v->source.nsi->messages;

	for (size_t i = from; i < m->n; i++)
		if (!m->v[i].file) {
			m->v[i].file = v->name;
			m->v[i].line = p->line;
			m->v[i].column = p->column;
		}
}

/* What is wrong is told of the whole file. */
static int next(struct source *s, struct said *out)
{
	struct filled *v = (struct filled *)s;

	while (v->at < v->n) {
		const struct pair *p = &v->v[v->at++], *wrong;
		size_t from = s->nsi->messages.n;
		enum nsi_status status;

		if (!is_block(s->nsi, p) || empty(p->text))
			continue;
		status = one(v, p, out, &wrong);
		if (status && status != NSI_DATA)
			return -1;
		if (status) {
			place_messages(v, from, wrong);
			v->wrong = true;
			while (!is_block(s->nsi, wrong) && v->at < v->n && v->v[v->at].of == wrong->of)
				v->at++;               /* whose it is, is told once */
			continue;
		}
		out->file = v->name;
		out->line = p->line;
		if (v->wrong)
			continue;
		v->of[v->said++] = v->at - 1;
		return 1;
	}
	return v->wrong ? -1 : 0;
}

static bool again(struct source *s)
{
	struct filled *v = (struct filled *)s;

	v->at = v->said = 0;
	return true;
}

static void place(struct source *s, size_t k, const char **file, int *line)
{
	const struct filled *v = (const struct filled *)s;

	*file = v->name;
	*line = v->v[v->of[k]].line;
}

enum nsi_status form_yaml_open(struct nsi *n, const char *path, struct source **out)
{
	struct filled *v = arena_new(&n->scratch, struct filled);
	enum nsi_status status;

	if (!v)
		return NSI_MEMORY;
	v->source = (struct source){ next, again, place, n };
	v->name = arena_strdup(&n->messages.arena, path);
	output_spares(n, path);
	status = pairs_read(&n->scratch, &n->messages, path, &v->v, &v->n);
	v->of = arena_array(&n->scratch, size_t, v->n + 1);
	*out = &v->source;
	return status ? status : v->of && v->name ? NSI_OK : NSI_MEMORY;
}
