/* input.c - reading pieces of a file, with all that is refused before parsing; syntax in plain words. */
#include "model/input.h"

#include <string.h>

#include "base/tr.h"

static size_t take(struct input *in, unsigned char *p, size_t n)
{
	if (in->f)
		return fread(p, 1, n, in->f);
	if (n > in->left)
		n = in->left;
	memcpy(p, in->text, n);
	in->text += n;
	in->left -= n;
	return n;
}

/* Where in P a line break stands that libyaml would take and no editor shows; N when none. */
static size_t odd_break(const unsigned char *p, size_t n)
{
	const unsigned char *q, *end = p + n;

	for (q = p; q < end && (q = memchr(q, 0xe2, (size_t)(end - q))); q++)
		if (end - q >= 3 && q[1] == 0x80 && (q[2] == 0xa8 || q[2] == 0xa9))
			end = q;
	for (q = p; q < end && (q = memchr(q, 0xc2, (size_t)(end - q))); q++)
		if (q + 1 < p + n && q[1] == 0x85)
			return (size_t)(q - p);
	return (size_t)(end - p);
}

/* Bytes at the end of P that may begin a line break whose rest comes with the next piece. */
static size_t unfinished(const unsigned char *p, size_t n)
{
	if (n >= 1 && (p[n - 1] == 0xe2 || p[n - 1] == 0xc2))
		return 1;
	return n >= 2 && p[n - 2] == 0xe2 && p[n - 1] == 0x80 ? 2 : 0;
}

static const char *wrong_encoding(const unsigned char *p, size_t n)
{
	if (n >= 4 && ((!p[0] && !p[1] && p[2] == 0xfe && p[3] == 0xff) ||
	               (p[0] == 0xff && p[1] == 0xfe && !p[2] && !p[3]) || (!p[0] && !p[1] && !p[2]) ||
	               (!p[1] && !p[2] && !p[3])))
		return N_("this is UTF-32: save the file as UTF-8");
	if (n >= 2 && ((p[0] == 0xff && p[1] == 0xfe) || (p[0] == 0xfe && p[1] == 0xff) || !p[0] != !p[1]))
		return N_("this is UTF-16: save the file as UTF-8");
	return NULL;
}

static size_t begin(struct input *in, unsigned char *p, size_t n)
{
	in->stop = wrong_encoding(p, n);
	if (n < 3 || memcmp(p, "\xef\xbb\xbf", 3))
		return n;
	memmove(p, p + 3, n - 3);
	return n - 3;
}

static void look_at_limits(struct input *in)
{
	if (in->f && ferror(in->f)) {
		in->stop = N_("the file cannot be read to its end");
	} else if (in->total > in->limit) {
		in->stop = N_("the file is too large");
	} else if (in->since > in->silent) {
		in->stop = N_("what begins here does not end: quotes or brackets that are not closed?");
		in->stop_event = true;
	}
}

bool input_read(struct input *in, unsigned char *p, size_t size, size_t *out)
{
	size_t n, odd, held = in->ncarry;
	bool first = !in->total;

	*out = 0;
	if (in->stop)
		return false;
	memcpy(p, in->carry, held);
	in->ncarry = 0;
	n = take(in, p + held, size - held);
	in->total += n;
	in->since += n;
	look_at_limits(in);
	if (in->stop)
		return false;
	if (n == size - held) {
		in->ncarry = unfinished(p, size);
		memcpy(in->carry, p + size - in->ncarry, in->ncarry);
	}
	n = n + held - in->ncarry;
	if (first)
		n = begin(in, p, n);
	if (in->stop)
		return false;
	odd = odd_break(p, n);
	if (odd < n)
		in->stop = p[odd] == 0xc2 ? N_("U+0085 is no line break here: use a plain new line")
		         : p[odd + 2] == 0xa8 ? N_("U+2028 is no line break here: use a plain new line")
		                              : N_("U+2029 is no line break here: use a plain new line");
	*out = odd;
	return odd > 0 || !in->stop;
}

bool like_cp1251(const unsigned char *p, size_t n)
{
	size_t letters = 0, other = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i] >= 0xc0 || p[i] == 0xa8 || p[i] == 0xb8)
			letters++;
		else if (p[i] >= 0x80)
			other++;
	}
	return letters > 2 && letters > 3 * other;
}

static const struct { const char *yaml, *ours; } says[] = {
	{ "mapping values are not allowed", N_("a \":\" cannot stand here: put the text in quotes, or look at the indentation") },
	{ "cannot start any token", N_("no text can begin with this character: use quotes; indent with blanks, not tabs") },
	{ "could not find expected ':'", N_("a \":\" is missing behind a key") },
	{ "did not find expected key", N_("this fits neither the indentation above nor a quote or bracket that is open") },
	{ "did not find expected '-' indicator", N_("the list goes on without \"-\": look at the indentation") },
	{ "did not find expected ',' or ']'", N_("a \",\" or \"]\" is missing") },
	{ "did not find expected ',' or '}'", N_("a \",\" or \"}\" is missing") },
	{ "found unexpected end of stream", N_("the quotes are not closed") },
	{ "found unexpected document indicator", N_("the quotes are not closed") },
	{ "block sequence entries are not allowed", N_("a \"-\" cannot stand here: begin a new line, or look at the indentation") },
	{ "found unexpected ':'", N_("a \":\" cannot stand here: put the text in quotes, or look at the indentation") },
	{ "mapping keys are not allowed", N_("a key cannot stand here: look at the indentation") },
	{ "found a tab character", N_("indent with blanks, not tabs") },
	{ "did not find expected comment or line break", N_("behind \"|\" or \">\" nothing can stand: the text begins in the next line, two blanks further to the right") },
	{ "did not find expected node content", N_("a value is missing here") },
	{ "unknown escape character", N_("\"\\\" has a meaning in double quotes: write \"\\\\\", or use single quotes") },
	{ "YAML directive", N_("directives (%…) are not taken") },
	{ "incompatible YAML document", N_("directives (%…) are not taken") },
	{ "TAG directive", N_("directives (%…) are not taken") },
	{ "undefined tag handle", N_("tags (!…) are not taken") },
	{ "did not find expected <document start>", N_("this does not belong to what stands above: look at the indentation") },
	{ NULL, NULL }
};

const char *syntax_words(const char *problem)
{
	for (size_t i = 0; problem && says[i].yaml; i++)
		if (strstr(problem, says[i].yaml))
			return says[i].ours;
	return NULL;
}
