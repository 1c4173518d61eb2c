/* SPDX-License-Identifier: MIT */
/*
 * The class Promise and the state machine under it. PHP's thread only.
 */
#include "src/promise/promise.h"

#include "src/base/error.h"
#include "src/promise/cancel.h"
#include "src/promise/combine.h"
#include "src/promise/deferred.h"
#include "src/promise/rejection.h"
#include "src/promise/retry.h"
#include "src/promise/then.h"
#include "src/promise/timeout.h"
#include "zend_enum.h"
#include "zend_exceptions.h"

#include "stubs/Promise_arginfo.h"

zend_class_entry *evloop_ce_promise;
zend_class_entry *evloop_ce_promise_state;
static zend_object_handlers promise_handlers;

void evloop_promise_init(evloop_promise *promise)
{
	ZVAL_UNDEF(&promise->result);
	evl_list_init(&promise->reactions);
	promise->state = EVLOOP_PROMISE_PENDING;
	promise->flags = 0;
	promise->runtime_id = EXPECTED(EVLOOP_G(runtime) != NULL) ? EVLOOP_G(runtime)->id : 0;
	evloop_site_take(&promise->site);
}

/* Freed while pending: what would have settled it, and what waits for it, are told. */
static void abandon(evloop_promise *promise)
{
	evloop_cause *cause = promise->cause;
	evl_list *node;

	promise->cause = NULL;
	if (cause != NULL) {
		cause->ops->gone(cause);
	}
	while ((node = evl_list_shift(&promise->reactions)) != NULL) {
		evloop_reaction *reaction = EVL_CONTAINER_OF(node, evloop_reaction, link);

		reaction->ops->abandoned(reaction);
	}
	evloop_cancel_drop(promise);
}

void evloop_promise_free(evloop_promise *promise)
{
	if (evloop_promise_is_pending(promise)) {
		/* After a fatal error those who wait are not unwound, and their stacks go before the objects. */
		if (EVLOOP_G(runtime) != NULL || !CG(unclean_shutdown)) {
			abandon(promise);
		}
	} else {
		/* Told in dtor_obj, unless a fatal error has ended the request. */
		evloop_rejection_forget(promise);
	}
	zval_ptr_dtor(&promise->result);
	ZVAL_UNDEF(&promise->result);
	evloop_site_free(&promise->site);
}

void evloop_promise_gc(evloop_promise *promise, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_zval(buffer, &promise->result);
	/* A fatal error may have jumped over the frames of those who wait. */
	if (!evloop_promise_is_pending(promise) || UNEXPECTED(CG(unclean_shutdown))) {
		return;
	}
	evloop_cancel_gc(promise, buffer);
	if (promise->cause != NULL) {
		promise->cause->ops->gc(promise->cause, buffer);
	}
	for (evl_list *node = promise->reactions.next; node != &promise->reactions; node = node->next) {
		evloop_reaction *reaction = EVL_CONTAINER_OF(node, evloop_reaction, link);

		reaction->ops->gc(reaction, buffer);
	}
}

static void settle(evloop_promise *promise, evloop_promise_state state)
{
	evl_list reactions;
	evl_list *node;

	evl_list_init(&reactions);
	evl_list_splice(&reactions, &promise->reactions);
	promise->state = state;
	promise->flags |= EVLOOP_PROMISE_RESOLVED;
	promise->cause = NULL;

	while ((node = evl_list_shift(&reactions)) != NULL) {
		evloop_reaction *reaction = EVL_CONTAINER_OF(node, evloop_reaction, link);

		reaction->ops->settled(reaction, promise);
	}
}

void evloop_promise_fulfill(evloop_promise *promise, zval *value)
{
	if (!evloop_promise_is_pending(promise)) {
		return;
	}
	ZVAL_COPY(&promise->result, value);
	settle(promise, EVLOOP_PROMISE_FULFILLED);
	evloop_cancel_drop(promise);
}

void evloop_promise_reject(evloop_promise *promise, zend_object *reason)
{
	if (!evloop_promise_is_pending(promise)) {
		OBJ_RELEASE(reason);
		return;
	}
	if (!evl_list_is_empty(&promise->reactions)) {
		promise->flags |= EVLOOP_PROMISE_HANDLED;
	}
	ZVAL_OBJ(&promise->result, reason);
	settle(promise, EVLOOP_PROMISE_REJECTED);
	evloop_rejection_watch(promise);
	evloop_cancel_drop(promise);
}

