/* SPDX-License-Identifier: MIT */
/*
 * Watchers. An enabled one is pinned: the loop holds it. Firing takes it off the queue first; the callback may do anything to it.
 * PHP's thread only; timers and signals make it ready from inside the poll.
 */
#include "src/loop/watcher.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/coroutine/scheduler.h"
#include "zend_exceptions.h"

#include "stubs/Watcher_arginfo.h"

zend_class_entry *evloop_ce_watcher;
static zend_object_handlers watcher_handlers;

static evl_loop *the_loop(void)
{
	return &EVLOOP_G(runtime)->loop;
}

static void make_ready(evloop_watcher *watcher)
{
	if (!evl_ready_is_queued(&watcher->ready)) {
		evl_tick_push(&the_loop()->tick, &watcher->ready);
	}
}

/* Off every list, without giving up the source. */
static void rest(evloop_watcher *watcher)
{
	watcher->flags &= ~EVLOOP_WATCHER_ENABLED;
	evl_tick_remove(&watcher->ready);
	watcher->kind->stop(watcher);
}

static void watcher_fire(evl_ready *item)
{
	evloop_watcher *watcher = EVL_CONTAINER_OF(item, evloop_watcher, ready);
	evloop_callback callback;
	zval arguments[2];
	uint32_t count;

	GC_ADDREF(&watcher->std);
	evloop_callback_copy(&callback, &watcher->callback);
	count = watcher->kind->arguments(watcher, arguments);
	ZVAL_OBJ(&arguments[count], &watcher->std);
	if (watcher->kind->once) {
		evloop_watcher_cancel(watcher);
	}
	evloop_scheduler_run_callback(&callback, count + 1, arguments);
	evloop_callback_free(&callback);
	OBJ_RELEASE(&watcher->std);
}

static uint32_t no_arguments(evloop_watcher *watcher, zval *arguments)
{
	return 0;
}

static void nothing(evloop_watcher *watcher)
{
}

/* Deferred: the ready queue is its source. */

static bool deferred_start(evloop_watcher *watcher)
{
	evl_tick_push_deferred(&the_loop()->tick, &watcher->ready);
	return true;
}

static void deferred_reference(evloop_watcher *watcher, bool referenced)
{
}

const evloop_watcher_kind evloop_watcher_deferred = {
	deferred_start,
	nothing,
	deferred_reference,
	no_arguments,
	nothing,
	true,
};

/* Timers. */

static bool timer_begin(evloop_watcher *watcher, uint64_t deadline)
{
	if (UNEXPECTED(evl_timer_start(the_loop(), &watcher->timer, deadline) != 0)) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return false;
	}
	return true;
}

static bool timer_start(evloop_watcher *watcher)
{
	return timer_begin(watcher, evl_loop_now() + watcher->interval);
}

static void timer_stop(evloop_watcher *watcher)
{
	evl_timer_stop(the_loop(), &watcher->timer);
}

static void timer_reference(evloop_watcher *watcher, bool referenced)
{
	evl_timer_reference(the_loop(), &watcher->timer, referenced);
}

static void timer_due(evl_timer *timer)
{
	make_ready(EVL_CONTAINER_OF(timer, evloop_watcher, timer));
}

const evloop_watcher_kind evloop_watcher_delayed = {
	timer_start,
	timer_stop,
	timer_reference,
	no_arguments,
	nothing,
	true,
};

/* On its schedule: the next turn that is not over yet. In the poll, so a failure can only be kept for later. */
static void repeat_due(evl_timer *timer)
{
	evloop_watcher *watcher = EVL_CONTAINER_OF(timer, evloop_watcher, timer);
	uint64_t now = evl_loop_now();
	uint64_t next = timer->deadline + watcher->interval;

	if (next <= now && watcher->interval > 0) {
		next += (now - next) / watcher->interval * watcher->interval + watcher->interval;
	}
	/* Cannot fail: the heap has just given up this timer's slot. */
	(void) evl_timer_start(the_loop(), timer, next);
	make_ready(watcher);
}

const evloop_watcher_kind evloop_watcher_repeated = {
	timer_start,
	timer_stop,
	timer_reference,
	no_arguments,
	nothing,
	false,
};

/* Signals. */

static void signal_came(evl_signal *signal, void *owner)
{
	make_ready(owner);
}

static bool signal_start(evloop_watcher *watcher)
{
	int status = watcher->signal != NULL
					 ? 0
					 : evl_signal_open(&watcher->signal, the_loop(), watcher->signum, signal_came, watcher);

	if (status == 0) {
		evl_signal_reference(watcher->signal, !(watcher->flags & EVLOOP_WATCHER_UNREFERENCED));
		status = evl_signal_start(watcher->signal);
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "watching signal %d", watcher->signum);
		return false;
	}
	return true;
}

static void signal_stop(evloop_watcher *watcher)
{
	if (watcher->signal != NULL) {
		evl_signal_stop(watcher->signal);
	}
}

static void signal_reference(evloop_watcher *watcher, bool referenced)
{
	if (watcher->signal != NULL) {
		evl_signal_reference(watcher->signal, referenced);
	}
}

static uint32_t signal_arguments(evloop_watcher *watcher, zval *arguments)
{
	ZVAL_LONG(&arguments[0], watcher->signum);
	return 1;
}

static void signal_free(evloop_watcher *watcher)
{
	if (watcher->signal != NULL) {
		evl_handle_release(&watcher->signal->handle);
		watcher->signal = NULL;
	}
}

const evloop_watcher_kind evloop_watcher_signalled = {
	signal_start,
	signal_stop,
	signal_reference,
	signal_arguments,
	signal_free,
	false,
};

