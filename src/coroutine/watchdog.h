/* SPDX-License-Identifier: MIT */
/*
 * evloop.block_warn_ms: a callback that holds the loop for longer is reported with the backtrace of the moment, as a warning. A
 * warning and no exception for the loop's error handler: nothing has failed, the callback goes on, and set_error_handler() sees it.
 *
 * A thread notices and sets EG(vm_interrupt); the engine then calls into evloop_watchdog_answer() from between two opcodes.
 */
#ifndef EVLOOP_COROUTINE_WATCHDOG_H
#define EVLOOP_COROUTINE_WATCHDOG_H

#include "src/base/runtime.h"

/* Start, stop or change the thread as the setting says. Each time that somebody begins to drive the loop. */
static inline bool evloop_watchdog_is_current(const evloop_runtime *runtime)
{
	return EXPECTED(runtime->block_warn_ms == EVLOOP_G(block_warn_ms));
}
void evloop_watchdog_adjust(evloop_runtime *runtime);

/* In an interrupt: report if the thread has asked. May run PHP code (an error handler), which may throw. */
void evloop_watchdog_answer(void);

/* Joins the thread. Before the loop goes. */
void evloop_watchdog_stop(evloop_runtime *runtime);

/* In a forked child. */
void evloop_watchdog_forget(evloop_runtime *runtime);

#endif
