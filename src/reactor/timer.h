/* SPDX-License-Identifier: MIT */
/*
 * Timers on the loop's own heap, behind one uv_timer_t that only bounds the poll. A timer is embedded by its owner,
 * allocates nothing and never fires early: deadlines are nanoseconds of evl_loop_now(), compared after each poll. Due
 * timers fire by deadline, then by the order they were started in. The callback runs in evl_loop_poll(): it records and
 * pushes, like every reactor callback; it may start or stop any timer, its own included (a timer that it starts anew
 * fires in a later poll at the earliest).
 */
#ifndef EVLOOP_REACTOR_TIMER_H
#define EVLOOP_REACTOR_TIMER_H

#include "src/core/heap.h"
#include "src/reactor/loop.h"

typedef struct evl_timer evl_timer;
typedef void (*evl_timer_fn)(evl_timer *timer);

struct evl_timer {
	evl_heap_node node;
	bool unreferenced; /* does not keep the loop alive; change by evl_timer_reference() */
	evl_timer_fn fn;
	uint64_t deadline; /* of the last start */
	evl_loop *loop;    /* of the last start: who stops it may be in another */
};

void evl_timer_init(evl_timer *timer, evl_timer_fn fn);

/*
 * Start or restart at an absolute deadline. 0, UV_ENOMEM (then it is stopped), or UV_ECANCELED in a loop that is torn
 * down.
 */
int evl_timer_start(evl_loop *loop, evl_timer *timer, uint64_t deadline);

/* Silent when it is not started. */
void evl_timer_stop(evl_loop *loop, evl_timer *timer);

void evl_timer_reference(evl_loop *loop, evl_timer *timer, bool referenced);

static inline bool evl_timer_is_active(const evl_timer *timer)
{
	return evl_heap_contains(&timer->node);
}

/*
 * Called by evl_loop_poll(). Arm, before it waits: bound the poll by the earliest deadline, or say false, that one is
 * due already. Fire, after it: what is due. `now` is the clock, 0 = not read yet.
 */
bool evl_timers_arm(evl_loop *loop, uint64_t now);
void evl_timers_fire(evl_loop *loop, uint64_t now);

/* For assert: the order of the heap and the count of what keeps the loop alive. Only counts where there are many timers. */
bool evl_timers_check(const evl_loop *loop);

#endif
