/* workbook_index.c - what a workbook says before its rows: sheets, texts that cells share, which numbers are days. */
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static bool yes(const char *s)
{
	return s && (!strcmp(s, "1") || !strcmp(s, "true"));
}

/* ---- what stands where -------------------------------------------------------------------------------------- */

/* TARGET, as seen from the folder of the part FROM, as a name in the zip. */
static void resolve(char out[PATH], const char *from, const char *target)
{
	const char *slash = strrchr(from, '/');
	char path[2 * PATH];
	size_t n = 0;

	snprintf(path, sizeof(path), "%.*s%s", *target == '/' || !slash ? 0 : (int)(slash - from + 1), from, target);
	out[0] = '\0';
	for (const char *p = path; *p;) {
		size_t len = strcspn(p, "/\\");

		if (len == 2 && !strncmp(p, "..", 2)) {
			while (n && out[--n] != '/')
				;
		} else if (len && !(len == 1 && *p == '.') && n + len + 2 < PATH) {
			if (n)
				out[n++] = '/';
			memcpy(out + n, p, len);
			n += len;
		}
		out[n] = '\0';
		p += len + (p[len] != '\0');
	}
}

static bool ends(const char *s, const char *end)
{
	size_t n = s ? strlen(s) : 0, k = strlen(end);

	return n >= k && !strcmp(s + n - k, end);
}

static void root_start(struct stream *s, const char *name, const char **atts)
{
	const char *target = attribute(atts, "Target");

	if (!strcmp(name, "Relationship") && target && ends(attribute(atts, "Type"), "/officeDocument"))
		resolve(s->b->root, "", target);
}

static void book_start(struct stream *s, const char *name, const char **atts)
{
	struct book *b = s->b;
	const char *title = attribute(atts, "name"), *id = attribute(atts, "id"), *state = attribute(atts, "state");
	struct leaf *v;

	if (!strcmp(name, "workbookPr"))
		b->from_1904 = yes(attribute(atts, "date1904"));
	if (strcmp(name, "sheet") != 0 || b->nsheet == SHEETS || !title || !id)
		return;
	if (!(v = realloc(b->sheets, (b->nsheet + 1) * sizeof(*v)))) {
		stop(s, memory);
		return;
	}
	b->sheets = v;
	v += b->nsheet++;
	*v = (struct leaf){ .hidden = state && strcmp(state, "visible") != 0 };
	snprintf(v->name, sizeof(v->name), "%s", title);
	snprintf(v->id, sizeof(v->id), "%s", id);
}

static void rels_start(struct stream *s, const char *name, const char **atts)
{
	struct book *b = s->b;
	const char *target = attribute(atts, "Target"), *id = attribute(atts, "Id"), *type = attribute(atts, "Type"),
		   *mode = attribute(atts, "TargetMode");

	if (strcmp(name, "Relationship") != 0 || !target || !type || !id || (mode && !strcmp(mode, "External")))
		return;
	if (ends(type, "/sharedStrings"))
		resolve(b->strings, b->root, target);
	if (ends(type, "/styles"))
		resolve(b->styles, b->root, target);
	for (size_t i = 0; i < b->nsheet && ends(type, "/worksheet"); i++)
		if (!strcmp(b->sheets[i].id, id))
			resolve(b->sheets[i].path, b->root, target);
}

/* ---- texts that cells share --------------------------------------------------------------------------------- */

static void strings_start(struct stream *s, const char *name, const char **atts)
{
	(void)atts;
	if (!strcmp(name, "si"))
		s->b->value.n = 0;
	s->b->hears = !strcmp(name, "t");
}

static void strings_end(struct stream *s, const char *name)
{
	struct book *b = s->b;

	b->hears = false;
	if (strcmp(name, "si") != 0)
		return;
	if (b->nshared == b->cap_shared) {
		size_t cap = b->cap_shared * 2 + 256;
		size_t *v = realloc(b->at, cap * sizeof(*v));

		if (!v) {
			stop(s, memory);
			return;
		}
		b->at = v;
		b->cap_shared = cap;
	}
	b->at[b->nshared++] = b->shared.n;
	if (!add(&b->shared, b->value.n ? b->value.s : "", b->value.n) || !add(&b->shared, "", 1)) {
		stop(s, memory);
		return;
	}
	unescape(b->shared.s + b->at[b->nshared - 1]);
}

/* ---- which numbers are days --------------------------------------------------------------------------------- */

static bool date_code(const char *s)
{
	for (; *s && *s != ';'; s++) {
		if (*s == '"' || *s == '[') {
			const char *end = strchr(s + 1, *s == '"' ? '"' : ']');

			if (*s == '[' && strspn(s + 1, "hmsHMS") && s[1 + strspn(s + 1, "hmsHMS")] == ']')
				return true;
			if (!end)
				return false;
			s = end;
		} else if ((*s == '\\' || *s == '_' || *s == '*') && s[1]) {
			s++;
		} else if (!strncasecmp(s, "general", 7)) {
			s += 6;
		} else if (strchr("ymdhsYMDHS", *s)) {
			return true;
		}
	}
	return false;
}

