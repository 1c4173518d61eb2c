/* SPDX-License-Identifier: MIT */
/*
 * The class Loop. Its automatic run is a shutdown function registered in RINIT: that is the first one, so for the program it is as if
 * {main} went on, and it runs before the user's own shutdown functions. PHP's thread only.
 */
#include "src/loop/loop.h"

#include "src/base/compat.h"
#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/coroutine.h"
#include "src/coroutine/interrupt.h"
#include "src/loop/inspect.h"
#include "src/loop/isolate.h"
#include "src/loop/watcher.h"
#include "src/promise/rejection.h"
#include "ext/spl/spl_exceptions.h"
#include "ext/standard/basic_functions.h"
#include "zend_exceptions.h"

#include <signal.h>

#include "stubs/Loop_arginfo.h"

/* What Loop::queue() queues. */
typedef struct microtask {
	evl_ready ready;
	evloop_callback callback;
	uint32_t count;
	zval arguments[];
} microtask;

static void microtask_run(evl_ready *item)
{
	microtask *self = EVL_CONTAINER_OF(item, microtask, ready);

	if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
		evloop_scheduler_run_callback(&self->callback, self->count, self->arguments);
	}
	for (uint32_t i = 0; i < self->count; i++) {
		zval_ptr_dtor(&self->arguments[i]);
	}
	evloop_callback_free(&self->callback);
	efree(self);
}

static bool refuse_inside(const char *method)
{
	if (evloop_scheduler_get() == NULL) {
		return true;
	}
	if (evloop_scheduler_is_inside()) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
			"%s drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for",
			method);
		return true;
	}
	return false;
}

PHP_METHOD(Evloop_Loop, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Loop, run)
{
	ZEND_PARSE_PARAMETERS_NONE();

	if (refuse_inside("Loop::run()")) {
		RETURN_THROWS();
	}
	evloop_scheduler_drive(EVLOOP_DRIVE_RUN);
}

/* Poll first, so that what it finds runs in this very tick. */
static void poll_once(evloop_scheduler *scheduler, bool block)
{
	evl_loop *loop = &scheduler->runtime->loop;
	bool work = evl_tick_has_work(&loop->tick);

	loop->touched = true;
	loop->polled_at = 0;
	evl_tick_begin(&loop->tick);
	evl_loop_poll(loop, block && !work);
	if (evloop_interrupt_is_pending()) {
		evloop_interrupt_take(scheduler->runtime);
	}
}

PHP_METHOD(Evloop_Loop, runOnce)
{
	bool block = true;
	evloop_scheduler *scheduler;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(block)
	ZEND_PARSE_PARAMETERS_END();

	if (refuse_inside("Loop::runOnce()")) {
		RETURN_THROWS();
	}
	scheduler = EVLOOP_G(runtime)->scheduler;
	poll_once(scheduler, block);
	if (!evloop_scheduler_drive(EVLOOP_DRIVE_ONCE)) {
		RETURN_THROWS();
	}
	evl_loop_flush(&scheduler->runtime->loop);
	RETURN_BOOL(evloop_scheduler_has_work(scheduler));
}

PHP_METHOD(Evloop_Loop, stop)
{
	ZEND_PARSE_PARAMETERS_NONE();

	if (EVLOOP_G(runtime) != NULL && EVLOOP_G(runtime)->scheduler != NULL) {
		EVLOOP_G(runtime)->scheduler->stopping = true;
	}
}

PHP_METHOD(Evloop_Loop, isRunning)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(EVLOOP_G(runtime) != NULL && EVLOOP_G(runtime)->scheduler != NULL &&
				EVLOOP_G(runtime)->scheduler->driver != NULL);
}

PHP_METHOD(Evloop_Loop, queue)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval *arguments = NULL;
	int count = 0;
	evloop_scheduler *scheduler;
	microtask *self;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', arguments, count)
	ZEND_PARSE_PARAMETERS_END();

	scheduler = evloop_scheduler_get();
	if (scheduler == NULL) {
		RETURN_THROWS();
	}
	self = safe_emalloc((size_t) count, sizeof(zval), sizeof(*self));
	self->ready = (evl_ready){.run = microtask_run, .priority = EVL_PRIORITY_NORMAL};
	evloop_callback_init(&self->callback, &fci, &fcc);
	self->count = (uint32_t) count;
	for (int i = 0; i < count; i++) {
		ZVAL_COPY(&self->arguments[i], &arguments[i]);
	}
	evl_tick_push_microtask(&scheduler->runtime->loop.tick, &self->ready);
}

/* Enable a new watcher and return it. */
static void return_enabled(evloop_watcher *watcher, zval *return_value)
{
	if (!evloop_watcher_enable(watcher)) {
		evloop_watcher_cancel(watcher);
		OBJ_RELEASE(&watcher->std);
		return;
	}
	RETURN_OBJ(&watcher->std);
}

