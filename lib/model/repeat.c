/* repeat.c - reads rules of repetition, see repeat.h; and the check of those in events. */
#include "model/repeat.h"

#include <stdlib.h>
#include <string.h>

#include "model/check.h"

/* One part of a rule, and what was read before it. */
struct piece { const char *value; size_t n; struct repeat *r; };

static const char days[] = "MOTUWETHFRSASU";

static bool number(const char *s, size_t n, long min, long max, long *out)
{
	char buf[12], *end;

	if (!n || n >= sizeof(buf))
		return false;
	memcpy(buf, s, n);
	buf[n] = '\0';
	*out = strtol(buf, &end, 10);
	return !*end && buf[0] != ' ' && *out && *out >= min && *out <= max;
}

static enum repeat_fault freq(const struct piece *p)
{
	static const char *const later[] = { "DAILY", "YEARLY", "HOURLY", "MINUTELY", "SECONDLY" };

	if (p->n == 6 && !memcmp(p->value, "WEEKLY", 6))
		p->r->every = REPEAT_WEEKLY;
	else if (p->n == 7 && !memcmp(p->value, "MONTHLY", 7))
		p->r->every = REPEAT_MONTHLY;
	else {
		for (size_t i = 0; i < sizeof(later) / sizeof(*later); i++)
			if (p->n == strlen(later[i]) && !memcmp(p->value, later[i], p->n))
				return REPEAT_LATER;
		return REPEAT_BAD;
	}
	return REPEAT_OK;
}

static enum repeat_fault interval(const struct piece *p)
{
	long x;

	if (!number(p->value, p->n, 1, 999, &x))
		return REPEAT_BAD;
	p->r->interval = (int)x;
	return REPEAT_OK;
}

static enum repeat_fault count(const struct piece *p)
{
	long x;

	if (!number(p->value, p->n, 1, 9999, &x))
		return REPEAT_BAD;
	p->r->count = (int)x;
	return REPEAT_OK;
}

/* 20261222, also with a time, which is of no account here. */
static enum repeat_fault until(const struct piece *p)
{
	const char *s = p->value;
	char iso[11];

	if (p->n != 8 && !(p->n == 16 && s[8] == 'T' && s[15] == 'Z'))
		return REPEAT_BAD;
	memcpy(iso, s, 4);
	iso[4] = iso[7] = '-';
	memcpy(iso + 5, s + 4, 2);
	memcpy(iso + 8, s + 6, 2);
	iso[10] = '\0';
	p->r->until = day_read_iso(iso, 10);
	return p->r->until == DAY_NONE ? REPEAT_BAD : REPEAT_OK;
}

static int weekday(const char *s)
{
	for (int i = 0; i < 7; i++)
		if (!memcmp(days + 2 * i, s, 2))
			return i;
	return -1;
}

static enum repeat_fault byday_one(struct repeat *r, const char *s, size_t n)
{
	long x;
	int day = n < 2 ? -1 : weekday(s + n - 2);

	if (day < 0)
		return REPEAT_BAD;
	if (n == 2)
		r->weekdays |= (uint8_t)(1u << day);
	else if (!number(s, n - 2, -5, 5, &x))
		return REPEAT_BAD;
	else
		r->nth[day] |= (uint16_t)(1u << (x > 0 ? x : 5 - x));
	return REPEAT_OK;
}

static enum repeat_fault bymonthday_one(struct repeat *r, const char *s, size_t n)
{
	long x;

	if (!number(s, n, -31, 31, &x))
		return REPEAT_BAD;
	if (x > 0)
		r->monthdays |= 1u << x;
	else
		r->from_end |= 1u << -x;
	return REPEAT_OK;
}

static enum repeat_fault each(const struct piece *p, enum repeat_fault (*one)(struct repeat *, const char *, size_t))
{
	const char *s = p->value, *end = s + p->n;

	for (;; s++) {
		const char *comma = memchr(s, ',', (size_t)(end - s));
		enum repeat_fault fault = one(p->r, s, (size_t)((comma ? comma : end) - s));

		if (fault || !comma)
			return fault;
		s = comma;
	}
}

