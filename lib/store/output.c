/* output.c - which files an answer may be written over. */
#include "store/output.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/private_file.h"

static bool same(const struct stat *x, const struct stat *y)
{
	return x->st_ino == y->st_ino && x->st_dev == y->st_dev;
}

/* The file that a path names, if it is there, and the name in its folder. */
struct named { bool there, placed; struct stat file, folder; const char *name; };

static struct named look(struct nsi *n, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct named v = { .name = slash ? slash + 1 : path };

	v.there = !stat(path, &v.file);
	v.placed = !stat(slash ? arena_printf(&n->scratch, "%.*s", (int)(slash - path) + 1, path) : ".", &v.folder);
	return v;
}

/* Also what stands beside a database, whether it is there now or not. */
static bool of_database(struct nsi *n, const struct named *to, const char *path)
{
	static const char *const behind[] = { "", "-wal", "-shm", "-journal", ".new", ".new-journal" };

	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		struct named own = look(n, arena_printf(&n->scratch, "%s%s", path, behind[i]));

		if ((to->there && own.there && same(&to->file, &own.file)) ||
		    (to->placed && own.placed && same(&to->folder, &own.folder) && !strcmp(to->name, own.name)))
			return true;
	}
	return false;
}

void output_spares(struct nsi *n, const char *path)
{
	struct stat st;
	struct spared *v;

	if (strcmp(path, "-") ? stat(path, &st) : fstat(STDIN_FILENO, &st))
		return;
	v = arena_new(&n->scratch, struct spared);
	if (!v)
		return;
	*v = (struct spared){ st.st_dev, st.st_ino, n->spared };
	n->spared = v;
}

static bool is_spared(const struct nsi *n, const struct named *to)
{
	for (const struct spared *s = n->spared; s && to->there; s = s->next)
		if (s->device == to->file.st_dev && s->inode == to->file.st_ino)
			return true;
	return false;
}

enum nsi_status output_allowed(struct nsi *n, const char *path)
{
	struct named to = look(n, path);

	if (n->path && n->db && (of_database(n, &to, n->path) || of_database(n, &to, private_of(n)->path)))
		return fail(&n->messages, NSI_DATA, N_("%s belongs to a database: the output needs another name"),
		            path);
	if (is_spared(n, &to))
		return fail(&n->messages, NSI_DATA, N_("%s is being read: the output needs another name"), path);
	return NSI_OK;
}

enum nsi_status output_create(struct nsi *n, const char *path, bool secret, struct file_new *out)
{
	enum nsi_status status = output_allowed(n, path);

	*out = (struct file_new){ 0 };
	return status ? status : file_create(&n->messages, &n->scratch, path, secret, out);
}
