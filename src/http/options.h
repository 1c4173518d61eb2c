/* SPDX-License-Identifier: MIT */
/*
 * ServerOptions as the server's C code reads them. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_OPTIONS_H
#define EVLOOP_HTTP_OPTIONS_H

#include "php.h"

#include "src/core/http1.h"

/* UINT64_MAX where there is no limit. */
typedef struct evloop_http_options {
	evl_http1_limits head;
	uint64_t max_body;
	uint32_t max_trailers;
	uint32_t max_pipelined;
	uint64_t max_connections;
	uint64_t max_in_flight;
	uint64_t head_timeout; /* these are nanoseconds, 0 = no limit */
	uint64_t body_timeout;
	uint64_t keep_alive_timeout;
	uint64_t max_requests;    /* of one connection */
	zend_string *server_line; /* "Server: name\r\n", or NULL */
} evloop_http_options;

extern zend_class_entry *evloop_ce_http_server_options;

/* From an object of the class, or the defaults for NULL. */
void evloop_http_options_read(evloop_http_options *options, zend_object *object);

void evloop_http_options_free(evloop_http_options *options);

zend_result evloop_http_options_minit(int module_number);

#endif
