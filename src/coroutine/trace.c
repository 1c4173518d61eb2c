/* SPDX-License-Identifier: MIT */
/*
 * See trace.h. Who awaits a coroutine is read off its promise, else it is who waits at the end of its scope. PHP's thread only.
 */
#include "src/coroutine/trace.h"

#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/scope.h"
#include "zend_builtin_functions.h"

/* Coroutines that a trace goes through outwards: two that await each other would never end. */
#define MAX_DEPTH 16

#define COROUTINE_FORMAT "coroutine #" ZEND_LONG_FMT

static zend_long id_of(zend_object *coroutine)
{
	return Z_LVAL_P(OBJ_PROP_NUM(coroutine, 0));
}

static void add_started(zval *frames, const evloop_coroutine *coroutine)
{
	char text[64];

	snprintf(text, sizeof(text), "[" COROUTINE_FORMAT " started here]", id_of((zend_object *) &coroutine->promise.std));
	evloop_error_add_frame(frames, &coroutine->promise.site, text);
}

static void add_awaited(zval *frames, const evloop_stack *stack, const zend_execute_data *frame)
{
	evloop_site site;
	char text[64];

	if (stack != NULL) {
		snprintf(text, sizeof(text), "[awaited here by " COROUTINE_FORMAT "]", id_of(stack->coroutine));
	} else {
		snprintf(text, sizeof(text), "[awaited here by {main}]");
	}
	evloop_site_take_from(&site, frame);
	if (site.file == NULL && stack != NULL) {
		/* The scope() of {main} is a coroutine without code of its own. */
		site = evloop_promise_from_obj(stack->coroutine)->site;
		if (site.file != NULL) {
			zend_string_addref(site.file);
		}
	}
	evloop_error_add_frame(frames, &site, text);
	evloop_site_free(&site);
}

/* Who waits for it; false when nobody does. */
static bool find_awaiter(const evloop_coroutine *coroutine, evloop_stack **stack, const zend_execute_data **frame)
{
	if (evloop_await_find(&coroutine->promise, stack, frame)) {
		return true;
	}
	if (coroutine->scope == NULL || coroutine->scope->stack == NULL || coroutine->scope->stack->park == NULL) {
		return false;
	}
	*stack = coroutine->scope->stack;
	*frame = evloop_stack_frame(*stack);
	return true;
}

static void add_outwards(zval *frames, const evloop_coroutine *coroutine)
{
	const zend_execute_data *frame;
	evloop_stack *stack;

	add_started(frames, coroutine);
	for (int depth = 0; depth < MAX_DEPTH && find_awaiter(coroutine, &stack, &frame); depth++) {
		add_awaited(frames, stack, frame);
		if (stack == NULL) {
			return;
		}
		coroutine = evloop_coroutine_from_obj(stack->coroutine);
		add_started(frames, coroutine);
	}
}

void evloop_trace_extend(const evloop_coroutine *coroutine, zend_object *exception)
{
	zval frames;

	if (evloop_error_is_cancelled(exception) || evloop_error_is_extended(exception)) {
		return;
	}
	array_init(&frames);
	add_outwards(&frames, coroutine);
	evloop_error_extend_trace(exception, Z_ARR(frames));
	zval_ptr_dtor(&frames);
}

/* The frames of a stack that runs or is parked; none while it waits inside of another Fiber's resume(). */
static void fetch(const evloop_stack *stack, zval *trace)
{
	zend_execute_data *current = EG(current_execute_data);
	int options = EG(exception_ignore_args) ? DEBUG_BACKTRACE_IGNORE_ARGS : 0;

	if (stack != NULL && stack == evloop_stack_current()) {
		zend_fetch_debug_backtrace(trace, 0, options, 0);
	} else if (stack != NULL && stack->park != NULL) {
		EG(current_execute_data) = evloop_stack_frame(stack);
		zend_fetch_debug_backtrace(trace, 0, options, 0);
		EG(current_execute_data) = current;
	} else {
		array_init(trace);
	}
}

void evloop_trace_get(const evloop_coroutine *coroutine, zval *trace)
{
	fetch(coroutine->stack, trace);
	SEPARATE_ARRAY(trace);
	add_outwards(trace, coroutine);
}
