/* SPDX-License-Identifier: MIT */
/*
 * The event style of a ServerSocket: "connection", "error", "close". Made with the first listener and owned by its server.
 *
 * While somebody listens to "connection" the server is held, keeps the loop alive, and its connections go to the listeners, each in
 * a callback of its own: one that waits keeps no other back. What may be told is found by one ready item, which queues itself again
 * before it calls. PHP's thread only; evloop_server_events_poke() and _failed() may be called from inside the poll.
 */
#ifndef EVLOOP_NET_SERVER_EVENTS_H
#define EVLOOP_NET_SERVER_EVENTS_H

#include "src/net/server_socket.h"

/* on() and once(): parses their parameters. */
void evloop_server_on(INTERNAL_FUNCTION_PARAMETERS, evloop_server_socket *server, bool once);
void evloop_server_off(INTERNAL_FUNCTION_PARAMETERS, evloop_server_socket *server);

/* A connection came. NULL is a server without listeners, here and below. */
void evloop_server_events_poke(evloop_server_events *events);

/* It was paused, resumed or closed. May drop the last reference to the server but the caller's. */
void evloop_server_events_adjust(evloop_server_events *events);

/* Accepting failed. */
void evloop_server_events_failed(evloop_server_events *events, int status);

/* Somebody listens to "connection". */
bool evloop_server_events_hears_errors(const evloop_server_events *self);
bool evloop_server_events_take(const evloop_server_events *events);

/* The server's object goes. */
void evloop_server_events_free(evloop_server_events *events);
void evloop_server_events_gc(evloop_server_events *events, zend_get_gc_buffer *buffer);

#endif
