/* SPDX-License-Identifier: MIT */
/*
 * One struct lives from the first attempt to the last; it belongs to the promise that was handed out. While it waits for the promise of
 * an attempt, the reaction on that holds the outcome, as every reaction holds its child; while it waits for its timer or its turn, a
 * pin does. PHP's thread only.
 */
#include "src/promise/retry.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/pin.h"
#include "src/base/release.h"
#include "src/promise/cancel.h"
#include "src/promise/rejection.h"
#include "src/reactor/timer.h"

typedef struct retry {
	evloop_cause cause;       /* of the outcome */
	evloop_reaction reaction; /* on the promise of an attempt; owns a reference to the outcome while it is linked */
	evl_timer timer;          /* the delay before the next attempt */
	evl_ready ready;          /* the next attempt, or passing on the result of the last */
	evloop_pin pin;           /* of the outcome, while the timer runs or `ready` is queued */
	evloop_promise *outcome;
	evloop_promise *last; /* owned: what the outcome will be */
	evloop_callback task;
	zend_long retries;  /* left */
	zend_long attempts; /* begun */
	double delay;       /* before the next attempt */
	double backoff;
	bool calling;   /* the task runs: the memory must stay */
	bool abandoned; /* the outcome was cancelled meanwhile */
} retry;

static void retry_free(retry *self)
{
	retry last = *self;
	evloop_runtime *runtime = EVLOOP_G(runtime);

	if (runtime != NULL) {
		evl_timer_stop(&runtime->loop, &self->timer);
		evloop_runtime_unqueue(&self->ready);
	}
	if (self->outcome->cause == &self->cause) {
		self->outcome->cause = NULL;
	}
	efree(self);
	evloop_callback_free(&last.task);
	if (last.last != NULL) {
		evloop_release(&last.last->std);
	}
}

static void queue_microtask(retry *self)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	evloop_pin_set(&self->pin, runtime, &self->outcome->std);
	evl_tick_push_microtask(&runtime->loop.tick, &self->ready);
}

/* After a failure. */
static void schedule_next(retry *self)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);
	double delay = self->delay;

	self->retries--;
	self->delay = MIN(delay * self->backoff, EVLOOP_DURATION_MAX);
	evloop_pin_set(&self->pin, runtime, &self->outcome->std);
	if (delay <= 0.0 ||
		evl_timer_start(&runtime->loop, &self->timer, evl_loop_now() + evloop_duration_ns(delay)) != 0) {
		evl_tick_push(&runtime->loop.tick, &self->ready);
	}
}

static bool is_worth_another(const retry *self, evloop_promise *attempt)
{
	return attempt->state == EVLOOP_PROMISE_REJECTED && self->retries > 0 &&
		   !evloop_error_is_cancelled(Z_OBJ(attempt->result));
}

/* The reaction is off the list, and so is its reference to the outcome the caller's. */
static void attempt_settled(evloop_reaction *reaction, evloop_promise *attempt)
{
	retry *self = EVL_CONTAINER_OF(reaction, retry, reaction);
	evloop_promise *outcome = self->outcome;

	if (EXPECTED(EVLOOP_G(runtime) != NULL)) {
		if (is_worth_another(self, attempt)) {
			schedule_next(self);
		} else {
			self->last = attempt;
			GC_ADDREF(&attempt->std);
			queue_microtask(self);
		}
	}
	evloop_cancel_release_source(reaction);
	evloop_release(&outcome->std);
}

static void attempt_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(reaction, retry, reaction)->outcome->std);
}

static void attempt_abandoned(evloop_reaction *reaction)
{
	evloop_promise *outcome = EVL_CONTAINER_OF(reaction, retry, reaction)->outcome;

	evloop_cancel_release_source(reaction);
	evloop_release(&outcome->std);
}

static evloop_promise *attempt_child(evloop_reaction *reaction)
{
	return EVL_CONTAINER_OF(reaction, retry, reaction)->outcome;
}

static const evloop_reaction_ops attempt_ops = {attempt_settled, attempt_gc, attempt_abandoned, attempt_child};

/* The promise of the attempt that the task makes now, one reference; NULL when it unwinds. */
static evloop_promise *call_task(retry *self)
{
	evloop_promise *attempt;
	zval number;
	zval result;

	ZVAL_LONG(&number, ++self->attempts);
	self->calling = true;
	evloop_callback_call(&self->task, &result, 1, &number);
	self->calling = false;
	if (EXPECTED(EG(exception) == NULL)) {
		attempt = evloop_promise_for(&result);
		zval_ptr_dtor(&result);
		return attempt;
	}
	if (evloop_error_is_unwind(EG(exception))) {
		return NULL;
	}
	attempt = evloop_promise_new();
	evloop_promise_reject(attempt, evloop_error_take());
	return attempt;
}

