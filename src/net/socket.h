/* SPDX-License-Identifier: MIT */
/*
 * The class Socket: a stream with addresses. PHP's thread only.
 */
#ifndef EVLOOP_NET_SOCKET_H
#define EVLOOP_NET_SOCKET_H

#include "src/io/stream.h"
#include "src/net/gate.h"
#include "src/net/options.h"

typedef struct evloop_socket {
	bool accepted;        /* by a server: in TLS it is the server */
	zend_string *host;    /* that connect() was asked for, without a port; else NULL */
	evloop_gate *gate;    /* of the server that counts it; NULL when none does, or once it is closed */
	evloop_stream stream; /* last: its zend_object is this object's. Its name is the peer's address */
} evloop_socket;

extern zend_class_entry *evloop_ce_socket;

static inline evloop_socket *evloop_socket_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(evloop_stream_from_obj(object), evloop_socket, stream);
}

/* An object that is not connected yet. */
evloop_socket *evloop_socket_new(void);

/* Take over a stream that is connected; it has no owner that wants it any more. */
void evloop_socket_attach(evloop_socket *self, evl_stream *stream, const evloop_socket_settings *settings);

/*
 * Socket::connect() (connect.c). NULL with an exception thrown.
 */
evloop_socket *evloop_socket_connect(
	const zend_string *uri, const evl_addr *addr, const evloop_connect_settings *settings);

/* Declared by the stub; live in socket_options.c, socket_pass.c and socket_tls.c. */
PHP_METHOD(Evloop_Socket, setNoDelay);
PHP_METHOD(Evloop_Socket, setKeepAlive);
PHP_METHOD(Evloop_Socket, setTimeouts);
PHP_METHOD(Evloop_Socket, shutdown);
PHP_METHOD(Evloop_Socket, getOption);
PHP_METHOD(Evloop_Socket, setOption);
PHP_METHOD(Evloop_Socket, sendHandle);
PHP_METHOD(Evloop_Socket, receiveHandle);
PHP_METHOD(Evloop_Socket, startTls);
PHP_METHOD(Evloop_Socket, tls);

zend_result evloop_socket_minit(int module_number);

#endif
