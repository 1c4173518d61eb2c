/* SPDX-License-Identifier: MIT */
/*
 * The engine's interrupts: it calls zend_interrupt_function when somebody has set EG(vm_interrupt), between two opcodes. While a loop
 * waits no opcode runs, so the loop asks itself. Ours is chained at MINIT, since code of the JIT calls only what was there then: in it
 * the watchdog says where the loop is held. PHP's thread only, but for what watchdog.c says.
 */
#ifndef EVLOOP_COROUTINE_INTERRUPT_H
#define EVLOOP_COROUTINE_INTERRUPT_H

#include "src/base/runtime.h"

static inline bool evloop_interrupt_is_pending(void)
{
	return zend_atomic_bool_load_ex(&EG(vm_interrupt));
}

/*
 * Take it between two items of the loop: pcntl's handlers run now. What they throw is reported, what unwinds (exit) goes to the driver.
 */
void evloop_interrupt_take(evloop_runtime *runtime);

/* Have pcntl's C handlers wake this loop, once one was set at all; and no more. Called for each new loop and before its end. */
void evloop_interrupt_wake(evloop_runtime *runtime);
void evloop_interrupt_end(evloop_runtime *runtime);

/* A watched signal came: whoever handled it before (pcntl) gets it too. From inside the poll; C code only. */
void evloop_interrupt_pass_signal(int signum);

zend_result evloop_interrupt_minit(int module_number);

#endif
