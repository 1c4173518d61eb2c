/* SPDX-License-Identifier: MIT */
/*
 * See server_events.h. PHP's thread only.
 */
#include "src/net/server_events.h"

#include "src/base/error.h"
#include "src/base/pin.h"
#include "src/coroutine/scheduler.h"
#include "src/event/listeners.h"

enum { CONNECTION, ERROR, CLOSE };

static const char *const event_names[] = {[CONNECTION] = "connection", [ERROR] = "error", [CLOSE] = "close"};
static const evloop_events events = {event_names, sizeof(event_names) / sizeof(event_names[0])};

struct evloop_server_events {
	evloop_listeners listeners;
	evl_ready deal;
	evloop_pin pin; /* of the server, while something may still be told */
	evloop_server_socket *server;
	uint32_t loop;   /* whose item it is, see evloop_runtime_find() */
	int failure;     /* of accepting, not told yet; 0 = none */
	bool close_told; /* or nobody listened when it was to be */
};

static bool listens_to(const evloop_server_events *self, uint8_t event)
{
	return evloop_listeners_has(&self->listeners, event);
}

static bool accepts(const evloop_server_events *self)
{
	const evl_listener *listener = self->server->listener;

	return listener != NULL && !listener->paused && listens_to(self, CONNECTION);
}

static bool has_connection(const evloop_server_events *self)
{
	return accepts(self) && evloop_server_socket_has_unpromised(self->server);
}

/* A handshake that failed. */
static bool has_refused(const evloop_server_events *self)
{
	const evloop_server_socket *server = self->server;

	return server->lobby != NULL && evloop_tls_lobby_has_failure(server->lobby) && listens_to(self, ERROR);
}

static bool has_close(const evloop_server_events *self)
{
	return self->server->listener == NULL && !self->close_told;
}

static void queue_deal(evloop_server_events *self)
{
	evloop_runtime *runtime = evloop_runtime_find(self->loop);

	if (runtime != NULL && !evl_ready_is_queued(&self->deal)) {
		evl_tick_push(&runtime->loop.tick, &self->deal);
	}
}

/* After every change. May drop the last reference to the server but the caller's. */
static void adjust(evloop_server_events *self)
{
	evloop_runtime *runtime = evloop_runtime_find(self->loop);

	if (runtime == NULL) {
		return; /* the loop is gone, and its pins with it */
	}
	evloop_server_socket_reference(self->server);
	if (accepts(self) || (has_close(self) && listens_to(self, CLOSE))) {
		evloop_pin_set(&self->pin, runtime, &self->server->std);
	} else {
		evloop_pin_drop(&self->pin);
	}
}

static void emit(evloop_server_events *self, uint8_t event, zval *argument)
{
	zval arguments[2];
	uint32_t count = 0;

	if (argument != NULL) {
		ZVAL_COPY_VALUE(&arguments[count++], argument);
	}
	ZVAL_OBJ(&arguments[count++], &self->server->std);
	(void) evloop_listeners_emit(&self->listeners, event, count, arguments);
}

/* Takes the exception over. */
static void tell_error(evloop_server_events *self, zend_object *exception)
{
	zval argument;

	ZVAL_OBJ(&argument, exception);
	emit(self, ERROR, &argument);
	zval_ptr_dtor(&argument);
}

static void tell_connection(evloop_server_events *self)
{
	zval socket;

	if (UNEXPECTED(!evloop_server_socket_take(self->server, &socket))) {
		if (!evloop_error_is_unwind(EG(exception))) {
			tell_error(self, evloop_error_take());
		}
		return;
	}
	emit(self, CONNECTION, &socket);
	zval_ptr_dtor(&socket);
}

static void tell_failure(evloop_server_events *self)
{
	int status = self->failure;

	self->failure = 0;
	tell_error(self, evloop_error_create(evloop_ce_socket_exception, status, "accept on %s",
						 evloop_sockaddr_shown(self->server->address)));
}

