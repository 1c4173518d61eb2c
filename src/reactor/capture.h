/* SPDX-License-Identifier: MIT */
/*
 * What comes out of a descriptor, kept in memory within a limit: the first bytes, where more are a failure, or the last ones. It reads by
 * itself from evl_capture_open() on and does not keep the loop alive. Embedded by its owner, who closes it before its memory goes; what
 * it has kept is there until then, also without a loop. Loop's thread only; `changed` is told from inside the poll.
 */
#ifndef EVLOOP_REACTOR_CAPTURE_H
#define EVLOOP_REACTOR_CAPTURE_H

#include "src/reactor/stream.h"

typedef struct evl_capture evl_capture;

struct evl_capture {
	evl_stream *stream; /* NULL: not open. Its `in` is what is kept */
	size_t limit;
	bool tail;                                          /* the last bytes are kept */
	bool ended;                                         /* no more come */
	bool overflowed;                                    /* more than the limit came; without `tail` that is the end */
	void (*changed)(evl_capture *capture, void *owner); /* one of the two was set; may be NULL */
	void *owner;
};

/* Takes over the descriptor, which is closed on failure. 0 or a negative UV_E*. Before, all is zero but `changed` and its owner. */
int evl_capture_open(evl_capture *capture, evl_loop *loop, int fd, size_t limit, bool tail);

/* Silent when it is not open. */
void evl_capture_close(evl_capture *capture);

/* What is kept now; good until the next poll. */
static inline const char *evl_capture_data(const evl_capture *capture, size_t *length)
{
	const evl_buf *in = &capture->stream->in;
	size_t over = in->length > capture->limit ? in->length - capture->limit : 0;

	*length = in->length - over;
	return evl_buf_data(in) + (capture->tail ? over : 0);
}

#endif