static void styles_start(struct stream *s, const char *name, const char **atts)
{
	struct book *b = s->b;
	const char *id = attribute(atts, "numFmtId"), *code = attribute(atts, "formatCode");
	int k = id ? atoi(id) : 0;
	bool day = (k >= 14 && k <= 22) || (k >= 27 && k <= 36) || (k >= 45 && k <= 47) || (k >= 50 && k <= 58);

	if (!strcmp(name, "cellXfs"))
		b->xfs = true;
	if (!strcmp(name, "numFmt") && id && code && b->ncustom < sizeof(b->custom) / sizeof(*b->custom)) {
		b->custom_id[b->ncustom] = k;
		b->custom[b->ncustom] = strdup(code);
		b->ncustom += b->custom[b->ncustom] != NULL;
	}
	if (strcmp(name, "xf") != 0 || !b->xfs || b->nstyle == STYLES)
		return;
	for (size_t i = 0; i < b->ncustom; i++)
		if (b->custom_id[i] == k)
			day = date_code(b->custom[i]);
	b->dates[b->nstyle++] = day;
}

static void styles_end(struct stream *s, const char *name)
{
	if (!strcmp(name, "cellXfs"))
		s->b->xfs = false;
}

/* Days since 1970 as a date. */
static void civil(long days, int *y, int *m, int *d)
{
	long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365,
	     doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	*d = (int)(doy - (153 * mp + 2) / 5 + 1);
	*m = (int)(mp < 10 ? mp + 3 : mp - 9);
	*y = (int)(yoe + era * 400 + (*m <= 2));
}

void number(struct book *b, char out[64], const char *s, bool day)
{
	char *end;
	double v = strtod(s, &end);
	long minutes, days;
	int y, m, d;

	if (end == s || *end || !(v > -1e300 && v < 1e300)) {
		snprintf(out, 64, "%.60s", s);
		return;
	}
	if (!day || v < 0 || v >= 2958466) {
		snprintf(out, 64, v > -1e15 && v < 1e15 && v == (double)(int64_t)v ? "%.0f" : "%.15g", v);
		return;
	}
	minutes = (long)(v * 1440 + 0.5);
	days = minutes / 1440;
	minutes %= 1440;
	if (!days) {
		snprintf(out, 64, "%02ld:%02ld", minutes / 60, minutes % 60);
		return;
	}
	civil(b->from_1904 ? days - 24107 : days - 25569 + (days < 60), &y, &m, &d);
	if (minutes)
		snprintf(out, 64, "%04d-%02d-%02d %02ld:%02ld", y, m, d, minutes / 60, minutes % 60);
	else
		snprintf(out, 64, "%04d-%02d-%02d", y, m, d);
}

/* ---- the whole ---------------------------------------------------------------------------------------------- */

static zip_t *zip_of(int fd)
{
	int own = dup(fd), error = 0;
	zip_t *z = own < 0 || lseek(own, 0, SEEK_SET) ? NULL : zip_fdopen(own, 0, &error);

	if (!z && own >= 0)
		close(own);
	return z;
}

void workbook_open(struct book *b, int fd, const char **fault)
{
	char rels[PATH + 16];
	const char *slash;
	bool there = false;

	if (!(b->zip = zip_of(fd))) {
		*fault = broken;
		return;
	}
	if (!(b->dates = calloc(STYLES, 1))) {
		*fault = memory;
		return;
	}
	strcpy(b->root, "xl/workbook.xml");
	*fault = part_read(b, "_rels/.rels", SMALL, root_start, NULL, NULL);
	if (!*fault)
		*fault = part_read(b, b->root, SMALL, book_start, NULL, &there);
	if (!*fault && !there)
		*fault = N_("this is no workbook of Excel (.xlsx)");
	slash = strrchr(b->root, '/');
	snprintf(rels, sizeof(rels), "%.*s_rels/%s.rels", slash ? (int)(slash - b->root + 1) : 0, b->root, slash ? slash + 1 : b->root);
	if (!*fault)
		*fault = part_read(b, rels, SMALL, rels_start, NULL, NULL);
	if (!*fault && *b->strings)
		*fault = part_read(b, b->strings, b->limit, strings_start, strings_end, NULL);
	if (!*fault && *b->styles)
		*fault = part_read(b, b->styles, 4 * SMALL, styles_start, styles_end, NULL);
}

void workbook_close(struct book *b)
{
	if (b->zip)
		zip_discard(b->zip);
	for (size_t i = 0; i < b->ncustom; i++)
		free(b->custom[i]);
	free(b->sheets);
	free(b->shared.s);
	free(b->at);
	free(b->dates);
}
