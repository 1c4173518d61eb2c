/* SPDX-License-Identifier: MIT */
/* A stream's writing side: order, coalescing, failures, the end. */
#include "src/reactor/stream.h"

#include "src/core/mem.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "tests/unit/net.h"

typedef struct owner {
	evl_stream *stream;
	int drained;
	void (*on_drained)(struct owner *);
} owner;

static evl_loop loop;
static char megabytes[4 << 20];

static void on_readable(evl_stream *stream, void *data)
{
}

static void on_drained(evl_stream *stream, void *data)
{
	owner *self = data;

	self->drained++;
	if (self->on_drained != NULL) {
		self->on_drained(self);
	}
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained};

static int set_up(owner *self)
{
	int fds[2];

	memset(self, 0, sizeof(*self));
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	net_pair(fds);
	CHECK_EQ(evl_stream_open_tcp(&self->stream, &loop, fds[1], &ops, self), 0);
	return fds[0];
}

static void tear_down(owner *self, int peer)
{
	if (peer >= 0) {
		close(peer);
	}
	if (self->stream != NULL) {
		evl_stream_release(self->stream);
	}
	evl_loop_destroy(&loop);
}

/* Read at the peer until `size` bytes came, polling the loop meanwhile, and compare each with its place. */
static void drain_peer(int peer, size_t *seen, size_t size)
{
	unsigned char chunk[65536];

	while (size > 0) {
		ssize_t count = recv(peer, chunk, size < sizeof(chunk) ? size : sizeof(chunk), MSG_DONTWAIT);

		if (count < 0) {
			CHECK_EQ(errno, EAGAIN);
			evl_loop_poll(&loop, false);
			continue;
		}
		for (ssize_t i = 0; i < count; i++) {
			CHECK_EQ(chunk[i], (*seen + (size_t) i) % 251);
		}
		*seen += (size_t) count;
		size -= (size_t) count;
	}
}

static void fill(char *bytes, size_t from, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		bytes[i] = (char) ((from + i) % 251);
	}
}

TEST(stream_write_leaves_once_a_tick)
{
	owner self;
	char bytes[2000];
	int waiting;
	int peer = set_up(&self);

	for (int i = 0; i < 100; i++) {
		CHECK_EQ(evl_stream_write(self.stream, "0123456789", 10), 0);
	}
	memcpy(evl_stream_reserve(self.stream, 100), "formatted", 9);
	evl_stream_commit(self.stream, 9);
	CHECK_EQ(evl_stream_write(self.stream, NULL, 0), 0);
	CHECK_EQ(evl_stream_buffered(self.stream), 1009);
	CHECK_EQ(self.stream->written, 1009);
	CHECK_EQ(ioctl(peer, FIONREAD, &waiting), 0);
	CHECK_EQ(waiting, 0);
	evl_loop_poll(&loop, false);
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	CHECK_EQ(self.drained, 1);
	CHECK_EQ(recv(peer, bytes, sizeof(bytes), 0), 1009);
	CHECK(memcmp(bytes + 1000, "formatted", 9) == 0);
	evl_loop_poll(&loop, false);
	CHECK_EQ(self.drained, 1);
	tear_down(&self, peer);
}

TEST(stream_write_of_much_goes_at_once_without_a_copy)
{
	owner self;
	size_t seen = 0;
	int peer = set_up(&self);

	fill(megabytes, 0, sizeof(megabytes));
	CHECK_EQ(evl_stream_write(self.stream, megabytes, 65536), 0);
	CHECK_EQ(self.drained, 1);
	CHECK_EQ(self.stream->out.capacity, 0);
	drain_peer(peer, &seen, 65536);
	/* And behind what waits. */
	CHECK_EQ(evl_stream_write(self.stream, megabytes + seen % 251, 100), 0);
	CHECK_EQ(evl_stream_write(self.stream, megabytes + (seen + 100) % 251, 70000), 0);
	CHECK_EQ(self.drained, 2);
	drain_peer(peer, &seen, 70100);
	tear_down(&self, peer);
}

