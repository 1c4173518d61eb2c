/* SPDX-License-Identifier: MIT */
/*
 * The executor settles an inner promise; the outer one, which is handed out, follows it, or is rejected by a timer. The struct belongs
 * to the outer promise; while the timer runs a pin holds that. Both ends come as a microtask or ready item of the same struct, so
 * nothing recurses and no PHP code runs in the timer's callback. PHP's thread only.
 */
#include "src/promise/timeout.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/pin.h"
#include "src/promise/cancel.h"
#include "src/promise/deferred.h"
#include "src/reactor/timer.h"

typedef struct timed {
	evloop_cause cause;       /* of the outer promise */
	evloop_reaction reaction; /* on the inner one */
	evl_timer timer;
	evl_ready ready; /* queued when either end has come */
	evloop_pin pin;  /* of the outer promise, until then */
	evloop_promise *outer;
	evloop_promise *inner; /* owned */
	double seconds;
} timed;

/* Only the memory and the inner promise: the pin is the caller's. */
static void timed_free(timed *self)
{
	evloop_promise *inner = self->inner;
	evloop_runtime *runtime = EVLOOP_G(runtime);

	if (runtime != NULL) {
		evl_timer_stop(&runtime->loop, &self->timer);
		evloop_runtime_unqueue(&self->ready);
	}
	if (self->outer->cause == &self->cause) {
		self->outer->cause = NULL;
	}
	efree(self);
	OBJ_RELEASE(&inner->std);
}

static void time_is_up(timed *self)
{
	zend_object *reason =
		evloop_error_new(evloop_ce_timeout_exception, "The promise was not settled within %g seconds", self->seconds);
	evloop_promise *inner = self->inner;
	bool unwanted;

	evl_list_remove(&self->reaction.link);
	unwanted = evl_list_is_empty(&inner->reactions);
	GC_ADDREF(reason);
	evloop_promise_reject(self->outer, reason);
	if (unwanted) {
		evloop_cancel(inner, reason);
	}
	OBJ_RELEASE(reason);
}

/* The inner promise has settled, or the time is up; the former is a microtask, which may be dropped at the end. */
static void timed_run(evl_ready *item)
{
	timed *self = EVL_CONTAINER_OF(item, timed, ready);
	evloop_promise *outer = self->outer;

	GC_ADDREF(&outer->std);
	evloop_pin_drop(&self->pin);
	outer->cause = NULL;
	if (!evloop_promise_is_pending(self->inner)) {
		if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
			evloop_promise_pass_on(self->inner, outer);
		}
	} else {
		time_is_up(self);
	}
	timed_free(self);
	OBJ_RELEASE(&outer->std);
}

static void timer_fired(evl_timer *timer)
{
	timed *self = EVL_CONTAINER_OF(timer, timed, timer);

	if (!evl_ready_is_queued(&self->ready)) {
		evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &self->ready);
	}
}

static void inner_settled(evloop_reaction *reaction, evloop_promise *inner)
{
	timed *self = EVL_CONTAINER_OF(reaction, timed, reaction);
	evloop_runtime *runtime = EVLOOP_G(runtime);

	evloop_cancel_release_source(reaction);
	if (UNEXPECTED(runtime == NULL)) {
		return; /* the request is over */
	}
	evl_timer_stop(&runtime->loop, &self->timer);
	evl_tick_remove(&self->ready);
	evl_tick_push_microtask(&runtime->loop.tick, &self->ready);
}

static void inner_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	/* The outer promise is pinned. */
}

static void inner_abandoned(evloop_reaction *reaction)
{
	/* Only at the end of the request: we hold the inner promise. */
}

static const evloop_reaction_ops inner_ops = {inner_settled, inner_gc, inner_abandoned, NULL};

static void timed_cancelled(evloop_cause *cause, evloop_cancellation *cancellation)
{
	timed *self = EVL_CONTAINER_OF(cause, timed, cause);

	if (evl_list_is_linked(&self->reaction.link)) {
		evloop_cancel_leave(cancellation, &self->reaction);
	}
	evloop_pin_drop(&self->pin);
	timed_free(self);
}

static void timed_gc(evloop_cause *cause, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(cause, timed, cause)->inner->std);
}

/* Only at the end of the request, when pins are dropped. */
static void timed_gone(evloop_cause *cause)
{
	timed *self = EVL_CONTAINER_OF(cause, timed, cause);

	if (evl_list_is_linked(&self->reaction.link)) {
		evl_list_remove(&self->reaction.link);
	}
	timed_free(self);
}

static const evloop_cause_ops timed_ops = {timed_cancelled, timed_gc, timed_gone};

/* The outer promise (one reference) for an inner one that is taken over. NULL with an exception thrown. */
static evloop_promise *follow_until(evloop_promise *inner, double seconds, uint64_t deadline)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);
	timed *self = ecalloc(1, sizeof(*self));

	self->cause.ops = &timed_ops;
	self->reaction.ops = &inner_ops;
	self->ready.run = timed_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	self->inner = inner;
	self->seconds = seconds;
	self->outer = evloop_promise_new();
	self->outer->cause = &self->cause;
	evl_timer_init(&self->timer, timer_fired);
	if (evloop_promise_is_pending(inner) && evl_timer_start(&runtime->loop, &self->timer, deadline) != 0) {
		evloop_promise *outer = self->outer;

		timed_free(self);
		OBJ_RELEASE(&outer->std);
		zend_throw_error(NULL, "No memory for another timer");
		return NULL;
	}
	evloop_pin_set(&self->pin, runtime, &self->outer->std);
	evloop_promise_react(inner, &self->reaction);
	return self->outer;
}

PHP_METHOD(Evloop_Promise, timeout)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback executor;
	evloop_promise *inner;
	evloop_promise *outer;
	uint64_t deadline;
	double seconds;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_DOUBLE(seconds)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_duration_check(seconds, 1) || evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	deadline = evl_loop_now() + evloop_duration_ns(seconds);
	inner = evloop_promise_new();
	evloop_callback_init_now(&executor, &fci, &fcc);
	evloop_deferred_execute(inner, &executor);
	evloop_callback_free(&executor);
	outer = follow_until(inner, seconds, deadline);
	if (outer == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ(&outer->std);
}
