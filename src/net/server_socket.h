/* SPDX-License-Identifier: MIT */
/*
 * The class ServerSocket. PHP's thread only.
 */
#ifndef EVLOOP_NET_SERVER_SOCKET_H
#define EVLOOP_NET_SERVER_SOCKET_H

#include "src/net/socket.h"
#include "src/net/tls_lobby.h"

typedef struct evloop_server_events evloop_server_events;

typedef struct evloop_server_socket {
	evl_listener *listener;  /* NULL: closed */
	evloop_tls_lobby *lobby; /* of TLS: where they are before they can be accepted; NULL without */
	evl_list acceptors;      /* acceptor.waiter.link: who wait, in order; who was given a connection is off it */
	uint32_t promised;       /* of the queued connections: to acceptors that are woken but did not have their turn */
	evloop_gate *gate;       /* NULL: no limit */
	evloop_socket_settings settings;
	evloop_server_events *events; /* NULL until somebody listens */
	zend_string *address;
	zend_object std;
} evloop_server_socket;

extern zend_class_entry *evloop_ce_server_socket;

static inline evloop_server_socket *evloop_server_socket_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_server_socket, std);
}

/* The next connection, NULL as `result` once closed. False with an exception thrown. */
bool evloop_server_socket_accept(evloop_server_socket *self, double timeout, zval *result);
void evloop_server_socket_close(evloop_server_socket *self);

/* Connections that could be taken and are promised to nobody. */
bool evloop_server_socket_has_unpromised(const evloop_server_socket *self);
/* The first of the queue, as a Socket. False with an exception thrown. */
bool evloop_server_socket_take(evloop_server_socket *self, zval *result);
/* It keeps the loop alive while somebody wants a connection, and only then. */
void evloop_server_socket_reference(evloop_server_socket *self);

zend_result evloop_server_socket_minit(int module_number);

#endif