TEST(stream_write_at_once_does_not_wait_for_the_tick)
{
	owner self;
	size_t seen = 0, full;
	int peer = set_up(&self);

	fill(megabytes, 0, sizeof(megabytes));
	CHECK_EQ(evl_stream_write(self.stream, megabytes, 100), 0);
	CHECK_EQ(evl_stream_write_at_once(self.stream, megabytes + 100, 5000), 0);
	CHECK_EQ(evl_stream_write_at_once(self.stream, megabytes, 0), 0);
	CHECK_EQ(self.drained, 1);
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	drain_peer(peer, &seen, 5100);
	/* Nor does it overtake what the kernel has not taken. */
	CHECK_EQ(evl_stream_write(self.stream, megabytes + seen % 251, 3 << 20), 0);
	full = (3 << 20) + seen;
	CHECK_EQ(evl_stream_write_at_once(self.stream, megabytes + full % 251, 10), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	CHECK_EQ(evl_stream_write_at_once(self.stream, megabytes, 10), UV_EPIPE);
	drain_peer(peer, &seen, (3 << 20) + 10);
	tear_down(&self, peer);
}

TEST(stream_write_keeps_the_order_in_every_mix)
{
	enum { TOTAL = 40 << 20 };
	owner self;
	size_t sent = 0;
	size_t seen = 0;
	int peer = set_up(&self);

	fill(megabytes, 0, sizeof(megabytes));
	srand(11);
	while (seen < TOTAL) {
		size_t size = (size_t) rand() % (rand() % 4 == 0 ? 300000 : 3000);

		if (sent < TOTAL && evl_stream_buffered(self.stream) < sizeof(megabytes)) {
			size = size < TOTAL - sent ? size : TOTAL - sent;
			if (rand() % 3 == 0) {
				memcpy(evl_stream_reserve(self.stream, size), megabytes + sent % 251, size);
				evl_stream_commit(self.stream, size);
			} else {
				CHECK_EQ(evl_stream_write(self.stream, megabytes + sent % 251, size), 0);
			}
			sent += size;
		}
		if (rand() % 5 == 0) {
			evl_stream_flush(self.stream);
		}
		if (rand() % 3 == 0) {
			evl_loop_poll(&loop, false);
		}
		size = (size_t) rand() % 300000;
		drain_peer(peer, &seen, size < sent - seen ? size : sent - seen);
	}
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	CHECK_EQ(self.stream->written, sent);
	tear_down(&self, peer);
}

/* Write until the kernel takes no more. */
static size_t clog_up(owner *self)
{
	size_t sent = 0;

	fill(megabytes, 0, sizeof(megabytes));
	while (!(self->stream->stream_flags & EVL_STREAM_WRITING)) {
		CHECK_EQ(evl_stream_write(self->stream, megabytes + sent % 251, 100000), 0);
		sent += 100000;
	}
	return sent;
}

TEST(stream_end_goes_behind_all_output)
{
	owner self;
	size_t seen = 0;
	size_t sent;
	char byte;
	int peer = set_up(&self);

	sent = clog_up(&self);
	CHECK_EQ(evl_stream_write(self.stream, megabytes + sent % 251, 5), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), UV_EPIPE);
	CHECK_PTR(evl_stream_reserve(self.stream, 1), NULL);
	drain_peer(peer, &seen, sent + 5);
	while (!(self.stream->stream_flags & EVL_STREAM_ENDED)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(recv(peer, &byte, 1, 0), 0);
	CHECK_EQ(self.stream->write_status, 0);
	CHECK(self.drained >= 1);
	/* Half closed: the other direction goes on. */
	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, "y", 1), 1);
	while (self.stream->in.length == 0) {
		evl_loop_poll(&loop, true);
	}
	tear_down(&self, peer);
}

TEST(stream_end_alone_is_told)
{
	owner self;
	char byte;
	int peer = set_up(&self);

	CHECK_EQ(evl_stream_end(self.stream), 0);
	CHECK_EQ(self.drained, 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(self.drained, 1);
	CHECK(self.stream->stream_flags & EVL_STREAM_ENDED);
	CHECK_EQ(recv(peer, &byte, 1, 0), 0);
	tear_down(&self, peer);
}

TEST(stream_write_to_a_peer_that_is_gone_is_a_status_and_no_signal)
{
	owner self;
	int status;
	int peer;

	signal(SIGPIPE, SIG_DFL);
	peer = set_up(&self);
	net_reset(peer);
	usleep(1000);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), 0);
	evl_loop_flush(&loop);
	CHECK_EQ(self.drained, 1);
	status = self.stream->write_status;
	CHECK(status == UV_ECONNRESET || status == UV_EPIPE);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), status);
	CHECK_EQ(evl_stream_write(self.stream, megabytes, 100000), status);
	CHECK_EQ(evl_stream_end(self.stream), status);
	evl_stream_flush(self.stream);
	CHECK_EQ(self.drained, 1);
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	tear_down(&self, -1);
}

TEST(stream_write_in_flight_fails_with_the_peer)
{
	owner self;
	int drained;
	int peer = set_up(&self);

	(void) clog_up(&self);
	drained = self.drained;
	CHECK_EQ(evl_stream_write(self.stream, "behind", 6), 0);
	CHECK(evl_stream_buffered(self.stream) > 6);
	net_reset(peer);
	while (self.drained == drained) {
		CHECK(evl_loop_is_alive(&loop));
		evl_loop_poll(&loop, true);
	}
	CHECK(self.stream->write_status == UV_ECONNRESET || self.stream->write_status == UV_EPIPE);
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	tear_down(&self, -1);
}

TEST(stream_closed_with_a_write_in_flight)
{
	owner self;
	int drained;
	int peer = set_up(&self);

	(void) clog_up(&self);
	drained = self.drained;
	evl_stream_write(self.stream, "behind", 6);
	evl_stream_close(self.stream);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(self.drained, drained);
	tear_down(&self, peer);
}

