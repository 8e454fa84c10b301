/* workspace.c - where the database is, making one, its settings. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"
#include "store/db.h"
#include "store/journal.h"
#include "store/private.h"
#include "store/resolve.h"

/* ---- finding --------------------------------------------------------------------------------------- */

static bool there(const char *path)
{
	struct stat st;

	return !lstat(path, &st);
}

/* The nearest nsi.db in DIR or above; NULL: none. */
static const char *nearest(struct nsi *n, const char *dir)
{
	char folder[PATH_MAX];
	char *path, *slash;

	if (!realpath(dir, folder))
		return NULL;
	for (;;) {
		path = arena_printf(&n->keep, "%s/nsi.db", strcmp(folder, "/") ? folder : "");
		if (there(path))
			return path;
		slash = strrchr(folder, '/');
		if (!slash || !slash[1])
			return NULL;
		slash[slash == folder] = '\0';
	}
}

enum nsi_status nsi_open(struct nsi *n)
{
	const char *dir = n->dir ? n->dir : ".", *path = n->db_given;

	if (n->db)
		return NSI_OK;
	n->broken = NSI_OK;
	if (!path)
		path = nearest(n, dir);
	if (!path)
		return fail(&n->messages, NSI_MACHINE,
		            N_("there is no nsi.db here or in a folder above: make one with nsi init"));
	return db_open(n, path);
}

/* ---- making ------------------------------------------------------------------------------------------ */

static enum nsi_status set(struct nsi *n, const char *key, const char *value)
{
	sqlite3_stmt *s = db_get(n, value ? SQL_USE_SETTING_SET : SQL_USE_SETTING_UNSET);

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":key", key);
	db_text(s, ":value", value);
	return db_run(n, s);
}

/* A name for the new origin: the organisation and something nobody else has. */
static const char *origin_new(struct nsi *n, const char *org)
{
	const char *given = getenv("NSI_ORIGIN");
	unsigned char bytes[6];
	char hex[13];

	if (given && *given) {
		if (strspn(given, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen(given) && code_ok(given))
			return given;
		fail(&n->messages, NSI_USAGE, N_("NSI_ORIGIN holds a-z, 0-9, \".\" and \"-\" only, not %s"), given);
		return NULL;
	}
	if (!random_bytes(bytes, sizeof(bytes))) {
		fail(&n->messages, NSI_MACHINE, N_("the system gives no random numbers"));
		return NULL;
	}
	to_hex(bytes, sizeof(bytes), hex);
	return arena_printf(&n->scratch, "%s.%s", org, hex);
}

enum nsi_status origin_begin(struct nsi *n, const char *org)
{
	const char *code = origin_new(n, org);
	sqlite3_stmt *s = code ? db_get(n, SQL_USE_ORIGIN_ADD) : NULL;
	enum nsi_status status;

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":code", code);
	db_int(s, ":own", 1);
	status = db_run(n, s);
	if (!status && !sqlite3_changes(n->db))
		status = fail(&n->messages, NSI_USAGE,
		              N_("there is an origin %s already: give NSI_ORIGIN another name"), code);
	return status;
}

static enum nsi_status fill(struct nsi *n, const struct nsi_init *i)
{
	const struct nsi_arg settings[] = {
		{ "org", i->org }, { "title", i->title }, { "lang", i->lang ? i->lang : lang_name(n->lang) },
		{ "zone", i->zone ? i->zone : "UTC" }, { "actor", i->actor },
	};
	enum nsi_status status = origin_begin(n, i->org);

	for (size_t k = 0; k < sizeof(settings) / sizeof(*settings) && !status; k++)
		if (settings[k].value)
			status = set(n, settings[k].key, settings[k].value);
	if (!status && !code_id(n, "org", i->org))
		status = NSI_MACHINE;
	return status ? status : db_commit(n);
}

/* Made beside under another name and moved: killed at any moment there is a whole one or none. */
static enum nsi_status make(struct nsi *n, const struct nsi_init *i, const char *path)
{
	const char *new = arena_printf(&n->keep, "%s.new", path);
	enum nsi_status status;
	int error;

