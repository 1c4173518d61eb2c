/* SPDX-License-Identifier: MIT */
/*
 * The classes StreamOptions and Timeouts. PHP's thread only.
 */
#include "src/io/options.h"

#include "src/base/options.h"

#include "stubs/StreamOptions_arginfo.h"
#include "stubs/Timeouts_arginfo.h"

zend_class_entry *evloop_ce_stream_options;
zend_class_entry *evloop_ce_timeouts;

#define BUFFER_MIN 1024
#define BUFFER_MAX (1 << 30)

enum { READ_BUFFER, HIGH_WATER_MARK };

static const evloop_option stream_options[] = {
	[READ_BUFFER] = {.type = EVLOOP_OPTION_INT, .min = BUFFER_MIN, .max = BUFFER_MAX, .integer = 65536},
	[HIGH_WATER_MARK] = {.type = EVLOOP_OPTION_INT, .min = BUFFER_MIN, .max = BUFFER_MAX, .integer = 1048576},
};

enum { CONNECT, HANDSHAKE, READ, WRITE, IDLE, TOTAL };

static const evloop_option timeouts_options[] = {
	[CONNECT] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = 10.0},
	[HANDSHAKE] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = 15.0},
	[READ] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
	[WRITE] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
	[IDLE] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
	[TOTAL] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
};

void evloop_stream_settings_read(evloop_stream_settings *settings, zend_object *options, zend_object *timeouts)
{
	settings->read_buffer = (size_t) evloop_options_int(stream_options, options, READ_BUFFER);
	settings->high_water = (size_t) evloop_options_int(stream_options, options, HIGH_WATER_MARK);
	evloop_timeouts_read(settings, timeouts);
}

void evloop_timeouts_read(evloop_stream_settings *settings, zend_object *timeouts)
{
	settings->read_timeout = evloop_options_seconds(timeouts_options, timeouts, READ);
	settings->write_timeout = evloop_options_seconds(timeouts_options, timeouts, WRITE);
	settings->idle_timeout = evloop_options_seconds(timeouts_options, timeouts, IDLE);
	settings->total_timeout = evloop_options_seconds(timeouts_options, timeouts, TOTAL);
	settings->handshake_timeout = evloop_options_seconds(timeouts_options, timeouts, HANDSHAKE);
}

double evloop_timeouts_connect(zend_object *timeouts)
{
	return evloop_options_seconds(timeouts_options, timeouts, CONNECT);
}

PHP_METHOD(Evloop_StreamOptions, __construct)
{
	evloop_options_construct(execute_data, stream_options, sizeof(stream_options) / sizeof(stream_options[0]));
}

PHP_METHOD(Evloop_Timeouts, __construct)
{
	evloop_options_construct(execute_data, timeouts_options, sizeof(timeouts_options) / sizeof(timeouts_options[0]));
}

zend_result evloop_io_options_minit(int module_number)
{
	evloop_ce_stream_options = register_class_Evloop_StreamOptions();
	evloop_options_register(evloop_ce_stream_options);
	evloop_ce_timeouts = register_class_Evloop_Timeouts();
	evloop_options_register(evloop_ce_timeouts);
	return SUCCESS;
}
