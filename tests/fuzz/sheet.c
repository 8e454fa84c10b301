/* sheet.c - any bytes as a sheet for `mark --from`: every row said, or every row that cannot be named with
 * its line, and nothing kept.
 */
#include "fuzz.h"

#include "store/db.h"

const char *const fuzz_seeds[] = { "examples/school-161/marks-autumn.csv", "tests/fuzz/sheet", NULL };

static struct nsi *n;
static char folder[] = "/dev/shm/nsi-fuzz-XXXXXX";

static void drop(void)
{
	char command[64];

	nsi_close(n);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	if (system(command))
		abort();
}

static void begin(void)
{
	const char *path = "examples/school-161";
	const struct nsi_rows *rows;

	setenv("NSI_TODAY", "2026-11-12", 1);
	law(mkdtemp(folder));
	law(!nsi_new(&n, &(struct nsi_options){ .dir = folder, .lang = "en" }));
	atexit(drop);
	law(!nsi_init(n, &(struct nsi_init){ .dir = folder, .org = "s161" }, &rows));
	law(!nsi_module_load(n, (struct nsi_list){ 1, &path }, 0, &rows));
	law(!nsi_iop_plan(n, &(struct nsi_plan){ 0 }, NSI_ALL, &rows));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nsi_rows *rows;
	enum nsi_status status;
	size_t errors = 0;

	if (size > 1 && (!memcmp(bytes, "PK", 2) || !memcmp(bytes, "\xD0\xCF", 2)))
		return 0;                  /* a workbook, read by a plugin: faults of the whole have no line */
	if (!n)
		begin();
	nsi_message_clear(n);
	status = nsi_say_file(n, "mark", fuzz_file(bytes, size), NULL, 0, NSI_DRY, &rows);
	law(status == NSI_OK || status == NSI_DATA);
	for (size_t i = 0; i < nsi_message_count(n); i++) {
		const struct nsi_message *m = nsi_message_at(n, i);

		fuzz_text(m->text);
		law(!m->file || m->line > 0);
		errors += m->severity == NSI_ERROR;
	}
	law((status == NSI_OK) == !errors);
	law(sqlite3_get_autocommit(n->db));
	return 0;
}
