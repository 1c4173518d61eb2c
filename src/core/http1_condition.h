/* SPDX-License-Identifier: MIT */
/*
 * http1_condition.h: what a request says about the representation it wants: conditions (RFC 9110 13) and one range of
 * bytes (RFC 9110 14). Pure functions without memory or state; any thread may call them.
 */
#ifndef EVLOOP_CORE_HTTP1_CONDITION_H
#define EVLOOP_CORE_HTTP1_CONDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A field's value; NULL = the request has none of that name. */
typedef struct evl_http1_value {
	const char *text;
	size_t len;
} evl_http1_value;

typedef struct evl_http1_conditions {
	evl_http1_value if_match;
	evl_http1_value if_none_match;
	evl_http1_value if_modified_since;
	evl_http1_value if_unmodified_since;
	evl_http1_value if_range;
	evl_http1_value range;
	bool safe; /* GET or HEAD: what is not modified is 304, for others 412 */
	bool get;  /* GET: ranges count */
} evl_http1_conditions;

/* What there is. */
typedef struct evl_http1_validators {
	const char *tag; /* with its quotes, and W/ if it is weak */
	size_t tag_len;
	int64_t modified; /* seconds since 1970 */
	bool settled;     /* `modified` is so long ago that it tells versions apart */
	uint64_t size;
} evl_http1_validators;

/*
 * 200, 206 with *first and *length, 304, 412 or 416: the precedence of RFC 9110 13.2.2. More than one range, a unit
 * other than bytes and what is no range at all are answered with the whole, as the RFC allows.
 */
int evl_http1_judge_conditions(
	const evl_http1_conditions *conditions, const evl_http1_validators *validators, uint64_t *first, uint64_t *length);

/* All three forms of RFC 9110 5.6.7; the day of the week is not looked at. False if it is none of them. */
bool evl_http1_read_date(const char *text, size_t len, int64_t *seconds);

#endif
