/* SPDX-License-Identifier: MIT */
/*
 * The differences between the supported PHP versions (8.2 to 8.5). This is the only file that may ask for
 * PHP_VERSION_ID; the rest of the code uses the names that it defines. Header only, any thread.
 */
#ifndef EVLOOP_BASE_COMPAT_H
#define EVLOOP_BASE_COMPAT_H

#include "php.h"

#if PHP_VERSION_ID < 80204
#error "evloop needs PHP 8.2.4 or newer"
#endif

/* zend_fiber_init_context() answers with a bool up to 8.2, with a zend_result after. */
#if PHP_VERSION_ID >= 80300
#define EVLOOP_CONTEXT_MADE(answer) ((answer) == SUCCESS)
#else
#define EVLOOP_CONTEXT_MADE(answer) (answer)
#endif

/* Since 8.4 the engine itself keeps huge pages away from fiber stacks. */
#if PHP_VERSION_ID < 80400
#define EVLOOP_STACKS_MAY_BE_HUGE 1
#endif

/* An entry of the list of shutdown functions lost its zend_fcall_info in 8.5. */
#if PHP_VERSION_ID < 80500
#define EVLOOP_SHUTDOWN_ENTRY_HAS_FCI 1
#endif

/* exit() is an opcode up to 8.3 and a function after. */
#if PHP_VERSION_ID < 80400
#define EVLOOP_EXIT_IS_OPCODE 1
#endif

#endif
