/* SPDX-License-Identifier: MIT */
/*
 * The one door into user code. A callback is a callable resolved once and kept alive; calling it costs no look-up. An internal
 * function gets at most as many arguments as it accepts, so that Loop::delay(5, Loop::stop(...)) does what it says.
 */
#ifndef EVLOOP_BASE_CALLBACK_H
#define EVLOOP_BASE_CALLBACK_H

#include "php.h"

typedef struct evloop_callback {
	zval callable;             /* owned; UNDEF = none */
	zend_fcall_info_cache fcc; /* function_handler NULL: resolved at each call (__call trampolines must not be kept) */
	uint32_t max_args;
} evloop_callback;

/* From what Z_PARAM_FUNC parsed. */
void evloop_callback_init(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc);

static inline bool evloop_callback_is_set(const evloop_callback *callback)
{
	return !Z_ISUNDEF(callback->callable);
}

static inline void evloop_callback_free(evloop_callback *callback)
{
	zval callable;

	/* Emptied first: the release may run a destructor that looks at us. */
	ZVAL_COPY_VALUE(&callable, &callback->callable);
	ZVAL_UNDEF(&callback->callable);
	zval_ptr_dtor(&callable);
}

/*
 * Call it. `result` is UNDEF when an exception was thrown (EG(exception) is set then), and the caller's to release otherwise. The
 * arguments are borrowed. The callback's memory must outlive the call, or hold a copy (evloop_callback_copy) while it runs.
 */
void evloop_callback_call(const evloop_callback *callback, zval *result, uint32_t argc, zval *argv);

static inline void evloop_callback_copy(evloop_callback *to, const evloop_callback *from)
{
	*to = *from;
	Z_TRY_ADDREF(to->callable);
}

#endif
