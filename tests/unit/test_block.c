/* SPDX-License-Identifier: MIT */
/* Blocks that are kept, up to their number. */
#include "src/core/block.h"

#include "src/core/mem.h"

#include <pthread.h>
#include <string.h>

#include "tests/unit/test.h"

TEST(block_is_kept_and_comes_again)
{
	long before = evl_mem_balance();
	void *first, *second, *third;

	evl_blocks_keep(2);
	first = evl_block_new();
	second = evl_block_new();
	third = evl_block_new();
	CHECK(first != second && second != third && first != third);
	memset(third, 1, EVL_BLOCK);
	evl_block_free(first);
	evl_block_free(second);
	CHECK_EQ(evl_mem_balance(), before + 3);
	/* One too many. */
	evl_block_free(third);
	CHECK_EQ(evl_mem_balance(), before + 2);
	CHECK_PTR(evl_block_new(), first);
	CHECK_PTR(evl_block_new(), second);
	evl_block_free(second);
	evl_block_free(first);
	evl_block_free(NULL);
	evl_blocks_keep(0);
	CHECK_EQ(evl_mem_balance(), before);
}

TEST(block_is_as_from_malloc)
{
	void *block;

	evl_blocks_keep(0);
	block = evl_block_new();
	CHECK(block != NULL);
	block = evl_realloc(block, 2 * EVL_BLOCK);
	CHECK(block != NULL);
	evl_free(block);
	evl_mem_fail_each(1);
	CHECK_PTR(evl_block_new(), NULL);
	evl_mem_fail_each(0);
}

static void *take_and_give(void *data)
{
	for (int i = 0; i < 20000; i++) {
		int *mine = evl_block_new();

		*mine = i;
		if (i % 3 == 0) {
			int *other = evl_block_new();

			*other = -1;
			evl_block_free(other);
		}
		CHECK_EQ(*mine, i);
		evl_block_free(mine);
	}
	return NULL;
}

TEST(block_has_one_owner_among_threads)
{
	pthread_t threads[4];

	evl_blocks_keep(3);
	for (int i = 0; i < 4; i++) {
		CHECK_EQ(pthread_create(&threads[i], NULL, take_and_give, NULL), 0);
	}
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
	}
	evl_blocks_keep(0);
}
