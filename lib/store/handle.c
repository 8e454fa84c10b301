/* handle.c - the handle: options, settings, messages, what day it is. */
#include "store/handle.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/error.h"
#include "base/progress.h"
#include "store/db.h"
#include "store/private.h"
#include "store/resolve.h"

int nsi_exit_code(enum nsi_status status)
{
	static const int codes[] = {
		[NSI_OK] = 0, [NSI_DATA] = 1, [NSI_USAGE] = 2, [NSI_MACHINE] = 3, [NSI_MEMORY] = 3,
		[NSI_FOUND] = 4, [NSI_OUTPUT] = 5,
	};

	return codes[status];
}

static const char *environment(const char *name)
{
	const char *v = getenv(name);

	return v && *v ? v : NULL;
}

static enum lang lang_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *v = environment(names[i]);
		int l = v ? lang_named(v, strlen(v)) : -1;

		if (v)
			return l < 0 ? LANG_EN : (enum lang)l;
	}
	return LANG_EN;
}

enum nsi_status zone_judge(struct nsi *n, const char *zone)
{
	int error = zone_error(zone);

	if (error == ENOENT)
		return fail(&n->messages, NSI_USAGE, N_("there is no time zone %s"), zone);
	if (error == ENOMEM)
		return NSI_MEMORY;
	return error ? fail(&n->messages, NSI_MACHINE, "%s: %s", zone, tr(n->lang, error_text(error))) : NSI_OK;
}

/* What day and instant it is: NSI_TODAY and NSI_NOW, else the clock in the workspace's zone. */
static enum nsi_status clock_read(struct nsi *n, const char *zone)
{
	const char *today = environment("NSI_TODAY"), *now = environment("NSI_NOW");
	enum nsi_status status = NSI_OK;

	n->now = (int64_t)time(NULL);
	if (now && !instant_read(now, &n->now))
		return fail(&n->messages, NSI_USAGE, N_("NSI_NOW is not an instant like 2026-11-12T10:00:00Z: %s"),
		            now);
	n->today = day_in_zone(n->now, zone ? zone : "UTC");
	if (n->today == DAY_NONE) {
		status = zone_judge(n, zone);
		n->today = day_in_zone(n->now, zone);
	}
	if (status || !today)
		return status;
	n->today = day_read_iso(today, strlen(today));
	if (n->today == DAY_NONE)
		return fail(&n->messages, NSI_USAGE, N_("NSI_TODAY is not a day like 2026-11-12: %s"), today);
	if (!now)
		n->now = (int64_t)n->today * 86400 + 43200;
	return NSI_OK;
}

/* The last VALUE of KEY=VALUE in L; NULL: none. */
static const char *value_in(const struct nsi_list *l, const char *key)
{
	size_t len = strlen(key);

	for (size_t i = l->n; i-- > 0;)
		if (!strncmp(l->v[i], key, len) && l->v[i][len] == '=')
			return l->v[i] + len + 1;
	return NULL;
}

enum nsi_status nsi_new(struct nsi **out, const struct nsi_options *o)
{
	static const struct nsi_options none;
	struct nsi *n = calloc(1, sizeof(*n));
	const char *own;
	int l;

	*out = n;
	if (!n)
		return NSI_MEMORY;
	if (!o)
		o = &none;
	n->lang = n->messages.lang = lang_of_environment();
	n->dir = o->dir ? arena_strdup(&n->keep, o->dir) : NULL;
	n->db_given = o->db ? arena_strdup(&n->keep, o->db) : environment("NSI_DB");
	n->actor_given = o->actor ? arena_strdup(&n->keep, o->actor) : environment("NSI_ACTOR");
	n->settings = o->settings;
	n->defaults = o->defaults;
	n->messages.progress = (struct progress){ .tell = o->progress, .data = o->progress_data };
	progress_begin(&n->messages);
	own = value_in(&n->defaults, "lang");
	if (own && lang_named(own, strlen(own)) >= 0)
		n->lang = n->messages.lang = (enum lang)lang_named(own, strlen(own));
	if (o->lang) {
		l = lang_named(o->lang, strlen(o->lang));
		if (l < 0)
			return fail(&n->messages, NSI_USAGE, N_("no language \"%s\" (ru, en)"), o->lang);
		n->lang = n->messages.lang = (enum lang)l;
		n->lang_given = true;
	}
	if (n->actor_given && !code_ok(n->actor_given))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no code of anybody who acts, as p08"),
		            n->actor_given);
	for (size_t i = 0; i < n->settings.n; i++) {
		const char *given = n->settings.v[i], *eq = strchr(given, '=');
		enum nsi_status status = !eq ? NSI_OK
		                             : setting_ok(n, arena_strndup(&n->keep, given, (size_t)(eq - given)),
		                                          eq + 1);

		if (status)
			return status;
	}
	return clock_read(n, NULL);
}

