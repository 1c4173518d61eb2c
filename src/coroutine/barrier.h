/* SPDX-License-Identifier: MIT */
/*
 * The class Barrier.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_BARRIER_H
#define EVLOOP_COROUTINE_BARRIER_H

#include "php.h"

zend_result evloop_barrier_minit(int module_number);

#endif
