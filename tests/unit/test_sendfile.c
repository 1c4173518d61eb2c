/* SPDX-License-Identifier: MIT */
/* A file behind a stream's output: order, a peer that reads slowly, files that end early or know no sendfile(2). */
#include "src/reactor/sendfile.h"

#include <errno.h>
#include <stdlib.h>

#include "tests/unit/net.h"

#define SIZE (6 << 20)

static evl_loop loop;
static evl_stream *stream;
static int drained;

static void on_readable(evl_stream *self, void *data)
{
}

static void on_drained(evl_stream *self, void *data)
{
	drained++;
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained};

static int set_up(void)
{
	int fds[2];

	drained = 0;
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	net_pair(fds);
	CHECK_EQ(evl_stream_open_tcp(&stream, &loop, fds[1], &ops, &loop), 0);
	return fds[0];
}

static void tear_down(int peer, int file)
{
	close(peer);
	close(file);
	evl_stream_release(stream);
	evl_loop_destroy(&loop);
}

/* A file without a name whose bytes tell their place. */
static int make_file(size_t size)
{
	char name[] = "/tmp/evloop-sendfile-XXXXXX";
	int file = mkstemp(name);
	unsigned char *bytes = malloc(size);

	CHECK(file >= 0);
	unlink(name);
	for (size_t i = 0; i < size; i++) {
		bytes[i] = (unsigned char) (i % 251);
	}
	CHECK_EQ(write(file, bytes, size), size);
	free(bytes);
	return file;
}

/* At most `most` bytes of what has come, each compared with its place. */
static void receive(int peer, size_t *seen, size_t most)
{
	unsigned char chunk[65536];
	ssize_t count = recv(peer, chunk, most < sizeof(chunk) ? most : sizeof(chunk), MSG_DONTWAIT);

	for (ssize_t i = 0; i < count; i++) {
		CHECK_EQ(chunk[i], (*seen + (size_t) i) % 251);
	}
	*seen += count > 0 ? (size_t) count : 0;
}

static void send_all(int peer, int file, size_t from, size_t size)
{
	size_t sent = 0, seen = from;

	while (sent < size) {
		int64_t count = evl_stream_send_file(stream, file, from + sent, size - sent);

		CHECK(count > 0 || count == UV_EAGAIN);
		CHECK(count <= EVL_SENDFILE_MOST);
		sent += count > 0 ? (size_t) count : 0;
		evl_loop_poll(&loop, false);
		receive(peer, &seen, 65536);
		CHECK(evl_stream_buffered(stream) <= 65536);
	}
	while (seen < from + size) {
		evl_loop_poll(&loop, false);
		receive(peer, &seen, from + size - seen);
	}
}

TEST(sendfile_sends_all_to_a_peer_that_reads_slowly)
{
	int peer = set_up();
	int file = make_file(SIZE);

	send_all(peer, file, 0, SIZE);
	send_all(peer, file, 251 * 7, 100000);
	send_all(peer, file, 251, 1);
	tear_down(peer, file);
}

TEST(sendfile_stays_behind_earlier_output)
{
	char bytes[20];
	int peer = set_up();
	int file = make_file(SIZE);

	CHECK_EQ(evl_stream_write(stream, "head", 4), 0);
	CHECK(evl_stream_send_file(stream, file, 0, SIZE) > 0);
	CHECK_EQ(recv(peer, bytes, 6, MSG_WAITALL), 6);
	CHECK(memcmp(bytes, "head\0\1", 6) == 0);
	tear_down(peer, file);
}

TEST(sendfile_waits_for_a_full_socket)
{
	int peer = set_up();
	int file = make_file(SIZE);
	size_t sent = 0, seen = 0;
	int64_t count;

	do {
		count = evl_stream_send_file(stream, file, sent, SIZE - sent);
		sent += count > 0 ? (size_t) count : 0;
		evl_loop_poll(&loop, false);
	} while (count > 0 && sent < SIZE);
	CHECK_EQ(count, UV_EAGAIN);
	CHECK(evl_stream_buffered(stream) > 0);
	drained = 0;
	while (drained == 0) {
		receive(peer, &seen, 65536);
		evl_loop_poll(&loop, false);
	}
	CHECK_EQ(evl_stream_buffered(stream), 0);
	CHECK(evl_stream_send_file(stream, file, sent, SIZE - sent) > 0);
	tear_down(peer, file);
}

TEST(sendfile_says_where_the_file_ends)
{
	int peer = set_up();
	int file = make_file(1000);

	CHECK_EQ(evl_stream_send_file(stream, file, 1000, 10), 0);
	CHECK_EQ(evl_stream_send_file(stream, file, 1000, 100000), 0);
	CHECK_EQ(evl_stream_send_file(stream, file, 500, 100000), 500);
	tear_down(peer, file);
}

TEST(sendfile_copies_what_sendfile_does_not_take)
{
	char bytes[10];
	int peer = set_up();
	int file = open("/proc/self/status", O_RDONLY);

	if (file < 0) {
		file = make_file(100);
	}
	CHECK(evl_stream_send_file(stream, file, 0, 100000) > 0);
	evl_loop_poll(&loop, false);
	CHECK_EQ(recv(peer, bytes, 5, MSG_WAITALL), 5);
	tear_down(peer, file);
}

TEST(sendfile_refuses_what_cannot_be_read_or_written)
{
	int pipes[2];
	int peer = set_up();
	int file = make_file(100000);

	CHECK_EQ(pipe(pipes), 0);
	CHECK_EQ(evl_stream_send_file(stream, pipes[0], 0, 100000), UV_ESPIPE);
	close(pipes[0]);
	close(pipes[1]);
	CHECK_EQ(evl_stream_end(stream), 0);
	CHECK_EQ(evl_stream_send_file(stream, file, 0, 100000), UV_EPIPE);
	CHECK(evl_stream_send_file(stream, file, 0, 10) < 0);
	evl_stream_close(stream);
	CHECK_EQ(evl_stream_send_file(stream, file, 0, 100000), UV_ECANCELED);
	tear_down(peer, file);
}

TEST(sendfile_to_a_peer_that_is_gone_fails)
{
	int peer = set_up();
	int file = make_file(SIZE);
	int64_t count = 0;

	net_reset(peer);
	for (int i = 0; i < 100 && count >= 0; i++) {
		count = evl_stream_send_file(stream, file, 0, SIZE);
	}
	CHECK(count == UV_EPIPE || count == UV_ECONNRESET);
	tear_down(dup(file), file);
}

TEST(stream_reset_is_seen_by_the_peer)
{
	char byte;
	int peer = set_up();

	CHECK_EQ(evl_stream_write(stream, "x", 1), 0);
	evl_stream_reset(stream);
	evl_loop_poll(&loop, false);
	CHECK_EQ(recv(peer, &byte, 1, 0), -1);
	CHECK_EQ(errno, ECONNRESET);
	tear_down(peer, dup(peer));
}
