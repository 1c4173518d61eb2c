/* SPDX-License-Identifier: MIT */
/*
 * scope(), timeout() and shield(): a body in brackets. In a coroutine it runs in place. {main} and a plain Fiber cannot be cancelled,
 * so there the same function is called once more, in a coroutine of its own that is waited for. PHP's thread only.
 */
#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/functions.h"
#include "src/coroutine/scope.h"

static bool is_in_place(void)
{
	evloop_stack *stack = evloop_stack_current();

	return stack != NULL && evloop_stack_context(stack) == evloop_context_current();
}

/* The wait for it has ended by an exception that is not its own: nobody wants what it does. */
static void cancel_unwanted(evloop_coroutine *coroutine)
{
	zend_object *exception = evloop_error_take();

	evloop_coroutine_cancel(coroutine, evloop_error_is_unwind(exception) ? NULL : exception);
	evloop_error_rethrow(exception);
}

void evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAMETERS)
{
	zend_fcall_info fci = {.size = sizeof(fci)};
	zend_fcall_info_cache fcc = {.function_handler = EX(func)};
	evloop_callback task;
	evloop_coroutine *coroutine;
	evloop_caller caller = {evloop_callback_context(), evloop_scope_current()};
	bool done;

	ZVAL_STR(&fci.function_name, EX(func)->common.function_name);
	evloop_callback_init(&task, &fci, &fcc);
	coroutine = evloop_coroutine_spawn(&task, ZEND_NUM_ARGS(), ZEND_CALL_ARG(execute_data, 1), NULL);
	if (coroutine == NULL) {
		evloop_callback_free(&task);
		RETURN_THROWS();
	}
	coroutine->literal = true;
	coroutine->caller = &caller;
	GC_ADDREF(&coroutine->promise.std);
	done = evloop_await(&coroutine->promise, -1.0, NULL, return_value);
	coroutine->caller = NULL;
	if (!done && evloop_promise_is_pending(&coroutine->promise)) {
		cancel_unwanted(coroutine);
	}
	OBJ_RELEASE(&coroutine->promise.std);
}

/* What a body sets holds behind it, as in place. */
static void hand_values_back(void)
{
	const evloop_stack *stack = evloop_stack_current();
	const evloop_caller *caller = stack != NULL ? evloop_coroutine_caller(stack) : NULL;
	zend_array *old;

	if (EXPECTED(caller == NULL || *caller->values == stack->values)) {
		return;
	}
	old = *caller->values;
	*caller->values = stack->values;
	if (stack->values != NULL) {
		GC_ADDREF(stack->values);
	}
	if (old != NULL) {
		zend_array_release(old);
	}
}

/* Run the body of a scope, which gets its Scope if it has asked for it, and let the scope go. */
static void run_body(
	zend_execute_data *execute_data, evloop_scope *scope, evloop_token *token, bool with_scope, zval *result)
{
	zval argument;

	if (!evloop_scope_enter(scope, token)) {
		OBJ_RELEASE(&scope->std);
		return;
	}
	if (token != NULL) {
		evloop_drop_argument(execute_data, 4); /* the scope has it */
	}
	ZVAL_OBJ(&argument, &scope->std);
	evloop_callback_call(&scope->body, result, with_scope ? 1 : 0, &argument);
	if (!evloop_scope_leave(scope)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	evloop_callback_free(&scope->body);
	OBJ_RELEASE(&scope->std);
	hand_values_back();
}

PHP_FUNCTION(Evloop_scope)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	double timeout = -1.0;
	bool no_timeout = true;
	bool supervise = false;
	zend_object *cancellation = NULL;
	evloop_scope *scope;
	zend_object *reason;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
		Z_PARAM_BOOL(supervise)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(cancellation, evloop_ce_token)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL || (!no_timeout && !evloop_duration_check(timeout, 2))) {
		RETURN_THROWS();
	}
	reason = cancellation != NULL ? evloop_token_reason(evloop_token_from_obj(cancellation)) : NULL;
	if (reason != NULL) {
		evloop_error_rethrow(evloop_error_cancelled("The scope was cancelled before it began", reason));
		RETURN_THROWS();
	}
	if (!is_in_place()) {
		evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAM_PASSTHRU);
		return;
	}
	scope = evloop_scope_new(supervise ? EVLOOP_SCOPE_SUPERVISED : 0, no_timeout ? -1.0 : timeout);
	evloop_callback_init_now(&scope->body, &fci, &fcc);
	evloop_drop_argument(execute_data, 1);
	run_body(execute_data, scope, evloop_token_from_obj_or_null(cancellation), true, return_value);
}

PHP_FUNCTION(Evloop_timeout)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	double seconds;
	evloop_scope *scope;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_DOUBLE(seconds)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL || !evloop_duration_check(seconds, 1)) {
		RETURN_THROWS();
	}
	if (!is_in_place()) {
		evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAM_PASSTHRU);
		return;
	}
	scope = evloop_scope_new(0, seconds);
	evloop_callback_init_now(&scope->body, &fci, &fcc);
	evloop_drop_argument(execute_data, 2);
	run_body(execute_data, scope, NULL, false, return_value);
}

PHP_FUNCTION(Evloop_shield)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	double max = -1.0;
	bool no_max = true;
	evloop_scope *scope;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(max, no_max)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL || (!no_max && !evloop_duration_check(max, 2))) {
		RETURN_THROWS();
	}
	if (!is_in_place()) {
		evloop_call_in_coroutine(INTERNAL_FUNCTION_PARAM_PASSTHRU);
		return;
	}
	scope = evloop_scope_new(EVLOOP_SCOPE_SHIELD, no_max ? -1.0 : max);
	evloop_callback_init_now(&scope->body, &fci, &fcc);
	evloop_drop_argument(execute_data, 1);
	run_body(execute_data, scope, NULL, false, return_value);
}
