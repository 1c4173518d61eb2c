/* SPDX-License-Identifier: MIT */
/* A stream's life and its reading side. */
#include "src/reactor/stream.h"

#include "src/core/mem.h"

#include <errno.h>
#include <stdlib.h>

#include "tests/unit/net.h"

typedef struct owner {
	evl_stream *stream;
	int readable;
	int drained;
	int connected;
	int connect_status;
	int closed;
	void (*on_readable)(struct owner *);
	bool release_in_closed;
} owner;

static evl_loop loop;

static void on_readable(evl_stream *stream, void *data)
{
	owner *self = data;

	self->readable++;
	if (self->on_readable != NULL) {
		self->on_readable(self);
	}
}

static void on_drained(evl_stream *stream, void *data)
{
	((owner *) data)->drained++;
}

static void on_connected(evl_stream *stream, void *data, int status)
{
	((owner *) data)->connected++;
	((owner *) data)->connect_status = status;
}

static void on_closed(evl_handle *handle, void *data)
{
	owner *self = data;

	self->closed++;
	if (self->release_in_closed) {
		evl_handle_release(handle);
		self->stream = NULL;
	}
}

static const evl_stream_ops ops = {
	.handle = {.closed = on_closed}, .readable = on_readable, .drained = on_drained, .connected = on_connected};

/* A loop, and a stream whose peer is a plain descriptor. */
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

/*
 * The owners here push no ready items, which would keep a poll from waiting: so what the flush tells is looked at
 * before.
 */
static void poll_until(const int *counter, int value)
{
	for (evl_loop_flush(&loop); *counter < value; evl_loop_flush(&loop)) {
		CHECK(evl_loop_is_alive(&loop));
		evl_loop_poll(&loop, true);
	}
}

TEST(stream_reads_into_its_buffer_and_then_the_end)
{
	owner self;
	int peer = set_up(&self);

	CHECK(!evl_loop_is_alive(&loop));
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK(evl_loop_is_alive(&loop));
	CHECK_EQ(write(peer, "hello", 5), 5);
	poll_until(&self.readable, 1);
	CHECK_MEM(evl_buf_data(&self.stream->in), self.stream->in.length, "hello", 5);
	CHECK_EQ(self.stream->read_status, 0);
	shutdown(peer, SHUT_WR);
	poll_until(&self.readable, 2);
	CHECK_EQ(self.stream->read_status, UV_EOF);
	CHECK_EQ(self.stream->in.length, 5);
	evl_stream_consume(self.stream, 5);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK(!evl_loop_is_alive(&loop));
	tear_down(&self, peer);
	CHECK_EQ(self.readable, 2);
	CHECK_EQ(self.closed, 0);
}

TEST(stream_reset_is_a_read_status)
{
	owner self;
	int peer = set_up(&self);

	evl_stream_read_start(self.stream);
	net_reset(peer);
	poll_until(&self.readable, 1);
	CHECK_EQ(self.stream->read_status, UV_ECONNRESET);
	tear_down(&self, -1);
}

TEST(stream_reading_pauses_at_its_high_mark)
{
	enum { TOTAL = 1000000 };
	owner self;
	int peer = set_up(&self);
	unsigned char chunk[10000];
	size_t sent = 0;
	size_t seen = 0;

	self.stream->in_high = 20000;
	fcntl(peer, F_SETFL, O_NONBLOCK);
	evl_stream_read_start(self.stream);
	while (seen < TOTAL) {
		while (sent < TOTAL) {
			ssize_t size = TOTAL - sent < sizeof(chunk) ? TOTAL - sent : sizeof(chunk);

			for (ssize_t i = 0; i < size; i++) {
				chunk[i] = (unsigned char) ((sent + (size_t) i) % 251);
			}
			size = write(peer, chunk, (size_t) size);
			if (size < 0) {
				CHECK_EQ(errno, EAGAIN);
				break;
			}
			sent += (size_t) size;
		}
		evl_loop_poll(&loop, false);
		CHECK(self.stream->in.length <= 20000);
		if (self.stream->in.length >= 20000 || sent == TOTAL) {
			size_t size = self.stream->in.length < 7000 ? self.stream->in.length : 7000;

			for (size_t i = 0; i < size; i++) {
				CHECK_EQ((unsigned char) evl_buf_data(&self.stream->in)[i], (seen + i) % 251);
			}
			seen += size;
			evl_stream_consume(self.stream, size);
		}
	}
	tear_down(&self, peer);
}

