/* SPDX-License-Identifier: MIT */
/*
 * See stream_foreign.h. Owns the descriptor. Loop's thread only.
 */
#include "src/reactor/stream_foreign.h"

#include "src/core/mem.h"
#include "src/reactor/landing.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* So much goes into a pipe that is ready for writing, whoever else writes (PIPE_BUF of POSIX is less, Linux's is this). */
#define PIPE_ROOM 4096
/* Of one turn: others have theirs. */
#define WRITE_AT_MOST   65536
#define CONTROL_AT_MOST 4096

/*
 * Opened anew a terminal has flags of our own, so that it can be told not to block: by asking the poller first it would block, for a
 * terminal that is ready takes less than what is written to it. The controlling side of a pseudo-terminal would be another one. The
 * descriptor to go on with.
 */
static int open_terminal(int fd)
{
	int flags = fcntl(fd, F_GETFL);
	struct stat before, after;
	char path[32];
	int own;

	if (flags < 0 || !isatty(fd) || ptsname(fd) != NULL) {
		return fd;
	}
	(void) snprintf(path, sizeof(path), "/dev/fd/%d", fd);
	own = open(path, (flags & O_ACCMODE) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (own < 0) {
		return fd;
	}
	if (fstat(fd, &before) != 0 || fstat(own, &after) != 0 || before.st_rdev != after.st_rdev ||
		(fcntl(own, F_GETFL) & O_NONBLOCK) == 0) {
		(void) close(own);
		return fd;
	}
	(void) close(fd);
	return own;
}

static evl_foreign_kind kind_of(int fd)
{
	struct stat file;

	if (fstat(fd, &file) != 0) {
		return EVL_FOREIGN_PIPE;
	}
	if (S_ISCHR(file.st_mode) && ptsname(fd) != NULL) {
		return EVL_FOREIGN_CONTROLLER;
	}
	return S_ISSOCK(file.st_mode) ? EVL_FOREIGN_SOCKET : S_ISREG(file.st_mode) ? EVL_FOREIGN_FILE : EVL_FOREIGN_PIPE;
}

/*
 * Another process may have taken what the poller saw, so a pipe is asked not to wait where the kernel knows how; what it answers with a
 * refusal is read plainly.
 */
static ssize_t read_pipe(int fd, char *room, size_t size)
{
#ifdef RWF_NOWAIT
	struct iovec bytes = {.iov_base = room, .iov_len = size};
	ssize_t got = preadv2(fd, &bytes, 1, -1, RWF_NOWAIT);

	if (got >= 0 || (errno != EOPNOTSUPP && errno != ENOSYS && errno != EINVAL)) {
		return got;
	}
#endif
	return read(fd, room, size);
}

static ssize_t read_some(const evl_foreign *self, char *room, size_t size)
{
	if (self->kind == EVL_FOREIGN_SOCKET) {
		return recv(self->fd, room, size, MSG_DONTWAIT);
	}
	if (self->kind == EVL_FOREIGN_CONTROLLER) {
		ssize_t got = read(self->fd, room, size);

		/* Linux's way to say that nobody has the terminal open any more. */
		return got < 0 && errno == EIO ? 0 : got;
	}
	return self->kind == EVL_FOREIGN_PIPE ? read_pipe(self->fd, room, size) : read(self->fd, room, size);
}

static void settle_later(evl_foreign *self)
{
	evl_loop_flush_later(self->stream->handle.loop, &self->settle);
}

static void on_readable(evl_poll *poll)
{
	evl_foreign *self = EVL_CONTAINER_OF(poll, evl_foreign, read);
	evl_stream *stream = self->stream;
	size_t room = stream->in_high > stream->in.length ? stream->in_high - stream->in.length : 0;
	char *where = evl_landing_room(stream);
	ssize_t size;

	if (!self->wants_read || room == 0) {
		self->wants_read = false;
		settle_later(self);
		return;
	}
	size = read_some(self, where, room < EVL_LOOP_SCRATCH ? room : EVL_LOOP_SCRATCH);
	if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
		return;
	}
	if (size <= 0) {
		self->wants_read = false;
		settle_later(self);
	}
	self->on_input(stream, size < 0 ? -errno : size, where);
}

static void on_writable(evl_poll *poll)
{
	evl_foreign *self = EVL_CONTAINER_OF(poll, evl_foreign, write);

	if (self->wants_write) {
		self->wants_write = false;
		self->has_room = true;
		settle_later(self);
	}
}

/* Our own descriptor stays open whatever others do with theirs: the owner knows. */
static evl_poll_view look(const evl_foreign *self)
{
	evl_stream *stream = self->stream;

	return self->is_gone != NULL && evl_handle_is_heard(&stream->handle) && self->is_gone(stream->handle.owner)
			   ? EVL_POLL_GONE
			   : EVL_POLL_WAITING;
}

static evl_poll_view look_reading(const evl_poll *poll)
{
	return look(EVL_CONTAINER_OF(poll, const evl_foreign, read));
}

