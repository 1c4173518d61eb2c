/* SPDX-License-Identifier: MIT */
/*
 * See generator.h. The generator is driven by its own methods, so `yield from`, finally blocks and references are the engine's affair.
 * Owns nothing. PHP's thread only.
 */
#include "src/coroutine/generator.h"

#include "src/base/callback.h"
#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/scheduler.h"

static zend_function *method_current;
static zend_function *method_valid;
static zend_function *method_send;
static zend_function *method_throw;
static zend_function *method_return;

static void call(zend_object *generator, zend_function *method, zval *result, zval *argument)
{
	evloop_callback callback = {
		.fcc = {.function_handler = method, .object = generator, .called_scope = generator->ce},
		.max_args = 1,
	};

	evloop_callback_call(&callback, result, argument != NULL ? 1 : 0, argument);
}

static bool is_valid(zend_object *generator)
{
	zval valid;

	call(generator, method_valid, &valid, NULL);
	return Z_TYPE(valid) == IS_TRUE;
}

/* What was yielded (taken over) gives. UNDEF with an exception thrown. */
static void await_yielded(zval *yielded, zval *value)
{
	evloop_promise *promise;

	ZVAL_UNDEF(value);
	if (Z_TYPE_P(yielded) == IS_NULL) {
		if (evloop_scheduler_suspend()) {
			ZVAL_NULL(value);
		}
	} else if (Z_TYPE_P(yielded) == IS_OBJECT && evloop_promise_is_awaitable(Z_OBJ_P(yielded))) {
		promise = evloop_promise_of(yielded);
		if (promise != NULL) {
			evloop_await(promise, -1.0, NULL, value);
		}
	} else {
		zend_type_error("A generator that is a task must yield a promise, an object with a then() method, or null to "
						"let others run, %s yielded",
			zend_zval_type_name(yielded));
	}
	zval_ptr_dtor(yielded);
}

/* Back in with what came of it; what it yields next. */
static void go_on(zend_object *generator, zval *value, zval *yielded)
{
	zval exception;

	if (EXPECTED(!Z_ISUNDEF_P(value))) {
		call(generator, method_send, yielded, value);
		zval_ptr_dtor(value);
		return;
	}
	ZVAL_OBJ(&exception, evloop_error_take());
	call(generator, method_throw, yielded, &exception);
	zval_ptr_dtor(&exception);
}

void evloop_generator_drive(zend_object *generator, zval *result)
{
	zval yielded;
	zval value;

	ZVAL_UNDEF(result);
	call(generator, method_current, &yielded, NULL);
	while (EG(exception) == NULL && is_valid(generator)) {
		await_yielded(&yielded, &value);
		/* An unwinding exit goes on up; the generator's finally blocks run when it is destroyed. */
		if (Z_ISUNDEF(value) && evloop_error_is_unwind(EG(exception))) {
			return;
		}
		go_on(generator, &value, &yielded);
	}
	zval_ptr_dtor(&yielded);
	if (EG(exception) == NULL) {
		call(generator, method_return, result, NULL);
	}
}

static zend_function *method(const char *name)
{
	return zend_hash_str_find_ptr(&zend_ce_generator->function_table, name, strlen(name));
}

zend_result evloop_generator_minit(int module_number)
{
	method_current = method("current");
	method_valid = method("valid");
	method_send = method("send");
	method_throw = method("throw");
	method_return = method("getreturn");
	return SUCCESS;
}
