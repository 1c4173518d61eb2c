/* SPDX-License-Identifier: MIT */
/*
 * The class RateLimiter: a token bucket. Nothing counts tokens up: the bucket is the moment at which it was (or will be) empty, and
 * what has been filled in since is the time that has passed since, but never more than `burst` tokens' worth. Taking tokens moves
 * that moment forward. Times are doubles of nanoseconds since the limiter was made, so a rate that is no whole number of nanoseconds
 * a token does not drift.
 *
 * Who has to wait stands in a queue; one timer is set to the moment at which the first of it can be served. It holds the loop alive,
 * and is why waiters are not reported to the collector. PHP's thread only; on_due() runs inside the poll.
 */
#include "src/coroutine/rate_limiter.h"

#include "src/base/error.h"
#include "src/coroutine/wait_queue.h"
#include "zend_exceptions.h"

#include <math.h>

#include "stubs/RateLimiter_arginfo.h"

#define MIN_RATE  1e-6
#define MAX_RATE  1e9
#define MAX_BURST 1000000000
/* A timer is set no further ahead than this, and again then. */
#define LONGEST_TIMER (EVLOOP_DURATION_MAX * 1e9)

typedef struct rate_limiter {
	evl_list waiters; /* limit_waiter.place */
	evl_timer timer;  /* active exactly while there are waiters */
	uint64_t made;    /* 0: not constructed */
	double interval;  /* nanoseconds a token */
	double burst;     /* nanoseconds of a full bucket */
	double empty;     /* when the bucket was or will be empty, after `made` */
	zend_object std;
} rate_limiter;

/* Who waits, on its C stack. */
typedef struct limit_waiter {
	evloop_place place;
	double cost; /* of its tokens, in nanoseconds */
	bool granted;
} limit_waiter;

static zend_object_handlers rate_limiter_handlers;

static rate_limiter *rate_limiter_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, rate_limiter);
}

static double clock_of(const rate_limiter *self)
{
	return (double) (evl_loop_now() - self->made);
}

/* Take what costs `cost`, if it is there. */
static bool take(rate_limiter *self, double cost, double now)
{
	double filled = now - self->empty;

	if (filled > self->burst) {
		filled = self->burst;
		self->empty = now - filled;
	}
	if (cost > filled) {
		return false;
	}
	self->empty += cost;
	return true;
}

static limit_waiter *first_of(rate_limiter *self)
{
	evloop_place *place = evloop_queue_first(&self->waiters);

	return place != NULL ? EVL_CONTAINER_OF(place, limit_waiter, place) : NULL;
}

/* The loop that a waiter waits in: not the present one, if it stands in front of an isolated one. */
static evl_loop *loop_of(const limit_waiter *waiter)
{
	evl_tick *tick = waiter->place.wait->timed.park.tick;

	return tick != NULL ? EVL_CONTAINER_OF(tick, evl_loop, tick) : &EVLOOP_G(runtime)->loop;
}

/* Serve who can be served, and set the timer for the next. */
static void serve(rate_limiter *self)
{
	double now = clock_of(self);
	limit_waiter *first;

	while ((first = first_of(self)) != NULL && take(self, first->cost, now)) {
		first->granted = true;
		evloop_place_serve(&first->place);
	}
	if (first == NULL) {
		evl_timer_stop(&EVLOOP_G(runtime)->loop, &self->timer);
		return;
	}
	/* Refused only without memory, or in a loop that is being torn down. */
	(void) evl_timer_start(loop_of(first), &self->timer,
		self->made + (uint64_t) MIN(ceil(self->empty + first->cost), now + LONGEST_TIMER));
}

static void on_due(evl_timer *timer)
{
	serve(EVL_CONTAINER_OF(timer, rate_limiter, timer));
}

