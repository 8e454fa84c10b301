/* functions.c - what SQL is taught; the schema uses none of it. */
#include "store/functions.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/text.h"
#include "model/model.h"
#include "plan/recur.h"
#include "store/names.h"

static void fold(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct arena a = { 0 };
	const char *out;

	(void)n;
	if (!s)
		return;
	out = text_skeleton(&a, s);
	if (a.oom)
		sqlite3_result_error_nomem(c);
	else
		sqlite3_result_text(c, out, -1, SQLITE_TRANSIENT);
	arena_free(&a);
}

/* nsi_hash(text): as many digits of its SHA-256 as tell the steps of one quantum apart. */
static void hash(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	char hex[HASH_HEX];

	(void)n;
	if (!s)
		return;
	sha256_hex(s, (size_t)sqlite3_value_bytes(v[0]), hex);
	sqlite3_result_text(c, hex, 16, SQLITE_TRANSIENT);
}

/* nsi_techniques(): the techniques that are built in, as a JSON array of their objects. */
static void techniques(sqlite3_context *c, int n, sqlite3_value **v)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct buf b = { 0 };
	struct model *md = model_new(&a, &m);
	const struct head *const *list = NULL;
	size_t count = md ? model_builtin(md, "technique", &a, &list) : 0;

	(void)n;
	(void)v;
	buf_puts(&b, "[");
	for (size_t i = 0; i < count; i++) {
		const char *json = model_json(&a, list[i]);

		buf_printf(&b, "%s%s", i ? "," : "", json ? json : "null");
	}
	buf_puts(&b, "]");
	if (!md || a.oom || b.oom)
		sqlite3_result_error_nomem(c);
	else
		sqlite3_result_text(c, b.s, (int)b.n, SQLITE_TRANSIENT);
	buf_free(&b);
	messages_free(&m);
	arena_free(&a);
}

/* "20761 20761,20818 20829": spans of days. NULL: none. */
static const struct span_days *spans_read(struct arena *a, const char *s, size_t *n)
{
	struct span_days *v = NULL;
	size_t cap = 0;
	char *end;

	for (*n = 0; s && *s; s = end + (*end == ',')) {
		long from = strtol(s, &end, 10), to = strtol(end, &end, 10);

		v = arena_grow(a, v, &cap, *n + 1, sizeof(*v));
		if (!v)
			return NULL;
		v[(*n)++] = (struct span_days){ (int32_t)from, (int32_t)to };
		if (*end && *end != ',')
			break;
	}
	return v;
}

static const int32_t *each_day(struct arena *a, const struct span_days *v, size_t n, size_t *count)
{
	int32_t *days = NULL;
	size_t cap = 0;

	*count = 0;
	for (size_t i = 0; i < n; i++)
		for (int32_t d = v[i].from; d <= v[i].to; d++) {
			days = arena_grow(a, days, &cap, *count + 1, sizeof(*days));
			if (!days)
				return NULL;
			days[(*count)++] = d;
		}
	return days;
}

static int32_t day_at(sqlite3_value *v, int32_t standard)
{
	int64_t d = sqlite3_value_type(v) == SQLITE_NULL ? standard : sqlite3_value_int64(v);

	return d < DAY_MIN ? DAY_MIN : d > DAY_MAX ? DAY_MAX : (int32_t)d;
}

/* nsi_days(rule, from, to, lo, hi, shift, week, off, works): the days of an event as a JSON array, see
 * plan/recur.h. OFF and WORKS: spans, see spans_read(); a rule that cannot be read gives no day. */
static void days(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *text = (const char *)sqlite3_value_text(v[0]), *part;
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct repeat rule;
	struct workdays w = { .week = sqlite3_value_type(v[6]) == SQLITE_NULL ? 7 : sqlite3_value_int(v[6]) };
	struct recur r = { text ? &rule : NULL, day_at(v[1], DAY_MIN), day_at(v[2], DAY_MAX), day_at(v[3], DAY_MIN),
	                   day_at(v[4], DAY_MAX), sqlite3_value_int(v[5]) };
	const struct span_days *works;
	size_t count = 0, nworks;
	int32_t *out = NULL;

	(void)n;
	w.off = spans_read(&a, (const char *)sqlite3_value_text(v[7]), &w.noff);
	works = spans_read(&a, (const char *)sqlite3_value_text(v[8]), &nworks);
	w.extra = each_day(&a, works, nworks, &w.nextra);
	if (!a.oom && (!text || repeat_read(text, &rule, &part, &count) == REPEAT_OK))
		out = recur_days(&a, &r, &w, &count);
	buf_puts(&b, "[");
	for (size_t i = 0; out && i < count; i++)
		buf_printf(&b, i ? ",%d" : "%d", (int)out[i]);
	buf_puts(&b, "]");
	if (a.oom || b.oom)
		sqlite3_result_error_nomem(c);
	else
		sqlite3_result_text(c, b.s, (int)b.n, SQLITE_TRANSIENT);
	buf_free(&b);
	arena_free(&a);
}

static int order(void *x, int na, const void *a, int nb, const void *b)
{
	(void)x;
	return text_compare(a, (size_t)na, b, (size_t)nb);
}

/* Local numbers of the people whose name holds the word, as a JSON array; none where names may not be read. */
static void named(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	const char *word = (const char *)sqlite3_value_text(argv[0]);
	struct nsi *n = sqlite3_user_data(c);

	(void)argc;
	sqlite3_result_text(c, n && word ? names_like(n, word) : "[]", -1, SQLITE_TRANSIENT);
}

int functions_add(sqlite3 *db, struct nsi *n)
{
	int rc = sqlite3_create_function_v2(db, "nsi_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
	                                    NULL, fold, NULL, NULL, NULL);

	if (!rc)
		rc = sqlite3_create_function_v2(db, "nsi_hash", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
		                                NULL, hash, NULL, NULL, NULL);
	if (!rc)
		rc = sqlite3_create_function_v2(db, "nsi_days", 9, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
		                                NULL, days, NULL, NULL, NULL);
	if (!rc)
		rc = sqlite3_create_function_v2(db, "nsi_techniques", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
		                                NULL, techniques, NULL, NULL, NULL);
	if (!rc)
		rc = sqlite3_create_function_v2(db, "nsi_named", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
		                                n, named, NULL, NULL, NULL);
	return rc ? rc : sqlite3_create_collation_v2(db, "nsi_order", SQLITE_UTF8, NULL, order, NULL);
}
