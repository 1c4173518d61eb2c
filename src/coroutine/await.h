/* SPDX-License-Identifier: MIT */
/*
 * Waiting for promises from C: what await() and Promise::await() are made of. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_AWAIT_H
#define EVLOOP_COROUTINE_AWAIT_H

#include "src/coroutine/fiber.h"
#include "src/coroutine/token.h"
#include "src/promise/promise.h"

/*
 * Wait for a promise, of which one reference is taken over. `timeout` in seconds, negative = none; `token` may be
 * NULL: both end the waiting. False with an exception thrown.
 */
bool evloop_await(evloop_promise *promise, double timeout, evloop_token *token, zval *result);

/*
 * The first who waits for it, and its innermost frame; the stack is NULL when that is {main} or a plain Fiber. False when nobody does.
 */
bool evloop_await_find(const evloop_promise *promise, evloop_stack **stack, const zend_execute_data **frame);

#endif
