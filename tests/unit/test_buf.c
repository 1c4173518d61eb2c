/* SPDX-License-Identifier: MIT */
/* The byte queue against a plain model, and what it keeps allocated. */
#include "src/core/buf.h"

#include "src/core/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "tests/unit/test.h"

TEST(buf_zeroed_is_empty)
{
	evl_buf buf = {0};

	evl_buf_consume(&buf, 0);
	evl_buf_consume(&buf, 10);
	CHECK_EQ(evl_buf_append(&buf, "", 0), 0);
	CHECK_PTR(evl_buf_data(&buf), NULL);
	CHECK_EQ(buf.capacity, 0);
	evl_buf_free(&buf);
}

TEST(buf_appends_and_consumes)
{
	evl_buf buf = {0};
	char *room;

	CHECK_EQ(evl_buf_append(&buf, "hello ", 6), 0);
	CHECK_EQ(evl_buf_append(&buf, "world", 5), 0);
	CHECK_MEM(evl_buf_data(&buf), buf.length, "hello world", 11);
	evl_buf_consume(&buf, 6);
	CHECK_MEM(evl_buf_data(&buf), buf.length, "world", 5);
	room = evl_buf_reserve(&buf, 3);
	memcpy(room, "!!!", 3);
	evl_buf_commit(&buf, 2);
	CHECK_MEM(evl_buf_data(&buf), buf.length, "world!!", 7);
	evl_buf_consume(&buf, 100);
	CHECK_EQ(buf.length, 0);
	evl_buf_free(&buf);
}

TEST(buf_keeps_a_small_block_and_gives_back_a_large_one)
{
	evl_buf buf = {0};
	char data[EVL_BUF_KEEP + 1] = {0};
	char *block;

	evl_buf_append(&buf, data, 200);
	block = buf.block;
	for (int i = 0; i < 1000; i++) {
		evl_buf_consume(&buf, 200);
		CHECK_PTR(buf.block, block);
		evl_buf_append(&buf, data, 200);
		CHECK_PTR(buf.block, block);
	}
	evl_buf_consume(&buf, 200);
	evl_buf_append(&buf, data, sizeof(data));
	evl_buf_consume(&buf, sizeof(data) - 1);
	CHECK(buf.block != NULL);
	evl_buf_consume(&buf, 1);
	CHECK_PTR(buf.block, NULL);
	evl_buf_free(&buf);
}

TEST(buf_refuses_absurd_sizes)
{
	evl_buf buf = {0};

	evl_buf_append(&buf, "x", 1);
	CHECK_PTR(evl_buf_reserve(&buf, SIZE_MAX), NULL);
	CHECK_PTR(evl_buf_reserve(&buf, SIZE_MAX / 2), NULL);
	CHECK_EQ(evl_buf_append(&buf, NULL, SIZE_MAX - 1), -ENOMEM);
	CHECK_MEM(evl_buf_data(&buf), buf.length, "x", 1);
	evl_buf_free(&buf);
}

TEST(buf_random_sizes_keep_the_order)
{
	evl_buf buf = {0};
	unsigned char chunk[3000];
	unsigned char sent = 0;
	unsigned char seen = 0;
	size_t largest = 0;

	srand(7);
	for (int round = 0; round < 20000; round++) {
		size_t size = (size_t) rand() % sizeof(chunk);

		if (rand() % 2 == 0 && buf.length < 100000) {
			for (size_t i = 0; i < size; i++) {
				chunk[i] = sent++;
			}
			CHECK_EQ(evl_buf_append(&buf, (char *) chunk, size), 0);
		} else {
			size = size < buf.length ? size : buf.length;
			for (size_t i = 0; i < size; i++) {
				CHECK_EQ((unsigned char) evl_buf_data(&buf)[i], seen++);
			}
			evl_buf_consume(&buf, size);
		}
		largest = buf.capacity > largest ? buf.capacity : largest;
	}
	CHECK(largest <= 512 * 1024);
	evl_buf_free(&buf);
}
