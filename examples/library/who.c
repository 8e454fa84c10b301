/* who.c - who can teach a unit, by libnsi:  who FOLDER UNIT */
#include <stdio.h>
#include <string.h>

#include <nsi.h>

int main(int argc, char **argv)
{
	const struct nsi_options where = { .dir = argc > 1 ? argv[1] : ".", .lang = "en" };
	const struct nsi_arg args[] = { { "unit", argc > 2 ? argv[2] : "" } };
	const struct nsi_rows *rows;
	struct nsi *n;
	enum nsi_status status = nsi_new(&n, &where);

	if (status == NSI_MEMORY)
		return nsi_exit_code(status);
	if (!status)
		status = nsi_open(n);
	if (!status)
		status = nsi_ask(n, "iop_who", args, 1, &rows);
	for (size_t i = 0; !status && i < rows->nrow; i++) {
		const struct nsi_cell *row = rows->cells + i * rows->ncol;

		for (size_t k = 0; k < rows->ncol; k++)
			if (!strcmp(rows->cols[k].key, "person") || !strcmp(rows->cols[k].key, "role"))
				printf("%s ", row[k].s);
		putchar('\n');
	}
	if (!status)                                   /* the same rows, as a file */
		status = nsi_write(n, rows, &(struct nsi_output){ .file = "who.csv", .columns = "person,role" });
	for (size_t i = 0; i < nsi_message_count(n); i++)
		fprintf(stderr, "who: %s\n", nsi_message_at(n, i)->text);
	nsi_close(n);
	return nsi_exit_code(status);
}
