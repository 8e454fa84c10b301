/* workbook_part.c - the parts of a workbook: XML in a zip, piece by piece, within limits. */
#include "workbook.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- small things ------------------------------------------------------------------------------------------- */

const char broken[] = N_("the workbook is broken: its parts do not fit together");
const char big[] = N_("the workbook unpacks to more than is read");
const char memory[] = "";

void stop(struct stream *s, const char *fault)
{
	if (!s->fault)
		s->fault = fault;
	XML_StopParser(s->xml, XML_FALSE);
}

bool add(struct text *t, const char *s, size_t n)
{
	if (t->n + n + 1 > t->cap) {
		size_t cap = (t->n + n + 1) * 2 + 64;
		char *v = realloc(t->s, cap);

		if (!v)
			return false;
		t->s = v;
		t->cap = cap;
	}
	memcpy(t->s + t->n, s, n);
	t->n += n;
	t->s[t->n] = '\0';
	return true;
}

const char *local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

const char *attribute(const char **atts, const char *name)
{
	for (; *atts; atts += 2)
		if (!strcmp(local(atts[0]), name))
			return atts[1];
	return NULL;
}

/* "_x000D_" is how a workbook writes what XML cannot hold. */
void unescape(char *s)
{
	char *to = s;

	while (*s) {
		unsigned c;

		if (s[0] == '_' && s[1] == 'x' && strspn(s + 2, "0123456789abcdefABCDEF") == 4 && s[6] == '_') {
			c = (unsigned)strtoul(s + 2, NULL, 16);
			s += 7;
			if (c == '_' || (c >= ' ' && c < 127))
				*to++ = (char)c;
			else if (c == '\n' || c == '\t')
				*to++ = (char)c;
			else if (c >= 0x80 && c < 0x800) {
				*to++ = (char)(0xC0 | c >> 6);
				*to++ = (char)(0x80 | (c & 0x3F));
			}
			continue;
		}
		*to++ = *s++;
	}
	*to = '\0';
}

/* ---- a part ------------------------------------------------------------------------------------------------- */

static void XMLCALL on_start(void *x, const char *name, const char **atts)
{
	struct stream *s = x;

	if (++s->depth > DEEP) {
		stop(s, N_("the workbook nests deeper than any workbook does"));
		return;
	}
	if (!s->silent && !strcmp(local(name), "rPh"))
		s->silent = s->depth;
	if (!s->silent)
		s->start(s, local(name), atts);
}

static void XMLCALL on_end(void *x, const char *name)
{
	struct stream *s = x;

	if (!s->silent)
		s->end(s, local(name));
	if (s->silent == s->depth)
		s->silent = 0;
	s->depth--;
}

static void XMLCALL on_text(void *x, const char *text, int n)
{
	struct stream *s = x;
	struct book *b = s->b;

	if (!b->hears || s->silent)
		return;
	if (b->value.n + (size_t)n > CELL)
		stop(s, N_("a cell holds more text than any cell does"));
	else if (!add(&b->value, text, (size_t)n))
		stop(s, memory);
}

static void XMLCALL on_doctype(void *x, const char *name, const char *system, const char *public, int inner)
{
	(void)name, (void)system, (void)public, (void)inner;
	stop(x, N_("the workbook declares entities, which no workbook does"));
}

void stream_close(struct stream *s)
{
	if (s->xml)
		XML_ParserFree(s->xml);
	if (s->file)
		zip_fclose(s->file);
	*s = (struct stream){ .b = s->b };
}

/* Another part of the same name behind AT: which of them is meant, one reader knows and another does not. */
static bool twice(struct book *b, zip_int64_t at, const char *path)
{
	for (zip_int64_t i = at + 1, n = zip_get_num_entries(b->zip, 0); i < n; i++) {
		const char *name = zip_get_name(b->zip, (zip_uint64_t)i, 0);

		if (name && !strcasecmp(name, path))
			return true;
	}
	return false;
}

static void nothing(struct stream *s, const char *name)
{
	(void)s, (void)name;
}

/* False: there is no such part, or FAULT says. */
bool stream_open(struct book *b, struct stream *s, const char *path, size_t most, const char **fault)
{
	zip_int64_t at = zip_name_locate(b->zip, path, ZIP_FL_NOCASE);
	zip_stat_t st;

	*s = (struct stream){ .b = b, .most = most < b->limit ? most : b->limit, .end = nothing };
	if (at < 0 || zip_stat_index(b->zip, (zip_uint64_t)at, 0, &st))
		return false;
	if (twice(b, at, path)) {
		*fault = broken;
		return false;
	}
	s->packed = st.valid & ZIP_STAT_COMP_SIZE ? st.comp_size : 0;
	if (st.valid & ZIP_STAT_SIZE && st.size > s->most) {
		*fault = big;
		return false;
	}
	if (!(s->file = zip_fopen_index(b->zip, (zip_uint64_t)at, 0))) {
		int e = zip_error_code_zip(zip_get_error(b->zip));

		*fault = e == ZIP_ER_NOPASSWD ? N_("the workbook has a password: save it without one") : broken;
		return false;
	}
	if (!(s->xml = XML_ParserCreate(NULL))) {
		*fault = memory;
		return false;
	}
	XML_SetUserData(s->xml, s);
	XML_SetElementHandler(s->xml, on_start, on_end);
	XML_SetCharacterDataHandler(s->xml, on_text);
	XML_SetStartDoctypeDeclHandler(s->xml, on_doctype);
	return true;
}

/* A piece more of it. False: it is over, S.fault or not. */
bool step(struct stream *s)
{
	XML_ParsingStatus where;
	enum XML_Status done;
	zip_int64_t n;
	void *room;

	XML_GetParsingStatus(s->xml, &where);
	if (where.parsing == XML_SUSPENDED) {
		done = XML_ResumeParser(s->xml);
	} else if (s->last) {
		s->done = true;
		return false;
	} else {
		if (!(room = XML_GetBuffer(s->xml, PIECE))) {
			s->fault = memory;
			return false;
		}
		n = zip_fread(s->file, room, PIECE);
		s->got += n > 0 ? (uint64_t)n : 0;
		if (n < 0 || s->got > s->most || (s->got > SMALL && s->packed && s->got / RATIO > s->packed)) {
			s->fault = n < 0 ? broken : big;
			return false;
		}
		s->last = !n;
		done = XML_ParseBuffer(s->xml, (int)n, s->last);
	}
	if (done == XML_STATUS_ERROR && !s->fault)
		s->fault = broken;
	/* a tag, a comment that does not end is looked at again from its start with each piece */
	XML_GetParsingStatus(s->xml, &where);
	if (!s->fault && where.parsing == XML_PARSING && (int64_t)s->got - XML_GetCurrentByteIndex(s->xml) > TOKEN) {
		s->fault = broken;
		return false;
	}
	return done != XML_STATUS_ERROR;
}

/* All of a part that must be read before the rows; a part that is not there says nothing. */
const char *part_read(struct book *b, const char *path, size_t most, void (*start)(struct stream *, const char *, const char **),
                             void (*end)(struct stream *, const char *), bool *there)
{
	struct stream s;
	const char *fault = NULL;

	b->hears = false;
	b->value.n = 0;
	if (there)
		*there = false;
	if (stream_open(b, &s, path, most, &fault)) {
		s.start = start;
		s.end = end ? end : nothing;
		while (step(&s))
			;
		fault = s.fault;
		if (there)
			*there = true;
	}
	stream_close(&s);
	return fault;
}
