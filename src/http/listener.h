/* SPDX-License-Identifier: MIT */
/*
 * One address that a server listens on. Its connections refer to it, so it may outlive its own closing. PHP's thread
 * only.
 */
#ifndef EVLOOP_HTTP_LISTENER_H
#define EVLOOP_HTTP_LISTENER_H

#include "php.h"

#include "src/net/options.h"
#include "src/net/tls_context.h"
#include "src/reactor/accept.h"

struct evloop_http_server;

typedef struct evloop_http_listener {
	evl_list link; /* in server->listeners until closed */
	evl_ready ready;
	evl_listener *listener; /* NULL once closed */
	struct evloop_http_server *server;
	zend_string *address;
	uint32_t open;  /* connections that refer to it */
	uint32_t max;   /* of them; UINT32_MAX = no limit */
	size_t in_high; /* high-water marks of their streams */
	size_t out_high;
	bool no_delay;
	evloop_tls_context *tls; /* NULL: plain */
} evloop_http_listener;

/* With TLS when there is a context, which stays the caller's. False with an exception thrown. */
bool evloop_http_listener_open(struct evloop_http_server *server, const evloop_sockaddr *address,
	const zend_string *uri, const evloop_listen_settings *settings, evloop_tls_context *tls);

/* Stop listening; freed with its last connection. */
void evloop_http_listener_close(evloop_http_listener *listener);

/* A connection is gone. */
void evloop_http_listener_leave(evloop_http_listener *listener);

/* The number of connections changed: accept as many as the limits of the server and of each listener leave room for. */
void evloop_http_listeners_adjust(struct evloop_http_server *server);

#endif
