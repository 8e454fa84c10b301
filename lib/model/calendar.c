/* calendar.c - the tables of the year: calendar, cyclogram, targets, milestones, legend. */
#include "model/calendar.h"

#define AT(field) offsetof(struct OBJECT, field)

#define OBJECT span
static const struct field span_fields[] = {
	{ "from", K_DAY, K_MUST, AT(from), .help = N_("first day") },
	{ "to", K_DAY, K_FOLLOWS, AT(to), .help = N_("last day; standard: the first") },
	{ "title", K_TEXT, 0, AT(title), .help = N_("title") },
	{ 0 }
};
const struct object span_object = {
	"span", .help = N_("Days from the first to the last; a day alone stands for itself."), sizeof(struct span), span_fields,
	.bare = "from",
};
static const struct field named_span_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "title", K_TEXT, 0, AT(title), .help = N_("title") },
	{ "from", K_DAY, K_MUST, AT(from), .help = N_("first day") },
	{ "to", K_DAY, K_MUST, AT(to), .help = N_("last day") },
	{ 0 }
};
const struct object named_span_object = {
	"period", .help = N_("A quarter, trimester or break."), sizeof(struct span), named_span_fields,
};
#undef OBJECT

#define OBJECT calendar
static const struct field calendar_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "year", K_INT, K_MUST, AT(year), .help = N_("the school year that ends in it"), .min = 1901, .max = 2218 },
	{ "orgs", K_LIST, K_MUST, AT(orgs), .help = N_("for which organisations"), K_REF, .of = "org" },
	{ "zone", K_STRING, 0, AT(zone), .help = N_("time zone: Asia/Krasnoyarsk") },
	{ "week", K_INT, 0, AT(week), .help = N_("working days a week, from Monday"), .standard = "5", .min = 5, .max = 6 },
	{ "pupils", K_OBJECT, K_MUST, AT(pupils), .help = N_("the pupils' year"), .object = &span_object },
	{ "teachers", K_OBJECT, K_MUST, AT(teachers), .help = N_("the teachers' year"), .object = &span_object },
	{ "periods", K_LIST, 0, AT(periods), .help = N_("quarters or trimesters"), K_OBJECT, &named_span_object, .max = 12 },
	{ "breaks", K_LIST, 0, AT(breaks), .help = N_("pupils rest, teachers work"), K_OBJECT, &named_span_object },
	{ "days_off", K_LIST, 0, AT(days_off), .help = N_("nobody works: days or {from, to, title}"), K_OBJECT, &span_object },
	{ "working_days", K_LIST, 0, AT(working_days), .help = N_("weekend days on which people work"), K_OBJECT, &span_object },
	{ "short_days", K_LIST, 0, AT(short_days), .help = N_("short working days"), K_OBJECT, &span_object },
	{ 0 }
};
const struct object calendar_object = {
	"calendar", .help = N_("A school year of some organisations."), sizeof(struct calendar), calendar_fields, "calendar", "rest",
};
#undef OBJECT

