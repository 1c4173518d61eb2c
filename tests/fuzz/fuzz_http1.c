/* SPDX-License-Identifier: MIT */
/*
 * fuzz_http1.c: libFuzzer target for request heads, fixed and chunked bodies and trailers. The input is what a client
 * sends on one connection. It is parsed whole, byte by byte and in pieces of lengths drawn from the input, under the
 * usual and under tiny limits; all ways must write the same events. tests/unit/test_http1_corpus.c replays the corpus
 * through the same function.
 */
#include "tests/unit/http1_drive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t cut_never(void *state, size_t fed, size_t len)
{
	(void) state;
	(void) fed;
	return len;
}

static size_t cut_always(void *state, size_t fed, size_t len)
{
	(void) state;
	(void) len;
	return fed + 1;
}

/* Pieces of 1 to 32 bytes by a xorshift generator. */
static size_t cut_random(void *state, size_t fed, size_t len)
{
	uint64_t *seed = state;
	size_t piece;

	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	piece = *seed % 32 + 1;
	return len - fed < piece ? len : fed + piece;
}

static void same_events(const uint8_t *data, size_t size, const http1_drive_limits *limits, uint64_t seed)
{
	const http1_cutter cutters[] = {cut_never, cut_always, cut_random};
	static http1_trace traces[3]; /* their memory is kept */

	for (int i = 0; i < 3; i++) {
		traces[i].length = 0;
		http1_drive(&traces[i], (const char *) data, size, limits, cutters[i], &seed);

		if (traces[i].length != traces[0].length || memcmp(traces[i].text, traces[0].text, traces[0].length) != 0) {
			fprintf(stderr, "whole:\n%s\ncut (%d):\n%s\n", traces[0].text, i, traces[i].text);
			abort();
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t seed = UINT64_C(0x9e3779b97f4a7c15) + size;

	for (size_t i = 0; i < size; i++) {
		seed = seed * 31 + data[i];
	}

	same_events(data, size, &http1_drive_default, seed | 1);
	same_events(data, size, &http1_drive_small, seed | 1);
	return 0;
}
