/* SPDX-License-Identifier: MIT */
/*
 * Bulk that is never copied. Whoever drives the loop may lend it memory of its own, a landing (PHP's: the body of a string
 * that is still to be made). While it is free, bytes of a stream that has nothing buffered land there. Much of them stays,
 * and the landing is this stream's `in` until that is consumed, or taken: who takes it has the bytes where it wants them,
 * and lends the next landing when it will read again. Few bytes are copied to where they cost less to keep, as those are
 * that come while the landing is in use.
 *
 * Nothing here allocates the owner's memory or frees it. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_LANDING_H
#define EVLOOP_REACTOR_LANDING_H

#include "src/reactor/loop.h"
#include "src/reactor/stream.h"

/* Below this a copy costs less than the memory that the rest of a landing would waste. */
#define EVL_LANDING_LEAST 16384

/* Lend EVL_LOOP_SCRATCH bytes, while there is no landing. */
void evl_landing_lend(evl_loop *loop, char *bytes);

/* After evl_loop_destroy(): what is the owner's again. NULL: there is none. */
char *evl_landing_return(evl_loop *loop);

/*
 * The landing, the caller's from now on, when all that the stream has buffered lies at its beginning; then nothing is buffered
 * any more. Else NULL, and nothing has happened. As after evl_stream_consume() reading goes on.
 */
char *evl_landing_take(evl_stream *stream);

/* For streams: where to read the next bytes to. */
static inline char *evl_landing_room(const evl_stream *stream)
{
	const evl_loop *loop = stream->handle.loop;

	return loop->landing != NULL && loop->landed == NULL && stream->in.length == 0 ? loop->landing : loop->scratch;
}

/* Append what was read there to `in`. 0 or UV_ENOMEM. */
int evl_landing_append(evl_stream *stream, char *bytes, size_t size);

/* As evl_buf_consume(). */
void evl_landing_consume(evl_stream *stream, size_t size);

/* The stream goes, or nobody reads it any more: what lies in the landing moves out. */
void evl_landing_leave(evl_stream *stream);

#endif
