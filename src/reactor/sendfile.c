/* SPDX-License-Identifier: MIT */
/*
 * sendfile.c: see sendfile.h.
 *
 * libuv watches the socket already, so there is no second way to wait until it is writable. When the kernel takes no
 * more, a piece of the file is therefore read into the stream's output: its write waits as any other, and when it is
 * through sendfile(2) has room again. The same piece by piece is the way for files and systems without sendfile(2).
 * Owns nothing.
 */
#include "src/reactor/sendfile.h"

#include <errno.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/sendfile.h>
#endif

/* Read while the socket is full: one write that the poller waits for. */
#define WAITING_PIECE 16384

/* Read where nothing else is possible; also the smallest output that is written at once. */
#define COPIED_PIECE EVL_STREAM_WRITE_NOW

/* Into the output. How many bytes, 0 at the end of the file, or a negative UV_E*. */
static int64_t copy_piece(evl_stream *stream, int file, uint64_t offset, size_t size)
{
	char *room = evl_stream_reserve(stream, size);
	ssize_t count;

	if (room == NULL) {
		return stream->write_status != 0 ? stream->write_status : UV_ENOMEM;
	}
	do {
		count = pread(file, room, size, (off_t) offset);
	} while (count < 0 && errno == EINTR);
	if (count < 0) {
		return -errno;
	}
	if (count > 0) {
		evl_stream_commit(stream, (size_t) count);
	}
	return stream->write_status != 0 ? stream->write_status : count;
}

#ifdef __linux__

/* Whether sendfile(2) fails because of what the file or the socket is. */
static bool is_unsupported(int error)
{
	return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP || error == EOVERFLOW;
}

static int64_t send_piece(evl_stream *stream, int file, uint64_t offset, size_t size)
{
	off_t at = (off_t) offset;
	ssize_t count;

	do {
		count = sendfile(evl_stream_fd(stream), file, &at, size);
	} while (count < 0 && errno == EINTR);
	if (count >= 0) {
		stream->written += (uint64_t) count;
		return count;
	}
	if (errno == EAGAIN) {
		return copy_piece(stream, file, offset, size < WAITING_PIECE ? size : WAITING_PIECE);
	}
	if (is_unsupported(errno)) {
		return copy_piece(stream, file, offset, size < COPIED_PIECE ? size : COPIED_PIECE);
	}
	return -errno;
}

#else

static int64_t send_piece(evl_stream *stream, int file, uint64_t offset, size_t size)
{
	return copy_piece(stream, file, offset, size < COPIED_PIECE ? size : COPIED_PIECE);
}

#endif

int64_t evl_stream_send_file(evl_stream *stream, int file, uint64_t offset, uint64_t size)
{
	/* What fits beside a head travels with it, in one packet. */
	if (size <= WAITING_PIECE) {
		return copy_piece(stream, file, offset, (size_t) size);
	}
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	evl_stream_flush(stream);
	if (stream->write_status != 0) {
		return stream->write_status;
	}
	if (stream->stream_flags & EVL_STREAM_ENDING) {
		return UV_EPIPE;
	}
	if (stream->stream_flags & (EVL_STREAM_CONNECTING | EVL_STREAM_WRITING)) {
		return UV_EAGAIN;
	}
	if (EVL_TLS_OF(stream) != NULL) {
		/* It has to be encrypted here. */
		return copy_piece(stream, file, offset, size < COPIED_PIECE ? (size_t) size : COPIED_PIECE);
	}
	return send_piece(stream, file, offset, size < EVL_SENDFILE_MOST ? (size_t) size : EVL_SENDFILE_MOST);
}
