/* SPDX-License-Identifier: MIT */
/*
 * request_body.c: see request_body.h. A body lies in one of two places: in request->body when it came whole with its
 * head or was asked for as a text before, else in the buffer of request->incoming. PHP's thread only.
 */
#include "src/http/request_body.h"

#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/io/stream.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/Http/RequestBody_arginfo.h"

typedef struct request_body {
	evloop_http_request *request; /* one reference; NULL in an object that the engine made */
	evloop_flow *flow;            /* the event style; NULL until somebody listens */
	zend_object std;
} request_body;

static zend_class_entry *request_body_ce;
static zend_object_handlers request_body_handlers;

static request_body *body_from(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, request_body);
}

/* What can be had without waiting. */
static size_t buffered(const evloop_http_request *request, const char **data)
{
	const evloop_http_incoming *incoming = request->incoming;

	*data = "";

	if (request->body != NULL) {
		*data = ZSTR_VAL(request->body) + request->taken;
		return ZSTR_LEN(request->body) - request->taken;
	}

	if (incoming == NULL || incoming->text == NULL) {
		return 0;
	}

	*data = ZSTR_VAL(incoming->text) + incoming->start;
	return evloop_http_incoming_buffered(incoming);
}

/* More may come. */
static bool is_arriving(const evloop_http_request *request)
{
	return request->body == NULL && request->incoming != NULL && request->incoming->state == EVLOOP_HTTP_ARRIVING;
}

static void take(evloop_http_request *request, size_t size)
{
	if (request->body != NULL) {
		request->taken += size;
	} else if (size > 0) {
		evloop_http_incoming_take(request, size);
	}
}

/* Nothing is buffered: true at the end of the body, else with the exception of its failure thrown. */
static bool is_end(const evloop_http_request *request, const char *operation)
{
	if (request->body != NULL || request->incoming == NULL || request->incoming->state == EVLOOP_HTTP_WHOLE) {
		return true;
	}

	evloop_http_incoming_throw(request->incoming, operation);
	return false;
}

/* The request of an open body; NULL with an exception thrown. */
static evloop_http_request *check(zend_object *object, const char *operation)
{
	evloop_http_request *request = body_from(object)->request;

	if (request == NULL) {
		zend_throw_error(NULL, "The %s is not constructed", ZSTR_VAL(object->ce->name));
		return NULL;
	}

	if (request->closed) {
		zend_throw_exception_ex(evloop_ce_closed_exception, 0, "%s(): the body of the request was closed", operation);
		return NULL;
	}

	if (request->incoming != NULL && request->incoming->reader != NULL) {
		evloop_waiter_throw_pending(request->incoming->reader, operation, "the body of a request");
		return NULL;
	}

	request->streamed = request->streamed || !request->kept;
	return request;
}

/* The same for who wants to read: nobody listens to what comes. */
static evloop_http_request *check_pull(zend_object *object, const char *operation)
{
	return evloop_flow_check_pull(body_from(object)->flow, operation) ? check(object, operation) : NULL;
}

static void close_body(zend_object *object)
{
	evloop_http_request *request = body_from(object)->request;

	if (request == NULL || request->closed) {
		return;
	}

	request->closed = true;

	if (request->incoming != NULL) {
		evloop_http_incoming_stop(request->incoming, EVLOOP_HTTP_CLOSED);
	}

	evloop_flow_closed(body_from(object)->flow);
}

/* Until so much is buffered or no more comes. False with an exception thrown. */
static bool await_bytes(evloop_http_request *request, size_t need, double timeout, const char *operation)
{
	if (!is_arriving(request)) {
		return true;
	}

	if (!evloop_http_incoming_wait(request, need, timeout, operation)) {
		return false;
	}

	if (request->closed) {
		evloop_http_incoming_throw(request->incoming, operation);
		return false;
	}

	return true;
}

/* At most `length` bytes; NULL at the end. False with an exception thrown. */
static bool body_read(evloop_http_request *request, size_t length, double timeout, zval *result)
{
	const char *data;
	size_t there;

	if (!await_bytes(request, 1, timeout, "read")) {
		return false;
	}

	there = buffered(request, &data);

	if (there == 0) {
		ZVAL_NULL(result);
		return is_end(request, "read");
	}

	if (request->body == NULL && there <= length) {
		ZVAL_STR(result, evloop_http_incoming_take_all(request));
		return true;
	}

	there = MIN(there, length);
	ZVAL_STRINGL_FAST(result, data, there);
	take(request, there);
	return true;
}

static bool body_next(zend_object *object, zval *value)
{
	evloop_http_request *request = check(object, "read");

	return request != NULL && body_read(request, SIZE_MAX, -1.0, value) && evloop_iterator_null_is_end(value);
}

static zend_object_iterator *body_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), body_next, by_reference);
}

static bool line_too_long(size_t max)
{
	zend_throw_exception_ex(
		evloop_ce_stream_exception, 0, "readLine() from the body of a request: the line has more than %zu bytes", max);
	return false;
}