	unlink(new);                               /* of one that was cut off */
	unlink(arena_printf(&n->scratch, "%s-journal", new));
	status = db_create(n, new);
	if (!status)
		status = fill(n, i);
	db_close(n);
	n->path = path;
	if (!status)
		status = private_create(n);
	if (!status && (error = db_move(&n->scratch, new, path)))
		status = fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(error)));
	n->saved = !status;
	if (status)
		unlink(new);
	return status ? status : db_open(n, path);
}

static enum nsi_status wanted(struct nsi *n, const struct nsi_init *i)
{
	const char *code;
	enum nsi_status status;

	if (!i->org || !id_ok(i->org, strlen(i->org)))
		return fail(&n->messages, NSI_USAGE,
		            N_("say of which organisation this is: --org with an id such as s161"));
	if (i->lang && lang_named(i->lang, strlen(i->lang)) < 0)
		return fail(&n->messages, NSI_USAGE, N_("no language \"%s\" (ru, en)"), i->lang);
	if (i->zone && (status = zone_judge(n, i->zone)))
		return status;
	if (i->title && setting_ok(n, "title", i->title))
		return NSI_USAGE;
	return i->actor && *i->actor ? actor_named(n, i->actor, &code) : NSI_OK;
}

static enum nsi_status key_value(struct nsi *n, const struct nsi_arg *v, size_t count, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "key", N_("Setting"), NULL, NSI_T_ID, false }, { "value", N_("Value"), NULL, NSI_T_TEXT, false },
	};
	struct table *t = arena_new(&n->scratch, struct table);

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, cols, 2);
	for (size_t i = 0; i < count; i++) {
		struct nsi_cell *c = table_row(t);

		if (!c)
			return NSI_MEMORY;
		c[0] = cell_text(NSI_T_ID, v[i].key);
		c[1] = cell_text(NSI_T_TEXT, v[i].value);
	}
	*out = &t->rows;
	return NSI_OK;
}

/* A line for people below ROWS. */
static enum nsi_status told(struct nsi *n, const char *text, const struct nsi_rows **rows)
{
	struct nsi_rows *own = arena_new(&n->scratch, struct nsi_rows);
	const char **note = arena_new(&n->scratch, const char *);

	if (!own || !note)
		return NSI_MEMORY;
	*note = tr(n->lang, text);
	*own = **rows;
	own->notes = note;
	own->nnote = 1;
	*rows = own;
	return NSI_OK;
}

enum nsi_status nsi_init(struct nsi *n, const struct nsi_init *i, const struct nsi_rows **out)
{
	const char *dir = i->dir ? i->dir : n->dir ? n->dir : ".";
	const char *path = n->db_given ? n->db_given : NULL;
	enum nsi_status status;

	call_begin(n);
	status = wanted(n, i);
	if (status)
		return status;
	if (!path)
		path = arena_printf(&n->keep, "%s/nsi.db", dir);
	if (mkdir(dir, 0777) && errno != EEXIST)
		return fail(&n->messages, NSI_MACHINE, N_("the folder %s cannot be made: %s"), dir,
		            tr(n->lang, error_text(errno)));
	path = db_resolved(n, path);
	if (there(path))
		return fail(&n->messages, NSI_MACHINE, N_("%s is there already"), path);
	status = make(n, i, path);
	if (!status) {
		const struct nsi_arg made[] = { { "database", n->path }, { "org", n->org }, { "lang", lang_name(n->lang) },
		                                { "zone", setting(n, "zone") } };

		status = key_value(n, made, sizeof(made) / sizeof(*made), out);
		if (!status)
			status = told(n, N_("next, in this folder: nsi module load FOLDER; 'nsi help' shows the first steps"), out);
	}
	return call_end(n, status);
}

/* ---- settings ------------------------------------------------------------------------------------------ */

