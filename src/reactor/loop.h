/* SPDX-License-Identifier: MIT */
/*
 * One event loop: a uv_loop_t and what evloop keeps beside it. Made per request and thread, never copied (libuv keeps pointers into
 * it). Nothing of PHP runs inside evl_loop_poll(): callbacks of this layer move bytes, record results and push ready items.
 *
 * "Referenced" work keeps the loop alive. libuv counts its own active handles; the timers of timer.h count in the loop.
 */
#ifndef EVLOOP_REACTOR_LOOP_H
#define EVLOOP_REACTOR_LOOP_H

#include "src/core/heap.h"
#include "src/core/list.h"
#include "src/reactor/tick.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

/* One read takes at most this; the bytes land in the loop's scratch area first, so that idle streams own no buffer. */
#define EVL_LOOP_SCRATCH 65536

typedef struct evl_loop {
	uv_loop_t uv;
	evl_tick tick;
	evl_heap timers;
	uint32_t timers_referenced;
	uint64_t timer_armed;  /* deadline that uv_timer is set for, 0 = none */
	uv_timer_t uv_timer;   /* bounds the poll; due timers are found after it */
	evl_list handles;      /* every evl_handle that is not closed */
	evl_list to_flush;     /* streams with output of this tick (evl_stream.flush_link) */
	char *scratch;
	size_t handles_opened;
	size_t handles_closed;
	bool polling;          /* inside uv_run */
	bool muted;            /* being torn down: nothing is delivered to owners any more */
} evl_loop;

/* 0 or a negative UV_E*; nothing is left behind on failure. */
int evl_loop_init(evl_loop *loop, uint32_t io_budget, uint32_t microtask_budget);

/* Write out what the tick produced, one system call per stream. */
void evl_loop_flush(evl_loop *loop);

/* One poll: flush, uv_run (waiting for an event only if `block`), then the due timers. Callbacks push to the ready queue. */
void evl_loop_poll(evl_loop *loop, bool block);

/* Whether referenced work is left (ready items are not counted: see evl_tick_has_work). */
bool evl_loop_is_alive(const evl_loop *loop);

/*
 * Tear down: mutes, closes every handle, runs until all close callbacks came, frees. Owners are told nothing and keep their handles:
 * each still calls evl_handle_release() later, which then only frees (the loop's memory is gone by that time and is not looked at).
 * The evl_loop's own memory stays the caller's. Pending requests are cancelled and waited for, released handles and orphaned requests
 * free themselves. Asserts handles_opened == handles_closed.
 */
void evl_loop_destroy(evl_loop *loop);

/* Monotonic nanoseconds, read anew. */
static inline uint64_t evl_loop_now(void)
{
	return uv_hrtime();
}

#endif