TEST(stream_paused_by_a_full_buffer_is_not_alive_until_consumed)
{
	owner self;
	int peer = set_up(&self);

	self.stream->in_high = 10;
	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, "0123456789abcdef", 16), 16);
	poll_until(&self.readable, 1);
	CHECK_EQ(self.stream->in.length, 10);
	CHECK(self.stream->stream_flags & EVL_STREAM_READING);
	evl_loop_poll(&loop, true);
	CHECK_EQ(self.stream->in.length, 10);
	CHECK(!(self.stream->stream_flags & EVL_STREAM_READING));
	CHECK(!evl_loop_is_alive(&loop));
	evl_stream_consume(self.stream, 4);
	CHECK(!(self.stream->stream_flags & EVL_STREAM_READING));
	evl_stream_consume(self.stream, 1);
	CHECK(self.stream->stream_flags & EVL_STREAM_READING);
	poll_until(&self.readable, 2);
	CHECK_MEM(evl_buf_data(&self.stream->in), self.stream->in.length, "56789abcde", 10);
	tear_down(&self, peer);
}

TEST(stream_consumed_before_the_next_poll_is_never_paused)
{
	owner self;
	int peer = set_up(&self);
	char bytes[1000] = {0};

	self.stream->in_high = 100;
	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, bytes, sizeof(bytes)), sizeof(bytes));
	for (int i = 1; i <= 10; i++) {
		poll_until(&self.readable, i);
		CHECK_EQ(self.stream->in.length, 100);
		CHECK(self.stream->stream_flags & EVL_STREAM_READING);
		evl_stream_consume(self.stream, 100);
	}
	tear_down(&self, peer);
}

TEST(stream_read_stop_keeps_what_is_buffered)
{
	owner self;
	int peer = set_up(&self);

	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, "abc", 3), 3);
	poll_until(&self.readable, 1);
	evl_stream_read_stop(self.stream);
	evl_stream_read_stop(self.stream);
	CHECK_EQ(write(peer, "def", 3), 3);
	evl_loop_poll(&loop, false);
	evl_stream_consume(self.stream, 1);
	evl_loop_poll(&loop, true);
	CHECK_MEM(evl_buf_data(&self.stream->in), self.stream->in.length, "bc", 2);
	evl_stream_read_start(self.stream);
	poll_until(&self.readable, 2);
	CHECK_MEM(evl_buf_data(&self.stream->in), self.stream->in.length, "bcdef", 5);
	tear_down(&self, peer);
}

static void consume_all(owner *self)
{
	evl_stream_consume(self->stream, self->stream->in.length);
}

TEST(stream_keep_alive_allocates_nothing_per_request)
{
	owner self;
	int peer = set_up(&self);
	char request[200] = {0};
	char *in;
	char *out;

	self.on_readable = consume_all;
	evl_stream_read_start(self.stream);
	for (int i = 0; i < 100; i++) {
		CHECK_EQ(write(peer, request, sizeof(request)), sizeof(request));
		poll_until(&self.readable, i + 1);
		CHECK_EQ(evl_stream_write(self.stream, request, sizeof(request)), 0);
		evl_loop_flush(&loop);
		CHECK_EQ(read(peer, request, sizeof(request)), sizeof(request));
		if (i == 0) {
			in = self.stream->in.block;
			out = self.stream->out.block;
			CHECK(in != NULL && out != NULL);
		}
		CHECK_PTR(self.stream->in.block, in);
		CHECK_PTR(self.stream->out.block, out);
	}
	tear_down(&self, peer);
}

