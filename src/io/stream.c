/* SPDX-License-Identifier: MIT */
/*
 * A stream's life, and the methods of the class. Owns the evl_stream from evloop_stream_attach() until it is closed or
 * the object is freed; either may happen after the loop has ended. PHP's thread only.
 */
#include "src/io/stream.h"

#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/reactor/stream_disk.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/DuplexStream_arginfo.h"
#include "stubs/ReadableStream_arginfo.h"
#include "stubs/Stream_arginfo.h"
#include "stubs/WritableStream_arginfo.h"

/* How long the end of a stream that nobody holds any more may take to be sent. */
#define LINGER_NS UINT64_C(60000000000)

zend_class_entry *evloop_ce_stream;
zend_class_entry *evloop_ce_readable_stream;
zend_class_entry *evloop_ce_writable_stream;
zend_class_entry *evloop_ce_duplex_stream;
static zend_object_handlers stream_handlers;

const evl_stream_ops evloop_stream_ops = {
	.readable = evloop_stream_on_readable,
	.drained = evloop_stream_on_drained,
	.secured = evloop_stream_on_secured,
};

void evloop_stream_init(evloop_stream *self, const evloop_stream_kind *kind)
{
	self->kind = kind;
	evloop_limit_init(&self->reading);
	evl_list_init(&self->writers);
	evl_list_init(&self->drainers);
}

void evloop_stream_attach(evloop_stream *self, evl_stream *stream, const evloop_stream_settings *settings)
{
	self->stream = stream;
	self->settings = *settings;
	stream->in_high = settings->read_buffer;
	evl_stream_reference(stream, false);
	if (UNEXPECTED(!evloop_life_start(self))) {
		stream->read_status = stream->write_status = UV_ENOMEM;
	}
}

const char *evloop_stream_name(const evloop_stream *self)
{
	if (self->name == NULL || ZSTR_LEN(self->name) == 0) {
		return ZSTR_VAL(self->std.ce->name);
	}
	/* An abstract name begins with a NUL. */
	return ZSTR_VAL(self->name) + (ZSTR_VAL(self->name)[0] == '\0');
}

/* Throw why it was closed, if that was not somebody's close(). */
static bool throw_life(const evloop_stream *self, const char *operation)
{
	char *call;
	zend_object *failure;

	spprintf(&call, 0, "%s()", operation);
	failure = evloop_life_failure(self->life, call);
	efree(call);
	if (failure != NULL) {
		evloop_error_rethrow(failure);
	}
	return failure != NULL;
}

bool evloop_stream_check_open(const evloop_stream *self, const char *operation)
{
	if (EXPECTED(self->stream != NULL)) {
		return true;
	}
	if (!throw_life(self, operation)) {
		zend_throw_exception_ex(
			evloop_ce_closed_exception, 0, "%s(): the stream to %s is closed", operation, evloop_stream_name(self));
	}
	return false;
}

bool evloop_stream_check_still_open(const evloop_stream *self, const char *operation)
{
	if (EXPECTED(self->stream != NULL)) {
		return true;
	}
	if (!throw_life(self, operation)) {
		zend_throw_exception_ex(evloop_ce_closed_exception, 0, "%s(): the stream to %s was closed meanwhile", operation,
			evloop_stream_name(self));
	}
	return false;
}

void evloop_stream_throw(const evloop_stream *self, int status, const char *operation, const char *direction)
{
	if (EXPECTED(!evl_tls_is_status(status))) {
		evloop_error_throw(self->kind->error != NULL ? *self->kind->error : evloop_ce_socket_exception, status,
			"%s() %s %s", operation, direction, evloop_stream_name(self));
		if (self->stream != NULL && self->stream->disk != NULL) {
			self->stream->disk->failure_told = true;
		}
		return;
	}
	zend_throw_exception_ex(evloop_ce_tls_exception, 0, "%s() %s %s failed: %s", operation, direction,
		evloop_stream_name(self),
		status == EVL_TLS_TRUNCATED ? "the connection ended without the peer's close_notify: what came may not be all"
									: evl_stream_tls_reason(self->stream));
}

