/* SPDX-License-Identifier: MIT */
/*
 * Making, reporting to and ending the request's runtime. PHP's thread only.
 */
#include "src/base/runtime.h"

#include "src/base/error.h"
#include "src/base/landing.h"
#include "src/base/pin.h"
#include "src/core/mem.h"
#include "zend_exceptions.h"

/* An exception on its way to the error handler; runs as a microtask, so that the handler may await. */
typedef struct report {
	evl_ready ready;
	zend_object *exception;
	zend_object *coroutine;
	zend_string *site; /* may be NULL */
} report;

/* See ./dev stress: the suite in another order of what is ready. */
static void permute(evl_tick *tick)
{
#ifdef EVLOOP_DEBUG
	const char *seed = getenv("EVLOOP_SCHED_SEED");

	if (seed != NULL) {
		evl_tick_permute(tick, strtoull(seed, NULL, 10));
	}
#endif
}

static evloop_runtime *runtime_create(void)
{
	evloop_runtime *runtime = evl_calloc(1, sizeof(*runtime));
	int status = UV_ENOMEM;

	if (runtime != NULL) {
		status = evl_loop_init(&runtime->loop, (uint32_t) EVLOOP_G(io_budget), (uint32_t) EVLOOP_G(microtask_budget));
	}
	if (status != 0) {
		evl_free(runtime);
		zend_throw_exception_ex(evloop_ce_loop_exception, -status, "The event loop could not be created: %s (%s)",
			uv_strerror(status), uv_err_name(status));
		return NULL;
	}
	evl_list_init(&runtime->pins);
	evl_list_init(&runtime->unhandled);
	ZVAL_UNDEF(&runtime->error_handler.callable);
	runtime->id = ++EVLOOP_G(runtimes);
	permute(&runtime->loop.tick);
	return runtime;
}

void evloop_runtime_configure(evloop_runtime *runtime)
{
	runtime->loop.tick.io_budget = (uint32_t) EVLOOP_G(io_budget);
	runtime->loop.tick.microtask_budget = (uint32_t) EVLOOP_G(microtask_budget);
}

evloop_runtime *evloop_runtime_get(void)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	if (EXPECTED(runtime != NULL && !runtime->broken)) {
		return runtime;
	}
	if (runtime != NULL || EVLOOP_G(closed)) {
		zend_throw_exception(evloop_ce_loop_exception,
			runtime != NULL ? "The event loop ended with a fatal error"
							: "The event loop is closed: the request is over",
			0);
		return NULL;
	}
	EVLOOP_G(runtime) = runtime_create();
	return EVLOOP_G(runtime);
}

bool evloop_runtime_nest(void)
{
	evloop_runtime *outer = EVLOOP_G(runtime);
	evloop_runtime *runtime;

	if (outer != NULL ? evloop_runtime_get() == NULL : EVLOOP_G(closed)) {
		if (outer == NULL) {
			zend_throw_exception(evloop_ce_loop_exception, "The event loop is closed: the request is over", 0);
		}
		return false;
	}
	runtime = runtime_create();
	if (runtime == NULL) {
		return false;
	}
	runtime->outer = outer;
	runtime->nested = true;
	EVLOOP_G(runtime) = runtime;
	return true;
}

void evloop_runtime_push_error(evloop_runtime *runtime, zend_object *exception)
{
	runtime->errors = safe_erealloc(runtime->errors, runtime->error_count + 1, sizeof(zend_object *), 0);
	runtime->errors[runtime->error_count++] = exception;
}

zend_object *evloop_runtime_take_error(evloop_runtime *runtime)
{
	zend_object *first;

	if (runtime->error_count == 0) {
		return NULL;
	}
	first = runtime->errors[0];
	runtime->error_count--;
	memmove(runtime->errors, runtime->errors + 1, runtime->error_count * sizeof(zend_object *));
	return first;
}

static void report_run(evl_ready *item)
{
	report *self = EVL_CONTAINER_OF(item, report, ready);
	evloop_runtime *runtime = EVLOOP_G(runtime);
	evloop_callback handler;
	zval arguments[3];
	zval result;

	ZVAL_OBJ(&arguments[0], self->exception);
	if (self->coroutine != NULL) {
		ZVAL_OBJ(&arguments[1], self->coroutine);
	} else {
		ZVAL_NULL(&arguments[1]);
	}
	if (self->site != NULL) {
		ZVAL_STR(&arguments[2], self->site);
	} else {
		ZVAL_NULL(&arguments[2]);
	}
	efree(self);

	if (runtime->dropping || !evloop_callback_is_set(&runtime->error_handler)) {
		/* Too late, or the handler was taken away meanwhile. */
		evloop_runtime_push_error(runtime, Z_OBJ(arguments[0]));
		zval_ptr_dtor(&arguments[1]);
		zval_ptr_dtor(&arguments[2]);
		return;
	}

	evloop_callback_copy(&handler, &runtime->error_handler);
	evloop_callback_call(&handler, &result, 3, arguments);
	evloop_callback_free(&handler);
	zval_ptr_dtor(&result);
	for (int i = 0; i < 3; i++) {
		zval_ptr_dtor(&arguments[i]);
	}

	if (UNEXPECTED(EG(exception) != NULL) && !evloop_error_is_unwind(EG(exception))) {
		evloop_runtime_push_error(runtime, evloop_error_take());
	}
}

