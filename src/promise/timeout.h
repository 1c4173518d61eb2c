/* SPDX-License-Identifier: MIT */
/*
 * Promise::timeout(): a promise that follows an inner one, up to a deadline. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_TIMEOUT_H
#define EVLOOP_PROMISE_TIMEOUT_H

#include "src/promise/promise.h"

/* Declared by the stub of Promise. */
PHP_METHOD(Evloop_Promise, timeout);

#endif
