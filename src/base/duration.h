/* SPDX-License-Identifier: MIT */
/*
 * Durations as users give them: float seconds. Any thread that runs PHP.
 */
#ifndef EVLOOP_BASE_DURATION_H
#define EVLOOP_BASE_DURATION_H

#include "php.h"

/* A century: what is longer would overflow the loop's nanoseconds, and is a mistake. */
#define EVLOOP_DURATION_MAX 3.2e9

/* False with a ValueError for argument `number` thrown: NAN, infinite, negative, or absurdly long. */
static inline bool evloop_duration_check(double seconds, uint32_t number)
{
	/* Written so that NAN fails. */
	if (EXPECTED(seconds >= 0.0 && seconds <= EVLOOP_DURATION_MAX)) {
		return true;
	}
	zend_argument_value_error(number, "must be a number of seconds between 0 and %.1e", EVLOOP_DURATION_MAX);
	return false;
}

/* Nanoseconds, rounded up: a timer never fires early. */
static inline uint64_t evloop_duration_ns(double seconds)
{
	double nanoseconds = seconds * 1e9;
	uint64_t whole = (uint64_t) nanoseconds;

	return (double) whole < nanoseconds ? whole + 1 : whole;
}

#endif
