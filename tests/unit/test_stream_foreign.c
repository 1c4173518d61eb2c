/* SPDX-License-Identifier: MIT */
/* Streams over descriptors whose file others use. */
#include "src/reactor/stream_foreign.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>

#include "tests/unit/net.h"

static evl_loop loop;

typedef struct owner {
	evl_stream *stream;
	int readable;
	int drained;
	bool gone;
} owner;

static void on_readable(evl_stream *stream, void *data)
{
	((owner *) data)->readable++;
}

static void on_drained(evl_stream *stream, void *data)
{
	((owner *) data)->drained++;
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained};

static bool is_gone(void *data)
{
	return ((owner *) data)->gone;
}

static void set_up(owner *self, int fd)
{
	memset(self, 0, sizeof(*self));
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_stream_open_foreign(&self->stream, &loop, fd, &ops, self), 0);
	CHECK(evl_stream_check(self->stream));
}

static void tear_down(owner *self)
{
	evl_stream_release(self->stream);
	evl_loop_destroy(&loop);
}

static void turn(void)
{
	evl_loop_flush(&loop);
	evl_loop_poll(&loop, true);
}

TEST(a_blocking_pipe_is_read_and_stays_blocking)
{
	owner self;
	int fds[2];

	CHECK_EQ(pipe(fds), 0);
	set_up(&self, fds[0]);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK_EQ(write(fds[1], "hello", 5), 5);
	while (self.readable == 0) {
		turn();
	}
	CHECK_EQ(self.stream->in.length, 5);
	CHECK_EQ(fcntl(fds[0], F_GETFL) & O_NONBLOCK, 0);
	close(fds[1]);
	while (self.stream->read_status == 0) {
		turn();
	}
	CHECK_EQ(self.stream->read_status, UV_EOF);
	tear_down(&self);
}

TEST(a_full_buffer_stops_reading_until_it_is_consumed)
{
	owner self;
	int fds[2];

	CHECK_EQ(pipe(fds), 0);
	set_up(&self, fds[0]);
	self.stream->in_high = 4;
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	CHECK_EQ(write(fds[1], "123456", 6), 6);
	while (self.stream->in.length < 4) {
		turn();
	}
	CHECK(!(self.stream->stream_flags & EVL_STREAM_READING));
	evl_stream_consume(self.stream, 4);
	while (self.stream->in.length < 2) {
		turn();
	}
	CHECK_EQ(memcmp(evl_buf_data(&self.stream->in), "56", 2), 0);
	close(fds[1]);
	tear_down(&self);
}

TEST(what_a_blocking_pipe_does_not_take_waits_for_room)
{
	static char block[300000];
	owner self;
	char out[65536];
	size_t total = 0;
	int fds[2];

	CHECK_EQ(pipe(fds), 0);
	CHECK_EQ(fcntl(fds[0], F_SETFL, O_NONBLOCK), 0);
	set_up(&self, fds[1]);
	CHECK_EQ(evl_stream_write(self.stream, block, sizeof(block)), 0);
	CHECK(evl_stream_buffered(self.stream) > 0);
	while (total < sizeof(block)) {
		ssize_t got = read(fds[0], out, sizeof(out));

		if (got > 0) {
			total += (size_t) got;
		} else {
			/* Not to wait: who would make room is this very thread. */
			evl_loop_flush(&loop);
			evl_loop_poll(&loop, false);
		}
	}
	CHECK(self.drained > 0);
	close(fds[0]);
	tear_down(&self);
}

TEST(writing_to_a_pipe_that_nobody_reads_fails)
{
	owner self;
	int fds[2];

	CHECK_EQ(pipe(fds), 0);
	set_up(&self, fds[1]);
	close(fds[0]);
	CHECK_EQ(evl_stream_write_at_once(self.stream, "x", 1), UV_EPIPE);
	CHECK_EQ(self.stream->write_status, UV_EPIPE);
	tear_down(&self);
}

