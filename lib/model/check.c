/* check.c - running the named checks, and what they share. */
#include "model/check.h"

#include <string.h>

#include "base/progress.h"

enum { NAMES_SHOWN = 12 };

#define ROW(name, severity, help) { #name, NSI_##severity, help },
static const struct model_check checks[] = { CHECKS(ROW) { 0 } };
#undef ROW

#define RUN(name, severity, help) check_##name,
static void (*const run[])(struct check *) = { CHECKS(RUN) };
#undef RUN

void found(const struct check *c, struct place p, const char *format, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, format);
	text = arena_vprintf(c->scratch, model_tr(c->md, format), ap);
	va_end(ap);
	if (c->info->severity == NSI_ERROR)
		fault(c->md, p, c->info->name, "%s", text);
	else
		caution(c->md, p, c->info->name, "%s", text);
}

const void *next_sound(const struct check *c, const char *name, struct cursor *at, bool broken)
{
	const struct kind_list *l = at->list ? at->list : &c->md->kinds[prep_named(c->md, name)->kind];
	const struct head *h;

	while ((h = next_item(l, at)) && !broken && h->flags & HEAD_BROKEN)
		;
	if (!h || !(h->flags & HEAD_PACKED))
		return h;
	arena_release(c->whole, c->empty);
	return unpack(c->md, h, c->whole);
}

void names_add(struct names *l, const char *id, struct place p)
{
	if (!l->n)
		l->place = p;
	if (l->n++ < NAMES_SHOWN)
		buf_printf(&l->text, "%s%s", l->n > 1 ? ", " : "", id);
}

const char *names_done(const struct check *c, struct names *l)
{
	const char *s;

	if (l->n > NAMES_SHOWN)
		buf_printf(&l->text, model_tr(c->md, N_(" and %zu more")), l->n - NAMES_SHOWN);
	s = l->text.oom || !l->text.s ? "" : arena_strdup(c->scratch, l->text.s);
	if (l->text.oom)
		model_oom(c->md);
	buf_free(&l->text);
	return s;
}

void check_all(struct model *md)
{
	struct arena scratch = { 0 }, whole = { 0 };
	struct check c = { .md = md, .scratch = &scratch, .whole = &whole };

	arena_alloc(&whole, 1, 1);
	c.empty = arena_mark(&whole);
	for (size_t i = 0; checks[i].name && !model_stopped(md); i++) {
		c.info = &checks[i];
		progress_at(md->m, N_("checking the definitions"), (int64_t)i,
		            (int64_t)(sizeof(checks) / sizeof(*checks)) - 1);
		run[i](&c);
		if (scratch.oom || whole.oom)
			model_oom(md);
		arena_free(&scratch);
		arena_release(&whole, c.empty);
	}
	arena_free(&whole);
}

const struct model_check *model_checks(void)
{
	return checks;
}
