/* files.c - which files are read: one, standard input, or a folder in the order of its names. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "model/inside.h"
#include "model/yaml.h"

enum { FILES_MAX = 4000, FOLDERS_DEEP = 16 };

static bool name_file(struct model *md, const char *path)
{
	const char **v = arena_grow(md->a, md->files, &md->files_cap, md->nfiles + 1, sizeof(*v));

	if (!v)
		return false;
	md->files = v;
	v[md->nfiles++] = arena_strdup(md->a, path);
	return true;
}

enum nsi_status model_read_yaml(struct model *md, const char *path, void (*read)(void *x, struct yaml *y), void *x)
{
	size_t faults = md->faults, size;
	enum nsi_status status = NSI_OK;
	struct yaml *y;
	FILE *f;

	if (md->nfiles >= FILES_MAX) {
		md->cut = md->stopped = true;
		return fail(md->m, NSI_DATA, N_("%s: more than %d files"), path, FILES_MAX);
	}
	f = file_open(md->m, path, yaml_standard_limits.bytes, &size, &status);
	if (!f) {
		md->cut = true;
		return status;
	}
	if (!name_file(md, strcmp(path, "-") ? path : model_tr(md, N_("standard input"))))
		return fclose(f), NSI_MEMORY;
	y = yaml_open(md, (unsigned)md->nfiles, f, NULL, 0, &yaml_standard_limits);
	if (y)
		read(x, y);
	else
		model_oom(md);
	yaml_close(y);
	if (f != stdin)
		fclose(f);
	return model_status(md, faults);
}

static void definitions(void *x, struct yaml *y)
{
	read_file(x, y);
}

static enum nsi_status read_one(struct model *md, const char *path)
{
	return model_read_yaml(md, path, definitions, md);
}

size_t model_files(const struct model *md, const char *const **out)
{
	*out = md->files;
	return md->nfiles;
}

static bool is_yaml(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && (!strcmp(dot, ".yaml") || !strcmp(dot, ".yml"));
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, hidden ones left out; to be freed with their array. */
static enum nsi_status list_folder(struct model *md, const char *path, struct arena *a, const char ***names, size_t *n)
{
	DIR *d = opendir(path);
	size_t cap = 0;

	if (!d)
		return fail(md->m, NSI_MACHINE, "%s: %s", path, tr(md->m->lang, error_text(errno)));
	for (const struct dirent *e; (e = readdir(d)); ) {
		const char **v = arena_grow(a, *names, &cap, *n + 1, sizeof(*v));

		if (!v)
			break;
		*names = v;
		if (e->d_name[0] != '.')
			v[(*n)++] = arena_strdup(a, e->d_name);
	}
	closedir(d);
	if (*n)
		qsort(*names, *n, sizeof(**names), by_name);
	return a->oom ? NSI_MEMORY : NSI_OK;
}

static enum nsi_status worse(enum nsi_status a, enum nsi_status b)
{
	return a == NSI_MEMORY || b == NSI_OK ? a : b == NSI_MEMORY || a == NSI_OK ? b : a > b ? a : b;
}

static enum nsi_status read_folder(struct model *md, const char *path, unsigned deep, size_t *found)
{
	struct arena a = { 0 };
	const char **names = NULL;
	size_t n = 0;
	enum nsi_status status = list_folder(md, path, &a, &names, &n);

	for (size_t i = 0; i < n && status != NSI_MEMORY && !model_stopped(md); i++) {
		const char *sub = arena_printf(&a, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", names[i]);
		struct stat st;

		if (lstat(sub, &st))
			continue;
		if (S_ISDIR(st.st_mode) && deep == FOLDERS_DEEP) {
			md->cut = true;
			status = worse(status, fail(md->m, NSI_DATA, N_("%s: folders nested deeper than %d"), sub,
			                            FOLDERS_DEEP));
		} else if (S_ISDIR(st.st_mode)) {
			status = worse(status, read_folder(md, sub, deep + 1, found));
		} else if (!S_ISDIR(st.st_mode) && is_yaml(names[i])) {
			++*found;
			status = worse(status, read_one(md, sub));
		}
	}
	if (a.oom)
		status = NSI_MEMORY;
	arena_free(&a);
	return status;
}

enum nsi_status model_read_path(struct model *md, const char *path)
{
	enum nsi_status status;
	struct stat st;
	size_t found = 0;

	if (!strcmp(path, "-") || stat(path, &st) || !S_ISDIR(st.st_mode))
		return read_one(md, path);
	status = read_folder(md, path, 0, &found);
	if (!found && status == NSI_OK)
		return fail(md->m, NSI_DATA, N_("%s: there is no *.yaml in this folder"), path);
	return status;
}
