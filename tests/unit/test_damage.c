/* test_damage.c - a database with a bit turned around: nsi check names it, or nothing that is used was hit. */
#include "store.h"

static const char example[] = "examples/school-161";

static struct nsi *school(void)
{
	const char *path = example;
	const struct nsi_rows *rows;
	struct nsi *n = made("nsi.db");

	assert_int_equal(nsi_module_load(n, (struct nsi_list){ 1, &path }, 0, &rows), NSI_OK);
	assert_int_equal(nsi_iop_plan(n, &(struct nsi_plan){ 0 }, NSI_ALL, &rows), NSI_OK);
	return n;
}

static char *bytes_of(const char *name, size_t *n)
{
	FILE *f = fopen(in_folder(name), "rb");
	char *bytes;

	assert_non_null(f);
	fseek(f, 0, SEEK_END);
	*n = (size_t)ftell(f);
	rewind(f);
	bytes = malloc(*n);
	assert_int_equal(fread(bytes, 1, *n, f), *n);
	fclose(f);
	return bytes;
}

static void put_bytes(const char *name, const char *bytes, size_t n)
{
	FILE *f = fopen(in_folder(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

static enum nsi_status checked(const char *name)
{
	struct nsi *n = handle("nsi.db");
	const struct nsi_rows *rows;
	enum nsi_status status = nsi_check(n, (struct nsi_list){ 0, NULL }, 0, &rows);

	if (name && status == NSI_DATA) {
		bool named = false;

		for (size_t i = 0; i < rows->nrow; i++)
			named |= !strcmp(rows->cells[i * rows->ncol].s, name);
		assert_true(named);
	}
	nsi_close(n);
	return status;
}

static void definition_changed(void **state)
{
	struct nsi *n = school();

	(void)state;
	assert_int_equal(checked(NULL), NSI_OK);
	assert_int_equal(sqlite3_exec(n->db, "UPDATE item SET body = replace(body, '\"hours\":1.5', '\"hours\":2.5')"
	                              " WHERE kind = 'unit' AND id = 'inv-vidy'", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_changes(n->db), 1);
	nsi_close(n);
	assert_int_equal(checked("editions"), NSI_DATA);
}

/* Whatever nsi check lets pass can be used. */
static void bits(void **state)
{
	size_t size, silent = 0;
	char *whole;
	const char *path = example;

	(void)state;
	nsi_close(school());
	whole = bytes_of("nsi.db", &size);
	srand(161);
	for (int round = 0; round < 40; round++) {
		size_t at = ((size_t)rand() << 12 ^ (size_t)rand()) % size;
		int bit = rand() % 8;
		const struct nsi_rows *rows;
		enum nsi_status status;
		struct nsi *n;

		whole[at] ^= (char)(1 << bit);
		put_bytes("nsi.db", whole, size);
		whole[at] ^= (char)(1 << bit);
		status = checked(NULL);
		assert_true(status == NSI_OK || status == NSI_DATA || status == NSI_MACHINE);
		n = handle("nsi.db");
		for (int k = 0; k < 3; k++) {
			enum nsi_status used = k == 0 ? nsi_report_board(n, &(struct nsi_board){ 0 }, &rows)
				: k == 1 ? nsi_module_load(n, (struct nsi_list){ 1, &path }, NSI_DRY, &rows)
				: nsi_ask(n, "log", NULL, 0, &rows);

			if (status == NSI_OK && used) {
				tell(n);
				print_error("bit %d of byte %zu: %d of %d\n", bit, at, (int)used, k);
			}
			assert_true(status != NSI_OK || used == NSI_OK);
		}
		nsi_close(n);
		silent += status == NSI_OK;
	}
	assert_true(silent < 40);
	free(whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(definition_changed, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(bits, folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
