/* evening_page.h - an evening of mutual learning on paper: wall sheet, personal routes, attendance. No database.
 *
 * Who reads it holds it in his hands: nothing is cut off, codes are 16 points high, boxes 9 mm wide, it can be
 * read without colour. One file for itself: no script, nothing is fetched.
 */
#ifndef FORMAT_EVENING_PAGE_H
#define FORMAT_EVENING_PAGE_H

#include "base/arena.h"
#include "base/tr.h"
#include "nsi.h"

struct page_person { const char *code, *name; int32_t since; };        /* NAME: or NULL; since which round he is there */
struct page_thing { const char *label, *title; };                      /* what is passed on */
struct page_round { int32_t round; const char *from, *to, *technique; };   /* "15:00"; technique: or NULL */

/* One of a meeting. GIVES, TAKES: labels, several with ", " between, or NULL. RESULT: "ok", "not_yet", "absent", or
 * NULL while nothing is entered. */
struct page_seat { uint32_t who; const char *gives, *takes, *result; };

/* A launch is one meeting, its giver first. WHERE: "стол 2", or NULL: nowhere, as who is idle. */
struct page_meeting { int32_t round; const char *kind, *where; const struct page_seat *seat; size_t n; };

struct evening_page {
	enum lang lang;
	const char *session, *plan;        /* "sg-1@2026-11-17"; the number of its plan */
	const char *group, *leader;        /* or NULL */
	const char *day, *start, *end;     /* "вторник, 17 ноября 2026", "15:00", "16:30" */
	const char *place, *link;          /* or NULL */
	const char *note;                  /* for whose eyes it is, or NULL */
	const struct page_round *round; size_t nround;
	const struct page_meeting *meeting; size_t nmeeting;   /* by round */
	const struct page_person *person; size_t nperson;
	const struct page_thing *thing; size_t nthing;         /* in the order of the programme */
};

/* HTML for a browser and its printer: the wall sheet on A4 landscape (12 people and 4 rounds on one page; more flow
 * over pages, a meeting is never divided), a route for each on A5, attendance on A4. 0, or an errno. */
int evening_page_html(struct nsi_sink *to, const struct evening_page *p);

/* The texts of PERSON for a chat, without markup, in at most MOST characters: the more rounds, the fewer details; never
 * cut inside a word. NULL: out of memory. */
const char *evening_page_invite(struct arena *a, const struct evening_page *p, uint32_t person, size_t most);

/* The meeting in which PERSON is in ROUND, and his seat there; NULL: none. */
const struct page_meeting *evening_page_seat(const struct evening_page *p, int32_t round, uint32_t person,
                                             const struct page_seat **seat);

/* Is LABEL one of LIST (", " between them, or NULL)? */
bool evening_page_lists(const char *list, const char *label);

/* Of the code of the page itself. */
struct html;
extern const char evening_page_css[];
bool evening_page_named(const struct evening_page *p);             /* has anybody a name on it? */
void evening_page_boxes(struct html *h, const struct evening_page *p, const struct page_seat *s);
void evening_page_foot(struct html *h, const struct evening_page *p, size_t cols);
void evening_page_routes(struct html *h, const struct evening_page *p);
void evening_page_attendance(struct html *h, const struct evening_page *p);

#endif
