/* SPDX-License-Identifier: MIT */
/*
 * Coarse timeouts, for sockets: never early, and late by up to one EVL_TIMEOUT_TICK. Moving one that is armed to later
 * is a look at the clock and a store. A timeout does not keep the loop alive. It is embedded by its owner and allocates
 * nothing, but for the wheel of its loop, once. The callback runs in evl_loop_poll().
 */
#ifndef EVLOOP_REACTOR_TIMEOUT_H
#define EVLOOP_REACTOR_TIMEOUT_H

#include "src/core/wheel.h"
#include "src/reactor/loop.h"

#define EVL_TIMEOUT_TICK UINT64_C(64000000) /* nanoseconds */

typedef struct evl_timeout evl_timeout;
typedef void (*evl_timeout_fn)(evl_timeout *timeout);

struct evl_timeout {
	evl_wheel_node node;
	evl_loop *loop; /* of the last start: good while it is active */
	evl_timeout_fn fn;
};

void evl_timeout_init(evl_timeout *timeout, evl_timeout_fn fn);

/*
 * Start, or start anew, `after` nanoseconds from now, in this loop if it was in another one. 0, UV_ENOMEM, or
 * UV_ECANCELED in a loop that is torn down.
 */
int evl_timeout_start(evl_loop *loop, evl_timeout *timeout, uint64_t after);

/* Silent when it is not started. */
void evl_timeout_stop(evl_timeout *timeout);

static inline bool evl_timeout_is_active(const evl_timeout *timeout)
{
	return evl_list_is_linked(&timeout->node.link);
}

/* With the loop: owners may stop theirs later. Forget: after a fatal error. */
void evl_timeouts_free(evl_loop *loop);
void evl_timeouts_forget(evl_loop *loop);

/* For assert: the wheel, as long as few stand in it. */
bool evl_timeouts_check(const evl_loop *loop);

#endif
