/* SPDX-License-Identifier: MIT */
/*
 * ServerSocket. A connection is promised to one acceptor when it is woken, and stays in the listener's queue until that
 * acceptor has its turn; one that was cancelled or destroyed meanwhile passes the promise on, so none is lost. PHP's
 * thread only; on_connection() runs inside the poll.
 */
#include "src/net/server_socket.h"

#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/net/server_events.h"
#include "src/net/tls.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/ServerSocket_arginfo.h"

zend_class_entry *evloop_ce_server_socket;
static zend_object_handlers server_handlers;

/* Who waits in accept(); lives on its C stack. */
typedef struct acceptor {
	evloop_waiter waiter;
	bool promised; /* a connection of the queue */
} acceptor;

bool evloop_server_socket_has_unpromised(const evloop_server_socket *self)
{
	uint32_t count = self->lobby != NULL ? evloop_tls_lobby_count(self->lobby) : self->listener->count;

	return count > self->promised;
}

/* Promise what is queued to who waits, first come, first served. */
static void serve(evloop_server_socket *self)
{
	while (evloop_server_socket_has_unpromised(self) && !evl_list_is_empty(&self->acceptors)) {
		acceptor *first = EVL_CONTAINER_OF(evl_list_shift(&self->acceptors), acceptor, waiter.link);

		first->promised = true;
		self->promised++;
		evloop_waiter_wake(&self->listener->handle.loop->tick, &first->waiter);
	}
}

/* Somebody can be taken. */
static void on_changed(void *owner)
{
	evloop_server_socket *self = owner;

	serve(self);
	evloop_server_events_poke(self->events);
}

static void on_connection(evl_listener *listener, void *owner)
{
	evloop_server_socket *self = owner;

	if (self->lobby != NULL) {
		evloop_tls_lobby_poke(self->lobby);
		return;
	}
	on_changed(self);
}

static void on_failed(evl_listener *listener, void *owner, int status)
{
	evloop_server_events_failed(((evloop_server_socket *) owner)->events, status);
}

static const evl_listener_ops listener_ops = {.connection = on_connection, .failed = on_failed};

/* The descriptor, or what shook hands already. 0 or a negative status. */
static int take_stream(evloop_server_socket *self, evl_stream **stream, evloop_socket *socket)
{
	int fd;

	if (self->lobby != NULL) {
		*stream = evloop_tls_lobby_take(self->lobby);
		socket->gate = self->gate; /* it has entered */
		return 0;
	}
	fd = evl_listener_take(self->listener);
	return (self->listener->family == AF_UNIX ? evl_stream_open_pipe : evl_stream_open_tcp)(
		stream, self->listener->handle.loop, fd, &evloop_stream_ops, &socket->stream);
}

bool evloop_server_socket_take(evloop_server_socket *self, zval *result)
{
	evloop_socket *socket = evloop_socket_new();
	evl_stream *stream;
	int status = take_stream(self, &stream, socket);

	if (status != 0) {
		OBJ_RELEASE(&socket->stream.std);
		evloop_error_throw(evloop_ce_socket_exception, status, "accept on %s", evloop_sockaddr_shown(self->address));
		return false;
	}
	socket->accepted = true;
	evloop_socket_attach(socket, stream, &self->settings);
	if (self->gate != NULL && socket->gate == NULL) {
		socket->gate = self->gate;
		evloop_gate_enter(self->gate);
	}
	ZVAL_OBJ(result, &socket->stream.std);
	return true;
}

void evloop_server_socket_reference(evloop_server_socket *self)
{
	bool referenced;

	if (self->listener == NULL) {
		return;
	}
	referenced =
		!evl_list_is_empty(&self->acceptors) || (!self->listener->paused && evloop_server_events_take(self->events));
	evl_listener_reference(self->listener, referenced);
	if (self->lobby != NULL) {
		evloop_tls_lobby_reference(self->lobby, referenced);
		evloop_tls_lobby_keep_failures(self->lobby, evloop_server_events_hears_errors(self->events));
	}
}

