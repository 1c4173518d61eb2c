/* SPDX-License-Identifier: MIT */
/*
 * One connection of a server: reads requests off its stream, keeps those in flight in order, and ends without losing
 * the last answer. Owned by its server's list. The reactor tells it about bytes by pushing its ready item; all else
 * happens in that item.
 */
#ifndef EVLOOP_HTTP_CONNECTION_H
#define EVLOOP_HTTP_CONNECTION_H

#include "php.h"

#include "src/core/http1.h"
#include "src/core/list.h"
#include "src/http/deadline.h"
#include "src/http/listener.h"
#include "src/http/request.h"
#include "src/reactor/stream.h"

struct evloop_http_server;

enum evloop_http_connection_flag {
	EVLOOP_HTTP_LAST = 1 << 0,     /* no further request is read */
	EVLOOP_HTTP_LINGERS = 1 << 1,  /* the FIN is asked for; input is thrown away until the peer's comes */
	EVLOOP_HTTP_ENDED = 1 << 2,    /* the FIN is sent */
	EVLOOP_HTTP_CONTINUE = 1 << 3, /* the client waits for 100 before it sends the body ... */
	EVLOOP_HTTP_WANTED = 1 << 4,   /* ... and somebody waits to read it */
	EVLOOP_HTTP_OVERFULL = 1 << 5, /* the peer does not read: nothing is read from it until the output is gone */
};

typedef struct evloop_http_connection {
	evl_list link;                 /* in server->connections */
	evloop_http_deadline deadline; /* in server->deadlines */
	evl_ready ready;
	evl_stream *stream;
	struct evloop_http_server *server;
	evloop_http_listener *listener;
	evl_list requests;            /* in flight, in order of arrival; one reference each */
	evl_http1_head *partial;      /* a head that has arrived in part, with its table behind it; else NULL */
	evloop_http_request *request; /* whose body is arriving (one reference), the last of those; else NULL */
	zend_string *remote;
	uint64_t received; /* requests */
	size_t unsent;     /* output that the peer had not taken when the deadline was armed, ... */
	uint64_t taken;    /* ... and what it had */
	uint32_t in_flight;
	uint16_t refusal; /* status to answer behind what is in flight, or 0 */
	uint8_t burst;    /* requests handled in a row, before others had their turn */
	uint8_t flags;    /* evloop_http_connection_flag */
} evloop_http_connection;

/* From a descriptor that was accepted, and that is taken over in any case. The listener counts it already. */
void evloop_http_connection_open(evloop_http_listener *listener, int fd);

/* Cut it: what handles its requests is cancelled, answers go nowhere. May free the server. */
void evloop_http_connection_free(evloop_http_connection *connection);

/* The same, and the peer sees that it was cut: it cannot take what it got for the whole. */
void evloop_http_connection_reset(evloop_http_connection *connection);

/* Nothing has begun to arrive and nothing is due. */
bool evloop_http_connection_is_idle(const evloop_http_connection *connection);

/* Send the FIN behind all output, wait a little for the peer's, then go. */
void evloop_http_connection_end(evloop_http_connection *connection);

/* Somebody waits for the body that is arriving. */
void evloop_http_connection_wants_body(evloop_http_connection *connection);

/* Its deadline is over. May free it, and the server. */
void evloop_http_connection_overdue(evloop_http_connection *connection, evloop_http_deadline_kind kind);

/* Nobody waits in it and nothing is arriving: from now on its idle time counts. */
void evloop_http_connection_rests(evloop_http_connection *connection);

/* Who sends a body waits until the client has taken what is there; that has its time, too. */
void evloop_http_connection_sends(evloop_http_connection *connection);

/* Have its ready item run. */
void evloop_http_connection_wake(evloop_http_connection *connection);

#endif
