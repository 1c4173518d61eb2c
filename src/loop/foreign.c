/* SPDX-License-Identifier: MIT */
/*
 * Streams are asked for their descriptor as stream_select() asks. PHP's thread only.
 */
#include "src/loop/foreign.h"

#if __has_include("ext/sockets/php_sockets.h")
/* The header shows its contents only where ext/sockets is compiled in; shared, it is an own module with the same struct. */
#ifndef HAVE_SOCKETS
#define HAVE_SOCKETS 1
#endif
#include "ext/sockets/php_sockets.h"
#define HAVE_SOCKET_CLASS 1
#endif

/* NULL when it is closed, or no stream at all. */
static php_stream *stream_of(const zval *value)
{
	zend_resource *resource = Z_RES_P(value);

	if (resource->type == php_file_le_stream() || resource->type == php_file_le_pstream()) {
		return resource->ptr;
	}
	return NULL;
}

static int stream_descriptor(const zval *value, uint32_t number)
{
	php_stream *stream = stream_of(value);
	int fd = -1;

	if (stream == NULL) {
		zend_argument_type_error(number, "must be an open stream, a closed or other resource was given");
		return -1;
	}
	if (php_stream_is_filtered(stream)) {
		zend_argument_value_error(number, "must be a stream without filters: what they hold back cannot be waited for");
		return -1;
	}
	/* A temporary one would turn itself into a file to have one. */
	if (php_stream_is(stream, PHP_STREAM_IS_MEMORY) || php_stream_is(stream, PHP_STREAM_IS_TEMP) ||
		php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL, (void *) &fd, 0) != SUCCESS ||
		fd < 0) {
		if (EG(exception) == NULL) {
			zend_argument_value_error(number,
				"must be a stream with a descriptor to wait for, a stream of type %s has none", stream->ops->label);
		}
		return -1;
	}
	return fd;
}

/* The Socket of ext/sockets, whether it is loaded or not. */
static bool is_socket(const zend_object *object)
{
#ifdef HAVE_SOCKET_CLASS
	return object->ce->type == ZEND_INTERNAL_CLASS && zend_string_equals_literal(object->ce->name, "Socket") &&
		   object->ce->info.internal.module != NULL && strcmp(object->ce->info.internal.module->name, "sockets") == 0;
#else
	return false;
#endif
}

static int socket_descriptor(zend_object *object)
{
#ifdef HAVE_SOCKET_CLASS
	return socket_from_obj(object)->bsd_socket;
#else
	return -1;
#endif
}

int evloop_foreign_descriptor_of(zval *value, uint32_t number)
{
	int fd;

	if (Z_TYPE_P(value) == IS_RESOURCE) {
		return stream_descriptor(value, number);
	}
	if (Z_TYPE_P(value) == IS_LONG) {
		if (Z_LVAL_P(value) < 0 || Z_LVAL_P(value) > INT_MAX) {
			zend_argument_value_error(number, "must be a descriptor, " ZEND_LONG_FMT " is none", Z_LVAL_P(value));
			return -1;
		}
		return (int) Z_LVAL_P(value);
	}
	if (Z_TYPE_P(value) != IS_OBJECT || !is_socket(Z_OBJ_P(value))) {
		zend_argument_type_error(
			number, "must be a stream, a Socket or the number of a descriptor, %s given", zend_zval_type_name(value));
		return -1;
	}
	fd = socket_descriptor(Z_OBJ_P(value));
	if (fd < 0) {
		zend_argument_type_error(number, "must be an open Socket, this one was closed");
	}
	return fd;
}

bool evloop_foreign_is_closed(const zval *value)
{
	if (Z_TYPE_P(value) == IS_RESOURCE) {
		return stream_of(value) == NULL;
	}
	return Z_TYPE_P(value) == IS_OBJECT && socket_descriptor(Z_OBJ_P(value)) < 0;
}

static php_stream *open_stream(const zval *value)
{
	return Z_TYPE_P(value) == IS_RESOURCE ? stream_of(value) : NULL;
}

static bool has_buffered(const php_stream *stream)
{
	return stream->writepos > stream->readpos;
}

/* A cast for select is when TLS hands over what it has decrypted. */
static bool fetch(php_stream *stream)
{
	int fd;

	(void) php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL, (void *) &fd, 0);
	return has_buffered(stream);
}

static bool is_told_of_progress(const php_stream *stream)
{
	return PHP_STREAM_CONTEXT(stream) != NULL && PHP_STREAM_CONTEXT(stream)->notifier != NULL;
}

bool evloop_foreign_has_bytes(const zval *value)
{
	php_stream *stream = open_stream(value);

	if (stream == NULL || has_buffered(stream)) {
		return stream != NULL;
	}
	/* Any stream of openssl's, encrypted or not yet. */
	return strcmp(stream->ops->label, "tcp_socket/ssl") == 0 && !is_told_of_progress(stream) && fetch(stream);
}

bool evloop_foreign_fetch_bytes(const zval *value)
{
	php_stream *stream = open_stream(value);

	if (stream == NULL || has_buffered(stream)) {
		return stream != NULL;
	}
	/* A cast of a stream in PHP code would call that. */
	return !php_stream_is(stream, PHP_STREAM_IS_USERSPACE) && fetch(stream);
}