static void close_self(owner *self)
{
	evl_stream_close(self->stream);
	evl_stream_close(self->stream);
}

TEST(stream_closed_in_its_own_callback)
{
	owner self;
	int peer = set_up(&self);

	self.on_readable = close_self;
	self.release_in_closed = true;
	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, "x", 1), 1);
	poll_until(&self.closed, 1);
	CHECK_EQ(self.readable, 1);
	CHECK(self.stream == NULL);
	tear_down(&self, peer);
}

static void release_self(owner *self)
{
	evl_stream_release(self->stream);
	self->stream = NULL;
}

TEST(stream_released_in_its_own_callback)
{
	owner self;
	int peer = set_up(&self);

	self.on_readable = release_self;
	evl_stream_read_start(self.stream);
	CHECK_EQ(write(peer, "x", 1), 1);
	poll_until(&self.readable, 1);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(loop.handles_closed, 1);
	CHECK_EQ(self.closed, 0);
	tear_down(&self, peer);
}

TEST(stream_refuses_everything_once_closed)
{
	owner self;
	struct sockaddr_storage address;
	int length;
	int peer = set_up(&self);

	evl_stream_read_start(self.stream);
	evl_stream_write(self.stream, "lost", 4);
	evl_stream_close(self.stream);
	for (int round = 0; round < 2; round++) {
		CHECK_EQ(evl_stream_read_start(self.stream), UV_ECANCELED);
		CHECK_EQ(evl_stream_write(self.stream, "x", 1), UV_ECANCELED);
		CHECK_PTR(evl_stream_reserve(self.stream, 10), NULL);
		CHECK_EQ(evl_stream_end(self.stream), UV_ECANCELED);
		CHECK_EQ(evl_stream_no_delay(self.stream, true), UV_ECANCELED);
		CHECK(evl_stream_fd(self.stream) < 0);
		CHECK(evl_stream_address(self.stream, false, &address, &length) < 0);
		evl_stream_read_stop(self.stream);
		evl_stream_consume(self.stream, 10);
		evl_stream_flush(self.stream);
		poll_until(&self.closed, 1);
	}
	tear_down(&self, peer);
	CHECK_EQ(self.closed, 1);
	CHECK_EQ(self.drained, 0);
}

TEST(stream_outlives_its_loop)
{
	owner self;
	int peer = set_up(&self);

	evl_stream_read_start(self.stream);
	evl_stream_write(self.stream, "x", 1);
	evl_loop_destroy(&loop);
	memset(&loop, 0xaa, sizeof(loop));
	CHECK_EQ(self.closed, 0);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), UV_ECANCELED);
	evl_stream_consume(self.stream, 1);
	evl_stream_close(self.stream);
	evl_stream_release(self.stream);
	close(peer);
}

TEST(stream_connects_and_sends_what_was_written_before)
{
	owner self = {0};
	struct sockaddr_in to;
	struct sockaddr_in from = net_loopback(0);
	struct sockaddr_storage address;
	char bytes[10];
	int length;
	int listening = net_listen(&to);
	int peer;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(
		evl_stream_connect_tcp(&self.stream, &loop, (struct sockaddr *) &to, (struct sockaddr *) &from, &ops, &self),
		0);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK_EQ(evl_stream_write(self.stream, "early", 5), 0);
	CHECK_EQ(evl_stream_end(self.stream), 0);
	poll_until(&self.connected, 1);
	CHECK_EQ(self.connect_status, 0);
	CHECK_EQ(evl_stream_no_delay(self.stream, true), 0);
	poll_until(&self.drained, 1);
	CHECK(self.stream->stream_flags & EVL_STREAM_ENDED);
	peer = accept(listening, NULL, NULL);
	CHECK_EQ(recv(peer, bytes, sizeof(bytes), MSG_WAITALL), 5);
	CHECK_EQ(write(peer, "late", 4), 4);
	poll_until(&self.readable, 1);
	CHECK_EQ(self.stream->in.length, 4);
	CHECK_EQ(evl_stream_address(self.stream, true, &address, &length), 0);
	CHECK_EQ(length, sizeof(to));
	CHECK_EQ(((struct sockaddr_in *) &address)->sin_port, to.sin_port);
	CHECK_EQ(evl_stream_address(self.stream, false, &address, &length), 0);
	CHECK(((struct sockaddr_in *) &address)->sin_port != to.sin_port);
	close(listening);
	tear_down(&self, peer);
}

