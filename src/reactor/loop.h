/* SPDX-License-Identifier: MIT */
/*
 * One event loop: a uv_loop_t and what evloop keeps beside it. Made per request and thread, never copied (libuv keeps
 * pointers into it). Nothing of PHP runs inside evl_loop_poll(): callbacks of this layer move bytes, record results and
 * push ready items.
 *
 * "Referenced" work keeps the loop alive. libuv counts its own active handles; the timers of timer.h count in the loop.
 */
#ifndef EVLOOP_REACTOR_LOOP_H
#define EVLOOP_REACTOR_LOOP_H

#include "src/core/heap.h"
#include "src/core/histogram.h"
#include "src/core/list.h"
#include "src/reactor/tick.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

/* One read takes at most this; the bytes land in the loop's scratch area first, so that idle streams own no buffer. */
#define EVL_LOOP_SCRATCH 65536

typedef struct evl_polls evl_polls;
typedef struct evl_timeouts evl_timeouts;
typedef struct evl_names evl_names;

/*
 * Something that has output of this tick to hand over: `fn` is called once, at the next flush, with the link taken off.
 */
typedef struct evl_flush {
	evl_list link;
	void (*fn)(struct evl_flush *flush);
} evl_flush;

typedef struct evl_loop {
	uv_loop_t uv;
	evl_tick tick;
	evl_heap timers;
	uint32_t timers_referenced; /* and who holds it: see evl_loop_hold() */
	uint64_t timers_now;        /* the clock of the timers being fired, 0 when none are */
	uint64_t timer_armed;       /* deadline that uv_timer is set for, 0 = none */
	uv_timer_t uv_timer;        /* bounds the poll; due timers are found after it. Never referenced */
	uv_check_t keeper;          /* referenced inside uv_run only: without it uv_run ignores unreferenced handles */
	evl_list handles;           /* every evl_handle that is not closed */
	evl_list requests;          /* every evl_request in the thread pool */
	evl_list held;              /* those that are complete, and their owner's, on a C stack: see work.c */
	evl_list to_flush;          /* every evl_flush of this tick */
	char *scratch;
	char *tls_block; /* where the next records are put together: see tls_out.c. NULL: one is made when needed */
	char *landing;   /* lent memory for bulk: see landing.h. NULL: there is none */
	struct evl_stream *landed; /* whose bytes lie there */
	evl_polls *polls;          /* foreign descriptors: see poll.c. NULL until needed */
	uint32_t polls_referenced;
	evl_timeouts *timeouts;                    /* coarse ones: see timeout.c. NULL until needed */
	struct evl_udp_batch *udp_batch;           /* what datagrams land in: see udp.c. NULL until needed */
	evl_names *names;                          /* that were looked up: see dns.c. NULL until needed */
	struct evl_signals_before *signals_before; /* what watched signals did before: see signal.c. NULL until needed */
	size_t handles_opened;
	size_t handles_closed;
	uint64_t polled_at; /* when the last uv_run ended; 0 = not since the loop was entered */
	uint64_t busy;      /* nanoseconds between polls and in polls that wait */
	uint64_t idle;
	uint64_t bytes_in; /* through streams of ours */
	uint64_t bytes_out;
	evl_histogram lag;    /* from poll to poll: so long an event may have waited for somebody to look */
	bool polling;         /* inside uv_run */
	bool idle_now;        /* polling, or nobody drives the loop: read by the watchdog's thread */
	bool driven;          /* somebody does; set by who drives */
	bool touched;         /* code that is no ready item ran since the polls were looked at: the driver's own */
	bool forked;          /* a child's copy of its parent's loop */
	bool orphaned;        /* forked while the thread pool worked for it: libuv cannot close it any more */
	bool muted;           /* being torn down: nothing is delivered to owners any more */
	bool ignores_sigpipe; /* this loop set SIGPIPE to be ignored and puts the default back */
} evl_loop;

/*
 * 0 or a negative UV_E*; nothing is left behind on failure. SIGPIPE, which libuv's writes raise, is ignored from here
 * on when its disposition was the default; a handler of the program's stays.
 */
int evl_loop_init(evl_loop *loop, uint32_t io_budget, uint32_t microtask_budget);

/* Have `flush` called at the end of this tick; nothing if it is listed already. */
static inline void evl_loop_flush_later(evl_loop *loop, evl_flush *flush)
{
	if (!evl_list_is_linked(&flush->link)) {
		evl_list_append(&loop->to_flush, &flush->link);
	}
}

/* For the watchdog: somebody drives the loop from now on, or nobody does. */
void evl_loop_set_driven(evl_loop *loop, bool driven);

/* Write out what the tick produced, one system call per stream. */
void evl_loop_flush(evl_loop *loop);

/*
 * One poll: flush, uv_run, then the due timers. Callbacks push to the ready queue. It waits only if `block`, if no
 * timer is due, and if there is referenced work to wait for: else it returns at once.
 */
void evl_loop_poll(evl_loop *loop, bool block);

/* For assert, before each poll: all counts, and that what is listed is the loop's. Of many handles only the first. */
bool evl_loop_check(const evl_loop *loop);

/* Whether referenced work is left (ready items are not counted: see evl_tick_has_work). */
bool evl_loop_is_alive(const evl_loop *loop);

/*
 * Tear down: mutes, flushes, unlinks timers and ready items, closes every handle, cancels requests, runs until all their
 * callbacks came, frees. Owners are told nothing and keep their handles and requests: each still calls
 * evl_handle_release() or evl_request_orphan() later, which then only frees (handle->loop is NULL by that time, and
 * every function refuses). The evl_loop's own memory stays the caller's. A request that a thread is working on is
 * waited for. Asserts handles_opened == handles_closed.
 */
void evl_loop_destroy(evl_loop *loop);

/*
 * Mute, and forget the queued items and the timers without touching them: a fatal error jumped over the frames that some of them
 * lived in. From here on only evl_loop_destroy() is for this loop; stopping a timer does nothing.
 */
void evl_loop_forget(evl_loop *loop);

/*
 * After a fatal error, just before evl_loop_destroy(): what a frame owns is nobody's any more, and frees itself when it has closed or
 * completed. Frames that were parked are not unwound either.
 */
void evl_loop_disown_frames(evl_loop *loop);

/*
 * In a forked child, before anything else is done to its copy of the loop: lets go of what it shares with the parent. From
 * here on only evl_loop_destroy() and closing are for this loop. What the thread pool worked on will never complete, since
 * its threads are not in the child: owners are told UV_ECANCELED, within this call.
 */
void evl_loop_forked(evl_loop *loop);

/* Somebody waits who keeps the loop alive with nothing of its own; and does no longer. */
static inline void evl_loop_hold(evl_loop *loop)
{
	loop->timers_referenced++;
}

static inline void evl_loop_let_go(evl_loop *loop)
{
	loop->timers_referenced--;
}

/* Monotonic nanoseconds, read anew. */
static inline uint64_t evl_loop_now(void)
{
	return uv_hrtime();
}

#endif
