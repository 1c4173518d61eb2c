/* SPDX-License-Identifier: MIT */
/* Descriptors that travel along with bytes. */
#include "src/reactor/stream.h"

#include "src/reactor/unix_socket.h"

#include <errno.h>

#include "tests/unit/net.h"

static evl_loop loop;
static evl_stream *sender;
static evl_stream *receiver;
static int readable;

static void on_readable(evl_stream *stream, void *owner)
{
	readable++;
}

static void on_drained(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained};

static void set_up(void)
{
	int fds[2];

	readable = 0;
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_unix_socket_pair(fds), 0);
	CHECK_EQ(evl_stream_open_pipe(&sender, &loop, fds[0], &ops, &loop), 0);
	CHECK_EQ(evl_stream_open_pipe(&receiver, &loop, fds[1], &ops, &loop), 0);
}

static void tear_down(void)
{
	evl_stream_release(sender);
	evl_stream_release(receiver);
	evl_loop_destroy(&loop);
}

static void poll_until_readable(int count)
{
	while (readable < count) {
		evl_loop_poll(&loop, true);
	}
}

TEST(stream_pass_moves_a_connection)
{
	evl_stream *taken;
	char bytes[3] = "";
	int fds[2];

	set_up();
	net_pair(fds);
	CHECK_EQ(evl_stream_take_passed(&taken, receiver, &ops, &loop), UV_EAGAIN);
	evl_stream_want_passed(receiver);
	CHECK_EQ(evl_stream_read_start(receiver), 0);
	CHECK_EQ(evl_stream_pass(sender, fds[1], "frame", 5), 5);
	close(fds[1]);
	poll_until_readable(1);
	CHECK_MEM(evl_buf_data(&receiver->in), receiver->in.length, "frame", 5);
	CHECK_EQ(evl_stream_take_passed(&taken, receiver, &ops, &loop), 0);
	CHECK_EQ(taken->uv.stream.type, UV_TCP);
	CHECK(fcntl(evl_stream_fd(taken), F_GETFL) & O_NONBLOCK);
	CHECK_EQ(evl_stream_write_at_once(taken, "hi", 2), 0);
	CHECK_EQ(read(fds[0], bytes, 2), 2);
	CHECK_MEM(bytes, 2, "hi", 2);
	evl_stream_release(taken);
	CHECK_EQ(evl_stream_take_passed(&taken, receiver, &ops, &loop), UV_EAGAIN);
	close(fds[0]);
	tear_down();
}

TEST(stream_pass_leaves_a_stream_that_does_not_read_alone)
{
	evl_stream *taken;
	evl_stream *first;
	int fds[2];

	set_up();
	evl_stream_want_passed(receiver);
	CHECK_EQ(evl_unix_socket_pair(fds), 0);
	CHECK_EQ(evl_stream_read_start(receiver), 0);
	CHECK_EQ(evl_stream_pass(sender, fds[0], "1", 1), 1);
	CHECK_EQ(evl_stream_pass(sender, fds[1], "2", 1), 1);
	close(fds[0]);
	close(fds[1]);
	while (receiver->in.length < 2) {
		evl_loop_poll(&loop, true);
	}
	evl_stream_read_stop(receiver);
	CHECK_EQ(evl_stream_take_passed(&first, receiver, &ops, &loop), 0);
	CHECK_EQ(evl_stream_take_passed(&taken, receiver, &ops, &loop), 0);
	/* uv_accept() has the descriptor watched; were that left so, nothing would read and each poll would return at once. */
	CHECK(!uv_is_active((uv_handle_t *) &receiver->uv.stream));
	evl_stream_release(first);
	evl_stream_release(taken);
	tear_down();
}

TEST(stream_pass_waits_for_what_was_written_before)
{
	int fds[2];

	set_up();
	net_pair(fds);
	CHECK_EQ(evl_stream_write(sender, "before", 6), 0);
	CHECK_EQ(evl_stream_pass(sender, fds[0], "x", 1), UV_EBUSY);
	evl_stream_flush(sender);
	CHECK_EQ(evl_stream_pass(sender, fds[0], "x", 1), 1);
	evl_stream_close(sender);
	CHECK_EQ(evl_stream_pass(sender, fds[0], "x", 1), UV_ECANCELED);
	close(fds[0]);
	close(fds[1]);
	tear_down();
}

TEST(stream_pass_refuses_what_is_no_connection)
{
	evl_stream *taken;
	int fd = open("/dev/null", O_RDWR);

	set_up();
	evl_stream_want_passed(receiver);
	CHECK_EQ(evl_stream_read_start(receiver), 0);
	CHECK_EQ(evl_stream_pass(sender, fd, "x", 1), 1);
	close(fd);
	poll_until_readable(1);
	CHECK_EQ(evl_stream_take_passed(&taken, receiver, &ops, &loop), UV_EINVAL);
	CHECK(taken == NULL);
	tear_down();
}
