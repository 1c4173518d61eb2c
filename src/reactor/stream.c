/* SPDX-License-Identifier: MIT */
/*
 * A stream's life and its reading side: open, connect, read, addresses. Writing is in stream_write.c. Owns the two
 * buffers until the memory goes, and one allocation for a connect in flight. Loop's thread only.
 */
#include "src/reactor/stream.h"

#include "src/core/mem.h"
#include "src/reactor/landing.h"
#include "src/reactor/stream_disk.h"
#include "src/reactor/stream_foreign.h"
#include "src/reactor/tls_hooks.h"

#include <assert.h>
#include <errno.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static void stream_destroy(evl_handle *handle)
{
	evl_stream *stream = (evl_stream *) handle;

	if (evl_list_is_linked(&stream->flush.link)) {
		evl_list_remove(&stream->flush.link);
	}
	evl_buf_free(&stream->in);
	evl_buf_free(&stream->out);
}

static void stream_closing(evl_handle *handle)
{
	evl_stream *stream = (evl_stream *) handle;

	evl_landing_leave(stream);
	if (stream->linger != NULL) {
		evl_timer_stop(handle->loop, &stream->linger->timer);
		evl_free(stream->linger);
		stream->linger = NULL;
	}
	if (stream->foreign != NULL) {
		evl_foreign_free(stream->foreign);
		stream->foreign = NULL;
	}
	if (EVL_TLS_OF(stream) != NULL) {
		evl_tls_free(stream);
	}
	if (stream->disk != NULL) {
		evl_disk_free(stream->disk);
		stream->disk = NULL;
	}
}

static const evl_handle_kind stream_kind = {.closing = stream_closing, .destroy = stream_destroy};

static bool has(const evl_stream *stream, uint32_t flag)
{
	return (stream->stream_flags & flag) != 0;
}

bool evl_stream_check(const evl_stream *stream)
{
	if (!evl_buf_check(&stream->in) || !evl_buf_check(&stream->out) ||
		(has(stream, EVL_STREAM_WRITING) != (stream->out_pending > 0) && stream->foreign == NULL) ||
		uv_stream_get_write_queue_size(&stream->uv.stream) > stream->out_pending ||
		(stream->write_status != 0 && stream->out.length > 0) ||
		(has(stream, EVL_STREAM_ENDED) && !has(stream, EVL_STREAM_ENDING))) {
		return false;
	}
	/* A close takes the rest apart at once, but for these flags. */
	return evl_handle_is_closing(&stream->handle) ||
		   (has(stream, EVL_STREAM_LINGERING) == (stream->linger != NULL) &&
			   (!has(stream, EVL_STREAM_READING) ||
				   (has(stream, EVL_STREAM_WANTED | EVL_STREAM_SECURING) && stream->read_status == 0 &&
					   !has(stream, EVL_STREAM_CONNECTING))));
}

static const evl_stream_ops *stream_ops(const evl_stream *stream)
{
	return (const evl_stream_ops *) stream->handle.ops;
}

static void on_flush(evl_flush *flush)
{
	evl_stream_flush(EVL_CONTAINER_OF(flush, evl_stream, flush));
}

int evl_stream_open_none(
	evl_stream **stream, evl_loop *loop, uv_handle_type type, const evl_stream_ops *ops, void *owner)
{
	evl_stream *self = evl_calloc(1, sizeof(*self));
	int status;

	*stream = NULL;
	if (self == NULL) {
		return UV_ENOMEM;
	}
	status = type == UV_TCP          ? uv_tcp_init(&loop->uv, &self->uv.tcp)
			 : type == UV_NAMED_PIPE ? uv_pipe_init(&loop->uv, &self->uv.pipe, 0)
									 : uv_idle_init(&loop->uv, &self->uv.idle);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	self->in_high = EVL_STREAM_IN_HIGH;
	self->flush.fn = on_flush;
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &stream_kind, &ops->handle, owner);
	*stream = self;
	return 0;
}

