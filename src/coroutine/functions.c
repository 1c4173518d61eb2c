/* SPDX-License-Identifier: MIT */
/*
 * The functions of the namespace Evloop. PHP's thread only.
 */
#include "src/coroutine/functions.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/coroutine.h"
#include "src/coroutine/scope.h"
#include "src/promise/rejection.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "stubs/functions_arginfo.h"

void evloop_spawn(INTERNAL_FUNCTION_PARAMETERS, evloop_scope *scope)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval *arguments = NULL;
	int count = 0;
	evloop_callback task;
	evloop_coroutine *coroutine;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', arguments, count)
	ZEND_PARSE_PARAMETERS_END();

	evloop_callback_init(&task, &fci, &fcc);
	coroutine = evloop_coroutine_spawn(&task, (uint32_t) count, arguments, scope);
	if (UNEXPECTED(coroutine == NULL)) {
		evloop_callback_free(&task);
		RETURN_THROWS();
	}
	RETURN_OBJ(&coroutine->promise.std);
}

PHP_FUNCTION(Evloop_async)
{
	evloop_spawn(INTERNAL_FUNCTION_PARAM_PASSTHRU, evloop_scope_current());
}

PHP_FUNCTION(Evloop_detached)
{
	evloop_spawn(INTERNAL_FUNCTION_PARAM_PASSTHRU, NULL);
}

/* What $main came to, after the loop has ended. */
static void finish_run(evloop_coroutine *coroutine, zval *return_value)
{
	evloop_promise *promise = &coroutine->promise;

	if (!evloop_promise_is_pending(promise)) {
		GC_ADDREF(&promise->std);
		evloop_await(promise, -1.0, NULL, return_value);
	} else if (EVLOOP_G(runtime)->scheduler->stopped) {
		zend_throw_exception(evloop_ce_loop_exception, "The loop was stopped before the main coroutine ended", 0);
	} else {
		zend_string *waiting = evloop_coroutine_list_waiting(EVLOOP_G(runtime)->scheduler);

		zend_throw_exception_ex(evloop_ce_deadlock_exception, 0,
			"Nothing is left that could wake the main coroutine:%s", ZSTR_VAL(waiting));
		zend_string_release(waiting);
	}
}

PHP_FUNCTION(Evloop_run)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback task;
	evloop_coroutine *coroutine;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	if (evloop_scheduler_is_inside()) {
		zend_throw_exception(spl_ce_LogicException,
			"Evloop\\run() drives the loop from outside; in a coroutine or callback call the function, or start it "
			"with async()",
			0);
		RETURN_THROWS();
	}
	evloop_callback_init(&task, &fci, &fcc);
	coroutine = evloop_coroutine_spawn(&task, 0, NULL, NULL);
	if (coroutine == NULL) {
		evloop_callback_free(&task);
		RETURN_THROWS();
	}
	/* Its failure is thrown here and nowhere else. */
	evloop_rejection_handle(&coroutine->promise);
	if (evloop_scheduler_drive(EVLOOP_DRIVE_RUN)) {
		finish_run(coroutine, return_value);
	}
	OBJ_RELEASE(&coroutine->promise.std);
}

/* Take the argument's reference out of our frame: the collector does not look into frames of internal functions. */
static evloop_promise *promise_from_argument(zval *awaitable)
{
	evloop_promise *promise;

	if (EXPECTED(Z_TYPE_P(awaitable) == IS_OBJECT)) {
		if (EXPECTED(instanceof_function(Z_OBJCE_P(awaitable), evloop_ce_promise))) {
			promise = evloop_promise_from_obj(Z_OBJ_P(awaitable));
			ZVAL_NULL(awaitable);
			return promise;
		}
		if (evloop_promise_is_thenable(Z_OBJ_P(awaitable))) {
			return evloop_promise_for(awaitable);
		}
	}
	zend_argument_type_error(
		1, "must be a promise or an object with a then() method, %s given", zend_zval_type_name(awaitable));
	return NULL;
}

PHP_FUNCTION(Evloop_await)
{
	zval *awaitable;
	double timeout = 0;
	bool no_timeout = true;
	zend_object *cancellation = NULL;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(awaitable)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(cancellation, evloop_ce_token)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_timeout && !evloop_duration_check(timeout, 2)) {
		RETURN_THROWS();
	}
	promise = promise_from_argument(awaitable);
	if (UNEXPECTED(promise == NULL)) {
		RETURN_THROWS();
	}
	evloop_await(promise, no_timeout ? -1.0 : timeout, evloop_token_from_obj_or_null(cancellation), return_value);
}

PHP_FUNCTION(Evloop_delay)
{
	double seconds;
	zval *result = NULL;
	evloop_timed_park wait = {.park.ready.priority = EVL_PRIORITY_NORMAL, .park.reason = "delay()"};

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_DOUBLE(seconds)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(result)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_duration_check(seconds, 1) || evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	if (evloop_timed_park_wait(&wait, seconds) == EVLOOP_WOKEN && result != NULL) {
		RETURN_COPY(result);
	}
}

PHP_FUNCTION(Evloop_suspend)
{
	ZEND_PARSE_PARAMETERS_NONE();

	if (UNEXPECTED(evloop_scheduler_get() == NULL)) {
		RETURN_THROWS();
	}
	evloop_scheduler_suspend();
}

zend_result evloop_functions_minit(int module_number)
{
	return zend_register_functions(NULL, ext_functions, NULL, MODULE_PERSISTENT);
}
