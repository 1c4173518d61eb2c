/* SPDX-License-Identifier: MIT */
/*
 * Waiting for promises from C: what await() and Promise::await() are made of. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_AWAIT_H
#define EVLOOP_COROUTINE_AWAIT_H

#include "src/promise/promise.h"

/*
 * Wait for a promise, of which one reference is taken over. `timeout` in seconds, negative = none. False with an exception thrown.
 */
bool evloop_await(evloop_promise *promise, double timeout, zval *result);

#endif
