/* SPDX-License-Identifier: MIT */
/*
 * server.c: the class Server: listening, accepting, closing. What happens on a connection is connection.c's.
 */
#include "src/http/server.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/object.h"
#include "src/core/addr.h"
#include "src/core/mem.h"
#include "src/coroutine/scheduler.h"
#include "src/http/connection.h"
#include "src/reactor/accept.h"
#include "zend_exceptions.h"

#include "stubs/Http/Server_arginfo.h"

zend_class_entry *evloop_ce_http_server;

static zend_object_handlers server_handlers;

typedef struct http_listener {
	evl_list link; /* in server->listeners */
	evl_ready ready;
	evl_listener *listener;
	evloop_http_server *server;
	zend_string *address;
} http_listener;

/* One who waits in close(); lives on that context's stack. */
typedef struct http_closer {
	evl_list link; /* in server->closers */
	evloop_timed_park park;
} http_closer;

static evloop_http_server *server_from(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_http_server);
}

static void listener_wake(http_listener *self)
{
	if (!evl_ready_is_queued(&self->ready)) {
		evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &self->ready);
	}
}

static bool server_is_done(const evloop_http_server *server)
{
	return evl_list_is_empty(&server->listeners) && server->connection_count == 0;
}

/* maxConnections: stop accepting, or go on with what was accepted meanwhile. */
static void listeners_pause(evloop_http_server *server, bool paused)
{
	server->full = paused;

	for (evl_list *node = server->listeners.next; node != &server->listeners; node = node->next) {
		http_listener *self = EVL_CONTAINER_OF(node, http_listener, link);

		evl_listener_pause(self->listener, paused);

		if (!paused) {
			listener_wake(self);
		}
	}
}

void evloop_http_server_lost_one(evloop_http_server *server)
{
	server->connection_count--;

	if (server->full) {
		listeners_pause(server, false);
	}

	if (server_is_done(server)) {
		for (evl_list *node = server->closers.next; node != &server->closers; node = node->next) {
			evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &EVL_CONTAINER_OF(node, http_closer, link)->park.park);
		}

		evloop_pin_drop(&server->pin);
	}
}

static void on_linger_timer(evl_timer *timer)
{
	evloop_http_server *server = EVL_CONTAINER_OF(timer, evloop_http_server, linger_timer);

	if (!evl_ready_is_queued(&server->linger_ready)) {
		evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &server->linger_ready);
	}
}

void evloop_http_server_linger_at(evloop_http_server *server, uint64_t deadline)
{
	if (!evl_timer_is_active(&server->linger_timer)) {
		/* Without memory for the timer they stay until the peer goes. */
		evl_timer_start(&EVLOOP_G(runtime)->loop, &server->linger_timer, deadline);
	}
}

/* All lingering connections have the same time, so the first is the first to go. */
static void linger_run(evl_ready *ready)
{
	evloop_http_server *server = EVL_CONTAINER_OF(ready, evloop_http_server, linger_ready);
	uint64_t now = evl_loop_now();

	GC_ADDREF(&server->std);

	while (!evl_list_is_empty(&server->lingering)) {
		evloop_http_connection *first = EVL_CONTAINER_OF(server->lingering.next, evloop_http_connection, linger);

		if (first->linger_until > now) {
			evloop_http_server_linger_at(server, first->linger_until);
			break;
		}

		evloop_http_connection_free(first);
	}

	OBJ_RELEASE(&server->std);
}

static void listener_run(evl_ready *ready)
{
	http_listener *self = EVL_CONTAINER_OF(ready, http_listener, ready);
	evloop_http_server *server = self->server;
	int fd;

	GC_ADDREF(&server->std);

	while (!server->full && (fd = evl_listener_take(self->listener)) >= 0) {
		evloop_http_connection_open(server, fd, true);

		if (server->connection_count >= server->options.max_connections) {
			listeners_pause(server, true);
		}
	}

	OBJ_RELEASE(&server->std);
}

static void on_connection(evl_listener *listener, void *owner)
{
	listener_wake(owner);
}

static const evl_listener_ops listener_ops = {.connection = on_connection};

static void listener_free(http_listener *self)
{
	evl_list_remove(&self->link);
	evl_tick_remove(&self->ready);
	evl_listener_close(self->listener);
	evl_listener_release(self->listener);
	zend_string_release(self->address);
	efree(self);
}