/* After waiting, whatever it brought: take the acceptor out of the books. */
static void leave(evloop_server_socket *self, acceptor *who)
{
	if (who->promised) {
		self->promised--;
	} else {
		evl_list_remove(&who->waiter.link);
	}
	evloop_server_socket_reference(self);
}

static bool accept_later(evloop_server_socket *self, double timeout, zval *result)
{
	acceptor who = {.promised = false};
	evloop_waited waited;

	evl_list_append(&self->acceptors, &who.waiter.link);
	evloop_server_socket_reference(self);
	waited = evloop_waiter_wait(&who.waiter, &self->std, "accept", timeout);
	leave(self, &who);

	if (self->listener == NULL) {
		ZVAL_NULL(result);
		return waited != EVLOOP_WAITED_THROWN;
	}
	if (waited == EVLOOP_WAITED_THROWN) {
		serve(self);
		return false;
	}
	if (who.promised) {
		return evloop_server_socket_take(self, result);
	}
	zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "accept() on %s: no connection came within %g seconds",
		evloop_sockaddr_shown(self->address), timeout);
	return false;
}

bool evloop_server_socket_accept(evloop_server_socket *self, double timeout, zval *result)
{
	if (self->listener == NULL) {
		ZVAL_NULL(result);
		return true;
	}
	if (evloop_server_events_take(self->events)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
			"accept(): the connections go to the listeners of \"connection\"; take them off() to accept yourself");
		return false;
	}
	if (evloop_server_socket_has_unpromised(self)) {
		return evloop_server_socket_take(self, result);
	}
	return accept_later(self, timeout, result);
}

static evl_listener *detach(evloop_server_socket *self)
{
	evl_listener *listener = self->listener;

	if (self->lobby != NULL) {
		evloop_tls_lobby_free(self->lobby);
		self->lobby = NULL;
	}
	self->listener = NULL;
	if (self->gate != NULL) {
		self->gate->listener = NULL;
		evloop_gate_unref(self->gate);
		self->gate = NULL;
	}
	return listener;
}

void evloop_server_socket_close(evloop_server_socket *self)
{
	evl_listener *listener;

	if (self->listener == NULL) {
		return;
	}
	listener = detach(self);
	if (listener->handle.loop != NULL) {
		evloop_waiters_wake(&listener->handle.loop->tick, &self->acceptors);
	}
	evl_listener_release(listener);
	evloop_server_events_adjust(self->events);
}

static zend_object *server_create_object(zend_class_entry *ce)
{
	evloop_server_socket *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &server_handlers;
	self->address = zend_empty_string;
	evl_list_init(&self->acceptors);
	return &self->std;
}

static void server_free_object(zend_object *object)
{
	evloop_server_socket *self = evloop_server_socket_from_obj(object);

	evloop_server_events_free(self->events);
	self->events = NULL;
	if (self->listener != NULL) {
		evl_listener_release(detach(self));
	}
	zend_string_release(self->address);
	zend_object_std_dtor(object);
}

static HashTable *server_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_server_events_gc(evloop_server_socket_from_obj(object)->events, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static bool server_next(zend_object *object, zval *value)
{
	return evloop_server_socket_accept(evloop_server_socket_from_obj(object), -1.0, value) &&
		   evloop_iterator_null_is_end(value);
}

static zend_object_iterator *server_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), server_next, by_reference);
}

/* On the first of a host's addresses that can be listened on. */
static int open_listener(
	evloop_server_socket *self, const evloop_addresses *addresses, const evl_listen_options *options)
{
	int status = UV_EADDRNOTAVAIL;

	for (uint32_t i = 0; i < addresses->count && status == UV_EADDRNOTAVAIL; i++) {
		status = evl_listener_open(&self->listener, &EVLOOP_G(runtime)->loop, &addresses->list[i].any,
			addresses->list[i].length, options, &listener_ops, self);
	}
	return status;
}

