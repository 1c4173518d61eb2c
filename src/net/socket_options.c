/* SPDX-License-Identifier: MIT */
/*
 * What a Socket can be told about its connection: options, timeouts, half-close. PHP's thread only.
 */
#include "src/net/socket.h"

#include "src/base/duration.h"
#include "src/base/error.h"

#include <errno.h>
#include <math.h>
#include <sys/socket.h>

/* False with an exception thrown. */
static bool check_done(const evloop_socket *self, int status, const char *operation)
{
	if (EXPECTED(status == 0)) {
		return true;
	}
	evloop_error_throw(evloop_ce_socket_exception, status, "%s() of %s", operation, evloop_stream_name(&self->stream));
	return false;
}

PHP_METHOD(Evloop_Socket, setNoDelay)
{
	const evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	bool on;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_BOOL(on)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_stream_check_open(&self->stream, "setNoDelay") ||
		!check_done(self, evl_stream_no_delay(self->stream.stream, on), "setNoDelay")) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Socket, setKeepAlive)
{
	const evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	double delay = 60.0;
	bool on;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_BOOL(on)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(delay)
	ZEND_PARSE_PARAMETERS_END();

	/* The kernel's limit. */
	if (!(delay > 0.0 && delay <= 32767.0)) {
		zend_argument_value_error(2, "must be a number of seconds above 0 and up to 32767");
		RETURN_THROWS();
	}
	if (!evloop_stream_check_open(&self->stream, "setKeepAlive") ||
		!check_done(self, evl_stream_keep_alive(self->stream.stream, on, (unsigned) ceil(delay)), "setKeepAlive")) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Socket, setTimeouts)
{
	evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *timeouts;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(timeouts, evloop_ce_timeouts)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_stream_check_open(&self->stream, "setTimeouts")) {
		RETURN_THROWS();
	}
	evloop_timeouts_read(&self->stream.settings, timeouts);
	if (!check_done(self, evloop_life_start(&self->stream) ? 0 : UV_ENOMEM, "setTimeouts")) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Socket, shutdown)
{
	ZEND_PARSE_PARAMETERS_NONE();
	(void) evloop_stream_end(&evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS))->stream, "", 0);
}

/* An int for all options but one. */
static int get_option(int fd, int level, int name, int *value)
{
	struct linger linger = {.l_onoff = 0};
	socklen_t size = sizeof(*value);

	*value = 0;
	if (level == SOL_SOCKET && name == SO_LINGER) {
		size = sizeof(linger);
		if (getsockopt(fd, level, name, &linger, &size) != 0) {
			return -errno;
		}
		*value = linger.l_onoff ? linger.l_linger : -1;
		return 0;
	}
	return getsockopt(fd, level, name, value, &size) == 0 ? 0 : -errno;
}

static int set_option(int fd, int level, int name, int value)
{
	const struct linger linger = {.l_onoff = value >= 0, .l_linger = value >= 0 ? value : 0};
	bool is_linger = level == SOL_SOCKET && name == SO_LINGER;
	const void *at = is_linger ? (const void *) &linger : &value;

	return setsockopt(fd, level, name, at, is_linger ? sizeof(linger) : sizeof(value)) == 0 ? 0 : -errno;
}

/* Of the arguments. False with a ValueError thrown. */
static bool check_int(zend_long value, uint32_t number)
{
	if (UNEXPECTED(value < INT_MIN || value > INT_MAX)) {
		zend_argument_value_error(number, "must fit into 32 bits");
		return false;
	}
	return true;
}

PHP_METHOD(Evloop_Socket, getOption)
{
	const evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long level;
	zend_long name;
	int value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(level)
		Z_PARAM_LONG(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_int(level, 1) || !check_int(name, 2) || !evloop_stream_check_open(&self->stream, "getOption") ||
		!check_done(
			self, get_option(evl_stream_fd(self->stream.stream), (int) level, (int) name, &value), "getOption")) {
		RETURN_THROWS();
	}
	RETURN_LONG(value);
}

PHP_METHOD(Evloop_Socket, setOption)
{
	const evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long level;
	zend_long name;
	zend_long value;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_LONG(level)
		Z_PARAM_LONG(name)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_int(level, 1) || !check_int(name, 2) || !check_int(value, 3) ||
		!evloop_stream_check_open(&self->stream, "setOption") ||
		!check_done(
			self, set_option(evl_stream_fd(self->stream.stream), (int) level, (int) name, (int) value), "setOption")) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
