/* SPDX-License-Identifier: MIT */
/*
 * The class Deferred: one reference to a promise and the right to settle it. PHP's thread only.
 */
#include "src/promise/deferred.h"

#include "src/base/error.h"
#include "src/promise/cancel.h"
#include "zend_closures.h"
#include "zend_exceptions.h"

#include "stubs/Deferred_arginfo.h"

static zend_class_entry *ce_deferred;
static zend_object_handlers deferred_handlers;

/* The promise, or NULL when the constructor was never called. */
static evloop_promise *deferred_promise(zend_object *object)
{
	zval *promise = OBJ_PROP_NUM(object, 0);

	return Z_TYPE_P(promise) == IS_OBJECT ? evloop_promise_from_obj(Z_OBJ_P(promise)) : NULL;
}

static evloop_promise *deferred_this(zval *this)
{
	evloop_promise *promise = deferred_promise(Z_OBJ_P(this));

	if (UNEXPECTED(promise == NULL)) {
		zend_throw_error(NULL, "The Deferred was not constructed");
	}
	return promise;
}

static void make_function(zval *function, const char *method, size_t length, zend_object *object)
{
	zend_function *handler = zend_hash_str_find_ptr(&ce_deferred->function_table, method, length);
	zval this;

	ZVAL_OBJ(&this, object);
	zend_create_fake_closure(function, handler, ce_deferred, ce_deferred, &this);
}

void evloop_deferred_functions(evloop_promise *promise, zval *resolve, zval *reject)
{
	zval deferred;

	object_init_ex(&deferred, ce_deferred);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(Z_OBJ(deferred), 0), &promise->std);
	make_function(resolve, ZEND_STRL("resolve"), Z_OBJ(deferred));
	make_function(reject, ZEND_STRL("rejectwith"), Z_OBJ(deferred));
	zval_ptr_dtor(&deferred);
}

void evloop_deferred_execute(evloop_promise *promise, const evloop_callback *executor)
{
	zval arguments[2];
	zval result;

	evloop_deferred_functions(promise, &arguments[0], &arguments[1]);
	evloop_callback_call(executor, &result, 2, arguments);
	zval_ptr_dtor(&result);

	if (UNEXPECTED(EG(exception) != NULL) && !evloop_error_is_unwind(EG(exception))) {
		zend_object *reason = evloop_error_take();

		if (promise->flags & EVLOOP_PROMISE_RESOLVED) {
			OBJ_RELEASE(reason); /* Promises/A+ 2.3.3.3.4.1: too late to count */
		} else {
			evloop_promise_reject(promise, reason);
		}
	}
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
}

PHP_METHOD(Evloop_Deferred, __construct)
{
	zend_fcall_info fci = empty_fcall_info;
	zend_fcall_info_cache fcc = empty_fcall_info_cache;
	evloop_callback callback;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (deferred_promise(Z_OBJ_P(ZEND_THIS)) != NULL) {
		zend_throw_error(NULL, "The Deferred is constructed already");
		RETURN_THROWS();
	}
	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	promise = evloop_promise_new();
	ZVAL_OBJ(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0), &promise->std);
	if (ZEND_FCI_INITIALIZED(fci)) {
		evloop_callback_init(&callback, &fci, &fcc);
		evloop_cancel_add(promise, &callback, true);
	}
}

PHP_METHOD(Evloop_Deferred, promise)
{
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_NONE();
	promise = deferred_this(ZEND_THIS);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(&promise->std);
}

PHP_METHOD(Evloop_Deferred, resolve)
{
	zval null;
	zval *value = NULL;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	promise = deferred_this(ZEND_THIS);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	ZVAL_NULL(&null);
	evloop_promise_resolve(promise, value != NULL ? value : &null);
}

static void reject_once(evloop_promise *promise, zend_object *reason)
{
	if (!(promise->flags & EVLOOP_PROMISE_RESOLVED)) {
		GC_ADDREF(reason);
		evloop_promise_reject(promise, reason);
	}
}

PHP_METHOD(Evloop_Deferred, reject)
{
	zval *reason;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJECT_OF_CLASS(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	promise = deferred_this(ZEND_THIS);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	reject_once(promise, Z_OBJ_P(reason));
}

PHP_METHOD(Evloop_Deferred, rejectWith)
{
	zval *reason = NULL;
	evloop_promise *promise;
	zend_object *wrapped;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(reason)
	ZEND_PARSE_PARAMETERS_END();

	promise = deferred_this(ZEND_THIS);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	if (reason != NULL && Z_TYPE_P(reason) == IS_OBJECT && instanceof_function(Z_OBJCE_P(reason), zend_ce_throwable)) {
		reject_once(promise, Z_OBJ_P(reason));
		return;
	}
	wrapped = evloop_error_new(evloop_ce_rejected_exception, "Rejected with a reason of type %s, which is no Throwable",
		reason != NULL ? zend_zval_type_name(reason) : "null");
	if (reason != NULL) {
		zend_update_property(evloop_ce_rejected_exception, wrapped, ZEND_STRL("reason"), reason);
	}
	reject_once(promise, wrapped);
	OBJ_RELEASE(wrapped);
}

PHP_METHOD(Evloop_Deferred, isSettled)
{
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_NONE();
	promise = deferred_this(ZEND_THIS);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	RETURN_BOOL((promise->flags & EVLOOP_PROMISE_RESOLVED) != 0);
}

static zend_object *deferred_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &deferred_handlers;
	return object;
}

zend_result evloop_deferred_minit(int module_number)
{
	ce_deferred = register_class_Evloop_Deferred();
	ce_deferred->create_object = deferred_create_object;
	evloop_object_handlers(&deferred_handlers, 0);
	return SUCCESS;
}
