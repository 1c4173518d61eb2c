/* SPDX-License-Identifier: MIT */
/* A planted race for `./dev canaries`, which links it into a binary of unit tests of its own: two threads, one counter, no lock. */
#include <uv.h>

#include "tests/unit/test.h"

static int counter;

static void count(void *unused)
{
	for (int i = 0; i < 1000; i++) {
		counter++;
	}
}

TEST(canary_race)
{
	uv_thread_t threads[2];

	CHECK_EQ(uv_thread_create(&threads[0], count, NULL), 0);
	CHECK_EQ(uv_thread_create(&threads[1], count, NULL), 0);
	CHECK_EQ(uv_thread_join(&threads[0]), 0);
	CHECK_EQ(uv_thread_join(&threads[1]), 0);
}
