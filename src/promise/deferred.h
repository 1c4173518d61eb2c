/* SPDX-License-Identifier: MIT */
/*
 * Deferred, and the pair of functions that settle a promise: what an executor and a foreign then() are given. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_DEFERRED_H
#define EVLOOP_PROMISE_DEFERRED_H

#include "src/promise/promise.h"

/* Closures [resolve, reject] over one Deferred for `promise`: the first call of either counts. The caller releases both. */
void evloop_deferred_functions(evloop_promise *promise, zval *resolve, zval *reject);

/* Call an executor with them; what it throws rejects the promise. An unwinding exit is left pending. */
void evloop_deferred_execute(evloop_promise *promise, const evloop_callback *executor);

zend_result evloop_deferred_minit(int module_number);

#endif
