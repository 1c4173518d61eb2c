/* SPDX-License-Identifier: MIT */
/*
 * The functions of the namespace Evloop.
 */
#ifndef EVLOOP_COROUTINE_FUNCTIONS_H
#define EVLOOP_COROUTINE_FUNCTIONS_H

#include "php.h"

struct evloop_scope;

/* async(), detached() and Scope::async(): parses their parameters. The scope of detached() is NULL, the loop's own. */
void evloop_spawn(INTERNAL_FUNCTION_PARAMETERS, struct evloop_scope *scope);

/* In {main} or a plain Fiber: the running function once more, with its arguments, in a coroutine that is waited for. */
void evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAMETERS);

/* Take an argument's reference out of our frame: the collector does not look into frames of internal functions. */
static inline void evloop_drop_argument(zend_execute_data *execute_data, uint32_t number)
{
	zval *argument = ZEND_CALL_ARG(execute_data, number);
	zval value;

	if (number <= ZEND_CALL_NUM_ARGS(execute_data)) {
		ZVAL_COPY_VALUE(&value, argument);
		ZVAL_NULL(argument);
		zval_ptr_dtor(&value);
	}
}

/* Registered here; they live in structured.c and gather.c. */
PHP_FUNCTION(Evloop_scope);
PHP_FUNCTION(Evloop_timeout);
PHP_FUNCTION(Evloop_shield);

PHP_FUNCTION(Evloop_gather);
PHP_FUNCTION(Evloop_map);
PHP_FUNCTION(Evloop_wait);

zend_result evloop_gather_minit(int module_number);
zend_result evloop_functions_minit(int module_number);

#endif
