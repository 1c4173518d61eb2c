/* SPDX-License-Identifier: MIT */
/*
 * The class Socket. What it does as a stream is in src/io; this is its life and its addresses. PHP's thread only.
 */
#include "src/net/socket.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/reactor/unix_socket.h"
#include "zend_exceptions.h"

#include "stubs/Socket_arginfo.h"

zend_class_entry *evloop_ce_socket;
static zend_object_handlers socket_handlers;

static void socket_closed(evloop_stream *stream)
{
	evloop_socket *self = EVL_CONTAINER_OF(stream, evloop_socket, stream);
	evloop_gate *gate = self->gate;

	if (gate != NULL) {
		self->gate = NULL;
		evloop_gate_leave(gate);
	}
}

static const evloop_stream_kind socket_kind = {.closed = socket_closed};

static zend_object *socket_create_object(zend_class_entry *ce)
{
	evloop_socket *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->stream.std, ce);
	self->stream.std.handlers = &socket_handlers;
	evloop_stream_init(&self->stream, &socket_kind);
	return &self->stream.std;
}

evloop_socket *evloop_socket_new(void)
{
	return evloop_socket_from_obj(socket_create_object(evloop_ce_socket));
}

static zend_string *address_text(evl_stream *stream, bool peer)
{
	struct sockaddr_storage address;
	int length;

	if (evl_stream_address(stream, peer, &address, &length) != 0) {
		return zend_empty_string;
	}
	return evloop_sockaddr_text((struct sockaddr *) &address, length);
}

void evloop_socket_attach(evloop_socket *self, evl_stream *stream, const evloop_socket_settings *settings)
{
	evl_stream_adopt(stream, &evloop_stream_ops, &self->stream);
	evloop_stream_attach(&self->stream, stream, &settings->stream);
	if (settings->no_delay) {
		/* Fails on a connection that is gone already, which the first operation tells. */
		(void) evl_stream_no_delay(stream, true);
	}
	/* Now, since the kernel forgets it when the connection ends. */
	self->stream.name = address_text(stream, true);
}

static void socket_free_object(zend_object *object)
{
	evloop_socket *self = evloop_socket_from_obj(object);

	if (self->host != NULL) {
		zend_string_release(self->host);
	}
	evloop_stream_free(&self->stream);
}

static evloop_socket *this_socket(zval *this)
{
	return evloop_socket_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Socket, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Socket, connect)
{
	zend_string *uri;
	zend_object *options = NULL;
	evloop_connect_settings settings;
	evloop_socket *socket;
	evl_addr addr;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_connect_options)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_uri_take(&addr, uri, 1)) {
		RETURN_THROWS();
	}
	if (addr.port == 0 && addr.scheme != EVL_ADDR_UNIX) {
		zend_argument_value_error(1, "must have a port other than 0 to connect to, \"%s\" given", ZSTR_VAL(uri));
		RETURN_THROWS();
	}
	evloop_connect_settings_read(&settings, options);
	socket = evloop_socket_connect(uri, &addr, &settings);
	if (socket == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ(&socket->stream.std);
}

PHP_METHOD(Evloop_Socket, localAddress)
{
	const evloop_socket *self = this_socket(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (!evloop_stream_check_open(&self->stream, "localAddress")) {
		RETURN_THROWS();
	}
	RETURN_STR(address_text(self->stream.stream, false));
}

PHP_METHOD(Evloop_Socket, remoteAddress)
{
	const evloop_socket *self = this_socket(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR_COPY(self->stream.name);
}

/* One end of a pair, whose descriptor is taken over. NULL with an exception thrown. */
static evloop_socket *pair_end(int fd)
{
	evloop_socket_settings settings = {.no_delay = false};
	evloop_socket *self = evloop_socket_new();
	evl_stream *stream;
	int status = evl_stream_open_pipe(&stream, &EVLOOP_G(runtime)->loop, fd, &evloop_stream_ops, &self->stream);

	if (status != 0) {
		OBJ_RELEASE(&self->stream.std);
		evloop_error_throw(evloop_ce_socket_exception, status, "pair()");
		return NULL;
	}
	evloop_stream_settings_read(&settings.stream, NULL, NULL);
	evloop_socket_attach(self, stream, &settings);
	/* The other end is ours, so what it passes is welcome whenever it comes. */
	evl_stream_want_passed(stream);
	return self;
}

PHP_METHOD(Evloop_Socket, pair)
{
	evloop_socket *first;
	evloop_socket *second;
	int fds[2];
	int status;

	ZEND_PARSE_PARAMETERS_NONE();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	status = evl_unix_socket_pair(fds);
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "pair()");
		RETURN_THROWS();
	}
	first = pair_end(fds[0]);
	second = pair_end(fds[1]);
	if (first == NULL || second == NULL) {
		if (first != NULL || second != NULL) {
			OBJ_RELEASE(first != NULL ? &first->stream.std : &second->stream.std);
		}
		RETURN_THROWS();
	}
	second->accepted = true;
	array_init_size(return_value, 2);
	add_next_index_object(return_value, &first->stream.std);
	add_next_index_object(return_value, &second->stream.std);
}

zend_result evloop_socket_minit(int module_number)
{
	evloop_ce_socket = register_class_Evloop_Socket(evloop_ce_stream);
	evloop_ce_socket->create_object = socket_create_object;
	evloop_ce_socket->get_iterator = evloop_stream_get_iterator;
	evloop_object_handlers(&socket_handlers, XtOffsetOf(evloop_socket, stream) + XtOffsetOf(evloop_stream, std));
	socket_handlers.free_obj = socket_free_object;
	socket_handlers.get_gc = evloop_stream_get_gc;
	zend_register_class_alias("Evloop\\ClientSocket", evloop_ce_socket);
	return SUCCESS;
}
