/* SPDX-License-Identifier: MIT */
/*
 * The class ServerOptions. PHP's thread only.
 */
#include "src/http/options.h"

#include "src/base/duration.h"
#include "src/base/options.h"
#include "src/core/http1.h"

#include "stubs/Http/ServerOptions_arginfo.h"

zend_class_entry *evloop_ce_http_server_options;

static const char *refuse_server_name(const zend_string *value)
{
	bool right =
		ZSTR_LEN(value) > 0 && ZSTR_LEN(value) <= 256 && evl_http1_is_field_value(ZSTR_VAL(value), ZSTR_LEN(value));

	return right ? NULL : "must be a header value of 1 to 256 bytes";
}

/* In the order of the constructor's parameters. */
enum {
	MAX_TARGET,
	MAX_HEAD,
	MAX_HEADERS,
	MAX_BODY,
	MAX_TRAILERS,
	MAX_PIPELINED,
	MAX_CONNECTIONS,
	MAX_IN_FLIGHT,
	HEAD_TIMEOUT,
	BODY_TIMEOUT,
	KEEP_ALIVE_TIMEOUT,
	MAX_REQUESTS_PER_CONNECTION,
	SERVER_NAME,
	OPTION_COUNT
};

static const evloop_option server_options[] = {
	[MAX_TARGET] = {.type = EVLOOP_OPTION_INT, .min = 16, .max = 1 << 20, .integer = 8192},
	[MAX_HEAD] = {.type = EVLOOP_OPTION_INT, .min = 64, .max = 1 << 24, .integer = 65536},
	[MAX_HEADERS] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 10000, .integer = 128},
	[MAX_BODY] = {.type = EVLOOP_OPTION_INT, .min = 0, .max = ZEND_LONG_MAX, .integer = 16777216},
	[MAX_TRAILERS] = {.type = EVLOOP_OPTION_INT, .min = 0, .max = 1 << 20, .integer = 8192},
	[MAX_PIPELINED] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 10000, .integer = 64},
	[MAX_CONNECTIONS] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX, .integer = -1},
	[MAX_IN_FLIGHT] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX, .integer = -1},
	[HEAD_TIMEOUT] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = 15.0},
	[BODY_TIMEOUT] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = 30.0},
	[KEEP_ALIVE_TIMEOUT] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = 60.0},
	[MAX_REQUESTS_PER_CONNECTION] =
		{.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX, .integer = -1},
	[SERVER_NAME] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_server_name},
};

/* What null leaves without a limit. */
static uint64_t option_limit(zend_object *object, uint32_t index)
{
	zend_long value = evloop_options_int(server_options, object, index);

	return value < 0 ? UINT64_MAX : (uint64_t) value;
}

static uint64_t option_timeout(zend_object *object, uint32_t index)
{
	double seconds = evloop_options_seconds(server_options, object, index);

	return seconds < 0.0 ? 0 : evloop_duration_ns(seconds);
}

void evloop_http_options_read(evloop_http_options *options, zend_object *object)
{
	zend_string *name = evloop_options_string(object, SERVER_NAME);

	options->head.target = (uint32_t) option_limit(object, MAX_TARGET);
	options->head.head = (uint32_t) option_limit(object, MAX_HEAD);
	options->head.fields = (uint32_t) option_limit(object, MAX_HEADERS);
	options->max_body = option_limit(object, MAX_BODY);
	options->max_trailers = (uint32_t) option_limit(object, MAX_TRAILERS);
	options->max_pipelined = (uint32_t) option_limit(object, MAX_PIPELINED);
	options->max_connections = option_limit(object, MAX_CONNECTIONS);
	options->max_in_flight = option_limit(object, MAX_IN_FLIGHT);
	options->head_timeout = option_timeout(object, HEAD_TIMEOUT);
	options->body_timeout = option_timeout(object, BODY_TIMEOUT);
	options->keep_alive_timeout = option_timeout(object, KEEP_ALIVE_TIMEOUT);
	options->max_requests = option_limit(object, MAX_REQUESTS_PER_CONNECTION);
	options->server_line = name != NULL ? zend_strpprintf(0, "Server: %s\r\n", ZSTR_VAL(name)) : NULL;
}

void evloop_http_options_free(evloop_http_options *options)
{
	if (options->server_line != NULL) {
		zend_string_release(options->server_line);
		options->server_line = NULL;
	}
}

PHP_METHOD(Evloop_Http_ServerOptions, __construct)
{
	evloop_options_construct(execute_data, server_options, OPTION_COUNT);
}

zend_result evloop_http_options_minit(int module_number)
{
	evloop_ce_http_server_options = register_class_Evloop_Http_ServerOptions();
	evloop_options_register(evloop_ce_http_server_options);
	return SUCCESS;
}
