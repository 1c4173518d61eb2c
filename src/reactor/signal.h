/* SPDX-License-Identifier: MIT */
/*
 * One watched signal. `fn` is called in evl_loop_poll() for each delivery that libuv reports. Starts unreferenced or
 * referenced as the owner asks; memory as in handle.h. What the signal did before is put back after the last watcher.
 */
#ifndef EVLOOP_REACTOR_SIGNAL_H
#define EVLOOP_REACTOR_SIGNAL_H

#include "src/reactor/handle.h"

#include <signal.h>

typedef struct evl_signal evl_signal;

struct evl_signal {
	evl_handle handle;
	void (*fn)(evl_signal *signal, void *owner);
	int signum;
	bool started;
	bool last; /* in `fn`: all other watchers of this delivery were told */
	uv_signal_t uv;
};

/* 0 or a negative UV_E* (UV_EINVAL for a signal that cannot be watched). Watching starts with evl_signal_start(). */
int evl_signal_open(evl_signal **signal, evl_loop *loop, int signum, void (*fn)(evl_signal *, void *), void *owner);
int evl_signal_start(evl_signal *signal);
void evl_signal_stop(evl_signal *signal);

/*
 * What the signal did before it was watched, and set that. False when it is not watched in this loop.
 */
bool evl_signal_previous(const evl_loop *loop, int signum, struct sigaction *action);
void evl_signal_set_previous(evl_loop *loop, int signum, const struct sigaction *action);
void evl_signal_reference(evl_signal *signal, bool referenced);

#endif
