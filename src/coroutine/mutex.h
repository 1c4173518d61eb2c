/* SPDX-License-Identifier: MIT */
/*
 * The class Mutex.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_MUTEX_H
#define EVLOOP_COROUTINE_MUTEX_H

#include "php.h"

zend_result evloop_mutex_minit(int module_number);

#endif
