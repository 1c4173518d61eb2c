/* SPDX-License-Identifier: MIT */
/*
 * A histogram of durations with a fixed size: sixteen buckets for each power of two, so a percentile is right within a
 * sixteenth. Recording is a shift and an increment. Owns nothing; zeroed memory is an empty one. One thread.
 */
#ifndef EVLOOP_CORE_HISTOGRAM_H
#define EVLOOP_CORE_HISTOGRAM_H

#include <stdint.h>

/* Up to 2^44 ns, which are nearly five hours; what is longer counts as that. */
#define EVL_HISTOGRAM_BITS    44
#define EVL_HISTOGRAM_BUCKETS ((EVL_HISTOGRAM_BITS - 3) * 16)

typedef struct evl_histogram {
	uint64_t count;
	uint64_t max; /* exact */
	uint32_t buckets[EVL_HISTOGRAM_BUCKETS];
} evl_histogram;

void evl_histogram_record(evl_histogram *histogram, uint64_t value);

/* The value that `part` (0 to 1) of all do not exceed, or a little more; 0 when there are none. */
uint64_t evl_histogram_percentile(const evl_histogram *histogram, double part);

#endif
