/* SPDX-License-Identifier: MIT */
/* A stream over a file: the position, the read-ahead, the end that is none, output in order. */
#include "src/reactor/stream_disk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/unit/test.h"

static evl_loop loop;
static evl_stream *stream;
static char path[64];
static int readable, drained;

static void on_readable(evl_stream *told, void *owner)
{
	CHECK_PTR(told, stream);
	readable++;
}

static void on_drained(evl_stream *told, void *owner)
{
	drained++;
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained};

static void open_file(const char *contents, int flags)
{
	int fd;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	strcpy(path, "/tmp/evloop-stream-disk-XXXXXX");
	fd = mkstemp(path);
	CHECK_EQ(write(fd, contents, strlen(contents)), strlen(contents));
	close(fd);
	fd = open(path, flags | O_CLOEXEC);
	CHECK_EQ(evl_stream_open_disk(&stream, &loop, fd, true, 0, (flags & O_APPEND) != 0, &ops, &loop), 0);
}

static void run_loop(void)
{
	do {
		evl_loop_poll(&loop, true);
	} while (evl_loop_is_alive(&loop));
}

static void close_file(void)
{
	if (stream != NULL) {
		evl_stream_release(stream);
	}
	evl_loop_destroy(&loop);
	CHECK_EQ(unlink(path), 0);
}

static void check_file(const char *contents)
{
	char room[100];
	int fd = open(path, O_RDONLY);
	ssize_t size = read(fd, room, sizeof(room) - 1);

	close(fd);
	CHECK(size >= 0);
	room[size] = '\0';
	CHECK_STR(room, contents);
}

static void check_in(const char *contents)
{
	CHECK_EQ(stream->in.length, strlen(contents));
	CHECK_EQ(memcmp(evl_buf_data(&stream->in), contents, stream->in.length), 0);
}

TEST(stream_disk_reads_ahead_to_the_end)
{
	open_file("0123456789", O_RDONLY);
	stream->in_high = 6;
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	check_in("012345");
	CHECK_EQ(stream->read_status, 0);
	CHECK_EQ(evl_disk_position(stream), 0);
	evl_stream_consume(stream, 4);
	run_loop();
	check_in("456789");
	evl_stream_consume(stream, 6);
	run_loop();
	CHECK_EQ(stream->read_status, UV_EOF);
	CHECK_EQ(evl_disk_position(stream), 10);
	close_file();
}

TEST(stream_disk_looks_again_at_a_file_that_has_grown)
{
	int fd;

	open_file("a", O_RDONLY);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	CHECK_EQ(stream->read_status, UV_EOF);
	evl_stream_consume(stream, 1);
	fd = open(path, O_WRONLY | O_APPEND);
	CHECK_EQ(write(fd, "b", 1), 1);
	close(fd);
	evl_disk_look_again(stream);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	check_in("b");
	close_file();
}

TEST(stream_disk_writes_where_reading_has_come_to)
{
	open_file("0123456789", O_RDWR);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	evl_stream_consume(stream, 3);
	CHECK_EQ(evl_stream_write(stream, "ab", 2), 0);
	run_loop();
	CHECK(drained > 0);
	check_file("012ab56789");
	CHECK_EQ(evl_disk_position(stream), 5);
	CHECK_EQ(stream->in.length, 0);
	evl_disk_look_again(stream);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	check_in("56789");
	close_file();
}

TEST(stream_disk_appends_in_order)
{
	open_file("012", O_RDWR | O_APPEND);
	CHECK_EQ(evl_stream_write(stream, "a", 1), 0);
	evl_stream_flush(stream);
	CHECK_EQ(evl_stream_write(stream, "b", 1), 0);
	CHECK_EQ(evl_stream_write(stream, "c", 1), 0);
	CHECK_EQ(evl_stream_buffered(stream), 3);
	run_loop();
	CHECK_EQ(evl_stream_buffered(stream), 0);
	check_file("012abc");
	CHECK_EQ(evl_disk_position(stream), 6);
	close_file();
}

TEST(stream_disk_output_survives_the_close)
{
	open_file("", O_WRONLY);
	CHECK_EQ(evl_stream_write(stream, "kept", 4), 0);
	evl_stream_flush(stream);
	evl_stream_release(stream);
	stream = NULL;
	run_loop();
	check_file("kept");
	close_file();
}

TEST(stream_disk_failed_write_is_said_and_forgotten)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	strcpy(path, "/tmp/evloop-stream-disk-XXXXXX");
	close(mkstemp(path));
	CHECK_EQ(
		evl_stream_open_disk(&stream, &loop, open("/dev/full", O_WRONLY | O_CLOEXEC), true, 0, false, &ops, &loop), 0);
	CHECK_EQ(evl_stream_write(stream, "lost", 4), 0);
	run_loop();
	CHECK_EQ(stream->write_status, UV_ENOSPC);
	CHECK_EQ(stream->disk->failed_from, 0);
	CHECK_EQ(stream->disk->failed_to, 4);
	evl_disk_look_again(stream);
	CHECK_EQ(evl_stream_write(stream, "lost", 4), 0);
	run_loop();
	CHECK_EQ(stream->write_status, UV_ENOSPC);
	CHECK_EQ(stream->disk->failed_from, 4);
	close_file();
}

TEST(stream_disk_seek_drops_what_was_read_ahead)
{
	open_file("0123456789", O_RDONLY);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	evl_disk_seek(stream, 7);
	run_loop();
	check_in("789");
	/* The end was found, so nobody reads now. */
	evl_disk_seek(stream, 2);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	run_loop();
	check_in("23456789");
	CHECK_EQ(evl_disk_position(stream), 2);
	close_file();
}

TEST(stream_disk_cached_bytes_need_no_thread)
{
	open_file("0123456789", O_RDONLY);
	evl_disk_read_cached(stream);
	/* Not every file system can. */
	CHECK(stream->in.length == 10 || stream->in.length == 0);
	CHECK_EQ(evl_disk_position(stream), 0);
	CHECK(!evl_loop_is_alive(&loop));
	close_file();
}
