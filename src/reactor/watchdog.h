/* SPDX-License-Identifier: MIT */
/*
 * A thread that notices when a loop is held: no item was handed out and nothing was polled for longer than a limit,
 * while somebody drives the loop. It only reads two words of the loop and never takes a lock of it.
 */
#ifndef EVLOOP_REACTOR_WATCHDOG_H
#define EVLOOP_REACTOR_WATCHDOG_H

#include "src/reactor/loop.h"

typedef struct evl_watchdog evl_watchdog;

/*
 * Start the thread. `fn` is called on it, once for each item that holds the loop longer than `limit` nanoseconds, with
 * the number of that item (tick.ran). 0 or a negative UV_E*.
 */
int evl_watchdog_open(
	evl_watchdog **watchdog, const evl_loop *loop, uint64_t limit, void (*fn)(uint64_t item, void *ctx), void *ctx);

/* Ends and joins the thread; NULL is fine. Before the loop goes. */
void evl_watchdog_close(evl_watchdog *watchdog);

/* In a forked child, where the thread is not. */
void evl_watchdog_forget(evl_watchdog *watchdog);

#endif
