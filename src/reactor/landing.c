/* SPDX-License-Identifier: MIT */
/* See landing.h. Owns nothing. Loop's thread only. */
#include "src/reactor/landing.h"

#include <assert.h>

static bool is_landed(const evl_stream *stream)
{
	return stream->handle.loop != NULL && stream->handle.loop->landed == stream;
}

void evl_landing_lend(evl_loop *loop, char *bytes)
{
	assert(loop->landing == NULL);
	loop->landing = bytes;
}

char *evl_landing_return(evl_loop *loop)
{
	char *bytes = loop->landing;

	assert(loop->landed == NULL);
	loop->landing = NULL;
	return bytes;
}

/* `in` is a queue of its own again, which holds nothing. */
static void give_back(evl_stream *stream)
{
	stream->handle.loop->landed = NULL;
	stream->in = (evl_buf){0};
}

char *evl_landing_take(evl_stream *stream)
{
	char *bytes = stream->handle.loop != NULL ? stream->handle.loop->landing : NULL;

	if (!is_landed(stream) || stream->in.start > 0) {
		return NULL;
	}
	give_back(stream);
	stream->handle.loop->landing = NULL;
	evl_stream_consume(stream, 0);
	return bytes;
}

/* 0 or UV_ENOMEM, then the bytes are lost. */
static int move_out(evl_stream *stream)
{
	evl_buf landed = stream->in;

	give_back(stream);
	return evl_buf_append(&stream->in, evl_buf_data(&landed), landed.length);
}

int evl_landing_append(evl_stream *stream, char *bytes, size_t size)
{
	evl_loop *loop = stream->handle.loop;

	if (bytes == loop->landing && size >= EVL_LANDING_LEAST) {
		evl_buf_free(&stream->in);
		stream->in = (evl_buf){.block = bytes, .length = size, .capacity = EVL_LOOP_SCRATCH};
		loop->landed = stream;
		return 0;
	}
	if (is_landed(stream) && move_out(stream) != 0) {
		return UV_ENOMEM;
	}
	return evl_buf_append(&stream->in, bytes, size);
}

void evl_landing_consume(evl_stream *stream, size_t size)
{
	if (is_landed(stream) && size >= stream->in.length) {
		give_back(stream);
	} else {
		evl_buf_consume(&stream->in, size);
	}
}

void evl_landing_leave(evl_stream *stream)
{
	if (is_landed(stream)) {
		(void) move_out(stream);
	}
}