/* One more line of getTrace(): "#2 /path/file.php(12): [a promise made here was rejected, and nobody looked]()". */
static void add_to_trace(zend_object *exception, const evloop_site *site)
{
	zval frames;

	array_init_size(&frames, 1);
	evloop_error_add_frame(&frames, site, "[a promise made here was rejected, and nobody looked]");
	evloop_error_extend_trace(exception, Z_ARR(frames));
	zval_ptr_dtor(&frames);
}

void evloop_runtime_report_made_at(zend_object *exception, zend_object *coroutine, const evloop_site *site)
{
	evloop_runtime *runtime = evloop_runtime_if_alive();
	report *item;

	if (runtime == NULL || !evloop_callback_is_set(&runtime->error_handler)) {
		/* What left a coroutine says already where that was started. */
		if (site != NULL && site->file != NULL && (coroutine == NULL || !evloop_error_is_extended(exception))) {
			add_to_trace(exception, site);
		}
		if (runtime != NULL) {
			evloop_runtime_push_error(runtime, exception);
		} else {
			/* Too late for a handler, but never silent. */
			zend_exception_error(exception, E_WARNING);
		}
		return;
	}

	item = ecalloc(1, sizeof(*item));
	item->ready.run = report_run;
	item->ready.priority = EVL_PRIORITY_NORMAL;
	item->exception = exception;
	item->coroutine = coroutine;
	item->site = site != NULL && site->file != NULL ? evloop_site_text(site) : NULL;
	if (coroutine != NULL) {
		GC_ADDREF(coroutine);
	}
	evl_tick_push_microtask(&runtime->loop.tick, &item->ready);
}

void evloop_runtime_report(zend_object *exception, zend_object *coroutine)
{
	evloop_runtime_report_made_at(exception, coroutine, NULL);
}

/* What never got to run frees itself now; reports are told. */
static void drop_microtasks(evloop_runtime *runtime)
{
	evl_list *node;

	runtime->dropping = true;
	while ((node = evl_list_shift(&runtime->loop.tick.microtasks)) != NULL) {
		evl_ready *item = EVL_CONTAINER_OF(node, evl_ready, link);

		item->run(item);
	}
}

void evloop_runtime_break(void)
{
	for (evloop_runtime *runtime = EVLOOP_G(runtime); runtime != NULL; runtime = runtime->outer) {
		runtime->broken = true;
		evl_loop_forget(&runtime->loop);
	}
}

static void drop_errors(evloop_runtime *runtime)
{
	for (uint32_t i = 0; i < runtime->error_count; i++) {
		zend_exception_error(runtime->errors[i], E_WARNING);
	}
	if (runtime->errors != NULL) {
		efree(runtime->errors);
	}
}

/* The engine drops the objects with its heap. */
static void forget_pins(evloop_runtime *runtime)
{
	for (const evl_list *link = runtime->pins.next; link != &runtime->pins; link = link->next) {
		evl_count(EVL_COUNT_PINS, -1);
	}
}

void evloop_runtime_destroy(evloop_runtime *runtime)
{
	/* After a fatal error PHP's heap is not to be touched: the engine drops it whole. */
	bool clean = !CG(unclean_shutdown) && !runtime->broken;

	if (clean) {
		drop_microtasks(runtime);
		drop_errors(runtime);
	}
	EVLOOP_G(runtime) = runtime->outer;
	EVLOOP_G(closed) = !runtime->nested;
	if (!clean) {
		forget_pins(runtime);
		evl_loop_disown_frames(&runtime->loop);
	}
	evl_loop_destroy(&runtime->loop);
	evloop_landing_free(&runtime->loop, clean);

	while (clean && !evl_list_is_empty(&runtime->pins)) {
		evloop_pin_drop(EVL_CONTAINER_OF(runtime->pins.next, evloop_pin, link));
	}
	if (clean) {
		evloop_callback_free(&runtime->error_handler);
	}
	evl_free(runtime);
}