static bool body_read_line(evloop_http_request *request, size_t max, zval *result)
{
	size_t scanned = 0, there;
	const char *data, *end;

	for (;;) {
		there = buffered(request, &data);
		end = there > scanned ? memchr(data + scanned, '\n', there - scanned) : NULL;

		if (end != NULL) {
			size_t line = (size_t) (end - data), more = line > 0 && data[line - 1] == '\r' ? 2 : 1;

			line -= more - 1;

			if (line > max) {
				return line_too_long(max);
			}

			ZVAL_STRINGL_FAST(result, data, line);
			take(request, line + more);
			return true;
		}

		/* A line of `max` bytes may have its "\r" here and its "\n" on the way. */
		if (there > max + 1 || (there > max && data[there - 1] != '\r')) {
			return line_too_long(max);
		}

		if (!is_arriving(request)) {
			break;
		}

		scanned = there;

		if (!await_bytes(request, there + 1, -1.0, "readLine")) {
			return false;
		}
	}

	if (there == 0 || !is_end(request, "readLine")) {
		ZVAL_NULL(result);
		return EG(exception) == NULL && is_end(request, "readLine");
	}

	if (there > max) {
		return line_too_long(max);
	}

	/* The last line has no end. */
	ZVAL_STRINGL_FAST(result, data, there);
	take(request, there);
	return true;
}

static zend_object *body_create_empty(zend_class_entry *ce)
{
	request_body *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &request_body_handlers;
	return &self->std;
}

zend_object *evloop_http_request_body_create(evloop_http_request *request)
{
	zend_object *object = body_create_empty(request_body_ce);

	body_from(object)->request = request;
	GC_ADDREF(&request->std);
	return object;
}

static void body_free(zend_object *object)
{
	evloop_http_request *request = body_from(object)->request;

	evloop_flow_free(body_from(object)->flow);

	if (request != NULL) {
		OBJ_RELEASE(&request->std);
	}

	zend_object_std_dtor(object);
}

static HashTable *body_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (body_from(object)->request != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &body_from(object)->request->std);
	}

	evloop_flow_gc(body_from(object)->flow, buffer);

	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Http_RequestBody, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Http_RequestBody, read)
{
	evloop_http_request *request;
	zend_long length = 0;
	double timeout = 0.0;
	bool no_length = true, no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(length, no_length)
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_length && length < 1) {
		zend_argument_value_error(1, "must be at least 1, or null for all there is");
		RETURN_THROWS();
	}

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 2)) {
		RETURN_THROWS();
	}

	request = check_pull(Z_OBJ_P(ZEND_THIS), "read");

	if (request == NULL || !body_read(request, no_length ? SIZE_MAX : (size_t) length, timeout, return_value)) {
		RETURN_THROWS();
	}
}

/* Of argument 1. False with an exception thrown. */
static bool check_least(zend_long size, zend_long least)
{
	if (UNEXPECTED(size < least)) {
		zend_argument_value_error(1, "must be at least " ZEND_LONG_FMT, least);
		return false;
	}

	return true;
}

PHP_METHOD(Evloop_Http_RequestBody, readLine)
{
	evloop_http_request *request;
	zend_long max = 65536;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(max)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(max, 0) || (request = check_pull(Z_OBJ_P(ZEND_THIS), "readLine")) == NULL ||
		!body_read_line(request, (size_t) max, return_value)) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Evloop_Http_RequestBody, readExactly)
{
	evloop_http_request *request;
	const char *data;
	zend_long length;
	size_t there;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(length)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(length, 1) || (request = check_pull(Z_OBJ_P(ZEND_THIS), "readExactly")) == NULL ||
		!await_bytes(request, (size_t) length, -1.0, "readExactly")) {
		RETURN_THROWS();
	}

	there = buffered(request, &data);

	if (there >= (size_t) length) {
		RETVAL_STRINGL_FAST(data, (size_t) length);
		take(request, (size_t) length);
	} else if (is_end(request, "readExactly")) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0,
			"readExactly() from the body of a request: the end came after %zu of " ZEND_LONG_FMT " bytes", there,
			length);
	}
}

PHP_METHOD(Evloop_Http_RequestBody, readAll)
{
	evloop_http_request *request;
	const char *data;
	zend_long limit = 16777216;
	size_t there;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(limit, 0) || (request = check_pull(Z_OBJ_P(ZEND_THIS), "readAll")) == NULL ||
		!await_bytes(request, (size_t) limit + 1, -1.0, "readAll")) {
		RETURN_THROWS();
	}

	there = buffered(request, &data);

	if (there > (size_t) limit) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0,
			"readAll() from the body of a request: there are more than " ZEND_LONG_FMT " bytes", limit);
	} else if (is_end(request, "readAll")) {
		RETVAL_STRINGL_FAST(data, there);
		take(request, there);
	}
}

