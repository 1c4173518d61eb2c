/* SPDX-License-Identifier: MIT */
/*
 * Callables, resolved once. zend_call_function() with a filled cache is the fastest way in that keeps observers, by-reference
 * parameters and deprecations working. PHP's thread only.
 */
#include "src/base/callback.h"

zend_array **(*evloop_callback_context)(void);

void evloop_callback_init_now(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	const zend_function *function = fcc->function_handler;

	ZVAL_COPY(&callback->callable, &fci->function_name);
	callback->fcc = *fcc;
	callback->values = NULL;
	callback->for_later = false;
	callback->max_args = UINT32_MAX;

	if (function == NULL) {
		return; /* a __call trampoline, which Z_PARAM_FUNC has given back: the engine frees it after one call */
	}
	/* Without arg_info it is a closure over __call, which takes all. */
	if (function->type == ZEND_INTERNAL_FUNCTION && function->internal_function.arg_info != NULL &&
		!(function->common.fn_flags & ZEND_ACC_VARIADIC)) {
		callback->max_args = function->common.num_args;
	}
}

void evloop_callback_init(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	evloop_callback_init_now(callback, fci, fcc);
	callback->for_later = true;
	if (UNEXPECTED(EVLOOP_G(values_used))) {
		callback->values = *evloop_callback_context();
		if (callback->values != NULL) {
			GC_ADDREF(callback->values);
		}
	}
}

static zend_always_inline void call(const evloop_callback *callback, zval *result, uint32_t argc, zval *argv)
{
	zend_fcall_info_cache fcc = callback->fcc;
	zend_fcall_info fci = {
		.size = sizeof(fci),
		.retval = result,
		.params = argv,
		.param_count = MIN(argc, callback->max_args),
	};

	ZVAL_UNDEF(result);
	ZVAL_COPY_VALUE(&fci.function_name, &callback->callable);
	zend_call_function(&fci, &fcc);
}

static ZEND_COLD void call_with_values(const evloop_callback *callback, zval *result, uint32_t argc, zval *argv)
{
	zend_array *outer = evloop_values_enter(callback->values);

	call(callback, result, argc, argv);
	evloop_values_leave(outer);
}

void evloop_callback_call(const evloop_callback *callback, zval *result, uint32_t argc, zval *argv)
{
	if (UNEXPECTED(EVLOOP_G(values_used)) && callback->for_later) {
		call_with_values(callback, result, argc, argv);
		return;
	}
	call(callback, result, argc, argv);
	if (UNEXPECTED(EVLOOP_G(values_used)) && callback->for_later) {
		/* The first value of the request was set meanwhile: outside there was none. */
		evloop_values_leave(NULL);
	}
}