PHP_METHOD(Evloop_Loop, defer)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_watcher *watcher;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	watcher = evloop_watcher_new(&evloop_watcher_deferred, &fci, &fcc);
	if (watcher == NULL) {
		RETURN_THROWS();
	}
	return_enabled(watcher, return_value);
}

/* delay() and repeat(). */
static void start_timer(INTERNAL_FUNCTION_PARAMETERS, const evloop_watcher_kind *kind)
{
	double seconds;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_watcher *watcher;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_DOUBLE(seconds)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_duration_check(seconds, 1)) {
		RETURN_THROWS();
	}
	watcher = evloop_watcher_new(kind, &fci, &fcc);
	if (watcher == NULL) {
		RETURN_THROWS();
	}
	evloop_watcher_set_timer(watcher, seconds);
	return_enabled(watcher, return_value);
}

PHP_METHOD(Evloop_Loop, delay)
{
	start_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, &evloop_watcher_delayed);
}

PHP_METHOD(Evloop_Loop, repeat)
{
	start_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, &evloop_watcher_repeated);
}

/* onReadable() and onWritable(). */
static void watch(INTERNAL_FUNCTION_PARAMETERS, const evloop_watcher_kind *kind)
{
	zval *source;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_watcher *watcher;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(source)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	watcher = evloop_watcher_new(kind, &fci, &fcc);
	if (watcher == NULL) {
		RETURN_THROWS();
	}
	if (!evloop_watcher_set_source(watcher, source)) {
		evloop_watcher_cancel(watcher);
		OBJ_RELEASE(&watcher->std);
		RETURN_THROWS();
	}
	return_enabled(watcher, return_value);
}

PHP_METHOD(Evloop_Loop, onReadable)
{
	watch(INTERNAL_FUNCTION_PARAM_PASSTHRU, &evloop_watcher_readable);
}

PHP_METHOD(Evloop_Loop, onWritable)
{
	watch(INTERNAL_FUNCTION_PARAM_PASSTHRU, &evloop_watcher_writable);
}

PHP_METHOD(Evloop_Loop, onSignal)
{
	zend_long signum;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_watcher *watcher;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(signum)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (signum < 1 || signum >= NSIG || signum == SIGKILL || signum == SIGSTOP) {
		zend_argument_value_error(1, "must be a signal that can be caught, " ZEND_LONG_FMT " is not", signum);
		RETURN_THROWS();
	}
	watcher = evloop_watcher_new(&evloop_watcher_signalled, &fci, &fcc);
	if (watcher == NULL) {
		RETURN_THROWS();
	}
	watcher->signum = (int) signum;
	return_enabled(watcher, return_value);
}

PHP_METHOD(Evloop_Loop, cancel)
{
	zval *watcher;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJECT_OF_CLASS(watcher, evloop_ce_watcher)
	ZEND_PARSE_PARAMETERS_END();

	evloop_watcher_cancel(evloop_watcher_from_obj(Z_OBJ_P(watcher)));
}

PHP_METHOD(Evloop_Loop, now)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_DOUBLE((double) evl_loop_now() / 1e9);
}

PHP_METHOD(Evloop_Loop, isolate)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback task;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	evloop_callback_init(&task, &fci, &fcc);
	evloop_isolate(&task, return_value);
}

PHP_METHOD(Evloop_Loop, metrics)
{
	evloop_scheduler *scheduler;

	ZEND_PARSE_PARAMETERS_NONE();
	scheduler = evloop_scheduler_get();
	if (scheduler == NULL) {
		RETURN_THROWS();
	}
	evloop_loop_metrics(scheduler, return_value);
}

PHP_METHOD(Evloop_Loop, dump)
{
	evloop_scheduler *scheduler;

	ZEND_PARSE_PARAMETERS_NONE();
	scheduler = evloop_scheduler_get();
	if (scheduler == NULL) {
		RETURN_THROWS();
	}
	RETURN_STR(evloop_loop_dump(scheduler));
}

PHP_METHOD(Evloop_Loop, setErrorHandler)
{
	zend_fcall_info fci = empty_fcall_info;
	zend_fcall_info_cache fcc = empty_fcall_info_cache;
	evloop_runtime *runtime;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	runtime = evloop_runtime_get();
	if (runtime == NULL) {
		RETURN_THROWS();
	}
	if (evloop_callback_is_set(&runtime->error_handler)) {
		RETVAL_COPY(&runtime->error_handler.callable);
		evloop_callback_free(&runtime->error_handler);
	}
	if (ZEND_FCI_INITIALIZED(fci)) {
		evloop_callback_init(&runtime->error_handler, &fci, &fcc);
	}
}

