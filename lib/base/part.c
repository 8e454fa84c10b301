/* part.c - finds a part in its table or beside the library. */
#include "base/part.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

static bool plain(const char *s)
{
	return *s >= 'a' && *s <= 'z' && !s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789")] && strlen(s) < 32;
}

/* KIND-NAME.so in the Kth folder of plugins: the one beside the library, where it is installed and where it is
 * built; of a program that has the library inside also the installed one. NULL: no more of them. */
static const char *plugin_path(char path[PATH_MAX], size_t k, const char *kind, const char *name)
{
	static const char *const beside[] = { "nsi", "plugin" };
	Dl_info here;
	const char *slash;

	if (k == 2) {
		snprintf(path, PATH_MAX, PLUGIN_DIR "/%s-%s.so", kind, name);
		return path;
	}
	if (k > 2 || !dladdr((const void *)&part_find, &here) || !here.dli_fname || !(slash = strrchr(here.dli_fname, '/')))
		return NULL;
	snprintf(path, PATH_MAX, "%.*s/%s/%s-%s.so", (int)(slash - here.dli_fname), here.dli_fname, beside[k], kind, name);
	return path;
}

/* NULL: there is none, or (*STATUS, and a message says so) it is there and cannot be used. */
static const struct nsi_part *load(struct messages *m, const char *kind, const char *name, enum nsi_status *status)
{
	char path[PATH_MAX], symbol[80];
	const struct nsi_part *p;
	void *so = NULL;

	*status = NSI_OK;
	for (size_t k = 0; !so && plugin_path(path, k, kind, name); k++) {
		if (access(path, F_OK))
			continue;
		so = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		if (!so)
			*status = fail(m, NSI_MACHINE, N_("%s-%s.so cannot be loaded: %s"), kind, name, dlerror());
		if (!so)
			return NULL;
	}
	if (!so)
		return NULL;
	snprintf(symbol, sizeof(symbol), "nsi_%s_%s", kind, name);
	p = dlsym(so, symbol);
	if (p && p->abi == NSI_PART_ABI)
		return p;
	*status = fail(m, NSI_MACHINE, N_("%s-%s.so was made for another nsi"), kind, name);
	dlclose(so);
	return NULL;
}

const void *part_find(struct messages *m, const char *kind, const char *name,
                      const void *table, size_t size, size_t at)
{
	const struct nsi_part *p, *found;
	enum nsi_status status;
	const char *names[64], *near;
	const char *row;
	size_t n = 0;

	for (row = table; (p = (const void *)row)->name; row += size) {
		if (!strcmp(p->name, name)) {
			if (*(void *const *)(row + at))
				return row;
			break;
		}
		if (n < sizeof(names) / sizeof(*names))
			names[n++] = p->name;
	}
	if (!p->name && !plain(name)) {
		fail(m, NSI_USAGE, N_("there is no %s \"%s\""), tr(m->lang, kind), name);
		return NULL;
	}
	found = load(m, kind, name, &status);
	if (found || status)
		return found;
	near = p->name ? NULL : text_near(name, names, n);
	if (near)
		fail(m, NSI_USAGE, N_("there is no %s \"%s\" (did you mean \"%s\"?)"), tr(m->lang, kind), name, near);
	else
		fail(m, NSI_USAGE, N_("there is no %s \"%s\" (a plugin would be %s-%s.so: apt install nsi-%s)"),
		     tr(m->lang, kind), name, kind, name, name);
	return NULL;
}
