/* SPDX-License-Identifier: MIT */
/*
 * The Server object and what its connections share. It pins itself while it listens or has connections. PHP's thread
 * only.
 */
#ifndef EVLOOP_HTTP_SERVER_H
#define EVLOOP_HTTP_SERVER_H

#include "php.h"

#include "src/base/callback.h"
#include "src/base/pin.h"
#include "src/core/http1.h"
#include "src/http/answer.h"
#include "src/http/deadline.h"
#include "src/http/options.h"

typedef struct evloop_http_server {
	evloop_callback handler;
	evloop_http_options options;
	evloop_http_common common;
	evl_http1_head scratch; /* heads that arrive whole are parsed here, ... */
	evl_http1_field *table; /* ... with this table: idle connections own neither */
	evl_list listeners;
	evl_list connections;            /* evloop_http_connection.link */
	evl_list closers;                /* who waits in close() */
	evloop_http_deadlines deadlines; /* of its connections */
	evloop_pin pin;
	uint64_t connection_count;
	uint64_t in_flight; /* handlers that run */
	uint64_t accepted;
	uint64_t requests; /* answered by the handler or in its place */
	uint64_t refused;
	uint64_t cut; /* requests that close() did not wait for */
	bool closing; /* no new connections; idle ones are closed */
	zend_object std;
} evloop_http_server;

extern zend_class_entry *evloop_ce_http_server;

/* A connection is gone: go on accepting, or end close(). May free the server. */
void evloop_http_server_lost_one(evloop_http_server *server);

zend_result evloop_http_server_minit(int module_number);

#endif
