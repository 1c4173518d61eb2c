/* SPDX-License-Identifier: MIT */
/*
 * An SSL_CTX with all that its callbacks need: whom to believe, sessions to take up again, which certificate is for which
 * name, which protocol is spoken. It belongs to the SSL_CTX and goes with it, so that a connection may outlive everybody
 * who made the context. The callbacks run inside the poll. PHP's thread only.
 * What OpenSSL says of a failure is in its queue of errors, which callers keep as it was (evl_tls_errors_begin()).
 */
#ifndef EVLOOP_REACTOR_TLS_CONTEXT_H
#define EVLOOP_REACTOR_TLS_CONTEXT_H

#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_choice.h"
#include "src/reactor/tls_session.h"

#include <stdbool.h>

typedef struct evl_tls_context {
	SSL_CTX *ssl_ctx; /* whose data this is, and whose references are its own */
	bool server;
	bool verify_peer; /* on a server: clients must have a certificate */
	bool verify_name;
	bool allow_self_signed;
	bool capture; /* whoever asks is told the peer's certificate */
	int verify_depth;
	char *peer_name; /* whom to expect instead of the host that was connected to; on a server instead of anybody */
	evl_tls_sessions sessions;
	evl_tls_tickets tickets;
	evl_tls_choice choice;
} evl_tls_context;

/* What a connection has beside its SSL, and which goes with that. */
typedef struct evl_tls_peer {
	char *refusal; /* why its certificate was refused; NULL: it was not */
	char *name;    /* that its certificate must have; NULL: none */
	char host[];   /* whose sessions may be taken up */
} evl_tls_peer;

/* Once, when PHP starts and ends. */
int evl_tls_context_init(void);
void evl_tls_context_exit(void);

/* TLS 1.2 and up, no renegotiation, no compression. One reference; NULL without memory. */
evl_tls_context *evl_tls_context_new(bool server);
evl_tls_context *evl_tls_context_ref(evl_tls_context *self);
void evl_tls_context_unref(evl_tls_context *self);

/* After the fields of verifying are set. `trust` is shared; NULL when nobody is verified. */
void evl_tls_context_verify(evl_tls_context *self, X509_STORE *trust);

/*
 * A connection of this context. `host` is the name or IP address that was connected to, NULL on a server. UV_EINVAL when
 * there is no name to verify, or it can be none.
 */
int evl_tls_context_open(SSL **ssl, evl_tls_context *self, const char *host);

/* NULL of an SSL that was not opened here. */
evl_tls_context *evl_tls_context_of(const SSL *ssl);
evl_tls_peer *evl_tls_peer_of(const SSL *ssl);

#endif
#endif