/* The task has cancelled the outcome: nobody wants the attempt that it made. */
static void drop_attempt(evloop_promise *attempt)
{
	if (!evloop_promise_is_pending(attempt)) {
		evloop_rejection_handle(attempt);
	} else if (evl_list_is_empty(&attempt->reactions) && attempt->std.ce == evloop_ce_promise) {
		evloop_rejection_handle(attempt);
		evloop_cancel(attempt, NULL);
	}
}

/* One attempt. The caller holds the outcome. */
static void try_once(retry *self)
{
	evloop_promise *attempt = call_task(self);
	bool abandoned = self->abandoned;

	if (UNEXPECTED(abandoned)) {
		retry_free(self);
	}
	if (attempt == NULL) {
		return;
	}
	if (UNEXPECTED(abandoned)) {
		drop_attempt(attempt);
	} else {
		GC_ADDREF(&self->outcome->std);
		evloop_promise_react(attempt, &self->reaction);
	}
	OBJ_RELEASE(&attempt->std);
}

static void retry_run(evl_ready *item)
{
	retry *self = EVL_CONTAINER_OF(item, retry, ready);
	evloop_promise *outcome = self->outcome;

	GC_ADDREF(&outcome->std);
	evloop_pin_drop(&self->pin);
	if (self->last == NULL) {
		try_once(self);
	} else {
		outcome->cause = NULL;
		if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
			evloop_promise_pass_on(self->last, outcome);
		}
		retry_free(self);
	}
	OBJ_RELEASE(&outcome->std);
}

static void timer_fired(evl_timer *timer)
{
	evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &EVL_CONTAINER_OF(timer, retry, timer)->ready);
}

static void retry_cancelled(evloop_cause *cause, evloop_cancellation *cancellation)
{
	retry *self = EVL_CONTAINER_OF(cause, retry, cause);

	if (self->calling) {
		self->abandoned = true;
		return;
	}
	if (evl_list_is_linked(&self->reaction.link)) {
		evloop_cancel_leave(cancellation, &self->reaction);
		GC_DELREF(&self->outcome->std);
	}
	evloop_pin_drop(&self->pin);
	retry_free(self);
}

static void retry_gc(evloop_cause *cause, zend_get_gc_buffer *buffer)
{
	retry *self = EVL_CONTAINER_OF(cause, retry, cause);

	evloop_callback_gc(&self->task, buffer);
	if (self->reaction.owns_source) {
		zend_get_gc_buffer_add_obj(buffer, &self->reaction.source->std);
	}
}

/* The promise of an attempt was freed, or all goes at once: then the reaction is still linked, and its reference void. */
static void retry_gone(evloop_cause *cause)
{
	retry *self = EVL_CONTAINER_OF(cause, retry, cause);

	if (evl_list_is_linked(&self->reaction.link)) {
		evloop_cancel_forget(&self->reaction);
	}
	retry_free(self);
}

static const evloop_cause_ops retry_ops = {retry_cancelled, retry_gc, retry_gone};

PHP_METHOD(Evloop_Promise, retry)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_long retries;
	double delay = 0.0;
	double backoff = 1.0;
	retry *self;
	evloop_promise *outcome;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_LONG(retries)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(delay)
		Z_PARAM_DOUBLE(backoff)
	ZEND_PARSE_PARAMETERS_END();

	if (retries < 0) {
		zend_argument_value_error(2, "must be greater than or equal to 0");
		RETURN_THROWS();
	}
	if (!evloop_duration_check(delay, 3)) {
		RETURN_THROWS();
	}
	/* Written so that NAN fails. */
	if (!(backoff >= 1.0 && zend_finite(backoff))) {
		zend_argument_value_error(4, "must be a finite number, 1 or more");
		RETURN_THROWS();
	}
	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}

	outcome = evloop_promise_new();
	self = ecalloc(1, sizeof(*self));
	self->cause.ops = &retry_ops;
	self->reaction.ops = &attempt_ops;
	self->ready.run = retry_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	self->outcome = outcome;
	self->retries = retries;
	self->delay = delay;
	self->backoff = backoff;
	evl_timer_init(&self->timer, timer_fired);
	evloop_callback_init(&self->task, &fci, &fcc);
	outcome->cause = &self->cause;
	try_once(self);
	RETURN_OBJ(&outcome->std);
}

PHP_METHOD(Evloop_Promise, try)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval *arguments = NULL;
	int count = 0;
	evloop_callback task;
	evloop_promise *promise;
	zval result;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', arguments, count)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	evloop_callback_init_now(&task, &fci, &fcc);
	evloop_callback_call(&task, &result, (uint32_t) count, arguments);
	evloop_callback_free(&task);
	if (EXPECTED(EG(exception) == NULL)) {
		promise = evloop_promise_for(&result);
		zval_ptr_dtor(&result);
	} else if (evloop_error_is_unwind(EG(exception))) {
		RETURN_THROWS();
	} else {
		promise = evloop_promise_new();
		evloop_promise_reject(promise, evloop_error_take());
	}
	if (promise != NULL) {
		RETURN_OBJ(&promise->std);
	}
}