TEST(a_regular_file_is_read_to_its_end)
{
	char name[] = "/tmp/evloop-foreign-XXXXXX";
	owner self;
	int fd = mkstemp(name);

	CHECK(fd >= 0);
	(void) unlink(name);
	CHECK_EQ(write(fd, "content", 7), 7);
	CHECK_EQ(lseek(fd, 0, SEEK_SET), 0);
	set_up(&self, fd);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	while (self.stream->read_status == 0) {
		turn();
	}
	CHECK_EQ(self.stream->read_status, UV_EOF);
	CHECK_EQ(self.stream->in.length, 7);
	tear_down(&self);
}

TEST(who_says_that_it_is_gone_fails_the_reading)
{
	owner self;
	int fds[2];

	CHECK_EQ(pipe(fds), 0);
	set_up(&self, fds[0]);
	evl_stream_watch_gone(self.stream, is_gone);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	self.gone = true;
	loop.touched = true;
	turn();
	CHECK_EQ(self.stream->read_status, UV_EBADF);
	close(fds[1]);
	tear_down(&self);
}

static void open_pair(int *controller, int *terminal)
{
	struct termios mode;

	*controller = posix_openpt(O_RDWR | O_NOCTTY);
	CHECK(*controller >= 0 && grantpt(*controller) == 0 && unlockpt(*controller) == 0);
	*terminal = open(ptsname(*controller), O_RDWR | O_NOCTTY);
	CHECK(*terminal >= 0);
	CHECK_EQ(tcgetattr(*terminal, &mode), 0);
	cfmakeraw(&mode);
	CHECK_EQ(tcsetattr(*terminal, TCSANOW, &mode), 0);
}

/* A terminal of which nobody reads what is written. */
TEST(a_blocking_terminal_that_is_full_blocks_nobody)
{
	int controller, terminal;
	char bulk[65536];
	char got[65536];
	size_t size = 0;
	owner self;

	open_pair(&controller, &terminal);
	set_up(&self, fcntl(terminal, F_DUPFD_CLOEXEC, 3));
	memset(bulk, 'x', sizeof(bulk));
	for (int i = 0; i < 8; i++) {
		CHECK_EQ(evl_stream_write(self.stream, bulk, sizeof(bulk)), 0);
		evl_stream_flush(self.stream);
	}
	CHECK(evl_stream_buffered(self.stream) > 0);
	CHECK_EQ(fcntl(terminal, F_GETFL) & O_NONBLOCK, 0);
	while (size < 8 * sizeof(bulk)) {
		ssize_t count;

		evl_loop_flush(&loop);
		evl_loop_poll(&loop, false);
		CHECK_EQ(fcntl(controller, F_SETFL, O_NONBLOCK), 0);
		count = read(controller, got, sizeof(got));
		size += count > 0 ? (size_t) count : 0;
	}
	CHECK_EQ(evl_stream_buffered(self.stream), 0);
	tear_down(&self);
	close(terminal);
	close(controller);
}

/* What a program in a pseudo-terminal does not read, and its end. */
TEST(the_controlling_side_of_a_terminal_blocks_nobody_and_has_an_end)
{
	char bulk[65536];
	int controller, terminal;
	owner self;

	open_pair(&controller, &terminal);
	set_up(&self, controller);
	memset(bulk, 'x', sizeof(bulk));
	for (int i = 0; i < 8; i++) {
		CHECK_EQ(evl_stream_write(self.stream, bulk, sizeof(bulk)), 0);
	}
	for (int i = 0; i < 200; i++) {
		evl_loop_flush(&loop);
		evl_loop_poll(&loop, false);
	}
	CHECK(evl_stream_buffered(self.stream) > 0);
	CHECK_EQ(self.stream->write_status, 0);
	CHECK_EQ(write(terminal, "bye", 3), 3);
	close(terminal);
	CHECK_EQ(evl_stream_read_start(self.stream), 0);
	while (self.stream->read_status == 0 || self.stream->write_status == 0) {
		turn();
	}
	CHECK_EQ(self.stream->in.length, 3);
	CHECK_EQ(self.stream->read_status, UV_EOF);
	CHECK_EQ(self.stream->write_status, UV_EIO);
	tear_down(&self);
}