#define OBJECT event
static const struct field event_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "kind", K_WORD, K_MUST, AT(kind), .help = N_("kind"),
	  .words = "pedsovet metodsovet shmo creative_group combined_group seminar webinar video open_lesson visit_week "
	           "consultation launch visit reflection report milestone" },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "date", K_DAY, 0, AT(date), .help = N_("the day") },
	{ "from", K_DAY, 0, AT(from), .help = N_("first day, instead of date") },
	{ "to", K_DAY, 0, AT(to), .help = N_("last day") },
	{ "repeat", K_STRING, 0, AT(repeat), .help = N_("rule of RFC 5545: FREQ=WEEKLY;BYDAY=TU") },
	{ "weekday", K_WORD, 0, AT(weekday), .help = N_("each week on this day"), .words = "mon tue wed thu fri sat sun" },
	{ "time", K_TIME, 0, AT(time), .help = N_("begin: 15:00") },
	{ "zone", K_STRING, 0, AT(zone), .help = N_("time zone, if not the organisation's") },
	{ "minutes", K_INT, 0, AT(minutes), .help = N_("how long"), .min = 1, .max = 1440 },
	{ "mode", K_WORD, 0, AT(mode), .help = N_("how people meet"), .words = "offline online mixed" },
	{ "place", K_STRING, 0, AT(place), .help = N_("room") },
	{ "link", K_STRING, 0, AT(link), .help = N_("https://… of the video call") },
	{ "groups", K_LIST, 0, AT(groups), .help = N_("for which groups"), K_REF, .of = "group" },
	{ "responsible", K_REF, 0, AT(responsible), .help = N_("who is responsible"), .of = "participant" },
	{ "product", K_TEXT, 0, AT(product), .help = N_("what is there afterwards") },
	{ "document", K_TEXT, 0, AT(document), .help = N_("which document is written") },
	{ "on_day_off", K_WORD, 0, AT(on_day_off), .help = N_("a day off: left out, or the next working day"), .words = "skip shift",
	  .standard = "skip" },
	{ 0 }
};
const struct object event_object = {
	"event", .help = N_("An event of the cyclogram: once, for some days, or repeated."), sizeof(struct event), event_fields,
	"cyclogram", "rest",
};
#undef OBJECT

#define COUNT_OF N_("counts itself: event:KIND, iop:approved, quantum:sample, org:active, document:KIND")

#define OBJECT target
static const struct field target_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "count_of", K_STRING, K_MUST, AT(count_of), .help = COUNT_OF },
	{ "count", K_INT, K_MUST, AT(count), .help = N_("how many are planned"), .min = 1, .max = 1000000 },
	{ "due", K_DUE, K_MUST, AT(due), .help = N_("a day, eoy, h1, h2 or a period") },
	{ "year", K_INT, 0, AT(year), .help = N_("the school year of a due date that is a word"), .min = 1901, .max = 2218 },
	{ 0 }
};
const struct object target_object = {
	"target", .help = N_("How many of something the year plans."), sizeof(struct target), target_fields, "targets", "rest",
};
#undef OBJECT

#define OBJECT milestone
static const struct field milestone_fields[] = {
	{ "id", K_ID, K_MUST, AT(head.id), .help = N_("id") },
	{ "title", K_TEXT, K_MUST, AT(title), .help = N_("title") },
	{ "due", K_DUE, K_MUST, AT(due), .help = N_("a day, eoy, h1, h2 or a period") },
	{ "year", K_INT, 0, AT(year), .help = N_("the school year of a due date that is a word"), .min = 1901, .max = 2218 },
	{ "product", K_TEXT, 0, AT(product), .help = N_("what is there afterwards") },
	{ "responsible", K_REF, 0, AT(responsible), .help = N_("who is responsible"), .of = "participant" },
	{ "count_of", K_STRING, 0, AT(count_of), .help = COUNT_OF },
	{ "count", K_INT, 0, AT(count), .help = N_("how many are planned"), .min = 1, .max = 1000000 },
	{ "done", K_DAY, 0, AT(done), .help = N_("the day it was done") },
	{ 0 }
};
const struct object milestone_object = {
	"milestone", .help = N_("A thing that must be there by a day."), sizeof(struct milestone), milestone_fields, "milestones", "rest",
};
#undef OBJECT

#define OBJECT legend
static const struct field legend_fields[] = {
	{ "state", K_WORD, K_MUST, AT(head.id), .help = N_("state of the board"),
	  .words = "out open planned started credited mastered passed bearer" },
	{ "mark", K_STRING, K_EMPTY, AT(mark), .help = N_("mark on a screen, one column wide") },
	{ "plain", K_STRING, K_EMPTY, AT(plain), .help = N_("mark where glyphs are not to be had") },
	{ "word", K_TEXT, 0, AT(word), .help = N_("word for tables") },
	{ 0 }
};
const struct object legend_object = {
	"legend", .help = N_("How a state is shown on the board."), sizeof(struct legend), legend_fields, "legend", "rest",
};
#undef OBJECT
