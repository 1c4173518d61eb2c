/* SPDX-License-Identifier: MIT */
/*
 * The class ProcessOptions and the enum Stdio, and what they say. PHP's thread only.
 */
#ifndef EVLOOP_IO_PROCESS_OPTIONS_H
#define EVLOOP_IO_PROCESS_OPTIONS_H

#include "php.h"

/* A case of Stdio. */
typedef enum evloop_stdio {
	EVLOOP_STDIO_PIPE,
	EVLOOP_STDIO_INHERIT,
	EVLOOP_STDIO_NULL,
	EVLOOP_STDIO_OUTPUT,
	EVLOOP_STDIO_NONE, /* it is no case */
} evloop_stdio;

/* All borrowed from the options. Without those, the defaults. */
typedef struct evloop_process_settings {
	zval *standard[3];       /* NULL: not said */
	zend_array *environment; /* NULL: ours */
	zend_string *cwd;        /* NULL: ours */
	zval *user;              /* NULL: ours */
	zval *group;
	zend_array *descriptors; /* NULL: none */
	bool own_group;
	double timeout; /* seconds, negative = none */
	double grace;
	size_t output_limit;
} evloop_process_settings;

extern zend_class_entry *evloop_ce_process_options;

void evloop_process_settings_read(evloop_process_settings *settings, zend_object *options);

evloop_stdio evloop_stdio_of(const zval *value);

zend_result evloop_process_options_minit(int module_number);

#endif
