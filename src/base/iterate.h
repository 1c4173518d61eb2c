/* SPDX-License-Identifier: MIT */
/*
 * What foreach does with an array or a Traversable, step by step, for C that waits between the steps. PHP's thread only; every
 * function may run PHP code, which may wait.
 */
#ifndef EVLOOP_BASE_ITERATE_H
#define EVLOOP_BASE_ITERATE_H

#include "php.h"

typedef struct evloop_iteration {
	zend_object_iterator *iterator; /* one reference; NULL for an array */
	zend_array *array;              /* one reference, so that it is not written to; NULL for a Traversable */
	HashPosition position;          /* in the array */
	zend_ulong index;               /* of the value: the key for iterators that know none */
	bool begun;
} evloop_iteration;

/* False with an exception thrown. */
bool evloop_iteration_init(evloop_iteration *iteration, zval *iterable);

/* The next value, the caller's to release; UNDEF at the end. False with an exception thrown. */
bool evloop_iteration_next(evloop_iteration *iteration, zval *value);

/*
 * The key of the value that came last, an integer or a string, the caller's to release. False with an exception thrown; the key is to
 * be released then, too.
 */
bool evloop_iteration_key(evloop_iteration *iteration, zval *key);

/* A generator that nobody else holds and that has not ended runs its finally blocks here. */
void evloop_iteration_free(evloop_iteration *iteration);

#endif
