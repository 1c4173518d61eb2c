/* SPDX-License-Identifier: MIT */
/*
 * What is open, counted in debug builds (EVLOOP_DEBUG) and looked at when a request is over: then each count is 0. Any thread.
 */
#ifndef EVLOOP_CORE_COUNT_H
#define EVLOOP_CORE_COUNT_H

typedef enum evl_counted {
	EVL_COUNT_HANDLES,  /* opened, and their close callback has not come */
	EVL_COUNT_REQUESTS, /* in libuv's thread pool */
	EVL_COUNT_STACKS,
	EVL_COUNT_PINS,
	EVL_COUNTS,
} evl_counted;

#ifdef EVLOOP_DEBUG
void evl_count(evl_counted what, long delta);
#else
static inline void evl_count(evl_counted what, long delta)
{
	(void) what;
	(void) delta;
}
#endif

/* 0 in other builds. */
long evl_count_of(evl_counted what);

#endif