static zend_string *listener_address(const evl_listener *listener, const char *fallback, size_t fallback_len)
{
	struct sockaddr_storage address;
	char text[EVL_ADDR_TEXT_MAX];
	int length = sizeof(address);
	size_t written = 0;

	if (evl_listener_address(listener, &address, &length) == 0) {
		written = evl_addr_format(text, (const struct sockaddr *) &address, (socklen_t) length);
	}

	return written > 0 ? zend_string_init(text, written, false) : zend_string_init(fallback, fallback_len, false);
}

/* False with an exception thrown. */
static bool server_listen(
	evloop_http_server *server, evloop_runtime *runtime, const evl_addr *addr, const zend_string *uri)
{
	evl_listen_options options = {.backlog = 511};
	http_listener *self = ecalloc(1, sizeof(*self));
	int status = evl_listener_open(&self->listener, &runtime->loop, (const struct sockaddr *) &addr->ip,
		(int) addr->ip_length, &options, &listener_ops, self);

	if (status != 0) {
		efree(self);
		evloop_error_throw(evloop_ce_socket_exception, status, "listen %s", ZSTR_VAL(uri));
		return false;
	}

	self->server = server;
	self->address = listener_address(self->listener, ZSTR_VAL(uri), ZSTR_LEN(uri));
	self->ready.run = listener_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	evl_list_append(&server->listeners, &self->link);
	evloop_pin_set(&server->pin, runtime, &server->std);

	if (server->full) {
		evl_listener_pause(self->listener, true);
	}

	return true;
}

static void server_stop_listening(evloop_http_server *server)
{
	while (!evl_list_is_empty(&server->listeners)) {
		listener_free(EVL_CONTAINER_OF(server->listeners.next, http_listener, link));
	}
}

/* Idle connections get a FIN now; the others end behind their last answer. */
static void server_end_idle(evloop_http_server *server)
{
	for (evl_list *node = server->connections.next; node != &server->connections; node = node->next) {
		evloop_http_connection *connection = EVL_CONTAINER_OF(node, evloop_http_connection, link);

		if (!(connection->flags & EVLOOP_HTTP_LINGERS) && evloop_http_connection_is_idle(connection)) {
			evloop_http_connection_end(connection);
		}
	}
}

static void server_cut(evloop_http_server *server)
{
	while (!evl_list_is_empty(&server->connections)) {
		evloop_http_connection_free(EVL_CONTAINER_OF(server->connections.next, evloop_http_connection, link));
	}
}

/* False with an exception thrown. */
static bool server_wait_closed(evloop_http_server *server, double grace)
{
	http_closer closer = {.park.park = {.ready.priority = EVL_PRIORITY_NORMAL, .reason = "Http\\Server::close()"}};
	evloop_outcome outcome;

	evl_list_append(&server->closers, &closer.link);
	outcome = evloop_timed_park_wait(&closer.park, grace);
	evl_list_remove(&closer.link);
	return outcome != EVLOOP_THROWN;
}

/* Constructed, open, and with a loop; else NULL with an exception thrown. */
static evloop_http_server *server_check(zend_object *object, bool open)
{
	evloop_http_server *server = server_from(object);

	if (!evloop_callback_is_set(&server->handler)) {
		zend_throw_error(NULL, "The %s is not constructed", ZSTR_VAL(object->ce->name));
		return NULL;
	}

	if (open && server->closing) {
		zend_throw_exception(evloop_ce_closed_exception, "The HTTP server is closed", 0);
		return NULL;
	}

	return evloop_scheduler_get() != NULL ? server : NULL;
}

static zend_object *server_create(zend_class_entry *ce)
{
	evloop_http_server *server = evloop_object_alloc(sizeof(*server), ce);

	zend_object_std_init(&server->std, ce);
	object_properties_init(&server->std, ce);
	server->std.handlers = &server_handlers;
	ZVAL_UNDEF(&server->handler.callable);
	evl_list_init(&server->listeners);
	evl_list_init(&server->connections);
	evl_list_init(&server->lingering);
	evl_list_init(&server->closers);
	evl_timer_init(&server->linger_timer, on_linger_timer);
	server->linger_ready.run = linger_run;
	server->linger_ready.priority = EVL_PRIORITY_NORMAL;
	return &server->std;
}

/*
 * With a loop nothing is left here, or the pin would hold us; after its end connections and listeners are still to be
 * freed.
 */
