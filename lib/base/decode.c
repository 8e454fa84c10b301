/* decode.c - the only user of iconv: a mark, valid UTF-8, or cp1251; the copy has no name. */
#include "base/decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/char.h"
#include "base/text.h"

enum { PIECE = 16 << 10, SMALL = 64 << 20 };

const char decode_names[] = "utf-8, cp1251, utf-16, utf-16le, utf-16be, koi8-r, cp866";

static const struct { const char *name, *iconv; } encodings[] = {
	{ "utf8", "UTF-8" }, { "cp1251", "CP1251" }, { "windows1251", "CP1251" }, { "1251", "CP1251" }, { "utf16", "UTF-16" },
	{ "utf16le", "UTF-16LE" }, { "utf16be", "UTF-16BE" }, { "koi8r", "KOI8-R" }, { "cp866", "CP866" }, { "866", "CP866" },
};

/* What iconv calls it, whatever case and signs it is written in; NULL: none of them. */
static const char *named(const char *encoding)
{
	char key[16];
	size_t n = 0;

	for (const char *p = encoding; *p; p++) {
		char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;

		if (c == '-' || c == '_' || c == ' ')
			continue;
		if (n == sizeof(key) - 1)
			return NULL;
		key[n++] = c;
	}
	key[n] = '\0';
	for (size_t i = 0; i < sizeof(encodings) / sizeof(*encodings); i++)
		if (!strcmp(encodings[i].name, key))
			return encodings[i].iconv;
	return NULL;
}

/* A file without a name; a small one never touches a disk. */
static FILE *nameless(size_t limit)
{
	int fd = limit <= SMALL ? memfd_create("nsi", MFD_CLOEXEC) : -1;
	FILE *f = fd >= 0 ? fdopen(fd, "w+b") : tmpfile();

	if (!f && fd >= 0)
		close(fd);
	return f;
}

FILE *decode_input(size_t limit)
{
	FILE *f = nameless(limit);
	char bytes[PIECE];
	size_t got, all = 0;

	while (f && all <= limit && (got = fread(bytes, 1, sizeof(bytes), stdin))) {
		bool nothing = got == sizeof(bytes) && !*bytes && !memcmp(bytes, bytes + 1, got - 1);

		all += got;
		if (fwrite(bytes, 1, got, f) != got) {
			fclose(f);
			f = NULL;
		}
		if (nothing)
			break;                     /* text in no encoding, perhaps without end: who reads it says so */
	}
	if (f)
		rewind(f);
	return f;
}