void evloop_promise_pass_on(evloop_promise *from, evloop_promise *to)
{
	if (from->state == EVLOOP_PROMISE_FULFILLED) {
		evloop_promise_fulfill(to, &from->result);
	} else {
		GC_ADDREF(Z_OBJ(from->result));
		evloop_promise_reject(to, Z_OBJ(from->result));
	}
}

void evloop_promise_react(evloop_promise *promise, evloop_reaction *reaction)
{
	reaction->source = promise;
	if (evloop_promise_is_pending(promise)) {
		evl_list_append(&promise->reactions, &reaction->link);
		if (UNEXPECTED(promise->flags & EVLOOP_PROMISE_HELD)) {
			evloop_cancel_hold_source(reaction);
		}
		return;
	}
	evloop_rejection_handle(promise);
	reaction->link.next = NULL;
	reaction->ops->settled(reaction, promise);
}

bool evloop_promise_is_thenable(zend_object *object)
{
	const zend_function *then = zend_hash_str_find_ptr(&object->ce->function_table, ZEND_STRL("then"));

	return then != NULL && (then->common.fn_flags & ZEND_ACC_PUBLIC);
}

void evloop_promise_resolve(evloop_promise *promise, zval *value)
{
	ZVAL_DEREF(value);
	if (promise->flags & EVLOOP_PROMISE_RESOLVED) {
		return;
	}
	if (EXPECTED(Z_TYPE_P(value) != IS_OBJECT)) {
		evloop_promise_fulfill(promise, value);
		return;
	}
	if (Z_OBJ_P(value) == &promise->std) {
		evloop_promise_reject(
			promise, evloop_error_new(zend_ce_type_error, "A promise cannot be resolved with itself"));
		return;
	}
	if (instanceof_function(Z_OBJCE_P(value), evloop_ce_promise)) {
		promise->flags |= EVLOOP_PROMISE_RESOLVED;
		evloop_cancel_drop_own(promise);
		evloop_then_adopt(promise, evloop_promise_from_obj(Z_OBJ_P(value)));
		return;
	}
	if (evloop_promise_is_thenable(Z_OBJ_P(value))) {
		promise->flags |= EVLOOP_PROMISE_RESOLVED;
		evloop_cancel_drop_own(promise);
		evloop_then_call(promise, value);
		return;
	}
	evloop_promise_fulfill(promise, value);
}

static zend_object *promise_create_object(zend_class_entry *ce)
{
	evloop_promise *promise = evloop_object_alloc(sizeof(*promise), ce);

	zend_object_std_init(&promise->std, ce);
	object_properties_init(&promise->std, ce);
	promise->std.handlers = &promise_handlers;
	evloop_promise_init(promise);
	/* Nothing to do in dtor_obj, and so no time to lose there, unless it is rejected and nobody looks: see evloop_rejection_watch(). */
	GC_ADD_FLAGS(&promise->std, IS_OBJ_DESTRUCTOR_CALLED);
	return &promise->std;
}

evloop_promise *evloop_promise_new(void)
{
	return evloop_promise_from_obj(promise_create_object(evloop_ce_promise));
}

evloop_promise *evloop_promise_for(zval *value)
{
	evloop_promise *promise;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), evloop_ce_promise)) {
		GC_ADDREF(Z_OBJ_P(value));
		return evloop_promise_from_obj(Z_OBJ_P(value));
	}
	if (evloop_runtime_get() == NULL) {
		return NULL;
	}
	promise = evloop_promise_new();
	evloop_promise_resolve(promise, value);
	return promise;
}

static void promise_dtor(zend_object *object)
{
	evloop_rejection_report_destroyed(evloop_promise_from_obj(object));
}

static void promise_free_object(zend_object *object)
{
	evloop_promise_free(evloop_promise_from_obj(object));
	zend_object_std_dtor(object);
}

static HashTable *promise_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_promise_gc(evloop_promise_from_obj(object), buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/* Coroutine extends it, so it is not final; classes of users may not. */
static zend_function *promise_get_constructor(zend_object *object)
{
	if (UNEXPECTED(object->ce->type == ZEND_USER_CLASS)) {
		zend_throw_error(NULL, "Cannot instantiate class %s: promises cannot be extended", ZSTR_VAL(object->ce->name));
		return NULL;
	}
	return zend_std_get_constructor(object);
}

PHP_METHOD(Evloop_Promise, __construct)
{
	zend_fcall_info fci[2] = {empty_fcall_info, empty_fcall_info};
	zend_fcall_info_cache fcc[2] = {empty_fcall_info_cache, empty_fcall_info_cache};
	evloop_promise *promise = evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_callback executor;
	evloop_callback callback;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_FUNC(fci[0], fcc[0])
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci[1], fcc[1])
	ZEND_PARSE_PARAMETERS_END();

	if ((promise->flags & EVLOOP_PROMISE_RESOLVED) || promise->cancels != NULL) {
		zend_throw_error(NULL, "The promise is constructed already");
		RETURN_THROWS();
	}
	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	if (ZEND_FCI_INITIALIZED(fci[1])) {
		evloop_callback_init(&callback, &fci[1], &fcc[1]);
		evloop_cancel_add(promise, &callback, true);
	}
	evloop_callback_init_now(&executor, &fci[0], &fcc[0]);
	evloop_deferred_execute(promise, &executor);
	evloop_callback_free(&executor);
}

