/* SPDX-License-Identifier: MIT */
/*
 * Listening and accepting of our own, on a watched descriptor: libuv's listener drops connections silently when
 * descriptors run out, spins when its reserve is gone, and 1.44 has no reuse-port. Accepted descriptors (non-blocking,
 * close-on-exec) wait in a small queue; when nobody takes them accepting stops, and the kernel's backlog holds the
 * rest. When the process runs out of descriptors accepting rests for EVL_ACCEPT_REST and tries again, and the owner is
 * told once.
 */
#ifndef EVLOOP_REACTOR_ACCEPT_H
#define EVLOOP_REACTOR_ACCEPT_H

#include "src/core/unix_file.h"
#include "src/reactor/handle.h"
#include "src/reactor/timer.h"

#define EVL_ACCEPT_QUEUE   64
#define EVL_ACCEPT_REST_NS 100000000u

typedef struct evl_listener evl_listener;

typedef struct evl_listener_ops {
	evl_handle_ops handle;
	/* Connections wait: take them by evl_listener_take(). */
	void (*connection)(evl_listener *listener, void *owner);
	/* Accepting failed (EMFILE, ENFILE, ENOBUFS, ENOMEM): it goes on by itself. May be NULL. */
	void (*failed)(evl_listener *listener, void *owner, int status);
} evl_listener_ops;

typedef struct evl_listen_options {
	int backlog;
	bool reuse_port;
	bool ipv6_only;
	bool set_mode; /* of a Unix socket's file: */
	uint16_t mode;
} evl_listen_options;

struct evl_listener {
	evl_handle handle;
	evl_timer rest; /* runs while descriptors are scarce */
	int fd;
	int family;          /* of what it accepts: AF_UNIX, AF_INET, AF_INET6 */
	evl_unix_file *file; /* of a Unix socket with a path; goes when it is closed */
	bool paused;         /* by the owner */
	bool watching;       /* uv_poll is started */
	bool failing;        /* accepting failed, the owner was told, and nothing was accepted since */
	uint8_t limit;       /* how many may be in the queue, at most EVL_ACCEPT_QUEUE */
	uint8_t first;       /* ring of accepted descriptors */
	uint8_t count;
	int queue[EVL_ACCEPT_QUEUE];
	uv_poll_t uv;
};

/*
 * Bind and listen (SO_REUSEADDR is set); accepting starts at once. 0 or a negative UV_E*: EADDRINUSE comes from here.
 * A Unix socket's path may be one that a dead listener has left.
 */
int evl_listener_open(evl_listener **listener, evl_loop *loop, const struct sockaddr *address, int length,
	const evl_listen_options *options, const evl_listener_ops *ops, void *owner);

/* The next accepted descriptor, or -1. */
int evl_listener_take(evl_listener *listener);

/* Stop or go on accepting; what is queued stays. */
void evl_listener_pause(evl_listener *listener, bool paused);

/* Queue at most `limit` connections, EVL_ACCEPT_QUEUE at most and at first; those that are queued stay. */
void evl_listener_limit(evl_listener *listener, size_t limit);

/* Whether listening keeps the loop alive; it does at first. */
void evl_listener_reference(evl_listener *listener, bool referenced);

/* Close the listening socket and the descriptors that nobody took; then evl_listener_release(). */
void evl_listener_close(evl_listener *listener);
void evl_listener_release(evl_listener *listener);

int evl_listener_address(const evl_listener *listener, struct sockaddr_storage *address, int *length);

#endif
