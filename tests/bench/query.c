/* query.c - the bare program: opens a database, steps the statements of a script, prints their rows. */
#include "bench.h"
#include "script.h"

int main(int argc, char **argv)
{
	static struct stepper p;
	struct script *s;
	sqlite3 *db;

	if (argc != 3)
		bench_die("usage: query DATABASE SCRIPT");
	s = script_read(argv[2]);
	if (sqlite3_open(argv[1], &db) != SQLITE_OK)
		bench_die("%s does not open", argv[1]);
	script_step(s, &p, db, 1);
	stepper_free(&p);
	sqlite3_close(db);
	script_free(s);
	return 0;
}
