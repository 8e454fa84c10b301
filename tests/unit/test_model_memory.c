/* test_model_memory.c - definitions when memory runs out, at each allocation in turn: said, nothing else. */
#include "test.h"

#include "model/model.h"

static size_t left;                                 /* allocations until one fails; 0: none does */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *p, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);

static bool fails(void)
{
	return left && !--left;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *p, size_t size)
{
	return fails() ? NULL : __real_realloc(p, size);
}

static size_t count(const struct model *md)
{
	const struct head *const *v;
	size_t n = 0;

	for (size_t k = 0; objects[k]; k++)
		n += model_list(md, objects[k]->name, &v);
	return n;
}

/* Whether memory ran out, at allocation K. What is then not said must not have been needed: ITEMS, as
 * many as there are when there is enough of it, are all there. */
static bool run(const char *path, bool only, size_t k, size_t *items)
{
	struct arena a = { 0 };
	struct messages m = { 0 };
	enum nsi_status status = NSI_MEMORY, read = NSI_MEMORY;
	struct model *md;
	bool ran_out;

	left = k;
	md = model_new(&a, &m);
	if (md && only)
		model_check_only(md);
	if (md) {
		read = model_read_path(md, path);
		status = model_finish(md);
	}
	ran_out = k && !left;
	left = 0;
	if (!ran_out)
		assert_true(read != NSI_MEMORY && status != NSI_MEMORY);
	if (!k)
		*items = count(md);
	else if (status != NSI_MEMORY && read != NSI_MEMORY)
		assert_int_equal(count(md), *items);
	arena_free(&a);
	messages_free(&m);
	return ran_out;
}

static void each_allocation(void **state)
{
	static const char *const paths[] = { "examples/school-161", "tests/data/bad/value-ids.yaml", "tests/data/ok/anchors.yaml",
		"tests/data/bad/link-unknown.yaml", "tests/data/bad/check-labels.yaml", "tests/data/ok/warn-group.yaml" };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		for (int only = 0; only < 2; only++) {
			size_t k = 1, items;

			run(paths[i], only, 0, &items);
			while (run(paths[i], only, k, &items))
				k++;
			check(k > 10, "%s: only %zu allocations", paths[i], k);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(each_allocation) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
