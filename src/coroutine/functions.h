/* SPDX-License-Identifier: MIT */
/*
 * The functions of the namespace Evloop.
 */
#ifndef EVLOOP_COROUTINE_FUNCTIONS_H
#define EVLOOP_COROUTINE_FUNCTIONS_H

#include "php.h"

/* In {main} or a plain Fiber: the running function once more, with its arguments, in a coroutine that is waited for. */
void evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAMETERS);

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
