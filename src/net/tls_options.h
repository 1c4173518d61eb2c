/* SPDX-License-Identifier: MIT */
/*
 * The class TlsOptions. PHP's thread only.
 */
#ifndef EVLOOP_NET_TLS_OPTIONS_H
#define EVLOOP_NET_TLS_OPTIONS_H

#include "src/base/options.h"

#ifdef EVLOOP_OPENSSL
#include "src/reactor/tls_context.h"
#endif

/* The parameters, in their order. */
enum {
	EVLOOP_TLS_VERIFY_PEER,
	EVLOOP_TLS_VERIFY_PEER_NAME,
	EVLOOP_TLS_PEER_NAME,
	EVLOOP_TLS_ALLOW_SELF_SIGNED,
	EVLOOP_TLS_CAFILE,
	EVLOOP_TLS_CAPATH,
	EVLOOP_TLS_LOCAL_CERT,
	EVLOOP_TLS_LOCAL_PK,
	EVLOOP_TLS_PASSPHRASE,
	EVLOOP_TLS_CIPHERS,
	EVLOOP_TLS_MIN_PROTO_VERSION,
	EVLOOP_TLS_ALPN_PROTOCOLS,
	EVLOOP_TLS_SNI_SERVER_CERTS,
	EVLOOP_TLS_CAPTURE_PEER_CERT,
	EVLOOP_TLS_VERIFY_DEPTH,
	EVLOOP_TLS_OPTIONS
};

extern zend_class_entry *evloop_ce_tls_options;
extern const evloop_option evloop_tls_options_table[EVLOOP_TLS_OPTIONS];

#ifdef EVLOOP_OPENSSL

typedef struct evloop_tls_options {
	bool ready;                    /* all is checked and read */
	evl_tls_identity identity;     /* of local_cert */
	X509_STORE *trust;             /* of cafile and capath; NULL: there are none */
	STACK_OF(X509_NAME) * issuers; /* of cafile: what a server tells its clients */
	evl_tls_context *contexts[2];  /* of the client, of the server; NULL until somebody wants it */
	zend_object std;
} evloop_tls_options;

static inline evloop_tls_options *evloop_tls_options_from_obj(zend_object *object)
{
	return (evloop_tls_options *) ((char *) object - XtOffsetOf(evloop_tls_options, std));
}

#endif

zend_result evloop_tls_options_minit(int module_number);

#endif
