/* SPDX-License-Identifier: MIT */
/*
 * Coroutines from spawn to end; see coroutine.h for their references. PHP's thread only.
 */
#include "src/coroutine/coroutine.h"

#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/generator.h"
#include "src/coroutine/scope.h"
#include "src/coroutine/trace.h"
#include "src/promise/cancel.h"
#include "src/promise/rejection.h"
#include "zend_enum.h"
#include "zend_exceptions.h"

#include "stubs/Coroutine_arginfo.h"
#include "stubs/Priority_arginfo.h"

zend_class_entry *evloop_ce_coroutine;
static zend_class_entry *ce_priority;
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
	coroutine->promise.runtime_id = scheduler->runtime->id;
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

/* It is over for its scope, if it has one; a failure is the scope's affair then. */
static void leave_scope(evloop_coroutine *coroutine, zend_object *failure)
{
	if (UNEXPECTED(coroutine->scope != NULL) && evloop_scope_child_ended(coroutine, failure)) {
		evloop_rejection_handle(&coroutine->promise);
	}
}

/* It never begins; the scheduler's reference goes. `reason` is taken over. */
static void end_unstarted(evloop_coroutine *coroutine, zend_object *reason)
{
	/* It was queued, so its loop is there. */
	evloop_runtime_find(coroutine->promise.runtime_id)->scheduler->coroutines--;
	leave_scope(coroutine, reason);
	evloop_promise_reject(&coroutine->promise, reason);
	free_arguments(coroutine);
	evloop_callback_free(&coroutine->task);
	OBJ_RELEASE(&coroutine->promise.std);
}

/* A child has not ended while the promise that it returned is pending: what becomes of that is its scope's affair, too. */
static void await_followed(zval *result)
{
	evloop_promise *followed;

	if (Z_TYPE_P(result) != IS_OBJECT || !evloop_promise_is_awaitable(Z_OBJ_P(result))) {
		return;
	}
	followed = evloop_promise_for(result);
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	if (followed != NULL) {
		evloop_await(followed, -1.0, NULL, result);
	}
}

/* The task was a generator function: what it returned (taken over) is the task from here on, and is driven. */
static void drive_generator(evloop_coroutine *coroutine, zval *result)
{
	zend_array *outer = evloop_values_enter(coroutine->task.values);
	zend_object *generator = Z_OBJ_P(result);
	zval function;

	ZVAL_COPY_VALUE(&function, &coroutine->task.callable);
	ZVAL_COPY_VALUE(&coroutine->task.callable, result);
	zval_ptr_dtor(&function);
	evloop_generator_drive(generator, result);
	evloop_values_leave(outer);
}

/* From the ready queue, on the stack that it gets. */
static void coroutine_run(evl_ready *item)
{
	evloop_coroutine *coroutine = EVL_CONTAINER_OF(item, evloop_coroutine, ready);
	evloop_stack *stack = evloop_stack_current();
	zval result;

	if (UNEXPECTED(coroutine->cancelled != NULL)) {
		end_unstarted(coroutine, evloop_error_cancelled(EVLOOP_CANCELLED, coroutine->cancelled));
		return;
	}
	stack->coroutine = &coroutine->promise.std;
	coroutine->stack = stack;
	evloop_stack_show_callable(stack, &coroutine->task.callable);
	evloop_callback_call(&coroutine->task, &result, coroutine->argument_count, coroutine->arguments);
	free_arguments(coroutine);
	if (UNEXPECTED(evloop_generator_is(&result)) && !coroutine->literal) {
		drive_generator(coroutine, &result);
	}
	evloop_callback_free(&coroutine->task);

	if (coroutine->scope != NULL && EG(exception) == NULL) {
		await_followed(&result);
	}
	if (EXPECTED(EG(exception) == NULL)) {
		leave_scope(coroutine, NULL);
		if (UNEXPECTED(coroutine->literal)) {
			evloop_promise_fulfill(&coroutine->promise, &result);
		} else {
			evloop_promise_resolve(&coroutine->promise, &result);
		}
		zval_ptr_dtor(&result);
	} else if (!evloop_error_is_unwind(EG(exception)) && !evloop_stack_how_ended(stack).destroyed) {
		zend_object *reason = evloop_error_take();

		evloop_trace_extend(coroutine, reason);
		/* Those who await it get the failure itself, before the scope, which it fails, cancels them. */
		GC_ADDREF(reason);
		evloop_promise_reject(&coroutine->promise, reason);
		leave_scope(coroutine, reason);
		OBJ_RELEASE(reason);
	}
}

