/* SPDX-License-Identifier: MIT */
/*
 * Coroutines from spawn to end; see coroutine.h for their references. PHP's thread only.
 */
#include "src/coroutine/coroutine.h"

#include "src/base/error.h"
#include "src/promise/cancel.h"
#include "src/promise/rejection.h"
#include "zend_exceptions.h"

#include "stubs/Coroutine_arginfo.h"

zend_class_entry *evloop_ce_coroutine;
static zend_object_handlers coroutine_handlers;

static zend_object *coroutine_create_object(zend_class_entry *ce)
{
	evloop_coroutine *coroutine = evloop_object_alloc(sizeof(*coroutine), ce);
	zend_object *object = &coroutine->promise.std;

	zend_object_std_init(object, ce);
	object->handlers = &coroutine_handlers;
	evloop_promise_init(&coroutine->promise);
	ZVAL_UNDEF(&coroutine->task.callable);
	coroutine->ready.priority = EVL_PRIORITY_NORMAL;
	ZVAL_LONG(OBJ_PROP_NUM(object, 0), 0);
	return object;
}

/* Whose stack it is: not the present one where an isolated loop unwinds what belongs to an outer one. */
static evloop_scheduler *scheduler_of(const evloop_stack *stack)
{
	return EVL_CONTAINER_OF(stack->fibers, evloop_scheduler, fibers);
}

static evloop_coroutine *coroutine_new(evloop_scheduler *scheduler)
{
	zend_object *object = coroutine_create_object(evloop_ce_coroutine);
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(object);

	ZVAL_LONG(OBJ_PROP_NUM(object, 0), (zend_long) ++scheduler->runtime->last_id);
	coroutine->runtime_id = scheduler->runtime->id;
	scheduler->coroutines++;
	return coroutine;
}

static void free_arguments(evloop_coroutine *coroutine)
{
	zval *arguments = coroutine->arguments;
	uint32_t count = coroutine->argument_count;

	if (arguments == NULL) {
		return;
	}
	coroutine->arguments = NULL;
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
	efree(arguments);
}

/* From the ready queue, on the stack that it gets. */
static void coroutine_run(evl_ready *item)
{
	evloop_coroutine *coroutine = EVL_CONTAINER_OF(item, evloop_coroutine, ready);
	evloop_stack *stack = evloop_stack_current();
	zval result;

	stack->coroutine = &coroutine->promise.std;
	coroutine->stack = stack;
	evloop_stack_show_callable(stack, &coroutine->task.callable);
	evloop_callback_call(&coroutine->task, &result, coroutine->argument_count, coroutine->arguments);
	free_arguments(coroutine);
	evloop_callback_free(&coroutine->task);

	if (EXPECTED(EG(exception) == NULL)) {
		evloop_promise_resolve(&coroutine->promise, &result);
		zval_ptr_dtor(&result);
	} else if (!evloop_error_is_unwind(EG(exception)) && !evloop_stack_how_ended(stack).destroyed) {
		evloop_promise_reject(&coroutine->promise, evloop_error_take());
	}
}

evloop_coroutine *evloop_coroutine_spawn(evloop_callback *task, uint32_t argc, const zval *argv)
{
	evloop_scheduler *scheduler = evloop_scheduler_get();
	evloop_coroutine *coroutine;

	if (UNEXPECTED(scheduler == NULL)) {
		return NULL;
	}
	if (UNEXPECTED(EVLOOP_G(max_coroutines) > 0 && scheduler->coroutines >= EVLOOP_G(max_coroutines))) {
		zend_throw_exception_ex(evloop_ce_loop_exception, 0,
			"Too many coroutines: %" PRIu32 " are alive, and evloop.max_coroutines is " ZEND_LONG_FMT,
			scheduler->coroutines, EVLOOP_G(max_coroutines));
		return NULL;
	}
	coroutine = coroutine_new(scheduler);
	coroutine->task = *task;
	coroutine->ready.run = coroutine_run;
	if (argc > 0) {
		coroutine->arguments = safe_emalloc(argc, sizeof(zval), 0);
		coroutine->argument_count = argc;
		for (uint32_t i = 0; i < argc; i++) {
			ZVAL_COPY(&coroutine->arguments[i], &argv[i]);
		}
	}
	GC_ADDREF(&coroutine->promise.std);
	evl_tick_push(&scheduler->runtime->loop.tick, &coroutine->ready);
	return coroutine;
}

zend_object *evloop_coroutine_of(evloop_stack *stack)
{
	evloop_coroutine *coroutine;

	if (EXPECTED(stack->coroutine != NULL)) {
		return stack->coroutine;
	}
	coroutine = coroutine_new(scheduler_of(stack));
	/* Its result is nobody's, and its failure is reported by who runs the callback. */
	evloop_rejection_handle(&coroutine->promise);
	coroutine->stack = stack;
	stack->coroutine = &coroutine->promise.std;
	return stack->coroutine;
}

