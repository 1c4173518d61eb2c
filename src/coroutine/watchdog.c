/* SPDX-License-Identifier: MIT */
/*
 * The watchdog's thread asks by a flag in its own allocation, which outlives it. PHP's thread only, but for on_held().
 */
#include "src/coroutine/watchdog.h"

#include "src/core/mem.h"
#include "src/coroutine/fiber.h"
#include "src/reactor/watchdog.h"
#include "zend_builtin_functions.h"
#include "zend_exceptions.h"

typedef struct evloop_watchdog {
	evl_watchdog *thread;
	zend_atomic_bool *interrupt; /* EG(vm_interrupt) of PHP's thread */
	uint64_t item;               /* which holds the loop; 0 = nothing was asked */
} evloop_watchdog;

/* On the watchdog's thread. */
static void on_held(uint64_t item, void *ctx)
{
	evloop_watchdog *self = ctx;

	__atomic_store_n(&self->item, item, __ATOMIC_RELEASE);
	zend_atomic_bool_store_ex(self->interrupt, true);
}

void evloop_watchdog_stop(evloop_runtime *runtime)
{
	if (runtime->watchdog != NULL) {
		evl_watchdog_close(runtime->watchdog->thread);
		evl_free(runtime->watchdog);
		runtime->watchdog = NULL;
	}
	runtime->block_warn_ms = 0;
}

void evloop_watchdog_forget(evloop_runtime *runtime)
{
	if (runtime->watchdog != NULL) {
		evl_watchdog_forget(runtime->watchdog->thread);
		evl_free(runtime->watchdog);
		runtime->watchdog = NULL;
	}
}

void evloop_watchdog_adjust(evloop_runtime *runtime)
{
	evloop_watchdog *self;
	int status = -ENOMEM;

	evloop_watchdog_stop(runtime);
	runtime->block_warn_ms = EVLOOP_G(block_warn_ms);
	if (runtime->block_warn_ms == 0) {
		return;
	}
	self = evl_calloc(1, sizeof(*self));
	if (self != NULL) {
		self->interrupt = &EG(vm_interrupt);
		status = evl_watchdog_open(
			&self->thread, &runtime->loop, (uint64_t) runtime->block_warn_ms * 1000000, on_held, self);
	}
	if (status != 0) {
		evl_free(self);
		zend_error(E_WARNING, "evloop: there is no thread for evloop.block_warn_ms");
		return;
	}
	runtime->watchdog = self;
}

static zend_string *backtrace(void)
{
	zval trace;
	zend_string *text;

	zend_fetch_debug_backtrace(&trace, 0, DEBUG_BACKTRACE_IGNORE_ARGS, 0);
	text = zend_trace_to_string(Z_ARRVAL(trace), true);
	zval_ptr_dtor(&trace);
	return text;
}

void evloop_watchdog_answer(void)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);
	uint64_t item;
	zend_string *text;

	if (runtime == NULL || runtime->watchdog == NULL) {
		return;
	}
	item = __atomic_exchange_n(&runtime->watchdog->item, 0, __ATOMIC_ACQUIRE);
	if (item == 0) {
		return;
	}
	/* An error handler must not switch away here: we may be between any two opcodes. */
	evloop_context_block();
	if (item == runtime->loop.tick.ran) {
		text = backtrace();
		zend_error(E_WARNING, "evloop: a callback has held the loop for more than " ZEND_LONG_FMT " ms, now at\n%s",
			runtime->block_warn_ms, ZSTR_VAL(text));
		zend_string_release(text);
	} else {
		zend_error(E_WARNING,
			"evloop: a callback held the loop for more than " ZEND_LONG_FMT
			" ms in an internal function, and ended before it could be asked where",
			runtime->block_warn_ms);
	}
	evloop_context_unblock();
}
