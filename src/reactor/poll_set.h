/* SPDX-License-Identifier: MIT */
/*
 * The kernel's side of poll.h: a set of descriptors, level-triggered, in epoll or kqueue. It is itself a descriptor that
 * is readable while something in it is ready. Owns nothing but that descriptor. Loop's thread only.
 *
 * Each registration carries a generation, which comes back with its events: a descriptor that was closed while a copy of
 * it stays open elsewhere goes on to report and cannot be taken out any more; the generation tells it from a newer file
 * of the same number.
 */
#ifndef EVLOOP_REACTOR_POLL_SET_H
#define EVLOOP_REACTOR_POLL_SET_H

#include <stdbool.h>
#include <stdint.h>

#define EVL_POLL_SET_READ  1
#define EVL_POLL_SET_WRITE 2

typedef struct evl_poll_set_event {
	int fd; /* -1: the alarm */
	uint32_t generation;
	uint8_t ready; /* EVL_POLL_SET_*; a hang-up or an error makes both ready */
} evl_poll_set_event;

/* The set's descriptor or a negative UV_E*. */
int evl_poll_set_open(void);

/*
 * Watch `fd` for `events` from now on, 0 = not at all. `before` is what was asked for last, which the kernel may have
 * forgotten meanwhile. UV_EPERM: the kind of file is always ready and has no place in a set.
 */
int evl_poll_set_change(int set, int fd, uint32_t generation, uint8_t before, uint8_t events);

/* Up to `room` of what is ready, without waiting; how many. */
int evl_poll_set_take(int set, evl_poll_set_event *events, int room);

/*
 * One event at `deadline` (nanoseconds of evl_loop_now()), with the precision of the kernel's best timer; a later call
 * replaces it. `*alarm` is -1 at first and then a descriptor that the caller closes, unless it stays -1. 0 or a negative
 * UV_E*.
 */
int evl_poll_set_alarm(int set, int *alarm, uint64_t deadline);

#endif
