/* SPDX-License-Identifier: MIT */
/*
 * The listener. Owns the listening descriptor and the accepted ones that nobody took; both are closed as soon as the
 * uv_poll_t is closing, not before: libuv aborts when a descriptor that it watches is closed behind its back. Loop's
 * thread only.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* accept4 */
#endif

#include "src/reactor/accept.h"

#include "src/core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __APPLE__
/* No flags at the birth of a descriptor there. */
static int prepared(int fd)
{
	if (fd >= 0 && (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0)) {
		(void) close(fd);
		return -1;
	}
	return fd;
}
#endif

/* A socket, or the next connection of one: non-blocking, closed on exec. -1 and errno. */
static int socket_new(int family)
{
#ifdef __APPLE__
	return prepared(socket(family, SOCK_STREAM, 0));
#else
	return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#endif
}

static int socket_accept(int fd)
{
#ifdef __APPLE__
	return prepared(accept(fd, NULL, NULL));
#else
	return accept4(fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
#endif
}

static void on_listening(uv_poll_t *uv, int status, int events);

/* Watch the descriptor exactly while somebody would want a connection and there is room for one. */
static void listener_watch(evl_listener *listener)
{
	bool wanted = !listener->paused && listener->count < listener->limit && !evl_timer_is_active(&listener->rest);

	if (wanted == listener->watching || evl_handle_is_closing(&listener->handle)) {
		return;
	}
	listener->watching = wanted;
	if (wanted) {
		(void) uv_poll_start(&listener->uv, UV_READABLE, on_listening);
	} else {
		(void) uv_poll_stop(&listener->uv);
	}
}

static void on_rested(evl_timer *timer)
{
	listener_watch(EVL_CONTAINER_OF(timer, evl_listener, rest));
}

/* Descriptors or memory are scarce: stop, or the poll would report the same connection for ever. */
static void listener_rest(evl_listener *listener, int status)
{
	const evl_listener_ops *ops = (const evl_listener_ops *) listener->handle.ops;
	bool told = listener->failing;

	listener->failing = true;
	(void) evl_timer_start(listener->handle.loop, &listener->rest, evl_loop_now() + EVL_ACCEPT_REST_NS);
	listener_watch(listener);
	if (!told && ops->failed != NULL) {
		ops->failed(listener, listener->handle.owner, status);
	}
}

/*
 * 0: nothing more waits. A connection that failed before it was accepted is its peer's affair (accept(2) lists the
 * errors).
 */
static int accept_one(evl_listener *listener)
{
	int fd = socket_accept(listener->fd);

	if (fd >= 0) {
		listener->queue[(listener->first + listener->count) % EVL_ACCEPT_QUEUE] = fd;
		listener->count++;
		listener->failing = false;
		return 1;
	}
	switch (errno) {
	case EAGAIN: return 0;
	case EINTR:
	case ECONNABORTED:
	case ENETDOWN:
	case EPROTO:
	case ENOPROTOOPT:
	case EHOSTDOWN:
#ifdef ENONET
	case ENONET:
#endif
	case EHOSTUNREACH:
	case EOPNOTSUPP:
	case ENETUNREACH:
	case EPERM: return 1;
	default: return -errno;
	}
}

static void on_listening(uv_poll_t *uv, int status, int events)
{
	evl_listener *listener = uv->data;
	const evl_listener_ops *ops = (const evl_listener_ops *) listener->handle.ops;
	int result = status < 0 ? status : 1;

	if (!evl_handle_is_heard(&listener->handle)) {
		return;
	}
	/* Bounded: those that fail one after the other must not hold the loop. */
	for (int tries = 0; tries < 2 * EVL_ACCEPT_QUEUE && result > 0 && listener->count < listener->limit; tries++) {
		result = accept_one(listener);
	}
	if (result < 0) {
		listener_rest(listener, result);
	} else {
		listener_watch(listener);
	}
	if (listener->count > 0 && evl_handle_is_heard(&listener->handle)) {
		ops->connection(listener, listener->handle.owner);
	}
}

static void listener_closing(evl_handle *handle)
{
	evl_listener *listener = (evl_listener *) handle;

	evl_timer_stop(handle->loop, &listener->rest);
	listener->watching = false;
	while (listener->count > 0) {
		listener->count--;
		(void) close(listener->queue[(listener->first + listener->count) % EVL_ACCEPT_QUEUE]);
	}
	/* Before nobody listens: another one that takes the path over meanwhile is not to lose its file. */
	evl_unix_file_remove(listener->file);
	listener->file = NULL;
	(void) close(listener->fd);
	listener->fd = -1;
}

static const evl_handle_kind listener_kind = {.closing = listener_closing};

static int set_option(int fd, int level, int name, int value)
{
	return setsockopt(fd, level, name, &value, sizeof(value)) == 0 ? 0 : -errno;
}

static int set_options(int fd, int family, const evl_listen_options *options)
{
	int status = 0;

	if (family != AF_UNIX) {
		status = set_option(fd, SOL_SOCKET, SO_REUSEADDR, 1);
	}
	if (status == 0 && options->reuse_port && family != AF_UNIX) {
#ifdef SO_REUSEPORT
		status = set_option(fd, SOL_SOCKET, SO_REUSEPORT, 1);
#else
		status = UV_ENOTSUP;
#endif
	}
	if (status == 0 && family == AF_INET6) {
		status = set_option(fd, IPPROTO_IPV6, IPV6_V6ONLY, options->ipv6_only);
	}
	return status;
}

static int bind_to(
	evl_unix_file **file, int fd, const struct sockaddr *address, int length, const evl_listen_options *options)
{
	if (address->sa_family == AF_UNIX) {
		return evl_unix_file_bind(
			file, fd, address, (socklen_t) length, options->set_mode ? options->mode : EVL_UNIX_MODE_DEFAULT);
	}
	return bind(fd, address, (socklen_t) length) == 0 ? 0 : -errno;
}

/* The listening descriptor, or a negative UV_E*. */
static int listening_socket(
	evl_unix_file **file, const struct sockaddr *address, int length, const evl_listen_options *options)
{
	int fd = socket_new(address->sa_family);
	int status;

	if (fd < 0) {
		return -errno;
	}
	status = set_options(fd, address->sa_family, options);
	if (status == 0) {
		status = bind_to(file, fd, address, length, options);
	}
	if (status == 0 && listen(fd, options->backlog > 0 ? options->backlog : SOMAXCONN) != 0) {
		status = -errno;
	}
	if (status != 0) {
		evl_unix_file_remove(*file);
		(void) close(fd);
		return status;
	}
	return fd;
}

int evl_listener_open(evl_listener **listener, evl_loop *loop, const struct sockaddr *address, int length,
	const evl_listen_options *options, const evl_listener_ops *ops, void *owner)
{
	evl_listener *self = evl_calloc(1, sizeof(*self));
	int status;

	*listener = NULL;
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->family = address->sa_family;
	self->fd = listening_socket(&self->file, address, length, options);
	if (self->fd < 0) {
		status = self->fd;
		goto fail_socket;
	}
	status = uv_poll_init(&loop->uv, &self->uv, self->fd);
	if (status != 0) {
		goto fail_poll;
	}
	self->limit = EVL_ACCEPT_QUEUE;
	evl_timer_init(&self->rest, on_rested);
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &listener_kind, &ops->handle, owner);
	listener_watch(self);
	*listener = self;
	return 0;

fail_poll:
	evl_unix_file_remove(self->file);
	(void) close(self->fd);
fail_socket:
	evl_free(self);
	return status;
}