PHP_METHOD(Evloop_Http_RequestBody, isReadable)
{
	const evloop_http_request *request = body_from(Z_OBJ_P(ZEND_THIS))->request;
	const char *data;

	ZEND_PARSE_PARAMETERS_NONE();

	RETURN_BOOL(request != NULL && !request->closed && (buffered(request, &data) > 0 || is_arriving(request)));
}

PHP_METHOD(Evloop_Http_RequestBody, close)
{
	ZEND_PARSE_PARAMETERS_NONE();
	close_body(Z_OBJ_P(ZEND_THIS));
}

/* The event style: the pump waits by itself, since a body is decoded by who reads it. */
static bool flow_wait(zend_object *object)
{
	evloop_http_request *request = check(object, "read");

	return request != NULL && await_bytes(request, 1, -1.0, "read");
}

static evloop_found flow_take(zend_object *object, zval *data)
{
	evloop_http_request *request = body_from(object)->request;
	const char *bytes;
	size_t there = buffered(request, &bytes);

	if (there > 0) {
		ZVAL_STRINGL_FAST(data, bytes, there);
		take(request, there);
		return EVLOOP_FOUND_DATA;
	}

	return is_end(request, "read") ? EVLOOP_FOUND_END : EVLOOP_FOUND_FAILURE;
}

static void flow_listen(zend_object *object, bool on)
{
	/* The connection of the request listens anyway. */
}

static bool flow_is_closed(zend_object *object)
{
	const evloop_http_request *request = body_from(object)->request;

	return request == NULL || request->closed;
}

static bool flow_can(zend_object *object, const char *operation)
{
	return check(object, operation) != NULL;
}

static bool flow_has_output(zend_object *object)
{
	return false;
}

static const evloop_flow_ops flow_ops = {
	flow_wait, flow_take, flow_listen, close_body, close_body, flow_is_closed, flow_can, flow_has_output};

PHP_METHOD(Evloop_Http_RequestBody, on)
{
	evloop_flow_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, &body_from(Z_OBJ_P(ZEND_THIS))->flow, &flow_ops, false);
}

PHP_METHOD(Evloop_Http_RequestBody, once)
{
	evloop_flow_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, &body_from(Z_OBJ_P(ZEND_THIS))->flow, &flow_ops, true);
}

PHP_METHOD(Evloop_Http_RequestBody, off)
{
	evloop_flow_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, &body_from(Z_OBJ_P(ZEND_THIS))->flow);
}

PHP_METHOD(Evloop_Http_RequestBody, pause)
{
	evloop_flow_pause(INTERNAL_FUNCTION_PARAM_PASSTHRU, &body_from(Z_OBJ_P(ZEND_THIS))->flow, &flow_ops, true);
}

PHP_METHOD(Evloop_Http_RequestBody, resume)
{
	evloop_flow_pause(INTERNAL_FUNCTION_PARAM_PASSTHRU, &body_from(Z_OBJ_P(ZEND_THIS))->flow, &flow_ops, false);
}

PHP_METHOD(Evloop_Http_RequestBody, pipeTo)
{
	evloop_http_request *request;
	zend_object *to;
	bool end = true;
	evloop_sink sink;
	zend_long count = 0;
	zval data;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(to, evloop_ce_writable_stream)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(end)
	ZEND_PARSE_PARAMETERS_END();

	evloop_sink_init(&sink, to);

	for (;;) {
		bool written;

		request = check_pull(Z_OBJ_P(ZEND_THIS), "pipeTo");

		if (request == NULL || !body_read(request, SIZE_MAX, -1.0, &data)) {
			RETURN_THROWS();
		}

		if (Z_TYPE(data) == IS_NULL) {
			break;
		}

		written = evloop_sink_write(&sink, Z_STR(data));
		count += (zend_long) Z_STRLEN(data);
		zval_ptr_dtor_str(&data);

		if (!written) {
			RETURN_THROWS();
		}
	}

	if (!end || evloop_sink_end(&sink)) {
		RETVAL_LONG(count);
	}
}

PHP_METHOD(Evloop_Http_RequestBody, isClosed)
{
	const evloop_http_request *request = body_from(Z_OBJ_P(ZEND_THIS))->request;

	ZEND_PARSE_PARAMETERS_NONE();

	RETURN_BOOL(request == NULL || request->closed);
}

PHP_METHOD(Evloop_Http_RequestBody, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_http_request_body_minit(int module_number)
{
	evloop_object_handlers(&request_body_handlers, XtOffsetOf(request_body, std));
	request_body_handlers.free_obj = body_free;
	request_body_handlers.get_gc = body_get_gc;
	request_body_ce = register_class_Evloop_Http_RequestBody(zend_ce_aggregate, evloop_ce_readable_stream);
	request_body_ce->create_object = body_create_empty;
	request_body_ce->get_iterator = body_get_iterator;
	return SUCCESS;
}
