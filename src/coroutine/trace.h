/* SPDX-License-Identifier: MIT */
/*
 * Traces across coroutines: behind the frames of one, where it was started and who awaits it, and so on outwards. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_TRACE_H
#define EVLOOP_COROUTINE_TRACE_H

#include "src/coroutine/coroutine.h"

/* An exception leaves a coroutine: say in its trace how one came there, unless an inner one has done so. */
void evloop_trace_extend(const evloop_coroutine *coroutine, zend_object *exception);

/* The coroutine's own frames, and those behind. */
void evloop_trace_get(const evloop_coroutine *coroutine, zval *trace);

#endif