int evl_listener_take(evl_listener *listener)
{
	int fd;

	if (listener->count == 0) {
		return -1;
	}
	fd = listener->queue[listener->first];
	listener->first = (listener->first + 1) % EVL_ACCEPT_QUEUE;
	listener->count--;
	/* Not at each free place, or a full queue would cost two system calls a connection. */
	if (listener->count <= listener->limit / 2) {
		listener_watch(listener);
	}
	return fd;
}

void evl_listener_pause(evl_listener *listener, bool paused)
{
	listener->paused = paused;
	listener_watch(listener);
}

void evl_listener_limit(evl_listener *listener, size_t limit)
{
	listener->limit = limit < EVL_ACCEPT_QUEUE ? (uint8_t) limit : EVL_ACCEPT_QUEUE;
	listener_watch(listener);
}

void evl_listener_reference(evl_listener *listener, bool referenced)
{
	evl_handle_reference(&listener->handle, referenced);
	if (listener->handle.loop != NULL) {
		evl_timer_reference(listener->handle.loop, &listener->rest, referenced);
	}
}

void evl_listener_close(evl_listener *listener)
{
	evl_handle_close(&listener->handle);
}

void evl_listener_release(evl_listener *listener)
{
	evl_handle_release(&listener->handle);
}

int evl_listener_address(const evl_listener *listener, struct sockaddr_storage *address, int *length)
{
	socklen_t size = sizeof(*address);

	if (getsockname(listener->fd, (struct sockaddr *) address, &size) != 0) {
		return -errno;
	}
	*length = (int) size;
	return 0;
}
