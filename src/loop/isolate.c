/* SPDX-License-Identifier: MIT */
/*
 * A fresh runtime and scheduler are put in front of the present ones, which stand still until the main coroutine has ended: whoever
 * called is the driver of the new loop, also on the stack of a coroutine of the outer one. Then everything that the new loop holds is
 * closed while it still stands: watchers are cancelled, coroutines unwound (their finally blocks run). Objects that the program keeps
 * outlive their loop, as they do at the end of a request.
 *
 * What the main coroutine threw goes to the caller; else the first error that nobody took; the others go to the outer loop's handler.
 * PHP's thread only.
 */
#include "src/loop/isolate.h"

#include "src/base/error.h"
#include "src/coroutine/await.h"
#include "src/coroutine/coroutine.h"
#include "src/coroutine/dump.h"
#include "src/loop/inspect.h"
#include "src/loop/watcher.h"
#include "src/promise/rejection.h"

/* Coroutines that unwinding starts are never begun; those it leaves waiting are unwound in the next round. */
#define ROUNDS 8

static bool is_referenced(const evloop_watcher *watcher)
{
	return !(watcher->flags & EVLOOP_WATCHER_UNREFERENCED);
}

/* Whether the main coroutine left anything that would have kept its loop alive. */
static bool has_leftovers(const evloop_scheduler *scheduler)
{
	const evl_list *pins = &scheduler->runtime->pins;

	if (scheduler->coroutines > 0) {
		return true;
	}
	for (const evl_list *node = pins->next; node != pins; node = node->next) {
		zend_object *object = EVL_CONTAINER_OF(node, evloop_pin, link)->object;

		if (object->ce != evloop_ce_watcher || is_referenced(evloop_watcher_from_obj(object))) {
			return true;
		}
	}
	return false;
}

static void report_leftovers(const evloop_scheduler *scheduler)
{
	zend_string *text;

	if (has_leftovers(scheduler)) {
		text = evloop_loop_dump(scheduler);
		zend_error(E_WARNING, "Loop::isolate() closes what its main coroutine has left:\n%s", ZSTR_VAL(text));
		zend_string_release(text);
	}
}

static void cancel_watchers(evloop_runtime *runtime)
{
	evl_list *node = runtime->pins.next;

	while (node != &runtime->pins) {
		zend_object *object = EVL_CONTAINER_OF(node, evloop_pin, link)->object;

		if (object->ce == evloop_ce_watcher) {
			evloop_watcher_cancel(evloop_watcher_from_obj(object));
			/* Destructors may have run, and changed the list. */
			node = runtime->pins.next;
		} else {
			node = node->next;
		}
	}
}

static void keep_error(evloop_runtime *runtime)
{
	zend_object *error = evloop_error_take();

	if (error != NULL) {
		evloop_runtime_push_error(runtime, error);
	}
}

/* A coroutine that waits, with a reference for the caller; NULL when there is none. */
static zend_object *find_waiting(evloop_scheduler *scheduler)
{
	evl_list *stacks = &scheduler->fibers.stacks;

	for (evl_list *node = stacks->next; node != stacks; node = node->next) {
		evloop_stack *stack = EVL_CONTAINER_OF(node, evloop_stack, link);

		if (stack->busy && stack->coroutine != NULL) {
			GC_ADDREF(stack->coroutine);
			return stack->coroutine;
		}
	}
	return NULL;
}

static void unwind_coroutines(evloop_scheduler *scheduler)
{
	zend_object *object;
	uint32_t rounds = scheduler->fibers.stack_count * ROUNDS;

	while (rounds-- > 0 && (object = find_waiting(scheduler)) != NULL) {
		evloop_stack_unwind(evloop_coroutine_from_obj(object)->stack);
		keep_error(scheduler->runtime);
		OBJ_RELEASE(object);
	}
}

/* Close all, with no exception pending. */
static void close_all(evloop_scheduler *scheduler, bool report)
{
	evloop_runtime *runtime = scheduler->runtime;

	if (report) {
		report_leftovers(scheduler);
		keep_error(runtime);
	}
	cancel_watchers(runtime);
	unwind_coroutines(scheduler);
	evloop_scheduler_drop_queued(scheduler);
	evloop_rejection_report_all(runtime);
	/* A handler of this loop has its say; what it starts is closed with the rest. */
	if (evloop_callback_is_set(&runtime->error_handler) && evl_tick_has_work(&runtime->loop.tick)) {
		evloop_scheduler_drive(EVLOOP_DRIVE_ONCE);
		keep_error(runtime);
		cancel_watchers(runtime);
		unwind_coroutines(scheduler);
	}
}

/* Back in the outer loop: throw the first, report the others. */
static void pass_on(zend_object *exception, zend_object **errors, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (exception == NULL) {
			exception = errors[i];
		} else if (evloop_error_is_unwind(errors[i])) {
			OBJ_RELEASE(errors[i]);
		} else {
			evloop_runtime_report(errors[i], NULL);
		}
	}
	if (errors != NULL) {
		efree(errors);
	}
	if (exception != NULL) {
		evloop_error_rethrow(exception);
	}
}

static void end_isolation(evloop_scheduler *scheduler, bool ended, zval *result)
{
	evloop_runtime *runtime = scheduler->runtime;
	zend_object *exception = evloop_error_take();
	zend_object **errors;
	uint32_t count;

	/* When the main coroutine has not ended, the exception says why. */
	close_all(scheduler, ended && (exception == NULL || !evloop_error_is_unwind(exception)));
	errors = runtime->errors;
	count = runtime->error_count;
	runtime->errors = NULL;
	runtime->error_count = 0;
	evloop_scheduler_leave(runtime);
	pass_on(exception, errors, count);
	if (EG(exception) != NULL && !Z_ISUNDEF_P(result)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
}

void evloop_isolate(evloop_callback *main, zval *result)
{
	evloop_scheduler *scheduler = evloop_scheduler_enter();
	evloop_coroutine *coroutine;
	bool ended = false;

	ZVAL_UNDEF(result);
	if (scheduler == NULL) {
		evloop_callback_free(main);
		return;
	}
	coroutine = evloop_coroutine_spawn(main, 0, NULL, NULL);
	if (coroutine == NULL) {
		evloop_callback_free(main);
	} else {
		/* Its failure is thrown here and nowhere else. */
		evloop_rejection_handle(&coroutine->promise);
		GC_ADDREF(&coroutine->promise.std);
		evloop_await(&coroutine->promise, -1.0, NULL, result);
		ended = !evloop_promise_is_pending(&coroutine->promise);
		OBJ_RELEASE(&coroutine->promise.std);
	}
	end_isolation(scheduler, ended, result);
}
