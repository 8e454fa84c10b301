/* part.c - finds a part in its table or beside the library. */
#include "base/part.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static bool plain(const char *s)
{
	return *s >= 'a' && *s <= 'z' && !s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789")] && strlen(s) < 32;
}

/* The folder of the plugins: beside the library while it runs in place, else the installed one. */
static void plugin_path(char *path, size_t size, const char *kind, const char *name)
{
	Dl_info here;
	const char *slash;

	if (dladdr((const void *)&part_find, &here) && here.dli_fname && (slash = strrchr(here.dli_fname, '/'))) {
		snprintf(path, size, "%.*s/nsi/%s-%s.so", (int)(slash - here.dli_fname), here.dli_fname, kind, name);
		return;
	}
	snprintf(path, size, PLUGIN_DIR "/%s-%s.so", kind, name);
}

static const void *load(struct messages *m, const char *kind, const char *name, const char *near)
{
	char path[PATH_MAX], symbol[80];
	const struct nsi_part *p;
	void *so;

	plugin_path(path, sizeof(path), kind, name);
	snprintf(symbol, sizeof(symbol), "nsi_%s_%s", kind, name);
	so = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!so && near)
		fail(m, NSI_USAGE, N_("there is no %s \"%s\" (did you mean \"%s\"?)"), tr(m->lang, kind), name, near);
	else if (!so)
		fail(m, NSI_USAGE, N_("there is no %s \"%s\" (a plugin would be %s-%s.so: apt install nsi-%s)"),
		     tr(m->lang, kind), name, kind, name, name);
	if (!so)
		return NULL;
	p = dlsym(so, symbol);
	if (!p || p->abi != NSI_PART_ABI) {
		fail(m, NSI_MACHINE, N_("%s-%s.so was made for another nsi"), kind, name);
		dlclose(so);
		return NULL;
	}
	return p;
}

const void *part_find(struct messages *m, const char *kind, const char *name,
                      const void *table, size_t size, size_t at)
{
	const struct nsi_part *p;
	const char *names[64];
	size_t n = 0;

	for (const char *row = table; (p = (const void *)row)->name; row += size) {
		if (!strcmp(p->name, name)) {
			if (*(void *const *)(row + at))
				return row;
			return load(m, kind, name, NULL);
		}
		if (n < sizeof(names) / sizeof(*names))
			names[n++] = p->name;
	}
	if (!plain(name)) {
		fail(m, NSI_USAGE, N_("there is no %s \"%s\""), tr(m->lang, kind), name);
		return NULL;
	}
	return load(m, kind, name, text_near(name, names, n));
}
