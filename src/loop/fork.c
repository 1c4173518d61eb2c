/* SPDX-License-Identifier: MIT */
/*
 * The function pcntl_fork() is wrapped. A coroutine would go on in both processes, and so would {main} where it waits, so a fork is
 * refused while one is alive, and in a signal handler that interrupts the waiting. The child
 * shares the kernel's event sets with its parent until it has let go of them: that comes first; then its copy of the loop is torn down
 * as at the end of a request, telling nobody, and the first use makes a fresh one. Sockets are closed, not shut down: the parent's
 * stay open. PHP's thread only.
 */
#include "src/loop/fork.h"

#include "src/coroutine/scheduler.h"
#include "src/coroutine/watchdog.h"
#include "src/loop/watcher.h"
#include "src/promise/rejection.h"
#include "src/reactor/req.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

static zif_handler fork_before;

static bool is_allowed(const evloop_runtime *runtime)
{
	const evloop_scheduler *scheduler = runtime->scheduler;

	if (scheduler == NULL) {
		return true;
	}
	if (evloop_scheduler_is_inside() || runtime->outer != NULL || scheduler->coroutines > 0) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
			"pcntl_fork() is for {main} while no coroutine is alive: %" PRIu32 " would go on in both processes",
			scheduler->coroutines + (evloop_scheduler_is_inside() ? 1 : 0));
		return false;
	}
	if (scheduler->driver != NULL) {
		zend_throw_exception(spl_ce_LogicException,
			"pcntl_fork() is not for signal handlers while {main} waits in the loop: it would wait on in both "
			"processes",
			0);
		return false;
	}
	return true;
}

/* What the parent was told or will be told is not for the child. */
static void forget_errors(evloop_runtime *runtime)
{
	zend_object *error;

	while (!evl_list_is_empty(&runtime->unhandled)) {
		evloop_rejection_handle(EVL_CONTAINER_OF(runtime->unhandled.next, evloop_promise, unhandled));
	}
	while ((error = evloop_runtime_take_error(runtime)) != NULL) {
		OBJ_RELEASE(error);
	}
}

static void cancel_watchers(evloop_runtime *runtime)
{
	evl_list *node = runtime->pins.next;

	while (node != &runtime->pins) {
		zend_object *object = EVL_CONTAINER_OF(node, evloop_pin, link)->object;

		node = node->next;
		if (object->ce == evloop_ce_watcher) {
			evloop_watcher_cancel(evloop_watcher_from_obj(object));
			node = runtime->pins.next;
		}
	}
}

static void begin_child(evloop_runtime *runtime)
{
	evl_loop_forked(&runtime->loop);
	evloop_watchdog_forget(runtime);
	forget_errors(runtime);
	cancel_watchers(runtime);
	runtime->nested = true; /* the request goes on without it */
	evloop_scheduler_leave(runtime);
}

static ZEND_FUNCTION(on_fork)
{
	evloop_runtime *runtime = evloop_runtime_if_alive();

	if (runtime != NULL && !is_allowed(runtime)) {
		RETURN_THROWS();
	}
	fork_before(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	if (Z_TYPE_P(return_value) == IS_LONG && Z_LVAL_P(return_value) == 0) {
		if (runtime != NULL) {
			begin_child(runtime);
		}
		evl_requests_forked();
	}
}

zend_result evloop_fork_minit(int module_number)
{
	zend_internal_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("pcntl_fork"));

	if (function != NULL) {
		fork_before = function->handler;
		function->handler = ZEND_FN(on_fork);
	}
	return SUCCESS;
}
