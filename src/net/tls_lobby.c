/* SPDX-License-Identifier: MIT */
/*
 * tls_lobby.c: see tls_lobby.h. A guest owns its stream until it is taken, and is in one of three lists. What the
 * reactor tells only moves it from one to another; all else happens in the ready item, where PHP's memory may be used.
 */
#include "src/net/tls_lobby.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/runtime.h"
#include "src/reactor/timeout.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"

/* As many as a plain listener keeps accepted. */
#define LOBBY_DONE EVL_ACCEPT_QUEUE
/* Failures kept for who listens to them, but has not had its turn. */
#define LOBBY_FAILED 1024

typedef struct guest {
	evl_list link;
	evl_stream *stream;
	evl_timeout timeout;
	evloop_tls_lobby *lobby;
	int status; /* of the handshake */
	bool late;
} guest;

struct evloop_tls_lobby {
	evl_ready ready;
	evl_listener *listener;
	evloop_tls_context *context;
	evloop_gate *gate;
	double timeout;
	evloop_tls_lobby_fn changed;
	void *owner;
	evl_list shaking;
	evl_list done;
	evl_list failed;
	uint32_t shaking_count;
	uint32_t done_count;
	uint32_t failed_count;
	bool keeps_failures;
	bool referenced;
	bool holds; /* the loop, as long as it is referenced and somebody shakes hands */
};

static void hold_as_needed(evloop_tls_lobby *self)
{
	bool wanted = self->referenced && self->shaking_count > 0;
	evl_loop *loop = self->listener->handle.loop;

	if (wanted == self->holds || loop == NULL) {
		return;
	}
	self->holds = wanted;
	if (wanted) {
		evl_loop_hold(loop);
	} else {
		evl_loop_let_go(loop);
	}
}

void evloop_tls_lobby_reference(evloop_tls_lobby *self, bool referenced)
{
	self->referenced = referenced;
	hold_as_needed(self);
}

void evloop_tls_lobby_poke(evloop_tls_lobby *self)
{
	if (self->listener->handle.loop != NULL && !evl_ready_is_queued(&self->ready)) {
		evl_tick_push(&self->listener->handle.loop->tick, &self->ready);
	}
}

/* Out of the handshake: to one of the other lists. */
static void move_on(guest *who, int status)
{
	evloop_tls_lobby *self = who->lobby;

	evl_timeout_stop(&who->timeout);
	evl_list_remove(&who->link);
	self->shaking_count--;
	who->status = status;
	if (status == 0) {
		evl_list_append(&self->done, &who->link);
		self->done_count++;
		evl_stream_reference(who->stream, false);
		self->changed(self->owner);
	} else {
		evl_list_append(&self->failed, &who->link);
		self->failed_count++;
	}
	evloop_tls_lobby_poke(self);
}

static void on_secured(evl_stream *stream, void *owner, int status)
{
	move_on(owner, status);
}

static void on_late(evl_timeout *timeout)
{
	guest *who = EVL_CONTAINER_OF(timeout, guest, timeout);

	who->late = true;
	move_on(who, UV_ETIMEDOUT);
}