static bool listen_on(evloop_server_socket *self, const evloop_addresses *addresses, const zend_string *uri,
	const evloop_listen_settings *settings, evloop_tls_context *context)
{
	struct sockaddr_storage bound;
	int length = 0;
	int status = open_listener(self, addresses, &settings->listener);

	if (status != 0) {
		evloop_uri_failed(uri, status, "listen on");
		return false;
	}
	evl_listener_reference(self->listener, false);
	(void) evl_listener_address(self->listener, &bound, &length);
	self->address = evloop_sockaddr_text((struct sockaddr *) &bound, length);
	self->settings = settings->socket;
	if (settings->max_connections < UINT32_MAX) {
		self->gate = evloop_gate_new(self->listener, settings->max_connections);
	}
	if (context != NULL) {
		self->lobby = evloop_tls_lobby_new(
			self->listener, context, self->gate, settings->socket.stream.handshake_timeout, on_changed, self);
	}
	return true;
}

static evloop_server_socket *this_server(zval *this)
{
	return evloop_server_socket_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_ServerSocket, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_ServerSocket, listen)
{
	zend_string *uri;
	zend_object *options = NULL;
	evloop_listen_settings settings;
	evloop_addresses addresses;
	evloop_tls_context *context;
	evl_addr addr;
	bool in_vain;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_listen_options)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_uri_take(&addr, uri, 1)) {
		RETURN_THROWS();
	}
	evloop_listen_settings_read(&settings, options);
	if (!evloop_tls_of_listener(&context, &addr, &settings)) {
		RETURN_THROWS();
	}
	if (evloop_resolve(&addresses, &addr, "listen on", uri, evloop_deadline(-1.0), &in_vain)) {
		ZVAL_OBJ(return_value, server_create_object(evloop_ce_server_socket));
		/* The engine releases the return value of a call that threw. */
		(void) listen_on(this_server(return_value), &addresses, uri, &settings, context);
	}
}

PHP_METHOD(Evloop_ServerSocket, accept)
{
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 1)) {
		RETURN_THROWS();
	}
	evloop_server_socket_accept(this_server(ZEND_THIS), timeout, return_value);
}

PHP_METHOD(Evloop_ServerSocket, localAddress)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR_COPY(this_server(ZEND_THIS)->address);
}

static void set_paused(INTERNAL_FUNCTION_PARAMETERS, bool paused)
{
	evloop_server_socket *self = this_server(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (self->listener != NULL) {
		evl_listener_pause(self->listener, paused);
		evloop_server_socket_reference(self);
		evloop_server_events_adjust(self->events);
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_ServerSocket, pause)
{
	set_paused(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Evloop_ServerSocket, resume)
{
	set_paused(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Evloop_ServerSocket, on)
{
	evloop_server_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, this_server(ZEND_THIS), false);
}

PHP_METHOD(Evloop_ServerSocket, once)
{
	evloop_server_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, this_server(ZEND_THIS), true);
}

PHP_METHOD(Evloop_ServerSocket, off)
{
	evloop_server_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, this_server(ZEND_THIS));
}

PHP_METHOD(Evloop_ServerSocket, close)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_server_socket_close(this_server(ZEND_THIS));
}

PHP_METHOD(Evloop_ServerSocket, isClosed)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_server(ZEND_THIS)->listener == NULL);
}

PHP_METHOD(Evloop_ServerSocket, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_server_socket_minit(int module_number)
{
	evloop_ce_server_socket = register_class_Evloop_ServerSocket(zend_ce_aggregate);
	evloop_ce_server_socket->create_object = server_create_object;
	evloop_ce_server_socket->get_iterator = server_get_iterator;
	evloop_object_handlers(&server_handlers, XtOffsetOf(evloop_server_socket, std));
	server_handlers.free_obj = server_free_object;
	server_handlers.get_gc = server_get_gc;
	return SUCCESS;
}
