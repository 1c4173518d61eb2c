/* SPDX-License-Identifier: MIT */
/*
 * What Loop::metrics() and Loop::dump() answer. PHP's thread only.
 */
#ifndef EVLOOP_LOOP_INSPECT_H
#define EVLOOP_LOOP_INSPECT_H

#include "src/coroutine/scheduler.h"

/* The array and the text of the methods, documented in the stub. */
void evloop_loop_metrics(const evloop_scheduler *scheduler, zval *result);
zend_string *evloop_loop_dump(const evloop_scheduler *scheduler);

#endif