static int stream_open(
	evl_stream **stream, evl_loop *loop, uv_handle_type type, int fd, const evl_stream_ops *ops, void *owner)
{
	int status = evl_stream_open_none(stream, loop, type, ops, owner);

	if (status == 0) {
		status = type == UV_TCP ? uv_tcp_open(&(*stream)->uv.tcp, fd) : uv_pipe_open(&(*stream)->uv.pipe, fd);
		if (status == 0) {
			return 0;
		}
		evl_handle_release(&(*stream)->handle);
		*stream = NULL;
	}
	(void) close(fd);
	return status;
}

int evl_stream_open_tcp(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner)
{
	return stream_open(stream, loop, UV_TCP, fd, ops, owner);
}

int evl_stream_open_pipe(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner)
{
	return stream_open(stream, loop, UV_NAMED_PIPE, fd, ops, owner);
}

/* No more than `in` still takes. No room at all makes libuv report UV_ENOBUFS. */
static void on_read_room(uv_handle_t *uv, size_t suggested, uv_buf_t *room)
{
	evl_stream *stream = uv->data;
	size_t size = stream->in_high > stream->in.length ? stream->in_high - stream->in.length : 0;

	if (EVL_TLS_OF(stream) != NULL) {
		*room = evl_tls_room(stream);
		return;
	}
	*room = uv_buf_init(evl_landing_room(stream), size < EVL_LOOP_SCRATCH ? (unsigned) size : EVL_LOOP_SCRATCH);
}

void evl_stream_input_pause(evl_stream *stream)
{
	if (stream->stream_flags & EVL_STREAM_READING) {
		stream->stream_flags &= ~(uint32_t) EVL_STREAM_READING;
		if (stream->foreign != NULL) {
			evl_foreign_want_read(stream->foreign, false);
		} else if (stream->disk != NULL) {
			evl_disk_want_read(stream->disk, false);
		} else {
			(void) uv_read_stop(&stream->uv.stream);
		}
	}
}

/*
 * `in` is full. Stopping and starting costs two system calls, so an owner that takes the bytes before the next poll
 * finds reading still on; only when that poll finds `in` as full as before is it stopped.
 */
static void on_read_full(evl_stream *stream)
{
	if (stream->stream_flags & EVL_STREAM_FULL) {
		evl_stream_input_pause(stream);
	}
	stream->stream_flags |= EVL_STREAM_FULL;
}

/* Bytes, the end (UV_EOF) or a failure. */
static void take_input(evl_stream *stream, ssize_t size, char *bytes)
{
	if (size < 0) {
		stream->read_status = (int) size;
	} else if (evl_landing_append(stream, bytes, (size_t) size) != 0) {
		stream->read_status = UV_ENOMEM;
	} else {
		stream->handle.loop->bytes_in += (uint64_t) size;
	}
	if (stream->read_status != 0) {
		evl_stream_input_pause(stream);
	}
	assert(evl_stream_check(stream));
	stream_ops(stream)->readable(stream, stream->handle.owner);
}

static void on_read(uv_stream_t *uv, ssize_t size, const uv_buf_t *bytes)
{
	evl_stream *stream = uv->data;

	if (size == 0 || !evl_handle_is_heard(&stream->handle)) {
		return;
	}
	if (size == UV_ENOBUFS && (stream->in.length >= stream->in_high || EVL_TLS_OF(stream) != NULL)) {
		on_read_full(stream);
		return;
	}
	if (EVL_TLS_OF(stream) != NULL) {
		evl_tls_input(stream, size, bytes->base);
		return;
	}
	take_input(stream, size, bytes->base);
}

static void on_foreign_input(evl_stream *stream, ssize_t size, char *bytes)
{
	if (!evl_handle_is_heard(&stream->handle)) {
		return;
	}
	take_input(stream, size != 0 ? size : UV_EOF, bytes);
	if (stream->read_status == 0 && stream->in.length >= stream->in_high) {
		evl_stream_input_pause(stream);
	}
}

