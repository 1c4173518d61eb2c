/* SPDX-License-Identifier: MIT */
/* That the reserve is handed out when memory is out is for ./dev faults to see: here the sanitizer would end the process before. */
#include "src/reactor/reserve.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "tests/unit/test.h"

TEST(reserve_is_realloc_as_long_as_there_is_memory)
{
	char *block;

	CHECK_EQ(evl_reserve_fill(), 0);
	CHECK_EQ(evl_reserve_fill(), 0);
	block = evl_reserve_realloc(NULL, 8);
	memcpy(block, "kept on", 8);
	block = evl_reserve_realloc(block, 100000);
	CHECK_STR(block, "kept on");
	free(block);
}
