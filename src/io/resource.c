/* SPDX-License-Identifier: MIT */
/*
 * Streams over what others have opened: PHP's streams, Sockets, descriptors, the standard streams, and pipes of our own. A descriptor
 * that was given is duplicated, so either side may close its own; whether it blocks is left as it is. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/io/stream.h"
#include "src/loop/foreign.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

static const evloop_stream_kind resource_kind = {.closed = NULL};

static bool is_gone(void *owner)
{
	return evloop_foreign_is_closed(((const evloop_stream *) owner)->resource);
}

void evloop_stream_look_at_resource(evloop_stream *self)
{
	if (self->stream != NULL && is_gone(self)) {
		evloop_stream_close(self);
	}
}

/* A listening or a datagram socket has no stream of bytes. NULL: it may have. */
static const char *refuse_socket(int fd)
{
	socklen_t size = sizeof(int);
	int value = 0;

	if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &value, &size) != 0) {
		return NULL;
	}
	if (value != SOCK_STREAM) {
		return "must be a stream, and not a socket for datagrams";
	}
	size = sizeof(int);
	if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value != 0) {
		return "must be a stream, and not a listening socket";
	}
	return NULL;
}

/* What PHP has read ahead is the first that is read here. */
static bool take_buffered(evl_stream *stream, zval *resource)
{
	php_stream *source = Z_TYPE_P(resource) == IS_RESOURCE ? (php_stream *) Z_RES_P(resource)->ptr : NULL;
	size_t size;

	if (source == NULL || source->writepos <= source->readpos) {
		return true;
	}
	size = (size_t) (source->writepos - source->readpos);
	if (evl_buf_append(&stream->in, (const char *) source->readbuf + source->readpos, size) != 0) {
		return false;
	}
	source->readpos = source->writepos;
	source->position += (zend_off_t) size;
	return true;
}

/* Its bytes are ciphertext. */
static bool is_encrypted(zval *resource)
{
	zval meta;
	bool encrypted;

	if (Z_TYPE_P(resource) != IS_RESOURCE) {
		return false;
	}
	array_init(&meta);
	(void) php_stream_populate_meta_data((php_stream *) Z_RES_P(resource)->ptr, &meta);
	encrypted = zend_hash_str_exists(Z_ARR(meta), ZEND_STRL("crypto"));
	zval_ptr_dtor(&meta);
	return encrypted;
}

static void keep_resource(evloop_stream *self, zval *resource)
{
	if (Z_TYPE_P(resource) == IS_LONG) {
		self->name = zend_strpprintf(0, "descriptor " ZEND_LONG_FMT, Z_LVAL_P(resource));
		return;
	}
	self->resource = emalloc(sizeof(zval));
	ZVAL_COPY(self->resource, resource);
	evl_stream_watch_gone(self->stream, is_gone);
	if (Z_TYPE_P(resource) == IS_RESOURCE) {
		const php_stream *source = Z_RES_P(resource)->ptr;

		self->name = source->orig_path != NULL ? zend_string_init(source->orig_path, strlen(source->orig_path), 0)
											   : zend_strpprintf(0, "a stream of type %s", source->ops->label);
	}
}

/* Over what is argument 1. False with an exception thrown. */
static bool open_resource(evloop_stream *self, zval *resource, zend_object *options)
{
	evloop_stream_settings settings;
	const char *refusal;
	evl_stream *stream;
	int fd = evloop_foreign_descriptor(resource);
	int status;

	if (fd < 0 || evloop_scheduler_get() == NULL) {
		return false;
	}
	refusal = is_encrypted(resource) ? "must be a stream without TLS: what its descriptor gives is encrypted"
									 : refuse_socket(fd);
	if (refusal != NULL) {
		zend_argument_value_error(1, "%s", refusal);
		return false;
	}
	evloop_stream_settings_read(&settings, options, NULL);
	fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	status =
		fd >= 0 ? evl_stream_open_foreign(&stream, &EVLOOP_G(runtime)->loop, fd, &evloop_stream_ops, self) : -errno;
	if (status == 0 && !take_buffered(stream, resource)) {
		evl_stream_release(stream);
		status = UV_ENOMEM;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "making a Stream");
		return false;
	}
	self->kind = &resource_kind;
	evloop_stream_attach(self, stream, &settings);
	keep_resource(self, resource);
	return true;
}

