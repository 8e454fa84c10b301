/* summary.h - what a summary is made of: stretches of days, indicators that count rows, and their figures.
 *
 * An indicator is one file of schemas/sql/sum, NN_KEY.sql, a question as ask.h has it with more comments:
 *
 *   -- First line: its title
 *   -- section: iop             where it stands
 *   -- of: rows|part            it is printed as "12 of 36": of all rows, or of those of the same part; none: a number
 *   -- part: COLUMN             a figure for each value of that column, KEY:VALUE, and for each word that it can hold, though
 *                               there be no row; a column "label" is what people read
 *   -- yearly                   left out of a quarter's summary: nothing that moves
 *   -- question: NAME FILTER    its rows are those of that question
 *   -- whole: KEY               its denominator is the number of that indicator's rows
 *
 * Its statement gives the rows of the denominator; its parameters can be :from :to (the period), :on (its last day,
 * today at the latest) and :year. Hidden columns: "counts" (key: belongs to the numerator; none: all do), "whole" (key: the
 * denominator, instead of the number of rows). A column "amount" (real): the value is its sum. The value is counted on the
 * very rows that --explain shows.
 */
#ifndef SERVICE_SUMMARY_H
#define SERVICE_SUMMARY_H

#include "store/ask.h"

/* FROM … TO, and ON: the last of these days that is not in the future. YEAR: the school year that they belong to. */
struct spell {
	int32_t from, to, on;
	int year;                          /* 0: there is no calendar for it */
	bool quarter;                      /* a period of the calendar */
};

/* WORD: year (NULL), h1, h2, an id of the calendar, D..D; SCHOOL_YEAR: or NULL. BEFORE->year 0 and BEFORE->from DAY_NONE:
 * nothing comes before. NSI_DATA: no such period. */
enum nsi_status stretch_read(struct nsi *n, const char *word, const char *school_year, struct spell *now,
                             struct spell *before);

struct indicator {
	const char *key, *section, *of, *part, *asks, *filter, *whole;   /* NULL: not said; asks: a question's name */
	bool yearly;
	struct question q;                 /* its title is q.brief */
};
/* Indicator I, in the order of the summary, into OUT; texts live in the call's arena. False: no more. */
bool indicator_at(struct nsi *n, size_t i, struct indicator *out);

struct figure {
	const char *part, *label;          /* NULL: of no part */
	double value;
	int64_t of;
};
struct figures { const struct nsi_rows *rows; struct figure *v; size_t n; bool real; };
/* Its figures over S, at least one, and the rows behind them. */
enum nsi_status indicator_count(struct nsi *n, const struct indicator *i, const struct spell *s, struct figures *out);
/* The rows behind the figure of PART (NULL: of all parts). */
enum nsi_status indicator_rows(struct nsi *n, const struct indicator *i, const struct spell *s, const char *part,
                               const struct nsi_rows **out);

#endif
