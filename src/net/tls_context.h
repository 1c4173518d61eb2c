/* SPDX-License-Identifier: MIT */
/*
 * From TlsOptions to connections: the contexts of an options object, one for each role, made once and shared. Without
 * OpenSSL all of it throws. PHP's thread only.
 */
#ifndef EVLOOP_NET_TLS_CONTEXT_H
#define EVLOOP_NET_TLS_CONTEXT_H

#include "php.h"

struct ssl_st;

/* Counted. It goes with the last connection, also when the options are gone before. */
typedef struct evl_tls_context evloop_tls_context;

/*
 * `options` may be NULL: the defaults. One reference for the caller, who gives it back by evloop_tls_context_release(). NULL with an
 * exception thrown.
 */
evloop_tls_context *evloop_tls_context_get(zend_object *options, bool server);
evloop_tls_context *evloop_tls_context_ref(evloop_tls_context *context);
void evloop_tls_context_release(evloop_tls_context *context);

/*
 * A connection's SSL, in its role: SNI, the name to verify and the session to take up are set for a client. `host` is
 * that of the URI, NULL for a server. NULL with an exception thrown.
 */
struct ssl_st *evloop_tls_context_new_ssl(evloop_tls_context *context, const char *host);

zend_result evloop_tls_context_minit(int module_number);
void evloop_tls_context_mshutdown(void);
/* Before the objects are destroyed. */
void evloop_tls_context_rshutdown(void);

#endif
