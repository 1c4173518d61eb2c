/* SPDX-License-Identifier: MIT */
/*
 * The timeouts of a server's connections. A connection has one deadline at a time, of some kind; all deadlines of a kind
 * have the same length, so a list in the order of arming is a list by deadline, and arming is a few stores. One timer
 * looks after all lists: it runs at most once for each kind and length of time, whatever the number of requests.
 *
 * A deadline is not disarmed when what it waited for comes: when its time is over, its connection tells whether it still
 * matters. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_DEADLINE_H
#define EVLOOP_HTTP_DEADLINE_H

#include "src/reactor/timer.h"

/*
 * Bytes a second: whoever is slower than this all the time, in sending or in taking, holds what others need. Each
 * direction has its timeout for nothing at first.
 */
#define EVLOOP_HTTP_LEAST_RATE 500

typedef enum evloop_http_deadline_kind {
	EVLOOP_HTTP_IDLE,   /* the next request, or that the client takes what it was sent */
	EVLOOP_HTTP_HEAD,   /* the rest of a request head */
	EVLOOP_HTTP_BODY,   /* the next bytes of a body that somebody waits for, in either direction */
	EVLOOP_HTTP_DRAIN,  /* the rest of a body that nobody wants */
	EVLOOP_HTTP_LINGER, /* the client's FIN behind ours */
	EVLOOP_HTTP_DEADLINES,
} evloop_http_deadline_kind;

typedef struct evloop_http_deadline {
	evl_list link;
	uint64_t at;
	uint8_t kind;
} evloop_http_deadline;

typedef struct evloop_http_deadlines {
	evl_list lists[EVLOOP_HTTP_DEADLINES];
	uint64_t lengths[EVLOOP_HTTP_DEADLINES]; /* nanoseconds; 0 = no limit */
	evl_timer timer;
	evl_ready ready; /* the owner sets what it runs */
} evloop_http_deadlines;

void evloop_http_deadlines_init(evloop_http_deadlines *deadlines);
void evloop_http_deadlines_free(evloop_http_deadlines *deadlines);

/* How long a peer may take for so many bytes at the rate above. */
static inline uint64_t evloop_http_least_rate_ns(uint64_t bytes)
{
	const uint64_t byte = UINT64_C(1000000000) / EVLOOP_HTTP_LEAST_RATE;

	return bytes < UINT64_MAX / byte ? bytes * byte : UINT64_MAX;
}

/* There is no connection left: the timer need not run. */
void evloop_http_deadlines_rest(evloop_http_deadlines *deadlines);

/* Arm, in the place of what was armed before. */
void evloop_http_deadline_arm(
	evloop_http_deadlines *deadlines, evloop_http_deadline *deadline, evloop_http_deadline_kind kind);

void evloop_http_deadline_disarm(evloop_http_deadline *deadline);

/*
 * For the ready item: the next deadline that is over, disarmed; NULL when there is none, then the timer is started for
 * the first of the rest.
 */
evloop_http_deadline *evloop_http_deadlines_next(evloop_http_deadlines *deadlines);

#endif