static void deal_run(evl_ready *item)
{
	evloop_server_events *self = EVL_CONTAINER_OF(item, evloop_server_events, deal);
	zend_object *server = &self->server->std;

	GC_ADDREF(server);
	if (has_connection(self)) {
		/* The next one does not wait for the listeners of this one. */
		queue_deal(self);
		tell_connection(self);
	} else if (self->failure != 0) {
		queue_deal(self);
		tell_failure(self);
	} else if (has_refused(self)) {
		queue_deal(self);
		tell_error(self, evloop_tls_lobby_failure(self->server->lobby));
	} else if (has_close(self)) {
		self->close_told = true;
		emit(self, CLOSE, NULL);
	}
	adjust(self);
	OBJ_RELEASE(server);
}

void evloop_server_events_poke(evloop_server_events *self)
{
	if (self != NULL) {
		queue_deal(self);
	}
}

void evloop_server_events_adjust(evloop_server_events *self)
{
	if (self != NULL) {
		queue_deal(self);
		adjust(self);
	}
}

void evloop_server_events_failed(evloop_server_events *self, int status)
{
	if (self != NULL && listens_to(self, ERROR)) {
		self->failure = status;
		queue_deal(self);
	}
}

bool evloop_server_events_hears_errors(const evloop_server_events *self)
{
	return self != NULL && listens_to(self, ERROR);
}

bool evloop_server_events_take(const evloop_server_events *self)
{
	return self != NULL && listens_to(self, CONNECTION);
}

static evloop_server_events *events_of(evloop_server_socket *server)
{
	evloop_server_events *self = server->events;

	if (self == NULL) {
		self = ecalloc(1, sizeof(*self));
		evloop_listeners_init(&self->listeners);
		self->deal = (evl_ready){.run = deal_run, .priority = EVL_PRIORITY_NORMAL};
		self->server = server;
		self->loop = EVLOOP_G(runtime)->id;
		server->events = self;
	}
	return self;
}

/* Whoever waits in accept() gets the connections. */
static bool check_nobody_waits(const evloop_server_socket *server, const char *operation)
{
	if (evl_list_is_empty(&server->acceptors)) {
		return true;
	}
	evloop_waiter_throw_pending(EVL_CONTAINER_OF(server->acceptors.next, evloop_waiter, link), operation,
		evloop_sockaddr_shown(server->address));
	return false;
}

void evloop_server_on(INTERNAL_FUNCTION_PARAMETERS, evloop_server_socket *server, bool once)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback callback;
	evloop_server_events *self;
	int event = evloop_events_parse_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &fci, &fcc);

	if (event < 0 || evloop_scheduler_get() == NULL ||
		(event == CONNECTION && !check_nobody_waits(server, once ? "once" : "on"))) {
		RETURN_THROWS();
	}
	self = events_of(server);
	evloop_callback_init(&callback, &fci, &fcc);
	evloop_listeners_add(&self->listeners, (uint8_t) event, &callback, once);
	evloop_server_events_adjust(self);
	RETURN_OBJ_COPY(&server->std);
}

void evloop_server_off(INTERNAL_FUNCTION_PARAMETERS, evloop_server_socket *server)
{
	zval callable;
	int event = evloop_events_parse_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &callable);

	if (event < 0) {
		RETURN_THROWS();
	}
	if (server->events != NULL) {
		evloop_listeners_remove(&server->events->listeners, (uint8_t) event, &callable);
		adjust(server->events);
	}
	RETURN_OBJ_COPY(&server->std);
}

void evloop_server_events_free(evloop_server_events *self)
{
	if (self != NULL) {
		evloop_runtime_unqueue(&self->deal);
		evloop_listeners_free(&self->listeners);
		efree(self);
	}
}

void evloop_server_events_gc(evloop_server_events *self, zend_get_gc_buffer *buffer)
{
	if (self != NULL) {
		evloop_listeners_gc(&self->listeners, buffer);
	}
}