PHP_METHOD(Evloop_Stream, __construct)
{
	evloop_stream *self = evloop_stream_from_obj(Z_OBJ_P(ZEND_THIS));
	zval *resource;
	zend_object *options = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(resource)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_stream_options)
	ZEND_PARSE_PARAMETERS_END();

	if (self->stream != NULL || self->name != NULL || self->resource != NULL) {
		zend_throw_error(NULL, "The %s is constructed already", ZSTR_VAL(self->std.ce->name));
		RETURN_THROWS();
	}
	open_resource(self, resource, options);
}

static evloop_stream *stream_new(void)
{
	return evloop_stream_from_obj(evloop_ce_stream->create_object(evloop_ce_stream));
}

/* It was made in an isolated loop, which has ended. */
static bool is_left_over(const zend_object *object)
{
	const evl_stream *stream = evloop_stream_from_obj((zend_object *) object)->stream;

	return stream != NULL && evl_handle_is_closing(&stream->handle);
}

/* One object a request: two would share the bytes between them. */
evloop_stream *evloop_stdio(int fd)
{
	static const char *const names[] = {"STDIN", "STDOUT", "STDERR"};
	zval *constant;
	evloop_stream *self;
	zval number;

	if (EVLOOP_G(stdio)[fd] != NULL && is_left_over(EVLOOP_G(stdio)[fd])) {
		OBJ_RELEASE(EVLOOP_G(stdio)[fd]);
		EVLOOP_G(stdio)[fd] = NULL;
	}
	if (EVLOOP_G(stdio)[fd] == NULL) {
		constant = zend_get_constant_str(names[fd], strlen(names[fd]));
		ZVAL_LONG(&number, fd);
		self = stream_new();
		/* What STDIN has buffered comes first. */
		if (!open_resource(self, constant != NULL && Z_TYPE_P(constant) == IS_RESOURCE ? constant : &number, NULL)) {
			OBJ_RELEASE(&self->std);
			return NULL;
		}
		EVLOOP_G(stdio)[fd] = &self->std;
	}
	return evloop_stream_from_obj(EVLOOP_G(stdio)[fd]);
}

static void standard_stream(INTERNAL_FUNCTION_PARAMETERS, int fd)
{
	evloop_stream *self;

	ZEND_PARSE_PARAMETERS_NONE();

	self = evloop_stdio(fd);
	if (self == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(&self->std);
}

PHP_METHOD(Evloop_Stream, stdin)
{
	standard_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, STDIN_FILENO);
}

PHP_METHOD(Evloop_Stream, stdout)
{
	standard_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, STDOUT_FILENO);
}

PHP_METHOD(Evloop_Stream, stderr)
{
	standard_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, STDERR_FILENO);
}

void evloop_stdio_rshutdown(void)
{
	for (int fd = 0; fd < 3; fd++) {
		zend_object *object = EVLOOP_G(stdio)[fd];

		EVLOOP_G(stdio)[fd] = NULL;
		if (object != NULL && !CG(unclean_shutdown)) {
			OBJ_RELEASE(object);
		}
	}
}

evloop_stream *evloop_stream_of_pipe(int fd, zend_string *name, int *status)
{
	static const evloop_stream_kind kind = {.closed = NULL};
	evloop_stream *self = stream_new();
	evloop_stream_settings settings;
	evl_stream *stream;

	self->kind = &kind;
	self->name = name;
	*status = evl_stream_open_pipe(&stream, &EVLOOP_G(runtime)->loop, fd, &evloop_stream_ops, self);
	if (*status != 0) {
		OBJ_RELEASE(&self->std);
		return NULL;
	}
	evloop_stream_settings_read(&settings, NULL, NULL);
	evloop_stream_attach(self, stream, &settings);
	return self;
}

PHP_METHOD(Evloop_Stream, createPipe)
{
	int fds[2];
	int status;

	ZEND_PARSE_PARAMETERS_NONE();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	status = evl_stream_pipe(fds);
	array_init_size(return_value, 2);
	for (int i = 0; i < 2 && status == 0; i++) {
		evloop_stream *end = evloop_stream_of_pipe(fds[i], zend_string_init(ZEND_STRL("a pipe"), 0), &status);
		zval object;

		if (end != NULL) {
			ZVAL_OBJ(&object, &end->std);
			add_next_index_zval(return_value, &object);
		} else if (i == 0) {
			(void) close(fds[1]);
		}
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "Stream::createPipe()");
	}
}
