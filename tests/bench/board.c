/* board.c - the board of a group of a hundred people by 60 units, in a region with ten million marks: processes that
 * write it as html, xlsx and json, against a bare program and the sqlite3 shell, which step the same statements and
 * print their rows. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "data.h"
#include "script.h"

enum { WORKBOOK_MS = 30 };                 /* what a workbook may cost more */
enum { JSON, HTML, XLSX, SHELL, BARE, KINDS };

static void value_put(FILE *f, const struct value *v)
{
	switch (v->type) {
	case SQLITE_INTEGER:
		fprintf(f, "%lld", v->i);
		break;
	case SQLITE_TEXT:
		fputc('\'', f);
		for (size_t i = 0; i < v->n; i++)
			fprintf(f, v->bytes[i] == '\'' ? "''" : "%c", v->bytes[i]);
		fputc('\'', f);
		break;
	default:
		fputs("NULL", f);
	}
}

/* A statement with its values in the place of its parameters, as the shell reads it. */
static void statement_put(FILE *f, sqlite3 *db, const struct statement *t)
{
	sqlite3_stmt *s;
	const char *p = t->sql;

	if (sqlite3_prepare_v2(db, t->sql, -1, &s, NULL) != SQLITE_OK)
		bench_die("%s: %s", t->sql, sqlite3_errmsg(db));
	while (*p) {
		char name[40];
		size_t len = 0;

		if (p[0] == '-' && p[1] == '-') {              /* a comment may speak of parameters */
			while (*p && *p != '\n')
				p++;
			continue;
		}
		if (*p == ':')
			for (len = 1; (p[len] >= 'a' && p[len] <= 'z') || p[len] == '_';)
				len++;
		if (len > 1 && len < sizeof(name)) {
			snprintf(name, sizeof(name), "%.*s", (int)len, p);
			value_put(f, &t->values[sqlite3_bind_parameter_index(s, name) - 1]);
			p += len;
		} else {
			fputc(*p++, f);
		}
	}
	fputs("\n;\n", f);
	sqlite3_finalize(s);
}

/* What the board of the group steps, from opening to its last row, as a file for the shell and one for the bare program. */
static void record(const char *db, const char *to, const char *script)
{
	const char *group = "g";
	const struct nsi_board asked = { .groups = { 1, &group } };
	const struct nsi_rows *rows;
	struct script s = { 0 };
	FILE *f = fopen(to, "w");
	sqlite3 *bare;
	struct nsi *n;

	record_begin(&s);
	school_done(NULL, nsi_new(&n, &(struct nsi_options){ .db = db, .lang = "en" }));
	school_done(n, nsi_report_board(n, &asked, &rows));
	record_end();
	if (rows->nrow != 102)
		bench_die("the board has %zu rows", rows->nrow);
	nsi_close(n);
	script_write(&s, script);
	if (!f || sqlite3_open(db, &bare) != SQLITE_OK)
		bench_die("%s cannot be written", to);
	for (size_t i = 0; i < s.n; i++)
		statement_put(f, bare, &s.v[i]);
	sqlite3_close(bare);
	if (fclose(f))
		bench_die("%s cannot be written", to);
}

/* The first board of all counts everybody and keeps what it counted; the second finds it. */
static void first(const char *board)
{
	double counted = bench_spawn(board, 1), kept = bench_spawn(board, 1);

	bench_line("board of a group: the first", "one that finds everybody counted", counted, kept, 0);
}

/* Medians of what the commands take, run in turn. */
static void measure(char commands[KINDS][1300], double out[KINDS])
{
	static double v[KINDS][BENCH_RUNS];

	for (int i = 0; i < bench_runs(); i++)
		for (int k = 0; k < KINDS; k++)
			v[k][i] = bench_spawn(commands[k], 1);
	for (int k = 0; k < KINDS; k++)
		out[k] = bench_median(v[k], (size_t)bench_runs());
}

int main(int argc, char **argv)
{
	static const char *const formats[] = { [JSON] = "json", [HTML] = "html", [XLSX] = "xlsx" };
	char commands[KINDS][1300], script[400], db[400], bare[420];
	const char shell[] = "sqlite3 shell, same statements to csv";
	double took[KINDS];

	if (argc != 3)
		bench_die("usage: board DIR BUILD");
	school_env();
	snprintf(db, sizeof(db), "%s/nsi.db", argv[1]);
	snprintf(script, sizeof(script), "%s/board.sql", argv[1]);
	snprintf(bare, sizeof(bare), "%s/board.script", argv[1]);
	for (int k = JSON; k <= XLSX; k++)
		snprintf(commands[k], sizeof(commands[k]), "%s/nsi --db %s report board --group g -f %s -o %s/board.%s", argv[2], db, formats[k], argv[1], formats[k]);
	snprintf(commands[SHELL], sizeof(commands[SHELL]), "/bin/sh -c sqlite3\t-csv\t%s\t<%s\t>%s/board.csv", db, script, argv[1]);
	snprintf(commands[BARE], sizeof(commands[BARE]), "%s/bench/query %s %s", argv[2], db, bare);
	first(commands[JSON]);
	record(db, script, bare);
	measure(commands, took);
	bench_line("board 100 x 60: json", "a bare program, same statements", took[JSON], took[BARE], 1.5);
	bench_line("board 100 x 60: json", shell, took[JSON], took[SHELL], 1.5);
	bench_line("board 100 x 60: html", shell, took[HTML], took[SHELL], 1.5);
	bench_line("board 100 x 60: xlsx, less 30 ms", shell, took[XLSX] - WORKBOOK_MS / 1e3, took[SHELL], 1.5);
	return 0;
}