TEST(stream_connect_refused_is_told)
{
	owner self = {0};
	struct sockaddr_in to;

	close(net_listen(&to));
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_stream_connect_tcp(&self.stream, &loop, (struct sockaddr *) &to, NULL, &ops, &self), 0);
	evl_stream_write(self.stream, "x", 1);
	evl_stream_read_start(self.stream);
	poll_until(&self.connected, 1);
	CHECK_EQ(self.connect_status, UV_ECONNREFUSED);
	CHECK_EQ(self.stream->read_status, UV_ECONNREFUSED);
	CHECK_EQ(evl_stream_write(self.stream, "x", 1), UV_ECONNREFUSED);
	CHECK_EQ(evl_stream_end(self.stream), UV_ECONNREFUSED);
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	tear_down(&self, -1);
	CHECK_EQ(self.connected, 1);
}

TEST(stream_connect_that_cannot_begin_leaves_nothing)
{
	owner self = {0};
	struct sockaddr nothing = {.sa_family = 250};

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_stream_connect_tcp(&self.stream, &loop, &nothing, NULL, &ops, &self), UV_EINVAL);
	CHECK(self.stream == NULL);
	CHECK_EQ(evl_stream_open_tcp(&self.stream, &loop, -1, &ops, &self), UV_EBADF);
	CHECK(self.stream == NULL);
	tear_down(&self, -1);
	CHECK_EQ(loop.handles_opened, 2);
}

/* The three ends of a connect in flight, to an address that does not answer. */
static void connect_in_flight(int how)
{
	owner self = {0};
	struct sockaddr_in to;
	int listening = net_listen(&to);

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_stream_connect_tcp(&self.stream, &loop, (struct sockaddr *) &to, NULL, &ops, &self), 0);
	evl_stream_write(self.stream, "x", 1);
	if (how == 0) {
		evl_stream_close(self.stream);
		poll_until(&self.closed, 1);
	} else if (how == 1) {
		evl_stream_release(self.stream);
		self.stream = NULL;
	}
	CHECK_EQ(self.connected, 0);
	evl_loop_destroy(&loop);
	if (self.stream != NULL) {
		evl_stream_release(self.stream);
	}
	CHECK_EQ(self.connected, 0);
	close(listening);
}

TEST(stream_connect_in_flight_is_closed)
{
	connect_in_flight(0);
}

TEST(stream_connect_in_flight_is_released)
{
	connect_in_flight(1);
}

TEST(stream_connect_in_flight_loses_its_loop)
{
	connect_in_flight(2);
}

TEST(stream_check_sees_what_is_wrong)
{
	evl_stream stream = {0};

	CHECK(evl_stream_check(&stream));
	stream.out_pending = 5;
	CHECK(!evl_stream_check(&stream));
	stream.out_pending = 0;
	stream.stream_flags = EVL_STREAM_READING;
	CHECK(!evl_stream_check(&stream));
	stream.stream_flags |= EVL_STREAM_WANTED;
	CHECK(evl_stream_check(&stream));
	stream.read_status = UV_EOF;
	CHECK(!evl_stream_check(&stream));
}
