/* SPDX-License-Identifier: MIT */
/*
 * Wakes a loop that waits in poll from another thread or a signal handler. Unreferenced: it never keeps the loop alive.
 * Several sends before the loop wakes are one call of `fn`.
 */
#ifndef EVLOOP_REACTOR_WAKEUP_H
#define EVLOOP_REACTOR_WAKEUP_H

#include "src/reactor/handle.h"

typedef struct evl_wakeup evl_wakeup;

struct evl_wakeup {
	evl_handle handle;
	void (*fn)(evl_wakeup *wakeup, void *owner);
	uv_async_t uv;
};

int evl_wakeup_open(evl_wakeup **wakeup, evl_loop *loop, void (*fn)(evl_wakeup *, void *), void *owner);

/* The only function of this layer for other threads and signal handlers. */
void evl_wakeup_send(evl_wakeup *wakeup);

#endif