static evl_stream *detach(evloop_stream *self)
{
	evl_stream *stream = self->stream;

	if (evloop_runtime_if_alive() != NULL) {
		/* What was written in this tick, as far as it goes at once. */
		evl_stream_flush(stream);
	}
	self->stream = NULL;
	evloop_limit_free(&self->reading);
	evloop_life_stop(self->life);
	if (self->kind->closed != NULL) {
		self->kind->closed(self);
	}
	return stream;
}

static bool has_left(const evl_stream *stream, uint64_t mark)
{
	const evl_disk *disk = stream->disk;

	if (stream->write_status != 0 || (disk != NULL && disk->failed_from < mark && mark <= disk->failed_to)) {
		return false;
	}
	return stream->written - evl_stream_buffered(stream) >= mark;
}

/* Who had what it waited for, and has not had its turn since, is told of that and not of the close. */
static void wake_drainers(evloop_stream *self, const evl_stream *stream, evl_tick *tick)
{
	for (evl_list *node = self->drainers.next; node != &self->drainers; node = node->next) {
		evloop_drainer *drainer = EVL_CONTAINER_OF(node, evloop_drainer, waiter.link);

		drainer->left = has_left(stream, drainer->mark);
	}
	evloop_waiters_wake(tick, &self->drainers);
}

void evloop_stream_close(evloop_stream *self)
{
	evl_stream *stream;
	evl_tick *tick;

	if (self->stream == NULL) {
		return;
	}
	stream = detach(self);
	if (stream->handle.loop != NULL) {
		tick = &stream->handle.loop->tick;
		if (self->reader != NULL) {
			evloop_waiter_wake(tick, &self->reader->waiter);
		}
		evloop_waiters_wake(tick, &self->writers);
		wake_drainers(self, stream, tick);
	}
	/* What end() has promised is sent all the same. */
	evl_stream_linger(stream, LINGER_NS);
	evloop_flow_closed(self->flow);
}

void evloop_stream_free(evloop_stream *self)
{
	evloop_flow_free(self->flow);
	self->flow = NULL;
	if (self->resource != NULL) {
		zval_ptr_dtor(self->resource);
		efree(self->resource);
	}
	if (self->stream != NULL) {
		evl_stream_linger(detach(self), LINGER_NS);
	}
	evloop_life_free(self->life);
	self->life = NULL;
	if (self->name != NULL) {
		zend_string_release(self->name);
	}
	zend_object_std_dtor(&self->std);
}

/* A class of the user's that extends Stream without constructing anything: a stream that is closed. */
static zend_object *stream_create_object(zend_class_entry *ce)
{
	static const evloop_stream_kind kind = {.closed = NULL};
	evloop_stream *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &stream_handlers;
	evloop_stream_init(self, &kind);
	return &self->std;
}

static void stream_free_object(zend_object *object)
{
	evloop_stream_free(evloop_stream_from_obj(object));
}

HashTable *evloop_stream_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_flow_gc(evloop_stream_from_obj(object)->flow, buffer);
	if (evloop_stream_from_obj(object)->resource != NULL) {
		zend_get_gc_buffer_add_zval(buffer, evloop_stream_from_obj(object)->resource);
	}
	/* The properties of a class that extends Stream. */
	for (int i = 0; i < object->ce->default_properties_count; i++) {
		zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

static bool stream_next(zend_object *object, zval *value)
{
	evloop_stream *self = evloop_stream_from_obj(object);

	return evloop_stream_read(self, SIZE_MAX, self->settings.read_timeout, value) && evloop_iterator_null_is_end(value);
}

zend_object_iterator *evloop_stream_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), stream_next, by_reference);
}

static evloop_stream *this_stream(zval *this)
{
	return evloop_stream_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Stream, read)
{
	evloop_stream *self = this_stream(ZEND_THIS);
	zend_long length = 0;
	double timeout = 0.0;
	bool no_length = true;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(length, no_length)
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_length && length < 1) {
		zend_argument_value_error(1, "must be at least 1, or null for all there is");
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&timeout, no_timeout, self->settings.read_timeout, 2)) {
		RETURN_THROWS();
	}
	evloop_stream_read(self, no_length ? SIZE_MAX : (size_t) length, timeout, return_value);
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

