/* SPDX-License-Identifier: MIT */
/*
 * The one door into user code. A callback is a callable resolved once and kept alive; calling it costs no look-up. An internal
 * function gets at most as many arguments as it accepts, so that Loop::delay(5, Loop::stop(...)) does what it says.
 *
 * A callback for later keeps the context values (the class Context) of where it was registered and runs with those. As long as
 * nobody has set one, that costs a test. PHP's thread only.
 */
#ifndef EVLOOP_BASE_CALLBACK_H
#define EVLOOP_BASE_CALLBACK_H

#include "src/base/globals.h"

typedef struct evloop_callback {
	zval callable;             /* owned; UNDEF = none */
	zend_fcall_info_cache fcc; /* function_handler NULL: resolved at each call (__call trampolines must not be kept) */
	zend_array *values;        /* the context values it runs with, one reference; NULL = none */
	uint32_t max_args;
	bool for_later; /* runs with `values`, and not with those of who calls it */
} evloop_callback;

/* Where the context values of who is running are; set once, by the layer that knows coroutines. */
extern zend_array **(*evloop_callback_context)(void);

/* From what Z_PARAM_FUNC parsed: to be kept and called later. */
void evloop_callback_init(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc);

/* To be called before the call that it is an argument of returns. */
void evloop_callback_init_now(evloop_callback *callback, const zend_fcall_info *fci, zend_fcall_info_cache *fcc);

static inline bool evloop_callback_is_set(const evloop_callback *callback)
{
	return !Z_ISUNDEF(callback->callable);
}

static inline void evloop_values_gc(zend_array *values, zend_get_gc_buffer *buffer)
{
	zval array;

	ZVAL_ARR(&array, values);
	zend_get_gc_buffer_add_zval(buffer, &array);
}

static inline void evloop_callback_free(evloop_callback *callback)
{
	zval callable;
	zend_array *values;

	if (!evloop_callback_is_set(callback)) {
		return;
	}
	/* Emptied first: the release may run a destructor that looks at us. */
	ZVAL_COPY_VALUE(&callable, &callback->callable);
	ZVAL_UNDEF(&callback->callable);
	values = callback->values;
	zval_ptr_dtor(&callable);
	if (UNEXPECTED(values != NULL)) {
		zend_array_release(values);
	}
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
	if (UNEXPECTED(to->values != NULL)) {
		GC_ADDREF(to->values);
	}
}

static inline void evloop_callback_gc(evloop_callback *callback, zend_get_gc_buffer *buffer)
{
	if (evloop_callback_is_set(callback)) {
		zend_get_gc_buffer_add_zval(buffer, &callback->callable);
		if (UNEXPECTED(callback->values != NULL)) {
			evloop_values_gc(callback->values, buffer);
		}
	}
}

/*
 * Run with the values of a callback from here on; evloop_values_leave() on the same stack gets what this returned. Between the two the
 * reference of whoever is running lies in the slot.
 */
static inline zend_array *evloop_values_enter(zend_array *values)
{
	zend_array **slot = evloop_callback_context();
	zend_array *outer = *slot;

	if (values != NULL) {
		GC_ADDREF(values);
	}
	*slot = values;
	return outer;
}

static inline void evloop_values_leave(zend_array *outer)
{
	zend_array **slot = evloop_callback_context();
	zend_array *values = *slot;

	*slot = outer;
	if (values != NULL) {
		zend_array_release(values);
	}
	if (outer == NULL && UNEXPECTED(*slot != NULL)) {
		/* The destructor of a value has set one where nobody looks any more. */
		values = *slot;
		*slot = NULL;
		zend_array_release(values);
	}
}

#endif
