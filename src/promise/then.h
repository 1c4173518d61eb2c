/* SPDX-License-Identifier: MIT */
/*
 * The reactions that run user code or settle another promise: then, catch, finally, adoption. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_THEN_H
#define EVLOOP_PROMISE_THEN_H

#include "src/promise/promise.h"

typedef enum evloop_then_kind {
	EVLOOP_THEN_PLAIN,
	EVLOOP_THEN_CATCH,   /* the rejection handler's parameter type filters */
	EVLOOP_THEN_FINALLY, /* on_fulfilled is called without arguments, whatever the outcome */
} evloop_then_kind;

/* A new promise (one reference) for what the handlers make of `promise`. The callbacks are taken over; either may be unset. */
evloop_promise *evloop_then(
	evloop_promise *promise, evloop_then_kind kind, evloop_callback *on_fulfilled, evloop_callback *on_rejected);

/* `promise` settles as `source` does, one microtask after it: a long chain of adoptions uses no stack. */
void evloop_then_adopt(evloop_promise *promise, evloop_promise *source);

/* Call $value->then() in a microtask of its own, with functions that settle `promise` (Promises/A+ 2.3.3). */
void evloop_then_call(evloop_promise *promise, zval *thenable);

#endif