/* A thread that reads too much ahead has already stopped by itself. */
void evl_stream_on_disk_input(evl_stream *stream, int status)
{
	if (!evl_handle_is_heard(&stream->handle)) {
		return;
	}
	stream->read_status = status;
	if (stream->disk->once) {
		stream->stream_flags &= ~(uint32_t) EVL_STREAM_WANTED;
	}
	if (status != 0 || stream->in.length >= stream->in_high || stream->disk->once) {
		evl_stream_input_pause(stream);
	}
	assert(evl_stream_check(stream));
	stream_ops(stream)->readable(stream, stream->handle.owner);
}

/* Have uv read exactly while the owner wants bytes and there is room for them. */
int evl_stream_input_resume(evl_stream *stream)
{
	int status;

	if (!has(stream, EVL_STREAM_WANTED | EVL_STREAM_SECURING) || has(stream, EVL_STREAM_CONNECTING) ||
		stream->read_status != 0 || stream->in.length >= stream->in_high) {
		return 0;
	}
	if (EVL_TLS_OF(stream) != NULL) {
		evl_tls_input_wanted(stream);
	}
	if (has(stream, EVL_STREAM_READING)) {
		return 0;
	}
	if (stream->foreign != NULL) {
		evl_foreign_want_read(stream->foreign, true);
		stream->stream_flags |= EVL_STREAM_READING;
		return 0;
	}
	if (stream->disk != NULL) {
		stream->stream_flags |= EVL_STREAM_READING;
		evl_disk_want_read(stream->disk, true);
		if (stream->read_status != 0) {
			evl_stream_input_pause(stream);
		}
		return stream->read_status;
	}
	status = uv_read_start(&stream->uv.stream, on_read_room, on_read);
	if (status != 0) {
		stream->read_status = status;
		return status;
	}
	stream->stream_flags |= EVL_STREAM_READING;
	return 0;
}

int evl_stream_pipe(int fds[2])
{
	return uv_pipe(fds, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE);
}

int evl_stream_open_foreign(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner)
{
	int status = evl_stream_open_none(stream, loop, UV_IDLE, ops, owner);

	if (status != 0) {
		(void) close(fd);
		return status;
	}
	(*stream)->foreign = evl_foreign_new(*stream, fd);
	if ((*stream)->foreign == NULL) {
		evl_handle_release(&(*stream)->handle);
		*stream = NULL;
		return UV_ENOMEM;
	}
	(*stream)->foreign->on_input = on_foreign_input;
	(*stream)->foreign->on_room = evl_stream_on_room;
	return 0;
}

void evl_stream_watch_gone(evl_stream *stream, bool (*is_gone)(void *owner))
{
	stream->foreign->is_gone = is_gone;
}

void evl_stream_reference(evl_stream *stream, bool referenced)
{
	if (stream->foreign != NULL) {
		evl_foreign_reference(stream->foreign, referenced);
	} else if (stream->disk == NULL) {
		evl_handle_reference(&stream->handle, referenced);
	}
}

int evl_stream_read_start(evl_stream *stream)
{
	if (evl_handle_is_closing(&stream->handle)) {
		/* Its loop has ended: who asks for bytes must not ask for ever. */
		stream->read_status = stream->read_status != 0 ? stream->read_status : UV_ECANCELED;
		return UV_ECANCELED;
	}
	stream->stream_flags |= EVL_STREAM_WANTED;
	return evl_stream_input_resume(stream);
}

void evl_stream_read_stop(evl_stream *stream)
{
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_WANTED;
	if (!evl_handle_is_closing(&stream->handle) && !has(stream, EVL_STREAM_SECURING)) {
		evl_stream_input_pause(stream);
	}
}

void evl_stream_consume(evl_stream *stream, size_t size)
{
	evl_landing_consume(stream, size);
	assert(evl_stream_check(stream));
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_FULL;
	if (stream->in.length > stream->in_high / 2 || evl_handle_is_closing(&stream->handle)) {
		return;
	}
	if (evl_stream_input_resume(stream) != 0 && evl_handle_is_heard(&stream->handle)) {
		stream_ops(stream)->readable(stream, stream->handle.owner);
	}
}

