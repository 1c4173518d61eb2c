/* SPDX-License-Identifier: MIT */
/*
 * Passing descriptors along with the bytes of a Unix socket (SCM_RIGHTS). Sending is a sendmsg() of our own, made when
 * nothing of ours is on its way, so the descriptor goes with exactly these bytes; libuv receives, and keeps what came
 * until it is taken. Loop's thread only.
 */
#include "src/reactor/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* SIGPIPE is ignored all the same, see evl_loop_init() */
#endif

void evl_stream_want_passed(evl_stream *stream)
{
	if (stream->uv.stream.type == UV_NAMED_PIPE) {
		stream->uv.pipe.ipc = 1;
	}
}

/* uv_accept() has it watched again, whether it reads or not. */
static void watch_as_before(evl_stream *stream)
{
	if (!(stream->stream_flags & EVL_STREAM_READING) && stream->read_status == 0) {
		(void) evl_stream_read_start(stream);
		evl_stream_read_stop(stream);
	}
}

static int take_as(evl_stream **taken, evl_stream *stream, uv_handle_type type, const evl_stream_ops *ops, void *owner)
{
	int status = evl_stream_open_none(taken, stream->handle.loop, type, ops, owner);
	int fd;

	if (status != 0) {
		return status;
	}
	status = uv_accept(&stream->uv.stream, &(*taken)->uv.stream);
	watch_as_before(stream);
	fd = status == 0 ? evl_stream_fd(*taken) : status;
	/* The peer may have left it blocking. */
	if (fd >= 0 && fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) != 0) {
		fd = -errno;
	}
	if (fd < 0) {
		evl_stream_release(*taken);
		*taken = NULL;
		return fd;
	}
	return 0;
}

int evl_stream_take_passed(evl_stream **taken, evl_stream *stream, const evl_stream_ops *ops, void *owner)
{
	uv_handle_type type;

	*taken = NULL;
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	if (stream->uv.stream.type != UV_NAMED_PIPE || uv_pipe_pending_count(&stream->uv.pipe) == 0) {
		return UV_EAGAIN;
	}
	type = uv_pipe_pending_type(&stream->uv.pipe);
	return type == UV_TCP || type == UV_NAMED_PIPE ? take_as(taken, stream, type, ops, owner) : UV_EINVAL;
}

int evl_stream_pass(evl_stream *stream, int fd, const char *data, size_t size)
{
	struct iovec bytes = {.iov_base = (char *) data, .iov_len = size};
	union {
		struct cmsghdr header;
		char room[CMSG_SPACE(sizeof(int))];
	} control = {.room = {0}};
	struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control};
	ssize_t taken;

	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	if (evl_stream_buffered(stream) > 0) {
		return UV_EBUSY;
	}
	message.msg_controllen = sizeof(control.room);
	control.header.cmsg_level = SOL_SOCKET;
	control.header.cmsg_type = SCM_RIGHTS;
	control.header.cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(&control.header), &fd, sizeof(fd));
	do {
		taken = sendmsg(evl_stream_fd(stream), &message, MSG_NOSIGNAL);
	} while (taken < 0 && errno == EINTR);
	if (taken < 0) {
		return -errno;
	}
	stream->written += (uint64_t) taken;
	stream->handle.loop->bytes_out += (uint64_t) taken;
	return (int) taken;
}