/* What comes behind the handshake waits in the stream. */
static void on_nothing(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops guest_ops = {
	.readable = on_nothing,
	.drained = on_nothing,
	.secured = on_secured,
};

static void dismiss(guest *who)
{
	if (evloop_runtime_if_alive() != NULL) {
		evl_timeout_stop(&who->timeout);
	}
	if (who->stream != NULL) {
		evl_stream_release(who->stream);
		if (who->lobby->gate != NULL) {
			evloop_gate_leave(who->lobby->gate);
		}
	}
	efree(who);
}

/* 0 or a negative status; the exception of a context that makes no SSL is not for anybody here. */
static int begin(guest *who)
{
	const evl_tls_options options = {.server = true};
	struct ssl_st *ssl = evloop_tls_context_new_ssl(who->lobby->context, NULL);
	int status;

	if (ssl == NULL) {
		zend_clear_exception();
		return UV_ENOMEM;
	}
	status = evl_stream_start_tls(who->stream, ssl, &options);
	if (status == 0 && who->lobby->timeout >= 0.0) {
		status = evl_timeout_start(who->stream->handle.loop, &who->timeout, evloop_duration_ns(who->lobby->timeout));
	}
	return status;
}

static void admit(evloop_tls_lobby *self, int fd)
{
	guest *who = ecalloc(1, sizeof(*who));

	who->lobby = self;
	evl_timeout_init(&who->timeout, on_late);
	if ((self->listener->family == AF_UNIX ? evl_stream_open_pipe : evl_stream_open_tcp)(
			&who->stream, self->listener->handle.loop, fd, &guest_ops, who) != 0) {
		efree(who);
		return;
	}
	if (self->gate != NULL) {
		evloop_gate_enter(self->gate);
	}
	if (begin(who) != 0) {
		dismiss(who);
		return;
	}
	/* The lobby holds the loop for all of them. */
	evl_stream_reference(who->stream, false);
	evl_list_append(&self->shaking, &who->link);
	self->shaking_count++;
}

static guest *take_first(evl_list *list, uint32_t *count)
{
	guest *who = EVL_CONTAINER_OF(evl_list_shift(list), guest, link);

	--*count;
	return who;
}

static void lobby_run(evl_ready *ready)
{
	evloop_tls_lobby *self = EVL_CONTAINER_OF(ready, evloop_tls_lobby, ready);
	int fd;

	while (self->failed_count > (self->keeps_failures ? LOBBY_FAILED : 0)) {
		dismiss(take_first(&self->failed, &self->failed_count));
	}
	while (self->done_count < LOBBY_DONE && (fd = evl_listener_take(self->listener)) >= 0) {
		admit(self, fd);
	}
	hold_as_needed(self);
	if (self->failed_count > 0) {
		self->changed(self->owner);
	}
}

evloop_tls_lobby *evloop_tls_lobby_new(evl_listener *listener, evloop_tls_context *context, evloop_gate *gate,
	double timeout, evloop_tls_lobby_fn changed, void *owner)
{
	evloop_tls_lobby *self = ecalloc(1, sizeof(*self));

	self->ready = (evl_ready){.run = lobby_run, .priority = EVL_PRIORITY_NORMAL};
	self->listener = listener;
	self->context = evloop_tls_context_ref(context);
	self->gate = gate;
	self->timeout = timeout;
	self->changed = changed;
	self->owner = owner;
	evl_list_init(&self->shaking);
	evl_list_init(&self->done);
	evl_list_init(&self->failed);
	return self;
}

static void dismiss_all(evl_list *list, uint32_t *count)
{
	while (!evl_list_is_empty(list)) {
		dismiss(take_first(list, count));
	}
}

void evloop_tls_lobby_free(evloop_tls_lobby *self)
{
	evloop_runtime_unqueue(&self->ready);
	dismiss_all(&self->shaking, &self->shaking_count);
	dismiss_all(&self->done, &self->done_count);
	dismiss_all(&self->failed, &self->failed_count);
	hold_as_needed(self);
	evloop_tls_context_release(self->context);
	efree(self);
}

uint32_t evloop_tls_lobby_count(const evloop_tls_lobby *self)
{
	return self->done_count;
}

evl_stream *evloop_tls_lobby_take(evloop_tls_lobby *self)
{
	guest *who = take_first(&self->done, &self->done_count);
	evl_stream *stream = who->stream;

	who->stream = NULL;
	dismiss(who);
	if (self->listener->count > 0) {
		evloop_tls_lobby_poke(self);
	}
	return stream;
}

bool evloop_tls_lobby_has_failure(const evloop_tls_lobby *self)
{
	return self->failed_count > 0;
}

static zend_object *failure_of(const guest *who, const char *peer)
{
	if (who->late) {
		return evloop_error_new(evloop_ce_timeout_exception,
			"accept from %s failed: the TLS handshake was not done within %g seconds", peer, who->lobby->timeout);
	}
	if (evl_tls_is_status(who->status)) {
		return evloop_error_new(
			evloop_ce_tls_exception, "accept from %s failed: %s", peer, evl_stream_tls_reason(who->stream));
	}
	return evloop_error_create(evloop_ce_tls_exception, who->status, "accept from %s", peer);
}

zend_object *evloop_tls_lobby_failure(evloop_tls_lobby *self)
{
	struct sockaddr_storage address;
	int length;
	zend_string *peer = zend_empty_string;
	zend_object *failure;
	guest *who;

	if (self->failed_count == 0) {
		return NULL;
	}
	who = take_first(&self->failed, &self->failed_count);
	if (evl_stream_address(who->stream, true, &address, &length) == 0) {
		peer = evloop_sockaddr_text((struct sockaddr *) &address, length);
	}
	failure = failure_of(who, ZSTR_LEN(peer) > 0 ? evloop_sockaddr_shown(peer) : "a client that is gone");
	zend_string_release(peer);
	dismiss(who);
	return failure;
}

void evloop_tls_lobby_keep_failures(evloop_tls_lobby *self, bool keep)
{
	self->keeps_failures = keep;
}
