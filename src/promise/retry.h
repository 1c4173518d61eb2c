/* SPDX-License-Identifier: MIT */
/*
 * Promise::try() and Promise::retry(): promises for what a task makes, once or again and again. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_RETRY_H
#define EVLOOP_PROMISE_RETRY_H

#include "src/promise/promise.h"

/* Declared by the stub of Promise. */
PHP_METHOD(Evloop_Promise, try);
PHP_METHOD(Evloop_Promise, retry);

#endif
