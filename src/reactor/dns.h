/* SPDX-License-Identifier: MIT */
/*
 * Name look-ups on libuv's thread pool (getaddrinfo: hosts file and nsswitch are honoured). A look-up is its own
 * allocation; it can be orphaned at any time and frees itself in its completion callback.
 */
#ifndef EVLOOP_REACTOR_DNS_H
#define EVLOOP_REACTOR_DNS_H

#include "src/reactor/loop.h"

typedef struct evl_lookup evl_lookup;

/*
 * `result` is NULL on failure and freed after the call; status is 0 or a negative UV_EAI_* / UV_E*. The look-up is gone
 * after it.
 */
typedef void (*evl_lookup_fn)(void *owner, int status, const struct addrinfo *result);

/* family: AF_UNSPEC, AF_INET or AF_INET6. The owner waits on its C stack. 0 or a negative UV_E*. */
int evl_lookup_start(evl_lookup **lookup, evl_loop *loop, const char *host, int family, evl_lookup_fn fn, void *owner);

/* The owner does not want it any more: never told. */
void evl_lookup_orphan(evl_lookup *lookup);

#endif