/* What the Fiber returned, in the eyes of those who kept it; NULL: it threw. */
static zval *fiber_result(evloop_promise *promise, zval *null)
{
	switch (promise->state) {
	case EVLOOP_PROMISE_FULFILLED: return &promise->result;
	case EVLOOP_PROMISE_REJECTED: return NULL;
	default: return promise->flags & EVLOOP_PROMISE_RESOLVED ? null : NULL;
	}
}

void evloop_coroutine_end(evloop_stack *stack, bool unwound)
{
	zend_object *object = stack->coroutine;
	evloop_promise *promise;
	zval null;

	ZVAL_NULL(&null);
	if (object == NULL) {
		evloop_stack_finish(stack, unwound ? NULL : &null);
		return;
	}
	promise = evloop_promise_from_obj(object);
	if (!(promise->flags & EVLOOP_PROMISE_RESOLVED) && !unwound) {
		/* A callback that had parked. */
		evloop_promise_fulfill(promise, &null);
	}
	evloop_stack_finish(stack, fiber_result(promise, &null));
	evloop_coroutine_from_obj(object)->stack = NULL;
	stack->coroutine = NULL;
	stack->cancelled = false;
	scheduler_of(stack)->coroutines--;
	OBJ_RELEASE(object);
}

bool evloop_coroutine_fail(evl_ready *item, zend_object *reason)
{
	evloop_coroutine *coroutine;

	if (item->run != coroutine_run) {
		return false;
	}
	coroutine = EVL_CONTAINER_OF(item, evloop_coroutine, ready);
	EVLOOP_G(runtime)->scheduler->coroutines--;
	evloop_promise_reject(&coroutine->promise, reason);
	OBJ_RELEASE(&coroutine->promise.std);
	return true;
}

void evloop_coroutine_drop(evl_ready *item)
{
	if (item->run == coroutine_run) {
		OBJ_RELEASE(&EVL_CONTAINER_OF(item, evloop_coroutine, ready)->promise.std);
	}
}

static const char cancelled_message[] = "The coroutine was cancelled";

/* Queued: give its place up. */
static void cancel_unstarted(evloop_coroutine *coroutine, zend_object *error)
{
	evl_tick_remove(&coroutine->ready);
	/* It is queued, so its loop is there. */
	evloop_runtime_find(coroutine->runtime_id)->scheduler->coroutines--;
	GC_ADDREF(error);
	evloop_promise_reject(&coroutine->promise, error);
	free_arguments(coroutine);
	evloop_callback_free(&coroutine->task);
	OBJ_RELEASE(&coroutine->promise.std);
}

/* What is to be called when it is cancelled; a coroutine settles by itself, so what that throws is nobody's. */
static void call_on_cancel(evloop_coroutine *coroutine, zend_object *error)
{
	zend_object *thrown = evloop_cancel_call(&coroutine->promise, error);

	if (thrown != NULL) {
		evloop_runtime_report(thrown, &coroutine->promise.std);
	}
}

static void cancel_started(evloop_coroutine *coroutine, zend_object *error, zend_object *reason)
{
	evloop_stack *stack = coroutine->stack;

	coroutine->cancelled = reason != NULL ? reason : error;
	GC_ADDREF(coroutine->cancelled);
	stack->cancelled = true;
	if (stack->park != NULL) {
		evloop_park_cancel(&EVLOOP_G(runtime)->loop.tick, stack->park);
	}
	call_on_cancel(coroutine, error);
}

void evloop_coroutine_cancel(evloop_coroutine *coroutine, zend_object *reason)
{
	zend_object *error;

	if (!evloop_promise_is_pending(&coroutine->promise) || coroutine->cancelled != NULL) {
		return;
	}
	if (coroutine->stack == NULL && !evl_ready_is_queued(&coroutine->ready)) {
		/* It has ended, and follows a promise that it returned. */
		evloop_cancel(&coroutine->promise, reason);
		return;
	}
	error = evloop_error_cancelled(cancelled_message, reason);
	if (coroutine->stack != NULL) {
		cancel_started(coroutine, error, reason);
	} else {
		call_on_cancel(coroutine, error);
		if (evl_ready_is_queued(&coroutine->ready)) {
			cancel_unstarted(coroutine, error);
		}
	}
	OBJ_RELEASE(error);
}

void evloop_coroutine_throw_cancelled(const evloop_stack *stack)
{
	evloop_error_rethrow(
		evloop_error_cancelled(cancelled_message, evloop_coroutine_from_obj(stack->coroutine)->cancelled));
}

