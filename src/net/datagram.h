/* SPDX-License-Identifier: MIT */
/*
 * DatagramSocket: what it does, behind the methods of the class (datagram_socket.c). One coroutine receives, several may send;
 * or listeners get what comes (datagram_events.c). PHP's thread only; what the ops tell comes from inside the poll.
 */
#ifndef EVLOOP_NET_DATAGRAM_H
#define EVLOOP_NET_DATAGRAM_H

#include "src/base/pin.h"
#include "src/event/listeners.h"
#include "src/io/wait.h"
#include "src/net/resolve.h"
#include "src/reactor/udp.h"

typedef enum evloop_datagram_event {
	EVLOOP_DATAGRAM_MESSAGE,
	EVLOOP_DATAGRAM_ERROR,
	EVLOOP_DATAGRAM_CLOSE,
} evloop_datagram_event;

typedef struct evloop_datagram_socket {
	evl_udp *udp;            /* NULL: closed */
	evloop_waiter *receiver; /* there is one at most */
	evloop_limit receiving;  /* how long it waits */
	evl_list senders;        /* evloop_waiter.link: who wait for room, in order; only the first one tries */
	evloop_listeners listeners;
	evl_ready pump;   /* tells one event to its listeners */
	evloop_pin pin;   /* while something may be told */
	uint32_t runtime; /* whose loop it is in, see evloop_runtime_find() */
	uint32_t queue;   /* listeners of "message" that may run at once */
	uint32_t running; /* so many do */
	bool close_told;
	uint32_t dropped; /* when it was closed */
	zend_string *local;
	zend_string *remote;  /* NULL: it was bound */
	evloop_sockaddr peer; /* of the last datagram, and as text: most have one */
	zend_string *peer_text;
	zend_object std;
} evloop_datagram_socket;

typedef enum evloop_received {
	EVLOOP_RECEIVED,
	EVLOOP_RECEIVED_CLOSED,    /* it was already */
	EVLOOP_RECEIVED_CLOSED_ON, /* by another, meanwhile */
	EVLOOP_RECEIVED_THROWN,
} evloop_received;

extern const evl_udp_ops evloop_datagram_ops;

static inline evloop_datagram_socket *evloop_datagram_socket_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_datagram_socket, std);
}

void evloop_datagram_init(evloop_datagram_socket *self);
void evloop_datagram_free(evloop_datagram_socket *self);

/* It is open now. */
void evloop_datagram_attach(evloop_datagram_socket *self, evl_udp *udp);

/* False with a ClosedException thrown. */
bool evloop_datagram_check_open(const evloop_datagram_socket *self, const char *operation);
/* After waiting: the same, saying that it was closed meanwhile. */
bool evloop_datagram_check_still_open(const evloop_datagram_socket *self, const char *operation);

/* For messages: its own address. */
static inline const char *evloop_datagram_name(const evloop_datagram_socket *self)
{
	return ZSTR_VAL(self->local);
}

/* The next one; `result` is left as it is unless it is received. */
evloop_received evloop_datagram_receive(evloop_datagram_socket *self, double timeout, zval *result);
/* Of what is queued already, which must be something. */
void evloop_datagram_take(evloop_datagram_socket *self, zval *result);

/* To the peer for NULL. False with an exception thrown. */
bool evloop_datagram_send(evloop_datagram_socket *self, const zend_string *data, const evloop_sockaddr *to);

void evloop_datagram_close(evloop_datagram_socket *self);

/* Whether the loop has to live for it: after every change of who waits or listens. May drop the last reference but the caller's. */
void evloop_datagram_adjust(evloop_datagram_socket *self);

/* datagram_events.c */
bool evloop_datagram_is_heard(const evloop_datagram_socket *self);
void evloop_datagram_poke(evloop_datagram_socket *self);
void evloop_datagram_pump(evl_ready *item);
void evloop_datagram_on(INTERNAL_FUNCTION_PARAMETERS, bool once);
void evloop_datagram_off(INTERNAL_FUNCTION_PARAMETERS);

zend_result evloop_datagram_minit(int module_number);
zend_result evloop_datagram_socket_minit(int module_number);

#endif
