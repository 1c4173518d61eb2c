/* SPDX-License-Identifier: MIT */
/*
 * The class Semaphore.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_SEMAPHORE_H
#define EVLOOP_COROUTINE_SEMAPHORE_H

#include "php.h"

zend_result evloop_semaphore_minit(int module_number);

#endif