PHP_METHOD(Evloop_Stream, readLine)
{
	zend_long max = 65536;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(max)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(max, 0)) {
		RETURN_THROWS();
	}
	evloop_stream_read_line(this_stream(ZEND_THIS), (size_t) max, return_value);
}

PHP_METHOD(Evloop_Stream, readExactly)
{
	zend_long length;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(length)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(length, 1)) {
		RETURN_THROWS();
	}
	evloop_stream_read_exactly(this_stream(ZEND_THIS), (size_t) length, return_value);
}

PHP_METHOD(Evloop_Stream, readAll)
{
	zend_long limit = 16777216;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_least(limit, 0)) {
		RETURN_THROWS();
	}
	evloop_stream_read_all(this_stream(ZEND_THIS), (size_t) limit, return_value);
}

PHP_METHOD(Evloop_Stream, isReadable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(evloop_stream_is_readable(this_stream(ZEND_THIS)));
}

PHP_METHOD(Evloop_Stream, write)
{
	evloop_stream *self = this_stream(ZEND_THIS);
	zend_string *data;
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, self->settings.write_timeout, 2)) {
		RETURN_THROWS();
	}
	evloop_stream_write(self, ZSTR_VAL(data), ZSTR_LEN(data), timeout);
}

PHP_METHOD(Evloop_Stream, tryWrite)
{
	zend_string *data;
	int taken;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	taken = evloop_stream_try_write(this_stream(ZEND_THIS), ZSTR_VAL(data), ZSTR_LEN(data));
	if (taken < 0) {
		RETURN_THROWS();
	}
	RETURN_BOOL(taken);
}

PHP_METHOD(Evloop_Stream, drain)
{
	evloop_stream *self = this_stream(ZEND_THIS);
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, self->settings.write_timeout, 1)) {
		RETURN_THROWS();
	}
	evloop_stream_drain(self, timeout);
}

PHP_METHOD(Evloop_Stream, end)
{
	zend_string *last = zend_empty_string;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(last)
	ZEND_PARSE_PARAMETERS_END();

	evloop_stream_end(this_stream(ZEND_THIS), ZSTR_VAL(last), ZSTR_LEN(last));
}

PHP_METHOD(Evloop_Stream, isWritable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(evloop_stream_is_writable(this_stream(ZEND_THIS)));
}

PHP_METHOD(Evloop_Stream, getBufferedBytes)
{
	const evloop_stream *self = this_stream(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(self->stream != NULL ? (zend_long) evl_stream_buffered(self->stream) : 0);
}

PHP_METHOD(Evloop_Stream, close)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_stream_close(this_stream(ZEND_THIS));
}

PHP_METHOD(Evloop_Stream, isClosed)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_stream(ZEND_THIS)->stream == NULL);
}

PHP_METHOD(Evloop_Stream, getFd)
{
	const evloop_stream *self = this_stream(ZEND_THIS);
	int fd = self->stream != NULL ? evl_stream_fd(self->stream) : -1;

	ZEND_PARSE_PARAMETERS_NONE();
	if (fd >= 0) {
		RETURN_LONG(fd);
	}
}

PHP_METHOD(Evloop_Stream, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_stream_minit(int module_number)
{
	evloop_ce_readable_stream = register_class_Evloop_ReadableStream(zend_ce_traversable);
	evloop_ce_writable_stream = register_class_Evloop_WritableStream();
	evloop_ce_duplex_stream = register_class_Evloop_DuplexStream(evloop_ce_readable_stream, evloop_ce_writable_stream);
	evloop_ce_stream = register_class_Evloop_Stream(zend_ce_aggregate, evloop_ce_duplex_stream);
	evloop_ce_stream->create_object = stream_create_object;
	evloop_ce_stream->get_iterator = evloop_stream_get_iterator;
	evloop_object_handlers(&stream_handlers, XtOffsetOf(evloop_stream, std));
	stream_handlers.free_obj = stream_free_object;
	stream_handlers.get_gc = evloop_stream_get_gc;
	return SUCCESS;
}
