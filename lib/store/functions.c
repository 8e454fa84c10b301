/* functions.c - one function and one collation for questions; the schema uses neither. */
#include "store/functions.h"

#include "base/text.h"

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

static int order(void *x, int na, const void *a, int nb, const void *b)
{
	(void)x;
	return text_compare(a, (size_t)na, b, (size_t)nb);
}

int functions_add(sqlite3 *db)
{
	int rc = sqlite3_create_function_v2(db, "nsi_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
	                                    NULL, fold, NULL, NULL, NULL);

	return rc ? rc : sqlite3_create_collation_v2(db, "nsi_order", SQLITE_UTF8, NULL, order, NULL);
}
