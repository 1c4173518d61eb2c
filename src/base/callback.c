/* SPDX-License-Identifier: MIT */
/*
 * Callables, resolved once. zend_call_function() with a filled cache is the fastest way in that keeps observers, by-reference
 * parameters and deprecations working. PHP's thread only.
 */
#include "src/base/callback.h"

void evloop_callback_init(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	const zend_function *function = fcc->function_handler;

	ZVAL_COPY(&callback->callable, &fci->function_name);
	callback->fcc = *fcc;
	callback->max_args = UINT32_MAX;

	if (UNEXPECTED(function->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE)) {
		/* The engine frees a trampoline after one call. */
		zend_release_fcall_info_cache(fcc);
		callback->fcc.function_handler = NULL;
	} else if (function->type == ZEND_INTERNAL_FUNCTION && !(function->common.fn_flags & ZEND_ACC_VARIADIC)) {
		callback->max_args = function->common.num_args;
	}
}

void evloop_callback_call(const evloop_callback *callback, zval *result, uint32_t argc, zval *argv)
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
