/* SPDX-License-Identifier: MIT */
/*
 * http1_case.h: one line a case for the tests of the HTTP/1 parsers. Each input is sent whole, cut in two at every
 * byte and byte by byte; all ways must write the same events (http1_drive.h), and these must hold the expected text.
 */
#ifndef EVLOOP_TESTS_UNIT_HTTP1_CASE_H
#define EVLOOP_TESTS_UNIT_HTTP1_CASE_H

#include "tests/unit/http1_drive.h"

void http1_case(
	const char *file, int line, const char *data, size_t len, const http1_drive_limits *limits, const char *expected);

/* The input is a literal and may hold NUL; the expected text is a part of the events. */
#define GIVES(input, expected)                http1_case(__FILE__, __LINE__, input, sizeof(input) - 1, &http1_drive_default, expected)
#define GIVES_WITHIN(limits, input, expected) http1_case(__FILE__, __LINE__, input, sizeof(input) - 1, limits, expected)

/* A field of a request that is right but for it. */
#define FIELD(line) "GET / HTTP/1.1\r\nHost: a\r\n" line "\r\n\r\n"

/* The status of a refusal as it is written down. */
#define REFUSED(status) "refused " #status " "

#endif
