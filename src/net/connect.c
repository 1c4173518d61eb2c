/* SPDX-License-Identifier: MIT */
/*
 * Connecting: the host's addresses are tried in turn until one answers, within one deadline for all of it. What is in
 * flight belongs to the attempt on the C stack and is given up when the waiting ends for another reason. PHP's thread
 * only; on_connected() runs inside the poll.
 */
#include "src/net/socket.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

typedef struct attempt {
	evloop_waiter waiter;
	evl_stream *stream; /* NULL when none is in flight */
	int status;         /* of the last one */
	bool ended;
} attempt;

static void on_connected(evl_stream *stream, void *owner, int status)
{
	attempt *self = owner;

	self->status = status;
	self->ended = true;
	evloop_waiter_wake(&stream->handle.loop->tick, &self->waiter);
}

/* Nothing is read or written before it is connected. */
static void on_nothing(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops attempt_ops = {
	.readable = on_nothing,
	.drained = on_nothing,
	.connected = on_connected,
};

static evloop_waited try_address(
	attempt *self, const evloop_sockaddr *address, const evloop_sockaddr *bind_to, uint64_t deadline)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	evloop_waited waited;

	if (bind_to->length > 0 && bind_to->any.sa_family != address->any.sa_family) {
		self->status = UV_EAFNOSUPPORT;
		return EVLOOP_WAITED;
	}
	self->ended = false;
	self->status = evl_stream_connect_tcp(
		&self->stream, loop, &address->any, bind_to->length > 0 ? &bind_to->any : NULL, &attempt_ops, self);
	if (self->status != 0) {
		self->stream = NULL;
		return EVLOOP_WAITED;
	}
	self->stream->handle.flags |= EVL_HANDLE_FRAME;
	waited = evloop_waiter_wait(&self->waiter, NULL, "connect", evloop_deadline_left(deadline));
	if (self->ended && waited == EVLOOP_WAITED_IN_VAIN) {
		waited = EVLOOP_WAITED;
	}
	if (waited != EVLOOP_WAITED || self->status != 0) {
		evl_stream_release(self->stream);
		self->stream = NULL;
	}
	return waited;
}

/* True with a connected stream in `self`. False with an exception thrown, unless *in_vain. */
static bool try_all(attempt *self, const evloop_addresses *addresses, const zend_string *uri,
	const evloop_connect_settings *settings, uint64_t deadline, bool *in_vain)
{
	for (uint32_t i = 0; i < addresses->count; i++) {
		evloop_waited waited = try_address(self, &addresses->list[i], &settings->bind_to, deadline);

		if (waited != EVLOOP_WAITED) {
			*in_vain = waited == EVLOOP_WAITED_IN_VAIN;
			return false;
		}
		if (self->stream != NULL) {
			return true;
		}
	}
	evloop_error_throw(evloop_ce_socket_exception, self->status, "connect %s", ZSTR_VAL(uri));
	return false;
}

evloop_socket *evloop_socket_connect(
	const zend_string *uri, const evl_addr *addr, const evloop_connect_settings *settings)
{
	uint64_t deadline = evloop_deadline(settings->timeout);
	evloop_addresses addresses;
	attempt self = {.status = 0};
	evloop_socket *socket;
	bool in_vain = false;

	if (!evloop_resolve(&addresses, addr, "connect", uri, deadline, &in_vain) ||
		!try_all(&self, &addresses, uri, settings, deadline, &in_vain)) {
		if (in_vain) {
			zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "connect %s failed: no answer within %g seconds",
				ZSTR_VAL(uri), settings->timeout);
		}
		return NULL;
	}
	socket = evloop_socket_new();
	evloop_socket_attach(socket, self.stream, &settings->socket);
	return socket;
}