static void server_free(zend_object *object)
{
	evloop_http_server *server = server_from(object);

	server->full = false;
	server_stop_listening(server);
	server_cut(server);
	evl_tick_remove(&server->linger_ready);

	if (EVLOOP_G(runtime) != NULL) {
		evl_timer_stop(&EVLOOP_G(runtime)->loop, &server->linger_timer);
	}

	if (server->table != NULL) {
		efree(server->table);
	}

	if (server->common.server != NULL) {
		zend_string_release(server->common.server);
	}

	evloop_http_options_free(&server->options);
	evloop_callback_free(&server->handler);
	zend_object_std_dtor(object);
}

static HashTable *server_get_gc(zend_object *object, zval **table, int *count)
{
	*table = &server_from(object)->handler.callable;
	*count = 1;
	return NULL;
}

PHP_METHOD(Evloop_Http_Server, __construct)
{
	evloop_http_server *server = server_from(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_object *options = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_http_server_options)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_callback_is_set(&server->handler)) {
		zend_throw_error(NULL, "Cannot construct %s again", ZSTR_VAL(server->std.ce->name));
		RETURN_THROWS();
	}

	evloop_http_options_read(&server->options, options);
	server->limits.target = (uint32_t) server->options.max_target;
	server->limits.head = (uint32_t) server->options.max_head;
	server->limits.fields = (uint32_t) server->options.max_headers;
	server->table = safe_emalloc(server->limits.fields, sizeof(evl_http1_field), 0);

	if (server->options.server_name != NULL) {
		server->common.server = zend_strpprintf(0, "Server: %s\r\n", ZSTR_VAL(server->options.server_name));
	}

	evloop_callback_init(&server->handler, &fci, &fcc);
}

PHP_METHOD(Evloop_Http_Server, listen)
{
	evloop_http_server *server;
	zend_string *uri;
	const char *error;
	evl_addr addr;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(uri)
	ZEND_PARSE_PARAMETERS_END();

	server = server_check(Z_OBJ_P(ZEND_THIS), true);

	if (server == NULL) {
		RETURN_THROWS();
	}

	error = evl_addr_parse(&addr, ZSTR_VAL(uri), ZSTR_LEN(uri));

	if (error == NULL && addr.scheme != EVL_ADDR_TCP) {
		error = "the scheme must be tcp";
	}

	if (error != NULL) {
		zend_argument_value_error(1, "must be an address to listen on: %s", error);
		RETURN_THROWS();
	}

	if (!server_listen(server, EVLOOP_G(runtime), &addr, uri)) {
		RETURN_THROWS();
	}

	RETURN_OBJ_COPY(&server->std);
}

PHP_METHOD(Evloop_Http_Server, localAddresses)
{
	evloop_http_server *server = server_from(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);

	for (evl_list *node = server->listeners.next; node != &server->listeners; node = node->next) {
		add_next_index_str(return_value, zend_string_copy(EVL_CONTAINER_OF(node, http_listener, link)->address));
	}
}

PHP_METHOD(Evloop_Http_Server, close)
{
	evloop_http_server *server;
	double grace = 30.0;
	bool waited;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(grace)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_duration_check(grace, 1)) {
		RETURN_THROWS();
	}

	server = server_check(Z_OBJ_P(ZEND_THIS), false);

	if (server == NULL) {
		RETURN_THROWS();
	}

	server->closing = true;
	server_stop_listening(server);
	server_end_idle(server);
	waited = server_is_done(server) || server_wait_closed(server, grace);

	if (!waited) {
		RETURN_THROWS();
	}

	server_cut(server);

	if (server_is_done(server)) {
		evloop_pin_drop(&server->pin);
	}
}

PHP_METHOD(Evloop_Http_Server, stats)
{
	const evloop_http_server *server = server_from(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);
	add_assoc_long(return_value, "connections", (zend_long) server->connection_count);
	add_assoc_long(return_value, "accepted", (zend_long) server->accepted);
	add_assoc_long(return_value, "inFlight", (zend_long) server->in_flight);
	add_assoc_long(return_value, "requests", (zend_long) server->requests);
	add_assoc_long(return_value, "refused", (zend_long) server->refused);
}

zend_result evloop_http_server_minit(int module_number)
{
	evloop_object_handlers(&server_handlers, XtOffsetOf(evloop_http_server, std));
	server_handlers.free_obj = server_free;
	server_handlers.get_gc = server_get_gc;
	evloop_ce_http_server = register_class_Evloop_Http_Server();
	evloop_ce_http_server->create_object = server_create;
	return SUCCESS;
}
