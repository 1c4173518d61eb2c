/* SPDX-License-Identifier: MIT */
/*
 * Where pipeTo() writes: one of our streams directly, any other WritableStream by its methods. PHP's thread only.
 */
#ifndef EVLOOP_IO_SINK_H
#define EVLOOP_IO_SINK_H

#include "php.h"

typedef struct evloop_sink {
	zend_object *object;  /* held by the caller */
	zend_function *write; /* NULL: one of our streams */
	zend_function *end;
} evloop_sink;

void evloop_sink_init(evloop_sink *sink, zend_object *object);

/* May wait. False with an exception thrown: how much of it was taken is not known. */
bool evloop_sink_write(const evloop_sink *sink, zend_string *data);
bool evloop_sink_end(const evloop_sink *sink);

#endif
