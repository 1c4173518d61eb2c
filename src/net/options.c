/* SPDX-License-Identifier: MIT */
/*
 * The classes ConnectOptions and ListenOptions. PHP's thread only.
 */
#include "src/net/options.h"

#include "src/base/options.h"
#include "src/net/tls_options.h"

#include "stubs/ConnectOptions_arginfo.h"
#include "stubs/ListenOptions_arginfo.h"

zend_class_entry *evloop_ce_connect_options;
zend_class_entry *evloop_ce_listen_options;

static const char *refuse_bind_to(const zend_string *value)
{
	evloop_sockaddr address;

	return evloop_sockaddr_parse(&address, ZSTR_VAL(value), ZSTR_LEN(value))
			   ? NULL
			   : "must be an IP address, with or without a port: \"192.0.2.1\", \"192.0.2.1:5000\", "
				 "\"[2001:db8::1]:5000\"";
}

enum { CONNECT_TIMEOUTS, CONNECT_TLS, CONNECT_BIND_TO, CONNECT_NO_DELAY, CONNECT_STREAM };

static const evloop_option connect_options[] = {
	[CONNECT_TIMEOUTS] = {.type = EVLOOP_OPTION_OBJECT, .ce = &evloop_ce_timeouts, .class_name = "Evloop\\Timeouts"},
	[CONNECT_TLS] = {.type = EVLOOP_OPTION_OBJECT, .ce = &evloop_ce_tls_options, .class_name = "Evloop\\TlsOptions"},
	[CONNECT_BIND_TO] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_bind_to},
	[CONNECT_NO_DELAY] = {.type = EVLOOP_OPTION_BOOL, .integer = 1},
	[CONNECT_STREAM] = {.type = EVLOOP_OPTION_OBJECT,
		.ce = &evloop_ce_stream_options,
		.class_name = "Evloop\\StreamOptions"},
};

enum {
	LISTEN_BACKLOG,
	LISTEN_REUSE_PORT,
	LISTEN_IPV6_ONLY,
	LISTEN_TLS,
	LISTEN_MAX_CONNECTIONS,
	LISTEN_UNIX_MODE,
	LISTEN_NO_DELAY,
	LISTEN_TIMEOUTS,
	LISTEN_STREAM
};

static const evloop_option listen_options[] = {
	[LISTEN_BACKLOG] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 65535, .integer = 511},
	[LISTEN_REUSE_PORT] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[LISTEN_IPV6_ONLY] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[LISTEN_TLS] = {.type = EVLOOP_OPTION_OBJECT, .ce = &evloop_ce_tls_options, .class_name = "Evloop\\TlsOptions"},
	[LISTEN_MAX_CONNECTIONS] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX, .integer = -1},
	[LISTEN_UNIX_MODE] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 0, .max = 0777, .integer = -1},
	[LISTEN_NO_DELAY] = {.type = EVLOOP_OPTION_BOOL, .integer = 1},
	[LISTEN_TIMEOUTS] = {.type = EVLOOP_OPTION_OBJECT, .ce = &evloop_ce_timeouts, .class_name = "Evloop\\Timeouts"},
	[LISTEN_STREAM] = {.type = EVLOOP_OPTION_OBJECT,
		.ce = &evloop_ce_stream_options,
		.class_name = "Evloop\\StreamOptions"},
};

void evloop_connect_settings_read(evloop_connect_settings *settings, zend_object *options)
{
	zend_object *timeouts = evloop_options_object(options, CONNECT_TIMEOUTS);
	const zend_string *bind_to = evloop_options_string(options, CONNECT_BIND_TO);

	evloop_stream_settings_read(&settings->socket.stream, evloop_options_object(options, CONNECT_STREAM), timeouts);
	settings->socket.no_delay = evloop_options_int(connect_options, options, CONNECT_NO_DELAY) > 0;
	settings->timeout = evloop_timeouts_connect(timeouts);
	settings->tls = evloop_options_object(options, CONNECT_TLS);
	settings->bind_to.length = 0;
	if (bind_to != NULL) {
		(void) evloop_sockaddr_parse(&settings->bind_to, ZSTR_VAL(bind_to), ZSTR_LEN(bind_to));
	}
}

void evloop_listen_settings_read(evloop_listen_settings *settings, zend_object *options)
{
	zend_object *timeouts = evloop_options_object(options, LISTEN_TIMEOUTS);
	zend_long max_connections = evloop_options_int(listen_options, options, LISTEN_MAX_CONNECTIONS);
	zend_long mode = evloop_options_int(listen_options, options, LISTEN_UNIX_MODE);

	evloop_stream_settings_read(&settings->socket.stream, evloop_options_object(options, LISTEN_STREAM), timeouts);
	settings->socket.no_delay = evloop_options_int(listen_options, options, LISTEN_NO_DELAY) > 0;
	settings->listener.backlog = (int) evloop_options_int(listen_options, options, LISTEN_BACKLOG);
	settings->listener.reuse_port = evloop_options_int(listen_options, options, LISTEN_REUSE_PORT) > 0;
	settings->listener.ipv6_only = evloop_options_int(listen_options, options, LISTEN_IPV6_ONLY) > 0;
	settings->listener.set_mode = mode >= 0;
	settings->listener.mode = (uint16_t) (mode >= 0 ? mode : 0);
	settings->tls = evloop_options_object(options, LISTEN_TLS);
	settings->max_connections = max_connections < 0 ? UINT32_MAX : (uint32_t) max_connections;
}

PHP_METHOD(Evloop_ConnectOptions, __construct)
{
	evloop_options_construct(execute_data, connect_options, sizeof(connect_options) / sizeof(connect_options[0]));
}

PHP_METHOD(Evloop_ListenOptions, __construct)
{
	evloop_options_construct(execute_data, listen_options, sizeof(listen_options) / sizeof(listen_options[0]));
}

zend_result evloop_net_options_minit(int module_number)
{
	evloop_ce_connect_options = register_class_Evloop_ConnectOptions();
	evloop_options_register(evloop_ce_connect_options);
	evloop_ce_listen_options = register_class_Evloop_ListenOptions();
	evloop_options_register(evloop_ce_listen_options);
	return SUCCESS;
}
