/* SPDX-License-Identifier: MIT */
/*
 * See capture.h. The last bytes are kept in a buffer of up to twice the limit, so that each byte is moved once at most. Owns the stream.
 */
#include "src/reactor/capture.h"

/* What one read may bring on top. */
#define HEADROOM EVL_LOOP_SCRATCH

static void on_readable(evl_stream *stream, void *owner)
{
	evl_capture *self = owner;
	bool was_over = self->overflowed;

	if (stream->in.length > self->limit) {
		self->overflowed = true;
	}
	if (self->tail && stream->in.length >= self->limit * 2) {
		evl_stream_consume(stream, stream->in.length - self->limit);
	}
	if (stream->read_status != 0 || (self->overflowed && !self->tail)) {
		evl_stream_read_stop(stream);
		self->ended = true;
	}
	if ((self->ended || self->overflowed != was_over) && self->changed != NULL) {
		self->changed(self, self->owner);
	}
}

static void on_drained(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops capture_ops = {.readable = on_readable, .drained = on_drained};

int evl_capture_open(evl_capture *capture, evl_loop *loop, int fd, size_t limit, bool tail)
{
	int status = evl_stream_open_pipe(&capture->stream, loop, fd, &capture_ops, capture);

	if (status != 0) {
		return status;
	}
	capture->limit = limit;
	capture->tail = tail;
	capture->stream->in_high = (tail ? limit * 2 : limit) + HEADROOM;
	evl_stream_reference(capture->stream, false);
	status = evl_stream_read_start(capture->stream);
	if (status != 0) {
		evl_capture_close(capture);
	}
	return status;
}

void evl_capture_close(evl_capture *capture)
{
	if (capture->stream != NULL) {
		evl_stream_release(capture->stream);
		capture->stream = NULL;
	}
}