evloop_coroutine *evloop_coroutine_from_ready(evl_ready *item)
{
	return item->run == coroutine_run ? EVL_CONTAINER_OF(item, evloop_coroutine, ready) : NULL;
}

/* The stack that it occupies; none once a fatal error there has cut the two apart. */
static evloop_stack *occupied_stack(const evloop_coroutine *coroutine)
{
	evloop_stack *stack = coroutine->stack;

	return stack != NULL && stack->coroutine == &coroutine->promise.std ? stack : NULL;
}

static void coroutine_dtor(zend_object *object)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(object);

	if (occupied_stack(coroutine) != NULL) {
		evloop_stack_unwind(coroutine->stack);
	}
	evloop_rejection_report_destroyed(&coroutine->promise);
}

static void coroutine_free(zend_object *object)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(object);

	evloop_callback_free(&coroutine->task);
	free_arguments(coroutine);
	if (coroutine->name != NULL) {
		zend_string_release(coroutine->name);
	}
	if (coroutine->cancelled != NULL) {
		OBJ_RELEASE(coroutine->cancelled);
	}
	evloop_promise_free(&coroutine->promise);
	zend_object_std_dtor(object);
}

static void report_subjects(const evloop_park *park, zend_get_gc_buffer *buffer)
{
	if (park->subject != NULL) {
		zend_get_gc_buffer_add_obj(buffer, park->subject);
	}
	if (park->subjects != NULL) {
		zval subjects;

		ZVAL_ARR(&subjects, park->subjects);
		zend_get_gc_buffer_add_zval(buffer, &subjects);
	}
}

static HashTable *coroutine_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	evloop_stack *stack = occupied_stack(coroutine);

	zend_get_gc_buffer_add_zval(buffer, &coroutine->task.callable);
	if (coroutine->arguments != NULL) {
		for (uint32_t i = 0; i < coroutine->argument_count; i++) {
			zend_get_gc_buffer_add_zval(buffer, &coroutine->arguments[i]);
		}
	}
	if (stack != NULL) {
		zend_get_gc_buffer_add_obj(buffer, stack->fiber);
		if (stack->park != NULL) {
			report_subjects(stack->park, buffer);
		}
	}
	if (coroutine->cancelled != NULL) {
		zend_get_gc_buffer_add_obj(buffer, coroutine->cancelled);
	}
	evloop_promise_gc(&coroutine->promise, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Coroutine, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Coroutine, current)
{
	evloop_stack *stack;

	ZEND_PARSE_PARAMETERS_NONE();
	stack = EVLOOP_G(runtime) != NULL ? evloop_stack_current() : NULL;
	if (stack != NULL) {
		RETURN_OBJ_COPY(evloop_coroutine_of(stack));
	}
}

PHP_METHOD(Evloop_Coroutine, setName)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (coroutine->name != NULL) {
		zend_string_release(coroutine->name);
	}
	coroutine->name = zend_string_copy(name);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Coroutine, getName)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (coroutine->name != NULL) {
		RETURN_STR_COPY(coroutine->name);
	}
}

static void cancel(evloop_promise *promise, zend_object *reason)
{
	evloop_coroutine_cancel(evloop_coroutine_from_obj(&promise->std), reason);
}

PHP_METHOD(Evloop_Coroutine, cancel)
{
	evloop_cancel_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, cancel);
}

PHP_METHOD(Evloop_Coroutine, isFinished)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(coroutine->stack == NULL && !evl_ready_is_queued(&coroutine->ready));
}

PHP_METHOD(Evloop_Coroutine, getAwaiting)
{
	evloop_stack *stack = occupied_stack(evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS)));

	ZEND_PARSE_PARAMETERS_NONE();
	if (stack != NULL && stack->park != NULL && stack->park->subject != NULL) {
		RETURN_OBJ_COPY(stack->park->subject);
	}
}

PHP_METHOD(Evloop_Coroutine, getCreationSite)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(evloop_site_text(&evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS))->site));
}

zend_result evloop_coroutine_minit(int module_number)
{
	evloop_ce_coroutine = register_class_Evloop_Coroutine(evloop_ce_promise);
	evloop_ce_coroutine->create_object = coroutine_create_object;
	evloop_object_handlers(
		&coroutine_handlers, XtOffsetOf(evloop_coroutine, promise) + XtOffsetOf(evloop_promise, std));
	coroutine_handlers.dtor_obj = coroutine_dtor;
	coroutine_handlers.free_obj = coroutine_free;
	coroutine_handlers.get_gc = coroutine_get_gc;
	return SUCCESS;
}
