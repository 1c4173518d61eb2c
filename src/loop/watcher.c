/* SPDX-License-Identifier: MIT */
/*
 * Watchers. An enabled one is pinned: the loop holds it. Firing takes it off the queue first; the callback may do anything to it.
 * PHP's thread only; the sources make it ready from inside the poll.
 */
#include "src/loop/watcher.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/coroutine/scheduler.h"
#include "zend_exceptions.h"

#include "stubs/Watcher_arginfo.h"

zend_class_entry *evloop_ce_watcher;
static zend_object_handlers watcher_handlers;

void evloop_watcher_make_ready(evloop_watcher *watcher)
{
	if (!evl_ready_is_queued(&watcher->ready)) {
		evl_tick_push(&evloop_watcher_loop(watcher)->tick, &watcher->ready);
	}
}

/* Off every list, without giving up the source. */
static void rest(evloop_watcher *watcher)
{
	evl_loop *loop = evloop_watcher_loop(watcher);

	watcher->flags &= ~EVLOOP_WATCHER_ENABLED;
	evloop_runtime_unqueue(&watcher->ready);
	if (loop != NULL) {
		watcher->kind->stop(watcher, loop);
	}
}

static void watcher_fire(evl_ready *item)
{
	evloop_watcher *watcher = EVL_CONTAINER_OF(item, evloop_watcher, ready);
	evloop_callback callback;
	zval arguments[2];
	uint32_t count;

	GC_ADDREF(&watcher->std);
	if (watcher->kind->before != NULL && !watcher->kind->before(watcher)) {
		OBJ_RELEASE(&watcher->std);
		return;
	}
	evloop_callback_copy(&callback, &watcher->callback);
	count = watcher->kind->arguments(watcher, arguments);
	ZVAL_OBJ(&arguments[count], &watcher->std);
	if (watcher->kind->once) {
		evloop_watcher_cancel(watcher);
	}
	evloop_scheduler_run_callback(&callback, count + 1, arguments);
	evloop_callback_free(&callback);
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
	if (watcher->kind->after != NULL && (watcher->flags & EVLOOP_WATCHER_ENABLED) && EG(exception) == NULL) {
		watcher->kind->after(watcher);
	}
	OBJ_RELEASE(&watcher->std);
}

bool evloop_watcher_enable(evloop_watcher *watcher)
{
	evloop_runtime *runtime = evloop_runtime_find(watcher->runtime_id);

	if (watcher->flags & EVLOOP_WATCHER_ENABLED) {
		return true;
	}
	if (UNEXPECTED(runtime == NULL)) {
		zend_throw_exception(evloop_ce_loop_exception, "The loop of this watcher has ended", 0);
		return false;
	}
	if (!watcher->kind->start(watcher, &runtime->loop)) {
		return false;
	}
	watcher->flags |= EVLOOP_WATCHER_ENABLED;
	evloop_pin_set(&watcher->pin, runtime, &watcher->std);
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

/* "#7 repeat, waits for 0.1 s of 0.5 s, made at file:line". */
void evloop_watcher_describe(const evloop_watcher *watcher, smart_str *text)
{
	zend_string *site = evloop_site_text(&watcher->site);

	smart_str_append_printf(
		text, "#" ZEND_LONG_FMT " %s, ", Z_LVAL_P(OBJ_PROP_NUM(&watcher->std, 0)), watcher->kind->name);
	if (watcher->flags & EVLOOP_WATCHER_UNREFERENCED) {
		smart_str_appends(text, "unreferenced, ");
	}
	if (evl_ready_is_queued(&watcher->ready)) {
		smart_str_appends(text, "ready");
	} else {
		smart_str_appends(text, "waits for ");
		watcher->kind->describe(watcher, text);
	}
	smart_str_append_printf(text, ", made at %s", ZSTR_VAL(site));
	zend_string_release(site);
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
	watcher->runtime_id = scheduler->runtime->id;
	evloop_site_take(&watcher->site);
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
	evloop_site_free(&watcher->site);
	zend_object_std_dtor(object);
}

static HashTable *watcher_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_watcher *watcher = evloop_watcher_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_callback_gc(&watcher->callback, buffer);
	if (watcher->kind == &evloop_watcher_readable || watcher->kind == &evloop_watcher_writable) {
		zend_get_gc_buffer_add_zval(buffer, &watcher->source);
	}
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
	if (!(watcher->flags & EVLOOP_WATCHER_CANCELLED) && evloop_runtime_if_alive() != NULL &&
		evloop_watcher_loop(watcher) != NULL) {
		watcher->kind->reference(watcher, evloop_watcher_loop(watcher), referenced);
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
