/* SPDX-License-Identifier: MIT */
/*
 * The class ProcessOptions and the enum Stdio, and what they say. PHP's thread only.
 */
#ifndef EVLOOP_IO_PROCESS_OPTIONS_H
#define EVLOOP_IO_PROCESS_OPTIONS_H

#include "php.h"

/* A case of Stdio. */
typedef enum evloop_source_kind {
	EVLOOP_SOURCE_PIPE,
	EVLOOP_SOURCE_INHERIT,
	EVLOOP_SOURCE_NULL,
	EVLOOP_SOURCE_OUTPUT,
	EVLOOP_SOURCE_NONE, /* it is no case */
} evloop_source_kind;

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

evloop_source_kind evloop_source_kind_of(const zval *value);

zend_result evloop_process_options_minit(int module_number);

#endif
