/* SPDX-License-Identifier: MIT */
/*
 * Look-ups of names (getaddrinfo: hosts file and nsswitch are honoured) and back, and what they found for a while. Who asks
 * for a name that is being looked up joins that look-up, so that one name, however slow, holds one thread of resolver.h. An
 * answer is kept in the loop; how long it is good is said by who asks.
 */
#ifndef EVLOOP_REACTOR_DNS_H
#define EVLOOP_REACTOR_DNS_H

#include "src/reactor/loop.h"

#include <netinet/in.h>
#include <sys/un.h>

/* Of one name; more are not told. */
#define EVL_ADDRESSES_MAX 16
/* Names whose answers a loop keeps. */
#define EVL_NAMES_MAX 1024
/* A failure is good for so long at most. */
#define EVL_NAMES_FAILURE_NS 1000000000u

typedef struct evl_sockaddr {
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
		struct sockaddr_un path; /* of a Unix socket: never from a look-up */
	};
	int length; /* 0 = none */
} evl_sockaddr;

typedef struct evl_name evl_name;
typedef struct evl_lookup evl_lookup;

typedef struct evl_answer {
	int status;          /* 0 or a negative UV_EAI_* / UV_E*: then there is nothing else */
	uint32_t count;      /* of addresses; 0 for a look-up back */
	evl_sockaddr *found; /* ports are 0 */
	char *host;          /* what a look-up back has found, else NULL */
} evl_answer;

/* They may ask again, and what is found is good until they do. */
typedef void (*evl_lookup_fn)(evl_lookup *lookup, const evl_answer *answer);

/* Who asks: its memory, which may be on a C stack. */
struct evl_lookup {
	evl_list link; /* while it waits for the answer */
	evl_name *name;
	evl_lookup_fn fn;
};

/*
 * family: AF_UNSPEC, AF_INET or AF_INET6; `fresh`: nanoseconds for which an answer is good, 0 = none but this one. 0 or a
 * negative UV_E*: then fn is not called. It is called within this call when the answer is known.
 */
int evl_lookup_start(
	evl_lookup *lookup, evl_loop *loop, const char *host, int family, uint64_t fresh, evl_lookup_fn fn);

/* The same for the name of an IP address. */
int evl_lookup_back(
	evl_lookup *lookup, evl_loop *loop, const struct sockaddr *address, uint64_t fresh, evl_lookup_fn fn);

/* No answer is wanted any more. Silent for one that was answered. */
void evl_lookup_leave(evl_lookup *lookup);

static inline bool evl_lookup_is_pending(const evl_lookup *lookup)
{
	return evl_list_is_linked(&lookup->link);
}

/* Forget all answers, and those that are on their way once they are told. */
void evl_names_flush(evl_loop *loop);

/*
 * For the loop: who asks is gone (a fatal error jumped over the frames); this is a forked child, where they are told
 * UV_ECANCELED; the loop is about to close.
 */
void evl_names_forget(evl_loop *loop);
void evl_names_forked(evl_loop *loop);
void evl_names_free(evl_loop *loop);

#endif
