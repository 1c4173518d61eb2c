/* SPDX-License-Identifier: MIT */
/*
 * Timers over the heap. The clock is read only while a timer is in the heap; uv_timer is set just before a poll that
 * waits, and only when the earliest deadline is another one than last time. A near deadline that is no whole millisecond
 * away is left to the alarm of the private set, where there is one. Owns nothing but the heap's array. Loop's thread
 * only.
 */
#include "src/reactor/timer.h"

#include "src/reactor/poll.h"

#include <assert.h>

/* Timers up to which an assert walks the heap before each poll. */
#define WALKED 256

#define NS_PER_MS UINT64_C(1000000)
/* The alarm costs some system calls more than uv_timer: only for what is near and would be this late else. */
#define NEAR  (20 * NS_PER_MS)
#define WORTH (NS_PER_MS / 10)

static void on_poll_bound(uv_timer_t *uv)
{
	evl_loop *loop = uv->data;

	loop->timer_armed = 0;
	/* Before 1.45 uv_run() runs timers before it polls: without this it would now wait with no bound at all. */
	uv_stop(&loop->uv);
}

void evl_timer_init(evl_timer *timer, evl_timer_fn fn)
{
	timer->node.place = 0;
	timer->unreferenced = false;
	timer->fn = fn;
	timer->deadline = 0;
	timer->loop = NULL;
}

int evl_timer_start(evl_loop *loop, evl_timer *timer, uint64_t deadline)
{
	uint64_t key = deadline;

	if (loop->muted) {
		return UV_ECANCELED;
	}
	/*
	 * What a callback starts must not fire in the same round, and must not stand in the way of those that are due in
	 * it.
	 */
	if (key <= loop->timers_now) {
		key = loop->timers_now + 1;
	}
	evl_timer_stop(loop, timer);
	if (evl_heap_insert(&loop->timers, &timer->node, key) != 0) {
		return UV_ENOMEM;
	}
	timer->deadline = deadline;
	timer->loop = loop;
	if (!timer->unreferenced) {
		loop->timers_referenced++;
	}
	return 0;
}

void evl_timer_stop(evl_loop *loop, evl_timer *timer)
{
	if (!evl_timer_is_active(timer) || timer->loop->muted) {
		return;
	}
	loop = timer->loop;
	evl_heap_remove(&loop->timers, &timer->node);
	if (!timer->unreferenced) {
		loop->timers_referenced--;
	}
}

void evl_timer_reference(evl_loop *loop, evl_timer *timer, bool referenced)
{
	if (timer->unreferenced != referenced) {
		return;
	}
	timer->unreferenced = !referenced;
	if (evl_timer_is_active(timer)) {
		timer->loop->timers_referenced += referenced ? 1 : -1;
	}
}

/* Whether the alarm bounds the poll. */
static bool arm_alarm(evl_loop *loop, uint64_t deadline, uint64_t left, uint64_t rounded)
{
	return left < NEAR && rounded - left > WORTH && evl_polls_alarm(loop, deadline) == 0;
}

bool evl_timers_arm(evl_loop *loop, uint64_t now)
{
	const evl_heap_slot *top = evl_heap_top(&loop->timers);
	uint64_t milliseconds;

	if (top == NULL) {
		if (loop->timer_armed != 0) {
			loop->timer_armed = 0;
			(void) uv_timer_stop(&loop->uv_timer);
		}
		return true;
	}
	if (top->deadline <= now) {
		return false;
	}
	if (loop->timer_armed == top->deadline) {
		return true;
	}
	loop->timer_armed = top->deadline;
	milliseconds = (top->deadline - now + NS_PER_MS - 1) / NS_PER_MS;
	if (arm_alarm(loop, top->deadline, top->deadline - now, milliseconds * NS_PER_MS)) {
		(void) uv_timer_stop(&loop->uv_timer);
		return true;
	}
	/*
	 * libuv counts in whole milliseconds from a clock that it reads once a poll: give it that clock anew, then round
	 * up. It may still wake up a little early (its reading was of an earlier millisecond); the rest is then waited for
	 * in one more poll.
	 */
	uv_update_time(&loop->uv);
	(void) uv_timer_start(&loop->uv_timer, on_poll_bound, milliseconds, 0);
	return true;
}

void evl_timers_fire(evl_loop *loop, uint64_t now)
{
	const evl_heap_slot *top = evl_heap_top(&loop->timers);

	assert(loop->timers_now == 0);
	if (top == NULL) {
		return;
	}
	loop->timers_now = now != 0 ? now : evl_loop_now();
	while (top != NULL && top->deadline <= loop->timers_now) {
		evl_timer *timer = EVL_CONTAINER_OF(top->node, evl_timer, node);

		/* Stopped before the call, which may free it. */
		evl_timer_stop(loop, timer);
		timer->fn(timer);
		top = evl_heap_top(&loop->timers);
	}
	loop->timers_now = 0;
}

bool evl_timers_check(const evl_loop *loop)
{
	uint32_t referenced = 0;

	if (loop->timers.count > WALKED) {
		return true;
	}
	for (uint32_t i = 0; i < loop->timers.count; i++) {
		const evl_timer *timer = EVL_CONTAINER_OF(loop->timers.slots[i].node, evl_timer, node);

		if (timer->loop != loop || timer->deadline > loop->timers.slots[i].deadline) {
			return false;
		}
		referenced += !timer->unreferenced;
	}
	/* Who holds the loop counts there, too. */
	return referenced <= loop->timers_referenced && evl_heap_check(&loop->timers);
}
