/* SPDX-License-Identifier: MIT */
/*
 * Coroutines in words and numbers, for Loop::dump() and Loop::metrics(). PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_DUMP_H
#define EVLOOP_COROUTINE_DUMP_H

#include "src/coroutine/coroutine.h"
#include "zend_smart_str.h"

/* A line for each that is alive: what it does or waits for, where it was started. */
void evloop_coroutine_dump(const evloop_scheduler *scheduler, smart_str *text);

/* How many have their turn to come. */
uint32_t evloop_coroutine_count_ready(const evloop_scheduler *scheduler);

#endif