static evl_poll_view look_writing(const evl_poll *poll)
{
	return look(EVL_CONTAINER_OF(poll, const evl_foreign, write));
}

/* Closed behind our back: a failure that the next operation tells. */
static void on_gone(evl_poll *poll)
{
	evl_foreign *self = poll->direction == EVL_POLL_READ ? EVL_CONTAINER_OF(poll, evl_foreign, read)
														 : EVL_CONTAINER_OF(poll, evl_foreign, write);

	self->wants_read = false;
	self->on_input(self->stream, UV_EBADF, NULL);
}

static const evl_poll_ops read_ops = {.ready = on_readable, .gone = on_gone, .look = look_reading};
static const evl_poll_ops write_ops = {.ready = on_writable, .gone = on_gone, .look = look_writing};

static void adjust(evl_foreign *self, evl_poll *poll, bool wanted)
{
	evl_loop *loop = self->stream->handle.loop;
	int status;

	if (wanted == evl_poll_is_started(poll)) {
		return;
	}
	if (!wanted) {
		evl_poll_stop(loop, poll);
		return;
	}
	status = evl_poll_start(loop, poll);
	if (status != 0 && status != UV_ECANCELED) {
		self->on_input(self->stream, status, NULL);
	}
}

static void on_settle(evl_flush *flush)
{
	evl_foreign *self = EVL_CONTAINER_OF(flush, evl_foreign, settle);

	if (evl_list_is_linked(&flush->link)) {
		evl_list_remove(&flush->link);
	}
	adjust(self, &self->read, self->wants_read);
	adjust(self, &self->write, self->wants_write);
	if (self->has_room) {
		self->has_room = false;
		self->on_room(self->stream); /* which may be the end of us */
	}
}

evl_foreign *evl_foreign_new(evl_stream *stream, int fd)
{
	evl_foreign *self = evl_calloc(1, sizeof(*self));

	if (self == NULL) {
		(void) close(fd);
		return NULL;
	}
	self->stream = stream;
	self->fd = open_terminal(fd);
	self->kind = (uint8_t) (self->fd != fd ? EVL_FOREIGN_OWN : kind_of(fd));
	self->settle.fn = on_settle;
	evl_poll_init(&self->read, &read_ops, self->fd, EVL_POLL_READ);
	evl_poll_init(&self->write, &write_ops, self->fd, EVL_POLL_WRITE);
	return self;
}

void evl_foreign_free(evl_foreign *self)
{
	evl_loop *loop = self->stream->handle.loop;

	evl_poll_stop(loop, &self->read);
	evl_poll_stop(loop, &self->write);
	if (evl_list_is_linked(&self->settle.link)) {
		evl_list_remove(&self->settle.link);
	}
	(void) close(self->fd);
	evl_free(self);
}

void evl_foreign_want_read(evl_foreign *self, bool wanted)
{
	self->wants_read = wanted;
	settle_later(self);
}

void evl_foreign_want_write(evl_foreign *self)
{
	self->wants_write = true;
	settle_later(self);
}

static bool has_room(int fd, short *events)
{
	struct pollfd one = {.fd = fd, .events = POLLOUT};
	bool ready = poll(&one, 1, 0) > 0;

	*events = one.revents;
	return ready;
}

static ssize_t write_some(const evl_foreign *self, const char *data, size_t size)
{
	short events;

	if (self->kind == EVL_FOREIGN_SOCKET) {
		return send(self->fd, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
	}
	if (self->kind != EVL_FOREIGN_PIPE && self->kind != EVL_FOREIGN_CONTROLLER) {
		return write(self->fd, data, size);
	}
	if (!has_room(self->fd, &events)) {
		errno = EAGAIN;
		return -1;
	}
	if (self->kind == EVL_FOREIGN_CONTROLLER) {
		/* With nobody on the other side it takes what fits in its buffer, and blocks then. */
		if (!(events & POLLOUT)) {
			errno = EIO;
			return -1;
		}
		/* There is room for one byte: no more is known. */
		return write(self->fd, data, 1);
	}
	return write(self->fd, data, size < PIPE_ROOM ? size : PIPE_ROOM);
}

ssize_t evl_foreign_write(evl_foreign *self, const char *data, size_t size)
{
	size_t most = self->kind == EVL_FOREIGN_CONTROLLER ? CONTROL_AT_MOST : WRITE_AT_MOST;
	size_t taken = 0;

	while (taken < size && taken < most) {
		ssize_t status = write_some(self, data + taken, size - taken);

		if (status >= 0) {
			taken += (size_t) status;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			break;
		} else if (errno != EINTR) {
			return taken > 0 ? (ssize_t) taken : -errno;
		}
	}
	return (ssize_t) taken;
}

void evl_foreign_reference(evl_foreign *self, bool referenced)
{
	evl_poll_reference(self->stream->handle.loop, &self->read, referenced);
}
