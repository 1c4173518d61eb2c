/* SPDX-License-Identifier: MIT */
/*
 * What foreach does with a Traversable, step by step, for C that waits between the steps. PHP's thread only; every
 * function may run PHP code, which may wait.
 */
#ifndef EVLOOP_BASE_ITERATE_H
#define EVLOOP_BASE_ITERATE_H

#include "php.h"

typedef struct evloop_iteration {
	zend_object_iterator *iterator; /* one reference */
	bool begun;
} evloop_iteration;

/* False with an exception thrown. */
bool evloop_iteration_init(evloop_iteration *iteration, zend_object *traversable);

/* The next value, the caller's to release; UNDEF at the end. False with an exception thrown. */
bool evloop_iteration_next(evloop_iteration *iteration, zval *value);

/* A generator that nobody else holds and that has not ended runs its finally blocks here. */
void evloop_iteration_free(evloop_iteration *iteration);

#endif
