/* SPDX-License-Identifier: MIT */
/*
 * Buckets: values below 16 have their own; above, the four bits behind the highest one choose among the sixteen of that
 * power of two. One thread.
 */
#include "src/core/histogram.h"

static uint32_t bucket_of(uint64_t value)
{
	uint32_t power;

	if (value < 16) {
		return (uint32_t) value;
	}
	if (value >> EVL_HISTOGRAM_BITS) {
		return EVL_HISTOGRAM_BUCKETS - 1;
	}
	power = 63 - (uint32_t) __builtin_clzll(value);
	return (power - 3) * 16 + (uint32_t) (value >> (power - 4) & 15);
}

/* The largest value that falls into it. */
static uint64_t bucket_end(uint32_t bucket)
{
	uint32_t power;

	if (bucket < 16) {
		return bucket;
	}
	power = bucket / 16 + 3;
	return ((UINT64_C(16) + bucket % 16 + 1) << (power - 4)) - 1;
}

void evl_histogram_record(evl_histogram *histogram, uint64_t value)
{
	histogram->count++;
	histogram->buckets[bucket_of(value)]++;
	if (value > histogram->max) {
		histogram->max = value;
	}
}

uint64_t evl_histogram_percentile(const evl_histogram *histogram, double part)
{
	uint64_t wanted = (uint64_t) (part * (double) histogram->count);
	uint64_t seen = 0;

	for (uint32_t bucket = 0; bucket < EVL_HISTOGRAM_BUCKETS; bucket++) {
		seen += histogram->buckets[bucket];
		if (seen > wanted || (seen > 0 && seen == histogram->count)) {
			uint64_t end = bucket_end(bucket);

			return end < histogram->max ? end : histogram->max;
		}
	}
	return 0;
}