void nsi_close(struct nsi *n)
{
	if (!n)
		return;
	db_close(n);
	private_close(n);
	messages_free(&n->messages);
	arena_free(&n->scratch);
	arena_free(&n->said);
	arena_free(&n->keep);
	free(n);
}

void call_begin(struct nsi *n)
{
	messages_clear(&n->messages);
	progress_begin(&n->messages);
	arena_free(&n->scratch);
	n->cache = NULL;
	n->spared = NULL;
	n->broken = NSI_OK;
	n->saved = false;
}

enum nsi_status call_state(const struct nsi *n)
{
	bool oom = n->scratch.oom || n->keep.oom || n->said.oom || n->messages.arena.oom || private_oom(n);

	return oom ? NSI_MEMORY : n->broken;
}

enum nsi_status call_break(struct nsi *n, enum nsi_status status)
{
	if (!n->broken)
		n->broken_at = n->messages.n;
	if (n->broken != NSI_MEMORY)
		n->broken = status == NSI_OK ? NSI_MACHINE : status;
	return status;
}

enum nsi_status call_end(struct nsi *n, enum nsi_status status)
{
	enum nsi_status state = call_state(n);

	progress_end(&n->messages);
	if (state && status != NSI_MEMORY)
		status = state;
	if (state)
		db_rollback(n);
	if (state == NSI_MACHINE && n->messages.n > n->broken_at)
		n->messages.n = n->broken_at;          /* what was found later was found for want of an answer */
	if (state == NSI_MACHINE && !n->messages.n)
		fail(&n->messages, NSI_MACHINE, N_("%s cannot be read or written: %s"), n->path, tr(n->lang, error_text(EIO)));
	return n->saved && (status == NSI_MEMORY || status == NSI_MACHINE) ? NSI_OUTPUT : status;
}

const char *setting_stored(struct nsi *n, const char *key)
{
	for (size_t i = 0; i < n->nstored; i++)
		if (!strcmp(n->stored[i].key, key))
			return n->stored[i].value;
	return NULL;
}

const char *setting(struct nsi *n, const char *key)
{
	const char *given = value_in(&n->settings, key);

	if (!given)
		given = setting_stored(n, key);
	return given ? given : value_in(&n->defaults, key);
}

static enum nsi_status settings_read(struct nsi *n)
{
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = db_get(n, SQL_USE_SETTINGS);
	size_t cap = 0;

	arena_free(&n->said);
	n->stored = NULL;
	n->nstored = 0;
	while (s && db_row(n, s, &status)) {
		struct nsi_arg *v = arena_grow(&n->said, n->stored, &cap, n->nstored + 1, sizeof(*v));

		if (!v)
			break;
		n->stored = v;
		v[n->nstored++] = (struct nsi_arg){
			arena_strdup(&n->said, (const char *)sqlite3_column_text(s, 0)),
			arena_strdup(&n->said, (const char *)sqlite3_column_text(s, 1)),
		};
	}
	return s ? status : NSI_MACHINE;
}

enum nsi_status handle_editions(struct nsi *n)
{
	enum nsi_status status = NSI_OK;
	sqlite3_stmt *s = db_get(n, SQL_USE_STATE);

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":org", n->org);
	if (db_row(n, s, &status)) {
		n->origin = sqlite3_column_int64(s, 0);
		n->origin_code = arena_strdup(&n->said, (const char *)sqlite3_column_text(s, 1));
		n->programme = sqlite3_column_int64(s, 2);
		n->rest = sqlite3_column_int64(s, 3);
		n->org_id = sqlite3_column_int64(s, 4);
	}
	sqlite3_reset(s);
	return status;
}

enum nsi_status handle_read(struct nsi *n)
{
	enum nsi_status status = settings_read(n);
	const char *lang;
	int l;

	if (status)
		return status;
	n->org = setting_stored(n, "org");
	lang = setting(n, "lang");
	l = lang && !n->lang_given ? lang_named(lang, strlen(lang)) : -1;
	if (l >= 0)
		n->lang = n->messages.lang = (enum lang)l;
	status = clock_read(n, setting(n, "zone"));
	return status ? status : handle_editions(n);
}

size_t nsi_message_count(const struct nsi *n)
{
	return n->messages.n;
}

const struct nsi_message *nsi_message_at(const struct nsi *n, size_t i)
{
	return i < n->messages.n ? &n->messages.v[i] : NULL;
}

void nsi_message_clear(struct nsi *n)
{
	messages_clear(&n->messages);
}

const char *nsi_tr(const struct nsi *n, const char *text)
{
	return tr(n->lang, text);
}

const char *nsi_error_text(const struct nsi *n, int error)
{
	return tr(n ? n->lang : LANG_EN, error_text(error));
}

const char *nsi_lang(const struct nsi *n)
{
	return lang_name(n->lang);
}

const char *nsi_near(const char *word, const char *const *names)
{
	size_t k = 0;

	while (names[k])
		k++;
	return text_near(word, names, k);
}
