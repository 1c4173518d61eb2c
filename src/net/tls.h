/* SPDX-License-Identifier: MIT */
/*
 * TLS on a stream of PHP's: the handshake as a wait, and whose business it is. Without OpenSSL nobody gets a context, so
 * nothing of it is reached. PHP's thread only.
 */
#ifndef EVLOOP_NET_TLS_H
#define EVLOOP_NET_TLS_H

#include "src/io/stream.h"
#include "src/net/options.h"
#include "src/net/tls_context.h"

/* What happens, for messages and the dump: "connect tls://a:1 failed: ...", "startTls() on 192.0.2.1:25 failed: ...". */
typedef struct evloop_tls_call {
	const char *operation; /* "startTls" */
	const char *text;      /* "startTls() on 192.0.2.1:25" */
	bool server;
} evloop_tls_call;

/*
 * Shake hands on a stream that is connected, within its handshake timeout; what was written is sent before. `host` is
 * the name to verify that the options may replace, NULL for a server. False with an exception thrown; once bytes of the
 * handshake may have been sent the stream is closed then.
 */
bool evloop_tls_start(
	evloop_stream *stream, evloop_tls_context *context, const char *host, const evloop_tls_call *call);

/*
 * Borrowed: it lives as long as the options, or without any as the request. So nobody is left with a reference when a
 * fatal error jumps over him. NULL with an exception thrown.
 */
evloop_tls_context *evloop_tls_context_of(zend_object *options, bool server);

/*
 * The context (borrowed) of a listener that is to have TLS: by its scheme, or since options were given for it. NULL for
 * one without. False with an exception thrown.
 */
bool evloop_tls_of_listener(evloop_tls_context **context, const evl_addr *addr, const evloop_listen_settings *settings);

zend_result evloop_tls_minit(int module_number);
void evloop_tls_mshutdown(void);

#endif
