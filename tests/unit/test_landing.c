/* SPDX-License-Identifier: MIT */
/* Bulk lands in lent memory, and nothing of it is lost whatever becomes of the stream. */
#include "src/reactor/landing.h"

#include <stdlib.h>

#include "tests/unit/net.h"

enum { BULK = 40000 };

static evl_loop loop;
static char lent[EVL_LOOP_SCRATCH];
static char sent[BULK];

static void on_event(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops ops = {.readable = on_event, .drained = on_event};

/* A stream that reads, its peer, and a landing. */
static evl_stream *set_up(int *peer)
{
	evl_stream *stream;
	int fds[2];

	for (size_t i = 0; i < BULK; i++) {
		sent[i] = (char) (i % 251);
	}
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_landing_lend(&loop, lent);
	net_pair(fds);
	*peer = fds[0];
	CHECK_EQ(evl_stream_open_tcp(&stream, &loop, fds[1], &ops, &loop), 0);
	CHECK_EQ(evl_stream_read_start(stream), 0);
	return stream;
}

static void tear_down(evl_stream *stream, int peer)
{
	close(peer);
	evl_stream_release(stream);
	evl_loop_destroy(&loop);
}

/* In one read: all of it is there before the poll. */
static void receive(evl_stream *stream, int peer, const char *bytes, size_t size)
{
	size_t before = stream->in.length;

	CHECK_EQ(write(peer, bytes, size), size);
	while (stream->in.length < before + size && stream->read_status == 0) {
		evl_loop_poll(&loop, true);
	}
}

TEST(landing_is_taken_with_the_bytes)
{
	int peer;
	evl_stream *stream = set_up(&peer);

	receive(stream, peer, sent, BULK);
	CHECK(loop.landed == stream);
	CHECK(evl_landing_take(stream) == lent);
	CHECK_MEM(lent, BULK, sent, BULK);
	CHECK_EQ(stream->in.length, 0);
	CHECK(loop.landing == NULL && loop.landed == NULL);
	receive(stream, peer, sent, BULK);
	CHECK_MEM(evl_buf_data(&stream->in), stream->in.length, sent, BULK);
	CHECK(evl_landing_take(stream) == NULL);
	tear_down(stream, peer);
	CHECK(evl_landing_return(&loop) == NULL);
}

TEST(landing_is_not_for_few_bytes)
{
	int peer;
	evl_stream *stream = set_up(&peer);

	receive(stream, peer, sent, EVL_LANDING_LEAST - 1);
	CHECK(loop.landed == NULL);
	CHECK(evl_landing_take(stream) == NULL);
	CHECK_MEM(evl_buf_data(&stream->in), stream->in.length, sent, EVL_LANDING_LEAST - 1);
	tear_down(stream, peer);
	CHECK(evl_landing_return(&loop) == lent);
}

TEST(landing_is_free_again_when_all_is_consumed)
{
	int peer;
	evl_stream *stream = set_up(&peer);

	receive(stream, peer, sent, BULK);
	evl_stream_consume(stream, 1);
	CHECK(evl_landing_take(stream) == NULL);
	CHECK_MEM(evl_buf_data(&stream->in), stream->in.length, sent + 1, BULK - 1);
	evl_stream_consume(stream, BULK - 1);
	CHECK(loop.landed == NULL && loop.landing == lent);
	CHECK_EQ(stream->in.length, 0);
	receive(stream, peer, sent, BULK);
	CHECK(loop.landed == stream);
	tear_down(stream, peer);
}

TEST(landing_moves_out_when_more_comes)
{
	int peer;
	evl_stream *stream = set_up(&peer);

	receive(stream, peer, sent, BULK);
	evl_stream_consume(stream, 30000);
	receive(stream, peer, "more", 4);
	CHECK(loop.landed == NULL && loop.landing == lent);
	CHECK_MEM(evl_buf_data(&stream->in), stream->in.length - 4, sent + 30000, BULK - 30000);
	CHECK_MEM(evl_buf_data(&stream->in) + BULK - 30000, 4, "more", 4);
	tear_down(stream, peer);
}

TEST(landing_is_for_one_stream_at_a_time)
{
	int peers[2];
	int fds[2];
	evl_stream *first = set_up(&peers[0]);
	evl_stream *second;

	net_pair(fds);
	peers[1] = fds[0];
	CHECK_EQ(evl_stream_open_tcp(&second, &loop, fds[1], &ops, &loop), 0);
	CHECK_EQ(evl_stream_read_start(second), 0);
	receive(first, peers[0], sent, BULK);
	receive(second, peers[1], sent, BULK);
	CHECK(loop.landed == first);
	CHECK(evl_landing_take(second) == NULL);
	CHECK_MEM(evl_buf_data(&second->in), second->in.length, sent, BULK);

	/* What lies there outlives neither the stream nor the loop. */
	evl_stream_close(first);
	CHECK(loop.landed == NULL);
	CHECK_MEM(evl_buf_data(&first->in), first->in.length, sent, BULK);
	evl_stream_release(first);
	close(peers[0]);
	evl_stream_consume(second, BULK);
	receive(second, peers[1], sent, BULK);
	CHECK(loop.landed == second);
	evl_loop_destroy(&loop);
	CHECK(evl_landing_return(&loop) == lent);
	evl_stream_consume(second, BULK);
	evl_stream_release(second);
	close(peers[1]);
}