static void on_connect(uv_connect_t *request, int status)
{
	evl_stream *stream = request->handle->data;

	evl_free(request);
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_CONNECTING;
	if (!evl_handle_is_heard(&stream->handle)) {
		return;
	}
	if (status != 0) {
		stream->read_status = status;
		stream->write_status = status;
		evl_buf_free(&stream->out);
	} else {
		(void) evl_stream_input_resume(stream);
		if (stream->out.length > 0 || (stream->stream_flags & EVL_STREAM_ENDING)) {
			evl_loop_flush_later(stream->handle.loop, &stream->flush);
		}
	}
	assert(evl_stream_check(stream));
	stream_ops(stream)->connected(stream, stream->handle.owner, status);
}

static int stream_connect(evl_stream *stream, const struct sockaddr *to, const struct sockaddr *bind_to)
{
	uv_connect_t *request;
	int status = bind_to != NULL ? uv_tcp_bind(&stream->uv.tcp, bind_to, 0) : 0;

	if (status != 0) {
		return status;
	}
	request = evl_malloc(sizeof(*request));
	if (request == NULL) {
		return UV_ENOMEM;
	}
	status = uv_tcp_connect(request, &stream->uv.tcp, to, on_connect);
	if (status != 0) {
		evl_free(request);
		return status;
	}
	stream->stream_flags |= EVL_STREAM_CONNECTING;
	return 0;
}

int evl_stream_connect_tcp(evl_stream **stream, evl_loop *loop, const struct sockaddr *to,
	const struct sockaddr *bind_to, const evl_stream_ops *ops, void *owner)
{
	int status = evl_stream_open_none(stream, loop, UV_TCP, ops, owner);

	if (status != 0) {
		return status;
	}
	status = stream_connect(*stream, to, bind_to);
	if (status != 0) {
		evl_handle_release(&(*stream)->handle);
		*stream = NULL;
	}
	return status;
}

int evl_stream_no_delay(evl_stream *stream, bool on)
{
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	return stream->uv.stream.type == UV_TCP ? uv_tcp_nodelay(&stream->uv.tcp, on) : 0;
}

int evl_stream_keep_alive(evl_stream *stream, bool on, unsigned delay)
{
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	return stream->uv.stream.type == UV_TCP ? uv_tcp_keepalive(&stream->uv.tcp, on, delay) : 0;
}

size_t evl_stream_unacknowledged(const evl_stream *stream)
{
	size_t size = evl_stream_buffered(stream);
#ifdef TIOCOUTQ
	int held = 0;

	if (!evl_handle_is_closing(&stream->handle) && ioctl(evl_stream_fd(stream), TIOCOUTQ, &held) == 0) {
		size += (size_t) held;
	}
#endif
	return size;
}

void evl_stream_reset(evl_stream *stream)
{
	const struct linger at_once = {.l_onoff = 1, .l_linger = 0};

	if (!evl_handle_is_closing(&stream->handle)) {
		/* Where it means nothing (a pipe) it fails, and the close is a plain one. */
		(void) setsockopt(evl_stream_fd(stream), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		evl_stream_close(stream);
	}
}

bool evl_stream_is_socket(const evl_stream *stream)
{
	socklen_t size = sizeof(int);
	int type;

	return getsockopt(evl_stream_fd(stream), SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

int evl_stream_fd(const evl_stream *stream)
{
	uv_os_fd_t fd;
	int status;

	if (stream->foreign != NULL) {
		return stream->foreign->fd;
	}
	if (stream->disk != NULL) {
		return stream->disk->file->fd;
	}
	status = uv_fileno((const uv_handle_t *) &stream->uv, &fd);
	return status == 0 ? fd : status;
}

int evl_stream_address(evl_stream *stream, bool peer, struct sockaddr_storage *address, int *length)
{
	socklen_t size = sizeof(*address);
	int fd = evl_stream_fd(stream);

	if (fd < 0) {
		return fd;
	}
	if ((peer ? getpeername : getsockname)(fd, (struct sockaddr *) address, &size) != 0) {
		return -errno;
	}
	*length = (int) size;
	return 0;
}