/* The encoding by the mark at the start, behind which F then stands; NULL: there is none. */
static const char *marked(FILE *f)
{
	unsigned char b[3] = { 0 };
	size_t got = fread(b, 1, 3, f);

	if (got == 3 && !memcmp(b, "\xef\xbb\xbf", 3))
		return "UTF-8";
	rewind(f);
	if (got < 2 || !((b[0] == 0xff && b[1] == 0xfe) || (b[0] == 0xfe && b[1] == 0xff)))
		return NULL;
	fseek(f, 2, SEEK_SET);
	return b[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
}

/* Is F all UTF-8? A NUL ends the looking: that is no text in any 8-bit encoding, and is told by who reads it. */
static bool all_utf8(FILE *f)
{
	char bytes[PIECE];
	size_t have = 0, got, bad;

	rewind(f);
	while ((got = fread(bytes + have, 1, sizeof(bytes) - have, f))) {
		have += got;
		bad = text_bad(bytes, have);
		if (bad < have && !bytes[bad])
			return true;
		if (have - bad >= 4)               /* a letter may be cut off by the piece */
			return false;
		memmove(bytes, bytes + bad, have - bad);
		have -= bad;
	}
	return !have;
}

/* A file that is not all UTF-8: does it hold more letters of UTF-8 than bytes that are none? *LINE: of the first of
 * these. A text in cp1251 that is long enough to be read is not that. */
static bool nearly_utf8(FILE *f, int *line)
{
	char bytes[PIECE];
	size_t have = 0, got, good = 0, bad = 0;

	rewind(f);
	*line = 1;
	while ((got = fread(bytes + have, 1, sizeof(bytes) - have, f))) {
		size_t i = 0, k, keep = got + have == sizeof(bytes) ? 3 : 0;

		for (have += got; i + keep < have; i += k) {
			int32_t c = char_next(bytes + i, have - i, &k);

			*line += c == '\n' && !bad;
			good += k > 1;
			bad += c < 0;
		}
		memmove(bytes, bytes + i, have - i);
		have -= i;
	}
	return good > bad;
}

static enum nsi_status wrong(struct messages *m, const char *name, int line, const char *encoding)
{
	message_at(m, NSI_ERROR, name, line, 0, NULL, N_("this is not %s: save the file as UTF-8"), encoding);
	return NSI_DATA;
}

/* Without a mark, and nobody has told. NULL: it is UTF-8 with a fault, which is told. */
static const char *guessed(struct messages *m, const char *name, FILE *f)
{
	const char *encoding = all_utf8(f) ? "UTF-8" : "CP1251";
	int line;

	if (*encoding == 'C' && nearly_utf8(f, &line)) {
		message_at(m, NSI_ERROR, name, line, 0, NULL,
		           N_("a letter is broken: this is not UTF-8, and the rest of the file is"));
		encoding = NULL;
	}
	rewind(f);
	return encoding;
}

/* From F, where it stands, to TO. */
static enum nsi_status convert(struct messages *m, const char *name, const char *encoding, iconv_t cd, FILE *f,
                               FILE *to)
{
	char in[PIECE], out[4 * PIECE];
	size_t have = 0, got;
	int line = 1;

	while ((got = fread(in + have, 1, sizeof(in) - have, f))) {
		char *from = in, *at = out;
		size_t left = have + got, room = sizeof(out), rc = iconv(cd, &from, &left, &at, &room);

		if (fwrite(out, 1, (size_t)(at - out), to) != (size_t)(at - out))
			return fail(m, NSI_MACHINE, N_("no room for a decoded copy of %s"), name);
		for (const char *p = out; p < at; p++)
			line += *p == '\n';
		if (rc == (size_t)-1 && errno != EINVAL)
			return wrong(m, name, line, encoding);
		memmove(in, from, left);
		have = left;
	}
	return have ? wrong(m, name, line, encoding) : NSI_OK;
}

enum nsi_status decode_file(struct messages *m, const char *name, const char *encoding, size_t limit, FILE **f)
{
	const char *told = encoding ? named(encoding) : NULL, *mark = told || !encoding ? marked(*f) : NULL, *from;
	enum nsi_status status;
	iconv_t cd;
	FILE *to;

	if (encoding && !told)
		return fail(m, NSI_USAGE, N_("no encoding \"%s\" (%s)"), encoding, decode_names);
	from = told ? told : mark;
	if (told && mark && strcmp(told, mark) != 0 && strcmp(told, "UTF-16") != 0)
		rewind(*f);                        /* told otherwise than marked: the mark is text */
	else if (told && mark)
		from = mark;
	if (!from && !(from = guessed(m, name, *f)))
		return NSI_DATA;
	if (!strcmp(from, "UTF-8"))
		return NSI_OK;
	cd = iconv_open("UTF-8", from);
	if (cd == (iconv_t)-1)
		return fail(m, NSI_MACHINE, N_("this system cannot read %s: save the file as UTF-8"), from);
	to = nameless(limit);
	status = to ? convert(m, name, from, cd, *f, to)
	            : fail(m, NSI_MACHINE, N_("no room for a decoded copy of %s"), name);
	iconv_close(cd);
	if (!to)
		return status;
	fclose(*f);
	*f = to;
	if (!status && (fflush(to) || fseek(to, 0, SEEK_SET)))
		status = fail(m, NSI_MACHINE, N_("no room for a decoded copy of %s"), name);
	return status;
}
