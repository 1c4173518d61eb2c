/* SPDX-License-Identifier: MIT */
/*
 * server.c: the class Server: listening, accepting, closing. What happens on a connection is connection.c's.
 */
#include "src/http/server.h"
#include "src/net/tls.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/object.h"
#include "src/coroutine/scheduler.h"
#include "src/http/connection.h"
#include "src/http/listener.h"
#include "src/io/wait.h"
#include "zend_exceptions.h"

#include "stubs/Http/Server_arginfo.h"

zend_class_entry *evloop_ce_http_server;

/* How long the rest of a body that nobody wants may take. */
#define DRAIN_NS UINT64_C(5000000000)

/* How long the peer may take to send its FIN after ours. */
#define LINGER_NS UINT64_C(1000000000)

static zend_object_handlers server_handlers;

/* One who waits in close(); lives on that context's stack. */
typedef struct http_closer {
	evl_list link; /* in server->closers */
	evloop_timed_park park;
} http_closer;

static evloop_http_server *server_from(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_http_server);
}

static bool server_is_done(const evloop_http_server *server)
{
	return evl_list_is_empty(&server->listeners) && server->connection_count == 0;
}

void evloop_http_server_lost_one(evloop_http_server *server)
{
	server->connection_count--;

	/* After the end of the loop there is nobody to tell, and the list of pins is gone. */
	if (UNEXPECTED(EVLOOP_G(runtime) == NULL)) {
		return;
	}

	if (server->connection_count == 0) {
		evloop_http_deadlines_rest(&server->deadlines);
	}

	evloop_http_listeners_adjust(server);

	if (server_is_done(server)) {
		for (evl_list *node = server->closers.next; node != &server->closers; node = node->next) {
			evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &EVL_CONTAINER_OF(node, http_closer, link)->park.park);
		}

		evloop_pin_drop(&server->pin);
	}
}

static void deadlines_run(evl_ready *ready)
{
	evloop_http_server *server = EVL_CONTAINER_OF(ready, evloop_http_server, deadlines.ready);
	evloop_http_deadline *deadline;

	GC_ADDREF(&server->std);

	while ((deadline = evloop_http_deadlines_next(&server->deadlines)) != NULL) {
		evloop_http_connection_overdue(
			EVL_CONTAINER_OF(deadline, evloop_http_connection, deadline), (evloop_http_deadline_kind) deadline->kind);
	}

	OBJ_RELEASE(&server->std);
}