static enum repeat_fault byday(const struct piece *p)
{
	return each(p, byday_one);
}

static enum repeat_fault bymonthday(const struct piece *p)
{
	return each(p, bymonthday_one);
}

static enum repeat_fault wkst(const struct piece *p)
{
	if (p->n != 2 || weekday(p->value) < 0)
		return REPEAT_BAD;
	return weekday(p->value) ? REPEAT_LATER : REPEAT_OK;
}

static enum repeat_fault later(const struct piece *p)
{
	return p->n ? REPEAT_LATER : REPEAT_BAD;
}

static const struct { const char *key; enum repeat_fault (*read)(const struct piece *); } parts[] = {
	{ "FREQ", freq }, { "INTERVAL", interval }, { "BYDAY", byday }, { "BYMONTHDAY", bymonthday }, { "UNTIL", until },
	{ "COUNT", count }, { "WKST", wkst }, { "BYMONTH", later }, { "BYSETPOS", later }, { "BYWEEKNO", later },
	{ "BYYEARDAY", later }, { "BYHOUR", later }, { "BYMINUTE", later }, { "BYSECOND", later },
};
enum { FREQ, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT, PARTS = sizeof(parts) / sizeof(*parts) };

/* The part at S, N bytes; where each kind of part stood goes into AT. */
static enum repeat_fault part_read(struct repeat *r, const char *s, size_t n, const char *at[PARTS])
{
	for (size_t i = 0; i < PARTS; i++) {
		size_t len = strlen(parts[i].key);
		struct piece p = { s + len + 1, n - len - 1, r };

		if (n <= len || s[len] != '=' || memcmp(s, parts[i].key, len) != 0)
			continue;
		if (at[i])
			return REPEAT_BAD;         /* said twice */
		at[i] = s;
		return parts[i].read(&p);
	}
	return REPEAT_BAD;
}

/* What no part says alone: the part that does not fit the others, or NULL. */
static const char *misfit(const struct repeat *r, const char *rule, const char *const at[PARTS])
{
	if (!at[FREQ])
		return rule;
	if (at[COUNT] && at[UNTIL])
		return at[COUNT] > at[UNTIL] ? at[COUNT] : at[UNTIL];
	if (r->every != REPEAT_WEEKLY)
		return NULL;
	for (int i = 0; i < 7; i++)
		if (r->nth[i])
			return at[BYDAY];
	return at[BYMONTHDAY];
}

enum repeat_fault repeat_read(const char *rule, struct repeat *r, const char **part, size_t *n)
{
	const char *at[PARTS] = { 0 };

	*r = (struct repeat){ .interval = 1, .until = DAY_NONE };
	if (strncmp(rule, "FREQ=", 5) != 0 && !strstr(rule, ";FREQ=")) {
		*part = rule;
		*n = strlen(rule);
		return REPEAT_BAD;
	}
	for (const char *s = rule;; s++) {
		enum repeat_fault fault;

		*part = s;
		*n = strcspn(s, ";");
		fault = part_read(r, s, *n, at);
		if (fault)
			return fault;
		s += *n;
		if (!*s)
			break;
	}
	*part = misfit(r, rule, at);
	*n = *part ? strcspn(*part, ";") : 0;
	return *part ? REPEAT_BAD : REPEAT_OK;
}

void check_repeat(struct check *c)
{
	EACH(event, e, c, "event") {
		struct repeat r;
		const char *part;
		size_t n;
		enum repeat_fault fault = e->repeat ? repeat_read(e->repeat, &r, &part, &n) : REPEAT_OK;

		if (fault == REPEAT_BAD)
			found(c, e->head.place,
			      N_("«repeat» of «%s»: «%s» is not understood (FREQ=WEEKLY;INTERVAL=2;BYDAY=TU)"),
			      e->head.id, quote(c->md, arena_strndup(c->scratch, part, n)));
		else if (fault == REPEAT_LATER)
			found(c, e->head.place, N_("«repeat» of «%s»: «%s» cannot be used yet (FREQ=WEEKLY or MONTHLY, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT)"),
			      e->head.id, quote(c->md, arena_strndup(c->scratch, part, n)));
	}
}