static const struct { const char *key, *help; } known[] = {
	{ "actor", N_("who speaks unless told otherwise: a code") }, { "lang", N_("language of this database: ru, en") },
	{ "title", N_("name of this database for people") }, { "zone", N_("time zone, as Asia/Krasnoyarsk") },
	{ "names.print", N_("names on paper that people carry: on, off") },
	{ "private.group", N_("private file for the group of the folder: on, off") },
	{ "busy_timeout", N_("milliseconds to wait for others who write") },
	{ "report.seconds", N_("seconds after which a report of your own is stopped; else 60") },
};

static bool is_known(const char *key)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!strcmp(known[i].key, key))
			return true;
	return !strncmp(key, "pairing.", 8) || !strncmp(key, "session.", 8);
}

static bool is_number(const char *s)
{
	return *s && strlen(s) < 10 && !s[strspn(s, "0123456789")];
}

enum nsi_status setting_ok(struct nsi *n, const char *key, const char *value)
{
	if (!is_known(key))
		return fail(&n->messages, NSI_USAGE, N_("there is no setting %s (actor, lang, title, zone, names.print, private.group, busy_timeout)"), key);
	if (!*value)
		return NSI_OK;                     /* taken away */
	if (!strcmp(key, "lang") && lang_named(value, strlen(value)) < 0)
		return fail(&n->messages, NSI_USAGE, N_("no language \"%s\" (ru, en)"), value);
	if (!strcmp(key, "zone"))
		return zone_judge(n, value);
	if (!strcmp(key, "actor") && !code_ok(value))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no code of anybody who acts, as p08"), value);
	if (!strcmp(key, "report.seconds") && (!is_number(value) || atoi(value) < 1))
		return fail(&n->messages, NSI_USAGE, N_("report.seconds wants seconds, as 60, not \"%s\""), value);
	if (!strcmp(key, "busy_timeout") && !is_number(value))
		return fail(&n->messages, NSI_USAGE, N_("busy_timeout wants milliseconds, as 10000, not \"%s\""),
		            value);
	if ((!strcmp(key, "names.print") || !strcmp(key, "private.group")) && strcmp(value, "on") != 0 &&
	    strcmp(value, "off") != 0)
		return fail(&n->messages, NSI_USAGE, N_("%s is on or off, not \"%s\""), key, value);
	return text_bad(value, strlen(value)) == strlen(value)
	               ? NSI_OK
	               : fail(&n->messages, NSI_USAGE, N_("the text is not UTF-8"));
}

/* What the database says of itself beside them is nobody's setting. */
static enum nsi_status all_settings(struct nsi *n, const struct nsi_rows **out)
{
	struct nsi_arg *v = arena_array(&n->scratch, struct nsi_arg, n->nstored + 1);
	size_t count = 0;

	if (!v)
		return NSI_MEMORY;
	for (size_t i = 0; i < n->nstored; i++)
		if (is_known(n->stored[i].key) || !strcmp(n->stored[i].key, "org"))
			v[count++] = n->stored[i];
	return key_value(n, v, count, out);
}

enum nsi_status nsi_config(struct nsi *n, const char *key, const char *value, const struct nsi_rows **out)
{
	struct nsi_arg one = { key, NULL };
	enum nsi_status status;

	call_begin(n);
	status = nsi_open(n);
	if (!status && key && (value || strcmp(key, "org")))
		status = setting_ok(n, key, value ? value : "");
	if (!status && key && value && *value && !strcmp(key, "actor"))
		status = actor_named(n, value, &value);
	if (!status && key && value) {
		status = !strcmp(key, "private.group") ? private_share(n, !strcmp(value, "on")) : NSI_OK;
		if (!status)
			status = db_begin(n);
		if (!status)
			status = set(n, key, *value ? value : NULL);
		status = status ? status : db_commit(n);
		n->saved = !status;
		if (status)
			db_rollback(n);
		else
			status = handle_read(n);
	}
	if (status)
		return call_end(n, status);
	if (!key)
		return call_end(n, all_settings(n, out));
	one.value = setting(n, key);
	return call_end(n, key_value(n, &one, 1, out));
}