bool evloop_watcher_enable(evloop_watcher *watcher)
{
	if (watcher->flags & EVLOOP_WATCHER_ENABLED) {
		return true;
	}
	if (!watcher->kind->start(watcher)) {
		return false;
	}
	watcher->flags |= EVLOOP_WATCHER_ENABLED;
	evloop_pin_set(&watcher->pin, EVLOOP_G(runtime), &watcher->std);
	return true;
}

static void watcher_disable(evloop_watcher *watcher)
{
	if (watcher->flags & EVLOOP_WATCHER_ENABLED) {
		rest(watcher);
		evloop_pin_drop(&watcher->pin);
	}
}

void evloop_watcher_cancel(evloop_watcher *watcher)
{
	bool enabled = (watcher->flags & EVLOOP_WATCHER_ENABLED) != 0;

	if (watcher->flags & EVLOOP_WATCHER_CANCELLED) {
		return;
	}
	watcher->flags |= EVLOOP_WATCHER_CANCELLED;
	if (enabled) {
		rest(watcher);
	}
	watcher->kind->free(watcher);
	GC_ADDREF(&watcher->std);
	if (enabled) {
		evloop_pin_drop(&watcher->pin);
	}
	evloop_callback_free(&watcher->callback);
	OBJ_RELEASE(&watcher->std);
}

static zend_object *watcher_create_object(zend_class_entry *ce)
{
	evloop_watcher *watcher = evloop_object_alloc(sizeof(*watcher), ce);

	zend_object_std_init(&watcher->std, ce);
	watcher->std.handlers = &watcher_handlers;
	watcher->kind = &evloop_watcher_deferred;
	watcher->ready.run = watcher_fire;
	watcher->ready.priority = EVL_PRIORITY_NORMAL;
	ZVAL_UNDEF(&watcher->callback.callable);
	ZVAL_LONG(OBJ_PROP_NUM(&watcher->std, 0), 0);
	return &watcher->std;
}

evloop_watcher *evloop_watcher_new(
	const evloop_watcher_kind *kind, const zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	evloop_scheduler *scheduler = evloop_scheduler_get();
	evloop_watcher *watcher;

	if (scheduler == NULL) {
		return NULL;
	}
	watcher = evloop_watcher_from_obj(watcher_create_object(evloop_ce_watcher));
	watcher->kind = kind;
	evloop_callback_init(&watcher->callback, fci, fcc);
	ZVAL_LONG(OBJ_PROP_NUM(&watcher->std, 0), (zend_long) ++scheduler->runtime->last_id);
	if (kind == &evloop_watcher_delayed) {
		evl_timer_init(&watcher->timer, timer_due);
	} else if (kind == &evloop_watcher_repeated) {
		evl_timer_init(&watcher->timer, repeat_due);
	}
	return watcher;
}

static void watcher_free(zend_object *object)
{
	evloop_watcher *watcher = evloop_watcher_from_obj(object);

	/* An enabled one is freed only by the engine at the end of the request, when the loop is gone. */
	if (evloop_runtime_if_alive() != NULL && (watcher->flags & EVLOOP_WATCHER_ENABLED)) {
		rest(watcher);
	}
	watcher->kind->free(watcher);
	evloop_callback_free(&watcher->callback);
	zend_object_std_dtor(object);
}

static HashTable *watcher_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &evloop_watcher_from_obj(object)->callback.callable);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static evloop_watcher *this_watcher(zval *this)
{
	return evloop_watcher_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Watcher, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Watcher, cancel)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_watcher_cancel(this_watcher(ZEND_THIS));
}

PHP_METHOD(Evloop_Watcher, enable)
{
	evloop_watcher *watcher = this_watcher(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (watcher->flags & EVLOOP_WATCHER_CANCELLED) {
		zend_throw_exception(evloop_ce_loop_exception, "A cancelled watcher cannot be enabled again", 0);
		RETURN_THROWS();
	}
	if (evloop_runtime_get() == NULL || !evloop_watcher_enable(watcher)) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Watcher, disable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	watcher_disable(this_watcher(ZEND_THIS));
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

static void set_referenced(evloop_watcher *watcher, bool referenced)
{
	if (referenced) {
		watcher->flags &= ~EVLOOP_WATCHER_UNREFERENCED;
	} else {
		watcher->flags |= EVLOOP_WATCHER_UNREFERENCED;
	}
	if (!(watcher->flags & EVLOOP_WATCHER_CANCELLED) && evloop_runtime_if_alive() != NULL) {
		watcher->kind->reference(watcher, referenced);
	}
}

PHP_METHOD(Evloop_Watcher, reference)
{
	ZEND_PARSE_PARAMETERS_NONE();
	set_referenced(this_watcher(ZEND_THIS), true);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Watcher, unreference)
{
	ZEND_PARSE_PARAMETERS_NONE();
	set_referenced(this_watcher(ZEND_THIS), false);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Evloop_Watcher, isEnabled)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL((this_watcher(ZEND_THIS)->flags & EVLOOP_WATCHER_ENABLED) != 0);
}

PHP_METHOD(Evloop_Watcher, isReferenced)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL((this_watcher(ZEND_THIS)->flags & EVLOOP_WATCHER_UNREFERENCED) == 0);
}

PHP_METHOD(Evloop_Watcher, isCancelled)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL((this_watcher(ZEND_THIS)->flags & EVLOOP_WATCHER_CANCELLED) != 0);
}

zend_result evloop_watcher_minit(int module_number)
{
	evloop_ce_watcher = register_class_Evloop_Watcher();
	evloop_ce_watcher->create_object = watcher_create_object;
	evloop_object_handlers(&watcher_handlers, XtOffsetOf(evloop_watcher, std));
	watcher_handlers.free_obj = watcher_free;
	watcher_handlers.get_gc = watcher_get_gc;
	return SUCCESS;
}
