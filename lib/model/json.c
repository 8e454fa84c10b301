/* json.c - the canonical JSON of an object: the same bytes for the same content. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "model/inside.h"

static void write_object(struct buf *b, const struct head *h, const struct object *o, bool whole);

char *hours_text(char buf[16], int32_t minutes)
{
	int whole = (int)(minutes / 60), rest = (int)(minutes % 60);

	/* as few decimals as say the same minute */
	if (!rest)
		snprintf(buf, 16, "%d", whole);
	else if (rest % 6 == 0)
		snprintf(buf, 16, "%d.%d", whole, rest / 6);
	else
		snprintf(buf, 16, "%d.%02d", whole, (rest * 100 + 30) / 60);
	return buf;
}

static bool given(const struct field *f, const void *slot)
{
	char buf[16];
	const char *s;

	switch (f->kind) {
	case K_STRING:
	case K_TEXT:
	case K_ID:
	case K_TECHNIQUE:
	case K_CODE:
	case K_LABEL:
	case K_DUE:
	case K_WORD:
		s = *(const char *const *)slot;
		return s && !(f->standard && !strcmp(f->standard, s));
	case K_INT:
		snprintf(buf, sizeof(buf), "%d", (int)*(const int32_t *)slot);
		return strcmp(buf, f->standard ? f->standard : "0") != 0;
	case K_HOURS:
		return strcmp(hours_text(buf, *(const int32_t *)slot), f->standard ? f->standard : "0") != 0;
	case K_BOOL:
		return *(const bool *)slot != (f->standard && !strcmp(f->standard, "true"));
	case K_DAY:
		return *(const int32_t *)slot != DAY_NONE;
	case K_TIME:
		return *(const int32_t *)slot >= 0;
	case K_REF:
	case K_OBJECT:
		return *(const void *const *)slot;
	case K_LIST:
		return ((const struct list *)slot)->n;
	}
	return false;
}

static void write_text(struct buf *b, struct text t)
{
	const char *s, *lang;

	for (size_t i = 0; (s = text_nth(t, i, &lang)); i++) {
		if (!lang) {
			buf_json(b, s);
			return;
		}
		buf_putc(b, i ? ',' : '{');
		buf_json(b, lang);
		buf_putc(b, ':');
		buf_json(b, s);
	}
	buf_putc(b, '}');
}

static void write_value(struct buf *b, const struct field *f, enum kind kind, const void *slot);

static void write_list(struct buf *b, const struct field *f, const struct list *l)
{
	const unsigned char *v = l->v;

	buf_putc(b, '[');
	for (uint32_t i = 0; i < l->n; i++) {
		if (i)
			buf_putc(b, ',');
		if (f->item == K_OBJECT)
			write_object(b, (const struct head *)(const void *)(v + i * f->object->size), f->object, false);
		else
			write_value(b, f, f->item, v + i * item_size(f));
	}
	buf_putc(b, ']');
}

static void write_value(struct buf *b, const struct field *f, enum kind kind, const void *slot)
{
	char s[16];

	switch (kind) {
	case K_STRING:
	case K_ID:
	case K_TECHNIQUE:
	case K_CODE:
	case K_LABEL:
	case K_DUE:
	case K_WORD:
		buf_json(b, *(const char *const *)slot);
		break;
	case K_TEXT:
		write_text(b, *(const struct text *)slot);
		break;
	case K_INT:
		buf_printf(b, "%d", (int)*(const int32_t *)slot);
		break;
	case K_HOURS:
		buf_puts(b, hours_text(s, *(const int32_t *)slot));
		break;
	case K_BOOL:
		buf_puts(b, *(const bool *)slot ? "true" : "false");
		break;
	case K_DAY:
		buf_json(b, day_iso(s, *(const int32_t *)slot));
		break;
	case K_TIME:
		buf_printf(b, "\"%02d:%02d\"", (int)*(const int32_t *)slot / 60, (int)*(const int32_t *)slot % 60);
		break;
	case K_REF:
		buf_json(b, ref_id(*(const struct head *const *)slot));
		break;
	case K_OBJECT:
		write_object(b, *(const struct head *const *)slot, f->object, true);
		break;
	case K_LIST:
		write_list(b, f, slot);
		break;
	}
}

/* Can a scalar alone stand for it: nothing but the bare field is given? */
static const struct field *bare_field(const struct object *o, const unsigned char *p)
{
	const struct field *bare = NULL;

	if (!o->bare)
		return NULL;
	for (const struct field *f = o->fields; f->key; f++) {
		if (!strcmp(f->key, o->bare))
			bare = f;
		else if (given(f, p + f->at) &&
		         !(f->flags & K_FOLLOWS && !memcmp(p + f->at, p + f[-1].at, sizeof(int32_t))))
			return NULL;
	}
	return bare;
}

/* WHOLE: with all keys, though a scalar could stand for it. */
static void write_object(struct buf *b, const struct head *h, const struct object *o, bool whole)
{
	const unsigned char *p = (const unsigned char *)h;
	const struct field *bare = whole ? NULL : bare_field(o, p);
	bool first = true;

	if (bare) {
		write_value(b, bare, bare->kind, p + bare->at);
		return;
	}
	buf_putc(b, '{');
	for (const struct field *f = o->fields; f->key; f++) {
		if ((f->object && f->object->edition) || !given(f, p + f->at))
			continue;
		if (!first)
			buf_putc(b, ',');
		first = false;
		buf_json(b, f->key);
		buf_putc(b, ':');
		write_value(b, f, f->kind, p + f->at);
	}
	buf_putc(b, '}');
}

const char *model_json(struct arena *a, const struct head *h)
{
	struct buf b = { 0 };
	const char *s;

	write_object(&b, h, h->object, true);
	s = b.oom ? "" : arena_strndup(a, b.s, b.n);
	a->oom |= b.oom;
	buf_free(&b);
	return s;
}
