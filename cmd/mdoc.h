/* mdoc.h - text as mdoc wants it, and the pieces of man/NAME.txt; all goes to standard output. */
#ifndef MDOC_H
#define MDOC_H

#include <stdbool.h>
#include <stdio.h>

/* S as text of a page, escaped; at the beginning of a line also what would be a request. */
void mdoc_text(const char *s, bool begins);
/* The same, of people's text: each sentence begins a line, as mdoc likes it. */
void mdoc_sentences(const char *s);
/* A word, or several, of a request line: what mdoc would take for a macro is made text. */
void mdoc_word(const char *s);
void mdoc_words(const char *s);
/* Print the section TITLE of F (NULL: what stands before the first one); false: there is none. */
bool mdoc_section(FILE *f, const char *title);
/* Print all sections of F, in their order. */
void mdoc_rest(FILE *f);

#endif
