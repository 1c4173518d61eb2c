/* SPDX-License-Identifier: MIT */
/*
 * all(), any(), race() and allSettled(), and what they are made of: a promise that several others settle. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_COMBINE_H
#define EVLOOP_PROMISE_COMBINE_H

#include "src/promise/promise.h"

/* Declared by the stub of Promise. */
PHP_METHOD(Evloop_Promise, all);
PHP_METHOD(Evloop_Promise, any);
PHP_METHOD(Evloop_Promise, race);
PHP_METHOD(Evloop_Promise, allSettled);

zend_result evloop_combine_minit(int module_number);

#endif
