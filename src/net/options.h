/* SPDX-License-Identifier: MIT */
/*
 * ConnectOptions and ListenOptions as C reads them. PHP's thread only.
 */
#ifndef EVLOOP_NET_OPTIONS_H
#define EVLOOP_NET_OPTIONS_H

#include "src/io/options.h"
#include "src/net/resolve.h"

extern zend_class_entry *evloop_ce_connect_options;
extern zend_class_entry *evloop_ce_listen_options;

/* What a socket is to be like, once it is connected. */
typedef struct evloop_socket_settings {
	evloop_stream_settings stream;
	bool no_delay;
} evloop_socket_settings;

typedef struct evloop_connect_settings {
	evloop_socket_settings socket;
	double timeout;          /* negative = none */
	evloop_sockaddr bind_to; /* length 0 = anywhere */
	zend_object *tls;        /* TlsOptions, of the options; NULL = the defaults */
} evloop_connect_settings;

typedef struct evloop_listen_settings {
	evloop_socket_settings socket;
	evl_listen_options listener;
	uint32_t max_connections; /* UINT32_MAX = no limit */
	zend_object *tls;         /* as above */
} evloop_listen_settings;

/* From an object of the class, or the defaults for NULL. */
void evloop_connect_settings_read(evloop_connect_settings *settings, zend_object *options);
void evloop_listen_settings_read(evloop_listen_settings *settings, zend_object *options);

zend_result evloop_net_options_minit(int module_number);

#endif