/* The loop has ended: what waits now waits for ever, and who was rejected unseen stays unseen. */
static void report_leftovers(evloop_scheduler *scheduler)
{
	zend_string *waiting = evloop_coroutine_list_waiting(scheduler);

	if (ZSTR_LEN(waiting) > 0 && EVLOOP_G(deadlock) == EVLOOP_DEADLOCK_WARN) {
		zend_error(E_WARNING, "evloop: coroutines wait for what can never happen any more:%s", ZSTR_VAL(waiting));
	} else if (ZSTR_LEN(waiting) > 0 && EVLOOP_G(deadlock) == EVLOOP_DEADLOCK_THROW) {
		evloop_runtime_report(evloop_error_new(evloop_ce_deadlock_exception,
								  "Coroutines wait for what can never happen any more:%s", ZSTR_VAL(waiting)),
			NULL);
	}
	zend_string_release(waiting);
	evloop_rejection_report_all(scheduler->runtime);
}

static bool should_run_at_end(const evloop_runtime *runtime)
{
	/* Without a scheduler there were only promises; their handlers and reports are due all the same. */
	return runtime != NULL && !runtime->broken && (runtime->scheduler == NULL || !runtime->scheduler->stopped) &&
		   !EVLOOP_G(exited) && EG(exit_status) != 255 && !CG(unclean_shutdown);
}

/* What came out of the loop ends the program as it would out of {main}; the user's shutdown functions still run. */
static void end_uncaught(void)
{
	if (Z_TYPE(EG(user_exception_handler)) != IS_UNDEF) {
		zend_user_exception_handler();
	}
	if (EG(exception) != NULL) {
		zend_exception_error(EG(exception), E_ERROR);
	}
}

/* The script's end; `exit_status` 255 is what an uncaught exception leaves. */
static ZEND_FUNCTION(run_at_end)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	evloop_scheduler_find_broken();
	if (!should_run_at_end(runtime)) {
		return;
	}
	if (evloop_scheduler_drive(EVLOOP_DRIVE_RUN) && !runtime->scheduler->stopped) {
		report_leftovers(runtime->scheduler);
		/* Handlers run on the loop; without one the errors come out of it. */
		evloop_scheduler_drive(EVLOOP_DRIVE_RUN);
	}
	if (EG(exception) != NULL && !evloop_error_is_unwind(EG(exception))) {
		end_uncaught();
	}
}

ZEND_BEGIN_ARG_INFO_EX(arginfo_run_at_end, 0, 0, 0)
ZEND_END_ARG_INFO()

/* Not in the function table: nobody calls it by name. */
static zend_internal_function run_at_end_function = {
	.type = ZEND_INTERNAL_FUNCTION,
	.handler = ZEND_FN(run_at_end),
	.arg_info = (zend_internal_arg_info *) (arginfo_run_at_end + 1),
};

void evloop_loop_rinit(void)
{
	php_shutdown_function_entry entry;

	/* PHP leaves what an earlier request of this process ended with, and we take it for this one's. */
	EG(exit_status) = 0;
	memset(&entry, 0, sizeof(entry));
#ifdef EVLOOP_SHUTDOWN_ENTRY_HAS_FCI
	entry.fci.size = sizeof(entry.fci);
	ZVAL_STR(&entry.fci.function_name, run_at_end_function.function_name);
#endif
	entry.fci_cache.function_handler = (zend_function *) &run_at_end_function;
	append_user_shutdown_function(&entry);
}

#ifdef EVLOOP_EXIT_IS_OPCODE
static user_opcode_handler_t exit_before;

static int on_exit_opcode(zend_execute_data *execute_data)
{
	EVLOOP_G(exited) = true;
	return exit_before != NULL ? exit_before(execute_data) : ZEND_USER_OPCODE_DISPATCH;
}

static void watch_exit(void)
{
	exit_before = zend_get_user_opcode_handler(ZEND_EXIT);
	zend_set_user_opcode_handler(ZEND_EXIT, on_exit_opcode);
}
#else
static zif_handler exit_before;

static ZEND_FUNCTION(on_exit)
{
	EVLOOP_G(exited) = true;
	exit_before(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static void watch_exit(void)
{
	zend_internal_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("exit"));

	if (function != NULL) {
		exit_before = function->handler;
		function->handler = ZEND_FN(on_exit);
	}
}
#endif

zend_result evloop_loop_minit(int module_number)
{
	run_at_end_function.function_name = zend_string_init_interned(ZEND_STRL("Evloop\\run_at_end"), true);
	register_class_Evloop_Loop();
	watch_exit();
	return SUCCESS;
}
