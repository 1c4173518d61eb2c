/* SPDX-License-Identifier: MIT */
/*
 * The functions of the namespace Evloop.
 */
#ifndef EVLOOP_COROUTINE_FUNCTIONS_H
#define EVLOOP_COROUTINE_FUNCTIONS_H

#include "php.h"

zend_result evloop_functions_minit(int module_number);

#endif
