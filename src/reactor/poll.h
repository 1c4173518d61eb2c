/* SPDX-License-Identifier: MIT */
/*
 * Waiting for descriptors that belong to somebody else: PHP's streams, sockets of other extensions, bare numbers. Any
 * number of polls a descriptor and direction, level-triggered: `ready` is called in each evl_loop_poll() that finds the
 * descriptor ready.
 *
 * They live in a private set (epoll or kqueue) that is itself one uv_poll_t, since libuv aborts the process when a
 * descriptor that it watches is closed behind its back, allows one watcher a descriptor, and refuses regular files.
 * Here a file that the kernel cannot watch is always ready; one that was closed is found out before the loop waits (at
 * most CHECK_EVERY later) and told to `gone`; a number that belongs to another file by now is registered anew by the
 * next start.
 */
#ifndef EVLOOP_REACTOR_POLL_H
#define EVLOOP_REACTOR_POLL_H

#include "src/reactor/loop.h"

typedef struct evl_poll evl_poll;

typedef enum evl_poll_direction {
	EVL_POLL_READ,
	EVL_POLL_WRITE,
} evl_poll_direction;

typedef enum evl_poll_view {
	EVL_POLL_WAITING,
	EVL_POLL_READY, /* the kernel may not know: bytes wait in a buffer of the owner's */
	EVL_POLL_GONE,  /* the descriptor was closed */
} evl_poll_view;

/* None may start or stop a poll: they record and push, like every reactor callback. */
typedef struct evl_poll_ops {
	void (*ready)(evl_poll *poll);
	/* The poll was stopped, since its descriptor was closed. */
	void (*gone)(evl_poll *poll);
	/* What the owner sees. NULL: the kernel is asked whether the descriptor is open. */
	evl_poll_view (*look)(const evl_poll *poll);
} evl_poll_ops;

struct evl_poll {
	evl_list link; /* in its descriptor's list while started */
	evl_list all;  /* in the set's list while started */
	const evl_poll_ops *ops;
	int fd;
	uint8_t direction; /* evl_poll_direction */
	bool unreferenced; /* does not keep the loop alive; change by evl_poll_reference() */
};

void evl_poll_init(evl_poll *poll, const evl_poll_ops *ops, int fd, evl_poll_direction direction);

/*
 * 0 or a negative UV_E*: UV_EBADF for what is no open descriptor, UV_ENOMEM and the like when the set cannot be made,
 * UV_ECANCELED in a loop that is torn down. Silent when it is started.
 */
int evl_poll_start(evl_loop *loop, evl_poll *poll);
void evl_poll_stop(evl_loop *loop, evl_poll *poll);
void evl_poll_reference(evl_loop *loop, evl_poll *poll, bool referenced);

static inline bool evl_poll_is_started(const evl_poll *poll)
{
	return evl_list_is_linked(&poll->link);
}

/*
 * For the loop. Before a poll: look for what the kernel does not tell; false if there are descriptors that are always
 * ready, so that it must not wait. After it: tell those. Alarm: bound the poll at a deadline that is no whole
 * millisecond away, or a negative UV_E*. Forget: after a fatal error, the polls' memory may be gone. Free: with the loop;
 * owners may stop their polls later.
 */
bool evl_polls_before(evl_loop *loop, bool block);
void evl_polls_after(evl_loop *loop);
int evl_polls_alarm(evl_loop *loop, uint64_t deadline);
void evl_polls_forget(evl_loop *loop);
void evl_polls_free(evl_loop *loop);

#endif