static void server_stop_listening(evloop_http_server *server)
{
	while (!evl_list_is_empty(&server->listeners)) {
		evloop_http_listener_close(EVL_CONTAINER_OF(server->listeners.next, evloop_http_listener, link));
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

/* Returns how many requests that had begun to arrive are not answered now. */
static uint64_t server_cut(evloop_http_server *server)
{
	uint64_t before = server->cut;

	while (!evl_list_is_empty(&server->connections)) {
		evloop_http_connection *connection = EVL_CONTAINER_OF(server->connections.next, evloop_http_connection, link);

		server->cut += connection->in_flight + (connection->partial != NULL ? 1 : 0);
		evloop_http_connection_free(connection);
	}

	return server->cut - before;
}

/* To the error handler; without one it is a warning, since the program goes on as it should. */
static void report_cut(uint64_t cut, double grace)
{
	const char *format = "Http\\Server::close(): %" PRIu64 " requests were cut after %g seconds";

	if (evloop_callback_is_set(&EVLOOP_G(runtime)->error_handler)) {
		evloop_runtime_report(evloop_error_new(evloop_ce_timeout_exception, format, cut, grace), NULL);
	} else {
		php_error_docref(NULL, E_WARNING, format, cut, grace);
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
	evl_list_init(&server->closers);
	evloop_http_deadlines_init(&server->deadlines);
	server->deadlines.ready.run = deadlines_run;
	return &server->std;
}

/*
 * With a loop nothing is left here, or the pin would hold us; after its end connections and listeners are still to be
 * freed.
 */
static void server_free(zend_object *object)
{
	evloop_http_server *server = server_from(object);

	server_stop_listening(server);
	(void) server_cut(server);
	evloop_http_deadlines_free(&server->deadlines);

	if (server->table != NULL) {
		efree(server->table);
	}

	evloop_http_options_free(&server->options);
	evloop_callback_free(&server->handler);
	zend_object_std_dtor(object);
}

static HashTable *server_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_callback_gc(&server_from(object)->handler, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
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
	server->common.server = server->options.server_line;
	server->deadlines.lengths[EVLOOP_HTTP_HEAD] = server->options.head_timeout;
	server->deadlines.lengths[EVLOOP_HTTP_BODY] = server->options.body_timeout;
	server->deadlines.lengths[EVLOOP_HTTP_IDLE] = server->options.keep_alive_timeout;
	server->deadlines.lengths[EVLOOP_HTTP_DRAIN] = DRAIN_NS;
	server->deadlines.lengths[EVLOOP_HTTP_LINGER] = LINGER_NS;
	server->table = safe_emalloc(server->options.head.fields, sizeof(evl_http1_field), 0);
	evloop_callback_init(&server->handler, &fci, &fcc);
}

/* False with an exception thrown. */
static bool take_settings(evloop_listen_settings *settings, zend_object *options)
{
	const evloop_stream_settings *stream = &settings->socket.stream;

	evloop_listen_settings_read(settings, options);

	if (stream->read_timeout >= 0.0 || stream->write_timeout >= 0.0 || stream->idle_timeout >= 0.0 ||
		stream->total_timeout >= 0.0) {
		zend_argument_value_error(2, "must be without timeouts, which are a matter of the ServerOptions");
		return false;
	}

	return true;
}

PHP_METHOD(Evloop_Http_Server, listen)
{
	evloop_http_server *server;
	zend_string *uri;
	zend_object *options = NULL;
	evloop_listen_settings settings;
	evloop_addresses addresses;
	evloop_tls_context *tls;
	evl_addr addr;
	bool in_vain;
	bool open;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_listen_options)
	ZEND_PARSE_PARAMETERS_END();

	server = server_check(Z_OBJ_P(ZEND_THIS), true);

	if (server == NULL || !evloop_uri_take(&addr, uri, 1) || !take_settings(&settings, options)) {
		RETURN_THROWS();
	}

	if (!evloop_tls_of_listener(&tls, &addr, &settings)) {
		RETURN_THROWS();
	}

	/* This may wait: the server may be closed by somebody else meanwhile. */
	open = evloop_resolve(&addresses, &addr, "listen on", uri, evloop_deadline(-1.0), &in_vain) &&
		   server_check(Z_OBJ_P(ZEND_THIS), true) != NULL &&
		   evloop_http_listener_open(server, &addresses.list[0], uri, &settings, tls);

	if (!open) {
		RETURN_THROWS();
	}

	evloop_pin_set(&server->pin, EVLOOP_G(runtime), &server->std);
	RETURN_OBJ_COPY(&server->std);
}

PHP_METHOD(Evloop_Http_Server, localAddresses)
{
	evloop_http_server *server = server_from(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);

	for (evl_list *node = server->listeners.next; node != &server->listeners; node = node->next) {
		add_next_index_str(return_value, zend_string_copy(EVL_CONTAINER_OF(node, evloop_http_listener, link)->address));
	}
}

PHP_METHOD(Evloop_Http_Server, close)
{
	evloop_http_server *server;
	double grace = 30.0;
	uint64_t cut;
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

	/* The last connection may hold the last reference. */
	GC_ADDREF(&server->std);
	cut = server_cut(server);

	if (server_is_done(server)) {
		evloop_pin_drop(&server->pin);
	}

	OBJ_RELEASE(&server->std);

	if (cut > 0) {
		report_cut(cut, grace);
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
	add_assoc_long(return_value, "cut", (zend_long) server->cut);
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