evloop_coroutine *evloop_coroutine_spawn(
	evloop_callback *task, uint32_t argc, const zval *argv, struct evloop_scope *scope)
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
	if (scope != NULL) {
		evloop_scope_adopt(scope, coroutine);
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

static void tell_end(evloop_stack *stack)
{
	evl_list *node;

	while ((node = evl_list_shift(&stack->endings)) != NULL) {
		evloop_ending *ending = EVL_CONTAINER_OF(node, evloop_ending, link);

		ending->ended(ending);
	}
}

void evloop_coroutine_end(evloop_stack *stack, bool unwound)
{
	zend_object *object = stack->coroutine;
	evloop_promise *promise;
	zval null;

	ZVAL_NULL(&null);
	tell_end(stack);
	if (object == NULL) {
		evloop_stack_finish(stack, unwound ? NULL : &null);
		return;
	}
	promise = evloop_promise_from_obj(object);
	if (!(promise->flags & EVLOOP_PROMISE_RESOLVED) && !unwound) {
		/* A callback that had parked. */
		evloop_promise_fulfill(promise, &null);
	}
	/* Unwound: nothing was said to its scope. */
	leave_scope(evloop_coroutine_from_obj(object), NULL);
	evloop_stack_finish(stack, fiber_result(promise, &null));
	evloop_coroutine_from_obj(object)->stack = NULL;
	stack->coroutine = NULL;
	stack->inner = NULL;
	stack->cancelled = false;
	scheduler_of(stack)->coroutines--;
	OBJ_RELEASE(object);
}

bool evloop_coroutine_fail(evl_ready *item, zend_object *reason)
{
	if (item->run != coroutine_run) {
		return false;
	}
	end_unstarted(EVL_CONTAINER_OF(item, evloop_coroutine, ready), reason);
	return true;
}

void evloop_coroutine_drop(evl_ready *item)
{
	if (item->run == coroutine_run) {
		evloop_coroutine *coroutine = EVL_CONTAINER_OF(item, evloop_coroutine, ready);

		leave_scope(coroutine, NULL);
		OBJ_RELEASE(&coroutine->promise.std);
	}
}

/* Queued: give its place up. */
static void cancel_unstarted(evloop_coroutine *coroutine, zend_object *reason)
{
	zend_object *error;

	evloop_scope_cancel_coroutine(coroutine, reason);
	/* Unless what was called has seen to that. */
	if (evl_ready_is_queued(&coroutine->ready)) {
		error = evloop_error_cancelled(EVLOOP_CANCELLED, reason);
		evl_tick_remove(&coroutine->ready);
		end_unstarted(coroutine, error);
	}
}

void evloop_coroutine_cancel(evloop_coroutine *coroutine, zend_object *reason)
{
	zend_object *made = NULL;

	if (!evloop_promise_is_pending(&coroutine->promise) || coroutine->cancelled != NULL) {
		return;
	}
	if (coroutine->stack == NULL && !evl_ready_is_queued(&coroutine->ready)) {
		/* It has ended, and follows a promise that it returned. */
		evloop_cancel(&coroutine->promise, reason);
		return;
	}
	if (reason == NULL) {
		made = evloop_error_cancelled(EVLOOP_CANCELLED, NULL);
		reason = made;
	}
	if (coroutine->stack != NULL) {
		evloop_scope_cancel_coroutine(coroutine, reason);
	} else {
		cancel_unstarted(coroutine, reason);
	}
	if (made != NULL) {
		OBJ_RELEASE(made);
	}
}

void evloop_coroutine_throw_cancelled(const evloop_stack *stack)
{
	evloop_error_rethrow(evloop_error_cancelled(EVLOOP_CANCELLED, evloop_scope_reason(stack)));
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

	evloop_callback_gc(&coroutine->task, buffer);
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
	if (stack != NULL) {
		evloop_scope_gc_stack(stack, buffer);
	}
	if (coroutine->cancelled != NULL) {
		zend_get_gc_buffer_add_obj(buffer, coroutine->cancelled);
	}
	if (coroutine->scope != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &coroutine->scope->std);
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

/* HIGH, NORMAL, LOW in the order of the cases. */
static uint8_t priority_from(zend_object *priority)
{
	const char *name = Z_STRVAL_P(zend_enum_fetch_case_name(priority));

	return strcmp(name, "High") == 0  ? EVL_PRIORITY_HIGH
		   : strcmp(name, "Low") == 0 ? EVL_PRIORITY_LOW
									  : EVL_PRIORITY_NORMAL;
}

PHP_METHOD(Evloop_Coroutine, setPriority)
{
	evloop_coroutine *coroutine = evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_runtime *runtime = evloop_runtime_find(coroutine->promise.runtime_id);
	zend_object *priority;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(priority, ce_priority)
	ZEND_PARSE_PARAMETERS_END();

	if (runtime == NULL || !evl_ready_is_queued(&coroutine->ready)) {
		zend_throw_exception(
			evloop_ce_loop_exception, "Coroutine::setPriority(): the coroutine has started already", 0);
		RETURN_THROWS();
	}
	evl_tick_remove(&coroutine->ready);
	coroutine->ready.priority = priority_from(priority);
	evl_tick_push(&runtime->loop.tick, &coroutine->ready);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
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

PHP_METHOD(Evloop_Coroutine, getTrace)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_trace_get(evloop_coroutine_from_obj(Z_OBJ_P(ZEND_THIS)), return_value);
}

PHP_METHOD(Evloop_Coroutine, getCreationSite)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(evloop_site_text(&evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS))->site));
}

zend_result evloop_coroutine_minit(int module_number)
{
	ce_priority = register_class_Evloop_Priority();
	evloop_ce_coroutine = register_class_Evloop_Coroutine(evloop_ce_promise);
	evloop_ce_coroutine->create_object = coroutine_create_object;
	evloop_object_handlers(
		&coroutine_handlers, XtOffsetOf(evloop_coroutine, promise) + XtOffsetOf(evloop_promise, std));
	coroutine_handlers.dtor_obj = coroutine_dtor;
	coroutine_handlers.free_obj = coroutine_free;
	coroutine_handlers.get_gc = coroutine_get_gc;
	return SUCCESS;
}
