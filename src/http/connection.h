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
#include "src/http/listener.h"
#include "src/http/request.h"
#include "src/reactor/stream.h"

struct evloop_http_server;

enum evloop_http_connection_flag {
	EVLOOP_HTTP_LAST = 1 << 0,     /* no further request is read */
	EVLOOP_HTTP_LINGERS = 1 << 1,  /* the FIN is asked for; input is thrown away until the peer's comes */
	EVLOOP_HTTP_CONTINUE = 1 << 2, /* the client waits for 100 before it sends the body */
	EVLOOP_HTTP_OVERFULL = 1 << 3, /* the peer does not read: nothing is read from it until the output is gone */
};

/* A body on its way in. */
typedef struct evloop_http_receiving {
	evl_http1_body decoder;
	zend_string *text; /* NULL until the first bytes */
	size_t length;     /* of `text` in use */
	evl_http1_field trailers[];
} evloop_http_receiving;

typedef struct evloop_http_connection {
	evl_list link;   /* in server->connections */
	evl_list linger; /* in server->lingering */
	uint64_t linger_until;
	evl_ready ready;
	evl_stream *stream;
	struct evloop_http_server *server;
	evloop_http_listener *listener;
	evl_list requests;                /* in flight, in order of arrival; one reference each */
	evl_http1_head *partial;          /* a head that has arrived in part, with its table behind it; else NULL */
	evloop_http_request *request;     /* whose body is arriving; else NULL */
	evloop_http_receiving *receiving; /* that body */
	zend_string *remote;
	uint64_t received; /* requests */
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

/* Have its ready item run. */
void evloop_http_connection_wake(evloop_http_connection *connection);

#endif