/* False with an exception thrown. */
static bool wait_for_tokens(rate_limiter *self, double cost, double timeout)
{
	limit_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (!evloop_wait_begin(&wait, "RateLimiter::acquire", &self->std)) {
		return false;
	}
	who.cost = cost;
	who.granted = false;
	evloop_place_enter(&who.place, &self->waiters, &wait);
	if (first_of(self) == &who) {
		serve(self);
	}
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (who.granted && waited != EVLOOP_WAITED_THROWN) {
		return true;
	}
	if (who.granted) {
		self->empty -= cost;
	}
	if (evloop_wait_runtime() != NULL) {
		serve(self);
	}
	if (waited != EVLOOP_WAITED_THROWN) {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0,
			"RateLimiter::acquire(): the tokens were not there within %g seconds", timeout);
	}
	return false;
}

static zend_object *rate_limiter_create_object(zend_class_entry *ce)
{
	rate_limiter *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &rate_limiter_handlers;
	evl_list_init(&self->waiters);
	evl_timer_init(&self->timer, on_due);
	return &self->std;
}

/* `tokens` in nanoseconds. False with an exception thrown for argument 1. */
static bool cost_of(const rate_limiter *self, zend_long tokens, double *cost)
{
	zend_long burst = self->made != 0 ? (zend_long) round(self->burst / self->interval) : 0;

	if (UNEXPECTED(self->made == 0)) {
		zend_throw_error(NULL, "The RateLimiter was not constructed");
		return false;
	}
	if (UNEXPECTED(tokens < 1 || tokens > burst)) {
		zend_argument_value_error(1, "must be between 1 and the burst, which is " ZEND_LONG_FMT, burst);
		return false;
	}
	*cost = (double) tokens * self->interval;
	return true;
}

static rate_limiter *this_limiter(zval *this)
{
	return rate_limiter_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_RateLimiter, __construct)
{
	rate_limiter *self = this_limiter(ZEND_THIS);
	double per_second;
	zend_long burst = 1;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_DOUBLE(per_second)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(burst)
	ZEND_PARSE_PARAMETERS_END();

	/* Written so that NAN fails. */
	if (!(per_second >= MIN_RATE && per_second <= MAX_RATE)) {
		zend_argument_value_error(1, "must be between %g and %g", MIN_RATE, MAX_RATE);
		RETURN_THROWS();
	}
	if (burst < 1 || burst > MAX_BURST) {
		zend_argument_value_error(2, "must be between 1 and %d", MAX_BURST);
		RETURN_THROWS();
	}
	if (self->made != 0) {
		zend_throw_error(NULL, "The RateLimiter is constructed already");
		RETURN_THROWS();
	}
	self->interval = 1e9 / per_second;
	self->burst = (double) burst * self->interval;
	self->empty = -self->burst;
	self->made = evl_loop_now();
}

PHP_METHOD(Evloop_RateLimiter, acquire)
{
	rate_limiter *self = this_limiter(ZEND_THIS);
	zend_long tokens = 1;
	double timeout = 0.0;
	bool no_timeout = true;
	double cost;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(tokens)
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!cost_of(self, tokens, &cost) || !evloop_wait_timeout(&timeout, no_timeout, 2)) {
		RETURN_THROWS();
	}
	if (first_of(self) == NULL && take(self, cost, clock_of(self))) {
		return;
	}
	wait_for_tokens(self, cost, timeout);
}

PHP_METHOD(Evloop_RateLimiter, tryAcquire)
{
	rate_limiter *self = this_limiter(ZEND_THIS);
	zend_long tokens = 1;
	double cost;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(tokens)
	ZEND_PARSE_PARAMETERS_END();

	if (!cost_of(self, tokens, &cost)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(first_of(self) == NULL && take(self, cost, clock_of(self)));
}

zend_result evloop_rate_limiter_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_RateLimiter();

	ce->create_object = rate_limiter_create_object;
	evloop_object_handlers(&rate_limiter_handlers, XtOffsetOf(rate_limiter, std));
	return SUCCESS;
}
