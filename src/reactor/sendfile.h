/* SPDX-License-Identifier: MIT */
/*
 * A regular file behind a stream's output, by sendfile(2) where there is one: its bytes go from the page cache to the
 * socket and never through the process. Reading a page that is not cached blocks the loop for that long. Loop's thread
 * only.
 */
#ifndef EVLOOP_REACTOR_SENDFILE_H
#define EVLOOP_REACTOR_SENDFILE_H

#include "src/reactor/stream.h"

/*
 * Send some of the `size` bytes at `offset` of `file`, never more than EVL_SENDFILE_MOST. Returns how many are done
 * with: taken by the kernel, or read into the stream's output when the kernel takes no more now, so that `drained`
 * tells when to go on. 0: the file ends here. UV_EAGAIN: earlier output is in flight, `drained` tells. Another negative
 * UV_E*: the stream's, or the file cannot be read.
 */
int64_t evl_stream_send_file(evl_stream *stream, int file, uint64_t offset, uint64_t size);

#define EVL_SENDFILE_MOST (1 << 20)

#endif