TEST(stream_released_with_a_write_in_flight)
{
	owner self;
	int peer = set_up(&self);

	(void) clog_up(&self);
	evl_stream_release(self.stream);
	self.stream = NULL;
	tear_down(&self, peer);
}

TEST(stream_loses_its_loop_with_a_write_in_flight)
{
	owner self;
	int peer = set_up(&self);

	(void) clog_up(&self);
	evl_stream_write(self.stream, "behind", 6);
	evl_loop_destroy(&loop);
	evl_stream_release(self.stream);
	close(peer);
}

static void write_more(owner *self)
{
	if (self->drained < 5) {
		CHECK_EQ(evl_stream_write(self->stream, "more", 4), 0);
	}
}

TEST(stream_write_from_drained_leaves_before_the_poll_waits)
{
	owner self;
	char bytes[32];
	int peer = set_up(&self);

	self.on_drained = write_more;
	evl_stream_write(self.stream, "more", 4);
	evl_loop_poll(&loop, true);
	CHECK_EQ(self.drained, 5);
	CHECK_EQ(recv(peer, bytes, sizeof(bytes), 0), 20);
	tear_down(&self, peer);
}

static void close_self(owner *self)
{
	evl_stream_close(self->stream);
}

TEST(stream_closed_from_drained)
{
	owner self;
	int peer = set_up(&self);

	self.on_drained = close_self;
	evl_stream_write(self.stream, "x", 1);
	evl_stream_end(self.stream);
	evl_loop_poll(&loop, true);
	CHECK_EQ(self.drained, 1);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), UV_ECANCELED);
	tear_down(&self, peer);

	peer = set_up(&self);
	self.on_drained = close_self;
	CHECK_EQ(evl_stream_write(self.stream, megabytes, 65536), 0);
	CHECK_EQ(self.drained, 1);
	tear_down(&self, peer);
}

/* All that a peer reads until the end, while the loop writes. */
static size_t read_all(int peer)
{
	static char bytes[1 << 16];
	size_t total = 0;
	ssize_t size;

	CHECK_EQ(fcntl(peer, F_SETFL, O_NONBLOCK), 0);
	for (;;) {
		evl_loop_poll(&loop, false);
		size = read(peer, bytes, sizeof(bytes));
		if (size == 0) {
			return total;
		}
		if (size > 0) {
			total += (size_t) size;
		} else {
			CHECK_EQ(errno, EAGAIN);
		}
	}
}

TEST(stream_lingers_until_its_end_is_sent)
{
	owner self;
	int peer = set_up(&self);
	int drained;

	CHECK_EQ(evl_stream_write(self.stream, megabytes, sizeof(megabytes)), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	evl_stream_linger(self.stream, UINT64_C(60000000000));
	self.stream = NULL;
	/* A kernel with much room may have taken all of it at the write. */
	drained = self.drained;
	CHECK(evl_loop_is_alive(&loop) || drained == 1);
	CHECK_EQ(read_all(peer), sizeof(megabytes));
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(self.drained, drained);
	CHECK_EQ(loop.handles_closed, loop.handles_opened);
	tear_down(&self, peer);
}

TEST(stream_lingering_ends_with_its_peer)
{
	owner self;
	int peer = set_up(&self);

	CHECK_EQ(evl_stream_write(self.stream, megabytes, sizeof(megabytes)), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	evl_stream_linger(self.stream, UINT64_C(60000000000));
	self.stream = NULL;
	net_reset(peer);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(loop.handles_closed, loop.handles_opened);
	tear_down(&self, -1);
}

TEST(stream_lingering_loses_its_loop)
{
	owner self;
	int peer = set_up(&self);

	CHECK_EQ(evl_stream_write(self.stream, megabytes, sizeof(megabytes)), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	evl_stream_linger(self.stream, UINT64_C(60000000000));
	self.stream = NULL;
	tear_down(&self, peer);
}

TEST(stream_without_an_end_does_not_linger)
{
	owner self;
	int peer = set_up(&self);

	evl_stream_linger(self.stream, UINT64_C(60000000000));
	self.stream = NULL;
	evl_loop_poll(&loop, true);
	CHECK_EQ(loop.handles_closed, loop.handles_opened);
	tear_down(&self, peer);
}

TEST(stream_output_of_the_last_tick_is_sent)
{
	owner self;
	int peer = set_up(&self);
	char byte;

	CHECK_EQ(evl_stream_write(self.stream, "x", 1), 0);
	evl_loop_destroy(&loop);
	CHECK_EQ(self.drained, 0);
	evl_stream_release(self.stream);
	CHECK_EQ(read(peer, &byte, 1), 1);
	CHECK_EQ(byte, 'x');
	close(peer);
}

TEST(stream_lingers_no_longer_than_its_limit)
{
	owner self;
	int peer = set_up(&self);

	CHECK_EQ(evl_stream_write(self.stream, megabytes, sizeof(megabytes)), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	evl_stream_linger(self.stream, 1000000);
	self.stream = NULL;
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(loop.handles_closed, loop.handles_opened);
	tear_down(&self, peer);
}
