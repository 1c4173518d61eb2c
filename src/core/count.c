/* SPDX-License-Identifier: MIT */
/*
 * The counts of count.h, for the whole process. Any thread.
 */
#include "src/core/count.h"

#ifdef EVLOOP_DEBUG
#include <stdatomic.h>

static atomic_long counts[EVL_COUNTS];

void evl_count(evl_counted what, long delta)
{
	atomic_fetch_add_explicit(&counts[what], delta, memory_order_relaxed);
}
#endif

long evl_count_of(evl_counted what)
{
#ifdef EVLOOP_DEBUG
	return atomic_load_explicit(&counts[what], memory_order_relaxed);
#else
	(void) what;
	return 0;
#endif
}
