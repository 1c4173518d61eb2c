/* SPDX-License-Identifier: MIT */
/*
 * A datagram socket of our own on a watched descriptor: uv_udp_t has no reuse-port before 1.49, reads into memory that it
 * asks for one by one, and hides what is queued.
 *
 * In: once evl_udp_read() was called, datagrams are received in batches (recvmmsg where there is one) into one queue of
 * records. When it holds `limit` of them receiving stops until half of them are taken: the system's buffer fills, and what
 * does not fit there, the newest, is dropped by the system, which counts it. A failure (ECONNREFUSED, say, for what was
 * sent before) is kept in `status` until it is taken; the socket lives on.
 *
 * Out: evl_udp_send() sends at once, and tells who sent what has failed; one sendmmsg a tick would save a sixth of that
 * and tell nobody. When there is no room, evl_udp_want_room() has the owner told when there is.
 *
 * The owner is told by `ops`, from inside evl_loop_poll(): it may only record and push ready items.
 */
#ifndef EVLOOP_REACTOR_UDP_H
#define EVLOOP_REACTOR_UDP_H

#include "src/core/buf.h"
#include "src/reactor/dns.h"
#include "src/reactor/handle.h"

/* Datagrams received by one system call. */
#define EVL_UDP_BATCH 32
/* What a datagram can have at most; its header takes some of it. */
#define EVL_UDP_SIZE_MAX 65536

typedef struct evl_udp evl_udp;

typedef struct evl_udp_ops {
	evl_handle_ops handle;
	/* There is something to take, or `status` was set. */
	void (*received)(evl_udp *udp, void *owner);
	/* Asked for by evl_udp_want_room(): sending may be tried again. Once. */
	void (*writable)(evl_udp *udp, void *owner);
} evl_udp_ops;

/* Negative numbers leave what the system has. */
typedef struct evl_udp_options {
	bool reuse_address;
	bool reuse_port;
	bool broadcast;
	bool ipv6_only;
	int ttl;
	int multicast_ttl;
	int multicast_loop;
	uint32_t multicast_interface; /* index; 0: the system's choice */
	int tos;
	int receive_buffer;
	int send_buffer;
	uint32_t queue;    /* datagrams */
	uint32_t max_size; /* of one; what is longer is cut */
} evl_udp_options;

/* A record of the queue; its bytes follow. */
typedef struct evl_datagram {
	uint32_t size;
	bool truncated;
	evl_sockaddr from;
} evl_datagram;

struct evl_udp {
	evl_handle handle;
	int fd;
	int family;
	int status;      /* what receiving failed with, until it is taken */
	int watched;     /* UV_READABLE, UV_WRITABLE */
	bool wanted;     /* evl_udp_read() */
	bool wants_room; /* evl_udp_want_room() */
	uint32_t queued;
	uint32_t limit;
	uint32_t max_size;
	evl_buf queue; /* records, each padded */
	uv_poll_t uv;
};

/*
 * A socket with these options, bound to `local` or connected to `remote`; the other one is NULL. 0 or a negative UV_E*.
 */
int evl_udp_open(evl_udp **udp, evl_loop *loop, const evl_sockaddr *local, const evl_sockaddr *remote,
	const evl_udp_options *options, const evl_udp_ops *ops, void *owner);

/* Receive from now on. */
void evl_udp_read(evl_udp *udp);

/* The first of the queue, good until the next poll; NULL: it is empty. */
const evl_datagram *evl_udp_first(const evl_udp *udp);
static inline const char *evl_datagram_data(const evl_datagram *datagram)
{
	return (const char *) (datagram + 1);
}
/* Drop the first of the queue. */
void evl_udp_shift(evl_udp *udp);

/* What receiving has failed with, once; 0: it has not. */
int evl_udp_take_status(evl_udp *udp);

/* To the peer of a connected socket for NULL. 0, UV_EAGAIN when there is no room, or another negative UV_E*. */
int evl_udp_send(evl_udp *udp, const char *data, size_t size, const evl_sockaddr *to);
void evl_udp_want_room(evl_udp *udp);

/* Join or leave a group on an interface (0: the system's choice), from one source or (NULL) from any. 0 or a negative UV_E*. */
int evl_udp_membership(
	evl_udp *udp, bool join, const evl_sockaddr *group, uint32_t interface, const evl_sockaddr *source);

/* Datagrams that the system has dropped since the socket was opened, as far as it tells (Linux does). */
uint32_t evl_udp_dropped(const evl_udp *udp);

int evl_udp_address(const evl_udp *udp, bool peer, evl_sockaddr *address);

/* The index of an interface given by its name or by an address that it has; 0: there is none. */
uint32_t evl_udp_interface(const char *name);

static inline void evl_udp_close(evl_udp *udp)
{
	evl_handle_close(&udp->handle);
}
static inline void evl_udp_release(evl_udp *udp)
{
	evl_handle_release(&udp->handle);
}

/* For assert. */
bool evl_udp_check(const evl_udp *udp);

/* For the loop: it is closed. */
void evl_udp_batch_free(evl_loop *loop);

#endif
