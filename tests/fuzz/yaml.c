/* yaml.c - any bytes as a file of definitions: an answer with places, or objects that the store gives back
 * as they were.
 */
#include "fuzz.h"

#include "model/model.h"

const char *const fuzz_seeds[] = { "examples/school-161", "tests/data/ok", "tests/data/bad", "tests/fuzz/yaml", NULL };

static void back(struct model *from)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct model *md = model_new(&a, &m);
	const struct head *const *v;

	law(md);
	for (int i = 0; objects[i]; i++) {
		size_t n = objects[i]->edition ? model_list(from, objects[i]->name, &v) : 0;

		for (size_t k = 0; k < n; k++)
			law(!model_read_item(md, objects[i]->name, v[k]->order, model_json(&a, v[k])));
	}
	if (model_finish(md)) {
		for (size_t i = 0; i < m.n; i++)
			fprintf(stderr, "%s\n", m.v[i].text);
		law(!"what was read can be read from the store");
	}
	for (int i = 0; objects[i]; i++) {
		size_t n = objects[i]->edition ? model_list(from, objects[i]->name, &v) : 0;

		for (size_t k = 0; k < n; k++) {
			const struct head *h = v[k]->id ? model_find(md, objects[i]->name, v[k]->id) : NULL;
			const char *was = model_json(&a, v[k]);

			law(h || !v[k]->id);
			if (h && strcmp(model_json(&a, h), was))
				fprintf(stderr, "%s\n%s\n", was, model_json(&a, h));
			law(!h || !strcmp(model_json(&a, h), was));
		}
	}
	arena_free(&a);
	messages_free(&m);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena a = { 0 };
	struct messages m = { .lang = n % 2 ? LANG_RU : LANG_EN };
	struct model *md = model_new(&a, &m);
	enum nsi_status read = model_read_path(md, fuzz_file(bytes, n)), status = model_finish(md);

	law((status == NSI_OK) == !m.errors);
	law(read == NSI_OK || status != NSI_OK);
	for (size_t i = 0; i < m.n; i++) {
		fuzz_text(m.v[i].text);
		law(!m.v[i].file || m.v[i].line > 0);
	}
	if (status == NSI_OK)
		back(md);
	arena_free(&a);
	messages_free(&m);
	return 0;
}
