/* config.c - the user's own settings: $XDG_CONFIG_HOME/nsi/config, a line KEY = VALUE each. */
#include "cmd.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *path_of(char *out, size_t size)
{
	const char *dir = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	int n;

	if (dir && *dir == '/')
		n = snprintf(out, size, "%s/nsi/config", dir);
	else if (home && *home == '/')
		n = snprintf(out, size, "%s/.config/nsi/config", home);
	else
		return NULL;
	return n < (int)size ? out : NULL;
}

/* "  key = value  " as "key=value"; "" for a comment or nothing; NULL: neither. */
static char *setting_of(char *line)
{
	char *key = line + strspn(line, " \t"), *end = strchr(key, '='), *value;

	if (!*key || *key == '#')
		return line + strlen(line);
	if (!end || end == key)
		return NULL;
	value = end + 1 + strspn(end + 1, " \t");
	while (end > key && strchr(" \t", end[-1]))
		end--;
	*end = '=';
	memmove(end + 1, value, strlen(value) + 1);
	for (end += strlen(end); end > key && strchr(" \t\r", end[-1]); )
		*--end = 0;
	return key;
}

enum nsi_status config_read(struct nsi *n, struct globals *g)
{
	char path[4096], line[1000], *s;
	enum nsi_status status = NSI_OK;
	struct stat st;
	FILE *f;

	if (!path_of(path, sizeof(path)) || stat(path, &st) || !S_ISREG(st.st_mode))
		return NSI_OK;
	f = fopen(path, "re");
	if (!f)
		return complain(n, NSI_MACHINE, "%s: %s", path, nsi_error_text(n, errno));
	for (int number = 1; status == NSI_OK && fgets(line, sizeof(line), f); number++) {
		line[strcspn(line, "\n")] = 0;
		s = setting_of(line);
		if (!s)
			status = complain(n, NSI_USAGE, N_("%s:%d: not KEY = VALUE"), path, number);
		else if (*s)
			status = list_add(&g->pool, &g->defaults, pool_strndup(&g->pool, s, strlen(s)));
	}
	fclose(f);
	return status;
}
