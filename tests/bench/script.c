/* script.c - statements with their values: kept, written, read, stepped. */
#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

struct statement *script_add(struct script *s, const char *sql)
{
	struct statement *t;

	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 64;
		s->v = realloc(s->v, s->cap * sizeof(*s->v));
		if (!s->v)
			bench_die("no memory");
	}
	t = &s->v[s->n++];
	memset(t, 0, sizeof(*t));
	t->sql = strdup(sql);
	return t;
}

void value_set(struct value *v, int type, sqlite3_int64 i, double r, const void *bytes, size_t n)
{
	free(v->bytes);
	*v = (struct value){ type, i, r, NULL, n };
	if (!bytes)
		return;
	v->bytes = malloc(n + 1);
	memcpy(v->bytes, bytes, n);
	v->bytes[n] = '\0';
}

void script_free(struct script *s)
{
	for (size_t i = 0; s && i < s->n; i++) {
		free(s->v[i].sql);
		for (int k = 0; k < VALUES; k++)
			free(s->v[i].values[k].bytes);
	}
	if (s)
		free(s->v);
	free(s);
}

/* ---- files ------------------------------------------------------------------------------------------ */

static void put(FILE *f, const void *p, size_t n)
{
	if (fwrite(&n, sizeof(n), 1, f) != 1 || fwrite(p, 1, n, f) != n)
		bench_die("a script cannot be written");
}

void script_write(const struct script *s, const char *path)
{
	FILE *f = fopen(path, "wb");

	if (!f)
		bench_die("%s cannot be written", path);
	for (size_t i = 0; i < s->n; i++) {
		put(f, s->v[i].sql, strlen(s->v[i].sql));
		for (int k = 0; k < VALUES; k++) {
			const struct value *v = &s->v[i].values[k];

			put(f, v, sizeof(*v));
			put(f, v->bytes ? v->bytes : "", v->n);
		}
	}
	if (fclose(f))
		bench_die("%s cannot be written", path);
}

static char *get(FILE *f, size_t *n)
{
	char *p;

	if (fread(n, sizeof(*n), 1, f) != 1)
		return NULL;
	p = malloc(*n + 1);
	if (!p || fread(p, 1, *n, f) != *n)
		bench_die("a script is cut off");
	p[*n] = '\0';
	return p;
}

struct script *script_read(const char *path)
{
	struct script *s = calloc(1, sizeof(*s));
	FILE *f = fopen(path, "rb");
	char *sql;
	size_t n;

	if (!f || !s)
		bench_die("%s does not open", path);
	while ((sql = get(f, &n))) {
		struct statement *t = script_add(s, sql);

		free(sql);
		for (int k = 0; k < VALUES; k++) {
			char *v = get(f, &n);

			memcpy(&t->values[k], v, sizeof(struct value));
			free(v);
			t->values[k].bytes = get(f, &n);
		}
	}
	fclose(f);
	return s;
}

/* ---- stepping ------------------------------------------------------------------------------------------ */

static sqlite3_stmt *prepared(struct stepper *p, sqlite3 *db, const char *sql)
{
	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->v[i].sql, sql))
			return p->v[i].s;
	if (p->n == sizeof(p->v) / sizeof(*p->v) || sqlite3_prepare_v2(db, sql, -1, &p->v[p->n].s, NULL) != SQLITE_OK)
		bench_die("%s: %s", sql, sqlite3_errmsg(db));
	p->v[p->n].sql = strdup(sql);
	return p->v[p->n++].s;
}

static void bind(sqlite3_stmt *s, int i, const struct value *v)
{
	switch (v->type) {
	case SQLITE_INTEGER: sqlite3_bind_int64(s, i, v->i); break;
	case SQLITE_FLOAT: sqlite3_bind_double(s, i, v->r); break;
	case SQLITE_TEXT: sqlite3_bind_text(s, i, v->bytes, (int)v->n, SQLITE_STATIC); break;
	case SQLITE_BLOB: sqlite3_bind_blob(s, i, v->bytes, (int)v->n, SQLITE_STATIC); break;
	}
}

void script_step(const struct script *s, struct stepper *p, sqlite3 *db, int print)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct statement *t = &s->v[i];
		sqlite3_stmt *q = prepared(p, db, t->sql);
		int rc, most = sqlite3_bind_parameter_count(q);

		for (int k = 0; k < most && k < VALUES; k++)
			bind(q, k + 1, &t->values[k]);
		while ((rc = sqlite3_step(q)) == SQLITE_ROW)
			for (int k = 0; print && k < sqlite3_column_count(q); k++) {
				const char *text = (const char *)sqlite3_column_text(q, k);

				fputs(text ? text : "", stdout);
				putchar(k + 1 < sqlite3_column_count(q) ? '\t' : '\n');
			}
		if (rc != SQLITE_DONE)
			bench_die("%s: %s", t->sql, sqlite3_errmsg(db));
		sqlite3_reset(q);
		sqlite3_clear_bindings(q);
	}
}

void stepper_free(struct stepper *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->v[i].sql);
		sqlite3_finalize(p->v[i].s);
	}
	p->n = 0;
}
