/* error.h - what the machine says when it says no. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

/* What an errno means, an English sentence to translate. */
const char *error_text(int error);

#endif
