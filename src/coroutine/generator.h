/* SPDX-License-Identifier: MIT */
/*
 * Generators as tasks: each awaitable that one yields is awaited and sent back in. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_GENERATOR_H
#define EVLOOP_COROUTINE_GENERATOR_H

#include "php.h"
#include "zend_generators.h"

static inline bool evloop_generator_is(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == zend_ce_generator;
}

/* Drive it to its end: what it returned. `generator` is borrowed. UNDEF with an exception thrown. */
void evloop_generator_drive(zend_object *generator, zval *result);

zend_result evloop_generator_minit(int module_number);

#endif
