/* SPDX-License-Identifier: MIT */
/*
 * StreamOptions and Timeouts: the options that all kinds of streams share, and what they say to one stream. PHP's
 * thread only.
 */
#ifndef EVLOOP_IO_OPTIONS_H
#define EVLOOP_IO_OPTIONS_H

#include "php.h"

extern zend_class_entry *evloop_ce_stream_options;
extern zend_class_entry *evloop_ce_timeouts;

/* Seconds, negative = no limit. */
typedef struct evloop_stream_settings {
	size_t read_buffer;
	size_t high_water;
	double read_timeout;
	double write_timeout;
	double idle_timeout;
	double total_timeout;
	double handshake_timeout; /* of TLS */
} evloop_stream_settings;

/* From objects of the two classes; NULL = the defaults. */
void evloop_stream_settings_read(evloop_stream_settings *settings, zend_object *options, zend_object *timeouts);
/* What of it stands in a Timeouts object. */
void evloop_timeouts_read(evloop_stream_settings *settings, zend_object *timeouts);

double evloop_timeouts_connect(zend_object *timeouts);

zend_result evloop_io_options_minit(int module_number);

#endif
