/* SPDX-License-Identifier: MIT */
/*
 * The class RateLimiter.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_RATE_LIMITER_H
#define EVLOOP_COROUTINE_RATE_LIMITER_H

#include "php.h"

zend_result evloop_rate_limiter_minit(int module_number);

#endif