/* The callback of an optional callable parameter, unset for null. */
static void callback_from_parameter(evloop_callback *callback, zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	if (ZEND_FCI_INITIALIZED(*fci)) {
		evloop_callback_init(callback, fci, fcc);
	} else {
		ZVAL_UNDEF(&callback->callable);
	}
}

PHP_METHOD(Evloop_Promise, then)
{
	zend_fcall_info fci[2] = {empty_fcall_info, empty_fcall_info};
	zend_fcall_info_cache fcc[2] = {empty_fcall_info_cache, empty_fcall_info_cache};
	evloop_callback callbacks[2];

	/* More than two are accepted, and ignored by not looking at them. */
	ZEND_PARSE_PARAMETERS_START(0, -1)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci[0], fcc[0])
		Z_PARAM_FUNC_OR_NULL(fci[1], fcc[1])
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	callback_from_parameter(&callbacks[0], &fci[0], &fcc[0]);
	callback_from_parameter(&callbacks[1], &fci[1], &fcc[1]);
	RETURN_OBJ(
		&evloop_then(evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS)), EVLOOP_THEN_PLAIN, &callbacks[0], &callbacks[1])
			 ->std);
}

/* catch() and finally(): one handler. */
static void react_with(INTERNAL_FUNCTION_PARAMETERS, evloop_then_kind kind)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback handler;
	evloop_callback none = {0};
	evloop_promise *promise = evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	evloop_callback_init(&handler, &fci, &fcc);
	if (kind == EVLOOP_THEN_CATCH) {
		RETURN_OBJ(&evloop_then(promise, kind, &none, &handler)->std);
	}
	RETURN_OBJ(&evloop_then(promise, kind, &handler, &none)->std);
}

PHP_METHOD(Evloop_Promise, catch)
{
	react_with(INTERNAL_FUNCTION_PARAM_PASSTHRU, EVLOOP_THEN_CATCH);
}

PHP_METHOD(Evloop_Promise, finally)
{
	react_with(INTERNAL_FUNCTION_PARAM_PASSTHRU, EVLOOP_THEN_FINALLY);
}

PHP_METHOD(Evloop_Promise, ignore)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_rejection_handle(evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS)));
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

zend_object *evloop_promise_state_case(evloop_promise_state state)
{
	static const char *const names[] = {"Pending", "Fulfilled", "Rejected"};
	zend_object *found = zend_enum_get_case_cstr(evloop_ce_promise_state, names[state]);

	GC_ADDREF(found);
	return found;
}

PHP_METHOD(Evloop_Promise, state)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_OBJ(evloop_promise_state_case(evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS))->state));
}

PHP_METHOD(Evloop_Promise, resolve)
{
	zval null;
	zval *value = NULL;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_NULL(&null);
	promise = evloop_promise_for(value != NULL ? value : &null);
	if (promise == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ(&promise->std);
}

PHP_METHOD(Evloop_Promise, reject)
{
	zval *reason;
	evloop_promise *promise;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJECT_OF_CLASS(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	promise = evloop_promise_new();
	Z_ADDREF_P(reason);
	evloop_promise_reject(promise, Z_OBJ_P(reason));
	RETURN_OBJ(&promise->std);
}

zend_result evloop_promise_minit(int module_number)
{
	evloop_ce_promise_state = register_class_Evloop_PromiseState();
	evloop_ce_promise = register_class_Evloop_Promise();
	evloop_ce_promise->create_object = promise_create_object;
	evloop_object_handlers(&promise_handlers, XtOffsetOf(evloop_promise, std));
	promise_handlers.dtor_obj = promise_dtor;
	promise_handlers.free_obj = promise_free_object;
	promise_handlers.get_constructor = promise_get_constructor;
	promise_handlers.get_gc = promise_get_gc;
	return SUCCESS;
}
