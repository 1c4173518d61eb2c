/* SPDX-License-Identifier: MIT */
#include "src/core/count.h"

#include "tests/unit/test.h"

TEST(count_keeps_each_kind_apart)
{
	evl_count(EVL_COUNT_STACKS, 1);
	evl_count(EVL_COUNT_PINS, 2);
	evl_count(EVL_COUNT_STACKS, -1);
	CHECK_EQ(evl_count_of(EVL_COUNT_STACKS), 0);
	CHECK_EQ(evl_count_of(EVL_COUNT_PINS), 2);
	CHECK_EQ(evl_count_of(EVL_COUNT_HANDLES), 0);
	evl_count(EVL_COUNT_PINS, -2);
}
