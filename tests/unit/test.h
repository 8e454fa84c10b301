/* test.h - what every unit test includes. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#undef fail                                        /* ours, of base/message.h, has that name too */

#define COUNT(v) (sizeof(v) / sizeof(*(v)))

/* A failed case of a table says which it was. */
#define check(condition, ...) \
	do { if (!(condition)) { print_error(__VA_ARGS__); print_error("\n"); fail_test(); } } while (0)
#define fail_test() _fail(__FILE__, __LINE__)

#endif
