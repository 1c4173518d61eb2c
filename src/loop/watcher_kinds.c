/* SPDX-License-Identifier: MIT */
/*
 * The kinds of watchers but for descriptors: deferred callbacks, timers, signals. They become ready from inside the poll. PHP's thread
 * only.
 */
#include "src/loop/watcher.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/interrupt.h"
#include "zend_exceptions.h"

static uint32_t no_arguments(evloop_watcher *watcher, zval *arguments)
{
	return 0;
}

static void free_nothing(evloop_watcher *watcher)
{
}

/* Deferred: the ready queue is its source. */

static bool deferred_start(evloop_watcher *watcher, evl_loop *loop)
{
	evl_tick_push_deferred(&loop->tick, &watcher->ready);
	return true;
}

static void deferred_stop(evloop_watcher *watcher, evl_loop *loop)
{
}

static void deferred_reference(evloop_watcher *watcher, evl_loop *loop, bool referenced)
{
}

static void deferred_describe(const evloop_watcher *watcher, smart_str *text)
{
	smart_str_appends(text, "the next tick");
}

const evloop_watcher_kind evloop_watcher_deferred = {
	.name = "defer",
	.start = deferred_start,
	.stop = deferred_stop,
	.reference = deferred_reference,
	.arguments = no_arguments,
	.free = free_nothing,
	.describe = deferred_describe,
	.once = true,
};

/* Timers. */

static bool timer_start(evloop_watcher *watcher, evl_loop *loop)
{
	if (UNEXPECTED(evl_timer_start(loop, &watcher->timer, evl_loop_now() + watcher->interval) != 0)) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return false;
	}
	return true;
}

static void timer_stop(evloop_watcher *watcher, evl_loop *loop)
{
	evl_timer_stop(loop, &watcher->timer);
}

static void timer_reference(evloop_watcher *watcher, evl_loop *loop, bool referenced)
{
	evl_timer_reference(loop, &watcher->timer, referenced);
}

static void timer_due(evl_timer *timer)
{
	evloop_watcher_make_ready(EVL_CONTAINER_OF(timer, evloop_watcher, timer));
}

static void timer_describe(const evloop_watcher *watcher, smart_str *text)
{
	uint64_t now = evl_loop_now();
	uint64_t left = watcher->timer.deadline > now ? watcher->timer.deadline - now : 0;

	smart_str_append_printf(text, "%.3f s of %.3f s", (double) left / 1e9, (double) watcher->interval / 1e9);
}

const evloop_watcher_kind evloop_watcher_delayed = {
	.name = "delay",
	.start = timer_start,
	.stop = timer_stop,
	.reference = timer_reference,
	.arguments = no_arguments,
	.free = free_nothing,
	.describe = timer_describe,
	.once = true,
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
	(void) evl_timer_start(evloop_watcher_loop(watcher), timer, next);
	evloop_watcher_make_ready(watcher);
}

const evloop_watcher_kind evloop_watcher_repeated = {
	.name = "repeat",
	.start = timer_start,
	.stop = timer_stop,
	.reference = timer_reference,
	.arguments = no_arguments,
	.free = free_nothing,
	.describe = timer_describe,
};

void evloop_watcher_set_timer(evloop_watcher *watcher, double seconds)
{
	watcher->interval = evloop_duration_ns(seconds);
	evl_timer_init(&watcher->timer, watcher->kind == &evloop_watcher_repeated ? repeat_due : timer_due);
}

/* Signals. */

static void signal_came(evl_signal *signal, void *owner)
{
	evloop_watcher_make_ready(owner);
	if (signal->last) {
		evloop_interrupt_pass_signal(signal->signum);
	}
}

static bool signal_start(evloop_watcher *watcher, evl_loop *loop)
{
	int status =
		watcher->signal != NULL ? 0 : evl_signal_open(&watcher->signal, loop, watcher->signum, signal_came, watcher);

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

static void signal_stop(evloop_watcher *watcher, evl_loop *loop)
{
	if (watcher->signal != NULL) {
		evl_signal_stop(watcher->signal);
	}
}

static void signal_reference(evloop_watcher *watcher, evl_loop *loop, bool referenced)
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

static void signal_describe(const evloop_watcher *watcher, smart_str *text)
{
	smart_str_append_printf(text, "signal %d", watcher->signum);
}

const evloop_watcher_kind evloop_watcher_signalled = {
	.name = "signal",
	.start = signal_start,
	.stop = signal_stop,
	.reference = signal_reference,
	.arguments = signal_arguments,
	.free = signal_free,
	.describe = signal_describe,
};
