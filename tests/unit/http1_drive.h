/* SPDX-License-Identifier: MIT */
/*
 * http1_drive.h: plays a connection to the HTTP/1 parsers for the unit tests and the fuzz target. The input is fed in
 * pieces, each call sees an exact-size copy of what is not yet consumed (so that a sanitizer finds a read beyond it,
 * and offsets must survive the move), and everything that comes out is written down as text. The same input must give
 * the same text however it is cut.
 */
#ifndef EVLOOP_TESTS_UNIT_HTTP1_DRIVE_H
#define EVLOOP_TESTS_UNIT_HTTP1_DRIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/core/http1.h"

typedef struct http1_drive_limits {
	evl_http1_limits head;
	uint64_t body;
	uint32_t trailers;
	uint32_t trailer_fields;
} http1_drive_limits;

extern const http1_drive_limits http1_drive_default, http1_drive_small;

typedef struct http1_trace {
	char *text; /* NUL-terminated; one line an event */
	size_t length;
	size_t capacity;
} http1_trace;

/* Where the next piece ends when `fed` bytes are in; at most `len`, more than `fed`. */
typedef size_t (*http1_cutter)(void *state, size_t fed, size_t len);

void http1_drive(http1_trace *trace, const char *data, size_t len, const http1_drive_limits *limits,
	http1_cutter cutter, void *state);

void http1_trace_free(http1_trace *trace);

#endif
