/* SPDX-License-Identifier: MIT */
/*
 * foreach over an object that gives one value after the other and cannot go back: chunks of a stream, connections of a
 * server. Each foreach goes on where the last one ended; keys count from 0. PHP's thread only.
 */
#ifndef EVLOOP_BASE_ITERATOR_H
#define EVLOOP_BASE_ITERATOR_H

#include "php.h"

/* The next value of `object`, left UNDEF at the end. False with an exception thrown. May suspend. */
typedef bool (*evloop_iterator_next)(zend_object *object, zval *value);

/* For a `next` whose source says null at its end. */
static inline bool evloop_iterator_null_is_end(zval *value)
{
	if (Z_TYPE_P(value) == IS_NULL) {
		ZVAL_UNDEF(value);
	}
	return true;
}

/* For a class's get_iterator. NULL with an exception thrown for foreach by reference. */
zend_object_iterator *evloop_iterator_new(zend_object *object, evloop_iterator_next next, bool by_reference);

#endif
