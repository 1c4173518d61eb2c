/* SPDX-License-Identifier: MIT */
/*
 * Where TLS and a stream call each other. A plain stream has `tls` NULL and calls none of it. Used by stream.c,
 * stream_write.c and the files of TLS only. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_HOOKS_H
#define EVLOOP_REACTOR_TLS_HOOKS_H

#include "src/reactor/tls.h"

/*
 * The filter, in tls.c and tls_out.c.
 */
void evl_tls_free(evl_stream *stream);
/* Where ciphertext lands; of no size when none is wanted. */
uv_buf_t evl_tls_room(evl_stream *stream);
/* Ciphertext that came, or a negative UV_E*. */
void evl_tls_input(evl_stream *stream, ssize_t size, const char *bytes);
/* There may be room in `in` again. */
void evl_tls_input_wanted(evl_stream *stream);
/* Encrypt `out` and the data behind it, as much as the kernel takes; `out` keeps the rest. 0 or the write_status. */
int evl_tls_write(evl_stream *stream, const char *data, size_t size);
/* A write in flight is over: hand over what waits behind it. 0 or the write_status. */
int evl_tls_go_on(evl_stream *stream);
/* Send the close_notify, once. True: the kernel has it. */
bool evl_tls_notify(evl_stream *stream);
/* The stream closes without an end: tell the peer if that is the truth. */
void evl_tls_farewell(evl_stream *stream);
/* What was sealed is sent: its block may be of use again. */
void evl_tls_keep_block(evl_loop *loop, evl_buf *sealed);
/* Writing has failed. */
void evl_tls_drop_output(evl_stream *stream);

/*
 * The stream, in stream.c and stream_write.c.
 */
/* Reading as `stream_flags` ask for, or not at all. */
int evl_stream_input_resume(evl_stream *stream);
void evl_stream_input_pause(evl_stream *stream);
/* Give all that is held to libuv, which waits until the kernel takes it. 0 or the write_status. */
int evl_stream_write_rest(evl_stream *stream, evl_buf *held);
/* Keep the failure and drop the output. The status. */
int evl_stream_fail_output(evl_stream *stream, int status);
void evl_stream_tell_drained(evl_stream *stream);

#endif
