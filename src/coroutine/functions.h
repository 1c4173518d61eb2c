/* SPDX-License-Identifier: MIT */
/*
 * The functions of the namespace Evloop, for the module entry.
 */
#ifndef EVLOOP_COROUTINE_FUNCTIONS_H
#define EVLOOP_COROUTINE_FUNCTIONS_H

#include "php.h"

extern const zend_function_entry *evloop_functions;

#endif
