/* SPDX-License-Identifier: MIT */
/*
 * http1_case.c: see http1_case.h.
 */
#include "tests/unit/http1_case.h"
#include "tests/unit/test.h"

static size_t cut_every(void *state, size_t fed, size_t len)
{
	(void) state;
	(void) len;
	return fed + 1;
}

static size_t cut_once(void *state, size_t fed, size_t len)
{
	size_t where = *(size_t *) state;

	return fed < where ? where : len;
}

static void same(const char *file, int line, const http1_trace *whole, http1_trace *cut, const char *how, size_t where)
{
	if (whole->length != cut->length || memcmp(whole->text, cut->text, whole->length) != 0) {
		test_fail(file, line, "whole: %s\n%s (%zu): %s", whole->text, how, where, cut->text);
	}

	http1_trace_free(cut);
}

static bool holds(const http1_trace *trace, const char *part)
{
	size_t len = strlen(part);

	for (size_t i = 0; i + len <= trace->length; i++) {
		if (memcmp(trace->text + i, part, len) == 0) {
			return true;
		}
	}

	return false;
}

void http1_case(
	const char *file, int line, const char *data, size_t len, const http1_drive_limits *limits, const char *expected)
{
	http1_trace whole = {NULL, 0, 0}, cut = {NULL, 0, 0};
	size_t where = len;

	http1_drive(&whole, data, len, limits, cut_once, &where);

	if (!holds(&whole, expected)) {
		test_fail(file, line, "expected \"%s\" in: %s", expected, whole.text);
	}

	for (where = 1; where < len; where++) {
		http1_drive(&cut, data, len, limits, cut_once, &where);
		same(file, line, &whole, &cut, "cut in two", where);
	}

	http1_drive(&cut, data, len, limits, cut_every, NULL);
	same(file, line, &whole, &cut, "byte by byte", len);
	http1_trace_free(&whole);
}
