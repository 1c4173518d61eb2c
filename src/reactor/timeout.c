/* SPDX-License-Identifier: MIT */
/*
 * The wheel of a loop behind one unreferenced timer, which is set for the first slot that holds anything. Loop's thread
 * only.
 */
#include "src/reactor/timeout.h"

#include "src/core/mem.h"
#include "src/reactor/timer.h"

/* Timeouts up to which an assert walks them before each poll. */
#define WALKED 64

struct evl_timeouts {
	evl_loop *loop;
	evl_wheel wheel;
	evl_timer timer;
	uint64_t armed; /* the tick that the timer is set for */
};

/* A deadline is over when its tick is: the tick that it falls into, rounded up. */
static uint64_t tick_of(uint64_t nanoseconds)
{
	return (nanoseconds + EVL_TIMEOUT_TICK - 1) / EVL_TIMEOUT_TICK;
}

static int arm(evl_timeouts *timeouts)
{
	uint64_t next = evl_wheel_next(&timeouts->wheel);

	if (next == UINT64_MAX) {
		evl_timer_stop(timeouts->loop, &timeouts->timer);
		return 0;
	}
	if (evl_timer_is_active(&timeouts->timer) && timeouts->armed <= next) {
		return 0;
	}
	timeouts->armed = next;
	return evl_timer_start(timeouts->loop, &timeouts->timer, next * EVL_TIMEOUT_TICK);
}

static void on_tick(evl_timer *timer)
{
	evl_timeouts *timeouts = EVL_CONTAINER_OF(timer, evl_timeouts, timer);
	evl_list expired;
	evl_list *link;

	evl_list_init(&expired);
	evl_wheel_advance(&timeouts->wheel, evl_loop_now() / EVL_TIMEOUT_TICK, &expired);
	while ((link = evl_list_shift(&expired)) != NULL) {
		evl_timeout *timeout = EVL_CONTAINER_OF(link, evl_timeout, node.link);

		timeout->fn(timeout);
	}
	/* Cannot fail: the heap has just given up this timer's slot. */
	(void) arm(timeouts);
}

static evl_timeouts *timeouts_get(evl_loop *loop)
{
	evl_timeouts *timeouts = loop->timeouts;

	if (timeouts == NULL) {
		timeouts = evl_calloc(1, sizeof(*timeouts));
		if (timeouts == NULL) {
			return NULL;
		}
		timeouts->loop = loop;
		evl_wheel_init(&timeouts->wheel, evl_loop_now() / EVL_TIMEOUT_TICK);
		evl_timer_init(&timeouts->timer, on_tick);
		evl_timer_reference(loop, &timeouts->timer, false);
		loop->timeouts = timeouts;
	}
	return timeouts;
}

void evl_timeout_init(evl_timeout *timeout, evl_timeout_fn fn)
{
	*timeout = (evl_timeout){.fn = fn};
}

int evl_timeout_start(evl_loop *loop, evl_timeout *timeout, uint64_t after)
{
	evl_timeouts *timeouts;
	int status;

	if (loop->muted) {
		return UV_ECANCELED;
	}
	if (timeout->loop != loop) {
		evl_timeout_stop(timeout);
	}
	timeouts = timeouts_get(loop);
	if (timeouts == NULL) {
		return UV_ENOMEM;
	}
	timeout->loop = loop;
	evl_wheel_set(&timeouts->wheel, &timeout->node, tick_of(evl_loop_now() + after));
	if (evl_timer_is_active(&timeouts->timer) && timeouts->armed <= timeout->node.due) {
		return 0;
	}
	status = arm(timeouts);
	if (status != 0) {
		evl_wheel_remove(&timeouts->wheel, &timeout->node);
	}
	return status;
}

void evl_timeout_stop(evl_timeout *timeout)
{
	/* Of one that has expired in this very moment, the callback is not called any more. */
	if (evl_timeout_is_active(timeout) && !timeout->loop->muted) {
		evl_wheel_remove(&timeout->loop->timeouts->wheel, &timeout->node);
	}
}

void evl_timeouts_forget(evl_loop *loop)
{
	if (loop->timeouts != NULL) {
		evl_wheel_init(&loop->timeouts->wheel, 0);
	}
}

void evl_timeouts_free(evl_loop *loop)
{
	if (loop->timeouts != NULL) {
		evl_wheel_clear(&loop->timeouts->wheel);
		evl_free(loop->timeouts);
		loop->timeouts = NULL;
	}
}

bool evl_timeouts_check(const evl_loop *loop)
{
	const evl_timeouts *timeouts = loop->timeouts;

	return timeouts == NULL || timeouts->wheel.count > WALKED ||
		   (evl_wheel_check(&timeouts->wheel) && (timeouts->wheel.count == 0 || evl_timer_is_active(&timeouts->timer)));
}
