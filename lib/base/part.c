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
	if (k > 2 || !dladdr((const void *)&part_find, &here) || !here.dli_fname ||
	    !(slash = strrchr(here.dli_fname, '/')))
		return NULL;
	snprintf(path, PATH_MAX, "%.*s/%s/%s-%s.so", (int)(slash - here.dli_fname), here.dli_fname, beside[k], kind,
	         name);
	return path;
}

/* The packages that a plugin of our own is built with; NULL: it is of somebody else. */
static const char *needs(struct messages *m, const char *kind, const char *name)
{
	static const struct { const char *plugin, *packages; } v[] = { PLUGIN_NEEDS };
	const char *plugin = arena_printf(&m->arena, "%s-%s", kind, name);

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		if (!strcmp(v[i].plugin, plugin))
			return v[i].packages;
	return NULL;
}

/* A plugin of a known part is nowhere: where it was looked for, and how it comes there. */
static enum nsi_status missing(struct messages *m, const char *kind, const char *name)
{
	const char *packages = needs(m, kind, name), *folders = "";
	char path[PATH_MAX];

	for (size_t k = 0; plugin_path(path, k, kind, name); k++)
		folders = arena_printf(&m->arena, "%s%s%.*s", folders, k ? ", " : "",
		                       (int)(strrchr(path, '/') - path), path);
	if (packages)
		return fail(m, NSI_MACHINE, N_("%s-%s.so is missing (looked for in %s): apt install %s, then make in the source of nsi builds it"),
		            kind, name, folders, packages);
	return fail(m, NSI_MACHINE, N_("%s-%s.so is missing (looked for in %s)"), kind, name, folders);
}

/* NULL: there is none (*STATUS NSI_OK), or a message says why it cannot be used. */
static const struct nsi_part *load(struct messages *m, const char *kind, const char *name, enum nsi_status *status)
{
	char path[PATH_MAX], symbol[80];
	const struct nsi_part *p;
	void *so;
	size_t k = 0;

	*status = NSI_OK;
	while (plugin_path(path, k, kind, name) && access(path, F_OK))
		k++;
	if (!plugin_path(path, k, kind, name))
		return NULL;
	so = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!so) {
		const char *why = dlerror();
		size_t len = strlen(path);

		if (!strncmp(why, path, len) && !strncmp(why + len, ": ", 2))
			why += len + 2;
		*status = fail(m, NSI_MACHINE, N_("%s cannot be loaded (%s): make in the source of nsi builds it anew"), path, why);
		return NULL;
	}
	snprintf(symbol, sizeof(symbol), "nsi_%s_%s", kind, name);
	p = dlsym(so, symbol);
	if (p && p->abi == NSI_PART_ABI)
		return p;
	*status = p ? fail(m, NSI_MACHINE, N_("%s was made for another nsi: make in the source of this one builds it anew"), path)
		: fail(m, NSI_MACHINE, N_("%s is no plugin of nsi: %s is not in it"), path, symbol);
	dlclose(so);
	return NULL;
}

const void *part_find(struct messages *m, const char *kind, const char *name,
                      const void *table, size_t size, size_t at, enum nsi_status *status)
{
	const struct nsi_part *p, *found;
	const char *names[64], *near;
	const char *row;
	size_t n = 0;

	*status = NSI_OK;
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
		*status = fail(m, NSI_USAGE, N_("there is no %s \"%s\""), tr(m->lang, kind), name);
		return NULL;
	}
	found = load(m, kind, name, status);
	if (found || *status)
		return found;
	near = p->name ? NULL : text_near(name, names, n);
	if (p->name)
		*status = missing(m, kind, name);
	else if (near)
		*status = fail(m, NSI_USAGE, N_("there is no %s \"%s\" (did you mean \"%s\"?)"), tr(m->lang, kind), name, near);
	else
		*status = fail(m, NSI_USAGE, N_("there is no %s \"%s\" (a plugin would be %s-%s.so)"), tr(m->lang, kind), name, kind, name);
	return NULL;
}
