/* SPDX-License-Identifier: MIT */
/* Bytes that are kept within a limit. */
#include "src/reactor/capture.h"

#include <unistd.h>

#include "tests/unit/test.h"

static evl_loop loop;
static evl_capture capture;
static int told;

static void on_changed(evl_capture *changed, void *owner)
{
	CHECK(changed == &capture && owner == &loop);
	told++;
}

static int set_up(size_t limit, bool tail)
{
	int fds[2];

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(pipe(fds), 0);
	capture = (evl_capture){.changed = on_changed, .owner = &loop};
	CHECK_EQ(evl_capture_open(&capture, &loop, fds[0], limit, tail), 0);
	CHECK(!evl_loop_is_alive(&loop));
	return fds[1];
}

static void poll_until_told(int count)
{
	evl_stream_reference(capture.stream, true);
	while (told < count) {
		evl_loop_poll(&loop, true);
	}
}

static void tear_down(int fd)
{
	close(fd);
	evl_loop_destroy(&loop);
	evl_capture_close(&capture);
	evl_capture_close(&capture);
}

static void check_kept(const char *expected)
{
	size_t length;
	const char *data = evl_capture_data(&capture, &length);

	CHECK_MEM(data, length, expected, strlen(expected));
}

TEST(capture_keeps_what_comes_until_its_end)
{
	int fd = set_up(10, false);

	check_kept("");
	CHECK_EQ(write(fd, "hello", 5), 5);
	evl_loop_poll(&loop, false);
	check_kept("hello");
	CHECK_EQ(told, 0);
	CHECK_EQ(write(fd, "world", 5), 5);
	evl_loop_poll(&loop, false);
	CHECK_EQ(close(fd), 0);
	poll_until_told(1);
	CHECK(capture.ended && !capture.overflowed);
	tear_down(dup(1));
}

TEST(capture_ends_where_there_is_more_than_its_limit)
{
	int fd = set_up(4, false);

	CHECK_EQ(write(fd, "hello", 5), 5);
	poll_until_told(1);
	CHECK(capture.ended && capture.overflowed);
	check_kept("hell");
	tear_down(fd);
}

TEST(capture_keeps_the_last_bytes)
{
	char chunk[1000];
	int fd = set_up(4, true);

	memset(chunk, 'x', sizeof(chunk));
	for (int i = 0; i < 1000; i++) {
		CHECK_EQ(write(fd, chunk, sizeof(chunk)), sizeof(chunk));
		evl_loop_poll(&loop, false);
		CHECK(capture.stream->in.length < 8);
	}
	CHECK_EQ(told, 1);
	CHECK(capture.overflowed && !capture.ended);
	CHECK_EQ(write(fd, "abc", 3), 3);
	CHECK_EQ(close(fd), 0);
	poll_until_told(2);
	CHECK(capture.ended);
	check_kept("xabc");
	tear_down(dup(1));
}

TEST(capture_of_nothing)
{
	int fd = set_up(0, true);

	CHECK_EQ(write(fd, "abc", 3), 3);
	poll_until_told(1);
	check_kept("");
	CHECK(!capture.ended);
	tear_down(fd);
}
